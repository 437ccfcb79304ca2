//! Contacts in the database.

use std::sync::LazyLock;

use rusqlite::types::{ToSql, ToSqlOutput, Value as Sql, ValueRef};
use rusqlite::{Connection, OptionalExtension as _, Row, params_from_iter};
use serde_json::{Map, Value};

use super::draft::{ContactField, Draft};
use super::standard::STANDARD;
use crate::answer::Refusal;
use crate::fields::{self, CustomField};
use crate::page::{Direction, Limit, Page, Selection};

/// The standard columns, quoted, in the order of [`STANDARD`].
static COLUMNS: LazyLock<String> = LazyLock::new(|| {
    STANDARD.iter().map(|field| format!("\"{}\"", field.name)).collect::<Vec<_>>().join(", ")
});

static INSERT: LazyLock<String> = LazyLock::new(|| {
    let places = vec!["?"; STANDARD.len() + 4].join(", ");
    format!("INSERT INTO contacts ({}, custom, ListId, createdAt, updatedAt) VALUES ({places})", *COLUMNS)
});

static UPDATE: LazyLock<String> = LazyLock::new(|| {
    let columns: Vec<String> = STANDARD.iter().map(|field| format!("\"{}\" = ?", field.name)).collect();
    format!("UPDATE contacts SET {}, custom = ?, updatedAt = ? WHERE id = ?", columns.join(", "))
});

/// A merge patch drops what is null, which is how the keys that hold nothing are left out.
static STATE: LazyLock<String> = LazyLock::new(|| {
    let columns =
        KEPT_BY_SERVER.iter().copied().chain(["deletedAt"]).chain(STANDARD.iter().map(|field| field.name));
    let members: Vec<String> = columns.map(|name| format!("'{name}', \"{name}\"")).collect();
    format!(
        "SELECT json_patch(json_patch('{{}}', json_object({})), custom) FROM contacts WHERE ListId = ?1 ORDER BY id",
        members.join(", ")
    )
});

/// What `filter` looks into.
const SEARCHED: [&str; 5] = ["firstName", "lastName", "phone", "mobile", "email"];

/// Columns of a contact that are neither standard nor custom.
const KEPT_BY_SERVER: [&str; 4] = ["id", "ListId", "createdAt", "updatedAt"];

/// A JSON value as a parameter of a statement.
struct Parameter<'a>(&'a Value);

impl ToSql for Parameter<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Value::Null => ToSqlOutput::Owned(Sql::Null),
            Value::Bool(is_set) => i64::from(*is_set).into(),
            Value::Number(number) => ToSqlOutput::Owned(number.as_i64().map_or(Sql::Null, Sql::Integer)),
            Value::String(text) => text.as_str().into(),
            Value::Array(_) | Value::Object(_) => self.0.to_string().into(),
        })
    }
}

/// Stores a new contact and gives its id.
pub(crate) fn insert(connection: &Connection, list: i64, draft: &Draft, now: &str) -> Result<i64, Refusal> {
    let custom = Value::from(serde_json::to_string(&draft.custom)?);
    let (list, now) = (Value::from(list), Value::from(now));
    let values = draft.standard.iter().chain([&custom, &list, &now, &now]);
    connection.prepare_cached(&INSERT)?.execute(params_from_iter(values.map(Parameter)))?;
    Ok(connection.last_insert_rowid())
}

/// Stores a changed contact.
pub(crate) fn update(connection: &Connection, id: i64, draft: &Draft, now: &str) -> Result<(), Refusal> {
    let custom = Value::from(serde_json::to_string(&draft.custom)?);
    let (id, now) = (Value::from(id), Value::from(now));
    let values = draft.standard.iter().chain([&custom, &now, &id]);
    connection.prepare_cached(&UPDATE)?.execute(params_from_iter(values.map(Parameter)))?;
    Ok(())
}

/// The list and the values of a contact.
pub(crate) fn load(connection: &Connection, id: i64) -> Result<(i64, Draft), Refusal> {
    let sql =
        format!("SELECT ListId, custom, {} FROM contacts WHERE id = ?1 AND deletedAt IS NULL", *COLUMNS);
    let found = connection
        .prepare_cached(&sql)?
        .query_row([id], |row| {
            let standard =
                (2..STANDARD.len() + 2).map(|index| value(row, index)).collect::<Result<_, _>>()?;
            Ok((row.get(0)?, row.get::<_, String>(1)?, standard))
        })
        .optional()?;
    let (list, custom, standard) = found.ok_or_else(|| missing(id))?;
    Ok((list, Draft { standard, custom: serde_json::from_str(&custom)? }))
}

/// A contact as reads answer it.
pub(crate) fn find(connection: &Connection, id: i64) -> Result<Map<String, Value>, Refusal> {
    let custom = fields::all(connection)?;
    read(connection, "id = ?1 AND deletedAt IS NULL", &[Sql::Integer(id)], &custom)?
        .pop()
        .ok_or_else(|| missing(id))
}

/// Marks a contact as deleted.
pub(crate) fn delete(connection: &Connection, id: i64, now: &str) -> Result<(), Refusal> {
    let sql = "UPDATE contacts SET deletedAt = ?2 WHERE id = ?1 AND deletedAt IS NULL";
    if connection.execute(sql, (id, now))? == 0 { Err(missing(id)) } else { Ok(()) }
}

/// Marks every contact of a list as deleted.
pub(crate) fn delete_all_of(connection: &Connection, list: i64, now: &str) -> Result<(), Refusal> {
    let sql = "UPDATE contacts SET deletedAt = ?2 WHERE ListId = ?1 AND deletedAt IS NULL";
    connection.execute(sql, (list, now))?;
    Ok(())
}

/// The contacts that a read asks for.
pub(crate) fn select(connection: &Connection, selection: &Selection) -> Result<Page, Refusal> {
    let custom = fields::all(connection)?;
    selection.check(|name| expression(name, &custom).is_some())?;
    let mut terms = vec!["deletedAt IS NULL".to_owned()];
    let mut values = Vec::new();
    for (column, wanted) in &selection.equal {
        let expression = expression(column, &custom).unwrap_or_default();
        if wanted == "null" {
            terms.push(format!("{expression} IS NULL"));
        } else {
            values.push(Sql::Text(wanted.clone()));
            terms.push(format!("{expression} = ?{}", values.len()));
        }
    }
    if let Some(text) = &selection.filter {
        values.push(Sql::Text(text.clone()));
        let place = values.len();
        let looks: Vec<String> = SEARCHED
            .iter()
            .map(|column| format!("instr(lower(coalesce({column}, '')), lower(?{place})) > 0"))
            .collect();
        terms.push(format!("({})", looks.join(" OR ")));
    }
    let condition = terms.join(" AND ");
    let count: i64 = connection.query_row(
        &format!("SELECT count(*) FROM contacts WHERE {condition}"),
        params_from_iter(&values),
        |row| row.get(0),
    )?;
    let order = selection.sort.as_ref().map_or_else(String::new, |(column, direction)| {
        let expression = expression(column, &custom).unwrap_or_default();
        match direction {
            Direction::Ascending => format!("{expression}, "),
            Direction::Descending => format!("{expression} DESC, "),
        }
    });
    let limit = match selection.limit {
        Limit::Rows(limit) => limit.to_string(),
        Limit::All => "-1".to_owned(),
    };
    let clause = format!("{condition} ORDER BY {order}id LIMIT {limit} OFFSET {}", selection.offset);
    let rows = read(connection, &clause, &values, &custom)?;
    let rows = rows.into_iter().map(|row| selection.project(row)).collect();
    Ok(Page { count: count.unsigned_abs(), offset: selection.offset, rows })
}

/// The stored texts of some fields of a list's contacts, each contact in turn; a blank is an empty text.
pub(crate) fn texts(
    connection: &Connection,
    list: i64,
    fields: &[ContactField],
    mut each: impl FnMut(&[String]),
) -> Result<(), Refusal> {
    let columns: Vec<String> = fields
        .iter()
        .map(|field| match field {
            ContactField::Standard(field) => format!("coalesce(CAST(\"{}\" AS TEXT), '')", field.name),
            ContactField::Custom(field) => format!("coalesce({}, '')", custom_expression(field)),
        })
        .collect();
    let sql = format!("SELECT {} FROM contacts WHERE ListId = ?1 AND deletedAt IS NULL", columns.join(", "));
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([list])?;
    while let Some(row) = rows.next()? {
        let texts = (0..fields.len()).map(|index| row.get(index)).collect::<Result<Vec<String>, _>>()?;
        each(&texts);
    }
    Ok(())
}

/// Everything stored about the contacts of a list, the deleted ones too, each as JSON text without the keys that hold
/// nothing. SQLite writes the text itself, as there may be half a million of them.
pub(crate) fn to_state(
    connection: &Connection,
    list: i64,
    mut each: impl FnMut(&str) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let mut statement = connection.prepare_cached(&STATE)?;
    let mut rows = statement.query([list])?;
    while let Some(row) = rows.next()? {
        each(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?;
    }
    Ok(())
}

fn read(
    connection: &Connection,
    clause: &str,
    values: &[Sql],
    custom: &[CustomField],
) -> Result<Vec<Map<String, Value>>, Refusal> {
    let sql =
        format!("SELECT {}, custom, ListId, createdAt, updatedAt, id FROM contacts WHERE {clause}", *COLUMNS);
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut contacts = Vec::new();
    while let Some(row) = rows.next()? {
        let (mut contact, stored) = columns(row)?;
        let mut stored: Map<String, Value> = serde_json::from_str(&stored)?;
        let list = contact.get("ListId").and_then(Value::as_i64).unwrap_or_default();
        for field in custom.iter().filter(|field| field.is_of(list)) {
            let value = stored.remove(&field.key()).unwrap_or_default();
            contact.insert(field.key(), value);
        }
        contacts.push(contact);
    }
    Ok(contacts)
}

/// A row of the columns that [`read`] asks for, without the custom ones, which are still JSON text.
fn columns(row: &Row<'_>) -> Result<(Map<String, Value>, String), Refusal> {
    let after = STANDARD.len();
    let mut contact = Map::new();
    contact.insert("id".to_owned(), value(row, after + 4)?);
    for (index, field) in STANDARD.iter().enumerate() {
        contact.insert(field.name.to_owned(), value(row, index)?);
    }
    contact.insert("ListId".to_owned(), value(row, after + 1)?);
    contact.insert("createdAt".to_owned(), value(row, after + 2)?);
    contact.insert("updatedAt".to_owned(), value(row, after + 3)?);
    Ok((contact, row.get(after)?))
}

fn value(row: &Row<'_>, index: usize) -> rusqlite::Result<Value> {
    Ok(match row.get_ref(index)? {
        ValueRef::Null | ValueRef::Blob(_) => Value::Null,
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => number.into(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into(),
    })
}

/// The SQL for a column that a request names, if there is such a column.
fn expression(name: &str, custom: &[CustomField]) -> Option<String> {
    if KEPT_BY_SERVER.contains(&name) || super::standard::find(name).is_some() {
        return Some(format!("\"{name}\""));
    }
    custom.iter().find(|field| field.key() == name).map(custom_expression)
}

fn custom_expression(field: &CustomField) -> String {
    format!("CAST(json_extract(custom, '$.{}') AS TEXT)", field.key())
}

fn missing(id: i64) -> Refusal {
    Refusal::NotFound { what: "contact", id: id.to_string() }
}
