//! The second pass: what becomes of every record under a binding.

use super::duplicates::{Origin, Seen, is_blank};
use super::reader::{Record, RecordReader};
use super::{Binding, DuplicateRule, Refusal, Scan};
use crate::contact::ContactField;

/// Rows of a kind that a report keeps for showing; the counts are of all.
pub const SHOWN_MAX: usize = 200;

/// What becomes of a record, apart from repeating another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is sent.
    Sent,
    /// It has no first name, which the server requires: it is left out.
    NoFirstName,
}

/// A record without a first name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoName {
    /// Its number, from 0, the header not counted.
    pub number: u64,
    /// Its line in the file, from 1.
    pub line: u64,
}

/// A record that repeats an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// Its number, from 0, the header not counted.
    pub number: u64,
    /// Its line in the file, from 1.
    pub line: u64,
    /// The number of the one that it repeats.
    pub first: u64,
    /// The line of the one that it repeats.
    pub first_line: u64,
}

/// What becomes of the records of a file. The buckets add up to the records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Records below the header.
    pub records: u64,
    /// Records left out because they have no first name.
    pub no_first_name: u64,
    /// Records that repeat an earlier one, written the same: the server drops them.
    pub same_text: u64,
    /// The first [`SHOWN_MAX`] of the records without a first name.
    pub shown_no_name: Vec<NoName>,
    /// The first [`SHOWN_MAX`] of the repeats.
    pub shown_repeats: Vec<Repeat>,
}

impl Report {
    /// Records that are not uploaded.
    pub fn left_out(&self) -> u64 {
        self.no_first_name
    }

    /// Records that are uploaded, the repeats among them.
    pub fn sent(&self) -> u64 {
        self.records - self.left_out()
    }

    /// What an empty list holds afterwards.
    pub fn to_store(&self) -> u64 {
        self.sent() - self.same_text
    }
}

/// The fate of `record` under `binding`; the check and the clean copy ask the same question here.
pub(super) fn fate(record: &Record<'_>, binding: &Binding) -> Fate {
    let name = binding.column(ContactField::FirstName).and_then(|column| record.cell(column));
    if name.is_none_or(is_blank) { Fate::NoFirstName } else { Fate::Sent }
}

/// Applies a binding and a duplicate rule to the pushed slices of a scanned file.
pub struct Checker {
    reader: RecordReader,
    tally: Tally,
}

struct Tally {
    binding: Binding,
    /// The columns of the compared fields.
    compared: Vec<usize>,
    seen: Seen,
    report: Report,
}

impl Checker {
    /// A checker for the file that `scan` describes. Fields of `rule` that are not bound are not compared. Push its bytes from [`Scan::header_offset`] on.
    pub fn new(scan: &Scan, binding: Binding, rule: &DuplicateRule) -> Self {
        let compared = rule.fields().iter().filter_map(|field| binding.column(*field)).collect();
        Self {
            reader: RecordReader::new(scan.delimiter, scan.header_offset, scan.header_line),
            tally: Tally { binding, compared, seen: Seen::default(), report: Report::default() },
        }
    }

    /// Reads the next slice.
    ///
    /// # Errors
    /// What makes the file unreadable: it has changed since it was scanned.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        self.reader.push(bytes, &mut |record| {
            self.tally.note(&record);
            Ok(())
        })
    }

    /// Says that the file ends here.
    ///
    /// # Errors
    /// As [`Self::push`].
    pub fn finish(mut self) -> Result<Report, Refusal> {
        self.reader.finish(&mut |record| {
            self.tally.note(&record);
            Ok(())
        })?;
        Ok(self.tally.report)
    }
}

impl Tally {
    fn note(&mut self, record: &Record<'_>) {
        // The reader counts the header as record 0.
        let Some(number) = record.number.checked_sub(1) else { return };
        let line = record.line;
        self.report.records += 1;
        match fate(record, &self.binding) {
            Fate::NoFirstName => {
                self.report.no_first_name += 1;
                keep(&mut self.report.shown_no_name, NoName { number, line });
            }
            Fate::Sent => {
                let values = self.compared.iter().map(|column| record.cell(*column).unwrap_or_default());
                // A file of 60 MiB has fewer records and lines than four bytes can count.
                let row = Origin { number: narrow(number), line: narrow(line) };
                if let Some(first) = self.seen.earlier(values, row) {
                    self.report.same_text += 1;
                    let (first, first_line) = (u64::from(first.number), u64::from(first.line));
                    keep(&mut self.report.shown_repeats, Repeat { number, line, first, first_line });
                }
            }
        }
    }
}

fn keep<T>(shown: &mut Vec<T>, row: T) {
    if shown.len() < SHOWN_MAX {
        shown.push(row);
    }
}

fn narrow(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
