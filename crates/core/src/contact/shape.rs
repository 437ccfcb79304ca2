//! What each field of a contact may hold: the check, the help text and the tests read the same data.

use serde::{Serialize, Serializer};

use super::custom::{CustomField, CustomKind};
use super::draft::ContactProblem;
use super::field::ContactField;
use crate::range::INTEGER_MAX;

/// Most characters of an ordinary column of a contact (`varchar(255)` in the schema seen).
pub const TEXT_MAX: usize = 255;

/// The whole numbers of a custom field: 32 bits with a sign.
pub const WHOLE: (i64, i64) = (i32::MIN as i64, i32::MAX as i64);

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Text of at most [`TEXT_MAX`] characters.
    Text,
    /// Text of any length.
    LongText,
    /// A web address: text that should begin with `https://`.
    Link,
    /// A whole number, both limits included.
    Whole {
        /// The smallest.
        min: i64,
        /// The largest.
        max: i64,
    },
    /// A date and time in UTC.
    Moment,
    /// One of these choices, written exactly so.
    Choice(Vec<String>),
    /// Yes or no.
    Switch,
}

/// A value that is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// A text, exactly as typed.
    Text(String),
    /// A whole number. A switch is 0 or 1: the columns of the server's switches are small integers.
    Whole(i64),
}

impl Serialize for FieldValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Whole(number) => serializer.serialize_i64(*number),
        }
    }
}

/// A field that the contacts of a list can have.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OfferedField {
    /// Which.
    pub field: ContactField,
    /// What people call it, for a custom field.
    pub label: Option<String>,
    /// What it holds.
    pub shape: Shape,
    /// Whether a contact must have it.
    pub is_required: bool,
}

/// The fields that a list with these custom fields offers, in the order in which they are sent.
pub fn offered(custom: &[CustomField]) -> Vec<OfferedField> {
    let standard = ContactField::STANDARD.iter().map(|field| OfferedField {
        field: *field,
        label: None,
        shape: standard_shape(*field),
        is_required: *field == ContactField::FirstName,
    });
    let mut own: Vec<OfferedField> = custom
        .iter()
        .map(|custom| OfferedField {
            field: ContactField::Custom(custom.id),
            label: Some(custom.label.clone()),
            shape: custom_shape(&custom.kind),
            is_required: custom.is_required,
        })
        .collect();
    own.sort_by_key(|offered| offered.field);
    standard.chain(own).collect()
}

fn standard_shape(field: ContactField) -> Shape {
    match field {
        ContactField::Description => Shape::LongText,
        ContactField::Priority | ContactField::CompanyId | ContactField::UserId => {
            Shape::Whole { min: 1, max: i64::from(INTEGER_MAX) }
        }
        ContactField::ScheduledAt => Shape::Moment,
        ContactField::FirstName
        | ContactField::LastName
        | ContactField::Phone
        | ContactField::Mobile
        | ContactField::Fax
        | ContactField::Email
        | ContactField::Street
        | ContactField::PostalCode
        | ContactField::City
        | ContactField::Country
        | ContactField::DateOfBirth
        | ContactField::Url
        | ContactField::Facebook
        | ContactField::Twitter
        | ContactField::Skype
        | ContactField::Teams
        | ContactField::Viber
        | ContactField::Line
        | ContactField::Wechat
        | ContactField::Telegram
        | ContactField::Custom(_) => Shape::Text,
    }
}

fn custom_shape(kind: &CustomKind) -> Shape {
    match kind {
        // The server keeps the text of a custom field in a long column.
        CustomKind::Text | CustomKind::Other(_) => Shape::LongText,
        CustomKind::Select(choices) => Shape::Choice(choices.clone()),
        CustomKind::Number => Shape::Whole { min: WHOLE.0, max: WHOLE.1 },
        CustomKind::Switch => Shape::Switch,
        CustomKind::DateTime => Shape::Moment,
        CustomKind::Url => Shape::Link,
    }
}

/// Words for yes that a cell of a spreadsheet may hold, in the languages whose headers are understood: English, Italian,
/// Spanish, French, German, Portuguese. A single letter is none: `n` and `s` mean other things elsewhere.
const YES: [&str; 15] = [
    "1",
    "true",
    "yes",
    "on",
    "sì",
    "si",
    "vero",
    "sí",
    "verdadero",
    "oui",
    "vrai",
    "ja",
    "wahr",
    "sim",
    "verdadeiro",
];
/// The same for no.
const NO: [&str; 11] = ["0", "false", "no", "off", "falso", "non", "faux", "nein", "falsch", "não", "nao"];

impl Shape {
    /// The value of what was typed; none for a blank.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(&self, text: &str) -> Result<Option<FieldValue>, ContactProblem> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Ok(None);
        }
        match self {
            Self::Text => {
                let characters = text.chars().count();
                if characters > TEXT_MAX {
                    return Err(ContactProblem::TooLong { characters });
                }
                Ok(Some(FieldValue::Text(text.to_owned())))
            }
            Self::LongText | Self::Link => Ok(Some(FieldValue::Text(text.to_owned()))),
            Self::Whole { min, max } => match whole(trimmed) {
                Some(number) if (*min..=*max).contains(&number) => Ok(Some(FieldValue::Whole(number))),
                Some(_) | None => Err(ContactProblem::NotWhole { min: *min, max: *max }),
            },
            Self::Moment => match moment(trimmed) {
                Some(moment) => Ok(Some(FieldValue::Text(moment))),
                None => Err(ContactProblem::NotMoment),
            },
            Self::Choice(choices) => match choices.iter().find(|choice| choice.trim() == trimmed) {
                Some(choice) => Ok(Some(FieldValue::Text(choice.clone()))),
                None => Err(ContactProblem::NotChoice),
            },
            Self::Switch => match switch(trimmed) {
                Some(is_on) => Ok(Some(FieldValue::Whole(i64::from(is_on)))),
                None => Err(ContactProblem::NotSwitch),
            },
        }
    }

    /// How a form shows what the server has: switches as `1` and `0`, moments as an input of that kind takes them.
    pub fn shown(&self, text: &str) -> String {
        match self {
            Self::Switch => match switch(text.trim()) {
                Some(true) => "1".to_owned(),
                Some(false) => "0".to_owned(),
                None => text.to_owned(),
            },
            Self::Moment => match moment(text.trim()) {
                Some(moment) => {
                    let local = moment.trim_end_matches('Z');
                    local.strip_suffix(":00").unwrap_or(local).to_owned()
                }
                None => text.to_owned(),
            },
            Self::Text | Self::LongText | Self::Link | Self::Whole { .. } | Self::Choice(_) => {
                text.to_owned()
            }
        }
    }
}

/// A whole number as people write it: digits, and a minus in front.
fn whole(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

fn switch(text: &str) -> Option<bool> {
    let text = text.to_lowercase();
    if YES.contains(&text.as_str()) {
        Some(true)
    } else if NO.contains(&text.as_str()) {
        Some(false)
    } else {
        None
    }
}

/// `2026-03-02`, `2026-03-02 08:00` or `2026-03-02T08:00:00.000Z` as `2026-03-02T08:00:00Z`. A day that does not exist
/// is none, and neither is a day written in another order: which number is the month would be a guess.
fn moment(text: &str) -> Option<String> {
    let text = text.strip_suffix(['Z', 'z']).unwrap_or(text);
    let (date, time) = text.split_once(['T', ' ']).unwrap_or((text, "00:00"));
    let mut parts = date.split('-');
    let (year, month, day) =
        (number(parts.next()?, 4)?, number(parts.next()?, 2)?, number(parts.next()?, 2)?);
    let time = time.split_once('.').map_or(time, |(whole, _)| whole);
    let mut clock = time.split(':');
    let (hour, minute) = (number(clock.next()?, 2)?, number(clock.next()?, 2)?);
    let second = clock.next().map_or(Some(0), |second| number(second, 2))?;
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let is_day = (1..=12).contains(&month) && (1..=days).contains(&day);
    let is_time = hour < 24 && minute < 60 && second < 60;
    (is_day && is_time && parts.next().is_none() && clock.next().is_none())
        .then(|| format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"))
}

fn number(text: &str, digits: usize) -> Option<u32> {
    let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_has_255_characters_whatever_their_bytes() {
        assert!(Shape::Text.read(&"é".repeat(255)).is_ok());
        assert_eq!(Shape::Text.read(&"é".repeat(256)), Err(ContactProblem::TooLong { characters: 256 }));
        assert!(Shape::LongText.read(&"x".repeat(5000)).is_ok());
    }

    #[test]
    fn text_is_sent_as_it_was_typed_and_a_blank_is_nothing() {
        assert_eq!(Shape::Text.read(" +39 02 "), Ok(Some(FieldValue::Text(" +39 02 ".into()))));
        assert_eq!(Shape::Text.read(" \t"), Ok(None));
    }

    #[test]
    fn whole_numbers_hold_to_both_limits() {
        let priority = standard_shape(ContactField::Priority);
        for (text, value) in [("1", 1), (" 2147483647 ", 2_147_483_647), ("007", 7)] {
            assert_eq!(priority.read(text), Ok(Some(FieldValue::Whole(value))), "{text}");
        }
        for text in ["0", "-1", "2147483648", "1.5", "1,5", "x", "+3", "３", "99999999999999999999"] {
            let wrong = ContactProblem::NotWhole { min: 1, max: 2_147_483_647 };
            assert_eq!(priority.read(text), Err(wrong), "{text}");
        }
        let number = custom_shape(&CustomKind::Number);
        for (text, value) in [("-2147483648", -2_147_483_648), ("2147483647", 2_147_483_647), ("0", 0)] {
            assert_eq!(number.read(text), Ok(Some(FieldValue::Whole(value))), "{text}");
        }
        for text in ["-2147483649", "2147483648", "-", "--1"] {
            assert!(number.read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn moments_are_days_that_exist_in_one_order() {
        for (text, sent) in [
            ("2026-03-02", "2026-03-02T00:00:00Z"),
            ("2026-03-02 08:05", "2026-03-02T08:05:00Z"),
            ("2026-03-02T08:05:30.000Z", "2026-03-02T08:05:30Z"),
            ("2028-02-29T23:59", "2028-02-29T23:59:00Z"),
        ] {
            assert_eq!(Shape::Moment.read(text), Ok(Some(FieldValue::Text(sent.into()))), "{text}");
        }
        for text in
            ["02/03/2026", "2026-02-29", "2026-13-01", "2026-04-31", "2026-03-02T24:00", "2026-3-2", "now"]
        {
            assert_eq!(Shape::Moment.read(text), Err(ContactProblem::NotMoment), "{text}");
        }
        assert_eq!(Shape::Moment.shown("2026-03-02T08:05:00.000Z"), "2026-03-02T08:05");
        assert_eq!(Shape::Moment.shown("2026-03-02T08:05:30.000Z"), "2026-03-02T08:05:30");
        assert_eq!(Shape::Moment.shown("soon"), "soon");
    }

    #[test]
    fn choices_and_switches_take_their_words_and_no_others() {
        let day = Shape::Choice(vec!["Friday".into(), "Saturday".into()]);
        assert_eq!(day.read(" Friday"), Ok(Some(FieldValue::Text("Friday".into()))));
        assert_eq!(day.read("friday"), Err(ContactProblem::NotChoice));
        for (text, value) in
            [("1", 1), ("TRUE", 1), ("Sì", 1), ("0", 0), ("FALSO", 0), ("WAHR", 1), ("Falsch", 0), ("NÃO", 0)]
        {
            assert_eq!(Shape::Switch.read(text), Ok(Some(FieldValue::Whole(value))), "{text}");
        }
        for text in ["2", "n", "perhaps", "yes please"] {
            assert_eq!(Shape::Switch.read(text), Err(ContactProblem::NotSwitch), "{text}");
        }
        assert_eq!((Shape::Switch.shown("true"), Shape::Switch.shown("0")), ("1".into(), "0".into()));
    }

    #[test]
    fn custom_fields_follow_the_standard_ones_by_number() {
        let custom = |id| CustomField::new(Id::new(id).unwrap(), "x", CustomKind::Text);
        let fields = offered(&[custom(7), custom(3)]);
        let names: Vec<String> =
            fields.iter().rev().take(3).map(|offered| offered.field.to_string()).collect();
        assert_eq!(names, ["cf_7", "cf_3", "UserId"]);
        assert_eq!(fields.iter().filter(|offered| offered.is_required).count(), 1);
    }

    use crate::id::Id;
}
