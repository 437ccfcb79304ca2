//! Deleting a list, once it is confirmed.

use dialdesk_core::list::ListId;
use leptos::html::Dialog;
use leptos::prelude::*;

use super::desk::{Held, ListDesk, ListDesks};
use crate::api::ApiError;
use crate::platform::{dialog, task};
use crate::state::{Lists, Session};
use crate::text::Words;
use crate::ui::ChangeFailed;

/// Names the list and what goes with it, and deletes it. The button that does nothing comes first and has focus, so that
/// no key pressed once too often deletes anything. Once the list is gone nothing here knows it any more, and `deleted` is
/// run, unless the page was left meanwhile.
#[component]
pub(super) fn DeleteListDialog(
    desk: ListDesk,
    /// What people call the list.
    #[prop(into)]
    name: Signal<String>,
    is_open: RwSignal<bool>,
    deleted: Callback<()>,
) -> impl IntoView {
    let words = Words::current();
    let texts = words.lists();
    let (desks, lists) = (ListDesks::current(), Lists::current());
    let node = NodeRef::<Dialog>::new();
    let is_waiting = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    Effect::new(move || {
        if is_open.get() {
            failure.set(None);
            dialog::open(node);
        } else {
            dialog::close(node);
        }
    });
    let close = move || is_open.set(false);
    let delete = move |_| {
        if is_waiting.get_untracked() {
            return;
        }
        is_waiting.set(true);
        failure.set(None);
        let (session, id, called) = (desk.session, desk.id, name.get_untracked());
        task::spawn(async move {
            let result = carry_out(session, id).await;
            is_waiting.try_set(false);
            match result {
                Ok(()) => {
                    // Also for whoever has left the page meanwhile; the app may be gone too.
                    if desks.deleted.try_set(Some((id, called))).is_some() {
                        return;
                    }
                    lists.forget(id.get());
                    desks.close(id);
                    deleted.try_run(());
                }
                Err(error) => {
                    failure.try_set(Some(error));
                }
            }
        });
    };
    let what = move || {
        let held = match desk.held.get() {
            Held::Known(count) => Some(words.count(count)),
            Held::Unasked | Held::Untold => None,
        };
        // While it is closed nothing of it is to be found on the page.
        is_open.get().then(|| (texts.delete_what)(held.as_ref()))
    };
    view! {
        <dialog
            node_ref=node
            aria-labelledby="delete-list-title"
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                close();
            }
            on:close=move |_| close()
        >
            <div class="stack">
                <h2 id="delete-list-title">{move || (texts.delete_title)(&name.read())}</h2>
                <p>{what}</p>
                {move || failure.get().map(|error| view! {
                    <ChangeFailed failed=texts.delete_failed unclear=texts.delete_unclear error />
                })}
                <div class="row">
                    <button type="button" class="button" on:click=move |_| close()>{words.shell.cancel}</button>
                    <button
                        type="button"
                        class="button danger"
                        aria-disabled=move || is_waiting.get().then_some("true")
                        on:click=delete
                    >
                        {move || {
                            if is_waiting.get() {
                                texts.deleting.to_owned()
                            } else {
                                (texts.delete_button)(&name.read())
                            }
                        }}
                    </button>
                </div>
            </div>
        </dialog>
    }
}

/// Deletes it. After an answer that says nothing certain, whether the list is still there does; a browser that repeats
/// a lost call may also bring a 404 home for a list that it has deleted itself.
async fn carry_out(session: Session, id: ListId) -> Result<(), ApiError> {
    let lease = session.lease();
    let was_there = lease.call(async |client| client.list(id).await).await.is_ok();
    let Err(error) = lease.call(async |client| client.delete_list(id).await).await else { return Ok(()) };
    let may_be_done = error.leaves_outcome_open() || error == ApiError::NotFound;
    if was_there && may_be_done {
        let now = lease.call(async |client| client.list(id).await).await;
        if now.is_err_and(|error| error == ApiError::NotFound) {
            return Ok(());
        }
    }
    Err(error)
}
