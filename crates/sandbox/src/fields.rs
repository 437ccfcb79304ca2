//! Custom fields: columns that an installation adds to its contacts, for all lists or for one.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use rusqlite::Connection;
use serde_json::{Map, Value};

use crate::answer::{Refusal, Violation};
use crate::body::PathId;
use crate::page::{Pairs, Selection};
use crate::records::{self, Kind, Record};
use crate::state::Sandbox;

/// What comes before the id in the key of a custom field.
pub(crate) const PREFIX: &str = "cf_";

/// The type of a custom field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FieldType {
    /// Text of any length.
    Text,
    /// A whole number of the size that the vendor's column holds.
    Number,
    /// Yes or no.
    Switch,
    /// One of the choices.
    Select(Vec<String>),
}

/// A custom field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CustomField {
    pub(crate) id: i64,
    pub(crate) field_type: FieldType,
    /// The one list that has the field; all lists if there is none.
    list: Option<i64>,
}

impl CustomField {
    fn of(record: &Record) -> Self {
        let field_type = match record.text("type") {
            "Number" => FieldType::Number,
            "Switch" => FieldType::Switch,
            "Select" => FieldType::Select(choices(record)),
            _ => FieldType::Text,
        };
        Self { id: record.id, field_type, list: record.body.get("ListId").and_then(Value::as_i64) }
    }

    /// The key of the field in a contact.
    pub(crate) fn key(&self) -> String {
        format!("{PREFIX}{}", self.id)
    }

    /// Whether the contacts of a list have the field.
    pub(crate) fn is_of(&self, list: i64) -> bool {
        self.list.is_none_or(|only| only == list)
    }

    /// What is stored of a JSON value.
    pub(crate) fn check_json(&self, value: Value) -> Result<Value, Violation> {
        let key = self.key();
        if value.is_null() {
            return Ok(Value::Null);
        }
        match &self.field_type {
            FieldType::Text if value.is_string() => Ok(value),
            FieldType::Text => Err(Violation::mistyped(&key, "a string", value)),
            FieldType::Number if value.as_i64().is_some_and(is_in_range) => Ok(value),
            FieldType::Number => Err(Violation::mistyped(&key, "a whole number of 32 bits", value)),
            FieldType::Switch if value.is_boolean() => Ok(value),
            FieldType::Switch => match value.as_i64() {
                Some(0) => Ok(false.into()),
                Some(1) => Ok(true.into()),
                Some(_) | None => Err(Violation::mistyped(&key, "true or false", value)),
            },
            FieldType::Select(choices) if value.as_str().is_some_and(|text| is_choice(choices, text)) => {
                Ok(value)
            }
            FieldType::Select(_) => {
                Err(Violation::new(&key, format!("{key} must be one of the choices"), value))
            }
        }
    }

    /// What is stored of the text of a file's cell.
    pub(crate) fn check_text(&self, text: &str) -> Result<Value, Violation> {
        let key = self.key();
        match &self.field_type {
            FieldType::Text => Ok(text.into()),
            FieldType::Number | FieldType::Switch | FieldType::Select(_) if text.is_empty() => {
                Ok(Value::Null)
            }
            FieldType::Number => match text.parse() {
                Ok(number) if is_in_range(number) => Ok(number.into()),
                Ok(_) | Err(_) => Err(Violation::mistyped(&key, "a whole number of 32 bits", text.into())),
            },
            FieldType::Switch => match text {
                "0" | "false" => Ok(false.into()),
                "1" | "true" => Ok(true.into()),
                _ => Err(Violation::mistyped(&key, "true or false", text.into())),
            },
            FieldType::Select(choices) if is_choice(choices, text) => Ok(text.into()),
            FieldType::Select(_) => {
                Err(Violation::new(&key, format!("{key} must be one of the choices"), text.into()))
            }
        }
    }
}

fn choices(record: &Record) -> Vec<String> {
    let values = record.body.get("values").and_then(Value::as_array);
    values.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn is_in_range(number: i64) -> bool {
    i32::try_from(number).is_ok()
}

fn is_choice(choices: &[String], text: &str) -> bool {
    choices.iter().any(|choice| choice == text)
}

/// The custom fields of every list.
pub(crate) fn all(connection: &Connection) -> Result<Vec<CustomField>, Refusal> {
    Ok(records::all(connection, Kind::Field)?.iter().map(CustomField::of).collect())
}

pub(crate) fn routes() -> Router<Sandbox> {
    Router::new()
        .route("/api/cm/custom_fields", get(read_global))
        .route("/api/cm/lists/{id}/fields", get(read_of_list))
}

const COLUMNS: [&str; 6] = ["id", "alias", "name", "type", "values", "required"];

async fn read_global(State(sandbox): State<Sandbox>, Pairs(pairs): Pairs) -> Result<Response, Refusal> {
    let selection = Selection::parse(pairs)?;
    let rows = sandbox.read(|connection| rows(connection, |field| field.list.is_none()))?;
    Ok(selection.pick(rows, &COLUMNS, &["alias", "name"])?.counted())
}

async fn read_of_list(
    State(sandbox): State<Sandbox>,
    PathId(list): PathId,
    Pairs(pairs): Pairs,
) -> Result<Response, Refusal> {
    let (options, rest): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(key, _)| key == "includeGlobals");
    let with_globals = options.iter().any(|(_, value)| value == "true");
    let selection = Selection::parse(rest)?;
    let rows = sandbox.read(|connection| {
        records::find(connection, Kind::List, list)?;
        rows(connection, |field| field.list == Some(list) || (with_globals && field.list.is_none()))
    })?;
    Ok(selection.pick(rows, &COLUMNS, &["alias", "name"])?.counted())
}

fn rows(
    connection: &Connection,
    is_wanted: impl Fn(&CustomField) -> bool,
) -> Result<Vec<Map<String, Value>>, Refusal> {
    let records = records::all(connection, Kind::Field)?;
    Ok(records.iter().filter(|record| is_wanted(&CustomField::of(record))).map(Record::to_json).collect())
}
