//! The compared fields of every record, and which of them come again.
//!
//! A table of all of them would be looked up at a random place for each record, and waiting for memory would take longer
//! than everything else. So they are dealt out to piles as they come, by a few bits of their keys, and each pile is gone
//! through in the end, with a table so small that it stays close to the processor.

use std::hash::Hasher as _;

use siphasher::sip128::{Hasher128 as _, SipHasher13 as WideHasher};

use super::DuplicateRule;
use super::rules::Cell;
use crate::phone::Identity;

/// What stands for the compared fields of a record: equal where they are, numbers however they are written.
///
/// A single number stands for itself: 64 bits hold it whole, and two that differ are never equal. Everything else is a
/// hash of 96 bits: among n records two different ones are taken for equal with odds of n²/2⁹⁷, which is 10⁻¹⁶ for four
/// million. (A hash of 64 bits that was tried, `FxHash`, took 16 of 500,000 numbers for repeats.)
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key([u32; 3]);

impl Key {
    /// A number, which is equal to no hash.
    fn of_number(number: Identity) -> Self {
        let (low, high) = halves(number.key());
        Self([low, high, 0])
    }

    fn of_hash(low: u64, high: u64) -> Self {
        let (a, b) = halves(low);
        Self([a, b, halves(high).0 | 1])
    }

    /// Bits in which numbers that differ in a few digits differ everywhere.
    #[inline]
    fn spread(self) -> u64 {
        let [low, high, wide] = self.0.map(u64::from);
        spread(low | high << 32 ^ wide << 16)
    }
}

fn halves(n: u64) -> (u32, u32) {
    #[expect(clippy::cast_possible_truncation, reason = "halves")]
    (n as u32, (n >> 32) as u32)
}

/// Every bit of the answer hangs on every bit of `n`: twice multiplied by 2⁶⁴ over the golden ratio, the high half mixed in.
#[inline]
fn spread(n: u64) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let once = (n ^ (n >> 32)).wrapping_mul(ODD);
    (once ^ (once >> 32)).wrapping_mul(ODD)
}

/// A record that goes, as far as it is compared.
#[derive(Clone, Copy)]
struct Entry {
    key: Key,
    row: u32,
    /// A hash of its text. Within a file it is only compared with that of records of the same key. Among the contacts of
    /// a list it stands alone: that one of the largest file is taken for one of 200,000 contacts has odds of 2⁻²⁴.
    text: u64,
}

/// A hash of the texts of the compared cells, eight bytes at a time.
///
/// Each step can be undone, so two writings of one number that differ in eight neighbouring bytes only are never taken for
/// equal; others are with odds of 2⁻⁶⁴.
#[derive(Clone, Copy)]
struct TextHash(u64);

impl TextHash {
    #[inline]
    fn add(&mut self, cell: &[u8]) {
        // The length keeps ("ab", "c") and ("a", "bc") apart.
        self.word(cell.len() as u64);
        let (words, rest) = cell.as_chunks::<8>();
        for word in words {
            self.word(u64::from_le_bytes(*word));
        }
        if !rest.is_empty() {
            self.word(rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)));
        }
    }

    #[inline]
    fn word(&mut self, word: u64) {
        self.0 = spread(self.0 ^ word);
    }
}

/// A record whose key came before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Again {
    pub(super) row: u32,
    pub(super) of: Of,
}

/// What came before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// The same text, first in this record.
    Text(u32),
    /// The same number, first in this record, and in none so written.
    Number(u32),
}

/// Bits of a key that say to which pile it belongs.
const PILE_BITS: u32 = 8;

/// The compared fields of every record that goes.
pub(super) struct Seen {
    is_single: bool,
    piles: Vec<Vec<Entry>>,
    compared: Compared,
}

/// What is compared of the present record.
struct Compared {
    text: TextHash,
    key: WideHasher,
    single: Option<Identity>,
    fields: usize,
    has_blank: bool,
}

impl Seen {
    /// Compares by the fields of `rule`, all of them bound, among about this many records.
    pub(super) fn new(rule: &DuplicateRule, records: u64) -> Self {
        let records = if rule.is_empty() { 0 } else { usize::try_from(records).unwrap_or_default() };
        // Piles differ by chance; a sixteenth more is room for nearly all of them.
        let each = (records >> PILE_BITS) * 17 / 16;
        Self {
            is_single: rule.fields().len() == 1,
            piles: (0..1 << PILE_BITS).map(|_| Vec::with_capacity(each)).collect(),
            compared: Compared {
                text: TextHash(0),
                key: WideHasher::new(),
                single: None,
                fields: 0,
                has_blank: false,
            },
        }
    }

    /// Begins a record.
    #[inline]
    pub(super) fn begin(&mut self) {
        self.compared.fields = 0;
        self.compared.has_blank = false;
    }

    /// Takes account of the cell of a compared field.
    #[inline]
    pub(super) fn compare(&mut self, cell: &Cell<'_>) {
        let compared = &mut self.compared;
        if compared.fields == 0 {
            compared.text = TextHash(0);
            if !self.is_single || cell.number.is_none() {
                compared.key = WideHasher::new();
            }
        }
        compared.fields += 1;
        compared.has_blank |= cell.is_blank();
        compared.text.add(&cell.bytes);
        compared.single = cell.number.filter(|_| self.is_single);
        if compared.single.is_some() {
            return;
        }
        if let Some(number) = cell.number {
            compared.key.write_u8(1);
            compared.key.write_u64(number.key());
        } else {
            compared.key.write_u8(0);
            compared.key.write_usize(cell.bytes.len());
            compared.key.write(&cell.bytes);
        }
    }

    /// Whether the present record has a blank among what is compared: such a record repeats nothing.
    #[inline]
    pub(super) fn is_blank(&self) -> bool {
        self.compared.fields > 0 && self.compared.has_blank
    }

    /// What stands for what is compared of the present record, and a hash of its text; none where nothing is compared.
    #[inline]
    pub(super) fn present(&self) -> Option<(Key, u64)> {
        let compared = &self.compared;
        if compared.fields == 0 || compared.has_blank {
            return None;
        }
        let key = if let Some(number) = compared.single {
            Key::of_number(number)
        } else {
            let (low, high) = compared.key.finish128().as_u64();
            Key::of_hash(low, high)
        };
        Some((key, compared.text.0))
    }

    /// Keeps the record whose cells were compared.
    #[inline]
    pub(super) fn keep(&mut self, row: u32, (key, text): (Key, u64)) {
        let pile = usize::try_from(key.spread() >> (u64::BITS - PILE_BITS)).unwrap_or_default();
        if let Some(pile) = self.piles.get_mut(pile) {
            pile.push(Entry { key, row, text });
        }
    }

    /// The records that came before, in order.
    pub(super) fn again(self) -> Vec<Again> {
        let mut found = Vec::new();
        let mut by_key = Table::default();
        let mut by_text = Table::default();
        for pile in self.piles {
            by_key.clear(pile.len());
            by_text.clear(0);
            for (place, entry) in pile.iter().enumerate() {
                let hash = entry.key.spread();
                let Some(first) =
                    by_key.first(hash, place, |other| is(&pile, other, |other| other.key == entry.key))
                else {
                    continue;
                };
                if first.text == entry.text {
                    found.push(Again { row: entry.row, of: Of::Text(first.row) });
                    continue;
                }
                by_text.make_room(pile.len());
                let same = |other: &Entry| other.key == entry.key && other.text == entry.text;
                let of = match by_text.first(hash ^ entry.text, place, |other| is(&pile, other, same)) {
                    Some(earlier) => Of::Text(earlier.row),
                    None => Of::Number(first.row),
                };
                found.push(Again { row: entry.row, of });
            }
        }
        found.sort_unstable_by_key(|again| again.row);
        found
    }

    /// Bytes that are held.
    pub(super) fn bytes(&self) -> usize {
        self.piles.iter().map(|pile| pile.capacity() * size_of::<Entry>()).sum()
    }
}

/// The entry at a place of its pile, where it is the same.
fn is(pile: &[Entry], place: u32, same: impl Fn(&Entry) -> bool) -> Option<Entry> {
    pile.get(place as usize).copied().filter(same)
}

/// Places of a pile by hashes, open addressed, at most half full.
#[derive(Default)]
struct Table {
    /// A place and 1, so that 0 is a free slot.
    slots: Vec<u32>,
}

impl Table {
    /// Makes it empty, with room for so many.
    fn clear(&mut self, entries: usize) {
        self.slots.clear();
        if entries > 0 {
            self.slots.resize((entries * 2).next_power_of_two(), 0);
        }
    }

    /// Makes room for so many where there is none yet.
    fn make_room(&mut self, entries: usize) {
        if self.slots.is_empty() {
            self.clear(entries);
        }
    }

    /// The first that is the same, as `same` answers; where there is none, this place is remembered as the first.
    #[inline]
    fn first<T>(&mut self, hash: u64, place: usize, same: impl Fn(u32) -> Option<T>) -> Option<T> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = usize::try_from(hash & u64::from(u32::MAX)).unwrap_or_default() & mask;
        while let Some(slot) = self.slots.get_mut(at) {
            let Some(other) = slot.checked_sub(1) else {
                *slot = u32::try_from(place).map_or(0, |place| place + 1);
                return None;
            };
            if let Some(found) = same(other) {
                return Some(found);
            }
            at = (at + 1) & mask;
        }
        None
    }
}
