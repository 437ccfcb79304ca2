//! Searching a list's contacts and paging through them.

use leptos::prelude::*;

use super::super::desk::ListDesk;
use super::model::Pager;
use super::table::Table;
use crate::features::removals::{Target, WaitingNote};
use crate::route::{Link, ListPart, Screen};
use crate::state::{Remote, SignIn};
use crate::text::Words;
use crate::ui::{CallFailed, Message, Tone};

/// What stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Loading,
    Failed,
    Empty,
    NoMatch,
    Table,
}

/// The contacts, with the ways to add more.
#[component]
pub(crate) fn ContactsTab(desk: ListDesk) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().contacts;
    let contacts = desk.contacts();
    // Others change them too: they are read whenever they are looked at, and when the order changes.
    let session = desk.session;
    let is_in = Memo::new(move |_| matches!(*session.sign_in().read(), SignIn::In(_)));
    Effect::new(move |before: Option<_>| {
        let sort = contacts.sort.get();
        if is_in.get() {
            let is_turned = before.is_some_and(|before| before != sort);
            let pager = contacts.pager.with_untracked(Pager::at_its_place);
            contacts.go_to(if is_turned { Pager::default() } else { pager });
        }
        sort
    });
    let shown = Memo::new(move |_| match &*contacts.rows.read() {
        Remote::Loading => Shown::Loading,
        Remote::Failed(_) => Shown::Failed,
        Remote::Ready(rows) if !rows.is_empty() => Shown::Table,
        Remote::Ready(_) if contacts.sought.with(String::is_empty) => Shown::Empty,
        Remote::Ready(_) => Shown::NoMatch,
    });
    let has_search = Memo::new(move |_| matches!(shown.get(), Shown::NoMatch | Shown::Table));
    view! {
        <section class="stack" id="list-contacts" tabindex="-1" aria-label=words.lists().tab_contacts>
            <div class="row">
                {move || if has_search.get() {
                    view! { <Search desk /> }.into_any()
                } else {
                    view! { <div class="grow"></div> }.into_any()
                }}
                <Link to=Screen::List(desk.id, ListPart::NewContact) class="button">{texts.add_one}</Link>
                <Link to=Screen::List(desk.id, ListPart::Several) class="button">{texts.add_several}</Link>
            </div>
            <Stale desk />
            {move || match shown.get() {
                Shown::Loading => view! { <p class="muted" role="status">{words.shell.loading}</p> }.into_any(),
                Shown::Failed => view! { <Failed desk /> }.into_any(),
                Shown::Empty => view! {
                    <div class="card stack-tight">
                        <h2>{texts.none}</h2>
                        <p class="muted">{texts.none_hint}</p>
                    </div>
                }
                .into_any(),
                Shown::NoMatch => {
                    let text = Signal::derive(move || (texts.no_match)(&contacts.sought.read()));
                    view! { <NoContactMatches desk text /> }.into_any()
                }
                Shown::Table => view! { <Table desk /> }.into_any(),
            }}
            {move || (shown.get() == Shown::Table).then(|| view! { <Pages desk /> })}
            <WaitingNote
                is_here=move |target| matches!(target, Target::Contact(list, _) if list == desk.id)
                said=texts.will_delete
            />
        </section>
    }
}

/// The search, which the server makes.
#[component]
fn Search(desk: ListDesk) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().contacts;
    let contacts = desk.contacts();
    view! {
        <form
            class="row grow"
            role="search"
            on:submit=move |event| {
                event.prevent_default();
                contacts.search();
            }
        >
            <input
                class="input into"
                id="contacts-search"
                type="search"
                aria-label=texts.search
                placeholder=texts.search
                autocomplete="off"
                prop:value=contacts.search
                on:input:target=move |event| contacts.search.set(event.target().value())
            />
            <button type="submit" class="button">{texts.find}</button>
        </form>
    }
}

/// None of them matches: the way back to all.
#[component]
fn NoContactMatches(desk: ListDesk, text: Signal<String>) -> impl IntoView {
    let texts = &Words::current().lists().contacts;
    let contacts = desk.contacts();
    let show_all = move |_| {
        contacts.search.set(String::new());
        contacts.search();
    };
    view! {
        <div class="card stack-tight" role="status">
            <p>{text}</p>
            <div>
                <button type="button" class="button" on:click=show_all>{texts.clear}</button>
            </div>
        </div>
    }
}

/// Why the page that was asked for is not there; what was read before still is.
#[component]
fn Stale(desk: ListDesk) -> impl IntoView {
    let texts = &Words::current().lists().contacts;
    let contacts = desk.contacts();
    let retry = Callback::new(move |()| contacts.retry());
    move || {
        let is_known = contacts.rows.with(|rows| rows.ready().is_some());
        let failure = contacts.failure.get().filter(|_| is_known);
        failure.map(|error| view! { <CallFailed title=texts.stale error retry /> })
    }
}

/// Why they cannot be shown; adding goes on.
#[component]
fn Failed(desk: ListDesk) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().contacts;
    let contacts = desk.contacts();
    let retry = Callback::new(move |()| contacts.go_to(Pager::default()));
    move || match contacts.rows.get() {
        // A server that lets nobody read them has not failed.
        Remote::Failed(error) if error.hides() => view! {
            <Message tone=Tone::Caution title=texts.failed><p>{texts.failed_hint}</p></Message>
        }
        .into_any(),
        Remote::Failed(error) => view! {
            <CallFailed title=texts.failed error retry />
            <p class="muted">{texts.failed_hint}</p>
        }
        .into_any(),
        Remote::Loading | Remote::Ready(_) => ().into_any(),
    }
}

/// The range on screen and the ways to the pages around it. The buttons stay, so that the keyboard does not lose them.
#[component]
fn Pages(desk: ListDesk) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().contacts;
    let contacts = desk.contacts();
    let range = move || {
        let pager = contacts.pager.read();
        let (from, to) = pager.range()?;
        let number = |n| words.count(n).shown;
        Some((texts.range)(&number(from), &number(to), pager.total.map(|n| words.count(n)).as_ref()))
    };
    let previous = Memo::new(move |_| contacts.pager.with(Pager::previous));
    let next = Memo::new(move |_| contacts.pager.with(Pager::next));
    let go = move |to: Option<Pager>| {
        if let Some(to) = to {
            contacts.go_to(to);
        }
    };
    view! {
        <nav class="row" aria-label=texts.pages>
            <button
                type="button"
                class="button"
                aria-disabled=move || previous.with(Option::is_none).then_some("true")
                on:click=move |_| go(previous.get_untracked())
            >
                {texts.previous}
            </button>
            <span role="status">{range}</span>
            <button
                type="button"
                class="button"
                aria-disabled=move || next.with(Option::is_none).then_some("true")
                on:click=move |_| go(next.get_untracked())
            >
                {texts.next}
            </button>
            <span class="muted" role="status">
                {move || (contacts.is_loading.get()).then_some(words.shell.loading)}
            </span>
        </nav>
    }
}
