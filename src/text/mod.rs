//! Every word a person reads, in every language.
//!
//! Words are typed: a catalogue is a struct of texts and of functions that fill a text in, and a language is a value
//! of it. A missing or superfluous text, or one that takes other values, does not compile.

mod activity;
mod campaigns;
mod connect;
mod contact_fields;
mod errors;
mod host;
mod import;
mod listing;
mod lists;
mod members;
mod removals;
mod shell;

use leptos::prelude::expect_context;

use crate::platform::intl;

pub(crate) use activity::Activity;
pub(crate) use campaigns::{BenchWords, Campaigns, Window, clock, closing};
pub(crate) use connect::Connect;
pub(crate) use contact_fields::ContactFields;
pub(crate) use errors::Errors;
pub(crate) use host::HostWords;
pub(crate) use import::Import;
pub(crate) use listing::ListingWords;
pub(crate) use lists::Lists;
pub(crate) use members::Members;
pub(crate) use removals::Removals;
pub(crate) use shell::Shell;

/// A language of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lang {
    /// English.
    En,
    /// Italian.
    It,
}

impl Lang {
    /// Every language.
    pub(crate) const ALL: [Self; 2] = [Self::En, Self::It];

    /// Its BCP 47 tag.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::It => "it",
        }
    }

    /// What its speakers call it.
    pub(crate) fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::It => "Italiano",
        }
    }

    /// The language of a BCP 47 tag: `it-CH` is Italian.
    pub(crate) fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|lang| lang.tag() == primary)
    }

    /// Its words.
    pub(crate) fn words(self) -> &'static Words {
        match self {
            Self::En => &EN,
            Self::It => &IT,
        }
    }
}

/// A number with the way a reader writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Count {
    /// How many.
    pub(crate) n: u64,
    /// The same, grouped.
    pub(crate) shown: String,
}

impl Count {
    /// `one` for 1, else `many`: the plural of English and Italian.
    pub(crate) fn of(&self, one: &str, many: &str) -> String {
        format!("{} {}", self.shown, self.pick(one, many))
    }

    /// As [`Self::of`], without the number.
    pub(crate) fn pick<'a>(&self, one: &'a str, many: &'a str) -> &'a str {
        if self.n == 1 { one } else { many }
    }
}

/// The words of one language: those of the frame, and the way to those of the parts that are loaded later.
pub(crate) struct Words {
    /// The language.
    pub(crate) lang: Lang,
    /// Frame, menu and words that every screen uses.
    pub(crate) shell: Shell,
    /// Signing in.
    pub(crate) connect: Connect,
    /// What can go wrong with a call.
    pub(crate) errors: Errors,
    /// The page around the app.
    pub(crate) host: HostWords,
}

static EN: Words =
    Words { lang: Lang::En, shell: shell::EN, connect: connect::EN, errors: errors::EN, host: host::EN };

static IT: Words =
    Words { lang: Lang::It, shell: shell::IT, connect: connect::IT, errors: errors::IT, host: host::IT };

impl Words {
    /// The words of the language in which this view is made. A change of language makes the view anew.
    pub(crate) fn current() -> &'static Self {
        expect_context()
    }

    /// Words of the activity, which come with its screen.
    pub(crate) fn activity(&self) -> &'static Activity {
        match self.lang {
            Lang::En => &activity::EN,
            Lang::It => &activity::IT,
        }
    }

    /// Words of the campaigns, which come with their screens.
    pub(crate) fn campaigns(&self) -> &'static Campaigns {
        match self.lang {
            Lang::En => &campaigns::EN,
            Lang::It => &campaigns::IT,
        }
    }

    /// Words of the lists, which come with their screens.
    pub(crate) fn lists(&self) -> &'static Lists {
        match self.lang {
            Lang::En => &lists::EN,
            Lang::It => &lists::IT,
        }
    }

    /// Words of the members of campaigns and lists, which come with their screens.
    pub(crate) fn members(&self) -> &'static Members {
        match self.lang {
            Lang::En => &members::EN,
            Lang::It => &members::IT,
        }
    }

    /// Words of taking away with time to undo it, which come with the screens that do.
    pub(crate) fn removals(&self) -> &'static Removals {
        match self.lang {
            Lang::En => &removals::EN,
            Lang::It => &removals::IT,
        }
    }

    /// Names of the fields of a contact, which come with the screens that show them.
    pub(crate) fn contact_fields(&self) -> &'static ContactFields {
        match self.lang {
            Lang::En => &contact_fields::EN,
            Lang::It => &contact_fields::IT,
        }
    }

    /// Words of the import, which come with its screen.
    pub(crate) fn import(&self) -> &'static Import {
        match self.lang {
            Lang::En => &import::EN,
            Lang::It => &import::IT,
        }
    }

    /// `n` as this language writes it.
    pub(crate) fn count(&self, n: u64) -> Count {
        Count { n, shown: intl::number(self.lang.tag(), n) }
    }

    /// A whole number with its sign as this language writes it.
    pub(crate) fn whole(&self, n: i64) -> String {
        let shown = intl::number(self.lang.tag(), n.unsigned_abs());
        if n < 0 { format!("−{shown}") } else { shown }
    }

    /// A size in bytes as this language writes it.
    pub(crate) fn bytes(&self, bytes: u64) -> String {
        intl::bytes(self.lang.tag(), bytes)
    }

    /// A moment, in milliseconds since 1970, with its time zone, as this language writes it.
    pub(crate) fn moment(&self, at: u64) -> String {
        intl::moment(self.lang.tag(), at)
    }

    /// The names of the countries of these codes, in the order of this language.
    pub(crate) fn countries(&self, codes: &[&'static str]) -> Vec<(&'static str, String)> {
        intl::countries(self.lang.tag(), codes)
    }

    /// A share as this language writes it.
    pub(crate) fn percent(&self, part: u64, whole: u64) -> String {
        intl::percent(self.lang.tag(), part, whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regional_tag_is_its_language() {
        assert_eq!(Lang::from_tag("it-CH"), Some(Lang::It));
        assert_eq!(Lang::from_tag("EN_us"), Some(Lang::En));
        assert_eq!(Lang::from_tag("de"), None);
        assert_eq!(Lang::from_tag(""), None);
    }

    #[test]
    fn one_is_singular_and_every_other_number_is_not() {
        let count = |n: u64| Count { n, shown: n.to_string() };
        assert_eq!(count(1).of("row", "rows"), "1 row");
        assert_eq!(count(0).of("row", "rows"), "0 rows");
        assert_eq!(count(2).of("riga", "righe"), "2 righe");
    }
}
