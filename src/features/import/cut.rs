//! A file that is larger than the server takes, cut into parts.

use dialdesk_core::import::{Cut, Parts, Refusal, SPLIT_BYTES_MAX, Settings, Splitter};
use leptos::prelude::*;

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
        let why = match source {
            Source::Refused { why, .. } => Some(why),
            Source::None | Source::Reading { .. } | Source::Read { .. } => None,
        };
        let settings = self.settings.get_untracked();
        let here = self.here(Rows::OfAnotherFile);
        self.sources.too_large.set_value(why.clone());
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
            match (outcome.and_then(|parts| pieces(&file, &parts, words)), why) {
                (Ok(mut parts), _) if !parts.is_empty() => {
                    let first = parts.remove(0);
                    self.sources.queue.try_update(|queue| queue.put_first(parts));
                    match here {
                        Some(here) => self.go_on_with(first, Some(here)),
                        None => self.choose(first),
                    }
                }
                (Ok(_), Some(why)) | (Err(why), _) => self.refuse_again(why),
                // A file that was read has records, and so has a part of it.
                (Ok(_), None) => self.forget_file(),
            }
        });
    }

    /// The file that was to be cut is refused as it was, or for what was found meanwhile.
    pub(super) fn refuse_again(self, why: Trouble) {
        self.sources.too_large.try_set_value(None);
        let facts = self.source.try_with_untracked(|source| source.facts().cloned()).flatten();
        if let Some(file) = facts {
            self.source.try_set(Source::Refused { file, why });
            self.host.focus_soon("file-outcome");
        }
    }

    /// Ends the first reading of the file: one that is being cut is as it was before, another one is let go of.
    pub(super) fn cancel_reading(self) {
        let Some(why) = self.sources.too_large.get_value() else { return self.forget_file() };
        self.next_reading();
        self.refuse_again(why);
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
    use dialdesk_core::import::Foreign;

    use super::*;

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
