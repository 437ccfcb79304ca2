//! When a window is open in the days to come.

use dialdesk_core::interval::{Calendar, Change, Day, Instant, Openings, Span, State, Zone};

use crate::platform::zones::{self, Clocks};

/// So far ahead the changes of the clocks are looked for: two years.
const AHEAD: i64 = 731 * DAY;
/// Seconds of a day.
const DAY: i64 = 24 * 60 * 60;
/// No two changes of the clocks are nearer to each other than this.
const STEP: i64 = 5 * DAY;
/// More openings than this, one at the end of the other, are as good as one without an end.
const JOINED_MAX: usize = 100;

/// The zone in which a window is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// One of this name.
    Named(String, Zone),
    /// That of the server, which nobody knows here: the one of this browser stands in for it.
    Server(String, Zone),
    /// One that this browser does not know.
    Strange(String),
}

impl Place {
    /// The zone of a name as typed; empty for that of the server.
    pub(super) fn of(name: &str) -> Self {
        let name = name.trim();
        if name.is_empty() {
            let own = zones::own().unwrap_or_else(|| "UTC".to_owned());
            let zone = zone(&own).or_else(|| Zone::new(0, Vec::new()));
            return zone.map_or_else(|| Self::Strange(own.clone()), |zone| Self::Server(own.clone(), zone));
        }
        zone(name).map_or_else(|| Self::Strange(name.to_owned()), |zone| Self::Named(name.to_owned(), zone))
    }

    /// Its name and its clocks, where they are known.
    pub(super) fn known(&self) -> Option<(&str, &Zone)> {
        match self {
            Self::Named(name, zone) | Self::Server(name, zone) => Some((name, zone)),
            Self::Strange(_) => None,
        }
    }
}

/// The zone of this browser.
pub(super) fn own() -> Option<(String, Zone)> {
    let name = zones::own()?;
    let zone = zone(&name)?;
    Some((name, zone))
}

/// Now.
pub(super) fn now() -> Instant {
    Instant::of_seconds(zones::now())
}

fn zone(name: &str) -> Option<Zone> {
    let clocks = Clocks::of(name)?;
    read_zone(zones::now() - 2 * DAY, &|seconds| clocks.offset(seconds))
}

/// A zone of which only the difference from UTC at a second can be asked, from a second on.
fn read_zone(from: i64, offset: &dyn Fn(i64) -> Option<i32>) -> Option<Zone> {
    let first = offset(from)?;
    let (mut changes, mut at, mut before) = (Vec::new(), from, first);
    while at < from + AHEAD {
        let next = at + STEP;
        let after = offset(next)?;
        if after != before {
            let (mut old, mut new) = (at.div_euclid(60), next.div_euclid(60));
            while new - old > 1 {
                let middle = old + (new - old) / 2;
                if offset(middle * 60)? == before {
                    old = middle;
                } else {
                    new = middle;
                }
            }
            changes.push(Change { at: Instant::of_seconds(new * 60), offset: after });
        }
        (at, before) = (next, after);
    }
    Zone::new(first, changes)
}

/// Whether one of several windows is open, and until when.
pub(super) fn state(windows: &[Openings], zone: &Zone, now: Instant) -> State {
    let at = |moment: Instant| windows.iter().map(move |window| Calendar::new(window, zone).state(moment));
    let open_until = |moment: Instant| {
        let ends = at(moment).filter_map(|state| if let State::Open(end) = state { Some(end) } else { None });
        // No end is later than any.
        ends.reduce(|one, other| Some(one?.max(other?)))
    };
    let Some(mut end) = open_until(now) else {
        let next = at(now).filter_map(|state| if let State::Closed(next) = state { next } else { None });
        return State::Closed(next.min());
    };
    for _joined in 0..JOINED_MAX {
        let Some(further) = end.and_then(open_until) else { return State::Open(end) };
        end = further;
    }
    State::Open(None)
}

/// The next days of several windows together.
pub(super) fn days(windows: &[Openings], zone: &Zone, now: Instant, count: u16) -> Vec<Day> {
    let mut all = windows.iter().map(|window| Calendar::new(window, zone).days(now, count));
    let Some(mut days) = all.next() else { return Vec::new() };
    for more in all {
        for (day, more) in days.iter_mut().zip(more) {
            day.spans.extend(more.spans);
            join(&mut day.spans);
        }
    }
    days
}

fn join(spans: &mut Vec<Span>) {
    spans.sort_unstable_by_key(|span| span.from);
    let mut joined: Vec<Span> = Vec::new();
    for span in spans.drain(..) {
        match joined.last_mut() {
            Some(last) if span.from <= last.until => last.until = last.until.max(span.until),
            Some(_) | None => joined.push(span),
        }
    }
    *spans = joined;
}

/// The last minute before a moment.
pub(super) fn before(at: Instant) -> Instant {
    Instant::of_seconds(at.seconds() - 60)
}

#[cfg(test)]
mod tests {
    use dialdesk_core::interval::read;

    use super::*;

    /// 25 October 2026, 01:00 UTC, when the clocks of Rome are put back.
    const AUTUMN: i64 = 1_792_890_000;
    /// 28 March 2027, 01:00 UTC, when they are put forward.
    const SPRING: i64 = 1_806_195_600;

    fn rome(seconds: i64) -> i32 {
        if (AUTUMN..SPRING).contains(&seconds) { 60 } else { 120 }
    }

    fn at(seconds: i64) -> Instant {
        Instant::of_seconds(seconds)
    }

    #[test]
    fn changes_of_the_clocks_are_found_to_the_minute() {
        let zone = read_zone(AUTUMN - 3 * DAY, &|seconds| Some(rome(seconds))).unwrap();
        let changes = vec![Change { at: at(AUTUMN), offset: 60 }, Change { at: at(SPRING), offset: 120 }];
        assert_eq!(zone, Zone::new(120, changes).unwrap());
        assert_eq!(read_zone(0, &|_| None), None);
        assert_eq!(read_zone(0, &|_| Some(330)), Zone::new(330, Vec::new()));
    }

    #[test]
    fn several_windows_are_open_as_long_as_one_of_them_is() {
        let utc = Zone::new(0, Vec::new()).unwrap();
        let windows = ["09:00-12:59,*,*,*", "13:00-13:59,mon,*,*", "13:30-17:59,mon,*,*"]
            .map(|text| read(text).unwrap());
        // 1 January 1970 was a Thursday.
        let (monday, hour) = (4 * DAY, 3_600);
        let windows = windows.as_slice();
        assert_eq!(state(windows, &utc, at(monday + 10 * hour)), State::Open(Some(at(monday + 18 * hour))));
        assert_eq!(state(windows, &utc, at(monday + 18 * hour)), State::Closed(Some(at(monday + 33 * hour))));
        assert_eq!(state(windows, &utc, at(monday + 33 * hour)), State::Open(Some(at(monday + 37 * hour))),);
        assert_eq!(state(&[], &utc, at(monday)), State::Closed(None));
        let always = [read("*").unwrap()];
        assert_eq!(state(&always, &utc, at(monday)), State::Open(None));
        let days = days(windows, &utc, at(monday + hour), 2);
        let span =
            |from: i64, until: i64| Span { from: at(monday + from * hour), until: at(monday + until * hour) };
        assert_eq!(
            days.iter().map(|day| day.spans.clone()).collect::<Vec<_>>(),
            [vec![span(9, 18)], vec![span(33, 37)]]
        );
    }
}
