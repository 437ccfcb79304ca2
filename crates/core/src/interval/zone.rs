//! A time zone as data: what its clocks show, and when they are changed. Whoever knows a zone gives it; there is no table of
//! zones here, and no clock.

use super::date::Date;

/// Minutes of a day.
pub(super) const DAY: i64 = 24 * 60;
/// The largest difference from UTC that is taken, in minutes. In truth it is 14 hours.
pub const OFFSET_MAX: i32 = 24 * 60;

/// A minute of the world's time, which is the same everywhere: whole minutes since 1 January 1970, 00:00 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// The minute that holds a second, counted from the same beginning.
    pub fn of_seconds(seconds: i64) -> Self {
        Self(seconds.div_euclid(60))
    }

    /// Its first second.
    pub fn seconds(self) -> i64 {
        self.0 * 60
    }

    pub(super) fn of_minutes(minutes: i64) -> Self {
        Self(minutes)
    }

    pub(super) fn minutes(self) -> i64 {
        self.0
    }
}

/// A change of the clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Change {
    /// The first minute with the new difference.
    pub at: Instant,
    /// What is added to UTC from then on, in minutes.
    pub offset: i32,
}

/// What the clocks of a place show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    first: i32,
    changes: Vec<Change>,
}

/// What a clock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Wall {
    /// The date.
    pub date: Date,
    /// The minute of the day, from 0 to 1439.
    pub minute: u16,
}

impl Zone {
    /// A zone that adds `first` minutes to UTC until the first change. `None` where the changes are not in their order, or
    /// a difference is beyond [`OFFSET_MAX`].
    pub fn new(first: i32, changes: Vec<Change>) -> Option<Self> {
        let in_order = changes.windows(2).all(|pair| matches!(pair, [one, next] if one.at < next.at));
        let offsets = changes.iter().map(|change| change.offset).chain([first]);
        let in_range = offsets.into_iter().all(|offset| (-OFFSET_MAX..=OFFSET_MAX).contains(&offset));
        (in_order && in_range).then_some(Self { first, changes })
    }

    /// What is added to UTC at a moment, in minutes.
    pub fn offset(&self, at: Instant) -> i32 {
        let until = self.changes.partition_point(|change| change.at <= at);
        let last = until.checked_sub(1).and_then(|last| self.changes.get(last));
        last.map_or(self.first, |change| change.offset)
    }

    /// What the clocks show at a moment.
    pub fn wall(&self, at: Instant) -> Wall {
        let local = at.0 + i64::from(self.offset(at));
        let minute = u16::try_from(local.rem_euclid(DAY)).unwrap_or_default();
        Wall { date: Date::of_day(local.div_euclid(DAY)), minute }
    }

    /// The stretches between two minutes, the second excluded, in which nothing is changed: from, until, and what is added
    /// to UTC.
    pub(super) fn stretches(&self, from: i64, until: i64) -> impl Iterator<Item = (i64, i64, i64)> {
        let starts = [(i64::MIN, self.first)];
        let starts = starts.into_iter().chain(self.changes.iter().map(|change| (change.at.0, change.offset)));
        let ends = self.changes.iter().map(|change| change.at.0).chain([i64::MAX]);
        starts
            .zip(ends)
            .map(move |((start, offset), end)| (start.max(from), end.min(until), i64::from(offset)))
            .filter(|(start, end, _)| start < end)
    }
}
