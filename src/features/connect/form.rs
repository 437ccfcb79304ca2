//! The sign-in form.

use leptos::prelude::*;

use super::entry::Entry;
use super::model::{Fault, Field};
use super::told::{Told, shown_address};
use crate::api::{AddressFault, Server, Way};
use crate::state::Host;
use crate::text::Words;
use crate::ui::{Kind, Message, Radio, TextField, Tone};

/// A name and a password, or what else proves who asks, checked against the server before it is kept.
///
/// Only one such form is shown at a time.
#[component]
pub(super) fn SignInForm() -> impl IntoView {
    let words = Words::current();
    let entry = Entry::current();
    let summary = move || if entry.asks_address() { words.connect.more } else { words.connect.more_ways };
    view! {
        <form class="stack" novalidate on:submit=move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            entry.submit();
        }>
            {move || entry.known.get().failure.map(|diagnosis| view! {
                <Message tone=Tone::Bad title=words.connect.failed id="sign-in-failed"><Told diagnosis /></Message>
            })}
            {move || match entry.connection().way() {
                Way::Password => view! { <Password entry /> }.into_any(),
                way @ (Way::ApiKey | Way::Token) => view! { <Pasted entry way /> }.into_any(),
            }}
            <div>
                <button type="submit" class="button primary" aria-disabled=move || entry.is_waiting.get().then_some("true")>
                    {move || if entry.is_waiting.get() { words.connect.signing_in } else { words.connect.sign_in }}
                </button>
            </div>
            <details
                class="more"
                prop:open=entry.is_open
                on:toggle:target=move |event| entry.is_open.set(event.target().open())
            >
                <summary>{summary}</summary>
                <div class="stack">
                    <Ways entry />
                    {move || entry.asks_address().then(|| view! {
                        <AddressField fault=Signal::derive(move || fault_of(&entry, Field::Address).map(|fault| address_fault(words, &fault))) />
                    })}
                </div>
            </details>
        </form>
    }
}

/// What stands against a field.
fn fault_of(entry: &Entry, field: Field) -> Option<Fault> {
    entry.faults().into_iter().find(|(at, _)| *at == field).map(|(_, fault)| fault)
}

/// Name and password.
#[component]
fn Password(entry: Entry) -> impl IntoView {
    let words = Words::current();
    let name_fault = Signal::derive(move || {
        fault_of(&entry, Field::Name).map(|fault| match fault {
            Fault::Colon => words.connect.name_colon.to_owned(),
            Fault::Missing | Fault::Signs | Fault::Address(_) | Fault::Busy => {
                words.connect.name_missing.to_owned()
            }
        })
    });
    let password_fault = Signal::derive(move || {
        fault_of(&entry, Field::Password).map(|_missing| words.connect.password_missing.to_owned())
    });
    view! {
        <TextField
            id=Field::Name.id()
            label=words.connect.name
            value=entry.name
            kind=Kind::UserName
            fault=name_fault
        />
        <TextField
            id=Field::Password.id()
            label=words.connect.password
            value=entry.password
            kind=Kind::Password
            hint=words.connect.kept_nowhere
            fault=password_fault
        />
    }
}

/// An API key or a token.
#[component]
fn Pasted(entry: Entry, way: Way) -> impl IntoView {
    let words = &Words::current().connect;
    let field = Field::secret(way);
    let (label, hint, value, missing) = match way {
        Way::ApiKey => (words.key, words.key_hint, entry.key, words.key_missing),
        Way::Token | Way::Password => (words.token, words.token_hint, entry.token, words.token_missing),
    };
    let fault = Signal::derive(move || {
        fault_of(&entry, field).map(|fault| {
            if fault == Fault::Signs { words.token_signs.to_owned() } else { missing.to_owned() }
        })
    });
    view! { <TextField id=field.id() label value kind=Kind::Secret hint fault /> }
}

/// The ways of signing in.
#[component]
fn Ways(entry: Entry) -> impl IntoView {
    let words = &Words::current().connect;
    view! {
        <fieldset>
            <legend class="label">{words.way_legend}</legend>
            {Way::ALL
                .map(|way| {
                    let is_chosen = Signal::derive(move || entry.connection().way() == way);
                    let choose = move |()| entry.choose_way(way);
                    view! { <Radio name="sign-in-way" label=(words.way)(way) is_chosen choose /> }
                })
                .collect_view()}
        </fieldset>
    }
}

/// What stands against the address, in words.
pub(super) fn address_fault(words: &Words, fault: &Fault) -> String {
    let words = &words.connect.address;
    match fault {
        Fault::Address(fault) => (words.fault)(fault),
        Fault::Busy | Fault::Missing | Fault::Colon | Fault::Signs => words.busy.to_owned(),
    }
}

/// The server's address, with the offer to complete one without a scheme once that is said.
#[component]
pub(super) fn AddressField(fault: Signal<Option<String>>) -> impl IntoView {
    let words = &Words::current().connect.address;
    let entry = Entry::current();
    let host = Host::current();
    let offer = move || match entry.address.with(|typed| Server::parse(typed)) {
        Err(AddressFault::NoScheme { offer }) if fault.with(Option::is_some) => Some(offer),
        Ok(_) | Err(_) => None,
    };
    view! {
        <TextField
            id=Field::Address.id()
            label=words.label
            value=entry.address
            kind=Kind::Address
            hint=words.hint
            is_optional=true
            fault
        />
        {move || offer().map(|offer| {
            let label = (words.use_offer)(&offer);
            let take = move |_| {
                entry.address.set(offer.clone());
                // The button is gone with what it repairs.
                host.focus_soon(Field::Address.id());
            };
            view! { <div><button type="button" class="button" on:click=take>{label}</button></div> }
        })}
    }
}

/// What the form takes, and for which server: the one that is typed, as far as it is one.
#[component]
pub(super) fn Intro() -> impl IntoView {
    let words = &Words::current().connect;
    let entry = Entry::current();
    let connection = entry.connection();
    let server = move || {
        let typed = entry.address.with(|typed| Server::parse(typed)).ok();
        typed.filter(|_| connection.is_free()).unwrap_or_else(|| connection.server())
    };
    view! { <p class="muted">{move || (words.intro)(connection.way(), &shown_address(&server()))}</p> }
}
