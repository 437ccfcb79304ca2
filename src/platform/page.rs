//! What the page around the app tells, and what it is asked.

use leptos::ev;
use leptos::prelude::*;

/// The browser's first language as a BCP 47 tag, else an empty text.
pub(crate) fn language() -> String {
    web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default()
}

/// Where this page comes from: scheme, host and port.
pub(crate) fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Has the browser ask before the page is closed or reloaded while `would_lose` says so. Ends with its owner.
pub(crate) fn ask_before_leaving(would_lose: impl Fn() -> bool + 'static) {
    let listener = window_event_listener(ev::beforeunload, move |event| {
        if would_lose() {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}
