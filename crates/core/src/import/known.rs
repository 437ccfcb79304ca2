//! The contacts that a list has already, as far as they are compared: the server leaves out what it has, by its text.

use std::fmt;

use super::rules::{Checks, Rules};
use super::seen::{Key, Seen};
use crate::contact::ContactField;

/// What is compared of the contacts of a list: their texts, and their numbers however they are written. It holds no
/// contact: eight bytes for a text and twelve for a number.
#[derive(Clone, PartialEq, Eq)]
pub struct Known {
    checks: Comparison,
    contacts: u64,
    texts: Vec<u64>,
    keys: Vec<Key>,
}

/// What a comparison hangs on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Comparison {
    fields: Vec<ContactField>,
    country: Option<crate::phone::Country>,
    form: crate::phone::PhoneForm,
}

impl Comparison {
    fn of(checks: &Checks) -> Self {
        let mut fields = checks.duplicates.bound(&checks.binding).fields().to_vec();
        fields.sort_unstable();
        Self { fields, country: checks.decisions.country, form: checks.decisions.form }
    }
}

impl fmt::Debug for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Known").field("contacts", &self.contacts).finish_non_exhaustive()
    }
}

impl Known {
    /// How many contacts were taken account of.
    pub fn contacts(&self) -> u64 {
        self.contacts
    }

    /// Whether it can answer for these checks: they compare the same fields and read numbers in the same way.
    pub fn fits(&self, checks: &Checks) -> bool {
        self.checks == Comparison::of(checks)
    }

    /// Whether a contact has these texts.
    pub(super) fn has_text(&self, text: u64) -> bool {
        self.texts.binary_search(&text).is_ok()
    }

    /// Whether a contact has these numbers, however they are written.
    pub(super) fn has_key(&self, key: Key) -> bool {
        self.keys.binary_search(&key).is_ok()
    }
}

/// Takes account of one contact after the other.
pub struct KnownContacts {
    rules: Rules,
    seen: Seen,
    known: Known,
}

impl KnownContacts {
    /// None yet, to be compared as these checks have it.
    pub fn new(checks: &Checks) -> Self {
        let compared = Comparison::of(checks);
        Self {
            rules: Rules::new(checks, 0),
            seen: Seen::new(&checks.duplicates.bound(&checks.binding), 0),
            known: Known { checks: compared, contacts: 0, texts: Vec::new(), keys: Vec::new() },
        }
    }

    /// The fields that are compared.
    pub fn fields(&self) -> &[ContactField] {
        &self.known.checks.fields
    }

    /// Takes account of a contact; `text` answers what it has in a field, as the server shows it.
    pub fn add<'a>(&mut self, text: impl Fn(ContactField) -> Option<&'a str>) {
        self.known.contacts += 1;
        self.seen.begin();
        for bound in self.rules.bounds().iter().filter(|bound| bound.is_compared) {
            let text = text(bound.field).unwrap_or_default();
            self.seen.compare(&self.rules.text_there(bound, text));
        }
        if let Some((key, text)) = self.seen.present() {
            self.known.texts.push(text);
            self.known.keys.push(key);
        }
    }

    /// All of them.
    pub fn finish(mut self) -> Known {
        self.known.texts.sort_unstable();
        self.known.keys.sort_unstable();
        self.known
    }
}
