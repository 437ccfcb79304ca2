//! Cells that a spreadsheet would change: the apostrophe that keeps it from doing so.
//!
//! Excel eats the plus and the leading zeros of a number, shortens long ones, turns some texts into dates and runs what
//! begins like a formula. Whoever writes a CSV for it puts an apostrophe before such a cell, so an importer has to take
//! it off again. Both follow from the same rule here, so that reading undoes writing exactly.

use std::borrow::Cow;

/// Longest run of digits that Excel shows whole.
const DIGITS_SHOWN: usize = 11;

/// The wide forms of `=`, `+`, `-` and `@` that East Asian keyboards write, in UTF-8; spreadsheets take them for the narrow.
const WIDE: [&[u8]; 4] =
    ["\u{ff1d}".as_bytes(), "\u{ff0b}".as_bytes(), "\u{ff0d}".as_bytes(), "\u{ff20}".as_bytes()];

/// Whether a spreadsheet would take the cell for something else than text.
///
/// What begins a formula is what the OWASP names for CSV injection: `=`, `+`, `-`, `@`, their wide forms, a tab, a
/// return, a newline.
fn is_at_risk(cell: &[u8]) -> bool {
    match cell.first() {
        Some(0xef) => WIDE.iter().any(|wide| cell.starts_with(wide)),
        Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\n') => true,
        Some(first) if first.is_ascii_digit() || first.is_ascii_whitespace() => {
            let is_short_number = cell.len() <= DIGITS_SHOWN
                && cell.iter().all(u8::is_ascii_digit)
                && (*first != b'0' || cell.len() == 1);
            let reads_as_number = |byte: &u8| {
                matches!(byte, b'0'..=b'9' | b' ' | b'.' | b',' | b'/' | b':' | b'-' | b'+' | b'e' | b'E')
            };
            !is_short_number && cell.iter().any(u8::is_ascii_digit) && cell.iter().all(reads_as_number)
        }
        Some(_) | None => false,
    }
}

/// The cell behind its apostrophes.
fn bare(cell: &[u8]) -> &[u8] {
    let guards = cell.iter().take_while(|byte| **byte == b'\'').count();
    cell.get(guards..).unwrap_or_default()
}

/// The cell without the apostrophe that guards it; one that guards nothing is text.
#[inline]
pub(super) fn unguarded(cell: &[u8]) -> &[u8] {
    match cell.strip_prefix(b"'") {
        Some(rest) if is_at_risk(bare(rest)) => rest,
        Some(_) | None => cell,
    }
}

/// The same of a text.
pub(super) fn unguarded_text(cell: &str) -> &str {
    // Nothing but an apostrophe is taken off.
    if unguarded(cell.as_bytes()).len() < cell.len() { cell.strip_prefix('\'').unwrap_or(cell) } else { cell }
}

/// The cell as a spreadsheet leaves it alone.
pub(crate) fn guarded(cell: &str) -> Cow<'_, str> {
    if is_at_risk(bare(cell.as_bytes())) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_a_spreadsheet_would_change_is_guarded_and_nothing_else() {
        for cell in [
            "=1+1",
            "+390200000001",
            "-5",
            "@sum",
            "\tx",
            "0200000001",
            "390200000001",
            "3,9E+11",
            "01/02/2026",
            "1.5",
            "12:30",
            "1-2",
            "00",
            "\u{ff1d}1+1",
            "\u{ff0b}39",
            "\u{ff0d}5",
            "\u{ff20}sum",
        ] {
            assert_eq!(guarded(cell), format!("'{cell}"));
        }
        for cell in [
            "",
            "Giulia",
            "7",
            "0",
            "42",
            "12345678901",
            "'t Hooft",
            "3 Corti",
            "via Roma 5",
            "5\" nail",
            " ",
            "\u{ff21}nn",
        ] {
            assert_eq!(guarded(cell), cell);
            assert_eq!(unguarded(cell.as_bytes()), cell.as_bytes());
        }
    }

    #[test]
    fn an_apostrophe_that_guards_is_taken_off_once() {
        assert_eq!(unguarded(b"'+390200000001"), b"+390200000001");
        assert_eq!(unguarded(b"'0200000001"), b"0200000001");
        assert_eq!(unguarded(b"''=1"), b"'=1");
        assert_eq!(unguarded(b"'Ndrangheta"), b"'Ndrangheta");
    }

    proptest! {
        #[test]
        fn reading_undoes_writing(cell in "['=+@a0-9 ,.\t\u{ff1d}\u{ff20}-]{0,14}") {
            let written = guarded(&cell);
            prop_assert_eq!(unguarded(written.as_bytes()), cell.as_bytes());
        }
    }
}
