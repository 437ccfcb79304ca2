//! The next days of a window, with the changes of the clocks in them.

use dialdesk_core::interval::{Day, Instant, Zone};
use leptos::prelude::*;

use super::week::Scene;
use super::when::{self, before};
use crate::text::{Words, clock, closing};

/// So many days are shown.
const DAYS: u16 = 14;

/// The days, folded away; changes of the clocks are said beside them.
#[component]
pub(super) fn Ahead(scene: Memo<Option<Scene>>, now: Signal<Instant>) -> impl IntoView {
    let words = &Words::current().campaigns().dial_window;
    // Made anew when the day is another one, and not with each look at the clock.
    let today = Memo::new(move |_| {
        let scene = scene.read();
        Some(scene.as_ref()?.place.known()?.1.wall(now.get()).date)
    });
    let days = Memo::new(move |_| {
        today.track();
        scene.with(|scene| {
            let (_, zone) = scene.as_ref()?.place.known()?;
            let days = when::days(&scene.as_ref()?.windows, zone, now.get_untracked(), DAYS);
            Some(days.iter().map(|day| Line::of(day, zone)).collect::<Vec<_>>())
        })
    });
    let is_known = Memo::new(move |_| days.with(Option::is_some));
    let changes = move || {
        let said = days.with(|days| {
            days.iter()
                .flatten()
                .filter_map(|day| {
                    let (from, to) = day.change?;
                    Some((words.clocks_change)(&words.date(day.date), &clock(from), &clock(to)))
                })
                .collect::<Vec<_>>()
        });
        if said.is_empty() { words.no_change.to_owned() } else { said.join(" ") }
    };
    let rows = move || {
        let row = |day: Line| {
            let spans: Vec<String> = day
                .spans
                .iter()
                .map(|(first, last)| format!("{}–{}", clock(*first), closing(*last)))
                .collect();
            let spans = if spans.is_empty() { words.closed.to_owned() } else { spans.join(", ") };
            view! {
                <tr>
                    <th scope="row">{words.date(day.date)}</th>
                    <td>{spans}</td>
                    <td class="number">{words.duration(day.minutes)}</td>
                </tr>
            }
        };
        days.get().into_iter().flatten().map(row).collect_view()
    };
    move || {
        is_known.get().then(|| {
            view! {
                <p class="hint">{changes}</p>
                <details>
                    <summary>{words.next_days}</summary>
                    <div class="table-scroll">
                        <table class="table">
                            <caption>{words.next_days_caption}</caption>
                            <thead>
                                <tr>
                                    <th scope="col">{words.day}</th>
                                    <th scope="col">{words.open_from_to}</th>
                                    <th scope="col" class="number">{words.open_for}</th>
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </div>
                </details>
            }
        })
    }
}

/// A day as the clocks of the place show it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    date: dialdesk_core::interval::Date,
    /// First and last minutes.
    spans: Vec<(u16, u16)>,
    minutes: i64,
    /// What the clocks would show at a change, and what they show instead.
    change: Option<(u16, u16)>,
}

impl Line {
    fn of(day: &Day, zone: &Zone) -> Self {
        let minute = |at: Instant| zone.wall(at).minute;
        let change = day.change.map(|at| ((minute(before(at)) + 1) % 1_440, minute(at)));
        Self {
            date: day.date,
            spans: day.spans.iter().map(|span| (minute(span.from), minute(before(span.until)))).collect(),
            minutes: day.minutes(),
            change,
        }
    }
}
