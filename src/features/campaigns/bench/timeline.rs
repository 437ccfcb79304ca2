//! The course of one call: what is heard, and how far each setting gets in it.

use dialdesk_core::amd::{Decision, FRAME_MS, Piece, Setting, Settings, Sound};
use dialdesk_core::campaign::Key;
use leptos::prelude::*;

use super::Tried;
use super::own;
use super::state::{Bench, Chosen, pattern_at};
use super::table::name_of;
use super::tracks::{Track, tracks};
use super::voices::Heard;
use crate::platform::pointer;
use crate::text::Words;

/// The least that is drawn, in milliseconds.
const SPAN_MIN: u32 = 6_000;

/// A call to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Course {
    heard: Heard,
    settings: Settings,
    decision: Decision,
    tracks: Vec<Track>,
    /// How much of it is drawn, in milliseconds.
    span: u32,
}

/// The timeline of what is chosen.
#[component]
pub(super) fn Timeline(tried: Tried, bench: Bench) -> impl IntoView {
    let all = Words::current();
    let words = &all.campaigns().bench;
    let course = Memo::new(move |_| {
        let (heard, settings) = (bench.heard(bench.chosen.get())?, tried.now.get().ok()?);
        let (decision, tracks) = tracks(settings, &heard.sounds(settings.silence_threshold));
        let span = settings.total_analysis_time.max(SPAN_MIN).min(Setting::TotalAnalysisTime.range().max);
        Some(Course { heard, settings, decision, tracks, span })
    });
    // The place to paint on stays while somebody paints.
    let is_shown = Memo::new(move |_| course.with(Option::is_some));
    let title = move || (words.timeline)(&name_of(words, bench, bench.chosen.get()));
    let decision = move || {
        course.with(|course| {
            let Course { decision, .. } = course.as_ref()?;
            let after = (words.after)(&all.count(decision.at_ms.into()).shown);
            Some(format!("{} {after}", decision.verdict.status()))
        })
    };
    let rows = move || {
        let course = course.get();
        course.map(|course| {
            let rows = course.tracks.iter().map(|track| row(*track, &course)).collect_view();
            view! { {threshold_row(&course)} {rows} }
        })
    };
    move || {
        is_shown.get().then(|| {
            view! {
                <table class="table timeline">
                    <caption>{title}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.setting}</th>
                            <th scope="col">{words.course}</th>
                            <th scope="col" class="number">{words.reached}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <tr>
                            <th scope="row">{words.heard}</th>
                            <td><Strip bench course /></td>
                            <td class="number"><strong>{decision}</strong></td>
                        </tr>
                        {rows}
                    </tbody>
                </table>
            }
        })
    }
}

/// The threshold, which has no length in time: it is a line over what is heard.
fn threshold_row(course: &Course) -> impl IntoView + use<> {
    let all = Words::current();
    let words = &all.campaigns().bench;
    let label = (all.campaigns().fields.field)(Key::Amd(Setting::SilenceThreshold)).label;
    let number = |n: u32| all.count(n.into()).shown;
    let said = match &course.heard {
        Heard::Pattern(_) => words.no_level.to_owned(),
        Heard::Recording(levels) => {
            let loudest = levels.levels().iter().copied().max().unwrap_or_default();
            (words.of_level)(&number(loudest.into()), &number(course.settings.silence_threshold))
        }
    };
    view! {
        <tr>
            <th scope="row">{label}</th>
            <td></td>
            <td class="number">{said}</td>
        </tr>
    }
}

/// A setting in the call.
fn row(track: Track, course: &Course) -> impl IntoView + use<> {
    let all = Words::current();
    let words = &all.campaigns().bench;
    let label = (all.campaigns().fields.field)(Key::Amd(track.setting)).label;
    let number = |n: u32| all.count(n.into()).shown;
    let is_count = track.setting == Setting::MaximumNumberOfWords;
    let said = if is_count { words.of_words } else { words.of_ms };
    let said = said(&number(track.reached), &number(track.limit));
    let (span, end) = (course.span, course.decision.at_ms);
    let bars = (!is_count).then(|| {
        let width = |length: u32| length.min(span.saturating_sub(track.from));
        view! {
            <svg class="bar" viewBox=format!("0 0 {span} 16") preserveAspectRatio="none" aria-hidden="true">
                <rect class="limit" x=track.from width=width(track.limit) y="3" height="10" />
                <rect class="open" x=track.from width=width(track.reached) y="3" height="10" />
                <rect class="now" x=end width=span / 240 height="16" />
            </svg>
        }
    });
    view! {
        <tr class:chosen=track.decides>
            <th scope="row">{label}</th>
            <td>{bars}</td>
            <td class="number">
                {said}
                {track.decides.then(|| view! { " " <strong>{words.decides}</strong> })}
            </td>
        </tr>
    }
}

/// What is painted: the pattern before, the frame where it began, and the sound.
type Painting = (Vec<Piece>, usize, Sound);

/// What is heard; the own pattern can be painted on it.
#[component]
fn Strip(bench: Bench, course: Memo<Option<Course>>) -> impl IntoView {
    let painting = RwSignal::new(None::<Painting>);
    let is_own = Memo::new(move |_| bench.chosen.get() == Chosen::Own);
    let frame_at = move |event: &pointer::PointerEvent| {
        let span = course.with_untracked(|course| course.as_ref().map(|course| course.span))?;
        let frames = f64::from(span / FRAME_MS) * pointer::across(event)?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 3000")]
        Some(frames as usize)
    };
    let paint = move |event: &pointer::PointerEvent| {
        let (Some(at), Some((before, from, sound))) = (frame_at(event), painting.get_untracked()) else {
            return;
        };
        bench.own.set(own::write(&own::painted(&before, from, at, sound)));
    };
    let begin = move |event: pointer::PointerEvent| {
        if !is_own.get_untracked() || event.button() != 0 {
            return;
        }
        let (Ok(pattern), Some(at)) = (untrack(|| bench.pattern()), frame_at(&event)) else { return };
        event.prevent_default();
        pointer::hold(&event);
        let sound = own::other(own::sound_at(&pattern, at));
        painting.set(Some((pattern, at, sound)));
        paint(&event);
    };
    view! {
        <div
            class="strip"
            class:paintable=is_own
            on:pointerdown=begin
            on:pointermove=move |event| paint(&event)
            on:pointerup=move |_| painting.set(None)
            on:pointercancel=move |_| painting.set(None)
        >
            {move || course.get().map(|course| drawn(&course))}
        </div>
    }
}

/// A pattern as blocks, a recording as its levels over the threshold.
fn drawn(course: &Course) -> impl IntoView + use<> {
    let span = course.span;
    let threshold = course.settings.silence_threshold;
    let mut at = 0;
    let blocks = pattern_at(&course.heard, threshold).into_iter().filter_map(|piece| {
        let (from, length) = (at, piece.frames * FRAME_MS);
        at += length;
        let is_seen = piece.sound == Sound::Voice && from < span;
        is_seen
            .then(|| view! { <rect class="voice" x=from width=length.min(span - from) y="6" height="20" /> })
    });
    let blocks = blocks.collect_view();
    let levels = match &course.heard {
        Heard::Pattern(_) => None,
        Heard::Recording(levels) => {
            let top = levels.levels().iter().copied().max().map_or(1, u32::from).max(threshold).max(1);
            let frames = usize::try_from(span / FRAME_MS).unwrap_or_default();
            let bar = |(frame, level): (u32, &u16)| {
                format!("M{} 32v-{}", frame * FRAME_MS + FRAME_MS / 2, u32::from(*level) * 32 / top)
            };
            let path: Vec<String> = (0..).zip(levels.levels().iter().take(frames)).map(bar).collect();
            let line = 32 - threshold.min(top) * 32 / top;
            Some(view! {
                <path class="levels" d=path.concat() />
                <rect class="limit" x="0" width=span y=line height="1" />
            })
        }
    };
    view! {
        <svg class="bar heard" viewBox=format!("0 0 {span} 32") preserveAspectRatio="none" aria-hidden="true">
            {blocks}
            {levels}
            <rect class="now" x=course.decision.at_ms width=span / 240 height="32" />
        </svg>
    }
}
