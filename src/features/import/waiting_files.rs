//! The files that wait for their turn, and what was taken over for the present one.

use leptos::prelude::*;

use super::model::{Origin, Run};
use super::sources::TakenOver;
use super::state::ImportState;
use crate::text::Words;
use crate::ui::{Message, Tone};

/// What has become of the file that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Present {
    /// Its import began.
    Imported,
    /// It did not, or nobody knows.
    Not,
}

/// The name of the next file that waits.
fn next_name(import: &ImportState) -> Option<String> {
    import.sources.queue.read().waiting().first().map(|waiting| waiting.item.file.name())
}

/// Which of several files is looked at, and what waits; nothing where it is the only one.
#[component]
pub(super) fn WaitingFiles() -> impl IntoView {
    let import = ImportState::current();
    let is_one_of_some = Memo::new(move |_| {
        let queue = import.sources.queue.read();
        let has_file = import.source.with(|source| source.facts().is_some());
        queue.place().is_some() && (has_file || !queue.waiting().is_empty())
    });
    view! {
        {move || is_one_of_some.get().then(|| view! { <Several /> })}
        <WhatWasTakenOver />
    }
}

#[component]
fn Several() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().sources;
    let here = Memo::new(move |_| import.source.with(|source| source.facts().cloned()));
    let place = move || {
        let (number, of) = import.sources.queue.read().place()?;
        let file = here.get()?;
        Some((texts.place)(&words.count(number as u64), &words.count(of as u64), &file.name))
    };
    let is_part =
        Memo::new(move |_| here.read().as_ref().is_some_and(|file| matches!(file.origin, Origin::Part(_))));
    let on = move || {
        // Once it has ended, that is offered below its outcome.
        let next = next_name(&import).filter(|_| *import.run.read() == Run::Idle)?;
        let said = if here.read().is_some() { (texts.skip)(&next) } else { (texts.go_on)(&next) };
        Some(view! {
            <button type="button" class="button" on:click=move |_| import.next_file()>{said}</button>
        })
    };
    view! {
        <div class="card stack-tight" id="import-queue" tabindex="-1">
            <div class="row">
                <strong class="grow">{place}</strong>
                {on}
            </div>
            <PutOff />
            <List />
            {move || is_part.get().then(|| view! { <p class="hint">{texts.repeats_across}</p> })}
        </div>
    }
}

/// Says that what was chosen while the present file was worked on waits.
#[component]
fn PutOff() -> impl IntoView {
    let import = ImportState::current();
    let texts = &Words::current().import().sources;
    let said = move || {
        let names = import.sources.put_off.read();
        (!names.is_empty()).then(|| view! { <p role="status">{(texts.put_off)(&names.join(", "))}</p> })
    };
    view! { {said} }
}

/// What waits, each with a button to take it out.
#[component]
fn List() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().sources;
    let is_empty = Memo::new(move |_| import.sources.queue.read().waiting().is_empty());
    let each = move || {
        let waiting = |waiting: &super::queue::Waiting<super::sources::Chosen>| {
            (waiting.number, waiting.item.file.name(), waiting.item.file.size())
        };
        import.sources.queue.read().waiting().iter().map(waiting).collect::<Vec<_>>()
    };
    let line = move |(number, name, bytes): (u32, String, u64)| {
        let label = (texts.remove_file)(&name);
        view! {
            <li class="row">
                <span>{name} " " <span class="hint">{words.bytes(bytes)}</span></span>
                <button
                    type="button"
                    class="button quiet"
                    aria-label=label
                    on:click=move |_| import.remove_waiting(number)
                >
                    {texts.remove}
                </button>
            </li>
        }
    };
    view! {
        {move || (!is_empty.get()).then(|| view! {
            <div>
                <p class="muted">{texts.waiting}</p>
                <ol class="waiting-files"><For each key=|(number, ..)| *number children=line /></ol>
            </div>
        })}
    }
}

/// Whether the choices for the file before hold for this one.
#[component]
fn WhatWasTakenOver() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().sources;
    move || {
        Some(match import.sources.taken_over.get()? {
            TakenOver::All(from) => {
                view! { <p class="hint" role="status">{(texts.same_columns)(&from)}</p> }.into_any()
            }
            TakenOver::NotColumns(from) => view! {
                <Message tone=Tone::Caution title=texts.other_columns_title>
                    <p>{(texts.other_columns)(&from)}</p>
                </Message>
            }
            .into_any(),
            TakenOver::NotRows(from) => view! {
                <Message tone=Tone::Caution title=texts.changed_title><p>{(texts.changed)(&from)}</p></Message>
            }
            .into_any(),
        })
    }
}

/// Offers the next file: once the present one is imported as what is most likely wanted, else as what leaves it out.
#[component]
pub(super) fn NextFile(present: Present) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().sources;
    let (say, class) = match present {
        Present::Imported => (texts.go_on, "button primary"),
        Present::Not => (texts.skip, "button"),
    };
    let next = Memo::new(move |_| next_name(&import));
    move || {
        next.get().map(|next| {
            view! {
                <button type="button" class=class on:click=move |_| import.next_file()>{say(&next)}</button>
            }
        })
    }
}
