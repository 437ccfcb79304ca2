//! What is odd about the rows of a file, by kind, with what becomes of them.

use dialdesk_core::import::{Decisions, Kind, KindDecision, NumberThere, Report, RowSet};

/// What becomes of the rows of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// The server would refuse them: they are left out, whatever anybody says.
    Refused,
    /// The admin's choice.
    Chosen(KindDecision),
}

/// The rows of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The kind.
    pub(crate) kind: Kind,
    /// How many there are, those that are repaired included.
    pub(crate) count: u64,
    /// How many of them are left out under this kind.
    pub(crate) left_out: u64,
    /// What becomes of them.
    pub(crate) fate: Fate,
}

/// The kinds that occur, in the order in which they are told.
pub(crate) fn problems(report: &Report, decisions: &Decisions) -> Vec<Problem> {
    let problem = |kind: Kind| {
        let count = report.findings.of(kind).count + report.repaired.of(kind).count;
        let fate = if kind.is_refused() { Fate::Refused } else { Fate::Chosen(decisions.of_kind(kind)) };
        (count > 0).then(|| Problem { kind, count, left_out: report.left_out_for.of(kind).count, fate })
    };
    Kind::ALL.into_iter().filter_map(problem).collect()
}

/// The decisions that can be taken about a kind.
pub(crate) fn choices(kind: Kind) -> &'static [KindDecision] {
    if kind.is_refused() {
        &[]
    } else if kind.is_repairable() {
        &[KindDecision::Send, KindDecision::LeaveOut, KindDecision::Repair]
    } else {
        &[KindDecision::Send, KindDecision::LeaveOut]
    }
}

/// The records of a kind that are to be looked at: those that are found and those that are repaired.
pub(crate) fn rows_of(report: &Report, kind: Kind) -> RowSet {
    let mut rows = report.findings.of(kind).rows.clone();
    rows.extend(&report.repaired.of(kind).rows);
    rows
}

/// Records that are left out for what is odd about them.
pub(crate) fn left_out_for_problems(report: &Report) -> u64 {
    report.left_out_for.iter().map(|(_, found)| found.count).sum()
}

/// Records that the admin has left out one by one.
pub(crate) fn left_out_by_hand(decisions: &Decisions) -> u64 {
    decisions.rows.values().filter(|decision| decision.is_left_out).count() as u64
}

/// Records that are left out because the list has their number.
pub(crate) fn left_out_for_the_list(report: &Report, decisions: &Decisions) -> u64 {
    match decisions.number_there {
        NumberThere::Send => 0,
        NumberThere::LeaveOut => report.number_there.count,
    }
}

/// Records that are left out because others have their number.
pub(crate) fn left_out_for_numbers(report: &Report, decisions: &Decisions) -> u64 {
    let others = left_out_for_problems(report)
        + left_out_by_hand(decisions)
        + left_out_for_the_list(report, decisions);
    report.left_out.saturating_sub(others)
}

/// Whether rows with something odd about them may be sent.
pub(crate) fn some_are_sent(problems: &[Problem]) -> bool {
    problems.iter().any(|problem| problem.fate == Fate::Chosen(KindDecision::Send))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use dialdesk_core::contact::ContactField;
    use dialdesk_core::import::{
        Binding, Checker, Checks, DuplicateRule, RowDecision, SameNumber, Scanned, Scanner, Settings,
    };
    use dialdesk_core::native::NativeDecoder;
    use dialdesk_core::phone::Country;

    use super::*;

    /// Lines 2 to 9: good; no name; no name and no number; no number; lost plus; the number of the first in another writing;
    /// its text again; not a number.
    const FILE: &str = "name,phone\nAnn,+39 333 000 0001\n,+39 333 000 0002\n,\nBob,\nCat,393330000003\n\
                        Dan,333 000 0001\nEve,+39 333 000 0001\nFay,none\n";

    fn report(decisions: &Decisions) -> Report {
        let mut scanner = Scanner::new(FILE.len() as u64, Settings::default(), &NativeDecoder).unwrap();
        scanner.push(FILE.as_bytes()).unwrap();
        let Scanned::Whole(scan, _) = scanner.finish().unwrap() else { panic!("plain text is read once") };
        let scan = Arc::new(*scan);
        let binding: Binding = [(ContactField::FirstName, 0), (ContactField::Phone, 1)].into_iter().collect();
        let duplicates = DuplicateRule::new([ContactField::Phone]);
        let checks = Checks { binding, duplicates, decisions: decisions.clone(), ..Checks::default() };
        let mut checker = Checker::new(&scan, &checks, &NativeDecoder);
        checker.push(FILE.as_bytes()).unwrap();
        checker.finish().unwrap()
    }

    fn italy() -> Decisions {
        Decisions { country: Country::from_code("IT"), ..Decisions::default() }
    }

    fn shown(decisions: &Decisions) -> Vec<(Kind, u64, u64, Fate)> {
        let problems = problems(&report(decisions), decisions);
        problems.into_iter().map(|it| (it.kind, it.count, it.left_out, it.fate)).collect()
    }

    #[test]
    fn rows_are_counted_with_each_kind_and_left_out_under_one() {
        let send = Fate::Chosen(KindDecision::Send);
        assert_eq!(
            shown(&italy()),
            [
                (Kind::NoFirstName, 2, 2, Fate::Refused),
                (Kind::NoNumber, 2, 0, send),
                (Kind::NotANumber, 1, 0, send),
                (Kind::LostPlus, 1, 0, send),
            ]
        );
        let mut decisions = italy();
        decisions.kinds.insert(Kind::NoNumber, KindDecision::LeaveOut);
        let out = Fate::Chosen(KindDecision::LeaveOut);
        // Line 4 has neither name nor number: it is left out under the name, and line 5 under the number.
        assert_eq!(
            shown(&decisions)[..2],
            [(Kind::NoFirstName, 2, 2, Fate::Refused), (Kind::NoNumber, 2, 1, out)]
        );
        assert_eq!(left_out_for_problems(&report(&decisions)), 3);
    }

    #[test]
    fn a_kind_that_is_repaired_is_still_there_to_be_taken_back() {
        let mut decisions = italy();
        decisions.kinds.insert(Kind::LostPlus, KindDecision::Repair);
        let repair = Fate::Chosen(KindDecision::Repair);
        assert_eq!(shown(&decisions).last(), Some(&(Kind::LostPlus, 1, 0, repair)));
        // The fifth record, from 0 the fourth.
        assert_eq!(rows_of(&report(&decisions), Kind::LostPlus).iter().collect::<Vec<_>>(), [4]);
    }

    #[test]
    fn every_record_is_in_one_place_of_the_funnel_whatever_is_decided() {
        let sum = |decisions: &Decisions| {
            let report = report(decisions);
            let parts = [
                report.to_store(),
                report.same_text.count,
                left_out_for_problems(&report),
                left_out_for_numbers(&report, decisions),
                left_out_by_hand(decisions),
            ];
            (parts, parts.iter().sum::<u64>(), report.records)
        };
        assert_eq!(sum(&italy()), ([5, 1, 2, 0, 0], 8, 8));
        let first = Decisions { same_number: SameNumber::KeepFirst, ..italy() };
        assert_eq!(sum(&first), ([4, 1, 2, 1, 0], 8, 8));
        let mut strict = first;
        strict.kinds.insert(Kind::NotANumber, KindDecision::LeaveOut);
        assert_eq!(sum(&strict), ([3, 1, 3, 1, 0], 8, 8));
        // Ann by hand: Eve, who had her text, now goes as the only one with that number but for Dan, who came before.
        strict.rows.insert(0, RowDecision::left_out());
        assert_eq!(sum(&strict), ([3, 0, 3, 1, 1], 8, 8));
    }

    #[test]
    fn only_what_can_be_repaired_is_offered_to_be_and_what_is_refused_has_no_choice() {
        assert!(choices(Kind::NoFirstName).is_empty());
        assert!(choices(Kind::LostZero).contains(&KindDecision::Repair));
        assert!(!choices(Kind::NotANumber).contains(&KindDecision::Repair));
    }
}
