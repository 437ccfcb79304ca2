//! The import, one page in steps.

use dialdesk_core::list::ListId;
use leptos::prelude::*;

use super::bind::IntoList;
use super::columns::Columns;
use super::compare::Compare;
use super::duplicates::Duplicates;
use super::file::FileStep;
use super::guards::Guards;
use super::model::{Run, Source};
use super::numbers::Numbers;
use super::problems::Problems;
use super::remembered::{Kept, Remembered};
use super::review::ReviewStep;
use super::state::ImportState;
use super::undo_bar::{StepSaid, undo_by_key};
use crate::features::activity::Interrupted;
use crate::platform::clipboard::{self, pasted_text};
use crate::platform::file::LocalFile;
use crate::route::use_name_list;
use crate::text::Words;
use crate::ui::PageTitle;

/// Chooses a file, binds its columns, shows what repeats, says what will happen, and does it; `into` is the list that
/// the address names.
#[component]
pub(crate) fn ImportPage(into: Signal<Option<ListId>>) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    follow_the_address(into);
    let is_read = Memo::new(move |_| import.source.with(|source| matches!(source, Source::Read { .. })));
    let [file, columns, problems, duplicates, review] = words.import().steps_in_order();
    let dragged = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        import.is_dragged_over.set(true);
    };
    // A file dropped beside the place for it would otherwise replace the whole page.
    let dropped = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        import.is_dragged_over.set(false);
        import.choose_files(LocalFile::all_dropped(&event));
    };
    // Keys that are pressed where nothing is typed are meant for the place that takes a file.
    let pasted = move |event: leptos::ev::ClipboardEvent| {
        let takes_one = untrack(|| matches!(*import.source.read(), Source::None | Source::Refused { .. }));
        if !takes_one || clipboard::is_in_field(&event) {
            return;
        }
        event.prevent_default();
        let files = LocalFile::all_pasted(&event);
        let name = words.import().sources.pasted_name;
        if !files.is_empty() {
            import.choose_files(files);
        } else if !pasted_text(&event).is_some_and(|text| import.choose_pasted(&text, name)) {
            import.sources.pasted.set(Some(String::new()));
            import.host.focus_soon("pasted-cells");
        }
    };
    view! {
        <div
            class="stack"
            on:dragover=dragged
            on:dragleave=move |_| import.is_dragged_over.set(false)
            on:drop=dropped
            on:paste=pasted
            on:keydown=undo_by_key()
        >
            <StepSaid />
            <div>
                <PageTitle text=words.import().title.to_owned() />
                <p class="muted">{words.import().intro}</p>
            </div>
            {move || import.run.with(|run| *run == Run::Idle).then(|| view! { <Interrupted /> })}
            <section class="stack-tight" aria-labelledby="step-1">
                <StepTitle id="step-1" number="1" text=file />
                <FileStep />
            </section>
            {move || is_read.get().then(|| view! {
                <section class="stack-tight" aria-labelledby="step-2">
                    <StepTitle id="step-2" number="2" text=columns />
                    <Remembered />
                    <IntoList />
                    <Columns />
                    <Numbers />
                </section>
                <section class="stack-tight" aria-labelledby="step-3">
                    <StepTitle id="step-3" number="3" text=problems />
                    <Problems />
                </section>
                <section class="stack-tight" aria-labelledby="step-4">
                    <StepTitle id="step-4" number="4" text=duplicates />
                    <Duplicates />
                    <Compare />
                </section>
                <section class="stack-tight" aria-labelledby="step-5">
                    <StepTitle id="step-5" number="5" text=review />
                    <Guards />
                    <ReviewStep />
                    <Kept />
                </section>
            })}
        </div>
    }
}

/// Takes the list that the address names, and has the address name the one that is chosen instead: coming back to it, one
/// finds that.
fn follow_the_address(into: Signal<Option<ListId>>) {
    let import = ImportState::current();
    let name = use_name_list();
    let name_kept = name.clone();
    Effect::new(move || {
        let Some(list) = into.get() else { return };
        import.choose_list(Some(list));
        // An import that is under way keeps its own: the address is not to name another one.
        let kept = import.list.get_untracked();
        if kept != Some(list) {
            name_kept(kept);
        }
    });
    Effect::new(move |before: Option<Option<ListId>>| {
        let list = import.list.get();
        if before.is_some_and(|before| before != list) {
            name(list);
        }
        list
    });
}

#[component]
fn StepTitle(id: &'static str, number: &'static str, text: &'static str) -> impl IntoView {
    view! {
        <h2 class="step-title" id=id>
            <span class="step-number" aria-hidden="true">{number}</span>
            {text}
        </h2>
    }
}
