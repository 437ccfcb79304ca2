//! Changing the name and the description of a list.

use dialdesk_core::list::{ListChanges, ListDraft};
use leptos::html::Dialog;
use leptos::prelude::*;

use super::desk::ListDesk;
use super::list_form::{Fields, Form, Ids};
use crate::api::{ApiError, List};
use crate::platform::{dialog, task};
use crate::state::{Host, Lists, Remote};
use crate::text::Words;
use crate::ui::{Message, Tone};

const IDS: Ids =
    Ids { summary: "edit-list-summary", name: "edit-list-name", description: "edit-list-description" };

/// What saving has come to besides an error.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Note {
    None,
    Unchanged,
    /// Somebody else has changed these meanwhile: the field's name and what it is now.
    Changed(Vec<(&'static str, String)>),
}

fn draft_of(list: &List) -> ListDraft {
    ListDraft { name: list.name.clone(), description: list.description.clone().unwrap_or_default() }
}

/// Asks for name and description and sends the keys that differ. `saved` is run once the server has them.
#[component]
pub(super) fn EditListDialog(desk: ListDesk, is_open: RwSignal<bool>, saved: Callback<()>) -> impl IntoView {
    let words = Words::current();
    let host = Host::current();
    let node = NodeRef::<Dialog>::new();
    let form = Form::new();
    let remark = RwSignal::new(Note::None);
    let before = RwSignal::new(None::<ListDraft>);
    Lists::current().want();
    let open = move || {
        let list = desk.list.with_untracked(|list| list.ready().map(draft_of));
        if let Some(list) = list {
            form.fill(list.clone());
            before.set(Some(list));
            remark.set(Note::None);
        }
        dialog::open(node);
    };
    Effect::new(move || if is_open.get() { open() } else { dialog::close(node) });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if form.is_waiting.get_untracked() {
            return;
        }
        if form.submit().is_none() {
            return host.focus_soon(IDS.summary);
        }
        let Some(known) = before.get_untracked() else { return };
        let Ok(changes) = untrack(|| form.draft()).changes(&known) else { return };
        if changes.is_empty() {
            return remark.set(Note::Unchanged);
        }
        remark.set(Note::None);
        form.is_waiting.set(true);
        task::spawn(async move {
            match save(desk, &known, &changes).await {
                Ok(Outcome::Saved) => {
                    // Whoever has closed the form meanwhile is doing something else.
                    if is_open.try_get_untracked() == Some(true) {
                        saved.try_run(());
                    }
                }
                Ok(Outcome::Changed(now)) => {
                    // What was not changed here is theirs: saved again it must not be put back.
                    let mine = form.draft_now().rebase(&known, &now);
                    remark.try_set(Note::Changed(differing(words, &known, &now, &mine)));
                    form.name.try_set(mine.name);
                    form.description.try_set(mine.description);
                    before.try_set(Some(now));
                }
                Err(error) => {
                    form.failure.try_set(Some(error));
                }
            }
            form.is_waiting.try_set(false);
        });
    };
    let close = move || is_open.set(false);
    view! {
        <dialog
            node_ref=node
            aria-labelledby="edit-list-title"
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                close();
            }
            // A browser may close it without asking.
            on:close=move |_| close()
        >
            <form class="stack" novalidate on:submit=submit>
                <h2 id="edit-list-title">{words.lists().edit_title}</h2>
                {move || said(words, &remark.get())}
                <Fields
                    form
                    ids=IDS
                    own=Some(desk.id)
                    summary=words.lists().edit_summary
                    failed=words.lists().save_failed
                    unclear=words.lists().save_unclear
                />
                <div class="row">
                    <button
                        type="submit"
                        class="button primary"
                        aria-disabled=move || form.is_waiting.get().then_some("true")
                    >
                        {move || if form.is_waiting.get() { words.lists().saving } else { words.lists().save }}
                    </button>
                    <button type="button" class="button" on:click=move |_| close()>{words.shell.cancel}</button>
                </div>
            </form>
        </dialog>
    }
}

fn said(words: &'static Words, note: &Note) -> AnyView {
    match note {
        Note::None => ().into_any(),
        Note::Unchanged => {
            view! { <Message tone=Tone::Caution title=words.lists().unchanged>""</Message> }.into_any()
        }
        Note::Changed(fields) => fields
            .iter()
            .map(|(field, now)| {
                let title = (words.lists().changed_meanwhile)(field, now);
                view! { <Message tone=Tone::Bad title>""</Message> }
            })
            .collect_view()
            .into_any(),
    }
}

/// What of `mine` somebody else has changed as well.
fn differing(
    words: &Words,
    known: &ListDraft,
    now: &ListDraft,
    mine: &ListDraft,
) -> Vec<(&'static str, String)> {
    let name =
        (mine.name != now.name && now.name != known.name).then(|| (words.lists().name, now.name.clone()));
    let description = (mine.description != now.description && now.description != known.description)
        .then(|| (words.lists().description, now.description.clone()));
    name.into_iter().chain(description).collect()
}

/// What saving came to.
enum Outcome {
    Saved,
    /// Nothing was sent: somebody else has changed the same keys, and this is the list now.
    Changed(ListDraft),
}

/// Reads the list once more, sends the changes unless they would overwrite another's, and reads it back.
async fn save(desk: ListDesk, known: &ListDraft, changes: &ListChanges) -> Result<Outcome, ApiError> {
    let (id, lease) = (desk.id, desk.session.lease());
    let now = draft_of(&lease.call(async |client| client.list(id).await).await?);
    let is_taken = (changes.name.is_some() && now.name != known.name)
        || (changes.description.is_some() && now.description != known.description);
    if is_taken {
        return Ok(Outcome::Changed(now));
    }
    let sent = lease.call(async |client| client.change_list(id, changes).await).await;
    match sent {
        Err(error) if !error.leaves_outcome_open() => return Err(error),
        Ok(()) | Err(_) => {}
    }
    // What the server has now tells whether it was done, also where the answer was lost.
    let back = lease.call(async |client| client.list(id).await).await;
    let is_done = back.as_ref().is_ok_and(|back| {
        let back = draft_of(back);
        changes.name.as_ref().is_none_or(|name| *name == back.name)
            && changes.description.as_ref().is_none_or(|text| *text == back.description)
    });
    if let Ok(back) = back {
        desk.list.try_set(Remote::Ready(back));
    }
    match sent {
        Err(error) if !is_done => Err(error),
        Ok(()) | Err(_) => Ok(Outcome::Saved),
    }
}
