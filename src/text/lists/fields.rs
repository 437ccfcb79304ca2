//! The custom fields of a list.

use dialdesk_core::contact::CustomKind;

/// The custom fields of a list.
pub(crate) struct Fields {
    pub(crate) caption: &'static str,
    pub(crate) label: &'static str,
    pub(crate) number: &'static str,
    pub(crate) key: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) choices: &'static str,
    pub(crate) required: &'static str,
    pub(crate) scope: &'static str,
    pub(crate) global: &'static str,
    pub(crate) own: &'static str,
    pub(crate) unknown: &'static str,
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
    pub(crate) none: &'static str,
    pub(crate) none_hint: &'static str,
    pub(crate) failed: &'static str,
    pub(crate) failed_hint: &'static str,
    pub(crate) text: &'static str,
    pub(crate) select: &'static str,
    pub(crate) whole: &'static str,
    pub(crate) switch: &'static str,
    pub(crate) moment: &'static str,
    pub(crate) url: &'static str,
    pub(crate) other: fn(&str) -> String,
}

impl Fields {
    /// The name of a type.
    pub(crate) fn kind(&self, kind: &CustomKind) -> String {
        match kind {
            CustomKind::Text => self.text.to_owned(),
            CustomKind::Select(_) => self.select.to_owned(),
            CustomKind::Number => self.whole.to_owned(),
            CustomKind::Switch => self.switch.to_owned(),
            CustomKind::DateTime => self.moment.to_owned(),
            CustomKind::Url => self.url.to_owned(),
            CustomKind::Other(name) => (self.other)(name),
        }
    }
}

pub(super) const EN: Fields = Fields {
    caption: "Custom fields of the list",
    label: "Label",
    number: "ID",
    key: "Key",
    kind: "Type",
    choices: "Choices",
    required: "Required",
    scope: "Belongs to",
    global: "every list",
    own: "this list",
    unknown: "not told",
    yes: "Yes",
    no: "No",
    none: "No custom fields",
    none_hint: "Neither this list nor all lists together have fields of their own. They are made on the server.",
    failed: "The custom fields of the list cannot be shown",
    failed_hint: "Contacts can be added all the same: the forms take a custom field by its number.",
    text: "Text",
    select: "Choice",
    whole: "Whole number",
    switch: "Yes or no",
    moment: "Date and time",
    url: "Web address",
    other: |name| format!("{name}, treated as text"),
};

pub(super) const IT: Fields = Fields {
    caption: "Campi personalizzati della lista",
    label: "Etichetta",
    number: "ID",
    key: "Chiave",
    kind: "Tipo",
    choices: "Scelte",
    required: "Obbligatorio",
    scope: "Appartiene a",
    global: "tutte le liste",
    own: "questa lista",
    unknown: "non detto",
    yes: "Sì",
    no: "No",
    none: "Nessun campo personalizzato",
    none_hint: "Né questa lista né tutte le liste insieme hanno campi propri. Si creano sul server.",
    failed: "I campi personalizzati della lista non possono essere mostrati",
    failed_hint: "I contatti si possono aggiungere lo stesso: i moduli accettano un campo personalizzato tramite il suo numero.",
    text: "Testo",
    select: "Scelta",
    whole: "Numero intero",
    switch: "Sì o no",
    moment: "Data e ora",
    url: "Indirizzo web",
    other: |name| format!("{name}, trattato come testo"),
};
