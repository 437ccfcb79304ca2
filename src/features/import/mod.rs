//! The import: a file becomes contacts.

mod again;
mod attempt;
mod bind;
mod columns;
mod compare;
mod copying;
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
mod receipt;
mod recipe;
mod remembered;
mod review;
mod rows;
mod run;
mod scanning;
mod state;
mod steps;
mod transfer;
mod under_way;
mod waiting;

pub(crate) use page::ImportPage;
