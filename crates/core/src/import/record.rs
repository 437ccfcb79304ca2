//! One record of a file, borrowed from its reader.

use std::borrow::Cow;

use super::rules::is_blank;
use super::text::Text;

/// Where a cell stands: in the record's own bytes, or, where quotes had to be undone, in the reader's scratch.
#[derive(Clone, Copy)]
pub(super) struct Span {
    /// The start; the highest bit says whether the cell is regular.
    start: u32,
    /// The end; the highest bit says in which of the two it is.
    end: u32,
}

const FLAG: u32 = 1 << 31;

impl Span {
    /// The cell at these places of a record, which are counted from `begin` in `bytes`.
    #[inline]
    pub(super) fn of_bytes(bytes: &[u8], begin: usize, start: usize, end: usize) -> Self {
        Self { start: narrow(start - begin) | regular(bytes, start, end), end: narrow(end - begin) }
    }

    /// The cell at these places of the scratch.
    pub(super) fn of_scratch(scratch: &[u8], start: usize, end: usize) -> Self {
        Self { start: narrow(start) | regular(scratch, start, end), end: narrow(end) | FLAG }
    }

    /// Whether the cell begins with a visible character of ASCII other than an apostrophe, as nearly all do that are not
    /// empty: then it is not blank, and nothing guards it from a spreadsheet.
    #[inline]
    pub(super) fn is_regular(self) -> bool {
        self.start & FLAG != 0
    }

    /// Its length in bytes.
    #[inline]
    pub(super) fn len(self) -> usize {
        ((self.end & !FLAG) - (self.start & !FLAG)) as usize
    }
}

#[inline]
fn regular(bytes: &[u8], start: usize, end: usize) -> u32 {
    let is_regular = |byte: &u8| byte.is_ascii_graphic() && *byte != b'\'';
    if start < end && bytes.get(start).is_some_and(is_regular) { FLAG } else { 0 }
}

/// Records are far shorter than the lowest number that does not fit.
fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(0)
}

/// Whether the bytes of a record are text in the file's encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Validity {
    /// They are ASCII, and so text in all of them.
    Ascii,
    /// They are text.
    Valid,
    /// Some are not.
    Damaged,
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
    /// Whether a quote stands where none belongs: within a cell that does not begin with one, or with text behind the
    /// closing one. It is read as text.
    pub has_stray_quote: bool,
    pub(super) validity: Validity,
    pub(super) bytes: &'a [u8],
    pub(super) scratch: &'a [u8],
    pub(super) spans: &'a [Span],
    pub(super) text: &'a Text,
}

impl<'a> Record<'a> {
    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether it has no cell; a reader yields no such record.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The bytes of the cell in this column, quotes undone; `None` where the record is too short.
    #[inline]
    pub(super) fn raw(&self, column: usize) -> Option<&'a [u8]> {
        self.spans.get(column).map(|span| self.at(*span))
    }

    /// Where the cell in this column stands.
    #[inline]
    pub(super) fn span(&self, column: usize) -> Option<Span> {
        self.spans.get(column).copied()
    }

    /// Whether the cell there has something else than white space, as text: a no-break space is another byte in each
    /// encoding.
    #[inline]
    pub(super) fn is_filled(&self, span: Span) -> bool {
        span.is_regular() || (span.len() > 0 && !is_blank(&self.utf8(self.at(span))))
    }

    /// The bytes of all its cells.
    #[inline]
    pub(super) fn raws(&self) -> impl Iterator<Item = &'a [u8]> + '_ {
        self.spans.iter().map(|span| self.at(*span))
    }

    #[inline]
    pub(super) fn at(&self, span: Span) -> &'a [u8] {
        let from = if span.end & FLAG == 0 { self.bytes } else { self.scratch };
        from.get((span.start & !FLAG) as usize..(span.end & !FLAG) as usize).unwrap_or_default()
    }

    /// The cell in this column as text, quotes undone; `None` where the record is too short.
    pub fn cell(&self, column: usize) -> Option<Cow<'a, str>> {
        self.raw(column).map(|bytes| self.text.read(bytes))
    }

    /// All its cells as text.
    pub fn cells(&self) -> impl Iterator<Item = Cow<'a, str>> + '_ {
        self.raws().map(|bytes| self.text.read(bytes))
    }

    /// Whether some of its bytes are no text in the file's encoding; they are read as U+FFFD.
    #[inline]
    pub fn is_damaged(&self) -> bool {
        self.validity == Validity::Damaged
    }

    /// The bytes of a cell of this record in UTF-8.
    #[inline]
    pub(super) fn utf8(&self, cell: &'a [u8]) -> Cow<'a, [u8]> {
        match self.validity {
            Validity::Ascii => Cow::Borrowed(cell),
            Validity::Valid | Validity::Damaged => self.text.utf8(cell, self.validity),
        }
    }
}
