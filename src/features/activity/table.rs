//! The table of imports.

use dialdesk_core::plan::{Entry, Standing, Verdict, standing_first};
use leptos::prelude::*;

use super::confirm::Confirm;
use super::export::{save_json, save_table};
use super::look::{Desk, Said};
use super::receipt::Receipt;
use super::unfinished::list_name;
use crate::text::Words;
use crate::ui::{Chip, Mood};

/// How the chip of an import looks.
pub(super) fn mood(standing: Standing) -> Mood {
    match standing {
        Standing::Ended(Verdict::Verified) => Mood::Good,
        Standing::Unknown | Standing::Ended(Verdict::Short | Verdict::Unknown | Verdict::NotImported) => {
            Mood::Bad
        }
        Standing::UnderWay | Standing::BrokenOff | Standing::Settled | Standing::Ended(Verdict::Over) => {
            Mood::Plain
        }
    }
}

/// All imports, those whose end is not known first, with what can be done with the table.
#[component]
pub(super) fn Imports() -> impl IntoView {
    let words = Words::current();
    let desk = Desk::current();
    let texts = words.activity();
    let columns = &texts.columns;
    let rows = Memo::new(move |_| {
        let entries = desk.entries.read();
        let places = standing_first(&entries, desk.journal.now().get());
        places.into_iter().filter_map(|at| entries.get(at).map(|entry| entry.id)).collect::<Vec<_>>()
    });
    let is_clearing = RwSignal::new(false);
    let clear = Callback::new(move |()| {
        desk.journal.clear();
        desk.say(Said::Cleared);
    });
    let title = move || (texts.clear_title)(&words.count(desk.entries.read().len() as u64));
    view! {
        <div class="card flush table-scroll" tabindex="0" role="region" aria-label=texts.caption>
            <table class="table activity">
                <caption>{texts.caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{columns.file}</th>
                        <th scope="col">{columns.list}</th>
                        <th scope="col">{columns.state}</th>
                        <th scope="col" class="number">{columns.promised}</th>
                        <th scope="col" class="number">{columns.came}</th>
                        <th scope="col" class="number">{columns.left_out}</th>
                        <th scope="col">{columns.began}</th>
                        <th scope="col">{columns.staged}</th>
                        <td></td>
                    </tr>
                </thead>
                <For each=move || rows.get() key=|id| *id children=move |id| view! { <Row id /> } />
            </table>
        </div>
        <div class="row">
            <button type="button" class="button" on:click=move |_| save_table(words, &desk)>{texts.export_csv}</button>
            <button type="button" class="button" on:click=move |_| save_json(words, &desk)>{texts.export_json}</button>
            <button type="button" class="button" on:click=move |_| is_clearing.set(true)>{texts.clear}</button>
        </div>
        <Confirm
            id="activity-clear"
            is_open=is_clearing
            title=Signal::derive(title)
            hint=texts.clear_hint
            deed=texts.clear_button
            run=clear
        />
    }
}

/// One import; its receipt opens below it.
#[component]
fn Row(id: u64) -> impl IntoView {
    let words = Words::current();
    let desk = Desk::current();
    let texts = words.activity();
    let is_open = RwSignal::new(false);
    let entry = Memo::new(move |_| desk.entries.read().iter().find(|entry| entry.id == id).cloned());
    let number = |n: Option<u64>| n.map_or_else(|| texts.not_known.to_owned(), |n| words.count(n).shown);
    let cells = move |entry: Entry| {
        let standing = entry.standing(desk.journal.now().get());
        let list = list_name(words, &entry);
        view! {
            <th scope="row">{entry.file.clone()}</th>
            <td>{list}</td>
            <td><Chip mood=mood(standing) text=texts.standing(standing) /></td>
            <td class="number">{words.count(entry.promised).shown}</td>
            <td class="number">{number(entry.found)}</td>
            <td class="number">{words.count(entry.left_out).shown}</td>
            <td class="muted">{words.moment(entry.id)}</td>
            <td class="muted">{entry.staged.clone()}</td>
        }
    };
    let name =
        entry.with_untracked(|entry| entry.as_ref().map(|entry| entry.file.clone()).unwrap_or_default());
    view! {
        <tbody>
            <tr>
                {move || entry.get().map(cells)}
                <td>
                    <button
                        type="button"
                        class="button"
                        aria-label=(texts.show)(&name)
                        aria-expanded=move || if is_open.get() { "true" } else { "false" }
                        on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
                    >
                        {texts.receipt}
                    </button>
                </td>
            </tr>
            {move || is_open.get().then(|| entry.get()).flatten().map(|entry| view! {
                <tr><td colspan="9"><Receipt entry /></td></tr>
            })}
        </tbody>
    }
}
