//! What a person means by a part of the weekdays, the days of the month or the months.

use super::Field;
use super::clock::leading_digits;
use super::finding::{Fault, Surprise};
use super::names::Spoken;
use super::parts::{Notes, Span, spell};
use super::read::is_skipped;
use super::unit::Unit;

/// A weekday, day or month as a person means it.
struct Value {
    /// Its place, from 0.
    place: u16,
    /// Whether it was written as a number.
    number: bool,
}

/// A field that counts places, and the names that it may be written in.
#[derive(Clone, Copy)]
pub(super) struct Circle<'a> {
    pub(super) field: Field,
    pub(super) unit: &'a Unit,
    /// `None` where places have no names.
    pub(super) spoken: Option<&'a Spoken>,
}

/// Reads one part of such a field. `None` where the meaning is not clear, and then a fault says why.
pub(super) fn part(circle: Circle<'_>, text: &str, notes: &mut Notes) -> Option<Span> {
    let field = circle.field;
    let Some((start, end)) = text.split_once('-') else {
        let only = value(circle, text, notes)?;
        let span = Span { first: only.place, last: only.place, lone: true };
        note_number(field, only.number, text, span, notes);
        return Some(span);
    };
    let fault = if start.trim().is_empty() || end.trim().is_empty() {
        Some(Fault::HalfRange { field, text: text.to_owned() })
    } else if end.contains('-') {
        // `mon-wed-fri` may mean three days or five.
        Some(Fault::SecondDash { field, text: text.to_owned() })
    } else {
        None
    };
    if let Some(fault) = fault {
        notes.faults.push(fault);
        return None;
    }
    let (start, end) = (value(circle, start, notes), value(circle, end, notes));
    let (start, end) = (start?, end?);
    let span = Span { first: start.place, last: end.place, lone: false };
    note_number(field, start.number || end.number, text, span, notes);
    Some(span)
}

fn note_number(field: Field, number: bool, text: &str, span: Span, notes: &mut Notes) {
    if number && field == Field::Weekdays {
        let (written, meaning) = (text.trim().to_owned(), spell(field, span));
        notes.surprises.push(Surprise::WeekdayNumbers { written, meaning });
    }
}

fn value(circle: Circle<'_>, text: &str, notes: &mut Notes) -> Option<Value> {
    let field = circle.field;
    let whole = text.trim();
    let (digits, rest) = leading_digits(whole)?;
    let is_number = !digits.is_empty();
    // Before and after a number Asterisk skips or ignores the blanks of ASCII, beside a name none.
    if text.chars().any(|c| c.is_whitespace() && !is_skipped(c)) || (!is_number && text != whole) {
        notes.faults.push(Fault::Blank { field, text: text.to_owned() });
    }
    if is_number {
        let place = number(circle, whole, (digits, rest), notes)?;
        Some(Value { place, number: true })
    } else {
        let place = name(circle, whole, notes)?;
        Some(Value { place, number: false })
    }
}

fn number(
    Circle { field, unit, .. }: Circle<'_>,
    whole: &str,
    (digits, rest): (&str, &str),
    notes: &mut Notes,
) -> Option<u16> {
    let (read, more) = digits.split_at_checked(2).unwrap_or((digits, ""));
    let place = read.parse::<u16>().ok()?.checked_sub(1).filter(|place| *place < unit.size);
    if place.is_none() {
        notes.faults.push(Fault::NumberOutOfRange { field, text: whole.to_owned() });
        return None;
    }
    if more.is_empty() && rest.is_empty() {
        return place;
    }
    let ignored = whole.strip_prefix(read)?.trim().to_owned();
    notes.faults.push(Fault::TextIgnored { field, text: whole.to_owned(), ignored });
    place.filter(|_| more.is_empty() && is_ending(rest))
}

/// Whether this after a number changes nothing: an English ordinal, a dot, or a letter that slipped in.
fn is_ending(text: &str) -> bool {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(only), None) => only.is_alphabetic() || matches!(only, '.' | '°'),
        _ => matches!(text.to_ascii_lowercase().as_str(), "st" | "nd" | "rd" | "th"),
    }
}

fn name(Circle { field, unit, spoken }: Circle<'_>, whole: &str, notes: &mut Notes) -> Option<u16> {
    if let Some(place) = unit.known(whole) {
        return Some(place);
    }
    let other = spoken.and_then(|spoken| spoken.place(whole));
    let text = whole.to_owned();
    notes.faults.push(if spoken.is_some() && whole.starts_with(char::is_alphabetic) {
        Fault::Name { field, text, meant: other.and_then(|place| unit.short(place)) }
    } else {
        Fault::Unreadable { field, text }
    });
    other
}
