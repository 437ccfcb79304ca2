//! One pass over the bytes of a cell: its digits, and how they stand.

use super::DIGITS_MIN;
use super::run::Run;

/// Digits that a part of a cell needs to be taken for a number of its own. An area code with its zero has at most six.
const NUMBER_OF_ITS_OWN: u8 = 7;
/// The same behind a plus: three digits of a calling code and five of an area code are not one yet.
const NUMBER_WITH_PLUS: u8 = 9;
/// The same behind `00`.
const NUMBER_WITH_ZEROS: u8 = 11;

/// The digits of a cell in which nothing else stands but separators, and at most one plus before them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan {
    /// The digits.
    pub(super) digits: Run,
    /// Whether a plus stands before them.
    pub(super) plus: bool,
    /// Where a zero alone in parentheses stands, as in `+44 (0)20`: the digits before it.
    pub(super) zero: Option<u8>,
}

/// What the bytes of a cell come to.
#[derive(Clone, Copy, Debug)]
pub(super) enum Scanned {
    /// Digits, perhaps none.
    Digits(Scan),
    /// Digits of two numbers, as the separators say.
    Several,
    /// A date.
    Date,
    /// More digits than a number has.
    TooLong,
    /// Something else than digits and ASCII separators stands in it.
    Odd,
}

/// Reads `text` as digits and separators of ASCII.
pub(super) fn scan(text: &[u8]) -> Scanned {
    let mut digits = Run::EMPTY;
    let mut plus = false;
    let mut zero = None;
    let mut opened = None;
    // Digits before the last separator, how many separators there are, and how many of them are dots.
    let (mut before, mut separators, mut dots) = (0, 0_usize, 0_usize);
    // The first and the last number of which a separator says that they are two.
    let mut apart = None;
    let mut rest = text;
    let mut last = b' ';
    while let [byte, others @ ..] = rest {
        rest = others;
        let digit = byte.wrapping_sub(b'0');
        if digit < 10 {
            let Some(more) = digits.with(digit) else { return too_long(text) };
            (digits, last) = (more, *byte);
            continue;
        }
        match *byte {
            b' ' => {}
            b'.' => {
                (before, separators, dots) = (digits.count, separators + 1, dots + 1);
            }
            b'-' | b'/' => {
                // A dash stands between two numbers only with a space on both sides.
                if (*byte == b'/' || (last == b' ' && rest.first() == Some(&b' '))) && apart.is_none() {
                    apart = own_number(digits, plus).then_some((digits.count, *byte));
                }
                (before, separators) = (digits.count, separators + 1);
            }
            b'(' => opened = Some(digits.count),
            b')' => {
                if let Some(at) = opened.take()
                    && digits.count == at + 1
                    && digits.value.is_multiple_of(10)
                {
                    zero = Some(at);
                }
            }
            b'+' if digits.count == 0 && !plus => plus = true,
            // With an apostrophe before it, a spreadsheet takes a number for text.
            b'\'' if digits.count == 0 && !plus => {}
            _ => return Scanned::Odd,
        }
        last = *byte;
    }
    if let Some((first, separator)) = apart
        && digits.count - first >= if separator == b'/' { 1 } else { NUMBER_OF_ITS_OWN }
    {
        return Scanned::Several;
    }
    if separators == 1 && dots == 1 && !plus {
        digits = whole(digits, before);
    }
    if separators == 2 && (digits.count == 8 || digits.count == 6) && !plus && is_date(text) {
        return Scanned::Date;
    }
    Scanned::Digits(Scan { digits, plus, zero })
}

/// Whether the digits so far are a number and not the beginning of one.
fn own_number(digits: Run, plus: bool) -> bool {
    let least = if plus {
        NUMBER_WITH_PLUS
    } else if digits.count > 2 && digits.part(0, 2) == 0 {
        NUMBER_WITH_ZEROS
    } else {
        NUMBER_OF_ITS_OWN
    };
    digits.count >= least
}

/// The digits without the decimals of a number that a spreadsheet wrote with a point, where they are one or two zeros:
/// `393330000001.0` has lost nothing.
pub(super) fn whole(digits: Run, before: u8) -> Run {
    let decimals = digits.count - before;
    if before >= NUMBER_OF_ITS_OWN && (1..=2).contains(&decimals) && digits.part(before, decimals) == 0 {
        return digits.without(before, decimals).unwrap_or(digits);
    }
    digits
}

/// A text of more digits than fit.
#[cold]
fn too_long(text: &[u8]) -> Scanned {
    if text.iter().any(|byte| !byte.is_ascii_digit() && !b" .-/()+".contains(byte)) {
        Scanned::Odd
    } else if is_pair(text) {
        Scanned::Several
    } else {
        Scanned::TooLong
    }
}

/// Whether a text of too many digits for one number has a separator that leaves enough of them on both sides.
#[cold]
pub(super) fn is_pair<'a>(text: impl IntoIterator<Item = &'a u8>) -> bool {
    let mut all = 0;
    // The first separator that has enough before it leaves the most behind it.
    let mut first = None;
    for byte in text {
        if byte.is_ascii_digit() {
            all += 1;
        } else if all >= DIGITS_MIN && first.is_none() {
            first = Some(all);
        }
    }
    first.is_some_and(|first| all - first >= DIGITS_MIN)
}

/// How many ASCII digits there are.
pub(super) fn count(text: &[u8]) -> usize {
    text.iter().filter(|byte| byte.is_ascii_digit()).count()
}

/// Whether the text is a day: `24/12/2026`, `2026-12-24`, and with slashes also `24/12/26`; with other separators that is
/// how numbers of six digits are written.
#[cold]
fn is_date(text: &[u8]) -> bool {
    let text = text.trim_ascii();
    let Some(separator) = text.iter().find(|byte| !byte.is_ascii_digit()) else { return false };
    let mut parts = text.split(|byte| byte == separator).map(number);
    let (Some(Some(first)), Some(Some(second)), Some(Some(third)), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let (one, other, year) = if first.1 == 4 { (second, third, first) } else { (first, second, third) };
    let day = |(value, length): (u16, u8)| length <= 2 && (1..=31).contains(&value);
    let full = year.1 == 4 && (1900..=2099).contains(&year.0);
    // The month may come first; that one of the two is at most 12 is what tells a date from pairs of digits.
    day(one) && day(other) && (one.0 <= 12 || other.0 <= 12) && (full || (year.1 == 2 && *separator == b'/'))
}

/// Up to four digits and how many they are.
fn number(text: &[u8]) -> Option<(u16, u8)> {
    text.iter().try_fold((0, 0), |(value, length), byte| {
        (byte.is_ascii_digit() && length < 4).then(|| (value * 10 + u16::from(*byte - b'0'), length + 1))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_separator_makes_two_numbers_of_digits_that_are_enough_for_both() {
        for (text, expected) in [
            ("123456 123456", true),
            ("12345-1 123456", true),
            ("12345 1234567", false),
            ("1234567 12345", false),
            ("123456789012", false),
            (" 123456789012 ", false),
            ("", false),
        ] {
            assert_eq!(is_pair(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn every_byte_is_looked_at_once() {
        let text = "1 ".repeat(1_000);
        let mut looks = 0;
        assert!(is_pair(text.as_bytes().iter().inspect(|_| looks += 1)));
        assert_eq!(looks, text.len());
    }
}
