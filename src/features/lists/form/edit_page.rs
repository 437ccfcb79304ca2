//! Changing one contact.

use dialdesk_core::contact::ContactId;
use leptos::prelude::*;

use super::super::desk::ListDesk;
use super::clash::Clashes;
use super::outcome::Outcome;
use super::send::Next;
use super::state::{ContactForm, Origin, Stage};
use super::view::{Fields, Summary, lead_to_summary};
use crate::route::{Link, ListPart, Screen};
use crate::state::{Host, SignIn};
use crate::text::Words;
use crate::ui::{CallFailed, RequestDetails};

/// What stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Reading,
    Unreadable,
    Form,
}

/// The form of a contact, once it was read.
#[component]
pub(crate) fn EditContact(desk: ListDesk, id: ContactId) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().form;
    let form = desk.edit(id);
    let shown = Memo::new(move |_| {
        // The fields belong to the form: what a contact has in them is shown once they are known or are not to be had.
        let has_fields = !matches!(&*desk.custom.read(), crate::state::Remote::Loading);
        match &*form.origin.read() {
            Origin::Unreadable(_) => Shown::Unreadable,
            Origin::Read(_) if has_fields => Shown::Form,
            Origin::New | Origin::Reading | Origin::Read(_) => Shown::Reading,
        }
    });
    // The texts of the form depend on what its fields hold, which may be known later than the contact.
    // Whoever has just signed in again may see what the sign-in before could not.
    let session = desk.session;
    let is_in = Memo::new(move |_| matches!(*session.sign_in().read(), SignIn::In(_)));
    Effect::new(move || {
        form.fields.track();
        form.take_in_fields();
        if is_in.get() {
            form.read();
        }
    });
    on_cleanup(move || {
        let is_over = |stage: &Stage| matches!(stage, Stage::Saved(_) | Stage::Unchanged);
        if form.stage.try_with_untracked(is_over) == Some(true) {
            form.stage.try_set(Stage::Editing);
        }
    });
    let inside = move || match shown.get() {
        Shown::Reading => view! { <p class="muted" role="status">{words.shell.loading}</p> }.into_any(),
        Shown::Unreadable => {
            let error = form.origin.with_untracked(|origin| match origin {
                Origin::Unreadable(error) => Some(error.clone()),
                Origin::New | Origin::Reading | Origin::Read(_) => None,
            });
            let retry = Callback::new(move |()| {
                form.origin.set(Origin::Reading);
                form.read();
            });
            error.map(|error| view! { <CallFailed title=texts.read_failed error retry /> }).into_any()
        }
        Shown::Form => view! { <Form desk form /> }.into_any(),
    };
    view! {
        <section class="stack" aria-labelledby="contact-title">
            <h2 id="contact-title" tabindex="-1">{(texts.edit_title)(&id.to_string())}</h2>
            {inside}
            <div><Link to=Screen::List(desk.id, ListPart::Contacts)>{words.lists().contacts.back}</Link></div>
        </section>
    }
}

/// The form itself.
#[component]
fn Form(desk: ListDesk, form: ContactForm) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().form;
    let host = Host::current();
    let is_sending = move || form.stage.with(|stage| *stage == Stage::Sending);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.send(desk, move |next| match next {
            Next::Outcome if form.clashes.try_with_untracked(Vec::is_empty) == Some(false) => {
                host.focus_soon("contact-outcome");
            }
            Next::Again | Next::Outcome => host.focus_soon("contact-said"),
            Next::Summary => lead_to_summary(form, host),
        });
    };
    view! {
        <form class="card stack" novalidate on:submit=submit>
            <Outcome form />
            <Clashes form />
            <Summary form />
            <Fields desk form />
            {move || form.request().map(|request| view! {
                <div class="stack-tight"><RequestDetails request /></div>
            })}
            <div class="row">
                <button
                    type="submit"
                    id="contact-send"
                    class="button primary"
                    aria-disabled=move || is_sending().then_some("true")
                >
                    {move || if is_sending() { texts.saving } else { texts.save }}
                </button>
            </div>
        </form>
    }
}
