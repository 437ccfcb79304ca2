//! Keys, and where they were pressed.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

/// Whether Ctrl, or ⌘ on a Mac, is held.
pub(crate) fn has_command(event: &KeyboardEvent) -> bool {
    (event.ctrl_key() || event.meta_key()) && !event.alt_key()
}

/// Whether the key is meant for text that is being typed.
pub(crate) fn is_typing(event: &KeyboardEvent) -> bool {
    let Some(target) = event.target() else { return false };
    let is_text = |input: &HtmlInputElement| !matches!(input.type_().as_str(), "checkbox" | "radio" | "file");
    target.dyn_ref::<HtmlInputElement>().is_some_and(is_text)
        || target.dyn_ref::<Element>().is_some_and(|element| element.tag_name() == "TEXTAREA")
}

/// With an arrow key on a button of a table, moves to the next button in that direction; answers whether it did.
pub(crate) fn moved_in_table(event: &KeyboardEvent) -> bool {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(button) = target.filter(|target| target.tag_name() == "BUTTON" && !has_modifier) else {
        return false;
    };
    let found = match event.key().as_str() {
        "ArrowLeft" => beside(&button, Element::previous_element_sibling),
        "ArrowRight" => beside(&button, Element::next_element_sibling),
        "ArrowUp" => across(&button, Element::previous_element_sibling),
        "ArrowDown" => across(&button, Element::next_element_sibling),
        _ => return false,
    };
    found.and_then(|found| found.focus().ok()).is_some()
}

/// The nearest sibling of an element, in one direction.
type Next = fn(&Element) -> Option<Element>;

/// A button in the cells beside that of `button`.
fn beside(button: &Element, next: Next) -> Option<HtmlElement> {
    let mut cell = button.closest("td").ok()?;
    while let Some(beside) = cell.as_ref().and_then(next) {
        if let Some(found) = button_in(&beside) {
            return Some(found);
        }
        cell = Some(beside);
    }
    None
}

/// The button in the same cell of the row before or behind.
fn across(button: &Element, next: Next) -> Option<HtmlElement> {
    let cell = button.closest("td").ok()??;
    let places = std::iter::successors(cell.previous_element_sibling(), Element::previous_element_sibling);
    let row = next(&button.closest("tr").ok()??)?;
    let mut cells = std::iter::successors(row.first_element_child(), Element::next_element_sibling);
    button_in(&cells.nth(places.count())?)
}

fn button_in(cell: &Element) -> Option<HtmlElement> {
    cell.query_selector("button").ok()??.dyn_into().ok()
}
