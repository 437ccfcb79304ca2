//! How a file separates its cells.

use super::reader::{Record, RecordReader};

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

/// Records that are read to judge a delimiter.
const JUDGED_RECORDS: usize = 200;
/// Bytes that are read to judge a delimiter.
const JUDGED_BYTES: usize = 64 * 1024;

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

    /// The delimiter under which the records of `head` agree best on their number of cells, read with real quoting.
    ///
    /// `head` is the beginning of a file and may stop in the middle of a record. A file of one column has no
    /// delimiter: the comma is then as good as any.
    pub fn detect(head: &[u8]) -> Self {
        let head = head.get(..JUDGED_BYTES).unwrap_or(head);
        let mut best = (Self::Comma, 0.0);
        for delimiter in Self::ALL {
            let score = score(head, delimiter);
            if score > best.1 {
                best = (delimiter, score);
            }
        }
        best.0
    }
}

/// The share of records as wide as the header, a little more where that is wide; 0 for a header of one cell.
fn score(head: &[u8], delimiter: Delimiter) -> f64 {
    let mut widths = Vec::new();
    let mut reader = RecordReader::new(delimiter, 0, 1);
    let mut note = |record: Record<'_>| {
        widths.push(record.len());
        Ok(())
    };
    // What cannot be read as text is refused elsewhere; here it only ends the evidence.
    reader.push(head, &mut note).and_then(|()| reader.finish(&mut note)).ok();
    if widths.len() > 2 {
        // The last record may be cut off.
        widths.pop();
    }
    widths.truncate(JUDGED_RECORDS);
    let Some(&header) = widths.first() else { return 0.0 };
    if header < 2 {
        return 0.0;
    }
    let agreeing = count(widths.iter().filter(|width| **width == header).count());
    agreeing / count(widths.len()) + count(header.min(100)) / 1000.0
}

fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::from(u32::MAX), f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_on_which_records_agree() {
        let cases: [(&[u8], Delimiter); 6] = [
            (b"Nome, telefono\nGiulia,1\nMarco,2\n", Delimiter::Comma),
            (b"Nome;Importo\nGiulia;1,50\nMarco;2,75\n", Delimiter::Semicolon),
            (b"a,b;c\n\"1;2\",3;4\n5,6;7\n", Delimiter::Comma),
            (b"name\tnote\nAnn\t\"a, b, c\"\n", Delimiter::Tab),
            (b"name|phone\nAnn|1\n", Delimiter::Pipe),
            (b"phone\n1\n2\n", Delimiter::Comma),
        ];
        for (head, expected) in cases {
            assert_eq!(Delimiter::detect(head), expected, "{}", String::from_utf8_lossy(head));
        }
    }

    #[test]
    fn a_quoted_newline_full_of_other_delimiters_does_not_mislead() {
        let head = b"id;note\n1;\"one, two, three\n, four,\"\n2;\"x\"\n";
        assert_eq!(Delimiter::detect(head), Delimiter::Semicolon);
    }

    #[test]
    fn a_header_alone_is_enough() {
        assert_eq!(Delimiter::detect(b"nome;telefono"), Delimiter::Semicolon);
    }
}
