//! The question before something is lost.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::platform::dialog;
use crate::state::Unsaved;
use crate::text::Words;

/// Asks whether to stay or to leave when the host page wants to know and something would be lost.
#[component]
pub(crate) fn LeaveDialog() -> impl IntoView {
    let texts = &Words::current().host;
    let unsaved = Unsaved::current();
    let node = NodeRef::<Dialog>::new();
    Effect::new(move || if unsaved.is_asked() { dialog::open(node) } else { dialog::close(node) });
    view! {
        <dialog
            node_ref=node
            aria-labelledby="leave-title"
            // Escape stays, however the browser closes it.
            on:close=move |_| unsaved.answer(false)
        >
            <div class="stack">
                <h2 id="leave-title">{texts.leave_title}</h2>
                {move || unsaved.is_dirty().then(|| view! { <p>{texts.leave_dirty}</p> })}
                {move || unsaved.is_busy().then(|| view! { <p>{texts.leave_busy}</p> })}
                <div class="row">
                    <button type="button" class="button primary" autofocus on:click=move |_| unsaved.answer(false)>
                        {texts.stay}
                    </button>
                    <button type="button" class="button" on:click=move |_| unsaved.answer(true)>
                        {texts.leave}
                    </button>
                </div>
            </div>
        </dialog>
    }
}
