//! Parts of the app that are loaded when they are first shown.
//!
//! Each part is a module of WebAssembly of its own, cut out of the app when it is built (docs/adr/0006-parts.md): what
//! the sign-in does not need comes later, with its words and its rules. The build decides what goes where by asking who
//! reaches what. So a screen of a part is only ever named here, and whatever the shell names is in the first load.

#![expect(clippy::unnecessary_wraps, reason = "what is cut off has to be able to fail: it may not arrive")]

use std::future::Future;
use std::pin::Pin;

use dialdesk_core::campaign::CampaignId;
use dialdesk_core::list::ListId;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::features::activity::ActivityPage;
use crate::features::campaigns::{CampaignPage, CampaignsPage};
use crate::features::connect::ConnectPage;
use crate::features::import::ImportPage;
use crate::features::lists::{ListPage, ListsPage};
use crate::platform::task;
use crate::route::{ListPart, Tab};
use crate::text::Words;
use crate::ui::PageTitle;

/// A screen, or that its part could not be fetched.
type Made = Result<AnyView, SplitLoaderError>;
/// Something that is there once its part is. What was fetched for one screen, others of its part have to ask for as
/// well, which takes no time.
type Coming<T> = Pin<Box<dyn Future<Output = Result<T, SplitLoaderError>>>>;

#[wasm_split(campaigns, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_campaigns))]
fn make_campaigns() -> Made {
    Ok(view! { <CampaignsPage /> }.into_any())
}

#[wasm_split(campaigns, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_campaign))]
fn make_campaign(id: Option<CampaignId>, tab: Signal<Tab>) -> Made {
    Ok(view! { <CampaignPage id tab /> }.into_any())
}

#[wasm_split(lists, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_lists))]
fn make_lists() -> Made {
    Ok(view! { <ListsPage /> }.into_any())
}

#[wasm_split(lists, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_list))]
fn make_list(id: ListId, part: Signal<ListPart>) -> Made {
    Ok(view! { <ListPage id part /> }.into_any())
}

#[wasm_split(import, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_import))]
fn make_import(into: Signal<Option<ListId>>) -> Made {
    Ok(view! { <ImportPage into /> }.into_any())
}

#[wasm_split(activity, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_activity))]
fn make_activity() -> Made {
    Ok(view! { <ActivityPage /> }.into_any())
}

#[wasm_split(connection, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_connection))]
fn make_connection() -> Made {
    Ok(view! { <ConnectPage /> }.into_any())
}

/// The table of campaigns.
pub(crate) fn campaigns() -> AnyView {
    later(|| Box::pin(fetch_campaigns()), || Box::pin(make_campaigns()))
}

/// One campaign; without a number the form for a new one.
pub(crate) fn campaign(id: Option<CampaignId>, tab: Signal<Tab>) -> AnyView {
    later(|| Box::pin(fetch_campaign()), move || Box::pin(make_campaign(id, tab)))
}

/// The table of lists.
pub(crate) fn lists() -> AnyView {
    later(|| Box::pin(fetch_lists()), || Box::pin(make_lists()))
}

/// One list.
pub(crate) fn list(id: ListId, part: Signal<ListPart>) -> AnyView {
    later(|| Box::pin(fetch_list()), move || Box::pin(make_list(id, part)))
}

/// The import; `into` is the list that the address names.
pub(crate) fn import(into: Signal<Option<ListId>>) -> AnyView {
    later(|| Box::pin(fetch_import()), move || Box::pin(make_import(into)))
}

/// What this browser has sent, and what it remembers.
pub(crate) fn activity() -> AnyView {
    later(|| Box::pin(fetch_activity()), || Box::pin(make_activity()))
}

/// Server, sign-in, language and theme.
pub(crate) fn connection() -> AnyView {
    later(|| Box::pin(fetch_connection()), || Box::pin(make_connection()))
}

fn later(fetch: fn() -> Coming<()>, make: impl Fn() -> Coming<AnyView> + 'static) -> AnyView {
    view! { <Later fetch make=Box::new(make) /> }.into_any()
}

/// How far a part has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// On its way.
    Fetching,
    /// There.
    Ready,
    /// Not to be had.
    Failed,
}

/// What `make` makes, once its part is there; until then, or if it cannot be fetched, what can be said and done.
#[component]
fn Later(fetch: fn() -> Coming<()>, make: Box<dyn Fn() -> Coming<AnyView>>) -> impl IntoView {
    let words = Words::current();
    let stage = RwSignal::new(Stage::Fetching);
    let make = StoredValue::new_local(make);
    let load = move || {
        stage.set(Stage::Fetching);
        task::spawn(async move {
            let fetched = fetch().await;
            stage.try_set(if fetched.is_ok() { Stage::Ready } else { Stage::Failed });
        });
    };
    load();
    move || {
        match stage.get() {
        Stage::Fetching => view! { <p class="muted patient" role="status">{words.shell.loading}</p> }.into_any(),
        // Made here and not when it was fetched, so that the screen is in the page when its effects run.
        Stage::Ready => make.with_value(|make| task::at_once(make())).and_then(Result::ok).into_any(),
        Stage::Failed => view! {
            <div class="stack" role="alert">
                <PageTitle text=words.shell.part_missing.to_owned() />
                <p>{words.shell.part_missing_hint}</p>
                <div>
                    <button type="button" class="button" on:click=move |_| load()>{words.shell.try_again}</button>
                </div>
            </div>
        }
        .into_any(),
    }
    }
}
