//! Adding several contacts in one request.

use dialdesk_core::contact::{CellFinding, Grid, ROWS_MAX};
use leptos::prelude::*;

use super::super::desk::ListDesk;
use super::super::form::{Counted, field_name};
use super::cells::{Cells, Columns, cell_id};
use super::paste::PasteNote;
use super::send::Next;
use super::state::{GridForm, Stage};
use crate::api::contacts;
use crate::route::{Link, ListPart, Screen};
use crate::state::Host;
use crate::text::Words;
use crate::ui::{ChangeFailed, Message, RequestDetails, Tone};

/// Errors that the summary lists one by one; the others are counted.
const LISTED: usize = 20;

/// The grid and the button that sends it.
#[component]
pub(crate) fn SeveralPage(desk: ListDesk) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().grid;
    let host = Host::current();
    let form = desk.grid();
    Effect::new(move || {
        form.fields.track();
        form.show_needed();
    });
    on_cleanup(move || {
        if form.stage.try_with_untracked(|stage| matches!(stage, Stage::Added(_))) == Some(true) {
            form.stage.try_set(Stage::Editing);
        }
    });
    let cautions = Memo::new(move |_| form.cautions(&desk.known_phones()));
    let told = Memo::new(move |_| {
        let mut told = if form.was_tried.get() { form.errors() } else { Vec::new() };
        told.extend(cautions.get());
        told
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.send(desk, move |next| match next {
            Next::Outcome => host.focus_soon("grid-said"),
            Next::Summary => host.focus_soon("grid-summary"),
        });
    };
    let add_row = move |_| {
        if form.add_row() {
            let last = form.grid.with_untracked(|grid| grid.rows().len()).saturating_sub(1);
            host.focus_named(cell_id(last, 0));
        }
    };
    view! {
        <section class="stack" aria-labelledby="grid-title">
            <div>
                <h2 id="grid-title" tabindex="-1">{texts.title}</h2>
                <p class="muted">{texts.hint}</p>
            </div>
            <form class="stack" novalidate on:submit=submit>
                <Outcome form />
                <Summary form />
                <PasteNote desk />
                <Columns desk />
                <Cells desk told />
                <div class="row">
                    <button type="button" class="button" id="grid-add-row" on:click=add_row>{texts.add_row}</button>
                    {move || form.is_full.get().then(|| view! {
                        <span class="caution" role="status">
                            {(texts.full)(&words.count(ROWS_MAX as u64).shown)} " "
                            <Link to=Screen::ImportInto(desk.id)>{texts.import}</Link>
                        </span>
                    })}
                </div>
                <Deed desk cautions />
            </form>
        </section>
    }
}

/// What is sent, the button that sends it, and the way back.
#[component]
fn Deed(desk: ListDesk, cautions: Memo<Vec<CellFinding>>) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().grid;
    let form = desk.grid();
    let is_sending = move || form.stage.with(|stage| *stage == Stage::Sending);
    let request = move || {
        let contacts: Vec<_> = form.plan()?.into_iter().map(|(_, contact)| contact).collect();
        Some(contacts::create_several(desk.id, &contacts))
    };
    let label = move || {
        if is_sending() {
            return words.shell.sending.to_owned();
        }
        (texts.add)(&words.count(form.grid.with(Grid::filled) as u64))
    };
    view! {
        {move || {
            let count = cautions.with(Vec::len);
            (count > 0).then(|| view! { <p class="caution">{(texts.cautions)(&words.count(count as u64))}</p> })
        }}
        {move || request().map(|request| view! { <div class="stack-tight"><RequestDetails request /></div> })}
        <div class="row">
            <button type="submit" class="button primary" aria-disabled=move || is_sending().then_some("true")>
                {label}
            </button>
            <Link to=Screen::List(desk.id, ListPart::Contacts)>{words.lists().contacts.back}</Link>
        </div>
    }
}

/// What became of them; it can take focus.
#[component]
fn Outcome(form: GridForm) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().grid;
    let inside = move || match form.stage.get() {
        Stage::Editing | Stage::Sending => ().into_any(),
        Stage::Added(count) => {
            let title = (texts.added)(&words.count(count));
            view! { <Message tone=Tone::Good title>""</Message> }.into_any()
        }
        Stage::Failed(error, counts) => view! {
            <ChangeFailed failed=texts.failed unclear=texts.unclear error />
            <Counted counts />
        }
        .into_any(),
    };
    view! { <div id="grid-said" tabindex="-1">{inside}</div> }
}

/// All that stands against sending it, each line leading to its cell.
#[component]
fn Summary(form: GridForm) -> impl IntoView {
    let words = Words::current();
    let texts = &words.lists().grid;
    let host = Host::current();
    let line = move |finding: CellFinding| {
        let row = words.count(finding.at.row as u64 + 1).shown;
        let name = form.fields.with(|fields| field_name(words, fields, finding.at.field));
        let said = words.lists().form.problem(&finding.kind, &|number| words.whole(number));
        let text = format!("{}: {said}", (texts.at_row)(&row, &name));
        let go = move |_| {
            let columns = form.grid.with_untracked(|grid| grid.columns().to_vec());
            let column = columns.iter().position(|field| *field == finding.at.field).unwrap_or(0);
            host.focus_named(cell_id(finding.at.row, column));
        };
        view! { <li><button type="button" class="button quiet" on:click=go>{text}</button></li> }
    };
    move || {
        if !form.was_tried.get() {
            return None;
        }
        let errors = form.errors();
        let is_blank = form.grid.with(Grid::is_blank);
        let more = errors.len().saturating_sub(LISTED);
        let lines = errors.into_iter().take(LISTED).map(line).collect_view();
        (is_blank || !lines.is_empty()).then(|| {
            view! {
                <Message tone=Tone::Bad title=texts.summary id="grid-summary">
                    {is_blank.then(|| view! { <p>{texts.nothing}</p> })}
                    <ul>{lines}</ul>
                    {(more > 0).then(|| view! { <p>{(texts.more_errors)(&words.count(more as u64))}</p> })}
                </Message>
            }
        })
    }
}
