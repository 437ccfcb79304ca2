//! What belongs to what: the bodies that add members to a campaign or to a list.

use serde::Serialize;

/// `{"id":59,"ids":[32,33]}`, for agents of a campaign with their penalty.
#[derive(Serialize)]
pub(super) struct Members<'a> {
    pub(super) id: u64,
    pub(super) ids: Vec<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) penalty: Option<&'a str>,
}
