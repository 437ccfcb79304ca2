//! Several files one after another: what waits, and what of the choices goes on to the next.

use std::collections::BTreeMap;
use std::sync::Arc;

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{Column, RowDecision, Scan, Settings};
use dialdesk_core::recipe::Digest;

use super::model::Choices;

/// Files that wait for their turn, in order, with how many were there before the present one.
#[derive(Clone, Debug)]
pub(super) struct Queue<T> {
    passed: usize,
    waiting: Vec<Waiting<T>>,
    /// The number that the next one to wait gets.
    made: u32,
}

/// One that waits.
#[derive(Clone, Debug)]
pub(super) struct Waiting<T> {
    /// Its number, which no other one has.
    pub(super) number: u32,
    /// What waits.
    pub(super) item: T,
}

impl<T> Default for Queue<T> {
    fn default() -> Self {
        Self { passed: 0, waiting: Vec::new(), made: 0 }
    }
}

impl<T> Queue<T> {
    /// Lets these wait in front of the others: they come with the file that is looked at now.
    pub(super) fn put_first(&mut self, items: impl IntoIterator<Item = T>) {
        if self.waiting.is_empty() {
            self.passed = 0;
        }
        let first = self.numbered(items);
        self.waiting.splice(0..0, first);
    }

    /// Lets these wait behind the others.
    pub(super) fn put_last(&mut self, items: impl IntoIterator<Item = T>) {
        let last = self.numbered(items);
        self.waiting.extend(last);
    }

    fn numbered(&mut self, items: impl IntoIterator<Item = T>) -> Vec<Waiting<T>> {
        let from = self.made;
        let numbered: Vec<_> = (from..).zip(items).map(|(number, item)| Waiting { number, item }).collect();
        self.made = numbered.last().map_or(from, |last| last.number + 1);
        numbered
    }

    /// The next one, which waits no longer.
    pub(super) fn take_next(&mut self) -> Option<T> {
        if self.waiting.is_empty() {
            return None;
        }
        self.passed += 1;
        Some(self.waiting.remove(0).item)
    }

    /// Takes one out.
    pub(super) fn remove(&mut self, number: u32) {
        self.waiting.retain(|waiting| waiting.number != number);
    }

    /// What waits, in order.
    pub(super) fn waiting(&self) -> &[Waiting<T>] {
        &self.waiting
    }

    /// The number of the present file, and of how many; `None` where it is the only one.
    pub(super) fn place(&self) -> Option<(usize, usize)> {
        let of = self.passed + 1 + self.waiting.len();
        (of > 1).then_some((self.passed + 1, of))
    }
}

/// What the admin chose for one file, to be taken over for the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Carried {
    /// The name of that file.
    pub(super) from: String,
    /// What its columns are called.
    names: Vec<String>,
    /// How it was to be read.
    pub(super) settings: Settings,
    /// What was chosen for its columns.
    pub(super) choices: Choices,
    /// What was decided about its rows, where the next file may have the same ones.
    pub(super) mended: Option<Mended>,
}

/// What was decided about the rows of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mended {
    /// What tells the file from others.
    pub(super) digest: Option<Digest>,
    /// How it was read.
    pub(super) scan: Arc<Scan>,
    /// What becomes of its rows.
    pub(super) rows: BTreeMap<u32, RowDecision>,
    /// What was decided about rows that were none as it was read, by the byte at which each begins.
    pub(super) aside: BTreeMap<u64, RowDecision>,
}

impl Mended {
    /// Whether nothing was decided.
    pub(super) fn is_nothing(&self) -> bool {
        self.rows.is_empty() && self.aside.is_empty()
    }
}

impl Carried {
    /// What was chosen for a file with these columns.
    pub(super) fn new(from: String, columns: &[Column], settings: Settings, choices: Choices) -> Self {
        Self { from, names: names(columns), settings, choices, mended: None }
    }

    /// The choices that hold for a file with these columns: those for columns where all are called the same, else only
    /// that a field takes none.
    pub(super) fn choices_for(&self, columns: &[Column]) -> Choices {
        let fits = self.fits(columns);
        let holds = |(_, column): &(&ContactField, &Option<usize>)| fits || column.is_none();
        self.choices.iter().filter(holds).map(|(field, column)| (*field, *column)).collect()
    }

    /// Whether these columns are called as those of the file before, in the same order.
    pub(super) fn fits(&self, columns: &[Column]) -> bool {
        self.names == names(columns)
    }
}

fn names(columns: &[Column]) -> Vec<String> {
    columns.iter().map(|column| column.name.clone()).collect()
}

#[cfg(test)]
mod tests {
    use dialdesk_core::import::{Scanned, Scanner};
    use dialdesk_core::native::NativeDecoder;

    use super::*;

    fn columns(file: &str) -> Vec<Column> {
        let mut scanner = Scanner::new(file.len() as u64, Settings::default(), &NativeDecoder).unwrap();
        scanner.push(file.as_bytes()).unwrap();
        let Scanned::Whole(scan, _) = scanner.finish().unwrap() else { panic!("plain text is read once") };
        scan.columns
    }

    fn shown(queue: &Queue<&'static str>) -> Vec<&'static str> {
        queue.waiting().iter().map(|waiting| waiting.item).collect()
    }

    #[test]
    fn files_come_in_their_order_and_are_counted() {
        let mut queue = Queue::default();
        assert_eq!(queue.place(), None);
        queue.put_first(["tue", "wed"]);
        assert_eq!(queue.place(), Some((1, 3)));
        assert_eq!(queue.take_next(), Some("tue"));
        assert_eq!(queue.place(), Some((2, 3)));
        // Parts of the present file come before what waited already.
        queue.put_first(["tue 2"]);
        queue.put_last(["thu"]);
        assert_eq!(shown(&queue), ["tue 2", "wed", "thu"]);
        assert_eq!(queue.place(), Some((2, 5)));
        while queue.take_next().is_some() {}
        assert_eq!(queue.place(), Some((5, 5)));
        // The next one that is chosen by itself is no longer one of them.
        queue.put_first([]);
        assert_eq!(queue.place(), None);
    }

    #[test]
    fn one_is_taken_out_by_its_number_whatever_it_is() {
        let mut queue = Queue::default();
        queue.put_last(["same", "same", "other"]);
        let second = queue.waiting()[1].number;
        queue.remove(second);
        queue.remove(second);
        assert_eq!(shown(&queue), ["same", "other"]);
    }

    #[test]
    fn choices_for_columns_hold_only_where_all_columns_are_called_the_same() {
        let before = columns("name,phone,office\nAnn,1,2\n");
        let choices = Choices::from([(ContactField::Phone, Some(2)), (ContactField::City, None)]);
        let carried = Carried::new("mon.csv".to_owned(), &before, Settings::default(), choices.clone());
        assert_eq!(carried.choices_for(&columns("name,phone,office\nBob,3,4\n")), choices);
        let nones = Choices::from([(ContactField::City, None)]);
        assert_eq!(carried.choices_for(&columns("name,office,phone\nBob,3,4\n")), nones);
        assert_eq!(carried.choices_for(&columns("name,phone\nBob,3\n")), nones);
    }
}
