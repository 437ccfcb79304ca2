//! The rows of an editor and their text always agree.

#![expect(clippy::panic, reason = "helpers of tests may panic like tests")]

use dialdesk_core::interval::{Fault, Field, Part, Review, Rows, review};
use proptest::collection::vec;
use proptest::prelude::*;

const FIELDS: [Field; 4] = [Field::Times, Field::Weekdays, Field::Days, Field::Months];

#[track_caller]
fn rows(text: &str) -> Rows {
    let Review::Taken(taken) = review(text) else { panic!("{text:?} is refused") };
    assert_eq!(taken.rows().text(), taken.canonical(), "{text:?}");
    taken.rows().clone()
}

#[test]
fn a_text_has_the_parts_that_are_written_in_it() {
    use Part::{One, Range};
    let read = rows("14:00-18:00&7:05-12:00,fri&Mon-wed,15&28-3,dec&1-3");
    assert_eq!(read.parts(Field::Times), [Range(840, 1_080), Range(425, 720)]);
    assert_eq!(read.parts(Field::Weekdays), [One(5), Range(1, 3)]);
    assert_eq!(read.parts(Field::Days), [One(15), Range(28, 3)]);
    assert_eq!(read.parts(Field::Months), [One(12), Range(1, 3)]);
    assert_eq!((read.zone(), read.parts(Field::Zone)), (None, vec![]));
    assert_eq!(rows("07:00,sun").parts(Field::Times), [Range(420, 420)]);
    let always = rows("*,*,*,*");
    assert_eq!(always, Rows::always());
    assert!(FIELDS.into_iter().all(|field| always.parts(field).is_empty()));
}

#[test]
fn the_documented_window_is_built_from_nothing() {
    let built = Rows::always().with(Field::Times, &[Part::Range(420, 1_320)]).unwrap();
    assert_eq!(built.text(), "07:00-22:00,*,*,*");
    let built = built.with(Field::Weekdays, &[Part::Range(1, 5), Part::One(0)]).unwrap();
    let built = built.with(Field::Days, &[Part::One(31)]).unwrap();
    let built = built.with(Field::Months, &[Part::Range(11, 2), Part::Range(6, 6)]).unwrap();
    assert_eq!(built.text(), "07:00-22:00,mon-fri&sun,31,nov-feb&jun-jun");
    assert_eq!(built.with(Field::Times, &[]).unwrap().text(), "*,mon-fri&sun,31,nov-feb&jun-jun");
    assert_eq!(rows(&built.text()), built);
}

#[test]
fn parts_that_are_all_become_a_star() {
    let with = |field, parts: &[Part]| Rows::always().with(field, parts).unwrap();
    assert_eq!(with(Field::Weekdays, &[Part::Range(1, 5), Part::One(6), Part::One(0)]), Rows::always());
    assert_eq!(with(Field::Times, &[Part::Range(0, 1_439)]), Rows::always());
    assert_eq!(with(Field::Days, &[Part::Range(5, 4)]), Rows::always());
}

#[test]
fn parts_out_of_their_range_are_none() {
    let refused = |field, part| assert_eq!(Rows::always().with(field, &[part]), None, "{part:?}");
    for part in [Part::Range(0, 1_440), Part::One(1_440), Part::Range(u16::MAX, 0)] {
        refused(Field::Times, part);
    }
    refused(Field::Weekdays, Part::One(7));
    for part in [Part::One(0), Part::One(32), Part::Range(1, 32)] {
        refused(Field::Days, part);
    }
    for part in [Part::One(0), Part::One(13)] {
        refused(Field::Months, part);
    }
    refused(Field::Zone, Part::One(1));
    assert_eq!(Rows::always().with(Field::Zone, &[]), None);
}

#[test]
fn a_zone_stays_until_it_is_moved() {
    let read = rows("07:00-22:00,*,*,*,Europe/Rome");
    let changed = read.with(Field::Weekdays, &[Part::One(1)]).unwrap();
    assert_eq!(
        (changed.zone(), changed.text().as_str()),
        (Some("Europe/Rome"), "07:00-22:00,mon,*,*,Europe/Rome")
    );
    assert_eq!(changed.without_zone().text(), "07:00-22:00,mon,*,*");
}

fn parts(first: u16, last: u16) -> impl Strategy<Value = Vec<Part>> {
    let one = (first..=last).prop_map(Part::One);
    let range = (first..=last, first..=last).prop_map(|(first, last)| Part::Range(first, last));
    vec(prop_oneof![one, range], 0..5)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn rows_become_a_text_that_has_these_rows(
        times in parts(0, 1_439), weekdays in parts(0, 6), days in parts(1, 31), months in parts(1, 12),
    ) {
        let all = FIELDS.into_iter().zip([times, weekdays, days, months]);
        let built = all.fold(Rows::always(), |rows, (field, parts)| rows.with(field, &parts).unwrap());
        match review(&built.text()) {
            Review::Taken(taken) => {
                prop_assert!(!taken.is_rewritten());
                prop_assert_eq!(taken.rows(), &built);
            }
            Review::Refused(refused) => {
                prop_assert!(matches!(refused.faults(), [Fault::NoSuchDate]), "{:?}", refused.faults());
            }
        }
        // And back: what an editor shows builds the same again.
        let again = FIELDS.into_iter().fold(Rows::always(), |rows, field| rows.with(field, &built.parts(field)).unwrap());
        prop_assert_eq!(again, built);
    }
}
