//! What this browser has sent, and what it remembers for files to come.

mod confirm;
mod export;
mod look;
mod page;
mod receipt;
mod recipes;
mod table;
mod unfinished;

pub(crate) use page::ActivityPage;
pub(crate) use unfinished::Interrupted;
