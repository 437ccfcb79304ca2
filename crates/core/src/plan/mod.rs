//! Work of several requests, written down before each of them, so that it is known after a crash what may have happened.

mod entry;
mod json;
mod table;
mod verdict;

pub use entry::{ENTRIES_MAX, Entry, LEASE, Standing, Step, standing_first, with};
pub use json::{read, write};
pub use table::{TableWords, table};
pub use verdict::Verdict;
