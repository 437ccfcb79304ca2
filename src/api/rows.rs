//! Collections, page after page.

use serde_json::Value;

use super::answer;
use super::client::Client;
use super::error::ApiError;
use super::request::Request;

/// Rows asked for at a time.
const PAGE: u64 = 100;
/// Pages read at the most, should a server never come to an end: a hundred thousand rows.
const PAGES_MAX: u64 = 1_000;

/// A row of a collection.
pub(crate) trait Row: Clone + Send + Sync + Sized + 'static {
    /// Its number.
    type Id: Copy + PartialEq;

    /// Its number.
    fn id(&self) -> Self::Id;

    /// Reads one row; a row without a number is none.
    fn read(row: &Value) -> Option<Self>;
}

/// A row of which the server has one collection.
pub(crate) trait Listed: Row {
    /// What the API calls the collection.
    const NAME: &'static str;

    /// Asks for all of them.
    fn all() -> Request;

    /// The row as far as its number and its name tell, for what was created here; none where nothing is.
    fn created(_id: u64, _name: String) -> Option<Self> {
        None
    }
}

impl Client {
    /// All rows of the collection that `request` asks for.
    pub(crate) async fn every<T: Row>(&self, request: &Request) -> Result<Vec<T>, ApiError> {
        let mut found: Vec<T> = Vec::new();
        let mut offset = 0;
        let mut page_before = Vec::new();
        for _page in 0..PAGES_MAX {
            let answer = self.send(request.clone().page(PAGE, offset), None).await?;
            let rows = answer::rows(&answer.json).ok_or(ApiError::Unreadable)?;
            offset += rows.len() as u64;
            let (ours, before) = (rows.iter().filter_map(T::read).collect::<Vec<_>>(), found.len());
            // A server that pages its own way ends with an empty page or with rows that are known already.
            let mut is_over = rows.is_empty() || !ours.is_empty() || *rows == page_before;
            for row in ours {
                if found.iter().all(|known| known.id() != row.id()) {
                    found.push(row);
                }
            }
            is_over &= found.len() == before;
            let total = answer::total(&answer.json, answer.content_range.as_deref());
            page_before.clone_from(rows);
            if is_over || total.is_some_and(|total| offset >= total) {
                break;
            }
        }
        Ok(found)
    }
}
