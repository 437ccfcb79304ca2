//! The form for a new list, in a dialog over whatever screen needs one.

use dialdesk_core::list::ListDraft;
use leptos::html::Dialog;
use leptos::prelude::*;

use super::list_form::{Fields, Form, Ids};
use crate::api::List;
use crate::platform::{dialog, task};
use crate::state::{Host, Lists, Session};
use crate::text::{HostWords, Words};

const IDS: Ids =
    Ids { summary: "new-list-summary", name: "new-list-name", description: "new-list-description" };

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
            return host.focus_soon(IDS.summary);
        };
        form.is_waiting.set(true);
        task::spawn(async move {
            let result = session.call(async |client| client.create_list(&list).await).await;
            form.is_waiting.try_set(false);
            match result {
                Ok(list) => {
                    form.fill(ListDraft::default());
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
                <Fields
                    form
                    ids=IDS
                    own=None
                    summary=words.lists().summary
                    failed=words.lists().create_failed
                    unclear=words.lists().create_unclear
                />
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
