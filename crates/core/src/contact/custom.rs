//! Custom fields: what an installation adds to its contacts, for all lists or for one.

use crate::id::Id;

/// The server's number for a custom field: the `N` of `cf_N`.
pub type CustomFieldId = Id<CustomField>;

/// What a custom field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CustomKind {
    /// Text.
    Text,
    /// One of these choices.
    Select(Vec<String>),
    /// A whole number of 32 bits.
    Number,
    /// Yes or no.
    Switch,
    /// A date and time.
    DateTime,
    /// A web address that begins with `https://`.
    Url,
    /// A type of this name that is not known here; it is treated as text.
    Other(String),
}

impl CustomKind {
    /// The type that the server calls `name`; a select takes its choices.
    pub fn named(name: &str, choices: Vec<String>) -> Self {
        match name.to_ascii_lowercase().as_str() {
            "text" => Self::Text,
            "select" => Self::Select(choices),
            "number" => Self::Number,
            "switch" => Self::Switch,
            "datetime" => Self::DateTime,
            "url" => Self::Url,
            _ => Self::Other(name.to_owned()),
        }
    }
}

/// Whose field it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Of every list.
    Global,
    /// Of one list.
    List,
    /// The server does not tell.
    Unknown,
}

/// A custom field that a list offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomField {
    /// Its number.
    pub id: CustomFieldId,
    /// What people call it: the server's `alias`, else its `name`.
    pub label: String,
    /// What it holds.
    pub kind: CustomKind,
    /// Whether a contact must have it.
    pub is_required: bool,
    /// Whose it is.
    pub scope: Scope,
}

impl CustomField {
    /// A field that a contact need not have and of which no more is known.
    pub fn new(id: CustomFieldId, label: impl Into<String>, kind: CustomKind) -> Self {
        Self { id, label: label.into(), kind, is_required: false, scope: Scope::Unknown }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_known_by_the_servers_names_and_others_are_kept() {
        assert_eq!(CustomKind::named("Text", Vec::new()), CustomKind::Text);
        assert_eq!(CustomKind::named("DateTime", Vec::new()), CustomKind::DateTime);
        assert_eq!(CustomKind::named("select", vec!["a".into()]), CustomKind::Select(vec!["a".into()]));
        assert_eq!(CustomKind::named("TextArea", Vec::new()), CustomKind::Other("TextArea".into()));
    }
}
