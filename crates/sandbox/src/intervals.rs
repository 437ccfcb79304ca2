//! The intervals during which campaigns may run.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;

use crate::answer::Refusal;
use crate::page::{Pairs, Selection};
use crate::records::{self, Kind, Record};
use crate::state::Sandbox;

pub(crate) fn routes() -> Router<Sandbox> {
    Router::new().route("/api/intervals", get(read_all))
}

async fn read_all(State(sandbox): State<Sandbox>, Pairs(pairs): Pairs) -> Result<Response, Refusal> {
    let selection = Selection::parse(pairs)?;
    let rows = sandbox.read(|connection| records::all(connection, Kind::Interval))?;
    let rows = rows.iter().map(Record::to_json).collect();
    Ok(selection.pick(rows, &["id", "name", "description"], &["name", "description"])?.counted())
}
