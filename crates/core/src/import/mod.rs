//! From the bytes of a CSV file to contacts: what the file holds, what the server will make of it, what is uploaded.
//!
//! Every part is *pushed* slices of bytes and holds an index and counts, never the rows. Two passes are enough:
//! [`Scanner`] learns what the file is (dialect, columns, where each record begins), [`Checker`] applies a
//! [`Binding`] and [`DuplicateRule`] and says what becomes of every record. [`CopyWriter`] writes a clean copy where
//! the file cannot be uploaded as it is.

mod binding;
mod check;
mod columns;
mod copy;
mod dialect;
mod duplicates;
mod encoding;
mod header;
mod names;
mod reader;
mod receipt;
mod refusal;
mod scan;
mod strength;

pub use binding::{Binding, Proposal, Reason, propose};
pub use check::{Checker, Fate, NoName, Repeat, Report, SHOWN_MAX};
pub(crate) use columns::looks_like_address;
pub use columns::{Column, SAMPLES_MAX};
pub use copy::{CopyReason, CopyWriter, Upload};
pub use dialect::Delimiter;
pub use duplicates::DuplicateRule;
pub use encoding::{Basis, ByteOrder, Decoder, Encoding, HighHalf, Judgement, Utf16, judge, judge_legacy};
pub(crate) use header::by_name;
pub use reader::{RECORD_BYTES_MAX, Record, RecordReader};
pub use receipt::Receipt;
pub use refusal::{FILE_BYTES_MAX, Foreign, Refusal};
pub use scan::{FIRST_ROWS, Scan, Scanner};
pub use strength::Strength;

/// Reads one record again from its own bytes, for showing it; cells as text.
///
/// `bytes` begin where the record begins and may run past its end.
pub fn record_cells(bytes: &[u8], delimiter: Delimiter) -> Vec<String> {
    let mut cells = None;
    let mut reader = RecordReader::new(delimiter, 0, 1);
    let mut keep = |record: Record<'_>| {
        if cells.is_none() {
            cells = Some(record.cells().map(str::to_owned).collect());
        }
        Ok(())
    };
    // Whatever follows the record may be cut in the middle; only the first one is asked for.
    reader.push(bytes, &mut keep).and_then(|()| reader.finish(&mut keep)).ok();
    cells.unwrap_or_default()
}
