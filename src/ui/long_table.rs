//! A table of any length, of which only the rows near the view are in the page.

use std::time::Duration;

use leptos::html::Div;
use leptos::prelude::*;

use super::window::{HEAD, ROW, VIEW_MAX, Window, height, window};
use crate::platform::scroll::{self, Scrolled};
use crate::platform::{clock, keys, task};

/// Whoever has not flown on for so long has landed. Until then rows are shown by their heads alone: whole ones, which
/// nobody can read, would make the bar stick.
const LANDED: Duration = Duration::from_millis(60);

/// The place of a long table in its rows.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    rows: u64,
    at: RwSignal<Scrolled>,
    /// The rows that are in the page.
    pub(crate) window: Memo<Window>,
    /// Whether somebody flies over the table, so that no row stays in the page for longer than a moment.
    pub(crate) is_flying: RwSignal<bool>,
    /// How often a window had no row of the one before.
    flights: StoredValue<u64>,
}

impl Place {
    /// The beginning of a table with so many rows.
    pub(crate) fn new(rows: u64) -> Self {
        let at = RwSignal::new(Scrolled { top: 0, height: height(rows).min(VIEW_MAX) });
        Self {
            rows,
            at,
            window: Memo::new(move |_| window(rows, at.get())),
            is_flying: RwSignal::new(false),
            flights: StoredValue::new(0),
        }
    }

    fn go(self, to: Scrolled) {
        if window(self.rows, to).is_beyond(&self.window.get_untracked()) {
            self.fly();
        }
        self.at.set(to);
    }

    fn fly(self) {
        if !self.is_flying.get_untracked() {
            self.is_flying.set(true);
        }
        self.flights.update_value(|flights| *flights += 1);
        let flight = self.flights.get_value();
        task::spawn(async move {
            clock::sleep(LANDED).await;
            if self.flights.try_get_value() == Some(flight) {
                self.is_flying.try_set(false);
            }
        });
    }
}

/// The table. Its part that scrolls takes the keys of scrolling itself; arrows move between the buttons of the rows.
#[component]
pub(crate) fn LongTable(
    place: Place,
    caption: String,
    /// Columns that share the width behind the first, each at least so wide that it can be read.
    columns: usize,
    /// The cells of the header.
    head: AnyView,
    /// The first cell of the row at a place, for those who fly over it.
    first: Callback<u64, AnyView>,
    /// The cells of the row at a place.
    row: Callback<u64, AnyView>,
) -> impl IntoView {
    let node = NodeRef::<Div>::new();
    let Place { rows, window, is_flying, .. } = place;
    // The measures are those that the window is reckoned with; the style sheet has none of its own.
    Effect::new(move || {
        let Some(part) = node.get() else { return };
        let fixed = [("--row", ROW), ("--head", HEAD), ("--view", VIEW_MAX), ("--all", height(rows))];
        for (name, pixels) in fixed {
            scroll::set_pixels(&part, name, i64::try_from(pixels).unwrap_or(i64::MAX));
        }
        scroll::set_number(&part, "--columns", columns);
        scroll::set_pixels(&part, "--offset", window.get().offset);
    });
    // The part may be that of a table before it, which was scrolled.
    Effect::new(move || {
        if let Some(part) = node.get() {
            place.at.set(scroll::now(&part));
        }
    });
    let places = move || {
        let Window { first, count, .. } = window.get();
        first..first + count
    };
    let cells = move |place: u64| {
        // What is whole stays whole: it only leaves the page.
        let is_whole = Memo::new(move |was: Option<&bool>| was == Some(&true) || !is_flying.get());
        move || {
            if is_whole.get() {
                row.run(place)
            } else {
                view! { {first.run(place)} <td colspan=columns>"…"</td> }.into_any()
            }
        }
    };
    let moved = move |event: leptos::ev::KeyboardEvent| {
        if keys::moved_in_table(&event) {
            event.prevent_default();
        }
    };
    let label = caption.clone();
    view! {
        <div
            class="long-table"
            tabindex="0"
            role="region"
            aria-label=label
            node_ref=node
            on:scroll=move |event| {
                if let Some(now) = scroll::of(&event) {
                    place.go(now);
                }
            }
            on:keydown=moved
        >
            <div class="long-table-all">
                <table class="table" aria-rowcount=(rows + 1).to_string()>
                    <caption>{caption}</caption>
                    <thead><tr aria-rowindex="1">{head}</tr></thead>
                    <tbody>
                        <For each=places key=|place| *place let:place>
                            <tr aria-rowindex=(place + 2).to_string()>{cells(place)}</tr>
                        </For>
                    </tbody>
                </table>
            </div>
        </div>
    }
}
