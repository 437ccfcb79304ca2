//! Step 5: what becomes of the records, what will be sent, and the button that does it.

use std::sync::Arc;

use dialdesk_core::import::{Found, Upload};
use leptos::prelude::*;

use super::attempt::Firmness;
use super::copying::CopyButton;
use super::left_out::SaveLeftOut;
use super::model::{Checked, Obstacle, Run};
use super::odd::{left_out_by_hand, left_out_for_numbers, left_out_for_the_list, problems, some_are_sent};
use super::outcome::Outcome;
use super::rows::line_of;
use super::run::Plan;
use super::state::ImportState;
use crate::api::{curl, upload_of, upload_shown};
use crate::platform::page;
use crate::state::Lists;
use crate::text::{Count, Words};
use crate::ui::{Message, Tone};

/// Lines of rows of a kind that are listed.
const LINES_LISTED: usize = 5;

/// The funnel, the requests, and the deed or its outcome.
#[component]
pub(super) fn ReviewStep() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().review;
    view! {
        {move || import.last.get().map(|checked| view! { <Funnel checked /> })}
        {move || import.last.get().and_then(|checked| import.plan_of(checked)).map(|plan| view! { <WhatIsSent plan /> })}
        <Outcome />
        {move || (!import.is_fixed.get()).then(|| view! {
            <Deed />
            // After a failure that would no longer be true.
            {move || import.run.with(|run| *run == Run::Idle).then(|| view! { <p class="hint">{texts.nothing_sent}</p> })}
        })}
    }
}

/// What becomes of the records.
#[component]
fn Funnel(checked: Arc<Checked>) -> impl IntoView {
    let report = &checked.report;
    let words = Words::current();
    let import = ImportState::current();
    let (texts, compare) = (&words.import().review, &words.import().compare);
    let to_store = words.count(report.to_store());
    let is_at_most = {
        let checked = Arc::clone(&checked);
        move |held| Firmness::of(&checked, held) == Firmness::AtMost
    };
    let is_untold = move || import.is_size_untold();
    let stored = {
        let to_store = to_store.clone();
        move || match import.held.get() {
            Some(n) if is_at_most(Some(n)) && import.is_fixed.get() => {
                // What the list held is history once the import has begun; what was promised is not.
                (words.import().sending.stored_at_most)(&to_store, &words.count(n))
            }
            Some(n) if is_at_most(Some(n)) => (texts.stored_at_most)(&to_store, &words.count(n)),
            Some(0) if !import.is_fixed.get() => (texts.stored_empty)(&to_store).to_owned(),
            None if is_untold() && is_at_most(None) => (texts.stored_untold)(&to_store).to_owned(),
            Some(_) | None => (texts.stored)(&to_store).to_owned(),
        }
    };
    let lines = |found: &Found| {
        let listed = found.rows.iter().take(LINES_LISTED).map(|row| line_of(words, &checked, row));
        let more = (found.count > LINES_LISTED as u64).then(|| "…".to_owned());
        listed.chain(more).collect::<Vec<_>>().join(", ")
    };
    let row = |n: Count, text: String| {
        (n.n > 0).then(|| view! { <tr><th scope="row">{n.shown.clone()}</th><td>{text}</td></tr> })
    };
    let repeats = words.count(report.same_text.count);
    let left_out = report.left_out_for.iter().map(|(kind, found)| {
        let n = words.count(found.count);
        let text = (texts.is_left_out)(&n, texts.kind(kind, &n), &lines(found));
        row(n, text)
    });
    let left_out = left_out.collect_view();
    let there = words.count(report.already_there.count);
    let for_the_list = words.count(left_out_for_the_list(report, &checked.checks.decisions));
    let numbers_there = words.count(report.number_there.count - for_the_list.n);
    let by_hand = words.count(left_out_by_hand(&checked.checks.decisions));
    let numbers = words.count(left_out_for_numbers(report, &checked.checks.decisions));
    let says_odd = some_are_sent(&problems(report, &checked.checks.decisions));
    view! {
        <div class="card stack-tight">
            <h3>{(texts.becomes)(&words.count(report.records))}</h3>
            <table class="funnel">
                <tbody>
                    <tr>
                        <th scope="row">{to_store.shown}</th>
                        <td>{stored}</td>
                    </tr>
                    {row(numbers_there.clone(), (compare.numbers_are_there)(&numbers_there).to_owned())}
                    {row(there.clone(), (compare.are_there)(&there).to_owned())}
                    {row(repeats.clone(), (texts.repeats)(&repeats).to_owned())}
                    {row(numbers.clone(), (words.import().same_numbers.left_out)(&numbers).to_owned())}
                    {row(for_the_list.clone(), (compare.numbers_are_left_out)(&for_the_list).to_owned())}
                    {row(by_hand.clone(), (words.import().rows.by_hand)(&by_hand).to_owned())}
                    {left_out}
                </tbody>
            </table>
            {says_odd.then(|| view! { <p class="hint">{words.import().problems.some_are_sent}</p> })}
            <SaveLeftOut />
        </div>
    }
}

/// The file or its copy, and the two requests.
#[component]
fn WhatIsSent(plan: Plan) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().review;
    let why = match &plan.upload {
        Upload::Original => view! { <h3>{texts.original}</h3><p>{texts.original_why}</p> }.into_any(),
        Upload::Copy(reasons) => {
            let reasons = reasons.iter().map(|reason| {
                view! { <li>{texts.reason(reason, &words.import().file, |n| words.count(n))}</li> }
            });
            view! {
                <h3>{texts.copy}</h3>
                <p>{texts.copy_why}</p>
                <ul class="reasons">{reasons.collect_view()}</ul>
                <p class="hint">{texts.copy_is}</p>
            }
            .into_any()
        }
    };
    let name = plan.file.name();
    let is_original = plan.upload == Upload::Original;
    let upload = upload_of(plan.form, plan.file.bytes(), &name);
    let shown = upload_shown(plan.form, &name, is_original.then(|| plan.file.size()));
    let bind = plan.bind_call(name.clone()).request();
    let requests = format!("{shown}\n{}\n{}", bind.line(), bind.json().unwrap_or_default());
    let copying = &words.import().copying;
    let copy_requests = {
        let requests = requests.clone();
        Callback::new(move |()| requests.clone())
    };
    let address = import.session.address();
    let address = if address.is_empty() { page::origin() } else { address };
    // By hand there is only the file itself: the copy exists in the browser alone.
    let way = import.session.way();
    let by_hand = is_original
        .then(|| format!("{}\n{}", curl(&address, &upload, &name, way), curl(&address, &bind, &name, way)));
    view! {
        <div class="two">
            <div class="card stack-tight">{why}</div>
            <details class="card">
                <summary>{texts.requests}</summary>
                <div class="stack-tight">
                    <pre class="requests" tabindex="0">{requests}</pre>
                    <CopyButton label=copying.requests text=copy_requests />
                    <p class="hint">{texts.staged_name}</p>
                    {by_hand.map(|commands| view! {
                        <details>
                            <summary>{texts.curl}</summary>
                            <div class="stack-tight">
                                <pre class="requests" tabindex="0">{commands.clone()}</pre>
                                <CopyButton label=copying.commands text=Callback::new(move |()| commands.clone()) />
                            </div>
                        </details>
                    })}
                </div>
            </details>
        </div>
    }
}

/// The button that names the deed. It is always enabled; what stands in the way is said when it is pressed.
#[component]
fn Deed() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let lists = Lists::current();
    let texts = &words.import().review;
    let asked = import.desk.is_asked;
    let standing = Memo::new(move |_| {
        let obstacles = import.obstacles();
        obstacles
            .into_iter()
            .map(|obstacle| match obstacle {
                Obstacle::NoList => texts.no_list,
                Obstacle::FieldsLoading => texts.fields_loading,
                Obstacle::NoFirstName => texts.no_first_name,
                Obstacle::NothingToSend => texts.nothing,
                Obstacle::StillChecking => words.import().duplicates.checking,
                Obstacle::FileGone => words.import().file.gone,
            })
            .collect::<Vec<_>>()
    });
    let label = move || {
        let check = import.check.read();
        let (Some(checked), Some(id)) = (check.done(), import.list.get()) else {
            return texts.import_plain.to_owned();
        };
        let name =
            lists.get(id).map_or_else(|| (words.lists().list_number)(&id.to_string()), |list| list.name);
        let n = words.count(checked.report.to_store());
        if n.n == 0 {
            return texts.import_plain.to_owned();
        }
        match Firmness::of(checked, import.held.get()) {
            Firmness::AtMost => (texts.import_at_most)(&n, &name),
            Firmness::Exactly => (texts.import)(&n, &name),
        }
    };
    // What comes in the way later is said when the button is pressed again.
    Effect::new(move || {
        if standing.with(Vec::is_empty) {
            asked.set(false);
        }
    });
    view! {
        {move || (asked.get() && !standing.with(Vec::is_empty)).then(|| {
            let lines = standing.get().into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            view! {
                <Message tone=Tone::Bad title=texts.obstacles id="import-obstacles"><ul>{lines}</ul></Message>
            }
        })}
        <div>
            <button type="button" class="button primary" id="import-now" on:click=move |_| import.start()>{label}</button>
        </div>
    }
}
