//! What happens while the server imports, and what came of it.

use dialdesk_core::import::Receipt;
use leptos::prelude::*;

use super::file::trouble;
use super::model::{Ending, NotImported, Progress, Run};
use super::state::ImportState;
use crate::api::ApiError;
use crate::route::{Link, Screen};
use crate::state::Host;
use crate::text::Words;
use crate::ui::{Message, Tone};

/// Progress, then the outcome.
#[component]
pub(super) fn Outcome() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import.run;
    move || match import.run.get() {
        Run::Idle => ().into_any(),
        Run::Copying => view! { <Working text=texts.copying can_stop=true /> }.into_any(),
        Run::Uploading => view! { <Working text=texts.uploading can_stop=true /> }.into_any(),
        Run::Binding => view! { <Working text=texts.binding can_stop=false /> }.into_any(),
        Run::Importing(progress) => view! { <Importing progress /> }.into_any(),
        Run::Ended(ending) => view! { <End ending /> }.into_any(),
    }
}

/// Something whose length is not known.
#[component]
fn Working(text: &'static str, can_stop: bool) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    view! {
        <div class="card stack-tight">
            <p role="status">{text}</p>
            <progress class="progress" aria-label=text />
            {can_stop.then(|| view! {
                <div>
                    <button type="button" class="button" on:click=move |_| import.stop()>{words.import.run.stop}</button>
                </div>
            })}
        </div>
    }
}

#[component]
fn Importing(progress: Progress) -> impl IntoView {
    let words = Words::current();
    let texts = &words.import.run;
    let added = progress.added();
    let so_far = added.map(|added| (texts.so_far)(&words.count(added), &words.count(progress.promised)));
    view! {
        <div class="card stack-tight">
            <p role="status">{texts.importing}</p>
            <progress
                class="progress"
                aria-label=texts.importing
                max=progress.promised.to_string()
                value=added.map(|added| added.to_string())
            />
            <p>{so_far}</p>
            <p class="hint">{texts.cannot_stop}</p>
        </div>
    }
}

/// How it ended, and what to do next.
#[component]
fn End(ending: Ending) -> impl IntoView {
    let words = Words::current();
    let texts = &words.import.run;
    Host::current().focus_soon("import-outcome");
    let count = |n: u64| words.count(n);
    let (tone, title, detail, next) = match ending {
        Ending::Done { receipt, progress, had_contacts } => {
            let now = count(progress.now.unwrap_or_default());
            match receipt {
                Receipt::Verified { stored } => (
                    Tone::Good,
                    (texts.verified)(&count(stored)),
                    (texts.verified_detail)(&now),
                    Next::Another,
                ),
                Receipt::Short { stored, by } => {
                    let detail = if had_contacts { texts.short_known } else { texts.short_unknown };
                    (Tone::Caution, (texts.short)(&count(stored), &count(by)), detail.to_owned(), Next::Look)
                }
                Receipt::Over { stored, by } => {
                    let title = (texts.over)(&count(stored), &count(by));
                    (Tone::Caution, title, texts.over_detail.to_owned(), Next::Another)
                }
                Receipt::Unknown => {
                    (Tone::Caution, texts.unknown.to_owned(), texts.unknown_detail.to_owned(), Next::Look)
                }
            }
        }
        Ending::NotImported(why) => {
            let said = match why {
                NotImported::File(why) => trouble(words, &why),
                NotImported::Upload(ApiError::Stopped) => texts.stopped.to_owned(),
                NotImported::Upload(error) | NotImported::Bind(error) => words.errors.sentence(&error),
            };
            (
                Tone::Bad,
                texts.not_imported.to_owned(),
                format!("{said} {}", texts.nothing_changed),
                Next::Again,
            )
        }
        Ending::Unknown { error, progress } => {
            let held = count(progress.now.or(progress.before).unwrap_or_default());
            let detail = format!("{} {}", words.errors.sentence(&error), (texts.unclear_detail)(&held));
            (Tone::Bad, texts.unclear.to_owned(), detail, Next::LookOrAgain)
        }
    };
    view! {
        <div class="outcome">
            <Message tone title id="import-outcome">
                <p>{detail}</p>
                <NextSteps next />
            </Message>
        </div>
    }
}

/// What is offered after an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    /// Another file.
    Another,
    /// A look at the list, or another file.
    Look,
    /// The same again: nothing has happened.
    Again,
    /// A look first, and the same again only knowingly.
    LookOrAgain,
}

#[component]
fn NextSteps(next: Next) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import.run;
    let list = import.list.get_untracked();
    let look = matches!(next, Next::Look | Next::LookOrAgain);
    let again = matches!(next, Next::Again | Next::LookOrAgain);
    let another = matches!(next, Next::Another | Next::Look);
    let open = list.filter(|_| another);
    view! {
        <div class="row">
            {look.then(|| view! {
                <button type="button" class="button" on:click=move |_| import.look_again()>{texts.look_again}</button>
            })}
            {again.then(|| view! {
                <button type="button" class="button" on:click=move |_| import.run.set(Run::Idle)>{texts.again}</button>
            })}
            {open.map(|id| view! { <Link to=Screen::List(id) class="button">{texts.to_list}</Link> })}
            {another.then(|| view! {
                <button type="button" class="button" on:click=move |_| import.forget_file()>{texts.another}</button>
            })}
        </div>
    }
}
