//! Digits in a row, packed into one word.

use super::DIGITS_MAX;

/// Powers of ten, as far as a [`Run`] needs them.
const POWERS: [u64; 20] = {
    let mut powers = [1; 20];
    let mut rest: &mut [u64] = &mut powers;
    let mut power = 1;
    while let [first, others @ ..] = rest {
        *first = power;
        power = power.wrapping_mul(10);
        rest = others;
    }
    powers
};

/// 10 to the power of `n`; beyond 19 the result means nothing.
#[inline]
fn power(n: u8) -> u64 {
    POWERS.get(usize::from(n)).copied().unwrap_or(u64::MAX)
}

/// Up to 19 digits with their leading zeros: an exit prefix of four and 15 digits of E.164 fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// The digits read as one number.
    pub(super) value: u64,
    /// How many digits there are.
    pub(super) count: u8,
}

impl Run {
    /// Most digits that are kept.
    pub(super) const MAX: u8 = 19;

    /// No digits.
    pub(super) const EMPTY: Self = Self { value: 0, count: 0 };

    /// The run with one more digit at its end; `None` where there is no room.
    #[inline]
    pub(super) fn with(self, digit: u8) -> Option<Self> {
        (self.count < Self::MAX)
            .then(|| Self { value: self.value * 10 + u64::from(digit), count: self.count + 1 })
    }

    /// The digit at the beginning; 0 where there is none.
    #[inline]
    pub(super) fn first(self) -> u64 {
        self.value / power(self.count.saturating_sub(1))
    }

    /// The first three digits as a number; `None` where there are fewer.
    #[inline]
    pub(super) fn lead(self) -> Option<u64> {
        Some(self.value / power(self.count.checked_sub(3)?))
    }

    /// What follows `prefix`; `None` where the run does not begin with it, or nothing follows.
    #[inline]
    pub(super) fn after(self, prefix: Prefix) -> Option<Self> {
        if !prefix.is_some() || self.count <= prefix.count() {
            return None;
        }
        let count = self.count - prefix.count();
        let scale = power(count);
        let value = self.value.checked_sub(u64::from(prefix.value()) * scale)?;
        (value < scale).then_some(Self { value, count })
    }

    /// `prefix` and then this run; `None` where that is too long for E.164.
    pub(super) fn behind(self, prefix: Prefix) -> Option<Self> {
        let count = self.count + prefix.count();
        (usize::from(count) <= DIGITS_MAX)
            .then(|| Self { value: u64::from(prefix.value()) * power(self.count) + self.value, count })
    }

    /// The run without `length` digits at the place `at`, both counted from its beginning; `None` where there are not
    /// as many.
    pub(super) fn without(self, at: u8, length: u8) -> Option<Self> {
        let tail = self.count.checked_sub(at.checked_add(length)?)?;
        let head = self.value / power(self.count - at);
        Some(Self { value: head * power(tail) + self.value % power(tail), count: at + tail })
    }

    /// The `length` digits at the place `at`, as a number; 0 where there are not as many.
    pub(super) fn part(self, at: u8, length: u8) -> u64 {
        let Some(tail) = at.checked_add(length).and_then(|end| self.count.checked_sub(end)) else { return 0 };
        self.value / power(tail) % power(length)
    }

    /// Appends the digits.
    pub(super) fn push_to(self, out: &mut String) {
        for place in (0..self.count).rev() {
            let digit = u8::try_from(self.value / power(place) % 10).unwrap_or_default();
            out.push(char::from(b'0' + digit));
        }
    }
}

/// A few digits that a number may begin with: at most four, the value at most 8191.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Prefix(u16);

impl Prefix {
    /// No digits; no run begins with it.
    pub(super) const NONE: Self = Self(0);

    /// The prefix written so, at compile time.
    pub(super) const fn new(text: &str) -> Self {
        let mut bytes = text.as_bytes();
        let (mut value, mut count) = (0, 0);
        while let [byte, rest @ ..] = bytes {
            value = value * 10 + (*byte - b'0') as u16;
            count += 1;
            bytes = rest;
        }
        assert!(value < 1 << 13 && count < 8, "a longer prefix than a plan has");
        Self(count << 13 | value)
    }

    /// The prefix that is a calling code: never one with a zero before it.
    pub(super) const fn calling(code: u16) -> Self {
        let count = match code {
            0..=9 => 1,
            10..=99 => 2,
            _ => 3,
        };
        Self(count << 13 | code)
    }

    /// The digits as a number.
    pub(super) const fn value(self) -> u16 {
        self.0 & 0x1fff
    }

    /// How many digits there are.
    pub(super) const fn count(self) -> u8 {
        (self.0 >> 13).to_le_bytes()[0]
    }

    /// The digits as a run.
    pub(super) fn run(self) -> Run {
        Run { value: u64::from(self.value()), count: self.count() }
    }

    /// Whether there are digits.
    pub(super) const fn is_some(self) -> bool {
        self.count() > 0
    }

    /// The prefix without a zero at its beginning, which is what a spreadsheet leaves of it; `None` where it begins
    /// with another digit.
    pub(super) fn without_zero(self) -> Option<Self> {
        let power = power(self.count().checked_sub(1)?);
        (u64::from(self.value()) < power).then(|| Self((self.0 & 0x1fff) | u16::from(self.count() - 1) << 13))
    }
}
