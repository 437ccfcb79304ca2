//! `/api/voice/queues`

use dialdesk_core::agent::{AgentId, Penalty};
use dialdesk_core::campaign::{CampaignId, Changes, Spec, Stored};
use dialdesk_core::list::ListId;
use serde_json::Value;

use super::agents::Agent;
use super::answer::{flag, number_at, text};
use super::client::Client;
use super::error::ApiError;
use super::lists::List;
use super::members::Members;
use super::request::Request;
use super::rows::{Listed, Row};

const QUEUES: &str = "/api/voice/queues";

/// A campaign as the table of campaigns shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct CampaignRow {
    /// Its number.
    pub(crate) id: CampaignId,
    /// Its name.
    pub(crate) name: String,
    /// Whether it calls; none where the server does not tell.
    pub(crate) is_active: Option<bool>,
    /// Its method, as the server writes it.
    pub(crate) method: String,
    /// Its dial interval, where the server tells it.
    pub(crate) interval: Option<String>,
}

impl Row for CampaignRow {
    type Id = CampaignId;

    fn id(&self) -> CampaignId {
        self.id
    }

    fn read(row: &Value) -> Option<Self> {
        // Other queues may come along where a server does not filter.
        if text(row, "type").is_some_and(|kind| kind != "outbound") {
            return None;
        }
        Some(Self {
            id: CampaignId::new(number_at(row, "id")?)?,
            name: text(row, "name").unwrap_or_default(),
            is_active: row.get("dialActive").and_then(flag),
            method: text(row, "dialMethod").unwrap_or_default(),
            interval: text(row, "dialGlobalInterval"),
        })
    }
}

impl Listed for CampaignRow {
    const NAME: &'static str = "queues";

    fn created(id: u64, name: String) -> Option<Self> {
        let id = CampaignId::new(id)?;
        Some(Self { id, name, is_active: None, method: String::new(), interval: None })
    }

    fn all() -> Request {
        Request::get(QUEUES)
            .with("type", "outbound")
            .with("fields", "id,name,type,dialActive,dialMethod,dialGlobalInterval")
    }
}

/// Creates a campaign.
pub(crate) fn create(spec: &Spec) -> Request {
    Request::post(QUEUES, spec)
}

/// Changes the keys that differ.
pub(crate) fn change(id: CampaignId, changes: &Changes) -> Request {
    Request::put(format!("{QUEUES}/{id}"), changes)
}

/// Gives a campaign lists to call.
pub(crate) fn attach_lists(id: CampaignId, lists: &[ListId]) -> Request {
    let ids = lists.iter().map(|list| list.get()).collect();
    Request::post(format!("{QUEUES}/{id}/lists"), &Members { id: id.get(), ids, penalty: None })
}

/// Gives a campaign agents, all with the same penalty, which is a text on the wire.
pub(crate) fn add_agents(id: CampaignId, agents: &[AgentId], penalty: Penalty) -> Request {
    let ids = agents.iter().map(|agent| agent.get()).collect();
    let body = Members { id: id.get(), ids, penalty: Some(&penalty.wire()) };
    Request::post(format!("{QUEUES}/{id}/users"), &body)
}

/// Takes a list from a campaign. Not on the documented page; the id is always there, as a server may take none for all.
pub(super) fn detach_list(id: CampaignId, list: ListId) -> Request {
    Request::delete(format!("{QUEUES}/{id}/lists")).with("ids", &list.to_string())
}

/// Takes an agent from a campaign. Not on the documented page.
pub(super) fn remove_agent(id: CampaignId, agent: AgentId) -> Request {
    Request::delete(format!("{QUEUES}/{id}/users")).with("ids", &agent.to_string())
}

impl Client {
    /// One campaign with all of its keys.
    pub(crate) async fn campaign(&self, id: CampaignId) -> Result<Stored, ApiError> {
        match self.send(Request::get(format!("{QUEUES}/{id}")), None).await?.json {
            Value::Object(row) => Ok(Stored::read(row)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
                Err(ApiError::Unreadable)
            }
        }
    }

    /// Creates a campaign; the answer has its number. None where the server says that it did and not which.
    pub(crate) async fn create_campaign(&self, spec: &Spec) -> Result<Option<CampaignId>, ApiError> {
        let answer = self.send(create(spec), None).await?;
        Ok(number_at(&answer.json, "id").and_then(CampaignId::new))
    }

    /// Changes a campaign.
    pub(crate) async fn change_campaign(&self, id: CampaignId, changes: &Changes) -> Result<(), ApiError> {
        self.send(change(id, changes), None).await.map(|_row| ())
    }

    /// The lists of a campaign.
    pub(crate) async fn campaign_lists(&self, id: CampaignId) -> Result<Vec<List>, ApiError> {
        self.every(&Request::get(format!("{QUEUES}/{id}/lists"))).await
    }

    /// Gives a campaign lists.
    pub(crate) async fn attach_lists(&self, id: CampaignId, lists: &[ListId]) -> Result<(), ApiError> {
        self.send(attach_lists(id, lists), None).await.map(|_answer| ())
    }

    /// Takes a list from a campaign.
    pub(crate) async fn detach_list(&self, id: CampaignId, list: ListId) -> Result<(), ApiError> {
        self.send(detach_list(id, list), None).await.map(|_answer| ())
    }

    /// Takes an agent from a campaign.
    pub(crate) async fn remove_agent(&self, id: CampaignId, agent: AgentId) -> Result<(), ApiError> {
        self.send(remove_agent(id, agent), None).await.map(|_answer| ())
    }

    /// The agents of a campaign.
    pub(crate) async fn campaign_agents(&self, id: CampaignId) -> Result<Vec<Agent>, ApiError> {
        self.every(&Request::get(format!("{QUEUES}/{id}/users"))).await
    }

    /// Gives a campaign agents.
    pub(crate) async fn add_agents(
        &self,
        id: CampaignId,
        agents: &[AgentId],
        penalty: Penalty,
    ) -> Result<(), ApiError> {
        self.send(add_agents(id, agents, penalty), None).await.map(|_answer| ())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn body(request: &Request) -> String {
        request.json().unwrap().split_whitespace().collect()
    }

    #[test]
    fn lists_and_agents_are_given_as_the_documented_page_prints_it() {
        let id = CampaignId::new(59).unwrap();
        let lists = [32, 33].map(|list| ListId::new(list).unwrap());
        let request = attach_lists(id, &lists);
        assert_eq!(request.line(), "POST /api/voice/queues/59/lists");
        assert_eq!(body(&request), r#"{"id":59,"ids":[32,33]}"#);

        let agents = [24, 26, 31].map(|agent| AgentId::new(agent).unwrap());
        let request = add_agents(id, &agents, Penalty::parse("0").unwrap());
        assert_eq!(request.line(), "POST /api/voice/queues/59/users");
        assert_eq!(body(&request), r#"{"id":59,"ids":[24,26,31],"penalty":"0"}"#);
    }

    #[test]
    fn what_is_taken_away_is_always_named() {
        let id = CampaignId::new(59).unwrap();
        let list = detach_list(id, ListId::new(32).unwrap());
        assert_eq!(list.line(), "DELETE /api/voice/queues/59/lists?ids=32");
        let agent = remove_agent(id, AgentId::new(24).unwrap());
        assert_eq!(agent.line(), "DELETE /api/voice/queues/59/users?ids=24");
    }

    #[test]
    fn rows_are_read_leniently_and_inbound_queues_left_out() {
        let row =
            CampaignRow::read(&json!({"id": "59", "name": "Autunno", "dialActive": 1, "type": "outbound"}));
        let row = row.unwrap();
        assert_eq!((row.id.get(), row.is_active, row.method.as_str()), (59, Some(true), ""));
        assert_eq!(CampaignRow::read(&json!({"id": 60, "name": "Help desk", "type": "inbound"})), None);
        assert_eq!(CampaignRow::read(&json!({"id": 61})).unwrap().is_active, None);
    }
}
