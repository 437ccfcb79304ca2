//! Decisions about single rows, and taking decisions back.

use std::collections::BTreeMap;

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{RowDecision, Scan};
use leptos::prelude::*;

use super::state::ImportState;
use super::undo::{Deed, History, Part};
use crate::platform::storage::{self, Key};
use crate::route::Rows;

/// What was decided one after the other, and what is looked at meanwhile.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) history: RwSignal<History>,
    /// What was decided about rows that are none as the file is read now, by the byte at which each begins.
    pub(super) aside: RwSignal<BTreeMap<u64, RowDecision>>,
    /// The rows that were shown when the screen was left.
    pub(super) shown: StoredValue<Option<Rows>>,
    /// What was taken back or done again last; it is told once.
    pub(super) stepped: RwSignal<Option<Stepped>>,
    /// Whether it was asked to send, and something stands in the way since.
    pub(super) is_asked: RwSignal<bool>,
}

/// A step through what was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stepped {
    /// This was taken back.
    Back(Deed),
    /// This was done again.
    Again(Deed),
}

impl Desk {
    pub(super) fn new() -> Self {
        Self {
            history: RwSignal::new(History::default()),
            aside: RwSignal::new(BTreeMap::new()),
            shown: StoredValue::new(None),
            stepped: RwSignal::new(None),
            is_asked: RwSignal::new(false),
        }
    }
}

/// What becomes of a row in which a field is to have this text, while the file has that. Typing takes a row back that was
/// left out.
fn fixed(before: RowDecision, field: ContactField, text: &str, in_file: &str) -> RowDecision {
    let mut texts = before.texts;
    if text == in_file {
        texts.remove(&field);
    } else {
        texts.insert(field, text.to_owned());
    }
    RowDecision::with_texts(texts)
}

/// Decisions about rows of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct OfRows {
    rows: BTreeMap<u32, RowDecision>,
    /// Those about rows that are none as the file is read, by the byte at which each begins.
    aside: BTreeMap<u64, RowDecision>,
}

impl OfRows {
    /// The same for the file read in another way: a record is the same where it begins at the same byte.
    fn carried(self, before: &Scan, after: &Scan) -> Self {
        let begins = |(row, decision)| Some((before.span(row)?.0, decision));
        let mut all = self.aside;
        all.extend(self.rows.into_iter().filter_map(begins));
        let mut carried = Self::default();
        for (start, decision) in all {
            match after.row_at(start) {
                Some(row) => drop(carried.rows.insert(row, decision)),
                None => drop(carried.aside.insert(start, decision)),
            }
        }
        carried
    }
}

impl ImportState {
    /// Decides something that can be taken back.
    pub(super) fn change(self, deed: Deed, part: Part) {
        if self.is_fixed.get_untracked() {
            return;
        }
        let mut decisions = self.decisions.get_untracked();
        let mut history = self.desk.history.get_untracked();
        if history.take(&mut decisions, deed, part) {
            self.desk.stepped.set(None);
            self.desk.history.set(history);
            self.decisions.set(decisions);
        }
    }

    /// Takes the last decision back.
    pub(super) fn undo(self) {
        let deed = self.desk.history.with_untracked(History::last);
        if self.step(History::undo) {
            self.desk.stepped.set(deed.map(Stepped::Back));
        }
    }

    /// Decides again what was taken back.
    pub(super) fn redo(self) {
        let deed = self.desk.history.with_untracked(History::next);
        if self.step(History::redo) {
            self.desk.stepped.set(deed.map(Stepped::Again));
        }
    }

    /// Goes one step; answers whether there was one.
    fn step(self, step: fn(&mut History, &mut dialdesk_core::import::Decisions) -> Option<Part>) -> bool {
        if self.is_fixed.get_untracked() {
            return false;
        }
        let mut decisions = self.decisions.get_untracked();
        let mut history = self.desk.history.get_untracked();
        let Some(part) = step(&mut history, &mut decisions) else { return false };
        if let Part::Country(country) = part {
            storage::set(Key::Country, country.map_or("", dialdesk_core::phone::Country::code));
        }
        self.desk.history.set(history);
        self.decisions.set(decisions);
        true
    }

    /// Gives a field of a row another text than the file has.
    pub(super) fn fix(self, row: u32, field: ContactField, text: &str, in_file: &str) {
        let decision = fixed(self.row_decision(row), field, text, in_file);
        self.change(Deed::Fixed(row), Part::Row(row, decision));
    }

    /// Gives a row the texts of the file back.
    pub(super) fn as_in_file(self, row: u32) {
        let decision = RowDecision { texts: BTreeMap::new(), ..self.row_decision(row) };
        self.change(Deed::AsInFile(row), Part::Row(row, decision));
    }

    /// Leaves a row out. What was typed into it is kept.
    pub(super) fn leave_out(self, row: u32) {
        let decision = RowDecision { is_left_out: true, ..self.row_decision(row) };
        self.change(Deed::LeftOut(row), Part::Row(row, decision));
    }

    /// Takes back a row that was left out, with what was typed into it.
    pub(super) fn take_back(self, row: u32) {
        let decision = RowDecision { is_left_out: false, ..self.row_decision(row) };
        self.change(Deed::TakenBack(row), Part::Row(row, decision));
    }

    /// What is decided about a row now.
    fn row_decision(self, row: u32) -> RowDecision {
        self.decisions.with_untracked(|decisions| decisions.rows.get(&row).cloned()).unwrap_or_default()
    }

    /// Keeps what was decided about rows, now that the file is read in another way. What is about rows that are none now
    /// waits until they are rows again.
    pub(super) fn carry_rows(self, before: &Scan, after: &Scan) {
        // The row that it tells of has another number now.
        self.desk.stepped.try_set(None);
        self.desk.history.try_update(|history| history.renumber(|row| after.row_at(before.span(row)?.0)));
        let rows = self.decisions.try_with_untracked(|decisions| decisions.rows.clone()).unwrap_or_default();
        let aside = self.desk.aside.try_get_untracked().unwrap_or_default();
        let were = OfRows { rows, aside };
        let are = were.clone().carried(before, after);
        if are != were {
            self.desk.aside.try_set(are.aside);
            self.decisions.try_update(|decisions| decisions.rows = are.rows);
        }
    }
}

#[cfg(test)]
mod tests {
    use dialdesk_core::import::{Header, Scanned, Scanner, Settings};
    use dialdesk_core::native::NativeDecoder;

    use super::*;

    fn fix(texts: &[(ContactField, &str)]) -> RowDecision {
        RowDecision::with_texts(texts.iter().map(|(field, text)| (*field, (*text).to_owned())).collect())
    }

    #[test]
    fn a_field_that_is_typed_back_is_as_in_the_file_again() {
        let (name, phone) = (ContactField::FirstName, ContactField::Phone);
        let one = fixed(RowDecision::default(), name, "Ann", "");
        assert_eq!(one, fix(&[(name, "Ann")]));
        let two = fixed(one.clone(), phone, "06 1", "06 2");
        assert_eq!(two, fix(&[(name, "Ann"), (phone, "06 1")]));
        assert_eq!(fixed(two, name, "", ""), fix(&[(phone, "06 1")]));
        assert!(fixed(one.clone(), name, "", "").is_nothing());
        // Typing into a row that was left out takes it back, with what was typed before.
        let out = RowDecision { is_left_out: true, ..one };
        assert_eq!(fixed(out, phone, "06 1", "06 2"), fix(&[(name, "Ann"), (phone, "06 1")]));
    }

    #[test]
    fn a_row_is_known_again_by_its_place_in_the_file() {
        const FILE: &str = "name;phone\nAnn;1\nBob;2\n";
        let read = |header| {
            let settings = Settings { header: Some(header), ..Settings::default() };
            let mut scanner = Scanner::new(FILE.len() as u64, settings, &NativeDecoder).unwrap();
            scanner.push(FILE.as_bytes()).unwrap();
            let Scanned::Whole(scan, _) = scanner.finish().unwrap() else {
                panic!("plain text is read once")
            };
            *scan
        };
        let (with, without) = (read(Header::Present), read(Header::Absent));
        let of = |rows: &[u32]| OfRows {
            rows: rows.iter().map(|row| (*row, RowDecision::left_out())).collect(),
            ..OfRows::default()
        };
        // Bob is the second record below the header, and the third of the file.
        assert_eq!(of(&[1]).carried(&with, &without), of(&[2]));
        assert_eq!(of(&[2]).carried(&without, &with), of(&[1]));
        // The header, at the first byte, is a record only where there is none: what is decided about it waits.
        let waits = of(&[0, 2]).carried(&without, &with);
        assert_eq!(waits.rows, of(&[1]).rows);
        assert_eq!(waits.aside.keys().copied().collect::<Vec<_>>(), [0]);
        assert_eq!(waits.carried(&with, &without), of(&[0, 2]));
    }
}
