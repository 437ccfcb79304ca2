//! Contacts: one by one, several at once, and the reads.

pub(crate) mod draft;
pub(crate) mod standard;
pub(crate) mod store;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use serde_json::Value;

use crate::answer::{self, Refusal, Violation};
use crate::body::{JsonBody, Keys, PathId, UnlabelledJson};
use crate::fields;
use crate::page::{Pairs, Selection};
use crate::records::{self, Kind};
use crate::state::Sandbox;

pub(crate) fn routes() -> Router<Sandbox> {
    Router::new()
        .route("/api/cm/contacts", get(read_all).post(create))
        .route("/api/cm/contacts/{id}", get(read_one).put(change).delete(remove))
        .route("/api/cm/lists/{id}/contacts", get(read_of_list).post(create_several))
}

async fn read_all(State(sandbox): State<Sandbox>, Pairs(pairs): Pairs) -> Result<Response, Refusal> {
    let selection = Selection::parse(pairs)?;
    Ok(sandbox.read(|connection| store::select(connection, &selection))?.counted())
}

/// The one collection that is known to be a bare array on a real server.
async fn read_of_list(
    State(sandbox): State<Sandbox>,
    PathId(list): PathId,
    Pairs(pairs): Pairs,
) -> Result<Response, Refusal> {
    let mut selection = Selection::parse(pairs)?;
    selection.equal.push(("ListId".to_owned(), list.to_string()));
    let rows = sandbox.read(|connection| {
        records::find(connection, Kind::List, list)?;
        store::select(connection, &selection)
    })?;
    Ok(rows.bare())
}

async fn create(
    State(sandbox): State<Sandbox>,
    UnlabelledJson(body): UnlabelledJson,
) -> Result<Response, Refusal> {
    let contact = sandbox.write(|transaction, now| {
        let custom = fields::all(transaction)?;
        let mut keys = Keys::of_object(body)?;
        let list = keys.required_id("ListId");
        if let Some(list) = list {
            records::find(transaction, Kind::List, list)?;
        }
        let draft = draft::take(&mut keys, list, &custom);
        keys.finish()?;
        let id = store::insert(transaction, list.unwrap_or_default(), &draft, now)?;
        store::find(transaction, id)
    })?;
    Ok(answer::json(StatusCode::CREATED, &contact.into()))
}

/// All of them or none: a refusal names the contact by its place in the body.
async fn create_several(
    State(sandbox): State<Sandbox>,
    PathId(list): PathId,
    JsonBody(body): JsonBody,
) -> Result<Response, Refusal> {
    let Value::Array(bodies) = body else {
        return Err(Refusal::because(Violation::mistyped("body", "an array of contacts", body)));
    };
    let contacts = sandbox.write(|transaction, now| {
        records::find(transaction, Kind::List, list)?;
        let custom = fields::all(transaction)?;
        let mut violations = Vec::new();
        let mut drafts = Vec::new();
        for (index, body) in bodies.into_iter().enumerate() {
            let read = Keys::of_object(body).and_then(|mut keys| {
                keys.same_id("ListId", list);
                let draft = draft::take(&mut keys, Some(list), &custom);
                keys.finish().map(|()| draft)
            });
            match read {
                Ok(draft) => drafts.push(draft),
                Err(Refusal::Invalid(found)) => {
                    violations.extend(found.into_iter().map(|violation| violation.of_contact(index + 1)));
                }
                Err(other) => return Err(other),
            }
        }
        if !violations.is_empty() {
            return Err(Refusal::Invalid(violations));
        }
        drafts
            .iter()
            .map(|draft| {
                let id = store::insert(transaction, list, draft, now)?;
                store::find(transaction, id).map(Value::Object)
            })
            .collect::<Result<Vec<Value>, Refusal>>()
    })?;
    Ok(answer::json(StatusCode::CREATED, &contacts.into()))
}

async fn read_one(State(sandbox): State<Sandbox>, PathId(id): PathId) -> Result<Response, Refusal> {
    let contact = sandbox.read(|connection| store::find(connection, id))?;
    Ok(answer::json(StatusCode::OK, &contact.into()))
}

/// Changes the keys that are given and no others. A contact stays in its list.
async fn change(
    State(sandbox): State<Sandbox>,
    PathId(id): PathId,
    JsonBody(body): JsonBody,
) -> Result<Response, Refusal> {
    let contact = sandbox.write(|transaction, now| {
        let (list, draft) = store::load(transaction, id)?;
        let custom = fields::all(transaction)?;
        let mut keys = Keys::of_object(body)?;
        keys.same_id_if_given("id", id);
        keys.same_id_if_given("ListId", list);
        let draft = draft::take_changes(&mut keys, draft, list, &custom);
        keys.finish()?;
        store::update(transaction, id, &draft, now)?;
        store::find(transaction, id)
    })?;
    Ok(answer::json(StatusCode::OK, &contact.into()))
}

async fn remove(State(sandbox): State<Sandbox>, PathId(id): PathId) -> Result<Response, Refusal> {
    sandbox.write(|transaction, now| store::delete(transaction, id, now))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
