//! Step 1: the file.

use dialdesk_core::import::{Column, FILE_BYTES_MAX, Header, Scan};
use leptos::prelude::*;

use super::model::{FileFacts, Source, Trouble};
use super::state::ImportState;
use crate::platform::file::LocalFile;
use crate::text::Words;
use crate::ui::{Message, Tone};

/// Takes a file, and says what it is.
#[component]
pub(super) fn FileStep() -> impl IntoView {
    let import = ImportState::current();
    move || match import.source.get() {
        Source::None => view! { <Drop /> }.into_any(),
        Source::Reading { file, read, records } => view! { <Reading file read records /> }.into_any(),
        Source::Refused { file, why } => view! { <Refused file why /><Drop /> }.into_any(),
        Source::Read { file, scan, .. } => view! { <Facts file scan=(*scan).clone() /> }.into_any(),
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
fn Reading(file: FileFacts, read: u64, records: u64) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let so_far = (words.import().file.read_so_far)(
        &words.bytes(read),
        &words.bytes(file.bytes),
        &words.count(records),
    );
    view! {
        <div class="card stack-tight">
            <p role="status">{(words.import().file.reading)(&file.name)}</p>
            <progress
                class="progress"
                aria-label=(words.import().file.reading)(&file.name)
                max=file.bytes.to_string()
                value=read.to_string()
            />
            <p class="hint">{so_far}</p>
            <div>
                <button type="button" class="button" on:click=move |_| import.forget_file()>
                    {words.shell.cancel}
                </button>
            </div>
        </div>
    }
}

#[component]
fn Refused(file: FileFacts, why: Trouble) -> impl IntoView {
    let words = Words::current();
    view! {
        <Message tone=Tone::Bad title=(words.import().file.refused)(&file.name) id="file-outcome">
            <p>{trouble(words, &why)}</p>
        </Message>
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

/// What the file is, and its first rows.
#[component]
fn Facts(file: FileFacts, scan: Scan) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().file;
    let facts = [
        words.bytes(file.bytes),
        (texts.records)(&words.count(scan.records())),
        (texts.columns)(&words.count(scan.columns.len() as u64)),
        texts.delimiter(scan.dialect.delimiter).to_owned(),
        texts.encoding(&scan.dialect),
    ];
    let no_header = (scan.dialect.header == Header::Absent).then(|| texts.no_header.to_owned());
    let facts = facts.into_iter().chain(no_header).collect::<Vec<_>>().join(" · ");
    let headers = scan.columns.iter().map(|column| column_name(words, column)).collect::<Vec<_>>();
    view! {
        <div class="card stack-tight" id="file-outcome" tabindex="-1">
            <div class="row">
                <div class="grow" role="status">
                    <strong>{file.name}</strong>
                    <p class="muted">{facts}</p>
                </div>
                {move || (!import.is_fixed.get()).then(|| view! { <Browse label=texts.other /> })}
            </div>
            <details>
                <summary>{texts.first_rows}</summary>
                <div class="table-scroll" tabindex="0" role="region" aria-label=texts.first_rows>
                    <table class="table first-rows">
                        <caption>{texts.first_rows}</caption>
                        <thead>
                            <tr>{headers.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view()}</tr>
                        </thead>
                        <tbody>
                            {scan.first_rows.into_iter().map(|row| view! {
                                <tr>{row.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view()}</tr>
                            }).collect_view()}
                        </tbody>
                    </table>
                </div>
            </details>
        </div>
    }
}

/// A column as people find it in their spreadsheet: its letter and its name, in quotes where blanks would be lost.
pub(super) fn column_name(words: &'static Words, column: &Column) -> String {
    let letter = letters(column.index);
    let name = &column.name;
    if name.is_empty() {
        (words.import().file.unnamed)(&letter)
    } else if name.trim() == name {
        format!("{letter} · {name}")
    } else {
        format!("{letter} · “{name}”")
    }
}

/// The letters of a spreadsheet column: A, B … Z, AA.
fn letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(b'A' + u8::try_from(rest % 26).unwrap_or_default());
        rest /= 26;
    }
    letters.iter().rev().map(|byte| char::from(*byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (index, expected) in [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(index), expected);
        }
    }
}
