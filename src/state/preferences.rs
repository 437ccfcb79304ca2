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
    /// What the host page says; it wins, and is not remembered.
    host_lang: RwSignal<Option<Lang>>,
    host_theme: RwSignal<Option<Theme>>,
    own_lang: RwSignal<Lang>,
    own_theme: RwSignal<Theme>,
    lang: Memo<Lang>,
    theme: Memo<Theme>,
}

impl Preferences {
    /// What the host page says, else what was chosen before, else what the browser says.
    pub(crate) fn new(locale: &str, theme: &str, browser: &str) -> Self {
        let kept = |key| storage::get(key).unwrap_or_default();
        let own_lang = Lang::from_tag(&kept(Key::Language)).or_else(|| Lang::from_tag(browser));
        let own_theme = Theme::from_name(&kept(Key::Theme));
        let host_lang = RwSignal::new(Lang::from_tag(locale));
        let host_theme = RwSignal::new(Theme::from_name(theme));
        let own_lang = RwSignal::new(own_lang.unwrap_or(Lang::En));
        let own_theme = RwSignal::new(own_theme.unwrap_or(Theme::Auto));
        Self {
            host_lang,
            host_theme,
            own_lang,
            own_theme,
            lang: Memo::new(move |_| host_lang.get().unwrap_or_else(|| own_lang.get())),
            theme: Memo::new(move |_| host_theme.get().unwrap_or_else(|| own_theme.get())),
        }
    }

    /// Those of this app.
    pub(crate) fn current() -> Self {
        expect_context()
    }

    /// The language.
    pub(crate) fn lang(self) -> Memo<Lang> {
        self.lang
    }

    /// The theme.
    pub(crate) fn theme(self) -> Memo<Theme> {
        self.theme
    }

    /// Whether the host page decides the language.
    pub(crate) fn is_lang_given(self) -> bool {
        self.host_lang.with(Option::is_some)
    }

    /// Whether the host page decides the theme.
    pub(crate) fn is_theme_given(self) -> bool {
        self.host_theme.with(Option::is_some)
    }

    /// What the host page says of the language now; one that the app does not have leaves the admin's own.
    pub(crate) fn host_says_lang(self, locale: &str) {
        self.host_lang.set(Lang::from_tag(locale));
    }

    /// What the host page says of the theme now.
    pub(crate) fn host_says_theme(self, theme: &str) {
        self.host_theme.set(Theme::from_name(theme));
    }

    /// Changes the language and remembers it.
    pub(crate) fn set_lang(self, lang: Lang) {
        storage::set(Key::Language, lang.tag());
        self.own_lang.set(lang);
    }

    /// Changes the theme and remembers it.
    pub(crate) fn set_theme(self, theme: Theme) {
        storage::set(Key::Theme, theme.name());
        self.own_theme.set(theme);
    }
}
