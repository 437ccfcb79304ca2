//! How well the values of a column fit its field.

use dialdesk_core::import::{Proposal, Reason};

use crate::text::Count;

/// Figures of a column, and why it was proposed.
pub(crate) struct Fit {
    pub(crate) numbers: fn(&str) -> String,
    pub(crate) addresses: fn(&str) -> String,
    /// Takes what fits and how many rows were looked at.
    pub(crate) of_the_first: fn(&str, &Count) -> String,
    pub(crate) choices: fn(&str) -> String,
    pub(crate) unused: fn(&str, &str) -> String,
    by_name: fn(u8) -> String,
    by_label: &'static str,
    by_values: fn(u8) -> String,
}

impl Fit {
    /// Why a column was proposed, and how sure that is.
    pub(crate) fn reason(&self, made: Proposal) -> String {
        match made.reason {
            Reason::Name => (self.by_name)(made.strength.percent()),
            Reason::Label => self.by_label.to_owned(),
            Reason::Values => (self.by_values)(made.strength.percent()),
        }
    }
}

pub(super) const EN: Fit = Fit {
    numbers: |percent| format!("{percent} have the digits of a phone number"),
    addresses: |percent| format!("{percent} look like email addresses"),
    of_the_first: |said, rows| format!("{said}, of the first {}", rows.of("row", "rows")),
    choices: |choices| format!("Choices: {choices}"),
    unused: |column, sample| format!("{column} (“{sample}”)"),
    by_name: |percent| format!("by its name, {percent}% sure"),
    by_label: "by the field’s label",
    by_values: |percent| format!("{percent}% of its values fit"),
};

pub(super) const IT: Fit = Fit {
    numbers: |percent| format!("cifre di un numero di telefono: {percent}"),
    addresses: |percent| format!("{percent} sembrano indirizzi email"),
    of_the_first: |said, rows| format!("{said}, nelle prime {}", rows.of("riga", "righe")),
    choices: |choices| format!("Scelte: {choices}"),
    unused: |column, sample| format!("{column} («{sample}»)"),
    by_name: |percent| format!("dal nome, certezza {percent}%"),
    by_label: "dall’etichetta del campo",
    by_values: |percent| format!("valori adatti: {percent}%"),
};
