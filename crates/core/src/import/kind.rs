//! What can be odd about a record.

use super::RowSet;

/// A kind of finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// No first name: the server requires one.
    NoFirstName,
    /// Nothing in the field that is dialled.
    NoNumber,
    /// Something else where a number belongs.
    NotANumber,
    /// A number as Excel shortens it, `3,9E+11`: the digits are gone.
    ScientificNotation,
    /// A number without the zero, or whatever the country puts there, that it needs to be dialled. Repairable.
    LostZero,
    /// An international number without its plus. Repairable.
    LostPlus,
    /// Two numbers in one cell. Repairable: the first is kept.
    SeveralNumbers,
    /// More than [`crate::contact::TEXT_MAX`] characters: the server's column has no room for them.
    TooLong,
    /// A priority that is no whole number above 0: the server refuses it.
    BadPriority,
    /// A value that is none of the choices of its field: the server refuses it.
    NotAChoice,
    /// A value that is no whole number, no moment or no switch where the field holds one: the server refuses it.
    BadValue,
    /// More or fewer cells than there are columns.
    Ragged,
    /// Bytes that are no text in the file's encoding.
    DamagedText,
    /// A quote where none belongs; it is read as text.
    StrayQuote,
}

impl Kind {
    /// Every kind, in the order in which they are told.
    pub const ALL: [Self; 14] = [
        Self::NoFirstName,
        Self::NoNumber,
        Self::NotANumber,
        Self::ScientificNotation,
        Self::LostZero,
        Self::LostPlus,
        Self::SeveralNumbers,
        Self::TooLong,
        Self::BadPriority,
        Self::NotAChoice,
        Self::BadValue,
        Self::Ragged,
        Self::DamagedText,
        Self::StrayQuote,
    ];

    /// Its name, for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoFirstName => "no_first_name",
            Self::NoNumber => "no_number",
            Self::NotANumber => "not_a_number",
            Self::ScientificNotation => "scientific_notation",
            Self::LostZero => "lost_zero",
            Self::LostPlus => "lost_plus",
            Self::SeveralNumbers => "several_numbers",
            Self::TooLong => "too_long",
            Self::BadPriority => "bad_priority",
            Self::NotAChoice => "not_a_choice",
            Self::BadValue => "bad_value",
            Self::Ragged => "ragged",
            Self::DamagedText => "damaged_text",
            Self::StrayQuote => "stray_quote",
        }
    }

    /// Whether the server would refuse the record, so that it is left out until it is mended.
    pub fn is_refused(self) -> bool {
        match self {
            Self::NoFirstName | Self::TooLong | Self::BadPriority | Self::NotAChoice | Self::BadValue => true,
            Self::NoNumber
            | Self::NotANumber
            | Self::ScientificNotation
            | Self::LostZero
            | Self::LostPlus
            | Self::SeveralNumbers
            | Self::Ragged
            | Self::DamagedText
            | Self::StrayQuote => false,
        }
    }

    /// Whether what is right can be told from what is there.
    pub fn is_repairable(self) -> bool {
        matches!(self, Self::LostZero | Self::LostPlus | Self::SeveralNumbers)
    }

    fn place(self) -> usize {
        self as usize
    }
}

/// Some kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KindSet(u16);

impl KindSet {
    /// Adds one.
    pub fn insert(&mut self, kind: Kind) {
        self.0 |= 1 << kind.place();
    }

    /// Adds those of another.
    pub fn extend(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether `kind` is among them.
    pub fn has(self, kind: Kind) -> bool {
        self.0 & (1 << kind.place()) != 0
    }

    /// All of them, in the order of [`Kind::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Kind> {
        Kind::ALL.into_iter().filter(move |kind| self.has(*kind))
    }
}

impl From<Kind> for KindSet {
    fn from(kind: Kind) -> Self {
        let mut kinds = Self::default();
        kinds.insert(kind);
        kinds
    }
}

/// The records of a kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How many there are.
    pub count: u64,
    /// All of them: their numbers, from 0, a header not counted.
    pub rows: RowSet,
}

impl Found {
    const NONE: &Self = &Self { count: 0, rows: RowSet::EMPTY };

    pub(super) fn note(&mut self, row: u32) {
        self.count += u64::from(self.rows.insert(row));
    }
}

/// The findings of a file by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings([Found; Kind::ALL.len()]);

impl Findings {
    /// The records of a kind.
    pub fn of(&self, kind: Kind) -> &Found {
        self.0.get(kind.place()).unwrap_or(Found::NONE)
    }

    /// The kinds that occur, with their records.
    pub fn iter(&self) -> impl Iterator<Item = (Kind, &Found)> {
        Kind::ALL.into_iter().zip(&self.0).filter(|(_, found)| found.count > 0)
    }

    #[cold]
    pub(super) fn note(&mut self, kinds: KindSet, row: u32) {
        for (kind, found) in Kind::ALL.into_iter().zip(&mut self.0) {
            if kinds.has(kind) {
                found.note(row);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_place_and_a_name_of_its_own() {
        for (place, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(kind.place(), place);
            assert_eq!(Kind::ALL.into_iter().filter(|other| other.name() == kind.name()).count(), 1);
        }
    }

    #[test]
    fn what_was_put_in_comes_out_in_order() {
        let mut kinds = KindSet::default();
        kinds.insert(Kind::StrayQuote);
        kinds.insert(Kind::NoFirstName);
        kinds.insert(Kind::StrayQuote);
        assert_eq!(kinds.iter().collect::<Vec<_>>(), [Kind::NoFirstName, Kind::StrayQuote]);
    }
}
