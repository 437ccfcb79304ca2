//! What happens while the server imports, and what came of it.

use dialdesk_core::import::{FILE_BYTES_MAX, Receipt};
use leptos::prelude::*;

use super::attempt::Attempt;
use super::ending::{Doubt, Ending, NotImported, Progress, Unseen};
use super::file::trouble;
use super::left_out::SaveLeftOut;
use super::model::Run;
use super::receipt::Figures;
use super::state::ImportState;
use super::steps::{NextSteps, Step};
use super::under_way::UnderWay;
use crate::api::ApiError;
use crate::state::{Host, Lists};
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
        Run::Copying(_) | Run::Uploading(_) | Run::Binding | Run::Importing(_) => Phase::UnderWay,
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
            Run::Idle | Run::Copying(_) | Run::Uploading(_) | Run::Binding | Run::Importing(_) => {
                ().into_any()
            }
        },
    }
}

/// An ending in words.
struct Said {
    tone: Tone,
    title: String,
    detail: String,
}

fn say(words: &'static Words, attempt: Attempt, ending: &Ending) -> Said {
    match ending {
        Ending::Done(receipt, progress) => say_done(words, *receipt, *progress),
        Ending::NotImported(why) => say_not_imported(words, attempt, why),
        Ending::Unclear { doubt, progress } => say_unclear(words, doubt, *progress),
    }
}

fn say_done(words: &Words, receipt: Receipt, progress: Progress) -> Said {
    let texts = &words.import().run;
    let count = |n: u64| words.count(n);
    let (tone, title, detail) = match receipt {
        Receipt::Verified { stored } => {
            let now = count(progress.now.unwrap_or(stored));
            (Tone::Good, (texts.verified)(&count(stored)), (texts.verified_detail)(&now))
        }
        Receipt::Short { stored, by } => {
            let detail = if progress.may_have_had_some() { texts.short_known } else { texts.short_unknown };
            (Tone::Caution, (texts.short)(&count(stored), &count(by)), detail.to_owned())
        }
        Receipt::Over { stored, by } => {
            (Tone::Caution, (texts.over)(&count(stored), &count(by)), texts.over_detail.to_owned())
        }
        Receipt::Unknown => {
            let detail = match progress.unseen {
                Some(Unseen::SignedOut) => words.import().sending.sign_in_ended,
                Some(Unseen::Hidden | Unseen::Gone) | None => texts.unknown_detail,
            };
            (Tone::Caution, texts.unknown.to_owned(), detail.to_owned())
        }
    };
    Said { tone, title, detail }
}

fn say_not_imported(words: &'static Words, attempt: Attempt, why: &NotImported) -> Said {
    let (texts, sending) = (&words.import().run, &words.import().sending);
    let is_repeated = attempt.is_repeated();
    let (title, kept) = if is_repeated {
        (sending.nothing_more, sending.kept_before)
    } else {
        (texts.not_imported, texts.nothing_changed)
    };
    let call = |error: &ApiError| match error {
        ApiError::SignedOut => texts.signed_out.to_owned(),
        ApiError::Stopped => texts.stopped.to_owned(),
        ApiError::Unreachable
        | ApiError::Forbidden
        | ApiError::NotFound
        | ApiError::NotOffered
        | ApiError::Refused(_)
        | ApiError::Busy
        | ApiError::Failed { .. }
        | ApiError::Unreadable => words.errors.sentence(error),
    };
    let detail = match why {
        NotImported::File(why) => [&trouble(words, why), kept].join(" "),
        NotImported::CopyTooLarge { .. } => {
            [&(sending.copy_too_large)(&words.bytes(FILE_BYTES_MAX)), kept].join(" ")
        }
        NotImported::Upload(error) => [&call(error), kept, sending.upload_harmless].join(" "),
        NotImported::Bind(error) => [&call(error), kept, sending.on_server].join(" "),
        NotImported::ListGone => sending.list_gone.to_owned(),
    };
    Said { tone: Tone::Bad, title: title.to_owned(), detail }
}

fn say_unclear(words: &Words, doubt: &Doubt, progress: Progress) -> Said {
    let (texts, sending) = (&words.import().run, &words.import().sending);
    let why = match doubt {
        doubt if doubt.is_of_waiting() => [sending.stopped_waiting, texts.unclear_detail].join(" "),
        Doubt::Error(error) | Doubt::Again(error) => {
            [&words.errors.sentence(error), texts.unclear_detail].join(" ")
        }
        Doubt::NoPid => sending.no_pid.to_owned(),
    };
    let seen = match (progress.now, progress.unseen) {
        (Some(now), _) => (texts.not_grown)(&words.count(now)),
        (None, Some(Unseen::SignedOut)) => sending.sign_in_ended.to_owned(),
        (None, Some(Unseen::Hidden | Unseen::Gone)) => sending.look_first.to_owned(),
        (None, None) => texts.not_seen.to_owned(),
    };
    Said { tone: Tone::Bad, title: texts.unclear.to_owned(), detail: format!("{why} {seen}") }
}

/// How it ended, in words and in figures, and what to do next.
#[component]
fn End(ending: Ending) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let Said { tone, title, detail } = say(words, import.attempt, &ending);
    if ending == Ending::NotImported(NotImported::ListGone) {
        // It is not to be chosen again.
        Lists::current().load();
    }
    let steps = Step::after(&ending);
    let progress = match &ending {
        Ending::Done(_, progress) | Ending::Unclear { progress, .. } => Some(*progress),
        Ending::NotImported(_) => None,
    };
    let verdict = title.clone();
    view! {
        <Message tone title id="import-outcome">
            <p>{detail}</p>
            {progress.map(|progress| view! { <Figures progress verdict /> })}
            <NextSteps steps may_have_begun=progress.is_some() />
            <SaveLeftOut />
        </Message>
    }
}
