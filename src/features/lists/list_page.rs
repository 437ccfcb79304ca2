//! One list: its name and size, and its parts as tabs.

use dialdesk_core::list::ListId;
use leptos::prelude::*;

use super::agents_tab::AgentsTab;
use super::contacts::ContactsTab;
use super::delete_list::DeleteListDialog;
use super::desk::{Held, ListDesk, ListDesks};
use super::edit_list::EditListDialog;
use super::fields_tab::FieldsTab;
use super::form::{EditContact, NewContactPage};
use super::grid::SeveralPage;
use crate::api::ApiError;
use crate::route::{Link, ListPart, Screen, use_go_on};
use crate::state::{Host, Lists, Remote, Session, SignIn};
use crate::text::Words;
use crate::ui::{CallFailed, Message, PageTitle, Tone};

/// A list with its contacts, fields and agents.
#[component]
pub(crate) fn ListPage(id: ListId, part: Signal<ListPart>) -> impl IntoView {
    let session = Session::current();
    let desk = ListDesks::current().get(id);
    // Others change it too, and a new sign-in may see what the one before could not.
    Effect::new(move || {
        if matches!(*session.sign_in().read(), SignIn::In(_)) {
            desk.read();
        }
    });
    // A part that was reached by a link inside another has taken that link away: focus goes to what it is about. Tabs
    // stay, and keep it.
    let host = Host::current();
    Effect::new(move |before: Option<ListPart>| {
        let now = part.get();
        let is_tab = |part| matches!(part, ListPart::Contacts | ListPart::Fields | ListPart::Agents);
        let Some(before) = before else { return now };
        match now {
            ListPart::NewContact | ListPart::Contact(_) => host.focus_soon("contact-title"),
            ListPart::Several => host.focus_soon("grid-title"),
            ListPart::Contacts if !is_tab(before) => host.focus_soon("list-contacts"),
            ListPart::Contacts | ListPart::Fields | ListPart::Agents => {}
        }
        now
    });
    let inside = move || match part.get() {
        ListPart::Contacts => view! { <ContactsTab desk /> }.into_any(),
        ListPart::NewContact => view! { <NewContactPage desk /> }.into_any(),
        ListPart::Several => view! { <SeveralPage desk /> }.into_any(),
        ListPart::Contact(contact) => view! { <EditContact desk id=contact /> }.into_any(),
        ListPart::Fields => view! { <FieldsTab desk /> }.into_any(),
        ListPart::Agents => view! { <AgentsTab desk /> }.into_any(),
    };
    view! {
        <div class="stack">
            <Head desk part />
            {move || match desk.list.get() {
                Remote::Failed(error) => Some(view! { <NotRead desk error /> }),
                Remote::Loading | Remote::Ready(_) => None,
            }}
            {inside}
        </div>
    }
}

/// Why the list is not shown: it could not be read, or the server shows no lists at all, which is no failure.
#[component]
fn NotRead(desk: ListDesk, error: ApiError) -> impl IntoView {
    let words = Words::current();
    let lists = Lists::current();
    move || {
        let is_hidden = error.hides() && lists.failure().read().as_ref().is_some_and(ApiError::hides);
        if is_hidden {
            view! { <Message tone=Tone::Caution title=words.lists().listing.hidden>""</Message> }.into_any()
        } else {
            let retry = Callback::new(move |()| desk.read());
            view! { <CallFailed title=words.lists().one_failed error=error.clone() retry /> }.into_any()
        }
    }
}

/// Name, number, size and tabs, with what can be done with the list as a whole.
#[component]
fn Head(desk: ListDesk, part: Signal<ListPart>) -> impl IntoView {
    let words = Words::current();
    let texts = words.lists();
    let id = desk.id;
    let go_on = use_go_on();
    let is_editing = RwSignal::new(false);
    let is_deleting = RwSignal::new(false);
    let is_saved = RwSignal::new(false);
    let number = move || (texts.list_number)(&id.to_string());
    let title = Signal::derive(move || {
        let list = desk.list.read();
        let name = list.ready().map(|list| list.name.clone()).filter(|name| !name.trim().is_empty());
        name.unwrap_or_else(number)
    });
    let size = move || match desk.held.get() {
        Held::Unasked => None,
        Held::Untold => Some(texts.contacts_unknown.to_owned()),
        Held::Known(count) => Some((texts.contact_count)(&words.count(count))),
    };
    let saved = Callback::new(move |()| {
        is_editing.set(false);
        is_saved.set(true);
    });
    let deleted = Callback::new(move |()| go_on(Screen::Lists));
    let description = move || {
        let list = desk.list.read();
        list.ready().and_then(|list| list.description.clone()).map(|text| view! { <p>{text}</p> })
    };
    let is_read = Memo::new(move |_| desk.list.with(|list| list.ready().is_some()));
    // The screens of single contacts stand below the contacts.
    let is_contacts = move || {
        matches!(part.get(), ListPart::NewContact | ListPart::Several | ListPart::Contact(_))
            .then_some("page")
    };
    view! {
        <div>
            <div class="row">
                <div class="grow">
                    <PageTitle text=title />
                    <p class="muted">{number()} " · " {size}</p>
                </div>
                <Link to=Screen::ImportInto(id) class="button primary">{texts.import_into}</Link>
                {move || is_read.get().then(|| view! {
                    <button type="button" class="button" on:click=move |_| is_editing.set(true)>{texts.edit}</button>
                })}
                <button type="button" class="button" on:click=move |_| is_deleting.set(true)>{texts.delete}</button>
            </div>
            {description}
            {move || is_saved.get().then(|| view! { <Message tone=Tone::Good title=texts.saved>""</Message> })}
            <nav class="tabs" aria-label=texts.tabs>
                <span class:below=move || is_contacts().is_some()>
                    <Link to=Screen::List(id, ListPart::Contacts) exact=true>{texts.tab_contacts}</Link>
                </span>
                <Link to=Screen::List(id, ListPart::Fields)>{texts.tab_fields}</Link>
                <Link to=Screen::List(id, ListPart::Agents)>{texts.tab_agents}</Link>
            </nav>
        </div>
        <EditListDialog desk is_open=is_editing saved />
        <DeleteListDialog desk name=title is_open=is_deleting deleted />
    }
}
