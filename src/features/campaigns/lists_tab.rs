//! The lists that a campaign calls.

use dialdesk_core::campaign::CampaignId;
use dialdesk_core::list::List as ListTag;
use leptos::prelude::*;

use super::editor::Editor;
use crate::api::{List, campaigns};
use crate::features::members::{Added, Adding, Choice, Deed, Members, Pick, Present, Said, TakeAway, said};
use crate::platform::task;
use crate::route::{Link, ListPart, Screen};
use crate::state::{Host, Lists, Session};
use crate::text::Words;

/// The lists of a campaign, and the form that attaches more.
#[component]
pub(super) fn ListsTab(
    id: CampaignId,
    editor: Editor,
    members: Members<List>,
    is_active: Signal<Option<bool>>,
) -> impl IntoView {
    let words = Words::current();
    let session = Session::current();
    let host = Host::current();
    let lists = Lists::current();
    lists.want();
    let texts = words.campaigns();
    let picked = members.picked;
    let read = move || {
        task::spawn(async move {
            let result = session.call(async |client| client.campaign_lists(id).await).await;
            members.present.try_set(result.into());
        });
    };
    read();
    let choices = members.choices(lists, |list| Choice { id: list.id.get(), name: list.name.clone() });
    // An active campaign calls the contacts of a list as soon as it has the list.
    let may_call = Memo::new(move |_| is_active.get() != Some(false));
    let is_meant = RwSignal::new(false);
    let fault = Signal::derive(move || {
        let flaw = members.ids().err()?;
        picked.was_tried.get().then(|| said(words, &flaw, texts.no_list))
    });
    let request = Signal::derive(move || Some(campaigns::attach_lists(id, &members.ids().ok()?)));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if members.is_waiting() {
            return;
        }
        picked.was_tried.set(true);
        let Ok(ids) = untrack(|| members.ids()) else { return host.focus_soon("attach-numbers") };
        if may_call.get_untracked() && !is_meant.get_untracked() {
            return host.focus_soon("attach-meant");
        }
        members.adding.set(Adding::Waiting);
        task::spawn(async move {
            // Somebody may have switched it on since it was read.
            if let Ok(now) = session.call(async |client| client.campaign(id).await).await {
                editor.is_running.try_set(now.is_active());
            }
            if may_call.try_get_untracked() != Some(false) && is_meant.try_get_untracked() != Some(true) {
                members.adding.try_set(Adding::Idle);
                return host.focus_soon("attach-meant");
            }
            let result = session.call(async |client| client.attach_lists(id, &ids).await).await;
            if result.is_ok() {
                is_meant.try_set(false);
            }
            members.finish(result, &ids);
            read();
        });
    };
    let take_away = Callback::new(move |row: List| {
        if members.is_waiting() {
            return;
        }
        members.adding.set(Adding::Waiting);
        task::spawn(async move {
            let result = session.call(async |client| client.detach_list(id, row.id).await).await;
            if members.finish_taking(result, row.name) {
                // The button is gone with its row.
                host.focus_soon("members-outcome");
            }
            read();
        });
    });
    let label = Signal::derive(move || {
        let count = words.count(picked.count::<ListTag>() as u64);
        if is_active.get() == Some(true) { (texts.attach_and_call)(&count) } else { (texts.attach)(&count) }
    });
    view! {
        <section class="stack" aria-labelledby="attached-title">
            <h2 id="attached-title" tabindex="-1">{texts.attached_title}</h2>
            <Present
                members
                retry=Callback::new(move |()| read())
                failed=texts.attached_failed
                none=texts.attached_none
                table=Callback::new(move |rows| table(words, rows, take_away))
            />
            <form class="card stack" novalidate on:submit=submit>
                <h2>{texts.attach_lists}</h2>
                <Added adding=members.adding said=Said { added: texts.attached, taken_away: texts.detached } />
                <Pick
                    picked
                    choices
                    is_unlisted=Signal::derive(move || lists.failure().read().is_some())
                    id="attach-numbers"
                    legend=texts.attach_legend
                    search_label=words.lists().listing.search
                    typed_label=texts.typed_lists
                    none_left=texts.no_list_left
                    fault
                />
                {move || may_call.get().then(|| {
                    let said = if is_active.get().is_some() { texts.will_call } else { texts.may_call };
                    view! { <Meant is_meant was_tried=picked.was_tried said /> }
                })}
                <Deed adding=members.adding request label />
            </form>
        </section>
    }
}

fn table(words: &'static Words, lists: Vec<List>, take_away: Callback<List>) -> AnyView {
    let rows = lists.into_iter().map(|list| {
        let (name, shown) = (list.name.clone(), list.name.clone());
        view! {
            <tr>
                <th scope="row"><Link to=Screen::List(list.id, ListPart::Contacts)>{shown}</Link></th>
                <td>{list.id.to_string()}</td>
                <td class="muted">{list.description.clone()}</td>
                <td><TakeAway row=list label=words.campaigns().detach name take_away /></td>
            </tr>
        }
    });
    view! {
        <table class="table">
            <caption>{words.campaigns().attached_caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.lists().name}</th>
                    <th scope="col">{words.lists().id}</th>
                    <th scope="col">{words.lists().description}</th>
                    <td></td>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// The box that says that calling is meant.
#[component]
fn Meant(is_meant: RwSignal<bool>, was_tried: RwSignal<bool>, said: &'static str) -> impl IntoView {
    let words = Words::current();
    view! {
        <div class="message warn">
            <label class="check">
                <input
                    id="attach-meant"
                    type="checkbox"
                    aria-describedby="attach-unmeant"
                    prop:checked=is_meant
                    on:change:target=move |event| is_meant.set(event.target().checked())
                />
                <span>{said}</span>
            </label>
            <div id="attach-unmeant" class="fault">
                {move || (was_tried.get() && !is_meant.get()).then_some(words.campaigns().confirm_missing)}
            </div>
        </div>
    }
}
