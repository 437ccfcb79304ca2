//! The host page: what it is told.

use dialdesk_core::plan::Verdict;
use leptos::prelude::*;

use super::Preferences;
use crate::platform::host::{self, Asked, Detail, Focusable, HostElement};
use crate::text::{Lang, Words};

/// The border to the host page, seen from inside.
#[derive(Clone, Copy)]
pub(crate) struct Host {
    element: StoredValue<HostElement>,
    lang: ReadSignal<Lang>,
    is_standalone: bool,
    screens: StoredValue<u32>,
}

/// How a host page may colour the outcome of an import.
fn tone_of(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Verified => GOOD,
        Verdict::Short | Verdict::Over | Verdict::Unknown => "caution",
        Verdict::NotImported => "bad",
    }
}

/// The tone of what went well.
const GOOD: &str = "good";

impl Host {
    /// The border at this element, which is told things in the language of `preferences`.
    pub(crate) fn new(element: HostElement, preferences: Preferences, is_standalone: bool) -> Self {
        Self {
            element: StoredValue::new(element),
            lang: preferences.lang(),
            is_standalone,
            screens: StoredValue::new(0),
        }
    }

    /// That of this app.
    pub(crate) fn current() -> Self {
        expect_context()
    }

    /// The landmark around a screen: the main part of a page of our own, a part of the main part of a portal's.
    pub(crate) fn landmark(self) -> &'static str {
        if self.is_standalone { "main" } else { "region" }
    }

    /// The screen's title has changed.
    pub(crate) fn title(self, title: &str) {
        self.tell("title", &[("title", Detail::Text(&format!("{title} · Dialdesk")))]);
    }

    /// The path under the base has changed.
    pub(crate) fn route(self, path: &str) {
        self.tell("route", &[("path", Detail::Text(path))]);
    }

    /// The language has changed.
    pub(crate) fn locale(self, lang: Lang) {
        self.tell("locale", &[("locale", Detail::Text(lang.tag()))]);
    }

    /// A sign-in is needed, and nobody is being asked for it.
    pub(crate) fn auth_required(self, reason: &str) {
        self.tell("auth-required", &[("reason", Detail::Text(reason))]);
    }

    /// Whether something that was entered would be lost with the app.
    pub(crate) fn dirty(self, is_dirty: bool) {
        self.tell("dirty", &[("dirty", Detail::Flag(is_dirty))]);
    }

    /// Whether something is under way that changes the server.
    pub(crate) fn busy(self, is_busy: bool) {
        self.tell("busy", &[("busy", Detail::Flag(is_busy))]);
    }

    /// Something was created. It is said on its screen as well.
    pub(crate) fn created(self, said: fn(&Words, &str) -> String, name: &str) {
        self.notify(GOOD, &said(self.words(), name));
    }

    /// An import into `list` has ended: `expected` contacts were promised, `found` were seen to come.
    pub(crate) fn import_finished(self, list: u64, verdict: Verdict, expected: u64, found: Option<u64>) {
        let found_or_not = found.map_or(Detail::Unknown, Detail::Number);
        self.tell(
            "import-finished",
            &[
                ("list", Detail::Number(list)),
                ("verdict", Detail::Text(verdict.name())),
                ("expected", Detail::Number(expected)),
                ("found", found_or_not),
            ],
        );
        let words = self.words();
        let (list, expected) = (list.to_string(), words.count(expected));
        let text = match (verdict, found.map(|found| words.count(found))) {
            (Verdict::NotImported, _) => (words.host.not_imported)(&list),
            (Verdict::Verified | Verdict::Short | Verdict::Over, Some(found)) => {
                (words.host.imported)(&list, &found, &expected)
            }
            (Verdict::Unknown | Verdict::Verified | Verdict::Short | Verdict::Over, _) => {
                (words.host.import_unknown)(&list)
            }
        };
        self.notify(tone_of(verdict), &text);
    }

    /// Asks the host page for a sign-in.
    pub(crate) async fn ask(self, reason: &str) -> Asked {
        match self.element.try_get_value() {
            Some(element) => element.ask(reason).await,
            None => Asked::Failure,
        }
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

    /// Says something that a host page may show in a place of its own.
    fn notify(self, tone: &str, text: &str) {
        let detail = [("tone", Detail::Text(tone)), ("text", Detail::Text(text))];
        self.element.try_with_value(|element| element.emit("notify", &detail, true));
    }

    fn tell(self, name: &str, detail: &[(&str, Detail<'_>)]) {
        self.element.try_with_value(|element| element.emit(name, detail, false));
    }

    fn words(self) -> &'static Words {
        self.lang.try_get_untracked().unwrap_or(Lang::En).words()
    }
}

#[cfg(test)]
impl Host {
    /// A border without anything behind it.
    pub(super) fn nowhere() -> Self {
        Self {
            element: StoredValue::new(HostElement::nowhere()),
            lang: RwSignal::new(Lang::En).read_only(),
            is_standalone: false,
            screens: StoredValue::new(0),
        }
    }
}
