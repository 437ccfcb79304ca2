//! All lists.

use leptos::prelude::*;

use super::model::{Column, Sort, shown};
use super::new_list::NewListDialog;
use crate::api::List;
use crate::route::{Link, Place, Screen, use_go, use_place};
use crate::state::{Lists, Remote};
use crate::text::Words;
use crate::ui::{CallFailed, Message, PageTitle, Tone};

/// The table of lists; at the address of a new one the form for it over the table.
#[component]
pub(crate) fn ListsPage() -> impl IntoView {
    let words = Words::current();
    let lists = Lists::current();
    let go = use_go();
    let place = use_place();
    let is_new = Memo::new(move |_| place.get() == Place::At(Screen::NewList));
    let created = RwSignal::new(None::<List>);
    lists.load();
    let subtitle = move || {
        let rows = lists.rows().read();
        rows.ready().map(|rows| (words.lists.how_many)(&words.count(rows.len() as u64)))
    };
    let open = go.clone();
    let closed = Callback::new(move |list: Option<List>| {
        if list.is_some() {
            created.set(list);
        }
        go(Screen::Lists);
    });
    view! {
        <div class="stack">
            <div class="row">
                <div class="grow">
                    <PageTitle text=words.lists.title.to_owned() />
                    <p class="muted">{subtitle}</p>
                </div>
                <button type="button" class="button primary" on:click=move |_| open(Screen::NewList)>
                    {words.lists.new}
                </button>
            </div>
            {move || created.get().map(|list| {
                let said = (words.lists.created_notice)(&list.name, &list.id.to_string());
                view! { <Message tone=Tone::Good title=said><Link to=Screen::List(list.id)>{list.name}</Link></Message> }
            })}
            {move || match lists.rows().get() {
                Remote::Loading => view! { <p class="muted" role="status">{words.shell.loading}</p> }.into_any(),
                Remote::Failed(error) => {
                    let retry = Callback::new(move |()| lists.load());
                    view! { <CallFailed title=words.lists.read_failed error retry /> }.into_any()
                }
                Remote::Ready(rows) if rows.is_empty() => view! {
                    <div class="card stack-tight">
                        <h2>{words.lists.none}</h2>
                        <p class="muted">{words.lists.none_hint}</p>
                    </div>
                }.into_any(),
                Remote::Ready(rows) => view! { <Table rows /> }.into_any(),
            }}
        </div>
        <NewListDialog is_open=is_new closed />
    }
}

#[component]
fn Table(rows: Vec<List>) -> impl IntoView {
    let words = Words::current();
    let search = RwSignal::new(String::new());
    let sort = RwSignal::new(Sort::FIRST);
    let found = Memo::new(move |_| shown(&rows, &search.read(), sort.get()));
    let header = move |column: Column, label: &'static str| {
        view! {
            <th scope="col" aria-sort=move || sort.get().aria(column)>
                <button type="button" class="sort" on:click=move |_| sort.update(|sort| *sort = sort.pressed(column))>
                    {label}
                    <span aria-hidden="true">
                        {move || match sort.get().aria(column) {
                            "ascending" => " ↑",
                            "descending" => " ↓",
                            _ => "",
                        }}
                    </span>
                </button>
            </th>
        }
    };
    view! {
        <div class="row">
            <input
                class="input into"
                type="search"
                aria-label=words.lists.search
                placeholder=words.lists.search
                prop:value=search
                on:input:target=move |event| search.set(event.target().value())
            />
        </div>
        {move || if found.with(Vec::is_empty) {
            view! {
                <div class="card stack-tight" role="status">
                    <p>{(words.lists.no_match)(&search.read())}</p>
                    <div>
                        <button type="button" class="button" on:click=move |_| search.set(String::new())>
                            {words.lists.clear_search}
                        </button>
                    </div>
                </div>
            }.into_any()
        } else {
            view! {
                <div class="card flush table-scroll">
                    <table class="table">
                        <caption>{words.lists.caption}</caption>
                        <thead>
                            <tr>
                                {header(Column::Name, words.lists.name)}
                                {header(Column::Id, words.lists.id)}
                                <th scope="col">{words.lists.description}</th>
                                {header(Column::Created, words.lists.created)}
                            </tr>
                        </thead>
                        <tbody>
                            <For each=move || found.get() key=|list| list.id let:list>
                                <tr>
                                    <th scope="row"><Link to=Screen::List(list.id)>{list.name}</Link></th>
                                    <td>{list.id.to_string()}</td>
                                    <td class="muted">{list.description}</td>
                                    <td class="muted">{list.created_at.map(|at| plain_date(&at))}</td>
                                </tr>
                            </For>
                        </tbody>
                    </table>
                </div>
            }.into_any()
        }}
    }
}

/// The day and minute of the server's `2017-07-13T15:42:06Z`; other forms are shown as they are.
fn plain_date(at: &str) -> String {
    match at.split_once('T') {
        Some((day, time)) => format!("{day} {}", time.get(..5).unwrap_or(time)),
        None => at.to_owned(),
    }
}
