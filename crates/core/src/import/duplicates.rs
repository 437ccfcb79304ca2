//! Which rows repeat an earlier one, as the server will judge it.
//!
//! Text is compared exactly; a row with a blank value in one of the fields never repeats; with several fields all must
//! be equal (the documented page does not say: an assumption, named as one wherever a count is shown); the first stays.

use std::collections::HashMap;
use std::hash::Hasher as _;

use siphasher::sip128::{Hasher128 as _, SipHasher13};

use super::Binding;
use crate::contact::ContactField;

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

/// The rows seen so far, one hash of 128 bits each.
///
/// Two different texts get the same hash with odds of n²/2¹²⁹ among n rows: about 10⁻²⁷ for a million. A hash of 64
/// bits that was tried (`FxHash`) called 16 of 500,000 numbers repeats wrongly.
#[derive(Default)]
pub(super) struct Seen(HashMap<[u64; 2], Origin>);

/// The row that had a text first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Origin {
    pub(super) number: u32,
    pub(super) line: u32,
}

impl Seen {
    /// The earlier row with the same values, else `None`, and the row is remembered.
    ///
    /// `values` are the cells of the compared fields in order; with no field or a blank value nothing is compared.
    pub(super) fn earlier<'a>(
        &mut self,
        values: impl Iterator<Item = &'a str>,
        row: Origin,
    ) -> Option<Origin> {
        let mut hasher = SipHasher13::new();
        let mut any = false;
        for value in values {
            if is_blank(value) {
                return None;
            }
            any = true;
            // The length keeps ("ab", "c") and ("a", "bc") apart.
            hasher.write_u64(value.len() as u64);
            hasher.write(value.as_bytes());
        }
        if !any {
            return None;
        }
        let (high, low) = hasher.finish128().as_u64();
        match self.0.entry([high, low]) {
            std::collections::hash_map::Entry::Occupied(first) => Some(*first.get()),
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(row);
                None
            }
        }
    }
}

/// Whether a cell counts as having no value: empty, or white space only.
pub(super) fn is_blank(cell: &str) -> bool {
    cell.trim().is_empty()
}
