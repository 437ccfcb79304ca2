//! What a read asks for: `limit`, `offset`, `sort`, `fields`, `filter` and `column=value`.

use std::cmp::Ordering;

use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use serde_json::{Map, Value, json};

use crate::answer::{self, Refusal, Violation};

/// How many rows an answer has when the request does not say: a guess, as the vendor's default is not known.
const DEFAULT_LIMIT: u64 = 100;

/// The header that tells how many rows there are when the body is a bare array.
const CONTENT_RANGE: header::HeaderName = header::CONTENT_RANGE;

/// The keys of a query, decoded, in their order; repeated keys stay repeated.
pub(crate) struct Pairs(pub(crate) Vec<(String, String)>);

impl<S: Send + Sync> FromRequestParts<S> for Pairs {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let query = parts.uri.query().unwrap_or_default();
        pairs(query).map(Self).ok_or_else(|| {
            Refusal::because(Violation::new("query", "the query cannot be decoded", query.into()))
        })
    }
}

/// The decoded keys and values of a query.
pub(crate) fn pairs(query: &str) -> Option<Vec<(String, String)>> {
    let uri = Uri::builder().path_and_query(format!("/?{query}")).build().ok()?;
    Query::<Vec<(String, String)>>::try_from_uri(&uri).ok().map(|Query(pairs)| pairs)
}

/// How many rows are wanted at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    Rows(u64),
    All,
}

/// Which way rows are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Ascending,
    Descending,
}

/// Which rows and columns a read wants.
#[derive(Debug)]
pub(crate) struct Selection {
    pub(crate) limit: Limit,
    pub(crate) offset: u64,
    pub(crate) sort: Option<(String, Direction)>,
    pub(crate) fields: Option<Vec<String>>,
    pub(crate) filter: Option<String>,
    pub(crate) equal: Vec<(String, String)>,
}

impl Selection {
    /// Reads the keys of a query; a key that is none of the known ones names a column.
    pub(crate) fn parse(pairs: Vec<(String, String)>) -> Result<Self, Refusal> {
        let mut selection = Self {
            limit: Limit::Rows(DEFAULT_LIMIT),
            offset: 0,
            sort: None,
            fields: None,
            filter: None,
            equal: Vec::new(),
        };
        for (key, value) in pairs {
            match key.as_str() {
                "limit" => selection.limit = Limit::Rows(number(&key, &value)?),
                "nolimit" if value == "true" => selection.limit = Limit::All,
                "offset" => selection.offset = number(&key, &value)?,
                "sort" => {
                    selection.sort = Some(match value.strip_prefix('-') {
                        Some(column) => (column.to_owned(), Direction::Descending),
                        None => (value, Direction::Ascending),
                    });
                }
                "fields" => selection.fields = Some(value.split(',').map(str::to_owned).collect()),
                "filter" => selection.filter = Some(value),
                // The API key is a credential, already looked at.
                "nolimit" | "apikey" => {}
                _ => selection.equal.push((key, value)),
            }
        }
        Ok(selection)
    }

    /// Refuses names that are not columns: a mistyped one must not quietly select everything.
    pub(crate) fn check(&self, is_column: impl Fn(&str) -> bool) -> Result<(), Refusal> {
        let sort = self.sort.iter().map(|(column, _)| column);
        let equal = self.equal.iter().map(|(column, _)| column);
        let violations: Vec<Violation> = sort
            .chain(equal)
            .chain(self.fields.iter().flatten())
            .filter(|column| !is_column(column))
            .map(|column| Violation::new(column, format!("unknown column {column}"), column.clone().into()))
            .collect();
        if violations.is_empty() { Ok(()) } else { Err(Refusal::Invalid(violations)) }
    }

    /// Keeps only the wanted columns of a row.
    pub(crate) fn project(&self, row: Map<String, Value>) -> Map<String, Value> {
        match &self.fields {
            None => row,
            Some(fields) => row.into_iter().filter(|(key, _)| fields.contains(key)).collect(),
        }
    }

    /// Picks from rows that are all at hand. `columns` are columns even when no row has them; `searched` are
    /// those that `filter` looks into.
    pub(crate) fn pick(
        &self,
        mut rows: Vec<Map<String, Value>>,
        columns: &[&str],
        searched: &[&str],
    ) -> Result<Page, Refusal> {
        self.check(|name| columns.contains(&name) || rows.iter().any(|row| row.contains_key(name)))?;
        rows.retain(|row| {
            self.equal.iter().all(|(column, wanted)| is_equal(row.get(column), wanted))
                && self.filter.as_deref().is_none_or(|text| has_text(row, searched, text))
        });
        if let Some((column, direction)) = &self.sort {
            rows.sort_by(|a, b| {
                let order = compare(a.get(column), b.get(column));
                match direction {
                    Direction::Ascending => order,
                    Direction::Descending => order.reverse(),
                }
            });
        }
        let count = u64::try_from(rows.len()).unwrap_or(u64::MAX);
        let skip = usize::try_from(self.offset).unwrap_or(usize::MAX);
        let take = match self.limit {
            Limit::Rows(limit) => usize::try_from(limit).unwrap_or(usize::MAX),
            Limit::All => usize::MAX,
        };
        let rows = rows.into_iter().skip(skip).take(take).map(|row| self.project(row)).collect();
        Ok(Page { count, offset: self.offset, rows })
    }
}

/// A page of rows, and how many there are in all.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) count: u64,
    pub(crate) offset: u64,
    pub(crate) rows: Vec<Map<String, Value>>,
}

impl Page {
    /// The usual answer of a collection.
    pub(crate) fn counted(self) -> Response {
        answer::json(StatusCode::OK, &json!({"count": self.count, "rows": self.rows}))
    }

    /// The answer of the few collections that are bare arrays.
    pub(crate) fn bare(self) -> Response {
        let range = content_range(self.offset, self.rows.len(), self.count);
        let mut response = answer::json(StatusCode::OK, &json!(self.rows));
        if let Ok(range) = HeaderValue::from_str(&range) {
            response.headers_mut().insert(CONTENT_RANGE, range);
        }
        response
    }
}

/// The text of a `Content-Range` header: the first and the last row, and how many there are.
pub(crate) fn content_range(offset: u64, rows: usize, total: u64) -> String {
    match u64::try_from(rows).unwrap_or(u64::MAX) {
        0 => format!("*/{total}"),
        rows => format!("{offset}-{}/{total}", offset + rows - 1),
    }
}

fn number(key: &str, value: &str) -> Result<u64, Refusal> {
    match value.parse::<u32>() {
        Ok(number) => Ok(number.into()),
        Err(_) => {
            Err(Refusal::because(Violation::new(key, format!("{key} must be a whole number"), value.into())))
        }
    }
}

/// A value as `column=value` compares it.
fn is_equal(value: Option<&Value>, wanted: &str) -> bool {
    match value {
        None | Some(Value::Null) => wanted == "null",
        Some(Value::String(text)) => text == wanted,
        Some(Value::Bool(is_set)) => {
            matches!((*is_set, wanted), (true, "true" | "1") | (false, "false" | "0"))
        }
        Some(Value::Number(number)) => number.to_string().as_str() == wanted,
        Some(Value::Array(_) | Value::Object(_)) => false,
    }
}

fn has_text(row: &Map<String, Value>, searched: &[&str], text: &str) -> bool {
    let text = text.to_lowercase();
    searched
        .iter()
        .filter_map(|column| row.get(*column).and_then(Value::as_str))
        .any(|value| value.to_lowercase().contains(&text))
}

fn compare(a: Option<&Value>, b: Option<&Value>) -> Ordering {
    let (a, b) = (a.unwrap_or(&Value::Null), b.unwrap_or(&Value::Null));
    if let (Some(a), Some(b)) = (a.as_f64(), b.as_f64()) {
        return a.total_cmp(&b);
    }
    if let (Some(a), Some(b)) = (a.as_str(), b.as_str()) {
        return a.to_lowercase().cmp(&b.to_lowercase());
    }
    // As in SQL, null comes first; values of different types do not occur in one column.
    b.is_null().cmp(&a.is_null()).then_with(|| a.as_bool().cmp(&b.as_bool()))
}
