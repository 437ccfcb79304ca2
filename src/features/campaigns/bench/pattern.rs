//! The own pattern: as text, and piece by piece.

use dialdesk_core::amd::{Piece, Sound, frames_max};
use leptos::prelude::*;

use super::own::{self, OwnFault, with_another, with_length};
use super::state::{Bench, Chosen};
use crate::state::Host;
use crate::text::Words;
use crate::ui::TextField;

/// So many pieces have fields of their own; the others are in the text.
const SHOWN_MAX: usize = 40;
/// The button that adds a piece.
const ADD: &str = "bench-add";

/// The editor of the own pattern, while that is chosen.
#[component]
pub(super) fn OwnPattern(bench: Bench) -> impl IntoView {
    let is_chosen = Memo::new(move |_| bench.chosen.get() == Chosen::Own);
    move || is_chosen.get().then(|| view! { <Pieces bench /> })
}

#[component]
fn Pieces(bench: Bench) -> impl IntoView {
    let all = Words::current();
    let words = &all.campaigns().bench;
    let pattern = Memo::new(move |_| bench.pattern());
    let fault = Signal::derive(move || {
        pattern.with(|pattern| {
            Some(match pattern.as_ref().err()? {
                OwnFault::NotNumbers(at) => (words.not_number)(*at),
                OwnFault::NotFrames(at) => (words.not_frames)(*at),
                OwnFault::TooLong => (words.too_long)(&(frames_max() / 50).to_string()),
            })
        })
    });
    let count = Memo::new(move |_| pattern.with(|pattern| pattern.as_ref().map_or(0, Vec::len)));
    let edit = Callback::new(move |change: fn(&[Piece]) -> Vec<Piece>| {
        if let Ok(pattern) = pattern.get_untracked() {
            bench.own.set(own::write(&change(&pattern)));
        }
    });
    view! {
        <div class="stack-tight">
            <TextField id="bench-own" label=words.own_text value=bench.own hint=words.own_hint fault />
            <p class="hint">{words.paint_hint}</p>
            <fieldset class="pieces">
                <legend class="label">{words.pieces}</legend>
                <For each=move || 0..count.get().min(SHOWN_MAX) key=|at| *at let:at>
                    <OnePiece bench pattern at />
                </For>
                <button type="button" class="button small" id=ADD on:click=move |_| edit.run(with_another)>
                    {words.add_piece}
                </button>
            </fieldset>
            {move || count.get().checked_sub(SHOWN_MAX).filter(|more| *more > 0).map(|more| {
                view! { <p class="hint">{(words.more_pieces)(&all.count(more as u64))}</p> }
            })}
        </div>
    }
}

/// The length of one piece.
#[component]
fn OnePiece(bench: Bench, pattern: Memo<Result<Vec<Piece>, OwnFault>>, at: usize) -> impl IntoView {
    let words = &Words::current().campaigns().bench;
    let host = Host::current();
    let piece = Memo::new(move |_| pattern.with(|pattern| pattern.as_ref().ok()?.get(at).copied()));
    let label = move || {
        let is_voice = piece.get().is_some_and(|piece| piece.sound == Sound::Voice);
        (words.piece)(is_voice, at + 1)
    };
    let value = Memo::new(move |_| piece.get().map_or(0, Piece::ms).to_string());
    let resize = move |ms: u64| {
        let changed = pattern.with_untracked(|pattern| with_length(pattern.as_ref().ok()?, at, ms));
        if let Some(changed) = &changed {
            bench.own.set(own::write(changed));
        }
        changed.is_some()
    };
    view! {
        <div class="row piece" class:voice=move || piece.get().is_some_and(|piece| piece.sound == Sound::Voice)>
            <label>
                <span class="hint">{label}</span>
                <input
                    class="input number"
                    type="number"
                    min="20"
                    step="20"
                    prop:value=value
                    on:change:target=move |event| {
                        // Whole frames only: what lies between is the nearest of them.
                        let ms = event.target().value().parse::<u64>().ok();
                        let is_done = ms.is_some_and(|ms| resize(ms.saturating_add(10) / 20 * 20));
                        if !is_done || ms.is_some_and(|ms| !ms.is_multiple_of(20)) {
                            event.target().set_value(&value.get_untracked());
                        }
                    }
                />
            </label>
            <button
                type="button"
                class="button quiet"
                aria-label=(words.remove_piece)(at + 1)
                on:click=move |_| {
                    resize(0);
                    host.focus_soon(ADD);
                }
            >
                "×"
            </button>
        </div>
    }
}
