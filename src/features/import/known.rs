//! What is known of a file: what it is, how it is read, and its first rows, also while the rest of it is being read.

use dialdesk_core::import::{Dialect, Header};
use leptos::prelude::*;

use super::dialect::HowRead;
use super::file::{Browse, column_name};
use super::model::{Look, SoFar, Source};
use super::state::ImportState;
use crate::text::Words;

/// How far reading is, in words.
pub(super) fn so_far_said(words: &'static Words, so_far: &SoFar, all: u64) -> String {
    let texts = &words.import().file;
    let said =
        (texts.read_so_far)(&words.bytes(so_far.read), &words.bytes(all), &words.count(so_far.records));
    match so_far.per_second {
        Some(pace) => (texts.at_a_pace)(&said, &words.bytes(pace)),
        None => said,
    }
}

/// A file of which nothing is known yet.
#[component]
pub(super) fn Reading() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().file;
    let file = Memo::new(move |_| import.source.with(|source| source.facts().cloned()).unwrap_or_default());
    let said =
        move || import.source.read().so_far().map(|so_far| so_far_said(words, so_far, file.read().bytes));
    view! {
        <div class="card stack-tight patient">
            <p role="status">{move || (texts.reading)(&file.read().name)}</p>
            <Bar />
            <p class="hint">{said}</p>
            <div><Cancel /></div>
        </div>
    }
}

/// How much of the file is read.
#[component]
fn Bar() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let name = move || import.source.with(|source| source.facts().map(|file| file.name.clone()));
    let bytes = move || import.source.read().facts().map_or(0, |file| file.bytes);
    let read = move || import.source.read().so_far().map_or(0, |so_far| so_far.read);
    view! {
        <progress
            class="progress"
            aria-label=move || (words.import().file.reading)(&name().unwrap_or_default())
            max=move || bytes().to_string()
            value=move || read().to_string()
        />
    }
}

/// Stops reading.
#[component]
fn Cancel() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    view! {
        <button type="button" class="button" on:click=move |_| import.cancel_reading()>{words.shell.cancel}</button>
    }
}

/// What the file is, how it is read, and its first rows.
#[component]
pub(super) fn Known() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().file;
    let name = move || import.source.with(|source| source.facts().map(|file| file.name.clone()));
    let is_reading = Memo::new(move |_| import.source.read().so_far().is_some());
    view! {
        <div class="card stack-tight" id="file-outcome" tabindex="-1">
            <div class="row">
                <div class="grow" role="status">
                    <strong>{name}</strong>
                    <p class="muted">{move || facts(words, &import.source.read())}</p>
                </div>
                {move || match (is_reading.get(), import.is_fixed.get()) {
                    (true, _) => view! { <Cancel /> }.into_any(),
                    (false, false) => view! { <Browse label=texts.other /> }.into_any(),
                    (false, true) => ().into_any(),
                }}
            </div>
            {move || is_reading.get().then(|| view! { <StillReading /> })}
            <HowRead />
            <FirstRows />
        </div>
    }
}

/// How far reading is. What changes all the time is told to nobody who only listens.
#[component]
fn StillReading() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let said = move || {
        let source = import.source.read();
        Some(so_far_said(words, source.so_far()?, source.facts()?.bytes))
    };
    view! {
        <div class="stack-tight">
            <Bar />
            <p class="hint">{said}</p>
        </div>
    }
}

/// Size, records, columns, separator and encoding, as far as they are known.
fn facts(words: &'static Words, source: &Source) -> Option<String> {
    let texts = &words.import().file;
    let (file, Look { dialect, columns, .. }) = (source.facts()?, source.look()?);
    let no_header = |dialect: &Dialect| dialect.header == Header::Absent;
    let facts = [
        Some(words.bytes(file.bytes)),
        source.scan().map(|scan| (texts.records)(&words.count(scan.records()))),
        Some((texts.columns)(&words.count(columns.len() as u64))),
        Some(texts.delimiter(dialect.delimiter).to_owned()),
        Some(texts.encoding(dialect)),
        no_header(dialect).then(|| texts.no_header.to_owned()),
    ];
    Some(facts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// The names of the columns and the first records below them.
#[derive(Clone, PartialEq)]
struct Rows {
    names: Vec<String>,
    cells: Vec<Vec<String>>,
}

/// The first rows. They stay as they are while the rest is read.
#[component]
fn FirstRows() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let title = words.import().file.first_rows;
    let rows = Memo::new(move |_| {
        let source = import.source.read();
        let Look { columns, first_rows, .. } = source.look()?;
        let names = columns.iter().map(|column| column_name(words, column)).collect();
        Some(Rows { names, cells: first_rows.to_vec() })
    });
    let table = move || {
        let Rows { names, cells } = rows.get()?;
        let names = names.into_iter().map(|name| view! { <th scope="col">{name}</th> });
        let row = |row: Vec<String>| {
            let cells = row.into_iter().map(|cell| view! { <td>{cell}</td> });
            view! { <tr>{cells.collect_view()}</tr> }
        };
        Some(view! {
            <table class="table first-rows">
                <caption>{title}</caption>
                <thead><tr>{names.collect_view()}</tr></thead>
                <tbody>{cells.into_iter().map(row).collect_view()}</tbody>
            </table>
        })
    };
    view! {
        <details open>
            <summary>{title}</summary>
            <div class="table-scroll" tabindex="0" role="region" aria-label=title>{table}</div>
        </details>
    }
}
