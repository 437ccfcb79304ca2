//! A labelled text field.

use leptos::prelude::*;

use crate::text::Words;

/// What is typed into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text.
    Text,
    /// The name of an account.
    UserName,
    /// A password.
    Password,
    /// A secret that no browser should offer to keep.
    Secret,
    /// The address of a server.
    Address,
}

impl Kind {
    fn input_type(self) -> &'static str {
        match self {
            Self::Text | Self::UserName => "text",
            Self::Password | Self::Secret => "password",
            Self::Address => "url",
        }
    }

    fn autocomplete(self) -> &'static str {
        match self {
            Self::Text | Self::Secret => "off",
            Self::Address => "url",
            Self::UserName => "username",
            Self::Password => "current-password",
        }
    }
}

/// A labelled input with its hint, its error and its caution.
///
/// `id` is one of the project's own words and unique within the app.
#[component]
pub(crate) fn TextField(
    id: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    #[prop(default = Kind::Text)] kind: Kind,
    #[prop(optional)] hint: Option<&'static str>,
    #[prop(optional)] is_optional: bool,
    #[prop(into, optional)] fault: Signal<Option<String>>,
    #[prop(into, optional)] caution: Signal<Option<String>>,
) -> impl IntoView {
    let words = Words::current();
    let about = format!("{id}-about");
    view! {
        <div class="field">
            <label class="label" for=id>
                {label}
                {is_optional.then(|| view! { " " <span class="muted">"(" {words.shell.optional} ")"</span> })}
            </label>
            <input
                class="input"
                id=id
                type=kind.input_type()
                autocomplete=kind.autocomplete()
                autocapitalize="off"
                spellcheck="false"
                aria-required=if is_optional { "false" } else { "true" }
                aria-invalid=move || fault.with(Option::is_some).then_some("true")
                aria-describedby=about.clone()
                prop:value=value
                on:input:target=move |event| value.set(event.target().value())
            />
            <div id=about>
                {hint.map(|hint| view! { <div class="hint">{hint}</div> })}
                {move || fault.get().map(|fault| view! { <div class="fault">{fault}</div> })}
                {move || caution.get().map(|caution| view! { <div class="caution">{caution}</div> })}
            </div>
        </div>
    }
}
