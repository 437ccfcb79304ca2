//! What came of pasting, and what to do with what has no place.

use dialdesk_core::contact::{ContactField, Misfit, ROWS_MAX};
use leptos::prelude::*;

use super::super::desk::ListDesk;
use super::super::form::field_name;
use super::cells::cell_id;
use super::state::Paste;
use crate::route::{Link, Screen};
use crate::state::Host;
use crate::text::Words;
use crate::ui::{Message, Tone};

/// Says how much was taken in, or asks what to do.
#[component]
pub(super) fn PasteNote(desk: ListDesk) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().grid;
    let form = desk.grid();
    let list_of = move |fields: &[ContactField]| {
        form.fields.with(|offered| {
            let names = fields.iter().map(|field| field_name(words, offered, *field));
            names.collect::<Vec<_>>().join(", ")
        })
    };
    let inside = move || match form.paste.get() {
        None => ().into_any(),
        Some(Paste::Taken(rows, named)) => {
            let count = words.count(rows as u64);
            let title = if named.is_empty() {
                (texts.pasted)(&count)
            } else {
                (texts.pasted_by_name)(&count, &list_of(&named))
            };
            let tone = if rows == 0 { Tone::Caution } else { Tone::Good };
            view! { <Message tone title>""</Message> }.into_any()
        }
        Some(Paste::Waiting { misfit, .. }) => view! { <Waiting desk misfit /> }.into_any(),
    };
    view! { <div id="grid-pasted" tabindex="-1">{inside}</div> }
}

/// What has no place, and the ways out.
#[component]
fn Waiting(desk: ListDesk, misfit: Misfit) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().grid;
    let host = Host::current();
    let form = desk.grid();
    let Misfit { columns, unknown, missing, rows } = misfit;
    let count = |n: usize| words.count(n as u64);
    let names = form.fields.with(|offered| {
        missing.iter().map(|field| field_name(words, offered, *field)).collect::<Vec<_>>().join(", ")
    });
    let too_many = rows > 0;
    let sentences = [
        (columns > 0).then(|| (texts.too_wide)(&count(columns))),
        (!unknown.is_empty()).then(|| (texts.unknown)(&unknown.join(", "))),
        (!missing.is_empty()).then(|| (texts.missing)(&names)),
        too_many.then(|| (texts.too_many)(&count(rows), &count(ROWS_MAX).shown)),
    ];
    let settle = move |columns: &[ContactField], takes: bool| {
        let Some(Paste::Waiting { pasted, row, column, .. }) = form.paste.get_untracked() else { return };
        for field in columns {
            form.grid.update(|grid| grid.show(*field, true));
        }
        if takes {
            form.take(&pasted, row, column);
            host.focus_soon("grid-pasted");
        } else {
            form.paste.set(None);
            host.focus_named(cell_id(row, column));
        }
    };
    let has_missing = !missing.is_empty();
    view! {
        <Message tone=Tone::Caution title=texts.misfit>
            <ul>{sentences.into_iter().flatten().map(|said| view! { <li>{said}</li> }).collect_view()}</ul>
            <div class="row">
                {has_missing.then(|| view! {
                    <button type="button" class="button" on:click=move |_| settle(&missing, true)>
                        {texts.take_with_columns}
                    </button>
                })}
                <button type="button" class="button" on:click=move |_| settle(&[], true)>{texts.take_fitting}</button>
                <button type="button" class="button" on:click=move |_| settle(&[], false)>{texts.take_nothing}</button>
                {too_many.then(|| view! { <Link to=Screen::ImportInto(desk.id)>{texts.import}</Link> })}
            </div>
        </Message>
    }
}
