//! A word that marks something. It says what it means: nothing is told by colour alone.

use leptos::prelude::*;

/// How a chip looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mood {
    /// Neither good nor bad.
    Plain,
    /// Well.
    Good,
    /// Wrong.
    Bad,
}

/// The chip.
#[component]
pub(crate) fn Chip(mood: Mood, text: &'static str) -> impl IntoView {
    let class = match mood {
        Mood::Plain => "chip",
        Mood::Good => "chip ok",
        Mood::Bad => "chip bad",
    };
    view! { <span class=class>{text}</span> }
}
