//! The intervals during which campaigns may run.

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::Value;

use crate::answer::Refusal;
use crate::body::PathId;
use crate::page::{Pairs, Selection};
use crate::records::{self, Kind, Record};
use crate::state::Sandbox;

pub(crate) fn routes() -> Router<Sandbox> {
    Router::new()
        .route("/api/intervals", get(read_all))
        .route("/api/intervals/{id}", get(read_one))
        .route("/api/intervals/{id}/sub_intervals", get(read_parts))
}

async fn read_one(State(sandbox): State<Sandbox>, PathId(id): PathId) -> Result<Response, Refusal> {
    let interval = sandbox.read(|connection| records::find(connection, Kind::Interval, id))?;
    Ok(Json(interval.to_json()).into_response())
}

/// The parts of an interval: those that name it as theirs.
async fn read_parts(
    State(sandbox): State<Sandbox>,
    PathId(id): PathId,
    Pairs(pairs): Pairs,
) -> Result<Response, Refusal> {
    let selection = Selection::parse(pairs)?;
    let rows = sandbox.read(|connection| {
        records::find(connection, Kind::Interval, id)?;
        records::all(connection, Kind::Interval)
    })?;
    let is_part = |record: &&Record| record.body.get("IntervalId").and_then(Value::as_i64) == Some(id);
    let rows = rows.iter().filter(is_part).map(Record::to_json).collect();
    Ok(selection.pick(rows, &["id", "name"], &["name"])?.counted())
}

async fn read_all(State(sandbox): State<Sandbox>, Pairs(pairs): Pairs) -> Result<Response, Refusal> {
    let selection = Selection::parse(pairs)?;
    let rows = sandbox.read(|connection| records::all(connection, Kind::Interval))?;
    let rows = rows.iter().map(Record::to_json).collect();
    Ok(selection.pick(rows, &["id", "name", "description"], &["name", "description"])?.counted())
}
