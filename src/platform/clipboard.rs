//! What is pasted.

use leptos::ev::ClipboardEvent;
use wasm_bindgen::{JsCast as _, JsValue};

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
