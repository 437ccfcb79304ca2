//! What a new database contains: a small call centre, in which the ids of the documented page exist. The people are
//! invented, and their numbers are of the ranges kept for fiction.

use rusqlite::Connection;
use serde_json::{Map, Value, json};

use crate::answer::Refusal;
use crate::associations::{self, Tie};
use crate::clock;
use crate::contacts::draft::{ContactField, Draft};
use crate::contacts::store;
use crate::records::{self, Kind};

/// What a new database contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seed {
    /// A call centre with lists, contacts, agents and campaigns.
    CallCentre,
    /// Nobody but the administrator.
    Empty,
}

/// The records of the call centre, by kind.
const CALL_CENTRE: &str = include_str!("seed/call_centre.json");

/// The lists that have contacts from the start, and how many.
const CONTACTS: [(i64, usize); 4] = [(12, 40), (18, 25), (27, 12), (41, 3)];

/// Given names, family names and towns, from which the contacts are put together. Their numbers of entries have no
/// common divisor, so no two contacts have both names alike.
const FIRST_NAMES: [&str; 11] =
    ["Anna", "Tommaso", "Grace", "Elisa", "Noor", "Pietro", "Maeve", "Chiara", "Oscar", "Ines", "Davide"];
const LAST_NAMES: [&str; 9] =
    ["Bellandi", "Whitcombe", "Ferraro", "Okonjo", "Lindqvist", "Marchetti", "O’Dwyer", "Sabatini", "Pryce"];
const PLACES: [(&str, &str); 5] = [
    ("Milano", "Italia"),
    ("Leeds", "United Kingdom"),
    ("Bologna", "Italia"),
    ("Bari", "Italia"),
    ("Cork", "Ireland"),
];

/// Fills an empty database.
pub(crate) fn plant(connection: &Connection, seed: Seed) -> Result<(), Refusal> {
    let now = clock::now(connection)?;
    let administrator = json!({
        "name": "admin", "fullname": "Administrator", "email": "admin@sandbox.example", "role": "admin",
    });
    records::insert(connection, Kind::User, 1, object(administrator), &now)?;
    match seed {
        Seed::Empty => Ok(()),
        Seed::CallCentre => plant_call_centre(connection, &now),
    }
}

fn plant_call_centre(connection: &Connection, now: &str) -> Result<(), Refusal> {
    let mut seed: Map<String, Value> = serde_json::from_str(CALL_CENTRE)?;
    let common = object(seed.remove("common_to_queues").unwrap_or_default());
    let kinds = [
        ("lists", Kind::List),
        ("custom_fields", Kind::Field),
        ("users", Kind::User),
        ("trunks", Kind::Trunk),
        ("intervals", Kind::Interval),
        ("queues", Kind::Queue),
    ];
    for (name, kind) in kinds {
        for record in array(seed.remove(name)) {
            let mut body = if kind == Kind::Queue { common.clone() } else { Map::new() };
            body.extend(object(record));
            let id = body.shift_remove("id").and_then(|id| id.as_i64()).unwrap_or_default();
            records::insert(connection, kind, id, body, now)?;
        }
    }
    for (name, tie) in
        [("queue_lists", Tie::QueueLists), ("queue_users", Tie::QueueUsers), ("list_users", Tie::ListUsers)]
    {
        for row in array(seed.remove(name)) {
            let row: Vec<i64> = array(Some(row)).iter().filter_map(Value::as_i64).collect();
            if let [owner, member, rest @ ..] = row.as_slice() {
                associations::plant(connection, tie, *owner, *member, rest.first().copied(), now)?;
            }
        }
    }
    let mut number = 0;
    for (list, count) in CONTACTS {
        for _ in 0..count {
            store::insert(connection, list, &contact(number), now)?;
            number += 1;
        }
    }
    Ok(())
}

fn contact(number: usize) -> Draft {
    let first = pick(&FIRST_NAMES, number).copied().unwrap_or_default();
    let last = pick(&LAST_NAMES, number).copied().unwrap_or_default();
    let (city, country) = pick(&PLACES, number).copied().unwrap_or_default();
    // +44 7700 900000 to 900999 are set aside for drama; +39 333 555 01xx only looks like a number.
    let phone = match country {
        "Italia" => format!("+39 333 555 {:04}", 100 + number),
        _ => format!("+44 7700 900{number:03}"),
    };
    let mut draft = Draft::blank();
    for (key, text) in [
        ("firstName", first.to_owned()),
        ("lastName", last.to_owned()),
        ("phone", phone),
        ("email", format!("contact{number:03}@example.com")),
        ("city", city.to_owned()),
        ("country", country.to_owned()),
    ] {
        if let Some(field) = ContactField::find(key, 0, &[]) {
            draft.set(&field, text.into());
        }
    }
    if number.is_multiple_of(3) {
        draft.custom.insert("cf_3".to_owned(), format!("SC-{:05}", 40_000 + number).into());
    }
    draft
}

fn pick<T>(from: &[T], number: usize) -> Option<&T> {
    from.get(number.checked_rem(from.len())?)
}

fn object(value: Value) -> Map<String, Value> {
    if let Value::Object(object) = value { object } else { Map::new() }
}

fn array(value: Option<Value>) -> Vec<Value> {
    if let Some(Value::Array(array)) = value { array } else { Vec::new() }
}
