//! Step 3: what is odd about the rows, and what becomes of them.

use std::sync::Arc;

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{Kind, KindDecision};
use leptos::prelude::*;

use super::file::trouble;
use super::model::{Check, Checked};
use super::odd::{Fate, Problem, choices, left_out_for_problems, problems, rows_of};
use super::rows::{Cells, SHOWN_MAX, SentOf, line_of, read_row};
use super::state::ImportState;
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
    view! {
        <div class="card stack-tight">
            {move || no_phone.get().then(|| view! { <p class="caution">{texts.no_phone}</p> })}
            {move || is_running.get().then(|| view! { <p class="muted" role="status">{words.import().duplicates.checking}</p> })}
            {move || failed().map(|said| view! { <Message tone=Tone::Bad title=words.shell.error><p>{said}</p></Message> })}
            {move || is_none.get().then(|| view! { <p role="status">{texts.none}</p> })}
            {move || is_some.get().then(|| view! { <Kinds found /> })}
        </div>
    }
}

/// The table of kinds, and below it the rows of the one that is open.
#[component]
fn Kinds(found: Memo<Option<Vec<Problem>>>) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().problems;
    let open = RwSignal::new(None::<Kind>);
    let total = move || {
        let last = import.last.read();
        Some((texts.total)(&words.count(left_out_for_problems(&last.as_ref()?.report))))
    };
    let shown = move || {
        let kind = open.get()?;
        let checked = import.last.get()?;
        Some(view! { <KindRows checked kind /> })
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
                        <KindRow problem found open />
                    </For>
                </tbody>
            </table>
        </div>
        <p role="status"><strong>{total}</strong></p>
        <div id="problem-rows">{shown}</div>
    }
}

/// One kind. Its select stays the same element when its counts change, so that the keyboard stays in it.
#[component]
fn KindRow(
    problem: Problem,
    found: Memo<Option<Vec<Problem>>>,
    open: RwSignal<Option<Kind>>,
) -> impl IntoView {
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
    let is_open = move || open.get() == Some(kind);
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
                    on:click=move |_| open.update(|open| *open = if *open == Some(kind) { None } else { Some(kind) })
                >
                    {act}
                </button>
            </td>
            <td><FateOf now /></td>
            <td class="number">{move || words.count(now.get().left_out).shown}</td>
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
                {texts.decision(*decision)}
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

/// The first rows of a kind.
#[component]
fn KindRows(checked: Arc<Checked>, kind: Kind) -> impl IntoView {
    let words = Words::current();
    let texts = &words.import().problems;
    let duplicates = &words.import().duplicates;
    let found = rows_of(&checked.report, kind);
    let count = words.count(found.count);
    let title = (texts.rows_that)(words.import().review.kind(kind, &words.count(2)));
    let (label, caption) = (title.clone(), title.clone());
    let shown = found.rows.len().min(SHOWN_MAX) as u64;
    let rows = found.rows.iter().take(SHOWN_MAX).map(|row| {
        let cells = read_row(&checked, *row);
        let goes = !checked.report.skipped.has(*row);
        view! {
            <tr>
                <td class="number">{line_of(words, &checked, *row)}</td>
                <td><Cells cells kind /></td>
                <td><SentOf cells goes /></td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <h3>{title}</h3>
        <div class="table-scroll bounded" tabindex="0" role="region" aria-label=label>
            <table class="table">
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="number">{duplicates.line}</th>
                        <th scope="col">{texts.in_file}</th>
                        <th scope="col">{texts.sent}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {(shown < count.n).then(|| view! {
            <p class="hint">{(duplicates.only_first)(&words.count(shown), &count)}</p>
        })}
    }
}
