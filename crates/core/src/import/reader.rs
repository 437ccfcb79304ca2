//! Records out of pushed bytes.

use super::marks::{BLOCK, MarkFinder};
use super::record::{Record, Span, Validity};
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

/// The cells of the record that is being read. Their room is used again for the next.
#[derive(Default)]
struct Cells {
    spans: Vec<Span>,
    scratch: Vec<u8>,
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

/// What the bytes at hand belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// A cell without quotes, or the rest of one behind its closing quote.
    Plain,
    /// A cell inside quotes.
    Quoted,
    /// Just behind a quote inside quotes, which stands here: it closes the cell, or the next byte doubles it.
    Closed(usize),
}

/// A cell that is being read.
#[derive(Clone, Copy)]
struct Open {
    start: usize,
    state: State,
    /// Where the closing quote stands, once there.
    closed: Option<usize>,
    /// Whether it is more than the bytes between two quotes.
    is_mixed: bool,
}

impl Open {
    fn at(start: usize) -> Self {
        Self { start, state: State::Plain, closed: None, is_mixed: false }
    }
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
        self.refuse_long(&carry)
    }

    /// A record that is longer than any contact. What its first bytes come to decides what is said of it.
    fn refuse_long(&self, record: &[u8]) -> Result<(), Refusal> {
        if record.len() <= RECORD_BYTES_MAX {
            return Ok(());
        }
        let line = self.here.line;
        let quotes = record.iter().take(RECORD_BYTES_MAX).filter(|byte| **byte == b'"').count();
        Err(if quotes % 2 == 1 { Refusal::RunawayQuote { line } } else { Refusal::RecordTooLong { line } })
    }

    /// Hands over the records that end in `bytes`, which begin where a record begins; answers how many bytes they take.
    fn read(
        &mut self,
        bytes: &[u8],
        until: Until,
        each: &mut impl FnMut(Record<'_>) -> Result<(), Refusal>,
    ) -> Result<usize, Refusal> {
        self.cells.clear();
        let mut begin = 0;
        let mut cell = Open::at(0);
        let mut has_stray_quote = false;
        let mut line = self.here.line;
        let mut after_cr = self.after_cr;
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
                if let State::Closed(closed) = cell.state {
                    if byte == b'"' && at == closed + 1 {
                        cell.state = State::Quoted;
                        cell.is_mixed = true;
                        continue;
                    }
                    cell.state = State::Plain;
                    cell.closed = Some(closed);
                    if at > closed + 1 {
                        cell.is_mixed = true;
                        has_stray_quote = true;
                    }
                }
                if byte == self.delimiter {
                    if cell.state == State::Plain {
                        self.cells.close(bytes, begin, cell, at);
                        cell = Open::at(at + 1);
                        if self.cells.spans.len() >= CELLS_MAX {
                            self.refuse_long(bytes.get(begin..at).unwrap_or_default())?;
                            return Err(Refusal::TooManyCells { line: self.here.line });
                        }
                    }
                } else if byte == b'"' {
                    match cell.state {
                        State::Quoted => cell.state = State::Closed(at),
                        State::Plain | State::Closed(_) if at == cell.start => cell.state = State::Quoted,
                        State::Plain | State::Closed(_) => has_stray_quote = true,
                    }
                } else if byte == 0 {
                    self.refuse_long(bytes.get(begin..at).unwrap_or_default())?;
                    return Err(Refusal::Binary { line });
                } else {
                    let follows_cr = if at == 0 { after_cr } else { bytes.get(at - 1) == Some(&b'\r') };
                    if byte == b'\r' || !follows_cr {
                        line += 1;
                    }
                    if cell.state == State::Quoted {
                        continue;
                    }
                    let is_blank = at == begin;
                    if !is_blank {
                        self.cells.close(bytes, begin, cell, at);
                        self.emit(bytes, begin..at, has_stray_quote, last_high, each)?;
                    }
                    self.here.offset += (at + 1 - begin) as u64;
                    self.here.line = line;
                    after_cr = byte == b'\r';
                    self.after_cr = after_cr;
                    begin = at + 1;
                    cell = Open::at(begin);
                    has_stray_quote = false;
                    if !is_blank && until == Until::OneRecord {
                        return Ok(begin);
                    }
                }
            }
        }
        if until == Until::File && begin < bytes.len() {
            if cell.state == State::Quoted {
                return Err(Refusal::RunawayQuote { line: self.here.line });
            }
            let end = bytes.len();
            if let State::Closed(closed) = cell.state {
                cell.closed = Some(closed);
                let is_followed = closed + 1 < end;
                cell.is_mixed |= is_followed;
                has_stray_quote |= is_followed;
            }
            self.cells.close(bytes, begin, cell, end);
            self.emit(bytes, begin..end, has_stray_quote, last_high, each)?;
            begin = end;
        }
        Ok(begin)
    }

    /// Hands over the record whose cells are closed.
    #[inline]
    fn emit(
        &mut self,
        bytes: &[u8],
        range: std::ops::Range<usize>,
        has_stray_quote: bool,
        last_high: Option<usize>,
        each: &mut impl FnMut(Record<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        // The last one known may stand behind the record: then it is looked at for nothing.
        let is_ascii = last_high.is_none_or(|last| last < range.start);
        let bytes = bytes.get(range).unwrap_or_default();
        self.refuse_long(bytes)?;
        let validity = if is_ascii { Validity::Ascii } else { self.text.validity(bytes) };
        each(Record {
            number: self.records,
            offset: self.here.offset,
            line: self.here.line,
            has_stray_quote,
            validity,
            bytes,
            scratch: &self.cells.scratch,
            spans: &self.cells.spans,
            text: &self.text,
        })?;
        self.records += 1;
        self.cells.clear();
        Ok(())
    }
}

impl Cells {
    fn clear(&mut self) {
        self.spans.clear();
        self.scratch.clear();
    }

    /// Adds the cell that ends at `end`. Places of bytes are counted from `begin`, where its record begins.
    #[inline]
    fn close(&mut self, bytes: &[u8], begin: usize, cell: Open, end: usize) {
        let span = match cell.closed {
            None => Span::of_bytes(cell.start - begin, end - begin),
            Some(closed) if !cell.is_mixed => Span::of_bytes(cell.start + 1 - begin, closed - begin),
            Some(_) => self.undo_quotes(bytes.get(cell.start..end).unwrap_or_default()),
        };
        self.spans.push(span);
    }

    /// Keeps the text of a cell that begins with a quote.
    #[cold]
    fn undo_quotes(&mut self, cell: &[u8]) -> Span {
        let start = self.scratch.len();
        let mut rest = cell.get(1..).unwrap_or_default();
        while let Some(quote) = rest.iter().position(|byte| *byte == b'"') {
            let (inside, from_quote) = rest.split_at(quote);
            self.scratch.extend_from_slice(inside);
            rest = from_quote.get(1..).unwrap_or_default();
            let Some(doubled) = rest.strip_prefix(b"\"") else { break };
            self.scratch.push(b'"');
            rest = doubled;
        }
        // Behind the closing quote everything is text.
        self.scratch.extend_from_slice(rest);
        Span::of_scratch(start, self.scratch.len())
    }
}
