//! Step 1: the file.

use std::sync::Arc;

use dialdesk_core::import::{Column, FILE_BYTES_MAX, Header, Scan};
use leptos::prelude::*;

use super::again::may_help;
use super::dialect::HowRead;
use super::model::{FileFacts, Source, Trouble};
use super::state::ImportState;
use crate::platform::file::LocalFile;
use crate::text::Words;
use crate::ui::{Message, Tone};

/// What is shown of the file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// The place for one.
    None,
    /// How far it is read.
    Reading,
    /// Why it is not taken.
    Refused,
    /// What it is.
    Read,
}

/// Takes a file, and says what it is.
#[component]
pub(super) fn FileStep() -> impl IntoView {
    let import = ImportState::current();
    let phase = Memo::new(move |_| match *import.source.read() {
        Source::None => Phase::None,
        Source::Reading { .. } => Phase::Reading,
        Source::Refused { .. } => Phase::Refused,
        Source::Read { .. } => Phase::Read,
    });
    move || match phase.get() {
        Phase::None => view! { <Drop /> }.into_any(),
        Phase::Reading => view! { <Reading /> }.into_any(),
        Phase::Refused => view! { <Refused /><Drop /> }.into_any(),
        Phase::Read => view! { <Facts /> }.into_any(),
    }
}

/// The place to drop a file, with a button for those who do not drag. The whole screen takes a dropped file.
#[component]
fn Drop() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    view! {
        <div class="drop" class:over=import.is_dragged_over id="file-drop" tabindex="-1">
            <strong>{words.import().file.drop}</strong>
            <Browse label=words.import().file.browse />
            <p class="hint">{(words.import().file.limits)(&words.bytes(FILE_BYTES_MAX))}</p>
        </div>
    }
}

/// A button that opens the browser's file dialog.
#[component]
fn Browse(label: &'static str) -> impl IntoView {
    let import = ImportState::current();
    let chosen = move |event: leptos::ev::Event| {
        if let Some(file) = LocalFile::from_input(&event) {
            import.choose_file(file);
        }
    };
    view! {
        <label class="button browse">
            {label}
            <input
                class="visually-hidden"
                type="file"
                accept=".csv,.txt,.tsv,text/csv,text/plain"
                on:change=chosen
            />
        </label>
    }
}

#[component]
fn Reading() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().file;
    let file = import.source.with_untracked(|source| source.facts().cloned());
    let FileFacts { name, bytes } = file.unwrap_or(FileFacts { name: String::new(), bytes: 0 });
    let so_far = Memo::new(move |_| match *import.source.read() {
        Source::Reading { read, records, .. } => (read, records),
        Source::None | Source::Refused { .. } | Source::Read { .. } => (0, 0),
    });
    let said = move || {
        let (read, records) = so_far.get();
        (texts.read_so_far)(&words.bytes(read), &words.bytes(bytes), &words.count(records))
    };
    view! {
        <div class="card stack-tight">
            <p role="status">{(texts.reading)(&name)}</p>
            <progress
                class="progress"
                aria-label=(texts.reading)(&name)
                max=bytes.to_string()
                value=move || so_far.get().0.to_string()
            />
            <p class="hint">{said}</p>
            <div>
                <button type="button" class="button" on:click=move |_| import.forget_file()>
                    {words.shell.cancel}
                </button>
            </div>
        </div>
    }
}

#[component]
fn Refused() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let refusal = Memo::new(move |_| match &*import.source.read() {
        Source::Refused { file, why } => Some((file.name.clone(), why.clone())),
        Source::None | Source::Reading { .. } | Source::Read { .. } => None,
    });
    let may_help =
        Memo::new(move |_| refusal.with(|refusal| refusal.as_ref().is_some_and(|(_, why)| may_help(why))));
    view! {
        {move || refusal.get().map(|(name, why)| view! {
            <Message tone=Tone::Bad title=(words.import().file.refused)(&name) id="file-outcome">
                <p>{trouble(words, &why)}</p>
            </Message>
        })}
        {move || may_help.get().then(|| view! {
            <div class="card stack-tight">
                <p>{words.import().reading.read_otherwise}</p>
                <HowRead />
            </div>
        })}
    }
}

/// Why a file cannot be worked with, in words.
pub(super) fn trouble(words: &'static Words, why: &Trouble) -> String {
    match why {
        Trouble::Refused(refusal) => {
            words.import().refusal.sentence(refusal, |n| words.count(n), |bytes| words.bytes(bytes))
        }
        Trouble::Gone => words.import().file.gone.to_owned(),
    }
}

/// What the file is, how it is read, and its first rows.
#[component]
fn Facts() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().file;
    let name = move || import.source.with(|source| source.facts().map(|file| file.name.clone()));
    let facts = move || {
        let source = import.source.read();
        let (file, scan) = (source.facts()?, source.scan()?);
        let facts = [
            words.bytes(file.bytes),
            (texts.records)(&words.count(scan.records())),
            (texts.columns)(&words.count(scan.columns.len() as u64)),
            texts.delimiter(scan.dialect.delimiter).to_owned(),
            texts.encoding(&scan.dialect),
        ];
        let no_header = (scan.dialect.header == Header::Absent).then(|| texts.no_header.to_owned());
        Some(facts.into_iter().chain(no_header).collect::<Vec<_>>().join(" · "))
    };
    view! {
        <div class="card stack-tight" id="file-outcome" tabindex="-1">
            <div class="row">
                <div class="grow" role="status">
                    <strong>{name}</strong>
                    <p class="muted">{facts}</p>
                </div>
                {move || (!import.is_fixed.get()).then(|| view! { <Browse label=texts.other /> })}
            </div>
            <HowRead />
            <details>
                <summary>{texts.first_rows}</summary>
                <div class="table-scroll" tabindex="0" role="region" aria-label=texts.first_rows>
                    {move || import.source.read().scan().map(|scan| view! { <FirstRows scan=Arc::clone(scan) /> })}
                </div>
            </details>
        </div>
    }
}

#[component]
fn FirstRows(scan: Arc<Scan>) -> impl IntoView {
    let words = Words::current();
    let headers = scan.columns.iter().map(|column| column_name(words, column));
    let headers = headers.map(|name| view! { <th scope="col">{name}</th> }).collect_view();
    let row = |row: &Vec<String>| {
        let cells = row.iter().map(|cell| view! { <td>{cell.clone()}</td> });
        view! { <tr>{cells.collect_view()}</tr> }
    };
    let rows = scan.first_rows.iter().map(row).collect_view();
    view! {
        <table class="table first-rows">
            <caption>{words.import().file.first_rows}</caption>
            <thead><tr>{headers}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// A column as people find it in their spreadsheet: its letter and its name, in quotes where blanks would be lost.
pub(super) fn column_name(words: &'static Words, column: &Column) -> String {
    let letter = column.letters();
    let name = &column.name;
    if name.is_empty() {
        (words.import().file.unnamed)(&letter)
    } else if name.trim() == name {
        format!("{letter} · {name}")
    } else {
        format!("{letter} · “{name}”")
    }
}
