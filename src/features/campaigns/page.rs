//! All campaigns.

use dialdesk_core::campaign::{CampaignId, Key};
use dialdesk_core::interval;
use leptos::prelude::*;

use super::editor::{Campaigns, Editors};
use super::model::{Column, FIRST, shown};
use crate::api::CampaignRow;
use crate::route::{Link, Screen, Tab, use_go};
use crate::text::Words;
use crate::ui::{Chip, Listing, Message, Mood, OpenByNumber, PageTitle, Sort, SortHeader, Tone};

/// The table of campaigns.
#[component]
pub(crate) fn CampaignsPage() -> impl IntoView {
    let words = Words::current();
    let campaigns = Campaigns::current();
    campaigns.want();
    let search = RwSignal::new(String::new());
    let sort = RwSignal::new(FIRST);
    let found = Memo::new(move |_| {
        campaigns.rows().read().as_ref().map(|rows| shown(rows, &search.read(), sort.get()))
    });
    let subtitle = move || {
        let rows = campaigns.rows().read();
        let rows = rows.as_ref()?;
        let all = words.count(rows.len() as u64);
        if search.with(|search| !search.trim().is_empty()) {
            let found = words.count(found.read().as_ref().map_or(0, |found| found.len() as u64));
            return Some((words.campaigns().found_of)(&found, &all));
        }
        let active = rows.iter().filter(|row| row.is_active == Some(true)).count();
        Some((words.campaigns().how_many)(&all, &words.count(active as u64)))
    };
    let is_empty = Signal::derive(move || found.read().as_ref().is_none_or(Vec::is_empty));
    view! {
        <div class="stack">
            <div class="row">
                <div class="grow">
                    <PageTitle text=words.campaigns().title.to_owned() />
                    <p class="muted">{subtitle}</p>
                </div>
                <Link to=Screen::NewCampaign class="button primary">{words.campaigns().new}</Link>
            </div>
            <Created />
            <Listing
                collection=campaigns
                is_empty
                search
                words=&words.campaigns().listing
                otherwise=|| view! { <ByNumber /> }
                table=move || view! { <Table found sort /> }
            />
        </div>
    }
}

/// The table.
#[component]
fn Table(found: Memo<Option<Vec<CampaignRow>>>, sort: RwSignal<Sort<Column>>) -> impl IntoView {
    let words = Words::current();
    view! {
        <table class="table">
            <caption>{words.campaigns().caption}</caption>
            <thead>
                <tr>
                    <SortHeader column=Column::Name label=words.campaigns().name sort />
                    <SortHeader column=Column::Id label=words.campaigns().number sort />
                    <SortHeader column=Column::State label=words.campaigns().state sort />
                    <th scope="col">{words.campaigns().method}</th>
                    <th scope="col">{words.campaigns().window}</th>
                </tr>
            </thead>
            <tbody>
                <For each=move || found.get().unwrap_or_default() key=Clone::clone let:row>
                    <Row row />
                </For>
            </tbody>
        </table>
    }
}

/// One campaign.
#[component]
fn Row(row: CampaignRow) -> impl IntoView {
    let words = Words::current();
    // The words of a choice say more than a table needs.
    let method = (words.campaigns().fields.choice)(Key::Method, &row.method)
        .and_then(|words| words.split(':').next())
        .map_or(row.method.clone(), str::to_owned);
    let never = row
        .interval
        .as_ref()
        .is_some_and(|text| interval::read(text).is_none_or(|openings| openings.is_never()));
    view! {
        <tr>
            <th scope="row">
                <Link to=Screen::Campaign(row.id, Tab::Settings)>{row.name}</Link>
            </th>
            <td>{row.id.to_string()}</td>
            <td><StateChip is_active=row.is_active /></td>
            <td>{method}</td>
            <td>
                <code>{row.interval}</code>
                " "
                {never.then(|| view! { <Chip mood=Mood::Bad text=words.campaigns().never /> })}
            </td>
        </tr>
    }
}

/// Says what was created while its sender was elsewhere, once.
#[component]
pub(super) fn Created() -> impl IntoView {
    let words = Words::current();
    let created = Editors::current().created;
    on_cleanup(move || {
        created.try_set(None);
    });
    move || {
        created.get().map(|id| {
            let name = (words.campaigns().campaign_number)(&id.to_string());
            view! {
                <Message tone=Tone::Good title=words.campaigns().created>
                    <p><Link to=Screen::Campaign(id, Tab::Settings)>{name}</Link></p>
                </Message>
            }
        })
    }
}

/// Whether a campaign calls.
#[component]
pub(super) fn StateChip(is_active: Option<bool>) -> impl IntoView {
    let words = Words::current();
    let (mood, text) = match is_active {
        Some(true) => (Mood::Good, words.campaigns().active),
        Some(false) => (Mood::Plain, words.campaigns().paused),
        None => (Mood::Plain, words.campaigns().state_unknown),
    };
    view! { <Chip mood text /> }
}

/// The way to a campaign that the server does not list.
#[component]
fn ByNumber() -> impl IntoView {
    let words = Words::current();
    let go = use_go();
    let go = Callback::new(move |typed: String| {
        CampaignId::parse(&typed).map(|id| go(Screen::Campaign(id, Tab::Settings))).is_some()
    });
    view! {
        <OpenByNumber
            id="open-campaign"
            label=words.campaigns().open_label
            hint=words.campaigns().open_hint
            fault=words.campaigns().no_number
            open=words.campaigns().open
            go
        />
    }
}
