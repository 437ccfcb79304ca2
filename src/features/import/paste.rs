//! Cells that are copied in a spreadsheet and pasted here.

use leptos::prelude::*;

use super::state::ImportState;
use crate::text::Words;

/// The place to paste cells, once it was asked for.
#[component]
pub(super) fn PasteCells() -> impl IntoView {
    let import = ImportState::current();
    let is_open = Memo::new(move |_| import.sources.pasted.read().is_some());
    move || is_open.get().then(|| view! { <PasteForm /> })
}

#[component]
fn PasteForm() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().sources;
    let is_missing = RwSignal::new(false);
    let text = move || import.sources.pasted.get().unwrap_or_default();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !import.choose_pasted(&untrack(text), texts.pasted_name) {
            is_missing.set(true);
            import.host.focus_soon("pasted-cells");
        }
    };
    let cancel = move |_| {
        import.sources.pasted.set(None);
        import.host.focus_soon("file-drop");
    };
    view! {
        <form class="card stack-tight" novalidate on:submit=submit>
            <div class="field">
                <label class="label" for="pasted-cells">{texts.paste_label}</label>
                <textarea
                    class="input mono"
                    id="pasted-cells"
                    rows="8"
                    wrap="off"
                    spellcheck="false"
                    autocomplete="off"
                    aria-invalid=move || is_missing.get().then_some("true")
                    aria-describedby="pasted-cells-about"
                    prop:value=text
                    on:input:target=move |event| {
                        is_missing.set(false);
                        import.sources.pasted.set(Some(event.target().value()));
                    }
                ></textarea>
                <div id="pasted-cells-about">
                    <div class="fault" role="alert">{move || is_missing.get().then_some(texts.paste_empty)}</div>
                    <div class="hint">{texts.paste_hint}</div>
                </div>
            </div>
            <div class="row">
                <button type="submit" class="button primary">{texts.paste_take}</button>
                <button type="button" class="button" on:click=cancel>{words.shell.cancel}</button>
            </div>
        </form>
    }
}
