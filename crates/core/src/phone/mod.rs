//! Telephone numbers: what a cell of a file holds, what two cells are compared by, and how a number is written.
//!
//! The words *trunk* and *exit* stand for the digits that are dialled before a number inside a country (0 in Germany)
//! and before one of another country (00 in most). How the choices here were made is said in
//! `docs/adr/0008-phone-numbers.md`.

mod first;
mod number;
mod odd;
mod plan;
mod plans;
mod read;
mod run;
mod scan;
mod write;

pub use first::first;
pub use number::{Digits, Identity, Number};
pub use plan::Country;
pub use read::{PhoneProblem, PhoneReading, read};
pub use write::{PhoneForm, write};

/// Fewest digits a dialable number has (ITU-T E.164 sets no lower bound; shorter codes are not contacts).
pub const DIGITS_MIN: usize = 6;
/// Most digits of an international number, country code included (ITU-T E.164).
pub const DIGITS_MAX: usize = 15;

/// Whether `text` reads as one telephone number: an optional leading `+`, then digits with the usual separators.
///
/// It proposes columns; it does not judge whether a number exists.
pub fn looks_like_number(text: &str) -> bool {
    let text = text.trim();
    // Excel users guard a number from being read as one with an apostrophe.
    let text = text.strip_prefix('\'').unwrap_or(text);
    let text = text.strip_prefix('+').unwrap_or(text);
    let mut digits = 0;
    for c in text.chars() {
        match c {
            '0'..='9' => digits += 1,
            ' ' | '\u{a0}' | '-' | '.' | '/' | '(' | ')' => {}
            _ => return false,
        }
    }
    (DIGITS_MIN..=DIGITS_MAX).contains(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_write_them_are_numbers() {
        for text in ["+39 333 555 0101", "0039-02-5550101", "(020) 7946 0123", " 3335550102 ", "'0612345678"]
        {
            assert!(looks_like_number(text), "{text}");
        }
    }

    #[test]
    fn text_dates_amounts_and_damaged_numbers_are_not() {
        for text in ["", "12345", "1234567890123456", "3,93336E+11", "telefono", "10.50 EUR", "++39333555010"]
        {
            assert!(!looks_like_number(text), "{text}");
        }
    }
}
