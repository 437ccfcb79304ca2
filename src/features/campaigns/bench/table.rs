//! What is decided about each voice, before the changes and with them.

use dialdesk_core::amd::{Decision, Rule, Setting, Verdict};
use dialdesk_core::campaign::Key;
use leptos::prelude::*;

use super::super::editor::{Editor, Origin};
use super::Tried;
use super::state::{Bench, Chosen, Recording};
use super::voices::Voice;
use crate::text::{BenchWords, Words};
use crate::ui::{Chip, Mood};

/// What a voice is called.
pub(super) fn name_of(words: &BenchWords, bench: Bench, chosen: Chosen) -> String {
    let name = match chosen {
        Chosen::Voice(Voice::ShortHello) => words.short_hello,
        Chosen::Voice(Voice::NamedHello) => words.named_hello,
        Chosen::Voice(Voice::Silence) => words.silence,
        Chosen::Voice(Voice::LongGreeting) => words.long_greeting,
        Chosen::Voice(Voice::PausedGreeting) => words.paused_greeting,
        Chosen::Voice(Voice::Music) => words.music,
        Chosen::Own => words.own,
        Chosen::Recording => {
            return bench.recording.with(|recording| match recording {
                Recording::Measured(name, _) => (words.recording)(name),
                Recording::None | Recording::Measuring(..) | Recording::Refused(..) => String::new(),
            });
        }
    };
    name.to_owned()
}

/// The table.
#[component]
pub(super) fn Verdicts(editor: Editor, tried: Tried, bench: Bench) -> impl IntoView {
    let words = &Words::current().campaigns().bench;
    let is_new = Memo::new(move |_| !matches!(*editor.origin.read(), Origin::Read(_)));
    let has_recording = Memo::new(move |_| matches!(*bench.recording.read(), Recording::Measured(..)));
    view! {
        <div class="table-scroll">
            <table class="table verdicts">
                <caption>{words.caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.voice}</th>
                        <th scope="col">{move || if is_new.get() { words.as_documented } else { words.saved }}</th>
                        <th scope="col">{words.changed}</th>
                    </tr>
                </thead>
                <tbody>
                    {Voice::ALL.map(|voice| view! { <Line bench tried chosen=Chosen::Voice(voice) /> }).collect_view()}
                    <Line bench tried chosen=Chosen::Own />
                    {move || has_recording.get().then(|| view! { <Line bench tried chosen=Chosen::Recording /> })}
                </tbody>
            </table>
        </div>
    }
}

/// One voice.
#[component]
fn Line(bench: Bench, tried: Tried, chosen: Chosen) -> impl IntoView {
    let words = &Words::current().campaigns().bench;
    let heard = Memo::new(move |_| bench.heard(chosen));
    let decided = move |settings| heard.with(|heard| heard.as_ref().map(|heard| heard.decide(settings)));
    let before = Memo::new(move |_| tried.before.get().and_then(decided));
    let now = Memo::new(move |_| tried.now.get().ok().and_then(decided));
    let is_chosen = Memo::new(move |_| bench.chosen.get() == chosen);
    let cell = move |decision: Memo<Option<Decision>>| {
        move || match decision.get() {
            Some(decision) => view! { <Verdicted chosen decision /> }.into_any(),
            None => "–".into_any(),
        }
    };
    view! {
        <tr class:chosen=is_chosen>
            <th scope="row">
                <button
                    type="button"
                    class="button quiet start"
                    aria-pressed=move || is_chosen.get().to_string()
                    on:click=move |_| bench.chosen.set(chosen)
                >
                    {move || name_of(words, bench, chosen)}
                </button>
            </th>
            <td>{cell(before)}</td>
            <td>{cell(now)}</td>
        </tr>
    }
}

/// A decision: Asterisk's word for it, by which rule, and after how long; that it is wrong, where that is known.
#[component]
fn Verdicted(chosen: Chosen, decision: Decision) -> impl IntoView {
    let all = Words::current();
    let words = &all.campaigns().bench;
    let is_person = if let Chosen::Voice(voice) = chosen { Some(voice.is_person()) } else { None };
    let is_wrong = match decision.verdict {
        Verdict::Human => is_person == Some(false),
        Verdict::Machine(_) => is_person == Some(true),
        Verdict::NotSure | Verdict::HangUp => false,
    };
    let mood = match decision.verdict {
        _ if is_wrong => Mood::Bad,
        Verdict::Human => Mood::Good,
        Verdict::Machine(_) | Verdict::NotSure | Verdict::HangUp => Mood::Plain,
    };
    let rule = decisive(decision.verdict);
    let rule = rule.map(|setting| (all.campaigns().fields.field)(Key::Amd(setting)).label);
    let after = (words.after)(&all.count(decision.at_ms.into()).shown);
    view! {
        <Chip mood text=decision.verdict.status() />
        " "
        <span class="hint">
            {rule.map(|rule| format!("{rule}, "))}
            {after}
        </span>
        {is_wrong.then(|| view! { " " <strong class="fault">{words.wrong}</strong> })}
    }
}

/// The setting by which it was decided.
pub(super) fn decisive(verdict: Verdict) -> Option<Setting> {
    match verdict {
        Verdict::Human => Some(Setting::AfterGreetingSilence),
        Verdict::NotSure => Some(Setting::TotalAnalysisTime),
        Verdict::Machine(Rule::InitialSilence) => Some(Setting::InitialSilence),
        Verdict::Machine(Rule::LongGreeting) => Some(Setting::Greeting),
        Verdict::Machine(Rule::MaxWordLength) => Some(Setting::MaximumWordLength),
        Verdict::Machine(Rule::MaxWords) => Some(Setting::MaximumNumberOfWords),
        Verdict::HangUp => None,
    }
}
