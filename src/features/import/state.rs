//! The import in progress. It belongs to the app, not to its screen: leaving the screen loses nothing.

use std::sync::Arc;

use dialdesk_core::contact::{ContactField, CustomField};
use dialdesk_core::import::{Binding, Checker, DuplicateRule, Scan, Scanner};
use dialdesk_core::list::ListId;
use leptos::prelude::*;

use super::model::{self, Check, Choices, FileFacts, Line, Run, Source, Trouble};
use crate::platform::file::{LocalFile, SLICE_BYTES};
use crate::platform::task::{self, Abort};
use crate::state::{Remote, Session, SignIn};

/// The signals of the import.
#[derive(Clone, Copy)]
pub(crate) struct ImportState {
    pub(super) session: Session,
    pub(super) file: RwSignal<Option<LocalFile>>,
    pub(super) is_dragged_over: RwSignal<bool>,
    pub(super) source: RwSignal<Source>,
    pub(super) list: RwSignal<Option<ListId>>,
    pub(super) custom: RwSignal<Remote<Vec<CustomField>>>,
    pub(super) held: RwSignal<Option<u64>>,
    pub(super) choices: RwSignal<Choices>,
    pub(super) rule: RwSignal<DuplicateRule>,
    pub(super) lines: Memo<Vec<Line>>,
    pub(super) binding: Memo<Binding>,
    pub(super) check: RwSignal<Check>,
    pub(super) run: RwSignal<Run>,
    /// While something is sent, and after it, what was sent stays as it was.
    pub(super) is_fixed: Memo<bool>,
    pub(super) abort: StoredValue<Option<Abort>>,
    /// Numbers the readings of the file: one that is no longer the latest stops and changes nothing.
    reading: StoredValue<u64>,
}

impl ImportState {
    /// An import without a file.
    pub(crate) fn new(session: Session) -> Self {
        let source = RwSignal::new(Source::None);
        let custom = RwSignal::new(Remote::Ready(Vec::new()));
        let choices = RwSignal::new(Choices::new());
        let lines = Memo::new(move |_| {
            let source = source.read();
            let Some(scan) = source.scan() else { return Vec::new() };
            let custom = custom.read();
            model::lines(scan, custom.ready().map_or(&[], Vec::as_slice), &choices.read())
        });
        let run = RwSignal::new(Run::Idle);
        let state = Self {
            session,
            file: RwSignal::new(None),
            is_dragged_over: RwSignal::new(false),
            source,
            list: RwSignal::new(None),
            custom,
            held: RwSignal::new(None),
            choices,
            rule: RwSignal::new(DuplicateRule::new([ContactField::Phone])),
            lines,
            binding: Memo::new(move |_| model::binding(&lines.read())),
            check: RwSignal::new(Check::Idle),
            run,
            is_fixed: Memo::new(move |_| *run.read() != Run::Idle),
            abort: StoredValue::new(None),
            reading: StoredValue::new(0),
        };
        state.check_whenever_it_matters();
        state.ask_about_the_list();
        state
    }

    /// That of this app.
    pub(crate) fn current() -> Self {
        expect_context()
    }

    /// Takes another file; list, rule and choices stay where they fit.
    pub(super) fn choose_file(self, file: LocalFile) {
        let facts = FileFacts { name: file.name(), bytes: file.size() };
        self.choices.set(Choices::new());
        self.run.set(Run::Idle);
        self.source.set(Source::Reading { file: facts.clone(), read: 0, records: 0 });
        self.file.set(Some(file.clone()));
        let reading = self.next_reading();
        task::spawn(async move {
            let outcome = self.scan(&file, &facts, reading).await;
            if self.is_latest(reading) {
                self.source.try_set(match outcome {
                    Ok(scan) => Source::Read { file: facts, scan: Arc::new(scan) },
                    Err(why) => Source::Refused { file: facts, why },
                });
            }
        });
    }

    /// Lets go of the file, also while it is being read.
    pub(super) fn forget_file(self) {
        self.next_reading();
        self.file.set(None);
        self.source.set(Source::None);
        self.choices.set(Choices::new());
        self.run.set(Run::Idle);
    }

    /// Binds `field` to a column or to none.
    pub(super) fn bind(self, field: ContactField, column: Option<usize>) {
        self.choices.update(|choices| {
            choices.insert(field, column);
        });
    }

    /// Whether something is under way whose outcome would be lost with the page.
    pub(crate) fn is_under_way(self) -> bool {
        self.run.try_with_untracked(Run::is_under_way).unwrap_or_default()
    }

    /// Chooses the list that takes the contacts.
    pub(crate) fn choose_list(self, list: Option<ListId>) {
        if self.list.get_untracked() != list {
            self.list.set(list);
        }
    }

    /// The first reading of the file.
    async fn scan(self, file: &LocalFile, facts: &FileFacts, reading: u64) -> Result<Scan, Trouble> {
        let mut scanner = Scanner::new(facts.bytes)?;
        let mut start = 0;
        while start < facts.bytes && self.is_latest(reading) {
            let end = facts.bytes.min(start + SLICE_BYTES);
            let bytes = file.read(start, end).await.map_err(|_gone| Trouble::Gone)?;
            scanner.push(&bytes)?;
            start = end;
            if self.is_latest(reading) {
                let (file, records) = (facts.clone(), scanner.records());
                self.source.try_set(Source::Reading { file, read: start, records });
            }
        }
        Ok(scanner.finish()?)
    }

    /// Checks all records again when the file, the binding or the rule changes.
    fn check_whenever_it_matters(self) {
        Effect::new(move || {
            let scan = self.source.read().scan().cloned();
            let (binding, rule) = (self.binding.get(), self.rule.get());
            let reading = self.next_check();
            let (Some(scan), Some(file)) = (scan, self.file.get_untracked()) else {
                self.check.set(Check::Idle);
                return;
            };
            self.check.set(Check::Running);
            task::spawn(async move {
                let checker = Checker::new(&scan, binding, &rule);
                let outcome = self.run_check(&file, &scan, checker, reading).await;
                if self.is_latest(reading) {
                    self.check.try_set(outcome);
                }
            });
        });
    }

    async fn run_check(self, file: &LocalFile, scan: &Scan, mut checker: Checker, reading: u64) -> Check {
        let mut start = scan.header_offset;
        while start < scan.bytes && self.is_latest(reading) {
            let end = scan.bytes.min(start + SLICE_BYTES);
            let Ok(bytes) = file.read(start, end).await else { return Check::Failed(Trouble::Gone) };
            if let Err(refusal) = checker.push(&bytes) {
                return Check::Failed(refusal.into());
            }
            start = end;
        }
        match checker.finish() {
            Ok(report) => Check::Done(Arc::new(report)),
            Err(refusal) => Check::Failed(refusal.into()),
        }
    }

    /// Reads the fields and the size of the list when another is chosen, or when somebody signs in again.
    fn ask_about_the_list(self) {
        let signed_in = Memo::new(move |_| matches!(*self.session.sign_in().read(), SignIn::In(_)));
        // The count of the list stays as it was before an import until the next one begins.
        Effect::new(move |before: Option<Option<ListId>>| {
            let before = before.flatten();
            if self.is_fixed.get() {
                return before;
            }
            let (Some(list), true) = (self.list.get(), signed_in.get()) else {
                self.held.set(None);
                return None;
            };
            // What is known of the same list is shown until it is known better.
            if before != Some(list) {
                self.custom.set(Remote::Loading);
                self.held.set(None);
            }
            task::spawn(async move {
                let fields = self.session.call(async |client| client.custom_fields(list).await).await;
                if self.is_chosen(list) {
                    self.custom.try_set(fields.into());
                }
                let count = self.session.call(async |client| client.contact_count(list).await).await;
                if self.is_chosen(list) {
                    self.held.try_set(count.ok().flatten());
                }
            });
            Some(list)
        });
    }

    fn is_chosen(self, list: ListId) -> bool {
        self.list.try_get_untracked().flatten() == Some(list)
    }

    fn next_reading(self) -> u64 {
        self.reading
            .try_update_value(|reading| {
                *reading += 1;
                *reading
            })
            .unwrap_or_default()
    }

    /// A check follows the reading of the file, so that a new file stops it too.
    fn next_check(self) -> u64 {
        match *self.source.read_untracked() {
            // The first reading is still under way and must stay the latest.
            Source::Reading { .. } => 0,
            Source::None | Source::Refused { .. } | Source::Read { .. } => self.next_reading(),
        }
    }

    fn is_latest(self, reading: u64) -> bool {
        self.reading.try_get_value() == Some(reading)
    }
}
