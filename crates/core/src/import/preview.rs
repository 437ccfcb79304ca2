//! One record, as a person looks at it: what the file has, and what would be sent.

use super::decisions::Against;
use super::encoding::Decoder;
use super::intake::Intake;
use super::kind::KindSet;
use super::record::Record;
use super::rules::{Checks, Rules};
use super::{Dialect, Scan};
use crate::contact::ContactField;

/// What a bound field of a record has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewCell {
    /// The field.
    pub field: ContactField,
    /// The text of its cell in the file, blank where the record is too short.
    pub text: String,
    /// What is sent instead; `None` where that is the same text.
    pub sent: Option<String>,
    /// What is odd about what is sent.
    pub kinds: KindSet,
    /// What was odd and is put right in what is sent.
    pub repaired: KindSet,
}

/// What becomes of a record, apart from what other records have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    /// Its bound fields in the order in which they are sent.
    pub cells: Vec<PreviewCell>,
    /// What is odd about it as a whole.
    pub kinds: KindSet,
    /// Why it is left out; `None` where nothing in it stands against sending it.
    pub against: Option<Against>,
}

/// Shows records of a file under some checks: the same rules say what is sent.
pub struct Previewer<'a> {
    dialect: &'a Dialect,
    rules: Rules,
}

impl<'a> Previewer<'a> {
    /// For the file that `scan` describes.
    pub fn new(scan: &'a Scan, checks: &Checks) -> Self {
        Self { dialect: &scan.dialect, rules: Rules::new(checks, scan.columns.len()) }
    }

    /// A record from its own bytes, as [`Scan::span`] has them. Nothing where the bytes hold no record.
    pub fn row(&self, row: u32, bytes: &[u8], decoder: &dyn Decoder) -> Option<PreviewRow> {
        let mut shown = None;
        let mut keep = |record: Record<'_>| {
            shown.get_or_insert_with(|| self.shown(&record, row));
            Ok(())
        };
        let mut intake = Intake::new(self.dialect, 0, 1, decoder);
        // Whatever follows the record may be cut in the middle; only the first one is asked for.
        intake.push(bytes, &mut keep).and_then(|()| intake.finish(&mut keep)).ok();
        shown
    }

    fn shown(&self, record: &Record<'_>, row: u32) -> PreviewRow {
        let kinds = self.rules.of_record(record);
        let mut all = kinds;
        let cells = self.rules.bounds().iter().map(|bound| {
            let cell = self.rules.cell(record, row, bound);
            all.extend(cell.kinds);
            let text = record.cell(bound.column).unwrap_or_default().into_owned();
            let sent = String::from_utf8_lossy(&cell.bytes);
            let sent = (sent != text).then(|| sent.into_owned());
            PreviewCell { field: bound.field, text, sent, kinds: cell.kinds, repaired: cell.repaired }
        });
        let cells = cells.collect();
        PreviewRow { cells, kinds, against: self.rules.decisions().against(row, all) }
    }
}
