//! The rows of a table, taken when they were asked for: what is changed afterwards stays in its place.

use std::sync::Arc;

use dialdesk_core::import::{Repeats, RowSet};

use super::model::Checked;
use super::odd::rows_of;
use crate::route::Rows;

/// What a table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// Single rows.
    Rows(Rows),
    /// Rows that have the text of an earlier one, each below that.
    SameText,
    /// Rows that have the number of an earlier one, each below that.
    SameNumber,
}

/// Whether the check that is shown is of what was decided last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Checking {
    /// It is.
    Done,
    /// The next one is under way.
    Running,
}

/// The rows in their order.
#[derive(Clone, Debug)]
enum Order {
    All(u64),
    Some(RowSet),
    /// Of a check; each pair is two rows.
    Pairs(fn(&Checked) -> &Repeats),
}

/// Rows that were taken.
#[derive(Clone, Debug)]
pub(crate) struct Taken {
    which: Which,
    times: u32,
    checking: Checking,
    /// The check that they are of.
    pub(crate) checked: Arc<Checked>,
    order: Order,
}

impl Taken {
    /// The rows that `which` means now; those that were taken before, where nothing has changed but what becomes of them.
    /// `times` counts how often they were asked for. Where that was while a check was under way, its outcome counts.
    pub(crate) fn again(
        before: Option<&Shared>,
        which: Which,
        times: u32,
        checked: &Arc<Checked>,
        checking: Checking,
    ) -> Shared {
        let is_same = |shared: &&Shared| {
            let taken = &shared.0;
            taken.which == which
                && taken.times == times
                && is_about_the_same(which, &taken.checked, checked)
                && (taken.checking == Checking::Done || checking == Checking::Running)
        };
        before.filter(is_same).cloned().unwrap_or_else(|| {
            let (order, checked) = (Order::of(which, checked), Arc::clone(checked));
            Shared(Arc::new(Self { which, times, checking, checked, order }))
        })
    }

    /// Whether the same rows would be taken now.
    pub(crate) fn is_as_of(&self, checked: &Checked) -> bool {
        match (&self.order, Order::of(self.which, checked)) {
            (Order::All(a), Order::All(b)) => *a == b,
            (Order::Some(a), Order::Some(b)) => *a == b,
            (Order::Pairs(of), Order::Pairs(_)) => of(&self.checked).shown == of(checked).shown,
            (Order::All(_) | Order::Some(_) | Order::Pairs(_), _other) => false,
        }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> u64 {
        match &self.order {
            Order::All(rows) => *rows,
            Order::Some(rows) => rows.len(),
            Order::Pairs(of) => 2 * of(&self.checked).shown.len() as u64,
        }
    }

    /// The rows at these places; fewer at the end.
    pub(crate) fn rows(&self, first: u64, count: u64) -> Vec<u32> {
        let behind = first.saturating_add(count).min(self.len());
        let number = |place: u64| u32::try_from(place).ok();
        match &self.order {
            Order::All(_) => (first..behind).filter_map(number).collect(),
            Order::Some(rows) => {
                rows.iter_from(first).take(usize::try_from(count).unwrap_or_default()).collect()
            }
            Order::Pairs(of) => {
                let pairs = &of(&self.checked).shown;
                let row = |place: u64| {
                    let pair = pairs.get(usize::try_from(place / 2).ok()?)?;
                    Some(if place.is_multiple_of(2) { pair.first } else { pair.row })
                };
                (first..behind).filter_map(row).collect()
            }
        }
    }

    /// Whether the row at a place and the next one clash.
    pub(crate) fn is_joined(&self, place: u64) -> bool {
        matches!(self.order, Order::Pairs(_)) && place.is_multiple_of(2)
    }

    /// The row at a place.
    pub(crate) fn row(&self, place: u64) -> Option<u32> {
        self.rows(place, 1).first().copied()
    }
}

/// Whether two checks are about the same rows, whatever was decided about them; where the rows are those that the list has,
/// compared with the same list.
fn is_about_the_same(which: Which, a: &Checked, b: &Checked) -> bool {
    let (one, other) = (&a.checks, &b.checks);
    let is_of_the_list = matches!(which, Which::Rows(Rows::AlreadyThere | Rows::NumberThere));
    Arc::ptr_eq(&a.scan, &b.scan)
        && (!is_of_the_list || a.report.known == b.report.known)
        && one.binding == other.binding
        && one.duplicates == other.duplicates
        && one.custom == other.custom
        && one.decisions.country == other.decisions.country
        && one.decisions.form == other.decisions.form
}

/// Rows that were taken, for a signal: the same or others.
#[derive(Clone, Debug)]
pub(crate) struct Shared(pub(crate) Arc<Taken>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Order {
    fn of(which: Which, checked: &Checked) -> Self {
        let report = &checked.report;
        match which {
            Which::Rows(Rows::All) => Self::All(checked.scan.records()),
            Which::Rows(Rows::Odd) => Self::Some(report.odd()),
            Which::Rows(Rows::Decided) => Self::Some(checked.checks.decisions.rows.keys().copied().collect()),
            Which::Rows(Rows::AlreadyThere) => Self::Some(report.already_there.rows.clone()),
            Which::Rows(Rows::NumberThere) => Self::Some(report.number_there.rows.clone()),
            Which::Rows(Rows::Kind(kind)) => Self::Some(rows_of(report, kind)),
            Which::SameText => Self::Pairs(|checked| &checked.report.same_text),
            Which::SameNumber => Self::Pairs(|checked| &checked.report.same_number),
        }
    }
}

#[cfg(test)]
mod tests {
    use dialdesk_core::contact::ContactField;
    use dialdesk_core::import::{
        Binding, Checker, Checks, Decisions, DuplicateRule, Kind, RowDecision, Scan, Scanned, Scanner,
        Settings,
    };
    use dialdesk_core::native::NativeDecoder;

    use super::*;

    /// Records: good; no name; good; no name; the text of the first; the text of the third.
    const FILE: &str =
        "name,phone\nAnn,061234501\n,061234502\nCat,061234503\n,061234504\nEve,061234501\nFay,061234503\n";

    fn scan() -> Arc<Scan> {
        let mut scanner = Scanner::new(FILE.len() as u64, Settings::default(), &NativeDecoder).unwrap();
        scanner.push(FILE.as_bytes()).unwrap();
        let Scanned::Whole(scan, _) = scanner.finish().unwrap() else { panic!("plain text is read once") };
        Arc::new(*scan)
    }

    fn check(scan: &Arc<Scan>, decisions: Decisions) -> Arc<Checked> {
        let binding: Binding = [(ContactField::FirstName, 0), (ContactField::Phone, 1)].into_iter().collect();
        let duplicates = DuplicateRule::new([ContactField::Phone]);
        let checks = Checks { binding, duplicates, decisions, ..Checks::default() };
        let mut checker = Checker::new(scan, &checks, &NativeDecoder);
        checker.push(&FILE.as_bytes()[usize::try_from(scan.start()).unwrap()..]).unwrap();
        let report = checker.finish().unwrap();
        Arc::new(Checked { checks, report, scan: Arc::clone(scan) })
    }

    fn mended() -> Decisions {
        let name = [(ContactField::FirstName, "Bob".to_owned())].into_iter().collect();
        Decisions { rows: [(1, RowDecision::with_texts(name))].into_iter().collect(), ..Decisions::default() }
    }

    fn all(shared: &Shared) -> Vec<u32> {
        shared.0.rows(0, u64::MAX)
    }

    const NO_NAME: Which = Which::Rows(Rows::Kind(Kind::NoFirstName));

    #[test]
    fn each_table_has_its_rows() {
        let checked = check(&scan(), mended());
        let take = |which| all(&Taken::again(None, which, 0, &checked, Checking::Done));
        assert_eq!(take(NO_NAME), [3]);
        assert_eq!(take(Which::Rows(Rows::Odd)), [3]);
        assert_eq!(take(Which::Rows(Rows::Decided)), [1]);
        assert_eq!(take(Which::Rows(Rows::All)), [0, 1, 2, 3, 4, 5]);
        // Each repeat stands below what it repeats.
        assert_eq!(take(Which::SameText), [0, 4, 2, 5]);
        assert!(take(Which::SameNumber).is_empty());
        let pairs = Taken::again(None, Which::SameText, 0, &checked, Checking::Done);
        assert_eq!((pairs.0.rows(1, 2), pairs.0.row(3), pairs.0.row(4)), (vec![4, 2], Some(5), None));
    }

    #[test]
    fn a_row_that_was_mended_stays_until_the_rows_are_asked_for_again() {
        let scan = scan();
        let (before, after) = (check(&scan, Decisions::default()), check(&scan, mended()));
        let taken = Taken::again(None, NO_NAME, 0, &before, Checking::Done);
        assert_eq!(all(&taken), [1, 3]);
        let kept = Taken::again(Some(&taken), NO_NAME, 0, &after, Checking::Done);
        assert!(kept == taken && !kept.0.is_as_of(&after));
        let anew = Taken::again(Some(&taken), NO_NAME, 1, &after, Checking::Done);
        assert_eq!(all(&anew), [3]);
        assert!(anew.0.is_as_of(&after));
    }

    #[test]
    fn rows_asked_for_during_a_check_are_those_that_it_finds() {
        let scan = scan();
        let (before, after) = (check(&scan, Decisions::default()), check(&scan, mended()));
        let early = Taken::again(None, NO_NAME, 1, &before, Checking::Running);
        assert_eq!(all(&early), [1, 3]);
        assert!(Taken::again(Some(&early), NO_NAME, 1, &before, Checking::Running) == early);
        assert_eq!(all(&Taken::again(Some(&early), NO_NAME, 1, &after, Checking::Done)), [3]);
    }

    #[test]
    fn another_file_or_other_columns_are_other_rows() {
        let first = check(&scan(), Decisions::default());
        let taken = Taken::again(None, NO_NAME, 0, &first, Checking::Done);
        let other = check(&scan(), Decisions::default());
        assert!(Taken::again(Some(&taken), NO_NAME, 0, &other, Checking::Done) != taken);
        assert!(Taken::again(Some(&taken), Which::Rows(Rows::All), 0, &first, Checking::Done) != taken);
    }
}
