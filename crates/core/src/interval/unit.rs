//! What weekdays, days and months are, and what Asterisk calls them.

use super::names::{self, Names, Spoken};

/// What a field other than the times counts: how many there are, and their names.
pub(super) struct Unit {
    /// How many there are; a text may number them from 1 to this.
    pub(super) size: u16,
    /// The three letters that Asterisk knows, in their order; days of the month have none.
    shorts: &'static [&'static str],
    /// What people call them.
    names: Option<&'static Names>,
}

/// The weekdays; Asterisk's week starts on Sunday.
pub(super) const WEEKDAYS: Unit = Unit {
    size: 7,
    shorts: &["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
    names: Some(&names::WEEKDAYS),
};

/// The days of the month.
pub(super) const DAYS: Unit = Unit { size: 31, shorts: &[], names: None };

/// The months.
pub(super) const MONTHS: Unit = Unit {
    size: 12,
    shorts: &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
    names: Some(&names::MONTHS),
};

impl Unit {
    /// The place of a name that Asterisk knows, in any case.
    pub(super) fn known(&self, text: &str) -> Option<u16> {
        let place = self.shorts.iter().position(|short| short.eq_ignore_ascii_case(text));
        place.and_then(|place| u16::try_from(place).ok())
    }

    /// The names that a field may be written in; `None` where places have no names.
    pub(super) fn spoken(&self, field: &str) -> Option<Spoken> {
        self.names.map(|names| names.spoken(field))
    }

    /// The three letters of a place; `None` where places have no names.
    pub(super) fn short(&self, place: u16) -> Option<&'static str> {
        self.shorts.get(usize::from(place)).copied()
    }
}
