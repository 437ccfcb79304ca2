//! Repairs of texts that people write: names of five languages, dashes, hours, fields out of their places.
//!
//! What a text means is known before it is written: the random ones are made from it.

#![expect(clippy::panic, clippy::indexing_slicing, reason = "helpers of tests may panic like tests")]

use dialdesk_core::interval::{Fault, Field, Openings, Review, read, review};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// A text that is refused: its faults, and its repair.
#[track_caller]
fn refused(text: &str) -> (Vec<Fault>, Option<String>) {
    let Review::Refused(refused) = review(text) else { panic!("{text:?} is taken") };
    (refused.faults().to_vec(), refused.repair().map(str::to_owned))
}

#[track_caller]
fn repaired(text: &str, repair: &str) {
    assert_eq!(refused(text).1.as_deref(), Some(repair), "{text:?}");
    let Review::Taken(taken) = review(repair) else { panic!("{repair:?} is refused") };
    assert!(!taken.is_rewritten(), "{repair:?}");
}

#[track_caller]
fn unclear(text: &str) {
    assert_eq!(refused(text).1, None, "{text:?}");
}

const SHORT_DAYS: [&str; 7] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const SHORT_MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The weekdays of calendars, from Sunday: in full, and as they are cut short.
const DAYS: [[&str; 7]; 10] = [
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"],
    ["domenica", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato"],
    ["dom", "lun", "mar", "mer", "gio", "ven", "sab"],
    ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
    ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"],
    ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
    ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."],
    ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"],
    ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"],
];

/// The months of calendars, in full and cut short.
const MONTHS: [[&str; 12]; 9] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
    ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
    [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    ["Jän", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"],
];

#[test]
fn the_names_of_five_languages_are_repaired() {
    for names in DAYS {
        for (at, name) in names.iter().enumerate() {
            // In the company of all others each is clear, `do` and `di` too.
            let others: Vec<&str> = (0..5).map(|more| names[(at + 1 + more) % 7]).collect();
            let shorts: Vec<&str> = (0..5).map(|more| SHORT_DAYS[(at + 1 + more) % 7]).collect();
            let (others, shorts, short) = (others.join("&"), shorts.join("&"), SHORT_DAYS[at]);
            repaired(&format!("*,{name}&{others},*,*"), &format!("*,{short}&{shorts},*,*"));
        }
    }
    for names in MONTHS {
        for (name, short) in names.into_iter().zip(SHORT_MONTHS) {
            let text = format!("*,*,*,{name}");
            match review(&text) {
                Review::Taken(taken) => {
                    assert!(name.eq_ignore_ascii_case(short) && taken.canonical().ends_with(short), "{name}");
                }
                Review::Refused(_) => repaired(&text, &format!("*,*,*,{short}")),
            }
        }
    }
}

#[test]
fn accents_and_case_change_nothing() {
    for text in
        ["lunedi-venerdi", "LUNEDÌ-VENERDÌ", "lunedi'-venerdi'", "Lunedi\u{300}-venerdi\u{300}", "lun.-ven."]
    {
        repaired(&format!("09:00-20:00,{text},*,*"), "09:00-20:00,mon-fri,*,*");
    }
    repaired("*,*,*,Maerz&Jaenner", "*,*,*,mar&jan");
}

#[test]
fn a_name_with_two_meanings_is_not_guessed() {
    // Sunday in Italian and Spanish, Thursday in German; Sunday in French, Tuesday in German.
    for text in ["do", "di", "sa&do", "do-sa"] {
        unclear(&format!("*,{text},*,*"));
    }
    repaired("*,Mo-Do,*,*", "*,mon-thu,*,*");
    repaired("*,ve-do,*,*", "*,fri-sun,*,*");
    repaired("*,je-di,*,*", "*,thu-sun,*,*");
    // Two languages in one field, where each word has one meaning.
    repaired("*,mon-ven,*,*", "*,mon-fri,*,*");
}

#[test]
fn other_dashes_are_repaired() {
    for dash in ["\u{2013}", "\u{2014}", "\u{2212}", "\u{2011}", " \u{2013} "] {
        let text = format!("07:00{dash}22:00");
        assert_eq!(refused(&text).0[0], Fault::Dash { field: Field::Times, text: text.clone() });
        repaired(&text, "07:00-22:00,*,*,*");
    }
    repaired("7\u{2013}22,lun\u{2013}ven,1\u{2013}15,gen\u{2013}giu", "07:00-22:00,mon-fri,1-15,jan-jun");
    let days = Fault::Dash { field: Field::Weekdays, text: "mon\u{2013}fri".into() };
    assert_eq!(refused("*,mon\u{2013}fri,*,*").0[0], days);
    unclear("*,mon\u{2013}wed\u{2013}fri,*,*");
}

#[test]
fn pieces_out_of_their_places_are_repaired() {
    let name =
        |text: &str, meant| Fault::Name { field: Field::Weekdays, text: text.into(), meant: Some(meant) };
    let bare = |text: &str| Fault::TimeWithoutColon { text: text.into() };
    let never = Fault::NeverMatches { field: Field::Times };
    let faults =
        vec![Fault::Arrangement, bare("9"), bare("20"), name("lun", "mon"), name("ven", "fri"), never];
    assert_eq!(refused("lun-ven 9-20"), (faults, Some("09:00-20:00,mon-fri,*,*".to_owned())));
    for text in [
        "9-20 lun-ven",
        "lun - ven 9 - 20",
        "lun\u{2013}ven, 9\u{2013}20",
        "mon-fri,09:00-20:00",
        "mon-fri 9:00-20:00",
        "Mo-Fr 9.00-20.00",
        "Monday to Friday, 9 am to 8 pm",
        "9am-8pm Mon-Fri",
        "da lunedì a venerdì dalle 9 alle 20",
        "de lunes a viernes de 9:00 a 20:00h",
        "du lundi au vendredi, 9h-20h",
        "von Montag bis Freitag 9 bis 20 Uhr",
        "mon-fri;9:00-20:00",
    ] {
        repaired(text, "09:00-20:00,mon-fri,*,*");
    }
    repaired("lun-ven 9-13 15-19", "09:00-13:00&15:00-19:00,mon-fri,*,*");
    repaired("lun-ven 9-13 e 15-19", "09:00-13:00&15:00-19:00,mon-fri,*,*");
    repaired("09:00-13:00,15:00-19:00,mon-fri", "09:00-13:00&15:00-19:00,mon-fri,*,*");
    repaired("sab e dom 9-12", "09:00-12:00,sat&sun,*,*");
    repaired("mag-set mar-ven 9h30-18h00", "09:30-18:00,tue-fri,*,may-sep");
    repaired("9-20", "09:00-20:00,*,*,*");
}

#[test]
fn pieces_that_may_mean_several_things_are_not_arranged() {
    for text in [
        // Days without times: calls would be made at night.
        "lun-ven",
        "mon-fri",
        // A month, or Tuesday.
        "mar 9-18",
        // Other times on other days, which one text cannot say.
        "lun-ven 9-13 sab 9-12",
        "lun-ven 9-13, sab",
        "lun mar 9-18",
        // One of the numbers may be days of the month.
        "mon-fri 09:00-18:00 1-15",
        "mon-fri,1-15,9-18",
        // One time alone.
        "lun-ven 9",
        "lun-ven 9-",
        "lun-ven dalle 9:00",
        // Morning or evening.
        "mon-fri 9-5",
        "9-5",
        "lun-ven 9-20 Europe/Rome",
        "* lun-ven 9-20",
        "lun-ven 9-20 x",
        "a",
        "e",
        "-",
    ] {
        unclear(text);
    }
}

#[test]
fn words_for_hours_change_nothing() {
    for text in ["9h-20h", "9h00-20h00", "9:00h-20:00h", "9 Uhr-20 Uhr", "09:00-20:00 hrs"] {
        repaired(text, "09:00-20:00,*,*,*");
    }
    repaired("9h30-12h,lun", "09:30-12:00,mon,*,*");
    for text in ["9h3-12h", "9h-12hours", "9hh-12h"] {
        unclear(text);
    }
}

/// A meaning: ranges of times, which stay on their day, of weekdays and of months.
#[derive(Clone, Debug)]
struct Meaning {
    times: Vec<(u16, u16)>,
    weekdays: (usize, usize),
    months: Option<(usize, usize)>,
}

fn meaning() -> impl Strategy<Value = Meaning> {
    // Quarters of an hour, of which an even number makes ranges with a pause between them.
    let times = prop_oneof![
        subsequence((24..92).collect::<Vec<u16>>(), 2),
        subsequence((24..92).collect::<Vec<u16>>(), 4)
    ];
    let times =
        times.prop_map(|quarters| quarters.chunks(2).map(|pair| (pair[0] * 15, pair[1] * 15)).collect());
    let months = proptest::option::of((0_usize..12, 0_usize..12));
    (times, (0_usize..7, 0_usize..7), months).prop_map(|(times, weekdays, months)| Meaning {
        times,
        weekdays,
        months,
    })
}

/// How a meaning is written.
#[derive(Clone, Debug)]
struct Hand {
    days: [&'static str; 7],
    months: [&'static str; 12],
    dash: &'static str,
    clock: u8,
    order: u8,
    joint: &'static str,
}

fn hand() -> impl Strategy<Value = Hand> {
    // Names of two letters are for tests of their own, as some have two meanings.
    let days = select([0, 2, 3, 4, 5, 6, 7, 8].map(|at: usize| DAYS[at]).to_vec());
    let dash = select(&["-", " - ", "\u{2013}", " \u{2013} ", "\u{2014}"][..]);
    (days, select(MONTHS.to_vec()), dash, 0_u8..4, 0_u8..3, select(&[" ", ", ", ",", "; "][..])).prop_map(
        |(days, months, dash, clock, order, joint)| Hand { days, months, dash, clock, order, joint },
    )
}

fn write_clock(minute: u16, clock: u8) -> String {
    let (hour, minute) = (minute / 60, minute % 60);
    let (half, twelve) = (if hour < 12 { "am" } else { "pm" }, if hour % 12 == 0 { 12 } else { hour % 12 });
    match clock {
        0 => format!("{hour:02}:{minute:02}"),
        1 => format!("{hour}.{minute:02}"),
        2 => format!("{hour}h{minute:02}"),
        _ => format!("{twelve}:{minute:02}{half}"),
    }
}

fn write(meaning: &Meaning, hand: &Hand) -> String {
    let range = |first: &str, last: &str| format!("{first}{}{last}", hand.dash);
    let (first, last) = meaning.weekdays;
    let weekdays = range(hand.days[first], hand.days[last]);
    let times = meaning.times.iter();
    let times =
        times.map(|(start, end)| range(&write_clock(*start, hand.clock), &write_clock(*end, hand.clock)));
    let times = times.collect::<Vec<_>>().join(" & ");
    let months = meaning.months.map(|(first, last)| range(hand.months[first], hand.months[last]));
    let mut pieces = vec![weekdays, times];
    pieces.extend(months);
    let turn = usize::from(hand.order) % pieces.len();
    pieces.rotate_left(turn);
    pieces.join(hand.joint)
}

/// The places from `first` to `last` around a circle.
fn around((first, last): (usize, usize), size: usize, base: u8) -> Vec<u8> {
    let mut places: Vec<u8> = Vec::new();
    let mut at = first;
    loop {
        places.push(u8::try_from(at).map_or(0, |at| at + base));
        if at == last {
            break;
        }
        at = (at + 1) % size;
    }
    places.sort_unstable();
    places
}

/// Whether it opens exactly as it is meant.
fn is_meant(openings: &Openings, meaning: &Meaning) -> bool {
    openings.minutes() == meaning.times
        && openings.weekdays() == around(meaning.weekdays, 7, 0)
        && openings.days() == (1..=31).collect::<Vec<u8>>()
        && openings.months() == meaning.months.map_or((1..=12).collect(), |months| around(months, 12, 1))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, ..ProptestConfig::default() })]

    /// Where a repair is offered it opens as the words say; where the words are clear one is offered.
    #[test]
    fn a_repair_opens_what_the_words_say(meaning in meaning(), hand in hand()) {
        let text = write(&meaning, &hand);
        let is_both = |first: &str, last: &str| [first, last].iter().all(|name| matches!(*name, "mar" | "mar." | "Mär"));
        let (days, months) = (meaning.weekdays, meaning.months.unwrap_or_default());
        let month_or_tuesday = is_both(hand.days[days.0], hand.days[days.1])
            || is_both(hand.months[months.0], hand.months[months.1]);
        match review(&text) {
            Review::Refused(refused) => match refused.repair() {
                Some(repair) => {
                    let openings = read(repair).ok_or_else(|| TestCaseError::fail("nothing is built"))?;
                    prop_assert!(is_meant(&openings, &meaning), "{text:?} became {repair:?}");
                }
                // A lone Tuesday may be March.
                None => prop_assert!(month_or_tuesday, "{text:?} has no repair"),
            },
            Review::Taken(taken) => prop_assert!(is_meant(taken.openings(), &meaning), "{text:?}"),
        }
    }
}
