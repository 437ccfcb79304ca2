//! The records that are not stored, as a file for whoever mends them.

use std::borrow::Cow;

use super::check::row;
use super::copy::{strict_writer, written};
use super::dialect::Delimiter;
use super::encoding::Decoder;
use super::guard::{guarded, unguarded_text};
use super::intake::Intake;
use super::kind::KindSet;
use super::record::Record;
use super::rules::{Checks, Rules};
use super::{NumberThere, Refusal, Report, Scan};

/// Why a record is not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// What is odd about it; nothing where the admin has left it out as it is.
    Findings(KindSet),
    /// It has the text of an earlier one, which begins in this line.
    SameText(u64),
    /// It has the number of another, which begins in this line.
    SameNumber(u64),
    /// The list has it already, by the text of what is compared.
    AlreadyThere,
    /// The list has its number already, written differently.
    NumberThere,
}

/// The words of the file, in the language of whoever reads it.
pub struct RejectedWords<'a> {
    /// Header of the column with the line in the original file.
    pub line: &'a str,
    /// Header of the column with the reason.
    pub reason: &'a str,
    /// A reason.
    pub say: &'a dyn Fn(Why) -> String,
}

/// Writes the records that are not stored, with their lines and reasons, from the pushed slices of a scanned file.
///
/// A spreadsheet opens it unharmed: it begins with a byte order mark, has the delimiter of the original, and whatever
/// would be changed (a plus, leading zeros, a formula) has an apostrophe before it, which the importer takes off again
/// from cells; from a name of a column it does not, as those are kept verbatim.
pub struct RejectedWriter<'a> {
    intake: Intake,
    page: Page<'a>,
}

struct Page<'a> {
    words: RejectedWords<'a>,
    scan: &'a Scan,
    report: &'a Report,
    rules: Rules,
    out: csv::Writer<Vec<u8>>,
}

/// What Excel needs to read UTF-8 as such.
const MARK: &[u8] = b"\xef\xbb\xbf";

impl<'a> RejectedWriter<'a> {
    /// A writer for the file that `scan` describes and the records that `report` leaves out under the same `checks`; push
    /// its bytes from [`Scan::start`] on, and begin the file with the bytes that are answered first.
    pub fn new(
        scan: &'a Scan,
        checks: &Checks,
        report: &'a Report,
        words: RejectedWords<'a>,
        decoder: &dyn Decoder,
    ) -> (Self, Vec<u8>) {
        let rules = Rules::new(checks, scan.columns.len());
        let mut page = Page { words, scan, report, rules, out: strict_writer(scan.dialect.delimiter) };
        let names = scan.columns.iter().map(|column| guarded(&column.name));
        let words = [page.words.line, page.words.reason].map(Cow::Borrowed);
        let names: Vec<Cow<'_, str>> = words.into_iter().chain(names).collect();
        page.write(names.iter().map(AsRef::as_ref));
        let head = [MARK, &page.take()].concat();
        (Self { intake: scan.reader(decoder), page }, head)
    }

    /// Reads the next slice and answers the bytes that follow from it.
    ///
    /// # Errors
    /// What makes the file unreadable: it has changed since it was scanned.
    pub fn push(&mut self, bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
        let Self { intake, page } = self;
        intake.push(bytes, &mut |record| {
            page.note(&record);
            Ok(())
        })?;
        Ok(self.page.take())
    }

    /// Says that the file ends here and answers the last bytes.
    ///
    /// # Errors
    /// As [`Self::push`].
    pub fn finish(mut self) -> Result<Vec<u8>, Refusal> {
        let Self { intake, page } = &mut self;
        intake.finish(&mut |record| {
            page.note(&record);
            Ok(())
        })?;
        Ok(self.page.take())
    }
}

impl Page<'_> {
    fn note(&mut self, record: &Record<'_>) {
        let Some(row) = row(record, self.scan.dialect.header) else { return };
        if !self.report.skipped.has(row) {
            return;
        }
        let why = (self.words.say)(self.why(record, row));
        let line = self.scan.line(row).to_string();
        let cells = self.cells(record, row);
        let all = [line.as_str(), why.as_str()].into_iter().chain(cells.iter().map(String::as_str));
        self.write(all);
    }

    /// The cells of a record, with what the admin has typed in the place of what the file has.
    fn cells(&self, record: &Record<'_>, row: u32) -> Vec<String> {
        let mut cells: Vec<String> =
            record.cells().map(|cell| guarded(unguarded_text(&cell)).into_owned()).collect();
        // Of several fields that one column feeds the first counts.
        for bound in self.rules.bounds().iter().rev() {
            let Some(text) = self.rules.decisions().fixed(row, bound.field) else { continue };
            if (cells.len()..self.scan.columns.len()).contains(&bound.column) {
                cells.resize(bound.column + 1, String::new());
            }
            if let Some(cell) = cells.get_mut(bound.column) {
                *cell = guarded(text).into_owned();
            }
        }
        cells
    }

    /// Repeats beyond those that the report shows are known by being nothing else.
    fn why(&self, record: &Record<'_>, row: u32) -> Why {
        let mut kinds = self.rules.of_record(record);
        for bound in self.rules.bounds() {
            kinds.extend(self.rules.cell(record, row, bound).kinds);
        }
        if self.rules.decisions().against(row, kinds).is_some() {
            return Why::Findings(kinds);
        }
        if self.report.already_there.rows.has(row) {
            return Why::AlreadyThere;
        }
        if self.rules.decisions().number_there == NumberThere::LeaveOut
            && self.report.number_there.rows.has(row)
        {
            return Why::NumberThere;
        }
        let first = |repeats: &super::Repeats| {
            let at = repeats.shown.binary_search_by_key(&row, |repeat| repeat.row).ok()?;
            repeats.shown.get(at).map(|repeat| self.scan.line(repeat.first))
        };
        let Report { same_text, replaced, same_number, .. } = self.report;
        first(same_text)
            .map(Why::SameText)
            .or_else(|| first(replaced).or_else(|| first(same_number)).map(Why::SameNumber))
            .unwrap_or(Why::Findings(kinds))
    }

    fn write<'b>(&mut self, cells: impl Iterator<Item = &'b str>) {
        // Short and long records keep their cells; writing to memory cannot fail.
        self.out.write_record(cells).ok();
    }

    fn take(&mut self) -> Vec<u8> {
        let delimiter: Delimiter = self.scan.dialect.delimiter;
        written(&mut self.out, delimiter)
    }
}
