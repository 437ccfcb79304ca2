//! When a text opens.

use super::date::Date;
use super::ring::Ring;
use super::unit::{DAYS, MONTHS, WEEKDAYS};

/// Minutes of a day.
const MINUTES: u16 = 24 * 60;
/// Days of each month, from January; the 29th of February exists.
const MONTH_LENGTHS: [u8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// The minutes of a day.
pub(super) type Minutes = Ring<23>;
/// Weekdays, days of the month or months.
pub(super) type Places = Ring<1>;

/// All minutes, which is what a star or an empty first field opens.
pub(super) fn all_minutes() -> Minutes {
    Ring::full(MINUTES)
}

/// No minute.
pub(super) fn no_minutes() -> Minutes {
    Ring::empty(MINUTES)
}

/// The minutes, weekdays, days and months of a text as Asterisk reads it.
///
/// It is open at a moment when all four hold it (facts 2.3). Seconds do not matter: an open minute is open to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Openings {
    pub(super) minutes: Minutes,
    pub(super) weekdays: Places,
    pub(super) days: Places,
    pub(super) months: Places,
    pub(super) timezone: Option<String>,
}

impl Openings {
    /// Open always, in the zone of the server.
    pub(super) fn always() -> Self {
        Self {
            minutes: all_minutes(),
            weekdays: Ring::full(WEEKDAYS.size),
            days: Ring::full(DAYS.size),
            months: Ring::full(MONTHS.size),
            timezone: None,
        }
    }

    /// The minutes of the day (0-1439) as ranges of which both ends are open: ascending, none touching the next.
    pub fn minutes(&self) -> Vec<(u16, u16)> {
        let mut ranges: Vec<(u16, u16)> = Vec::new();
        for minute in self.minutes.places() {
            match ranges.last_mut() {
                Some((_, last)) if *last + 1 == minute => *last = minute,
                Some(_) | None => ranges.push((minute, minute)),
            }
        }
        ranges
    }

    /// The weekdays (0-6, 0 is Sunday), ascending.
    pub fn weekdays(&self) -> Vec<u8> {
        numbers(&self.weekdays, 0)
    }

    /// The days of the month (1-31), ascending.
    pub fn days(&self) -> Vec<u8> {
        numbers(&self.days, 1)
    }

    /// The months (1-12), ascending.
    pub fn months(&self) -> Vec<u8> {
        numbers(&self.months, 1)
    }

    /// What is open in both: two windows that have to be open at the same time, if their clocks show the same time. The zone
    /// is that of this one; where the other names another, it is for the caller to say that the clocks are presumed alike.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> Self {
        Self {
            minutes: self.minutes.overlap(&other.minutes),
            weekdays: self.weekdays.overlap(&other.weekdays),
            days: self.days.overlap(&other.days),
            months: self.months.overlap(&other.months),
            timezone: self.timezone.clone(),
        }
    }

    /// The exact text of the fifth field, where there are exactly five. Empty means the zone of the server, as `None`
    /// does; a name that is unknown there means GMT.
    pub fn timezone(&self) -> Option<&str> {
        self.timezone.as_deref()
    }

    /// Whether it is never open: one of the four sets is empty, or no chosen month has a chosen day.
    pub fn is_never(&self) -> bool {
        let no_date = || {
            !self
                .months()
                .into_iter()
                .any(|month| self.days().into_iter().any(|day| Moment::new(0, 0, day, month).is_some()))
        };
        self.minutes.is_empty() || self.weekdays.is_empty() || no_date()
    }

    /// The open minutes of a week in which no clock is changed. Where [`Self::is_every_week`] does not hold, this is the most
    /// that a week can have: days of the month or months leave some out. 0 where it never opens.
    pub fn minutes_a_week(&self) -> u32 {
        if self.is_never() {
            return 0;
        }
        let count = |places: usize| u32::try_from(places).unwrap_or_default();
        count(self.minutes.places().count()) * count(self.weekdays.places().count())
    }

    /// Whether neither days of the month nor months leave anything out, so that one week is like another.
    pub fn is_every_week(&self) -> bool {
        self.days.is_full() && self.months.is_full()
    }

    /// Whether a day is a chosen one in all three ways.
    pub(super) fn opens_on(&self, date: Date) -> bool {
        self.holds(date.weekday, date.day, date.month)
    }

    fn holds(&self, weekday: u8, day: u8, month: u8) -> bool {
        self.weekdays.contains(u16::from(weekday))
            && day.checked_sub(1).is_some_and(|day| self.days.contains(u16::from(day)))
            && month.checked_sub(1).is_some_and(|month| self.months.contains(u16::from(month)))
    }

    /// Whether it is open at a moment of the zone in which it is meant.
    pub fn contains(&self, moment: Moment) -> bool {
        self.minutes.contains(moment.minute) && self.holds(moment.weekday, moment.day, moment.month)
    }
}

/// The places of a set as numbers that start with `first`.
fn numbers(set: &Places, first: u16) -> Vec<u8> {
    set.places().filter_map(|place| u8::try_from(place + first).ok()).collect()
}

/// A minute of a date, without its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    minute: u16,
    weekday: u8,
    day: u8,
    month: u8,
}

impl Moment {
    /// The moment at `minute` of the day (0-1439) on `weekday` (0-6, 0 is Sunday), the `day` (from 1) of `month`
    /// (1-12). `None` where one is out of its range or the month never has that day.
    pub fn new(minute: u16, weekday: u8, day: u8, month: u8) -> Option<Self> {
        let length = *MONTH_LENGTHS.get(usize::from(month.checked_sub(1)?))?;
        let exists = minute < MINUTES && u16::from(weekday) < WEEKDAYS.size && (1..=length).contains(&day);
        exists.then_some(Self { minute, weekday, day, month })
    }
}
