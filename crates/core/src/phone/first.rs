//! The first of several numbers in one cell.

use super::DIGITS_MIN;
use super::plan::Country;
use super::read::{PhoneProblem, PhoneReading, read};
use super::scan::count;

/// What people put between two numbers, the surest first: a slash may also stand within a number, and so may a dash.
const BETWEEN: [fn(u8) -> bool; 4] = [
    |byte| b"\n\r;|,&".contains(&byte),
    |byte| b"/\\".contains(&byte),
    |byte| byte == b'+',
    |byte| byte.is_ascii_alphabetic() || byte.is_ascii_whitespace() || byte == b'-' || !byte.is_ascii(),
];

/// The part of a cell that is the first of its numbers, as it is written there. None where it cannot be told where it
/// ends.
pub fn first(text: &[u8], country: Option<Country>) -> Option<&[u8]> {
    BETWEEN.iter().find_map(|is_between| {
        let places = (1..text.len()).filter(|at| text.get(*at).is_some_and(|byte| is_between(*byte)));
        places.filter_map(|at| text.split_at_checked(at)).find_map(|(before, behind)| {
            let number = bare(before)?;
            (count(behind) >= DIGITS_MIN && is_number(read(number, country))).then_some(number)
        })
    })
}

/// Without whatever stands around the number, as a word that says whose it is.
fn bare(text: &[u8]) -> Option<&[u8]> {
    let start = text.iter().position(|byte| byte.is_ascii_digit() || b"+(".contains(byte))?;
    let end = text.iter().rposition(u8::is_ascii_digit)?;
    text.get(start..=end)
}

fn is_number(reading: PhoneReading) -> bool {
    match reading.problem {
        None | Some(PhoneProblem::LostZero | PhoneProblem::LostPlus) => reading.identity.is_some(),
        Some(PhoneProblem::NotANumber | PhoneProblem::ScientificNotation | PhoneProblem::Several) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        first(text.as_bytes(), Country::from_code("IT")).map(|number| std::str::from_utf8(number).unwrap())
    }

    #[test]
    fn the_first_number_is_kept_as_it_is_written() {
        for (text, number) in [
            ("06 5550101 / 06 5550102", "06 5550101"),
            ("06/5550101 / 06/5550102", "06/5550101"),
            ("065550 1014 / 06 5550102", "065550 1014"),
            ("+39 333 555 0101, +39 333 555 0102", "+39 333 555 0101"),
            ("+39 333 555 0101 +39 333 555 0102", "+39 333 555 0101"),
            ("3335550101;3335550102;3335550103", "3335550101"),
            ("3335550101\n3335550102", "3335550101"),
            ("333 5550101 o 333 5550102", "333 5550101"),
            ("casa 06 5550101, ufficio 06 5550102", "06 5550101"),
            ("(06) 5550101 - (06) 5550102", "(06) 5550101"),
        ] {
            assert_eq!(found(text), Some(number), "{text}");
        }
    }

    #[test]
    fn where_it_ends_is_not_guessed() {
        for text in ["", "06 5550101", "none / neither", "12 / 06 5550102", "3,9E+11 / 3,9E+11"] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
