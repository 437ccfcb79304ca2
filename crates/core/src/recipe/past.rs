//! What is kept of an import that was made: counts, nothing of its contacts.

use std::collections::BTreeMap;

use super::Digest;
use crate::contact::ContactField;
use crate::import::{Report, Scan};

/// Most imports that are kept of a recipe.
pub(super) const PAST_MAX: usize = 10;

/// An import that was made, in counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// The name of the file.
    pub file: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// What tells its bytes from others; none where that is not known.
    pub digest: Option<Digest>,
    /// The address of the server, empty for that of the page.
    pub server: String,
    /// What the list was called.
    pub list: String,
    /// Records of the file.
    pub records: u64,
    /// Records that were left out, repeats of a text not among them.
    pub left_out: u64,
    /// Cells that were filled, by the field that they fed.
    pub filled: BTreeMap<ContactField, u64>,
}

impl Past {
    /// The counts of a file under a report on it.
    pub fn counts(scan: &Scan, checks: &crate::import::Checks, report: &Report) -> Self {
        let filled = |(field, column)| Some((field, scan.columns.get::<usize>(column)?.filled));
        Self {
            at: 0,
            file: String::new(),
            bytes: scan.bytes,
            digest: None,
            server: String::new(),
            list: String::new(),
            records: report.records,
            left_out: report.left_out,
            filled: checks.binding.iter().filter_map(filled).collect(),
        }
    }
}
