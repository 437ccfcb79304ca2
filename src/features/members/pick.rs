//! Choosing several records: from those that the server lists, by typing their numbers, or both.

use dialdesk_core::id::Id;
use leptos::prelude::*;

use crate::text::Words;
use crate::ui::{SearchField, TextField};

/// Records from which the list is searched.
const MANY: usize = 8;

/// A record that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Choice {
    /// Its number.
    pub(crate) id: u64,
    /// Its name.
    pub(crate) name: String,
}

/// What was chosen, in the order of choosing.
#[derive(Clone, Copy)]
pub(crate) struct Picked {
    chosen: RwSignal<Vec<u64>>,
    typed: RwSignal<String>,
    /// Whether sending was tried: what stands against it is said.
    pub(crate) was_tried: RwSignal<bool>,
}

/// Why a choice cannot be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// Nothing is chosen.
    Nothing,
    /// This piece of what was typed is no number of a record.
    NoNumber(String),
    /// The record of this number is there already.
    Already(u64),
}

impl Picked {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self {
            chosen: RwSignal::new(Vec::new()),
            typed: RwSignal::new(String::new()),
            was_tried: RwSignal::new(false),
        }
    }

    /// All that was chosen or typed, each once.
    pub(crate) fn ids<T>(self) -> Result<Vec<Id<T>>, Flaw> {
        let mut ids: Vec<Id<T>> =
            self.chosen.with(|chosen| chosen.iter().filter_map(|id| Id::new(*id)).collect());
        let typed = self.typed.with(|typed| Id::parse_several(typed)).map_err(Flaw::NoNumber)?;
        ids.extend(typed.into_iter().filter(|id| !ids.contains(id)).collect::<Vec<_>>());
        if ids.is_empty() { Err(Flaw::Nothing) } else { Ok(ids) }
    }

    /// How many are chosen.
    pub(crate) fn count<T>(self) -> usize {
        self.ids::<T>().map_or(0, |ids| ids.len())
    }

    /// Whether a box is checked.
    pub(crate) fn has(self, id: u64) -> bool {
        self.chosen.with(|chosen| chosen.contains(&id))
    }

    /// Takes out what was sent; what was added to it meanwhile stays.
    pub(crate) fn take_out<T>(self, sent: &[Id<T>]) {
        self.chosen.try_update(|chosen| chosen.retain(|id| sent.iter().all(|sent| sent.get() != *id)));
        let is_sent = |typed: &String| {
            Id::<T>::parse_several(typed).is_ok_and(|typed| typed.iter().all(|id| sent.contains(id)))
        };
        if self.typed.try_with_untracked(is_sent) == Some(true) {
            self.typed.set(String::new());
        }
        self.was_tried.try_set(false);
    }

    fn toggle(self, id: u64, is_on: bool) {
        self.chosen.update(|chosen| {
            chosen.retain(|known| *known != id);
            if is_on {
                chosen.push(id);
            }
        });
    }
}

/// Boxes for the records that the server lists, and a field for numbers.
#[component]
pub(crate) fn Pick(
    picked: Picked,
    #[prop(into)] choices: Signal<Option<Vec<Choice>>>,
    /// Whether the server does not list them.
    #[prop(into)]
    is_unlisted: Signal<bool>,
    /// The id of the field for numbers.
    id: &'static str,
    legend: &'static str,
    search_label: &'static str,
    typed_label: &'static str,
    /// Said where everything is chosen already.
    none_left: &'static str,
    #[prop(into)] fault: Signal<Option<String>>,
) -> impl IntoView {
    let words = Words::current();
    let search = RwSignal::new(String::new());
    let is_long = Memo::new(move |_| choices.read().as_ref().is_some_and(|choices| choices.len() > MANY));
    let found = move || {
        let wanted = search.read().trim().to_lowercase();
        let mut choices = choices.get().unwrap_or_default();
        choices.retain(|choice| {
            // What is chosen stays in sight.
            picked.chosen.with_untracked(|chosen| chosen.contains(&choice.id))
                || choice.name.to_lowercase().contains(&wanted)
                || choice.id.to_string() == wanted
        });
        choices
    };
    view! {
        <fieldset class="stack-tight">
            <legend class="label">{legend}</legend>
            {move || is_long.get().then(|| view! { <SearchField label=search_label search /> })}
            <div class="choices">
                <For each=found key=Clone::clone let:choice>
                    <label class="check">
                        <input
                            type="checkbox"
                            prop:checked=move || picked.has(choice.id)
                            on:change:target=move |event| picked.toggle(choice.id, event.target().checked())
                        />
                        <span>{format!("{} · {}", choice.id, choice.name)}</span>
                    </label>
                </For>
                {move || match choices.read().as_ref() {
                    Some(choices) if choices.is_empty() => Some(none_left),
                    Some(_) => None,
                    None if is_unlisted.get() => Some(words.shell.not_listed),
                    None => Some(words.shell.loading),
                }
                .map(|said| view! { <p class="muted">{said}</p> })}
            </div>
            <TextField id label=typed_label value=picked.typed hint=words.members().typed_hint is_optional=true fault />
        </fieldset>
    }
}
