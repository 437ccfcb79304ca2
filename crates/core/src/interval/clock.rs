//! What a person means by a part of the first field.

use super::Field;
use super::finding::Fault;
use super::parts::{Notes, Span};
use super::read::is_skipped;

/// The last minute of a day, which is what `24:00` means as an end.
const LAST_MINUTE: u16 = 24 * 60 - 1;

/// A time as a person means it.
struct Clock {
    /// The minute of the day.
    minute: u16,
    /// Whether it was written with a colon.
    colon: bool,
    /// Whether it was marked as morning or afternoon.
    half_day: bool,
}

/// Half of a day on a twelve-hour clock.
#[derive(Clone, Copy)]
enum Half {
    Am,
    Pm,
}

/// Where a time stands in its part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Lone,
    Start,
    End,
}

/// Reads one part of the times. `None` where the meaning is not clear, and then a fault says why.
pub(super) fn part(text: &str, notes: &mut Notes) -> Option<Span> {
    let Some((start, end)) = text.split_once('-') else {
        let only = clock(text, Place::Lone, notes)?;
        // `7` may be any hour from 7 or the one minute 07:00, which is a range so that a text shows what it opens for.
        return only.colon.then_some(Span { first: only.minute, last: only.minute, lone: false });
    };
    let doubled = end.trim_start().starts_with('-');
    let end = end.trim_start_matches(|c: char| c == '-' || c.is_whitespace());
    if start.trim().is_empty() || end.is_empty() {
        notes.faults.push(Fault::HalfRange { field: Field::Times, text: text.to_owned() });
        return None;
    }
    let (end, tail) = end.split_once('-').map_or((end, None), |(end, tail)| (end, Some(tail)));
    if doubled || tail.is_some() {
        notes.faults.push(Fault::SecondDash { field: Field::Times, text: text.to_owned() });
    }
    let (start, end) = (clock(start, Place::Start, notes), clock(end, Place::End, notes));
    let (start, end) = (start?, end?);
    // Two ranges in one part are not clear; after one range a third time is what Asterisk ignores anyway.
    let clear = tail.is_none_or(|tail| !tail.contains('-'))
        && halves_agree(&start, &end)
        && is_one_part(&start, &end);
    clear.then_some(Span { first: start.minute, last: end.minute, lone: false })
}

/// Whether a range can only mean one part of the day. Of two bare hours the second may be one of the afternoon, as in `9-5`.
fn is_one_part(start: &Clock, end: &Clock) -> bool {
    let is_bare = |clock: &Clock| !clock.colon && !clock.half_day;
    let is_small = |clock: &Clock| clock.minute <= 12 * 60;
    !(is_bare(start) && is_bare(end) && is_small(start) && is_small(end) && end.minute <= start.minute)
}

/// Whether both times use the same clock: `7-10pm` may start in the morning or in the evening. Hours that only a clock
/// of 24 hours has need no mark.
fn halves_agree(start: &Clock, end: &Clock) -> bool {
    let is_plain = |clock: &Clock| clock.minute < 60 || clock.minute >= 13 * 60;
    match (start.half_day, end.half_day) {
        (true, false) => is_plain(end),
        (false, true) => is_plain(start),
        (true, true) | (false, false) => true,
    }
}

fn clock(text: &str, place: Place, notes: &mut Notes) -> Option<Clock> {
    let whole = text.trim();
    if text.chars().any(|c| c.is_whitespace() && !is_skipped(c)) {
        notes.faults.push(Fault::Blank { field: Field::Times, text: text.to_owned() });
    }
    let Some(digits) = digits(whole, notes) else {
        notes.faults.push(Fault::Unreadable { field: Field::Times, text: whole.to_owned() });
        return None;
    };
    if !digits.colon {
        notes.faults.push(Fault::TimeWithoutColon { text: whole.to_owned() });
    }
    let rest = after_seconds(digits.rest);
    if rest.len() < digits.rest.len() {
        notes.faults.push(Fault::Seconds { text: whole.to_owned() });
    }
    let half = half(rest);
    if half.is_some() {
        notes.faults.push(Fault::HalfDay { text: whole.to_owned() });
    } else if !rest.trim().is_empty() {
        let (text, ignored) = (whole.to_owned(), rest.trim().to_owned());
        notes.faults.push(Fault::TextIgnored { field: Field::Times, text, ignored });
        if !is_hour(rest) {
            return None;
        }
    }
    let (hour, minute) = (digits.hour, digits.minute);
    let ends_the_day = hour == 24 && minute == 0;
    if hour > 23 || minute > 59 {
        notes.faults.push(Fault::TimeOutOfRange { text: whole.to_owned() });
        if !(ends_the_day && place == Place::End && half.is_none()) {
            return None;
        }
    }
    let minute = if ends_the_day { LAST_MINUTE } else { hour_of_day(hour, half)? * 60 + minute };
    Some(Clock { minute, colon: digits.colon, half_day: half.is_some() })
}

/// The digits at the beginning of a time.
struct Digits<'a> {
    hour: u16,
    minute: u16,
    colon: bool,
    /// What follows them.
    rest: &'a str,
}

fn digits<'a>(whole: &'a str, notes: &mut Notes) -> Option<Digits<'a>> {
    let (hour, rest) = leading_digits(whole)?;
    if let Some(minute) = rest.trim_start().strip_prefix(':') {
        if rest.trim_start() != rest {
            notes.faults.push(Fault::Blank { field: Field::Times, text: whole.to_owned() });
        }
        let minute = minute.trim_start();
        // Of more than two digits Asterisk ignores the third and all that follow.
        let width = leading_digits(minute)?.0.len().min(2);
        let (minute, rest) = minute.split_at_checked(width)?;
        if hour.len() > 2 {
            return None;
        }
        return Some(Digits { hour: hour.parse().ok()?, minute: minute.parse().ok()?, colon: true, rest });
    }
    if let Some((minute, rest)) = rest.strip_prefix('.').and_then(leading_digits)
        && minute.len() == 2
        && hour.len() <= 2
    {
        return Some(Digits { hour: hour.parse().ok()?, minute: minute.parse().ok()?, colon: false, rest });
    }
    // `9h30`
    if let Some((minute, rest)) = rest.strip_prefix(['h', 'H']).and_then(leading_digits)
        && minute.len() == 2
        && hour.len() <= 2
    {
        return Some(Digits { hour: hour.parse().ok()?, minute: minute.parse().ok()?, colon: false, rest });
    }
    let (hour, minute) = match hour.len() {
        1 | 2 => (hour, "0"),
        3 => hour.split_at_checked(1)?,
        4 => hour.split_at_checked(2)?,
        _ => return None,
    };
    Some(Digits { hour: hour.parse().ok()?, minute: minute.parse().ok()?, colon: false, rest })
}

/// The digits that a text begins with, which may be none, and what follows them.
pub(super) fn leading_digits(text: &str) -> Option<(&str, &str)> {
    text.split_at_checked(text.bytes().take_while(u8::is_ascii_digit).count())
}

/// The text after `:SS`, or the same text where it does not begin with seconds.
fn after_seconds(text: &str) -> &str {
    let seconds = text.strip_prefix(':').and_then(leading_digits);
    match seconds {
        Some((seconds, rest)) if seconds.len() <= 2 && seconds.parse().is_ok_and(|s: u8| s < 60) => rest,
        Some(_) | None => text,
    }
}

/// `am` or `pm`, in any case, with or without dots, blanks and its `m`.
fn half(text: &str) -> Option<Half> {
    match text.trim().replace('.', "").to_ascii_lowercase().as_str() {
        "a" | "am" => Some(Half::Am),
        "p" | "pm" => Some(Half::Pm),
        _ => None,
    }
}

/// A word for hours after a time, which changes nothing.
fn is_hour(text: &str) -> bool {
    matches!(text.trim().trim_end_matches('.').to_lowercase().as_str(), "h" | "hs" | "hrs" | "uhr")
}

/// Whether a word only ends a time: half of a day, or a word for hours.
pub(super) fn is_tail(text: &str) -> bool {
    half(text).is_some() || is_hour(text)
}

/// The hour from 0 to 23; `None` where the hour and the half of the day contradict each other.
fn hour_of_day(hour: u16, half: Option<Half>) -> Option<u16> {
    match (half, hour) {
        (Some(Half::Am), 12) => Some(0),
        (Some(Half::Am), 13..) | (Some(Half::Pm), 0) => None,
        (Some(Half::Pm), 1..=11) => Some(hour + 12),
        (Some(Half::Am) | None, _) | (Some(Half::Pm), 12..) => Some(hour),
    }
}
