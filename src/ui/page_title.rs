//! The title of a screen.

use leptos::html::H1;
use leptos::prelude::*;

use crate::state::Host;

/// The heading of a screen. It takes focus when the screen is entered, and tells the host page.
#[component]
pub(crate) fn PageTitle(#[prop(into)] text: Signal<String>) -> impl IntoView {
    let heading = NodeRef::<H1>::new();
    let host = Host::current();
    Effect::new(move || {
        let title = text.get();
        host.title(&title);
    });
    heading.on_load(move |heading| host.entered(&heading));
    view! { <h1 tabindex="-1" node_ref=heading>{text}</h1> }
}
