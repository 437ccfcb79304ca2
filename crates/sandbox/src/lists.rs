//! Contact lists.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use serde_json::{Map, Value, json};

use crate::answer::{self, Refusal};
use crate::associations::{self, Tie};
use crate::body::{JsonBody, Keys, PathId};
use crate::contacts::store;
use crate::page::{Pairs, Selection};
use crate::records::{self, Kind, Record};
use crate::state::Sandbox;

pub(crate) fn routes() -> Router<Sandbox> {
    Router::new()
        .route("/api/cm/lists", get(read_all).post(create))
        .route("/api/cm/lists/{id}", get(read_one).put(change).delete(remove))
        .route("/api/cm/lists/{id}/users", associations::routes(Tie::ListUsers))
}

/// A list as reads answer it: with keys that the documented page does not name, as a real server's rows have.
pub(crate) fn to_row(record: &Record) -> Map<String, Value> {
    let mut row = Map::new();
    row.insert("id".to_owned(), record.id.into());
    row.insert("name".to_owned(), Value::Null);
    row.insert("description".to_owned(), Value::Null);
    row.insert("dialPrefix".to_owned(), Value::Null);
    row.insert("crmSync".to_owned(), false.into());
    row.insert("wrapUpMinutes".to_owned(), 0.into());
    row.extend(record.to_json());
    row
}

async fn read_all(State(sandbox): State<Sandbox>, Pairs(pairs): Pairs) -> Result<Response, Refusal> {
    let selection = Selection::parse(pairs)?;
    let rows = sandbox.read(|connection| records::all(connection, Kind::List))?;
    let rows = rows.iter().map(to_row).collect();
    let columns = ["id", "name", "description", "createdAt", "updatedAt"];
    Ok(selection.pick(rows, &columns, &["name", "description"])?.counted())
}

async fn create(State(sandbox): State<Sandbox>, JsonBody(body): JsonBody) -> Result<Response, Refusal> {
    let mut keys = Keys::of_object(body)?;
    let mut stored = Map::new();
    if let Some(name) = keys.required_text("name") {
        stored.insert("name".to_owned(), name.into());
    }
    if let Some(description) = keys.optional_text("description") {
        stored.insert("description".to_owned(), description);
    }
    keys.finish()?;
    let record = sandbox.write(|transaction, now| records::create(transaction, Kind::List, stored, now))?;
    // The documented answer: the description only when one was given, and the dates in this order.
    let mut created = Map::new();
    created.insert("id".to_owned(), record.id.into());
    created.extend(record.body);
    created.insert("updatedAt".to_owned(), record.updated.into());
    created.insert("createdAt".to_owned(), record.created.into());
    Ok(answer::json(StatusCode::CREATED, &created.into()))
}

async fn read_one(State(sandbox): State<Sandbox>, PathId(id): PathId) -> Result<Response, Refusal> {
    let record = sandbox.read(|connection| records::find(connection, Kind::List, id))?;
    Ok(answer::json(StatusCode::OK, &to_row(&record).into()))
}

async fn change(
    State(sandbox): State<Sandbox>,
    PathId(id): PathId,
    JsonBody(body): JsonBody,
) -> Result<Response, Refusal> {
    let record = sandbox.write(|transaction, now| {
        let record = records::find(transaction, Kind::List, id)?;
        let mut keys = Keys::of_object(body)?;
        let mut changes = Map::new();
        keys.same_id_if_given("id", id);
        if let Some(name) = keys.text_if_given("name") {
            changes.insert("name".to_owned(), name.into());
        }
        if let Some(description) = keys.optional_text("description") {
            changes.insert("description".to_owned(), description);
        }
        keys.finish()?;
        records::merge(transaction, Kind::List, record, changes, now)
    })?;
    Ok(answer::json(StatusCode::OK, &to_row(&record).into()))
}

/// The contacts of a deleted list go with it, and no campaign or agent keeps it.
async fn remove(State(sandbox): State<Sandbox>, PathId(id): PathId) -> Result<Response, Refusal> {
    sandbox.write(|transaction, now| {
        records::delete(transaction, Kind::List, id, now)?;
        store::delete_all_of(transaction, id, now)?;
        associations::forget(transaction, Tie::ListUsers, id)?;
        associations::forget_member(transaction, Tie::QueueLists, id)
    })?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// A list as `/_sandbox/state` shows it.
pub(crate) fn to_state(record: &Record) -> Map<String, Value> {
    let mut state = record.to_json();
    state.insert("deletedAt".to_owned(), json!(record.deleted));
    state
}
