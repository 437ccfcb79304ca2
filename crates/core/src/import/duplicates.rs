//! Which records repeat an earlier one, as the server will judge it, and which only the person who is called will notice.
//!
//! Text is compared exactly; a record with a blank value in one of the fields never repeats; with several fields all must
//! be equal (the documented page does not say: an assumption, named as one wherever a count is shown); the first stays.
//! Numbers are compared as what they dial, however they are written.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

use siphasher::sip::SipHasher13;
use siphasher::sip128::{Hasher128 as _, SipHasher13 as WideHasher};

use super::Binding;
use super::rules::Cell;
use crate::contact::ContactField;
use crate::phone::Identity;

/// The fields that are compared; none of them means that nothing is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DuplicateRule(Vec<ContactField>);

impl DuplicateRule {
    /// A rule over these fields, in this order, each once.
    pub fn new(fields: impl IntoIterator<Item = ContactField>) -> Self {
        let mut kept = Vec::new();
        for field in fields {
            if !kept.contains(&field) {
                kept.push(field);
            }
        }
        Self(kept)
    }

    /// The fields in order.
    pub fn fields(&self) -> &[ContactField] {
        &self.0
    }

    /// The rule as far as its fields are bound: what is compared, and what the request names.
    #[must_use]
    pub fn bound(&self, binding: &Binding) -> Self {
        Self(self.0.iter().copied().filter(|field| binding.column(*field).is_some()).collect())
    }

    /// Whether nothing is compared.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether `field` is compared.
    pub fn has(&self, field: ContactField) -> bool {
        self.0.contains(&field)
    }

    /// The rule with `field` compared or not.
    #[must_use]
    pub fn with(&self, field: ContactField, compared: bool) -> Self {
        let others = self.0.iter().copied().filter(|other| *other != field);
        Self::new(others.chain(compared.then_some(field)))
    }
}

/// What stands for the compared fields of a record.
///
/// A single number stands for itself: 64 bits hold it whole, and two that differ are never equal. Everything else is a
/// hash of 96 bits: among n records two different ones are taken for equal with odds of n²/2⁹⁷, which is 10⁻¹⁶ for four
/// million. (A hash of 64 bits that was tried, `FxHash`, took 16 of 500,000 numbers for repeats.)
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key([u32; 3]);

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
}

fn halves(n: u64) -> (u32, u32) {
    #[expect(clippy::cast_possible_truncation, reason = "halves")]
    (n as u32, (n >> 32) as u32)
}

/// The parts of a key come in as they are; mixing them is enough for the table.
impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let [low, high, wide] = self.0.map(u64::from);
        state.write_u64(low | high << 32 ^ wide << 16);
    }
}

/// Spreads numbers that differ in a few digits over the whole table.
#[derive(Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    #[inline]
    fn write_u64(&mut self, n: u64) {
        // The odd number is 2⁶⁴ divided by the golden ratio; its high half has seen every bit.
        let product = (self.0 ^ n).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = product ^ (product >> 32);
    }
}

/// How a record stands to the earlier ones that go.
pub(super) enum Standing {
    /// It repeats none.
    Alone,
    /// It has the text of this one.
    SameText { first: u32 },
    /// It has the number of this one, written differently.
    SameNumber { first: u32 },
}

/// The records seen so far.
///
/// Each that is the first of its number has a key in a table. The text of a record is only compared with that of
/// records of the same number, so 64 bits of it are enough: two texts of one number are taken for equal with odds of
/// 2⁻⁶⁴.
pub(super) struct Seen {
    is_single: bool,
    firsts: HashMap<Key, u32, BuildHasherDefault<Spread>>,
    /// The hash of the text of each record; 0 for those that are not compared.
    texts: Vec<u64>,
    /// Records that write a number differently than the first one that has it.
    variants: HashMap<(Key, u64), u32>,
    compared: Compared,
}

/// What is compared of the present record.
struct Compared {
    text: SipHasher13,
    key: WideHasher,
    single: Option<Identity>,
    fields: usize,
    has_blank: bool,
    last: Option<Key>,
}

impl Compared {
    fn new() -> Self {
        Self {
            text: SipHasher13::new(),
            key: WideHasher::new(),
            single: None,
            fields: 0,
            has_blank: false,
            last: None,
        }
    }
}

impl Seen {
    /// Compares by the fields of `rule`, all of them bound, among about this many records.
    pub(super) fn new(rule: &DuplicateRule, records: u64) -> Self {
        let records = if rule.is_empty() { 0 } else { usize::try_from(records).unwrap_or_default() };
        Self {
            is_single: rule.fields().len() == 1,
            firsts: HashMap::with_capacity_and_hasher(records, BuildHasherDefault::default()),
            texts: Vec::with_capacity(records),
            variants: HashMap::new(),
            compared: Compared::new(),
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
            compared.text = SipHasher13::new();
            if !self.is_single {
                compared.key = WideHasher::new();
            }
        }
        compared.fields += 1;
        compared.has_blank |= cell.is_blank();
        // The length keeps ("ab", "c") and ("a", "bc") apart.
        compared.text.write_usize(cell.bytes.len());
        compared.text.write(&cell.bytes);
        compared.single = cell.number;
        if self.is_single && cell.number.is_some() {
            return;
        }
        if self.is_single {
            compared.key = WideHasher::new();
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

    /// How the record stands whose cells were compared. It is remembered.
    #[inline]
    pub(super) fn standing(&mut self, row: u32) -> Standing {
        if self.compared.fields == 0 || self.compared.has_blank {
            return Standing::Alone;
        }
        let text = self.compared.text.finish();
        let key = match self.compared.single {
            Some(number) if self.is_single => Key::of_number(number),
            Some(_) | None => {
                let (low, high) = self.compared.key.finish128().as_u64();
                Key::of_hash(low, high)
            }
        };
        self.compared.last = Some(key);
        self.texts.resize(row as usize, 0);
        self.texts.push(text);
        let first = *self.firsts.entry(key).or_insert(row);
        if first == row {
            return Standing::Alone;
        }
        if self.texts.get(first as usize) == Some(&text) {
            return Standing::SameText { first };
        }
        let variant = *self.variants.entry((key, text)).or_insert(row);
        if variant == row { Standing::SameNumber { first } } else { Standing::SameText { first: variant } }
    }

    /// Lets the record that was just compared stand for its number from now on.
    pub(super) fn hand_over(&mut self, row: u32) {
        let Some(key) = self.compared.last else { return };
        if let Some(before) = self.firsts.insert(key, row)
            && let Some(text) = self.texts.get(before as usize)
        {
            // Its text is still the first of its kind: the server would drop a later one.
            self.variants.insert((key, *text), before);
        }
    }

    /// Bytes that are held.
    pub(super) fn bytes(&self) -> usize {
        let slot = size_of::<(Key, u32)>() + 1;
        let variant = size_of::<((Key, u64), u32)>() + 1;
        self.firsts.capacity() * 8 / 7 * slot
            + self.variants.capacity() * 8 / 7 * variant
            + self.texts.capacity() * size_of::<u64>()
    }
}
