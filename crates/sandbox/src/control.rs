//! What tests use under `/_sandbox/`: faults, the stored data, the recorded requests, the end of tokens, and the way
//! back to the seed.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use axum::routing::{delete, get, post, put};
use rusqlite::Connection;
use serde_json::{Map, Value, json};

use crate::answer::{self, Refusal, Violation};
use crate::associations::{self, Tie};
use crate::body::UnlabelledJson;
use crate::contacts::store;
use crate::faults::{Fault, Faults};
use crate::lists;
use crate::page::Pairs;
use crate::records::{self, Kind, Record};
use crate::state::Sandbox;
use crate::uploads::{imports_to_state, uploads_to_state};

const FRONT: &str = include_str!("front/page.html");
const STYLE: &str = include_str!("front/page.css");

/// The line of the front page that leads to the app, or says how to get one.
const TO_APP: &str =
    "<a href=\"/\">Dialdesk</a></li>\n<li><a href=\"/portal/\">A sample portal with Dialdesk inside</a>";
const NO_APP: &str = "Dialdesk itself is not served: start with <code>--app DIR</code>";

pub(crate) fn routes() -> Router<Sandbox> {
    Router::new()
        .route("/_sandbox", get(|| async { Redirect::permanent("/_sandbox/") }))
        .route("/_sandbox/", get(front))
        .route("/_sandbox/front.css", get(style))
        .route("/_sandbox/faults", put(set_faults))
        .route("/_sandbox/state", get(state))
        .route("/_sandbox/requests", get(requests))
        .route("/_sandbox/reset", post(reset))
        .route("/_sandbox/tokens", delete(end_tokens))
        .route("/_sandbox/{*rest}", get(|| async { StatusCode::NOT_FOUND }))
}

async fn front(State(sandbox): State<Sandbox>) -> Html<String> {
    Html(FRONT.replace("{app}", if sandbox.app().is_some() { TO_APP } else { NO_APP }))
}

async fn style() -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static("text/css; charset=utf-8"))], STYLE).into_response()
}

async fn set_faults(
    State(sandbox): State<Sandbox>,
    UnlabelledJson(body): UnlabelledJson,
) -> Result<StatusCode, Refusal> {
    let faults: Vec<Fault> = serde_json::from_value(body.clone())
        .map_err(|error| Refusal::because(Violation::new("faults", error.to_string(), body)))?;
    *sandbox.faults() = Faults::new(faults);
    Ok(StatusCode::NO_CONTENT)
}

async fn reset(State(sandbox): State<Sandbox>) -> Result<StatusCode, Refusal> {
    sandbox.reset()?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ends every token that was handed out, as the end of a session would.
async fn end_tokens(State(sandbox): State<Sandbox>) -> StatusCode {
    sandbox.tokens().end();
    StatusCode::NO_CONTENT
}

async fn requests(State(sandbox): State<Sandbox>) -> Response {
    answer::json(StatusCode::OK, &sandbox.recording().to_json())
}

async fn state(State(sandbox): State<Sandbox>, Pairs(pairs): Pairs) -> Result<Response, Refusal> {
    let list = pairs.iter().find(|(key, _)| key == "list").map(|(_, value)| value);
    match list {
        None => Ok(answer::json(StatusCode::OK, &sandbox.read(everything)?)),
        Some(text) => {
            let unknown = || Refusal::NotFound { what: Kind::List.name(), id: text.clone() };
            let id: i64 = text.parse().ok().ok_or_else(unknown)?;
            let text = sandbox.read(|connection| one_list(connection, id))?;
            Ok(([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], text).into_response())
        }
    }
}

fn everything(connection: &Connection) -> Result<Value, Refusal> {
    let rows = |kind| -> Result<Vec<Map<String, Value>>, Refusal> {
        Ok(records::all(connection, kind)?.iter().map(Record::to_json).collect())
    };
    let lists = records::all_ever(connection, Kind::List)?
        .iter()
        .map(|record| {
            let mut list = lists::to_state(record);
            let mut contacts = Vec::new();
            store::to_state(connection, record.id, |contact| {
                contacts.push(serde_json::from_str::<Value>(contact)?);
                Ok(())
            })?;
            list.insert("contacts".to_owned(), contacts.into());
            list.insert("users".to_owned(), ids(connection, Tie::ListUsers, record.id)?);
            Ok(list)
        })
        .collect::<Result<Vec<_>, Refusal>>()?;
    let queues = records::all(connection, Kind::Queue)?
        .iter()
        .map(|record| {
            let mut queue = record.to_json();
            queue.insert("lists".to_owned(), ids(connection, Tie::QueueLists, record.id)?);
            let users = associations::members(connection, Tie::QueueUsers, record.id)?;
            let users = users.into_iter().map(|(id, penalty)| json!({"id": id, "penalty": penalty}));
            queue.insert("users".to_owned(), users.collect());
            Ok(queue)
        })
        .collect::<Result<Vec<_>, Refusal>>()?;
    Ok(json!({
        "lists": lists,
        "custom_fields": rows(Kind::Field)?,
        "users": rows(Kind::User)?,
        "trunks": rows(Kind::Trunk)?,
        "intervals": rows(Kind::Interval)?,
        "queues": queues,
        "uploads": uploads_to_state(connection)?,
        "imports": imports_to_state(connection)?,
    }))
}

/// A list and its contacts, written out as they are read: there may be half a million.
fn one_list(connection: &Connection, id: i64) -> Result<Vec<u8>, Refusal> {
    let record = records::all_ever(connection, Kind::List)?
        .into_iter()
        .find(|record| record.id == id)
        .ok_or_else(|| Refusal::NotFound { what: Kind::List.name(), id: id.to_string() })?;
    let mut text = b"{\"list\":".to_vec();
    serde_json::to_writer(&mut text, &lists::to_state(&record))?;
    text.extend_from_slice(b",\"contacts\":[");
    let mut separator: &[u8] = b"";
    store::to_state(connection, id, |contact| {
        text.extend_from_slice(separator);
        separator = b",";
        text.extend_from_slice(contact.as_bytes());
        Ok(())
    })?;
    text.extend_from_slice(b"]}");
    Ok(text)
}

fn ids(connection: &Connection, tie: Tie, owner: i64) -> Result<Value, Refusal> {
    Ok(associations::members(connection, tie, owner)?.into_iter().map(|(id, _)| id).collect())
}
