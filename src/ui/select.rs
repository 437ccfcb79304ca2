//! A labelled choice of one out of many.

use leptos::prelude::*;

/// A labelled select with a hint that may change. The first option, whose value is empty, stands for no choice.
///
/// `id` is one of the project's own words and unique within the app; `options` are values with what is shown of them.
#[component]
pub(crate) fn SelectField(
    id: &'static str,
    label: &'static str,
    #[prop(into)] first: Signal<String>,
    options: Vec<(&'static str, String)>,
    #[prop(into)] chosen: Signal<&'static str>,
    choose: Callback<String>,
    #[prop(into)] hint: Signal<String>,
    #[prop(into)] is_disabled: Signal<bool>,
) -> impl IntoView {
    let about = format!("{id}-about");
    let options = options.into_iter().map(|(value, shown)| {
        view! { <option value=value prop:selected=move || chosen.get() == value>{shown}</option> }
    });
    view! {
        <div class="field">
            <label class="label" for=id>{label}</label>
            <select
                class="select"
                id=id
                aria-describedby=about.clone()
                prop:disabled=is_disabled
                on:change:target=move |event| choose.run(event.target().value())
            >
                <option value="" prop:selected=move || chosen.get().is_empty()>{first}</option>
                {options.collect_view()}
            </select>
            <div class="hint" id=about>{hint}</div>
        </div>
    }
}
