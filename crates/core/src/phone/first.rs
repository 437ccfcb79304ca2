//! The first of several numbers in one cell.

use std::collections::BTreeMap;

use super::DIGITS_MIN;
use super::number::Identity;
use super::plan::Country;
use super::read::{PhoneProblem, fits, read};
use super::scan::count;

/// Longest text that is looked at, in bytes: two numbers with a word to each have room.
const TEXT_MAX: usize = 100;

/// What people put between two numbers, the surest first: whether it stands at a place of a text. A slash may also stand
/// within a number, and so may a dash and a blank.
const BETWEEN: [fn(&[u8], usize) -> bool; 5] = [is_mark, is_dash_or_word, is_plus, is_slash, is_any];

/// The part of a cell that is the first of its numbers, as it is written there. None where it cannot be told where it
/// ends: it must fit a plan, or be as long as those behind it, and all of them must be numbers.
pub fn first(text: &[u8], country: Option<Country>) -> Option<&[u8]> {
    if text.len() > TEXT_MAX {
        return None;
    }
    BETWEEN.into_iter().find_map(|is_between| first_between(text, country, is_between))
}

/// The first number, where this stands between two. Of several places to cut the one that leaves numbers of equal length
/// counts, and only where there is one.
fn first_between(
    text: &[u8],
    country: Option<Country>,
    is_between: fn(&[u8], usize) -> bool,
) -> Option<&[u8]> {
    let cuts = Cuts { text, country, is_between };
    let (mut fitting, mut equal) = (Only::Nothing, Only::Nothing);
    let (mut no_numbers, mut no_such) = (Places::default(), BTreeMap::<usize, Places>::new());
    for at in cuts.behind(0) {
        let Some(first) = text.get(..at).and_then(bare) else { continue };
        let Some((identity, problem)) = reads(first, country) else { continue };
        if text.get(at..).map_or(0, count) == 0 {
            continue;
        }
        let is_planned = matches!(identity, Identity::Number(number) if fits(number, country));
        // A number that may have lost its zero may also be the beginning of one.
        let is_whole = is_planned && problem != Some(PhoneProblem::LostZero);
        fitting.note_if(is_whole && cuts.are_numbers(at, None, &mut no_numbers), first);
        let is_measured = is_planned || matches!(identity, Identity::Digits(_));
        let digits = count(first);
        equal.note_if(
            is_measured && cuts.are_numbers(at, Some(digits), no_such.entry(digits).or_default()),
            first,
        );
    }
    match (fitting, equal) {
        (Only::This(first), Only::Nothing) | (_, Only::This(first)) => Some(first),
        (_, Only::Nothing | Only::Several) => None,
    }
}

/// A text and where it may be cut.
#[derive(Clone, Copy)]
struct Cuts<'a> {
    text: &'a [u8],
    country: Option<Country>,
    is_between: fn(&[u8], usize) -> bool,
}

impl Cuts<'_> {
    /// The places behind this one.
    fn behind(self, from: usize) -> impl Iterator<Item = usize> {
        (from + 1..self.text.len()).filter(move |at| (self.is_between)(self.text, *at))
    }

    /// Whether all that stands behind a place is numbers, each of so many digits where that is said. `failed` are places
    /// behind which it was found not to be, under the same `digits`; without them a cell of blanks would be cut in every way.
    fn are_numbers(self, from: usize, digits: Option<usize>, failed: &mut Places) -> bool {
        if self.text.get(from..).map_or(0, count) == 0 {
            return true;
        }
        if failed.has(from) {
            return false;
        }
        let are = self.behind(from).chain([self.text.len()]).any(|end| {
            self.text.get(from..end).and_then(bare).is_some_and(|number| {
                digits.is_none_or(|digits| count(number) == digits) && reads(number, self.country).is_some()
            }) && self.are_numbers(end, digits, failed)
        });
        if !are {
            failed.add(from);
        }
        are
    }
}

/// Places of a text of [`TEXT_MAX`] bytes at most, one bit each.
#[derive(Clone, Copy, Default)]
struct Places(u128);

impl Places {
    fn has(self, place: usize) -> bool {
        self.0 >> place & 1 == 1
    }

    fn add(&mut self, place: usize) {
        self.0 |= 1 << place;
    }
}

/// What was found, where it was always the same.
#[derive(Clone, Copy)]
enum Only<'a> {
    Nothing,
    This(&'a [u8]),
    Several,
}

impl<'a> Only<'a> {
    fn note_if(&mut self, is_so: bool, found: &'a [u8]) {
        if is_so {
            *self = match *self {
                Self::Nothing => Self::This(found),
                Self::This(known) if known == found => Self::This(known),
                Self::This(_) | Self::Several => Self::Several,
            };
        }
    }
}

/// What a text is as a number, and what was lost of it; none where it is no number.
fn reads(text: &[u8], country: Option<Country>) -> Option<(Identity, Option<PhoneProblem>)> {
    // What is shorter is none, and need not be read.
    if count(text) < DIGITS_MIN {
        return None;
    }
    let reading = read(text, country);
    match reading.problem {
        None | Some(PhoneProblem::LostZero | PhoneProblem::LostPlus) => {
            Some((reading.identity?, reading.problem))
        }
        Some(PhoneProblem::NotANumber | PhoneProblem::ScientificNotation | PhoneProblem::Several) => None,
    }
}

/// Without whatever stands around the number, as a word that says whose it is.
fn bare(text: &[u8]) -> Option<&[u8]> {
    let start = text.iter().position(|byte| byte.is_ascii_digit() || b"+(".contains(byte))?;
    let end = text.iter().rposition(u8::is_ascii_digit)?;
    text.get(start..=end)
}

fn is_mark(text: &[u8], at: usize) -> bool {
    text.get(at).is_some_and(|byte| b"\n\r;|,&".contains(byte))
}

/// A dash with a blank on both sides, or the beginning of a word behind a blank.
fn is_dash_or_word(text: &[u8], at: usize) -> bool {
    let Some((before, [first, rest @ ..])) = text.split_at_checked(at) else { return false };
    let is_word = |byte: &u8| byte.is_ascii_alphabetic() || !byte.is_ascii();
    let behind = rest.iter().find(|byte| !is_word(byte));
    before.last().is_some_and(u8::is_ascii_whitespace)
        && if *first == b'-' {
            rest.first().is_some_and(u8::is_ascii_whitespace)
        } else {
            is_word(first) && behind.is_some_and(|byte| !byte.is_ascii_digit())
        }
}

fn is_plus(text: &[u8], at: usize) -> bool {
    text.get(at) == Some(&b'+')
}

fn is_slash(text: &[u8], at: usize) -> bool {
    text.get(at).is_some_and(|byte| b"/\\".contains(byte))
}

fn is_any(text: &[u8], at: usize) -> bool {
    text.get(at).is_some_and(|byte| {
        byte.is_ascii_alphabetic() || byte.is_ascii_whitespace() || *byte == b'-' || !byte.is_ascii()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(code: &str, text: &'a str) -> Option<&'a str> {
        let country = Country::from_code(code);
        assert_eq!(country.is_none(), code.is_empty(), "{code}");
        first(text.as_bytes(), country).map(|number| std::str::from_utf8(number).unwrap())
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
            ("6 5550101 / 6 5550102", "6 5550101"),
            ("0721/32145 + 0721/32146", "0721/32145"),
            ("333 555 0101 \u{2013} 333 555 0102", "333 555 0101"),
        ] {
            assert_eq!(found("IT", text), Some(number), "{text}");
        }
    }

    #[test]
    fn a_number_in_groups_is_not_cut_short() {
        for (code, text, number) in [
            ("IT", "333 555 0101 - 333 555 0102", "333 555 0101"),
            ("IT", "333 555 0101 o 333 555 0102", "333 555 0101"),
            ("IT", "333 555 0101 333 555 0102", "333 555 0101"),
            ("IT", "+39 333 555 0101 - 06 5550102", "+39 333 555 0101"),
            ("IT", "+39 333 555 0101 o +39 333 555 0102", "+39 333 555 0101"),
            ("IT", "02 1234 5678 - 02 1234 5679", "02 1234 5678"),
            ("IT", "045/812345 - 045/812346", "045/812345"),
            ("IT", "045/8123456 - 333/5550101", "045/8123456"),
            ("IT", "333-555-0101 / 333-555-0102", "333-555-0101"),
            ("IT", "333/555/0101 / 06/5550102", "333/555/0101"),
            ("IT", "0187 12 34 56 333 555 0101", "0187 12 34 56"),
            ("", "045/812345 - 045/812346", "045/812345"),
            ("", "212 555 0101 - 212 555 0102", "212 555 0101"),
            ("", "+39 333 555 0101 - 06 5550102", "+39 333 555 0101"),
            ("US", "212 555 0101 - 212 555 0102", "212 555 0101"),
            ("GB", "020 7946 0123 - 020 7946 0124", "020 7946 0123"),
            ("GB", "020 7946 0123 or 020 7946 0124", "020 7946 0123"),
            ("DE", "030 123 4567 - 030 765 4321", "030 123 4567"),
            ("FR", "01 23 45 67 89 - 01 23 45 67 80", "01 23 45 67 89"),
        ] {
            assert_eq!(found(code, text), Some(number), "{code} {text}");
        }
    }

    #[test]
    fn where_it_ends_is_not_guessed() {
        for (code, text) in [
            ("IT", ""),
            ("IT", "06 5550101"),
            ("IT", "none / neither"),
            ("IT", "12 / 06 5550102"),
            ("IT", "3,9E+11 / 3,9E+11"),
            // What follows is no number.
            ("IT", "06 5550101 / 2 / 3 / 4"),
            ("IT", "06 5550101 / 06 5550102 / 12"),
            ("GB", "020 7946 0123 - 456789"),
            // Three numbers, or two.
            ("IT", "333 555 333 555 333 555"),
            ("", "333 555 333 555 333 555"),
            // As long as nothing behind it, and part of it as long as part of that.
            ("", "333 555 0101 - 06 5550102"),
            ("", "333/555/0101 / 06/5550102"),
            ("", "333 - 555 - 0101 - 06 - 5550102"),
            // Both halves may end at several places.
            ("DE", "030 123456 089 7654321"),
        ] {
            assert_eq!(found(code, text), None, "{code} {text}");
        }
    }

    #[test]
    fn nobody_looks_for_it_in_a_long_text() {
        let apart = |blanks: usize| format!("3335550101{:blanks$}3335550102", "");
        assert_eq!(found("IT", &apart(80)), Some("3335550101"));
        assert_eq!(found("IT", &apart(81)), None);
    }
}
