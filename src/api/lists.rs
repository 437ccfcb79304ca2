//! `/api/cm/lists`

use dialdesk_core::agent::AgentId;
use dialdesk_core::list::{ListChanges, ListId, NewList};
use serde::Serialize;
use serde_json::Value;

use super::agents::Agent;
use super::answer::{number_at, text};
use super::client::Client;
use super::error::ApiError;
use super::members::Members;
use super::request::Request;
use super::rows::{Listed, Row};

const LISTS: &str = "/api/cm/lists";

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
        Request::get(LISTS)
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
    Request::post(LISTS, &NewListBody { name: list.name(), description: list.description() })
}

/// One list.
pub(super) fn one(id: ListId) -> Request {
    Request::get(format!("{LISTS}/{id}"))
}

/// The body that changes a list: the keys that differ; a description that is taken away is null.
#[derive(Serialize)]
struct ListChangesBody<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<Value>,
}

/// Changes the keys that differ.
pub(crate) fn change(id: ListId, changes: &ListChanges) -> Request {
    let description = changes.description.as_ref();
    let body = ListChangesBody {
        name: changes.name.as_deref(),
        description: description.map(|text| if text.is_empty() { Value::Null } else { text.as_str().into() }),
    };
    Request::put(format!("{LISTS}/{id}"), &body)
}

/// Lets agents see the contacts of a list.
pub(crate) fn add_agents(id: ListId, agents: &[AgentId]) -> Request {
    let ids = agents.iter().map(|agent| agent.get()).collect();
    Request::post(format!("{LISTS}/{id}/users"), &Members { id: id.get(), ids, penalty: None })
}

/// Takes an agent from a list. Not on the documented page; the id is always there, as a server may take none for all.
fn remove_agent(id: ListId, agent: AgentId) -> Request {
    Request::delete(format!("{LISTS}/{id}/users")).with("ids", &agent.to_string())
}

impl Client {
    /// Changes a list.
    pub(crate) async fn change_list(&self, id: ListId, changes: &ListChanges) -> Result<(), ApiError> {
        self.send(change(id, changes), None).await.map(|_row| ())
    }

    /// Deletes a list.
    pub(crate) async fn delete_list(&self, id: ListId) -> Result<(), ApiError> {
        self.send(Request::delete(format!("{LISTS}/{id}")), None).await.map(|_answer| ())
    }

    /// The agents who see a list.
    pub(crate) async fn list_agents(&self, id: ListId) -> Result<Vec<Agent>, ApiError> {
        self.every(&Request::get(format!("{LISTS}/{id}/users"))).await
    }

    /// Lets agents see a list.
    pub(crate) async fn add_list_agents(&self, id: ListId, agents: &[AgentId]) -> Result<(), ApiError> {
        self.send(add_agents(id, agents), None).await.map(|_answer| ())
    }

    /// Takes an agent from a list.
    pub(crate) async fn remove_list_agent(&self, id: ListId, agent: AgentId) -> Result<(), ApiError> {
        self.send(remove_agent(id, agent), None).await.map(|_answer| ())
    }
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
    #[test]
    fn a_change_has_the_keys_that_differ() {
        let id = ListId::new(32).unwrap();
        let body = |changes: &ListChanges| -> String {
            change(id, changes).json().unwrap().split_whitespace().collect()
        };
        let name = ListChanges { name: Some("Autunno".into()), description: None };
        assert_eq!(change(id, &name).line(), "PUT /api/cm/lists/32");
        assert_eq!(body(&name), r#"{"name":"Autunno"}"#);
        let none = ListChanges { name: None, description: Some(String::new()) };
        assert_eq!(body(&none), r#"{"description":null}"#);
    }

    #[test]
    fn agents_are_added_as_the_documented_page_prints_it_and_always_named() {
        let id = ListId::new(32).unwrap();
        let request = add_agents(id, &[24, 26, 31].map(|agent| AgentId::new(agent).unwrap()));
        assert_eq!(request.line(), "POST /api/cm/lists/32/users");
        let body: String = request.json().unwrap().split_whitespace().collect();
        assert_eq!(body, r#"{"id":32,"ids":[24,26,31]}"#);
        let removed = remove_agent(id, AgentId::new(24).unwrap());
        assert_eq!(removed.line(), "DELETE /api/cm/lists/32/users?ids=24");
    }
}
