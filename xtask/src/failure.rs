//! What a task says when it cannot go on.

use std::fmt;
use std::path::Path;

/// A whole sentence for the person at the terminal.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Failure(String);

/// The result of anything that can fail.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// Fails with `sentence`.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads a text file, naming it when that fails.
pub(crate) fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path)
        .map_err(|error| Failure::new(format!("{} cannot be read: {error}.", path.display())))
}

/// Reads a file as it is, naming it when that fails.
pub(crate) fn read_bytes(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path).map_err(|error| Failure::new(format!("{} cannot be read: {error}.", path.display())))
}

/// Writes a file and the folder it is in, naming it when that fails.
pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Outcome {
    let made = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    made.and_then(|()| std::fs::write(path, content))
        .map_err(|error| Failure::new(format!("{} cannot be written: {error}.", path.display())))
}

/// Removes a file, naming it when that fails.
pub(crate) fn remove(path: &Path) -> Outcome {
    std::fs::remove_file(path)
        .map_err(|error| Failure::new(format!("{} cannot be removed: {error}.", path.display())))
}
