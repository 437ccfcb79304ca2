//! The list that takes the contacts.

use dialdesk_core::contact::CustomFieldId;
use dialdesk_core::list::ListId;
use leptos::prelude::*;

use super::state::ImportState;
use crate::api::{ApiError, List};
use crate::features::lists::NewListDialog;
use crate::state::{Lists, Remote};
use crate::text::Words;
use crate::ui::{CallFailed, NotShown, OpenByNumber, order};

/// Chooses the list, or makes one.
#[component]
pub(super) fn IntoList() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let lists = Lists::current();
    lists.want();
    let is_new = RwSignal::new(false);
    let closed = Callback::new(move |list: Option<List>| {
        if let Some(list) = list {
            import.choose_list(Some(list.id));
        }
        is_new.set(false);
    });
    let options = move || {
        let rows: Vec<List> = lists.rows().get().unwrap_or_default();
        // The newest first: a file usually goes into a list made for it.
        let keys = rows.iter().map(|list| (String::new(), list.id.get())).collect();
        let known: Vec<List> = order(keys, true).into_iter().filter_map(|at| rows.get(at).cloned()).collect();
        let missing = import.list.get().filter(|id| known.iter().all(|list| list.id != *id));
        // A list that was chosen elsewhere stays chosen, also where the server does not show its lists.
        let missing = missing.map(|id| {
            view! { <option value=id.to_string() selected=true>{(words.lists().list_number)(&id.to_string())}</option> }
        });
        let known = known.into_iter().map(|list| {
            let is_chosen = move || import.list.get() == Some(list.id);
            view! {
                <option value=list.id.to_string() prop:selected=is_chosen>
                    {format!("{} · {}", list.id, list.name)}
                </option>
            }
        });
        (missing, known.collect_view())
    };
    // What the list held is history once the import has begun.
    let holds = move || {
        let held = import.held.get().filter(|_| !import.is_fixed.get())?;
        Some((words.import().columns.holds)(&words.count(held)))
    };
    view! {
        <div class="row">
            <label class="label" for="into-list">{words.import().columns.into_list}</label>
            <select
                class="select into"
                id="into-list"
                prop:disabled=import.is_fixed
                on:change:target=move |event| import.choose_list(ListId::parse(&event.target().value()))
            >
                <option value="" prop:selected=move || import.list.get().is_none()>
                    {words.import().columns.choose_list}
                </option>
                {options}
            </select>
            <button
                type="button"
                class="button"
                prop:disabled=import.is_fixed
                on:click=move |_| is_new.set(true)
            >
                {words.import().columns.new_list}
            </button>
            <span class="hint" role="status">{holds}</span>
        </div>
        {move || lists.failure().get().map(|error| {
            let retry = Callback::new(move |()| lists.load());
            view! {
                <NotShown words=&words.lists().listing error retry />
                {(!import.is_fixed.get()).then(|| view! { <ByNumber /> })}
            }
        })}
        {move || match import.custom.get() {
            Remote::Failed(error) => Some(view! { <FieldsHidden error /> }),
            Remote::Loading | Remote::Ready(_) => None,
        }}
        <NewListDialog is_open=is_new closed />
    }
}

/// Chooses a list that the server does not show.
#[component]
fn ByNumber() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let go = Callback::new(move |typed: String| {
        let list = ListId::parse(&typed);
        if list.is_some() {
            import.choose_list(list);
        }
        list.is_some()
    });
    view! {
        <OpenByNumber
            id="into-number"
            label=words.lists().number_label
            hint=words.lists().number_hint
            fault=words.lists().no_number
            open=words.lists().use_list
            go
        />
    }
}

/// The custom fields could not be read, or the server shows none: they can be named by their numbers.
#[component]
fn FieldsHidden(error: ApiError) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let go = Callback::new(move |typed: String| {
        let id = CustomFieldId::parse(typed.trim().trim_start_matches("cf_"));
        id.map(|id| import.declare(id)).is_some()
    });
    let is_hidden = error.hides();
    view! {
        {(!is_hidden).then(|| {
            let retry = Callback::new(move |()| {
                import.ask_again();
                import.host.focus_soon("into-list");
            });
            view! { <CallFailed title=words.import().columns.fields_failed error retry /> }
        })}
        {move || (!import.is_fixed.get()).then(|| view! {
            <OpenByNumber
                id="declare-number"
                label=words.lists().form.declare_number
                hint=words.lists().form.declare_hint
                fault=words.lists().form.declare_wrong
                open=words.lists().form.declare_add
                go
            />
        })}
    }
}
