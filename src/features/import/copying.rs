//! A button that copies a text, and the text itself where the browser lets no page copy.

use leptos::prelude::*;

use crate::platform::{clipboard, task};
use crate::text::Words;

/// What came of copying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Copied {
    /// Not asked for.
    Not,
    /// Done.
    Done,
    /// Refused.
    Refused,
}

/// Copies what `text` answers when the button is pressed.
#[component]
pub(super) fn CopyButton(label: &'static str, text: Callback<(), String>) -> impl IntoView {
    let texts = &Words::current().import().copying;
    let copied = RwSignal::new(Copied::Not);
    let press = move |_| {
        let text = text.run(());
        // Said anew when it is pressed again.
        copied.set(Copied::Not);
        task::spawn(async move {
            let is_done = clipboard::copy(&text).await;
            copied.try_set(if is_done { Copied::Done } else { Copied::Refused });
        });
    };
    let said = move || match copied.get() {
        Copied::Not => "",
        Copied::Done => texts.done,
        Copied::Refused => texts.refused,
    };
    view! {
        <div class="row">
            <button type="button" class="button" on:click=press>{label}</button>
            <span class="hint" role="status">{said}</span>
        </div>
        {move || (copied.get() == Copied::Refused).then(|| view! {
            <pre class="requests" tabindex="0" aria-label=label>{text.run(())}</pre>
        })}
    }
}
