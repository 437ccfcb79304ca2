//! Which rows the list has already: its contacts are read page after page, where the server lets them be read.

use std::sync::Arc;

use dialdesk_core::import::{Known, KnownContacts, NumberThere};
use dialdesk_core::list::ListId;
use leptos::prelude::*;

use super::attempt::Firmness;
use super::model::{self, Checked};
use super::odd::left_out_for_the_list;
use super::state::ImportState;
use crate::api::ApiError;
use crate::platform::task;
use crate::state::{Lease, Remote};
use crate::text::{Count, Words};
use crate::ui::{Message, Tone};

/// Contacts asked for at a time.
const PAGE: u64 = 1_000;

/// Contacts read at the most.
const CONTACTS_MAX: u64 = 200_000;

/// A list of so many contacts is read without being asked to.
const UNASKED_MAX: u64 = 2_000;

/// How far the reading of the list is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stage {
    /// Not begun.
    Not,
    /// Stopped by whoever did not want to wait.
    Stopped,
    /// Under way: so many read.
    Reading(u64),
    /// Over; what was learnt stands beside.
    Done,
    /// It could not be read.
    Failed(ApiError),
}

/// The comparison with the contacts of the list.
#[derive(Clone, Copy)]
pub(super) struct Comparing {
    stage: RwSignal<Stage>,
    /// What the list has. It is asked by every check that it fits.
    pub(super) known: RwSignal<Option<Arc<Known>>>,
    /// Counts the readings: when a later one begins, an earlier one changes nothing.
    readings: StoredValue<u64>,
}

impl Comparing {
    /// None yet.
    pub(super) fn new() -> Self {
        Self { stage: RwSignal::new(Stage::Not), known: RwSignal::new(None), readings: StoredValue::new(0) }
    }

    /// Lets go of what was read, also while it is being read: it is another list, or no longer what it was.
    pub(super) fn forget(self) {
        self.stop();
        if self.known.with_untracked(Option::is_some) {
            self.known.set(None);
        }
    }

    fn stop(self) {
        self.end_as(Stage::Not);
    }

    /// Ends a reading that is under way.
    pub(super) fn stop_reading(self) {
        if matches!(*self.stage.read_untracked(), Stage::Reading(_)) {
            self.end_as(Stage::Stopped);
        }
    }

    fn end_as(self, stage: Stage) {
        self.readings.update_value(|number| *number += 1);
        self.stage.set(stage);
    }

    fn is_latest(self, number: u64) -> bool {
        self.readings.try_get_value() == Some(number)
    }
}

impl ImportState {
    /// Reads small lists unasked, once it is known what is compared.
    pub(super) fn compare_small_lists(self) {
        Effect::new(move || {
            let is_small = self.held.get().is_some_and(|held| (1..=UNASKED_MAX).contains(&held));
            let is_compared = !self.rule.read().is_empty();
            // Once it was read for other checks than the present ones, it is read again, and only then.
            let has_begun = match *self.comparing.stage.read() {
                Stage::Not => false,
                Stage::Reading(_) | Stage::Stopped | Stage::Failed(_) => true,
                Stage::Done => !self.is_stale(),
            };
            let is_checked = self.check.read().done().is_some();
            if is_small && is_compared && !has_begun && !self.is_fixed.get() && is_checked {
                self.compare();
            }
        });
    }

    /// Whether what was read answers another question than that of the present checks.
    fn is_stale(self) -> bool {
        let last = self.last.read();
        let known = self.comparing.known.read();
        match (&*known, &*last) {
            (Some(known), Some(checked)) => !known.fits(&checked.checks),
            (Some(_) | None, _) => false,
        }
    }

    /// Reads the contacts of the list.
    fn compare(self) {
        let Some(list) = self.list.get_untracked() else { return };
        let checks = untrack(|| {
            model::checks(self.binding.get(), &self.rule.read(), &self.fields.read(), &self.decisions.read())
        });
        let comparing = self.comparing;
        comparing.stop();
        let number = comparing.readings.get_value();
        comparing.stage.set(Stage::Reading(0));
        let lease = self.session.lease();
        let mut gathered = KnownContacts::new(&checks);
        task::spawn(async move {
            let read = read_all(lease, list, &mut gathered, |read| {
                let goes_on = comparing.is_latest(number);
                if goes_on {
                    comparing.stage.try_set(Stage::Reading(read));
                }
                goes_on
            });
            let read = read.await;
            if !comparing.is_latest(number) {
                return;
            }
            match read {
                Ok(all) => {
                    // Whoever has read all of them knows how many there are.
                    if all.is_some() && self.is_size_untold() {
                        self.size.try_set(Remote::Ready(all));
                    }
                    comparing.known.try_set(Some(Arc::new(gathered.finish())));
                    comparing.stage.try_set(Stage::Done);
                }
                Err(error) => {
                    comparing.stage.try_set(Stage::Failed(error));
                }
            }
        });
    }
}

/// Reads page after page until all are read, the bound is reached, or `goes_on` says that nobody wants the rest; answers how
/// many there are, where that shows.
async fn read_all(
    lease: Lease,
    list: ListId,
    gathered: &mut KnownContacts,
    goes_on: impl Fn(u64) -> bool,
) -> Result<Option<u64>, ApiError> {
    let fields = gathered.fields().to_vec();
    let (mut read, mut all) = (0, None);
    while read < CONTACTS_MAX {
        let page = lease.call(async |client| client.compared_page(list, &fields, PAGE, read).await).await?;
        for row in &page.rows {
            gathered.add(|field| row.iter().find(|(has, _)| *has == field).map(|(_, text)| text.as_str()));
        }
        let came = page.rows.len() as u64;
        read += came;
        all = page.total.or((came == 0).then_some(read));
        let is_over = came == 0 || page.total.is_some_and(|total| read >= total);
        if !goes_on(read) || is_over {
            break;
        }
    }
    Ok(all)
}

/// What the list has already, or the way to find out; nothing where it has nothing or nothing is compared.
#[component]
pub(super) fn Compare() -> impl IntoView {
    let import = ImportState::current();
    // A list of which it is not known how many it holds may have some.
    let has_some = move || match import.held.get() {
        Some(held) => held > 0,
        None => import.is_size_untold(),
    };
    let is_compared = Memo::new(move |_| !import.rule.read().is_empty());
    // How many are read is shown inside, so that focus stays where it is while they are.
    let stage = Memo::new(move |_| match import.comparing.stage.get() {
        Stage::Done if import.is_stale() => Stage::Not,
        Stage::Reading(_) => Stage::Reading(0),
        stage @ (Stage::Not | Stage::Stopped | Stage::Done | Stage::Failed(_)) => stage,
    });
    let is_shown = Memo::new(move |_| has_some() && is_compared.get());
    let inside = move || view! { <Compared stage=stage.get() held=import.held.get() /> };
    move || {
        is_shown.get().then(|| {
            view! {
                <div class="card stack-tight" id="compare" tabindex="-1">{inside}</div>
            }
        })
    }
}

#[component]
fn Compared(stage: Stage, held: Option<u64>) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().compare;
    let held = held.map(|held| words.count(held));
    let named =
        |known: fn(&Count) -> String| held.as_ref().map_or_else(|| texts.begin_untold.to_owned(), known);
    // What was learnt before counts until it is learnt anew, also where that was stopped or failed.
    let known = Memo::new(move |_| {
        let is_told = |checked: &Arc<Checked>| checked.report.known.is_some();
        import.comparing.known.read().is_some() && import.last.read().as_ref().is_some_and(is_told)
    });
    let found = move || {
        known.get().then(|| {
            view! {
                {move || import.last.get().map(|checked| view! { <Found checked /> })}
                <NumbersThere />
            }
        })
    };
    let (first, next) = (named(texts.begin), named(texts.again));
    let label = move || if known.get() { next.clone() } else { first.clone() };
    let begin = view! {
        <div>
            <button
                type="button"
                class="button"
                prop:disabled=import.is_fixed
                on:click=move |_| {
                    import.compare();
                    import.host.focus_soon("compare");
                }
            >
                {label}
            </button>
        </div>
    };
    match stage {
        Stage::Not | Stage::Stopped => view! {
            {move || (!known.get()).then(|| view! { <p>{texts.why}</p> })}
            {found}
            {begin}
        }
        .into_any(),
        Stage::Reading(_) => {
            let read = move || match *import.comparing.stage.read() {
                Stage::Reading(read) => read,
                Stage::Not | Stage::Stopped | Stage::Done | Stage::Failed(_) => 0,
            };
            let most = held.as_ref().map(|held| held.n.to_string());
            let said = move || {
                let read = words.count(read());
                held.as_ref().map_or_else(|| (texts.reading_untold)(&read), |all| (texts.reading)(&read, all))
            };
            // Where there is no end to it in sight, the bar shows none.
            let value = {
                let is_measured = most.is_some();
                move || is_measured.then(|| read().to_string())
            };
            let stop = move |_| {
                import.comparing.stop_reading();
                import.host.focus_soon("compare");
            };
            view! {
                <p>{said}</p>
                <progress class="progress" aria-label=texts.bar max=most value=value />
                <div class="row end">
                    <button type="button" class="button" on:click=stop>{texts.stop}</button>
                </div>
            }
            .into_any()
        }
        Stage::Failed(error) if error.hides() => view! { <p>{texts.hidden}</p> {found} }.into_any(),
        Stage::Failed(error) => view! {
            <Message tone=Tone::Caution title=texts.failed><p>{words.errors.sentence(&error)}</p></Message>
            {found}
            {begin}
        }
        .into_any(),
        Stage::Done => view! { {found} {begin} }.into_any(),
    }
}

/// Whether rows whose number the list has are left out; nothing where there are none.
#[component]
fn NumbersThere() -> impl IntoView {
    let import = ImportState::current();
    let text = Words::current().import().compare.leave_numbers_out;
    let has_some = Memo::new(move |_| {
        let last = import.last.read();
        last.as_ref().is_some_and(|checked| checked.report.number_there.count > 0)
    });
    move || {
        has_some.get().then(|| view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:disabled=import.is_fixed
                    prop:checked=move || import.decisions.read().number_there == NumberThere::LeaveOut
                    on:change:target=move |event| {
                        let is_left_out = event.target().checked();
                        import.decide_number_there(if is_left_out { NumberThere::LeaveOut } else { NumberThere::Send });
                    }
                />
                {text}
            </label>
        })
    }
}

/// What came of it.
#[component]
fn Found(checked: Arc<Checked>) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().compare;
    let report = &checked.report;
    let known = words.count(report.known?);
    let is_whole = Firmness::of(&checked, import.held.get_untracked()) == Firmness::Exactly;
    let there = words.count(report.already_there.count);
    let left_out = words.count(left_out_for_the_list(report, &checked.checks.decisions));
    let numbers = words.count(report.number_there.count - left_out.n);
    let new = words.count(report.to_store() - numbers.n);
    Some(view! {
        <p role="status"><strong>{(texts.compared)(&known)}</strong></p>
        <ul class="reasons">
            <li>{(texts.there)(&there)}</li>
            {(numbers.n > 0).then(|| view! { <li>{(texts.number_there)(&numbers)}</li> })}
            {(left_out.n > 0).then(|| view! { <li>{(texts.numbers_left_out)(&left_out)}</li> })}
            <li>{(texts.new)(&new)}</li>
        </ul>
        {(!is_whole).then(|| view! { <p class="hint">{(texts.not_whole)(&known)}</p> })}
    })
}
