//! The columns that every contact has.

use serde_json::Value;

use crate::answer::Violation;
use crate::body::check_text;

/// A column of a contact.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct StandardField {
    pub(crate) name: &'static str,
    pub(crate) shape: Shape,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Text that no contact can be without.
    Name,
    /// Text up to the usual limit.
    Text,
    /// Text of any length.
    LongText,
    /// A whole number from 1.
    Priority,
    /// A date and time.
    Moment,
    /// The id of something else.
    Id,
}

const fn text(name: &'static str) -> StandardField {
    StandardField { name, shape: Shape::Text }
}

const fn field(name: &'static str, shape: Shape) -> StandardField {
    StandardField { name, shape }
}

/// The columns, in the order in which answers give them.
pub(crate) const STANDARD: [StandardField; 26] = [
    field("firstName", Shape::Name),
    text("lastName"),
    text("street"),
    text("postalCode"),
    text("city"),
    text("country"),
    text("dateOfBirth"),
    field("description", Shape::LongText),
    text("phone"),
    text("mobile"),
    text("fax"),
    text("email"),
    text("url"),
    text("facebook"),
    text("fb_data"),
    text("twitter"),
    text("skype"),
    text("teams"),
    text("viber"),
    text("line"),
    text("wechat"),
    text("telegram"),
    field("priority", Shape::Priority),
    field("scheduledat", Shape::Moment),
    field("CompanyId", Shape::Id),
    field("UserId", Shape::Id),
];

/// The priority of a contact that is given none.
pub(crate) const DEFAULT_PRIORITY: i64 = 2;

/// The column with a name.
pub(crate) fn find(name: &str) -> Option<&'static StandardField> {
    STANDARD.iter().find(|field| field.name == name)
}

impl Shape {
    /// The column's type in the database, which refuses on its own what no contact may be without.
    pub(crate) fn column(self) -> String {
        match self {
            Self::Name => "TEXT NOT NULL CHECK (firstName <> '')".to_owned(),
            Self::Text | Self::LongText | Self::Moment => "TEXT".to_owned(),
            Self::Priority => format!("INTEGER NOT NULL DEFAULT {DEFAULT_PRIORITY}"),
            Self::Id => "INTEGER".to_owned(),
        }
    }
}

impl StandardField {
    /// What is stored of a JSON value.
    pub(crate) fn check_json(&self, value: Value) -> Result<Value, Violation> {
        let name = self.name;
        match self.shape {
            Shape::Name if value.is_null() || value == "" => Err(Violation::missing(name)),
            Shape::Priority if value.is_null() => Ok(DEFAULT_PRIORITY.into()),
            _ if value.is_null() => Ok(value),
            Shape::Name | Shape::Text => check_text(name, value).map(Value::from),
            Shape::LongText if value.is_string() => Ok(value),
            Shape::LongText => Err(Violation::mistyped(name, "a string", value)),
            Shape::Priority | Shape::Id if value.as_i64().is_some_and(is_positive) => Ok(value),
            Shape::Priority | Shape::Id => Err(Violation::mistyped(name, "a positive whole number", value)),
            Shape::Moment if value.as_str().is_some_and(is_moment) => Ok(value),
            Shape::Moment => Err(Violation::mistyped(name, "a date and time", value)),
        }
    }

    /// What is stored of the text of a file's cell.
    pub(crate) fn check_text(&self, text: &str) -> Result<Value, Violation> {
        match self.shape {
            Shape::Priority | Shape::Id | Shape::Moment if text.is_empty() => self.check_json(Value::Null),
            Shape::Priority | Shape::Id => match text.parse::<i64>() {
                Ok(number) => self.check_json(number.into()),
                Err(_) => Err(Violation::mistyped(self.name, "a positive whole number", text.into())),
            },
            Shape::Name | Shape::Text | Shape::LongText | Shape::Moment => self.check_json(text.into()),
        }
    }
}

fn is_positive(number: i64) -> bool {
    (1..=i64::from(i32::MAX)).contains(&number)
}

/// Whether text looks like `2026-03-02`, alone or with a time after a blank or a `T`: digits where digits belong.
fn is_moment(text: &str) -> bool {
    let fits = |text: &str, pattern: &str| {
        text.len() == pattern.len()
            && text
                .bytes()
                .zip(pattern.bytes())
                .all(|(byte, wanted)| if wanted == b'0' { byte.is_ascii_digit() } else { byte == wanted })
    };
    let text = text.strip_suffix('Z').unwrap_or(text);
    match text.split_once(['T', ' ']) {
        None => fits(text, "0000-00-00"),
        Some((date, time)) => {
            fits(date, "0000-00-00")
                && (fits(time, "00:00") || fits(time, "00:00:00") || fits(time, "00:00:00.000"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_moment;

    #[test]
    fn a_moment_has_digits_where_digits_belong() {
        for good in ["2026-03-02", "2026-03-02T08:00:00Z", "2026-03-02 08:00", "2026-03-02T08:00:00.000Z"] {
            assert!(is_moment(good), "{good}");
        }
        for bad in ["", "now", "2026-3-2", "02/03/2026", "2026-03-02T8", "2026-03-02T08:00:00+01:00x"] {
            assert!(!is_moment(bad), "{bad}");
        }
    }
}
