//! What is uploaded: the file as it is, or a clean copy.

use super::check::row;
use super::dialect::Header;
use super::encoding::{Decoder, Encoding};
use super::intake::Intake;
use super::kind::Kind;
use super::record::Record;
use super::rows::RowSet;
use super::rules::{Checks, Rules};
use super::{Binding, Delimiter, Refusal, Report, Scan};
use crate::contact::ContactField;

/// Why the file cannot be uploaded as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyReason {
    /// It begins with a byte order mark, which would become part of the first header.
    Bom,
    /// The server reads UTF-8.
    Encoding(Encoding),
    /// The server reads commas.
    Delimiter(Delimiter),
    /// It begins with a line `sep=`, which the server would take for the header.
    SepLine,
    /// It does not name its columns, and the binding goes by names.
    NoHeader,
    /// Two columns have this name, so that it does not say which one is meant.
    NameTwice(String),
    /// A bound column has no name.
    NameEmpty,
    /// This many records have more or fewer cells than the header.
    Ragged(u64),
    /// This many records have quotes where none belong, which readers take differently.
    StrayQuotes(u64),
    /// This many records have bytes that are no text.
    DamagedText(u64),
    /// Of this many records something else is sent than the file has.
    Changed(u64),
    /// This many records are left out.
    LeftOut(u64),
}

/// What is uploaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Upload {
    /// The bytes of the file; the binding names its headers verbatim.
    Original,
    /// A copy: UTF-8 without a byte order mark, commas, CRLF, RFC 4180, only the bound columns, named like the fields,
    /// only the records that are stored.
    Copy(Vec<CopyReason>),
}

impl Upload {
    /// The original wherever nothing in it needs changing.
    pub fn decide(scan: &Scan, report: &Report, binding: &Binding) -> Self {
        let dialect = &scan.dialect;
        let count = |kind| Some(report.findings.of(kind).count).filter(|count| *count > 0);
        let some = |count: u64| Some(count).filter(|count| *count > 0);
        let unnamed = |column: usize| scan.columns.get(column).is_some_and(|column| column.name.is_empty());
        let has_header = dialect.header == Header::Present;
        let reasons: Vec<CopyReason> = [
            dialect.has_bom.then_some(CopyReason::Bom),
            (dialect.encoding != Encoding::Utf8).then_some(CopyReason::Encoding(dialect.encoding)),
            (dialect.delimiter != Delimiter::Comma).then_some(CopyReason::Delimiter(dialect.delimiter)),
            dialect.has_sep_line.then_some(CopyReason::SepLine),
            (!has_header).then_some(CopyReason::NoHeader),
        ]
        .into_iter()
        .flatten()
        .chain(scan.repeated_names().into_iter().map(|name| CopyReason::NameTwice(name.to_owned())))
        .chain(
            [
                (has_header && binding.iter().any(|(_, column)| unnamed(column)))
                    .then_some(CopyReason::NameEmpty),
                count(Kind::Ragged).map(CopyReason::Ragged),
                count(Kind::StrayQuote).map(CopyReason::StrayQuotes),
                count(Kind::DamagedText).map(CopyReason::DamagedText),
                some(report.changed.count).map(CopyReason::Changed),
                some(report.left_out).map(CopyReason::LeftOut),
            ]
            .into_iter()
            .flatten(),
        )
        .collect();
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
    intake: Intake,
    page: Page,
}

/// What is written, and by which rules.
struct Page {
    rules: Rules,
    header: Header,
    skipped: RowSet,
    out: csv::Writer<Vec<u8>>,
}

impl CopyWriter {
    /// A writer for the file that `scan` describes, of the records that `report` says are stored under the same `checks`;
    /// push its bytes from [`Scan::start`] on.
    pub fn new(scan: &Scan, checks: &Checks, report: &Report, decoder: &dyn Decoder) -> Self {
        let mut out = strict_writer(Delimiter::Comma);
        let names = checks.binding.iter().map(|(field, _)| field.api_name().into_owned());
        // Writing to memory cannot fail, and every record has as many cells as the binding.
        out.write_record(names).ok();
        let rules = Rules::new(checks, scan.columns.len());
        let page = Page { rules, header: scan.dialect.header, skipped: report.skipped.clone(), out };
        Self { intake: scan.reader(decoder), page }
    }

    /// Reads the next slice and answers the bytes of the copy that follow from it.
    ///
    /// # Errors
    /// What makes the file unreadable: it has changed since it was scanned.
    pub fn push(&mut self, bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
        let Self { intake, page } = self;
        intake.push(bytes, &mut |record| {
            page.write(&record);
            Ok(())
        })?;
        Ok(written(&mut self.page.out, Delimiter::Comma))
    }

    /// Says that the file ends here and answers the last bytes of the copy.
    ///
    /// # Errors
    /// As [`Self::push`].
    pub fn finish(mut self) -> Result<Vec<u8>, Refusal> {
        let Self { intake, page } = &mut self;
        intake.finish(&mut |record| {
            page.write(&record);
            Ok(())
        })?;
        Ok(written(&mut self.page.out, Delimiter::Comma))
    }
}

impl Page {
    fn write(&mut self, record: &Record<'_>) {
        let Some(row) = row(record, self.header) else { return };
        if self.skipped.has(row) {
            return;
        }
        let cells = self.rules.bounds().iter().map(|bound| self.rules.cell(record, row, bound).bytes);
        // As above: memory, and as many cells as the binding.
        self.out.write_record(cells).ok();
    }
}

/// Writes as RFC 4180 has it, into memory; records may differ in length.
pub(crate) fn strict_writer(delimiter: Delimiter) -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new()
        .delimiter(delimiter.byte())
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new())
}

/// Takes what was written so far.
pub(super) fn written(out: &mut csv::Writer<Vec<u8>>, delimiter: Delimiter) -> Vec<u8> {
    // Writing to memory cannot fail.
    std::mem::replace(out, strict_writer(delimiter)).into_inner().unwrap_or_default()
}
