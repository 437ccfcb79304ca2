//! Step 4: which rows repeat an earlier one.

use std::sync::Arc;

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{Repeat, Repeats, SameNumber};
use leptos::prelude::*;

use super::columns::field_name;
use super::model::Checked;
use super::rows::{Cells, SHOWN_MAX, line_of, read_row};
use super::state::ImportState;
use crate::text::Words;
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
    let same_text = move || {
        let checked = import.last.get()?;
        let said = |text| view! { <p role="status">{text}</p> }.into_any();
        Some(if checked.checks.duplicates.is_empty() {
            said(texts.not_compared)
        } else if checked.report.same_text.count == 0 {
            said(texts.none)
        } else {
            view! { <SameText checked /> }.into_any()
        })
    };
    let has_numbers = Memo::new(move |_| {
        import.last.read().as_ref().is_some_and(|checked| checked.report.same_number.count > 0)
    });
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
            {same_text}
        </div>
        {move || has_numbers.get().then(|| view! { <SameNumbers /> })}
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

/// The rows that have the text of an earlier one.
#[component]
fn SameText(checked: Arc<Checked>) -> impl IntoView {
    let texts = &Words::current().import().duplicates;
    let found = texts.found;
    view! { <Pairs checked of=|checked| &checked.report.same_text found caption=texts.caption same_as=texts.repeats /> }
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
    let pairs = move || {
        let checked = import.last.get()?;
        Some(view! {
            <Pairs
                checked
                of=|checked| &checked.report.same_number
                found=texts.found
                caption=texts.caption
                same_as=texts.same_as
            />
        })
    };
    view! {
        <div class="card stack-tight">
            {pairs}
            <fieldset>
                <legend class="label">{texts.legend}</legend>
                <div class="stack-tight">{DECISIONS.map(choice).collect_view()}</div>
            </fieldset>
        </div>
    }
}

/// Rows side by side with those that they clash with.
#[component]
fn Pairs(
    checked: Arc<Checked>,
    of: fn(&Checked) -> &Repeats,
    found: fn(&crate::text::Count) -> String,
    caption: &'static str,
    same_as: &'static str,
) -> impl IntoView {
    let words = Words::current();
    let texts = &words.import().duplicates;
    let repeats = of(&checked);
    let all = words.count(repeats.count);
    let shown = repeats.shown.len().min(SHOWN_MAX) as u64;
    let rows = repeats.shown.iter().take(SHOWN_MAX);
    let rows =
        rows.map(|repeat| view! { <PairRow checked=Arc::clone(&checked) repeat=*repeat /> }).collect_view();
    view! {
        <p role="status"><strong>{found(&all)}</strong></p>
        <div class="table-scroll bounded" tabindex="0" role="region" aria-label=caption>
            <table class="table">
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="number">{texts.line}</th>
                        <th scope="col">{texts.row}</th>
                        <th scope="col">{same_as}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {(shown < all.n).then(|| view! {
            <p class="hint">{(texts.only_first)(&words.count(shown), &all)}</p>
        })}
    }
}

#[component]
fn PairRow(checked: Arc<Checked>, repeat: Repeat) -> impl IntoView {
    let words = Words::current();
    let (row, first) = (read_row(&checked, repeat.row), read_row(&checked, repeat.first));
    view! {
        <tr>
            <td class="number">{line_of(words, &checked, repeat.row)}</td>
            <td><Cells cells=row /></td>
            <td>
                {(words.import().duplicates.first_line)(&words.count(checked.scan.line(repeat.first)))}
                <div class="hint"><Cells cells=first /></div>
            </td>
        </tr>
    }
}
