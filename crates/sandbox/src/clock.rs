//! The server's clock: a logical one, so that two runs of a test store the same dates.

use rusqlite::{Connection, Transaction};

/// The instant of the seed, 2026-03-02T08:00:00Z, in seconds since 1970.
const START: i64 = 1_772_438_400;

/// Sets the clock to its start.
pub(crate) fn start(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM clock", ())?;
    connection.execute("INSERT INTO clock (now) VALUES (?1)", [START])?;
    Ok(())
}

/// The time now, as the API writes it.
pub(crate) fn now(connection: &Connection) -> rusqlite::Result<String> {
    connection
        .query_row("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', now, 'unixepoch') FROM clock", (), |row| row.get(0))
}

/// Moves the clock on by the one second that every write takes, and reads it.
pub(crate) fn tick(transaction: &Transaction<'_>) -> rusqlite::Result<String> {
    transaction.execute("UPDATE clock SET now = now + 1", ())?;
    now(transaction)
}
