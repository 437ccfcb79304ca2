//! What is uploaded: the file as it is, or a clean copy.

use super::check::{Fate, fate};
use super::reader::RecordReader;
use super::{Binding, Delimiter, Record, Refusal, Report, Scan};
use crate::contact::ContactField;

/// Why the file cannot be uploaded as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyReason {
    /// It begins with a byte order mark, which would become part of the first header.
    Bom,
    /// The server reads commas.
    Delimiter(Delimiter),
    /// Two columns have this name, so that it does not say which one is meant.
    NameTwice(String),
    /// A bound column has no name.
    NameEmpty,
    /// This many records have more or fewer cells than the header.
    Ragged(u64),
    /// This many records are left out.
    LeftOut(u64),
}

/// What is uploaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Upload {
    /// The bytes of the file; the binding names its headers verbatim.
    Original,
    /// A copy: UTF-8 without a byte order mark, commas, CRLF, RFC 4180, only the bound columns, named like the fields.
    Copy(Vec<CopyReason>),
}

impl Upload {
    /// The original wherever nothing in it needs changing.
    pub fn decide(scan: &Scan, report: &Report, binding: &Binding) -> Self {
        let mut reasons = Vec::new();
        if scan.bom {
            reasons.push(CopyReason::Bom);
        }
        if scan.delimiter != Delimiter::Comma {
            reasons.push(CopyReason::Delimiter(scan.delimiter));
        }
        reasons.extend(scan.repeated_names().into_iter().map(|name| CopyReason::NameTwice(name.to_owned())));
        let unnamed = |column: usize| scan.columns.get(column).is_some_and(|column| column.name.is_empty());
        if binding.iter().any(|(_, column)| unnamed(column)) {
            reasons.push(CopyReason::NameEmpty);
        }
        if scan.ragged > 0 {
            reasons.push(CopyReason::Ragged(scan.ragged));
        }
        if report.left_out() > 0 {
            reasons.push(CopyReason::LeftOut(report.left_out()));
        }
        if reasons.is_empty() { Self::Original } else { Self::Copy(reasons) }
    }

    /// The `binding` of the request: each field's key with the header that feeds it in what is uploaded.
    pub fn headers(&self, scan: &Scan, binding: &Binding) -> Vec<(ContactField, String)> {
        let header = |field: ContactField, column: usize| match self {
            Self::Original => scan.columns.get(column).map(|column| column.name.clone()),
            Self::Copy(_) => Some(field.api_name().into_owned()),
        };
        binding.iter().filter_map(|(field, column)| Some((field, header(field, column)?))).collect()
    }
}

/// Writes the clean copy from the pushed slices of a scanned file.
pub struct CopyWriter {
    reader: RecordReader,
    binding: Binding,
    out: csv::Writer<Vec<u8>>,
}

impl CopyWriter {
    /// A writer for the file that `scan` describes; push its bytes from [`Scan::header_offset`] on.
    pub fn new(scan: &Scan, binding: Binding) -> Self {
        let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        let names = binding.iter().map(|(field, _)| field.api_name().into_owned());
        // Writing to memory cannot fail, and every record has as many cells as the binding.
        out.write_record(names).ok();
        Self { reader: RecordReader::new(scan.delimiter, scan.header_offset, scan.header_line), binding, out }
    }

    /// Reads the next slice and answers the bytes of the copy that follow from it.
    ///
    /// # Errors
    /// What makes the file unreadable: it has changed since it was scanned.
    pub fn push(&mut self, bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
        let Self { reader, binding, out } = self;
        reader.push(bytes, &mut |record| {
            write(binding, out, &record);
            Ok(())
        })?;
        Ok(self.written())
    }

    /// Says that the file ends here and answers the last bytes of the copy.
    ///
    /// # Errors
    /// As [`Self::push`].
    pub fn finish(mut self) -> Result<Vec<u8>, Refusal> {
        let Self { reader, binding, out } = &mut self;
        reader.finish(&mut |record| {
            write(binding, out, &record);
            Ok(())
        })?;
        Ok(self.written())
    }

    fn written(&mut self) -> Vec<u8> {
        let fresh = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        std::mem::replace(&mut self.out, fresh).into_inner().unwrap_or_default()
    }
}

fn write(binding: &Binding, out: &mut csv::Writer<Vec<u8>>, record: &Record<'_>) {
    if record.number > 0 && fate(record, binding) == Fate::Sent {
        let cells = binding.iter().map(|(_, column)| record.cell(column).unwrap_or_default());
        // As above: memory, and as many cells as the binding.
        out.write_record(cells).ok();
    }
}
