//! The way to something that the server does not list.

use leptos::prelude::*;

use super::TextField;

/// Asks for a number and goes on with it.
#[component]
pub(crate) fn OpenByNumber(
    /// The id of the field, one of the project's own words.
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    /// Said where what was typed is no number of anything.
    fault: &'static str,
    /// What the button says.
    open: &'static str,
    /// Goes on with what was typed; false where that is no number.
    go: Callback<String, bool>,
) -> impl IntoView {
    let number = RwSignal::new(String::new());
    let said = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let is_number = go.run(number.get_untracked());
        said.try_set((!is_number).then(|| fault.to_owned()));
        if is_number {
            number.try_set(String::new());
        }
    };
    view! {
        <form class="card stack-tight" novalidate on:submit=submit>
            <TextField id label value=number hint fault=said />
            <div><button type="submit" class="button">{open}</button></div>
        </form>
    }
}
