//! Filling the form from JSON, in a dialog over it.

use dialdesk_core::campaign::PasteError;
use leptos::html::Dialog;
use leptos::prelude::*;

use super::editor::Editor;
use crate::platform::dialog;
use crate::state::Host;
use crate::text::Words;

/// Asks for a JSON body; what was pasted stays until it filled the form.
#[component]
pub(super) fn PasteDialog(editor: Editor, is_open: RwSignal<bool>) -> impl IntoView {
    let words = Words::current();
    let host = Host::current();
    let node = NodeRef::<Dialog>::new();
    let text = RwSignal::new(String::new());
    let failure = RwSignal::new(None::<PasteError>);
    Effect::new(move || if is_open.get() { dialog::open(node) } else { dialog::close(node) });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let pasted = editor.draft.with_untracked(|draft| draft.paste(&text.read_untracked()));
        match pasted {
            Ok(pasted) => {
                editor.fill(pasted);
                text.set(String::new());
                failure.set(None);
                is_open.set(false);
                host.focus_soon("campaign-pasted");
            }
            Err(error) => {
                failure.set(Some(error));
                host.focus_soon("paste-text");
            }
        }
    };
    view! {
        <dialog node_ref=node class="broad" aria-labelledby="paste-title" on:close=move |_| is_open.set(false)>
            <form class="stack" novalidate on:submit=submit>
                <h2 id="paste-title">{words.campaigns().paste_title}</h2>
                <div class="field">
                    <label class="label" for="paste-text">{words.campaigns().paste_label}</label>
                    <textarea
                        class="input mono"
                        id="paste-text"
                        rows="12"
                        spellcheck="false"
                        aria-invalid=move || failure.read().is_some().then_some("true")
                        aria-describedby="paste-about"
                        prop:value=text
                        on:input:target=move |event| text.set(event.target().value())
                    ></textarea>
                    <div id="paste-about">
                        {move || failure.get().map(|error| {
                            view! { <div class="fault" role="alert">{words.campaigns().paste_error(&error)}</div> }
                        })}
                        <div class="hint">{words.campaigns().paste_hint}</div>
                    </div>
                </div>
                <div class="row">
                    <button type="submit" class="button primary">{words.campaigns().fill}</button>
                    <button type="button" class="button" on:click=move |_| is_open.set(false)>
                        {words.shell.cancel}
                    </button>
                </div>
            </form>
        </dialog>
    }
}
