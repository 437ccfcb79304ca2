//! What the page around the app tells.

/// The browser's first language as a BCP 47 tag, else an empty text.
pub(crate) fn language() -> String {
    web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default()
}

/// Where this page comes from: scheme, host and port.
pub(crate) fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}
