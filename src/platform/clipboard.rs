//! What is pasted, and what is copied.

use leptos::ev::ClipboardEvent;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Whether the paste is meant for a field, which takes it by itself. A field in the app is seen from outside the app, too.
pub(crate) fn is_in_field(event: &ClipboardEvent) -> bool {
    let first = event.composed_path().get(0);
    let is_field = |target: &JsValue| {
        let tag = target.dyn_ref::<web_sys::Element>().map(web_sys::Element::tag_name);
        tag.is_some_and(|tag| ["INPUT", "TEXTAREA", "SELECT"].contains(&tag.as_str()))
    };
    is_field(&first)
}

/// The text on the clipboard; none where there is no text.
pub(crate) fn pasted_text(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok().filter(|text| !text.is_empty())
}

/// Copies `text`; answers whether that could be done: a page that came without encryption has no clipboard, and a browser
/// may refuse it.
pub(crate) async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let clipboard = window.navigator().clipboard();
    if AsRef::<JsValue>::as_ref(&clipboard).is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
