//! How sure a guess is.

/// How sure the engine is of something that it found out by itself, in whole percent.
///
/// It orders guesses and is shown to a person; it is no probability that anybody could hold the engine to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Strength(u8);

impl Strength {
    /// As sure as can be.
    pub const FULL: Self = Self(100);
    /// Nothing speaks for it.
    pub const NONE: Self = Self(0);

    /// So many percent; above 100 there is nothing.
    pub const fn of_percent(percent: u8) -> Self {
        Self(if percent > 100 { 100 } else { percent })
    }

    /// `part` of `whole`, rounded down, so that 100 % means every one; none of nothing.
    pub fn of_part(part: u64, whole: u64) -> Self {
        let percent = u128::from(part) * 100 / u128::from(whole.max(1));
        Self::of_percent(u8::try_from(percent).unwrap_or(100))
    }

    /// Half as sure.
    #[must_use]
    pub const fn halved(self) -> Self {
        Self(self.0 / 2)
    }

    /// In whole percent, 0 to 100.
    pub const fn percent(self) -> u8 {
        self.0
    }

    /// As a share, 0 to 1.
    pub fn share(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_rounded_down_and_never_above_all() {
        let percents =
            [(199, 200, 99), (200, 200, 100), (0, 0, 0), (3, 2, 100), (u64::MAX, u64::MAX, 100), (1, 3, 33)];
        for (part, whole, percent) in percents {
            assert_eq!(Strength::of_part(part, whole).percent(), percent, "{part} of {whole}");
        }
    }

    #[test]
    fn a_share_lies_between_nothing_and_one() {
        assert!((Strength::of_percent(98).share() - 0.98).abs() < 1e-9);
        assert_eq!(Strength::of_percent(255), Strength::FULL);
    }
}
