//! One field of the form: its label, its control, its help, and what is to be said about it.

use dialdesk_core::campaign::{Finding, Key, Kind, Shape, Vocabulary};
use dialdesk_core::problem::Severity;
use dialdesk_core::range::{Range, Unit};
use leptos::prelude::*;

use super::editor::Editor;
use super::form::said;
use super::record::RecordControl;
use crate::state::Host;
use crate::text::Words;

/// A field with everything around it. `told` are the findings of the whole form that are shown.
#[component]
pub(super) fn KeyField(editor: Editor, key: Key, told: Memo<Vec<Finding>>) -> impl IntoView {
    let words = Words::current();
    let field = (words.campaigns().fields.field)(key);
    let here = Memo::new(move |_| {
        told.with(|told| told.iter().filter(|finding| finding.at == key).cloned().collect::<Vec<_>>())
    });
    let is_wrong = Signal::derive(move || {
        here.with(|here| here.iter().any(|finding| finding.severity == Severity::Error))
    });
    let text = Memo::new(move |_| editor.draft.with(|draft| draft.text(key).to_owned()));
    let number = move |n: u64| words.count(n).shown;
    let limits = match key.shape() {
        Shape::Whole(range) => Some((words.campaigns().fields.range)(range, &number)),
        Shape::Decimal(range) => Some((words.campaigns().fields.decimal_range)(range, &number)),
        Shape::Switch
        | Shape::Word(_)
        | Shape::Record(_)
        | Shape::Text(_)
        | Shape::Interval
        | Shape::QueueOptions => None,
    };
    let control = Control { editor, key, text, is_wrong };
    let input = match key.shape() {
        Shape::Switch => view! { <Switch control /> }.into_any(),
        Shape::Word(vocabulary) => view! { <Choice control vocabulary /> }.into_any(),
        Shape::Whole(Range { unit, .. }) => view! { <Input control unit /> }.into_any(),
        Shape::Decimal(_) => view! { <Input control unit=Unit::None /> }.into_any(),
        Shape::Record(record) => view! { <RecordControl control record /> }.into_any(),
        Shape::Text(_) | Shape::Interval | Shape::QueueOptions => {
            view! { <Input control unit=Unit::None /> }.into_any()
        }
    };
    let is_optional = key.may_be_empty() && !matches!(key.shape(), Shape::Switch | Shape::QueueOptions);
    view! {
        <div class="field">
            <label class="label" for=key.wire()>
                {field.label}
                {is_optional.then(|| view! { " " <span class="muted">"(" {words.shell.optional} ")"</span> })}
            </label>
            {input}
            <div id=control.about()>
                {move || here.get().into_iter().map(|finding| view! { <Said editor finding /> }).collect_view()}
                <div class="hint">{field.help} " " {limits} " " <code>{key.wire()}</code></div>
            </div>
        </div>
    }
}

/// What every control needs.
#[derive(Clone, Copy)]
pub(super) struct Control {
    pub(super) editor: Editor,
    pub(super) key: Key,
    pub(super) text: Memo<String>,
    pub(super) is_wrong: Signal<bool>,
}

impl Control {
    /// The id of the part that describes the control.
    pub(super) fn about(self) -> String {
        format!("{}-about", self.key.wire())
    }

    /// The value of `aria-invalid`.
    pub(super) fn invalid(self) -> Option<&'static str> {
        self.is_wrong.get().then_some("true")
    }
}

/// What is to be said, and the repair where there is one.
#[component]
fn Said(editor: Editor, finding: Finding) -> impl IntoView {
    let words = Words::current();
    let host = Host::current();
    let class = match finding.severity {
        Severity::Error => "fault",
        Severity::Confirm | Severity::Warning => "caution",
        Severity::Hint => "hint",
    };
    let said = said(words, &finding);
    let repair = if let Kind::Interval(refused) = &finding.kind { refused.repair() } else { None };
    let repair = repair.map(str::to_owned);
    view! {
        <div class=class>{said}</div>
        {repair.map(|repair| {
            let text = repair.clone();
            view! {
                <button
                    type="button"
                    class="button"
                    on:click=move |_| {
                        editor.set(finding.at, repair.clone());
                        // The button is gone with what it repairs.
                        host.focus_soon(finding.at.wire());
                    }
                >
                    {words.campaigns().use_instead} " " <code>{text}</code>
                </button>
            }
        })}
    }
}

/// A line of text or a number.
#[component]
pub(super) fn Input(control: Control, unit: Unit) -> impl IntoView {
    let words = Words::current();
    let key = control.key;
    let (class, mode) = match key.shape() {
        Shape::Interval | Shape::QueueOptions => ("input mono", "text"),
        Shape::Whole(_) | Shape::Record(_) => ("input number", "numeric"),
        Shape::Decimal(_) => ("input number", "decimal"),
        Shape::Switch | Shape::Word(_) | Shape::Text(_) => ("input", "text"),
    };
    let unit = (words.campaigns().fields.unit)(unit);
    view! {
        <div class="with-unit">
            <input
                class=class
                id=key.wire()
                type="text"
                inputmode=mode
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-required=if key.may_be_empty() { "false" } else { "true" }
                aria-invalid=move || control.invalid()
                aria-describedby=control.about()
                prop:value=control.text
                on:input:target=move |event| control.editor.set(key, event.target().value())
                on:blur=move |_| control.editor.leave(key)
            />
            {(!unit.is_empty()).then(|| view! { <span class="muted">{unit}</span> })}
        </div>
    }
}

/// On or off.
#[component]
fn Switch(control: Control) -> impl IntoView {
    let words = Words::current();
    let key = control.key;
    let is_on = move || control.text.get() == "true";
    view! {
        <div class="check">
            <input
                id=key.wire()
                type="checkbox"
                role="switch"
                aria-invalid=move || control.invalid()
                aria-describedby=control.about()
                prop:checked=is_on
                on:change:target=move |event| control.editor.set(key, event.target().checked().to_string())
            />
            <span aria-hidden="true">{move || if is_on() { words.campaigns().on } else { words.campaigns().off }}</span>
        </div>
    }
}

/// One of some words. A word that is not among them stays chosen until another one is.
#[component]
fn Choice(control: Control, vocabulary: Vocabulary) -> impl IntoView {
    let words = Words::current();
    let key = control.key;
    let text = control.text;
    let unknown = Memo::new(move |_| {
        text.with(|text| (!vocabulary.known.contains(&text.trim())).then(|| text.trim().to_owned()))
    });
    let known = vocabulary.known.iter().map(|word| {
        let label = (words.campaigns().fields.choice)(key, word).unwrap_or(word);
        view! { <option value=*word prop:selected=move || text.with(|text| text.trim() == *word)>{label}</option> }
    });
    view! {
        <select
            class="select"
            id=key.wire()
            aria-invalid=move || control.invalid()
            aria-describedby=control.about()
            on:change:target=move |event| control.editor.set(key, event.target().value())
            on:blur=move |_| control.editor.leave(key)
        >
            {move || unknown.get().map(|word| {
                let label = if word.is_empty() { words.campaigns().not_chosen.to_owned() } else { word.clone() };
                view! { <option value=word selected=true>{label}</option> }
            })}
            {known.collect_view()}
        </select>
    }
}
