//! Contacts from a file: the upload, the call that binds its columns, and the import behind it.

mod binding;
mod import;
mod staging;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest as _, Multipart, Path, Request, State};
use axum::http::{StatusCode, header};
use axum::response::Response;
use axum::routing::post;
use axum::{Extension, Router};
use serde_json::{Value, json};

pub(crate) use import::to_state as imports_to_state;
pub(crate) use staging::to_state as uploads_to_state;

use crate::answer::{self, Refusal, Violation};
use crate::body::JsonBody;
use crate::faults::Pace;
use crate::state::Sandbox;
use crate::{ADMIN_NAME, UPLOAD_LIMIT};

pub(crate) fn routes() -> Router<Sandbox> {
    Router::new()
        .route("/api/cm/contacts/upload", post(upload))
        .route("/api/cm/contacts/upload/{name}", post(bind))
}

async fn upload(State(sandbox): State<Sandbox>, request: Request) -> Result<Response, Refusal> {
    let is_form = request
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|value| value.as_bytes().to_ascii_lowercase().starts_with(b"multipart/form-data"));
    if is_form { upload_form(sandbox, request).await } else { upload_raw(sandbox, request.into_body()).await }
}

/// The documented form: the file is the body, and nothing says its name. The answer has none either.
async fn upload_raw(sandbox: Sandbox, body: Body) -> Result<Response, Refusal> {
    let content = axum::body::to_bytes(body, UPLOAD_LIMIT)
        .await
        .map_err(|error| Refusal::Unreadable(error.to_string()))?;
    sandbox.write(|transaction, now| staging::stage_nameless(transaction, ADMIN_NAME, &content, now))?;
    Ok(answer::json(StatusCode::CREATED, &json!({"status": "staged", "size": content.len()})))
}

/// What real clients send: the parts of the Flow.js protocol and the file in one chunk. The server gives the file a
/// name of its own.
async fn upload_form(sandbox: Sandbox, request: Request) -> Result<Response, Refusal> {
    let form = Multipart::from_request(request, &sandbox)
        .await
        .map_err(|rejection| Refusal::Unreadable(rejection.to_string()))?;
    let content = read_form(form).await?;
    if content.len() > UPLOAD_LIMIT {
        return Err(Refusal::TooLarge);
    }
    let name =
        sandbox.write(|transaction, now| staging::stage_named(transaction, ADMIN_NAME, &content, now))?;
    Ok(answer::json(StatusCode::OK, &json!({"file": {"name": name}})))
}

async fn read_form(mut form: Multipart) -> Result<Bytes, Refusal> {
    let unreadable = |error: axum::extract::multipart::MultipartError| Refusal::Unreadable(error.body_text());
    let mut file = None;
    let mut promised = None;
    while let Some(part) = form.next_field().await.map_err(unreadable)? {
        let name = part.name().unwrap_or_default().to_owned();
        match name.as_str() {
            "file" if part.file_name().is_none() => {
                let message = "the part named file must have a filename";
                return Err(Refusal::because(Violation::new("file", message, Value::Null)));
            }
            "file" => file = Some(part.bytes().await.map_err(unreadable)?),
            // One chunk always suffices, so this server does not join several.
            "flowChunkNumber" | "flowTotalChunks" => {
                let text = part.text().await.map_err(unreadable)?;
                if text != "1" {
                    return Err(Refusal::because(Violation::new(
                        &name,
                        format!("{name} must be 1"),
                        text.into(),
                    )));
                }
            }
            "flowTotalSize" => promised = Some(part.text().await.map_err(unreadable)?),
            name if name.starts_with("flow") => {
                part.bytes().await.map_err(unreadable)?;
            }
            name => {
                return Err(Refusal::because(Violation::new(
                    name,
                    format!("unknown part {name}"),
                    Value::Null,
                )));
            }
        }
    }
    let file = file.ok_or_else(|| Refusal::because(Violation::missing("file")))?;
    match promised {
        Some(size) if size != file.len().to_string() => {
            let message = "flowTotalSize must be the size of the file";
            Err(Refusal::because(Violation::new("flowTotalSize", message, size.into())))
        }
        Some(_) | None => Ok(file),
    }
}

/// Ties a staged file's columns to contact fields, and starts the import.
async fn bind(
    State(sandbox): State<Sandbox>,
    Path(name): Path<String>,
    pace: Option<Extension<Pace>>,
    JsonBody(body): JsonBody,
) -> Result<Response, Refusal> {
    let (pid, era, job) = sandbox.write(|transaction, _| {
        let staged = staging::find(transaction, ADMIN_NAME, &name)?;
        let order = binding::read(transaction, body)?;
        let reader = binding::Reader::new(staged.content, &order)?;
        staging::claim(transaction, staged.id, &name)?;
        let pid = import::begin(transaction, staged.id, order.list)?;
        let job = import::Job::new(transaction, pid, order, reader)?;
        Ok((pid, sandbox.era(), job))
    })?;
    let worker = sandbox.clone();
    tokio::task::spawn_blocking(move || job.run(&worker, era, pace.map(|Extension(pace)| pace)));
    Ok(answer::json(StatusCode::OK, &json!({"pid": pid})))
}
