//! The button that takes a row away and takes that back, and the note about what is still to be sent.

use leptos::prelude::*;

use super::model::{Stage, Target, UNDO_SECONDS};
use super::state::Removals;
use crate::text::Words;

/// One button in two states, so that the keyboard stays where it is: it takes away, then it undoes. Below it stands why
/// it was not done.
#[component]
pub(crate) fn RemoveButton(
    target: Target,
    /// What people call the row.
    name: String,
    label: &'static str,
    /// Begins taking it away.
    begin: Callback<()>,
) -> impl IntoView {
    let words = Words::current();
    let texts = words.removals();
    let removals = Removals::current();
    let stage = Memo::new(move |_| removals.stage(target));
    let shown = Memo::new(move |_| match stage.get() {
        Some(Stage::Waiting) => texts.undo,
        Some(Stage::Sending) => texts.sending,
        Some(Stage::Gone) => texts.gone,
        Some(Stage::Failed(_)) | None => label,
    });
    let press = move |_| match stage.get_untracked() {
        Some(Stage::Waiting) => removals.undo(target),
        Some(Stage::Sending | Stage::Gone) => {}
        Some(Stage::Failed(_)) | None => begin.run(()),
    };
    let is_idle = move || matches!(stage.get(), Some(Stage::Sending | Stage::Gone));
    view! {
        <button
            type="button"
            class="button quiet"
            aria-label=move || format!("{} {name}", shown.get())
            aria-disabled=move || is_idle().then_some("true")
            on:click=press
        >
            {shown}
        </button>
        {move || match stage.get() {
            Some(Stage::Failed(error)) => {
                let is_unclear = error.leaves_outcome_open();
                let title = if is_unclear { words.members().take_unclear } else { words.members().take_failed };
                let said = format!("{title}. {}", words.errors.reason(&error));
                Some(view! { <div class="fault wrap" role="alert">{said}</div> })
            }
            Some(Stage::Waiting | Stage::Sending | Stage::Gone) | None => None,
        }}
    }
}

/// Says what will be sent soon and that it can be undone. It is always there, so that it is read out when it changes.
#[component]
pub(crate) fn WaitingNote(
    /// Whether a removal belongs to this screen.
    #[prop(into)]
    is_here: Callback<Target, bool>,
    /// What will be done to those of these names.
    said: fn(&str, u64) -> String,
) -> impl IntoView {
    let words = Words::current();
    let removals = Removals::current();
    let waiting = Memo::new(move |_| {
        removals.waiting().into_iter().filter(|(target, _)| is_here.run(*target)).collect::<Vec<_>>()
    });
    let undo_all = move |_| {
        for (target, _) in waiting.get_untracked() {
            removals.undo(target);
        }
    };
    let names = move || {
        let names: Vec<String> = waiting.get().into_iter().map(|(_, name)| name).collect();
        (!names.is_empty()).then(|| said(&names.join(", "), UNDO_SECONDS))
    };
    view! {
        <div class="waiting">
            <p role="status">{names}</p>
            {move || (waiting.with(Vec::len) > 1).then(|| view! {
                <button type="button" class="button" on:click=undo_all>{words.removals().undo_all}</button>
            })}
        </div>
    }
}
