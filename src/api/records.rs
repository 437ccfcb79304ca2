//! Records that campaigns refer to: `/api/trunks` and `/api/intervals`. Their paths are not documented.

use dialdesk_core::campaign::Record;
use serde_json::Value;

use super::answer::{number_at, text};
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
