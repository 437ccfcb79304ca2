//! Adding one contact after another.

use leptos::prelude::*;

use super::super::desk::ListDesk;
use super::outcome::Outcome;
use super::send::Next;
use super::state::Stage;
use super::view::{Fields, Summary, lead_to_summary};
use crate::route::{Link, ListPart, Screen};
use crate::state::Host;
use crate::text::Words;
use crate::ui::RequestDetails;

/// The form for a new contact. Once it was added the form is empty and the first field has focus.
#[component]
pub(crate) fn NewContactPage(desk: ListDesk) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().form;
    let host = Host::current();
    let form = desk.form();
    let is_sending = move || form.stage.with(|stage| *stage == Stage::Sending);
    // Whoever comes back later knows.
    on_cleanup(move || {
        if form.stage.try_with_untracked(|stage| matches!(stage, Stage::Added(_))) == Some(true) {
            form.stage.try_set(Stage::Editing);
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.send(desk, move |next| match next {
            Next::Again => host.focus_soon("contact-firstName"),
            Next::Outcome => host.focus_soon("contact-said"),
            Next::Summary => lead_to_summary(form, host),
        });
    };
    view! {
        <section class="stack" aria-labelledby="contact-title">
            <h2 id="contact-title" tabindex="-1">{texts.new_title}</h2>
            <form class="card stack" novalidate on:submit=submit>
                <Outcome form />
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
                        {move || if is_sending() { texts.adding } else { texts.add }}
                    </button>
                    <Link to=Screen::List(desk.id, ListPart::Contacts)>{words.lists().contacts.back}</Link>
                </div>
            </form>
        </section>
    }
}
