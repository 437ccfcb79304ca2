//! What is pasted.

use leptos::ev::ClipboardEvent;

/// The text on the clipboard; none where there is no text.
pub(crate) fn pasted_text(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok().filter(|text| !text.is_empty())
}
