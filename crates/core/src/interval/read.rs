//! What Asterisk makes of a text, after the description of its parser in facts 2.2-2.4 and its recorded answers.

use super::openings::{Minutes, Openings, Places, all_minutes, no_minutes};
use super::ring::Ring;
use super::unit::{DAYS, MONTHS, Unit, WEEKDAYS};

/// What separates two fields; both may occur in one text.
pub(super) const SEPARATORS: [char; 2] = [',', '|'];

/// When Asterisk would open by this text; `None` where it builds nothing, which is the case for the empty text alone.
///
/// A part of a field that it cannot read is skipped, so that a field may be left without any: then the text never
/// opens. Fields that are missing at the end open always.
pub fn read(text: &str) -> Option<Openings> {
    // A text of C ends at its first NUL.
    let text = text.split('\0').next().filter(|text| !text.is_empty())?;
    let mut openings = Openings::always();
    let mut fields = text.split(SEPARATORS);
    if let Some(times) = fields.next() {
        openings.minutes = read_times(times);
    }
    if let Some(weekdays) = fields.next() {
        openings.weekdays = read_places(weekdays, &WEEKDAYS);
    }
    if let Some(days) = fields.next() {
        openings.days = read_places(days, &DAYS);
    }
    if let Some(months) = fields.next() {
        openings.months = read_places(months, &MONTHS);
    }
    let zone = fields.next();
    if fields.next().is_none() {
        openings.timezone = zone.map(str::to_owned);
    }
    Some(openings)
}

/// Whether a field stands for all: a star counts only alone and without blanks.
fn is_all(field: &str) -> bool {
    matches!(field, "" | "*")
}

fn read_times(field: &str) -> Minutes {
    if is_all(field) {
        return all_minutes();
    }
    let mut minutes = no_minutes();
    for part in field.split('&') {
        if let Some((first, last)) = read_time_range(part) {
            minutes.insert(first, last);
        }
    }
    minutes
}

fn read_time_range(part: &str) -> Option<(u16, u16)> {
    let Some((start, end)) = part.split_once('-') else {
        let only = read_clock(part)?;
        return Some((only, only));
    };
    // All that is no digit is skipped before the end, a second dash included.
    let end = end.trim_start_matches(|c: char| !c.is_ascii_digit());
    Some((read_clock(start)?, read_clock(end)?))
}

/// Two numbers with a colon between them; what follows the minutes is ignored.
fn read_clock(text: &str) -> Option<u16> {
    let (hour, rest) = read_number(text)?;
    let (minute, _) = read_number(rest.strip_prefix(':')?)?;
    if (0..24).contains(&hour) && (0..60).contains(&minute) {
        u16::try_from(hour * 60 + minute).ok()
    } else {
        None
    }
}

fn read_places(field: &str, unit: &Unit) -> Places {
    if is_all(field) {
        return Ring::full(unit.size);
    }
    let mut places = Ring::empty(unit.size);
    for part in field.split('&') {
        if let Some((first, last)) = read_place_range(part, unit) {
            places.insert(first, last);
        }
    }
    places
}

fn read_place_range(part: &str, unit: &Unit) -> Option<(u16, u16)> {
    let Some((start, end)) = part.split_once('-') else {
        let only = read_place(part, unit)?;
        return Some((only, only));
    };
    Some((read_place(start, unit)?, read_place(end, unit)?))
}

/// A whole name, or else a number from 1; what follows the number is ignored.
fn read_place(text: &str, unit: &Unit) -> Option<u16> {
    // No name begins like a number, so the names need not be kept from one.
    if let Some(place) = unit.known(text) {
        return Some(place);
    }
    let (number, _) = read_number(text)?;
    u16::try_from(number).ok()?.checked_sub(1).filter(|place| *place < unit.size)
}

/// The number that C's `sscanf("%2d")` reads, and what follows it. Blanks before it are skipped, then two characters are
/// read at most, of which a sign is one.
fn read_number(text: &str) -> Option<(i16, &str)> {
    let text = text.trim_start_matches(is_skipped);
    let unsigned = text.strip_prefix(['+', '-']);
    let width = if unsigned.is_some() { 1 } else { 2 };
    let digits = unsigned.unwrap_or(text);
    let length = digits.bytes().take(width).take_while(u8::is_ascii_digit).count();
    let (digits, rest) = digits.split_at_checked(length)?;
    let number: i16 = digits.parse().ok()?;
    Some((if text.starts_with('-') { -number } else { number }, rest))
}

/// Whether C takes it for a blank (`isspace`).
pub(super) fn is_skipped(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\x0b' | '\x0c' | '\r')
}
