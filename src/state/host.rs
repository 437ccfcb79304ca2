//! The host page: what it is told.

use leptos::prelude::*;

use crate::platform::host::{self, Focusable, HostElement};
use crate::text::Lang;

/// The border to the host page, seen from inside.
#[derive(Clone, Copy)]
pub(crate) struct Host {
    element: StoredValue<HostElement>,
    screens: StoredValue<u32>,
}

impl Host {
    /// The border at this element.
    pub(crate) fn new(element: HostElement) -> Self {
        Self { element: StoredValue::new(element), screens: StoredValue::new(0) }
    }

    /// That of this app.
    pub(crate) fn current() -> Self {
        expect_context()
    }

    /// The screen's title has changed.
    pub(crate) fn title(self, title: &str) {
        self.element.with_value(|element| element.emit("title", "title", &format!("{title} · Dialdesk")));
    }

    /// The path under the base has changed.
    pub(crate) fn route(self, path: &str) {
        self.element.with_value(|element| element.emit("route", "path", path));
    }

    /// The language has changed.
    pub(crate) fn locale(self, lang: Lang) {
        self.element.with_value(|element| element.emit("locale", "locale", lang.tag()));
    }

    /// A sign-in is needed.
    pub(crate) fn auth_required(self, reason: &str) {
        self.element.with_value(|element| element.emit("auth-required", "reason", reason));
    }

    /// A screen is there: its heading takes focus, except the first one's, which would take it from the host page.
    pub(crate) fn entered(self, heading: &Focusable) {
        self.screens.update_value(|screens| *screens += 1);
        if self.screens.get_value() > 1 {
            host::focus(heading);
        }
    }

    /// Moves keyboard focus to the part with this id once the view is up to date.
    pub(crate) fn focus_soon(self, id: &'static str) {
        self.focus_named(id.to_owned());
    }

    /// Moves keyboard focus at once to a part that is there already: the next key is meant for it.
    pub(crate) fn focus_now(self, id: &str) {
        self.element.with_value(|element| element.focus(id));
    }

    /// As [`Self::focus_soon`], for an id that is put together of the project's own words and numbers.
    pub(crate) fn focus_named(self, id: String) {
        request_animation_frame(move || {
            self.element.try_with_value(|element| element.focus(&id));
        });
    }
}
