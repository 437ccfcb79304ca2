//! Where the contacts come from: files that are chosen or dropped, pasted cells, parts of a file that is too large.

use dialdesk_core::import::{Cut, Delimiter, Encoding, Parts, Refusal, SPLIT_BYTES_MAX, Settings, Splitter};
use leptos::prelude::*;

use super::model::{FileFacts, Origin, Run, SoFar, Source, Trouble};
use super::queue::{Carried, Queue};
use super::scanning::Memory;
use super::state::{ImportState, Reading};
use crate::platform::clock::Began;
use crate::platform::file::{Go, LocalFile};
use crate::platform::task;
use crate::platform::text::BrowserDecoder;
use crate::text::Words;

/// A file with what is known of it before it is read.
#[derive(Clone, Debug)]
pub(super) struct Chosen {
    pub(super) file: LocalFile,
    pub(super) origin: Origin,
    pub(super) settings: Settings,
}

impl From<LocalFile> for Chosen {
    fn from(file: LocalFile) -> Self {
        Self { file, origin: Origin::File, settings: Settings::default() }
    }
}

impl Chosen {
    pub(super) fn facts(&self) -> FileFacts {
        FileFacts { name: self.file.name(), bytes: self.file.size(), origin: self.origin }
    }
}

/// Whether the choices for the file before were taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TakenOver {
    /// All, from the file of this name.
    All(String),
    /// Not those for columns, as they are called otherwise in the file of this name.
    NotColumns(String),
}

/// What is known of sources beside the file that is looked at.
#[derive(Clone, Copy)]
pub(super) struct Sources {
    /// The files that wait for their turn.
    pub(super) queue: RwSignal<Queue<Chosen>>,
    /// What was chosen for the file before.
    carried: StoredValue<Option<Carried>>,
    /// What became of that.
    pub(super) taken_over: RwSignal<Option<TakenOver>>,
    /// What is pasted and not yet taken; `None` while there is no place for it.
    pub(super) pasted: RwSignal<Option<String>>,
}

impl Sources {
    pub(super) fn new() -> Self {
        Self {
            queue: RwSignal::new(Queue::default()),
            carried: StoredValue::new(None),
            taken_over: RwSignal::new(None),
            pasted: RwSignal::new(None),
        }
    }

    /// Whether there is something that was not looked at yet.
    pub(super) fn has_some(self) -> bool {
        let is_typed = |text: &Option<String>| text.as_ref().is_some_and(|text| !is_blank(text));
        !self.queue.read().waiting().is_empty() || self.pasted.with(is_typed)
    }

    /// Forgets all of it.
    pub(super) fn forget(self) {
        self.queue.set(Queue::default());
        self.pasted.set(None);
        self.stand_alone();
    }

    /// The file that is chosen now has nothing to do with the one before.
    pub(super) fn stand_alone(self) {
        self.carried.set_value(None);
        self.taken_over.set(None);
    }

    /// What was chosen for the file before, while the present one is to take it over.
    pub(super) fn carried(self) -> Option<Carried> {
        self.carried.try_get_value().flatten()
    }
}

/// Whether there are no cells in a text.
fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// How pasted cells are written: spreadsheets put tabs between them.
pub(super) const PASTED: Settings =
    Settings { encoding: Some(Encoding::Utf8), delimiter: Some(Delimiter::Tab), header: None };

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
    /// Takes the first of these files, the others wait; all wait while another one is being sent.
    pub(super) fn choose_files(self, files: Vec<LocalFile>) {
        let mut files = files.into_iter();
        if self.is_fixed.get_untracked() {
            self.sources.queue.update(|queue| queue.put_last(files.map(Chosen::from)));
            return;
        }
        let Some(first) = files.next() else { return };
        self.sources.queue.update(|queue| queue.put_first(files.map(Chosen::from)));
        self.choose_file(first);
    }

    /// Takes pasted cells as a file of this name; answers whether there were any.
    pub(super) fn choose_pasted(self, text: &str, name: &str) -> bool {
        if is_blank(text) || self.is_fixed.get_untracked() {
            return false;
        }
        let Some(file) = LocalFile::of_text(text, name) else { return false };
        self.sources.pasted.set(None);
        self.sources.queue.update(|queue| queue.put_first([]));
        self.choose(Chosen { file, origin: Origin::Pasted, settings: PASTED });
        true
    }

    /// Goes on with the next file that waits, with the same choices as far as they hold for it.
    pub(super) fn next_file(self) {
        if self.is_under_way() {
            return;
        }
        let Some(next) = self.sources.queue.try_update(Queue::take_next).flatten() else { return };
        self.go_on_with(next, self.here());
    }

    /// What was chosen for the file that is looked at, if it was read, and where that comes from.
    fn here(self) -> Option<(Carried, Origin)> {
        self.source.with_untracked(|source| {
            let (file, scan) = (source.facts()?, source.scan()?);
            let choices = self.choices.get_untracked();
            let carried = Carried::new(file.name.clone(), &scan.columns, source.settings(), choices);
            Some((carried, file.origin))
        })
    }

    /// Takes another file with what was chosen for the one before, `here`.
    fn go_on_with(self, next: Chosen, here: Option<(Carried, Origin)>) {
        let settings = match &here {
            Some((carried, origin)) if origin.is_like(next.origin) => carried.settings,
            Some(_) | None => next.settings,
        };
        // Where the file before was never read, what was chosen for the one before that still stands.
        let carried = here.map(|(carried, _)| carried).or_else(|| self.sources.carried());
        self.forget_file_choices();
        self.choices.set(carried.as_ref().map(|carried| carried.choices.clone()).unwrap_or_default());
        self.sources.carried.set_value(carried);
        self.sources.taken_over.set(None);
        self.open(Chosen { settings, ..next });
    }

    /// Takes a file out of those that wait.
    pub(super) fn remove_waiting(self, number: u32) {
        self.sources.queue.update(|queue| queue.remove(number));
        let is_one_of_some = self.sources.queue.with_untracked(|queue| queue.place().is_some());
        let has_file = self.source.with_untracked(|source| source.facts().is_some());
        self.host.focus_soon(match (is_one_of_some, has_file) {
            (true, _) => "import-queue",
            (false, true) => "file-outcome",
            (false, false) => "file-drop",
        });
    }

    /// Keeps of the choices for the file before what holds for the columns of this one.
    pub(super) fn take_over(self, source: &Source) {
        let (Some(carried), Some(scan)) = (self.sources.carried(), source.scan()) else { return };
        self.choices.try_set(carried.choices_for(&scan.columns));
        self.sources.taken_over.try_set(Some(if carried.fits(&scan.columns) {
            TakenOver::All(carried.from)
        } else {
            TakenOver::NotColumns(carried.from)
        }));
    }

    /// Cuts the file into parts of so many bytes at most, which then wait for their turn; the first one is taken at once. What
    /// was chosen for the file holds for its parts.
    pub(super) fn split_file(self, words: &'static Words, most: u64) {
        let (Some(file), false) = (self.file.get_untracked(), self.is_fixed.get_untracked()) else { return };
        let Some(facts) = self.source.with_untracked(|source| source.facts().cloned()) else { return };
        let settings = self.settings.get_untracked();
        let here = self.here();
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
                    match here {
                        Some(here) => self.go_on_with(first, Some(here)),
                        None => self.choose(first),
                    }
                }
                Ok(_) => {}
                Err(why) => {
                    self.source.try_set(Source::Refused { file: facts, why });
                    self.host.focus_soon("file-outcome");
                }
            }
        });
    }

    /// Takes a file as the present one and begins to read it.
    pub(super) fn open(self, chosen: Chosen) {
        self.attempt.forget();
        self.comparing.forget();
        self.run.set(Run::Idle);
        self.settings.set(chosen.settings);
        self.file.set(Some(chosen.file.clone()));
        let facts = chosen.facts();
        // What was chosen for the file before comes first.
        let memory = if self.sources.carried().is_some() { Memory::Leave } else { Memory::Ask };
        self.read_first(chosen.file, facts, chosen.settings, memory, SoFar::default());
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
