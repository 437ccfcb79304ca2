//! What is remembered for files with the same columns.

use dialdesk_core::recipe::{self, FileFault, Recipe, Shape};
use leptos::prelude::*;

use super::confirm::Confirm;
use super::export::save;
use crate::platform::file::LocalFile;
use crate::platform::task;
use crate::state::{Host, Recipes};
use crate::text::Words;
use crate::ui::{Message, Tone};

/// Most bytes of a file of recipes that are read: fifty of the largest have room.
const FILE_MAX: u64 = 16 << 20;
/// Names of columns that are shown of a recipe.
const NAMES_SHOWN: usize = 4;

/// What was done last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Done {
    Nothing,
    Forgotten,
    AllForgotten,
    Taken { recipes: usize, unread: usize },
    NotTaken(Why),
}

/// Why a file was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    Unreadable,
    TooLarge,
    Fault(FileFault),
}

/// The columns of a recipe in a few words.
fn shown(words: &'static Words, columns: &Shape) -> String {
    let texts = &words.activity().recipes;
    let names = columns.names();
    if !columns.is_named() {
        return (texts.unnamed)(&words.count(names.len() as u64));
    }
    let first = names.iter().take(NAMES_SHOWN).map(|name| name.trim()).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(NAMES_SHOWN) {
        0 => first,
        more => (texts.and_more)(&first, &words.count(more as u64)),
    }
}

/// Reads a file of recipes.
async fn read(file: &LocalFile) -> Result<recipe::Taken, Why> {
    if file.size() > FILE_MAX {
        return Err(Why::TooLarge);
    }
    let bytes = file.read(0, file.size()).await.map_err(|_gone| Why::Unreadable)?;
    recipe::read_file(&String::from_utf8_lossy(&bytes)).map_err(Why::Fault)
}

/// The part of the screen.
#[component]
pub(super) fn RecipesPart() -> impl IntoView {
    let words = Words::current();
    let recipes = Recipes::current();
    let texts = &words.activity().recipes;
    let done = RwSignal::new(Done::Nothing);
    let is_empty = Memo::new(move |_| recipes.all().read().is_empty());
    view! {
        <section class="stack-tight" aria-labelledby="activity-recipes">
            <h2 id="activity-recipes">{texts.title}</h2>
            <p class="muted">{texts.intro}</p>
            <WhatWasDone done />
            {move || if is_empty.get() {
                view! { <p>{texts.none}</p> }.into_any()
            } else {
                view! { <Table done /> }.into_any()
            }}
            <Deeds done is_empty />
        </section>
    }
}

/// What came of it; the keyboard goes on here.
#[component]
fn WhatWasDone(done: RwSignal<Done>) -> impl IntoView {
    let words = Words::current();
    let texts = &words.activity().recipes;
    let said = move || match done.get() {
        Done::Nothing => ().into_any(),
        Done::Forgotten => view! { <Message tone=Tone::Good title=texts.forgotten>""</Message> }.into_any(),
        Done::AllForgotten => {
            view! { <Message tone=Tone::Good title=texts.all_forgotten>""</Message> }.into_any()
        }
        Done::Taken { recipes, unread } => {
            let title = (texts.taken)(&words.count(recipes as u64));
            let unread = (unread > 0).then(|| (texts.unread)(&words.count(unread as u64)));
            view! { <Message tone=Tone::Good title><p>{unread}</p></Message> }.into_any()
        }
        Done::NotTaken(why) => {
            let why = match why {
                Why::Unreadable => texts.unreadable.to_owned(),
                Why::TooLarge => (texts.too_large)(&words.bytes(FILE_MAX)),
                Why::Fault(fault) => texts.fault(fault).to_owned(),
            };
            view! { <Message tone=Tone::Bad title=texts.not_taken><p>{why}</p></Message> }.into_any()
        }
    };
    view! { <div id="recipes-said" tabindex="-1">{said}</div> }
}

#[component]
fn Table(done: RwSignal<Done>) -> impl IntoView {
    let words = Words::current();
    let recipes = Recipes::current();
    let texts = &words.activity().recipes;
    let rows = move || {
        let all = recipes.all().read();
        // The one that was used last is looked for most.
        all.iter().rev().map(|recipe| view! { <Row recipe=recipe.clone() done /> }).collect_view()
    };
    view! {
        <div class="card flush table-scroll" tabindex="0" role="region" aria-label=texts.caption>
            <table class="table">
                <caption>{texts.caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{texts.columns}</th>
                        <th scope="col">{texts.used}</th>
                        <th scope="col">{texts.list}</th>
                        <th scope="col" class="number">{texts.imports}</th>
                        <td></td>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(recipe: Recipe, done: RwSignal<Done>) -> impl IntoView {
    let words = Words::current();
    let (recipes, host) = (Recipes::current(), Host::current());
    let texts = &words.activity().recipes;
    let columns = shown(words, &recipe.columns);
    let all_names = recipe.columns.names().join(", ");
    let list = recipe.list.map(|list| format!("{} · {}", list.id, list.name));
    let label = (texts.forget_these)(&columns);
    let forget = move |_| {
        recipes.forget(&recipe.columns);
        done.set(Done::Forgotten);
        host.focus_soon("recipes-said");
    };
    view! {
        <tr>
            <th scope="row" title=all_names>{columns}</th>
            <td class="muted">{words.moment(recipe.used)}</td>
            <td>{list}</td>
            <td class="number">{words.count(recipe.past.len() as u64).shown}</td>
            <td><button type="button" class="button" aria-label=label on:click=forget>{texts.forget}</button></td>
        </tr>
    }
}

/// Export, import, forget all.
#[component]
fn Deeds(done: RwSignal<Done>, is_empty: Memo<bool>) -> impl IntoView {
    let words = Words::current();
    let (recipes, host) = (Recipes::current(), Host::current());
    let texts = &words.activity().recipes;
    let is_forgetting = RwSignal::new(false);
    let say = move |what| {
        if done.try_set(what).is_none() {
            host.focus_soon("recipes-said");
        }
    };
    let export = move |_| {
        let text = recipe::write(&recipes.all().read_untracked());
        save(text.as_bytes(), &format!("{}.json", texts.file_stem));
    };
    let chosen = move |event: leptos::ev::Event| {
        let Some(file) = LocalFile::all_chosen(&event).into_iter().next() else { return };
        task::spawn(async move {
            say(match read(&file).await {
                Ok(taken) => {
                    let known = (taken.recipes.len(), taken.unread);
                    recipes.keep_all(taken.recipes);
                    Done::Taken { recipes: known.0, unread: known.1 }
                }
                Err(why) => Done::NotTaken(why),
            });
        });
    };
    let forget_all = Callback::new(move |()| {
        recipes.forget_all();
        say(Done::AllForgotten);
    });
    let title = move || (texts.forget_all_title)(&words.count(recipes.all().read().len() as u64));
    view! {
        <div class="row">
            {move || (!is_empty.get()).then(|| view! {
                <button type="button" class="button" on:click=export>{texts.export}</button>
            })}
            <label class="button browse">
                {texts.take}
                <input class="visually-hidden" type="file" accept=".json,application/json" on:change=chosen />
            </label>
            {move || (!is_empty.get()).then(|| view! {
                <button type="button" class="button" on:click=move |_| is_forgetting.set(true)>
                    {texts.forget_all}
                </button>
            })}
        </div>
        <Confirm
            id="recipes-forget"
            is_open=is_forgetting
            title=Signal::derive(title)
            hint=texts.forget_all_hint
            deed=texts.forget_all_button
            run=forget_all
        />
    }
}
