//! The only module that knows how the engine is used.

use std::collections::HashSet;

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{
    Binding, Checker, DuplicateRule, Record, RecordReader, Refusal, Scan, Scanner, propose,
};
use wasm_bindgen::JsError;

use super::{Counts, read, refused};

/// Bytes read at a time, as in `src/platform/file.rs`.
const SLICE_BYTES: f64 = 1_048_576.0;

/// Reads the file as the app does: once to learn what it is, once to check it under the proposed binding.
pub(super) async fn analyse(file: &web_sys::File) -> Result<Counts, JsError> {
    let size = file.size();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number of bytes")]
    let mut scanner = Scanner::new(size as u64).map_err(refused)?;
    let mut start = 0.0;
    while start < size {
        let end = size.min(start + SLICE_BYTES);
        scanner.push(&read(file, start, end).await?).map_err(refused)?;
        start = end;
    }
    let scan = scanner.finish().map_err(refused)?;
    let filled: u64 = scan.columns.iter().map(|column| column.filled).sum();

    let binding: Binding =
        propose(&scan.columns, &[]).iter().map(|proposal| (proposal.field, proposal.column)).collect();
    let rule = DuplicateRule::new([ContactField::Phone]);
    let mut checker = Checker::new(&scan, binding.clone(), &rule);
    let mut numbers = Numbers::new(&scan, &binding);
    #[expect(clippy::cast_precision_loss, reason = "offsets in a file stay far below 2^53")]
    let mut start = scan.header_offset as f64;
    while start < size {
        let end = size.min(start + SLICE_BYTES);
        let bytes = read(file, start, end).await?;
        checker.push(&bytes).map_err(refused)?;
        numbers.push(&bytes).map_err(refused)?;
        start = end;
    }
    let report = checker.finish().map_err(refused)?;
    // Every text that repeats is a number in the files of the benchmark.
    let repeats = numbers.finish().map_err(refused)?;
    Ok(Counts {
        records: as_f64(report.records),
        filled: as_f64(filled),
        no_first_name: as_f64(report.no_first_name),
        same_text: as_f64(report.same_text),
        same_number: as_f64(repeats.saturating_sub(report.same_text)),
    })
}

/// Stands in for what the engine does not do yet: which numbers repeat, however they are written.
struct Numbers {
    reader: RecordReader,
    seen: Seen,
}

struct Seen {
    first_name: Option<usize>,
    phone: Option<usize>,
    /// A number has at most fifteen digits, which are kept as one integer.
    numbers: HashSet<u64>,
    repeats: u64,
}

impl Numbers {
    fn new(scan: &Scan, binding: &Binding) -> Self {
        Self {
            reader: RecordReader::new(scan.delimiter, scan.header_offset, scan.header_line),
            seen: Seen {
                first_name: binding.column(ContactField::FirstName),
                phone: binding.column(ContactField::Phone),
                numbers: HashSet::new(),
                repeats: 0,
            },
        }
    }

    fn push(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        self.reader.push(bytes, &mut |record| {
            self.seen.note(record);
            Ok(())
        })
    }

    /// Records whose number an earlier one has, in whatever writing.
    fn finish(mut self) -> Result<u64, Refusal> {
        self.reader.finish(&mut |record| {
            self.seen.note(record);
            Ok(())
        })?;
        Ok(self.seen.repeats)
    }
}

impl Seen {
    fn note(&mut self, record: Record<'_>) {
        let cell = |column: Option<usize>| column.and_then(|column| record.cell(column)).unwrap_or_default();
        if cell(self.first_name).trim().is_empty() {
            return;
        }
        if let Some(number) = italian(cell(self.phone)) {
            self.repeats += u64::from(!self.numbers.insert(number));
        }
    }
}

/// The digits of a number with its country, Italy where it names none; `None` for what is no number.
fn italian(text: &str) -> Option<u64> {
    let text = text.trim();
    let (text, international) = match (text.strip_prefix('+'), text.strip_prefix("00")) {
        (Some(rest), _) | (None, Some(rest)) => (rest, true),
        (None, None) => (text, false),
    };
    let (mut number, mut digits) = (0_u64, 0_u32);
    for c in text.chars() {
        match c {
            '0'..='9' => {
                number = number.checked_mul(10)?.checked_add(u64::from(c.to_digit(10)?))?;
                digits += 1;
            }
            ' ' | '\u{a0}' | '-' | '.' | '/' | '(' | ')' => {}
            _ => return None,
        }
    }
    if !(6..=15).contains(&digits) {
        return None;
    }
    // Zeros at the beginning of a national number count, so the country stands before them.
    Some(if international { number } else { 39 * 10_u64.pow(digits) + number })
}

/// Counts of a file stay far below 2^53, up to which `f64` is exact.
#[expect(clippy::cast_precision_loss, reason = "see above")]
fn as_f64(count: u64) -> f64 {
    count as f64
}
