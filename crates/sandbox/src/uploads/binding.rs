//! Which column of a file goes into which field of a contact.

use std::io::Cursor;

use csv::ByteRecord;
use rusqlite::Connection;
use serde_json::Value;

use crate::answer::{Refusal, Violation};
use crate::body::Keys;
use crate::contacts::draft::ContactField;
use crate::fields;
use crate::records::{self, Kind};

const BYTE_ORDER_MARK: [u8; 3] = [0xEF, 0xBB, 0xBF];

/// What the call asks for.
#[derive(Debug)]
pub(super) struct Order {
    pub(super) list: i64,
    pub(super) bindings: Vec<Binding>,
    /// The bound fields that tell a contact from another; none if no duplicate is to be dropped.
    pub(super) duplicates: Vec<ContactField>,
}

/// A field and the header of its column.
#[derive(Debug)]
pub(super) struct Binding {
    pub(super) key: String,
    pub(super) field: ContactField,
    header: String,
}

/// Reads the body of the call.
pub(super) fn read(connection: &Connection, body: Value) -> Result<Order, Refusal> {
    let mut keys = Keys::of_object(body)?;
    // On the documented page the id is another name than that of the path, so it is not compared with it.
    keys.required_text("id");
    let list = keys.required_id("ListId");
    if let Some(list) = list {
        records::find(connection, Kind::List, list)?;
    }
    let list = list.unwrap_or_default();
    if let Some(stamp) = keys.take("socket_timestamp")
        && stamp.as_i64().is_none()
    {
        keys.refuse(Violation::mistyped("socket_timestamp", "a whole number", stamp));
    }
    let bindings = take_bindings(connection, &mut keys, list)?;
    let duplicates = take_duplicates(&mut keys, &bindings);
    keys.finish()?;
    Ok(Order { list, bindings, duplicates })
}

fn take_bindings(connection: &Connection, keys: &mut Keys, list: i64) -> Result<Vec<Binding>, Refusal> {
    let pairs = match keys.take("binding") {
        None | Some(Value::Null) => {
            keys.refuse(Violation::missing("binding"));
            return Ok(Vec::new());
        }
        Some(Value::Object(pairs)) => pairs,
        Some(value @ (Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_))) => {
            keys.refuse(Violation::mistyped("binding", "an object of contact fields and headers", value));
            return Ok(Vec::new());
        }
    };
    let custom = fields::all(connection)?;
    if !pairs.contains_key("firstName") {
        keys.refuse(Violation::new("binding.firstName", "firstName must be bound", Value::Null));
    }
    let mut bindings = Vec::new();
    for (key, header) in pairs {
        let path = format!("binding.{key}");
        match (ContactField::find(&key, list, &custom), header) {
            (Some(field), Value::String(header)) => bindings.push(Binding { key, field, header }),
            (None, header) => {
                keys.refuse(Violation::new(
                    &path,
                    format!("{key} is not a field of this list's contacts"),
                    header,
                ));
            }
            (
                Some(_),
                header @ (Value::Null
                | Value::Bool(_)
                | Value::Number(_)
                | Value::Array(_)
                | Value::Object(_)),
            ) => keys.refuse(Violation::mistyped(&path, "a header of the file", header)),
        }
    }
    Ok(bindings)
}

fn take_duplicates(keys: &mut Keys, bindings: &[Binding]) -> Vec<ContactField> {
    let Some(value) = keys.take("duplicates") else {
        return Vec::new();
    };
    let Value::Array(names) = value else {
        keys.refuse(Violation::mistyped("duplicates", "a list of contact fields", value));
        return Vec::new();
    };
    let mut duplicates = Vec::new();
    for name in names {
        match bindings.iter().find(|binding| name == binding.key.as_str()) {
            Some(binding) => duplicates.push(binding.field.clone()),
            None => {
                keys.refuse(Violation::new("duplicates", "duplicates must name bound contact fields", name));
            }
        }
    }
    duplicates
}

/// The rows of a file, with the bound cells found in them.
#[derive(Debug)]
pub(super) struct Reader {
    csv: csv::Reader<Cursor<Vec<u8>>>,
    /// The place of each binding's column.
    columns: Vec<usize>,
}

impl Reader {
    /// Reads the header and finds the bound columns. A header is compared as it stands in the file, blanks and all.
    pub(super) fn new(mut content: Vec<u8>, order: &Order) -> Result<Self, Refusal> {
        if content.starts_with(&BYTE_ORDER_MARK) {
            // The reader drops one mark. Whether the real server does is not known; here it is part of the first
            // header, so that an app which does not care for it is found out.
            content.splice(..0, BYTE_ORDER_MARK);
        }
        let mut csv = csv::ReaderBuilder::new().flexible(true).from_reader(Cursor::new(content));
        let headers = csv.byte_headers().cloned().unwrap_or_default();
        let mut violations = Vec::new();
        let mut columns = Vec::new();
        for binding in &order.bindings {
            let mut places =
                headers.iter().enumerate().filter(|(_, header)| *header == binding.header.as_bytes());
            let path = format!("binding.{}", binding.key);
            match (places.next(), places.next()) {
                (Some((place, _)), None) => columns.push(place),
                (None, _) => {
                    let message = format!("the file has no header {:?}", binding.header);
                    violations.push(Violation::new(&path, message, binding.header.clone().into()));
                }
                (Some(_), Some(_)) => {
                    let message = format!("the file has the header {:?} more than once", binding.header);
                    violations.push(Violation::new(&path, message, binding.header.clone().into()));
                }
            }
        }
        if violations.is_empty() { Ok(Self { csv, columns }) } else { Err(Refusal::Invalid(violations)) }
    }

    /// The next row, or nothing at the end of the file.
    pub(super) fn next_row(&mut self, row: &mut ByteRecord) -> Option<()> {
        // Nothing can fail in reading from memory: rows may have any length, and cells may be any bytes.
        self.csv.read_byte_record(row).is_ok_and(|found| found).then_some(())
    }

    /// The bound cells of a row, in the order of the bindings. A cell that the row does not have is blank; one that is
    /// not UTF-8 cannot be stored.
    pub(super) fn cells<'row>(&self, row: &'row ByteRecord) -> Option<Vec<&'row str>> {
        self.columns
            .iter()
            .map(|&place| std::str::from_utf8(row.get(place).unwrap_or_default()).ok())
            .collect()
    }
}
