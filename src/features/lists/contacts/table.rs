//! The table of a page of contacts.

use dialdesk_core::contact::{ContactField, StoredContact};
use leptos::prelude::*;

use super::super::desk::ListDesk;
use super::model::{Column, custom_columns};
use crate::features::removals::{Removals, RemoveButton, Stage, Target};
use crate::route::{Link, ListPart, Screen};
use crate::text::Words;
use crate::ui::SortHeader;

/// The table. It scrolls sideways in itself, by keyboard too.
#[component]
pub(super) fn Table(desk: ListDesk) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().contacts;
    let contacts = desk.contacts();
    let sort = contacts.sort;
    let name = |field| words.contact_fields().name(field).unwrap_or_default();
    let columns = Memo::new(move |_| {
        let (rows, custom) = (contacts.rows.read(), desk.custom.read());
        let rows = rows.ready().map(Vec::as_slice).unwrap_or_default();
        custom_columns(rows, custom.ready().map(Vec::as_slice).unwrap_or_default())
    });
    // All of a row is its key: what has not changed keeps its place and the keyboard's.
    let rows = move || {
        let columns: Vec<ContactField> = columns.get().into_iter().map(|(field, _)| field).collect();
        let rows = contacts.rows.get().ready().cloned().unwrap_or_default();
        rows.into_iter().map(|row| (row, columns.clone())).collect::<Vec<_>>()
    };
    let more = move || {
        columns.get().into_iter().map(|(_, label)| view! { <th scope="col">{label}</th> }).collect_view()
    };
    view! {
        <div class="card flush table-scroll" tabindex="0" role="region" aria-label=texts.caption>
            <table class="table contacts">
                <caption>{texts.caption}</caption>
                <thead>
                    <tr>
                        <SortHeader column=Column::FirstName label=name(ContactField::FirstName) sort />
                        <SortHeader column=Column::LastName label=name(ContactField::LastName) sort />
                        <SortHeader column=Column::Phone label=name(ContactField::Phone) sort />
                        <th scope="col">{name(ContactField::Email)}</th>
                        {more}
                        <SortHeader column=Column::Id label=texts.id sort />
                        <td></td>
                    </tr>
                </thead>
                <tbody>
                    <For each=rows key=Clone::clone let((row, columns))>
                        <ContactRow desk row columns />
                    </For>
                </tbody>
            </table>
        </div>
    }
}

/// A contact. While it is about to be deleted it is struck out.
#[component]
fn ContactRow(desk: ListDesk, row: StoredContact, columns: Vec<ContactField>) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().contacts;
    let removals = Removals::current();
    let target = Target::Contact(desk.id, row.id);
    let is_struck =
        move || matches!(removals.stage(target), Some(Stage::Waiting | Stage::Sending | Stage::Gone));
    let name = row.name();
    let label = if name.is_empty() { row.id.to_string() } else { name };
    let known = label.clone();
    let contacts = desk.contacts();
    let begin = Callback::new(move |()| {
        removals.begin(target, known.clone(), move || async move {
            contacts.read_again().await;
            desk.count().await;
        });
    });
    let cell = |field| view! { <td>{row.text(field).to_owned()}</td> };
    let first = row.text(ContactField::FirstName).to_owned();
    let shown = if first.trim().is_empty() { label.clone() } else { first };
    let more = columns.into_iter().map(cell).collect_view();
    view! {
        <tr class:struck=is_struck>
            <th scope="row">
                <Link to=Screen::List(desk.id, ListPart::Contact(row.id))>{shown}</Link>
            </th>
            {cell(ContactField::LastName)}
            {cell(ContactField::Phone)}
            {cell(ContactField::Email)}
            {more}
            <td>{row.id.to_string()}</td>
            <td class="keep"><RemoveButton target name=label label=texts.delete begin /></td>
        </tr>
    }
}
