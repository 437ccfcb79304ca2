//! The first pass: what the file is.

use super::columns::Column;
use super::dialect::{Dialect, HEAD_BYTES, Settings};
use super::encoding::Decoder;
use super::glance::Glance;
use super::intake::Intake;
use super::profile::Profile;
use super::rows::LineMap;
use super::rules::Checks;
use super::{Cut, FILE_BYTES_MAX, Foreign, Refusal, Report};

/// Records that are kept as text for showing the beginning of the file.
pub(super) const FIRST_ROWS: usize = 5;

/// Cells with characters beyond ASCII that are kept, for a person to see whether they are read rightly.
pub const FOREIGN_MAX: usize = 6;

/// Most records of a file: as many contacts as the largest file holds in 15 bytes each.
pub const RECORDS_MAX: u32 = 4_000_000;

/// What a file is, learnt in one pass: its dialect, its columns, where each record begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// How it is written.
    pub dialect: Dialect,
    /// Its columns in order. Without a header they have no names.
    pub columns: Vec<Column>,
    /// The first five records below the header.
    pub first_rows: Vec<Vec<String>>,
    /// The first [`FOREIGN_MAX`] different cells with characters beyond ASCII, the header's among them, long ones cut.
    pub foreign: Vec<String>,
    /// Where each record below the header begins; four bytes each, as no file is larger than [`FILE_BYTES_MAX`].
    pub(super) offsets: Vec<u32>,
    pub(super) lines: LineMap,
    /// The size of the file in bytes.
    pub bytes: u64,
}

impl Scan {
    /// How many records stand below the header.
    pub fn records(&self) -> u64 {
        self.offsets.len() as u64
    }

    /// Where reading the records begins, the header among them, in bytes.
    pub fn start(&self) -> u64 {
        self.dialect.start
    }

    /// The bytes that hold a record (its number from 0, the header not counted) and perhaps line ends behind it.
    pub fn span(&self, row: u32) -> Option<(u64, u64)> {
        let row = row as usize;
        let start = u64::from(*self.offsets.get(row)?);
        let end = self.offsets.get(row + 1).map_or(self.bytes, |next| u64::from(*next));
        Some((start, end))
    }

    /// The record that begins at this byte of the file, in whatever way it was read.
    pub fn row_at(&self, start: u64) -> Option<u32> {
        let row = self.offsets.binary_search(&u32::try_from(start).ok()?).ok()?;
        u32::try_from(row).ok()
    }

    /// The line in which a record begins, from 1; of a part, the line of the file that it was cut from.
    pub fn line(&self, row: u32) -> u64 {
        self.lines.line(row)
    }

    /// Names that more than one column has, each once; empty names are not compared.
    pub fn repeated_names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.columns.iter().map(|column| column.name.as_str()).collect();
        names.retain(|name| !name.is_empty());
        names.sort_unstable();
        let repeated = names.chunk_by(|a, b| a == b).filter(|same| same.len() > 1);
        repeated.filter_map(|same| same.first().copied()).collect()
    }

    /// Reads the records anew, the header first where there is one. Push the bytes of the file from [`Self::start`] on. Lines
    /// are counted from there, also in a part of a larger file.
    pub fn reader(&self, decoder: &dyn Decoder) -> Intake {
        Intake::new(&self.dialect, self.dialect.start, self.dialect.line, decoder)
    }
}

/// What reading a file has come to.
#[derive(Debug)]
pub enum Scanned {
    /// What it is, and what becomes of its records where that was asked. A file whose first record goes on beyond its
    /// head has no columns for which checks could be proposed in time: a [`super::Checker`] then reads it again.
    Whole(Box<Scan>, Option<Box<(Checks, Report)>>),
    /// It is not in the encoding that its beginning let suppose: read it again with these settings.
    Again(Settings),
}

/// Proposes the checks once the columns of the head are known; the same pass over the file then makes them.
pub type Propose<'a> = dyn Fn(&[Column]) -> Checks + 'a;

/// The columns of a file that begins with `head`: its first [`HEAD_BYTES`], or all of it. None where that cannot be told
/// from its beginning, or it is no such file. A part of a larger file has a `cut`.
pub fn columns_of_head(
    head: &[u8],
    file_bytes: u64,
    settings: Settings,
    decoder: &dyn Decoder,
    cut: Option<Cut>,
) -> Option<Vec<Column>> {
    let mut scanner = Scanner::new(file_bytes, settings, decoder).ok()?.with_cut(cut);
    scanner.head.extend_from_slice(head);
    let is_whole = head.len() as u64 == file_bytes;
    let mut pass = scanner.first_pass(if is_whole { Reach::File } else { Reach::Head }).ok()?;
    if is_whole {
        pass.finish().ok()?;
    }
    Some(pass.profile.columns).filter(|columns| !columns.is_empty())
}

/// Learns what a file is from pushed slices.
pub struct Scanner<'a> {
    settings: Settings,
    decoder: &'a dyn Decoder,
    propose: Option<&'a Propose<'a>>,
    cut: Option<Cut>,
    file_bytes: u64,
    read: u64,
    head: Vec<u8>,
    glance: Option<Glance>,
    pass: Option<Pass>,
}

/// What the bytes of the head are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// The beginning of the file; more may follow.
    Head,
    /// All of the file.
    File,
}

/// The pass over the records, once the dialect is known.
struct Pass {
    intake: Intake,
    profile: Profile,
}

impl<'a> Scanner<'a> {
    /// A scanner for a file of this size.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] and [`Refusal::Empty`], before anything is read.
    pub fn new(file_bytes: u64, settings: Settings, decoder: &'a dyn Decoder) -> Result<Self, Refusal> {
        if file_bytes > FILE_BYTES_MAX {
            return Err(Refusal::TooLarge { bytes: file_bytes });
        }
        if file_bytes == 0 {
            return Err(Refusal::Empty);
        }
        Ok(Self {
            settings,
            decoder,
            propose: None,
            cut: None,
            file_bytes,
            read: 0,
            head: Vec::new(),
            glance: None,
            pass: None,
        })
    }

    /// Also makes the checks that `propose` answers for the columns as they are known from the head, in the same pass.
    #[must_use]
    pub fn with_checks(self, propose: &'a Propose<'a>) -> Self {
        Self { propose: Some(propose), ..self }
    }

    /// Reads a part of a larger file: its lines are counted there, and without names it has the columns of that.
    #[must_use]
    pub fn with_cut(self, cut: Option<Cut>) -> Self {
        Self { cut, ..self }
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
        // Whatever the slices are, the same bytes decide what the file is.
        let (head, rest) = bytes.split_at(bytes.len().min(HEAD_BYTES - self.head.len()));
        self.head.extend_from_slice(head);
        if self.head.len() < HEAD_BYTES {
            return Ok(());
        }
        self.begin()?.push(rest)
    }

    /// What the beginning of the file shows, handed out once, as soon as the head was pushed. A file that ends in its head
    /// has none, and neither has one whose first record goes on behind it.
    pub fn take_glance(&mut self) -> Option<Glance> {
        self.glance.take()
    }

    /// How many records stand below the header so far.
    pub fn records(&self) -> u64 {
        self.pass.as_ref().map_or(0, |pass| pass.profile.records())
    }

    /// Bytes that are held for the file: places of records, counts, what repeats.
    pub fn state_bytes(&self) -> usize {
        self.pass.as_ref().map_or(0, |pass| pass.profile.bytes()) + self.head.capacity()
    }

    /// Says that the file ends here.
    ///
    /// # Errors
    /// What makes the file unusable as a whole.
    pub fn finish(mut self) -> Result<Scanned, Refusal> {
        let mut pass = match self.pass.take() {
            Some(pass) => pass,
            None => self.first_pass(Reach::File)?,
        };
        pass.finish()?;
        pass.profile.outcome(self.settings, self.read, self.decoder)
    }

    /// Decides what the file is, by its head.
    fn begin(&mut self) -> Result<&mut Pass, Refusal> {
        let pass = self.first_pass(Reach::Head)?;
        self.head = Vec::new();
        Ok(self.pass.insert(pass))
    }

    fn first_pass(&mut self, reach: Reach) -> Result<Pass, Refusal> {
        if let Some(foreign) = Foreign::sniff(&self.head) {
            return Err(Refusal::Foreign(foreign));
        }
        let dialect = Dialect::recognise(&self.head, self.settings, self.decoder);
        let start = usize::try_from(dialect.start).unwrap_or_default();
        let records = self.head.get(start..).unwrap_or_default();
        let mut pass = Pass::new(dialect.clone(), self.cut, self.decoder);
        if self.settings.encoding.is_none() && !dialect.has_bom {
            pass.profile.doubt_encoding();
        }
        // The head is read once for its columns, then again with all that is to be checked.
        let mut first = Pass::new(dialect, self.cut, self.decoder);
        first.push(records)?;
        if reach == Reach::File {
            first.finish()?;
        }
        let columns = &first.profile.columns;
        if let Some(propose) = self.propose.filter(|_| !columns.is_empty()) {
            let expected = match reach {
                Reach::Head => first.profile.expected(self.file_bytes),
                Reach::File => first.profile.records(),
            };
            pass.profile.check(propose(columns), columns.len(), expected);
        }
        pass.push(records)?;
        if reach == Reach::Head {
            self.glance = first.profile.glance();
        }
        Ok(pass)
    }
}

impl Pass {
    fn new(dialect: Dialect, cut: Option<Cut>, decoder: &dyn Decoder) -> Self {
        let intake = Intake::new(&dialect, dialect.start, dialect.line, decoder);
        Self { intake, profile: Profile::new(dialect, cut) }
    }

    fn push(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        self.intake.push(bytes, &mut |record| self.profile.note(&record))
    }

    fn finish(&mut self) -> Result<(), Refusal> {
        self.intake.finish(&mut |record| self.profile.note(&record))
    }
}
