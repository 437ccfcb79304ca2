//! What holds for every text: the form never takes a text that Asterisk reads in another way.

use dialdesk_core::interval::{Openings, Review, TEXT_MAX, read, review};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// Pieces of good and of bad texts.
const PIECES: &[&str] = &[
    "07:00",
    "7:5",
    "22:00",
    "23:59",
    "00:00",
    "12:00",
    "24:00",
    "07:60",
    "7",
    "22",
    "0700",
    "07.30",
    "007:00",
    "07:00:30",
    "9:00am",
    "10pm",
    "12 AM",
    "a.m.",
    "mon",
    "Fri",
    "SUN",
    "sat",
    "tue ",
    " wed",
    "monday",
    "Thurs",
    "lun",
    "venerdì",
    "Mo",
    "do",
    "mar",
    "Okt",
    "9h30",
    "9-20",
    "to",
    "e",
    "jan",
    "DEC",
    "may",
    "sept",
    "march",
    "1",
    "2",
    "05",
    " 6",
    "7 ",
    "8",
    "12",
    "13",
    "31",
    "32",
    "0",
    "1st",
    "12x",
    "012",
    "+5",
    "+12",
    "-0",
    "*",
    " *",
    "",
    " ",
    "x",
    "Europe/Rome",
    "GMT",
    "\u{2013}",
    "\u{a0}",
    "\t",
    "\r",
    "\n",
    "\0",
    "é",
    "K",
];

/// What stands between two pieces; the comma most often.
const JOINTS: &[&str] =
    &[",", ",", ",", ",", "|", "&", "&", "-", "-", " - ", ";", ":", "--", "\u{2013}", "", " "];

fn pieced_text() -> impl Strategy<Value = String> {
    vec((select(PIECES), select(JOINTS)), 0..14).prop_map(|pieces| {
        let mut text: String = pieces.iter().flat_map(|(piece, joint)| [*piece, *joint]).collect();
        // Most texts end with a piece and not with a joint.
        if let Some((_, joint)) = pieces.last() {
            text.truncate(text.len() - joint.len());
        }
        text
    })
}

/// One part of a field: a value or a range of two.
fn part(values: &'static [&'static str]) -> impl Strategy<Value = String> {
    (select(values), select(&["-", "-", "", " - ", "- "][..]), select(values)).prop_map(
        |(first, dash, last)| {
            if dash.is_empty() { first.to_owned() } else { format!("{first}{dash}{last}") }
        },
    )
}

fn field(values: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![
        1 => Just("*".to_owned()),
        1 => Just(String::new()),
        5 => vec(part(values), 1..4).prop_map(|parts| parts.join("&")),
    ]
}

/// The values from which the four fields and their ends are made.
struct Values {
    times: &'static [&'static str],
    weekdays: &'static [&'static str],
    days: &'static [&'static str],
    months: &'static [&'static str],
    tails: &'static [&'static str],
    joints: &'static [&'static str],
}

/// Values that are good, if not always canonical.
const GOOD: Values = Values {
    times: &["07:00", "7:5", "22:00", "23:59", "00:00", "12:0", " 8:30"],
    weekdays: &["mon", "Fri", "SUN", "sat", "tue", "1", "5", "7"],
    days: &["1", "05", "31", "28", " 7", "3", "12"],
    months: &["jan", "DEC", "feb", "jun", "2", "12"],
    tails: &["", "", "", ",", ",Europe/Rome", "|GMT"],
    joints: &[",", ",", ",", "|"],
};

/// Values that are refused and whose meaning is clear, among good ones.
const CLEAR: Values = Values {
    times: &["07:00", "7:5", "22:00:59", "2300", "08.30", "7 :30"],
    weekdays: &["mon", "monday", "Thurs", " sat", "SUN ", "4"],
    days: &["1", "1st", "12x", "22", "\u{a0}7"],
    months: &["jan", "Sept", " march", "june", "9"],
    tails: &["", "", ", GMT", ",x,y"],
    joints: &[",", ",", ";", ", ", "&,"],
};

fn text_of(values: &'static Values) -> impl Strategy<Value = String> {
    let joint = || select(values.joints);
    let names = |values| field(values).prop_map(|names| names.replace(" - ", "-").replace("- ", "-"));
    let (times, weekdays) = (field(values.times), names(values.weekdays));
    let (days, months) = (field(values.days), names(values.months));
    (times, joint(), weekdays, joint(), days, joint(), months, select(values.tails)).prop_map(
        |(times, first, weekdays, second, days, third, months, tail)| {
            [times.as_str(), first, &weekdays, second, &days, third, &months, tail].concat()
        },
    )
}

fn good_text() -> impl Strategy<Value = String> {
    text_of(&GOOD)
}

/// Good texts into which a piece has slipped, or from which characters are missing.
fn spoiled_text() -> impl Strategy<Value = String> {
    let pieces = [PIECES, JOINTS].concat();
    (good_text(), any::<proptest::sample::Index>(), 0_usize..3, select(pieces)).prop_map(
        |(text, at, missing, piece)| {
            let at = at.index(text.chars().count() + 1);
            let (before, after) = (text.chars().take(at), text.chars().skip(at + missing));
            before.chain(piece.chars()).chain(after).collect()
        },
    )
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => good_text(),
        2 => text_of(&CLEAR),
        3 => spoiled_text(),
        2 => pieced_text(),
        1 => canonical_text(),
        1 => any::<String>(),
    ]
}

/// A canonical text, written without the code under test.
fn canonical_text() -> impl Strategy<Value = String> {
    let time = |hours: std::ops::Range<u16>| {
        (hours, 0_u16..60).prop_map(|(hour, minute)| format!("{hour:02}:{minute:02}"))
    };
    // Two ranges leave the last hour of the day shut, so that together they are no star.
    let times = prop_oneof![
        Just("*".to_owned()),
        time(0..24).prop_map(|start| format!("{start}-{start}")),
        (time(0..12), time(12..23), time(0..12), time(12..23))
            .prop_map(|(first, last, other, end)| format!("{first}-{last}&{other}-{end}")),
        (time(12..24), time(0..12)).prop_map(|(first, last)| format!("{first}-{last}")),
    ];
    let weekdays = select(&["*", "mon", "mon-fri", "sat&sun", "fri-mon", "wed-wed&mon-tue"][..]);
    let days = select(&["*", "1", "31", "1-15", "28-3", "5&7&9-12"][..]);
    let months = select(&["*", "jan", "nov-feb", "jun&jul&dec", "may-sep"][..]);
    let zone = select(&["", "", ",Europe/Rome", ",x"][..]);
    (times, weekdays, days, months, zone)
        .prop_map(|(times, weekdays, days, months, zone)| format!("{times},{weekdays},{days},{months}{zone}"))
}

/// Minutes, weekdays, days, months and zone.
type Opened<'a> = (Vec<(u16, u16)>, Vec<u8>, Vec<u8>, Vec<u8>, Option<&'a str>);

/// All that two texts must share to be the same; an empty zone is none.
fn same(openings: &Openings) -> Opened<'_> {
    let zone = openings.timezone().filter(|zone| !zone.is_empty());
    (openings.minutes(), openings.weekdays(), openings.days(), openings.months(), zone)
}

/// Whether a text is spelled as the canonical form demands, judged without the code under test.
fn is_spelled_canonically(text: &str) -> bool {
    let fields: Vec<&str> = text.split(',').collect();
    let is_time = |time: &str| matches!(time.as_bytes(), [h, i, b':', m, n] if [h, i, m, n].iter().all(|digit| digit.is_ascii_digit()));
    let is_times =
        |part: &str| part.split_once('-').is_some_and(|(start, end)| is_time(start) && is_time(end));
    let is_name = |name: &str| name.len() == 3 && name.bytes().all(|letter| letter.is_ascii_lowercase());
    let is_names = |part: &str| part.split('-').count() <= 2 && part.split('-').all(is_name);
    let is_number = |day: &str| day.parse::<u8>().is_ok_and(|number| number.to_string() == day);
    let is_days = |part: &str| part.split('-').count() <= 2 && part.split('-').all(is_number);
    let all = |field: &str, is_part: &dyn Fn(&str) -> bool| field == "*" || field.split('&').all(is_part);
    match fields.as_slice() {
        [times, weekdays, days, months] | [times, weekdays, days, months, _] => {
            all(times, &is_times) && all(weekdays, &is_names) && all(days, &is_days) && all(months, &is_names)
        }
        _ => false,
    }
}

/// What must hold for a text, whatever it is.
fn holds(text: &str) -> Result<(), TestCaseError> {
    match review(text) {
        Review::Taken(taken) => {
            let (original, canonical) = (read(text), read(taken.canonical()));
            prop_assert!(original.is_some());
            prop_assert_eq!(original.as_ref().map(same), canonical.as_ref().map(same));
            prop_assert_eq!(original.as_ref(), Some(taken.openings()));
            prop_assert_eq!(taken.zone(), original.as_ref().and_then(|read| same(read).4));
            prop_assert_eq!(taken.is_rewritten(), taken.canonical() != text);
            is_fixed(taken.canonical())
        }
        Review::Refused(refused) => {
            prop_assert!(!refused.faults().is_empty());
            prop_assert_eq!(refused.opens().cloned(), read(text));
            refused.repair().map_or(Ok(()), is_fixed)
        }
    }
}

/// A canonical text is taken as it is.
fn is_fixed(canonical: &str) -> Result<(), TestCaseError> {
    prop_assert!(is_spelled_canonically(canonical), "{:?}", canonical);
    prop_assert!(canonical.chars().count() <= TEXT_MAX);
    let Review::Taken(again) = review(canonical) else {
        return Err(TestCaseError::fail(format!("{canonical:?} is refused")));
    };
    prop_assert!(!again.is_rewritten());
    prop_assert_eq!(again.canonical(), canonical);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8192, ..ProptestConfig::default() })]

    #[test]
    fn what_is_taken_opens_as_it_is_read(text in any_text()) {
        holds(&text)?;
    }

    #[test]
    fn what_is_canonical_is_taken_as_it_is(text in canonical_text()) {
        is_fixed(&text)?;
    }

    #[test]
    fn case_and_pipes_change_nothing(text in good_text()) {
        let other = text.to_uppercase().replace(',', "|");
        let zoned = text.matches([',', '|']).count() >= 4;
        if let (Review::Taken(taken), false) = (review(&text), zoned) {
            let Review::Taken(same) = review(&other) else {
                return Err(TestCaseError::fail(format!("{other:?} is refused")));
            };
            prop_assert_eq!(same.canonical(), taken.canonical());
        }
    }
}

#[test]
fn all_recorded_texts_hold() {
    let vectors = include_str!("vectors/dial-interval.jsonl");
    for line in vectors.lines() {
        let answer: serde_json::Value = serde_json::from_str(line).unwrap();
        holds(answer["spec"].as_str().unwrap()).unwrap();
    }
}

#[test]
fn the_random_texts_reach_both_answers() {
    let mut runner = TestRunner::deterministic();
    let (mut taken, mut rewritten, mut repaired, mut refused) = (0, 0, 0, 0);
    for _ in 0..2000 {
        let text = any_text().new_tree(&mut runner).unwrap().current();
        match review(&text) {
            Review::Taken(text) if text.is_rewritten() => rewritten += 1,
            Review::Taken(_) => taken += 1,
            Review::Refused(text) if text.repair().is_some() => repaired += 1,
            Review::Refused(_) => refused += 1,
        }
    }
    let enough = taken > 100 && rewritten > 100 && repaired > 100 && refused > 100;
    assert!(enough, "{taken} taken, {rewritten} rewritten, {repaired} repaired, {refused} refused");
}

#[test]
fn long_texts_are_no_trouble() {
    for piece in ["07:00-", "mon&", "*,", "; ", "9:00am ", "\0", "é", "-", ":", "1", "22:00-02:00&"] {
        let text = piece.repeat(200_000);
        assert!(matches!(review(&text), Review::Refused(_)));
        for length in 0..260 {
            holds(&text.chars().take(length).collect::<String>()).unwrap();
        }
    }
}
