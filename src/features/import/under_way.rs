//! What is done at the moment, and how far it is.

use leptos::prelude::*;

use super::model::Run;
use super::state::ImportState;
use super::transfer::Transfer;
use crate::text::Words;

/// Seconds after which it is said that nobody has to wait.
const PATIENCE_SECONDS: u64 = 5;

/// What is done at the moment, how far it is, and the way to stop it while it can be stopped.
#[component]
pub(super) fn UnderWay() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().run;
    let can_stop = Memo::new(move |_| matches!(*import.run.read(), Run::Copying(_) | Run::Uploading(_)));
    view! {
        <div class="card stack-tight" id="import-outcome" tabindex="-1">
            <p role="status">{announcement(words, import.run)}</p>
            <Bar />
            <Measure />
            // At the far end: the second click of a double click on the button before must not meet it.
            {move || if can_stop.get() {
                view! {
                    <div class="row end">
                        <button type="button" class="button" on:click=move |_| import.stop()>{texts.stop}</button>
                    </div>
                    <p class="hint">{words.import().sending.stop_what}</p>
                }.into_any()
            } else {
                view! {
                    <p class="hint">{texts.cannot_stop}</p>
                    <MayLeave />
                    <WayOut />
                }.into_any()
            }}
        </div>
    }
}

/// What is being sent and how much of it, while something is.
fn transfer(run: &Run) -> Option<Transfer> {
    match run {
        Run::Copying(transfer) | Run::Uploading(transfer) => Some(*transfer),
        Run::Idle | Run::Binding | Run::Importing(_) | Run::Ended(_) => None,
    }
}

/// What is done, and each full tenth of it: a reader of the screen hears no more than ten figures.
fn announcement(words: &'static Words, run: RwSignal<Run>) -> impl Fn() -> String + Copy {
    let texts = &words.import().run;
    let what = Memo::new(move |_| match *run.read() {
        Run::Copying(_) => texts.copying,
        Run::Uploading(_) => texts.uploading,
        Run::Binding => texts.binding,
        Run::Importing(_) | Run::Idle | Run::Ended(_) => texts.importing,
    });
    let tenths = Memo::new(move |_| transfer(&run.read()).map_or(0, Transfer::tenths));
    move || match tenths.get() {
        0 => what.get().to_owned(),
        tenths => (words.import().sending.announced)(what.get(), &words.percent(tenths, 10)),
    }
}

/// The share as a bar; it moves without an end where the share is not known.
#[component]
fn Bar() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    // So much of so much; the bytes of a file and the contacts of a list alike.
    let share = Memo::new(move |_| match &*import.run.read() {
        Run::Copying(transfer) | Run::Uploading(transfer) if transfer.sent > 0 && !transfer.is_whole() => {
            Some((transfer.sent, transfer.of))
        }
        Run::Importing(progress) => Some((progress.added()?, progress.promised)),
        Run::Copying(_) | Run::Uploading(_) | Run::Idle | Run::Binding | Run::Ended(_) => None,
    });
    let label = announcement(words, import.run);
    view! {
        <progress
            class="progress"
            aria-label=label
            max=move || share.get().map(|(_, of)| of.max(1).to_string())
            value=move || share.get().map(|(done, _)| done.to_string())
        />
    }
}

/// The share in figures, which change too fast to be read aloud.
#[component]
fn Measure() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().sending;
    let bytes = move |transfer: Transfer| {
        let Transfer { sent, of, per_second } = transfer;
        if sent == 0 {
            return words.bytes(of);
        }
        let part = (texts.part)(&words.bytes(sent), &words.bytes(of), &words.percent(sent, of));
        let rate = per_second.map(|rate| (texts.rate)(&words.bytes(rate)));
        std::iter::once(part).chain(rate).collect::<Vec<_>>().join(" · ")
    };
    let said = move || match &*import.run.read() {
        Run::Uploading(transfer) if transfer.is_whole() => {
            format!("{} · {}", bytes(*transfer), texts.arrived)
        }
        Run::Copying(transfer) | Run::Uploading(transfer) => bytes(*transfer),
        Run::Importing(progress) => {
            let waited = (texts.waited)(&words.count(import.attempt.waited.get()).shown);
            let added = progress.added().map(|added| {
                (words.import().run.so_far)(&words.count(added), &words.count(progress.promised))
            });
            added.into_iter().chain([waited]).collect::<Vec<_>>().join(" · ")
        }
        Run::Idle | Run::Binding | Run::Ended(_) => String::new(),
    };
    view! { <p class="measure" aria-hidden="true">{said}</p> }
}

/// After a while it is said that nobody has to wait.
#[component]
fn MayLeave() -> impl IntoView {
    let texts = &Words::current().import().sending;
    let import = ImportState::current();
    let takes_long = Memo::new(move |_| import.attempt.waited.get() >= PATIENCE_SECONDS);
    let is_importing = Memo::new(move |_| matches!(*import.run.read(), Run::Importing(_)));
    move || (is_importing.get() && takes_long.get()).then(|| view! { <p>{texts.may_leave}</p> })
}

/// A server that does not answer, or a list that does not grow, holds nobody: after a while the waiting can be ended.
#[component]
fn WayOut() -> impl IntoView {
    let texts = &Words::current().import().sending;
    let import = ImportState::current();
    let is_binding = Memo::new(move |_| *import.run.read() == Run::Binding);
    let shown = move || {
        let (said, act) = if is_binding.get() {
            (texts.no_answer_yet, texts.stop_and_look)
        } else {
            (texts.takes_long, texts.stop_waiting)
        };
        let stop = move |_| {
            import.attempt.stop_waiting();
            // The button goes away with what is waited for.
            import.host.focus_soon("import-outcome");
        };
        view! {
            <p role="status">{said}</p>
            <div class="row end">
                <button type="button" class="button" on:click=stop>{act}</button>
            </div>
        }
    };
    move || import.attempt.takes_long.get().then(shown)
}
