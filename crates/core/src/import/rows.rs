//! Sets of records, and the lines in which they begin.

/// A set of records by their numbers, one bit each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowSet {
    words: Vec<u64>,
    len: u64,
}

impl RowSet {
    pub(super) const EMPTY: Self = Self { words: Vec::new(), len: 0 };

    /// Adds a record; answers whether it was not there.
    pub(super) fn insert(&mut self, row: u32) -> bool {
        let (word, bit) = place(row);
        if self.words.len() <= word {
            self.words.resize(word + 1, 0);
        }
        let Some(word) = self.words.get_mut(word) else { return false };
        let is_new = *word & bit == 0;
        *word |= bit;
        self.len += u64::from(is_new);
        is_new
    }

    /// Whether a record is in it.
    pub fn has(&self, row: u32) -> bool {
        let (word, bit) = place(row);
        self.words.get(word).is_some_and(|word| word & bit != 0)
    }

    /// How many there are.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// All of them in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.iter_from(0)
    }

    /// Those behind the first `skipped` of them, in order.
    pub fn iter_from(&self, skipped: u64) -> impl Iterator<Item = u32> {
        let mut before = 0;
        let mut start = 0;
        // Whole words are passed over, so that the last of a million is found as fast as the first.
        for word in &self.words {
            let behind = before + u64::from(word.count_ones());
            if behind > skipped {
                break;
            }
            (before, start) = (behind, start + 1);
        }
        let left = usize::try_from(skipped - before.min(skipped)).unwrap_or(usize::MAX);
        let words = (0_u32..).zip(&self.words).skip(start);
        words.flat_map(|(at, word)| bits(*word).map(move |bit| at * 64 + bit)).skip(left)
    }

    /// Adds those of another.
    pub fn extend(&mut self, other: &Self) {
        if self.words.len() < other.words.len() {
            self.words.resize(other.words.len(), 0);
        }
        for (word, more) in self.words.iter_mut().zip(&other.words) {
            *word |= more;
        }
        self.len = self.words.iter().map(|word| u64::from(word.count_ones())).sum();
    }

    pub(super) fn bytes(&self) -> usize {
        self.words.capacity() * size_of::<u64>()
    }
}

impl FromIterator<u32> for RowSet {
    fn from_iter<T: IntoIterator<Item = u32>>(rows: T) -> Self {
        let mut set = Self::default();
        for row in rows {
            set.insert(row);
        }
        set
    }
}

/// The places of the bits that are set, the lowest first.
fn bits(mut word: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = (word != 0).then(|| word.trailing_zeros())?;
        word &= word - 1;
        Some(bit)
    })
}

fn place(row: u32) -> (usize, u64) {
    ((row / 64) as usize, 1 << (row % 64))
}

/// The line in which each record begins. Only where a record does not begin in the line after that of the one before
/// is something kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LineMap {
    steps: Vec<(u32, u32)>,
    next: u32,
}

impl LineMap {
    /// Notes the next record, whose number is `row`.
    #[inline]
    pub(super) fn note(&mut self, row: u32, line: u64) {
        // A file of the greatest size has fewer lines than four bytes can count.
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        if line != self.next || self.steps.is_empty() {
            self.steps.push((row, line));
        }
        self.next = line + 1;
    }

    /// The line of a record.
    pub(super) fn line(&self, row: u32) -> u64 {
        let behind = self.steps.partition_point(|(first, _)| *first <= row);
        let step = behind.checked_sub(1).and_then(|at| self.steps.get(at));
        step.map_or(0, |(first, line)| u64::from(*line) + u64::from(row - first))
    }

    pub(super) fn bytes(&self) -> usize {
        self.steps.capacity() * size_of::<(u32, u32)>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_knows_what_was_put_in_and_counts_it_once() {
        let mut rows = RowSet::default();
        for row in [0, 63, 64, 1000, 63] {
            rows.insert(row);
        }
        assert_eq!(rows.len(), 4);
        let found: Vec<u32> = (0..2000).filter(|row| rows.has(*row)).collect();
        assert_eq!(found, [0, 63, 64, 1000]);
        assert!(rows.iter().eq(found));
    }

    #[test]
    fn one_can_begin_anywhere_among_them() {
        let rows: RowSet = [3, 63, 64, 200, 201].into_iter().collect();
        let from = |skipped| rows.iter_from(skipped).collect::<Vec<_>>();
        assert_eq!(from(1), [63, 64, 200, 201]);
        assert_eq!(from(2), [64, 200, 201]);
        assert_eq!(from(4), [201]);
        assert!(from(5).is_empty());
        assert!(from(u64::MAX).is_empty());
        assert_eq!(RowSet::default().iter_from(1).next(), None);
    }

    #[test]
    fn those_of_another_are_added_once() {
        let mut rows: RowSet = [1, 5].into_iter().collect();
        rows.extend(&[5, 130].into_iter().collect());
        assert_eq!((rows.len(), rows.iter().collect::<Vec<_>>()), (3, vec![1, 5, 130]));
    }

    #[test]
    fn lines_that_jump_are_known_again() {
        let lines = [2, 3, 4, 9, 10, 12, 13];
        let mut map = LineMap::default();
        for (row, line) in (0..).zip(lines) {
            map.note(row, line);
        }
        let read: Vec<u64> = (0..7).map(|row| map.line(row)).collect();
        assert_eq!(read, lines);
        assert_eq!(map.steps.len(), 3);
    }
}
