//! A trunk or an interval: chosen from those of the server, or typed where it does not list them.

use dialdesk_core::campaign::Record;
use dialdesk_core::range::Unit;
use leptos::prelude::*;

use super::field::{Control, Input};
use crate::state::{Host, Records};
use crate::text::Words;

/// The value of the choice that leads to typing; no record has it as its number.
const TYPED: &str = "typed";

/// Chooses or types the number of a record.
#[component]
pub(super) fn RecordControl(control: Control, record: Record) -> impl IntoView {
    let words = Words::current();
    let host = Host::current();
    let rows = Records::current().of(record).rows();
    let is_typed = RwSignal::new(false);
    let text = control.text;
    let key = control.key;
    // A number that the server does not list.
    let strange = Memo::new(move |_| {
        let text = text.read();
        let id = text.trim();
        let rows = rows.read();
        let is_known = rows.as_ref()?.iter().any(|row| row.id.to_string() == id);
        (!id.is_empty() && !is_known).then(|| id.to_owned())
    });
    let choose = move |value: String| {
        if value == TYPED {
            is_typed.set(true);
            host.focus_soon(key.wire());
        } else {
            control.editor.set(key, value);
        }
    };
    view! {
        {move || match rows.get() {
            Some(rows) if !is_typed.get() && strange.read().is_none() => {
                let options = rows.into_iter().map(|row| {
                    let id = row.id.to_string();
                    let label = format!("{id} · {}", row.name);
                    let value = id.clone();
                    let is_chosen = move || text.with(|text| text.trim() == id);
                    view! { <option value=value prop:selected=is_chosen>{label}</option> }
                });
                view! {
                    <select
                        class="select"
                        id=key.wire()
                        aria-required=if key.may_be_empty() { "false" } else { "true" }
                        aria-invalid=move || control.invalid()
                        aria-describedby=control.about()
                        on:change:target=move |event| choose(event.target().value())
                        on:blur=move |_| control.editor.leave(key)
                    >
                        <option value="" prop:selected=move || text.with(|text| text.trim().is_empty())>
                            {if key.may_be_empty() { words.campaigns.none } else { words.campaigns.choose }}
                        </option>
                        {options.collect_view()}
                        <option value=TYPED>{words.campaigns.type_number}</option>
                    </select>
                }
                .into_any()
            }
            rows => view! {
                <Input control unit=Unit::None />
                {rows.is_some().then(|| view! {
                    <button
                        type="button"
                        class="button quiet"
                        on:click=move |_| {
                            control.editor.set(key, String::new());
                            is_typed.set(false);
                            host.focus_soon(key.wire());
                        }
                    >
                        {words.campaigns.choose_from_list}
                    </button>
                })}
                {rows.is_none().then(|| view! { <div class="hint">{words.campaigns.not_listed}</div> })}
            }
            .into_any(),
        }}
        {move || strange.get().map(|id| view! {
            <div class="caution">{(words.campaigns.strange_record)(record, &id)}</div>
        })}
    }
}
