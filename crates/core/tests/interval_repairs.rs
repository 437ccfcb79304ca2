//! Repairs of texts that people write: names of five languages, dashes, hours, fields out of their places.
//!
//! Random ones are in `interval_written.rs`.

#![expect(clippy::panic, reason = "helpers of tests may panic like tests")]

mod calendar_names;

use calendar_names::{DAYS, MONTHS};
use dialdesk_core::interval::{Fault, Field, Review, review};

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
