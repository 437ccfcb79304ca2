//! Uploaded files that wait to be bound.

use rusqlite::{Connection, OptionalExtension as _, Row};
use serde_json::{Value, json};

use crate::answer::Refusal;

/// A file that waits.
#[derive(Debug)]
pub(super) struct Staged {
    pub(super) id: i64,
    pub(super) content: Vec<u8>,
}

/// Stages a file under no name: the next call that binds a name not known otherwise gets the newest such file.
pub(super) fn stage_nameless(
    connection: &Connection,
    user: &str,
    content: &[u8],
    now: &str,
) -> Result<(), Refusal> {
    stage(connection, user, content, now).map(|_| ())
}

/// Stages a file under a name that the server makes up.
pub(super) fn stage_named(
    connection: &Connection,
    user: &str,
    content: &[u8],
    now: &str,
) -> Result<String, Refusal> {
    let id = stage(connection, user, content, now)?;
    let name = format!("staged-{id:04}-{}", content.len());
    connection.execute("UPDATE uploads SET name = ?2 WHERE id = ?1", (id, &name))?;
    Ok(name)
}

fn stage(connection: &Connection, user: &str, content: &[u8], now: &str) -> Result<i64, Refusal> {
    connection.execute(
        "INSERT INTO uploads (user, size, content, createdAt) VALUES (?1, ?2, ?3, ?4)",
        (user, i64::try_from(content.len()).unwrap_or(i64::MAX), content, now),
    )?;
    Ok(connection.last_insert_rowid())
}

/// The file that a name in a path means: the one staged under it, else the user's newest without a name.
pub(super) fn find(connection: &Connection, user: &str, name: &str) -> Result<Staged, Refusal> {
    let to_staged = |row: &Row<'_>| Ok(Staged { id: row.get(0)?, content: row.get(1)? });
    connection
        .prepare_cached(
            "SELECT id, content FROM uploads
             WHERE user = ?1 AND claimed IS NULL AND content IS NOT NULL AND (name = ?2 OR name IS NULL)
             ORDER BY name IS NULL, id DESC LIMIT 1",
        )?
        .query_row((user, name), to_staged)
        .optional()?
        .ok_or_else(|| Refusal::NothingUploaded(name.to_owned()))
}

/// Marks a file as bound: it cannot be bound again, and its bytes are the import's from here.
pub(super) fn claim(connection: &Connection, id: i64, name: &str) -> Result<(), Refusal> {
    connection.execute("UPDATE uploads SET claimed = ?2, content = NULL WHERE id = ?1", (id, name))?;
    Ok(())
}

/// Every upload since the last reset.
pub(crate) fn to_state(connection: &Connection) -> Result<Vec<Value>, Refusal> {
    let mut statement = connection
        .prepare_cached("SELECT id, user, name, claimed, size, createdAt FROM uploads ORDER BY id")?;
    let uploads = statement.query_map((), |row| {
        Ok(json!({
            "id": row.get::<_, i64>(0)?,
            "user": row.get::<_, String>(1)?,
            "name": row.get::<_, Option<String>>(2)?,
            "claimed": row.get::<_, Option<String>>(3)?,
            "size": row.get::<_, i64>(4)?,
            "createdAt": row.get::<_, String>(5)?,
        }))
    })?;
    Ok(uploads.collect::<Result<_, _>>()?)
}
