//! What the page around the app tells, and what it is asked.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};

/// The browser's first language as a BCP 47 tag, else an empty text.
pub(crate) fn language() -> String {
    web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default()
}

/// Where this page comes from: scheme, host and port.
pub(crate) fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Calls `follow` in place of the browser when a link to exactly `path` is followed in the usual way. Ends with its owner.
pub(crate) fn follow_links_to(path: String, follow: impl Fn() + 'static) {
    let listener = window_event_listener(ev::click, move |event| {
        let has_modifier = event.meta_key() || event.alt_key() || event.ctrl_key() || event.shift_key();
        if !event.default_prevented() && event.button() == 0 && !has_modifier && leads_to(&event, &path) {
            event.prevent_default();
            follow();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Calls `left` when the page is closed, reloaded or put aside. Ends with its owner.
pub(crate) fn when_left(left: impl Fn() + 'static) {
    let listener = window_event_listener_untyped("pagehide", move |_| left());
    on_cleanup(move || listener.remove());
}

/// Whether the event is that of a plain link to `path` of this origin; a slash at the end makes no difference.
fn leads_to(event: &ev::MouseEvent, path: &str) -> bool {
    let is_link = |target: &JsValue| target.dyn_ref::<web_sys::HtmlAnchorElement>().is_some();
    let Some(link) = event.composed_path().find(&mut |target, _, _| is_link(&target)).dyn_into().ok() else {
        return false;
    };
    let link: web_sys::HtmlAnchorElement = link;
    let is_external = link.rel().split_ascii_whitespace().any(|word| word == "external");
    let is_plain = link.target().is_empty() && !link.has_attribute("download") && !is_external;
    is_plain && link.origin() == origin() && link.pathname().trim_end_matches('/') == path
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
