//! The Dialdesk browser app.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// A running app.
#[wasm_bindgen]
pub struct Handle {
    owner: Owner,
}

#[wasm_bindgen]
impl Handle {
    /// Stops it.
    pub fn unmount(self) {
        self.owner.cleanup();
    }
}

/// Shows the app in `place`.
#[wasm_bindgen]
pub fn mount(_host: web_sys::HtmlElement, place: web_sys::HtmlElement, _config: JsValue) -> Handle {
    let owner = Owner::new();
    owner.with(|| mount_to(place, || view! { <h1>"Dialdesk"</h1> }).forget());
    Handle { owner }
}
