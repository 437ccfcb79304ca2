//! Taking a recording: the place to drop it, how far it is, and what was measured.

use dialdesk_core::amd::frames_max;
use leptos::prelude::*;

use super::super::editor::Editor;
use super::recording::{DECODE_MAX, Trouble};
use super::state::{Bench, Recording, settings_of};
use crate::platform::file::LocalFile;
use crate::state::Host;
use crate::text::Words;
use crate::ui::{Message, Tone};

/// The control that chooses a file.
const CHOOSE: &str = "bench-file";
/// Frames of a second.
const FRAMES_A_SECOND: usize = 50;

/// What a recording is doing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    None,
    Measuring,
    Refused,
    Measured,
}

/// The place for a recording.
#[component]
pub(super) fn TakeRecording(editor: Editor, bench: Bench) -> impl IntoView {
    let words = &Words::current().campaigns().bench;
    let is_over = RwSignal::new(false);
    let phase = Memo::new(move |_| match *bench.recording.read() {
        Recording::None => Phase::None,
        Recording::Measuring(..) => Phase::Measuring,
        Recording::Refused(..) => Phase::Refused,
        Recording::Measured(..) => Phase::Measured,
    });
    let dropped = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        is_over.set(false);
        if let Some(file) = LocalFile::all_dropped(&event).into_iter().next() {
            bench.measure(file);
        }
    };
    view! {
        <div
            class="drop small"
            class:over=is_over
            id="bench-drop"
            on:dragover=move |event| {
                event.prevent_default();
                is_over.set(true);
            }
            on:dragleave=move |_| is_over.set(false)
            on:drop=dropped
        >
            <strong>{words.drop}</strong>
            <label class="button browse">
                {words.browse}
                <input
                    class="visually-hidden"
                    type="file"
                    id=CHOOSE
                    accept="audio/*,.wav"
                    on:change=move |event| {
                        if let Some(file) = LocalFile::all_chosen(&event).into_iter().next() {
                            bench.measure(file);
                        }
                    }
                />
            </label>
            <p class="hint">{words.drop_hint}</p>
            {move || match phase.get() {
                Phase::None => ().into_any(),
                Phase::Measuring => view! { <Measuring bench /> }.into_any(),
                Phase::Refused => view! { <Refused bench /> }.into_any(),
                Phase::Measured => view! { <Measured editor bench /> }.into_any(),
            }}
        </div>
    }
}

/// How far it is, and the way out.
#[component]
fn Measuring(bench: Bench) -> impl IntoView {
    let all = Words::current();
    let words = &all.campaigns().bench;
    let host = Host::current();
    let said = move || match bench.recording.get() {
        Recording::Measuring(name, read, size) => Some((words.measuring)(&name, &all.percent(read, size))),
        Recording::None | Recording::Refused(..) | Recording::Measured(..) => None,
    };
    // The button goes with what it stops; what may be chosen next is the file.
    let stop = move |_| {
        bench.stop();
        host.focus_soon(CHOOSE);
    };
    view! {
        <div class="row" role="status">
            <span>{said}</span>
            <button type="button" class="button small" on:click=stop>{all.shell.cancel}</button>
        </div>
    }
}

/// Why it was not measured.
#[component]
fn Refused(bench: Bench) -> impl IntoView {
    let all = Words::current();
    let words = &all.campaigns().bench;
    let Recording::Refused(name, trouble) = bench.recording.get_untracked() else {
        return ().into_any();
    };
    let why = match trouble {
        Trouble::Gone => words.gone.to_owned(),
        Trouble::TooLarge => (words.too_large)(&all.bytes(DECODE_MAX)),
        Trouble::Wav(refusal) => (words.refusal)(refusal, &|n| all.count(n.into()).shown),
        Trouble::Stopped => return ().into_any(),
    };
    view! { <Message tone=Tone::Bad title=(words.not_measured)(&name)><p>{why}</p></Message> }.into_any()
}

/// What was measured.
#[component]
fn Measured(editor: Editor, bench: Bench) -> impl IntoView {
    let all = Words::current();
    let words = &all.campaigns().bench;
    let number = |n: u64| all.count(n).shown;
    let said = move || {
        let recording = bench.recording.read();
        let Recording::Measured(_, levels) = &*recording else { return None };
        let loudest = levels.levels().iter().copied().max().unwrap_or_default();
        let ms = levels.levels().len() as u64 * 20;
        let threshold = editor.draft.with(settings_of).ok().map(|settings| settings.silence_threshold);
        let silent = threshold.filter(|threshold| u32::from(loudest) < *threshold);
        let silent = silent.map(|threshold| (words.all_silent)(&number(threshold.into())));
        let cut = levels.is_cut().then(|| (words.cut)(&(frames_max() / FRAMES_A_SECOND).to_string()));
        Some(view! {
            <p>{(words.measured)(&number(ms), &number(loudest.into()))} " " {cut}</p>
            {silent.map(|silent| view! { <p class="caution">{silent}</p> })}
        })
    };
    view! { <div role="status">{said}</div> }
}
