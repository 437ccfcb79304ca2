//! Reading the file: what it is, and what becomes of its records.

use std::cell::RefCell;
use std::sync::Arc;

use dialdesk_core::import::{Checker, Checks, Column, NumberThere, SameNumber, Scanned, Scanner, Settings};
use dialdesk_core::recipe::Digest;
use leptos::prelude::*;

use super::again::{Again, Shelf};
use super::model::{self, Check, Checked, Choices, FileFacts, Origin, Run, SoFar, Source, Trouble};
use super::queue::Carried;
use super::recipe;
use super::sources::{Chosen, PASTED, Rows};
use super::state::{ImportState, Reading};
use super::undo::History;
use crate::platform::clock::Began;
use crate::platform::file::{Go, LocalFile};
use crate::platform::task;
use crate::platform::text::BrowserDecoder;

/// Whether what is remembered of files like one counts for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Memory {
    /// It does.
    Ask,
    /// The admin has said already how this one is read.
    Leave,
}

impl ImportState {
    /// Takes another file, with what is known of how it is written, unless one is being sent; list, duplicate fields,
    /// country and form of numbers stay.
    pub(super) fn choose(self, chosen: Chosen) {
        if self.is_fixed.get_untracked() {
            return;
        }
        let is_awaited = |carried: Carried| {
            self.source.with_untracked(|source| match source {
                // It could not be read at all, and is chosen again.
                Source::Refused { why: Trouble::Gone, .. } => true,
                // It was to be the file before, and is another one.
                Source::Refused { why: Trouble::Refused(_), .. } => carried.mended.is_some(),
                Source::None | Source::Reading { .. } | Source::Read { .. } => false,
            })
        };
        if self.sources.carried().is_some_and(is_awaited) {
            // What is to be taken over still waits.
            self.open_next(chosen, Rows::OfTheSameFile);
            return;
        }
        self.forget_choices();
        self.open(chosen);
    }

    /// Reads a file of which nothing is known but what its beginning showed. Its first rows are there before the rest is
    /// read.
    pub(super) fn read_first(
        self,
        file: LocalFile,
        facts: FileFacts,
        asked: Settings,
        memory: Memory,
        before: SoFar,
    ) {
        let shown = RefCell::new(before.glance.clone());
        self.source.set(Source::Reading { file: facts.clone(), settings: asked, so_far: before });
        let reading = self.next_reading();
        task::spawn(async move {
            let settings = match memory {
                Memory::Ask => self.take_up_recipe(&file, facts.origin.cut(), asked, reading).await,
                Memory::Leave => {
                    let by_itself = match facts.origin {
                        Origin::File => Settings::default(),
                        Origin::Pasted => PASTED,
                        Origin::Part(_) => asked,
                    };
                    self.see(&file, facts.origin.cut(), by_itself, reading).await;
                    asked
                }
            };
            let noted = |so_far: SoFar| {
                // What was seen before stays until the same is seen anew.
                let glance = so_far.glance.or_else(|| shown.borrow().clone());
                let was_shown = shown.replace(glance.clone()).is_some();
                let is_first = !was_shown && glance.is_some();
                let so_far = SoFar { glance, ..so_far };
                self.source.try_set(Source::Reading { file: facts.clone(), settings, so_far });
                if is_first {
                    // The button that chose the file is gone: the keyboard goes on at what came of it.
                    self.host.focus_soon("file-outcome");
                }
            };
            let outcome = self.scan(&file, &facts, settings, reading, &noted).await;
            if reading.is_latest() {
                let was_shown = outcome.is_ok() && shown.borrow().is_some();
                if let Ok(source) = &outcome {
                    self.take_over(source);
                }
                self.source.try_set(outcome.unwrap_or_else(|why| Source::Refused { file: facts, why }));
                if !was_shown {
                    self.host.focus_soon("file-outcome");
                }
            }
        });
    }

    /// Reads the file again with its settings changed. Until that is done, what is known of it stays; where it cannot be read
    /// so, it stays as it is.
    pub(super) fn read_with(self, change: impl FnOnce(&mut Settings)) {
        let (Some(file), false) = (self.file.get_untracked(), self.is_fixed.get_untracked()) else { return };
        let Some(facts) = self.source.with_untracked(|source| source.facts().cloned()) else { return };
        let mut settings = self.settings.get_untracked();
        change(&mut settings);
        self.settings.set(settings);
        if let Some(so_far) = self.source.with_untracked(|source| source.so_far().cloned()) {
            // There is nothing yet that could be kept.
            let before = SoFar { glance: so_far.glance, ..SoFar::default() };
            self.read_first(file, facts, settings, Memory::Leave, before);
            return;
        }
        self.again.set(Again::Reading(SoFar::default()));
        let reading = self.next_reading();
        task::spawn(async move {
            let noted = |so_far| {
                self.again.try_set(Again::Reading(so_far));
            };
            let outcome = self.scan(&file, &facts, settings, reading, &noted).await;
            if reading.is_latest() {
                self.take_again(outcome, facts);
            }
        });
    }

    /// Takes what came of reading the file again.
    fn take_again(self, outcome: Result<Source, Trouble>, file: FileFacts) {
        let Some(before) = self.source.try_get_untracked() else { return };
        let was = before.scan().map(|scan| scan.dialect.delimiter);
        match (outcome, was) {
            (Ok(after), was) => {
                if let (Some(was), Some(scan)) = (was, after.scan()) {
                    let choices = self.choices.get_untracked();
                    let kept = self.shelf.try_update_value(|shelf| shelf.exchange(choices, was, scan));
                    self.choices.try_set(kept.unwrap_or_default());
                    if let Some(scan_before) = before.scan() {
                        self.carry_rows(scan_before, scan);
                    }
                    self.take_up_recipe_again(&scan.columns);
                } else {
                    self.take_over(&after);
                }
                self.again.try_set(Again::No);
                self.source.try_set(after);
            }
            (Err(why), Some(_)) => {
                self.settings.try_set(before.settings());
                self.again.try_set(Again::Refused(why));
            }
            (Err(why), None) => {
                self.again.try_set(Again::No);
                self.source.try_set(Source::Refused { file, why });
            }
        }
        if was.is_none() {
            // What was pressed is made anew.
            self.host.focus_soon("file-outcome");
        }
    }

    /// Lets the file be read as it was before.
    pub(super) fn stop_reading_again(self) {
        self.next_reading();
        self.settings.set(self.source.with_untracked(Source::settings));
        self.again.set(Again::No);
    }

    /// Lets go of the file, also while it is being read, and of what came of sending it.
    pub(super) fn forget_file(self) {
        self.drop_file();
        self.host.focus_soon("file-drop");
    }

    pub(super) fn drop_file(self) {
        self.next_reading();
        self.file.set(None);
        self.source.set(Source::None);
        self.forget_choices();
        self.run.set(Run::Idle);
    }

    /// Forgets what was chosen for the file before. The country and the form of numbers are not about one file.
    fn forget_choices(self) {
        self.let_go_of_recipe();
        self.sources.stand_alone();
        self.choices.set(Choices::new());
        self.decisions.update(|decisions| {
            decisions.same_number = SameNumber::default();
            decisions.number_there = NumberThere::default();
            decisions.kinds.clear();
        });
        self.forget_file_choices();
    }

    /// Forgets what can only mean the file that was chosen before.
    pub(super) fn forget_file_choices(self) {
        self.shelf.set_value(Shelf::default());
        self.settings.set(Settings::default());
        self.again.set(Again::No);
        self.decisions.update(|decisions| decisions.rows.clear());
        self.desk.history.set(History::default());
        self.desk.stepped.set(None);
        self.desk.is_asked.set(false);
        self.desk.aside.update(std::collections::BTreeMap::clear);
        self.recipe.kept.set(None);
        self.recipe.digest.set(None);
        self.recipe.seen.set_value(None);
        self.note_wanted();
    }

    /// A reading of the file, which also makes the checks that are proposed for its columns. A file that turns out to be
    /// in another encoding than its beginning let suppose is read once more.
    async fn scan(
        self,
        file: &LocalFile,
        facts: &FileFacts,
        asked: Settings,
        reading: Reading,
        noted: &dyn Fn(SoFar),
    ) -> Result<Source, Trouble> {
        let mut settings = asked;
        loop {
            match self.scan_with(settings, file, facts, reading, noted).await? {
                Scanned::Whole(scan, checked) => {
                    let scan = Arc::from(scan);
                    let checked = checked.map(|checked| {
                        let (checks, report) = *checked;
                        Arc::new(Checked { checks, report, scan: Arc::clone(&scan) })
                    });
                    return Ok(Source::Read { file: facts.clone(), settings: asked, scan, checked });
                }
                Scanned::Again(better) => settings = better,
            }
        }
    }

    async fn scan_with(
        self,
        settings: Settings,
        file: &LocalFile,
        facts: &FileFacts,
        reading: Reading,
        noted: &dyn Fn(SoFar),
    ) -> Result<Scanned, Trouble> {
        let propose = |columns: &[Column]| self.proposed(columns);
        let scanner = Scanner::new(facts.bytes, settings, &BrowserDecoder)?;
        let mut scanner = scanner.with_checks(&propose).with_cut(facts.origin.cut());
        let began = Began::now();
        let mut digester = Digest::begin();
        file.read_from(0, |bytes, read| -> Result<Go, Trouble> {
            scanner.push(bytes)?;
            digester.push(bytes);
            if !reading.is_latest() {
                return Ok(Go::Stop);
            }
            let glance = scanner.take_glance().map(Arc::new);
            let go = if glance.is_some() { Go::Show } else { Go::On };
            noted(SoFar { read, records: scanner.records(), per_second: began.per_second(read), glance });
            Ok(go)
        })
        .await?;
        let outcome = scanner.finish()?;
        if reading.is_latest() {
            self.recipe.digest.try_set(Some(digester.finish()));
        }
        Ok(outcome)
    }

    /// The checks of a file with these columns. What was chosen for columns is only known to hold once the file is read;
    /// where it does not, the checks are made once more.
    fn proposed(self, columns: &[Column]) -> Checks {
        let custom = self.fields.try_get_untracked().unwrap_or_default();
        let wanted = self.wanted.try_get_untracked().unwrap_or_default();
        let choices = match self.sources.carried() {
            Some(carried) => carried.choices_for(columns),
            None => self.choices.try_get_untracked().unwrap_or_default(),
        };
        let decisions = self.decisions.try_get_untracked().unwrap_or_default();
        let fit = untrack(|| self.recipe.fit(columns));
        let binding = model::binding(&recipe::lines(columns, &custom, fit.as_ref(), &choices));
        model::checks(binding, &wanted, &custom, &decisions)
    }

    /// Checks all records when the file, the binding, the compared fields, the list's custom fields or a decision change,
    /// unless that was done when the file was read.
    pub(super) fn check_whenever_it_matters(self) {
        let read = Memo::new(move |_| match &*self.source.read() {
            Source::Read { scan, checked, .. } => Some((Arc::clone(scan), checked.clone())),
            Source::None | Source::Reading { .. } | Source::Refused { .. } => None,
        });
        let is_reading_again = Memo::new(move |_| matches!(*self.again.read(), Again::Reading(_)));
        Effect::new(move || {
            let checks = model::checks(
                self.binding.get(),
                &self.rule.read(),
                &self.fields.read(),
                &self.decisions.read(),
            );
            let known = self.comparing.known.get().filter(|known| known.fits(&checks));
            let (Some((scan, checked)), Some(file)) = (read.get(), self.file.get_untracked()) else {
                self.check.set(Check::Idle);
                return;
            };
            if is_reading_again.get() {
                // What comes of that is checked then.
                self.check.set(Check::Running);
                return;
            }
            let reading = self.next_reading();
            if let Some(checked) = checked.filter(|checked| checked.checks == checks && known.is_none()) {
                self.check.set(Check::Done(checked));
                return;
            }
            self.check.set(Check::Running);
            task::spawn(async move {
                let mut second = Checker::new(&scan, &checks, &BrowserDecoder).with_known(known, &checks);
                let read = file
                    .read_from(scan.start(), |bytes, _| -> Result<Go, Trouble> {
                        second.push(bytes)?;
                        Ok(reading.go())
                    })
                    .await;
                let outcome = read.and_then(|()| Ok(second.finish()?));
                if reading.is_latest() {
                    self.check.try_set(match outcome {
                        Ok(report) => Check::Done(Arc::new(Checked { checks, report, scan })),
                        Err(why) => Check::Failed(why),
                    });
                }
            });
        });
    }
}
