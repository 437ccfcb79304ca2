//! What was promised and what was found, as figures.

use leptos::prelude::*;

use super::attempt::{Deal, Firmness};
use super::columns::field_name;
use super::copying::CopyButton;
use super::ending::Progress;
use super::state::ImportState;
use crate::state::Lists;
use crate::text::Words;

/// The lines of a receipt: what is meant, and what it is.
fn lines(words: &Words, deal: &Deal, progress: Progress, list: String) -> Vec<(&'static str, String)> {
    let texts = &words.import().receipt;
    let seen = |n: Option<u64>| n.map_or(texts.not_seen.to_owned(), |n| words.count(n).shown);
    let promised = words.count(progress.promised).shown;
    let expected = match deal.firmness {
        Firmness::Exactly => promised,
        Firmness::AtMost => (texts.at_most)(&promised),
    };
    let difference = match difference(progress) {
        None => texts.not_seen.to_owned(),
        Some(0) => texts.none.to_owned(),
        Some(n @ 1..) => format!("+{}", words.whole(n)),
        Some(n) => words.whole(n),
    };
    vec![
        (texts.file, deal.file.clone()),
        (texts.list, list),
        (texts.began, words.moment(deal.began)),
        (texts.before, seen(progress.before)),
        (texts.expected, expected),
        (texts.found, seen(progress.now)),
        (texts.added, seen(progress.added())),
        (texts.difference, difference),
    ]
}

/// How many more than promised were found.
fn difference(progress: Progress) -> Option<i64> {
    let promised = progress.before?.checked_add(progress.promised)?;
    progress.now?.checked_signed_diff(promised)
}

/// The figures, and a button that copies them under the verdict.
#[component]
pub(super) fn Figures(progress: Progress, #[prop(into)] verdict: String) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let lists = Lists::current();
    let texts = &words.import().receipt;
    let deal = import.attempt.deal.get_untracked()?;
    let number = (words.lists().list_number)(&deal.list.to_string());
    let list =
        untrack(|| lists.get(deal.list)).map_or(number.clone(), |list| format!("{} · {number}", list.name));
    let mut lines = lines(words, &deal, progress, list);
    let compared = deal.compared.fields();
    let is_assumed = compared.len() > 1;
    if is_assumed {
        let names = import.fields.with_untracked(|fields| {
            compared.iter().map(|field| field_name(words, fields, *field)).collect::<Vec<_>>()
        });
        lines.push((texts.compared, names.join(", ")));
    }
    let rows =
        lines.iter().map(|(what, is)| view! { <tr><th scope="row">{*what}</th><td>{is.clone()}</td></tr> });
    let rows = rows.collect_view();
    let assumed = is_assumed.then_some(texts.assumed);
    let copied = Callback::new(move |()| {
        let said = [(texts.verdict, verdict.clone())];
        let all = said.iter().chain(&lines).map(|(what, is)| format!("{what}: {is}"));
        all.chain(assumed.map(str::to_owned)).collect::<Vec<_>>().join("\n")
    });
    Some(view! {
        <table class="receipt">
            <caption class="visually-hidden">{texts.title}</caption>
            <tbody>{rows}</tbody>
        </table>
        {assumed.map(|said| view! { <p class="hint">{said}</p> })}
        <CopyButton label=texts.copy text=copied />
    })
}

#[cfg(test)]
mod tests {
    use dialdesk_core::list::ListId;

    use super::*;

    #[test]
    fn the_difference_is_that_to_what_was_promised() {
        let progress = |before, now| Progress {
            list: ListId::new(32).unwrap(),
            before,
            now,
            promised: 950,
            drops_known: true,
            unseen: None,
        };
        assert_eq!(difference(progress(Some(40), Some(990))), Some(0));
        assert_eq!(difference(progress(Some(40), Some(980))), Some(-10));
        assert_eq!(difference(progress(Some(40), Some(992))), Some(2));
        assert_eq!(difference(progress(None, Some(992))), None);
        assert_eq!(difference(progress(Some(40), None)), None);
    }
}
