//! Step 3: what is odd about the rows, and what becomes of them.

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::KindDecision;
use leptos::prelude::*;

use super::browse::{Browse, Browsing};
use super::file::trouble;
use super::model::Check;
use super::odd::{Fate, Problem, choices, left_out_for_problems, problems};
use super::state::ImportState;
use super::undo_bar::UndoBar;
use crate::route::Rows;
use crate::text::Words;
use crate::ui::{Message, Tone};

/// What is odd, by kind; each with its choice and its rows.
#[component]
pub(super) fn Problems() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().problems;
    let found = Memo::new(move |_| {
        import.last.read().as_ref().map(|checked| problems(&checked.report, &checked.checks.decisions))
    });
    let is_none = Memo::new(move |_| found.read().as_ref().is_some_and(Vec::is_empty));
    let is_some = Memo::new(move |_| found.read().as_ref().is_some_and(|found| !found.is_empty()));
    let no_phone = Memo::new(move |_| import.binding.read().column(ContactField::Phone).is_none());
    let is_running = Memo::new(move |_| *import.check.read() == Check::Running);
    let failed = move || match &*import.check.read() {
        Check::Failed(why) => Some(trouble(words, why)),
        Check::Idle | Check::Running | Check::Done(_) => None,
    };
    let browsing = Browsing::new();
    let is_checked = Memo::new(move |_| import.last.read().is_some());
    view! {
        <div class="card stack-tight">
            {move || no_phone.get().then(|| view! { <p class="caution">{texts.no_phone}</p> })}
            {move || is_running.get().then(|| view! { <p class="muted" role="status">{words.import().duplicates.checking}</p> })}
            {move || failed().map(|said| view! { <Message tone=Tone::Bad title=words.shell.error><p>{said}</p></Message> })}
            {move || is_none.get().then(|| view! { <p role="status">{texts.none}</p> })}
            {move || is_some.get().then(|| view! { <Kinds found browsing /> })}
            <UndoBar undo="problems-undo" redo="problems-redo" />
            {move || is_checked.get().then(|| view! { <Browse browsing /> })}
        </div>
    }
}

/// The table of kinds.
#[component]
fn Kinds(found: Memo<Option<Vec<Problem>>>, browsing: Browsing) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().problems;
    let total = move || {
        let last = import.last.read();
        Some((texts.total)(&words.count(left_out_for_problems(&last.as_ref()?.report))))
    };
    view! {
        <p class="muted">{texts.intro}</p>
        <div class="table-scroll" tabindex="0" role="region" aria-label=texts.caption>
            <table class="table problems">
                <caption>{texts.caption}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="number">{texts.rows}</th>
                        <th scope="col">{texts.what}</th>
                        <th scope="col">{texts.fate}</th>
                        <th scope="col" class="number">{texts.left_out}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || found.get().unwrap_or_default() key=|problem| problem.kind.name() let:problem>
                        <KindRow problem found browsing />
                    </For>
                </tbody>
            </table>
        </div>
        <p role="status"><strong>{total}</strong></p>
    }
}

/// One kind. Its select stays the same element when its counts change, so that the keyboard stays in it.
#[component]
fn KindRow(problem: Problem, found: Memo<Option<Vec<Problem>>>, browsing: Browsing) -> impl IntoView {
    let words = Words::current();
    let texts = &words.import().problems;
    let kind = problem.kind;
    let now = Memo::new(move |_| {
        let found = found.read();
        found.iter().flatten().find(|problem| problem.kind == kind).copied().unwrap_or(problem)
    });
    let what = move || {
        let n = words.count(now.get().count);
        words.import().review.kind(kind, &n)
    };
    let rows = Some(Rows::Kind(kind));
    let is_open = move || browsing.rows.get() == rows;
    let act = move || if is_open() { texts.hide } else { texts.show };
    view! {
        <tr>
            <td class="number"><strong>{move || words.count(now.get().count).shown}</strong></td>
            <td>
                {what} " "
                <button
                    type="button"
                    class="button quiet"
                    aria-expanded=move || is_open().to_string()
                    aria-controls="problem-rows"
                    aria-label=move || format!("{}: {}", act(), what())
                    on:click=move |_| browsing.show(rows.filter(|_| !is_open()))
                >
                    {act}
                </button>
            </td>
            <td><FateOf now /></td>
            <td class="number"><span class="narrow-label">{texts.left_out} ": "</span>{move || words.count(now.get().left_out).shown}</td>
        </tr>
    }
}

/// What becomes of a kind: a choice, or why there is none.
#[component]
fn FateOf(now: Memo<Problem>) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().problems;
    let kind = now.get_untracked().kind;
    let offered = choices(kind);
    if offered.is_empty() {
        return texts.refused.into_any();
    }
    let chosen = move || match now.get().fate {
        Fate::Refused => KindDecision::LeaveOut,
        Fate::Chosen(decision) => decision,
    };
    let options = offered.iter().enumerate().map(|(at, decision)| {
        view! {
            <option value=at.to_string() prop:selected=move || chosen() == *decision>
                {texts.decision(kind, *decision)}
            </option>
        }
    });
    let what = (texts.fate_of)(words.import().review.kind(kind, &words.count(2)));
    let decide = move |value: String| {
        let chosen = value.parse::<usize>().ok().and_then(|at| offered.get(at));
        if let Some(decision) = chosen {
            import.decide(kind, *decision);
        }
    };
    view! {
        <select
            class="select"
            aria-label=what
            prop:disabled=import.is_fixed
            on:change:target=move |event| decide(event.target().value())
        >
            {options.collect_view()}
        </select>
    }
    .into_any()
}
