//! The import: a file becomes contacts.

mod again;
mod bind;
mod columns;
mod dialect;
mod duplicates;
mod ending;
mod file;
mod guards;
mod known;
mod left_out;
mod log;
mod model;
mod numbers;
mod odd;
mod outcome;
mod page;
mod problems;
mod recipe;
mod remembered;
mod review;
mod rows;
mod run;
mod scanning;
mod state;
mod waiting;

pub(crate) use page::ImportPage;
