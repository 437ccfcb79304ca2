//! Step 3: which rows repeat an earlier one.

use std::sync::Arc;

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{Repeat, record_cells};
use leptos::prelude::*;

use super::columns::field_name;
use super::file::trouble;
use super::model::{Check, Checked};
use super::state::ImportState;
use crate::platform::task;
use crate::text::Words;
use crate::ui::{Message, Tone};

/// The fields that are compared, and the rows that repeat.
#[component]
pub(super) fn Duplicates() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().duplicates;
    let bound = Memo::new(move |_| {
        import.binding.with(|binding| binding.iter().map(|(field, _)| field).collect::<Vec<_>>())
    });
    let compared = move || import.rule.read().fields().len();
    view! {
        <div class="card stack-tight">
            <p class="muted">{texts.intro}</p>
            <fieldset>
                <legend class="label">{texts.legend}</legend>
                <div class="row">
                    <For each=move || bound.get() key=|field| *field let:field>
                        <Compared field />
                    </For>
                </div>
            </fieldset>
            {move || (compared() > 1).then(|| view! { <p class="hint">{texts.several}</p> })}
            {move || match import.check.get() {
                Check::Idle => ().into_any(),
                Check::Running => view! { <p class="muted" role="status">{texts.checking}</p> }.into_any(),
                Check::Failed(why) => {
                    let said = trouble(words, &why);
                    view! { <Message tone=Tone::Bad title=words.shell.error><p>{said}</p></Message> }.into_any()
                }
                Check::Done(_) if compared() == 0 => {
                    view! { <p role="status">{texts.not_compared}</p> }.into_any()
                }
                Check::Done(checked) if checked.report.same_text == 0 => {
                    view! { <p role="status">{texts.none}</p> }.into_any()
                }
                Check::Done(checked) => view! { <Repeats checked /> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Compared(field: ContactField) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let name = move || import.fields.with(|fields| field_name(words, fields, field));
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:disabled=import.is_fixed
                prop:checked=move || import.wanted.read().has(field)
                on:change:target=move |event| {
                    let compared = event.target().checked();
                    import.wanted.update(|rule| *rule = rule.with(field, compared));
                }
            />
            {name}
        </label>
    }
}

/// The repeats with the rows that they repeat.
#[component]
fn Repeats(checked: Arc<Checked>) -> impl IntoView {
    let report = &checked.report;
    let words = Words::current();
    let texts = &words.import().duplicates;
    let shown = report.shown_repeats.len() as u64;
    let all = report.same_text;
    let rows =
        report.shown_repeats.iter().map(|repeat| view! { <RepeatRow repeat=*repeat /> }).collect_view();
    view! {
        <p role="status"><strong>{(texts.found)(&words.count(all))}</strong></p>
        <div class="table-scroll bounded" tabindex="0" role="region" aria-label=texts.caption>
            <table class="table">
                <caption>{texts.caption}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="number">{texts.line}</th>
                        <th scope="col">{texts.row}</th>
                        <th scope="col">{texts.repeats}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {(shown < all).then(|| view! {
            <p class="hint">{(texts.only_first)(&words.count(shown), &words.count(all))}</p>
        })}
    }
}

#[component]
fn RepeatRow(repeat: Repeat) -> impl IntoView {
    let words = Words::current();
    view! {
        <tr>
            <td class="number">{words.count(repeat.line).shown}</td>
            <td><Cells number=repeat.number /></td>
            <td>
                {(words.import().duplicates.first_line)(&words.count(repeat.first_line))}
                <div class="hint"><Cells number=repeat.first /></div>
            </td>
        </tr>
    }
}

/// The bound cells of a record, read again from the file.
#[component]
fn Cells(number: u64) -> impl IntoView {
    let import = ImportState::current();
    let cells = RwSignal::new(Vec::<String>::new());
    task::spawn_here(async move {
        let Some(file) = import.file.get_untracked() else { return };
        let Some((span, delimiter, columns)) = import.source.with_untracked(|source| {
            let scan = source.scan()?;
            let columns: Vec<usize> =
                import.binding.with_untracked(|binding| binding.iter().map(|(_, column)| column).collect());
            Some((scan.span(number)?, scan.delimiter, columns))
        }) else {
            return;
        };
        if let Ok(bytes) = file.read(span.0, span.1).await {
            let record = record_cells(&bytes, delimiter);
            cells.try_set(columns.iter().filter_map(|column| record.get(*column).cloned()).collect());
        }
    });
    move || {
        let cells = cells.read();
        cells.iter().map(|cell| view! { <span class="sample">{cell.clone()}</span> " " }).collect_view()
    }
}
