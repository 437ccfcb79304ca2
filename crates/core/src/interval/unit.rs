//! What weekdays, days and months are called.

/// What a field other than the times counts: how many there are, and their names.
pub(super) struct Unit {
    /// How many there are; a text may number them from 1 to this.
    pub(super) size: u16,
    /// Their names in their order; days of the month have none.
    names: &'static [Name],
}

/// The spellings of one name.
struct Name {
    /// The three letters that Asterisk knows.
    short: &'static str,
    /// Other spellings, in lower case, that can mean nothing else.
    others: &'static [&'static str],
}

/// The weekdays; Asterisk's week starts on Sunday.
pub(super) const WEEKDAYS: Unit = Unit {
    size: 7,
    names: &[
        Name { short: "sun", others: &["sunday"] },
        Name { short: "mon", others: &["monday"] },
        Name { short: "tue", others: &["tuesday", "tues"] },
        Name { short: "wed", others: &["wednesday", "weds"] },
        Name { short: "thu", others: &["thursday", "thur", "thurs"] },
        Name { short: "fri", others: &["friday"] },
        Name { short: "sat", others: &["saturday"] },
    ],
};

/// The days of the month.
pub(super) const DAYS: Unit = Unit { size: 31, names: &[] };

/// The months.
pub(super) const MONTHS: Unit = Unit {
    size: 12,
    names: &[
        Name { short: "jan", others: &["january"] },
        Name { short: "feb", others: &["february"] },
        Name { short: "mar", others: &["march"] },
        Name { short: "apr", others: &["april"] },
        // The fifth month is its own long name.
        Name { short: "may", others: &[] },
        Name { short: "jun", others: &["june"] },
        Name { short: "jul", others: &["july"] },
        Name { short: "aug", others: &["august"] },
        Name { short: "sep", others: &["september", "sept"] },
        Name { short: "oct", others: &["october"] },
        Name { short: "nov", others: &["november"] },
        Name { short: "dec", others: &["december"] },
    ],
};

impl Unit {
    /// The place of a name that Asterisk knows, in any case.
    pub(super) fn known(&self, text: &str) -> Option<u16> {
        self.place(|name| name.short.eq_ignore_ascii_case(text))
    }

    /// The place of another spelling that can mean nothing else, in any case.
    pub(super) fn other(&self, text: &str) -> Option<u16> {
        let text = text.to_lowercase();
        self.place(|name| name.others.contains(&text.as_str()))
    }

    /// The three letters of a place; `None` where places have no names.
    pub(super) fn short(&self, place: u16) -> Option<&'static str> {
        self.names.get(usize::from(place)).map(|name| name.short)
    }

    /// Whether a text may name them.
    pub(super) fn has_names(&self) -> bool {
        !self.names.is_empty()
    }

    fn place(&self, is_it: impl Fn(&Name) -> bool) -> Option<u16> {
        self.names.iter().position(is_it).and_then(|place| u16::try_from(place).ok())
    }
}
