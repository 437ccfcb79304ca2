//! What two people have changed, field by field.

use dialdesk_core::contact::Clash;
use leptos::prelude::*;

use super::state::ContactForm;
use super::view::field_name;
use crate::state::Host;
use crate::text::Words;
use crate::ui::{Message, Tone};

/// For each field the two ways out; when the last is settled the contact can be saved again.
#[component]
pub(super) fn Clashes(form: ContactForm) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().form;
    let host = Host::current();
    let settle = move |clash: &Clash, is_mine: bool| {
        if is_mine {
            form.keep_mine(clash.field);
        } else {
            form.take_theirs(clash.field);
        }
        // The buttons are gone with what they have settled.
        let is_last = form.clashes.with_untracked(Vec::is_empty);
        host.focus_soon(if is_last { "contact-send" } else { "contact-outcome" });
    };
    let line = move |clash: Clash| {
        let name = form.fields.with(|fields| field_name(words, fields, clash.field));
        let said = (texts.clash)(&name, &clash.now, &clash.mine);
        let other = clash.clone();
        view! {
            <li>
                <div>{said}</div>
                <div class="row">
                    <button type="button" class="button" on:click=move |_| settle(&clash, true)>
                        {texts.keep_mine}
                    </button>
                    <button type="button" class="button" on:click=move |_| settle(&other, false)>
                        {texts.take_theirs}
                    </button>
                </div>
            </li>
        }
    };
    move || {
        let clashes = form.clashes.get();
        (!clashes.is_empty()).then(|| {
            view! {
                <Message tone=Tone::Bad title=texts.clash_title id="contact-outcome">
                    <p>{texts.clash_hint}</p>
                    <ul>{clashes.into_iter().map(line).collect_view()}</ul>
                </Message>
            }
        })
    }
}
