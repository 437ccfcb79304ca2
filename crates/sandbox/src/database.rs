//! The SQLite database: where it lives and which tables it has.

use std::path::PathBuf;

use rusqlite::Connection;

use crate::contacts::standard::STANDARD;
use crate::state::{OpenError, Storage};

/// Says which tables a file has, so that a file of another version is refused instead of misread.
const VERSION: i64 = 1;

/// Whether the database had anything in it when it was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    New,
    Used,
}

/// Every table that [`clear`] empties.
const TABLES: [&str; 6] = ["clock", "records", "ties", "contacts", "uploads", "imports"];

/// Opens the database and makes its tables if it is new.
pub(crate) fn open(storage: &Storage) -> Result<(Connection, Found), OpenError> {
    let connection = match storage {
        Storage::Memory => Connection::open_in_memory()?,
        Storage::File(path) => {
            Connection::open(path).map_err(|source| OpenError::File { path: PathBuf::clone(path), source })?
        }
    };
    // A crash of a stand-in may lose its last second: waiting for the disk would slow every import.
    connection.execute_batch("PRAGMA synchronous = OFF")?;
    let version: i64 = connection.query_row("PRAGMA user_version", (), |row| row.get(0))?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", (), |row| row.get(0))?;
    match (version, tables) {
        (VERSION, _) => Ok((connection, Found::Used)),
        (0, 0) => {
            connection.execute_batch(&schema())?;
            Ok((connection, Found::New))
        }
        _ => Err(OpenError::Foreign),
    }
}

/// Empties every table.
pub(crate) fn clear(connection: &Connection) -> rusqlite::Result<()> {
    for table in TABLES {
        connection.execute(&format!("DELETE FROM {table}"), ())?;
    }
    Ok(())
}

fn schema() -> String {
    let columns: Vec<String> =
        STANDARD.iter().map(|field| format!("\"{}\" {}", field.name, field.shape.column())).collect();
    let columns = columns.join(
        ",
    ",
    );
    format!(
        "BEGIN;
CREATE TABLE clock (now INTEGER NOT NULL);
-- Lists, agents, campaigns and the other small things, each as the JSON it was given as.
CREATE TABLE records (
    kind TEXT NOT NULL,
    id INTEGER NOT NULL,
    body TEXT NOT NULL,
    createdAt TEXT NOT NULL,
    updatedAt TEXT NOT NULL,
    deletedAt TEXT,
    PRIMARY KEY (kind, id)
);
-- Which member belongs to which owner: the lists of a campaign, its agents, the agents of a list.
CREATE TABLE ties (
    kind TEXT NOT NULL,
    owner INTEGER NOT NULL,
    member INTEGER NOT NULL,
    penalty INTEGER,
    createdAt TEXT NOT NULL,
    updatedAt TEXT NOT NULL,
    PRIMARY KEY (kind, owner, member)
);
CREATE TABLE contacts (
    id INTEGER PRIMARY KEY,
    {columns},
    ListId INTEGER NOT NULL,
    custom TEXT NOT NULL,
    createdAt TEXT NOT NULL,
    updatedAt TEXT NOT NULL,
    deletedAt TEXT
);
CREATE INDEX contacts_of_list ON contacts (ListId, deletedAt);
CREATE TABLE uploads (
    id INTEGER PRIMARY KEY,
    user TEXT NOT NULL,
    name TEXT,
    claimed TEXT,
    size INTEGER NOT NULL,
    content BLOB,
    createdAt TEXT NOT NULL
);
CREATE TABLE imports (
    pid INTEGER PRIMARY KEY,
    ListId INTEGER NOT NULL,
    upload INTEGER NOT NULL,
    rows INTEGER NOT NULL DEFAULT 0,
    stored INTEGER NOT NULL DEFAULT 0,
    duplicates INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL
);
PRAGMA user_version = {VERSION};
COMMIT;"
    )
}
