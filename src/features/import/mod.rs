//! The import: a file becomes contacts.

mod bind;
mod columns;
mod duplicates;
mod ending;
mod file;
mod model;
mod outcome;
mod page;
mod review;
mod run;
mod state;
mod waiting;

pub(crate) use page::ImportPage;
