//! Which records repeat an earlier one, as the server will judge it, and which only the person who is called will notice.
//!
//! Text is compared exactly; a record with a blank value in one of the fields never repeats; with several fields all must
//! be equal (the documented page does not say: an assumption, named as one wherever a count is shown); the first stays.
//! Numbers are compared as what they dial, however they are written.

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
