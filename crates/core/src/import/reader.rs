//! Records out of pushed bytes.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::{Delimiter, Refusal};

/// Most bytes of one record. More means that a quote was opened and never closed, not that a contact is this long.
pub const RECORD_BYTES_MAX: usize = 1024 * 1024;

/// Room that a reader starts with; it doubles when a record needs more.
const CELL_BYTES: usize = 4096;
const CELLS: usize = 64;

/// Splits pushed slices of bytes into records, with the offset and the line at which each begins.
///
/// Quotes are read leniently, any line ending ends a record, blank lines are passed over.
pub struct RecordReader {
    csv: Reader,
    text: Vec<u8>,
    text_len: usize,
    ends: Vec<usize>,
    ends_len: usize,
    within: bool,
    begin: Place,
    here: Place,
    after_cr: bool,
    records: u64,
}

/// A place in a file.
#[derive(Clone, Copy)]
struct Place {
    offset: u64,
    line: u64,
}

/// One record, borrowed from its reader.
#[derive(Clone, Copy)]
pub struct Record<'a> {
    /// Its number among the records that this reader has read, from 0.
    pub number: u64,
    /// Where its first byte is in the file.
    pub offset: u64,
    /// The line of the file in which it begins, from 1.
    pub line: u64,
    text: &'a str,
    ends: &'a [usize],
}

impl<'a> Record<'a> {
    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether it has no cell; a reader yields no such record.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The cell in this column, exactly as the file has it, quotes undone; `None` where the record is too short.
    pub fn cell(&self, column: usize) -> Option<&'a str> {
        let end = *self.ends.get(column)?;
        let start = if column == 0 { 0 } else { *self.ends.get(column - 1)? };
        self.text.get(start..end)
    }

    /// All its cells.
    pub fn cells(&self) -> impl Iterator<Item = &'a str> + '_ {
        (0..self.len()).filter_map(|column| self.cell(column))
    }
}

impl RecordReader {
    /// A reader whose first byte stands at `offset` and in `line` of the file.
    pub fn new(delimiter: Delimiter, offset: u64, line: u64) -> Self {
        let here = Place { offset, line };
        Self {
            csv: ReaderBuilder::new().delimiter(delimiter.byte()).build(),
            text: vec![0; CELL_BYTES],
            text_len: 0,
            ends: vec![0; CELLS],
            ends_len: 0,
            within: false,
            begin: here,
            here,
            after_cr: false,
            records: 0,
        }
    }

    /// Reads the next bytes of the file and hands over each record that ends in them.
    ///
    /// # Errors
    /// What makes the file unreadable, or what `each` answers.
    pub fn push(
        &mut self,
        mut bytes: &[u8],
        each: &mut impl FnMut(Record<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        while !bytes.is_empty() {
            if !self.within {
                // Line ends before a record belong to no record: its offset is that of its first byte.
                let blank = bytes.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
                let (ends, rest) = bytes.split_at(blank);
                self.pass(ends);
                bytes = rest;
                if bytes.is_empty() {
                    break;
                }
                self.within = true;
                self.begin = self.here;
            }
            let consumed = self.step(bytes, each)?;
            bytes = bytes.get(consumed..).unwrap_or_default();
        }
        Ok(())
    }

    /// Says that the file ends here and hands over a last record without a line end.
    ///
    /// # Errors
    /// As [`Self::push`], and [`Refusal::RunawayQuote`] when the file ends inside quotes: whatever follows the open
    /// quote, perhaps many contacts, would silently become one cell.
    pub fn finish(
        &mut self,
        each: &mut impl FnMut(Record<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        if self.within {
            // A line end too many ends any record, unless it stands inside quotes. (Asking a clone of the parser would
            // be cleaner, but csv-core 0.1.13 clones its tables only in part.)
            self.push(b"\n", each)?;
        }
        if self.within { Err(Refusal::RunawayQuote { line: self.begin.line }) } else { Ok(()) }
    }

    /// One call of the parser; answers how many bytes it took.
    fn step(
        &mut self,
        bytes: &[u8],
        each: &mut impl FnMut(Record<'_>) -> Result<(), Refusal>,
    ) -> Result<usize, Refusal> {
        let text = self.text.get_mut(self.text_len..).unwrap_or_default();
        let ends = self.ends.get_mut(self.ends_len..).unwrap_or_default();
        let (result, consumed, written, ended) = self.csv.read_record(bytes, text, ends);
        self.text_len += written;
        self.ends_len += ended;
        let taken = bytes.get(..consumed).unwrap_or_default();
        if taken.contains(&0) {
            let line = self.line_of_first_zero(taken);
            return Err(Refusal::Binary { line });
        }
        self.pass(taken);
        match result {
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::OutputFull => {
                if self.text.len() >= RECORD_BYTES_MAX {
                    return Err(Refusal::RunawayQuote { line: self.begin.line });
                }
                self.text.resize(self.text.len() * 2, 0);
            }
            ReadRecordResult::OutputEndsFull => {
                if self.ends.len() >= RECORD_BYTES_MAX {
                    return Err(Refusal::RunawayQuote { line: self.begin.line });
                }
                self.ends.resize(self.ends.len() * 2, 0);
            }
            ReadRecordResult::Record => {
                let record = self.record()?;
                each(record)?;
                self.text_len = 0;
                self.ends_len = 0;
                self.within = false;
                self.records += 1;
            }
            ReadRecordResult::End => self.within = false,
        }
        Ok(consumed)
    }

    /// The record that has just ended.
    fn record(&self) -> Result<Record<'_>, Refusal> {
        let not_utf8 = Refusal::NotUtf8 { line: self.begin.line };
        let bytes = self.text.get(..self.text_len).unwrap_or_default();
        let ends = self.ends.get(..self.ends_len).unwrap_or_default();
        let Ok(text) = std::str::from_utf8(bytes) else { return Err(not_utf8) };
        // Two broken cells can make one whole character together; a cell's end must be a character's end.
        if !ends.iter().all(|end| text.is_char_boundary(*end)) {
            return Err(not_utf8);
        }
        let Place { offset, line } = self.begin;
        Ok(Record { number: self.records, offset, line, text, ends })
    }

    /// Moves on over bytes of the file, counting lines; CR LF is one line end, also where a slice divides it.
    fn pass(&mut self, bytes: &[u8]) {
        self.here.offset += bytes.len() as u64;
        let ends = count(bytes, b'\n');
        let returns = count(bytes, b'\r');
        if returns == 0 && !self.after_cr {
            self.here.line += ends;
        } else {
            for byte in bytes {
                if *byte == b'\r' || (*byte == b'\n' && !self.after_cr) {
                    self.here.line += 1;
                }
                self.after_cr = *byte == b'\r';
            }
        }
    }

    fn line_of_first_zero(&mut self, bytes: &[u8]) -> u64 {
        let before = bytes.iter().position(|b| *b == 0).and_then(|at| bytes.get(..at)).unwrap_or_default();
        self.pass(before);
        self.here.line
    }
}

fn count(bytes: &[u8], wanted: u8) -> u64 {
    bytes.iter().map(|byte| u64::from(*byte == wanted)).sum()
}
