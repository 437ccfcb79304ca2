//! What Asterisk makes of a text.
//!
//! The truth is the recorded answers of its parser; the table of facts 2.4 is written out by hand.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic like tests")]

use dialdesk_core::interval::{Moment, read};
use serde_json::{Value, json};

const VECTORS: &str = include_str!("vectors/dial-interval.jsonl");

fn answer(spec: &str) -> Value {
    match read(spec) {
        Some(openings) => json!({
            "spec": spec,
            "built": true,
            "minutes": openings.minutes(),
            "weekdays": openings.weekdays(),
            "days": openings.days(),
            "months": openings.months(),
            "timezone": openings.timezone(),
        }),
        None => json!({
            "spec": spec, "built": false, "minutes": [], "weekdays": [], "days": [], "months": [], "timezone": null,
        }),
    }
}

#[test]
fn all_recorded_answers_are_met() {
    let mut lines = 0;
    for line in VECTORS.lines() {
        let expected: Value = serde_json::from_str(line).unwrap();
        assert_eq!(answer(expected["spec"].as_str().unwrap()), expected);
        lines += 1;
    }
    assert_eq!(lines, 400);
}

/// The minutes from `first` to `last`, as hours and minutes.
type Range = ((u16, u16), (u16, u16));

const DAY: &[Range] = &[((0, 0), (23, 59))];
const SEVEN_TO_TEN: &[Range] = &[((7, 0), (22, 0))];
const NEVER: &[Range] = &[];
const WEEK: &[u8] = &[0, 1, 2, 3, 4, 5, 6];
const WORK: &[u8] = &[1, 2, 3, 4, 5];

/// A text, its minutes and its weekdays, in every day of every month.
#[track_caller]
fn opens(spec: &str, minutes: &[Range], weekdays: &[u8]) {
    let openings = read(spec).unwrap();
    let minutes: Vec<(u16, u16)> =
        minutes.iter().map(|((h, m), (to_h, to_m))| (h * 60 + m, to_h * 60 + to_m)).collect();
    assert_eq!(openings.minutes(), minutes, "minutes of {spec:?}");
    assert_eq!(openings.weekdays(), weekdays, "weekdays of {spec:?}");
    assert_eq!(openings.days(), (1..=31).collect::<Vec<u8>>(), "days of {spec:?}");
    assert_eq!(openings.months(), (1..=12).collect::<Vec<u8>>(), "months of {spec:?}");
    assert_eq!(openings.timezone(), None, "zone of {spec:?}");
    assert_eq!(openings.is_never(), minutes.is_empty() || weekdays.is_empty(), "{spec:?}");
}

#[test]
fn the_table_of_times() {
    opens("07:00-22:00,*,*,*", SEVEN_TO_TEN, WEEK);
    opens("07:00-22:00", SEVEN_TO_TEN, WEEK);
    for always in ["*", ",,,", "*,*,*,*", "00:00-23:59"] {
        opens(always, DAY, WEEK);
    }
    assert_eq!(read(""), None);
    opens("23:59-00:00,*,*,*", &[((0, 0), (0, 0)), ((23, 59), (23, 59))], WEEK);
    opens("07:00-12:00&14:00-18:00,mon-fri,*,*", &[((7, 0), (12, 0)), ((14, 0), (18, 0))], WORK);
    opens("07:00-22:00&*,*,*,*", SEVEN_TO_TEN, WEEK);
    opens("7:5-9:3,*,*,*", &[((7, 5), (9, 3))], WEEK);
    for never in ["7-22", "0700-2200", "007:00-22:00", "00:00-24:00", "07:60-08:00"] {
        opens(&format!("{never},*,*,*"), NEVER, WEEK);
    }
    opens("07:00am-10:00pm,*,*,*", &[((7, 0), (10, 0))], WEEK);
    opens("07:00:30-22:00:59,*,*,*", SEVEN_TO_TEN, WEEK);
    opens("07:00-22:00-23:00,*,*,*", SEVEN_TO_TEN, WEEK);
    opens(" 07:00 - 22:00 ,*,*,*", SEVEN_TO_TEN, WEEK);
    opens("07:00-07:00,*,*,*", &[((7, 0), (7, 0))], WEEK);
    opens("22:00-02:00,fri,*,*", &[((0, 0), (2, 0)), ((22, 0), (23, 59))], &[5]);
}

#[test]
fn the_table_of_weekdays() {
    opens("07:00-22:00,*&mon,*,*", SEVEN_TO_TEN, &[1]);
    for never in [" *", " mon", "mon- fri", "monday-friday", "0", "mon-wed-fri"] {
        opens(&format!("07:00-22:00,{never},*,*"), SEVEN_TO_TEN, &[]);
    }
    opens("07:00-22:00,Mon-FRI,*,*", SEVEN_TO_TEN, WORK);
    opens("07:00-22:00,1-7,*,*", SEVEN_TO_TEN, WEEK);
    opens("07:00-22:00,7-1,*,*", SEVEN_TO_TEN, &[0, 6]);
    opens("07:00-22:00,2&4&6,*,*", SEVEN_TO_TEN, &[1, 3, 5]);
    opens("07:00-22:00,mon-5,*,*", SEVEN_TO_TEN, &[1, 2, 3, 4]);
    opens("07:00-22:00,mon&&fri,*,*", SEVEN_TO_TEN, &[1, 5]);
    opens("07:00-22:00,fri-mon,*,*", SEVEN_TO_TEN, &[0, 1, 5, 6]);
    opens("07:00-22:00|mon-fri|*|*", SEVEN_TO_TEN, WORK);
    opens("07:00-22:00;mon-fri;*;*", SEVEN_TO_TEN, WEEK);
}

#[test]
fn the_table_of_days_and_months() {
    let days = |spec: &str| read(&format!("*,*,{spec},*")).unwrap().days();
    assert_eq!(days("28-3"), [1, 2, 3, 28, 29, 30, 31]);
    assert_eq!(days("1st"), [1]);
    assert_eq!(days("12x"), [12]);
    assert_eq!(days(" 5"), [5]);
    assert_eq!(days("+5"), [5]);
    assert_eq!(days("+12"), [1], "a sign is one of two characters");
    for never in ["0", "32", "007", "a", " *", " "] {
        assert_eq!(days(never), [] as [u8; 0], "{never:?}");
    }
    let months = |spec: &str| read(&format!("*,*,*,{spec}")).unwrap().months();
    assert_eq!(months("nov-feb"), [1, 2, 11, 12]);
    assert_eq!(months("2-mar"), [2, 3]);
    for never in ["january", " *", "13", "jan "] {
        assert_eq!(months(never), [] as [u8; 0], "{never:?}");
    }
}

#[test]
fn the_table_of_zones() {
    let zone = |spec: &str| read(spec).unwrap().timezone().map(str::to_owned);
    assert_eq!(zone("07:00-22:00,*,*,*,Europe/Rome").as_deref(), Some("Europe/Rome"));
    assert_eq!(zone("07:00-22:00,*,*,*, Europe/Rome").as_deref(), Some(" Europe/Rome"));
    assert_eq!(zone("07:00-22:00,*,*,*,").as_deref(), Some(""));
    assert_eq!(zone("07:00-22:00,*,*,*"), None);
    opens("07:00-22:00,mon-fri,*,*,Europe/Rome,x", SEVEN_TO_TEN, WORK);
}

#[test]
fn liberties_with_an_end_and_with_signs() {
    for spec in ["07:00-until 22:00", "07:00--22:00", "07:00-+22:00", "+7:00-22:00", "7: 00-22:00"] {
        opens(spec, SEVEN_TO_TEN, WEEK);
    }
    for spec in ["7 :00-22:00", "+07:00-22:00", "07:00-", "-22:00", "07:00-22:-5", "07.00-22.00"] {
        opens(spec, NEVER, WEEK);
    }
    opens("07:00\u{2013}22:00", &[((7, 0), (7, 0))], WEEK);
    opens("07:00-22:00\0,mon", SEVEN_TO_TEN, WEEK);
    assert_eq!(read("\0*"), None, "a text of C ends at its first NUL");
}

#[test]
fn a_moment_is_open_when_all_four_hold_it() {
    let moment = |minute, weekday, day, month| Moment::new(minute, weekday, day, month).unwrap();
    let openings = read("07:00-22:00,mon-fri,1-15,jun").unwrap();
    assert!(openings.contains(moment(22 * 60, 5, 15, 6)), "both ends are open");
    assert!(!openings.contains(moment(22 * 60 + 1, 5, 15, 6)));
    assert!(!openings.contains(moment(7 * 60, 0, 15, 6)));
    assert!(!openings.contains(moment(7 * 60, 5, 16, 6)));
    assert!(!openings.contains(moment(7 * 60, 5, 15, 5)));
    // Past midnight the chosen weekday is that of the moment itself.
    let night = read("22:00-02:00,fri").unwrap();
    assert!(night.contains(moment(60, 5, 1, 1)) && !night.contains(moment(60, 6, 1, 1)));
}

#[test]
fn moments_exist_only_in_their_ranges() {
    assert!(Moment::new(1439, 6, 31, 12).is_some() && Moment::new(0, 0, 29, 2).is_some());
    for (minute, weekday, day, month) in [
        (1440, 0, 1, 1),
        (0, 7, 1, 1),
        (0, 0, 0, 1),
        (0, 0, 1, 0),
        (0, 0, 1, 13),
        (0, 0, 32, 1),
        (0, 0, 30, 2),
        (0, 0, 31, 4),
    ] {
        assert_eq!(Moment::new(minute, weekday, day, month), None);
    }
}

#[test]
fn a_date_that_no_month_has_is_never() {
    assert!(read("*,*,30-31,feb").unwrap().is_never());
    assert!(read("*,*,31,feb&apr-apr").unwrap().is_never());
    assert!(!read("*,*,29,feb").unwrap().is_never());
    assert!(!read("*,*,31,feb-mar").unwrap().is_never());
}

#[test]
fn many_parts_are_no_trouble() {
    let spec = "23:59-23:58&".repeat(100_000);
    assert_eq!(read(&spec).unwrap().minutes(), [(0, 1439)]);
    assert!(read(&"&".repeat(1_000_000)).unwrap().is_never());
    assert!(read(&",".repeat(1_000_000)).unwrap().timezone().is_none());
}
