//! The import: a file becomes contacts.

mod again;
mod bind;
mod columns;
mod dialect;
mod duplicates;
mod ending;
mod file;
mod known;
mod left_out;
mod model;
mod numbers;
mod odd;
mod outcome;
mod page;
mod paste;
mod problems;
mod queue;
mod review;
mod rows;
mod run;
mod scanning;
mod source;
mod sources;
mod state;
mod too_large;
mod waiting;
mod waiting_files;

pub(crate) use page::ImportPage;
