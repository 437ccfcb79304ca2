//! Step 1: the file.

use dialdesk_core::import::{Column, FILE_BYTES_MAX};
use leptos::prelude::*;

use super::again::may_help;
use super::cut::can_be_split;
use super::dialect::HowRead;
use super::known::{Known, Reading};
use super::model::{Source, Trouble};
use super::paste::PasteCells;
use super::state::ImportState;
use super::too_large::TooLarge;
use super::waiting_files::WaitingFiles;
use crate::platform::file::LocalFile;
use crate::text::Words;
use crate::ui::{Message, Tone};

/// What is shown of the file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// The place for one.
    None,
    /// How far it is read.
    Reading,
    /// Why it is not taken.
    Refused,
    /// What it is, also while the rest of it is being read.
    Known,
}

/// Takes a file, and says what it is.
#[component]
pub(super) fn FileStep() -> impl IntoView {
    let import = ImportState::current();
    let phase = Memo::new(move |_| match *import.source.read() {
        Source::None => Phase::None,
        Source::Reading { ref so_far, .. } if so_far.glance.is_none() => Phase::Reading,
        Source::Refused { .. } => Phase::Refused,
        Source::Reading { .. } | Source::Read { .. } => Phase::Known,
    });
    let shown = move || match phase.get() {
        Phase::None => view! { <Drop /> }.into_any(),
        Phase::Reading => view! { <Reading /> }.into_any(),
        Phase::Refused => view! { <Refused /><Drop /> }.into_any(),
        Phase::Known => view! { <Known /> }.into_any(),
    };
    view! { <WaitingFiles /> {shown} }
}

/// The place to drop a file, with a button for those who do not drag. The whole screen takes a dropped file.
#[component]
fn Drop() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let paste = move |_| {
        import.sources.pasted.update(|pasted| {
            pasted.get_or_insert_default();
        });
        import.host.focus_soon("pasted-cells");
    };
    view! {
        <div class="drop" class:over=import.is_dragged_over id="file-drop" tabindex="-1">
            <strong>{words.import().file.drop}</strong>
            <div class="row">
                <Browse label=words.import().file.browse />
                <button type="button" class="button" on:click=paste>{words.import().sources.paste}</button>
            </div>
            <p class="hint">{(words.import().file.limits)(&words.bytes(FILE_BYTES_MAX))}</p>
        </div>
        <PasteCells />
    }
}

/// A button that opens the browser's file dialog.
#[component]
pub(super) fn Browse(label: &'static str) -> impl IntoView {
    let import = ImportState::current();
    let chosen = move |event: leptos::ev::Event| {
        import.choose_files(LocalFile::all_chosen(&event));
    };
    view! {
        <label class="button browse">
            {label}
            <input
                class="visually-hidden"
                type="file"
                multiple
                accept=".csv,.txt,.tsv,text/csv,text/plain"
                on:change=chosen
            />
        </label>
    }
}

#[component]
fn Refused() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let refusal = Memo::new(move |_| match &*import.source.read() {
        Source::Refused { file, why } => Some((file.name.clone(), why.clone())),
        Source::None | Source::Reading { .. } | Source::Read { .. } => None,
    });
    let may_help =
        Memo::new(move |_| refusal.with(|refusal| refusal.as_ref().is_some_and(|(_, why)| may_help(why))));
    let may_split = Memo::new(move |_| {
        refusal.with(|refusal| refusal.as_ref().is_some_and(|(_, why)| can_be_split(why)))
    });
    view! {
        {move || refusal.get().map(|(name, why)| view! {
            <Message tone=Tone::Bad title=(words.import().file.refused)(&name) id="file-outcome">
                <p>{trouble(words, &why)}</p>
            </Message>
        })}
        {move || may_split.get().then(|| view! { <TooLarge /> })}
        {move || may_help.get().then(|| view! {
            <div class="card stack-tight">
                <p>{words.import().reading.read_otherwise}</p>
                <HowRead />
            </div>
        })}
    }
}

/// Why a file cannot be worked with, in words.
pub(super) fn trouble(words: &'static Words, why: &Trouble) -> String {
    match why {
        Trouble::Refused(refusal) => {
            words.import().refusal.sentence(refusal, |n| words.count(n), |bytes| words.bytes(bytes))
        }
        Trouble::Gone => words.import().file.gone.to_owned(),
    }
}

/// A column as people find it in their spreadsheet: its letter and its name, in quotes where blanks would be lost.
pub(super) fn column_name(words: &'static Words, column: &Column) -> String {
    let letter = column.letters();
    let name = &column.name;
    if name.is_empty() {
        (words.import().file.unnamed)(&letter)
    } else if name.trim() == name {
        format!("{letter} · {name}")
    } else {
        format!("{letter} · “{name}”")
    }
}
