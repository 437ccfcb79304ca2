//! `/api/cm/lists/{id}/fields`

use dialdesk_core::contact::{CustomField, CustomFieldId};
use dialdesk_core::list::ListId;
use serde_json::Value;

use super::answer::{number_at, text};
use super::request::Request;

/// The custom fields of a list, those of all lists included.
pub(super) fn of_list(id: ListId) -> Request {
    Request::get(format!("/api/cm/lists/{id}/fields")).with("includeGlobals", "true")
}

/// Reads one row: the label is the `alias`, else the `name`.
pub(super) fn read(row: &Value) -> Option<CustomField> {
    let id = CustomFieldId::new(number_at(row, "id")?)?;
    let label = text(row, "alias").or_else(|| text(row, "name")).unwrap_or_default();
    Some(CustomField { id, label })
}
