//! Checking the connection, step by step.

use leptos::prelude::*;

use super::entry::Entry;
use super::model::{Checked, Found, Known, Step};
use super::told::Told;
use crate::text::Words;
use crate::ui::{Chip, Mood};

/// The button, and what it found.
#[component]
pub(super) fn Check() -> impl IntoView {
    let words = &Words::current().connect.check;
    let entry = Entry::current();
    let is_running = Memo::new(move |_| entry.known.with(Known::is_running));
    view! {
        <div>
            <button
                type="button"
                class="button"
                aria-disabled=move || is_running.get().then_some("true")
                on:click=move |_| entry.check()
            >
                {move || if is_running.get() { words.checking } else { words.press }}
            </button>
        </div>
        <div role="status">
            {move || entry.known.get().checked.map(|checked| view! {
                <div class="stack-tight">
                    <h2>{words.title}</h2>
                    <ol class="checks">
                        {Checked::STEPS
                            .map(|step| view! { <Line step found=checked.get(step).cloned() /> })
                            .collect_view()}
                    </ol>
                </div>
            })}
        </div>
    }
}

/// A step with what is known of it.
#[component]
fn Line(step: Step, found: Option<Found>) -> impl IntoView {
    let words = &Words::current().connect.check;
    let name = match step {
        Step::Address => words.address,
        Step::Api => words.api,
        Step::SignIn => words.sign_in,
        Step::Lists => words.lists,
    };
    let (mood, word) = match &found {
        None => (Mood::Plain, words.untried),
        Some(Found::Asking) => (Mood::Plain, words.asking),
        Some(Found::Good) => (Mood::Good, words.good),
        Some(Found::Bad(_)) => (Mood::Bad, words.bad),
        Some(Found::NotTold) => (Mood::Plain, words.unknown),
        Some(Found::NoReads) => (Mood::Plain, words.bad),
    };
    let more = match found {
        Some(Found::Bad(diagnosis)) => view! { <Told diagnosis /> }.into_any(),
        Some(Found::NotTold) => view! { <p>{words.not_told}</p> }.into_any(),
        Some(Found::NoReads) => view! { <p>{words.no_reads}</p> }.into_any(),
        None | Some(Found::Asking | Found::Good) => ().into_any(),
    };
    view! {
        <li>
            <div class="row"><span>{name}</span> " " <Chip mood text=word /></div>
            {more}
        </li>
    }
}
