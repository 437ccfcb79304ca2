//! What is unusual about the file beside the earlier ones of its recipe: shown before anything is sent, stopping nobody.

use dialdesk_core::recipe::{Caution, Past, cautions};
use leptos::prelude::*;

use super::columns::field_name;
use super::state::ImportState;
use crate::text::Words;

/// What is unusual now; nothing once the import has begun, as it is then one of the earlier ones itself.
fn unusual(import: &ImportState) -> Vec<Caution> {
    let last = import.last.read();
    let Some(checked) = last.as_ref().filter(|_| !import.is_fixed.get()) else { return Vec::new() };
    let past = import.recipe.past(&checked.scan.columns);
    let server = import.session.address();
    let here: Vec<Past> = past.into_iter().filter(|past| past.server == server).collect();
    cautions(&here, &import.counts(checked))
}

/// The card; nothing where nothing is unusual.
#[component]
pub(super) fn Guards() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().recipes;
    let found = Memo::new(move |_| unusual(&import));
    move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            let custom = import.fields.get();
            let said = found.iter().map(|caution| {
                let line = texts.caution(caution, words, |field| field_name(words, &custom, field));
                view! { <li>{line}</li> }
            });
            view! {
                <div class="message warn" role="status">
                    <h3>{texts.guards}</h3>
                    <ul class="reasons">{said.collect_view()}</ul>
                    <p class="hint">{texts.guards_hint}</p>
                </div>
            }
        })
    }
}
