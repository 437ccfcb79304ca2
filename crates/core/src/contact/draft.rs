//! A contact as typed, and what can be sent of it.

use super::ContactId;
use super::field::ContactField;
use super::shape::{FieldValue, OfferedField, Shape};
use super::stored::StoredContact;
use crate::phone::looks_like_number;
use crate::problem::Problem;

/// What is found in a field of a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactProblem {
    /// It must be there.
    Missing,
    /// Longer than [`super::TEXT_MAX`] characters.
    TooLong {
        /// How many it has.
        characters: usize,
    },
    /// Not a whole number within these limits.
    NotWhole {
        /// The smallest.
        min: i64,
        /// The largest.
        max: i64,
    },
    /// Not a date and time.
    NotMoment,
    /// Not among the choices of the field.
    NotChoice,
    /// Neither yes nor no.
    NotSwitch,
    /// Without a phone number nobody can be called.
    NoPhone,
    /// It does not read like one phone number.
    PhoneUnlikely,
    /// A contact of the list that is on screen has the same phone text.
    PhoneTaken {
        /// That contact.
        by: ContactId,
    },
    /// An earlier row of the grid has the same phone text.
    PhoneTwice {
        /// The row, from 1.
        row: usize,
    },
    /// A web address that does not begin with `https://`.
    NotHttps,
    /// What the server found wrong, in its own words.
    Server(String),
}

/// A finding at a field.
pub type ContactFinding = Problem<ContactField, ContactProblem>;

/// A contact as typed: a text for each field, exactly as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactDraft(Vec<(ContactField, String)>);

/// A contact that can be sent: checked values in the order in which they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewContact(Vec<(ContactField, FieldValue)>);

impl NewContact {
    /// The values.
    pub fn values(&self) -> &[(ContactField, FieldValue)] {
        &self.0
    }
}

impl ContactDraft {
    /// The texts of a form that shows a contact of the server.
    pub fn of(stored: &StoredContact, fields: &[OfferedField]) -> Self {
        let mut draft = Self::default();
        draft.fill(stored, fields);
        draft
    }

    /// Adds the texts of fields that it did not have before: they may become known after the contact.
    pub fn fill(&mut self, stored: &StoredContact, fields: &[OfferedField]) {
        for offered in fields {
            if self.get(offered.field).is_none() {
                self.0.push((offered.field, offered.shape.shown(stored.text(offered.field))));
            }
        }
    }

    /// What is typed into a field; none for one that the form never had.
    pub(super) fn get(&self, field: ContactField) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == field).map(|(_, text)| text.as_str())
    }

    /// What is typed into a field.
    pub fn text(&self, field: ContactField) -> &str {
        self.get(field).unwrap_or_default()
    }

    /// Types `text` into a field.
    pub fn set(&mut self, field: ContactField, text: String) {
        match self.0.iter_mut().find(|(known, _)| *known == field) {
            Some((_, known)) => *known = text,
            None => self.0.push((field, text)),
        }
    }

    /// Empties every field that still holds what was `sent`; what was typed since stays.
    pub fn take_out(&mut self, sent: &Self) {
        self.0.retain(|(field, text)| text != sent.text(*field));
    }

    /// The texts of the contact as it is `now`, with what was typed here since they were `before`.
    #[must_use]
    pub fn since(&self, before: &Self, now: &StoredContact, fields: &[OfferedField]) -> Self {
        let mut since = Self::of(now, fields);
        for offered in fields {
            let mine = self.get(offered.field);
            if let Some(mine) = mine.filter(|mine| *mine != before.text(offered.field)) {
                since.set(offered.field, mine.to_owned());
            }
        }
        since
    }

    /// Whether both hold the same texts. A field that was emptied again is as one that was never filled.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let is_in = |one: &Self, other: &Self| one.0.iter().all(|(field, text)| text == other.text(*field));
        is_in(self, other) && is_in(other, self)
    }

    /// Whether nothing is typed into any of `fields`.
    pub fn is_blank_in(&self, fields: &[ContactField]) -> bool {
        fields.iter().all(|field| self.text(*field).trim().is_empty())
    }

    /// Whether nothing is typed at all.
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|(_, text)| text.trim().is_empty())
    }

    /// Turns what was typed into what can be sent; blank fields are left out.
    ///
    /// # Errors
    /// All that stands against it, in the order of the fields.
    pub fn parse(&self, fields: &[OfferedField]) -> Result<NewContact, Vec<ContactFinding>> {
        let (mut values, mut found) = (Vec::new(), Vec::new());
        for offered in fields {
            match offered.shape.read(self.text(offered.field)) {
                Ok(Some(value)) => values.push((offered.field, value)),
                // A switch that nobody has touched is off on the server.
                Ok(None) if offered.is_required && offered.shape != Shape::Switch => {
                    found.push(Problem::error(offered.field, ContactProblem::Missing));
                }
                Ok(None) => {}
                Err(problem) => found.push(Problem::error(offered.field, problem)),
            }
        }
        if found.is_empty() { Ok(NewContact(values)) } else { Err(found) }
    }

    /// What is worth a second look and stops nobody. `known` are the contacts on screen with their phone texts.
    pub fn cautions<'a>(
        &self,
        fields: &[OfferedField],
        known: impl IntoIterator<Item = (ContactId, &'a str)>,
    ) -> Vec<ContactFinding> {
        let phone = self.text(ContactField::Phone);
        let mut found = Vec::new();
        if phone.trim().is_empty() {
            found.push(Problem::warning(ContactField::Phone, ContactProblem::NoPhone));
        } else {
            if !looks_like_number(phone) {
                found.push(Problem::warning(ContactField::Phone, ContactProblem::PhoneUnlikely));
            }
            let taken = known.into_iter().find(|(_, text)| text.trim() == phone.trim());
            let taken = taken.map(|(by, _)| ContactProblem::PhoneTaken { by });
            found.extend(taken.map(|taken| Problem::warning(ContactField::Phone, taken)));
        }
        for offered in fields.iter().filter(|offered| offered.shape == Shape::Link) {
            let text = self.text(offered.field).trim();
            if !text.is_empty() && !text.starts_with("https://") {
                found.push(Problem::warning(offered.field, ContactProblem::NotHttps));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::{CustomField, CustomKind, offered};
    use super::*;

    fn custom(id: u64, kind: CustomKind) -> CustomField {
        CustomField::new(crate::id::Id::new(id).unwrap(), "x", kind)
    }

    fn draft(texts: &[(&str, &str)]) -> ContactDraft {
        let mut draft = ContactDraft::default();
        for (name, text) in texts {
            draft.set(ContactField::from_api_name(name).unwrap(), (*text).to_owned());
        }
        draft
    }

    #[test]
    fn values_come_in_the_order_of_the_fields_and_blanks_are_absent() {
        let fields = offered(&[custom(1, CustomKind::Text), custom(7, CustomKind::Number)]);
        let draft = draft(&[("cf_7", " 12 "), ("phone", " 0444"), ("email", "  "), ("firstName", "John")]);
        let new = draft.parse(&fields).unwrap();
        let values: Vec<(String, FieldValue)> =
            new.values().iter().map(|(field, value)| (field.to_string(), value.clone())).collect();
        assert_eq!(
            values,
            [
                ("firstName".to_owned(), FieldValue::Text("John".into())),
                ("phone".to_owned(), FieldValue::Text(" 0444".into())),
                ("cf_7".to_owned(), FieldValue::Whole(12)),
            ]
        );
    }

    #[test]
    fn what_was_sent_is_taken_out_and_what_was_typed_since_stays() {
        let sent = draft(&[("firstName", "Ida"), ("phone", "0444"), ("cf_7", "12")]);
        let mut now = sent.clone();
        now.take_out(&sent);
        assert!(now.is_blank());
        let mut now =
            draft(&[("firstName", "Ida"), ("phone", "04449"), ("lastName", "Rossi"), ("cf_7", "12")]);
        now.take_out(&sent);
        let phone = ContactField::Phone;
        assert_eq!((now.text(ContactField::FirstName), now.text(phone)), ("", "04449"));
        assert_eq!((now.text(ContactField::LastName), now.get(phone)), ("Rossi", Some("04449")));
        assert!(now.is_like(&draft(&[("lastName", "Rossi"), ("email", ""), ("phone", "04449")])));
    }

    #[test]
    fn what_must_be_there_and_what_is_wrong_is_found_at_its_field() {
        let mut day = custom(5, CustomKind::Select(vec!["Friday".into()]));
        day.is_required = true;
        let fields = offered(&[day, custom(9, CustomKind::Switch)]);
        let found = draft(&[("firstName", " "), ("priority", "0"), ("cf_9", "maybe")]).parse(&fields);
        let at: Vec<(String, ContactProblem)> =
            found.unwrap_err().into_iter().map(|found| (found.at.to_string(), found.kind)).collect();
        assert_eq!(
            at,
            [
                ("firstName".to_owned(), ContactProblem::Missing),
                ("priority".to_owned(), ContactProblem::NotWhole { min: 1, max: 2_147_483_647 }),
                ("cf_5".to_owned(), ContactProblem::Missing),
                ("cf_9".to_owned(), ContactProblem::NotSwitch),
            ]
        );
    }

    #[test]
    fn cautions_never_stop_anybody() {
        let fields = offered(&[custom(2, CustomKind::Url)]);
        let none: [(ContactId, &str); 0] = [];
        let kinds = |draft: &ContactDraft, known: &[(ContactId, &str)]| -> Vec<ContactProblem> {
            draft.cautions(&fields, known.iter().copied()).into_iter().map(|found| found.kind).collect()
        };
        let bare = draft(&[("firstName", "John")]);
        assert!(bare.parse(&fields).is_ok());
        assert_eq!(kinds(&bare, &none), [ContactProblem::NoPhone]);
        let by = ContactId::new(7).unwrap();
        let odd = draft(&[("firstName", "John"), ("phone", "ask at 5"), ("cf_2", "http://example.com")]);
        assert!(odd.parse(&fields).is_ok());
        assert_eq!(
            kinds(&odd, &[(by, " ask at 5")]),
            [ContactProblem::PhoneUnlikely, ContactProblem::PhoneTaken { by }, ContactProblem::NotHttps]
        );
        let good = draft(&[("phone", "+39 333 555 0101"), ("cf_2", "https://example.com")]);
        assert_eq!(kinds(&good, &[(by, "393335550101")]), []);
    }
}
