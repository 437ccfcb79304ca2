//! The journal and what is remembered as files.

use dialdesk_core::plan::{self, TableWords};
use leptos::prelude::*;

use super::look::Desk;
use crate::platform::clock;
use crate::platform::file::Collector;
use crate::text::Words;

/// Hands bytes to the browser as a file.
pub(super) fn save(bytes: &[u8], name: &str) {
    let file = Collector::new();
    file.push(bytes);
    if let Some(file) = file.finish() {
        file.save_as(name);
    }
}

/// Saves the imports as a table.
pub(super) fn save_table(words: &'static Words, desk: &Desk) {
    let texts = words.activity();
    let columns = &texts.columns;
    let said = TableWords {
        columns: [
            columns.began,
            columns.file,
            columns.list,
            columns.number,
            columns.state,
            columns.promised,
            columns.came,
            columns.left_out,
            columns.staged,
        ],
        delimiter: texts.delimiter,
        moment: &|at| words.moment(at),
        standing: &|standing| texts.standing(standing),
    };
    let table = plan::table(&desk.entries.read_untracked(), clock::now(), &said);
    save(&table, &format!("{}.csv", texts.file_stem));
}

/// Saves the imports as they are kept.
pub(super) fn save_json(words: &'static Words, desk: &Desk) {
    let json = plan::write(&desk.entries.read_untracked());
    save(json.as_bytes(), &format!("{}.json", words.activity().file_stem));
}
