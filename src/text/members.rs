//! Members of a campaign or of a list, agents above all.

use super::Count;

/// Words about members.
pub(crate) struct Members {
    pub(crate) no_number_in: fn(&str) -> String,
    pub(crate) already: fn(&str) -> String,
    pub(crate) add_failed: &'static str,
    pub(crate) add_unclear: &'static str,
    pub(crate) take_failed: &'static str,
    pub(crate) take_unclear: &'static str,
    pub(crate) typed_hint: &'static str,
    pub(crate) agent: &'static str,
    pub(crate) add_agents: &'static str,
    pub(crate) add_legend: &'static str,
    pub(crate) search_agents: &'static str,
    pub(crate) typed_agents: &'static str,
    pub(crate) no_agent: &'static str,
    pub(crate) no_agent_left: &'static str,
    pub(crate) add: fn(&Count) -> String,
    pub(crate) added: fn(&Count) -> String,
    pub(crate) remove: &'static str,
    pub(crate) removed: fn(&str) -> String,
}

pub(super) const EN: Members = Members {
    no_number_in: |piece| format!("“{piece}” is not a whole number from 1."),
    already: |id| format!("{id} is there already."),
    add_failed: "None of them was added",
    add_unclear: "It is not known whether they were added",
    take_failed: "It is still there",
    take_unclear: "It is not known whether it is still there",
    typed_hint: "Whole numbers, for example 32, 33.",
    agent: "Agent",
    add_agents: "Add agents",
    add_legend: "Agents to add",
    search_agents: "Search name or ID",
    typed_agents: "IDs of other agents",
    no_agent: "Choose at least one agent, or type an ID.",
    no_agent_left: "Every agent that the server shows is here already.",
    add: |n| if n.n == 0 { "Add agents".to_owned() } else { format!("Add {}", n.of("agent", "agents")) },
    added: |n| format!("{} added", n.of("agent was", "agents were")),
    remove: "Remove",
    removed: |name| format!("“{name}” was removed and can be added again below."),
};

pub(super) const IT: Members = Members {
    no_number_in: |piece| format!("“{piece}” non è un numero intero da 1."),
    already: |id| format!("{id} c’è già."),
    add_failed: "Nessuno di questi è stato aggiunto",
    add_unclear: "Non si sa se siano stati aggiunti",
    take_failed: "È ancora lì",
    take_unclear: "Non si sa se sia ancora lì",
    typed_hint: "Numeri interi, per esempio 32, 33.",
    agent: "Operatore",
    add_agents: "Aggiungi operatori",
    add_legend: "Operatori da aggiungere",
    search_agents: "Cerca nome o ID",
    typed_agents: "ID di altri operatori",
    no_agent: "Scegli almeno un operatore, o scrivi un ID.",
    no_agent_left: "Tutti gli operatori che il server mostra sono già qui.",
    add: |n| {
        if n.n == 0 {
            "Aggiungi operatori".to_owned()
        } else {
            format!("Aggiungi {}", n.of("operatore", "operatori"))
        }
    },
    added: |n| n.of("operatore aggiunto", "operatori aggiunti"),
    remove: "Togli",
    removed: |name| format!("“{name}” non è più tra gli operatori e si può aggiungere di nuovo qui sotto."),
};
