//! What becomes of a row, and what is to be said of its cells.

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{
    Against, Decisions, Kind, KindSet, NumberThere, PreviewCell, PreviewRow, Repeats, SameNumber,
};

use super::model::Checked;

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Becomes {
    /// It goes as the file has it.
    Sent,
    /// It goes with something else in it than the file has.
    Changed,
    /// The admin has left it out.
    LeftOut,
    /// It is left out for what is odd about it.
    Odd(Kind),
    /// It has the text of this row.
    SameText(u32),
    /// It has the number of this row.
    SameNumber(u32),
    /// The list has it already.
    AlreadyThere,
    /// It is left out because the list has its number already.
    NumberThere,
}

/// What becomes of a row as it is now; what it repeats is known from the last check of all of them.
pub(crate) fn becomes(shown: &PreviewRow, row: u32, last: &Checked) -> Becomes {
    match shown.against {
        Some(Against::Row) => return Becomes::LeftOut,
        Some(Against::Kind(kind)) => return Becomes::Odd(kind),
        None => {}
    }
    let is_sent =
        if shown.cells.iter().any(|cell| cell.sent.is_some()) { Becomes::Changed } else { Becomes::Sent };
    if last.report.skipped.has(row) {
        there(row, last).or_else(|| repeats(row, last)).unwrap_or(is_sent)
    } else {
        is_sent
    }
}

/// What the list has of a row, where that is why it is not stored.
fn there(row: u32, last: &Checked) -> Option<Becomes> {
    let Checked { report, checks, .. } = last;
    if report.already_there.rows.has(row) {
        return Some(Becomes::AlreadyThere);
    }
    match checks.decisions.number_there {
        NumberThere::LeaveOut if report.number_there.rows.has(row) => Some(Becomes::NumberThere),
        NumberThere::LeaveOut | NumberThere::Send => None,
    }
}

/// What a row repeats, where that is why it is not stored.
fn repeats(row: u32, last: &Checked) -> Option<Becomes> {
    let Checked { report, checks, .. } = last;
    let first = |repeats: &Repeats| {
        let at = repeats.shown.binary_search_by_key(&row, |repeat| repeat.row).ok()?;
        repeats.shown.get(at).map(|repeat| repeat.first)
    };
    let by_number = match checks.decisions.same_number {
        SameNumber::SendAll => None,
        SameNumber::KeepFirst => first(&report.same_number),
        SameNumber::KeepLast => first(&report.replaced),
    };
    first(&report.same_text).map(Becomes::SameText).or(by_number.map(Becomes::SameNumber))
}

/// What is to be said of a cell beside its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Note {
    /// Nothing.
    None,
    /// What is odd about it.
    Odd(KindSet),
    /// What the file has, where the admin has typed something else.
    Was(String),
    /// What is sent instead.
    Sent(String),
}

/// A cell on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    /// What the file has, or what was typed instead.
    pub(crate) text: String,
    /// What the file has.
    pub(crate) in_file: String,
    /// What is to be said of it.
    pub(crate) note: Note,
}

/// The cell of a field in a row; none where the row is not read yet, or has no such field.
pub(crate) fn seen(shown: &PreviewRow, row: u32, field: ContactField, decisions: &Decisions) -> Option<Seen> {
    let cell = shown.cells.iter().find(|cell| cell.field == field)?;
    let typed = decisions.rows.get(&row).and_then(|decision| decision.texts.get(&field));
    let PreviewCell { text, sent, kinds, .. } = cell;
    let note = match (typed, sent) {
        _ if !kinds.is_empty() => Note::Odd(*kinds),
        (Some(_), _) => Note::Was(text.clone()),
        (None, Some(sent)) => Note::Sent(sent.clone()),
        (None, None) => Note::None,
    };
    Some(Seen { text: typed.unwrap_or(text).clone(), in_file: text.clone(), note })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use dialdesk_core::import::{
        Binding, Checker, Checks, DuplicateRule, KindDecision, KnownContacts, Previewer, RowDecision,
        Scanned, Scanner, Settings,
    };
    use dialdesk_core::native::NativeDecoder;
    use dialdesk_core::phone::Country;

    use super::*;

    /// Records: good; no name; lost plus; the number of the first in another writing; its text.
    const FILE: &str = "name,phone\nAnn,+39 333 000 0001\n,+39 333 000 0002\nCat,393330000003\nDan,333 000 0001\n\
                        Eve,+39 333 000 0001\n";

    fn check(decisions: &Decisions) -> Checked {
        check_beside(decisions, &[])
    }

    /// The same beside contacts with these numbers, where there are some.
    fn check_beside(decisions: &Decisions, list: &[&str]) -> Checked {
        let mut scanner = Scanner::new(FILE.len() as u64, Settings::default(), &NativeDecoder).unwrap();
        scanner.push(FILE.as_bytes()).unwrap();
        let Scanned::Whole(scan, _) = scanner.finish().unwrap() else { panic!("plain text is read once") };
        let scan = Arc::new(*scan);
        let binding: Binding = [(ContactField::FirstName, 0), (ContactField::Phone, 1)].into_iter().collect();
        let duplicates = DuplicateRule::new([ContactField::Phone]);
        let checks = Checks { binding, duplicates, decisions: decisions.clone(), ..Checks::default() };
        let mut known = KnownContacts::new(&checks);
        for number in list {
            known.add(|_| Some(number));
        }
        let known = (!list.is_empty()).then(|| Arc::new(known.finish()));
        let mut checker = Checker::new(&scan, &checks, &NativeDecoder).with_known(known, &checks);
        checker.push(&FILE.as_bytes()[usize::try_from(scan.start()).unwrap()..]).unwrap();
        let report = checker.finish().unwrap();
        Checked { checks, report, scan }
    }

    fn preview(checked: &Checked, row: u32) -> PreviewRow {
        let (start, end) = checked.scan.span(row).unwrap();
        let bytes = &FILE.as_bytes()[usize::try_from(start).unwrap()..usize::try_from(end).unwrap()];
        Previewer::new(&checked.scan, &checked.checks).row(row, bytes, &NativeDecoder).unwrap()
    }

    fn italy() -> Decisions {
        Decisions { country: Country::from_code("IT"), ..Decisions::default() }
    }

    fn all(decisions: &Decisions) -> Vec<Becomes> {
        let checked = check(decisions);
        (0..5).map(|row| becomes(&preview(&checked, row), row, &checked)).collect()
    }

    #[test]
    fn what_becomes_of_each_row_is_said() {
        use Becomes::{Changed, LeftOut, Odd, SameNumber as Number, SameText, Sent};
        let mut decisions = italy();
        assert_eq!(all(&decisions), [Sent, Odd(Kind::NoFirstName), Sent, Sent, SameText(0)]);
        decisions.same_number = SameNumber::KeepFirst;
        assert_eq!(all(&decisions), [Sent, Odd(Kind::NoFirstName), Sent, Number(0), SameText(0)]);
        decisions.same_number = SameNumber::KeepLast;
        assert_eq!(all(&decisions), [Number(3), Odd(Kind::NoFirstName), Sent, Sent, SameText(0)]);
        decisions.rows.insert(3, RowDecision::left_out());
        decisions.kinds.insert(Kind::LostPlus, KindDecision::Repair);
        assert_eq!(all(&decisions), [Sent, Odd(Kind::NoFirstName), Changed, LeftOut, SameText(0)]);
    }

    #[test]
    fn what_the_list_has_is_not_said_to_be_sent() {
        use Becomes::{AlreadyThere, NumberThere as Number, Odd, SameText, Sent};
        let mut decisions = italy();
        let all = |decisions: &Decisions| -> Vec<Becomes> {
            let checked = check_beside(decisions, &["+39 333 000 0001", "333 000 0003"]);
            (0..5).map(|row| becomes(&preview(&checked, row), row, &checked)).collect()
        };
        assert_eq!(all(&decisions), [AlreadyThere, Odd(Kind::NoFirstName), Sent, Sent, SameText(0)]);
        decisions.number_there = NumberThere::LeaveOut;
        assert_eq!(all(&decisions), [AlreadyThere, Odd(Kind::NoFirstName), Number, Number, SameText(0)]);
    }

    #[test]
    fn a_row_that_was_mended_goes_before_all_are_checked_again() {
        let before = check(&italy());
        let mut decisions = italy();
        let name = [(ContactField::FirstName, "Bob".to_owned())].into_iter().collect();
        decisions.rows.insert(1, RowDecision::with_texts(name));
        let now = check(&decisions);
        assert_eq!(becomes(&preview(&now, 1), 1, &before), Becomes::Changed);
        let cell = seen(&preview(&now, 1), 1, ContactField::FirstName, &decisions);
        assert_eq!(
            cell,
            Some(Seen { text: "Bob".into(), in_file: String::new(), note: Note::Was(String::new()) })
        );
    }

    #[test]
    fn a_cell_says_what_is_odd_or_what_is_sent_instead() {
        let mut decisions = italy();
        let cell = |decisions: &Decisions| {
            seen(&preview(&check(decisions), 2), 2, ContactField::Phone, decisions).map(|seen| seen.note)
        };
        assert_eq!(cell(&decisions), Some(Note::Odd(Kind::LostPlus.into())));
        decisions.kinds.insert(Kind::LostPlus, KindDecision::Repair);
        assert_eq!(cell(&decisions), Some(Note::Sent("+393330000003".into())));
        assert_eq!(seen(&preview(&check(&italy()), 0), 0, ContactField::Email, &italy()), None);
    }
}
