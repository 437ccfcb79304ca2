//! When a text opens in days to come, in the zone in which it is meant.
//!
//! A minute is open when the clocks of the place show an open minute, as Asterisk looks at nothing else: in the night in which
//! they are put back, an hour is open twice, and in the one in which they are put forward, an hour is missing.

use super::date::Date;
use super::openings::Openings;
use super::zone::{DAY, Instant, Zone};

/// How far ahead an opening or a closing is looked for, in days: 41 years. A weekday that falls on 29 February comes back
/// after 40 years at most, over the year 2100.
const AHEAD_MAX: i64 = 14_976;
/// Where the search for an opening or a closing begins: so many days are looked at first, and then always eight times more.
const AHEAD_FIRST: i64 = 15;

/// A stretch of time that is open without a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// The first open minute.
    pub from: Instant,
    /// The first minute that is not open any more.
    pub until: Instant,
}

impl Span {
    /// How long it is, in minutes.
    pub fn minutes(self) -> i64 {
        self.until.minutes() - self.from.minutes()
    }
}

/// Whether it is open at a moment, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// It is, until this minute, which is not open any more; `None` where it never closes.
    Open(Option<Instant>),
    /// It is not, until this minute; `None` where it never opens.
    Closed(Option<Instant>),
}

/// A day of the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Its date.
    pub date: Date,
    /// When it is open, in order; none touches the next.
    pub spans: Vec<Span>,
    /// How long it is, in minutes: 1440, unless the clocks are changed.
    pub length: i64,
    /// The first change of the clocks in it.
    pub change: Option<Instant>,
}

impl Day {
    /// The open minutes.
    pub fn minutes(&self) -> i64 {
        self.spans.iter().map(|span| span.minutes()).sum()
    }
}

/// The openings of a text in a zone.
#[derive(Clone, Copy, Debug)]
pub struct Calendar<'a> {
    openings: &'a Openings,
    zone: &'a Zone,
}

/// A day of the place, or the part of one before or after a change of the clocks.
struct Piece {
    /// The day, counted from 1 January 1970.
    day: i64,
    from: i64,
    until: i64,
    open: Vec<Span>,
}

impl<'a> Calendar<'a> {
    /// The openings of a text in a zone. The fifth field of the text is not looked at: only the caller knows zones.
    pub fn new(openings: &'a Openings, zone: &'a Zone) -> Self {
        Self { openings, zone }
    }

    /// The next days of the place, the day of `now` first and whole.
    pub fn days(self, now: Instant, count: u16) -> Vec<Day> {
        let today = self.day_of(now);
        let last = today + i64::from(count);
        // A day of the place begins and ends at most a day away from the same day of UTC.
        let pieces = self.pieces((today - 2) * DAY, (last + 2) * DAY);
        let mut days: Vec<Day> = (today..last)
            .map(|day| Day { date: Date::of_day(day), spans: Vec::new(), length: 0, change: None })
            .collect();
        for piece in pieces {
            let at = piece.day.checked_sub(today).and_then(|at| usize::try_from(at).ok());
            let Some(day) = at.and_then(|at| days.get_mut(at)) else { continue };
            day.length += piece.until - piece.from;
            join(&mut day.spans, piece.open);
            if day.change.is_none() && self.is_change(piece.from) {
                day.change = Some(Instant::of_minutes(piece.from));
            }
        }
        days
    }

    /// All that is open from one minute to another, the second excluded.
    pub fn spans(self, from: Instant, until: Instant) -> Vec<Span> {
        let mut spans = Vec::new();
        for piece in self.pieces(from.minutes(), until.minutes()) {
            join(&mut spans, piece.open);
        }
        spans
    }

    /// Whether it is open at a moment, and until when.
    pub fn state(self, now: Instant) -> State {
        let mut days = AHEAD_FIRST;
        loop {
            let until = Instant::of_minutes(now.minutes() + days * DAY);
            let is_end = days == AHEAD_MAX;
            match self.spans(now, until).first() {
                Some(span) if span.from > now => return State::Closed(Some(span.from)),
                Some(span) if span.until < until => return State::Open(Some(span.until)),
                Some(_) if is_end => return State::Open(None),
                None if is_end => return State::Closed(None),
                Some(_) | None => days = (days * 8).min(AHEAD_MAX),
            }
        }
    }

    fn day_of(self, at: Instant) -> i64 {
        (at.minutes() + i64::from(self.zone.offset(at))).div_euclid(DAY)
    }

    fn is_change(self, at: i64) -> bool {
        let offset = |at| self.zone.offset(Instant::of_minutes(at));
        offset(at) != offset(at - 1)
    }

    fn pieces(self, from: i64, until: i64) -> impl Iterator<Item = Piece> {
        let minutes = self.openings.minutes();
        self.zone.stretches(from, until).flat_map(move |(from, until, offset)| {
            let minutes = minutes.clone();
            let days = (from + offset).div_euclid(DAY)..=(until - 1 + offset).div_euclid(DAY);
            days.map(move |day| {
                let midnight = day * DAY - offset;
                let (from, until) = (midnight.max(from), (midnight + DAY).min(until));
                let span = |(first, last): &(u16, u16)| Span {
                    from: Instant::of_minutes((midnight + i64::from(*first)).max(from)),
                    until: Instant::of_minutes((midnight + i64::from(*last) + 1).min(until)),
                };
                let date = Date::of_day(day);
                let minutes = minutes.iter().filter(|_| self.openings.opens_on(date));
                Piece {
                    day,
                    from,
                    until,
                    open: minutes.map(span).filter(|span| span.minutes() > 0).collect(),
                }
            })
        })
    }
}

/// Adds spans behind others; one that begins where the last ends goes on with it.
fn join(spans: &mut Vec<Span>, more: Vec<Span>) {
    for span in more {
        match spans.last_mut() {
            Some(last) if last.until == span.from => last.until = span.until,
            Some(_) | None => spans.push(span),
        }
    }
}
