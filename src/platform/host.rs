//! The element that carries the app, seen from inside.

use std::fmt;

use js_sys::{Array, Function, Object, Promise, Reflect};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// `<dialdesk-app>` and the place inside its shadow root where the app is mounted.
#[derive(Clone, Debug)]
pub(crate) struct HostElement {
    host: SendWrapper<web_sys::HtmlElement>,
    place: SendWrapper<web_sys::HtmlElement>,
    /// Asks the host page for a sign-in, by way of `dialdesk.js`.
    ask: Option<SendWrapper<Function>>,
}

/// One value of an event's detail.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Detail<'a> {
    /// A text.
    Text(&'a str),
    /// A count.
    Number(u64),
    /// Yes or no.
    Flag(bool),
    /// Not known.
    Unknown,
}

impl Detail<'_> {
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts and ids stay far below 2⁵³, up to which `f64` is exact"
    )]
    fn to_js(self) -> JsValue {
        match self {
            Self::Text(text) => JsValue::from_str(text),
            Self::Number(number) => JsValue::from_f64(number as f64),
            Self::Flag(flag) => JsValue::from_bool(flag),
            Self::Unknown => JsValue::NULL,
        }
    }
}

/// What came of asking the host page for a sign-in, as `dialdesk.js` says it.
#[derive(Clone)]
pub(crate) enum Asked {
    /// Two texts: a scheme and its value.
    Answer(String, String),
    /// Something else.
    Nonsense,
    /// Nothing within the time it has.
    Silence,
    /// The provider threw, rejected, or is gone.
    Failure,
}

// Written by hand: derived, it would tell the host page's token.
impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Answer(..) => "Answer(hidden)",
            Self::Nonsense => "Nonsense",
            Self::Silence => "Silence",
            Self::Failure => "Failure",
        })
    }
}

impl HostElement {
    /// The app's element, its place, and the function that asks the host page for a sign-in.
    pub(crate) fn new(
        host: web_sys::HtmlElement,
        place: web_sys::HtmlElement,
        ask: Option<SendWrapper<Function>>,
    ) -> Self {
        Self { host: SendWrapper::new(host), place: SendWrapper::new(place), ask }
    }

    /// Tells the host page something; `can_be_taken` lets it say that it shows that itself.
    pub(crate) fn emit(&self, name: &str, detail: &[(&str, Detail<'_>)], can_be_taken: bool) {
        let object = Object::new();
        for (key, value) in detail {
            // An ordinary object takes every key.
            Reflect::set(&object, &JsValue::from_str(key), &value.to_js()).ok();
        }
        let settings = web_sys::CustomEventInit::new();
        settings.set_detail(&object);
        settings.set_cancelable(can_be_taken);
        if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict(name, &settings) {
            // A listener's fault is the listener's.
            self.host.dispatch_event(&event).ok();
        }
    }

    /// Asks the host page for a sign-in.
    pub(crate) async fn ask(self, reason: &str) -> Asked {
        let Some(ask) = self.ask else { return Asked::Failure };
        let answer = ask.call1(&JsValue::UNDEFINED, &JsValue::from_str(reason));
        let Some(promise) = answer.ok().and_then(|answer| answer.dyn_into::<Promise>().ok()) else {
            return Asked::Failure;
        };
        let Ok(answer) = JsFuture::from(promise).await else { return Asked::Failure };
        // A pair, or the word for why there is none.
        if let Some(pair) = answer.dyn_ref::<Array>() {
            return match (pair.get(0).as_string(), pair.get(1).as_string()) {
                (Some(scheme), Some(value)) => Asked::Answer(scheme, value),
                _ => Asked::Nonsense,
            };
        }
        match answer.as_string().as_deref() {
            Some("silence") => Asked::Silence,
            _ => Asked::Failure,
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

#[cfg(test)]
impl HostElement {
    /// One that is not there: for tests that never touch it.
    pub(crate) fn nowhere() -> Self {
        let nothing = || JsValue::NULL.unchecked_into::<web_sys::HtmlElement>();
        Self::new(nothing(), nothing(), None)
    }
}
