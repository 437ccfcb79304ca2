//! `/api/cm/contacts`

use dialdesk_core::list::ListId;

use super::request::Request;

/// The smallest page of a list's contacts: it is asked for its total.
pub(super) fn count(id: ListId) -> Request {
    Request::get("/api/cm/contacts")
        .with("ListId", &id.to_string())
        .with("fields", "id")
        .with("limit", "1")
        .with("offset", "0")
}
