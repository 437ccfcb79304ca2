//! The JSON object that `inspect csv` prints.

use std::collections::BTreeMap;

use dialdesk_core::import::{Checks, Header, Proposal, Reason, Report, Scan, Upload};
use serde::Serialize;

/// The answer; the order of its fields is the order of the keys.
#[derive(Serialize)]
pub(super) struct Answer<'a> {
    encoding: &'static str,
    bom: bool,
    delimiter: &'static str,
    header: bool,
    sep_line: bool,
    columns: Vec<Column<'a>>,
    records: u64,
    binding: BTreeMap<String, Bound>,
    problems: BTreeMap<&'static str, u64>,
    duplicates: Duplicates,
    left_out: u64,
    to_store: u64,
    upload: &'static str,
}

#[derive(Serialize)]
struct Column<'a> {
    index: usize,
    name: String,
    filled: u64,
    samples: &'a [String],
}

#[derive(Serialize)]
struct Bound {
    column: usize,
    reason: &'static str,
    strength: f64,
}

#[derive(Serialize)]
struct Duplicates {
    fields: Vec<String>,
    same_text: u64,
    same_number: u64,
}

impl<'a> Answer<'a> {
    pub(super) fn new(scan: &'a Scan, checks: &Checks, proposals: &[Proposal], report: &Report) -> Self {
        let dialect = &scan.dialect;
        let has_header = dialect.header == Header::Present;
        let columns = scan.columns.iter().map(|column| Column {
            index: column.index,
            name: if has_header { column.name.clone() } else { column.letters() },
            filled: column.filled,
            samples: &column.samples,
        });
        let binding = checks.binding.iter().map(|(field, column)| {
            let made = proposals.iter().find(|made| made.field == field);
            let (reason, strength) =
                made.map_or(("given", 1.0), |made| (reason(made.reason), made.strength.share()));
            (field.to_string(), Bound { column, reason, strength })
        });
        Self {
            encoding: dialect.encoding.label(),
            bom: dialect.has_bom,
            delimiter: dialect.delimiter.name(),
            header: has_header,
            sep_line: dialect.has_sep_line,
            columns: columns.collect(),
            records: report.records,
            binding: binding.collect(),
            problems: report.findings.iter().map(|(kind, found)| (kind.name(), found.count)).collect(),
            duplicates: Duplicates {
                fields: checks.duplicates.fields().iter().map(ToString::to_string).collect(),
                same_text: report.same_text.count,
                same_number: report.same_number.count,
            },
            left_out: report.left_out,
            to_store: report.to_store(),
            upload: match Upload::decide(scan, report, &checks.binding) {
                Upload::Original => "original",
                Upload::Copy(_) => "copy",
            },
        }
    }
}

fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Name => "name",
        Reason::Label => "label",
        Reason::Values => "values",
    }
}
