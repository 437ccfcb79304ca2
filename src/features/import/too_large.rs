//! A file that is larger than the server takes is offered in parts.

use dialdesk_core::import::FILE_BYTES_MAX;
use leptos::prelude::*;

use super::state::ImportState;
use crate::text::Words;

/// The offer to cut the file, with what comes of it.
#[component]
pub(super) fn TooLarge() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().sources;
    let bytes = import.source.with_untracked(|source| source.facts().map_or(0, |file| file.bytes));
    // One more is needed where records do not fill a part, and a file of few bytes has too many records.
    let at_least = bytes.div_ceil(FILE_BYTES_MAX).max(2);
    view! {
        <div class="card stack-tight">
            <p>{(texts.split_hint)(&words.count(at_least), &words.bytes(FILE_BYTES_MAX))}</p>
            <div>
                <button type="button" class="button primary" on:click=move |_| import.split_file(words, FILE_BYTES_MAX)>
                    {texts.split}
                </button>
            </div>
        </div>
    }
}
