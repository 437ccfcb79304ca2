//! The first pass: what the file is.

use super::columns::{Column, looks_like_address};
use super::reader::{Record, RecordReader};
use super::{Delimiter, FILE_BYTES_MAX, Foreign, Refusal};
use crate::phone::looks_like_number;

/// Records that are kept as text for showing the beginning of the file.
pub const FIRST_ROWS: usize = 5;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// What a file is, learnt in one pass: its dialect, its columns, where each record begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// Whether it begins with a byte order mark, which is no part of the first header.
    pub bom: bool,
    /// What separates its cells.
    pub delimiter: Delimiter,
    /// Its columns in order.
    pub columns: Vec<Column>,
    /// The first [`FIRST_ROWS`] records below the header.
    pub first_rows: Vec<Vec<String>>,
    /// Records with more or fewer cells than the header.
    pub ragged: u64,
    /// Where the header begins.
    pub header_offset: u64,
    /// The line in which it begins, from 1.
    pub header_line: u64,
    /// Where each record below the header begins; four bytes each, as no file is larger than [`FILE_BYTES_MAX`].
    offsets: Vec<u32>,
    /// The size of the file in bytes.
    pub bytes: u64,
}

impl Scan {
    /// How many records stand below the header.
    pub fn records(&self) -> u64 {
        self.offsets.len() as u64
    }

    /// The bytes that hold record `number` (from 0, the header not counted) and perhaps line ends behind it.
    pub fn span(&self, number: u64) -> Option<(u64, u64)> {
        let number = usize::try_from(number).ok()?;
        let start = u64::from(*self.offsets.get(number)?);
        let end = self.offsets.get(number + 1).map_or(self.bytes, |next| u64::from(*next));
        Some((start, end))
    }

    /// Names that more than one column has, each once; empty names are not compared.
    pub fn repeated_names(&self) -> Vec<&str> {
        let mut repeated: Vec<&str> = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            let again = self.columns.iter().skip(at + 1).any(|other| other.name == column.name);
            if again && !column.name.is_empty() && !repeated.contains(&column.name.as_str()) {
                repeated.push(&column.name);
            }
        }
        repeated
    }
}

/// Learns what a file is from pushed slices.
pub struct Scanner {
    reader: Option<RecordReader>,
    found: Found,
    read: u64,
}

struct Found {
    bom: bool,
    delimiter: Delimiter,
    columns: Vec<Column>,
    first_rows: Vec<Vec<String>>,
    ragged: u64,
    header_offset: u64,
    header_line: u64,
    offsets: Vec<u32>,
}

impl Scanner {
    /// A scanner for a file of this size.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] and [`Refusal::Empty`], before anything is read.
    pub fn new(file_bytes: u64) -> Result<Self, Refusal> {
        if file_bytes > FILE_BYTES_MAX {
            return Err(Refusal::TooLarge { bytes: file_bytes });
        }
        if file_bytes == 0 {
            return Err(Refusal::Empty);
        }
        Ok(Self {
            reader: None,
            found: Found {
                bom: false,
                delimiter: Delimiter::default(),
                columns: Vec::new(),
                first_rows: Vec::new(),
                ragged: 0,
                header_offset: 0,
                header_line: 1,
                offsets: Vec::new(),
            },
            read: 0,
        })
    }

    /// Reads the next slice. The first one decides what the file is and should hold a good part of it.
    ///
    /// # Errors
    /// What makes the file unreadable.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        let mut rest = bytes;
        if self.reader.is_none() {
            if let Some(foreign) = Foreign::sniff(bytes) {
                return Err(Refusal::Foreign(foreign));
            }
            if let Some(text) = bytes.strip_prefix(BOM) {
                self.found.bom = true;
                rest = text;
            }
            self.found.delimiter = Delimiter::detect(rest);
        }
        let start = (bytes.len() - rest.len()) as u64;
        let reader = self.reader.get_or_insert_with(|| RecordReader::new(self.found.delimiter, start, 1));
        self.read += bytes.len() as u64;
        reader.push(rest, &mut |record| self.found.note(record))
    }

    /// How many records stand below the header so far.
    pub fn records(&self) -> u64 {
        self.found.offsets.len() as u64
    }

    /// Says that the file ends here.
    ///
    /// # Errors
    /// What makes the file unusable as a whole.
    pub fn finish(mut self) -> Result<Scan, Refusal> {
        if let Some(mut reader) = self.reader.take() {
            reader.finish(&mut |record| self.found.note(record))?;
        }
        let Found { bom, delimiter, columns, first_rows, ragged, header_offset, header_line, offsets } =
            self.found;
        if columns.is_empty() {
            return Err(Refusal::Empty);
        }
        if offsets.is_empty() {
            return Err(Refusal::HeaderOnly);
        }
        Ok(Scan {
            bom,
            delimiter,
            columns,
            first_rows,
            ragged,
            header_offset,
            header_line,
            offsets,
            bytes: self.read,
        })
    }
}

impl Found {
    fn note(&mut self, record: Record<'_>) -> Result<(), Refusal> {
        if self.columns.is_empty() {
            return self.note_header(record);
        }
        // The file is no larger than FILE_BYTES_MAX, which fits.
        let offset = u32::try_from(record.offset).unwrap_or(u32::MAX);
        self.offsets.push(offset);
        self.ragged += u64::from(record.len() != self.columns.len());
        for (column, cell) in self.columns.iter_mut().zip(record.cells()) {
            column.note(cell);
        }
        if self.first_rows.len() < FIRST_ROWS {
            self.first_rows.push(record.cells().map(str::to_owned).collect());
        }
        Ok(())
    }

    fn note_header(&mut self, record: Record<'_>) -> Result<(), Refusal> {
        // No column is called like a number or an address: then the first line is a contact already.
        if let Some(cell) = record.cells().find(|cell| looks_like_number(cell) || looks_like_address(cell)) {
            return Err(Refusal::NoHeader { cell: cell.to_owned() });
        }
        self.header_offset = record.offset;
        self.header_line = record.line;
        self.columns = record.cells().enumerate().map(|(index, name)| Column::new(index, name)).collect();
        Ok(())
    }
}
