//! A request as it will be sent.

use leptos::prelude::*;

use crate::api::{Request, curl};
use crate::platform::page;
use crate::state::Session;
use crate::text::Words;

/// The request as JSON and as the command that does the same by hand, with the secret left out; closed at first.
#[component]
pub(crate) fn RequestDetails(#[prop(into)] request: Signal<Request>) -> impl IntoView {
    let words = Words::current();
    let session = Session::current();
    let address = session.address();
    let address = if address.is_empty() { page::origin() } else { address };
    let json = move || {
        let request = request.read();
        format!("{}\n{}", request.line(), request.json().unwrap_or_default())
    };
    let command = move || curl(&address, &request.read(), "", session.way());
    view! {
        <details>
            <summary>{words.shell.request}</summary>
            <pre class="requests" tabindex="0" aria-label=words.shell.request>{json}</pre>
        </details>
        <details>
            <summary>{words.shell.curl}</summary>
            <pre class="requests" tabindex="0" aria-label=words.shell.curl>{command}</pre>
        </details>
    }
}
