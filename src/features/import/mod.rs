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
mod problems;
mod review;
mod rows;
mod run;
mod scanning;
mod state;
mod waiting;

pub(crate) use page::ImportPage;
