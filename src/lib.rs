//! The Dialdesk browser app: what `dialdesk.js` calls to show it in an element.

mod api;
mod app;
mod embed;
mod features;
mod later;
mod platform;
mod route;
mod state;
mod text;
mod ui;

use wasm_bindgen::prelude::*;

pub use embed::Handle;

/// Shows the app inside `place`, which stands in the shadow root of `host`, and answers the handle that stops it.
///
/// # Errors
/// A sentence for the developer of the host page when `config` cannot work.
#[wasm_bindgen]
pub fn mount(
    host: web_sys::HtmlElement,
    place: web_sys::HtmlElement,
    config: &JsValue,
) -> Result<Handle, JsError> {
    embed::mount(host, place, config)
}
