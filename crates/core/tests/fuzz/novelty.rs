//! Which inputs make the engine say something that no other has.

use std::collections::HashSet;

use dialdesk_core::import::{Kind, Refusal};

use super::engine::Outcome;

/// What the engine has said so far, in broad strokes.
#[derive(Default)]
pub(crate) struct Novelty(HashSet<String>);

impl Novelty {
    /// Most inputs that are kept.
    const MOST: usize = 20_000;

    /// Whether this is said for the first time.
    pub(crate) fn is_new(&mut self, outcome: &Result<Outcome, Refusal>) -> bool {
        self.0.len() < Self::MOST && self.0.insert(said(outcome))
    }
}

fn said(outcome: &Result<Outcome, Refusal>) -> String {
    match outcome {
        // The numbers in it are no news.
        Err(refusal) => format!("{:?}", std::mem::discriminant(refusal)),
        Ok(Outcome { scan, report, checks, .. }) => {
            let kinds: Vec<Kind> = report.findings.iter().map(|(kind, _)| kind).collect();
            let dialect = &scan.dialect;
            format!(
                "{:?} {:?} {} {} {:?} {kinds:?} {} {} {} {} {}",
                dialect.encoding,
                dialect.delimiter,
                dialect.has_bom,
                dialect.has_sep_line,
                dialect.header,
                some(report.left_out),
                some(report.same_text.count),
                some(report.same_number.count),
                some(report.changed.count),
                checks.binding.len(),
            )
        }
    }
}

fn some(count: u64) -> u64 {
    count.min(2)
}
