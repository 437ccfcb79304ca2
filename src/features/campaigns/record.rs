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
    let records = Records::current().of(record);
    let rows = records.rows();
    let is_unlisted = Memo::new(move |_| records.failure().read().is_some());
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
            // Whoever types another one does not want this one in front of it.
            control.editor.set(key, String::new());
            host.focus_soon(key.wire());
        } else {
            control.editor.set(key, value);
        }
    };
    // It stays the same control while somebody types into it.
    let is_select = Memo::new(move |_| rows.read().is_some() && !is_typed.get() && strange.read().is_none());
    let options = move || {
        let options = rows.get().unwrap_or_default().into_iter().map(|row| {
            let id = row.id.to_string();
            let label = format!("{id} · {}", row.name);
            let value = id.clone();
            let is_chosen = move || text.with(|text| text.trim() == id);
            view! { <option value=value prop:selected=is_chosen>{label}</option> }
        });
        options.collect_view()
    };
    let leave = move |_| {
        // On the way to typing nothing was left empty.
        if !is_typed.get_untracked() {
            control.editor.leave(key);
        }
    };
    let back = move |_| {
        control.editor.set(key, String::new());
        is_typed.set(false);
        host.focus_soon(key.wire());
    };
    view! {
        {move || if is_select.get() {
            view! {
                <select
                    class="select"
                    id=key.wire()
                    aria-required=if key.may_be_empty() { "false" } else { "true" }
                    aria-invalid=move || control.invalid()
                    aria-describedby=control.about()
                    on:change:target=move |event| choose(event.target().value())
                    on:blur=leave
                >
                    <option value="" prop:selected=move || text.with(|text| text.trim().is_empty())>
                        {if key.may_be_empty() { words.campaigns().none } else { words.campaigns().choose }}
                    </option>
                    {options}
                    <option value=TYPED>{words.campaigns().type_number}</option>
                </select>
            }
            .into_any()
        } else {
            view! {
                <div class="stack-tight" on:focusin=move |_| is_typed.set(true)>
                    <Input control unit=Unit::None />
                    {move || match *rows.read() {
                        Some(_) => view! {
                            <button type="button" class="button quiet start" on:click=back>
                                {words.campaigns().choose_from_list}
                            </button>
                        }
                        .into_any(),
                        None if is_unlisted.get() => {
                            view! { <div class="hint">{words.shell.not_listed}</div> }.into_any()
                        }
                        None => ().into_any(),
                    }}
                </div>
            }
            .into_any()
        }}
        {move || strange.get().map(|id| view! {
            <div class="caution">{(words.campaigns().strange_record)(record, &id)}</div>
        })}
    }
}
