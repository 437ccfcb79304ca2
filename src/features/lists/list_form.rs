//! Name and description of a list, as a form has them.

use dialdesk_core::list::{ListDraft, ListField, ListFinding, ListId, NewList};
use leptos::prelude::*;

use crate::api::ApiError;
use crate::state::{Host, Lists};
use crate::text::Words;
use crate::ui::{ChangeFailed, Message, TextField, Tone};

/// The parts of a dialog with this form, each the only one of its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ids {
    pub(super) summary: &'static str,
    pub(super) name: &'static str,
    pub(super) description: &'static str,
}

/// What was typed, and how far sending it has come.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) name: RwSignal<String>,
    pub(super) description: RwSignal<String>,
    /// Errors wait until the form was sent once.
    was_sent: RwSignal<bool>,
    pub(super) is_waiting: RwSignal<bool>,
    pub(super) failure: RwSignal<Option<ApiError>>,
}

impl Form {
    /// An empty form.
    pub(super) fn new() -> Self {
        Self {
            name: RwSignal::new(String::new()),
            description: RwSignal::new(String::new()),
            was_sent: RwSignal::new(false),
            is_waiting: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    /// What was typed.
    pub(super) fn draft(self) -> ListDraft {
        ListDraft { name: self.name.get(), description: self.description.get() }
    }

    /// As [`Self::draft`], after a wait: blank once the form is gone.
    pub(super) fn draft_now(self) -> ListDraft {
        let text = |signal: RwSignal<String>| signal.try_get_untracked().unwrap_or_default();
        ListDraft { name: text(self.name), description: text(self.description) }
    }

    fn findings(self) -> Vec<ListFinding> {
        if self.was_sent.get() { self.draft().parse().err().unwrap_or_default() } else { Vec::new() }
    }

    /// The list to send, unless something stands against it or is under way.
    pub(super) fn submit(self) -> Option<NewList> {
        if self.is_waiting.get_untracked() {
            return None;
        }
        self.was_sent.set(true);
        self.failure.set(None);
        untrack(|| self.draft()).parse().ok()
    }

    /// Puts these texts in, with nothing left to say of before.
    pub(super) fn fill(self, draft: ListDraft) {
        self.name.try_set(draft.name);
        self.description.try_set(draft.description);
        self.was_sent.try_set(false);
        self.failure.try_set(None);
    }
}

/// The two fields with all that stands against them.
#[component]
pub(super) fn Fields(
    form: Form,
    ids: Ids,
    /// The list that is changed: its own name is not taken.
    own: Option<ListId>,
    /// The title of what stands against it.
    summary: &'static str,
    /// The title where it was not done.
    failed: &'static str,
    /// The title where that is not known.
    unclear: &'static str,
) -> impl IntoView {
    let words = Words::current();
    let lists = Lists::current();
    let findings = Memo::new(move |_| form.findings());
    let fault = move |field: ListField| {
        Signal::derive(move || {
            let found = findings.read();
            found
                .iter()
                .find(|problem| problem.at == field)
                .map(|problem| words.lists().problem(&problem.kind))
        })
    };
    let caution = Signal::derive(move || {
        let rows = lists.rows().read();
        let others = rows.as_ref()?.iter().filter(|list| Some(list.id) != own);
        let known = others.map(|list| (list.id, list.name.as_str()));
        form.draft().name_taken(known).map(|problem| words.lists().problem(&problem.kind))
    });
    view! {
        {move || (!findings.with(Vec::is_empty)).then(|| {
            view! { <Summary findings=findings.get() ids title=summary /> }
        })}
        // A lost call may have been carried out.
        {move || form.failure.get().map(|error| view! { <ChangeFailed failed unclear error /> })}
        <TextField
            id=ids.name
            label=words.lists().name
            value=form.name
            hint=words.lists().name_hint
            fault=fault(ListField::Name)
            caution
        />
        <TextField
            id=ids.description
            label=words.lists().description
            value=form.description
            hint=words.lists().description_hint
            is_optional=true
            fault=fault(ListField::Description)
        />
    }
}

/// All that stands against the draft, each line leading to its field.
#[component]
fn Summary(findings: Vec<ListFinding>, ids: Ids, title: &'static str) -> impl IntoView {
    let words = Words::current();
    let host = Host::current();
    let lines = findings.into_iter().map(move |problem| {
        let (id, field) = match problem.at {
            ListField::Name => (ids.name, words.lists().name),
            ListField::Description => (ids.description, words.lists().description),
        };
        let text = format!("{field}: {}", words.lists().problem(&problem.kind));
        view! {
            <li>
                <button type="button" class="button quiet" on:click=move |_| host.focus_soon(id)>{text}</button>
            </li>
        }
    });
    view! {
        <Message tone=Tone::Bad title id=ids.summary>
            <ul>{lines.collect_view()}</ul>
        </Message>
    }
}
