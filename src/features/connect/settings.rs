//! The connection screen.

use leptos::prelude::*;

use super::check::Check;
use super::entry::Entry;
use super::form::{AddressField, address_fault};
use super::page::Look;
use super::told::shown_address;
use crate::api::{Server, UploadForm};
use crate::state::SignIn;
use crate::text::Words;
use crate::ui::{PageTitle, Radio};

/// Where the app is connected to, in whose name, how files travel, and how it looks.
#[component]
pub(crate) fn ConnectPage() -> impl IntoView {
    let words = &Words::current().connect.page;
    view! {
        <div class="stack settings">
            <PageTitle text=words.title.to_owned() />
            <Present />
            <ChangeServer />
            <Upload />
            <section class="card stack-tight">
                <h2>{words.look}</h2>
                <Look />
            </section>
            <p class="muted">{words.kept}</p>
        </div>
    }
}

/// The server and whoever is signed in there.
#[component]
fn Present() -> impl IntoView {
    let words = &Words::current().connect.page;
    let entry = Entry::current();
    let who = move || match &*entry.session.sign_in().read() {
        SignIn::In(credential) => Some((words.who)(&credential.who())),
        SignIn::Expired { who } => Some((words.who)(who)),
        SignIn::Out => None,
    };
    view! {
        <section class="card stack">
            <dl class="stack-tight facts">
                <div>
                    <dt class="label">{words.server}</dt>
                    <dd>{move || shown_address(&entry.connection().server())}</dd>
                </div>
                <div><dt class="label">{words.sign_in}</dt><dd>{who}</dd></div>
            </dl>
            <div>
                <button type="button" class="button" on:click=move |_| entry.sign_in_otherwise()>
                    {words.sign_in_otherwise}
                </button>
            </div>
            <Check />
        </section>
    }
}

/// Another server, where the page around the app leaves that to the admin.
#[component]
fn ChangeServer() -> impl IntoView {
    let all = Words::current();
    let words = &all.connect.page;
    let entry = Entry::current();
    let is_same = move || {
        let typed = entry.address.with(|typed| Server::parse(typed));
        entry.was_moved.get() && typed.as_ref() == Ok(&entry.connection().server())
    };
    let fault = Signal::derive(move || entry.move_fault().map(|fault| address_fault(all, &fault)));
    view! {
        <section class="card stack">
            <h2>{words.change_server}</h2>
            {if entry.connection().is_free() {
                view! {
                    <form class="stack" novalidate on:submit=move |event: leptos::ev::SubmitEvent| {
                        event.prevent_default();
                        entry.change_server();
                    }>
                        <AddressField fault />
                        {move || is_same().then(|| view! { <p class="caution" role="status">{words.same_server}</p> })}
                        <p class="hint">{words.change_hint}</p>
                        <div><button type="submit" class="button">{words.change_server}</button></div>
                    </form>
                }
                .into_any()
            } else {
                view! { <p>{words.server_fixed}</p> }.into_any()
            }}
        </section>
    }
}

/// How files travel.
#[component]
fn Upload() -> impl IntoView {
    let words = &Words::current().connect.page;
    let connection = Entry::current().connection();
    view! {
        <section class="card">
            <fieldset class="stack-tight">
                <legend><h2>{words.upload_form}</h2></legend>
                {UploadForm::ALL
                    .map(|form| {
                        let is_chosen = Signal::derive(move || connection.upload() == form);
                        let choose = move |()| connection.set_upload(form);
                        view! {
                            <Radio
                                name="upload-form"
                                label=(words.upload)(form)
                                hint=(words.upload_hint)(form)
                                is_chosen
                                choose
                            />
                        }
                    })
                    .collect_view()}
            </fieldset>
        </section>
    }
}
