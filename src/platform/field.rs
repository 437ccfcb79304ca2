//! What an input tells beyond its value.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// An input.
pub(crate) type Input = web_sys::HtmlInputElement;

/// Selects the whole text, so that the next key takes its place.
pub(crate) fn select_all(input: &Input) {
    input.select();
}

/// Whether something is typed that the browser does not give out, as half of a date.
pub(crate) fn is_half_typed(input: &Input) -> bool {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name)).ok();
    let validity = get(input.as_ref(), "validity");
    validity.and_then(|validity| get(&validity, "badInput")).is_some_and(|bad| bad.is_truthy())
}
