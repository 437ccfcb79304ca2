//! The form's fields in their order, and all that stands against sending them.

use dialdesk_core::contact::{ContactField, ContactFinding, OfferedField};
use leptos::prelude::*;

use super::super::desk::ListDesk;
use super::control::{Field, input_id};
use super::declare::Declare;
use super::state::{ContactForm, Origin};
use crate::state::{Host, Remote};
use crate::text::Words;
use crate::ui::{Message, Tone};

/// The fields that most contacts have, in the order of the form.
const USUAL: [ContactField; 5] = [
    ContactField::FirstName,
    ContactField::LastName,
    ContactField::Phone,
    ContactField::Mobile,
    ContactField::Email,
];

/// What people call a field.
pub(crate) fn field_name(words: &Words, fields: &[OfferedField], field: ContactField) -> String {
    if let Some(name) = words.contact_fields().name(field) {
        return name.to_owned();
    }
    let label =
        fields.iter().find(|offered| offered.field == field).and_then(|offered| offered.label.clone());
    label.filter(|label| !label.trim().is_empty()).unwrap_or_else(|| field.to_string())
}

/// The fields: the usual ones, those of the installation, and behind a button the others.
#[component]
pub(super) fn Fields(desk: ListDesk, form: ContactForm) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().form;
    let told = Memo::new(move |_| form.told(&desk.known_phones()));
    let standard = move |is_usual: bool| {
        ContactField::STANDARD
            .iter()
            .filter(move |field| USUAL.contains(field) == is_usual)
            .map(move |field| view! { <Field form field=*field told /> })
            .collect_view()
    };
    let custom = Memo::new(move |_| {
        let fields = form.fields.read();
        let custom = fields.iter().filter(|offered| matches!(offered.field, ContactField::Custom(_)));
        custom.cloned().collect::<Vec<_>>()
    });
    let toggle = move |_| form.shows_more.update(|shows| *shows = !*shows);
    view! {
        <div class="fields">{standard(true)}</div>
        <div class="fields">
            <For each=move || custom.get() key=Clone::clone let:offered>
                <Field form field=offered.field told />
            </For>
        </div>
        {move || matches!(&*desk.custom.read(), Remote::Failed(_)).then(|| view! { <Declare desk /> })}
        <div>
            <button
                type="button"
                class="button"
                aria-expanded=move || form.shows_more.get().to_string()
                aria-controls="contact-more"
                on:click=toggle
            >
                {texts.more}
            </button>
        </div>
        <div class="fields" id="contact-more" hidden=move || !form.shows_more.get()>{standard(false)}</div>
    }
}

/// All that stands against the draft once sending was tried, each line leading to its field.
#[component]
pub(super) fn Summary(form: ContactForm) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().form;
    let host = Host::current();
    let title = move || {
        form.origin.with(|origin| match origin {
            Origin::New => texts.add_summary,
            Origin::Reading | Origin::Unreadable(_) | Origin::Read(_) => texts.save_summary,
        })
    };
    let line = move |finding: ContactFinding| {
        let name = form.fields.with(|fields| field_name(words, fields, finding.at));
        let said = texts.problem(&finding.kind, &|number| words.whole(number));
        let field = finding.at;
        let go = move |_| {
            if is_rare(field) {
                form.shows_more.set(true);
            }
            host.focus_named(input_id(field));
        };
        view! {
            <li>
                <button type="button" class="button quiet" on:click=go>{format!("{name}: {said}")}</button>
            </li>
        }
    };
    move || {
        let errors = if form.was_tried.get() { form.errors() } else { Vec::new() };
        (!errors.is_empty()).then(|| {
            view! {
                <Message tone=Tone::Bad title=title() id="contact-summary">
                    <ul>{errors.into_iter().map(line).collect_view()}</ul>
                </Message>
            }
        })
    }
}

/// Shows the fields that few need where one of them is in the way, and leads to what is.
pub(super) fn lead_to_summary(form: ContactForm, host: Host) {
    if untrack(|| form.errors().iter().any(|finding| is_rare(finding.at))) {
        form.shows_more.set(true);
    }
    host.focus_soon("contact-summary");
}

/// Whether the field stands among those that few need.
pub(super) fn is_rare(field: ContactField) -> bool {
    !USUAL.contains(&field) && !matches!(field, ContactField::Custom(_))
}
