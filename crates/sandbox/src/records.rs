//! The small things the server keeps as JSON objects: lists, agents, campaigns, trunks, intervals, fields.

use rusqlite::{Connection, OptionalExtension as _, Row};
use serde_json::{Map, Value};

use crate::answer::Refusal;

/// What a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    List,
    Field,
    User,
    Queue,
    Trunk,
    Interval,
}

impl Kind {
    /// The word for it in messages, which also separates the kinds in the database.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Field => "custom field",
            Self::User => "agent",
            Self::Queue => "campaign",
            Self::Trunk => "trunk",
            Self::Interval => "interval",
        }
    }
}

/// A stored object: the keys it was given, and the four that the server keeps itself.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    pub(crate) id: i64,
    pub(crate) body: Map<String, Value>,
    pub(crate) created: String,
    pub(crate) updated: String,
    pub(crate) deleted: Option<String>,
}

impl Record {
    /// The record as most reads answer it.
    pub(crate) fn to_json(&self) -> Map<String, Value> {
        let mut json = Map::new();
        json.insert("id".to_owned(), self.id.into());
        json.extend(self.body.clone());
        json.insert("createdAt".to_owned(), self.created.clone().into());
        json.insert("updatedAt".to_owned(), self.updated.clone().into());
        json
    }

    /// The text under `key`, or nothing if it is not text.
    pub(crate) fn text(&self, key: &str) -> &str {
        self.body.get(key).and_then(Value::as_str).unwrap_or_default()
    }
}

/// Every record of a kind that is not deleted, by id.
pub(crate) fn all(connection: &Connection, kind: Kind) -> Result<Vec<Record>, Refusal> {
    Ok(all_ever(connection, kind)?.into_iter().filter(|record| record.deleted.is_none()).collect())
}

/// Every record of a kind, the deleted ones too.
pub(crate) fn all_ever(connection: &Connection, kind: Kind) -> Result<Vec<Record>, Refusal> {
    let mut statement = connection.prepare_cached(
        "SELECT id, body, createdAt, updatedAt, deletedAt FROM records WHERE kind = ?1 ORDER BY id",
    )?;
    let rows = statement.query_map([kind.name()], columns)?.collect::<Result<Vec<_>, _>>()?;
    rows.into_iter().map(decode).collect()
}

/// One record, or a refusal that names it.
pub(crate) fn find(connection: &Connection, kind: Kind, id: i64) -> Result<Record, Refusal> {
    let row = connection
        .prepare_cached(
            "SELECT id, body, createdAt, updatedAt, deletedAt FROM records
             WHERE kind = ?1 AND id = ?2 AND deletedAt IS NULL",
        )?
        .query_row((kind.name(), id), columns)
        .optional()?;
    row.ok_or_else(|| Refusal::NotFound { what: kind.name(), id: id.to_string() }).and_then(decode)
}

/// Whether there is such a record.
pub(crate) fn exists(connection: &Connection, kind: Kind, id: i64) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT 1 FROM records WHERE kind = ?1 AND id = ?2 AND deletedAt IS NULL")?
        .exists((kind.name(), id))
}

/// Stores a new record under the next free id. The ids of deleted records are not given out again.
pub(crate) fn create(
    connection: &Connection,
    kind: Kind,
    body: Map<String, Value>,
    now: &str,
) -> Result<Record, Refusal> {
    let id = connection.query_row(
        "SELECT coalesce(max(id), 0) + 1 FROM records WHERE kind = ?1",
        [kind.name()],
        |row| row.get(0),
    )?;
    insert(connection, kind, id, body, now)
}

/// Stores a new record under a chosen id.
pub(crate) fn insert(
    connection: &Connection,
    kind: Kind,
    id: i64,
    body: Map<String, Value>,
    now: &str,
) -> Result<Record, Refusal> {
    connection.execute(
        "INSERT INTO records (kind, id, body, createdAt, updatedAt) VALUES (?1, ?2, ?3, ?4, ?4)",
        (kind.name(), id, serde_json::to_string(&body)?, now),
    )?;
    Ok(Record { id, body, created: now.to_owned(), updated: now.to_owned(), deleted: None })
}

/// Writes the given keys over those of a record and leaves the others alone.
pub(crate) fn merge(
    connection: &Connection,
    kind: Kind,
    mut record: Record,
    changes: Map<String, Value>,
    now: &str,
) -> Result<Record, Refusal> {
    record.body.extend(changes);
    now.clone_into(&mut record.updated);
    connection.execute(
        "UPDATE records SET body = ?3, updatedAt = ?4 WHERE kind = ?1 AND id = ?2",
        (kind.name(), record.id, serde_json::to_string(&record.body)?, now),
    )?;
    Ok(record)
}

/// Marks a record as deleted: it is kept, but no read shows it any more.
pub(crate) fn delete(connection: &Connection, kind: Kind, id: i64, now: &str) -> Result<(), Refusal> {
    find(connection, kind, id)?;
    connection
        .execute("UPDATE records SET deletedAt = ?3 WHERE kind = ?1 AND id = ?2", (kind.name(), id, now))?;
    Ok(())
}

type Columns = (i64, String, String, String, Option<String>);

fn columns(row: &Row<'_>) -> rusqlite::Result<Columns> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
}

fn decode((id, body, created, updated, deleted): Columns) -> Result<Record, Refusal> {
    Ok(Record { id, body: serde_json::from_str(&body)?, created, updated, deleted })
}
