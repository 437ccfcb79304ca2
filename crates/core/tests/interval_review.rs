//! How a form treats a text: every row of the table of facts 2.5, with values written by hand.

#![expect(clippy::panic, reason = "helpers of tests may panic like tests")]

use dialdesk_core::interval::{Fault, Field, Review, Surprise, TEXT_MAX, read, review};

/// A text that is taken: its canonical spelling, and what is worth saying.
#[track_caller]
fn taken(text: &str, canonical: &str, surprises: &[Surprise]) {
    let Review::Taken(taken) = review(text) else { panic!("{text:?} is refused: {:?}", review(text)) };
    assert_eq!(taken.canonical(), canonical, "{text:?}");
    assert_eq!(taken.is_rewritten(), text != canonical, "{text:?}");
    assert_eq!(taken.surprises(), surprises, "{text:?}");
    assert_eq!(Some(taken.openings()), read(text).as_ref(), "{text:?}");
}

/// A text that is refused: all faults, and the repair.
#[track_caller]
fn refused(text: &str, faults: &[Fault], repair: Option<&str>) {
    let Review::Refused(refused) = review(text) else { panic!("{text:?} is taken") };
    assert_eq!(refused.faults(), faults, "{text:?}");
    assert_eq!(refused.repair(), repair, "{text:?}");
    assert_eq!(refused.opens().cloned(), read(text), "{text:?}");
}

/// A text that is refused, by its repair alone.
#[track_caller]
fn repaired(text: &str, repair: &str) {
    let Review::Refused(refused) = review(text) else { panic!("{text:?} is taken") };
    assert_eq!(refused.repair(), Some(repair), "{text:?}");
}

/// A text that is refused and for which nothing is clear.
#[track_caller]
fn unclear(text: &str) {
    let Review::Refused(refused) = review(text) else { panic!("{text:?} is taken") };
    assert_eq!(refused.repair(), None, "{text:?}");
}

fn never(field: Field) -> Fault {
    Fault::NeverMatches { field }
}

fn blank(field: Field, text: &str) -> Fault {
    Fault::Blank { field, text: text.into() }
}

fn single(field: Field, part: &str) -> Surprise {
    Surprise::Single { field, part: part.into() }
}

fn wraps(field: Field, part: &str) -> Surprise {
    Surprise::RangeWraps { field, part: part.into() }
}

fn numbers(written: &str, meaning: &str) -> Surprise {
    Surprise::WeekdayNumbers { written: written.into(), meaning: meaning.into() }
}

#[test]
fn canonical_text_is_accepted_as_it_is() {
    for text in [
        "07:00-22:00,*,*,*",
        "*,*,*,*",
        "07:00-12:00&14:00-18:00,mon-fri,*,*",
        "14:00-18:00&07:00-12:00,fri&mon,15&1-3,dec&jan-mar",
        "22:00-02:00,*,*,*",
    ] {
        taken(text, text, &[]);
    }
}

#[test]
fn what_is_read_as_meant_is_rewritten() {
    taken("7:5-9:3,*,*,*", "07:05-09:03,*,*,*", &[]);
    taken("07:00-22:00,Mon-FRI,*,Jan", "07:00-22:00,mon-fri,*,jan", &[]);
    taken("07:00-22:00|mon-fri|*,*", "07:00-22:00,mon-fri,*,*", &[]);
    taken(" 07:00 - 22:00 ,*,*,*", "07:00-22:00,*,*,*", &[]);
    taken("7: 00-22:00", "07:00-22:00,*,*,*", &[]);
    taken("07:00-22:00", "07:00-22:00,*,*,*", &[]);
    taken("07:00-22:00,mon", "07:00-22:00,mon,*,*", &[]);
    taken("07:00-22:00,,,", "07:00-22:00,*,*,*", &[]);
    taken(",", "*,*,*,*", &[]);
    taken("*", "*,*,*,*", &[]);
}

#[test]
fn a_field_that_opens_always_becomes_a_star() {
    taken("00:00-23:59,sun-sat,1-31,jan-dec", "*,*,*,*", &[]);
    taken("12:00-11:59,mon-sun,5-4,4-3", "*,*,*,*", &[]);
    taken("00:00-12:00&12:00-23:59,mon-fri&sat&sun,*,*", "*,*,*,*", &[]);
    taken("*,1-7,*,*", "*,*,*,*", &[numbers("1-7", "sun-sat")]);
}

#[test]
fn numbers_become_names_and_those_of_weekdays_are_said() {
    taken("*,*,05& 7,1&2-mar", "*,*,5&7,jan&feb-mar", &[]);
    taken("*,*,1 - 5,*", "*,*,1-5,*", &[]);
    taken(
        "*,2&4&6,*,*",
        "*,mon&wed&fri,*,*",
        &[numbers("2", "mon"), numbers("4", "wed"), numbers("6", "fri")],
    );
    taken("*,1-5,*,*", "*,sun-thu,*,*", &[numbers("1-5", "sun-thu")]);
    taken("*,Mon-5,*,*", "*,mon-thu,*,*", &[numbers("Mon-5", "mon-thu")]);
    taken("*,7-1,*,*", "*,sat-sun,*,*", &[numbers("7-1", "sat-sun"), wraps(Field::Weekdays, "sat-sun")]);
}

#[test]
fn what_surprises_is_said() {
    let midnight = |restricted| Surprise::WrapsMidnight { part: "22:00-02:00".into(), restricted };
    taken("22:00-02:00,fri,*,*", "22:00-02:00,fri,*,*", &[midnight(Field::Weekdays)]);
    taken("22:00-02:00,*,1,dec", "22:00-02:00,*,1,dec", &[midnight(Field::Days)]);
    taken(
        "22:00-2:00&9:00-10:00,sun-sat,*,dec",
        "22:00-02:00&09:00-10:00,*,*,dec",
        &[midnight(Field::Months)],
    );
    taken("07:00,*,*,*", "07:00-07:00,*,*,*", &[single(Field::Times, "07:00-07:00")]);
    taken("07:00-07:00,*,*,*", "07:00-07:00,*,*,*", &[single(Field::Times, "07:00-07:00")]);
    taken("*,mon-mon,*,*", "*,mon-mon,*,*", &[single(Field::Weekdays, "mon-mon")]);
    taken(
        "*,fri-mon,28-3,nov-feb",
        "*,fri-mon,28-3,nov-feb",
        &[wraps(Field::Weekdays, "fri-mon"), wraps(Field::Days, "28-3"), wraps(Field::Months, "nov-feb")],
    );
    taken("*,*,29,feb", "*,*,29,feb", &[]);
    refused("*,*,30-31,feb", &[Fault::NoSuchDate], None);
    // Nor does a text become right by a repair that leaves it without a date.
    refused(
        "*,*,31,February",
        &[
            Fault::Name { field: Field::Months, text: "February".into(), meant: Some("feb") },
            never(Field::Months),
            Fault::NoSuchDate,
        ],
        None,
    );
}

#[test]
fn a_zone_is_kept_and_said() {
    let rome = Surprise::Zone { zone: "Europe/Rome".into() };
    taken("07:00-22:00,*,*,*,Europe/Rome", "07:00-22:00,*,*,*,Europe/Rome", std::slice::from_ref(&rome));
    taken("7:00-22:00||||Europe/Rome", "07:00-22:00,*,*,*,Europe/Rome", &[rome]);
    taken("*,*,*,*,A;B", "*,*,*,*,A;B", &[Surprise::Zone { zone: "A;B".into() }]);
    taken("07:00-22:00,*,*,*,", "07:00-22:00,*,*,*", &[]);
    refused("*,*,*,*, Europe/Rome", &[blank(Field::Zone, " Europe/Rome")], Some("*,*,*,*,Europe/Rome"));
    refused("*,*,*,*, ", &[blank(Field::Zone, " ")], Some("*,*,*,*"));
    let zone = "Europe\0/Rome".to_owned();
    refused("*,*,*,*,Europe\0/Rome", &[Fault::Unreadable { field: Field::Zone, text: zone }], None);
    let Review::Taken(kept) = review("*,*,*,*,Europe/Rome") else { panic!("a zone is no fault") };
    assert_eq!(kept.zone(), Some("Europe/Rome"));
}

#[test]
fn a_clock_of_twelve_hours_is_repaired() {
    let half = |text: &str| Fault::HalfDay { text: text.into() };
    refused("07:00am-10:00pm,mon-fri", &[half("07:00am"), half("10:00pm")], Some("07:00-22:00,mon-fri,*,*"));
    repaired("12:00am-12:00pm", "00:00-12:00,*,*,*");
    repaired("12:30 PM - 11:59 p.m.", "12:30-23:59,*,*,*");
    repaired("9:00a-5:00p", "09:00-17:00,*,*,*");
    repaired("9:00am-17:00", "09:00-17:00,*,*,*");
    repaired("09:00am-10:00pm&22:00pm-11:30pm", "09:00-22:00&22:00-23:30,*,*,*");
    // Twice the same half: both are clear, and a lone minute stays one.
    repaired("07:00am", "07:00-07:00,*,*,*");
    // One mark for two times.
    unclear("09:00-10:00pm");
}

#[test]
fn the_rest_of_a_time_is_repaired_where_it_is_clear() {
    let seconds = |text: &str| Fault::Seconds { text: text.into() };
    refused(
        "07:00:30-22:00:59,*,*,*",
        &[seconds("07:00:30"), seconds("22:00:59")],
        Some("07:00-22:00,*,*,*"),
    );
    repaired("09:00:00am-05:00:00 pm", "09:00-17:00,*,*,*");
    let dash = Fault::SecondDash { field: Field::Times, text: "07:00-22:00-23:00".into() };
    refused("07:00-22:00-23:00,*,*,*", &[dash], Some("07:00-22:00,*,*,*"));
    repaired("07:00--22:00", "07:00-22:00,*,*,*");
    unclear("07:00-12:00-14:00-18:00");
    for text in ["07:00:75-08:00", "07:000-08:00", "07:00 14:00-18:00"] {
        unclear(text);
    }
}

#[test]
fn text_after_a_number_is_refused() {
    let ignored = |text: &str, ignored: &str| Fault::TextIgnored {
        field: Field::Days,
        text: text.into(),
        ignored: ignored.into(),
    };
    refused("*,*,1st,*", &[ignored("1st", "st")], Some("*,*,1,*"));
    refused("*,*,12x,*", &[ignored("12x", "x")], Some("*,*,12,*"));
    repaired("*,*,1st-3RD&22nd&4.,*", "*,*,1-3&22&4,*");
    refused("*,*,2024,*", &[ignored("2024", "24")], None);
    refused("*,*,1/2,*", &[ignored("1/2", "/2")], None);
    refused("*,*,8 oct,*", &[ignored("8 oct", "oct")], None);
}

#[test]
fn semicolons_are_repaired() {
    refused("07:00-22:00;mon-fri;*;*", &[Fault::Semicolons], Some("07:00-22:00,mon-fri,*,*"));
    repaired("07:00-22:00;mon-fri;*;*;Europe/Rome", "07:00-22:00,mon-fri,*,*,Europe/Rome");
    repaired("07:00-22:00,mon-fri;*;*", "07:00-22:00,mon-fri,*,*");
    repaired("08:00-19:59;tue-mon,*,*", "08:00-19:59,*,*,*");
    // With commas around, a semicolon may join what belongs to one field.
    refused("*,mon;tue,*,*", &[Fault::Semicolons, never(Field::Weekdays)], None);
    refused("*,*,1;2", &[Fault::Semicolons], None);
    repaired("07:00-12:00;14:00-18:00", "07:00-12:00&14:00-18:00,*,*,*");
}

#[test]
fn the_first_four_of_many_fields_stay() {
    let many = |fields, ignored: &str| Fault::TooManyFields { fields, ignored: ignored.into() };
    refused("07:00-22:00,mon,*,*,*,*", &[many(6, "*,*")], Some("07:00-22:00,mon,*,*"));
    refused("*,*,*,*,Europe/Rome,x,", &[many(7, "Europe/Rome,x,")], Some("*,*,*,*"));
    let stars = "*;*;*;*;*;*";
    refused(stars, &[Fault::Semicolons, many(6, "*,*"), never(Field::Times)], Some("*,*,*,*"));
    unclear("07:00-12:00,14:00-18:00,mon-fri,*,*,*");
}

#[test]
fn blanks_that_are_not_skipped_are_repaired() {
    let faults = [
        blank(Field::Weekdays, " *"),
        blank(Field::Days, " "),
        blank(Field::Months, " * "),
        never(Field::Weekdays),
        never(Field::Days),
        never(Field::Months),
    ];
    refused("07:00-22:00, *, , * ", &faults, Some("07:00-22:00,*,*,*"));
    refused(
        "07:00-22:00,mon- fri,*,*",
        &[blank(Field::Weekdays, " fri"), never(Field::Weekdays)],
        Some("07:00-22:00,mon-fri,*,*"),
    );
    refused("*,*,*,jan&feb\r", &[blank(Field::Months, "feb\r")], Some("*,*,*,jan&feb"));
    refused("7 :00-22:00", &[blank(Field::Times, "7 :00"), never(Field::Times)], Some("07:00-22:00,*,*,*"));
    let hard = "\u{a0}5";
    refused(&format!("*,*,{hard},*"), &[blank(Field::Days, hard), never(Field::Days)], Some("*,*,5,*"));
    repaired("\u{a0}07:00-22:00", "07:00-22:00,*,*,*");
    unclear("*,mon tue,*,*");
}

#[test]
fn names_are_repaired_where_they_are_known() {
    let name = |field, text: &str, meant| Fault::Name { field, text: text.into(), meant };
    refused(
        "07:00-22:00,Monday-friday,*,*",
        &[
            name(Field::Weekdays, "Monday", Some("mon")),
            name(Field::Weekdays, "friday", Some("fri")),
            never(Field::Weekdays),
        ],
        Some("07:00-22:00,mon-fri,*,*"),
    );
    refused(
        "*,*,*,january&sept",
        &[
            name(Field::Months, "january", Some("jan")),
            name(Field::Months, "sept", Some("sep")),
            never(Field::Months),
        ],
        Some("*,*,*,jan&sep"),
    );
    let (first, last) =
        (name(Field::Weekdays, "lun", Some("mon")), name(Field::Weekdays, "ven", Some("fri")));
    refused("*,lun-ven,*,*", &[first, last, never(Field::Weekdays)], Some("*,mon-fri,*,*"));
    let (first, last) =
        (name(Field::Weekdays, "ponedjeljak", None), name(Field::Weekdays, "ven", Some("fri")));
    refused("*,ponedjeljak-ven,*,*", &[first, last, never(Field::Weekdays)], None);
    let text = "a".to_owned();
    refused("*,*,a,*", &[Fault::Unreadable { field: Field::Days, text }, never(Field::Days)], None);
    repaired(
        "*,sunday&monday&tuesday&wednesday&thursday&friday,*,february&march&april&june&july",
        "*,sun&mon&tue&wed&thu&fri,*,feb&mar&apr&jun&jul",
    );
    repaired(
        "*,saturday&tues&weds&thur&thurs,*,august&september&october&november&december",
        "*,sat&tue&wed&thu&thu,*,aug&sep&oct&nov&dec",
    );
}

#[test]
fn times_out_of_range_are_refused_and_the_end_of_a_day_is_repaired() {
    let out = |text: &str| Fault::TimeOutOfRange { text: text.into() };
    refused("00:00-24:00,*,*,*", &[out("24:00"), never(Field::Times)], Some("*,*,*,*"));
    refused("8:00-24:00,*,*,*", &[out("24:00"), never(Field::Times)], Some("08:00-23:59,*,*,*"));
    refused("07:60-08:00,*,*,*", &[out("07:60"), never(Field::Times)], None);
    for text in ["24:00-06:00", "24:00", "07:00-24:30", "07:00-25:00", "13:00am-2:00pm", "0:30pm-2:00pm"] {
        unclear(text);
    }
}

#[test]
fn times_without_a_colon_are_repaired_in_a_range() {
    let bare = |text: &str| Fault::TimeWithoutColon { text: text.into() };
    refused("7-22,*,*,*", &[bare("7"), bare("22"), never(Field::Times)], Some("07:00-22:00,*,*,*"));
    refused("0700-2200", &[bare("0700"), bare("2200"), never(Field::Times)], Some("07:00-22:00,*,*,*"));
    repaired("730-22:00", "07:30-22:00,*,*,*");
    repaired("07.00-22.30", "07:00-22:30,*,*,*");
    repaired("7-24", "07:00-23:59,*,*,*");
    repaired("7am-10pm", "07:00-22:00,*,*,*");
    for text in ["7", "0700", "7am", "7-10pm", "07:00pm-8", "7.5-9", "007:00-22:00", "70000-8", "abc"] {
        unclear(text);
    }
}

#[test]
fn numbers_out_of_range_are_refused() {
    for (text, field, number) in [
        ("*,0,*,*", Field::Weekdays, "0"),
        ("*,8,*,*", Field::Weekdays, "8"),
        ("*,*,32,*", Field::Days, "32"),
        ("*,*,007,*", Field::Days, "007"),
        ("*,*,0,*", Field::Days, "0"),
        ("*,*,*,13", Field::Months, "13"),
    ] {
        refused(text, &[Fault::NumberOutOfRange { field, text: number.into() }, never(field)], None);
    }
    let fault = Fault::NumberOutOfRange { field: Field::Days, text: "32".into() };
    refused("*,*,1&29-32,*", &[fault], None);
}

#[test]
fn lists_hold_neither_stars_nor_nothing() {
    let star = |field, text: &str| Fault::StarInList { field, text: text.into() };
    refused("07:00-22:00&*,*,*,*", &[star(Field::Times, "*")], None);
    refused("*,*&mon,*,*", &[star(Field::Weekdays, "*")], None);
    refused("*,*,3-*,*", &[star(Field::Days, "3-*"), never(Field::Days)], None);
    let empty = |field| Fault::EmptyElement { field };
    refused("*,mon&&fri,*,*", &[empty(Field::Weekdays)], Some("*,mon&fri,*,*"));
    refused(
        "&7:00-8:00& ,*,*&,*",
        &[empty(Field::Times), empty(Field::Days), never(Field::Days)],
        Some("07:00-08:00,*,*,*"),
    );
    refused("*,&,*,*", &[empty(Field::Weekdays), never(Field::Weekdays)], None);
}

#[test]
fn parts_of_ranges_are_refused() {
    let dash = |text: &str| Fault::SecondDash { field: Field::Weekdays, text: text.into() };
    refused("*,mon-wed-fri,*,*", &[dash("mon-wed-fri"), never(Field::Weekdays)], None);
    let half = |field, text: &str| Fault::HalfRange { field, text: text.into() };
    refused("07:00-,*,*,*", &[half(Field::Times, "07:00-"), never(Field::Times)], None);
    refused("*,*,-5,*", &[half(Field::Days, "-5"), never(Field::Days)], None);
    unclear("-07:00");
}

#[test]
fn nothing_and_too_much_are_refused() {
    refused("", &[Fault::Empty], None);
    refused(" \t\u{a0}", &[Fault::Empty], None);
    let fits = format!("*,*,*,*,{}", "é".repeat(TEXT_MAX - 8));
    taken(&fits, &fits, &[Surprise::Zone { zone: "é".repeat(TEXT_MAX - 8) }]);
    refused(&format!("{fits}é"), &[Fault::TooLong { characters: 256 }], None);
    refused(&"x".repeat(1_000_000), &[Fault::TooLong { characters: 1_000_000 }], None);
    // 64 lone minutes fit, 64 ranges do not: 64 of eleven characters, 63 joints and three stars.
    let minutes = vec!["1:1"; 64].join("&");
    refused(&minutes, &[Fault::TooLong { characters: 64 * 11 + 63 + 6 }], None);
    let Review::Refused(refused) = review(&format!("{minutes}&")) else { panic!("it ends with nothing") };
    assert_eq!(refused.faults(), [Fault::TooLong { characters: 256 }]);
}
