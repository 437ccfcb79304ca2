//! A text as an editor shows it: the parts of each field, in their order.

use super::Field;
use super::parts::{Meaning, Span, covers_all, unit};
use super::zone::DAY;

/// A part of a field. Times are minutes of the day from 0 to 1439, weekdays 0 (Sunday) to 6, days 1 to 31, months 1 to 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// One weekday, day or month. A lone time is a range that ends where it starts.
    One(u16),
    /// From the first to the second, both included; over the end of the day, week, month or year where the second is less.
    Range(u16, u16),
}

/// The rows of an editor. They and their text always agree: [`Rows::text`] is canonical, and its review has the same rows,
/// unless it is refused because it is too long or has no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    times: Meaning,
    weekdays: Meaning,
    days: Meaning,
    months: Meaning,
    zone: Option<String>,
}

impl Rows {
    /// Always open, in no zone of its own.
    pub fn always() -> Self {
        Self {
            times: Meaning::All,
            weekdays: Meaning::All,
            days: Meaning::All,
            months: Meaning::All,
            zone: None,
        }
    }

    pub(super) fn new([times, weekdays, days, months]: [Meaning; 4], zone: Option<String>) -> Self {
        Self { times, weekdays, days, months, zone }
    }

    /// The parts of a field in their order; none where it is always open. The zone has no parts.
    pub fn parts(&self, field: Field) -> Vec<Part> {
        match self.meaning(field) {
            None | Some(Meaning::All) => Vec::new(),
            Some(Meaning::Parts(spans)) => spans.iter().map(|span| shown(field, *span)).collect(),
        }
    }

    /// The same rows with other parts of a field. None at all, and parts that together are all, make it always open. `None`
    /// where a part is out of its range, or the field has no parts.
    #[must_use]
    pub fn with(&self, field: Field, parts: &[Part]) -> Option<Self> {
        let spans = parts.iter().map(|part| taken(field, *part)).collect::<Option<Vec<Span>>>()?;
        let meaning =
            if spans.is_empty() || covers_all(field, &spans) { Meaning::All } else { Meaning::Parts(spans) };
        let mut rows = self.clone();
        match field {
            Field::Times => rows.times = meaning,
            Field::Weekdays => rows.weekdays = meaning,
            Field::Days => rows.days = meaning,
            Field::Months => rows.months = meaning,
            Field::Zone => return None,
        }
        Some(rows)
    }

    /// The zone of a fifth field, which an editor keeps.
    pub fn zone(&self) -> Option<&str> {
        self.zone.as_deref()
    }

    /// The same rows without a zone, for one that moves to the field of its own.
    #[must_use]
    pub fn without_zone(&self) -> Self {
        Self { zone: None, ..self.clone() }
    }

    /// The canonical text.
    pub fn text(&self) -> String {
        let fields = [Field::Times, Field::Weekdays, Field::Days, Field::Months].into_iter();
        let mut texts: Vec<String> =
            fields.filter_map(|field| Some(self.meaning(field)?.spell(field))).collect();
        texts.extend(self.zone.clone());
        texts.join(",")
    }

    pub(super) fn meaning(&self, field: Field) -> Option<&Meaning> {
        match field {
            Field::Times => Some(&self.times),
            Field::Weekdays => Some(&self.weekdays),
            Field::Days => Some(&self.days),
            Field::Months => Some(&self.months),
            Field::Zone => None,
        }
    }
}

/// The number of the first place of a field, as [`Part`] counts it.
fn base(field: Field) -> u16 {
    match field {
        Field::Days | Field::Months => 1,
        Field::Times | Field::Weekdays | Field::Zone => 0,
    }
}

fn shown(field: Field, span: Span) -> Part {
    let base = base(field);
    if span.lone { Part::One(span.first + base) } else { Part::Range(span.first + base, span.last + base) }
}

fn taken(field: Field, part: Part) -> Option<Span> {
    let size = match field {
        Field::Times => u16::try_from(DAY).ok()?,
        Field::Weekdays | Field::Days | Field::Months => unit(field)?.size,
        Field::Zone => return None,
    };
    let place = |number: u16| number.checked_sub(base(field)).filter(|place| *place < size);
    let (first, last, lone) = match part {
        Part::One(only) => (place(only)?, place(only)?, field != Field::Times),
        Part::Range(first, last) => (place(first)?, place(last)?, false),
    };
    Some(Span { first, last, lone })
}
