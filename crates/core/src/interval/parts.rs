//! What a person means by one field, and its canonical spelling.

use super::Field;
use super::finding::{Fault, Surprise};
use super::openings::no_minutes;
use super::places::Circle;
use super::ring::Ring;
use super::unit::{DAYS, MONTHS, Unit, WEEKDAYS};
use super::{clock, dash, places};

/// What is found while a text is read.
#[derive(Default)]
pub(super) struct Notes {
    pub(super) faults: Vec<Fault>,
    pub(super) surprises: Vec<Surprise>,
}

/// A part of a field: from one place of its circle to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// Where it starts.
    pub(super) first: u16,
    /// Where it ends; before `first` where it runs over the end of the circle.
    pub(super) last: u16,
    /// Whether it is one weekday, day or month, and not written as a range. Times are always ranges.
    pub(super) lone: bool,
}

/// What a person means by a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// All of it.
    All,
    /// These parts, at least one, which together are not all.
    Parts(Vec<Span>),
}

/// The circle of a field other than the times.
pub(super) fn unit(field: Field) -> Option<&'static Unit> {
    match field {
        Field::Weekdays => Some(&WEEKDAYS),
        Field::Days => Some(&DAYS),
        Field::Months => Some(&MONTHS),
        Field::Times | Field::Zone => None,
    }
}

/// Reads one of the first four fields as a person means it. `None` where that is not clear, and then a fault says why;
/// faults may also be noted where the meaning is clear.
pub(super) fn understand(field: Field, text: &str, notes: &mut Notes) -> Option<Meaning> {
    let elements = match elements(field, text, notes)? {
        Elements::All => return Some(Meaning::All),
        Elements::List(elements) => elements,
    };
    let unit = unit(field);
    let spoken = unit.and_then(|unit| unit.spoken(text));
    let circle = unit.map(|unit| Circle { field, unit, spoken: spoken.as_ref() });
    // All parts are read for their faults before one that is not clear ends it.
    let spans: Vec<Option<Span>> =
        elements.into_iter().map(|text| part(field, circle, text, notes)).collect();
    let spans: Vec<Span> = spans.into_iter().collect::<Option<_>>()?;
    if covers_all(field, &spans) {
        return Some(Meaning::All);
    }
    note_spans(field, &spans, notes);
    Some(Meaning::Parts(spans))
}

fn part(field: Field, circle: Option<Circle<'_>>, text: &str, notes: &mut Notes) -> Option<Span> {
    let plain = dash::plain(text);
    if plain.is_some() {
        notes.faults.push(Fault::Dash { field, text: text.to_owned() });
    }
    let text = plain.as_deref().unwrap_or(text);
    if text.contains('*') {
        notes.faults.push(Fault::StarInList { field, text: text.to_owned() });
        None
    } else if let Some(circle) = circle {
        places::part(circle, text, notes)
    } else {
        clock::part(text, notes)
    }
}

/// A field before its parts are read.
enum Elements<'a> {
    /// It is empty or a star.
    All,
    /// The texts between the `&` that are not blank, at least one.
    List(Vec<&'a str>),
}

fn elements<'a>(field: Field, text: &'a str, notes: &mut Notes) -> Option<Elements<'a>> {
    if text.is_empty() {
        return Some(Elements::All);
    }
    let blank = |text: &str| Fault::Blank { field, text: text.to_owned() };
    if text.trim().is_empty() {
        notes.faults.push(blank(text));
        return Some(Elements::All);
    }
    let all = text.split('&').count();
    let elements: Vec<&str> = text.split('&').filter(|element| !element.trim().is_empty()).collect();
    if elements.len() < all {
        notes.faults.push(Fault::EmptyElement { field });
    }
    match elements.as_slice() {
        [] => None,
        ["*"] => Some(Elements::All),
        [star] if star.trim() == "*" => {
            notes.faults.push(blank(star));
            Some(Elements::All)
        }
        _ => Some(Elements::List(elements)),
    }
}

/// Whether parts of a field are together all of it.
pub(super) fn covers_all(field: Field, spans: &[Span]) -> bool {
    let mut open = match unit(field) {
        Some(unit) => Ring::empty(unit.size),
        None => no_minutes(),
    };
    for span in spans {
        open.insert(span.first, span.last);
    }
    open.is_full()
}

fn note_spans(field: Field, spans: &[Span], notes: &mut Notes) {
    for span in spans {
        if span.first == span.last && !span.lone {
            notes.surprises.push(Surprise::Single { field, part: spell(field, *span) });
        }
        if span.first > span.last && field != Field::Times {
            notes.surprises.push(Surprise::RangeWraps { field, part: spell(field, *span) });
        }
    }
}

/// The canonical spelling of a part.
pub(super) fn spell(field: Field, span: Span) -> String {
    let one = |place: u16| match unit(field) {
        None => format!("{:02}:{:02}", place / 60, place % 60),
        Some(unit) => unit.short(place).map_or_else(|| (place + 1).to_string(), str::to_owned),
    };
    if span.lone { one(span.first) } else { format!("{}-{}", one(span.first), one(span.last)) }
}

impl Meaning {
    /// The canonical spelling of a field.
    pub(super) fn spell(&self, field: Field) -> String {
        match self {
            Self::All => "*".to_owned(),
            Self::Parts(spans) => spans.iter().map(|span| spell(field, *span)).collect::<Vec<_>>().join("&"),
        }
    }
}
