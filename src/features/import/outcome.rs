//! What happens while the server imports, and what came of it.

use dialdesk_core::import::Receipt;
use dialdesk_core::list::ListId;
use leptos::prelude::*;

use super::ending::{Ending, NotImported};
use super::file::trouble;
use super::left_out::SaveLeftOut;
use super::model::Run;
use super::state::ImportState;
use super::waiting_files::NextFile;
use crate::api::ApiError;
use crate::route::{Link, ListPart, Screen};
use crate::state::Host;
use crate::text::Words;
use crate::ui::{Message, Tone};

/// What is shown of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// Nothing.
    Idle,
    /// Its progress.
    UnderWay,
    /// Its outcome.
    Ended,
}

/// Progress, then the outcome.
#[component]
pub(super) fn Outcome() -> impl IntoView {
    let import = ImportState::current();
    let host = Host::current();
    let phase = Memo::new(move |_| match *import.run.read() {
        Run::Idle => Phase::Idle,
        Run::Copying | Run::Uploading | Run::Binding | Run::Importing(_) => Phase::UnderWay,
        Run::Ended(_) => Phase::Ended,
    });
    // The button that was pressed is gone: the keyboard goes on here. Not when the screen is only come back to.
    Effect::new(move |before: Option<Phase>| {
        let now = phase.get();
        if before.is_some_and(|before| before != now) && now != Phase::Idle {
            host.focus_soon("import-outcome");
        }
        now
    });
    move || match phase.get() {
        Phase::Idle => ().into_any(),
        Phase::UnderWay => view! { <UnderWay /> }.into_any(),
        Phase::Ended => match import.run.get_untracked() {
            Run::Ended(ending) => view! { <End ending /> }.into_any(),
            Run::Idle | Run::Copying | Run::Uploading | Run::Binding | Run::Importing(_) => ().into_any(),
        },
    }
}

/// What is done at the moment, how far it is, and the way to stop it while it can be stopped.
#[component]
fn UnderWay() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().run;
    let text = Memo::new(move |_| match *import.run.read() {
        Run::Copying => texts.copying,
        Run::Uploading => texts.uploading,
        Run::Binding => texts.binding,
        Run::Importing(_) | Run::Idle | Run::Ended(_) => texts.importing,
    });
    let can_stop = Memo::new(move |_| matches!(*import.run.read(), Run::Copying | Run::Uploading));
    let progress = move || match *import.run.read() {
        Run::Importing(progress) => Some(progress),
        Run::Idle | Run::Copying | Run::Uploading | Run::Binding | Run::Ended(_) => None,
    };
    let added = move || progress().and_then(|progress| progress.added());
    let so_far = move || Some((texts.so_far)(&words.count(added()?), &words.count(progress()?.promised)));
    view! {
        <div class="card stack-tight" id="import-outcome" tabindex="-1">
            <p role="status">{move || text.get()}</p>
            <progress
                class="progress"
                aria-label=move || text.get()
                max=move || progress().map(|progress| progress.promised.max(1).to_string())
                value=move || added().map(|added| added.to_string())
            />
            <p>{so_far}</p>
            // At the far end: the second click of a double click on the button before must not meet it.
            {move || if can_stop.get() {
                view! {
                    <div class="row end">
                        <button type="button" class="button" on:click=move |_| import.stop()>{texts.stop}</button>
                    </div>
                }.into_any()
            } else {
                view! { <p class="hint">{texts.cannot_stop}</p> }.into_any()
            }}
        </div>
    }
}

/// How it ended, and what to do next.
#[component]
fn End(ending: Ending) -> impl IntoView {
    let words = Words::current();
    let texts = &words.import().run;
    let count = |n: u64| words.count(n);
    let (tone, title, detail, next) = match ending {
        Ending::Done(receipt, progress) => {
            let list = progress.list;
            match receipt {
                Receipt::Verified { stored } => {
                    let now = count(progress.now.unwrap_or(stored));
                    let detail = (texts.verified_detail)(&now);
                    (Tone::Good, (texts.verified)(&count(stored)), detail, Next::Another(list))
                }
                Receipt::Short { stored, by } => {
                    let had_some = progress.may_have_had_some();
                    let detail = if had_some { texts.short_known } else { texts.short_unknown };
                    let title = (texts.short)(&count(stored), &count(by));
                    (Tone::Caution, title, detail.to_owned(), Next::Look(list))
                }
                Receipt::Over { stored, by } => {
                    let title = (texts.over)(&count(stored), &count(by));
                    (Tone::Caution, title, texts.over_detail.to_owned(), Next::Another(list))
                }
                Receipt::Unknown => (
                    Tone::Caution,
                    texts.unknown.to_owned(),
                    texts.unknown_detail.to_owned(),
                    Next::Look(list),
                ),
            }
        }
        Ending::NotImported(why) => {
            let said = match why {
                NotImported::File(why) => trouble(words, &why),
                NotImported::Upload(ApiError::Stopped) => texts.stopped.to_owned(),
                NotImported::Upload(ApiError::SignedOut) | NotImported::Bind(ApiError::SignedOut) => {
                    texts.signed_out.to_owned()
                }
                NotImported::Upload(error) | NotImported::Bind(error) => words.errors.sentence(&error),
            };
            (
                Tone::Bad,
                texts.not_imported.to_owned(),
                format!("{said} {}", texts.nothing_changed),
                Next::Nothing,
            )
        }
        Ending::Unclear { error, progress } => {
            let seen = match progress.now {
                Some(now) => (texts.not_grown)(&count(now)),
                None => texts.not_seen.to_owned(),
            };
            let detail = format!("{} {} {seen}", words.errors.sentence(&error), texts.unclear_detail);
            (Tone::Bad, texts.unclear.to_owned(), detail, Next::LookOrAgain)
        }
    };
    view! {
        <Message tone title id="import-outcome">
            <p>{detail}</p>
            <NextSteps next />
            <SaveLeftOut />
        </Message>
    }
}

/// What is offered after an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    /// The list, or another file.
    Another(ListId),
    /// A look at the list, the list, or another file.
    Look(ListId),
    /// A look first, and the same again only knowingly.
    LookOrAgain,
    /// Everything is still there, the button to import too.
    Nothing,
}

#[component]
fn NextSteps(next: Next) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().run;
    let look = || {
        view! {
            <button type="button" class="button" on:click=move |_| import.look_again()>{texts.look_again}</button>
        }
    };
    let another = |list: ListId| {
        view! {
            <Link to=Screen::List(list, ListPart::Contacts) class="button">{texts.to_list}</Link>
            <button type="button" class="button" on:click=move |_| import.forget_file()>{texts.another}</button>
        }
    };
    let again = || {
        view! {
            <button type="button" class="button" on:click=move |_| import.run.set(Run::Idle)>{texts.again}</button>
        }
    };
    let steps = match next {
        Next::Another(list) => another(list).into_any(),
        Next::Look(list) => view! { {look()} {another(list)} }.into_any(),
        Next::LookOrAgain => view! { {look()} {again()} }.into_any(),
        Next::Nothing => ().into_any(),
    };
    view! { <div class="row"><NextFile />{steps}</div> }
}
