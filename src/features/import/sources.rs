//! Where the contacts come from: files that are chosen or dropped, pasted cells, parts of a file that is too large.

use std::sync::Arc;

use dialdesk_core::import::{Delimiter, Encoding, Scan, Settings};
use leptos::prelude::*;

use super::cut::Uncut;
use super::list::{is_standard, retain_standard};
use super::model::{Choices, FileFacts, Origin, Run, SoFar, Source};
use super::queue::{Carried, Mended, Queue};
use super::scanning::Memory;
use super::state::ImportState;
use crate::platform::file::LocalFile;
use crate::platform::task;

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

/// Whose rows those of a file that comes after another one are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rows {
    /// They are those of another file.
    OfAnotherFile,
    /// The file before was changed, moved or deleted, and is chosen again: they may be the same.
    OfTheSameFile,
}

/// Whether the choices for the file before were taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TakenOver {
    /// All, from the file of this name.
    All(String),
    /// Not those for columns, as they are called otherwise in the file of this name.
    NotColumns(String),
    /// Not those for single rows, as the file is no longer what the one of this name was.
    NotRows(String),
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
    /// Files that were chosen or dropped and wait, as the present one was worked on.
    pub(super) put_off: RwSignal<Vec<String>>,
    /// What the file that is being cut was before; none while no file is cut.
    pub(super) uncut: StoredValue<Option<Uncut>>,
}

impl Sources {
    pub(super) fn new() -> Self {
        Self {
            queue: RwSignal::new(Queue::default()),
            carried: StoredValue::new(None),
            taken_over: RwSignal::new(None),
            pasted: RwSignal::new(None),
            put_off: RwSignal::new(Vec::new()),
            uncut: StoredValue::new(None),
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
        self.put_off.set(Vec::new());
        self.uncut.set_value(None);
    }

    /// Forgets what was chosen about custom fields: they are those of another server.
    pub(super) fn forget_custom_fields(self) {
        self.carried.update_value(|carried| {
            if let Some(carried) = carried {
                carried.choices.retain(|field, _| is_standard(field));
                if let Some(mended) = &mut carried.mended {
                    retain_standard(&mut mended.rows);
                    retain_standard(&mut mended.aside);
                }
            }
        });
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

impl ImportState {
    /// Takes the first of these files, the others wait; all wait while another one is being sent, or was worked on and not
    /// sent yet.
    pub(super) fn choose_files(self, files: Vec<LocalFile>) {
        if files.is_empty() {
            return;
        }
        let chosen = files.into_iter().map(Chosen::from);
        match self.file.get_untracked() {
            _ if self.is_fixed.get_untracked() => {
                self.sources.queue.update(|queue| queue.put_last(chosen));
            }
            Some(file) if self.is_worked_on() => {
                let chosen: Vec<_> = chosen.collect();
                task::spawn(async move {
                    let is_here = file.read(0, 1).await.is_ok();
                    self.choose_beside(chosen, is_here);
                });
            }
            Some(_) | None => self.take_first(chosen, Self::choose),
        }
    }

    fn take_first(self, mut chosen: impl Iterator<Item = Chosen>, take: impl FnOnce(Self, Chosen)) {
        let Some(first) = chosen.next() else { return };
        self.sources.queue.try_update(|queue| queue.put_first(chosen));
        take(self, first);
    }

    /// Lets files wait behind one that was worked on. Where that one can no longer be read, the first of them is it anew.
    fn choose_beside(self, chosen: Vec<Chosen>, is_here: bool) {
        if self.is_fixed.try_get_untracked() != Some(false) {
            return;
        }
        if is_here {
            self.sources.put_off.set(chosen.iter().map(|chosen| chosen.file.name()).collect());
            self.sources.queue.update(|queue| queue.put_last(chosen));
            self.host.focus_soon("import-queue");
        } else {
            self.take_first(chosen.into_iter(), |import, first| import.open_next(first, Rows::OfTheSameFile));
        }
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
        self.open_next(next, Rows::OfAnotherFile);
    }

    /// Takes a file after the present one, with the same choices as far as they hold for it.
    pub(super) fn open_next(self, next: Chosen, rows: Rows) {
        self.go_on_with(next, self.here(rows));
    }

    /// What was chosen for the file that is looked at, if it was read, and where that comes from.
    pub(super) fn here(self, rows: Rows) -> Option<(Carried, Origin)> {
        self.source.with_untracked(|source| {
            let (file, scan) = (source.facts()?, source.scan()?);
            let choices = self.choices.get_untracked();
            let mut carried = Carried::new(file.name.clone(), &scan.columns, source.settings(), choices);
            carried.mended = match rows {
                Rows::OfAnotherFile => None,
                Rows::OfTheSameFile => Some(self.mended(scan)),
            };
            Some((carried, file.origin))
        })
    }

    /// Takes another file with what was chosen for the one before, `here`.
    pub(super) fn go_on_with(self, next: Chosen, here: Option<(Carried, Origin)>) {
        let own = next.settings;
        let settings =
            here.as_ref().map_or(own, |(before, origin)| next.origin.after(*origin, before.settings, own));
        // Where the file before was never read, what was chosen for the one before that still stands.
        let carried = here.map(|(carried, _)| carried).or_else(|| self.sources.carried());
        self.forget_file_choices();
        // Whether they hold is not known before its columns are.
        self.choices.set(Choices::new());
        self.sources.carried.set_value(carried);
        self.sources.taken_over.set(None);
        self.open(Chosen { settings, ..next });
    }

    /// What was decided about single rows, with what tells their file from others.
    fn mended(self, scan: &Arc<Scan>) -> Mended {
        Mended {
            digest: self.recipe.digest.get_untracked(),
            scan: Arc::clone(scan),
            rows: self.decisions.with_untracked(|decisions| decisions.rows.clone()),
            aside: self.desk.aside.get_untracked(),
        }
    }

    /// Whether something was chosen or mended by hand for a file that is still to be sent.
    fn is_worked_on(self) -> bool {
        // One that is being cut was read, or may be as it was before.
        let is_read = self.source.with_untracked(|source| source.scan().is_some())
            || self.sources.uncut.with_value(Option::is_some);
        let is_decided = self.choices.with_untracked(|choices| !choices.is_empty())
            || self.decisions.with_untracked(|decisions| !decisions.rows.is_empty())
            || self.desk.history.with_untracked(|history| history.last().is_some());
        is_read && is_decided
    }

    /// Takes a file out of those that wait.
    pub(super) fn remove_waiting(self, number: u32) {
        self.sources.queue.update(|queue| queue.remove(number));
        self.sources.put_off.set(Vec::new());
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
        let (fits, from) = (carried.fits(&scan.columns), carried.from);
        if !fits {
            self.exchange_recipe(&scan.columns);
        }
        let is_mended_elsewhere = carried.mended.is_some_and(|mended| !self.take_over_rows(mended, scan));
        self.sources.taken_over.try_set(Some(match (fits, is_mended_elsewhere) {
            (true, false) => TakenOver::All(from),
            (true, true) => TakenOver::NotRows(from),
            (false, _) => TakenOver::NotColumns(from),
        }));
    }

    /// Keeps what was decided about single rows where the file is the same to the last byte, in whatever way it is read now;
    /// answers whether all of it is kept.
    fn take_over_rows(self, mended: Mended, scan: &Scan) -> bool {
        let is_same =
            mended.digest.is_some() && self.recipe.digest.try_get_untracked() == Some(mended.digest);
        if !is_same {
            return mended.is_nothing();
        }
        self.decisions.try_update(|decisions| decisions.rows = mended.rows);
        self.desk.aside.try_set(mended.aside);
        self.carry_rows(&mended.scan, scan);
        true
    }

    /// Takes a file as the present one and begins to read it.
    pub(super) fn open(self, chosen: Chosen) {
        self.attempt.forget();
        self.comparing.forget();
        self.run.set(Run::Idle);
        self.sources.uncut.set_value(None);
        self.sources.put_off.set(Vec::new());
        self.settings.set(chosen.settings);
        self.file.set(Some(chosen.file.clone()));
        let facts = chosen.facts();
        // What was chosen for the file before comes first.
        let memory = if self.sources.carried().is_some() { Memory::Leave } else { Memory::Ask };
        self.read_first(chosen.file, facts, chosen.settings, memory, SoFar::default());
    }
}
