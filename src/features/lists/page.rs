//! All lists.

use dialdesk_core::list::ListId;
use leptos::prelude::*;

use super::desk::ListDesks;
use super::model::{Column, FIRST, shown};
use super::new_list::NewListDialog;
use crate::api::List;
use crate::route::{Link, ListPart, Place, Screen, use_go, use_go_on, use_place};
use crate::state::Lists;
use crate::text::Words;
use crate::ui::{Listing, Message, OpenByNumber, PageTitle, Sort, SortHeader, Tone};

/// The table of lists; at the address of a new one the form for it over the table.
#[component]
pub(crate) fn ListsPage() -> impl IntoView {
    let words = Words::current();
    let lists = Lists::current();
    let go = use_go();
    let place = use_place();
    let is_new = Memo::new(move |_| place.get() == Place::At(Screen::NewList));
    let created = RwSignal::new(None::<List>);
    let deleted = ListDesks::current().deleted;
    // It is said once.
    on_cleanup(move || {
        deleted.try_set(None);
    });
    lists.want();
    let search = RwSignal::new(String::new());
    let sort = RwSignal::new(FIRST);
    let found = Memo::new(move |_| {
        let rows = lists.rows().read();
        rows.as_ref().map(|rows| shown(rows, &search.read(), sort.get()))
    });
    let subtitle = move || {
        let all = lists.rows().read().as_ref().map(|rows| words.count(rows.len() as u64))?;
        let found = words.count(found.read().as_ref().map_or(0, |found| found.len() as u64));
        Some(if search.with(|search| search.trim().is_empty()) {
            (words.lists().how_many)(&all)
        } else {
            (words.lists().found_of)(&found, &all)
        })
    };
    let go_on = use_go_on();
    let closed = Callback::new(move |list: Option<List>| {
        if list.is_some() {
            created.set(list);
        }
        go_on(Screen::Lists);
    });
    let is_empty = Signal::derive(move || found.read().as_ref().is_none_or(Vec::is_empty));
    view! {
        <div class="stack">
            <div class="row">
                <div class="grow">
                    <PageTitle text=words.lists().title.to_owned() />
                    <p class="muted">{subtitle}</p>
                </div>
                <button type="button" class="button primary" on:click=move |_| go(Screen::NewList)>
                    {words.lists().new}
                </button>
            </div>
            {move || deleted.get().map(|(id, name)| {
                let title = (words.lists().deleted_notice)(&name, &id.to_string());
                view! { <Message tone=Tone::Good title>""</Message> }
            })}
            {move || created.get().map(|list| {
                let said = (words.lists().created_notice)(&list.name, &list.id.to_string());
                view! {
                    <Message tone=Tone::Good title=said>
                        <p class="row">
                            <Link to=Screen::ImportInto(list.id)>{words.lists().import_into}</Link>
                            <Link to=Screen::List(list.id, ListPart::Contacts)>{words.lists().open_list}</Link>
                        </p>
                    </Message>
                }
            })}
            <Listing
                collection=lists
                is_empty
                search
                words=&words.lists().listing
                otherwise=|| view! { <ByNumber /> }
                table=move || view! { <Table found sort /> }
            />
        </div>
        <NewListDialog is_open=is_new closed />
    }
}

/// The way to a list that the server does not show.
#[component]
fn ByNumber() -> impl IntoView {
    let words = Words::current();
    let go = use_go();
    let go = Callback::new(move |typed: String| {
        ListId::parse(&typed).map(|id| go(Screen::List(id, ListPart::Contacts))).is_some()
    });
    view! {
        <OpenByNumber
            id="open-list"
            label=words.lists().number_label
            hint=words.lists().number_hint
            fault=words.lists().no_number
            open=words.lists().open_list
            go
        />
    }
}

/// The table.
#[component]
fn Table(found: Memo<Option<Vec<List>>>, sort: RwSignal<Sort<Column>>) -> impl IntoView {
    let words = Words::current();
    view! {
        <table class="table">
            <caption>{words.lists().caption}</caption>
            <thead>
                <tr>
                    <SortHeader column=Column::Name label=words.lists().name sort />
                    <SortHeader column=Column::Id label=words.lists().id sort />
                    <th scope="col">{words.lists().description}</th>
                    <SortHeader column=Column::Created label=words.lists().created sort />
                </tr>
            </thead>
            <tbody>
                <For each=move || found.get().unwrap_or_default() key=|list| list.id let:list>
                    <tr>
                        <th scope="row"><Link to=Screen::List(list.id, ListPart::Contacts)>{list.name}</Link></th>
                        <td>{list.id.to_string()}</td>
                        <td class="muted">{list.description}</td>
                        <td class="muted">{list.created_at.map(|at| plain_date(&at))}</td>
                    </tr>
                </For>
            </tbody>
        </table>
    }
}

/// The day and minute of the server's `2017-07-13T15:42:06Z`; other forms are shown as they are.
fn plain_date(at: &str) -> String {
    match at.split_once('T') {
        Some((day, time)) => format!("{day} {}", time.get(..5).unwrap_or(time)),
        None => at.to_owned(),
    }
}
