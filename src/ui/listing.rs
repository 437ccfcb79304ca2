//! A collection of the server as a table that can be searched: loading, failed, empty, or there.

use leptos::prelude::*;

use super::{CallFailed, Message, NoMatch, SearchField, Tone};
use crate::api::{ApiError, Row};
use crate::state::Collection;
use crate::text::{ListingWords, Words};

/// What stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    /// The rows are on their way.
    Loading,
    /// They could not be read, which is said above.
    Nothing,
    /// There are none.
    Empty,
    /// None of them matches.
    NoMatch,
    /// The table.
    Table,
}

/// The table of a collection with its search; both stay when the collection is read again.
#[component]
pub(crate) fn Listing<T: Row>(
    collection: Collection<T>,
    /// Whether no row matches the search.
    #[prop(into)]
    is_empty: Signal<bool>,
    search: RwSignal<String>,
    words: &'static ListingWords,
    /// What stands there as well when the rows cannot be read.
    #[prop(into, optional)]
    otherwise: ViewFn,
    /// The table.
    #[prop(into)]
    table: ViewFn,
) -> impl IntoView {
    let shell = &Words::current().shell;
    let shown = Memo::new(move |_| match &*collection.rows().read() {
        Some(rows) if rows.is_empty() => Shown::Empty,
        Some(_) if is_empty.get() => Shown::NoMatch,
        Some(_) => Shown::Table,
        None if collection.failure().read().is_some() => Shown::Nothing,
        None => Shown::Loading,
    });
    let is_unread = Memo::new(move |_| collection.failure().read().is_some());
    let has_search = Memo::new(move |_| matches!(shown.get(), Shown::NoMatch | Shown::Table));
    view! {
        {move || collection.failure().get().map(|error| {
            let retry = Callback::new(move |()| collection.load());
            view! { <NotShown words error retry /> }
        })}
        {move || has_search.get().then(|| view! {
            <div class="row"><SearchField label=words.search search /></div>
        })}
        {move || match shown.get() {
            Shown::Nothing => ().into_any(),
            Shown::Loading => view! { <p class="muted" role="status">{shell.loading}</p> }.into_any(),
            Shown::Empty => view! {
                <div class="card stack-tight">
                    <h2>{words.none}</h2>
                    <p class="muted">{words.none_hint}</p>
                </div>
            }.into_any(),
            Shown::NoMatch => {
                let text = Signal::derive(move || (words.no_match)(&search.read()));
                view! { <NoMatch text clear=words.clear_search search /> }.into_any()
            }
            Shown::Table => view! { <div class="card flush table-scroll">{table.run()}</div> }.into_any(),
        }}
        {move || is_unread.get().then(|| otherwise.run())}
    }
}

/// Why a collection is not shown: reading it failed, or the server lets nobody read it, which is no failure.
#[component]
pub(crate) fn NotShown(words: &'static ListingWords, error: ApiError, retry: Callback<()>) -> impl IntoView {
    if error.hides() {
        view! { <Message tone=Tone::Caution title=words.hidden><p>{words.hidden_hint}</p></Message> }
            .into_any()
    } else {
        view! { <CallFailed title=words.read_failed error retry /> }.into_any()
    }
}
