//! A second reader of dial intervals: slow, plain, and written from the description of Asterisk's parser (facts 2.2 to
//! 2.4) without a look at the first. Both have to agree on any text.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may panic like tests")]

use dialdesk_core::interval::{Moment, read};
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use serde_json::Value;

const VECTORS: &str = include_str!("vectors/dial-interval.jsonl");
const WEEKDAYS: &str = "sun mon tue wed thu fri sat";
const MONTHS: &str = "jan feb mar apr may jun jul aug sep oct nov dec";

/// What a text opens: a switch for each minute, weekday, day and month, and the zone.
#[derive(Debug, PartialEq)]
struct Switches {
    minutes: Vec<bool>,
    weekdays: Vec<bool>,
    days: Vec<bool>,
    months: Vec<bool>,
    zone: Option<String>,
}

/// The text as C sees it, with a NUL behind its end, and a place in it.
struct Cursor {
    bytes: Vec<u8>,
    at: usize,
}

impl Cursor {
    fn of(text: &[u8]) -> Self {
        Self { bytes: [text, b"\0"].concat(), at: 0 }
    }

    fn here(&self) -> u8 {
        self.bytes[self.at]
    }

    /// `%2d`: blanks, then at most two characters of a number with its sign.
    fn number(&mut self) -> Option<i32> {
        while b" \t\n\x0b\x0c\r".contains(&self.here()) {
            self.at += 1;
        }
        let mut left = 2;
        let mut sign = 1;
        if self.here() == b'+' || self.here() == b'-' {
            sign = if self.here() == b'-' { -1 } else { 1 };
            self.at += 1;
            left -= 1;
        }
        let mut value = None;
        while left > 0 && self.here().is_ascii_digit() {
            value = Some(value.unwrap_or(0) * 10 + i32::from(self.here() - b'0'));
            self.at += 1;
            left -= 1;
        }
        value.map(|value| value * sign)
    }

    /// `%2d:%2d`, as a minute of the day.
    fn time(&mut self) -> Option<usize> {
        let hour = self.number()?;
        if self.here() != b':' {
            return None;
        }
        self.at += 1;
        let minute = self.number()?;
        let exists = (0..=23).contains(&hour) && (0..=59).contains(&minute);
        if exists { usize::try_from(hour * 60 + minute).ok() } else { None }
    }
}

/// Switches on the places from one to another, one after the other, around the circle.
fn switch_on(switches: &mut [bool], first: usize, last: usize) {
    let mut at = first;
    while at != last {
        switches[at] = true;
        at = (at + 1) % switches.len();
    }
    switches[last] = true;
}

fn times(field: &[u8]) -> Vec<bool> {
    if field.is_empty() || field == b"*" {
        return vec![true; 24 * 60];
    }
    let mut switches = vec![false; 24 * 60];
    for part in field.split(|byte| *byte == b'&') {
        match part.iter().position(|byte| *byte == b'-') {
            None => {
                if let Some(only) = Cursor::of(part).time() {
                    switches[only] = true;
                }
            }
            Some(dash) => {
                let mut end = Cursor::of(&part[dash + 1..]);
                while end.here() != 0 && !end.here().is_ascii_digit() {
                    end.at += 1;
                }
                if let (Some(first), Some(last)) = (Cursor::of(&part[..dash]).time(), end.time()) {
                    switch_on(&mut switches, first, last);
                }
            }
        }
    }
    switches
}

fn place(text: &[u8], names: &str, size: usize) -> Option<usize> {
    if text.first().is_some_and(|first| *first > b'9') {
        let lower = text.to_ascii_lowercase();
        return names.split_whitespace().position(|name| name.as_bytes() == lower);
    }
    let number = usize::try_from(Cursor::of(text).number()?).ok()?;
    if (1..=size).contains(&number) { Some(number - 1) } else { None }
}

fn places(field: &[u8], names: &str, size: usize) -> Vec<bool> {
    if field.is_empty() || field == b"*" {
        return vec![true; size];
    }
    let mut switches = vec![false; size];
    for part in field.split(|byte| *byte == b'&') {
        let (first, last) = match part.iter().position(|byte| *byte == b'-') {
            None => (place(part, names, size), place(part, names, size)),
            Some(dash) => (place(&part[..dash], names, size), place(&part[dash + 1..], names, size)),
        };
        if let (Some(first), Some(last)) = (first, last) {
            switch_on(&mut switches, first, last);
        }
    }
    switches
}

fn read_slowly(text: &str) -> Option<Switches> {
    let text: Vec<u8> = text.bytes().take_while(|byte| *byte != 0).collect();
    if text.is_empty() {
        return None;
    }
    let fields: Vec<&[u8]> = text.split(|byte| *byte == b',' || *byte == b'|').collect();
    let field = |at: usize| fields.get(at).copied().unwrap_or(b"");
    let zone = if fields.len() == 5 { Some(String::from_utf8(field(4).to_vec()).unwrap()) } else { None };
    Some(Switches {
        minutes: times(field(0)),
        weekdays: places(field(1), WEEKDAYS, 7),
        days: places(field(2), "", 31),
        months: places(field(3), MONTHS, 12),
        zone,
    })
}

/// The places that are on, numbered from `base`.
fn on(switches: &[bool], base: u16) -> Vec<u16> {
    (base..).zip(switches).filter(|(_, on)| **on).map(|(at, _)| at).collect()
}

#[track_caller]
fn agree(text: &str) {
    let (fast, slow) = (read(text), read_slowly(text));
    assert_eq!(fast.is_some(), slow.is_some(), "{text:?}");
    let (Some(fast), Some(slow)) = (fast, slow) else { return };
    let minutes: Vec<u16> = fast.minutes().into_iter().flat_map(|(first, last)| first..=last).collect();
    let wide = |numbers: Vec<u8>| numbers.into_iter().map(u16::from).collect::<Vec<_>>();
    assert_eq!(minutes, on(&slow.minutes, 0), "minutes of {text:?}");
    assert_eq!(wide(fast.weekdays()), on(&slow.weekdays, 0), "weekdays of {text:?}");
    assert_eq!(wide(fast.days()), on(&slow.days, 1), "days of {text:?}");
    assert_eq!(wide(fast.months()), on(&slow.months, 1), "months of {text:?}");
    assert_eq!(fast.timezone(), slow.zone.as_deref(), "zone of {text:?}");
}

/// Random texts, the same in every run.
struct Texts(TestRng);

impl Texts {
    fn new() -> Self {
        Self(TestRng::deterministic_rng(RngAlgorithm::ChaCha))
    }

    fn below(&mut self, size: u32) -> u32 {
        self.0.next_u32() % size
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        let at = self.below(u32::try_from(of.len()).unwrap());
        of[usize::try_from(at).unwrap()]
    }

    /// A number, most often in its range, sometimes with a zero, a blank, a sign or something behind it.
    fn number(&mut self, max: u32) -> String {
        let number = self.below(max + 2);
        let before = if self.below(3) > 0 { "" } else { self.one(&["", "0", "0", " ", "+", "-", "\t"]) };
        let after = if self.below(4) > 0 { "" } else { self.one(&["", " ", "x", "am", "9"]) };
        format!("{before}{number}{after}")
    }

    fn time(&mut self) -> String {
        let (hour, minute) = (self.number(24), self.number(60));
        let colon = if self.below(4) > 0 { ":" } else { self.one(&[":", ": ", " :", ".", ""]) };
        format!("{hour}{colon}{minute}")
    }

    fn place(&mut self, names: &str, size: u32) -> String {
        let names: Vec<&str> = names.split_whitespace().collect();
        if names.is_empty() || self.below(3) == 0 {
            return self.number(size);
        }
        let name = self.one(&names).to_owned();
        match self.below(24) {
            0 => name.to_uppercase(),
            1 => format!("{name} "),
            2 => format!(" {name}"),
            3 => format!("{name}day"),
            _ => name,
        }
    }

    fn field(&mut self, mut value: impl FnMut(&mut Self) -> String) -> String {
        if self.below(5) == 0 {
            return self.one(&["*", "*", "*", "", " *", " "]).to_owned();
        }
        let mut field = value(self);
        for _ in 0..self.below(5) {
            let joint = self.one(&["-", "-", "&", "&", "&", " - ", "--", "-a", "\u{2013}", "&&"]);
            field.push_str(joint);
            field.push_str(&value(self));
        }
        field
    }

    /// Whole texts, of which every fourth has a sign in a wrong place.
    fn text(&mut self) -> String {
        let fields = [
            self.field(Self::time),
            self.field(|texts| texts.place(WEEKDAYS, 7)),
            self.field(|texts| texts.number(31)),
            self.field(|texts| texts.place(MONTHS, 12)),
            self.one(&["", "Europe/Rome", " GMT", "x"]).to_owned(),
            "*".to_owned(),
        ];
        let count = [1, 2, 3, 4, 4, 4, 4, 5, 5, 6][usize::try_from(self.below(10)).unwrap()];
        let mut text = String::new();
        for (at, field) in fields.iter().take(count).enumerate() {
            if at > 0 {
                text.push_str(self.one(&[",", ",", ",", "|"]));
            }
            text.push_str(field);
        }
        if self.below(4) == 0 {
            let length = u32::try_from(text.chars().count()).unwrap();
            let at = usize::try_from(self.below(length + 1)).unwrap();
            let sign =
                self.one(&["&", "-", ",", "|", "*", ":", " ", ";", "\0", "é", "0", "\u{a0}", "m", "\r"]);
            text = text.chars().take(at).chain(sign.chars()).chain(text.chars().skip(at)).collect();
        }
        text
    }
}

#[test]
fn the_slow_reader_gives_the_recorded_answers_too() {
    for line in VECTORS.lines() {
        let recorded: Value = serde_json::from_str(line).unwrap();
        let text = recorded["spec"].as_str().unwrap();
        let Some(slow) = read_slowly(text) else {
            assert_eq!(recorded["built"], false, "{text:?}");
            continue;
        };
        let recorded_minutes = recorded["minutes"].as_array().unwrap().iter();
        let edge = |range: &Value, end: usize| u16::try_from(range[end].as_u64().unwrap()).unwrap();
        let minutes: Vec<u16> = recorded_minutes.flat_map(|range| edge(range, 0)..=edge(range, 1)).collect();
        assert_eq!(on(&slow.minutes, 0), minutes, "{text:?}");
        for (name, switches, base) in
            [("weekdays", &slow.weekdays, 0), ("days", &slow.days, 1), ("months", &slow.months, 1)]
        {
            assert_eq!(Value::from(on(switches, base)), recorded[name], "{name} of {text:?}");
        }
        assert_eq!(slow.zone.as_deref(), recorded["timezone"].as_str(), "{text:?}");
    }
}

#[test]
fn two_readers_agree_on_a_hundred_thousand_texts() {
    let mut texts = Texts::new();
    let (mut open, mut never) = (0, 0);
    for _ in 0..100_000 {
        let text = texts.text();
        agree(&text);
        if read(&text).is_some_and(|openings| !openings.is_never()) {
            open += 1;
        } else {
            never += 1;
        }
    }
    assert!(open > 20_000 && never > 20_000, "{open} open, {never} never do");
}

#[test]
fn two_readers_agree_on_texts_of_ten_thousand_characters() {
    let mut texts = Texts::new();
    for separator in ["&", ",", "-", "|", " "] {
        let mut text = texts.text();
        while text.chars().count() < 10_000 {
            text.push_str(separator);
            text.push_str(&texts.text());
        }
        let text: String = text.chars().take(10_000).collect();
        agree(&text);
        // A text that is too long has no fields for a form.
        assert!(matches!(
            dialdesk_core::interval::review(&text),
            dialdesk_core::interval::Review::Refused(refused) if refused.repair().is_none()
        ));
    }
}

/// Moments one by one: all four have to hold.
#[test]
fn a_moment_is_open_where_all_four_switches_are_on() {
    let mut texts = Texts::new();
    for _ in 0..1_000 {
        let text = texts.text();
        let (Some(fast), Some(slow)) = (read(&text), read_slowly(&text)) else { continue };
        for _ in 0..20 {
            let below = |texts: &mut Texts, size| usize::try_from(texts.below(size)).unwrap();
            let (minute, weekday) = (below(&mut texts, 1_440), below(&mut texts, 7));
            let (day, month) = (below(&mut texts, 28), below(&mut texts, 12));
            let byte = |number: usize| u8::try_from(number).unwrap();
            let moment =
                Moment::new(u16::try_from(minute).unwrap(), byte(weekday), byte(day + 1), byte(month + 1));
            let all = slow.minutes[minute] && slow.weekdays[weekday] && slow.days[day] && slow.months[month];
            assert_eq!(fast.contains(moment.unwrap()), all, "{text:?}");
        }
    }
}
