//! Campaigns, which the API calls voice queues.

mod documented;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use rusqlite::Connection;
use serde_json::{Map, Value};

use crate::answer::{self, Refusal, Violation};
use crate::associations::{self, Tie};
use crate::body::{JsonBody, Keys, PathId};
use crate::page::{Pairs, Selection};
use crate::records::{self, Kind, Record};
use crate::state::Sandbox;

pub(crate) fn routes() -> Router<Sandbox> {
    Router::new()
        .route("/api/voice/queues", get(read_all).post(create))
        .route("/api/voice/queues/{id}", get(read_one).put(change).delete(remove))
        .route("/api/voice/queues/{id}/lists", associations::routes(Tie::QueueLists))
        .route("/api/voice/queues/{id}/users", associations::routes(Tie::QueueUsers))
}

async fn read_all(State(sandbox): State<Sandbox>, Pairs(pairs): Pairs) -> Result<Response, Refusal> {
    let selection = Selection::parse(pairs)?;
    let rows = sandbox.read(|connection| records::all(connection, Kind::Queue))?;
    let rows = rows.iter().map(Record::to_json).collect();
    let columns: Vec<&str> = documented::KEYS
        .iter()
        .map(|(key, _)| *key)
        .chain(["id", "description", "createdAt", "updatedAt"])
        .collect();
    Ok(selection.pick(rows, &columns, &["name", "description"])?.counted())
}

async fn create(State(sandbox): State<Sandbox>, JsonBody(body): JsonBody) -> Result<Response, Refusal> {
    let record = sandbox.write(|transaction, now| {
        let mut keys = Keys::of_object(body)?;
        let name = keys.required_text("name");
        if let Some(id) = keys.take("id") {
            keys.refuse(Violation::new("id", "id is given by the server", id));
        }
        let body = check(transaction, keys, name)?;
        records::create(transaction, Kind::Queue, body, now)
    })?;
    Ok(answer::json(StatusCode::CREATED, &record.to_json().into()))
}

async fn read_one(State(sandbox): State<Sandbox>, PathId(id): PathId) -> Result<Response, Refusal> {
    let record = sandbox.read(|connection| records::find(connection, Kind::Queue, id))?;
    Ok(answer::json(StatusCode::OK, &record.to_json().into()))
}

/// Changes the keys that are given and no others.
async fn change(
    State(sandbox): State<Sandbox>,
    PathId(id): PathId,
    JsonBody(body): JsonBody,
) -> Result<Response, Refusal> {
    let record = sandbox.write(|transaction, now| {
        let record = records::find(transaction, Kind::Queue, id)?;
        let mut keys = Keys::of_object(body)?;
        keys.same_id_if_given("id", id);
        let name = keys.text_if_given("name");
        let changes = check(transaction, keys, name)?;
        records::merge(transaction, Kind::Queue, record, changes, now)
    })?;
    Ok(answer::json(StatusCode::OK, &record.to_json().into()))
}

async fn remove(State(sandbox): State<Sandbox>, PathId(id): PathId) -> Result<Response, Refusal> {
    sandbox.write(|transaction, now| {
        records::delete(transaction, Kind::Queue, id, now)?;
        associations::forget(transaction, Tie::QueueLists, id)?;
        associations::forget(transaction, Tie::QueueUsers, id)
    })?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The keys as they are stored: the documented ones checked, any others as they came.
fn check(
    connection: &Connection,
    mut keys: Keys,
    name: Option<String>,
) -> Result<Map<String, Value>, Refusal> {
    let mut checked = Map::new();
    if let Some(name) = name {
        checked.insert("name".to_owned(), name.into());
    }
    for (key, rule) in documented::KEYS {
        if let Some(value) = keys.take(key) {
            match rule.check(connection, key, value)? {
                Ok(value) => {
                    checked.insert(key.to_owned(), value);
                }
                Err(violation) => keys.refuse(violation),
            }
        }
    }
    for key in ["createdAt", "updatedAt"] {
        if let Some(value) = keys.take(key) {
            keys.refuse(Violation::new(key, format!("{key} is kept by the server"), value));
        }
    }
    checked.extend(keys.rest()?);
    Ok(checked)
}
