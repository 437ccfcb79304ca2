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
    own: StoredValue<Own>,
}

/// What holds where the host page says nothing, and whether it does.
#[derive(Clone, Copy)]
struct Own {
    lang: Lang,
    theme: Theme,
    is_lang_given: bool,
    is_theme_given: bool,
}

impl Preferences {
    /// What the host page says, else what was chosen before, else what the browser says.
    pub(crate) fn new(locale: &str, theme: &str, browser: &str) -> Self {
        let kept = |key| storage::get(key).unwrap_or_default();
        let own_lang = Lang::from_tag(&kept(Key::Language)).or_else(|| Lang::from_tag(browser));
        let own = Own {
            lang: own_lang.unwrap_or(Lang::En),
            theme: Theme::from_name(&kept(Key::Theme)).unwrap_or(Theme::Auto),
            is_lang_given: false,
            is_theme_given: false,
        };
        let preferences = Self {
            lang: RwSignal::new(own.lang),
            theme: RwSignal::new(own.theme),
            own: StoredValue::new(own),
        };
        preferences.host_says_lang(locale);
        preferences.host_says_theme(theme);
        preferences
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

    /// Whether the host page decides the language, as that changes.
    pub(crate) fn is_lang_given(self) -> bool {
        self.lang.track();
        self.own.get_value().is_lang_given
    }

    /// Whether the host page decides the theme, as that changes.
    pub(crate) fn is_theme_given(self) -> bool {
        self.theme.track();
        self.own.get_value().is_theme_given
    }

    /// What the host page says of the language now. It wins and is not remembered; a language that the app does not
    /// have leaves the admin's own.
    pub(crate) fn host_says_lang(self, locale: &str) {
        let given = Lang::from_tag(locale);
        self.own.update_value(|own| own.is_lang_given = given.is_some());
        self.lang.set(given.unwrap_or(self.own.get_value().lang));
    }

    /// What the host page says of the theme now, in the same way.
    pub(crate) fn host_says_theme(self, theme: &str) {
        let given = Theme::from_name(theme);
        self.own.update_value(|own| own.is_theme_given = given.is_some());
        self.theme.set(given.unwrap_or(self.own.get_value().theme));
    }

    /// Changes the language, where the host page does not decide it, and remembers it.
    pub(crate) fn set_lang(self, lang: Lang) {
        storage::set(Key::Language, lang.tag());
        self.own.update_value(|own| own.lang = lang);
        if !self.own.get_value().is_lang_given {
            self.lang.set(lang);
        }
    }

    /// Changes the theme, where the host page does not decide it, and remembers it.
    pub(crate) fn set_theme(self, theme: Theme) {
        storage::set(Key::Theme, theme.name());
        self.own.update_value(|own| own.theme = theme);
        if !self.own.get_value().is_theme_given {
            self.theme.set(theme);
        }
    }
}
