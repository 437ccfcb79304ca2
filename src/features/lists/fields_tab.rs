//! The custom fields of a list.

use dialdesk_core::contact::{CustomField, CustomKind, Scope};
use leptos::prelude::*;

use super::desk::ListDesk;
use crate::state::Remote;
use crate::text::Words;
use crate::ui::CallFailed;

/// The fields as a table, or why there is none.
#[component]
pub(super) fn FieldsTab(desk: ListDesk) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().fields;
    let inside = move || match desk.custom.get() {
        Remote::Loading => view! { <p class="muted" role="status">{words.shell.loading}</p> }.into_any(),
        Remote::Failed(error) => {
            let retry = Callback::new(move |()| desk.read_fields());
            view! {
                <CallFailed title=texts.failed error retry />
                <p class="muted">{texts.failed_hint}</p>
            }
            .into_any()
        }
        Remote::Ready(fields) if fields.is_empty() => view! {
            <div class="card stack-tight">
                <h2>{texts.none}</h2>
                <p class="muted">{texts.none_hint}</p>
            </div>
        }
        .into_any(),
        Remote::Ready(fields) => table(words, fields),
    };
    view! { <section class="stack" aria-label=words.lists().tab_fields>{inside}</section> }
}

fn table(words: &'static Words, fields: Vec<CustomField>) -> AnyView {
    let texts = &words.lists().fields;
    let rows = fields.into_iter().map(|field| {
        let choices = match &field.kind {
            CustomKind::Select(choices) => choices.join(", "),
            CustomKind::Text
            | CustomKind::Number
            | CustomKind::Switch
            | CustomKind::DateTime
            | CustomKind::Url
            | CustomKind::Other(_) => String::new(),
        };
        let scope = match field.scope {
            Scope::Global => texts.global,
            Scope::List => texts.own,
            Scope::Unknown => texts.unknown,
        };
        view! {
            <tr>
                <th scope="row">{field.label}</th>
                <td>{field.id.to_string()}</td>
                <td><code>{format!("cf_{}", field.id)}</code></td>
                <td>{texts.kind(&field.kind)}</td>
                <td>{choices}</td>
                <td>{if field.is_required { texts.yes } else { texts.no }}</td>
                <td>{scope}</td>
            </tr>
        }
    });
    view! {
        <div class="card flush table-scroll" tabindex="0" role="region" aria-label=texts.caption>
            <table class="table">
                <caption>{texts.caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{texts.label}</th>
                        <th scope="col">{texts.number}</th>
                        <th scope="col">{texts.key}</th>
                        <th scope="col">{texts.kind}</th>
                        <th scope="col">{texts.choices}</th>
                        <th scope="col">{texts.required}</th>
                        <th scope="col">{texts.scope}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
