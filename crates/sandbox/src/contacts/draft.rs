//! A contact that is being made or changed: every value checked, none stored yet.

use serde_json::{Map, Value};

use super::standard::{DEFAULT_PRIORITY, STANDARD, StandardField};
use crate::answer::Violation;
use crate::body::Keys;
use crate::fields::CustomField;

/// A field that a contact can have.
#[derive(Debug, Clone)]
pub(crate) enum ContactField {
    Standard(&'static StandardField),
    Custom(CustomField),
}

/// The values of a contact, in the form in which they are stored.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    /// One value for each of [`STANDARD`].
    pub(crate) standard: Vec<Value>,
    pub(crate) custom: Map<String, Value>,
}

impl ContactField {
    /// The field of a list's contacts that has a key.
    pub(crate) fn find(key: &str, list: i64, custom: &[CustomField]) -> Option<Self> {
        super::standard::find(key).map(Self::Standard).or_else(|| {
            custom.iter().find(|field| field.is_of(list) && field.key() == key).cloned().map(Self::Custom)
        })
    }

    /// What is stored of the text of a file's cell.
    pub(crate) fn check_text(&self, text: &str) -> Result<Value, Violation> {
        match self {
            Self::Standard(field) => field.check_text(text),
            Self::Custom(field) => field.check_text(text),
        }
    }
}

impl Draft {
    /// A contact without any value but the defaults.
    pub(crate) fn blank() -> Self {
        let standard = STANDARD
            .iter()
            .map(|field| if field.name == "priority" { DEFAULT_PRIORITY.into() } else { Value::Null })
            .collect();
        Self { standard, custom: Map::new() }
    }

    /// Puts a checked value in its place.
    pub(crate) fn set(&mut self, field: &ContactField, value: Value) {
        match field {
            ContactField::Standard(field) => self.set_standard(field, value),
            ContactField::Custom(field) => {
                self.custom.insert(field.key(), value);
            }
        }
    }

    fn set_standard(&mut self, field: &StandardField, value: Value) {
        let places = STANDARD.iter().zip(&mut self.standard);
        for (_, place) in places.filter(|(standard, _)| standard.name == field.name) {
            place.clone_from(&value);
        }
    }
}

/// Takes the keys of a new contact. Without a list there are no custom fields to know of but the global ones; the
/// request is refused in any case then.
pub(crate) fn take(keys: &mut Keys, list: Option<i64>, custom: &[CustomField]) -> Draft {
    let draft = take_changes(keys, Draft::blank(), list.unwrap_or_default(), custom);
    if draft.standard.first().is_none_or(Value::is_null) && !keys.has_violation("firstName") {
        keys.refuse(Violation::missing("firstName"));
    }
    draft
}

/// Takes the keys that are given over the values that are there.
pub(crate) fn take_changes(keys: &mut Keys, mut draft: Draft, list: i64, custom: &[CustomField]) -> Draft {
    for field in &STANDARD {
        match keys.take(field.name).map(|value| field.check_json(value)) {
            None => {}
            Some(Ok(value)) => draft.set_standard(field, value),
            Some(Err(violation)) => keys.refuse(violation),
        }
    }
    for field in custom.iter().filter(|field| field.is_of(list)) {
        match keys.take(&field.key()).map(|value| field.check_json(value)) {
            None => {}
            Some(Ok(value)) => {
                draft.custom.insert(field.key(), value);
            }
            Some(Err(violation)) => keys.refuse(violation),
        }
    }
    draft
}
