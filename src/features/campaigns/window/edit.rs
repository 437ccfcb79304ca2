//! What the parts of the editor do to a window.

use dialdesk_core::interval::{Field, Part, Review, Rows, review};

/// A window that many use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Preset {
    /// Working days without a break.
    Weekdays,
    /// Working days with a break at noon.
    WithBreak,
    /// Six days, mornings.
    WithSaturday,
    /// Each day.
    Daily,
    /// At any time.
    Always,
}

impl Preset {
    /// All of them, in the order of their buttons.
    pub(super) const ALL: [Self; 5] =
        [Self::Weekdays, Self::WithBreak, Self::WithSaturday, Self::Daily, Self::Always];

    /// Its text.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Weekdays => "09:00-20:00,mon-fri,*,*",
            Self::WithBreak => "09:00-13:00&14:00-20:00,mon-fri,*,*",
            Self::WithSaturday => "09:00-13:00,mon-sat,*,*",
            Self::Daily => "07:00-22:00,*,*,*",
            Self::Always => "*,*,*,*",
        }
    }
}

/// The rows of a text. Those that were edited last stay where their text is refused, so that whoever has taken away the last
/// date of a window can give it another.
pub(super) fn rows_of(text: &str, edited: Option<&Rows>) -> Option<Rows> {
    match review(text) {
        Review::Taken(taken) => Some(taken.rows().clone()),
        Review::Refused(_) => edited.filter(|rows| rows.text() == text).cloned(),
    }
}

/// The times, from and to; none where it is open at any time.
pub(super) fn times(rows: &Rows) -> Vec<(u16, u16)> {
    let ends = |part| match part {
        Part::One(minute) => (minute, minute),
        Part::Range(first, last) => (first, last),
    };
    rows.parts(Field::Times).into_iter().map(ends).collect()
}

/// The time that is set first, and that is added where none is left.
const TIME: (u16, u16) = (9 * 60, 20 * 60);
/// The last minute of a day.
const LAST: u16 = 24 * 60 - 1;

/// The same window with one time more: the hour after the last one.
pub(super) fn with_another_time(rows: &Rows) -> Option<Rows> {
    let mut times = times(rows);
    times.push(match times.last() {
        None => TIME,
        Some((_, last)) => {
            let from = if *last >= LAST - 60 { 0 } else { last + 60 };
            (from, from + 59)
        }
    });
    with_times(rows, &times)
}

/// The same window with another time at a place.
pub(super) fn with_time(rows: &Rows, at: usize, time: (u16, u16)) -> Option<Rows> {
    let mut times = times(rows);
    *times.get_mut(at)? = time;
    with_times(rows, &times)
}

/// The same window without the time at a place; without the last one it is open at any time.
pub(super) fn without_time(rows: &Rows, at: usize) -> Option<Rows> {
    let mut times = times(rows);
    if at < times.len() {
        times.remove(at);
    }
    with_times(rows, &times)
}

fn with_times(rows: &Rows, times: &[(u16, u16)]) -> Option<Rows> {
    let parts: Vec<Part> = times.iter().map(|(first, last)| Part::Range(*first, *last)).collect();
    rows.with(Field::Times, &parts)
}

/// A time as the field of a browser writes it.
pub(super) fn minute_of(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute) = (hour.parse::<u16>().ok()?, minute.get(..2)?.parse::<u16>().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// The places of a field, in the order of its boxes: weekdays from Monday, days from 1, months from January.
pub(super) fn places(field: Field) -> Vec<u16> {
    match field {
        Field::Weekdays => (1..=6).chain([0]).collect(),
        Field::Days => (1..=31).collect(),
        Field::Months => (1..=12).collect(),
        Field::Times | Field::Zone => Vec::new(),
    }
}

/// Whether a window has a place of a field.
pub(super) fn has(rows: &Rows, field: Field, place: u16) -> bool {
    let parts = rows.parts(field);
    parts.is_empty()
        || parts.iter().any(|part| match part {
            Part::One(only) => *only == place,
            Part::Range(first, last) if first <= last => (*first..=*last).contains(&place),
            Part::Range(first, last) => place >= *first || place <= *last,
        })
}

/// The same window with a place of a field or without it; `None` where it is the last one.
pub(super) fn toggled(rows: &Rows, field: Field, place: u16, is_on: bool) -> Option<Rows> {
    let mut places = places(field);
    // Ranges that run over the end of the week would surprise.
    places.sort_unstable();
    places.retain(|other| if *other == place { is_on } else { has(rows, field, *other) });
    if places.is_empty() { None } else { rows.with(field, &parts(&places)) }
}

/// Places in their order as parts: a range where three or more follow each other.
fn parts(places: &[u16]) -> Vec<Part> {
    let mut parts = Vec::new();
    for place in places {
        match parts.as_slice() {
            [.., Part::Range(first, last)] if last + 1 == *place => {
                let first = *first;
                parts.pop();
                parts.push(Part::Range(first, *place));
            }
            [.., Part::One(first), Part::One(last)] if first + 1 == *last && last + 1 == *place => {
                let first = *first;
                parts.truncate(parts.len() - 2);
                parts.push(Part::Range(first, *place));
            }
            _ => parts.push(Part::One(*place)),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Rows {
        rows_of(text, None).unwrap()
    }

    fn text(rows: Option<Rows>) -> String {
        rows.unwrap().text()
    }

    #[test]
    fn each_usual_window_is_canonical_and_surprises_nobody() {
        for preset in Preset::ALL {
            let Review::Taken(taken) = review(preset.text()) else { panic!("{preset:?}") };
            assert!(!taken.is_rewritten() && taken.surprises().is_empty(), "{preset:?}");
        }
    }

    #[test]
    fn boxes_make_ranges_of_three_and_more() {
        let week = rows("09:00-20:00,mon-fri,*,*");
        assert_eq!(text(toggled(&week, Field::Weekdays, 3, false)), "09:00-20:00,mon&tue&thu&fri,*,*");
        assert_eq!(text(toggled(&week, Field::Weekdays, 6, true)), "09:00-20:00,mon-sat,*,*");
        // Sunday is the first in Asterisk's week: no range runs over its end.
        let weekend = toggled(&rows("*,fri-sat,*,*"), Field::Weekdays, 0, true);
        assert_eq!(text(weekend), "*,sun&fri&sat,*,*");
        assert_eq!(text(toggled(&rows("*,mon-sat,*,*"), Field::Weekdays, 0, true)), "*,*,*,*");
        assert_eq!(text(toggled(&rows("*,*,*,*"), Field::Days, 31, false)), "*,*,1-30,*");
        assert_eq!(text(toggled(&rows("*,*,*,nov-feb"), Field::Months, 12, false)), "*,*,*,jan&feb&nov");
    }

    #[test]
    fn the_last_box_cannot_be_taken_away() {
        assert_eq!(toggled(&rows("*,sun,*,*"), Field::Weekdays, 0, false), None);
    }

    #[test]
    fn times_are_changed_added_and_taken_away() {
        let split = rows("09:00-13:00&14:00-20:00,mon-fri,*,*");
        assert_eq!(times(&split), [(540, 780), (840, 1_200)]);
        assert_eq!(text(with_time(&split, 1, (870, 1_140))), "09:00-13:00&14:30-19:00,mon-fri,*,*");
        assert_eq!(with_time(&split, 2, (0, 1)), None);
        assert_eq!(text(without_time(&split, 0)), "14:00-20:00,mon-fri,*,*");
        assert_eq!(text(with_another_time(&split)), "09:00-13:00&14:00-20:00&21:00-21:59,mon-fri,*,*");
        assert_eq!(text(with_another_time(&rows("*,sat,*,*"))), "09:00-20:00,sat,*,*");
        assert_eq!(text(with_another_time(&rows("09:00-23:30,*,*,*"))), "09:00-23:30&00:00-00:59,*,*,*");
        assert_eq!(text(without_time(&rows("09:00-10:00,sat,*,*"), 0)), "*,sat,*,*");
    }

    #[test]
    fn a_time_is_read_as_a_field_of_a_browser_writes_it() {
        for (text, minute) in [
            ("09:00", Some(540)),
            ("23:59:30", Some(1_439)),
            ("24:00", None),
            ("", None),
            ("9", None),
            ("09:0", None),
        ] {
            assert_eq!(minute_of(text), minute, "{text}");
        }
    }

    /// 31 February: refused, but whoever is choosing days goes on choosing.
    #[test]
    fn rows_stay_where_their_own_text_is_refused() {
        let february = rows("*,*,30-31,jan&feb");
        let edited = toggled(&february, Field::Months, 1, false).unwrap();
        assert_eq!(edited.text(), "*,*,30-31,feb");
        assert_eq!(rows_of("*,*,30-31,feb", None), None);
        assert_eq!(rows_of("*,*,30-31,feb", Some(&edited)), Some(edited.clone()));
        assert_eq!(rows_of("lun-ven 9-20", Some(&edited)), None);
    }
}
