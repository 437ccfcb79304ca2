//! A cell of the table of rows: a button with its text, and a field or its choices while it is being changed.

use dialdesk_core::contact::{ContactField, CustomKind};
use dialdesk_core::import::Kind;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::becomes::{Note, Seen, seen};
use super::rows::{CellAt, Table};
use super::state::ImportState;
use crate::platform::field;

impl Table {
    /// Begins to change a cell.
    fn begin(self, at: CellAt, cell: Seen) {
        let is_open =
            |import: &ImportState| !import.is_fixed.get_untracked() && untrack(|| self.is_current());
        let Some(import) = self.import().filter(is_open) else { return };
        self.keep();
        self.draft.set(cell.text.clone());
        self.before.set_value(Some(cell));
        self.open.set(Some(at));
        import.host.focus_named(self.id(at.place, at.column));
    }

    /// Keeps what is typed. The field may be gone from the page already: it was scrolled away, or the screen was left.
    pub(super) fn keep(self) {
        let Some(at) = self.open.try_get_untracked().flatten() else { return };
        let text = self.draft.try_get_untracked();
        let before = self.before.try_get_value().flatten();
        self.open.try_set(None);
        // The file may be read in another way meanwhile, where the row has another number.
        let row = untrack(|| self.row_now(at.row));
        if let (Some(text), Some(before), Some(import), Some(row)) = (text, before, self.import(), row)
            && text != before.text
        {
            import.fix(row, at.field, &text, &before.in_file);
        }
    }

    /// Ends changing a cell and goes back to it.
    fn end(self, at: CellAt) {
        self.open.set(None);
        if let Some(import) = self.import() {
            import.host.focus_named(self.id(at.place, at.column));
        }
    }

    /// What a field can hold, where that is one of some choices.
    fn choices(self, field: ContactField) -> Option<Vec<String>> {
        self.import()?.fields.with_untracked(|fields| {
            let field = fields.iter().find(|known| ContactField::Custom(known.id) == field)?;
            match &field.kind {
                CustomKind::Select(choices) if !choices.is_empty() => Some(choices.clone()),
                CustomKind::Select(_)
                | CustomKind::Text
                | CustomKind::Number
                | CustomKind::Switch
                | CustomKind::DateTime
                | CustomKind::Url
                | CustomKind::Other(_) => None,
            }
        })
    }

    /// What the keys do that end changing a cell.
    fn pressed(self, at: CellAt) -> impl Fn(KeyboardEvent) {
        move |event| match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                self.keep();
                self.end(at);
            }
            "Escape" => {
                // It is meant for this field alone, not for a dialog around it.
                event.stop_propagation();
                self.end(at);
            }
            _ => {}
        }
    }

    fn seen(self, at: CellAt) -> Option<Seen> {
        let shown = self.reader.row(at.row)?;
        self.import()?.decisions.with(|decisions| seen(&shown, at.row, at.field, decisions))
    }
}

/// The cell.
#[component]
pub(super) fn Cell(table: Table, at: CellAt) -> impl IntoView {
    let is_open = Memo::new(move |_| table.open.get() == Some(at));
    move || {
        if is_open.get() {
            view! { <Editor table at /> }.into_any()
        } else {
            view! { <Closed table at /> }.into_any()
        }
    }
}

/// The cell while nobody changes it.
#[component]
fn Closed(table: Table, at: CellAt) -> impl IntoView {
    let texts = &table.words.import().rows;
    let cell = Memo::new(move |_| table.seen(at));
    let text = move || {
        let cell = cell.read();
        let text = cell.as_ref().map(|cell| cell.text.clone())?;
        // Blank is said of odd cells only, else the table would be full of it.
        let is_odd = cell.as_ref().is_some_and(|cell| cell.note != Note::None);
        Some(if text.trim().is_empty() && is_odd { texts.blank.to_owned() } else { text })
    };
    let note = move || match cell.get()?.note {
        Note::None => None,
        Note::Odd(kinds) => Some(kinds.iter().map(|kind| texts.kind(kind)).collect::<Vec<_>>().join(", ")),
        Note::Was(text) => Some((texts.was)(if text.trim().is_empty() { texts.blank } else { &text })),
        Note::Sent(text) => Some((texts.sent)(&text)),
    };
    let is = move |wanted: fn(&Note) -> bool| cell.read().as_ref().is_some_and(|cell| wanted(&cell.note));
    let is_odd = move || is(|note| matches!(note, Note::Odd(_)));
    let is_typed = move || is(|note| matches!(note, Note::Was(_)));
    let is_fixed = ImportState::current().is_fixed;
    let begin = move |_| {
        if let Some(cell) = cell.get_untracked() {
            table.begin(at, cell);
        }
    };
    view! {
        <button
            type="button"
            class="cell"
            class:is-odd=is_odd
            class:is-typed=is_typed
            id=table.id(at.place, at.column)
            // In one row Tab goes to what wants a look; arrow keys reach every cell.
            tabindex=move || if table.is_tabbed(at.place) && (is_odd() || is_typed()) { "0" } else { "-1" }
            title=text
            prop:disabled=is_fixed
            on:focus=move |_| table.enter(at.place)
            on:click=begin
        >
            <span class="visually-hidden">{table.field(at.field)}" "</span>
            <span class="cell-text">{text}</span>
            {move || note().map(|note| view! { <span class="visually-hidden">" "</span><span class="cell-note">{note}</span> })}
        </button>
    }
}

/// The field, or the choices.
#[component]
fn Editor(table: Table, at: CellAt) -> impl IntoView {
    // A field that is scrolled away goes without losing focus first.
    on_cleanup(move || {
        if table.open.try_get_untracked().flatten() == Some(at) {
            table.keep();
        }
    });
    let label = (table.words.import().rows.editing)(&table.field(at.field), &table.line(at.row));
    match table.choices(at.field) {
        Some(choices) => view! { <Choices table at label choices /> }.into_any(),
        None => view! {
            <input
                class="input cell-input"
                type="text"
                id=table.id(at.place, at.column)
                // As in a spreadsheet: what is typed takes the place of what was there.
                on:focus:target=move |event| field::select_all(&event.target())
                aria-label=label
                autocomplete="off"
                spellcheck="false"
                prop:value=table.draft
                on:input:target=move |event| table.draft.set(event.target().value())
                on:keydown=table.pressed(at)
                on:blur=move |_| table.keep()
            />
        }
        .into_any(),
    }
}

/// The choices of a field, and none of them. What the cell has now stays among them also where it is no choice.
#[component]
fn Choices(table: Table, at: CellAt, label: String, choices: Vec<String>) -> impl IntoView {
    let texts = &table.words.import().rows;
    let now = table.draft.get_untracked();
    let stray = Some(now.clone()).filter(|now| !now.is_empty() && !choices.contains(now));
    let stray = stray.map(|text| {
        let said = format!("{text} · {}", texts.kind(Kind::NotAChoice));
        view! { <option value=text selected=true>{said}</option> }
    });
    let is_blank = now.is_empty();
    let options = choices.into_iter().map(|choice| {
        let is_now = choice == now;
        let value = choice.clone();
        view! { <option value=value selected=is_now>{choice}</option> }
    });
    view! {
        <select
            class="select cell-input"
            id=table.id(at.place, at.column)
            aria-label=label
            on:change:target=move |event| table.draft.set(event.target().value())
            on:keydown=table.pressed(at)
            on:blur=move |_| table.keep()
        >
            {stray}
            <option value="" selected=is_blank>{texts.blank}</option>
            {options.collect_view()}
        </select>
    }
}
