//! Where a pointer is.

use wasm_bindgen::JsCast as _;

/// A mouse, a finger or a pen, at a part of the page.
pub(crate) type PointerEvent = web_sys::PointerEvent;

/// How far across the part that listens a pointer is: 0 at its left edge, 1 at its right one.
pub(crate) fn across(event: &PointerEvent) -> Option<f64> {
    let part: web_sys::Element = event.current_target()?.dyn_into().ok()?;
    let edges = part.get_bounding_client_rect();
    let width = edges.width();
    (width > 0.0).then(|| ((f64::from(event.client_x()) - edges.left()) / width).clamp(0.0, 1.0))
}

/// The part that listens hears of the pointer until it is let go, wherever it goes.
pub(crate) fn hold(event: &PointerEvent) {
    let part = event.current_target().and_then(|part| part.dyn_into::<web_sys::Element>().ok());
    if let Some(part) = part {
        // It fails only for a pointer that is gone already.
        part.set_pointer_capture(event.pointer_id()).ok();
    }
}
