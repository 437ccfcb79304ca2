//! The engine on one input, as the app and `inspect` use it.

use dialdesk_core::import::{
    Checker, Checks, Column, CopyWriter, Refusal, RejectedWords, RejectedWriter, Report, Scan, Scanned,
    Scanner, Settings, Why,
};
use dialdesk_core::native::NativeDecoder;

/// All that the engine says of a file.
#[derive(Debug, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) scan: Scan,
    pub(crate) checks: Checks,
    pub(crate) report: Report,
    /// The clean copy.
    pub(crate) copy: Vec<u8>,
    /// The records that are not stored.
    pub(crate) rejected: Vec<u8>,
    /// Bytes that were held at the end, which depend on how the file was cut.
    pub(crate) state_bytes: Ignored,
}

/// A value that is no part of a comparison.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ignored(pub(crate) usize);

impl PartialEq for Ignored {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Reads a file in slices and makes everything of it that can be made.
pub(crate) fn run(
    file: &[u8],
    settings: Settings,
    slice: usize,
    make: &dyn Fn(&[Column]) -> Checks,
) -> Result<Outcome, Refusal> {
    let mut settings = settings;
    let (scan, checked, state_bytes) = loop {
        let mut scanner = Scanner::new(file.len() as u64, settings, &NativeDecoder)?.with_checks(make);
        for bytes in file.chunks(slice) {
            scanner.push(bytes)?;
        }
        let state_bytes = Ignored(scanner.state_bytes());
        match scanner.finish()? {
            Scanned::Whole(scan, checked) => break (*scan, checked, state_bytes),
            Scanned::Again(better) => {
                assert!(settings.encoding.is_none() && better.encoding.is_some(), "read again once at most");
                settings = better;
            }
        }
    };
    let checks = checked.as_ref().map_or_else(|| make(&scan.columns), |checked| checked.0.clone());
    // What was scanned is read by everything else as well.
    let report = check(file, &scan, &checks, slice);
    if let Some(checked) = checked {
        assert_eq!(checked.1, report, "one pass and two come to the same");
    }
    let copy = copy(file, &scan, &checks, &report, slice);
    let rejected = reject(file, &scan, &checks, &report, slice);
    Ok(Outcome { scan, checks, report, copy, rejected, state_bytes })
}

fn check(file: &[u8], scan: &Scan, checks: &Checks, slice: usize) -> Report {
    let mut checker = Checker::new(scan, checks, &NativeDecoder);
    for bytes in below(file, scan).chunks(slice) {
        checker.push(bytes).unwrap();
    }
    checker.finish().unwrap()
}

/// The copy of the records that `report` does not skip.
pub(crate) fn copy(file: &[u8], scan: &Scan, checks: &Checks, report: &Report, slice: usize) -> Vec<u8> {
    let mut writer = CopyWriter::new(scan, checks, report, &NativeDecoder);
    let mut written = Vec::new();
    for bytes in below(file, scan).chunks(slice) {
        written.extend(writer.push(bytes).unwrap());
    }
    written.extend(writer.finish().unwrap());
    written
}

fn reject(file: &[u8], scan: &Scan, checks: &Checks, report: &Report, slice: usize) -> Vec<u8> {
    let say = |why: Why| match why {
        Why::Findings(kinds) => {
            format!(
                "odd: {}",
                kinds.iter().map(dialdesk_core::import::Kind::name).collect::<Vec<_>>().join(" ")
            )
        }
        Why::SameText(line) => format!("as in line {line}"),
        Why::SameNumber(line) => format!("number of line {line}"),
        Why::AlreadyThere => "there".to_owned(),
        Why::NumberThere => "number there".to_owned(),
    };
    let words = RejectedWords { line: "line", reason: "why", say: &say };
    let (mut writer, mut written) = RejectedWriter::new(scan, checks, report, words, &NativeDecoder);
    for bytes in below(file, scan).chunks(slice) {
        written.extend(writer.push(bytes).unwrap());
    }
    written.extend(writer.finish().unwrap());
    written
}

/// The bytes of the file from its first record on.
pub(crate) fn below<'a>(file: &'a [u8], scan: &Scan) -> &'a [u8] {
    &file[usize::try_from(scan.start()).unwrap()..]
}
