//! The screen.

use std::time::Duration;

use leptos::prelude::*;

use super::look::Desk;
use super::recipes::RecipesPart;
use super::table::Imports;
use super::unfinished::{NothingYet, Open};
use crate::platform::intl;
use crate::state::Keeper;
use crate::text::Words;
use crate::ui::{Message, PageTitle, Tone};

/// How often signs of life are looked for while the screen is shown.
const LOOK: Duration = Duration::from_secs(5);

/// What was sent, what is not known the end of first, and what is remembered.
#[component]
pub(crate) fn ActivityPage() -> impl IntoView {
    let words = Words::current();
    let desk = Desk::current();
    let texts = words.activity();
    desk.journal.look();
    if let Ok(looking) = set_interval_with_handle(move || desk.journal.look(), LOOK) {
        on_cleanup(move || looking.clear());
    }
    let not_kept = move || match desk.journal.keeper().get() {
        Keeper::Browser => None,
        Keeper::Page => Some((texts.not_kept, texts.not_kept_detail)),
        Keeper::Newer => Some((texts.newer, texts.newer_detail)),
    };
    let is_empty = Memo::new(move |_| desk.entries.read().is_empty());
    view! {
        <div class="stack">
            <div>
                <PageTitle text=texts.title.to_owned() />
                <p class="muted">{(texts.intro)(&intl::zone())}</p>
            </div>
            <section class="stack-tight" aria-labelledby="activity-imports">
                <h2 id="activity-imports">{texts.imports}</h2>
                {move || not_kept().map(|(title, detail)| view! {
                    <Message tone=Tone::Caution title><p>{detail}</p></Message>
                })}
                <Open with_running=true />
                {move || if is_empty.get() {
                    view! { <NothingYet /> }.into_any()
                } else {
                    view! { <Imports /> }.into_any()
                }}
            </section>
            <RecipesPart />
        </div>
    }
}
