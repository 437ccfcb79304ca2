//! One field of the form: its label, its control by what it holds, and what is to be said about it.

use dialdesk_core::contact::{ContactField, ContactFinding, OfferedField, Shape};
use dialdesk_core::problem::Severity;
use leptos::prelude::*;

use super::state::ContactForm;
use super::view::field_name;
use crate::platform::field::{Input as InputElement, is_half_typed};
use crate::text::Words;

/// Stands in the draft for a date of which only a part is typed: the browser does not tell which.
const HALF: &str = "…";

/// The id of the control of a field.
pub(super) fn input_id(field: ContactField) -> String {
    format!("contact-{}", field.api_name())
}

/// What every control needs.
#[derive(Clone, Copy)]
struct Control {
    form: ContactForm,
    field: ContactField,
    text: Memo<String>,
    is_wrong: Memo<bool>,
    is_required: bool,
}

impl Control {
    fn id(self) -> String {
        input_id(self.field)
    }

    fn about(self) -> String {
        format!("{}-about", input_id(self.field))
    }

    fn invalid(self) -> Option<&'static str> {
        self.is_wrong.get().then_some("true")
    }
}

/// A field with everything around it.
#[component]
pub(super) fn Field(
    form: ContactForm,
    field: ContactField,
    told: Memo<Vec<ContactFinding>>,
) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().form;
    let here = Memo::new(move |_| {
        told.with(|told| told.iter().filter(|finding| finding.at == field).cloned().collect::<Vec<_>>())
    });
    let offered =
        form.fields.with_untracked(|fields| fields.iter().find(|offered| offered.field == field).cloned());
    let OfferedField { shape, is_required, .. } =
        offered.unwrap_or(OfferedField { field, label: None, shape: Shape::Text, is_required: false });
    let control = Control {
        form,
        field,
        text: Memo::new(move |_| form.draft.with(|draft| draft.text(field).to_owned())),
        is_wrong: Memo::new(move |_| {
            here.with(|here| here.iter().any(|finding| finding.severity == Severity::Error))
        }),
        is_required,
    };
    let label = form.fields.with_untracked(|fields| field_name(words, fields, field));
    let hint = match (&shape, field) {
        (_, ContactField::FirstName) => texts.name_hint.to_owned(),
        (_, ContactField::Phone) => texts.phone_hint.to_owned(),
        (Shape::Moment, _) => texts.moment_hint.to_owned(),
        (Shape::Link, _) => texts.link_hint.to_owned(),
        (Shape::Whole { min, max }, _) => (texts.whole_hint)(&words.whole(*min), &words.whole(*max)),
        (Shape::Text | Shape::LongText | Shape::Choice(_) | Shape::Switch, _) => String::new(),
    };
    let said = move || {
        let lines = here.get().into_iter().map(|finding| {
            let class = if finding.severity == Severity::Error { "fault" } else { "caution" };
            let said = texts.problem(&finding.kind, &|number| words.whole(number));
            view! { <div class=class>{said}</div> }
        });
        lines.collect_view()
    };
    view! {
        <div class="field">
            <label class="label" for=control.id()>
                {label}
                {is_required.then(|| view! { " " <span aria-hidden="true">"*"</span> })}
            </label>
            <Input control shape />
            <div id=control.about()>
                {said}
                <div class="hint">{hint}</div>
            </div>
        </div>
    }
}

/// The control that fits what the field holds.
#[component]
fn Input(control: Control, shape: Shape) -> impl IntoView {
    match shape {
        Shape::Choice(choices) => view! { <Choice control choices /> }.into_any(),
        Shape::Switch => view! { <Switch control /> }.into_any(),
        Shape::LongText if control.field == ContactField::Description => {
            view! { <Long control /> }.into_any()
        }
        // A text of the server's that is no date stays a text.
        Shape::Moment if is_date(&shape, &control.text.get_untracked()) => {
            view! { <Line control kind="datetime-local" mode="text" /> }.into_any()
        }
        Shape::Whole { .. } => view! { <Line control kind="text" mode="numeric" /> }.into_any(),
        Shape::Link => view! { <Line control kind="url" mode="url" /> }.into_any(),
        Shape::Text
            if matches!(control.field, ContactField::Phone | ContactField::Mobile | ContactField::Fax) =>
        {
            view! { <Line control kind="tel" mode="tel" /> }.into_any()
        }
        Shape::Text if control.field == ContactField::Email => {
            // Not of the type for addresses, which takes blanks away unseen.
            view! { <Line control kind="text" mode="email" /> }.into_any()
        }
        Shape::Text | Shape::LongText | Shape::Moment => {
            view! { <Line control kind="text" mode="text" /> }.into_any()
        }
    }
}

fn is_date(shape: &Shape, text: &str) -> bool {
    text == HALF || shape.read(text).is_ok()
}

/// A line of text.
#[component]
fn Line(control: Control, kind: &'static str, mode: &'static str) -> impl IntoView {
    let Control { form, field, text, .. } = control;
    // Elsewhere the sign is a text like any other.
    let is_date = kind == "datetime-local";
    let take = move |input: &InputElement| {
        let value = if is_date && is_half_typed(input) { HALF.to_owned() } else { input.value() };
        form.set(field, value);
    };
    let notice = move |input: &InputElement| {
        // A control that has focus when its screen goes is left as well.
        let Some(was_half) = text.try_with_untracked(|text| text == HALF) else { return };
        if is_date && is_half_typed(input) != was_half {
            take(input);
        }
    };
    let shown = Memo::new(move |_| {
        text.with(|text| if is_date && text == HALF { String::new() } else { text.clone() })
    });
    view! {
        <input
            class="input"
            id=control.id()
            type=kind
            inputmode=mode
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-required=control.is_required.to_string()
            aria-invalid=move || control.invalid()
            aria-describedby=control.about()
            prop:value=shown
            on:input:target=move |event| take(&event.target())
            // While only a part of a date is typed there is no event for input.
            on:keyup:target=move |event| notice(&event.target())
            on:blur:target=move |event| {
                notice(&event.target());
                form.leave(field);
            }
        />
    }
}

/// Text of several lines.
#[component]
fn Long(control: Control) -> impl IntoView {
    let Control { form, field, text, .. } = control;
    view! {
        <textarea
            class="input"
            id=control.id()
            rows="3"
            aria-invalid=move || control.invalid()
            aria-describedby=control.about()
            prop:value=text
            on:input:target=move |event| form.set(field, event.target().value())
            on:blur=move |_| form.leave(field)
        ></textarea>
    }
}

/// Yes or no. Untouched it is not sent.
#[component]
fn Switch(control: Control) -> impl IntoView {
    let Control { form, field, text, .. } = control;
    view! {
        <div class="check">
            <input
                id=control.id()
                type="checkbox"
                aria-invalid=move || control.invalid()
                aria-describedby=control.about()
                prop:checked=move || text.with(|text| text == "1")
                on:change:target=move |event| {
                    let value = if event.target().checked() { "1" } else { "0" };
                    form.set(field, value.to_owned());
                }
            />
        </div>
    }
}

/// One of the field's choices. A text that is none of them stays chosen until another one is.
#[component]
fn Choice(control: Control, choices: Vec<String>) -> impl IntoView {
    let words = Words::current();
    let Control { form, field, text, .. } = control;
    let known = choices.clone();
    let strange = Memo::new(move |_| {
        text.with(|text| (!text.is_empty() && !known.contains(text)).then(|| text.clone()))
    });
    let options = choices.into_iter().map(move |choice| {
        let (value, label) = (choice.clone(), choice.clone());
        view! { <option value=value prop:selected=move || text.with(|text| *text == choice)>{label}</option> }
    });
    view! {
        <select
            class="select"
            id=control.id()
            aria-required=control.is_required.to_string()
            aria-invalid=move || control.invalid()
            aria-describedby=control.about()
            on:change:target=move |event| form.set(field, event.target().value())
            on:blur=move |_| form.leave(field)
        >
            <option value="" prop:selected=move || text.with(String::is_empty)>{words.lists().form.not_chosen}</option>
            {move || strange.get().map(|word| {
                let label = word.clone();
                view! { <option value=word prop:selected=true>{label}</option> }
            })}
            {options.collect_view()}
        </select>
    }
}
