//! The import engine, from the bytes of a file to what is uploaded.
//!
//! The oracle for reading is the `csv` crate on the whole file at once; counts are worked out by hand.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may panic like tests")]

mod borders;
mod checks;
mod copies;
mod dialects;
mod duplicates;
mod known;
mod previews;
mod properties;
mod proposals;
mod reading;
mod refusals;
mod splits;

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{
    Binding, Checker, Checks, CopyWriter, DuplicateRule, Record, Refusal, Report, Scan, Scanned, Scanner,
    Settings,
};
use dialdesk_core::native::NativeDecoder;

/// Reads a file in slices, again where it turns out to be in another encoding.
fn scan_with(file: &[u8], settings: Settings, slice: usize) -> Result<Scan, Refusal> {
    let mut scanner = Scanner::new(file.len() as u64, settings, &NativeDecoder)?;
    for bytes in file.chunks(slice) {
        scanner.push(bytes)?;
    }
    match scanner.finish()? {
        Scanned::Whole(scan, _) => Ok(*scan),
        Scanned::Again(settings) => {
            assert!(settings.encoding.is_some());
            scan_with(file, settings, slice)
        }
    }
}

fn scan_in(file: &[u8], slice: usize) -> Result<Scan, Refusal> {
    scan_with(file, Settings::default(), slice)
}

fn scan(file: &[u8]) -> Scan {
    scan_in(file, usize::MAX).unwrap()
}

fn bind(pairs: &[(ContactField, usize)]) -> Binding {
    pairs.iter().copied().collect()
}

/// Checks of a binding and the fields to compare, with nothing decided.
fn checks(pairs: &[(ContactField, usize)], compared: &[ContactField]) -> Checks {
    Checks {
        binding: bind(pairs),
        duplicates: DuplicateRule::new(compared.iter().copied()),
        ..Checks::default()
    }
}

fn from_start<'a>(file: &'a [u8], scan: &Scan) -> &'a [u8] {
    &file[usize::try_from(scan.start()).unwrap()..]
}

fn check_in(file: &[u8], scan: &Scan, checks: &Checks, slice: usize) -> Report {
    let mut checker = Checker::new(scan, checks, &NativeDecoder);
    for bytes in from_start(file, scan).chunks(slice) {
        checker.push(bytes).unwrap();
    }
    checker.finish().unwrap()
}

fn check(file: &[u8], scan: &Scan, checks: &Checks) -> Report {
    check_in(file, scan, checks, usize::MAX)
}

fn copy(file: &[u8], scan: &Scan, checks: &Checks, report: &Report, slice: usize) -> String {
    let mut writer = CopyWriter::new(scan, checks, report, &NativeDecoder);
    let mut written = Vec::new();
    for bytes in from_start(file, scan).chunks(slice) {
        written.extend(writer.push(bytes).unwrap());
    }
    written.extend(writer.finish().unwrap());
    String::from_utf8(written).unwrap()
}

/// A record from its own bytes, as the engine reads it.
fn cells(scan: &Scan, bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    let mut reader = scan.reader(&NativeDecoder);
    let mut keep = |record: Record<'_>| {
        found.push(record.cells().map(std::borrow::Cow::into_owned).collect());
        Ok(())
    };
    reader.push(bytes, &mut keep).unwrap();
    reader.finish(&mut keep).unwrap();
    assert_eq!(found.len(), 1, "one record stands in its place");
    found.remove(0)
}

/// Every record of a file as text, header included.
fn records(file: &[u8], scan: &Scan) -> Vec<Vec<String>> {
    let rows = u32::try_from(scan.records()).unwrap();
    let range = |row| {
        scan.span(row)
            .map(|(start, end)| (usize::try_from(start).unwrap(), usize::try_from(end).unwrap()))
            .unwrap()
    };
    let names = scan.columns.iter().map(|column| column.name.clone()).collect();
    let below = (0..rows).map(|row| {
        let (start, end) = range(row);
        cells(scan, &file[start..end])
    });
    std::iter::once(names).chain(below).collect()
}
