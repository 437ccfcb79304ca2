//! All rows of a kind at once: what a repair makes of the first of them, and the buttons that decide.

use dialdesk_core::import::{Kind, KindDecision, Previewer};
use leptos::prelude::*;

use super::columns::field_name;
use super::odd::{choices, rows_of};
use super::state::ImportState;
use crate::platform::task;
use crate::platform::text::BrowserDecoder;
use crate::text::Words;

/// Rows that are shown before and after.
const FIRST: usize = 5;

/// A cell before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    line: u64,
    field: String,
    before: String,
    after: String,
}

/// The buttons of a kind whose rows may go, and what its repair makes of them.
#[component]
pub(super) fn Bulk(kind: Kind) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().rows;
    let count = Memo::new(move |_| {
        import.last.read().as_ref().map_or(0, |checked| rows_of(&checked.report, kind).len())
    });
    // Of several numbers in a cell the first cannot always be told.
    let repaired = Memo::new(move |_| {
        import.last.read().as_ref().map_or(0, |checked| checked.report.repaired.of(kind).count)
    });
    let decision = Memo::new(move |_| import.decisions.read().of_kind(kind));
    let said = move || match decision.get() {
        KindDecision::Send => String::new(),
        KindDecision::LeaveOut => (texts.left_all)(&words.count(count.get())),
        KindDecision::Repair => (texts.repaired)(&words.count(repaired.get())),
    };
    let buttons = choices(kind).iter().map(|choice| {
        let choice = *choice;
        let text = move || texts.deed(kind, choice, &words.count(count.get()));
        // What is so already is no deed; its button stays, so that the keyboard does.
        let is_so = move || decision.get() == choice;
        view! {
            <button
                type="button"
                class="button"
                aria-pressed=move || is_so().to_string()
                prop:disabled=import.is_fixed
                on:click=move |_| import.decide(kind, choice)
            >
                {text}
            </button>
        }
    });
    let buttons = buttons.collect_view();
    (!choices(kind).is_empty()).then(|| {
        view! {
            <div class="stack-tight bulk">
                <h3>{texts.bulk}</h3>
                {kind.is_repairable().then(|| view! { <BeforeAfter kind count /> })}
                <div class="row">{buttons}</div>
                <p role="status" class="hint">{said}</p>
            </div>
        }
    })
}

/// The first rows of a kind as they are and as a repair makes them.
#[component]
fn BeforeAfter(kind: Kind, count: Memo<u64>) -> impl IntoView {
    let words = Words::current();
    let texts = &words.import().rows;
    let changes = first_changes(words, kind);
    move || {
        let changes = changes.get();
        if changes.is_empty() {
            return None;
        }
        let (shown, all) = (words.count(FIRST as u64), words.count(count.get()));
        let more = (all.n > shown.n).then(|| view! { <p class="hint">{(texts.first_of)(&shown, &all)}</p> });
        let changes = changes.into_iter().map(|Change { line, field, before, after }| {
            view! {
                <li>
                    {(texts.at_line)(&words.count(line))} " · " {field} " " <span class="sample">{before}</span>
                    " → " <strong class="sample">{after}</strong>
                </li>
            }
        });
        Some(view! {
            <p>{texts.after}</p>
            <ul class="changes">{changes.collect_view()}</ul>
            {more}
        })
    }
}

/// What a repair makes of the first rows, once they are read.
fn first_changes(words: &'static Words, kind: Kind) -> RwSignal<Vec<Change>> {
    let import = ImportState::current();
    let changes = RwSignal::new(Vec::new());
    Effect::new(move || {
        let (Some(checked), Some(file)) = (import.last.get(), import.file.get_untracked()) else { return };
        let names = import.fields.get();
        task::spawn_here(async move {
            let mut checks = checked.checks.clone();
            checks.decisions.kinds.insert(kind, KindDecision::Repair);
            let previewer = Previewer::new(&checked.scan, &checks);
            let mut found = Vec::new();
            for row in rows_of(&checked.report, kind).iter().take(FIRST) {
                let Some((start, end)) = checked.scan.span(row) else { continue };
                let Ok(bytes) = file.read(start, end).await else { return };
                let cells =
                    previewer.row(row, &bytes, &BrowserDecoder).map_or_else(Vec::new, |row| row.cells);
                for cell in cells.into_iter().filter(|cell| cell.repaired.has(kind)) {
                    let field = field_name(words, &names, cell.field);
                    let after = cell.sent.unwrap_or_else(|| cell.text.clone());
                    found.push(Change { line: checked.scan.line(row), field, before: cell.text, after });
                }
            }
            changes.try_set(found);
        });
    });
    changes
}
