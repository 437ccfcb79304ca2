//! Files that cannot be imported, and why.

/// Largest file that the server takes: 60 MiB (its documentation says 60 MB, its uploader's one chunk is 62,914,560).
pub const FILE_BYTES_MAX: u64 = 60 * 1024 * 1024;

/// What a file is, when it is not a CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Foreign {
    /// An Excel or `LibreOffice` workbook.
    #[error("a workbook: save it as CSV")]
    Spreadsheet,
    /// A zip or gzip archive.
    #[error("an archive: unpack it")]
    Archive,
    /// A picture.
    #[error("a picture")]
    Image,
    /// A PDF.
    #[error("a PDF")]
    Pdf,
}

/// Why a file cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It has no bytes, or blank lines only.
    #[error("it is empty")]
    Empty,
    /// It is larger than [`FILE_BYTES_MAX`].
    #[error("it has {bytes} bytes, and the server takes {max} at most", max = FILE_BYTES_MAX)]
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// It is something else.
    #[error("it is no CSV file but {0}")]
    Foreign(Foreign),
    /// It has a zero byte, which no text has.
    #[error("line {line} has a zero byte, which no text has")]
    Binary {
        /// The line of the file, from 1.
        line: u64,
    },
    /// It has a header and nothing below it.
    #[error("it has names of columns and nothing below them")]
    HeaderOnly,
    /// One record has more than [`super::RECORD_BYTES_MAX`] bytes.
    #[error("the record in line {line} has more than {max} bytes", max = super::RECORD_BYTES_MAX)]
    RecordTooLong {
        /// The line in which the record begins, from 1.
        line: u64,
    },
    /// One record has more than [`super::CELLS_MAX`] cells.
    #[error("the record in line {line} has more than {max} cells", max = super::CELLS_MAX)]
    TooManyCells {
        /// The line in which the record begins, from 1.
        line: u64,
    },
    /// It has more than [`super::RECORDS_MAX`] records.
    #[error("it has more than {max} records", max = super::RECORDS_MAX)]
    TooManyRecords,
    /// A quote was opened and never closed: the file ends inside it, or one record goes on for more than
    /// [`super::RECORD_BYTES_MAX`] bytes.
    #[error("a quote that is opened in the record in line {line} is never closed")]
    RunawayQuote {
        /// The line in which the record begins, from 1.
        line: u64,
    },
}

/// Bytes in which a workbook's first entries are looked for.
const SNIFFED: usize = 4096;

/// The first bytes of files that people drop by mistake.
const SIGNATURES: &[(&[u8], Foreign)] = &[
    (b"PK\x03\x04", Foreign::Archive),
    (b"PK\x05\x06", Foreign::Archive),
    (b"\x1f\x8b", Foreign::Archive),
    (b"7z\xbc\xaf\x27\x1c", Foreign::Archive),
    (b"Rar!\x1a\x07", Foreign::Archive),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Foreign::Spreadsheet),
    (b"\x89PNG\r\n\x1a\n", Foreign::Image),
    (b"\xff\xd8\xff", Foreign::Image),
    (b"GIF8", Foreign::Image),
    (b"BM", Foreign::Image),
    (b"RIFF", Foreign::Image),
    (b"%PDF-", Foreign::Pdf),
];

impl Foreign {
    /// What the first bytes of a file give away; the name of the file is not asked.
    pub fn sniff(head: &[u8]) -> Option<Self> {
        let (_, found) = SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature))?;
        // "BM" and "RIFF" may also begin an honest header; a picture has zero bytes at once.
        if *found == Self::Image && !head.iter().take(64).any(|b| *b == 0) {
            return None;
        }
        // A workbook is a zip whose first entries have these names.
        let workbook = has(head, b"[Content_Types].xml") || has(head, b"opendocument.spreadsheet");
        Some(if *found == Self::Archive && workbook { Self::Spreadsheet } else { *found })
    }
}

fn has(head: &[u8], wanted: &[u8]) -> bool {
    let head = head.get(..SNIFFED).unwrap_or(head);
    head.windows(wanted.len()).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_dropped_by_mistake_are_told_apart_by_their_bytes() {
        let png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR";
        assert_eq!(Foreign::sniff(png), Some(Foreign::Image));
        assert_eq!(Foreign::sniff(b"PK\x03\x04\x14\x00notes.txt"), Some(Foreign::Archive));
        let xlsx = b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml";
        assert_eq!(Foreign::sniff(xlsx), Some(Foreign::Spreadsheet));
        assert_eq!(Foreign::sniff(b"%PDF-1.7"), Some(Foreign::Pdf));
    }

    #[test]
    fn headers_that_begin_like_a_signature_stay_text() {
        for head in [&b"BMW dealer,phone"[..], b"RIFF,phone", b"PKW,Telefon", b"name,phone", b""] {
            assert_eq!(Foreign::sniff(head), None);
        }
    }
}
