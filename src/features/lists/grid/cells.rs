//! The rows and columns of the grid.

use dialdesk_core::contact::{Cell, CellFinding, ContactField, Pasted, Shape};
use dialdesk_core::problem::Severity;
use leptos::prelude::*;

use super::super::desk::ListDesk;
use super::super::form::field_name;
use crate::platform::clipboard::pasted_text;
use crate::state::{Host, Remote};
use crate::text::Words;

/// The id of a cell: its row and its column, from 0.
pub(super) fn cell_id(row: usize, column: usize) -> String {
    format!("cell-{row}-{column}")
}

/// The grid. It scrolls sideways in itself; the cells take the keyboard there.
#[component]
pub(super) fn Cells(desk: ListDesk, told: Memo<Vec<CellFinding>>) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().grid;
    let form = desk.grid();
    let columns = Memo::new(move |_| form.grid.with(|grid| grid.columns().to_vec()));
    let rows = Memo::new(move |_| form.grid.with(|grid| grid.rows().len()));
    let head = move || {
        let names = columns.get().into_iter().map(|field| {
            let name = form.fields.with(|fields| field_name(words, fields, field));
            view! { <th scope="col">{name}</th> }
        });
        names.collect_view()
    };
    let body = move || {
        let columns = columns.get();
        view! {
            <For each=move || 0..rows.get() key=|row| *row let:row>
                <Row desk row columns=columns.clone() told />
            </For>
        }
    };
    view! {
        <div class="card flush table-scroll">
            <table class="table grid">
                <caption>{texts.caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{texts.row}</th>
                        {head}
                        <td></td>
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}

/// A row with its number and the button that takes it away.
#[component]
fn Row(
    desk: ListDesk,
    row: usize,
    columns: Vec<ContactField>,
    told: Memo<Vec<CellFinding>>,
) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().grid;
    let host = Host::current();
    let form = desk.grid();
    let here = Memo::new(move |_| {
        told.with(|told| told.iter().filter(|finding| finding.at.row == row).cloned().collect::<Vec<_>>())
    });
    let number = words.count(row as u64 + 1).shown;
    let remove = move |_| {
        form.remove_row(row);
        // The button of the last row is gone with it.
        let rows = form.grid.with_untracked(|grid| grid.rows().len());
        if row >= rows {
            host.focus_soon("grid-add-row");
        }
    };
    let cells = columns
        .into_iter()
        .enumerate()
        .map(|(column, field)| view! { <Entry desk row column field here /> })
        .collect_view();
    view! {
        <tr>
            <th scope="row">{number.clone()}</th>
            {cells}
            <td>
                <button
                    type="button"
                    class="button quiet"
                    aria-label=(texts.remove_row)(&number)
                    title=(texts.remove_row)(&number)
                    on:click=remove
                >
                    "×"
                </button>
            </td>
        </tr>
    }
}

/// A cell. Enter goes to the one below; pasting several cells fills the grid from here.
#[component]
fn Entry(
    desk: ListDesk,
    row: usize,
    column: usize,
    field: ContactField,
    /// What is to be said about the row.
    here: Memo<Vec<CellFinding>>,
) -> impl IntoView {
    let words = Words::current();
    let host = Host::current();
    let form = desk.grid();
    let cell = Cell { row, field };
    let text = Memo::new(move |_| form.grid.with(|grid| grid.text(cell).to_owned()));
    let said = Memo::new(move |_| {
        here.with(|here| here.iter().filter(|finding| finding.at.field == field).cloned().collect::<Vec<_>>())
    });
    let is_wrong = move || said.with(|said| said.iter().any(|finding| finding.severity == Severity::Error));
    let is_said = move || !said.with(Vec::is_empty);
    let label = form.fields.with_untracked(|fields| field_name(words, fields, field));
    let label = (words.lists().grid.cell)(&label, &words.count(row as u64 + 1).shown);
    let mode = form.fields.with_untracked(|fields| {
        let shape = fields.iter().find(|offered| offered.field == field).map(|offered| offered.shape.clone());
        match (field, shape) {
            (ContactField::Phone | ContactField::Mobile, _) => "tel",
            (_, Some(Shape::Whole { .. })) => "numeric",
            (_, _) => "text",
        }
    });
    let id = cell_id(row, column);
    let about = format!("{id}-about");
    let described = about.clone();
    let press = move |event: leptos::ev::KeyboardEvent| {
        // Enter that ends the choice of an input method is not meant for the grid.
        if event.key() != "Enter" || event.is_composing() || event.shift_key() {
            return;
        }
        event.prevent_default();
        let rows = form.grid.with_untracked(|grid| grid.rows().len());
        // The row below is there before Enter leads to it: whoever types on at once types into it.
        host.focus_now(&cell_id(row + 1, column));
        if row + 2 >= rows && form.add_row() && row + 1 >= rows {
            host.focus_named(cell_id(row + 1, column));
        }
    };
    let paste = move |event: leptos::ev::ClipboardEvent| {
        let Some(text) = pasted_text(&event) else { return };
        // One cell is pasted by the browser, at the cursor.
        if !text.trim_end_matches(['\r', '\n']).contains(['\t', '\r', '\n']) {
            return;
        }
        event.prevent_default();
        let custom = desk.custom.with_untracked(|custom| custom.ready().cloned().unwrap_or_default());
        let pasted = Pasted::read(&text, &custom);
        form.paste(pasted, row, column);
        host.focus_soon("grid-pasted");
    };
    let lines = move || {
        let lines = said.get().into_iter().map(|finding| {
            let class = if finding.severity == Severity::Error { "fault" } else { "caution" };
            let said = words.lists().form.problem(&finding.kind, &|number| words.whole(number));
            view! { <div class=class>{said}</div> }
        });
        lines.collect_view()
    };
    view! {
        <td>
            <textarea
                class="input"
                id=id
                rows="1"
                inputmode=mode
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-label=label
                aria-invalid=move || is_wrong().then_some("true")
                aria-describedby=move || is_said().then(|| described.clone())
                prop:value=text
                on:input:target=move |event| form.set(cell, event.target().value())
                on:keydown=press
                on:paste=paste
            ></textarea>
            <div id=about>{lines}</div>
        </td>
    }
}

/// The columns to choose from: those of the installation and the usual ones.
#[component]
pub(super) fn Columns(desk: ListDesk) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().grid;
    let form = desk.grid();
    let all = move || {
        let fields: Vec<ContactField> = form.fields.read().iter().map(|offered| offered.field).collect();
        fields
    };
    let toggle = move |_| form.shows_columns.update(|shows| *shows = !*shows);
    view! {
        <div>
            <button
                type="button"
                class="button"
                aria-expanded=move || form.shows_columns.get().to_string()
                aria-controls="grid-columns"
                on:click=toggle
            >
                {texts.columns}
            </button>
        </div>
        <div id="grid-columns" class="card stack" hidden=move || !form.shows_columns.get()>
            <fieldset class="stack-tight">
                <legend class="label">{texts.columns_legend}</legend>
                <div class="choices">
                    <For each=all key=|field| *field let:field>
                        <label class="check">
                            <input
                                type="checkbox"
                                prop:checked=move || form.grid.with(|grid| grid.columns().contains(&field))
                                prop:disabled=move || form.is_needed(field)
                                on:change:target=move |event| {
                                    let is_shown = event.target().checked();
                                    form.grid.update(|grid| grid.show(field, is_shown));
                                }
                            />
                            <span>{form.fields.with_untracked(|fields| field_name(words, fields, field))}</span>
                        </label>
                    </For>
                </div>
            </fieldset>
            {move || matches!(&*desk.custom.read(), Remote::Failed(_)).then(|| view! {
                <super::super::form::Declare desk />
            })}
        </div>
    }
}
