//! How far the present record is read.

use super::Refusal;
use super::record::Span;

/// The cells of the record that is being read. Their room is used again for the next.
#[derive(Default)]
pub(super) struct Cells {
    pub(super) spans: Vec<Span>,
    pub(super) scratch: Vec<u8>,
}

/// What the bytes at hand belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// A cell without quotes, or the rest of one behind its closing quote.
    Plain,
    /// A cell inside quotes.
    Quoted,
    /// Just behind a quote inside quotes, which stands here: it closes the cell, or the next byte doubles it.
    Closed(usize),
}

/// A cell that is being read.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub(super) start: usize,
    pub(super) state: State,
    /// Where the closing quote stands, once there.
    pub(super) closed: Option<usize>,
    /// Whether it is more than the bytes between two quotes.
    pub(super) is_mixed: bool,
    /// Whether no quote was seen in it so far.
    pub(super) is_bare: bool,
}

impl Open {
    pub(super) fn at(start: usize) -> Self {
        Self { start, state: State::Plain, closed: None, is_mixed: false, is_bare: true }
    }
}

/// How far the present record is read.
pub(super) struct Reading {
    pub(super) begin: usize,
    pub(super) cell: Open,
    pub(super) has_stray_quote: bool,
    /// The line that was reached.
    pub(super) line: u64,
}

impl Reading {
    pub(super) fn at(begin: usize, line: u64) -> Self {
        Self { begin, cell: Open::at(begin), has_stray_quote: false, line }
    }

    /// Whether a mark doubles the quote just before it. If not, a quote that was open to doubt has closed its cell.
    #[inline]
    pub(super) fn doubles_quote(&mut self, byte: u8, at: usize) -> bool {
        let State::Closed(closed) = self.cell.state else { return false };
        let doubles = byte == b'"' && at == closed + 1;
        let is_followed = at > closed + 1;
        self.cell.state = if doubles { State::Quoted } else { State::Plain };
        self.cell.closed = if doubles { None } else { Some(closed) };
        self.cell.is_mixed |= doubles || is_followed;
        self.has_stray_quote |= is_followed;
        doubles
    }

    /// Whether a mark only is part of a cell: a quote, or a delimiter inside quotes.
    #[inline]
    pub(super) fn is_inside(&mut self, byte: u8, at: usize) -> bool {
        let is_quoted = self.cell.state == State::Quoted;
        if byte != b'"' {
            return is_quoted && !matches!(byte, b'\r' | b'\n' | 0);
        }
        self.cell.is_bare = false;
        if is_quoted {
            self.cell.state = State::Closed(at);
        } else if at == self.cell.start {
            self.cell.state = State::Quoted;
        } else {
            self.has_stray_quote = true;
        }
        true
    }

    /// Counts a line end; CR LF is one.
    #[inline]
    pub(super) fn pass_line_end(&mut self, bytes: &[u8], at: usize, after_cr: bool) {
        let follows_cr = at.checked_sub(1).map_or(after_cr, |before| bytes.get(before) == Some(&b'\r'));
        if bytes.get(at) == Some(&b'\r') || !follows_cr {
            self.line += 1;
        }
    }

    /// The file ends here, and with it the record, unless it ends inside quotes.
    pub(super) fn end_file(&mut self, end: usize, line: u64) -> Result<(), Refusal> {
        match self.cell.state {
            State::Quoted => return Err(Refusal::RunawayQuote { line }),
            // Whatever byte may come at this place, it doubles no quote.
            State::Closed(_) => {
                self.doubles_quote(b'\n', end);
            }
            State::Plain => {}
        }
        Ok(())
    }
}

impl Cells {
    pub(super) fn clear(&mut self) {
        self.spans.clear();
        self.scratch.clear();
    }

    /// Adds the cell that ends at `end`. Places of bytes are counted from `begin`, where its record begins.
    #[inline]
    pub(super) fn close(&mut self, bytes: &[u8], begin: usize, cell: Open, end: usize) {
        let span = match cell.closed {
            None => Span::of_bytes(bytes, begin, cell.start, end),
            Some(closed) if !cell.is_mixed => Span::of_bytes(bytes, begin, cell.start + 1, closed),
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
        Span::of_scratch(&self.scratch, start, self.scratch.len())
    }
}
