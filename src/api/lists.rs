//! `/api/cm/lists`

use dialdesk_core::list::{ListId, NewList};
use serde::Serialize;
use serde_json::Value;

use super::answer::{number_at, text};
use super::request::Request;
use super::rows::{Listed, Row};

/// A contact list as the server has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct List {
    /// Its number.
    pub(crate) id: ListId,
    /// Its name.
    pub(crate) name: String,
    /// What it is for.
    pub(crate) description: Option<String>,
    /// When it was made, as the server writes it: ISO 8601, UTC.
    pub(crate) created_at: Option<String>,
}

impl Row for List {
    type Id = ListId;

    fn id(&self) -> ListId {
        self.id
    }

    fn read(row: &Value) -> Option<Self> {
        Some(Self {
            id: ListId::new(number_at(row, "id")?)?,
            name: text(row, "name").unwrap_or_default(),
            description: text(row, "description").filter(|description| !description.is_empty()),
            created_at: text(row, "createdAt"),
        })
    }
}

impl Listed for List {
    const NAME: &'static str = "lists";

    fn created(id: u64, name: String) -> Option<Self> {
        Some(Self { id: ListId::new(id)?, name, description: None, created_at: None })
    }

    fn all() -> Request {
        Request::get("/api/cm/lists")
    }
}

/// The body that creates a list.
#[derive(Serialize)]
struct NewListBody<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
}

/// Creates a list.
pub(super) fn create(list: &NewList) -> Request {
    Request::post("/api/cm/lists", &NewListBody { name: list.name(), description: list.description() })
}

/// One list.
pub(super) fn one(id: ListId) -> Request {
    Request::get(format!("/api/cm/lists/{id}"))
}

#[cfg(test)]
mod tests {
    use dialdesk_core::list::ListDraft;
    use serde_json::json;

    use super::*;

    #[test]
    fn an_answer_is_read_as_the_documented_page_prints_it() {
        let answer = json!({
            "id": 12, "name": "list1", "description": "A brief description of my list",
            "updatedAt": "2017-07-13T15:42:06Z", "createdAt": "2017-07-13T15:42:06Z"
        });
        let list = List::read(&answer).unwrap();
        assert_eq!((list.id.get(), list.name.as_str()), (12, "list1"));
        assert_eq!(list.description.as_deref(), Some("A brief description of my list"));
        assert_eq!(list.created_at.as_deref(), Some("2017-07-13T15:42:06Z"));
    }

    #[test]
    fn numbers_as_text_and_unknown_keys_do_no_harm() {
        let list = List::read(&json!({"id": "32", "name": null, "dialPrefix": 9})).unwrap();
        assert_eq!((list.id.get(), list.name.as_str(), list.description), (32, "", None));
        assert_eq!(List::read(&json!({"name": "x"})), None);
    }

    #[test]
    fn an_absent_description_is_absent_on_the_wire() {
        let draft = ListDraft { name: "TestList".into(), description: String::new() };
        let request = create(&draft.parse().unwrap());
        assert_eq!(request.line(), "POST /api/cm/lists");
        assert_eq!(request.json().unwrap().split_whitespace().collect::<String>(), r#"{"name":"TestList"}"#);
    }
}
