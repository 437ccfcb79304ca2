//! Cells in which something else stands than digits and the separators of ASCII.

use super::plan::Country;
use super::read::{PhoneProblem, PhoneReading, judge};
use super::scan::{Scan, Scanned, count, scan, whole};
use super::{DIGITS_MIN, run::Run};

/// Characters that are kept of a cell; longer ones hold no single number.
const KEPT_MAX: usize = 96;
/// Most digits of an extension; more are another number.
const EXTENSION_MAX: usize = 7;
/// What stands before an extension. English, Italian, French, Spanish.
const EXTENSIONS: [&[u8]; 9] =
    [b"ext", b"extn", b"extension", b"x", b"#", b"int", b"interno", b"poste", b"anexo"];
/// What stands before a number and says that it is one.
const LABEL: &[u8] = b"tel";

/// Reads a cell the long way.
#[cold]
pub(super) fn read(text: &[u8], country: Option<Country>) -> PhoneReading {
    let (mut kept, mut length) = ([b' '; KEPT_MAX], 0);
    let mut whole_cell = true;
    for chunk in text.utf8_chunks() {
        let broken = (!chunk.invalid().is_empty()).then_some(OTHER);
        for byte in chunk.valid().chars().filter_map(plain).chain(broken) {
            match kept.get_mut(length) {
                Some(place) => (*place, length) = (byte, length + 1),
                None => whole_cell = false,
            }
        }
    }
    let Some(kept) = kept.get_mut(..length).and_then(unwrapped) else {
        let blank = PhoneReading::BLANK;
        return if whole_cell { blank } else { PhoneReading::problem(PhoneProblem::NotANumber) };
    };
    if is_scientific(kept) {
        return PhoneReading::problem(PhoneProblem::ScientificNotation);
    }
    let number = if kept.iter().any(|byte| byte.is_ascii_alphabetic() || *byte == b'#') {
        letters_to_digits(kept);
        without_extension(without_label(kept)).trim_ascii_end()
    } else {
        kept
    };
    match scan(number) {
        Scanned::Digits(scan) if whole_cell && scan.digits.count > 0 => judge(scan, number, country),
        Scanned::Several => PhoneReading::problem(PhoneProblem::Several),
        Scanned::Odd => match without_commas(number) {
            Some(digits) if whole_cell => judge(digits, number, country),
            _ if is_several(number) => PhoneReading::problem(PhoneProblem::Several),
            _ => PhoneReading::problem(PhoneProblem::NotANumber),
        },
        Scanned::Digits(_) | Scanned::Date | Scanned::TooLong => {
            PhoneReading::problem(PhoneProblem::NotANumber)
        }
    }
}

/// What stands for a character that no number has.
const OTHER: u8 = b'?';

/// The character as one of ASCII that means the same in a number; `None` where it means nothing.
fn plain(c: char) -> Option<u8> {
    let digit = |zero: char| u8::try_from(u32::from(c) - u32::from(zero)).map_or(OTHER, |digit| b'0' + digit);
    Some(match c {
        // Soft hyphen and the marks that set a direction or join letters: contacts apps paste them with a number.
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => {
            return None;
        }
        // No-break, narrow, thin and the other spaces of Unicode.
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => b' ',
        // Hyphens, dashes, the minus sign, and what Japanese keyboards give for them.
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30fc}' | '\u{ff0d}' => b'-',
        '\u{2044}' | '\u{ff0f}' => b'/',
        '\u{ff0e}' => b'.',
        '\u{ff08}' | '[' => b'(',
        '\u{ff09}' | ']' => b')',
        '\u{ff0b}' => b'+',
        '\u{2019}' => b'\'',
        // Fullwidth, Arabic-Indic and Extended Arabic-Indic digits.
        '\u{ff10}'..='\u{ff19}' => digit('\u{ff10}'),
        '\u{660}'..='\u{669}' => digit('\u{660}'),
        '\u{6f0}'..='\u{6f9}' => digit('\u{6f0}'),
        c => u8::try_from(c).ok().filter(u8::is_ascii).unwrap_or(OTHER),
    })
}

/// The cell without blanks around it, without `="…"` or quotes, which keep a spreadsheet from calculating, and without
/// the apostrophe that does the same; `None` where nothing is left.
fn unwrapped(cell: &mut [u8]) -> Option<&mut [u8]> {
    /// What stands around a number or at its end and is no part of it.
    const AROUND: &[u8] = b" \t\r\n,;|";
    let trimmed = |cell: &[u8]| {
        let start = cell.iter().position(|byte| !AROUND.contains(byte))?;
        let end = cell.iter().rposition(|byte| !AROUND.contains(byte))?;
        Some(start..end + 1)
    };
    let range = trimmed(cell)?;
    let mut cell = cell.get_mut(range)?;
    if let [b'=', rest @ ..] = cell {
        cell = rest;
    }
    if let [b'"', inner @ .., b'"'] = cell {
        cell = inner;
    }
    if let [b'\'', rest @ ..] = cell {
        cell = rest;
    }
    let range = trimmed(cell)?;
    cell.get_mut(range)
}

/// Whether this is how a spreadsheet writes a number that is too long for its column: `3,9E+11`, `3.93330E+11`.
fn is_scientific(cell: &[u8]) -> bool {
    let mut halves = cell.split(u8::is_ascii_alphabetic);
    let (Some(mantissa), Some(exponent), None) = (halves.next(), halves.next(), halves.next()) else {
        return false;
    };
    let mark = cell.get(mantissa.len());
    let exponent = exponent.strip_prefix(b"+").or_else(|| exponent.strip_prefix(b"-")).unwrap_or(exponent);
    let mantissa = mantissa.strip_prefix(b"+").unwrap_or(mantissa);
    let is_point = |byte: &u8| b".,".contains(byte);
    matches!(mark, Some(b'e' | b'E'))
        && mantissa.first().is_some_and(u8::is_ascii_digit)
        && mantissa.iter().all(|byte| byte.is_ascii_digit() || is_point(byte))
        && mantissa.iter().filter(|byte| is_point(byte)).count() <= 1
        && (1..=3).contains(&exponent.len())
        && exponent.iter().all(u8::is_ascii_digit)
}

/// Writes 0 for O and o, and 1 for I and l, where they stand among digits: in a row of nothing else that has at least as
/// many digits, or in a row of O alone, as in `OOO`.
fn letters_to_digits(cell: &mut [u8]) {
    let digit = |byte: u8| match byte {
        b'O' | b'o' => Some(b'0'),
        b'I' | b'l' => Some(b'1'),
        _ => None,
    };
    for word in cell.split_mut(|byte| !byte.is_ascii_alphanumeric()) {
        let digits = count(word);
        let letters = word.len() - digits;
        let only_those = word.iter().all(|byte| byte.is_ascii_digit() || digit(*byte).is_some());
        let only_o = letters > 1 && digits == 0 && word.iter().all(|byte| byte.eq_ignore_ascii_case(&b'o'));
        if only_those && (digits >= letters || only_o) {
            for byte in word {
                *byte = digit(*byte).unwrap_or(*byte);
            }
        }
    }
}

/// The cell without `tel` before the number, however it ends.
fn without_label(cell: &[u8]) -> &[u8] {
    let Some((label, rest)) = cell.split_at_checked(LABEL.len()) else { return cell };
    let start = rest.iter().position(|byte| !b":. ".contains(byte)).unwrap_or_default();
    if label.eq_ignore_ascii_case(LABEL) && start > 0 { rest.get(start..).unwrap_or(rest) } else { cell }
}

/// The cell as far as the extension.
fn without_extension(cell: &[u8]) -> &[u8] {
    let found = (0..cell.len()).find(|at| {
        cell.split_at_checked(*at).is_some_and(|(number, rest)| {
            // Nothing but the number stands before it, and the mark does not begin in the middle of a word.
            count(number) >= DIGITS_MIN
                && !number.iter().any(u8::is_ascii_alphabetic)
                && extension(rest.strip_prefix(b";").unwrap_or(rest))
        })
    });
    let Some((number, _)) = found.and_then(|at| cell.split_at_checked(at)) else { return cell };
    let end = number.iter().rposition(|byte| !b" ,;(-".contains(byte)).map_or(0, |at| at + 1);
    number.get(..end).unwrap_or(number)
}

/// Whether this is a mark and the digits of an extension, to its end.
fn extension(text: &[u8]) -> bool {
    EXTENSIONS.iter().any(|mark| {
        let Some((found, rest)) = text.split_at_checked(mark.len()) else { return false };
        let digits = rest
            .iter()
            .position(|byte| !b" .:=#-".contains(byte))
            .and_then(|start| rest.get(start..))
            .unwrap_or_default();
        let end = digits.iter().rposition(|byte| !b" #)".contains(byte)).map_or(0, |at| at + 1);
        let digits = digits.get(..end).unwrap_or_default();
        found.eq_ignore_ascii_case(mark)
            && (1..=EXTENSION_MAX).contains(&digits.len())
            && digits.iter().all(u8::is_ascii_digit)
    })
}

/// Whether there are two numbers, with a mark, a word or a plus between them.
fn is_several(cell: &[u8]) -> bool {
    let parts = cell.split(|byte| !(byte.is_ascii_digit() || b" .-/()".contains(byte)));
    parts.filter(|part| count(part) >= DIGITS_MIN).nth(1).is_some()
}

/// A number that a spreadsheet wrote with a decimal comma (`393330000001,00`) or with commas for thousands; `None` where
/// commas stand otherwise, as they are no separators of telephone numbers.
fn without_commas(cell: &[u8]) -> Option<Scan> {
    let mut digits = Run::EMPTY;
    let mut groups = cell.split(|byte| *byte == b',');
    let (first, second) = (groups.next()?, groups.next()?);
    let push = |digits: Run, group: &[u8]| {
        group.iter().try_fold(digits, |digits, byte| match byte {
            b'0'..=b'9' => digits.with(*byte - b'0'),
            _ => None,
        })
    };
    digits = push(digits, first)?;
    let before = digits.count;
    digits = push(digits, second)?;
    let mut thousands = (1..=3).contains(&first.len()) && second.len() == 3;
    let mut more = 0;
    for group in groups {
        digits = push(digits, group)?;
        thousands &= group.len() == 3;
        more += 1;
    }
    if more == 0 {
        let whole = whole(digits, before);
        digits = (whole != digits).then_some(whole)?;
    } else if !thousands {
        return None;
    }
    Some(Scan { digits, plus: false, zero: None })
}
