//! What lists and agents of a campaign and agents of a list have in common: who is there, and adding more.

use dialdesk_core::id::Id;
use leptos::prelude::*;

use super::pick::{Choice, Flaw, Picked};
use crate::api::{ApiError, Request, Row};
use crate::state::{Collection, Remote};
use crate::text::{Count, Words};
use crate::ui::{CallFailed, ChangeFailed, Message, RequestDetails, Tone};

/// How far adding has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Adding {
    /// Nothing yet.
    Idle,
    /// On its way.
    Waiting,
    /// So many were added.
    Done(usize),
    /// Not added, or not known whether.
    Failed(ApiError),
    /// The one of this name was taken away.
    TakenAway(String),
    /// It was not taken away, or that is not known.
    NotTakenAway(ApiError),
}

/// The words of one kind of members.
#[derive(Clone, Copy)]
pub(crate) struct Said {
    /// So many were added.
    pub(crate) added: fn(&Count) -> String,
    /// The one of this name was taken away.
    pub(crate) taken_away: fn(&str) -> String,
}

/// The members of something, and those that are to be added.
pub(crate) struct Members<T: Row> {
    pub(crate) present: RwSignal<Remote<Vec<T>>>,
    pub(crate) picked: Picked,
    pub(crate) adding: RwSignal<Adding>,
}

// Written by hand: derived, they would ask the same of `T`.
impl<T: Row> Copy for Members<T> {}
#[expect(clippy::expl_impl_clone_on_copy, reason = "see above")]
impl<T: Row> Clone for Members<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Row> Members<T> {
    /// Not read yet, and none chosen.
    pub(crate) fn new() -> Self {
        Self {
            present: RwSignal::new(Remote::Loading),
            picked: Picked::new(),
            adding: RwSignal::new(Adding::Idle),
        }
    }

    /// Those of `all` that are not there yet; none where the server does not list them.
    pub(crate) fn choices(self, all: Collection<T>, choice: fn(&T) -> Choice) -> Signal<Option<Vec<Choice>>> {
        Signal::derive(move || {
            let present = self.present.read();
            let rows = all.rows().read();
            let is_there = |id| present.ready().is_some_and(|known| known.iter().any(|row| row.id() == id));
            let choices = rows.as_ref()?.iter().map(|row| (is_there(row.id()), choice(row)));
            // What is chosen stays in sight until it is taken back.
            let is_offered = |(is_there, choice): &(bool, Choice)| !is_there || self.picked.has(choice.id);
            Some(choices.filter(is_offered).map(|(_, choice)| choice).collect())
        })
    }

    /// What is to be added.
    pub(crate) fn ids<Tag>(self) -> Result<Vec<Id<Tag>>, Flaw>
    where
        T: Row<Id = Id<Tag>>,
    {
        let ids = self.picked.ids::<Tag>()?;
        let present = self.present.read();
        let present = present.ready().into_iter().flatten();
        match present.map(Row::id).find(|id| ids.contains(id)) {
            Some(id) => Err(Flaw::Already(id.get())),
            None => Ok(ids),
        }
    }

    /// Whether a call is on its way.
    pub(crate) fn is_waiting(self) -> bool {
        self.adding.with_untracked(|adding| *adding == Adding::Waiting)
    }

    /// Takes in what came of taking the one of this name away; whether it was done.
    pub(crate) fn finish_taking(self, result: Result<(), ApiError>, name: String) -> bool {
        let outcome = match result {
            Ok(()) => Adding::TakenAway(name),
            Err(error) => Adding::NotTakenAway(error),
        };
        let is_done = matches!(outcome, Adding::TakenAway(_));
        self.adding.try_set(outcome);
        is_done
    }

    /// Takes in what came of adding those that were sent; what was chosen stays unless it was added.
    pub(crate) fn finish<Tag>(self, result: Result<(), ApiError>, sent: &[Id<Tag>])
    where
        T: Row<Id = Id<Tag>>,
    {
        match result {
            Ok(()) => {
                self.picked.take_out(sent);
                self.adding.try_set(Adding::Done(sent.len()));
            }
            Err(error) => {
                self.adding.try_set(Adding::Failed(error));
            }
        }
    }
}

/// The button that takes a row away.
#[component]
pub(crate) fn TakeAway<T: Row>(
    row: T,
    label: &'static str,
    name: String,
    take_away: Callback<T>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button quiet"
            aria-label=format!("{label} {name}")
            on:click=move |_| take_away.run(row.clone())
        >
            {label}
        </button>
    }
}

/// What stands against a choice, in words; `nothing` says that none was made.
pub(crate) fn said(words: &Words, flaw: &Flaw, nothing: &'static str) -> String {
    match flaw {
        Flaw::Nothing => nothing.to_owned(),
        Flaw::NoNumber(piece) => (words.members().no_number_in)(piece),
        Flaw::Already(id) => (words.members().already)(&id.to_string()),
    }
}

/// Who is there: a table, or why there is none.
#[component]
pub(crate) fn Present<T: Row>(
    members: Members<T>,
    /// Reads them again.
    retry: Callback<()>,
    failed: &'static str,
    none: &'static str,
    /// The table of the rows.
    table: Callback<Vec<T>, AnyView>,
) -> impl IntoView {
    let words = Words::current();
    move || match members.present.get() {
        Remote::Loading => view! { <p class="muted" role="status">{words.shell.loading}</p> }.into_any(),
        Remote::Failed(error) => view! { <CallFailed title=failed error retry /> }.into_any(),
        Remote::Ready(rows) if rows.is_empty() => view! { <p class="muted">{none}</p> }.into_any(),
        Remote::Ready(rows) => {
            view! { <div class="card flush table-scroll">{table.run(rows)}</div> }.into_any()
        }
    }
}

/// What adding has come to.
#[component]
pub(crate) fn Added(adding: RwSignal<Adding>, said: Said) -> impl IntoView {
    let words = Words::current();
    move || match adding.get() {
        Adding::Idle | Adding::Waiting => ().into_any(),
        Adding::Done(count) => {
            let title = (said.added)(&words.count(count as u64));
            view! { <Message tone=Tone::Good title>""</Message> }.into_any()
        }
        Adding::Failed(error) => view! {
            <ChangeFailed failed=words.members().add_failed unclear=words.members().add_unclear error />
        }
        .into_any(),
        Adding::TakenAway(name) => {
            let title = (said.taken_away)(&name);
            view! { <Message tone=Tone::Good title id="members-outcome">""</Message> }.into_any()
        }
        Adding::NotTakenAway(error) => view! {
            <ChangeFailed failed=words.members().take_failed unclear=words.members().take_unclear error />
        }
        .into_any(),
    }
}

/// The request, once there is one, and the button that names the deed.
#[component]
pub(crate) fn Deed(
    adding: RwSignal<Adding>,
    request: Signal<Option<Request>>,
    label: Signal<String>,
) -> impl IntoView {
    let words = Words::current();
    let is_waiting = move || adding.with(|adding| *adding == Adding::Waiting);
    view! {
        {move || request.get().map(|request| view! { <div class="stack-tight"><RequestDetails request /></div> })}
        <div>
            <button type="submit" class="button primary" aria-disabled=move || is_waiting().then_some("true")>
                {move || if is_waiting() { words.shell.sending.to_owned() } else { label.get() }}
            </button>
        </div>
    }
}
