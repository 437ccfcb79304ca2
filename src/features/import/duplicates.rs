//! Step 4: which rows repeat an earlier one.

use std::sync::Arc;

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{Kind, REPEATS_MAX, Repeats, SameNumber};
use leptos::prelude::*;

use super::browse::{Stays, taken};
use super::columns::field_name;
use super::model::Checked;
use super::rows::RowsTable;
use super::state::ImportState;
use super::taken::Which;
use super::undo_bar::UndoBar;
use crate::text::{Count, Words};
use crate::ui::Radio;

/// What can become of rows that have the same number.
const DECISIONS: [SameNumber; 3] = [SameNumber::SendAll, SameNumber::KeepFirst, SameNumber::KeepLast];

/// The fields that are compared, and the rows that repeat.
#[component]
pub(super) fn Duplicates() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().duplicates;
    let bound = Memo::new(move |_| {
        import.binding.with(|binding| binding.iter().map(|(field, _)| field).collect::<Vec<_>>())
    });
    let compared = move || import.rule.read().fields().len();
    let said = move || {
        let checked = import.last.get()?;
        let text = if checked.checks.duplicates.is_empty() {
            texts.not_compared
        } else if checked.report.same_text.count == 0 {
            texts.none
        } else {
            return None;
        };
        Some(view! { <p role="status">{text}</p> })
    };
    let has_numbers = Memo::new(move |before: Option<&bool>| {
        // The choice stays for as long as there is a file: what was mended stands there.
        let last = import.last.read();
        last.as_ref().is_some_and(|checked| checked.report.same_number.count > 0 || before == Some(&true))
    });
    let has_none_now = Memo::new(move |_| {
        import.last.read().as_ref().is_some_and(|checked| checked.report.same_number.count == 0)
    });
    let numbers = &words.import().same_numbers;
    view! {
        <div class="card stack-tight">
            <p class="muted">{texts.intro}</p>
            <fieldset>
                <legend class="label">{texts.legend}</legend>
                <div class="row">
                    <For each=move || bound.get() key=|field| *field let:field>
                        <Compared field />
                    </For>
                </div>
            </fieldset>
            {move || (compared() > 1).then(|| view! { <p class="hint">{texts.several}</p> })}
            {said}
            <Pairs
                which=Which::SameText
                of=|checked| &checked.report.same_text
                found=texts.found
                caption=texts.caption
                name="same-text"
            />
            <UndoBar undo="duplicates-undo" redo="duplicates-redo" />
        </div>
        {move || has_numbers.get().then(|| view! {
            <div class="card stack-tight">
                {move || has_none_now.get().then(|| view! { <p role="status">{numbers.none_now}</p> })}
                <Pairs
                    which=Which::SameNumber
                    of=|checked| &checked.report.same_number
                    found=numbers.found
                    caption=numbers.caption
                    name="same-number"
                />
                <SameNumbers />
            </div>
        })}
    }
}

#[component]
fn Compared(field: ContactField) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let name = move || import.fields.with(|fields| field_name(words, fields, field));
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:disabled=import.is_fixed
                prop:checked=move || import.wanted.read().has(field)
                on:change:target=move |event| {
                    let compared = event.target().checked();
                    import.wanted.update(|rule| *rule = rule.with(field, compared));
                }
            />
            {name}
        </label>
    }
}

/// The rows that have the number of another, written differently, and what becomes of them.
#[component]
fn SameNumbers() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().same_numbers;
    let choice = |decision: SameNumber| {
        let choose = Callback::new(move |()| import.decide_same_number(decision));
        let is_chosen = Signal::derive(move || import.decisions.read().same_number == decision);
        view! {
            <Radio name="same-number" label=texts.decision(decision) is_chosen choose is_disabled=import.is_fixed />
        }
    };
    view! {
        <fieldset>
            <legend class="label">{texts.legend}</legend>
            <div class="stack-tight">{DECISIONS.map(choice).collect_view()}</div>
        </fieldset>
    }
}

/// Rows that clash, each below that which it repeats; nothing where there are none.
#[component]
fn Pairs(
    which: Which,
    of: fn(&Checked) -> &Repeats,
    found: fn(&Count) -> String,
    caption: &'static str,
    name: &'static str,
) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let times = RwSignal::new(0);
    let taken = taken(move || Some(which), times);
    let all = Memo::new(move |_| import.last.read().as_ref().map_or(0, |checked| of(checked).count));
    let said = move || found(&words.count(all.get()));
    let hint = move || {
        let (shown, all) = (words.count(REPEATS_MAX as u64), words.count(all.get()));
        let text = (shown.n < all.n).then(|| (words.import().duplicates.only_first)(&shown, &all))?;
        Some(view! { <p class="hint">{text}</p> })
    };
    move || {
        let taken = taken.get()?.0;
        (taken.len() > 0).then(|| {
            let anew = Callback::new(move |()| {
                times.update(|times| *times += 1);
                import.host.focus_named(format!("{name}-rows"));
            });
            view! {
                <div class="stack-tight" id=format!("{name}-rows") tabindex="-1">
                    <p role="status"><strong>{said}</strong></p>
                    <RowsTable taken=Arc::clone(&taken) caption=caption.to_owned() name kind=Some(Kind::NoNumber) />
                    <Stays taken anew />
                    {hint}
                </div>
            }
        })
    }
}
