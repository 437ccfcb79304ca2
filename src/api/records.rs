//! Records that campaigns refer to: `/api/trunks` and `/api/intervals`. Their paths are not documented.

use dialdesk_core::campaign::Record;
use serde_json::Value;

use super::answer::{self, number_at, text};
use super::client::Client;
use super::error::ApiError;
use super::request::Request;
use super::rows::Row;

/// A record with a name: a trunk or an interval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// Its number.
    pub(crate) id: u64,
    /// Its name.
    pub(crate) name: String,
}

impl Row for Named {
    type Id = u64;

    fn id(&self) -> u64 {
        self.id
    }

    fn read(row: &Value) -> Option<Self> {
        Some(Self { id: number_at(row, "id")?, name: text(row, "name").unwrap_or_default() })
    }
}

/// All records of a kind.
pub(crate) fn all(record: Record) -> Request {
    let path = match record {
        Record::Trunk => "/api/trunks",
        Record::Interval => "/api/intervals",
    };
    Request::get(path).with("fields", "id,name")
}

/// One interval of the server, which holds when it is open.
fn interval(id: u64) -> Request {
    Request::get(format!("/api/intervals/{id}"))
}

/// The parts of an interval, each of which opens it.
fn parts_of(id: u64) -> Request {
    Request::get(format!("/api/intervals/{id}/sub_intervals"))
}

/// When a row is open, in the words of a dial interval.
fn window(row: &Value) -> Option<String> {
    text(row, "interval")
}

impl Client {
    /// The windows of an interval of the server, of which one that is open is enough: those of its parts, or its own where it
    /// has none. Their paths are not documented.
    pub(crate) async fn windows(&self, id: u64) -> Result<Vec<String>, ApiError> {
        if let Ok(answer) = self.send(parts_of(id), None).await {
            let rows = answer::rows(&answer.json).map(Vec::as_slice).unwrap_or_default();
            let windows: Option<Vec<String>> = rows.iter().map(window).collect();
            match windows {
                Some(windows) if windows.is_empty() => {}
                Some(windows) => return Ok(windows),
                // A part that cannot be read may be open at any time.
                None => return Err(ApiError::Unreadable),
            }
        }
        let answer = self.send(interval(id), None).await?;
        window(&answer.json).map(|window| vec![window]).ok_or(ApiError::Unreadable)
    }
}
