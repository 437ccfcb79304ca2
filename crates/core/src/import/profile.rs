//! What the first pass gathers from the records.

use super::check::{Tally, row};
use super::columns::{self, Column, sample};
use super::dialect::{Dialect, Header, Settings};
use super::encoding::{Decoder, Encoding, judge_legacy};
use super::glance::Glance;
use super::record::{Record, Validity};
use super::rows::LineMap;
use super::rules::Checks;
use super::scan::{FIRST_ROWS, FOREIGN_MAX, RECORDS_MAX, Scan, Scanned};
use super::split::Whole;
use super::{Cut, Refusal};

/// Damaged text that is kept for judging its encoding anew.
const EVIDENCE_BYTES: usize = 64 * 1024;
/// Records with text that is right for one that is wrong, above which the encoding is right and the text damaged.
const RIGHT_FOR_WRONG: u64 = 10;

/// What is known of the records so far.
pub(super) struct Profile {
    dialect: Dialect,
    whole: Whole,
    pub(super) columns: Vec<Column>,
    first_rows: Vec<Vec<String>>,
    offsets: Vec<u32>,
    lines: LineMap,
    checked: Option<(Checks, Tally)>,
    doubt: Option<Doubt>,
    foreign: Vec<String>,
}

/// What speaks for and against an encoding that was only supposed.
#[derive(Default)]
struct Doubt {
    /// Records with text beyond ASCII that is right.
    right: u64,
    /// Records with bytes that are no text.
    wrong: u64,
    evidence: Vec<u8>,
}

impl Profile {
    pub(super) fn new(dialect: Dialect, cut: Option<Cut>) -> Self {
        Self {
            dialect,
            whole: Whole::of(cut),
            columns: Vec::new(),
            first_rows: Vec::new(),
            offsets: Vec::new(),
            lines: LineMap::default(),
            checked: None,
            doubt: None,
            foreign: Vec::new(),
        }
    }

    /// Gathers what speaks against UTF-8, where that is supposed.
    pub(super) fn doubt_encoding(&mut self) {
        if self.dialect.encoding == Encoding::Utf8 {
            self.doubt = Some(Doubt::default());
        }
    }

    /// Makes these checks in the same pass, on so many columns and about so many records.
    pub(super) fn check(&mut self, checks: Checks, columns: usize, records: u64) {
        let tally = Tally::new(&checks, columns, self.dialect.header, records);
        self.offsets.reserve(usize::try_from(records).unwrap_or_default());
        self.checked = Some((checks, tally));
    }

    /// How many records a file of this size has, if they go on as they have begun.
    pub(super) fn expected(&self, file_bytes: u64) -> u64 {
        let records = self.offsets.len() as u64;
        let Some(last) = self.offsets.last() else { return 0 };
        let begin = self.offsets.first().copied().unwrap_or_default();
        let whole = u64::from(last - begin);
        // A twentieth more saves making room a second time; a file cannot have more records than there may be.
        let expected = (file_bytes * records.saturating_sub(1)).checked_div(whole).unwrap_or(records);
        (expected + expected / 20).min(u64::from(RECORDS_MAX))
    }

    /// How many records stand below the header so far.
    pub(super) fn records(&self) -> u64 {
        self.offsets.len() as u64
    }

    /// Bytes that are held.
    pub(super) fn bytes(&self) -> usize {
        self.offsets.capacity() * size_of::<u32>()
            + self.lines.bytes()
            + self.checked.as_ref().map_or(0, |(_, tally)| tally.bytes())
    }

    /// Takes account of a record.
    #[inline]
    pub(super) fn note(&mut self, record: &Record<'_>) -> Result<(), Refusal> {
        if record.validity != Validity::Ascii {
            self.note_foreign(record);
        }
        if self.columns.is_empty() {
            self.name_columns(record);
        }
        let line = self.whole.line(record);
        let Some(row) = row(record, self.dialect.header) else { return Ok(()) };
        if row >= RECORDS_MAX {
            return Err(Refusal::TooManyRecords);
        }
        // The file is no larger than FILE_BYTES_MAX, which fits.
        self.offsets.push(u32::try_from(record.offset).unwrap_or(u32::MAX));
        self.lines.note(row, line);
        columns::note(&mut self.columns, record, u64::from(row));
        if self.first_rows.len() < FIRST_ROWS {
            self.first_rows.push(record.cells().map(std::borrow::Cow::into_owned).collect());
        }
        if let Some((_, tally)) = &mut self.checked {
            tally.note(record);
        }
        Ok(())
    }

    /// Takes account of a record with characters beyond ASCII.
    fn note_foreign(&mut self, record: &Record<'_>) {
        if let Some(doubt) = &mut self.doubt {
            doubt.note(record);
        }
        if self.foreign.len() >= FOREIGN_MAX {
            return;
        }
        for cell in record.cells().filter(|cell| !cell.is_ascii()) {
            let sample = sample(&cell);
            if self.foreign.len() < FOREIGN_MAX && !self.foreign.contains(&sample) {
                self.foreign.push(sample);
            }
        }
    }

    /// The first record says how many columns there are, and what they are called where it is a header. Without names, in
    /// a part of a larger file, that of the whole file has said it.
    fn name_columns(&mut self, record: &Record<'_>) {
        if self.dialect.header == Header::Present {
            let names = record.cells().map(std::borrow::Cow::into_owned);
            self.columns = names.enumerate().map(|(index, name)| Column::new(index, name)).collect();
            return;
        }
        let columns = self.whole.columns(record, self.dialect.delimiter);
        self.columns = (0..columns).map(|index| Column::new(index, String::new())).collect();
    }

    /// What the records so far show of the file; `None` before the first.
    pub(super) fn glance(self) -> Option<Glance> {
        let Self { dialect, columns, first_rows, .. } = self;
        (!columns.is_empty()).then_some(Glance { dialect, columns, first_rows })
    }

    /// What the file is, once all of it was read.
    pub(super) fn outcome(
        self,
        settings: Settings,
        bytes: u64,
        decoder: &dyn Decoder,
    ) -> Result<Scanned, Refusal> {
        if let Some(encoding) = self.doubt.as_ref().and_then(|doubt| doubt.verdict(decoder)) {
            return Ok(Scanned::Again(Settings { encoding: Some(encoding), ..settings }));
        }
        if self.columns.is_empty() {
            return Err(Refusal::Empty);
        }
        if self.offsets.is_empty() {
            return Err(Refusal::HeaderOnly);
        }
        let Self { dialect, columns, first_rows, offsets, lines, checked, foreign, .. } = self;
        let checked = checked.map(|(checks, tally)| Box::new((checks, tally.report())));
        let scan = Scan { dialect, columns, first_rows, foreign, offsets, lines, bytes };
        Ok(Scanned::Whole(Box::new(scan), checked))
    }
}

impl Doubt {
    #[cold]
    fn note(&mut self, record: &Record<'_>) {
        if !record.is_damaged() {
            self.right += 1;
            return;
        }
        self.wrong += 1;
        let room = EVIDENCE_BYTES - self.evidence.len();
        self.evidence.extend_from_slice(record.bytes.get(..room).unwrap_or(record.bytes));
        if room > record.bytes.len() {
            self.evidence.push(b'\n');
        }
    }

    /// The encoding that the damaged text rather has.
    fn verdict(&self, decoder: &dyn Decoder) -> Option<Encoding> {
        let is_wrong = self.wrong > 0 && self.right < self.wrong * RIGHT_FOR_WRONG;
        is_wrong.then(|| judge_legacy(&self.evidence, decoder).0)
    }
}
