//! From the bytes of a file to its records, whatever its encoding.

use super::Refusal;
use super::dialect::{Dialect, utf16};
use super::encoding::{Decoder, Utf16};
use super::reader::RecordReader;
use super::record::Record;
use super::text::Text;

/// Reads records from pushed slices of a file whose dialect is known: of any encoding, with their places in the file.
pub struct Intake {
    reader: RecordReader,
    wide: Option<Wide>,
}

/// UTF-16 is read as UTF-8; the places of records are those of the file all the same.
struct Wide {
    utf16: Utf16,
    text: Vec<u8>,
    places: Places,
}

/// The same place, in UTF-8 and in the file.
struct Places {
    read: u64,
    file: u64,
}

impl Intake {
    /// Reads on from `offset`, which stands in `line`.
    pub(super) fn new(dialect: &Dialect, offset: u64, line: u64, decoder: &dyn Decoder) -> Self {
        let wide = utf16(dialect.encoding).map(|utf16| Wide {
            utf16,
            text: Vec::new(),
            places: Places { read: offset, file: offset },
        });
        let text = Text::new(dialect.encoding, decoder);
        Self { reader: RecordReader::new(dialect.delimiter, text, offset, line), wide }
    }

    /// Reads the next bytes of the file and hands over each record that ends in them.
    ///
    /// # Errors
    /// As [`RecordReader::push`].
    pub fn push(
        &mut self,
        bytes: &[u8],
        each: &mut impl FnMut(Record<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let Some(Wide { utf16, text, places }) = &mut self.wide else { return self.reader.push(bytes, each) };
        text.clear();
        utf16.push(bytes, text);
        self.reader.push(text, &mut |record| each(places.of(record)))
    }

    /// Says that the file ends here and hands over a last record without a line end.
    ///
    /// # Errors
    /// As [`RecordReader::finish`].
    pub fn finish(
        &mut self,
        each: &mut impl FnMut(Record<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let Some(Wide { utf16, text, places }) = &mut self.wide else { return self.reader.finish(each) };
        text.clear();
        utf16.finish(text);
        let mut placed = |record: Record<'_>| each(places.of(record));
        self.reader.push(text, &mut placed)?;
        self.reader.finish(&mut placed)
    }
}

impl Places {
    /// The record with its place in the file.
    fn of<'a>(&mut self, record: Record<'a>) -> Record<'a> {
        // Only line ends stand between two records.
        self.file += 2 * (record.offset - self.read);
        self.read = record.offset + record.bytes.len() as u64;
        let offset = self.file;
        self.file += 2 * units(record.bytes);
        Record { offset, ..record }
    }
}

/// How many units of UTF-16 this UTF-8 has.
fn units(text: &[u8]) -> u64 {
    let begins = |byte: &&u8| **byte & 0xc0 != 0x80;
    let is_pair = |byte: &&u8| **byte >= 0xf0;
    (text.iter().filter(begins).count() + text.iter().filter(is_pair).count()) as u64
}
