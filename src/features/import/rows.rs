//! The table of rows: each as the file has it, what is odd and what is sent, to be mended or left out where it stands.

use std::sync::Arc;

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::Kind;
use leptos::prelude::*;

use super::becomes::{Becomes, Seen, becomes};
use super::cell::Cell;
use super::columns::field_name;
use super::model::Checked;
use super::reader::RowReader;
use super::state::ImportState;
use super::taken::Taken;
use crate::text::{Count, Words};
use crate::ui::{LongTable, Place};

/// A cell of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CellAt {
    /// The place of its row in the table.
    pub(super) place: u64,
    /// Its row in the file.
    pub(super) row: u32,
    /// Its place in the row.
    pub(super) column: usize,
    /// Its field.
    pub(super) field: ContactField,
}

/// What the parts of a table share.
#[derive(Clone, Copy)]
pub(super) struct Table {
    import: StoredValue<ImportState>,
    pub(super) words: &'static Words,
    pub(super) reader: RowReader,
    /// The cell that is being changed.
    pub(super) open: RwSignal<Option<CellAt>>,
    /// What is typed there.
    pub(super) draft: RwSignal<String>,
    /// What was there before.
    pub(super) before: StoredValue<Option<Seen>>,
    taken: StoredValue<Arc<Taken>>,
    fields: StoredValue<Vec<ContactField>>,
    /// The place of the row that the keyboard was in last.
    here: RwSignal<u64>,
    /// The place of the one row that Tab goes through. Arrows lead to the others, so that Tab leaves a table of any length.
    tabbed: Memo<u64>,
    name: &'static str,
}

impl Table {
    /// The import; none once the table is gone.
    pub(super) fn import(self) -> Option<ImportState> {
        self.import.try_get_value()
    }

    /// Whether the file is still read as it was for this table: otherwise its rows have other numbers.
    pub(super) fn is_current(self) -> bool {
        let Some((taken, import)) = self.taken.try_get_value().zip(self.import()) else { return false };
        import.source.with(|source| source.scan().is_some_and(|now| Arc::ptr_eq(&taken.checked.scan, now)))
    }

    /// The number of a row as the file is read now; none where it is no row any more.
    pub(super) fn row_now(self, row: u32) -> Option<u32> {
        let taken = self.taken.try_get_value()?;
        self.import()?.source.with(|source| {
            let (then, now) = (&taken.checked.scan, source.scan()?);
            if Arc::ptr_eq(then, now) { Some(row) } else { now.row_at(then.span(row)?.0) }
        })
    }

    /// The line of a row.
    pub(super) fn line(self, row: u32) -> Count {
        self.words.count(self.taken.with_value(|taken| taken.checked.scan.line(row)))
    }

    /// The name of a field.
    pub(super) fn field(self, field: ContactField) -> String {
        self.import().map_or_else(String::new, |import| {
            import.fields.with_untracked(|fields| field_name(self.words, fields, field))
        })
    }

    /// What a part of a row is called in the page.
    pub(super) fn id(self, place: u64, column: usize) -> String {
        format!("{}-{place}-{column}", self.name)
    }

    /// The keyboard is in the row at a place.
    pub(super) fn enter(self, place: u64) {
        self.here.try_set(place);
    }

    /// Whether Tab goes through the row at a place.
    pub(super) fn is_tabbed(self, place: u64) -> bool {
        self.tabbed.get() == place
    }

    /// The column of the button that leaves a row out.
    fn act_column(self) -> usize {
        self.fields.with_value(Vec::len)
    }
}

/// The rows that were taken. `name` is one of the project's own words and unique on the page.
#[component]
pub(super) fn RowsTable(
    taken: Arc<Taken>,
    caption: String,
    name: &'static str,
    /// The kind that is asked for: its columns come first.
    #[prop(optional_no_strip)]
    kind: Option<Kind>,
) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().rows;
    let place = Place::new(taken.len());
    let wanted = {
        let taken = Arc::clone(&taken);
        Memo::new(move |before: Option<&Vec<u32>>| {
            if place.is_flying.get() {
                return before.cloned().unwrap_or_default();
            }
            let window = place.window.get();
            taken.rows(window.first, window.count)
        })
    };
    let mut fields: Vec<ContactField> = taken.checked.checks.binding.iter().map(|(field, _)| field).collect();
    fields.sort_by_key(|field| !kind.is_some_and(|kind| may_have(*field, kind)));
    let columns = fields.len() + 2;
    let here = RwSignal::new(0);
    let tabbed = Memo::new(move |_| {
        let window = place.window.get();
        here.get().min((window.first + window.count).saturating_sub(1)).max(window.first)
    });
    let table = Table {
        import: StoredValue::new(import),
        words,
        reader: RowReader::new(wanted),
        open: RwSignal::new(None),
        draft: RwSignal::new(String::new()),
        before: StoredValue::new(None),
        taken: StoredValue::new(taken),
        fields: StoredValue::new(fields.clone()),
        here,
        tabbed,
        name,
    };
    // Whatever is typed when the table goes away is kept.
    on_cleanup(move || table.keep());
    let heads = fields.into_iter().map(|field| view! { <th scope="col">{table.field(field)}</th> });
    let head = view! {
        <th scope="col" class="number">{texts.line}</th>
        {heads.collect_view()}
        <th scope="col">{texts.fate}</th>
        <th scope="col">{texts.act}</th>
    };
    let first = Callback::new(move |place| line_cell(table, place).into_any());
    let row = Callback::new(move |place| row_cells(table, place));
    let gone =
        move || table.reader.is_gone.get().then(|| view! { <p class="fault" role="alert">{texts.gone}</p> });
    view! {
        {gone}
        <LongTable place caption columns head=head.into_any() first row />
    }
}

/// Whether a kind is found in the cells of a field; where it may be any, no.
fn may_have(field: ContactField, kind: Kind) -> bool {
    match kind {
        Kind::NoFirstName => field == ContactField::FirstName,
        Kind::NoNumber => field == ContactField::Phone,
        Kind::NotANumber
        | Kind::ScientificNotation
        | Kind::LostZero
        | Kind::LostPlus
        | Kind::SeveralNumbers => {
            matches!(field, ContactField::Phone | ContactField::Mobile | ContactField::Fax)
        }
        Kind::BadPriority => field == ContactField::Priority,
        Kind::NotAChoice | Kind::BadValue => matches!(field, ContactField::Custom(_)),
        Kind::TooLong | Kind::Ragged | Kind::DamagedText | Kind::StrayQuote => false,
    }
}

/// The line of the row at a place.
fn line_cell(table: Table, place: u64) -> impl IntoView + use<> {
    let row = table.taken.with_value(|taken| taken.row(place));
    let is_joined = table.taken.with_value(|taken| taken.is_joined(place));
    view! { <td class="number" class:joined=is_joined>{row.map(|row| table.line(row).shown)}</td> }
}

/// The cells of the row at a place.
fn row_cells(table: Table, place: u64) -> AnyView {
    let Some(row) = table.taken.with_value(|taken| taken.row(place)) else { return ().into_any() };
    let cells = table.fields.with_value(|fields| {
        let cell = |(column, field): (usize, &ContactField)| {
            let at = CellAt { place, row, column, field: *field };
            view! { <td class="of-cell"><Cell table at /></td> }
        };
        fields.iter().enumerate().map(cell).collect_view()
    });
    view! {
        {line_cell(table, place)}
        {cells}
        <td><Fate table row /></td>
        <td><Acts table place row /></td>
    }
    .into_any()
}

/// What becomes of the row, and what is odd about it as a whole.
#[component]
fn Fate(table: Table, row: u32) -> impl IntoView {
    let import = ImportState::current();
    let texts = &table.words.import().rows;
    let said = move || {
        let shown = table.reader.row(row)?;
        let last = import.last.get()?;
        let text = match becomes(&shown, row, &last) {
            Becomes::Sent => texts.goes.to_owned(),
            Becomes::Changed => texts.goes_changed.to_owned(),
            Becomes::LeftOut => texts.out_by_hand.to_owned(),
            Becomes::Odd(kind) => (texts.out_for)(texts.kind(kind)),
            Becomes::SameText(first) => (texts.same_text)(&table.line(first)),
            Becomes::SameNumber(first) => (texts.same_number)(&table.line(first)),
            Becomes::AlreadyThere => texts.already_there.to_owned(),
            Becomes::NumberThere => texts.number_there.to_owned(),
        };
        let own: Vec<_> = shown.kinds.iter().map(|kind| texts.kind(kind)).collect();
        Some((text, own.join(", ")))
    };
    move || {
        said().map(|(text, own)| {
            let title = text.clone();
            let odd = (!own.is_empty()).then(|| view! { <div class="cell-note odd-note">{own}</div> });
            view! { <div class="fate" title=title>{text}</div>{odd} }
        })
    }
}

/// Leaving a row out and taking it back; the texts of the file again.
#[component]
fn Acts(table: Table, place: u64, row: u32) -> impl IntoView {
    let import = ImportState::current();
    let texts = &table.words.import().rows;
    let id = table.id(place, table.act_column());
    let decision = Memo::new(move |_| {
        import.decisions.with(|decisions| decisions.rows.get(&row).cloned()).unwrap_or_default()
    });
    let is_out = move || decision.read().is_left_out;
    let is_typed = move || !decision.read().texts.is_empty();
    let deed = move || if is_out() { texts.take_back } else { texts.leave_out };
    let of_line = move |deed| (texts.of_line)(deed, &table.line(row));
    let tabindex = move || if table.is_tabbed(place) { "0" } else { "-1" };
    let press = move |_| if is_out() { import.take_back(row) } else { import.leave_out(row) };
    let back_to = StoredValue::new(id.clone());
    let is_closed = move || import.is_fixed.get() || !table.is_current();
    let reset = move |_| {
        import.as_in_file(row);
        // The button goes away with what it takes back.
        import.host.focus_named(back_to.get_value());
    };
    view! {
        <div class="row-acts">
            <button
                type="button"
                class="button quiet"
                id=id
                tabindex=tabindex
                aria-label=move || of_line(deed())
                prop:disabled=is_closed
                on:focus=move |_| table.enter(place)
                on:click=press
            >
                {deed}
            </button>
            {move || is_typed().then(|| view! {
                <button
                    type="button"
                    class="button quiet"
                    tabindex=tabindex
                    aria-label=of_line(texts.as_in_file)
                    prop:disabled=is_closed
                    on:focus=move |_| table.enter(place)
                    on:click=reset
                >
                    {texts.as_in_file}
                </button>
            })}
        </div>
    }
}

/// The line of the file in which a record begins.
pub(super) fn line_of(words: &'static Words, checked: &Checked, row: u32) -> String {
    words.count(checked.scan.line(row)).shown
}
