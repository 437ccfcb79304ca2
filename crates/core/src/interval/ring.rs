//! A set of places on a circle, such as the minutes of a day.

/// Some of the places 0 to `size - 1` of a circle, one bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ring<const WORDS: usize> {
    words: [u64; WORDS],
    size: u16,
}

impl<const WORDS: usize> Ring<WORDS> {
    /// None of `size` places; `WORDS` words of 64 bits must hold them.
    pub(super) fn empty(size: u16) -> Self {
        debug_assert!(usize::from(size) <= WORDS * 64, "the words hold all places");
        Self { words: [0; WORDS], size }
    }

    /// All of `size` places.
    pub(super) fn full(size: u16) -> Self {
        let mut ring = Self::empty(size);
        ring.fill(0, size.saturating_sub(1));
        ring
    }

    /// Adds the places from `first` to `last`, both included, over the end of the circle where `last` is less.
    pub(super) fn insert(&mut self, first: u16, last: u16) {
        if first <= last {
            self.fill(first, last);
        } else {
            self.fill(first, self.size.saturating_sub(1));
            self.fill(0, last);
        }
    }

    fn fill(&mut self, first: u16, last: u16) {
        for (word, start) in self.words.iter_mut().zip((0u16..).step_by(64)) {
            let Some(last) = last.checked_sub(start) else { break };
            let first = first.saturating_sub(start);
            if first < 64 {
                *word |= (u64::MAX << first) & (u64::MAX >> (63 - last.min(63)));
            }
        }
    }

    /// The places that are in both sets, which are on circles of one size.
    pub(super) fn overlap(mut self, other: &Self) -> Self {
        for (word, with) in self.words.iter_mut().zip(other.words) {
            *word &= with;
        }
        self
    }

    /// Whether `place` is in the set.
    pub(super) fn contains(&self, place: u16) -> bool {
        self.words.get(usize::from(place / 64)).is_some_and(|word| (word >> (place % 64)) & 1 == 1)
    }

    /// Whether nothing is in the set.
    pub(super) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Whether all places are in the set.
    pub(super) fn is_full(&self) -> bool {
        *self == Self::full(self.size)
    }

    /// The places in the set, ascending.
    pub(super) fn places(&self) -> impl Iterator<Item = u16> {
        (0..self.size).filter(|place| self.contains(*place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_runs_over_the_borders_of_words_and_over_the_end() {
        let mut ring = Ring::<23>::empty(1440);
        ring.insert(63, 64);
        ring.insert(127, 192);
        ring.insert(1439, 0);
        let expected: Vec<u16> = [0, 63, 64].into_iter().chain(127..=192).chain([1439]).collect();
        assert_eq!(ring.places().collect::<Vec<_>>(), expected);
        assert!(!ring.contains(1440) && !ring.contains(u16::MAX));
    }

    #[test]
    fn an_overlap_has_what_both_have() {
        let (mut one, mut other) = (Ring::<23>::empty(1440), Ring::<23>::empty(1440));
        one.insert(60, 200);
        other.insert(130, 64);
        let expected: Vec<u16> = (60..=64).chain(130..=200).collect();
        assert_eq!(one.overlap(&other).places().collect::<Vec<_>>(), expected);
        assert!(one.overlap(&Ring::empty(1440)).is_empty());
    }

    #[test]
    fn all_the_way_round_is_full() {
        let mut ring = Ring::<23>::empty(1440);
        assert!(ring.is_empty() && !ring.is_full());
        ring.insert(720, 719);
        assert!(ring.is_full() && !ring.is_empty());
        assert_eq!(Ring::<1>::full(7).places().collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5, 6]);
    }
}
