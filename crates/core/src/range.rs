//! Limits of numbers as data: the check, the help text and the tests read the same constant.

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Just a number.
    None,
    /// Thousandths of a second.
    Milliseconds,
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hundredths of a whole.
    Percent,
    /// Digits of a phone number.
    Digits,
    /// Calls at the same time.
    Calls,
    /// Repeated calls to one contact.
    Recalls,
    /// Spoken words.
    Words,
    /// Mean absolute value of 16-bit samples.
    Level,
}

/// The largest whole number that the server's database holds in an integer column.
pub const INTEGER_MAX: u32 = 2_147_483_647;

/// Whole numbers from `min` to `max`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The smallest allowed.
    pub min: u32,
    /// The largest allowed.
    pub max: u32,
    /// What is counted.
    pub unit: Unit,
}

impl Range {
    /// From `min` to `max`.
    pub const fn new(min: u32, max: u32, unit: Unit) -> Self {
        Self { min, max, unit }
    }

    /// From `min` to whatever the server's database holds.
    pub const fn from(min: u32, unit: Unit) -> Self {
        Self { min, max: INTEGER_MAX, unit }
    }

    /// Whether `number` is in it.
    pub fn contains(self, number: u32) -> bool {
        (self.min..=self.max).contains(&number)
    }

    /// Whether only the database limits it above.
    pub fn is_open(self) -> bool {
        self.max == INTEGER_MAX
    }
}
