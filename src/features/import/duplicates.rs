//! Step 3: which rows repeat an earlier one.

use std::sync::Arc;

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::Repeat;
use leptos::prelude::*;

use super::columns::field_name;
use super::file::trouble;
use super::model::{Check, Checked};
use super::state::ImportState;
use crate::platform::task;
use crate::platform::text::BrowserDecoder;
use crate::text::Words;
use crate::ui::{Message, Tone};

/// Repeats that are shown.
const SHOWN_MAX: usize = 200;

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
                Check::Done(checked) if checked.report.same_text.count == 0 => {
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
    let shown = report.same_text.shown.len().min(SHOWN_MAX) as u64;
    let all = report.same_text.count;
    let rows = report
        .same_text
        .shown
        .iter()
        .take(SHOWN_MAX)
        .map(|repeat| view! { <RepeatRow repeat=*repeat /> })
        .collect_view();
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
    let import = ImportState::current();
    let line = |row| import.source.with_untracked(|source| source.scan().map_or(0, |scan| scan.line(row)));
    view! {
        <tr>
            <td class="number">{words.count(line(repeat.row)).shown}</td>
            <td><Cells row=repeat.row /></td>
            <td>
                {(words.import().duplicates.first_line)(&words.count(line(repeat.first)))}
                <div class="hint"><Cells row=repeat.first /></div>
            </td>
        </tr>
    }
}

/// The bound cells of a record, read again from the file.
#[component]
fn Cells(row: u32) -> impl IntoView {
    let import = ImportState::current();
    let cells = RwSignal::new(Vec::<String>::new());
    task::spawn_here(async move {
        let Some(file) = import.file.get_untracked() else { return };
        let Some(scan) = import.source.with_untracked(|source| source.scan().cloned()) else { return };
        let columns: Vec<usize> =
            import.binding.with_untracked(|binding| binding.iter().map(|(_, column)| column).collect());
        let Some((start, end)) = scan.span(row) else { return };
        if let Ok(bytes) = file.read(start, end).await {
            let record = scan.cells(&bytes, &BrowserDecoder);
            cells.try_set(columns.iter().filter_map(|column| record.get(*column).cloned()).collect());
        }
    });
    move || {
        let cells = cells.read();
        cells.iter().map(|cell| view! { <span class="sample">{cell.clone()}</span> " " }).collect_view()
    }
}
