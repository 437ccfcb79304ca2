//! When a text opens in days to come. Changes of the clocks are those of the laws: in Europe at 01:00 UTC on the last Sundays of
//! March and October, in the United States at two in the morning on the second Sunday of March and the first of November.
//! Minutes are counted by hand; at random, by a walk from minute to minute.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic like tests")]

use dialdesk_core::interval::{
    Calendar, Change, Date, Day, Instant, Moment, OFFSET_MAX, Openings, Span, State, Zone, read,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// A moment of UTC by the calendar, counted day by day.
fn utc((year, month, day): (i64, i64, i64), (hour, minute): (i64, i64)) -> Instant {
    let is_leap = |year: i64| i64::from(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    let length = |month| match month {
        2 => 28 + is_leap(year),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let years: i64 = (1970..year).map(|year| 365 + is_leap(year)).sum();
    let days = years + (1..month).map(length).sum::<i64>() + day - 1;
    Instant::of_seconds(days * 86_400 + hour * 3_600 + minute * 60)
}

fn zone(standard: i32, changes: &[((i64, i64, i64), i64)]) -> Zone {
    let change = |(at, (date, hour)): (usize, &((i64, i64, i64), i64))| Change {
        at: utc(*date, (*hour, 0)),
        offset: standard + if at % 2 == 0 { 60 } else { 0 },
    };
    Zone::new(standard, changes.iter().enumerate().map(change).collect()).unwrap()
}

fn rome() -> Zone {
    zone(60, &[((2026, 3, 29), 1), ((2026, 10, 25), 1), ((2027, 3, 28), 1), ((2027, 10, 31), 1)])
}

fn new_york() -> Zone {
    zone(-300, &[((2026, 3, 8), 7), ((2026, 11, 1), 6), ((2027, 3, 14), 7), ((2027, 11, 7), 6)])
}

/// Two weeks, the first day of which is this one at noon UTC.
fn two_weeks(text: &str, zone: &Zone, first: (i64, i64, i64)) -> Vec<Day> {
    Calendar::new(&read(text).unwrap(), zone).days(utc(first, (12, 0)), 14)
}

fn minutes(days: &[Day]) -> i64 {
    days.iter().map(Day::minutes).sum()
}

fn on(days: &[Day], month: u8, day: u8) -> &Day {
    days.iter().find(|one| (one.date.month, one.date.day) == (month, day)).unwrap()
}

/// What the clocks show at both ends of a span, the last minute included.
fn shown(zone: &Zone, span: Span) -> (u16, u16) {
    let last = Instant::of_seconds(span.until.seconds() - 60);
    (zone.wall(span.from).minute, zone.wall(last).minute)
}

#[test]
fn the_changes_are_where_the_law_has_them() {
    let seconds = |zone: &Zone, date, hour| {
        let at = utc(date, (hour, 0));
        let before = Instant::of_seconds(at.seconds() - 60);
        (at.seconds(), zone.offset(before), zone.offset(at), zone.wall(before).minute, zone.wall(at).minute)
    };
    // The seconds are those of the system's own tables.
    assert_eq!(seconds(&rome(), (2026, 3, 29), 1), (1_774_746_000, 60, 120, 119, 180));
    assert_eq!(seconds(&rome(), (2027, 10, 31), 1), (1_824_944_400, 120, 60, 179, 120));
    assert_eq!(seconds(&new_york(), (2026, 3, 8), 7), (1_772_953_200, -300, -240, 119, 180));
    assert_eq!(seconds(&new_york(), (2027, 11, 7), 6), (1_825_567_200, -240, -300, 119, 60));
    let wall = rome().wall(utc((2026, 12, 31), (23, 30)));
    assert_eq!(wall.date, Date { year: 2027, month: 1, day: 1, weekday: 5 });
    assert_eq!(wall.minute, 30);
}

/// Each change: the two weeks around it begin on the Monday before, and the Sunday is the seventh of their days.
#[test]
fn nights_of_change_have_an_hour_less_or_more() {
    let forward = [
        (rome(), (2026, 3, 23), (3, 29)),
        (rome(), (2027, 3, 22), (3, 28)),
        (new_york(), (2026, 3, 2), (3, 8)),
        (new_york(), (2027, 3, 8), (3, 14)),
    ];
    for (zone, monday, (month, day)) in &forward {
        let around = |text| two_weeks(text, zone, *monday);
        let sunday = |text| on(&around(text), *month, *day).clone();
        // 14 days of 1440 minutes, less one hour.
        assert_eq!(minutes(&around("*")), 20_100);
        assert_eq!((sunday("*").length, sunday("*").minutes()), (1_380, 1_380));
        // 01:00 to 04:00:59 are 181 minutes, of which those from 02:00 to 02:59 are not there.
        assert_eq!(sunday("01:00-04:00").minutes(), 121);
        assert_eq!(minutes(&around("01:00-04:00")), 13 * 181 + 121);
        assert_eq!(sunday("01:00-04:00").spans.len(), 1, "no break is seen");
        assert_eq!(sunday("02:00-02:59").spans, []);
        let late = sunday("02:30-03:29");
        assert_eq!((late.minutes(), shown(zone, late.spans[0])), (30, (180, 209)));
        // Working days have no night of change: 661 minutes on ten days.
        assert_eq!(minutes(&around("09:00-20:00,mon-fri")), 6_610);
    }
    let back = [
        (rome(), (2026, 10, 19), (10, 25), "02"),
        (rome(), (2027, 10, 25), (10, 31), "02"),
        (new_york(), (2026, 10, 26), (11, 1), "01"),
        (new_york(), (2027, 11, 1), (11, 7), "01"),
    ];
    for (zone, monday, (month, day), hour) in &back {
        let around = |text: &str| two_weeks(text, zone, *monday);
        let sunday = |text: &str| on(&around(text), *month, *day).clone();
        assert_eq!(minutes(&around("*")), 20_220);
        assert_eq!((sunday("*").length, sunday("*").minutes()), (1_500, 1_500));
        assert_eq!(sunday("01:00-04:00").minutes(), 241);
        assert_eq!(minutes(&around("01:00-04:00")), 13 * 181 + 241);
        // The hour comes twice, the second time right after the first; half of it comes twice with a break.
        let whole = sunday(&format!("{hour}:00-{hour}:59"));
        assert_eq!((whole.spans.len(), whole.minutes()), (1, 120));
        let half = sunday(&format!("{hour}:30-{hour}:59"));
        assert_eq!(half.spans.iter().map(|span| span.minutes()).collect::<Vec<_>>(), [30, 30]);
        assert_eq!(half.spans[1].from.seconds() - half.spans[0].from.seconds(), 3_600);
        assert_eq!(minutes(&around("09:00-20:00,mon-fri")), 6_610);
    }
}

#[test]
fn a_change_is_said_on_its_day_alone() {
    let days = two_weeks("*", &rome(), (2026, 3, 23));
    assert_eq!(on(&days, 3, 29).change, Some(utc((2026, 3, 29), (1, 0))));
    assert_eq!(days.iter().filter(|day| day.change.is_some()).count(), 1);
    let dates: Vec<(u8, u8)> = days.iter().map(|day| (day.date.weekday, day.date.day)).collect();
    assert_eq!(dates[..3], [(1, 23), (2, 24), (3, 25)]);
    assert_eq!(dates[13], (0, 5));
    assert!(days.iter().all(|day| day.length == 1_440 || day.date.day == 29));
}

/// The first day is the one of the place: half past eleven in the evening of UTC is tomorrow in Rome and today in New York.
#[test]
fn days_begin_with_the_day_of_the_place() {
    let now = utc((2026, 6, 30), (23, 30));
    let first = |zone: &Zone| Calendar::new(&read("*").unwrap(), zone).days(now, 1)[0].clone();
    assert_eq!((first(&rome()).date.month, first(&rome()).date.day), (7, 1));
    assert_eq!((first(&new_york()).date.month, first(&new_york()).date.day), (6, 30));
    assert_eq!(
        first(&new_york()).spans,
        [Span { from: utc((2026, 6, 30), (4, 0)), until: utc((2026, 7, 1), (4, 0)) }]
    );
    assert!(Calendar::new(&read("*").unwrap(), &rome()).days(now, 0).is_empty());
}

#[test]
fn open_now_opens_next_and_closes() {
    let zone = rome();
    let state = |text: &str, at| Calendar::new(&read(text).unwrap(), &zone).state(at);
    let text = "09:00-12:59&15:00-19:00,mon-fri,*,*";
    // Friday 26 June 2026; Rome is two hours ahead.
    let friday = |hour, minute| utc((2026, 6, 26), (hour, minute));
    assert_eq!(state(text, friday(6, 59)), State::Closed(Some(friday(7, 0))));
    assert_eq!(state(text, friday(7, 0)), State::Open(Some(friday(11, 0))));
    assert_eq!(state(text, friday(10, 59)), State::Open(Some(friday(11, 0))));
    assert_eq!(state(text, friday(11, 0)), State::Closed(Some(friday(13, 0))));
    assert_eq!(state(text, friday(17, 0)), State::Open(Some(friday(17, 1))), "the closing minute is open");
    assert_eq!(state(text, friday(17, 1)), State::Closed(Some(utc((2026, 6, 29), (7, 0)))));
    // Over midnight without a break, over a night of change too.
    assert_eq!(state("22:00-02:00", friday(21, 0)), State::Open(Some(utc((2026, 6, 27), (0, 1)))));
    assert_eq!(
        state("*,sat-sun", utc((2026, 10, 24), (12, 0))),
        State::Open(Some(utc((2026, 10, 25), (23, 0))))
    );
}

#[test]
fn some_texts_never_close_and_some_never_open() {
    let zone = rome();
    let state = |text: &str, at| Calendar::new(&read(text).unwrap(), &zone).state(at);
    let now = utc((2026, 6, 26), (12, 0));
    assert_eq!(state("*", now), State::Open(None));
    for never in ["*,*,31,feb", "x", "*,,,nope"] {
        assert_eq!(state(never, now), State::Closed(None), "{never}");
    }
    assert_eq!(state("*,*,*,jan-jun", now), State::Open(Some(utc((2026, 6, 30), (22, 0)))));
    assert_eq!(state("*,*,1-30", now), State::Open(Some(utc((2026, 7, 30), (22, 0)))));
    // The clocks stay at standard time after the last change that is known.
    assert_eq!(state("09:00-10:00,*,29,feb", now), State::Closed(Some(utc((2028, 2, 29), (8, 0)))));
    assert_eq!(state("09:00-10:00,mon,29,feb", now), State::Closed(Some(utc((2044, 2, 29), (8, 0)))));
    // The longest wait of all, forty years over 2100.
    let after = utc((2072, 3, 1), (12, 0));
    assert_eq!(state("09:00-10:00,mon,29,feb", after), State::Closed(Some(utc((2112, 2, 29), (8, 0)))));
}

#[test]
fn a_zone_is_in_order_and_in_range() {
    let at = |hour| utc((2026, 1, 1), (hour, 0));
    let change = |hour, offset| Change { at: at(hour), offset };
    assert!(Zone::new(OFFSET_MAX, vec![change(0, -OFFSET_MAX), change(1, 0)]).is_some());
    assert!(Zone::new(0, vec![change(1, 0), change(1, 60)]).is_none());
    assert!(Zone::new(0, vec![change(2, 0), change(1, 60)]).is_none());
    assert!(Zone::new(OFFSET_MAX + 1, vec![]).is_none());
    assert!(Zone::new(0, vec![change(1, -OFFSET_MAX - 1)]).is_none());
    assert_eq!((Instant::of_seconds(119), Instant::of_seconds(-1).seconds()), (Instant::of_seconds(60), -60));
}

#[test]
fn a_week_has_so_many_minutes() {
    let week = |text: &str| read(text).unwrap().minutes_a_week();
    assert_eq!(week("07:00-22:00"), 901 * 7);
    assert_eq!(week("09:00-12:59&15:00-19:00,mon-fri"), (240 + 241) * 5);
    assert_eq!(week("22:00-02:00,fri"), 121 + 120);
    assert_eq!(week("*"), 10_080);
    assert_eq!((week("*,*,31,feb"), week("x")), (0, 0));
    let every = |text: &str| read(text).unwrap().is_every_week();
    assert!(every("09:00-10:00,mon") && !every("*,*,1-30") && !every("*,*,*,jan-nov"));
}

/// The open minutes of a stretch, each asked by itself.
fn walked(openings: &Openings, changes: &[Change], first: i32, from: i64, until: i64) -> Vec<i64> {
    let is_open = |at: &i64| {
        let offset = changes.iter().rev().find(|change| change.at.seconds() <= at * 60);
        let local = at + i64::from(offset.map_or(first, |change| change.offset));
        let zone = Zone::new(0, vec![]).unwrap();
        // In UTC the clock needs no zone: the date is proved by its own test.
        let wall = zone.wall(Instant::of_seconds(local * 60));
        let moment = Moment::new(wall.minute, wall.date.weekday, wall.date.day, wall.date.month);
        openings.contains(moment.unwrap())
    };
    (from..until).filter(is_open).collect()
}

const TEXTS: [&str; 8] = [
    "*",
    "07:00-22:00,mon-fri",
    "22:00-02:00,fri&sun",
    "00:00-00:30&23:30-23:59",
    "02:15-03:10,*,28-3",
    "00:00-23:58",
    "12:00-11:58,*,29,feb-mar",
    "x",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_zone_opens_as_a_walk_says(
        text in select(&TEXTS[..]),
        first in -720_i32..840,
        changes in vec((0_i64..20_000, -720_i32..840), 0..5),
        start in -40_000_000_i64..60_000_000,
    ) {
        let mut changes: Vec<Change> = changes
            .into_iter()
            .map(|(after, offset)| Change { at: Instant::of_seconds((start + after) * 60), offset })
            .collect();
        changes.sort_unstable_by_key(|change| change.at);
        changes.dedup_by_key(|change| change.at);
        let zone = Zone::new(first, changes.clone()).unwrap();
        let openings = read(text).unwrap();
        let calendar = Calendar::new(&openings, &zone);
        let minute = |at: i64| Instant::of_seconds(at * 60);
        let (from, until) = (start, start + 20_160);
        let spans = calendar.spans(minute(from), minute(until));
        prop_assert!(spans.iter().all(|span| span.from < span.until));
        prop_assert!(spans.windows(2).all(|pair| pair[0].until < pair[1].from));
        let seen: Vec<i64> =
            spans.iter().flat_map(|span| span.from.seconds() / 60..span.until.seconds() / 60).collect();
        let walked = walked(&openings, &changes, first, from, until);
        prop_assert_eq!(&seen, &walked);
        // The state is what the first span says.
        match calendar.state(minute(from)) {
            State::Open(until) => {
                prop_assert_eq!(walked.first(), Some(&from));
                if let (Some(until), Some(first)) = (until, spans.first()) {
                    prop_assert!(until == first.until || first.until == minute(start + 20_160));
                }
            }
            State::Closed(opens) => {
                prop_assert!(walked.first() != Some(&from));
                if let Some(first) = spans.first() {
                    prop_assert_eq!(opens, Some(first.from));
                }
            }
        }
        // Days have all of the place's time, and each open minute in one of them.
        let days = calendar.days(minute(from + 5_000), 7);
        let in_days: i64 = days.iter().map(Day::minutes).sum();
        prop_assert!(days.iter().all(|day| day.minutes() <= day.length));
        prop_assert!(in_days <= days.iter().map(|day| day.length).sum::<i64>());
        for span in days.iter().flat_map(|day| day.spans.iter()) {
            let (from, until) = (span.from.seconds() / 60, span.until.seconds() / 60);
            prop_assert_eq!(i64::try_from(self::walked(&openings, &changes, first, from, until).len()).unwrap(), until - from);
        }
    }
}

#[test]
fn windows_overlap_as_if_their_clocks_were_one() {
    let opens = |text: &str| read(text).unwrap();
    let (here, rome) = (opens("09:00-12:59,mon-fri,*,*"), opens("12:00-20:00,fri-sun,*,*,Europe/Rome"));
    let both = rome.overlap(&here);
    assert_eq!((both.minutes(), both.weekdays()), (vec![(720, 779)], vec![5]));
    assert_eq!((both.timezone(), here.overlap(&rome).timezone()), (Some("Europe/Rome"), None));
}
