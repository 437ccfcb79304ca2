//! One list.

use dialdesk_core::list::ListId;
use leptos::prelude::*;

use crate::api::List;
use crate::platform::task;
use crate::route::{Link, Screen};
use crate::state::{Remote, Session};
use crate::text::Words;
use crate::ui::{CallFailed, PageTitle};

/// What the server knows of a list, and the way to import into it.
#[component]
pub(crate) fn ListPage(id: ListId) -> impl IntoView {
    let words = Words::current();
    let session = Session::current();
    let list = RwSignal::new(Remote::<List>::Loading);
    let held = RwSignal::new(None::<Option<u64>>);
    let load = move || {
        list.set(Remote::Loading);
        task::spawn_here(async move {
            let result = session.call(async |client| client.list(id).await).await;
            list.try_set(result.into());
            let count = session.call(async |client| client.contact_count(id).await).await;
            held.try_set(Some(count.ok().flatten()));
        });
    };
    load();
    let title = Signal::derive(move || {
        let list = list.read();
        list.ready().map_or_else(|| (words.lists().list_number)(&id.to_string()), |list| list.name.clone())
    });
    let contacts = move || {
        held.get().map(|held| match held {
            Some(n) => (words.lists().contacts)(&words.count(n)),
            None => words.lists().contacts_unknown.to_owned(),
        })
    };
    view! {
        <div class="stack">
            <div class="row">
                <div class="grow">
                    <PageTitle text=title />
                    <p class="muted">{(words.lists().list_number)(&id.to_string())} " · " {contacts}</p>
                </div>
                <Link to=Screen::ImportInto(id) class="button primary">{words.lists().import_into}</Link>
            </div>
            {move || match list.get() {
                Remote::Loading => view! { <p class="muted" role="status">{words.shell.loading}</p> }.into_any(),
                Remote::Failed(error) => {
                    let retry = Callback::new(move |()| load());
                    view! { <CallFailed title=words.lists().listing.read_failed error retry /> }.into_any()
                }
                Remote::Ready(list) => list
                    .description
                    .map(|description| view! { <p class="card">{description}</p> })
                    .into_any(),
            }}
        </div>
    }
}
