//! What was decided about the rows of a file, one thing after the other, so that it can be taken back.

use std::collections::VecDeque;

use dialdesk_core::import::{Decisions, Kind, KindDecision, NumberThere, RowDecision, SameNumber};
use dialdesk_core::phone::{Country, PhoneForm};

/// Most things that can be taken back.
const STEPS_MAX: usize = 200;

/// One part of the decisions, as it is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// What becomes of a row.
    Row(u32, RowDecision),
    /// What becomes of the rows of a kind.
    Kind(Kind, KindDecision),
    /// What becomes of rows with the same number.
    SameNumber(SameNumber),
    /// What becomes of rows whose number the list has.
    NumberThere(NumberThere),
    /// The country of numbers that do not say theirs.
    Country(Option<Country>),
    /// How numbers are sent.
    Form(PhoneForm),
}

/// What the admin has done, for naming it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    /// Typed another text into a row.
    Fixed(u32),
    /// Gave a row the texts of the file back.
    AsInFile(u32),
    /// Left a row out.
    LeftOut(u32),
    /// Took a row back.
    TakenBack(u32),
    /// Decided about a kind.
    Kind(Kind, KindDecision),
    /// Decided about rows with the same number.
    SameNumber,
    /// Decided about rows whose number the list has.
    NumberThere,
    /// Chose the country.
    Country,
    /// Chose the form of numbers.
    Form,
}

/// A thing that was done, and what has to be put in its place to go to its other side.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    deed: Deed,
    part: Part,
}

/// What was done and taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct History {
    done: VecDeque<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Does something that can be taken back; answers whether that changed anything.
    pub(crate) fn take(&mut self, decisions: &mut Decisions, deed: Deed, part: Part) -> bool {
        let before = exchange(decisions, part.clone());
        if before == part {
            return false;
        }
        self.undone.clear();
        self.note(Step { deed, part: before });
        true
    }

    /// What would be taken back.
    pub(crate) fn last(&self) -> Option<Deed> {
        self.done.back().map(|step| step.deed)
    }

    /// What would be done again.
    pub(crate) fn next(&self) -> Option<Deed> {
        self.undone.last().map(|step| step.deed)
    }

    /// Takes the last thing back; answers the part that has changed, as it is now.
    pub(crate) fn undo(&mut self, decisions: &mut Decisions) -> Option<Part> {
        let Step { deed, part } = self.done.pop_back()?;
        let before = exchange(decisions, part.clone());
        self.undone.push(Step { deed, part: before });
        Some(part)
    }

    /// Does again what was taken back last; answers the part that has changed, as it is now.
    pub(crate) fn redo(&mut self, decisions: &mut Decisions) -> Option<Part> {
        let Step { deed, part } = self.undone.pop()?;
        let before = exchange(decisions, part.clone());
        self.note(Step { deed, part: before });
        Some(part)
    }

    /// The same for a file in which rows have other numbers; what was done with a row that it does not have is forgotten.
    pub(crate) fn renumber(&mut self, now: impl Fn(u32) -> Option<u32>) {
        let renumbered = |step: Step| step.renumbered(&now);
        self.done = std::mem::take(&mut self.done).into_iter().filter_map(renumbered).collect();
        self.undone = std::mem::take(&mut self.undone).into_iter().filter_map(renumbered).collect();
    }

    fn note(&mut self, step: Step) {
        if self.done.len() == STEPS_MAX {
            self.done.pop_front();
        }
        self.done.push_back(step);
    }
}

impl Step {
    fn renumbered(self, now: &impl Fn(u32) -> Option<u32>) -> Option<Self> {
        let deed = match self.deed {
            Deed::Fixed(row) => Deed::Fixed(now(row)?),
            Deed::AsInFile(row) => Deed::AsInFile(now(row)?),
            Deed::LeftOut(row) => Deed::LeftOut(now(row)?),
            Deed::TakenBack(row) => Deed::TakenBack(now(row)?),
            Deed::Kind(..) | Deed::SameNumber | Deed::NumberThere | Deed::Country | Deed::Form => self.deed,
        };
        let part = match self.part {
            Part::Row(row, decision) => Part::Row(now(row)?, decision),
            Part::Kind(..)
            | Part::SameNumber(_)
            | Part::NumberThere(_)
            | Part::Country(_)
            | Part::Form(_) => self.part,
        };
        Some(Self { deed, part })
    }
}

/// Puts a part in its place and answers what was there.
fn exchange(decisions: &mut Decisions, part: Part) -> Part {
    match part {
        Part::Row(row, decision) => {
            let before = decisions.rows.remove(&row).unwrap_or_default();
            if !decision.is_nothing() {
                decisions.rows.insert(row, decision);
            }
            Part::Row(row, before)
        }
        Part::Kind(kind, decision) => {
            let before = decisions.of_kind(kind);
            // One that is as it would be anyway is none: the checks are then those that were made before.
            if decision == KindDecision::default() {
                decisions.kinds.remove(&kind);
            } else {
                decisions.kinds.insert(kind, decision);
            }
            Part::Kind(kind, before)
        }
        Part::SameNumber(decision) => {
            Part::SameNumber(std::mem::replace(&mut decisions.same_number, decision))
        }
        Part::NumberThere(decision) => {
            Part::NumberThere(std::mem::replace(&mut decisions.number_there, decision))
        }
        Part::Country(country) => Part::Country(std::mem::replace(&mut decisions.country, country)),
        Part::Form(form) => Part::Form(std::mem::replace(&mut decisions.form, form)),
    }
}

#[cfg(test)]
mod tests {
    use dialdesk_core::contact::ContactField;

    use super::*;

    fn fix(text: &str) -> RowDecision {
        RowDecision::with_texts([(ContactField::FirstName, text.to_owned())].into_iter().collect())
    }

    fn italy() -> Option<Country> {
        Country::from_code("IT")
    }

    #[test]
    fn all_that_was_done_can_be_taken_back_in_turn_and_done_again() {
        let (mut history, mut decisions) = (History::default(), Decisions::default());
        let steps = [
            (Deed::Fixed(3), Part::Row(3, fix("Ann"))),
            (Deed::LeftOut(3), Part::Row(3, RowDecision::left_out())),
            (
                Deed::Kind(Kind::LostZero, KindDecision::Repair),
                Part::Kind(Kind::LostZero, KindDecision::Repair),
            ),
            (Deed::SameNumber, Part::SameNumber(SameNumber::KeepLast)),
            (Deed::NumberThere, Part::NumberThere(NumberThere::LeaveOut)),
            (Deed::Country, Part::Country(italy())),
            (Deed::Form, Part::Form(PhoneForm::E164)),
        ];
        for (deed, part) in steps.clone() {
            assert!(history.take(&mut decisions, deed, part));
        }
        let all = Decisions {
            country: italy(),
            form: PhoneForm::E164,
            same_number: SameNumber::KeepLast,
            number_there: NumberThere::LeaveOut,
            kinds: [(Kind::LostZero, KindDecision::Repair)].into_iter().collect(),
            rows: [(3, RowDecision::left_out())].into_iter().collect(),
        };
        assert_eq!(decisions, all);
        for (deed, _) in steps.iter().rev() {
            assert_eq!(history.last(), Some(*deed));
            assert!(history.undo(&mut decisions).is_some());
            if *deed == Deed::LeftOut(3) {
                assert_eq!(decisions.rows.get(&3), Some(&fix("Ann")));
            }
        }
        assert_eq!((decisions.clone(), history.last()), (Decisions::default(), None));
        assert_eq!(history.undo(&mut decisions), None);
        for (deed, _) in steps {
            assert_eq!(history.next(), Some(deed));
            history.redo(&mut decisions);
        }
        assert_eq!((decisions, history.next()), (all, None));
    }

    #[test]
    fn what_changes_nothing_is_no_step_and_a_new_step_ends_what_was_taken_back() {
        let (mut history, mut decisions) = (History::default(), Decisions::default());
        assert!(!history.take(&mut decisions, Deed::Form, Part::Form(PhoneForm::AsWritten)));
        assert!(!history.take(&mut decisions, Deed::AsInFile(1), Part::Row(1, RowDecision::default())));
        assert_eq!(history.last(), None);
        history.take(&mut decisions, Deed::Country, Part::Country(italy()));
        history.undo(&mut decisions);
        history.take(&mut decisions, Deed::LeftOut(1), Part::Row(1, RowDecision::left_out()));
        assert_eq!((history.last(), history.next()), (Some(Deed::LeftOut(1)), None));
    }

    #[test]
    fn where_rows_have_other_numbers_the_same_is_taken_back() {
        let (mut history, mut decisions) = (History::default(), Decisions::default());
        history.take(&mut decisions, Deed::LeftOut(0), Part::Row(0, RowDecision::left_out()));
        history.take(&mut decisions, Deed::Country, Part::Country(italy()));
        history.take(&mut decisions, Deed::Fixed(3), Part::Row(3, fix("Ann")));
        history.take(&mut decisions, Deed::LeftOut(3), Part::Row(3, RowDecision::left_out()));
        history.undo(&mut decisions);
        // The first row is none any more, and each of the others is one earlier.
        history.renumber(|row| row.checked_sub(1));
        decisions.rows = [(2, fix("Ann"))].into_iter().collect();
        assert_eq!((history.last(), history.next()), (Some(Deed::Fixed(2)), Some(Deed::LeftOut(2))));
        history.undo(&mut decisions);
        history.undo(&mut decisions);
        assert_eq!((decisions, history.last()), (Decisions::default(), None));
    }

    #[test]
    fn only_so_much_is_remembered() {
        let (mut history, mut decisions) = (History::default(), Decisions::default());
        for row in 0..201 {
            history.take(&mut decisions, Deed::LeftOut(row), Part::Row(row, RowDecision::left_out()));
        }
        let mut back = 0;
        while history.undo(&mut decisions).is_some() {
            back += 1;
        }
        assert_eq!((back, decisions.rows.keys().copied().collect::<Vec<_>>()), (200, vec![0]));
    }
}
