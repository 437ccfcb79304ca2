//! Rows on the screen. They are read again from the file: the app holds none.

use std::sync::Arc;

use dialdesk_core::import::{Kind, PreviewCell};
use leptos::prelude::*;

use super::columns::field_name;
use super::model::Checked;
use super::state::ImportState;
use crate::platform::task;
use crate::platform::text::BrowserDecoder;
use crate::text::Words;

/// Rows of a table that are shown.
pub(super) const SHOWN_MAX: usize = 200;

/// The bound cells of a record, blank until they are read.
pub(super) fn read_row(checked: &Arc<Checked>, row: u32) -> ReadSignal<Vec<PreviewCell>> {
    let cells = RwSignal::new(Vec::new());
    let checked = Arc::clone(checked);
    let file = ImportState::current().file.get_untracked();
    task::spawn_here(async move {
        let (Some(file), Some((start, end))) = (file, checked.scan.span(row)) else { return };
        if let Ok(bytes) = file.read(start, end).await {
            cells.try_set(checked.scan.preview(row, &bytes, &checked.checks, &BrowserDecoder));
        }
    });
    cells.read_only()
}

/// The texts of a record as the file has them; those of `kind` with the name of their field.
#[component]
pub(super) fn Cells(
    cells: ReadSignal<Vec<PreviewCell>>,
    #[prop(optional)] kind: Option<Kind>,
) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let shown = move |cell: &PreviewCell| {
        if !kind.is_some_and(|kind| cell.kinds.has(kind)) {
            return view! { <span class="sample">{cell.text.clone()}</span> " " }.into_any();
        }
        let name = import.fields.with_untracked(|fields| field_name(words, fields, cell.field));
        let is_empty = cell.text.trim().is_empty();
        let text = if is_empty { words.import().problems.empty.to_owned() } else { cell.text.clone() };
        view! { <mark class="odd">{name} " " <span class="sample">{text}</span></mark> " " }.into_any()
    };
    move || cells.read().iter().map(shown).collect_view()
}

/// What is sent of a record: its changed cells, that it goes as it is, or that it does not go.
#[component]
pub(super) fn SentOf(cells: ReadSignal<Vec<PreviewCell>>, goes: bool) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().problems;
    if !goes {
        return texts.not_sent.into_any();
    }
    let changed = move |cell: &PreviewCell| {
        let sent = cell.sent.clone()?;
        let name = import.fields.with_untracked(|fields| field_name(words, fields, cell.field));
        Some(view! { {name} " " <span class="sample">{sent}</span> " " })
    };
    let sent = move || {
        let cells = cells.read();
        let changed: Vec<_> = cells.iter().filter_map(changed).collect();
        // Nothing is said of what is not read yet.
        if changed.is_empty() && !cells.is_empty() { texts.as_it_is.into_any() } else { changed.into_any() }
    };
    sent.into_any()
}

/// The line of the file in which a record begins.
pub(super) fn line_of(words: &'static Words, checked: &Checked, row: u32) -> String {
    words.count(checked.scan.line(row)).shown
}
