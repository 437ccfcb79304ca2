//! A question before something is gone for good.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::platform::dialog;
use crate::text::Words;

/// Asks, and does it. The button that does nothing comes first and has focus.
#[component]
pub(super) fn Confirm(
    /// One of the project's own words, unique within the app.
    id: &'static str,
    is_open: RwSignal<bool>,
    title: Signal<String>,
    hint: &'static str,
    /// What the button says.
    deed: &'static str,
    run: Callback<()>,
) -> impl IntoView {
    let words = Words::current();
    let node = NodeRef::<Dialog>::new();
    Effect::new(move || if is_open.get() { dialog::open(node) } else { dialog::close(node) });
    let close = move || is_open.set(false);
    let act = move |_| {
        close();
        run.run(());
    };
    view! {
        <dialog node_ref=node aria-labelledby=id on:close=move |_| close()>
            <div class="stack">
                <h2 id=id>{move || is_open.get().then(|| title.get())}</h2>
                <p>{hint}</p>
                <div class="row">
                    <button type="button" class="button" on:click=move |_| close()>{words.shell.cancel}</button>
                    <button type="button" class="button danger" on:click=act>{deed}</button>
                </div>
            </div>
        </dialog>
    }
}
