//! What a telephone number is once it is read.

use std::fmt;

use super::run::Run;

/// An international number, at most 15 digits (E.164), packed so that equal numbers are equal values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(u64);

impl Number {
    /// The number of these digits, which begin with a calling code and so never with a zero.
    pub(super) fn new(digits: Run) -> Self {
        Self(digits.value)
    }

    /// The number as one word, below 10^15: equal exactly where the numbers are.
    pub fn key(self) -> u64 {
        self.0
    }

    /// The digits, calling code first, without the plus: written in decimal they are the number.
    pub fn digits(self) -> u64 {
        self.0
    }

    pub(super) fn run(self) -> Run {
        let count = self.0.checked_ilog10().map_or(0, |log| u8::try_from(log + 1).unwrap_or(Run::MAX));
        Run { value: self.0, count }
    }
}

/// As E.164 has it: `+390200000000`.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "+{}", self.0)
    }
}

/// Digits of which the country is not known, with their zeros, packed the same way; at most 15.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digits(u64);

impl Digits {
    /// Where the count of the digits begins; 15 digits need fewer bits.
    const COUNT_AT: u32 = 52;

    pub(super) fn new(digits: Run) -> Self {
        Self(u64::from(digits.count) << Self::COUNT_AT | digits.value)
    }

    /// The digits as one word, below 2^56: equal exactly where the digits are.
    pub fn key(self) -> u64 {
        self.0
    }
}

/// The digits as they stand in the cell, without separators.
impl fmt::Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = usize::try_from(self.0 >> Self::COUNT_AT).unwrap_or_default();
        write!(f, "{:0width$}", self.0 & ((1 << Self::COUNT_AT) - 1))
    }
}

/// What two cells are compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Identity {
    /// A number that can be dialled from anywhere.
    Number(Number),
    /// Digits that need a country; never equal to a number.
    Digits(Digits),
}

impl Identity {
    /// The identity as one word: equal exactly where the identities are.
    pub fn key(self) -> u64 {
        match self {
            Self::Number(number) => number.key(),
            Self::Digits(digits) => 1 << 63 | digits.key(),
        }
    }
}
