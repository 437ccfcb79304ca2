//! One campaign, or a new one.

use dialdesk_core::campaign::{CampaignId, Key};
use leptos::prelude::*;

use super::agents_tab::AgentsTab;
use super::editor::{Campaigns, Editors, Origin, Stage};
use super::form::Form;
use super::lists_tab::ListsTab;
use super::page::{Created, StateChip};
use super::review::Review;
use crate::api::{Agent, List};
use crate::features::members::Members;
use crate::route::{Link, Screen, Tab};
use crate::text::Words;
use crate::ui::{CallFailed, Message, PageTitle, Tone};

/// A campaign's settings, lists and agents; without a number the form for a new one.
#[component]
pub(crate) fn CampaignPage(id: Option<CampaignId>, tab: Signal<Tab>) -> impl IntoView {
    let words = Words::current();
    let campaigns = Campaigns::current();
    let editor = Editors::current().get(id);
    editor.read();
    campaigns.want();
    on_cleanup(move || editor.forget_saving());
    // What is chosen there stays while the parts of the campaign are looked at in turn.
    let lists = Members::<List>::new();
    let agents = Members::<Agent>::new();
    let penalty = RwSignal::new("0".to_owned());
    let row = Memo::new(move |_| campaigns.get(id?));
    let name = Memo::new(move |_| {
        editor.origin.with(|origin| match origin {
            Origin::Read(stored) => Some(stored.draft().text(Key::Name).to_owned()),
            Origin::New | Origin::Reading | Origin::OtherQueue | Origin::Unreadable(_) => None,
        })
    });
    let title = Signal::derive(move || match id {
        None => words.campaigns().new.to_owned(),
        Some(id) => name
            .get()
            .or_else(|| row.get().map(|row| row.name))
            .filter(|name| !name.trim().is_empty())
            .unwrap_or_else(|| (words.campaigns().campaign_number)(&id.to_string())),
    });
    let state = move || editor.is_running.get().or_else(|| row.get()?.is_active);
    let head = id.map(|id| {
        view! {
            <p class="row">
                <span class="muted">{(words.campaigns().campaign_number)(&id.to_string())}</span>
                {move || view! { <StateChip is_active=state() /> }}
            </p>
            <nav class="tabs" aria-label=words.campaigns().tabs>
                <Link to=Screen::Campaign(id, Tab::Settings) exact=true>{words.campaigns().settings}</Link>
                <Link to=Screen::Campaign(id, Tab::Lists)>{words.campaigns().lists}</Link>
                <Link to=Screen::Campaign(id, Tab::Agents)>{words.campaigns().agents}</Link>
            </nav>
        }
    });
    view! {
        <div class="stack">
            <div>
                <PageTitle text=title />
                {match id {
                    None => view! {
                        <p class="muted">{words.campaigns().new_hint}</p>
                        <Created />
                    }
                    .into_any(),
                    Some(_) => head.into_any(),
                }}
            </div>
            {move || match (id, tab.get()) {
                (Some(id), Tab::Lists) => view! { <ListsTab id editor members=lists is_active=Signal::derive(state) /> }.into_any(),
                (Some(id), Tab::Agents) => view! { <AgentsTab id members=agents penalty is_active=Signal::derive(state) /> }.into_any(),
                (_, Tab::Settings) | (None, _) => view! { <Settings id /> }.into_any(),
            }}
        </div>
    }
}

/// What the settings show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Reading,
    OtherQueue,
    Unreadable,
    Form,
    Review,
}

/// The form or the review.
#[component]
fn Settings(id: Option<CampaignId>) -> impl IntoView {
    let words = Words::current();
    let editor = Editors::current().get(id);
    let shown = Memo::new(move |_| match (&*editor.origin.read(), &*editor.stage.read()) {
        (Origin::Reading, _) => Shown::Reading,
        (Origin::OtherQueue, _) => Shown::OtherQueue,
        (Origin::Unreadable(_), _) => Shown::Unreadable,
        (_, Stage::Editing | Stage::Saved(_)) => Shown::Form,
        (
            _,
            Stage::Reviewing | Stage::Sending | Stage::Unsent(_) | Stage::Failed(_) | Stage::Clashing { .. },
        ) => Shown::Review,
    });
    move || match shown.get() {
        Shown::Reading => view! { <p class="muted" role="status">{words.shell.loading}</p> }.into_any(),
        Shown::OtherQueue => view! {
            <Message tone=Tone::Caution title=words.campaigns().other_queue>
                <p>{words.campaigns().other_queue_hint}</p>
            </Message>
        }
        .into_any(),
        Shown::Unreadable => {
            let error = match editor.origin.get_untracked() {
                Origin::Unreadable(error) => Some(error),
                Origin::New | Origin::Reading | Origin::OtherQueue | Origin::Read(_) => None,
            };
            let retry = Callback::new(move |()| {
                editor.origin.set(Origin::Reading);
                editor.read();
            });
            view! {
                <super::form::Outcome editor />
                {error.map(|error| view! { <CallFailed title=words.campaigns().one_read_failed error retry /> })}
            }
            .into_any()
        }
        Shown::Form => view! { <Form editor /> }.into_any(),
        Shown::Review => view! { <Review editor /> }.into_any(),
    }
}
