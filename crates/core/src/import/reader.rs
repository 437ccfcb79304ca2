//! Records out of pushed bytes.

use super::marks::{BLOCK, MarkFinder};
use super::reading::{Cells, Open, Reading, State};
use super::record::{Record, Span};
use super::text::Text;
use super::{Delimiter, Refusal};

/// Most bytes of one record. No contact is this long.
pub const RECORD_BYTES_MAX: usize = 1024 * 1024;

/// Most cells of one record: as many as a sheet of Excel has columns.
pub const CELLS_MAX: usize = 16_384;

/// How much of what follows is tried first when a record goes on in the next slice.
const FIRST_TRY: usize = 4096;

/// Splits pushed slices of bytes into records, with the offset and the line at which each begins.
///
/// It reads what the `csv` crate reads, several times as fast (docs/adr/0010-reader.md): a quote counts at the beginning
/// of a cell, a second one inside stands for itself, whatever follows a closing one is text; any line ending ends a
/// record; blank lines are passed over. Bytes have to be of an encoding in which ASCII is ASCII.
pub struct RecordReader {
    finder: MarkFinder,
    text: Text,
    delimiter: u8,
    /// The beginning of a record that goes on in the next slice.
    carry: Vec<u8>,
    cells: Cells,
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

/// How far to read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Until {
    /// The first record that ends.
    OneRecord,
    /// The last record that ends.
    Slice,
    /// The end of the file, which ends the last record.
    File,
}

impl RecordReader {
    /// A reader whose first byte stands at `offset` and in `line` of the file.
    pub fn new(delimiter: Delimiter, text: Text, offset: u64, line: u64) -> Self {
        Self {
            finder: MarkFinder::new(delimiter),
            text,
            delimiter: delimiter.byte(),
            carry: Vec::new(),
            cells: Cells::default(),
            here: Place { offset, line },
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
        bytes: &[u8],
        each: &mut impl FnMut(Record<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let rest = if self.carry.is_empty() { bytes } else { self.complete(bytes, each)? };
        let consumed = self.read(rest, Until::Slice, each)?;
        self.carry.extend_from_slice(rest.get(consumed..).unwrap_or_default());
        self.refuse_endless()
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
        let carry = std::mem::take(&mut self.carry);
        self.read(&carry, Until::File, each)?;
        Ok(())
    }

    /// Completes the record that was begun in an earlier slice; answers the bytes behind it.
    fn complete<'b>(
        &mut self,
        bytes: &'b [u8],
        each: &mut impl FnMut(Record<'_>) -> Result<(), Refusal>,
    ) -> Result<&'b [u8], Refusal> {
        let mut rest = bytes;
        let mut attempt = FIRST_TRY;
        while !rest.is_empty() {
            let (more, behind) = rest.split_at(attempt.min(rest.len()));
            let before = self.carry.len();
            self.carry.extend_from_slice(more);
            // Only a line end, or a byte that no text has, can make a difference.
            if more.iter().any(|byte| matches!(byte, b'\n' | b'\r' | 0)) {
                let carry = std::mem::take(&mut self.carry);
                let consumed = self.read(&carry, Until::OneRecord, each)?;
                self.carry = carry;
                if consumed > 0 {
                    self.carry.clear();
                    return Ok(rest.get(consumed.saturating_sub(before)..).unwrap_or_default());
                }
            }
            self.refuse_endless()?;
            rest = behind;
            attempt = attempt.saturating_mul(2);
        }
        Ok(rest)
    }

    /// A record that goes on for longer than any contact, in whatever slices it comes.
    fn refuse_endless(&mut self) -> Result<(), Refusal> {
        if self.carry.len() <= RECORD_BYTES_MAX {
            return Ok(());
        }
        let carry = std::mem::take(&mut self.carry);
        // What else is wrong with its beginning is said first, as it is where the record comes in one piece.
        self.read(carry.get(..RECORD_BYTES_MAX).unwrap_or_default(), Until::OneRecord, &mut |_| Ok(()))?;
        refuse_long(&carry, self.here.line)
    }

    /// Hands over the records that end in `bytes`, which begin where a record begins; answers how many bytes they take.
    fn read(
        &mut self,
        bytes: &[u8],
        until: Until,
        each: &mut impl FnMut(Record<'_>) -> Result<(), Refusal>,
    ) -> Result<usize, Refusal> {
        self.cells.clear();
        let delimiter = self.delimiter;
        let mut now = Reading::at(0, self.here.line);
        let mut last_high = None;
        for (index, block) in bytes.chunks(BLOCK).enumerate() {
            let base = index * BLOCK;
            let marks = self.finder.find(block);
            if marks.high != 0 {
                last_high = Some(base + 63 - marks.high.leading_zeros() as usize);
            }
            let mut shape = marks.shape;
            while shape != 0 {
                let at = base + shape.trailing_zeros() as usize;
                shape &= shape - 1;
                let byte = bytes.get(at).copied().unwrap_or_default();
                // Most marks end a cell in which no quote was seen.
                if byte == delimiter && now.cell.is_bare {
                    self.cells.spans.push(Span::of_bytes(bytes, now.begin, now.cell.start, at));
                    now.cell.start = at + 1;
                } else if now.doubles_quote(byte, at) || now.is_inside(byte, at) {
                } else if byte == delimiter {
                    self.cells.close(bytes, now.begin, now.cell, at);
                    now.cell = Open::at(at + 1);
                } else if byte == 0 {
                    self.refuse_wide(bytes, now.begin, at)?;
                    return Err(Refusal::Binary { line: now.line });
                } else if self.end_line(bytes, &mut now, at, last_high, each)? && until == Until::OneRecord {
                    return Ok(now.begin);
                }
            }
            if self.cells.spans.len() >= CELLS_MAX {
                self.refuse_wide(bytes, now.begin, base)?;
            }
        }
        if until == Until::File && now.begin < bytes.len() {
            now.end_file(bytes.len(), self.here.line)?;
            self.cells.close(bytes, now.begin, now.cell, bytes.len());
            self.refuse_wide(bytes, now.begin, bytes.len())?;
            self.emit(bytes, &now, bytes.len(), last_high, each)?;
            now.begin = bytes.len();
        }
        Ok(now.begin)
    }

    /// Takes account of a line end; answers whether it ended a record, which is handed over. Inside quotes it is text.
    #[inline]
    fn end_line(
        &mut self,
        bytes: &[u8],
        now: &mut Reading,
        at: usize,
        last_high: Option<usize>,
        each: &mut impl FnMut(Record<'_>) -> Result<(), Refusal>,
    ) -> Result<bool, Refusal> {
        now.pass_line_end(bytes, at, self.after_cr);
        if now.cell.state == State::Quoted {
            return Ok(false);
        }
        let is_record = at > now.begin;
        if is_record {
            self.cells.close(bytes, now.begin, now.cell, at);
            self.refuse_wide(bytes, now.begin, at)?;
            self.emit(bytes, now, at, last_high, each)?;
        }
        self.here = Place { offset: self.here.offset + (at + 1 - now.begin) as u64, line: now.line };
        self.after_cr = bytes.get(at) == Some(&b'\r');
        *now = Reading::at(at + 1, now.line);
        Ok(is_record)
    }

    /// A record with more cells than there may be. A record that is too long anyway is told as such.
    fn refuse_wide(&self, bytes: &[u8], begin: usize, end: usize) -> Result<(), Refusal> {
        let line = self.here.line;
        refuse_long(bytes.get(begin..end).unwrap_or_default(), line)?;
        if self.cells.spans.len() > CELLS_MAX { Err(Refusal::TooManyCells { line }) } else { Ok(()) }
    }

    /// Hands over the record whose cells are closed.
    #[inline]
    fn emit(
        &mut self,
        bytes: &[u8],
        now: &Reading,
        end: usize,
        last_high: Option<usize>,
        each: &mut impl FnMut(Record<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        // Behind the last byte beyond ASCII that is known there is nothing to look at; it may stand behind the record.
        let bytes = bytes.get(now.begin..end).unwrap_or_default();
        let high_end = last_high.map_or(0, |last| (last + 1).saturating_sub(now.begin));
        let validity = self.text.validity(bytes.get(..high_end).unwrap_or(bytes));
        let Place { offset, line } = self.here;
        let Cells { spans, scratch } = &self.cells;
        let (number, has_stray_quote) = (self.records, now.has_stray_quote);
        each(Record {
            number,
            offset,
            line,
            has_stray_quote,
            validity,
            bytes,
            scratch,
            spans,
            text: &self.text,
        })?;
        self.records += 1;
        self.cells.clear();
        Ok(())
    }
}

/// A record that is longer than any contact, and begins in this line. What its first bytes come to decides what is said of it.
fn refuse_long(record: &[u8], line: u64) -> Result<(), Refusal> {
    if record.len() <= RECORD_BYTES_MAX {
        return Ok(());
    }
    let quotes = record.iter().take(RECORD_BYTES_MAX).filter(|byte| **byte == b'"').count();
    Err(if quotes % 2 == 1 { Refusal::RunawayQuote { line } } else { Refusal::RecordTooLong { line } })
}
