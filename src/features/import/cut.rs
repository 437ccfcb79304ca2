//! A file that is larger than the server takes, cut into parts.

use dialdesk_core::import::{Cut, Parts, Refusal, SPLIT_BYTES_MAX, Settings, Splitter};
use leptos::prelude::*;

use super::ending::{Ending, NotImported};
use super::model::{Origin, Run, SoFar, Source, Trouble};
use super::sources::{Chosen, Rows};
use super::state::{ImportState, Reading};
use crate::platform::clock::Began;
use crate::platform::file::{Go, LocalFile};
use crate::platform::task;
use crate::platform::text::BrowserDecoder;
use crate::text::Words;

/// Whether a file that is refused for this can be cut into parts.
pub(super) fn can_be_split(why: &Trouble) -> bool {
    match why {
        Trouble::Refused(refusal) => match refusal {
            Refusal::TooLarge { bytes } => *bytes <= SPLIT_BYTES_MAX,
            Refusal::TooManyRecords => true,
            Refusal::Empty
            | Refusal::Foreign(_)
            | Refusal::Binary { .. }
            | Refusal::HeaderOnly
            | Refusal::RecordTooLong { .. }
            | Refusal::TooManyCells { .. }
            | Refusal::RunawayQuote { .. } => false,
        },
        Trouble::Gone => false,
    }
}

impl ImportState {
    /// Cuts the file into parts of so many bytes at most, which then wait for their turn; the first one is taken at once. What
    /// was chosen for the file holds for its parts.
    pub(super) fn split_file(self, words: &'static Words, most: u64) {
        let (Some(file), false) = (self.file.get_untracked(), self.is_fixed.get_untracked()) else { return };
        let source = self.source.get_untracked();
        let Some(facts) = source.facts().cloned() else { return };
        let settings = self.settings.get_untracked();
        let here = self.here(Rows::OfAnotherFile);
        self.sources.uncut.set_value(Some(Uncut { source, run: self.run.get_untracked() }));
        self.run.set(Run::Idle);
        self.source.set(Source::Reading { file: facts.clone(), settings, so_far: SoFar::default() });
        let reading = self.next_reading();
        task::spawn(async move {
            let noted = |so_far| {
                self.source.try_set(Source::Reading { file: facts.clone(), settings, so_far });
            };
            let outcome = cut(&file, facts.origin.cut(), most, settings, reading, &noted).await;
            if !reading.is_latest() {
                return;
            }
            match outcome.and_then(|parts| pieces(&file, &parts, words)) {
                Ok(mut parts) if !parts.is_empty() => {
                    let first = parts.remove(0);
                    self.sources.queue.try_update(|queue| queue.put_first(parts));
                    // Of one that was never read, what was chosen for the file before it still stands.
                    if here.is_some() || self.sources.carried().is_some() {
                        self.go_on_with(first, here);
                    } else {
                        self.choose(first);
                    }
                }
                Ok(_) => self.leave_uncut(None),
                Err(why) => self.leave_uncut(Some(why)),
            }
        });
    }

    /// The file that was to be cut is as it was; what was found meanwhile is said.
    fn leave_uncut(self, found: Option<Trouble>) {
        let Some(uncut) = self.sources.uncut.try_update_value(Option::take).flatten() else { return };
        let Uncut { source, run } = uncut.after(found);
        let is_refused = matches!(source, Source::Refused { .. });
        self.source.try_set(source);
        self.run.try_set(run);
        self.host.focus_soon(if is_refused { "file-outcome" } else { "import-outcome" });
    }

    /// Ends the first reading of the file: one that is being cut is as it was before, another one is let go of.
    pub(super) fn cancel_reading(self) {
        if self.sources.uncut.with_value(Option::is_none) {
            return self.forget_file();
        }
        self.next_reading();
        self.leave_uncut(None);
    }
}

/// What a file was before it was to be cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Uncut {
    /// How far it was known.
    source: Source,
    /// What had come of sending it.
    run: Run,
}

impl Uncut {
    /// The same once cutting it has found this: one that could not be read is refused for it, one that was read stays so.
    fn after(self, found: Option<Trouble>) -> Self {
        match (self.source, found) {
            (Source::Refused { file, .. }, Some(why)) => {
                Self { source: Source::Refused { file, why }, run: self.run }
            }
            (source, Some(why)) => {
                Self { source, run: Run::Ended(Ending::NotImported(NotImported::File(why))) }
            }
            (source, None) => Self { source, run: self.run },
        }
    }
}

/// Finds where a file is cut.
async fn cut(
    file: &LocalFile,
    whole: Option<Cut>,
    most: u64,
    settings: Settings,
    reading: Reading,
    noted: &dyn Fn(SoFar),
) -> Result<Parts, Trouble> {
    let mut splitter = Splitter::new(file.size(), most, settings, &BrowserDecoder)?.with_cut(whole);
    let began = Began::now();
    file.read_from(0, |bytes, read| -> Result<Go, Trouble> {
        splitter.push(bytes)?;
        if reading.is_latest() {
            let per_second = began.per_second(read);
            noted(SoFar { read, records: splitter.records(), per_second, glance: None });
        }
        Ok(reading.go())
    })
    .await?;
    Ok(splitter.finish()?)
}

/// The parts as files; their bytes stay where they are.
fn pieces(file: &LocalFile, parts: &Parts, words: &'static Words) -> Result<Vec<Chosen>, Trouble> {
    let of = parts.parts.len() as u64;
    let name = file.name();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, "csv"));
    let piece = |(number, part): (u64, &dialdesk_core::import::Part)| {
        let name = (words.import().sources.part_name)(stem, &words.count(number), &words.count(of), ending);
        let file = file.part(parts.shared, part.start, part.end, &name)?;
        Ok(Chosen { file, origin: Origin::Part(part.cut), settings: parts.settings })
    };
    (1..).zip(&parts.parts).map(piece).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use dialdesk_core::import::{Foreign, Scanned, Scanner};
    use dialdesk_core::native::NativeDecoder;

    use super::*;
    use crate::features::import::model::FileFacts;

    #[test]
    fn a_file_that_is_not_cut_after_all_is_what_it_was_and_says_what_was_found() {
        const FILE: &str = "name,phone\nAnn,1\n";
        let mut scanner = Scanner::new(FILE.len() as u64, Settings::default(), &NativeDecoder).unwrap();
        scanner.push(FILE.as_bytes()).unwrap();
        let Scanned::Whole(scan, _) = scanner.finish().unwrap() else { panic!("plain text is read once") };
        let read = Source::Read {
            file: FileFacts::default(),
            settings: Settings::default(),
            scan: Arc::from(scan),
            checked: None,
        };
        let ended = |why| Run::Ended(Ending::NotImported(why));
        let read = Uncut { source: read, run: ended(NotImported::CopyTooLarge { part: 1 }) };
        assert_eq!(read.clone().after(None), read);
        let changed = Uncut { run: ended(NotImported::File(Trouble::Gone)), ..read.clone() };
        assert_eq!(read.after(Some(Trouble::Gone)), changed);

        let refused =
            |why| Uncut { source: Source::Refused { file: FileFacts::default(), why }, run: Run::Idle };
        let too_large = refused(Trouble::Refused(Refusal::TooManyRecords));
        assert_eq!(too_large.clone().after(None), too_large);
        assert_eq!(too_large.after(Some(Trouble::Gone)), refused(Trouble::Gone));
    }

    #[test]
    fn a_file_is_cut_where_only_its_size_stands_against_it() {
        let of = |bytes| can_be_split(&Trouble::Refused(Refusal::TooLarge { bytes }));
        // 4 GiB by hand.
        assert!(of(4_294_967_296) && !of(4_294_967_297));
        assert!(can_be_split(&Trouble::Refused(Refusal::TooManyRecords)));
        assert!(!can_be_split(&Trouble::Refused(Refusal::Foreign(Foreign::Archive))));
        assert!(!can_be_split(&Trouble::Gone));
    }
}
