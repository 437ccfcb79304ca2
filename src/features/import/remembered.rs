//! What is remembered of earlier files with the same columns, said where it counts.

use std::sync::Arc;

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::letters;
use dialdesk_core::recipe::{Drift, Fit, LastList, Loss, Lost, Recipe};
use leptos::prelude::*;

use super::applied::Use;
use super::columns::field_name;
use super::file::column_name;
use super::state::ImportState;
use crate::text::Words;
use crate::ui::{Message, Tone};

/// What of the recipe holds for the file as it is read.
fn fit(import: &ImportState) -> Option<Fit> {
    let source = import.source.read();
    import.recipe.fit(&source.scan()?.columns)
}

/// Says that choices were applied, what has changed since, and how to do without.
#[component]
pub(super) fn Remembered() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().recipes;
    move || {
        match import.recipe.now.get() {
        Use::None => ().into_any(),
        Use::Applied(applied) => view! { <Applied recipe=Arc::new(applied.recipe.clone()) /> }.into_any(),
        Use::Declined(applied) => view! {
            <Message tone=Tone::Caution title=(texts.declined)(&words.moment(applied.recipe.used)) id="recipe">
                {move || (!import.is_fixed.get()).then(|| view! {
                    <button type="button" class="button" on:click=move |_| import.apply_again()>{texts.apply}</button>
                })}
            </Message>
        }
        .into_any(),
        Use::Forgotten(_) => view! {
            <Message tone=Tone::Caution title=texts.forgotten id="recipe"><p>{texts.forgotten_hint}</p></Message>
        }
        .into_any(),
    }
    }
}

/// A recipe that is applied; nothing while the file is read in a way for which it does not hold.
#[component]
fn Applied(recipe: Arc<Recipe>) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().recipes;
    let drift = Memo::new(move |_| fit(&import).map(|fit| fit.drift));
    let at = words.moment(recipe.used);
    move || {
        drift.get().map(|drift| {
            let is_same = drift.is_empty();
            let tone = if is_same { Tone::Good } else { Tone::Caution };
            let title = if is_same { (texts.applied)(&at) } else { (texts.applied_in_part)(&at) };
            view! {
                <Message tone title id="recipe">
                    {(!is_same).then(|| view! { <Changes drift /> })}
                    <p>{texts.which} " " {texts.no_longer}</p>
                    {move || (!import.is_fixed.get()).then(|| view! {
                        <div class="row">
                            <button type="button" class="button" on:click=move |_| import.decline_recipe()>
                                {texts.do_without}
                            </button>
                            <button type="button" class="button" on:click=move |_| import.forget_recipe()>
                                {texts.forget}
                            </button>
                        </div>
                    })}
                </Message>
                <Last last=recipe.list.clone() />
            }
        })
    }
}

/// What is different, one line each.
#[component]
fn Changes(drift: Drift) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().recipes;
    let named = |fields: &[ContactField]| {
        let custom = import.fields.read_untracked();
        fields.iter().map(|field| field_name(words, &custom, *field)).collect::<Vec<_>>().join(", ")
    };
    let column = |at: usize| {
        let source = import.source.read_untracked();
        let column = source.scan().and_then(|scan| scan.columns.get(at));
        column.map(|column| column_name(words, column)).unwrap_or_default()
    };
    let renamed = drift.renamed.iter().map(|renamed| {
        let said = (texts.renamed)(&renamed.from, &column(renamed.to));
        if renamed.fields.is_empty() {
            said
        } else {
            format!("{said} {}", (texts.still_feeds)(&named(&renamed.fields)))
        }
    });
    let lost = drift.lost.iter().map(|lost| match lost.loss {
        Loss::OtherValues => (texts.other_values)(&column(lost.at), &named(&lost.fields)),
        Loss::Gone if lost.fields.is_empty() => (texts.lost)(&lost_name(words, lost)),
        Loss::Gone => (texts.lost_fed)(&lost_name(words, lost), &named(&lost.fields)),
    });
    let added = drift.added.iter().map(|at| (texts.added)(&column(*at)));
    let reordered = drift.is_reordered.then(|| texts.reordered.to_owned());
    let lines = renamed.chain(lost).chain(added).chain(reordered);
    view! { <ul class="reasons">{lines.map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }
}

/// A column that is gone, by its name or else by its place.
fn lost_name(words: &'static Words, lost: &Lost) -> String {
    if lost.name.is_empty() { (words.import().file.unnamed)(&letters(lost.at)) } else { lost.name.clone() }
}

/// Offers the list that took the last file, where none is chosen. It is never chosen by itself.
#[component]
fn Last(last: Option<LastList>) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().recipes;
    let offered = Memo::new(move |_| {
        let is_free = import.list.get().is_none() && !import.is_fixed.get();
        last.clone().filter(|last| is_free && last.server == import.session.address())
    });
    move || {
        offered.get().map(|last| {
            let number = (words.lists().list_number)(&last.id.to_string());
            let name = if last.name.is_empty() { number } else { format!("{} · {}", last.id, last.name) };
            let choose = move |_| {
                import.choose_list(Some(last.id));
                import.host.focus_soon("into-list");
            };
            view! {
                <div class="row">
                    <span>{(texts.last_list)(&name)}</span>
                    <button type="button" class="button" on:click=choose>{texts.use_list}</button>
                </div>
            }
        })
    }
}

/// At a field: the column that fed it is gone.
#[component]
pub(super) fn LostColumn(field: ContactField) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let lost = Memo::new(move |_| {
        // What the admin has chosen since is no longer in question.
        let is_chosen = import.choices.read().contains_key(&field);
        fit(&import).filter(|_| !is_chosen)?.drift.lost_of(field).cloned()
    });
    let texts = &words.import().recipes;
    let said = move |lost: &Lost| match lost.loss {
        Loss::OtherValues => texts.other_values_here.to_owned(),
        Loss::Gone => (texts.lost_here)(&lost_name(words, lost)),
    };
    move || lost.get().map(|lost| view! { <div class="caution">{said(&lost)}</div> })
}

/// After an import began: its choices are remembered, and can be forgotten.
#[component]
pub(super) fn Kept() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().recipes;
    move || {
        (import.is_fixed.get() && import.recipe.kept.with(Option::is_some)).then(|| {
            view! {
                <div class="row">
                    <span class="hint">{texts.kept}</span>
                    <button type="button" class="button quiet" on:click=move |_| import.forget_kept()>
                        {texts.forget}
                    </button>
                </div>
            }
        })
    }
}
