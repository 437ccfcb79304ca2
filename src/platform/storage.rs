//! What this browser keeps between visits: preferences, what it created and sent, how files are imported; never contact
//! data and never a secret.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// A name under which something is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Key {
    /// The chosen language.
    Language,
    /// The chosen theme.
    Theme,
    /// Numbers and names of what was created here.
    Created,
    /// The address of the server.
    Server,
    /// The country of numbers that do not say theirs.
    Country,
    /// How files are uploaded.
    Upload,
    /// The way of signing in.
    Way,
    /// How files with the same columns are imported.
    Recipes,
    /// The imports that were made.
    Activity,
}

impl Key {
    fn name(self) -> &'static str {
        match self {
            Self::Language => "dialdesk.language",
            Self::Theme => "dialdesk.theme",
            Self::Created => "dialdesk.created",
            Self::Server => "dialdesk.server",
            Self::Country => "dialdesk.country",
            Self::Upload => "dialdesk.upload",
            Self::Way => "dialdesk.way",
            Self::Recipes => "dialdesk.recipes",
            Self::Activity => "dialdesk.activity",
        }
    }
}

/// What is kept under `key`; `None` also where the browser keeps nothing (private windows, strict settings).
pub(crate) fn get(key: Key) -> Option<String> {
    storage()?.get_item(key.name()).ok().flatten()
}

/// The browser keeps nothing, or has no room left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotKept;

/// Keeps `value` under `key` where the browser lets us: where not, that costs a preference, nothing else.
pub(crate) fn set(key: Key, value: &str) {
    keep(key, value).ok();
}

/// Keeps `value` under `key`.
pub(crate) fn keep(key: Key, value: &str) -> Result<(), NotKept> {
    storage().ok_or(NotKept)?.set_item(key.name(), value).or(Err(NotKept))
}

/// Calls `changed` when another tab has changed what is kept under `key`. Ends with its owner.
pub(crate) fn watch(key: Key, changed: impl Fn() + 'static) {
    let listener = window_event_listener_untyped("storage", move |event| {
        let event: Option<&web_sys::StorageEvent> = event.dyn_ref();
        // Without a key everything was cleared.
        if event.is_some_and(|event| event.key().is_none_or(|changed| changed == key.name())) {
            changed();
        }
    });
    on_cleanup(move || listener.remove());
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
