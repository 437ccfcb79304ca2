//! Which country numbers are from, and how they are sent.

use dialdesk_core::phone::PhoneForm;

use crate::text::Count;

/// Country and form of numbers.
pub(crate) struct Numbers {
    pub(crate) title: &'static str,
    pub(crate) country: &'static str,
    pub(crate) country_hint: &'static str,
    pub(crate) no_country: &'static str,
    pub(crate) form: &'static str,
    pub(crate) needs_country: &'static str,
    pub(crate) unchanged: &'static str,
    pub(crate) examples: &'static str,
    /// Takes a text of the file and what is sent instead.
    pub(crate) becomes: fn(&str, &str) -> String,
    as_written: &'static str,
    e164: &'static str,
    digits: &'static str,
    national: &'static str,
    to_as_written: fn(&Count) -> String,
    to_e164: fn(&Count) -> String,
    to_digits: fn(&Count) -> String,
    to_national: fn(&Count) -> String,
}

impl Numbers {
    /// A form as a choice.
    pub(crate) fn form_name(&self, form: PhoneForm) -> &'static str {
        match form {
            PhoneForm::AsWritten => self.as_written,
            PhoneForm::E164 => self.e164,
            PhoneForm::Digits => self.digits,
            PhoneForm::National => self.national,
        }
    }

    /// What is done to so many numbers.
    pub(crate) fn rewritten(&self, form: PhoneForm, n: &Count) -> String {
        match form {
            PhoneForm::AsWritten => (self.to_as_written)(n),
            PhoneForm::E164 => (self.to_e164)(n),
            PhoneForm::Digits => (self.to_digits)(n),
            PhoneForm::National => (self.to_national)(n),
        }
    }
}

pub(super) const EN: Numbers = Numbers {
    title: "Numbers",
    country: "Numbers without a country code are from",
    country_hint: "It tells which zeros and pluses are missing, and which numbers are the same, written differently. Remembered in this browser.",
    no_country: "Not chosen",
    form: "Numbers are sent",
    needs_country: "No country is chosen: only numbers that begin with + or 00 can be written anew.",
    unchanged: "Every number is sent as the file has it.",
    examples: "For example:",
    becomes: |text, sent| format!("{text} becomes {sent}"),
    as_written: "as the file has them",
    e164: "with plus and country code (+39…)",
    digits: "with country code, digits only (39…)",
    national: "as they are dialled inside the country",
    to_as_written: |n| {
        format!(
            "{} otherwise than in the file: repaired, or without an apostrophe in front.",
            n.of("number is sent", "numbers are sent")
        )
    },
    to_e164: |n| format!("{} written anew, with plus and country code.", n.of("number is", "numbers are")),
    to_digits: |n| {
        format!("{} written anew, with country code and digits only.", n.of("number is", "numbers are"))
    },
    to_national: |n| {
        format!("{} written anew, as dialled inside the country.", n.of("number is", "numbers are"))
    },
};

pub(super) const IT: Numbers = Numbers {
    title: "Numeri",
    country: "I numeri senza prefisso internazionale sono di",
    country_hint: "Dice quali zeri e quali segni + mancano, e quali numeri sono gli stessi, scritti in un altro modo. Resta ricordato in questo browser.",
    no_country: "Non scelto",
    form: "I numeri vengono inviati",
    needs_country: "Nessun paese scelto: si possono riscrivere solo i numeri che iniziano con + o 00.",
    unchanged: "Ogni numero viene inviato come sta nel file.",
    examples: "Per esempio:",
    becomes: |text, sent| format!("{text} diventa {sent}"),
    as_written: "come stanno nel file",
    e164: "con il più e il prefisso internazionale (+39…)",
    digits: "con il prefisso internazionale, solo cifre (39…)",
    national: "come si compongono nel paese",
    to_as_written: |n| {
        format!(
            "{} in modo diverso dal file: con una correzione, o senza l’apostrofo davanti.",
            n.of("numero viene inviato", "numeri vengono inviati")
        )
    },
    to_e164: |n| {
        format!(
            "{} con il più e il prefisso internazionale.",
            n.of("numero viene riscritto", "numeri vengono riscritti")
        )
    },
    to_digits: |n| {
        format!(
            "{} con il prefisso internazionale e solo cifre.",
            n.of("numero viene riscritto", "numeri vengono riscritti")
        )
    },
    to_national: |n| {
        format!(
            "{} nel paese.",
            n.of("numero viene riscritto come si compone", "numeri vengono riscritti come si compongono")
        )
    },
};
