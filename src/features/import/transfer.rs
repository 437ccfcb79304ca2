//! How far bytes on their way are.

/// How many bytes have gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Transfer {
    /// So many.
    pub(crate) sent: u64,
    /// Of so many.
    pub(crate) of: u64,
    /// In a second, once that can be told.
    pub(crate) per_second: Option<u64>,
}

/// Before this much time has passed, a rate would be a guess.
const RATE_AFTER_MS: u64 = 1_000;

impl Transfer {
    /// Nothing yet of so many.
    pub(crate) fn nothing_of(of: u64) -> Self {
        Self { sent: 0, of, per_second: None }
    }

    /// So many of so many after this time.
    pub(crate) fn after(sent: u64, of: u64, milliseconds: u64) -> Self {
        let per_second = (milliseconds >= RATE_AFTER_MS).then(|| sent * 1_000 / milliseconds);
        Self { sent, of, per_second }
    }

    /// The last tenth that is full: what is said to those who only hear it.
    pub(crate) fn tenths(self) -> u64 {
        (self.sent * 10).checked_div(self.of).unwrap_or_default()
    }

    /// Whether all of them have gone.
    pub(crate) fn is_whole(self) -> bool {
        self.of > 0 && self.sent >= self.of
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_told_after_a_second_and_tenths_are_full_ones() {
        assert_eq!(Transfer::after(500, 1_000, 999), Transfer { sent: 500, of: 1_000, per_second: None });
        // 3,000 bytes in 1.5 s are 2,000 a second.
        assert_eq!(Transfer::after(3_000, 10_000, 1_500).per_second, Some(2_000));
        let tenths = |sent| Transfer { sent, of: 1_000, per_second: None }.tenths();
        assert_eq!([0, 99, 100, 999, 1_000].map(tenths), [0, 0, 1, 9, 10]);
        assert_eq!(Transfer::nothing_of(0).tenths(), 0);
        assert!(!Transfer::nothing_of(0).is_whole());
    }
}
