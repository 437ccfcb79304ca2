//! A part that scrolls: where it stands, and the measures that style sheets take for it.

use wasm_bindgen::JsCast as _;

/// Where a part stands, in whole pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scrolled {
    /// What has gone out at its top.
    pub(crate) top: u64,
    /// Its height, without its scroll bar.
    pub(crate) height: u64,
}

/// Where the part stands that this event is of.
pub(crate) fn of(event: &web_sys::Event) -> Option<Scrolled> {
    let part: web_sys::Element = event.current_target()?.dyn_into().ok()?;
    Some(now(&part))
}

/// Where a part stands now.
pub(crate) fn now(part: &web_sys::Element) -> Scrolled {
    // Below 0 while the page bounces.
    let pixels = |n: i32| u64::try_from(n).unwrap_or_default();
    Scrolled { top: pixels(part.scroll_top()), height: pixels(part.client_height()) }
}

/// Gives a part a custom property in pixels, which its style sheet makes heights of: a `style` attribute is what our
/// policy forbids.
pub(crate) fn set_pixels(part: &web_sys::HtmlElement, name: &str, pixels: i64) {
    // It fails only for names that are none.
    part.style().set_property(name, &format!("{pixels}px")).ok();
}

/// As [`set_pixels`], for a number without unit.
pub(crate) fn set_number(part: &web_sys::HtmlElement, name: &str, number: usize) {
    part.style().set_property(name, &number.to_string()).ok();
}
