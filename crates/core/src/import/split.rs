//! Where a file that is too large for the server is cut into parts that are not.

use super::dialect::{Delimiter, Dialect, HEAD_BYTES, Header, Settings};
use super::encoding::{Basis, Decoder};
use super::intake::Intake;
use super::record::Record;
use super::scan::RECORDS_MAX;
use super::{Foreign, Refusal};

/// Largest file that is cut into parts: as many contacts as nobody calls.
pub const SPLIT_BYTES_MAX: u64 = 4 * 1024 * 1024 * 1024;

/// Bytes that a copy may need for a cell beyond its text: two quotes and a separator.
const AROUND_A_CELL: u64 = 3;
/// Bytes that a copy may need for a record beyond its cells: a line end, and numbers with their country code.
const AROUND_A_RECORD: u64 = 32;

/// What a part has to be told of the file that it was cut from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Where the first record of the part begins in the bytes of the part: behind those that every part repeats.
    pub start: u64,
    /// The line of that file in which the first record of the part begins, from 1.
    pub line: u64,
    /// How many columns that file has. Without names the first record of a part may have fewer.
    pub columns: usize,
    /// What separates them.
    pub delimiter: Delimiter,
}

/// What is read, told what it was cut from, if it is a part: how its lines and columns count in the whole file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whole {
    cut: Option<Cut>,
    /// Lines between what every part repeats and the part, beyond those of the part itself; none before its first record.
    lines: Option<u64>,
}

impl Whole {
    pub(super) fn of(cut: Option<Cut>) -> Self {
        Self { cut, lines: None }
    }

    /// The line of the whole file in which a record begins; asked of each in turn.
    pub(super) fn line(&mut self, record: &Record<'_>) -> u64 {
        let Some(cut) = self.cut.filter(|cut| record.offset >= cut.start) else { return record.line };
        record.line + *self.lines.get_or_insert(cut.line.saturating_sub(record.line))
    }

    /// How many columns there are without names, where this is the first record.
    pub(super) fn columns(&self, first: &Record<'_>, delimiter: Delimiter) -> usize {
        let cut = self.cut.filter(|cut| cut.delimiter == delimiter);
        cut.map_or(first.len(), |cut| cut.columns)
    }
}

/// Records that follow one another, by their bytes in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where the first of them begins.
    pub start: u64,
    /// Where the first one behind them begins.
    pub end: u64,
    /// How many there are.
    pub records: u64,
    /// What reading them has to know.
    pub cut: Cut,
}

/// How a file is cut. Each part is the bytes before [`Self::shared`], then its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// What is known of how each part is written.
    pub settings: Settings,
    /// Bytes at the beginning of the file that every part repeats: a byte order mark, a line `sep=`, the names of columns.
    pub shared: u64,
    /// The parts in order.
    pub parts: Vec<Part>,
}

/// Finds the places at which a file is cut, from pushed slices: at the end of a record, so that no part is larger than
/// asked, but for one of a single record.
///
/// Room is also left for a clean copy: UTF-8, quotes around every cell, numbers with their country code. It may still be
/// larger where one column feeds several fields or longer texts were typed, which is not known here.
pub struct Splitter<'a> {
    settings: Settings,
    decoder: &'a dyn Decoder,
    whole: Whole,
    most: u64,
    read: u64,
    head: Vec<u8>,
    pass: Option<Pass>,
}

struct Pass {
    dialect: Dialect,
    intake: Intake,
    cuts: Cuts,
}

/// A record whose end is not known yet.
#[derive(Clone, Copy)]
struct Last {
    offset: u64,
    line: u64,
    copied: u64,
}

/// The parts so far.
struct Cuts {
    header: Header,
    whole: Whole,
    most: u64,
    shared: u64,
    /// Where the present part begins.
    start: u64,
    cut: Cut,
    /// Bytes that the records of the present part may have in a copy.
    copied: u64,
    records: u64,
    last: Option<Last>,
    parts: Vec<Part>,
}

impl<'a> Splitter<'a> {
    /// Cuts a file of this size into parts of `most` bytes each, at most.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`], before anything is read.
    pub fn new(
        file_bytes: u64,
        most: u64,
        settings: Settings,
        decoder: &'a dyn Decoder,
    ) -> Result<Self, Refusal> {
        if file_bytes > SPLIT_BYTES_MAX {
            return Err(Refusal::TooLarge { bytes: file_bytes });
        }
        let whole = Whole::of(None);
        Ok(Self { settings, decoder, whole, most, read: 0, head: Vec::new(), pass: None })
    }

    /// Cuts what is a part itself: the lines and columns of its parts are those of the whole file.
    #[must_use]
    pub fn with_cut(self, cut: Option<Cut>) -> Self {
        Self { whole: Whole::of(cut), ..self }
    }

    /// Reads the next slice.
    ///
    /// # Errors
    /// What makes the file unreadable.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        self.read += bytes.len() as u64;
        if let Some(pass) = &mut self.pass {
            return pass.push(bytes);
        }
        let (head, rest) = bytes.split_at(bytes.len().min(HEAD_BYTES - self.head.len()));
        self.head.extend_from_slice(head);
        if self.head.len() < HEAD_BYTES {
            return Ok(());
        }
        let pass = self.begin()?;
        self.head = Vec::new();
        self.pass.insert(pass).push(rest)
    }

    /// How many records stand below the header so far.
    pub fn records(&self) -> u64 {
        let cut = |pass: &Pass| pass.cuts.parts.iter().map(|part| part.records).sum::<u64>();
        // The last one is not in a part yet, as its end is not known.
        let last = |pass: &Pass| u64::from(pass.cuts.last.is_some());
        self.pass.as_ref().map_or(0, |pass| cut(pass) + pass.cuts.records + last(pass))
    }

    /// Says that the file ends here.
    ///
    /// # Errors
    /// What makes the file unusable as a whole.
    pub fn finish(mut self) -> Result<Parts, Refusal> {
        let mut pass = match self.pass.take() {
            Some(pass) => pass,
            None => self.begin()?,
        };
        pass.finish()?;
        let Pass { dialect, cuts, .. } = pass;
        let (shared, parts) = cuts.finish(self.read)?;
        // What was only supposed, each part has to tell by itself.
        let is_sure = dialect.basis != Some(Basis::Ascii);
        let settings = Settings {
            encoding: is_sure.then_some(dialect.encoding),
            delimiter: Some(dialect.delimiter),
            header: Some(dialect.header),
        };
        Ok(Parts { settings, shared, parts })
    }

    fn begin(&self) -> Result<Pass, Refusal> {
        if let Some(foreign) = Foreign::sniff(&self.head) {
            return Err(Refusal::Foreign(foreign));
        }
        let dialect = Dialect::recognise(&self.head, self.settings, self.decoder);
        let start = usize::try_from(dialect.start).unwrap_or_default();
        let intake = Intake::new(&dialect, dialect.start, dialect.line, self.decoder);
        let mut pass = Pass { cuts: Cuts::new(&dialect, self.whole, self.most), dialect, intake };
        pass.push(self.head.get(start..).unwrap_or_default())?;
        Ok(pass)
    }
}

impl Pass {
    fn push(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        self.intake.push(bytes, &mut |record| {
            self.cuts.note(&record);
            Ok(())
        })
    }

    fn finish(&mut self) -> Result<(), Refusal> {
        self.intake.finish(&mut |record| {
            self.cuts.note(&record);
            Ok(())
        })
    }
}

impl Cuts {
    fn new(dialect: &Dialect, whole: Whole, most: u64) -> Self {
        Self {
            header: dialect.header,
            whole,
            most,
            shared: 0,
            start: 0,
            cut: Cut { start: 0, line: dialect.line, columns: 0, delimiter: dialect.delimiter },
            copied: 0,
            records: 0,
            last: None,
            parts: Vec::new(),
        }
    }

    /// A record begins here, and with that the one before it ends.
    fn note(&mut self, record: &Record<'_>) {
        let line = self.whole.line(record);
        if record.number == 0 {
            if self.header == Header::Present {
                self.cut.columns = record.len();
                return;
            }
            self.cut.columns = self.whole.columns(record, self.cut.delimiter);
        }
        if let Some(last) = self.last {
            self.take(last, record.offset);
        } else {
            self.shared = record.offset;
            self.start = record.offset;
            self.cut.start = record.offset;
            self.cut.line = line;
        }
        self.last = Some(Last { offset: record.offset, line, copied: copied(record) });
    }

    /// Puts a record into the present part, or cuts before it.
    fn take(&mut self, Last { offset, line, copied }: Last, end: u64) {
        let bytes = self.shared + (end - self.start);
        let in_copy = self.shared + self.copied + copied;
        let is_full = bytes > self.most || in_copy > self.most || self.records >= u64::from(RECORDS_MAX);
        if is_full && self.records > 0 {
            self.cut(offset);
            self.cut.line = line;
        }
        self.copied += copied;
        self.records += 1;
    }

    fn cut(&mut self, end: u64) {
        self.parts.push(Part { start: self.start, end, records: self.records, cut: self.cut });
        self.start = end;
        self.copied = 0;
        self.records = 0;
    }

    fn finish(mut self, end: u64) -> Result<(u64, Vec<Part>), Refusal> {
        let nothing = match self.header {
            Header::Present => Refusal::HeaderOnly,
            Header::Absent => Refusal::Empty,
        };
        let last = self.last.ok_or(nothing)?;
        self.take(last, end);
        self.cut(end);
        Ok((self.shared, self.parts))
    }
}

/// Bytes that a record may have in a copy: UTF-8, and quotes around every cell.
fn copied(record: &Record<'_>) -> u64 {
    let cells = record.raws().map(|cell| {
        let quotes: u64 = cell.iter().map(|byte| u64::from(*byte == b'"')).sum();
        record.utf8(cell).len() as u64 + quotes + AROUND_A_CELL
    });
    cells.sum::<u64>() + AROUND_A_RECORD
}
