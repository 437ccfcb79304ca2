//! Choosing agents.

use leptos::prelude::*;

use super::pick::{Choice, Pick};
use super::present::{Members, said};
use crate::api::Agent;
use crate::state::Collection;
use crate::text::Words;

/// An agent as one that can be chosen.
fn agent_choice(agent: &Agent) -> Choice {
    Choice { id: agent.id.get(), name: agent.name.clone() }
}

/// The agents of the server who are not there yet, and a field for numbers.
#[component]
pub(crate) fn PickAgents(members: Members<Agent>) -> impl IntoView {
    let words = Words::current();
    let agents = Collection::<Agent>::current();
    let picked = members.picked;
    let fault = Signal::derive(move || {
        let flaw = members.ids().err()?;
        picked.was_tried.get().then(|| said(words, &flaw, words.members().no_agent))
    });
    view! {
        <Pick
            picked
            choices=members.choices(agents, agent_choice)
            is_unlisted=Signal::derive(move || agents.failure().read().is_some())
            id="agent-numbers"
            legend=words.members().add_legend
            search_label=words.members().search_agents
            typed_label=words.members().typed_agents
            none_left=words.members().no_agent_left
            fault
        />
    }
}
