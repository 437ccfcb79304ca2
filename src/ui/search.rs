//! Searching a table.

use leptos::prelude::*;

/// The field above a table that leaves the rows which match.
#[component]
pub(crate) fn SearchField(label: &'static str, search: RwSignal<String>) -> impl IntoView {
    view! {
        <input
            class="input into"
            type="search"
            aria-label=label
            placeholder=label
            prop:value=search
            on:input:target=move |event| search.set(event.target().value())
            // Within a form it would send the form.
            on:keydown=|event| if event.key() == "Enter" { event.prevent_default() }
        />
    }
}

/// What stands in place of a table in which nothing matches.
#[component]
pub(crate) fn NoMatch(text: Signal<String>, clear: &'static str, search: RwSignal<String>) -> impl IntoView {
    view! {
        <div class="card stack-tight" role="status">
            <p>{text}</p>
            <div>
                <button type="button" class="button" on:click=move |_| search.set(String::new())>
                    {clear}
                </button>
            </div>
        </div>
    }
}
