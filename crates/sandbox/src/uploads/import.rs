//! The import in the background.

use std::collections::HashSet;
use std::time::Duration;

use csv::ByteRecord;
use rusqlite::{Connection, Transaction};
use serde_json::{Value, json};

use super::binding::{Binding, Order, Reader};
use crate::answer::Refusal;
use crate::contacts::draft::{ContactField, Draft};
use crate::contacts::store;
use crate::faults::Pace;
use crate::state::{Era, Sandbox};

/// How many rows are stored at a time, so that a client that counts sees the number grow.
const BATCH: usize = 500;

/// The lock of the database is not fair: without a pause between two batches nobody else would get it.
const PAUSE: Duration = Duration::from_millis(1);

/// An import that is about to run.
pub(super) struct Job {
    pid: i64,
    list: i64,
    bindings: Vec<Binding>,
    /// For each duplicate field, which of the bindings it is.
    compared: Vec<usize>,
    seen: HashSet<String>,
    reader: Reader,
}

/// What became of the rows of a batch.
#[derive(Debug, Default)]
struct Counts {
    rows: i64,
    stored: i64,
    duplicates: i64,
    failed: i64,
}

/// A row that is ready to be stored, or not.
enum Prepared {
    Good { key: Option<String>, draft: Draft },
    Bad { key: Option<String> },
}

/// Notes a new import and gives its number.
pub(super) fn begin(connection: &Connection, upload: i64, list: i64) -> Result<i64, Refusal> {
    connection
        .execute("INSERT INTO imports (ListId, upload, state) VALUES (?1, ?2, 'running')", (list, upload))?;
    Ok(connection.last_insert_rowid())
}

impl Job {
    /// Makes an import ready: what is in the list already counts as seen.
    pub(super) fn new(
        connection: &Connection,
        pid: i64,
        order: Order,
        reader: Reader,
    ) -> Result<Self, Refusal> {
        let Order { list, bindings, duplicates } = order;
        let compared = duplicates
            .iter()
            .filter_map(|field| bindings.iter().position(|binding| is_same(&binding.field, field)))
            .collect();
        let mut seen = HashSet::new();
        if !duplicates.is_empty() {
            store::texts(connection, list, &duplicates, |texts| seen.extend(key_of(texts)))?;
        }
        Ok(Self { pid, list, bindings, compared, seen, reader })
    }

    /// Stores the file's rows, batch after batch, or as a test wants it. Ends early if the server is reset meanwhile.
    pub(super) fn run(mut self, sandbox: &Sandbox, era: Era, pace: Option<Pace>) {
        if let Some(Pace::Late(wait)) = pace {
            std::thread::sleep(wait);
        }
        let size = if pace == Some(Pace::Stall) { 1 } else { BATCH };
        loop {
            let batch = self.prepare(size);
            let is_last = batch.len() < size;
            let stored = sandbox.write(|transaction, now| {
                if sandbox.era() == era {
                    self.store(transaction, batch, now, is_last).map(Some)
                } else {
                    Ok(None)
                }
            });
            match stored {
                Ok(Some(())) if !is_last && pace != Some(Pace::Stall) => std::thread::sleep(PAUSE),
                Ok(Some(()) | None) => return,
                Err(refusal) => return self.give_up(sandbox, &refusal),
            }
        }
    }

    fn give_up(&self, sandbox: &Sandbox, refusal: &Refusal) {
        eprintln!("dialdesk-sandbox: import {} ended early: {refusal}", self.pid);
        let noted = sandbox.write(|transaction, _| {
            transaction.execute("UPDATE imports SET state = 'failed' WHERE pid = ?1", [self.pid])?;
            Ok(())
        });
        if let Err(refusal) = noted {
            eprintln!("dialdesk-sandbox: and that could not be stored: {refusal}");
        }
    }

    /// Reads and checks the rows of the next batch; needs no database.
    fn prepare(&mut self, size: usize) -> Vec<Prepared> {
        let mut batch = Vec::with_capacity(size);
        let mut row = ByteRecord::new();
        while batch.len() < size && self.reader.next_row(&mut row).is_some() {
            batch.push(self.check(&row));
        }
        batch
    }

    fn check(&self, row: &ByteRecord) -> Prepared {
        let Some(cells) = self.reader.cells(row) else {
            return Prepared::Bad { key: None };
        };
        let compared: Vec<&str> =
            self.compared.iter().filter_map(|&place| cells.get(place).copied()).collect();
        let key = key_of(&compared);
        let mut draft = Draft::blank();
        for (binding, cell) in self.bindings.iter().zip(&cells) {
            match binding.field.check_text(cell) {
                Ok(value) => draft.set(&binding.field, value),
                Err(_) => return Prepared::Bad { key },
            }
        }
        Prepared::Good { key, draft }
    }

    fn store(
        &mut self,
        transaction: &Transaction<'_>,
        batch: Vec<Prepared>,
        now: &str,
        is_last: bool,
    ) -> Result<(), Refusal> {
        let mut counts = Counts::default();
        for prepared in batch {
            counts.rows += 1;
            let (Prepared::Good { key, .. } | Prepared::Bad { key }) = &prepared;
            if key.as_ref().is_some_and(|key| self.seen.contains(key)) {
                counts.duplicates += 1;
                continue;
            }
            match prepared {
                Prepared::Bad { .. } => counts.failed += 1,
                Prepared::Good { key, draft } => {
                    store::insert(transaction, self.list, &draft, now)?;
                    counts.stored += 1;
                    self.seen.extend(key);
                }
            }
        }
        transaction.execute(
            "UPDATE imports SET rows = rows + ?2, stored = stored + ?3, duplicates = duplicates + ?4,
             failed = failed + ?5, state = ?6 WHERE pid = ?1",
            (
                self.pid,
                counts.rows,
                counts.stored,
                counts.duplicates,
                counts.failed,
                if is_last { "done" } else { "running" },
            ),
        )?;
        Ok(())
    }
}

/// Every import since the last reset.
pub(crate) fn to_state(connection: &Connection) -> Result<Vec<Value>, Refusal> {
    let mut statement = connection.prepare_cached(
        "SELECT pid, ListId, upload, rows, stored, duplicates, failed, state FROM imports ORDER BY pid",
    )?;
    let imports = statement.query_map((), |row| {
        Ok(json!({
            "pid": row.get::<_, i64>(0)?,
            "ListId": row.get::<_, i64>(1)?,
            "upload": row.get::<_, i64>(2)?,
            "rows": row.get::<_, i64>(3)?,
            "stored": row.get::<_, i64>(4)?,
            "duplicates": row.get::<_, i64>(5)?,
            "failed": row.get::<_, i64>(6)?,
            "state": row.get::<_, String>(7)?,
        }))
    })?;
    Ok(imports.collect::<Result<_, _>>()?)
}

fn is_same(a: &ContactField, b: &ContactField) -> bool {
    match (a, b) {
        (ContactField::Standard(a), ContactField::Standard(b)) => a.name == b.name,
        (ContactField::Custom(a), ContactField::Custom(b)) => a.id == b.id,
        (ContactField::Standard(_), ContactField::Custom(_))
        | (ContactField::Custom(_), ContactField::Standard(_)) => false,
    }
}

/// One text for several, such that no two different groups give the same. A blank is never a duplicate, so a group
/// with one in it has none; as for the app, white space alone is blank.
fn key_of(texts: &[impl AsRef<str>]) -> Option<String> {
    if texts.is_empty() || texts.iter().any(|text| text.as_ref().trim().is_empty()) {
        return None;
    }
    let mut key = String::new();
    for text in texts.iter().map(AsRef::as_ref) {
        // With its length before it, the end of one text cannot pass for the beginning of the next.
        key.push_str(&text.len().to_string());
        key.push(':');
        key.push_str(text);
    }
    Some(key)
}
