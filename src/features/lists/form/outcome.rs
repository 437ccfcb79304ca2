//! What became of a contact that was sent.

use leptos::prelude::*;

use super::state::{ContactForm, Counts, Stage};
use super::view::field_name;
use crate::text::Words;
use crate::ui::{CallFailed, ChangeFailed, Message, Tone};

/// What became of it; it can take focus.
#[component]
pub(super) fn Outcome(form: ContactForm) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().form;
    let good = move |title: String| view! { <Message tone=Tone::Good title>""</Message> }.into_any();
    let inside = move || match form.stage.get() {
        Stage::Editing | Stage::Sending => ().into_any(),
        Stage::Added(id) => good((texts.added)(id.map(|id| id.to_string()).as_deref())),
        Stage::Saved(Some(fields)) if fields.is_empty() => good(texts.saved.to_owned()),
        Stage::Saved(differing) => {
            let said = differing.map_or(texts.not_read_back.to_owned(), |differing| {
                let names = form.fields.with(|fields| {
                    let names = differing.iter().map(|field| field_name(words, fields, *field));
                    names.collect::<Vec<_>>().join(", ")
                });
                (texts.differing)(&names)
            });
            view! { <Message tone=Tone::Caution title=texts.saved><p>{said}</p></Message> }.into_any()
        }
        Stage::Unchanged => {
            view! { <Message tone=Tone::Caution title=texts.unchanged>""</Message> }.into_any()
        }
        Stage::Gone => view! {
            <Message tone=Tone::Bad title=texts.gone><p>{texts.gone_hint}</p></Message>
        }
        .into_any(),
        Stage::Unsent(error) => view! { <CallFailed title=texts.save_failed error /> }.into_any(),
        Stage::Failed(error, counts) => {
            let (failed, unclear) = match form.id {
                None => (texts.add_failed, texts.add_unclear),
                Some(_) => (texts.save_failed, texts.save_unclear),
            };
            view! {
                <ChangeFailed failed unclear error />
                <Counted counts />
            }
            .into_any()
        }
    };
    view! { <div id="contact-said" tabindex="-1">{inside}</div> }
}

/// How many contacts the list had and has, after a call whose outcome is not known.
#[component]
pub(crate) fn Counted(counts: Option<Counts>) -> impl IntoView {
    let words = Words::current();
    counts.map(|Counts { before, now }| {
        let said = (words.lists().form.counted)(&words.count(before).shown, &words.count(now).shown);
        view! { <p class="caution">{said}</p> }
    })
}
