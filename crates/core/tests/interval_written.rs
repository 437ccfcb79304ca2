//! Repairs of texts that are written from a meaning, as many hands would write it.
//!
//! What a text means is known before it is written, so that nothing that is expected comes from the reader.

#![expect(clippy::indexing_slicing, reason = "helpers of tests may panic like tests")]

mod calendar_names;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use calendar_names::{DAYS, MONTHS};
use dialdesk_core::interval::{Openings, Review, read, review};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::TestRunner;

/// What a text has that Asterisk does not take as it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    AmPm,
    BareHours,
    Blanks,
    DaysOfMonth,
    ForeignDash,
    LongOrForeignNames,
    LooseOrder,
    MidnightAs24,
    MoreThanFourFields,
    NoBreakSpaces,
    OrdinalDays,
    Seconds,
    Semicolons,
    WithoutColon,
}

const KINDS: [Kind; 14] = [
    Kind::AmPm,
    Kind::BareHours,
    Kind::Blanks,
    Kind::DaysOfMonth,
    Kind::ForeignDash,
    Kind::LongOrForeignNames,
    Kind::LooseOrder,
    Kind::MidnightAs24,
    Kind::MoreThanFourFields,
    Kind::NoBreakSpaces,
    Kind::OrdinalDays,
    Kind::Seconds,
    Kind::Semicolons,
    Kind::WithoutColon,
];

/// A meaning: ranges of times, which stay on their day, of weekdays, of days of the month and of months.
#[derive(Clone, Debug)]
struct Meaning {
    times: Vec<(u16, u16)>,
    weekdays: Option<(usize, usize)>,
    days: Option<(usize, usize)>,
    months: Option<(usize, usize)>,
}

/// The last minute of a day.
const LAST_MINUTE: u16 = 24 * 60 - 1;

fn meaning() -> impl Strategy<Value = Meaning> {
    // Quarters of an hour, or whole hours, of which an even number makes ranges with a pause between them.
    let quarters = |all: Vec<u16>| prop_oneof![subsequence(all.clone(), 2), subsequence(all, 4)];
    let times = prop_oneof![quarters((0..96).collect()), quarters((0..24).map(|hour| hour * 4).collect())];
    // Some go on to midnight.
    let times = (times, any::<bool>()).prop_map(|(quarters, is_late)| {
        let mut times: Vec<(u16, u16)> =
            quarters.chunks(2).map(|pair| (pair[0] * 15, pair[1] * 15)).collect();
        if let Some((_, end)) = times.last_mut().filter(|_| is_late) {
            *end = LAST_MINUTE;
        }
        times
    });
    let some = |size: usize| proptest::option::of((0..size, 0..size));
    (times, some(7), some(31), some(12)).prop_map(|(times, weekdays, days, months)| Meaning {
        times,
        weekdays,
        days,
        months,
    })
}

/// How a time is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clock {
    Colon,
    Dot,
    French,
    /// A whole hour as nothing but its number.
    Bare,
    Seconds,
    /// With this for the morning and that for the afternoon.
    Half(&'static str, &'static str),
}

/// How a day of the month is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ordinal {
    Plain,
    English,
    Followed(&'static str),
}

/// How the pieces of a text are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    /// In four fields, with this between them, and what follows them.
    Fields { separator: &'static str, more: &'static [&'static str], all: &'static str },
    /// As they come to mind, with this between them, and turned by so many.
    Loose { joint: &'static str, turn: usize },
}

/// How a meaning is written.
#[derive(Clone, Debug)]
struct Hand {
    days: [&'static str; 7],
    months: [&'static str; 12],
    dash: &'static str,
    clock: Clock,
    ordinal: Ordinal,
    layout: Layout,
    /// What stands before and behind a field.
    border: (&'static str, &'static str),
}

/// What follows the four fields; mostly nothing.
const MORE: &[&[&str]] = &[&[], &[], &["", ""], &["*", "*"], &["Europe/Rome", "2026", "x"]];

fn hand() -> impl Strategy<Value = Hand> {
    // Names of two letters are for tests of their own, as some have two meanings.
    let days = select([0, 2, 3, 4, 5, 6, 7, 8].map(|at: usize| DAYS[at]).to_vec());
    let dash = select(&["-", "-", " - ", "\u{2013}", " \u{2013} ", "\u{2014}"][..]);
    let clock = prop_oneof![
        Just(Clock::Colon),
        Just(Clock::Dot),
        Just(Clock::French),
        Just(Clock::Bare),
        Just(Clock::Seconds),
        select(&[("am", "pm"), (" AM", " PM"), (" a.m.", " p.m.")][..])
            .prop_map(|(am, pm)| Clock::Half(am, pm)),
    ];
    let ordinal = prop_oneof![
        Just(Ordinal::Plain),
        Just(Ordinal::English),
        select(&[".", "°"][..]).prop_map(Ordinal::Followed)
    ];
    let fields = (select(&[",", ",", "|", ";"][..]), select(MORE), select(&["*", "*", ""][..]));
    let layout = prop_oneof![
        fields.prop_map(|(separator, more, all)| Layout::Fields { separator, more, all }),
        (select(&[" ", ", ", ",", "; "][..]), 0_usize..3)
            .prop_map(|(joint, turn)| Layout::Loose { joint, turn }),
    ];
    let blank = select(&["", "", " ", "  ", "\t", "\u{a0}"][..]);
    let border = (blank.clone(), blank);
    (days, select(MONTHS.to_vec()), dash, clock, ordinal, layout, border).prop_map(
        |(days, months, dash, clock, ordinal, layout, border)| Hand {
            days,
            months,
            dash,
            clock,
            ordinal,
            layout,
            border,
        },
    )
}

/// A text that grows, with what it has.
struct Writer<'a> {
    hand: &'a Hand,
    kinds: BTreeSet<Kind>,
}

impl Writer<'_> {
    fn note(&mut self, kind: Kind, is_there: bool) {
        if is_there {
            self.kinds.insert(kind);
        }
    }

    fn clock(&mut self, minute: u16, is_end: bool) -> String {
        let clock = self.hand.clock;
        // A clock of twelve hours has no 24.
        let is_24 = is_end && minute == LAST_MINUTE && !matches!(clock, Clock::Half(..));
        self.note(Kind::MidnightAs24, is_24);
        let minute = if is_24 { LAST_MINUTE + 1 } else { minute };
        let (hour, minute) = (minute / 60, minute % 60);
        let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
        let is_whole = minute == 0;
        self.note(Kind::AmPm, matches!(clock, Clock::Half(..)));
        self.note(Kind::Seconds, clock == Clock::Seconds);
        self.note(Kind::BareHours, clock == Clock::Bare && is_whole);
        self.note(Kind::WithoutColon, matches!(clock, Clock::Dot | Clock::French));
        match clock {
            Clock::Bare if is_whole => hour.to_string(),
            Clock::Colon | Clock::Bare => format!("{hour:02}:{minute:02}"),
            Clock::Dot => format!("{hour}.{minute:02}"),
            Clock::French => format!("{hour}h{minute:02}"),
            Clock::Seconds => format!("{hour:02}:{minute:02}:00"),
            Clock::Half(am, pm) => {
                let half = if hour < 12 { am } else { pm };
                if is_whole { format!("{twelve}{half}") } else { format!("{twelve}:{minute:02}{half}") }
            }
        }
    }

    fn range(&mut self, first: &str, last: &str) -> String {
        self.note(Kind::ForeignDash, !self.hand.dash.contains('-'));
        format!("{first}{}{last}", self.hand.dash)
    }

    fn times(&mut self, times: &[(u16, u16)]) -> String {
        let mut ranges = Vec::new();
        for (start, end) in times {
            let (start, end) = (self.clock(*start, false), self.clock(*end, true));
            ranges.push(self.range(&start, &end));
        }
        ranges.join(" & ")
    }

    fn named<const SIZE: usize>(&mut self, names: &[&'static str; SIZE], range: (usize, usize)) -> String {
        let (first, last) = (names[range.0], names[range.1]);
        self.note(
            Kind::LongOrForeignNames,
            [first, last].iter().any(|name| !name.is_ascii() || name.len() > 3),
        );
        self.range(first, last)
    }

    fn ordinal(&mut self, day: usize) -> String {
        self.note(Kind::OrdinalDays, self.hand.ordinal != Ordinal::Plain);
        match (self.hand.ordinal, day) {
            (Ordinal::Plain, _) => day.to_string(),
            (Ordinal::Followed(end), _) => format!("{day}{end}"),
            (Ordinal::English, 1 | 21 | 31) => format!("{day}st"),
            (Ordinal::English, 2 | 22) => format!("{day}nd"),
            (Ordinal::English, 3 | 23) => format!("{day}rd"),
            (Ordinal::English, _) => format!("{day}th"),
        }
    }

    fn days(&mut self, (first, last): (usize, usize)) -> String {
        self.note(Kind::DaysOfMonth, true);
        let first = self.ordinal(first + 1);
        let last = self.ordinal(last + 1);
        self.range(&first, &last)
    }

    /// A field with its borders; the first one keeps to the left.
    fn bordered(&mut self, at: usize, text: &str) -> String {
        let (before, behind) = self.hand.border;
        let before = if at == 0 { "" } else { before };
        // Around times Asterisk skips blanks.
        let has =
            |blank: fn(char) -> bool| at > 0 && [before, behind].iter().any(|border| border.contains(blank));
        self.note(Kind::Blanks, has(|c| c.is_ascii_whitespace()));
        self.note(Kind::NoBreakSpaces, has(|c| c == '\u{a0}'));
        format!("{before}{text}{behind}")
    }

    fn text(&mut self, meaning: &Meaning) -> String {
        let hand = self.hand;
        let times = self.times(&meaning.times);
        let weekdays = meaning.weekdays.map(|range| self.named(&hand.days, range));
        let months = meaning.months.map(|range| self.named(&hand.months, range));
        match hand.layout {
            Layout::Fields { separator, more, all } => {
                let days = meaning.days.map(|range| self.days(range));
                let all = |field: Option<String>| field.unwrap_or_else(|| all.to_owned());
                let fields = [times, all(weekdays), all(days), all(months)].into_iter();
                let mut fields: Vec<String> =
                    fields.enumerate().map(|(at, field)| self.bordered(at, &field)).collect();
                fields.extend(more.iter().map(|field| (*field).to_owned()));
                self.note(Kind::MoreThanFourFields, !more.is_empty());
                self.note(Kind::Semicolons, separator == ";");
                fields.join(separator)
            }
            Layout::Loose { joint, turn } => {
                let mut pieces: Vec<String> = [weekdays, Some(times), months].into_iter().flatten().collect();
                let turn = turn % pieces.len();
                pieces.rotate_left(turn);
                self.note(Kind::LooseOrder, pieces.len() > 1);
                self.note(Kind::Semicolons, pieces.len() > 1 && joint.contains(';'));
                pieces.join(joint)
            }
        }
    }
}

/// The places from `first` to `last` around a circle.
fn around(range: Option<(usize, usize)>, size: usize, base: u8) -> Vec<u8> {
    let (first, last) = range.unwrap_or((0, size - 1));
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
        && openings.days() == around(meaning.days, 31, 1)
        && openings.months() == around(meaning.months, 12, 1)
}

/// Whether these names are a month, or Tuesday in three languages.
fn is_mar(names: &[&str], range: Option<(usize, usize)>) -> bool {
    range.is_some_and(|(first, last)| {
        [names[first], names[last]].iter().all(|name| matches!(*name, "mar" | "mar." | "Mär"))
    })
}

/// Whether a text without a place for each piece may be read in two ways.
fn is_open_to_doubt(meaning: &Meaning, hand: &Hand) -> bool {
    let Layout::Loose { .. } = hand.layout else { return false };
    // Bare hours in a text of many pieces may be days of the month.
    is_mar(&hand.days, meaning.weekdays) || is_mar(&hand.months, meaning.months) || hand.clock == Clock::Bare
}

/// Days of the months, in a year that has the most.
const LENGTHS: [usize; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// Whether any year has such a day: 31 June is never open, and nothing is offered that opens never.
fn has_a_day(meaning: &Meaning) -> bool {
    let (Some(days), Some(months)) = (meaning.days, meaning.months) else { return true };
    let within = |(first, last): (usize, usize), at: usize| {
        if first <= last { (first..=last).contains(&at) } else { at >= first || at <= last }
    };
    let has = |month: usize| (0..LENGTHS[month]).any(|day| within(days, day));
    (0..12).any(|month| within(months, month) && has(month))
}

/// Where a repair is offered it is canonical and opens as the words say; where the words are clear one is offered.
#[test]
fn a_repair_opens_what_the_words_say() {
    let seen = RefCell::new(BTreeMap::<Kind, u32>::new());
    let config = ProptestConfig { cases: 40_000, failure_persistence: None, ..ProptestConfig::default() };
    let ran = TestRunner::new(config).run(&(meaning(), hand()), |(mut meaning, hand)| {
        if let Layout::Loose { .. } = hand.layout {
            // A number beside times has to have a place.
            meaning.days = None;
            // By its place behind the times it is Tuesday.
            if meaning.weekdays.is_none() && is_mar(&hand.months, meaning.months) {
                meaning.months = None;
            }
        }
        if !has_a_day(&meaning) {
            meaning.months = None;
        }
        let mut writer = Writer { hand: &hand, kinds: BTreeSet::new() };
        let text = writer.text(&meaning);
        match review(&text) {
            Review::Refused(refused) => match refused.repair() {
                Some(repair) => {
                    let Review::Taken(taken) = review(repair) else {
                        return Err(TestCaseError::fail(format!(
                            "{text:?} became {repair:?}, which is refused"
                        )));
                    };
                    prop_assert!(!taken.is_rewritten(), "{repair:?} is not canonical");
                    let openings = read(repair).ok_or_else(|| TestCaseError::fail("nothing is built"))?;
                    prop_assert!(is_meant(&openings, &meaning), "{text:?} became {repair:?}");
                    for kind in writer.kinds {
                        *seen.borrow_mut().entry(kind).or_default() += 1;
                    }
                }
                None => prop_assert!(is_open_to_doubt(&meaning, &hand), "{text:?} has no repair"),
            },
            Review::Taken(taken) => prop_assert!(is_meant(taken.openings(), &meaning), "{text:?}"),
        }
        Ok(())
    });
    if let Err(failure) = ran {
        panic!("{failure}");
    }
    let seen = seen.into_inner();
    for kind in KINDS {
        assert!(seen.get(&kind).is_some_and(|count| *count >= 100), "{kind:?} is rare: {seen:?}");
    }
}
