//! One of several choices.

use leptos::prelude::*;

/// A choice with its label and what it means. Those of one `name` exclude each other.
#[component]
pub(crate) fn Radio(
    name: &'static str,
    label: &'static str,
    #[prop(optional)] hint: Option<&'static str>,
    #[prop(into)] is_chosen: Signal<bool>,
    #[prop(into)] choose: Callback<()>,
    #[prop(into, optional)] is_disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input type="radio" name=name prop:checked=is_chosen prop:disabled=is_disabled on:change=move |_| choose.run(()) />
            <span>
                {label}
                {hint.map(|hint| view! { <span class="hint block">{hint}</span> })}
            </span>
        </label>
    }
}
