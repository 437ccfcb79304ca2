//! One value: from the text that was typed, or from JSON, to JSON.

use serde_json::{Number, Value as Json};

use super::key::Key;
use super::method::Method;
use super::problem::Kind;
use super::queue_options::{self, Flaw};
use super::shape::{DecimalRange, Shape};
use crate::interval::{self, Review};
use crate::range::Range;

/// A number with at most two decimals, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hundredths(pub u32);

/// A value that can be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `true` or `false`
    Flag(bool),
    /// A whole number.
    Whole(u32),
    /// A number that may have decimals; a whole one is written without a point.
    Decimal(Hundredths),
    /// Text.
    Text(String),
}

impl Value {
    /// As the API writes it.
    pub fn json(&self) -> Json {
        match self {
            Self::Flag(flag) => Json::Bool(*flag),
            Self::Whole(number) => Json::Number((*number).into()),
            Self::Decimal(number) => decimal(*number),
            Self::Text(text) => Json::String(text.clone()),
        }
    }
}

fn decimal(Hundredths(hundredths): Hundredths) -> Json {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    if rest == 0 {
        return Json::Number(whole.into());
    }
    let text = format!("{whole}.{rest:02}");
    // Digits around a point are always a number of JSON.
    text.trim_end_matches('0').parse::<Number>().map_or(Json::Null, Json::Number)
}

/// What `text` is worth under `key`: a value, or none where the key stays away.
pub(super) fn parse(key: Key, text: &str, method: &Method) -> Result<Option<Value>, Kind> {
    let trimmed = text.trim();
    let shape = key.shape();
    if trimmed.is_empty() && shape != Shape::QueueOptions && shape != Shape::Interval {
        return if key.may_be_empty() { Ok(None) } else { Err(Kind::Missing) };
    }
    let value = match shape {
        Shape::Switch => match trimmed {
            "true" => Value::Flag(true),
            "false" => Value::Flag(false),
            _ => return Err(Kind::UnknownWord),
        },
        Shape::Word(words) if words.is_closed && !words.known.contains(&trimmed) => {
            return Err(Kind::UnknownWord);
        }
        Shape::Word(_) => Value::Text(trimmed.to_owned()),
        // What the method does not use is kept as it is, as long as it is a number.
        Shape::Whole(range) if !method.uses(key) => Value::Whole(whole(trimmed, Range::from(0, range.unit))?),
        Shape::Whole(range) => Value::Whole(whole(trimmed, range)?),
        Shape::Record(_) => Value::Whole(whole(trimmed, super::shape::RECORD)?),
        Shape::Decimal(range) => Value::Decimal(hundredths(trimmed, range, method.uses(key))?),
        Shape::Text(max) => {
            let characters = trimmed.chars().count();
            if characters > max {
                return Err(Kind::TooLong { max, characters });
            }
            Value::Text(trimmed.to_owned())
        }
        Shape::Interval => match interval::review(text) {
            Review::Taken(taken) => Value::Text(taken.canonical().to_owned()),
            Review::Refused(refused) => return Err(Kind::Interval(Box::new(refused))),
        },
        Shape::QueueOptions => match queue_options::read(trimmed) {
            Ok(_) => Value::Text(trimmed.to_owned()),
            Err(Flaw::Unclosed) => return Err(Kind::OptionsUnclosed),
            Err(Flaw::Comma) => return Err(Kind::OptionsComma),
        },
    };
    Ok(Some(value))
}

/// A whole number in the digits 0 to 9, in its range.
///
/// # Errors
/// [`Kind::NotWhole`] for anything but digits, [`Kind::OutOfRange`] for numbers below, above or below zero.
pub(super) fn whole(text: &str, range: Range) -> Result<u32, Kind> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Kind::NotWhole(range));
    }
    // Whole, but below zero or larger than any range.
    text.parse().ok().filter(|number| range.contains(*number)).ok_or(Kind::OutOfRange(range))
}

/// A number with at most two decimals after a point or a comma: more would look like a grouped thousand.
fn hundredths(text: &str, range: DecimalRange, in_use: bool) -> Result<Hundredths, Kind> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = unsigned.split_once(['.', ',']).unwrap_or((unsigned, "0"));
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(decimals) || decimals.len() > 2 {
        return Err(Kind::NotDecimal(range));
    }
    let number = format!("{whole}{decimals:0<2}").parse::<u32>().ok().filter(|_| !text.starts_with('-'));
    let limits = if in_use { range.min * 100..=range.max * 100 } else { 0..=u32::MAX };
    match number {
        Some(number) if limits.contains(&number) => Ok(Hundredths(number)),
        Some(_) | None => Err(Kind::OutOfDecimalRange(range)),
    }
}

/// The text of a value that came as JSON, read leniently: numbers as text, switches as 0 and 1, yes and no as booleans.
pub(super) fn text_of(key: Key, json: &Json) -> String {
    let text = match json {
        Json::Null => String::new(),
        Json::Bool(flag) => flag.to_string(),
        Json::Number(number) => number.to_string(),
        Json::String(text) => text.clone(),
        Json::Array(_) | Json::Object(_) => json.to_string(),
    };
    match key.shape() {
        Shape::Switch => match text.trim() {
            "1" => "true".to_owned(),
            "0" => "false".to_owned(),
            trimmed => trimmed.to_owned(),
        },
        Shape::Word(words) if words.known.contains(&"yes") => match text.trim() {
            "true" | "1" => "yes".to_owned(),
            "false" | "0" => "no".to_owned(),
            _ => text,
        },
        // `3.0` is 3 to everybody.
        Shape::Whole(_) | Shape::Record(_) | Shape::Decimal(_) if json.is_number() => {
            text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
        }
        Shape::Word(_)
        | Shape::Whole(_)
        | Shape::Record(_)
        | Shape::Decimal(_)
        | Shape::Text(_)
        | Shape::Interval
        | Shape::QueueOptions => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::range::Unit;

    const RANGE: Range = Range::new(1, 60_000, Unit::Milliseconds);

    #[test]
    fn whole_numbers_are_digits_in_their_range() {
        for (text, number) in [("1", 1), ("60000", 60_000), ("007", 7)] {
            assert_eq!(whole(text, RANGE), Ok(number), "{text}");
        }
        for text in
            ["x", "1.5", "1,000", "1 000", "1.000", "２", "+3", "-", "--1", "1e3", "0x10", "½", "-0.5"]
        {
            assert_eq!(whole(text, RANGE), Err(Kind::NotWhole(RANGE)), "{text}");
        }
        for text in ["0", "-1", "60001", "4294967296", "99999999999999999999999999"] {
            assert_eq!(whole(text, RANGE), Err(Kind::OutOfRange(RANGE)), "{text}");
        }
    }

    #[test]
    fn blanks_around_a_number_do_no_harm() {
        for text in [" 30", "30\t", "\u{a0}30 "] {
            let value = parse(Key::OriginateTimeout, text, &Method::Progressive);
            assert_eq!(value, Ok(Some(Value::Whole(30))), "{text:?}");
        }
    }

    #[test]
    fn decimals_have_a_point_or_a_comma_and_at_most_two_places() {
        let range = DecimalRange { min: 1, max: 10 };
        for (text, number, json) in [
            ("1", 100, "1"),
            ("1.0", 100, "1"),
            ("2,5", 250, "2.5"),
            ("9.99", 999, "9.99"),
            ("10", 1_000, "10"),
        ] {
            let read = hundredths(text, range, true).unwrap();
            assert_eq!((read.0, decimal(read).to_string().as_str()), (number, json), "{text}");
        }
        for text in ["1,000", "1.000", ".5", "5.", "1.2.3", "x", "1e1", "１", "+2"] {
            assert_eq!(hundredths(text, range, true), Err(Kind::NotDecimal(range)), "{text}");
        }
        for text in ["0", "0.99", "10.01", "-1", "11", "99999999999"] {
            assert_eq!(hundredths(text, range, true), Err(Kind::OutOfDecimalRange(range)), "{text}");
        }
        assert_eq!(hundredths("0", range, false), Ok(Hundredths(0)));
    }

    #[test]
    fn values_of_servers_are_read_leniently() {
        for (key, json, text) in [
            (Key::Active, "1", "true"),
            (Key::Active, r#""0""#, "false"),
            (Key::Active, "true", "true"),
            (Key::Active, r#"" true""#, "true"),
            (Key::RingInUse, "false", "no"),
            (Key::RingInUse, r#""yes""#, "yes"),
            (Key::Timeout, r#""3""#, "3"),
            (Key::Timeout, "3.0", "3"),
            (Key::Trunk, "12", "12"),
            (Key::Interval, "null", ""),
            (Key::PowerLevel, "1.5", "1.5"),
            (Key::Retry, "[3]", "[3]"),
        ] {
            assert_eq!(text_of(key, &serde_json::from_str(json).unwrap()), text, "{json}");
        }
    }
}
