//! The agents who see a list.

use dialdesk_core::agent::Agent as AgentTag;
use leptos::prelude::*;

use super::desk::ListDesk;
use crate::api::{Agent, lists};
use crate::features::members::{Added, Adding, Deed, PickAgents, Present, Said};
use crate::features::removals::{Removals, RemoveButton, Stage, Target, WaitingNote};
use crate::platform::task;
use crate::state::{Collection, Host, SignIn};
use crate::text::Words;

/// The agents of a list, and the form that adds more.
#[component]
pub(super) fn AgentsTab(desk: ListDesk) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().agents;
    let host = Host::current();
    Collection::<Agent>::current().want();
    let members = desk.agents();
    let picked = members.picked;
    let read = move || task::spawn(desk.read_agents());
    // Whoever has just signed in again may see what the sign-in before could not.
    let session = desk.session;
    let is_in = Memo::new(move |_| matches!(*session.sign_in().read(), SignIn::In(_)));
    Effect::new(move || {
        if is_in.get() {
            read();
        }
    });
    let request = Signal::derive(move || Some(lists::add_agents(desk.id, &members.ids().ok()?)));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if members.is_waiting() {
            return;
        }
        picked.was_tried.set(true);
        let Ok(ids) = untrack(|| members.ids()) else { return host.focus_soon("agent-numbers") };
        members.adding.set(Adding::Waiting);
        let lease = desk.session.lease();
        task::spawn(async move {
            let list = desk.id;
            let result = lease.call(async |client| client.add_list_agents(list, &ids).await).await;
            members.finish(result, &ids);
            desk.read_agents().await;
        });
    };
    let label =
        Signal::derive(move || (words.members().add)(&words.count(picked.count::<AgentTag>() as u64)));
    view! {
        <section class="stack" aria-labelledby="agents-title">
            <div>
                <h2 id="agents-title" tabindex="-1">{texts.title}</h2>
                <p class="muted">{texts.hint}</p>
            </div>
            <Present
                members
                retry=Callback::new(move |()| read())
                failed=texts.failed
                none=texts.none
                table=Callback::new(move |rows| table(words, desk, rows))
            />
            <WaitingNote
                is_here=move |target| matches!(target, Target::Agent(list, _) if list == desk.id)
                said=texts.will_remove
            />
            <form class="card stack" novalidate on:submit=submit>
                <h2>{words.members().add_agents}</h2>
                <Added
                    adding=members.adding
                    said=Said { added: words.members().added, taken_away: words.members().removed }
                />
                <PickAgents members />
                <Deed adding=members.adding request label />
            </form>
        </section>
    }
}

fn table(words: &'static Words, desk: ListDesk, agents: Vec<Agent>) -> AnyView {
    let rows = agents.into_iter().map(|agent| view! { <AgentRow desk agent /> });
    view! {
        <table class="table">
            <caption>{words.lists().agents.caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.members().agent}</th>
                    <th scope="col">{words.lists().id}</th>
                    <td></td>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// An agent. While about to be removed the row is struck out.
#[component]
fn AgentRow(desk: ListDesk, agent: Agent) -> impl IntoView {
    let words = Words::current();
    let removals = Removals::current();
    let target = Target::Agent(desk.id, agent.id);
    let is_struck =
        move || matches!(removals.stage(target), Some(Stage::Waiting | Stage::Sending | Stage::Gone));
    let name = if agent.name.is_empty() { agent.id.to_string() } else { agent.name };
    let known = name.clone();
    let begin = Callback::new(move |()| removals.begin(target, known.clone(), move || desk.read_agents()));
    view! {
        <tr class:struck=is_struck>
            <th scope="row">{name.clone()}</th>
            <td>{agent.id.to_string()}</td>
            <td class="keep"><RemoveButton target name label=words.members().remove begin /></td>
        </tr>
    }
}
