//! The bench for answering machine detection: voices, what is decided about them, and why.

mod own;
mod pattern;
mod presets;
mod recording;
mod state;
mod table;
mod taken;
mod timeline;
mod tracks;
mod voices;

use dialdesk_core::amd::{Setting, Settings};
use dialdesk_core::campaign::Key;
use leptos::prelude::*;

use super::editor::{Editor, Origin};
use crate::state::Host;
use crate::text::Words;
use pattern::OwnPattern;
use presets::Preset;
use state::{Bench, settings_of};
use table::Verdicts;
use taken::TakeRecording;
use timeline::Timeline;

/// The settings that are tried.
#[derive(Clone, Copy)]
pub(super) struct Tried {
    /// Those of the server, or the documented ones for a campaign that is new; none where they cannot be used.
    before: Memo<Option<Settings>>,
    /// Those of the form, or the first that cannot be used.
    now: Memo<Result<Settings, Setting>>,
}

/// The bench.
#[component]
pub(super) fn BenchPart(editor: Editor) -> impl IntoView {
    let words = &Words::current().campaigns().bench;
    let bench = Bench::current();
    let tried = Tried {
        before: Memo::new(move |_| {
            editor.origin.with(|origin| match origin {
                Origin::Read(stored) => settings_of(stored.draft()).ok(),
                Origin::New | Origin::Reading | Origin::OtherQueue | Origin::Unreadable(_) => {
                    Some(Settings::documented())
                }
            })
        }),
        now: Memo::new(move |_| editor.draft.with(settings_of)),
    };
    let is_off = Memo::new(move |_| editor.draft.with(|draft| draft.text(Key::AmdActive) != "true"));
    let unusable = move || {
        let setting = tried.now.get().err()?;
        let label = (Words::current().campaigns().fields.field)(Key::Amd(setting)).label;
        Some(view! { <p class="caution">{(words.no_value)(label)}</p> })
    };
    view! {
        <div class="stack-tight bench" role="group" aria-labelledby="bench-title">
            <h3 id="bench-title" tabindex="-1">{words.title}</h3>
            {move || is_off.get().then(|| view! { <p class="caution">{words.off}</p> })}
            <Presets editor />
            <p class="hint">{words.intro}</p>
            {unusable}
            <Verdicts editor tried bench />
            <Timeline tried bench />
            <OwnPattern bench />
            <TakeRecording editor bench />
        </div>
    }
}

/// Values for a purpose with their cost, and the way back from them.
#[component]
fn Presets(editor: Editor) -> impl IntoView {
    let words = &Words::current().campaigns().bench;
    let host = Host::current();
    let before = RwSignal::new(None::<(Preset, Vec<String>)>);
    let text = move |setting| editor.draft.with(|draft| draft.text(Key::Amd(setting)).to_owned());
    let is_taken = move |preset: Preset| {
        Setting::ALL.into_iter().all(|setting| text(setting).trim() == preset.value(setting).to_string())
    };
    let put = move |setting, text: String| editor.set(Key::Amd(setting), text);
    let choices = Preset::ALL.map(|preset| {
        let (label, cost) = match preset {
            Preset::Documented => (words.documented, words.documented_cost),
            Preset::People => (words.people, words.people_cost),
            Preset::Machines => (words.machines, words.machines_cost),
        };
        let is_on = Memo::new(move |_| is_taken(preset));
        let take = move |_| {
            if !is_on.get_untracked() {
                before.set(Some((preset, untrack(|| Setting::ALL.map(text).to_vec()))));
                for setting in Setting::ALL {
                    put(setting, preset.value(setting).to_string());
                }
            }
        };
        view! {
            <div class="purpose">
                <button type="button" class="button small" aria-pressed=move || is_on.get().to_string() on:click=take>
                    {label}
                </button>
                <span class="hint">{cost}</span>
            </div>
        }
    });
    let undo = move |_| {
        if let Some((_, texts)) = before.get_untracked() {
            before.set(None);
            for (setting, text) in Setting::ALL.into_iter().zip(texts) {
                put(setting, text);
            }
            host.focus_soon("bench-title");
        }
    };
    let can_undo = move || before.with(|before| before.as_ref().is_some_and(|(preset, _)| is_taken(*preset)));
    view! {
        <div class="stack-tight" role="group" aria-label=words.presets>
            {choices.collect_view()}
            {move || can_undo().then(|| view! {
                <div><button type="button" class="button quiet" on:click=undo>{words.undo}</button></div>
            })}
        </div>
    }
}
