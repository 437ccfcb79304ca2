//! `/api/users`, those of them who are agents

use dialdesk_core::agent::AgentId;
use serde_json::Value;

use super::answer::{number_at, text};
use super::request::Request;
use super::rows::{Listed, Row};

/// An agent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Agent {
    /// The number.
    pub(crate) id: AgentId,
    /// The name that people know.
    pub(crate) name: String,
    /// The penalty, in the agents of a campaign.
    pub(crate) penalty: Option<u64>,
}

impl Row for Agent {
    type Id = AgentId;

    fn id(&self) -> AgentId {
        self.id
    }

    fn read(row: &Value) -> Option<Self> {
        if text(row, "role").is_some_and(|role| role != "agent") {
            return None;
        }
        let full = text(row, "fullname").filter(|name| !name.trim().is_empty());

        Some(Self {
            id: AgentId::new(number_at(row, "id")?)?,
            name: full.or_else(|| text(row, "name")).unwrap_or_default(),
            penalty: number_at(row, "penalty"),
        })
    }
}

impl Listed for Agent {
    const NAME: &'static str = "users";

    fn all() -> Request {
        Request::get("/api/users").with("role", "agent").with("fields", "id,name,fullname,role")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_full_name_comes_first_and_others_than_agents_are_left_out() {
        let agent =
            Agent::read(&json!({"id": 24, "name": "g.ferri", "fullname": "Giulia Ferri", "penalty": "2"}));
        let agent = agent.unwrap();
        assert_eq!((agent.id.get(), agent.name.as_str(), agent.penalty), (24, "Giulia Ferri", Some(2)));
        assert_eq!(
            Agent::read(&json!({"id": 24, "name": "g.ferri", "fullname": ""})).unwrap().name,
            "g.ferri"
        );
        assert_eq!(Agent::read(&json!({"id": 8, "name": "r.vasari", "role": "user"})), None);
    }
}
