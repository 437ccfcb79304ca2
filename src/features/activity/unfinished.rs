//! Imports whose end is not known, with what can be done about them.

use dialdesk_core::plan::{Entry, Standing, Verdict};
use leptos::prelude::*;

use super::look::{Desk, Said};
use crate::route::{Link, Screen};
use crate::text::Words;
use crate::ui::{CallFailed, Message, Tone};

/// What a list is called.
pub(super) fn list_name(words: &'static Words, entry: &Entry) -> String {
    if entry.list_name.is_empty() {
        (words.lists().list_number)(&entry.list.to_string())
    } else {
        entry.list_name.clone()
    }
}

/// Those that broke off, on the screen of the import, where somebody would repeat them.
#[component]
pub(crate) fn Interrupted() -> impl IntoView {
    let desk = Desk::current();
    desk.journal.look();
    view! { <Open with_running=false /> }
}

/// Those whose end is not known, the latest first; `with_running` also those that are under way.
#[component]
pub(super) fn Open(with_running: bool) -> impl IntoView {
    let desk = Desk::current();
    let open = Memo::new(move |_| {
        let (entries, now) = (desk.entries.read(), desk.journal.now().get());
        let last = entries.last().map(|entry| entry.id);
        let is_meant = |entry: &&Entry| match entry.standing(now) {
            Standing::BrokenOff | Standing::Unknown => true,
            Standing::UnderWay => with_running,
            // Where a server never tells what its lists hold, all end so, and nothing can be found out: only of the last
            // one somebody may still want to know.
            Standing::Ended(Verdict::Unknown) => {
                !entry.is_settled && (entry.before.is_some() || Some(entry.id) == last)
            }
            Standing::Ended(_) | Standing::Settled => false,
        };
        let open = entries.iter().rev().filter(is_meant);
        open.map(|entry| (entry.clone(), entry.standing(now))).collect::<Vec<_>>()
    });
    view! {
        {move || open.get().into_iter().map(|(entry, standing)| view! { <One entry standing /> }).collect_view()}
        <WhatWasDone />
    }
}

#[component]
fn One(entry: Entry, standing: Standing) -> impl IntoView {
    let words = Words::current();
    let desk = Desk::current();
    let texts = words.activity();
    let list = list_name(words, &entry);
    let last = (texts.last_known)(texts.step(entry.step), &words.moment(entry.at));
    let (title, detail) = match standing {
        Standing::UnderWay => ((texts.under_way)(&entry.file, &list), texts.under_way_detail),
        Standing::BrokenOff => ((texts.broken_off)(&entry.file, &list), texts.broken_off_detail),
        Standing::Unknown => ((texts.unknown)(&entry.file, &list), texts.unknown_detail),
        Standing::Ended(_) | Standing::Settled => ((texts.unknown)(&entry.file, &list), texts.unseen_detail),
    };
    let id = entry.id;
    let is_unknown = matches!(standing, Standing::Unknown | Standing::Ended(_));
    let compare = match entry.before {
        Some(before) => (texts.compare)(&words.count(before), &words.count(entry.promised)),
        None => texts.compare_not.to_owned(),
    };
    let is_open = standing != Standing::UnderWay;
    view! {
        <Message tone=Tone::Caution title>
            <p>{detail}</p>
            <p class="hint">{last}</p>
            {is_unknown.then(|| view! { <p>{compare}</p> })}
            {is_open.then(|| view! {
                <div class="row">
                    {is_unknown.then(|| view! {
                        <button type="button" class="button" on:click=move |_| desk.look(&entry)>{texts.look}</button>
                    })}
                    <button type="button" class="button" on:click=move |_| desk.settle(id)>{texts.settle}</button>
                </div>
            })}
        </Message>
    }
}

/// What came of what was done last; the keyboard goes on here.
#[component]
fn WhatWasDone() -> impl IntoView {
    let words = Words::current();
    let desk = Desk::current();
    let texts = words.activity();
    // It is said once.
    on_cleanup(move || {
        desk.said.try_set(Said::Nothing);
    });
    let said = move || match desk.said.get() {
        Said::Nothing => ().into_any(),
        Said::Looking => view! { <p class="muted" role="status">{texts.looking}</p> }.into_any(),
        Said::Seen { holds, came } => {
            let now = words.count(holds);
            let (tone, title, more) = match came {
                Some(0) => (Tone::Caution, (texts.not_grown)(&now), ""),
                Some(came) => (Tone::Good, (texts.grown)(&now, &words.count(came)), texts.others_count),
                None => (Tone::Caution, (texts.nothing_to_compare)(&now), ""),
            };
            view! { <Message tone title><p>{more}</p></Message> }.into_any()
        }
        Said::Untold => view! { <Message tone=Tone::Caution title=texts.list_untold>""</Message> }.into_any(),
        Said::Failed(error) => view! { <CallFailed title=texts.look_failed error /> }.into_any(),
        Said::Settled => view! { <Message tone=Tone::Good title=texts.settled>""</Message> }.into_any(),
        Said::Cleared => view! { <Message tone=Tone::Good title=texts.cleared>""</Message> }.into_any(),
    };
    view! { <div id="activity-said" tabindex="-1">{said}</div> }
}

/// The way to the import, where nothing was sent yet.
#[component]
pub(super) fn NothingYet() -> impl IntoView {
    let texts = Words::current().activity();
    view! {
        <div class="card stack-tight">
            <h3>{texts.none}</h3>
            <p class="muted">{texts.none_hint}</p>
            <div><Link to=Screen::Import class="button">{texts.to_import}</Link></div>
        </div>
    }
}
