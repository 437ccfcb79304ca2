//! Everything that was written down of one import.

use dialdesk_core::plan::{Entry, Step, Verdict};
use leptos::prelude::*;

use super::look::Desk;
use super::unfinished::list_name;
use crate::platform::page;
use crate::text::Words;

/// The receipt, with a look at the list where that could still tell more.
#[component]
pub(super) fn Receipt(entry: Entry) -> impl IntoView {
    let words = Words::current();
    let desk = Desk::current();
    let texts = words.activity();
    let (columns, facts) = (&texts.columns, &texts.facts);
    let number = |n: Option<u64>| n.map_or_else(|| texts.not_known.to_owned(), |n| words.count(n).shown);
    let last = format!("{} · {}", texts.step(entry.step), words.moment(entry.at));
    let lines = [
        (columns.file, entry.file.clone()),
        (facts.size, words.bytes(entry.bytes)),
        (columns.list, format!("{} · {}", entry.list, list_name(words, &entry))),
        (facts.server, if entry.server.is_empty() { page::origin() } else { entry.server.clone() }),
        (columns.began, words.moment(entry.id)),
        (facts.last, last),
        (facts.records, words.count(entry.records).shown),
        (columns.left_out, words.count(entry.left_out).shown),
        (columns.promised, words.count(entry.promised).shown),
        (columns.came, number(entry.found)),
        (facts.before, number(entry.before)),
        (facts.after, number(entry.after)),
        (columns.staged, entry.staged.clone().unwrap_or_else(|| texts.not_known.to_owned())),
        (facts.process, entry.pid.map_or_else(|| texts.not_known.to_owned(), |pid| pid.to_string())),
    ];
    let lines = lines.map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    let may_tell_more = match entry.step {
        Step::Ended(Verdict::Short | Verdict::Unknown) => true,
        Step::Ended(Verdict::Verified | Verdict::Over | Verdict::NotImported)
        | Step::Planned
        | Step::Uploading
        | Step::Uploaded
        | Step::Binding
        | Step::Bound
        | Step::Counting => false,
    };
    view! {
        <dl class="receipt">{lines.collect_view()}</dl>
        {may_tell_more.then(|| view! {
            <button type="button" class="button" on:click=move |_| desk.look(&entry)>{texts.look}</button>
        })}
    }
}
