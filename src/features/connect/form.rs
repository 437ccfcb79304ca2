//! The sign-in form.

use leptos::prelude::*;

use crate::api::{ApiError, Credential};
use crate::platform::task;
use crate::state::{Host, Session};
use crate::text::Words;
use crate::ui::{Kind, Message, TextField, Tone};

/// Name and password, checked against the server before they are kept.
///
/// `who` is filled in; the fields' ids begin with `name` and `password` once on the page, as only one form is shown.
#[component]
pub(super) fn SignInForm(#[prop(optional)] who: String) -> impl IntoView {
    let words = Words::current();
    let session = Session::current();
    let host = Host::current();
    // Whoever is known only has the password to type.
    if !who.is_empty() {
        host.focus_soon("sign-in-password");
    }
    let name = RwSignal::new(who);
    let password = RwSignal::new(String::new());
    let asked = RwSignal::new(false);
    let waiting = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    let missing = move |value: RwSignal<String>, text: &'static str| {
        Signal::derive(move || (asked.get() && value.with(String::is_empty)).then(|| text.to_owned()))
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if waiting.get_untracked() {
            return;
        }
        asked.set(true);
        failure.set(None);
        if name.with_untracked(String::is_empty) {
            return host.focus_soon("sign-in-name");
        }
        if password.with_untracked(String::is_empty) {
            return host.focus_soon("sign-in-password");
        }
        waiting.set(true);
        let credential = Credential::Basic { name: name.get_untracked(), password: password.get_untracked() };
        task::spawn(async move {
            let result = session.enter(credential).await;
            // After a success this form is gone.
            waiting.try_set(false);
            if let Err(error) = result {
                // A refused password is not tried again: servers lock accounts.
                if error == ApiError::SignedOut {
                    password.try_set(String::new());
                    asked.try_set(false);
                }
                failure.try_set(Some(error));
                host.focus_soon("sign-in-password");
            }
        });
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            {move || failure.get().map(|error| {
                let why = if error == ApiError::SignedOut {
                    words.connect.wrong.to_owned()
                } else {
                    words.errors.sentence(&error)
                };
                view! { <Message tone=Tone::Bad title=words.connect.failed><p>{why}</p></Message> }
            })}
            <TextField
                id="sign-in-name"
                label=words.connect.name
                value=name
                kind=Kind::UserName
                fault=missing(name, words.connect.name_missing)
            />
            <TextField
                id="sign-in-password"
                label=words.connect.password
                value=password
                kind=Kind::Password
                hint=words.connect.kept_nowhere
                fault=missing(password, words.connect.password_missing)
            />
            <div>
                <button type="submit" class="button primary" aria-disabled=move || waiting.get().then_some("true")>
                    {move || if waiting.get() { words.connect.signing_in } else { words.connect.sign_in }}
                </button>
            </div>
        </form>
    }
}
