//! Which rows are shown, and their table. The choice stands in the address.

use std::sync::Arc;

use dialdesk_core::import::Kind;
use leptos::prelude::*;

use super::bulk::Bulk;
use super::model::{Check, Checked};
use super::odd::rows_of;
use super::rows::RowsTable;
use super::state::ImportState;
use super::taken::{Checking, Shared, Taken, Which};
use crate::route::{Rows, Visit, use_rows, use_show_rows};
use crate::text::Words;

/// Which rows are shown, and how others are asked for.
#[derive(Clone, Copy)]
pub(super) struct Browsing {
    /// Those that the address names.
    pub(super) rows: Memo<Option<Rows>>,
    /// How often rows were asked for: asking again lists them anew.
    times: RwSignal<u32>,
    go: Callback<(Option<Rows>, Visit)>,
}

impl Browsing {
    /// Those of the address; where it names none, those that were shown when the screen was left.
    pub(super) fn new() -> Self {
        let import = ImportState::current();
        let go = use_show_rows();
        let browsing = Self {
            rows: use_rows(),
            times: RwSignal::new(0),
            go: Callback::new(move |(rows, visit)| go(rows, visit)),
        };
        let shown = import.desk.shown;
        Effect::new(move |before: Option<()>| {
            let rows = browsing.rows.get();
            let earlier = shown.get_value();
            if before.is_none() && rows.is_none() && earlier.is_some() {
                browsing.go.run((earlier, Visit::Same));
            } else {
                shown.set_value(rows);
            }
        });
        browsing
    }

    /// Shows other rows, or the same anew.
    pub(super) fn show(self, rows: Option<Rows>) {
        self.times.update(|times| *times += 1);
        if self.rows.get_untracked() != rows {
            self.go.run((rows, Visit::New));
        }
    }
}

/// The rows of a table as they were taken; `which` they are and how `times` they were asked for may change.
pub(super) fn taken(
    which: impl Fn() -> Option<Which> + Send + Sync + 'static,
    times: RwSignal<u32>,
) -> Memo<Option<Shared>> {
    let import = ImportState::current();
    Memo::new(move |before: Option<&Option<Shared>>| {
        let (which, checked) = (which()?, import.last.get()?);
        let checking = match &*import.check.read() {
            Check::Running => Checking::Running,
            Check::Idle | Check::Done(_) | Check::Failed(_) => Checking::Done,
        };
        Some(Taken::again(before.and_then(Option::as_ref), which, times.get(), &checked, checking))
    })
}

/// The choice of rows, and their table.
#[component]
pub(super) fn Browse(browsing: Browsing) -> impl IntoView {
    let taken = taken(move || browsing.rows.get().map(Which::Rows), browsing.times);
    let kind = Memo::new(move |_| match browsing.rows.get() {
        Some(Rows::Kind(kind)) => Some(kind),
        Some(Rows::Odd | Rows::Decided | Rows::AlreadyThere | Rows::NumberThere | Rows::All) | None => None,
    });
    let table = move || {
        let taken = taken.get()?.0;
        let rows = browsing.rows.get_untracked()?;
        Some(view! { <Listed taken rows browsing /> })
    };
    view! {
        <Choice browsing />
        <div id="problem-rows" class="stack-tight" tabindex="-1">
            {move || kind.get().map(|kind| view! { <Bulk kind /> })}
            {table}
        </div>
    }
}

/// The choice of rows with their counts.
#[component]
fn Choice(browsing: Browsing) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().rows;
    let options = Memo::new(move |_| {
        let last = import.last.read();
        let Some(checked) = last.as_ref() else { return Vec::new() };
        offered(checked, browsing.rows.get())
    });
    let option = move |(rows, n): (Rows, u64)| {
        let text = format!("{} ({})", name_of(words, rows), words.count(n).shown);
        view! { <option value=rows.name() prop:selected=move || browsing.rows.get() == Some(rows)>{text}</option> }
    };
    view! {
        <div class="field into">
            <label class="label" for="rows-shown">{texts.choose}</label>
            <select
                class="select"
                id="rows-shown"
                on:change:target=move |event| browsing.show(Rows::parse(&event.target().value()))
            >
                <option value="" prop:selected=move || browsing.rows.get().is_none()>{texts.nothing}</option>
                {move || options.get().into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}

/// The rows that can be asked for, with how many there are; what is shown stays among them.
fn offered(checked: &Checked, shown: Option<Rows>) -> Vec<(Rows, u64)> {
    let report = &checked.report;
    let kinds = Kind::ALL.into_iter().map(|kind| (Rows::Kind(kind), rows_of(report, kind).len()));
    let rest = [
        (Rows::Odd, report.odd().len()),
        (Rows::Decided, checked.checks.decisions.rows.len() as u64),
        (Rows::AlreadyThere, report.already_there.count),
        (Rows::NumberThere, report.number_there.count),
    ];
    let some = kinds.chain(rest).filter(|(rows, n)| *n > 0 || shown == Some(*rows));
    some.chain([(Rows::All, checked.scan.records())]).collect()
}

/// What rows are called.
fn name_of(words: &'static Words, rows: Rows) -> String {
    let texts = &words.import().rows;
    match rows {
        Rows::Kind(kind) => {
            let what = words.import().review.kind(kind, &words.count(2));
            (words.import().problems.rows_that)(what)
        }
        Rows::Odd => texts.odd.to_owned(),
        Rows::Decided => texts.decided.to_owned(),
        Rows::AlreadyThere => texts.all_there.to_owned(),
        Rows::NumberThere => texts.all_numbers_there.to_owned(),
        Rows::All => texts.all.to_owned(),
    }
}

/// The table of the rows that were taken.
#[component]
fn Listed(taken: Arc<Taken>, rows: Rows, browsing: Browsing) -> impl IntoView {
    let words = Words::current();
    let texts = &words.import().rows;
    let caption = name_of(words, rows);
    let kind = match rows {
        Rows::Kind(kind) => Some(kind),
        Rows::Odd | Rows::Decided | Rows::AlreadyThere | Rows::NumberThere | Rows::All => None,
    };
    let host = ImportState::current().host;
    let anew = Callback::new(move |()| {
        browsing.show(Some(rows));
        // The button goes away with what it was for.
        host.focus_soon("problem-rows");
    });
    if taken.len() == 0 {
        // What was taken back since may have brought some.
        return view! { <h3>{caption}</h3> <p role="status">{texts.none_now}</p> <Stays taken anew /> }
            .into_any();
    }
    view! {
        <h3>{caption.clone()}</h3>
        <p class="hint">{texts.keys}</p>
        <RowsTable taken=Arc::clone(&taken) caption name="rows" kind />
        <Stays taken anew />
    }
    .into_any()
}

/// Says that rows are still there that would not be listed any more, and lists them anew.
#[component]
pub(super) fn Stays(taken: Arc<Taken>, anew: Callback<()>) -> impl IntoView {
    let import = ImportState::current();
    let texts = &Words::current().import().rows;
    let is_old = Memo::new(move |_| import.last.read().as_ref().is_some_and(|last| !taken.is_as_of(last)));
    move || {
        is_old.get().then(|| {
            view! {
                <div class="row">
                    <p class="hint" role="status">{texts.stay}</p>
                    <button type="button" class="button" on:click=move |_| anew.run(())>{texts.anew}</button>
                </div>
            }
        })
    }
}
