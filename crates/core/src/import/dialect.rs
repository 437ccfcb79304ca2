//! How a file is written: its encoding, what separates its cells, whether it names its columns.

use super::columns::looks_like_address;
use super::encoding::{Basis, ByteOrder, Decoder, Encoding, Utf16, judge};
use super::reader::RecordReader;
use super::record::Record;
use super::text::Text;
use crate::phone::looks_like_number;

/// The character between two cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Delimiter {
    /// `,`, the only one that the server is known to read.
    #[default]
    Comma,
    /// `;`, which Excel writes where the comma is the decimal sign.
    Semicolon,
    /// A tab.
    Tab,
    /// `|`
    Pipe,
}

/// Whether the first record names the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Header {
    /// It does.
    Present,
    /// It is a contact already.
    Absent,
}

/// What the admin says of a file; what is `None` is found out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Its encoding.
    pub encoding: Option<Encoding>,
    /// What separates its cells.
    pub delimiter: Option<Delimiter>,
    /// Whether it names its columns.
    pub header: Option<Header>,
}

/// How a file is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// How its bytes become text.
    pub encoding: Encoding,
    /// What says so; `None` where the admin does, or all of the file where its beginning said something else.
    pub basis: Option<Basis>,
    /// Whether it begins with a byte order mark, which is no part of the first header.
    pub has_bom: bool,
    /// Whether a line `sep=;` stands before everything else, as Excel reads and writes it. It is no record.
    pub has_sep_line: bool,
    /// What separates its cells.
    pub delimiter: Delimiter,
    /// What speaks for that; `None` where the admin or a line `sep=` says it, and for a file of one column.
    pub agreement: Option<Agreement>,
    /// Whether it names its columns.
    pub header: Header,
    /// Where its first record may begin, in bytes.
    pub(super) start: u64,
    /// The line of that place, from 1.
    pub(super) line: u64,
}

/// What speaks for a delimiter: how its records agree on their number of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The commonest number of cells.
    pub columns: usize,
    /// Records that have it.
    pub agreeing: usize,
    /// Records that were looked at.
    pub records: usize,
    /// The delimiter that comes next, and the commonest number of cells under it.
    pub next: (Delimiter, usize),
}

/// Bytes at the beginning of a file that decide its dialect.
pub const HEAD_BYTES: usize = 64 * 1024;
/// Records that are read to judge a delimiter.
const JUDGED_RECORDS: usize = 500;

impl Delimiter {
    /// Every delimiter, the most likely first.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Pipe];

    /// Its byte.
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }

    /// Its name, for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
            Self::Pipe => "pipe",
        }
    }

    /// The delimiter under which the records of `head` agree best on their number of cells, read with real quoting, and
    /// what speaks for it; `None` for a file of one column.
    ///
    /// `head` is the beginning of a file, in an encoding in which ASCII is ASCII, and may stop in the middle of a record.
    fn judge(head: &[u8]) -> Option<(Self, Agreement)> {
        let mut judged = Self::ALL.map(|delimiter| (delimiter, score(head, delimiter)));
        // Of two that are as good, the more likely one stays first.
        judged.sort_by(|(_, a), (_, b)| b.worth.total_cmp(&a.worth));
        let [(best, score), (next, after), ..] = judged;
        let Score { worth, columns, agreeing, records } = score;
        let agreement = Agreement { columns, agreeing, records, next: (next, after.columns) };
        (worth > 0.0).then_some((best, agreement))
    }
}

/// What the records of a head look like under a delimiter.
#[derive(Default)]
struct Shape {
    widths: Vec<usize>,
    stray: usize,
    /// Cells below the first record that begin with a blank: rather the rest of a sentence.
    padded: usize,
    cells: usize,
}

/// How well a delimiter cuts a head.
#[derive(Clone, Copy, Default)]
struct Score {
    /// The share of records that have the commonest width, less what speaks against it; 0 where that is one cell.
    worth: f64,
    columns: usize,
    agreeing: usize,
    records: usize,
}

fn score(head: &[u8], delimiter: Delimiter) -> Score {
    let mut shape = Shape::default();
    for_each(head, delimiter, Text::UTF8, JUDGED_RECORDS, |record| {
        if !shape.widths.is_empty() {
            shape.padded += record.raws().skip(1).filter(|cell| cell.starts_with(b" ")).count();
            shape.cells += record.len();
        }
        shape.stray += usize::from(record.has_stray_quote);
        shape.widths.push(record.len());
    });
    if shape.widths.len() > 2 && !head.ends_with(b"\n") {
        // The last record may be cut off.
        shape.widths.pop();
    }
    let records = shape.widths.len();
    let Some((columns, agreeing)) = commonest(&shape.widths) else { return Score::default() };
    let score = Score { worth: 0.0, columns, agreeing, records };
    if columns < 2 {
        return score;
    }
    let of = |part: usize, whole: usize| count(part) / count(whole.max(1));
    let worth = of(agreeing, records) - 0.3 * of(shape.stray, records) - 0.2 * of(shape.padded, shape.cells)
        + count(columns.min(100)) / 1000.0;
    Score { worth, ..score }
}

/// The commonest width and how many records have it; of two that are as common, the greater.
fn commonest(widths: &[usize]) -> Option<(usize, usize)> {
    let mut sorted = widths.to_vec();
    sorted.sort_unstable();
    sorted
        .chunk_by(|a, b| a == b)
        .map(|same| (same.len(), same))
        .max_by_key(|(times, _)| *times)
        .and_then(|(times, same)| same.first().map(|width| (*width, times)))
}

/// The first records of a head, as far as they can be read.
fn for_each(head: &[u8], delimiter: Delimiter, text: Text, most: usize, mut each: impl FnMut(&Record<'_>)) {
    let mut left = most;
    let mut note = |record: Record<'_>| {
        if left > 0 {
            left -= 1;
            each(&record);
        }
        Ok(())
    };
    let mut reader = RecordReader::new(delimiter, text, 0, 1);
    // What cannot be read is refused elsewhere; here it only ends the evidence.
    reader.push(head, &mut note).and_then(|()| reader.finish(&mut note)).ok();
}

impl Dialect {
    /// The dialect of a file that begins with `head`: its first [`HEAD_BYTES`], or all of it.
    pub(super) fn recognise(head: &[u8], settings: Settings, decoder: &dyn Decoder) -> Self {
        let judged = settings.encoding.is_none().then(|| judge(head, decoder));
        let encoding = settings.encoding.or(judged.map(|judged| judged.encoding)).unwrap_or(Encoding::Utf8);
        let basis = judged.map(|judged| judged.basis);
        let mark = mark(encoding);
        let has_bom = !mark.is_empty() && head.starts_with(mark);
        let behind = if has_bom { head.get(mark.len()..).unwrap_or_default() } else { head };
        let (ascii, width) = ascii(behind, encoding);
        let sep = sep_line(&ascii);
        let text = ascii.get(sep.bytes..).unwrap_or_default();
        let said = settings.delimiter.or(sep.delimiter);
        let judged = if said.is_none() { Delimiter::judge(text) } else { None };
        let delimiter = said.or(judged.map(|(delimiter, _)| delimiter)).unwrap_or_default();
        let header = settings.header.unwrap_or_else(|| header(text, delimiter, Text::new(encoding, decoder)));
        let before = (head.len() - behind.len()) + sep.bytes * width;
        Self {
            encoding,
            basis,
            has_bom,
            has_sep_line: sep.delimiter.is_some(),
            delimiter,
            agreement: judged.map(|(_, agreement)| agreement),
            header,
            start: before as u64,
            line: 1 + u64::from(sep.delimiter.is_some()),
        }
    }
}

/// The bytes that mark a file as written in this encoding.
fn mark(encoding: Encoding) -> &'static [u8] {
    match encoding {
        Encoding::Utf8 => b"\xef\xbb\xbf",
        Encoding::Utf16Le => b"\xff\xfe",
        Encoding::Utf16Be => b"\xfe\xff",
        Encoding::Windows1252
        | Encoding::Windows1250
        | Encoding::Windows1251
        | Encoding::Iso8859_15
        | Encoding::MacRoman => b"",
    }
}

/// What turns this encoding into UTF-8, where that has to be done before anything is read.
pub(super) fn utf16(encoding: Encoding) -> Option<Utf16> {
    match encoding {
        Encoding::Utf16Le => Some(Utf16::new(ByteOrder::Little)),
        Encoding::Utf16Be => Some(Utf16::new(ByteOrder::Big)),
        Encoding::Utf8
        | Encoding::Windows1252
        | Encoding::Windows1250
        | Encoding::Windows1251
        | Encoding::Iso8859_15
        | Encoding::MacRoman => None,
    }
}

/// Bytes in which ASCII is ASCII, and how many bytes of the file each of them stands for.
fn ascii(bytes: &[u8], encoding: Encoding) -> (Vec<u8>, usize) {
    let Some(mut utf16) = utf16(encoding) else { return (bytes.to_vec(), 1) };
    let mut text = Vec::with_capacity(bytes.len());
    utf16.push(bytes, &mut text);
    (text, 2)
}

/// A line `sep=;` and its length.
struct SepLine {
    delimiter: Option<Delimiter>,
    bytes: usize,
}

fn sep_line(text: &[u8]) -> SepLine {
    let none = SepLine { delimiter: None, bytes: 0 };
    let Some((word, [byte, rest @ ..])) = text.split_at_checked(4) else { return none };
    let Some(delimiter) = Delimiter::ALL.into_iter().find(|delimiter| delimiter.byte() == *byte) else {
        return none;
    };
    let end = match rest {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => return none,
    };
    if !word.eq_ignore_ascii_case(b"sep=") {
        return none;
    }
    SepLine { delimiter: Some(delimiter), bytes: 5 + end }
}

/// No column is called like a number or an address: then the first record is a contact already.
fn header(head: &[u8], delimiter: Delimiter, text: Text) -> Header {
    let mut found = Header::Present;
    for_each(head, delimiter, text, 1, |record| {
        if record.cells().any(|cell| looks_like_number(&cell) || looks_like_address(&cell)) {
            found = Header::Absent;
        }
    });
    found
}

fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::from(u32::MAX), f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detect(head: &[u8]) -> Option<Delimiter> {
        Delimiter::judge(head).map(|(delimiter, _)| delimiter)
    }

    #[test]
    fn the_delimiter_is_the_one_on_which_records_agree() {
        let cases: [(&[u8], Delimiter); 5] = [
            (b"Nome, telefono\nGiulia,1\nMarco,2\n", Delimiter::Comma),
            (b"Nome;Importo\nGiulia;1,50\nMarco;2,75\n", Delimiter::Semicolon),
            (b"a,b;c\n\"1;2\",3;4\n5,6;7\n", Delimiter::Comma),
            (b"name\tnote\nAnn\t\"a, b, c\"\n", Delimiter::Tab),
            (b"name|phone\nAnn|1\n", Delimiter::Pipe),
        ];
        for (head, expected) in cases {
            assert_eq!(detect(head), Some(expected), "{}", String::from_utf8_lossy(head));
        }
    }

    #[test]
    fn a_quoted_newline_full_of_other_delimiters_does_not_mislead() {
        let head = b"id;note\n1;\"one, two, three\n, four,\"\n2;\"x\"\n";
        assert_eq!(detect(head), Some(Delimiter::Semicolon));
    }

    #[test]
    fn what_speaks_for_a_delimiter_is_counted() {
        // Three cells in three of four records; the comma cuts one of them in two.
        let (found, agreement) = Delimiter::judge(b"a;b;c\n1;2;3\n4;5\n6;7,8;9\n").unwrap();
        assert_eq!(found, Delimiter::Semicolon);
        let next = (Delimiter::Comma, 1);
        assert_eq!(agreement, Agreement { columns: 3, agreeing: 3, records: 4, next });
        assert_eq!(Delimiter::judge(b"phone\n1\n2\n"), None);
    }

    #[test]
    fn a_header_alone_is_enough() {
        assert_eq!(detect(b"nome;telefono"), Some(Delimiter::Semicolon));
    }
}
