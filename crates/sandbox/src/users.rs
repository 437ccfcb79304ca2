//! The people of the call centre: its agents, and the administrator.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use rusqlite::Connection;
use serde_json::{Map, Value};

use crate::answer::Refusal;
use crate::page::{Pairs, Selection};
use crate::records::{self, Kind, Record};
use crate::state::Sandbox;

pub(crate) fn routes() -> Router<Sandbox> {
    Router::new().route("/api/users", get(read_all))
}

/// A user as reads answer it.
pub(crate) fn to_row(record: &Record) -> Map<String, Value> {
    record.to_json()
}

/// The agent with an id. Other people of the call centre are not agents.
pub(crate) fn find_agent(connection: &Connection, id: i64) -> Result<Record, Refusal> {
    let record = records::find(connection, Kind::User, id)?;
    if record.text("role") == "agent" {
        Ok(record)
    } else {
        Err(Refusal::NotFound { what: Kind::User.name(), id: id.to_string() })
    }
}

async fn read_all(State(sandbox): State<Sandbox>, Pairs(pairs): Pairs) -> Result<Response, Refusal> {
    let selection = Selection::parse(pairs)?;
    let rows = sandbox.read(|connection| records::all(connection, Kind::User))?;
    let rows = rows.iter().map(to_row).collect();
    let columns = ["id", "name", "fullname", "email", "role", "createdAt", "updatedAt"];
    Ok(selection.pick(rows, &columns, &["name", "fullname", "email"])?.counted())
}
