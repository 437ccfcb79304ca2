//! The agents who take a campaign's calls.

use dialdesk_core::agent::{Agent as AgentTag, PENALTY, PENALTY_ADVISED, Penalty};
use dialdesk_core::campaign::CampaignId;
use leptos::prelude::*;

use crate::api::{Agent, campaigns};
use crate::features::members::{Added, Adding, Deed, Members, PickAgents, Present, Said, TakeAway};
use crate::platform::task;
use crate::state::{Collection, Host, Session};
use crate::text::Words;
use crate::ui::TextField;

/// The agents of a campaign, and the form that adds more.
#[component]
pub(super) fn AgentsTab(
    id: CampaignId,
    members: Members<Agent>,
    penalty: RwSignal<String>,
    is_active: Signal<Option<bool>>,
) -> impl IntoView {
    let words = Words::current();
    let session = Session::current();
    let host = Host::current();
    let agents = Collection::<Agent>::current();
    agents.want();
    let texts = words.campaigns();
    let picked = members.picked;
    let read = move || {
        task::spawn(async move {
            let result = session.call(async |client| client.campaign_agents(id).await).await;
            members.present.try_set(result.into());
        });
    };
    read();
    let read_penalty = move || penalty.with(|text| Penalty::parse(text));
    let number = move |n: u32| words.count(n.into()).shown;
    let penalty_fault = Signal::derive(move || {
        let is_wrong = picked.was_tried.get() && read_penalty().is_none();
        is_wrong.then(|| (texts.penalty_wrong)(&number(PENALTY.min)))
    });
    let penalty_caution = Signal::derive(move || {
        read_penalty().is_some_and(Penalty::is_high).then(|| (texts.penalty_high)(&number(PENALTY_ADVISED)))
    });
    let request =
        Signal::derive(move || Some(campaigns::add_agents(id, &members.ids().ok()?, read_penalty()?)));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if members.is_waiting() {
            return;
        }
        picked.was_tried.set(true);
        let Ok(ids) = untrack(|| members.ids()) else { return host.focus_soon("agent-numbers") };
        let Some(penalty) = untrack(read_penalty) else { return host.focus_soon("penalty") };
        members.adding.set(Adding::Waiting);
        task::spawn(async move {
            let result = session.call(async |client| client.add_agents(id, &ids, penalty).await).await;
            members.finish(result, &ids);
            read();
        });
    };
    let take_away = Callback::new(move |row: Agent| {
        if members.is_waiting() {
            return;
        }
        members.adding.set(Adding::Waiting);
        task::spawn(async move {
            let result = session.call(async |client| client.remove_agent(id, row.id).await).await;
            if members.finish_taking(result, row.name) {
                // The button is gone with its row.
                host.focus_soon("members-outcome");
            }
            read();
        });
    });
    let label =
        Signal::derive(move || (words.members().add)(&words.count(picked.count::<AgentTag>() as u64)));
    view! {
        <section class="stack" aria-labelledby="agents-title">
            <h2 id="agents-title" tabindex="-1">{texts.agents_title}</h2>
            <Present
                members
                retry=Callback::new(move |()| read())
                failed=texts.agents_failed
                none=texts.agents_none
                table=Callback::new(move |rows| table(words, rows, take_away))
            />
            <form class="card stack" novalidate on:submit=submit>
                <h2>{words.members().add_agents}</h2>
                <Added adding=members.adding said=Said { added: words.members().added, taken_away: words.members().removed } />
                <PickAgents members />
                <TextField
                    id="penalty"
                    label=texts.penalty
                    value=penalty
                    hint=texts.penalty_hint
                    fault=penalty_fault
                    caution=penalty_caution
                />
                {move || {
                    (is_active.get() == Some(true)).then(|| view! { <p class="caution">{texts.agents_active}</p> })
                }}
                <Deed adding=members.adding request label />
            </form>
        </section>
    }
}

fn table(words: &'static Words, agents: Vec<Agent>, take_away: Callback<Agent>) -> AnyView {
    let rows = agents.into_iter().map(|agent| {
        let penalty = agent.penalty.map_or_else(|| "–".to_owned(), |penalty| words.count(penalty).shown);
        let name = agent.name.clone();
        view! {
            <tr>
                <th scope="row">{agent.name.clone()}</th>
                <td>{agent.id.to_string()}</td>
                <td>{penalty}</td>
                <td><TakeAway row=agent label=words.members().remove name take_away /></td>
            </tr>
        }
    });
    view! {
        <table class="table">
            <caption>{words.campaigns().agents_caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.members().agent}</th>
                    <th scope="col">{words.campaigns().number}</th>
                    <th scope="col">{words.campaigns().penalty}</th>
                    <td></td>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}
