//! The requests as they came, for tests to look at: without the credentials they carried.

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http_body_util::BodyExt as _;
use serde_json::{Map, Value, json};

use crate::UPLOAD_LIMIT;
use crate::answer::Refusal;
use crate::auth::SIGN_IN;
use crate::faults::Unanswered;
use crate::page::pairs;
use crate::state::Sandbox;

/// How much of a body is kept.
const KEPT: usize = 64 * 1024;

/// What a form may have around the file in it.
const FORM_OVERHEAD: usize = 64 * 1024;

/// What stands in place of a secret.
const HIDDEN: &str = "[hidden]";

/// Every API request since the last reset, in the order of their arrival.
#[derive(Debug, Default)]
pub(crate) struct Recording {
    requests: Vec<Recorded>,
    // Tells a request that a reset overtook from the one that now has its place.
    first: usize,
}

#[derive(Debug)]
struct Recorded {
    method: String,
    path: String,
    headers: Map<String, Value>,
    content_type: Value,
    body: Kept,
    size: usize,
    status: Status,
}

#[derive(Debug)]
enum Kept {
    Text(String),
    Base64(String),
}

#[derive(Debug)]
enum Status {
    Underway,
    Answered(u16),
    Dropped,
}

impl Recording {
    /// All of it, as JSON.
    pub(crate) fn to_json(&self) -> Value {
        self.requests.iter().map(Recorded::to_json).collect()
    }

    /// An empty recording that does not mistake the answers still to come for its own.
    pub(crate) fn restarted(&self) -> Self {
        Self { requests: Vec::new(), first: self.first + self.requests.len() }
    }

    fn begin(&mut self, recorded: Recorded) -> usize {
        self.requests.push(recorded);
        self.first + self.requests.len() - 1
    }

    fn end(&mut self, number: usize, status: Status) {
        if let Some(recorded) = number.checked_sub(self.first).and_then(|index| self.requests.get_mut(index))
        {
            recorded.status = status;
        }
    }
}

impl Recorded {
    fn new(parts: &Parts, body: &Bytes, size: usize) -> Self {
        let shown = if parts.uri.path() == SIGN_IN { hide_password(body) } else { body.clone() };
        Self {
            method: parts.method.to_string(),
            path: shown_path(&parts.uri),
            headers: shown_headers(&parts.headers),
            content_type: parts
                .headers
                .get(header::CONTENT_TYPE)
                .map_or(Value::Null, |value| String::from_utf8_lossy(value.as_bytes()).into()),
            body: Kept::of(shown.get(..KEPT).unwrap_or(&shown)),
            size,
            status: Status::Underway,
        }
    }

    fn to_json(&self) -> Value {
        let (body, encoding) = match &self.body {
            Kept::Text(text) => (text, "utf-8"),
            Kept::Base64(text) => (text, "base64"),
        };
        let status = match self.status {
            Status::Answered(status) => status.into(),
            Status::Underway | Status::Dropped => Value::Null,
        };
        json!({
            "method": self.method,
            "path": self.path,
            "headers": self.headers,
            "content_type": self.content_type,
            "body": body,
            "encoding": encoding,
            "size": self.size,
            "truncated": self.size > KEPT,
            "status": status,
        })
    }
}

impl Kept {
    fn of(bytes: &[u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::Text(text.to_owned()),
            // Only the last character is cut in two: still text.
            Err(error) if error.error_len().is_none() && bytes.len() == KEPT => Self::Text(
                String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default()).into_owned(),
            ),
            Err(_) => Self::Base64(STANDARD.encode(bytes)),
        }
    }
}

/// Records a request and what it is answered. Also where a body is read, so that one that is too large is refused in
/// one place.
pub(crate) async fn record(State(sandbox): State<Sandbox>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let limit = if is_form(&parts.headers) { UPLOAD_LIMIT + FORM_OVERHEAD } else { UPLOAD_LIMIT };
    let (bytes, size) = match read(body, limit).await {
        Ok(read) => read,
        // The client went away in the middle: half a body must not be worked on.
        Err(error) => return Refusal::Unreadable(error.to_string()).into_response(),
    };
    let number = sandbox.recording().begin(Recorded::new(&parts, &bytes, size));
    let response = if size > limit {
        Refusal::TooLarge.into_response()
    } else {
        next.run(Request::from_parts(parts, Body::from(bytes))).await
    };
    let status = match response.extensions().get::<Unanswered>() {
        Some(Unanswered) => Status::Dropped,
        None => Status::Answered(response.status().as_u16()),
    };
    sandbox.recording().end(number, status);
    response
}

fn is_form(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(b"multipart/"))
}

/// Reads a body to its end and keeps what the limit allows: a client that is cut off while it still sends sees a
/// broken connection instead of the answer.
async fn read(mut body: Body, limit: usize) -> Result<(Bytes, usize), axum::Error> {
    let mut kept = Vec::new();
    let mut size = 0;
    while let Some(frame) = body.frame().await {
        if let Ok(data) = frame?.into_data() {
            size += data.len();
            if size <= limit {
                kept.extend_from_slice(&data);
            }
        }
    }
    Ok((kept.into(), size))
}

fn shown_path(uri: &Uri) -> String {
    let mut path = uri.path().to_owned();
    for (index, pair) in uri.query().into_iter().flat_map(|query| query.split('&')).enumerate() {
        path.push(if index == 0 { '?' } else { '&' });
        // Decoded first, since the key may be written with escapes too.
        let is_key = pairs(pair).is_none_or(|pairs| pairs.iter().any(|(key, _)| key == "apikey"));
        if is_key {
            path.push_str("apikey=");
            path.push_str(HIDDEN);
        } else {
            path.push_str(pair);
        }
    }
    path
}

fn shown_headers(headers: &HeaderMap) -> Map<String, Value> {
    let mut shown: Map<String, Value> = Map::new();
    for (name, value) in headers {
        let text = String::from_utf8_lossy(value.as_bytes());
        let text = match *name {
            header::AUTHORIZATION | header::PROXY_AUTHORIZATION => {
                text.split_once(' ').map_or(HIDDEN, |(scheme, _)| scheme).to_owned()
            }
            header::COOKIE => HIDDEN.to_owned(),
            _ => text.into_owned(),
        };
        match shown.get_mut(name.as_str()) {
            Some(Value::String(before)) => {
                before.push_str(", ");
                before.push_str(&text);
            }
            Some(_) | None => {
                shown.insert(name.as_str().to_owned(), text.into());
            }
        }
    }
    shown
}

fn hide_password(body: &Bytes) -> Bytes {
    let Ok(Value::Object(mut object)) = serde_json::from_slice(body) else {
        return Bytes::from_static(HIDDEN.as_bytes());
    };
    for (key, value) in &mut object {
        if key != "name" {
            *value = HIDDEN.into();
        }
    }
    Value::Object(object).to_string().into()
}
