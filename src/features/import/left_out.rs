//! What is left out, as a file for whoever mends it.

use std::sync::Arc;

use dialdesk_core::import::{RejectedWords, RejectedWriter, Why};
use leptos::prelude::*;

use super::file::trouble;
use super::model::{Checked, Trouble};
use super::state::ImportState;
use crate::platform::file::{Bytes, Collector, Go, LocalFile};
use crate::platform::task;
use crate::platform::text::BrowserDecoder;
use crate::text::Words;
use crate::ui::{Message, Tone};

/// How far the file is.
#[derive(Clone, PartialEq, Eq)]
enum Saving {
    /// Not asked for.
    No,
    /// Being written.
    Writing,
    /// Handed to the browser under this name.
    Saved(String),
    /// The source could not be read again.
    Failed(Trouble),
}

/// The name of the source with `suffix` before its ending, which is that of a CSV file.
fn named(source: &str, suffix: &str) -> String {
    let stem = match source.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && (1..=4).contains(&ending.len()) => stem,
        Some(_) | None => source,
    };
    format!("{stem}-{suffix}.csv")
}

/// Writes the records that are not stored.
async fn write(words: &'static Words, file: &LocalFile, checked: &Checked) -> Result<Bytes, Trouble> {
    let texts = words.import();
    let say = |why: Why| texts.left_out.why(why, &texts.review);
    let said = RejectedWords { line: texts.left_out.line, reason: texts.left_out.reason, say: &say };
    let Checked { checks, report, scan } = checked;
    let (mut writer, head) = RejectedWriter::new(scan, checks, report, said, &BrowserDecoder);
    let out = Collector::new();
    out.push(&head);
    file.read_from(scan.start(), |bytes, _| -> Result<Go, Trouble> {
        out.push(&writer.push(bytes)?);
        Ok(Go::On)
    })
    .await?;
    out.push(&writer.finish()?);
    out.finish().ok_or(Trouble::Gone)
}

/// A button that saves what is left out; nothing where nothing is.
#[component]
pub(super) fn SaveLeftOut() -> impl IntoView {
    let import = ImportState::current();
    let some = Memo::new(move |_| {
        let last = import.last.read();
        last.as_ref().filter(|checked| !checked.report.skipped.is_empty()).cloned()
    });
    move || some.get().map(|checked| view! { <Save checked /> })
}

#[component]
fn Save(checked: Arc<Checked>) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().left_out;
    let saving = RwSignal::new(Saving::No);
    let label = (texts.save)(&words.count(checked.report.skipped.len()));
    let save = move |_| {
        let Some(file) = import.file.get_untracked() else { return };
        if saving.get_untracked() == Saving::Writing {
            return;
        }
        saving.set(Saving::Writing);
        let checked = Arc::clone(&checked);
        task::spawn(async move {
            let name = named(&file.name(), texts.suffix);
            saving.try_set(match write(words, &file, &checked).await {
                Ok(bytes) => {
                    bytes.save_as(&name);
                    Saving::Saved(name)
                }
                Err(why) => Saving::Failed(why),
            });
        });
    };
    let said = move || match saving.get() {
        Saving::No => view! { <p class="hint">{texts.hint}</p> }.into_any(),
        Saving::Writing => view! { <p class="hint" role="status">{texts.saving}</p> }.into_any(),
        Saving::Saved(name) => view! { <p class="hint" role="status">{(texts.saved)(&name)}</p> }.into_any(),
        Saving::Failed(why) => {
            let said = trouble(words, &why);
            view! { <Message tone=Tone::Bad title=words.shell.error><p>{said}</p></Message> }.into_any()
        }
    };
    view! {
        <div class="stack-tight">
            <div><button type="button" class="button" on:click=save>{label}</button></div>
            {said}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_called_like_its_source() {
        assert_eq!(named("autumn.csv", "left-out"), "autumn-left-out.csv");
        assert_eq!(named("list.v2.TXT", "left-out"), "list.v2-left-out.csv");
        assert_eq!(named("contacts", "left-out"), "contacts-left-out.csv");
        assert_eq!(named(".csv", "left-out"), ".csv-left-out.csv");
        assert_eq!(named("of 24.11.2026 late", "left-out"), "of 24.11.2026 late-left-out.csv");
    }
}
