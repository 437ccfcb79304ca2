//! The element that carries the app, seen from inside.

use js_sys::{Object, Reflect};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast as _, JsValue};

/// `<dialdesk-app>` and the place inside its shadow root where the app is mounted.
#[derive(Clone, Debug)]
pub(crate) struct HostElement {
    host: SendWrapper<web_sys::HtmlElement>,
    place: SendWrapper<web_sys::HtmlElement>,
}

impl HostElement {
    /// The app's element and its place.
    pub(crate) fn new(host: web_sys::HtmlElement, place: web_sys::HtmlElement) -> Self {
        Self { host: SendWrapper::new(host), place: SendWrapper::new(place) }
    }

    /// Tells the host page something: an event named `name` whose detail is `{ key: value }`.
    pub(crate) fn emit(&self, name: &str, key: &str, value: &str) {
        let detail = Object::new();
        // An ordinary object takes every key, and a listener's fault is the listener's.
        Reflect::set(&detail, &JsValue::from_str(key), &JsValue::from_str(value)).ok();
        let settings = web_sys::CustomEventInit::new();
        settings.set_detail(&detail);
        if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict(name, &settings) {
            self.host.dispatch_event(&event).ok();
        }
    }

    /// Moves keyboard focus to the element with this id, which is one of the project's own words.
    pub(crate) fn focus(&self, id: &str) {
        if let Ok(Some(element)) = self.place.query_selector(&format!("#{id}"))
            && let Ok(element) = element.dyn_into::<web_sys::HtmlElement>()
        {
            focus(&element);
        }
    }
}

/// Moves keyboard focus; an element that cannot take it is left alone.
pub(crate) fn focus(element: &web_sys::HtmlElement) {
    element.focus().ok();
}

/// Something that can take keyboard focus.
pub(crate) type Focusable = web_sys::HtmlElement;
