//! The only module that knows how the engine is used.

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{
    Checks, Column, Decoder, DuplicateRule, Encoding, Refusal, Scanned, Scanner, Settings, propose,
};
use dialdesk_core::phone::Country;
use wasm_bindgen::JsError;

use super::file::{FileGone, Go, LocalFile};
use super::{Counts, refused};

/// The files of the benchmark are UTF-8: nothing else is ever decoded.
struct Utf8Only;

impl Decoder for Utf8Only {
    fn decode(&self, _: Encoding, bytes: &[u8]) -> String {
        String::from_utf8_lossy(bytes).into_owned()
    }
}

/// What the app proposes for these columns; the country is the one whose numbers the files hold.
fn proposed(columns: &[Column]) -> Checks {
    let mut checks = Checks {
        binding: propose(columns, &[]).into_iter().map(|made| (made.field, made.column)).collect(),
        duplicates: DuplicateRule::new([ContactField::Phone]),
        ..Checks::default()
    };
    checks.decisions.country = Country::from_code("IT");
    checks
}

/// Reads the file as the app does: in one pass that learns what it is and makes the proposed checks.
pub(super) async fn analyse(file: web_sys::File) -> Result<Counts, JsError> {
    let file = LocalFile::from(file);
    let scanner = Scanner::new(file.size(), Settings::default(), &Utf8Only).map_err(refused)?;
    let mut scanner = scanner.with_checks(&proposed);
    file.read_from(0, |bytes, _| scanner.push(bytes).map(|()| Go::On).map_err(Trouble::Refused)).await?;
    let Scanned::Whole(scan, Some(checked)) = scanner.finish().map_err(refused)? else {
        return Err(JsError::new("The file was not checked in one pass."));
    };
    let (_, report) = *checked;
    let filled: u64 = scan.columns.iter().map(|column| column.filled).sum();
    Ok(Counts {
        records: as_f64(report.records),
        filled: as_f64(filled),
        no_first_name: as_f64(report.left_out),
        same_text: as_f64(report.same_text.count),
        same_number: as_f64(report.same_number.count),
    })
}

/// Reads as much of the file as its first rows take, as the app does before it shows them; answers how many there are.
pub(super) async fn first_rows(file: web_sys::File) -> Result<usize, JsError> {
    let file = LocalFile::from(file);
    let scanner = Scanner::new(file.size(), Settings::default(), &Utf8Only).map_err(refused)?;
    let mut scanner = scanner.with_checks(&proposed);
    let mut seen = None;
    file.read_from(0, |bytes, _| {
        scanner.push(bytes).map_err(Trouble::Refused)?;
        seen = scanner.take_glance();
        Ok::<_, Trouble>(if seen.is_some() { Go::Stop } else { Go::On })
    })
    .await?;
    seen.map(|seen| seen.first_rows.len()).ok_or_else(|| JsError::new("The file ends in its head."))
}

/// Why a file cannot be worked with.
enum Trouble {
    Refused(Refusal),
    Gone,
}

impl From<FileGone> for Trouble {
    fn from(_: FileGone) -> Self {
        Self::Gone
    }
}

impl From<Trouble> for JsError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Refused(refusal) => refused(refusal),
            Trouble::Gone => Self::new("The file cannot be read."),
        }
    }
}

/// Counts of a file stay far below 2^53, up to which `f64` is exact.
#[expect(clippy::cast_precision_loss, reason = "see above")]
fn as_f64(count: u64) -> f64 {
    count as f64
}
