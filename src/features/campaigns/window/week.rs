//! The week that a window opens, in words, drawn and as a table, and whether it is open now.

use dialdesk_core::campaign::Key;
use dialdesk_core::interval::{Instant, Openings, State, Zone};
use leptos::prelude::*;
use std::time::Duration;

use super::super::editor::Editor;
use super::ahead::Ahead;
use super::server::{Server, chosen};
use super::shown::{Shown, Subject, WEEK, length, minutes_on};
use super::when::{self, Place, before};
use crate::platform::{clock, task};
use crate::text::{Window, Words, closing};
use crate::ui::{Message, Tone};

/// So often it is looked at the clock.
const LOOK: Duration = Duration::from_secs(20);

/// What is drawn and said, as one: all parts look at the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scene {
    pub(super) shown: Shown,
    pub(super) server: Server,
    /// The windows that are drawn: together with those of the server, where these are known.
    pub(super) windows: Vec<Openings>,
    pub(super) place: Place,
}

/// The week.
#[component]
pub(in super::super) fn WindowWeek(editor: Editor) -> impl IntoView {
    let words = &Words::current().campaigns().dial_window;
    let server = chosen(editor);
    let text = Memo::new(move |_| editor.draft.with(|draft| draft.text(Key::GlobalInterval).to_owned()));
    let shown = Memo::new(move |_| text.with(|text| Shown::of(text)));
    let zone_name = Memo::new(move |_| {
        let own = editor.draft.with(|draft| draft.text(Key::Timezone).trim().to_owned());
        let fifth =
            shown.with(|shown| shown.as_ref().and_then(|shown| shown.openings.timezone().map(str::to_owned)));
        fifth.filter(|zone| !zone.is_empty()).unwrap_or(own)
    });
    let place = Memo::new(move |_| zone_name.with(|name| Place::of(name)));
    let scene = Memo::new(move |_| {
        let (shown, server) = (shown.get()?, server.get());
        let windows = shown.with(server.windows());
        Some(Scene { shown, server, windows, place: place.get() })
    });
    let now = RwSignal::new(when::now());
    task::spawn_here(async move {
        while now.try_set(when::now()).is_none() {
            clock::sleep(LOOK).await;
        }
    });
    view! {
        <div class="stack-tight week">
            {move || match scene.get() {
                None => view! { <p class="hint">{words.nothing_drawn}</p> }.into_any(),
                Some(scene) => view! { <Drawn scene now=now.into() /> }.into_any(),
            }}
            // Not made anew with each letter: whoever has unfolded it goes on reading.
            <Ahead scene now=now.into() />
        </div>
    }
}

/// A window as words, as a table with a drawing in it, and in time.
#[component]
fn Drawn(scene: Scene, now: Signal<Instant>) -> impl IntoView {
    let words = &Words::current().campaigns().dial_window;
    let title = match &scene.shown.subject {
        Subject::Text => words.week.to_owned(),
        Subject::Repair(text) => (words.week_repaired)(text),
        Subject::AsRead => words.week_as_read.to_owned(),
    };
    let described = words.described(&scene.shown.openings);
    let known = scene.place.known().map(|(_, zone)| zone.clone());
    // Where the server narrows it, the minutes that are left are said with that.
    let minutes = scene.server.windows().is_none().then(|| minutes_said(&scene.windows));
    view! {
        <h3>{title}</h3>
        <Now scene=scene.clone() now />
        <p>{described} ". " {minutes}</p>
        <Narrowed scene=scene.clone() />
        <Week scene zone=known now />
    }
}

/// The minutes of a week.
fn minutes_said(windows: &[Openings]) -> String {
    let all = Words::current();
    let words = &all.campaigns().dial_window;
    let minutes: i64 = WEEK.into_iter().map(|day| length(&minutes_on(windows, day))).sum();
    let said = if windows.iter().all(Openings::is_every_week) { words.a_week } else { words.at_most_a_week };
    said(&all.count(minutes.unsigned_abs()), &words.duration(minutes))
}

/// What an interval of the server leaves.
#[component]
fn Narrowed(scene: Scene) -> impl IntoView {
    let words = &Words::current().campaigns().dial_window;
    let described = |windows: &[Openings]| {
        windows.iter().map(|window| words.described(window)).collect::<Vec<_>>().join("; ")
    };
    match &scene.server {
        Server::None => ().into_any(),
        Server::Reading => view! { <p class="hint patient">{words.server_reading}</p> }.into_any(),
        Server::Hidden => view! { <p class="caution">{words.server_hidden}</p> }.into_any(),
        Server::Read(texts) => {
            let theirs: Vec<Openings> =
                texts.iter().filter_map(|text| dialdesk_core::interval::read(text)).collect();
            let theirs_said =
                if theirs.is_empty() { words.never_opens.to_owned() } else { described(&theirs) };
            let names_zone = |window: &Openings| window.timezone().is_some_and(|zone| !zone.is_empty());
            let presumed = match scene.place {
                _ if theirs.iter().any(names_zone) => Some(words.own_zone_presumed),
                Place::Named(..) | Place::Strange(_) => Some(words.zones_presumed),
                Place::Server(..) => None,
            };
            view! {
                <p>
                    {(words.server_opens)(&theirs_said)}
                    " "
                    {(!scene.windows.is_empty()).then(|| {
                        format!("{} {}", (words.both_open)(&described(&scene.windows)), minutes_said(&scene.windows))
                    })}
                </p>
                {scene.windows.is_empty().then(|| view! {
                    <Message tone=Tone::Bad title=words.nothing_left><p>{words.nothing_left_hint}</p></Message>
                })}
                {presumed.map(|presumed| view! { <p class="hint">{presumed}</p> })}
            }
            .into_any()
        }
    }
}

/// Whether it is open now, in the zone of the campaign and in the reader's own.
#[component]
fn Now(scene: Scene, now: Signal<Instant>) -> impl IntoView {
    let words = &Words::current().campaigns().dial_window;
    let own = when::own();
    let place = scene.place.clone();
    let said = move || {
        let (name, zone) = scene.place.known()?;
        let now = now.get();
        let (chip, moment) = match when::state(&scene.windows, zone, now) {
            State::Open(None) => ("chip ok", (words.open_always, None)),
            State::Closed(None) => ("chip bad", (words.never_opens, None)),
            State::Open(Some(end)) => ("chip ok", (words.open_now, Some((words.until, before(end), true)))),
            State::Closed(Some(at)) => ("chip", (words.closed_now, Some((words.opens, at, false)))),
        };
        let (state, moment) = moment;
        let moment = moment.map(|(said, at, is_end)| {
            let here = format!("{} {name}", moment_in(words, zone, now, at, is_end));
            let other = own.as_ref().filter(|(_, own)| own.wall(at) != zone.wall(at));
            let other =
                other.map(|(name, own)| (words.for_you)(name, &moment_in(words, own, now, at, is_end)));
            [Some(said(&here)), other].into_iter().flatten().collect::<Vec<_>>().join("; ")
        });
        Some(view! { <span class=chip>{state}</span> " " {moment} })
    };
    let caution = match &place {
        Place::Named(..) => None,
        Place::Server(own, _) => Some((words.zone_unknown)(own)),
        Place::Strange(name) => Some((words.zone_strange)(name)),
    };
    view! {
        <p>{said}</p>
        {caution.map(|caution| view! { <p class="hint">{caution}</p> })}
    }
}

/// A moment by the clocks of a zone: the day unless it is today, and the time; of an end the last second.
fn moment_in(words: &Window, zone: &Zone, now: Instant, at: Instant, is_end: bool) -> String {
    let wall = zone.wall(at);
    let day = if zone.wall(now).date == wall.date { words.today.to_owned() } else { words.date(wall.date) };
    let time = if is_end { closing(wall.minute) } else { crate::text::clock(wall.minute) };
    format!("{day} {time}")
}

/// The table of the week, with a bar for each day.
#[component]
fn Week(scene: Scene, zone: Option<Zone>, now: Signal<Instant>) -> impl IntoView {
    let words = &Words::current().campaigns().dial_window;
    let today = Memo::new(move |_| {
        let wall = zone.as_ref()?.wall(now.get());
        Some((wall.date.weekday, wall.minute))
    });
    let rows = WEEK.map(|day| {
        let open = minutes_on(&scene.windows, day);
        // What the dial interval alone opens, where the server narrows it.
        let own = minutes_on(std::slice::from_ref(&scene.shown.openings), day);
        let times = if open.is_empty() {
            words.closed.to_owned()
        } else {
            open.iter().map(|range| span_text(words, *range)).collect::<Vec<_>>().join(", ")
        };
        let total = if open.is_empty() { "–".to_owned() } else { words.duration(length(&open)) };
        let mark = move || today.get().filter(|(weekday, _)| *weekday == day).map(|(_, minute)| minute);
        view! {
            <tr>
                <th scope="row">{words.weekday(day)}</th>
                <td><Bar open own mark=Signal::derive(mark) /><span class="hint">{times}</span></td>
                <td class="number">{total}</td>
            </tr>
        }
    });
    view! {
        <svg class="defs" aria-hidden="true">
            <pattern id="window-hatch" width="24" height="8" patternUnits="userSpaceOnUse">
                <path d="M-6 10 L18 -10 M6 18 L30 -2" />
            </pattern>
        </svg>
        <table class="table">
            <caption>{words.week_caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.day}</th>
                    <th scope="col">
                        <span class="visually-hidden">{words.open_from_to}</span>
                        <span class="axis" aria-hidden="true">{["00", "06", "12", "18", "24"].map(|hour| view! { <span>{hour}</span> })}</span>
                    </th>
                    <th scope="col" class="number">{words.together}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// A range of minutes with both its ends.
fn span_text(words: &Window, (first, last): (u16, u16)) -> String {
    if (first, last) == (0, 1_439) {
        words.all_day.to_owned()
    } else {
        format!("{}–{}", crate::text::clock(first), closing(last))
    }
}

/// A day from midnight to midnight, a minute one unit wide; the same stands beside it as text.
#[component]
fn Bar(open: Vec<(u16, u16)>, own: Vec<(u16, u16)>, mark: Signal<Option<u16>>) -> impl IntoView {
    let rects = |ranges: Vec<(u16, u16)>, class: &'static str| {
        let rect = move |(first, last): (u16, u16)| {
            view! { <rect class=class x=first width=last - first + 1 height="16" /> }
        };
        ranges.into_iter().map(rect).collect_view()
    };
    view! {
        <svg class="bar" viewBox="0 0 1440 16" preserveAspectRatio="none" aria-hidden="true">
            {rects(own, "own")}
            {rects(open.clone(), "open")}
            {rects(open, "hatch")}
            {move || mark.get().map(|minute| view! { <rect class="now" x=minute width="5" height="16" /> })}
        </svg>
    }
}
