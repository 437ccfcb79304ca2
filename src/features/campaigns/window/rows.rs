//! The days and times of a window, which always agree with its text.

use dialdesk_core::campaign::Key;
use dialdesk_core::interval::{Field, Rows};
use leptos::prelude::*;

use super::super::editor::Editor;
use super::edit::{Preset, minute_of, rows_of, times, with_another_time, with_time, without_time};
use super::places::Places;
use crate::platform::field;
use crate::state::Host;
use crate::text::{Words, clock, closing};
use crate::ui::{Message, Tone};

/// The button that adds a time, which is there whatever there is.
const ADD: &str = "window-add";

/// What the parts of the editor share.
#[derive(Clone, Copy)]
pub(super) struct Sheet {
    editor: Editor,
    /// The rows; none where the text has none.
    rows: Memo<Option<Rows>>,
    edited: RwSignal<Option<Rows>>,
}

impl Sheet {
    fn new(editor: Editor) -> Self {
        let edited = RwSignal::new(None::<Rows>);
        let rows = Memo::new(move |_| {
            editor.draft.with(|draft| rows_of(draft.text(Key::GlobalInterval), edited.read().as_ref()))
        });
        Self { editor, rows, edited }
    }

    /// What `ask` answers about the rows.
    pub(super) fn ask<T>(self, ask: impl Fn(&Rows) -> T) -> Option<T> {
        self.rows.with(|rows| rows.as_ref().map(ask))
    }

    /// Changes the rows, and the text with them; answers whether that was possible.
    pub(super) fn edit(self, change: impl Fn(&Rows) -> Option<Rows>) -> bool {
        let Some(rows) = untrack(|| self.ask(change)).flatten() else { return false };
        self.edited.set(Some(rows.clone()));
        self.editor.set(Key::GlobalInterval, rows.text());
        // Nobody leaves the field of the text here, and yet it is to be said what is wrong with it.
        self.editor.leave(Key::GlobalInterval);
        true
    }
}

/// The editor.
#[component]
pub(in super::super) fn WindowRows(editor: Editor) -> impl IntoView {
    let words = &Words::current().campaigns().dial_window;
    let sheet = Sheet::new(editor);
    let has_rows = Memo::new(move |_| sheet.rows.with(Option::is_some));
    let zone = Memo::new(move |_| sheet.ask(|rows| rows.zone().map(str::to_owned)).flatten());
    let move_zone = move |_| {
        if let Some(zone) = zone.get_untracked() {
            editor.set(Key::Timezone, zone);
            sheet.edit(|rows| Some(rows.without_zone()));
            Host::current().focus_soon(Key::Timezone.wire());
        }
    };
    view! {
        <div class="stack-tight" role="group" aria-label=words.rows>
            <Presets editor />
            {move || if has_rows.get() {
                view! {
                    <Times sheet />
                    <Places sheet field=Field::Weekdays />
                    <Places sheet field=Field::Days />
                    <Places sheet field=Field::Months />
                }
                .into_any()
            } else {
                view! { <Message tone=Tone::Caution title=words.no_rows><p>{words.no_rows_hint}</p></Message> }
                    .into_any()
            }}
            {move || zone.get().map(|zone| view! {
                <div>
                    <button type="button" class="button" on:click=move_zone>{(words.move_zone)(&zone)}</button>
                </div>
            })}
        </div>
    }
}

/// Windows that many use, and the way back from them.
#[component]
fn Presets(editor: Editor) -> impl IntoView {
    let words = &Words::current().campaigns().dial_window;
    let host = Host::current();
    // The text before, and the one that took its place.
    let before = RwSignal::new(None::<(String, &'static str)>);
    let text = Memo::new(move |_| editor.draft.with(|draft| draft.text(Key::GlobalInterval).to_owned()));
    let buttons = Preset::ALL.map(|preset| {
        let label = match preset {
            Preset::Weekdays => words.weekdays_to_evening,
            Preset::WithBreak => words.weekdays_with_break,
            Preset::WithSaturday => words.with_saturday,
            Preset::Daily => words.daily,
            Preset::Always => words.always,
        };
        let take = move |_| {
            let old = text.get_untracked();
            if old != preset.text() {
                before.set(Some((old, preset.text())));
                editor.set(Key::GlobalInterval, preset.text().to_owned());
            }
        };
        view! { <button type="button" class="button small" on:click=take>{label}</button> }
    });
    let can_undo =
        move || before.with(|before| before.as_ref().is_some_and(|(_, now)| text.with(|text| text == now)));
    let undo = move |_| {
        if let Some((old, _)) = before.get_untracked() {
            before.set(None);
            editor.set(Key::GlobalInterval, old);
            host.focus_soon(Key::GlobalInterval.wire());
        }
    };
    view! {
        <div class="row">
            <span class="hint">{words.presets}</span>
            {buttons.collect_view()}
            {move || can_undo().then(|| view! {
                <button type="button" class="button quiet" on:click=undo>{words.undo}</button>
            })}
        </div>
    }
}

/// The times.
#[component]
fn Times(sheet: Sheet) -> impl IntoView {
    let words = &Words::current().campaigns().dial_window;
    let count = Memo::new(move |_| sheet.ask(|rows| times(rows).len()).unwrap_or_default());
    let add = move |_| {
        sheet.edit(with_another_time);
    };
    view! {
        <fieldset class="stack-tight" aria-describedby="window-times-hint">
            <legend class="label">{words.times}</legend>
            {move || (count.get() == 0).then(|| view! { <p>{words.any_time}</p> })}
            <For each=move || 0..count.get() key=|at| *at let:at>
                <Time sheet at count />
            </For>
            <div>
                <button type="button" class="button small" id=ADD on:click=add>
                    {move || if count.get() == 0 { words.set_time } else { words.add_time }}
                </button>
            </div>
            <p class="hint" id="window-times-hint">{words.times_hint}</p>
        </fieldset>
    }
}

/// One time: from, to.
#[component]
fn Time(sheet: Sheet, at: usize, count: Memo<usize>) -> impl IntoView {
    let words = &Words::current().campaigns().dial_window;
    let host = Host::current();
    let time =
        Memo::new(move |_| sheet.ask(|rows| times(rows).get(at).copied()).flatten().unwrap_or_default());
    let remove = move |_| {
        sheet.edit(|rows| without_time(rows, at));
        host.focus_soon(ADD);
    };
    view! {
        <div class="row">
            <End sheet at time is_end=false />
            <End sheet at time is_end=true />
            <span class="hint">{move || (words.closes)(&closing(time.get().1))}</span>
            <button type="button" class="button quiet" on:click=remove>
                {move || if count.get() == 1 { words.make_any_time.to_owned() } else { (words.remove_time)(at + 1) }}
            </button>
        </div>
    }
}

/// The start or the end of a time.
#[component]
fn End(sheet: Sheet, at: usize, time: Memo<(u16, u16)>, is_end: bool) -> impl IntoView {
    let words = &Words::current().campaigns().dial_window;
    let host = Host::current();
    let value = Memo::new(move |_| clock(if is_end { time.get().1 } else { time.get().0 }));
    let word = if is_end { words.to } else { words.from };
    // Half a time is nowhere but in the browser's own field.
    let is_half = RwSignal::new(false);
    let about = format!("window-{}-{at}", if is_end { "to" } else { "from" });
    let typed = move |text: String| {
        let Some(minute) = minute_of(&text) else { return };
        is_half.set(false);
        let (from, to) = time.get_untracked();
        let time = if is_end { (from, minute) } else { (minute, to) };
        sheet.edit(|rows| with_time(rows, at, time));
        if untrack(|| sheet.ask(|rows| times(rows).is_empty())) == Some(true) {
            // Together the times are all day: their fields are gone.
            host.focus_soon(ADD);
        }
    };
    view! {
        <label class="row">
            <span>{word}</span>
            <input
                class="input time"
                type="time"
                aria-label=(words.of_time)(word, at + 1)
                aria-invalid=move || is_half.get().then_some("true")
                aria-describedby=about.clone()
                prop:value=value
                on:input:target=move |event| typed(event.target().value())
                on:blur:target=move |event| {
                    let input = event.target();
                    if field::is_half_typed(&input) {
                        is_half.set(true);
                    } else if input.value().is_empty() {
                        input.set_value(&value.get_untracked());
                        is_half.set(false);
                    }
                }
            />
            <span class="fault" id=about>
                {move || is_half.get().then(|| (words.half_typed)(&value.get()))}
            </span>
        </label>
    }
}
