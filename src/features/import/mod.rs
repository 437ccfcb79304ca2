//! The import: a file becomes contacts.

mod again;
mod becomes;
mod bind;
mod browse;
mod bulk;
mod cell;
mod columns;
mod desk;
mod dialect;
mod duplicates;
mod ending;
mod file;
mod left_out;
mod model;
mod numbers;
mod odd;
mod outcome;
mod page;
mod pieces;
mod problems;
mod reader;
mod review;
mod rows;
mod run;
mod scanning;
mod state;
mod taken;
mod undo;
mod undo_bar;
mod waiting;

pub(crate) use page::ImportPage;
