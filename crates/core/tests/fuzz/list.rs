//! What holds of a file beside a list that has some of its records already.

use std::collections::HashSet;
use std::sync::Arc;

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{Checker, Checks, Decisions, KnownContacts, NumberThere, Report};
use dialdesk_core::native::NativeDecoder;
use dialdesk_core::phone;

use super::case::Case;
use super::engine::{self, Outcome, below};
use super::laws::{Part, part, rows};

/// The values that are compared, as they would be sent: their fields and their texts.
struct Compared {
    fields: Vec<ContactField>,
    /// By record; none where one is blank or nothing is compared.
    texts: Vec<Option<Vec<String>>>,
}

impl Compared {
    fn of(checks: &Checks, sent: &[Vec<String>]) -> Self {
        let rule = checks.duplicates.bound(&checks.binding);
        let bound: Vec<ContactField> = checks.binding.iter().map(|(field, _)| field).collect();
        let texts = sent.iter().map(|values| {
            let kept = bound.iter().zip(values).filter(|(field, _)| rule.has(**field));
            let texts: Vec<String> = kept.map(|(_, text)| text.clone()).collect();
            let is_compared = !texts.is_empty() && texts.iter().all(|text| !text.trim().is_empty());
            is_compared.then_some(texts)
        });
        let texts = texts.collect();
        Self { fields: bound.into_iter().filter(|field| rule.has(*field)).collect(), texts }
    }
}

/// What a text of the list is compared by: its number is the one that would be sent for it.
fn part_there(field: ContactField, text: &str, decisions: &Decisions) -> Part {
    let mut written = String::new();
    let is_number = matches!(field, ContactField::Phone | ContactField::Mobile | ContactField::Fax);
    if !is_number || phone::write(text.as_bytes(), decisions.country, decisions.form, &mut written).is_none()
    {
        return part(field, text, decisions);
    }
    let identity = phone::read(written.as_bytes(), None).identity;
    identity.map_or_else(|| Part::Text(text.to_owned()), Part::Number)
}

/// A list that has every third record: by a naive search just those, and those with their texts, are there.
pub(crate) fn what_is_there_is_not_stored_again(case: &Case, outcome: &Outcome, sent: &[Vec<String>]) {
    let Outcome { scan, checks, report: alone, .. } = outcome;
    let Compared { fields, texts } = Compared::of(checks, sent);
    if fields.is_empty() || sent.is_empty() {
        return;
    }
    let contacts: Vec<&Vec<String>> = texts.iter().step_by(3).flatten().collect();
    let mut known = KnownContacts::new(checks);
    for contact in &contacts {
        known.add(|field| {
            let at = fields.iter().position(|known| *known == field)?;
            contact.get(at).map(String::as_str)
        });
    }
    let known = Arc::new(known.finish());
    let check = |checks: &Checks| -> Report {
        let mut checker =
            Checker::new(scan, checks, &NativeDecoder).with_known(Some(Arc::clone(&known)), checks);
        checker.push(below(&case.file, scan)).unwrap();
        checker.finish().unwrap()
    };
    let parts = |texts: &[String]| -> Vec<Part> {
        fields.iter().zip(texts).map(|(field, text)| part(*field, text, &checks.decisions)).collect()
    };
    let by_text: HashSet<&Vec<String>> = contacts.iter().copied().collect();
    let there = |texts: &Vec<String>| -> Vec<Part> {
        fields.iter().zip(texts).map(|(field, text)| part_there(*field, text, &checks.decisions)).collect()
    };
    let by_number: HashSet<Vec<Part>> = contacts.iter().map(|contact| there(contact)).collect();
    let report = check(checks);
    let goes = |row: &u32| !alone.skipped.has(*row);
    let text_of = |row: u32| texts.get(usize::try_from(row).unwrap()).and_then(Option::as_ref);
    let has_text = |row: u32| text_of(row).is_some_and(|texts| by_text.contains(texts));
    let has_number = |row: u32| text_of(row).is_some_and(|texts| by_number.contains(&parts(texts)));
    let there: Vec<u32> = rows(alone).filter(goes).filter(|row| has_text(*row)).collect();
    let numbers: Vec<u32> =
        rows(alone).filter(goes).filter(|row| !has_text(*row) && has_number(*row)).collect();
    assert_eq!(report.already_there.rows.iter().collect::<Vec<_>>(), there, "the list has the text");
    assert_eq!(report.number_there.rows.iter().collect::<Vec<_>>(), numbers, "the list has the number");
    assert_eq!(report.skipped.len(), alone.skipped.len() + there.len() as u64);
    assert_eq!(report.to_store() + report.skipped.len(), report.records);
    let mut strict = checks.clone();
    strict.decisions.number_there = NumberThere::LeaveOut;
    let report = check(&strict);
    assert_eq!(report.skipped.len(), alone.skipped.len() + (there.len() + numbers.len()) as u64);
    assert_eq!(report.to_store() + report.skipped.len(), report.records);
    let copied = engine::copy(&case.file, scan, &strict, &report, usize::MAX);
    assert!(std::str::from_utf8(&copied).is_ok(), "the copy is UTF-8");
}
