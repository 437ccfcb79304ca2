//! The form for a new list, in a dialog over whatever screen needs one.

use dialdesk_core::list::{ListDraft, ListField, ListFinding, NewList};
use leptos::html::Dialog;
use leptos::prelude::*;

use crate::api::{ApiError, List};
use crate::platform::{dialog, task};
use crate::state::{Host, Lists, Session};
use crate::text::{HostWords, Words};
use crate::ui::{ChangeFailed, Message, TextField, Tone};

/// What was typed, and how far sending it has come.
#[derive(Clone, Copy)]
struct Form {
    name: RwSignal<String>,
    description: RwSignal<String>,
    /// Errors wait until the form was sent once.
    was_sent: RwSignal<bool>,
    is_waiting: RwSignal<bool>,
    failure: RwSignal<Option<ApiError>>,
}

impl Form {
    fn new() -> Self {
        Self {
            name: RwSignal::new(String::new()),
            description: RwSignal::new(String::new()),
            was_sent: RwSignal::new(false),
            is_waiting: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    fn draft(self) -> ListDraft {
        ListDraft { name: self.name.get(), description: self.description.get() }
    }

    fn findings(self) -> Vec<ListFinding> {
        if self.was_sent.get() { self.draft().parse().err().unwrap_or_default() } else { Vec::new() }
    }

    /// The list to send, unless something stands against it or is under way.
    fn submit(self) -> Option<NewList> {
        if self.is_waiting.get_untracked() {
            return None;
        }
        self.was_sent.set(true);
        self.failure.set(None);
        untrack(|| self.draft()).parse().ok()
    }

    /// Empties the form for the next list.
    fn clear(self) {
        self.name.try_set(String::new());
        self.description.try_set(String::new());
        self.was_sent.try_set(false);
    }
}

/// Asks for name and description and creates the list.
///
/// What was typed stays until a list was created; `closed` answers the new list, or nothing.
#[component]
pub(crate) fn NewListDialog(
    #[prop(into)] is_open: Signal<bool>,
    closed: Callback<Option<List>>,
) -> impl IntoView {
    let words = Words::current();
    let session = Session::current();
    let lists = Lists::current();
    let host = Host::current();
    let node = NodeRef::<Dialog>::new();
    let form = Form::new();

    Effect::new(move || if is_open.get() { dialog::open(node) } else { dialog::close(node) });

    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(list) = form.submit() else {
            return host.focus_soon("new-list-summary");
        };
        form.is_waiting.set(true);
        task::spawn(async move {
            let result = session.call(async |client| client.create_list(&list).await).await;
            form.is_waiting.try_set(false);
            match result {
                Ok(list) => {
                    form.clear();
                    lists.remember(list.id.get(), &list.name);
                    lists.add(list.clone());
                    host.created(HostWords::list_created, &list.name);
                    // Whoever has closed the form meanwhile is doing something else.
                    if is_open.try_get_untracked() == Some(true) {
                        closed.try_run(Some(list));
                    }
                }
                Err(error) => {
                    // A call whose answer was lost may have been carried out, even twice, as browsers repeat a call
                    // on a connection that closes: the caution about a taken name then tells.
                    lists.load();
                    form.failure.try_set(Some(error));
                }
            }
        });
    };

    view! {
        <dialog
            node_ref=node
            aria-labelledby="new-list-title"
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                closed.run(None);
            }
            // A browser may close it without asking.
            on:close=move |_| {
                if is_open.get_untracked() {
                    closed.run(None);
                }
            }
        >
            <form class="stack" novalidate on:submit=submit>
                <h2 id="new-list-title">{words.lists().new_title}</h2>
                <Fields form />
                <div class="row">
                    <button
                        type="submit"
                        class="button primary"
                        aria-disabled=move || form.is_waiting.get().then_some("true")
                    >
                        {move || if form.is_waiting.get() { words.lists().creating } else { words.lists().create }}
                    </button>
                    <button type="button" class="button" on:click=move |_| closed.run(None)>
                        {words.shell.cancel}
                    </button>
                </div>
            </form>
        </dialog>
    }
}

/// The two fields with all that stands against them.
#[component]
fn Fields(form: Form) -> impl IntoView {
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
        let known = rows.as_ref()?.iter().map(|list| (list.id, list.name.as_str()));
        form.draft().name_taken(known).map(|problem| words.lists().problem(&problem.kind))
    });
    view! {
        {move || (!findings.with(Vec::is_empty)).then(|| view! { <Summary findings=findings.get() /> })}
        // A lost call may have been carried out: then the list is there already.
        {move || form.failure.get().map(|error| view! {
            <ChangeFailed failed=words.lists().create_failed unclear=words.lists().create_unclear error />
        })}
        <TextField
            id="new-list-name"
            label=words.lists().name
            value=form.name
            hint=words.lists().name_hint
            fault=fault(ListField::Name)
            caution
        />
        <TextField
            id="new-list-description"
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
fn Summary(findings: Vec<ListFinding>) -> impl IntoView {
    let words = Words::current();
    let host = Host::current();
    let lines = findings.into_iter().map(move |problem| {
        let (id, field) = match problem.at {
            ListField::Name => ("new-list-name", words.lists().name),
            ListField::Description => ("new-list-description", words.lists().description),
        };
        let text = format!("{field}: {}", words.lists().problem(&problem.kind));
        view! {
            <li>
                <button type="button" class="button quiet" on:click=move |_| host.focus_soon(id)>{text}</button>
            </li>
        }
    });
    view! {
        <Message tone=Tone::Bad title=words.lists().summary id="new-list-summary">
            <ul>{lines.collect_view()}</ul>
        </Message>
    }
}
