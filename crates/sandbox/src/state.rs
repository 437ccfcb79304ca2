//! What the server remembers: the database, and the few things that end with the process.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, Transaction};

use crate::answer::Refusal;
use crate::auth::Tokens;
use crate::clock;
use crate::database::{self, Found};
use crate::faults::Faults;
use crate::recording::Recording;
use crate::seed::{self, Seed};

/// Where the server keeps its data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Storage {
    /// In memory: gone with the process.
    Memory,
    /// In an SQLite file, which is made and seeded if it is not there.
    File(PathBuf),
}

/// How to set the server up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Where the data lives.
    pub storage: Storage,
    /// What a new database, or one that is reset, contains.
    pub seed: Seed,
    /// The folder of the built app, if it is to be served.
    pub app: Option<PathBuf>,
}

impl Default for Options {
    /// The seeded call centre in memory, without an app.
    fn default() -> Self {
        Self { storage: Storage::Memory, seed: Seed::CallCentre, app: None }
    }
}

/// Why the server's data cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file cannot be opened or made.
    #[error("cannot open the data file: {source}: {}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What SQLite reports.
        source: rusqlite::Error,
    },
    /// The file is an SQLite database, but not one of this version of the sandbox.
    #[error("the data file belongs to another program or to another version of the sandbox")]
    Foreign,
    /// SQLite refused something.
    #[error("the database failed: {0}")]
    Database(#[from] rusqlite::Error),
    /// The call centre could not be stored.
    #[error("the seed could not be stored: {0}")]
    Seed(String),
}

/// A running stand-in server. Clones share everything.
#[derive(Debug, Clone)]
pub struct Sandbox(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    connection: Mutex<Connection>,
    options: Options,
    tokens: Mutex<Tokens>,
    faults: Mutex<Faults>,
    recording: Mutex<Recording>,
    resets: AtomicU64,
}

/// Names the stretch of time between two resets, so that work begun before one does not write after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Era(u64);

impl Sandbox {
    /// Opens the database and seeds it if it is new.
    ///
    /// # Errors
    ///
    /// When the data file cannot be opened, made or read.
    pub fn open(options: Options) -> Result<Self, OpenError> {
        let (connection, found) = database::open(&options.storage)?;
        let sandbox = Self(Arc::new(Shared {
            connection: Mutex::new(connection),
            options,
            tokens: Mutex::default(),
            faults: Mutex::default(),
            recording: Mutex::default(),
            resets: AtomicU64::new(0),
        }));
        match found {
            Found::New => sandbox.reset().map_err(|refusal| OpenError::Seed(refusal.to_string()))?,
            // An import cannot outlive its process, and its upload is spent.
            Found::Used => {
                lock(&sandbox.0.connection)
                    .execute("UPDATE imports SET state = 'interrupted' WHERE state = 'running'", ())?;
            }
        }
        Ok(sandbox)
    }

    /// Back to the seed: stored data, tokens, faults and recorded requests.
    pub(crate) fn reset(&self) -> Result<(), Refusal> {
        let mut connection = lock(&self.0.connection);
        self.0.resets.fetch_add(1, Ordering::SeqCst);
        let transaction = connection.transaction()?;
        database::clear(&transaction)?;
        clock::start(&transaction)?;
        seed::plant(&transaction, self.0.options.seed)?;
        transaction.commit()?;
        *self.tokens() = Tokens::default();
        *self.faults() = Faults::default();
        let mut recording = self.recording();
        *recording = recording.restarted();
        Ok(())
    }

    /// Reads from the database.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, Refusal>) -> Result<T, Refusal> {
        work(&lock(&self.0.connection))
    }

    /// Writes to the database, all or nothing. The work is given the time of the write.
    pub(crate) fn write<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>, &str) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let mut connection = lock(&self.0.connection);
        let transaction = connection.transaction()?;
        let now = clock::tick(&transaction)?;
        let done = work(&transaction, &now)?;
        transaction.commit()?;
        Ok(done)
    }

    /// The era that a write begun now belongs to. Only steady while the database is locked, that is, inside
    /// [`Sandbox::read`] and [`Sandbox::write`].
    pub(crate) fn era(&self) -> Era {
        Era(self.0.resets.load(Ordering::SeqCst))
    }

    /// The folder of the app.
    pub(crate) fn app(&self) -> Option<&Path> {
        self.0.options.app.as_deref()
    }

    pub(crate) fn tokens(&self) -> MutexGuard<'_, Tokens> {
        lock(&self.0.tokens)
    }

    pub(crate) fn faults(&self) -> MutexGuard<'_, Faults> {
        lock(&self.0.faults)
    }

    pub(crate) fn recording(&self) -> MutexGuard<'_, Recording> {
        lock(&self.0.recording)
    }
}

/// A poisoned lock is taken all the same: every write to the database is a transaction, and the rest is replaced
/// whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
