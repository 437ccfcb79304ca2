//! Language and theme, as chosen by the host page or by the admin.

use leptos::prelude::*;

use crate::platform::storage::{self, Key};
use crate::text::Lang;

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system has it.
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme.
    pub(crate) const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Its name in attributes and storage.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of this name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// The preferences of a mounted app.
#[derive(Clone, Copy)]
pub(crate) struct Preferences {
    lang: RwSignal<Lang>,
    theme: RwSignal<Theme>,
}

impl Preferences {
    /// What the host page says, else what was chosen before, else what the browser says.
    pub(crate) fn new(locale: &str, theme: &str, browser: &str) -> Self {
        let lang = Lang::from_tag(locale)
            .or_else(|| Lang::from_tag(&storage::get(Key::Language)?))
            .or_else(|| Lang::from_tag(browser))
            .unwrap_or(Lang::En);
        let theme = Theme::from_name(theme)
            .or_else(|| Theme::from_name(&storage::get(Key::Theme)?))
            .unwrap_or(Theme::Auto);
        Self { lang: RwSignal::new(lang), theme: RwSignal::new(theme) }
    }

    /// Those of this app.
    pub(crate) fn current() -> Self {
        expect_context()
    }

    /// The language.
    pub(crate) fn lang(self) -> ReadSignal<Lang> {
        self.lang.read_only()
    }

    /// The theme.
    pub(crate) fn theme(self) -> ReadSignal<Theme> {
        self.theme.read_only()
    }

    /// Changes the language and remembers it.
    pub(crate) fn set_lang(self, lang: Lang) {
        storage::set(Key::Language, lang.tag());
        self.lang.set(lang);
    }

    /// Changes the theme and remembers it.
    pub(crate) fn set_theme(self, theme: Theme) {
        storage::set(Key::Theme, theme.name());
        self.theme.set(theme);
    }
}
