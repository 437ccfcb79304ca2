//! A contact as the server has it, and changes to it.

use super::ContactId;
use super::draft::{ContactDraft, ContactFinding, ContactProblem};
use super::field::ContactField;
use super::shape::{FieldValue, OfferedField};
use crate::problem::Problem;

/// A contact as it was read: the text of every field that holds something.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StoredContact {
    /// Its number.
    pub id: ContactId,
    texts: Vec<(ContactField, String)>,
}

/// The fields that differ, each with its new value; none empties the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactChanges(Vec<(ContactField, Option<FieldValue>)>);

/// A field that two people have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// Which.
    pub field: ContactField,
    /// What it is on the server now, as a form shows it.
    pub now: String,
    /// What was typed here.
    pub mine: String,
}

impl ContactChanges {
    /// The changed fields in the order in which they are written.
    pub fn values(&self) -> &[(ContactField, Option<FieldValue>)] {
        &self.0
    }

    /// Whether nothing has changed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl StoredContact {
    /// A contact with these texts.
    pub fn new(id: ContactId, texts: Vec<(ContactField, String)>) -> Self {
        Self { id, texts }
    }

    /// The text of a field; empty where it holds nothing.
    pub fn text(&self, field: ContactField) -> &str {
        self.texts.iter().find(|(known, _)| *known == field).map_or("", |(_, text)| text)
    }

    /// The fields that hold something.
    pub fn filled(&self) -> impl Iterator<Item = ContactField> + '_ {
        self.texts.iter().filter(|(_, text)| !text.trim().is_empty()).map(|(field, _)| *field)
    }

    /// What people call it: first and last name.
    pub fn name(&self) -> String {
        let (first, last) =
            (self.text(ContactField::FirstName).trim(), self.text(ContactField::LastName).trim());
        [first, last].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Whether `draft` differs from it in a field that the form has.
    pub fn is_changed(&self, draft: &ContactDraft, fields: &[OfferedField]) -> bool {
        let before = ContactDraft::of(self, fields);
        let is_changed =
            |field: ContactField| draft.get(field).is_some_and(|text| text != before.text(field));
        fields.iter().any(|offered| is_changed(offered.field))
    }

    /// What `draft` changes in it. Values that nobody has touched are not judged.
    ///
    /// # Errors
    /// All that stands against it, in the order of the fields.
    pub fn changes(
        &self,
        draft: &ContactDraft,
        fields: &[OfferedField],
    ) -> Result<ContactChanges, Vec<ContactFinding>> {
        let before = ContactDraft::of(self, fields);
        let (mut changes, mut found) = (Vec::new(), Vec::new());
        for offered in fields {
            let field = offered.field;
            // A field that the form never had is as it was.
            let Some(text) = draft.get(field).filter(|text| *text != before.text(field)) else { continue };
            match offered.shape.read(text) {
                Ok(None) if offered.is_required => found.push(Problem::error(field, ContactProblem::Missing)),
                Ok(value) => changes.push((field, value)),
                Err(problem) => found.push(Problem::error(field, problem)),
            }
        }
        if found.is_empty() { Ok(ContactChanges(changes)) } else { Err(found) }
    }

    /// Where `changes`, made to this contact, meet values that somebody else has changed since, as `now` shows.
    pub fn clashes(&self, now: &Self, draft: &ContactDraft, fields: &[OfferedField]) -> Vec<Clash> {
        let (before, theirs) = (ContactDraft::of(self, fields), ContactDraft::of(now, fields));
        let clash = |offered: &OfferedField| {
            let mine = draft.get(offered.field)?;
            let (was, now) = (before.text(offered.field), theirs.text(offered.field));
            (mine != was && now != was && now != mine).then(|| Clash {
                field: offered.field,
                now: now.to_owned(),
                mine: mine.to_owned(),
            })
        };
        fields.iter().filter_map(clash).collect()
    }

    /// `draft`, made over this contact, carried over to the contact as it is `now`: what was typed here stays, all
    /// else is as the other has left it.
    pub fn rebase(&self, now: &Self, draft: &ContactDraft, fields: &[OfferedField]) -> ContactDraft {
        draft.since(&ContactDraft::of(self, fields), now, fields)
    }

    /// The fields of `changes`, which were sent, that it has otherwise.
    pub fn differing(&self, changes: &ContactChanges, fields: &[OfferedField]) -> Vec<ContactField> {
        let is_as_sent = |field: ContactField, sent: &Option<FieldValue>| {
            let shape = fields.iter().find(|offered| offered.field == field).map(|offered| &offered.shape);
            shape.is_some_and(|shape| shape.read(self.text(field)).as_ref() == Ok(sent))
        };
        let sent = changes.values().iter();
        sent.filter(|(field, value)| !is_as_sent(*field, value)).map(|(field, _)| *field).collect()
    }

    /// The contact as it is once it has taken the `changes`, which stand as texts in `draft`.
    #[must_use]
    pub fn with(&self, changes: &ContactChanges, draft: &ContactDraft) -> Self {
        let is_changed = |field: ContactField| changes.values().iter().any(|(known, _)| *known == field);
        let mut texts = self.texts.clone();
        texts.retain(|(field, _)| !is_changed(*field));
        texts.extend(changes.values().iter().map(|(field, _)| (*field, draft.text(*field).to_owned())));
        Self { id: self.id, texts }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{CustomField, CustomKind, offered};
    use super::*;
    use crate::id::Id;

    fn field(name: &str) -> ContactField {
        ContactField::from_api_name(name).unwrap()
    }

    fn stored(texts: &[(&str, &str)]) -> StoredContact {
        let texts = texts.iter().map(|(name, text)| (field(name), (*text).to_owned())).collect();
        StoredContact::new(ContactId::new(7).unwrap(), texts)
    }

    fn fields() -> Vec<OfferedField> {
        offered(&[CustomField::new(Id::new(9).unwrap(), "Newsletter", CustomKind::Switch)])
    }

    #[test]
    fn only_what_differs_is_sent_and_an_emptied_field_is_null() {
        let before =
            stored(&[("firstName", "Anna"), ("phone", "0444"), ("email", "a@example.com"), ("cf_9", "true")]);
        let mut draft = ContactDraft::of(&before, &fields());
        assert!(before.changes(&draft, &fields()).unwrap().is_empty());
        draft.set(field("email"), " ".into());
        draft.set(field("phone"), "0555".into());
        draft.set(field("cf_9"), "0".into());
        assert_eq!(
            before.changes(&draft, &fields()).unwrap().values(),
            [
                (field("phone"), Some(FieldValue::Text("0555".into()))),
                (field("email"), None),
                (field("cf_9"), Some(FieldValue::Whole(0)))
            ]
        );
        draft.set(field("firstName"), String::new());
        let found = before.changes(&draft, &fields()).unwrap_err();
        assert_eq!(found, [Problem::error(field("firstName"), ContactProblem::Missing)]);
    }

    #[test]
    fn what_the_server_made_of_it_is_told_from_what_was_sent() {
        let before = stored(&[("firstName", "Anna"), ("phone", "0444"), ("email", "a@example.com")]);
        let mut sent = ContactDraft::of(&before, &fields());
        for (name, text) in [("phone", "0555"), ("email", " "), ("city", "bari"), ("cf_9", "1")] {
            sent.set(field(name), text.into());
        }
        let changes = before.changes(&sent, &fields()).unwrap();
        let back = stored(&[("firstName", "Anne"), ("phone", "0555"), ("city", "BARI"), ("cf_9", "true")]);
        assert_eq!(back.differing(&changes, &fields()), [field("city")]);
        assert_eq!(before.with(&changes, &sent).differing(&changes, &fields()), []);
        assert!(!before.with(&changes, &sent).is_changed(&sent, &fields()));

        // What was typed while it was on its way stays, all else is as the server has it.
        let mut typed = sent.clone();
        typed.set(field("lastName"), "Rossi".into());
        let since = typed.since(&sent, &back, &fields());
        let texts = ["firstName", "lastName", "city"].map(|name| since.text(field(name)));
        assert_eq!(texts, ["Anne", "Rossi", "BARI"]);
        let left = back.changes(&since, &fields()).unwrap();
        assert_eq!(left.values(), [(field("lastName"), Some(FieldValue::Text("Rossi".into())))]);
    }

    #[test]
    fn a_field_that_becomes_known_later_is_not_emptied() {
        let before = stored(&[("firstName", "Anna"), ("cf_9", "1")]);
        let mut draft = ContactDraft::of(&before, &offered(&[]));
        assert!(before.changes(&draft, &fields()).unwrap().is_empty());
        assert!(!before.is_changed(&draft, &fields()));
        draft.fill(&before, &fields());
        assert_eq!(draft.text(field("cf_9")), "1");
        draft.set(field("cf_9"), "0".into());
        draft.fill(&before, &fields());
        assert!(before.is_changed(&draft, &fields()));
    }

    #[test]
    fn what_the_server_has_and_nobody_touched_is_not_judged() {
        let before =
            stored(&[("firstName", "Anna"), ("scheduledat", "soon"), ("lastName", &"x".repeat(300))]);
        let mut draft = ContactDraft::of(&before, &fields());
        draft.set(field("city"), "Bari".into());
        assert_eq!(before.changes(&draft, &fields()).unwrap().values().len(), 1);
    }

    #[test]
    fn clashes_are_where_both_have_changed_the_same_field_to_different_values() {
        let before = stored(&[("firstName", "Anna"), ("phone", "0444"), ("city", "Bari")]);
        let now = stored(&[("firstName", "Anna"), ("phone", "0666"), ("city", "Milano"), ("email", "x")]);
        let mut draft = ContactDraft::of(&before, &fields());
        draft.set(field("phone"), "0555".into());
        draft.set(field("city"), "Milano".into());
        let clashes = before.clashes(&now, &draft, &fields());
        let clash = Clash { field: field("phone"), now: "0666".into(), mine: "0555".into() };
        assert_eq!(clashes, [clash]);
        let rebased = before.rebase(&now, &draft, &fields());
        assert_eq!((rebased.text(field("phone")), rebased.text(field("email"))), ("0555", "x"));
        assert_eq!(now.changes(&rebased, &fields()).unwrap().values().len(), 1);
    }
}
