//! Step 2: which column feeds which field.

use std::sync::Arc;

use dialdesk_core::contact::{ContactField, CustomField, CustomKind};
use dialdesk_core::import::{Column, JUDGED_RECORDS, Scan};
use leptos::prelude::*;

use super::file::column_name;
use super::model::Why;
use super::numbers::NUMBERS;
use super::remembered::LostColumn;
use super::state::ImportState;
use crate::state::Host;
use crate::text::Words;
use crate::ui::{Message, Tone};

/// What a field is called: a custom field by its label.
pub(super) fn field_name(words: &'static Words, custom: &[CustomField], field: ContactField) -> String {
    let label = custom
        .iter()
        .find(|custom| ContactField::Custom(custom.id) == field)
        .map(|custom| custom.label.clone())
        .filter(|label| !label.is_empty());
    match words.contact_fields().name(field) {
        Some(name) => name.to_owned(),
        None => label.unwrap_or_else(|| field.to_string()),
    }
}

/// One line for each field that matters, and what is left out.
#[component]
pub(super) fn Columns() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().columns;
    move || {
        let scan = Arc::clone(import.source.read().scan()?);
        let no_phone = Memo::new(move |_| import.binding.read().column(ContactField::Phone).is_none());
        let rows = Arc::clone(&scan);
        let unused = Arc::clone(&scan);
        Some(view! {
            <div class="card flush table-scroll" tabindex="0" role="region" aria-label=texts.caption>
                <table class="table columns">
                    <caption>{texts.caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{texts.field}</th>
                            <th scope="col">{texts.takes}</th>
                            <th scope="col">{texts.values}</th>
                            <th scope="col">{texts.filled}</th>
                            <th scope="col">{texts.why}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For
                            each=move || import.lines.get()
                            key=|line| line.field
                            children=move |line| view! { <FieldRow field=line.field scan=Arc::clone(&rows) /> }
                        />
                        <tr>
                            <td><AddField /></td>
                            <td colspan="4" class="muted"><LeftOut scan=unused /></td>
                        </tr>
                    </tbody>
                </table>
            </div>
            {move || no_phone.get().then(|| view! {
                <Message tone=Tone::Caution title=words.shell.warning><p>{texts.no_phone}</p></Message>
            })}
        })
    }
}

/// One field. Its select stays the same element when its column changes, so that the keyboard stays in it.
#[component]
fn FieldRow(field: ContactField, scan: Arc<Scan>) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().columns;
    let name = Signal::derive(move || import.fields.with(|fields| field_name(words, fields, field)));
    let line = Memo::new(move |_| import.lines.read().iter().find(|line| line.field == field).copied());
    let column = move || line.get().and_then(|line| line.column);
    let marks = [
        (field == ContactField::FirstName, words.shell.required),
        (field == ContactField::Phone, texts.dialled),
        (matches!(field, ContactField::Custom(_)), texts.custom),
    ];
    let mark = marks.into_iter().find(|(applies, _)| *applies).map(|(_, mark)| mark);
    let options = scan.columns.iter().map(|option| {
        let index = option.index;
        view! {
            <option value=index.to_string() prop:selected=move || column() == Some(index)>
                {column_name(words, option)}
            </option>
        }
    });
    let options = options.collect_view();
    let bind = move |value: String| import.bind(field, value.parse().ok());
    let why = move || {
        Some(match line.get()?.why? {
            Why::Chosen => texts.chosen.to_owned(),
            Why::Remembered => words.import().recipes.as_last_time.to_owned(),
            Why::Proposed(made) => words.import().fit.reason(made),
        })
    };
    let with_blanks = {
        let scan = Arc::clone(&scan);
        move || {
            let name = &scan.columns.get(column()?)?.name;
            (name.trim() != name).then(|| view! { <div class="hint">{texts.blank_around}</div> })
        }
    };
    view! {
        <tr>
            <th scope="row">
                {name} {mark.map(|mark| view! { " " <span class="hint">{mark}</span> })}
                <div class="hint"><code>{field.to_string()}</code></div>
                <Holds field />
            </th>
            <td>
                <select
                    class="select"
                    id=column_id(field)
                    aria-label=move || (texts.takes_for)(&name.read())
                    prop:disabled=import.is_fixed
                    on:change:target=move |event| bind(event.target().value())
                >
                    <option value="" prop:selected=move || column().is_none()>{texts.none}</option>
                    {options}
                </select>
                {with_blanks}
                <LostColumn field />
            </td>
            {move || {
                let chosen = column().and_then(|column| scan.columns.get(column));
                view! { <Fill field chosen=chosen.cloned() records=scan.records() /> }
            }}
            <td class="muted">{why}</td>
        </tr>
    }
}

/// What a custom field holds, and its choices where it has some.
#[component]
fn Holds(field: ContactField) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let kind = Memo::new(move |_| {
        let custom = import.fields.read();
        custom
            .iter()
            .find(|custom| ContactField::Custom(custom.id) == field)
            .map(|custom| custom.kind.clone())
    });
    move || {
        kind.get().map(|kind| {
            let choices = match &kind {
                CustomKind::Select(choices) => Some((words.import().fit.choices)(&choices.join(", "))),
                CustomKind::Text
                | CustomKind::Number
                | CustomKind::Switch
                | CustomKind::DateTime
                | CustomKind::Url
                | CustomKind::Other(_) => None,
            };
            view! {
                <div class="hint">{words.lists().fields.kind(&kind)}</div>
                {choices.map(|choices| view! { <div class="hint">{choices}</div> })}
            }
        })
    }
}

/// How many of the values of a column look as its field has them; nothing where that cannot be said.
fn fit_said(words: &'static Words, field: ContactField, column: &Column) -> Option<String> {
    let texts = &words.import().fit;
    let said = if NUMBERS.contains(&field) {
        (texts.numbers)(&words.percent(column.numbers, column.judged))
    } else if field == ContactField::Email {
        (texts.addresses)(&words.percent(column.addresses, column.judged))
    } else {
        return None;
    };
    let is_all = column.judged >= column.filled;
    let rows = words.count(JUDGED_RECORDS);
    (column.judged > 0).then(|| if is_all { said } else { (texts.of_the_first)(&said, &rows) })
}

/// Samples of a column, how much of it is filled, and how much of that fits: two cells of its row.
#[component]
fn Fill(field: ContactField, chosen: Option<Column>, records: u64) -> impl IntoView {
    let words = Words::current();
    let Some(column) = chosen else {
        return view! { <td></td><td></td> }.into_any();
    };
    let empty = records - column.filled.min(records);
    let fit = fit_said(words, field, &column);
    let samples = column.samples.into_iter().map(|sample| view! { <span class="sample">{sample}</span> " " });
    view! {
        <td>{samples.collect_view()}</td>
        <td>
            <progress class="meter" aria-hidden="true" max=records.to_string() value=column.filled.to_string() />
            " " {words.percent(column.filled, records)}
            {(empty > 0).then(|| view! {
                <div class="hint">{(words.import().columns.empty)(&words.count(empty))}</div>
            })}
            {fit.map(|fit| view! { <div class="hint">{fit}</div> })}
        </td>
    }
    .into_any()
}

/// Offers the fields that have no line yet. One is added by a button: the arrow keys change a select at every step.
#[component]
fn AddField() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let host = Host::current();
    let texts = &words.import().columns;
    let wanted = RwSignal::new(String::new());
    let offered = move || {
        let custom = import.fields.read();
        let lines = import.lines.read();
        let all = ContactField::STANDARD
            .iter()
            .copied()
            .chain(custom.iter().map(|custom| ContactField::Custom(custom.id)));
        all.filter(|field| lines.iter().all(|line| line.field != *field))
            .map(|field| {
                view! { <option value=field.to_string()>{field_name(words, &custom, field)}</option> }
            })
            .collect_view()
    };
    let add = move |_| {
        let field = wanted.with_untracked(|wanted| ContactField::from_api_name(wanted));
        match field {
            Some(field) => {
                import.bind(field, None);
                wanted.set(String::new());
                host.focus_named(column_id(field));
            }
            None => host.focus_soon("add-field"),
        }
    };
    view! {
        <div class="row">
            <select
                class="select"
                id="add-field"
                aria-label=texts.add
                prop:disabled=import.is_fixed
                prop:value=wanted
                on:change:target=move |event| wanted.set(event.target().value())
            >
                <option value="">{texts.add}</option>
                {offered}
            </select>
            <button type="button" class="button" prop:disabled=import.is_fixed on:click=add>{texts.add_now}</button>
        </div>
    }
}

/// The id of the select for the column of a field.
fn column_id(field: ContactField) -> String {
    format!("column-{field}")
}

/// The columns that feed nothing.
#[component]
fn LeftOut(scan: Arc<Scan>) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    move || {
        let binding = import.binding.read();
        let unused: Vec<String> = scan
            .columns
            .iter()
            .filter(|column| binding.iter().all(|(_, bound)| bound != column.index))
            .map(|column| {
                let name = column_name(words, column);
                let sample = column.samples.first();
                sample.map_or_else(|| name.clone(), |sample| (words.import().fit.unused)(&name, sample))
            })
            .collect();
        if unused.is_empty() {
            words.import().columns.nothing_left_out.to_owned()
        } else {
            format!("{} {}", words.import().columns.left_out, unused.join(", "))
        }
    }
}
