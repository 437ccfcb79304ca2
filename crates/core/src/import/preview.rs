//! One record, as a person looks at it: what the file has, and what would be sent.

use super::Scan;
use super::encoding::Decoder;
use super::intake::Intake;
use super::kind::KindSet;
use super::record::Record;
use super::rules::{Checks, Rules};
use crate::contact::ContactField;

/// What a bound field of a record has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewCell {
    /// The field.
    pub field: ContactField,
    /// The text of its cell, blank where the record is too short.
    pub text: String,
    /// What is sent instead; `None` where that is the same text.
    pub sent: Option<String>,
    /// What is odd about the cell.
    pub kinds: KindSet,
}

impl Scan {
    /// A record from its own bytes, as [`Self::span`] has them, under these checks: its bound fields in the order in which
    /// they are sent. Nothing where the bytes hold no record. Whether the record goes at all is not asked.
    pub fn preview(
        &self,
        row: u32,
        bytes: &[u8],
        checks: &Checks,
        decoder: &dyn Decoder,
    ) -> Vec<PreviewCell> {
        let rules = Rules::new(checks, self.columns.len());
        let mut cells = None;
        let mut keep = |record: Record<'_>| {
            cells.get_or_insert_with(|| previewed(&rules, &record, row));
            Ok(())
        };
        let mut intake = Intake::new(&self.dialect, 0, 1, decoder);
        // Whatever follows the record may be cut in the middle; only the first one is asked for.
        intake.push(bytes, &mut keep).and_then(|()| intake.finish(&mut keep)).ok();
        cells.unwrap_or_default()
    }
}

fn previewed(rules: &Rules, record: &Record<'_>, row: u32) -> Vec<PreviewCell> {
    let cell = |bound| {
        let cell = rules.cell(record, row, bound);
        let text = record.cell(bound.column).unwrap_or_default().into_owned();
        let sent = String::from_utf8_lossy(&cell.bytes);
        let sent = (sent != text).then(|| sent.into_owned());
        PreviewCell { field: bound.field, text, sent, kinds: cell.kinds }
    };
    rules.bounds().iter().map(cell).collect()
}
