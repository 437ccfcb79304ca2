//! The buttons that take decisions back, and the keys that do the same.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::desk::Stepped;
use super::state::ImportState;
use super::undo::{Deed, History};
use crate::platform::keys;
use crate::text::{Count, Words};

/// What was done, in words. Lines are those of the file.
fn named(words: &'static Words, import: &ImportState, deed: Deed) -> String {
    let texts = &words.import().rows;
    let line = |row: u32| -> Count {
        words.count(import.source.with(|source| source.scan().map_or(0, |scan| scan.line(row))))
    };
    match deed {
        Deed::Fixed(row) => (texts.fixed)(&line(row)),
        Deed::AsInFile(row) => (texts.reset)(&line(row)),
        Deed::LeftOut(row) => (texts.left_out)(&line(row)),
        Deed::TakenBack(row) => (texts.taken_back)(&line(row)),
        Deed::Kind(kind, decision) => {
            (texts.of_kind)(words.import().problems.decision(kind, decision), texts.kind(kind))
        }
        Deed::SameNumber => texts.same_numbers.to_owned(),
        Deed::NumberThere => texts.numbers_there.to_owned(),
        Deed::Country => texts.country.to_owned(),
        Deed::Form => texts.form.to_owned(),
    }
}

/// Takes decisions back and does them again by the usual keys, where no text is being typed.
pub(super) fn undo_by_key() -> impl Fn(KeyboardEvent) {
    let import = ImportState::current();
    move |event: KeyboardEvent| {
        if keys::is_typing(&event) || !keys::has_command(&event) {
            return;
        }
        // With Caps Lock the letters are capital ones.
        match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => import.undo(),
            ("z", true) | ("y", false) => import.redo(),
            _ => return,
        }
        event.prevent_default();
    }
}

/// Says what was taken back or done again: by a key that may change what is out of sight.
#[component]
pub(super) fn StepSaid() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().rows;
    let said = move || {
        import.desk.stepped.get().map(|stepped| match stepped {
            Stepped::Back(deed) => (texts.undone)(&named(words, &import, deed)),
            Stepped::Again(deed) => (texts.redone)(&named(words, &import, deed)),
        })
    };
    view! { <p class="visually-hidden" role="status" id="import-stepped">{said}</p> }
}

/// The buttons. `undo` and `redo` are their ids.
#[component]
pub(super) fn UndoBar(undo: &'static str, redo: &'static str) -> impl IntoView {
    let import = ImportState::current();
    let texts = &Words::current().import().rows;
    let has = move |get: fn(&History) -> Option<Deed>| {
        !import.is_fixed.get() && import.desk.history.with(|history| get(history).is_some())
    };
    let (has_last, has_next) =
        (Memo::new(move |_| has(History::last)), Memo::new(move |_| has(History::next)));
    // A button that has nothing more to do goes away; the other one is there then.
    let back = move || {
        import.undo();
        import.host.focus_soon(if has_last.get_untracked() { undo } else { redo });
    };
    let on = move || {
        import.redo();
        import.host.focus_soon(if has_next.get_untracked() { redo } else { undo });
    };
    view! {
        <div class="row">
            {move || has_last.get().then(|| view! { <Step id=undo get=History::last say=texts.undo press=Callback::new(move |()| back()) /> })}
            {move || has_next.get().then(|| view! { <Step id=redo get=History::next say=texts.redo press=Callback::new(move |()| on()) /> })}
        </div>
    }
}

#[component]
fn Step(
    id: &'static str,
    get: fn(&History) -> Option<Deed>,
    say: fn(&str) -> String,
    press: Callback<()>,
) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let text = move || {
        let deed = import.desk.history.with(get);
        deed.map(|deed| say(&named(words, &import, deed)))
    };
    view! { <button type="button" class="button" id=id on:click=move |_| press.run(())>{text}</button> }
}
