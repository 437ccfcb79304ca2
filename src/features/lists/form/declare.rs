//! Naming a custom field by its number, where the server shows none.

use dialdesk_core::contact::{CustomField, CustomFieldId, CustomKind};
use leptos::prelude::*;

use super::super::desk::ListDesk;
use super::control::input_id;
use crate::state::Host;
use crate::text::Words;
use crate::ui::TextField;

/// The types that can be chosen by hand.
const KINDS: [(&str, CustomKind); 3] =
    [("text", CustomKind::Text), ("number", CustomKind::Number), ("switch", CustomKind::Switch)];

/// Number and type of a field; it then stands in the forms like any other.
#[component]
pub(crate) fn Declare(desk: ListDesk) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().form;
    let host = Host::current();
    let number = RwSignal::new(String::new());
    let kind = RwSignal::new("text".to_owned());
    let fault = RwSignal::new(None::<String>);
    let add = move |_| {
        let Some(id) = number.with_untracked(|number| CustomFieldId::parse(number.trim_start_matches("cf_")))
        else {
            fault.set(Some(texts.declare_wrong.to_owned()));
            return host.focus_soon("declare-number");
        };
        if desk.declared().with_untracked(|declared| declared.iter().any(|field| field.id == id)) {
            fault.set(Some(texts.declare_twice.to_owned()));
            return host.focus_soon("declare-number");
        }
        let chosen = kind.get_untracked();
        let chosen =
            KINDS.into_iter().find(|(name, _)| *name == chosen).map_or(CustomKind::Text, |(_, kind)| kind);
        fault.set(None);
        number.set(String::new());
        desk.declared().update(|declared| declared.push(CustomField::new(id, format!("cf_{id}"), chosen)));
        host.focus_named(input_id(dialdesk_core::contact::ContactField::Custom(id)));
    };
    let options = KINDS.map(|(name, kind)| {
        view! { <option value=name>{words.lists().fields.kind(&kind)}</option> }
    });
    view! {
        <fieldset class="stack-tight">
            <legend class="label">{texts.declare}</legend>
            <p class="hint">{texts.declare_hint}</p>
            <div class="row declare">
                <TextField id="declare-number" label=texts.declare_number value=number is_optional=true fault />
                <div class="field">
                    <label class="label" for="declare-kind">{texts.declare_kind}</label>
                    <select
                        class="select"
                        id="declare-kind"
                        on:change:target=move |event| kind.set(event.target().value())
                    >
                        {options.collect_view()}
                    </select>
                </div>
                <button type="button" class="button" on:click=add>{texts.declare_add}</button>
            </div>
        </fieldset>
    }
}
