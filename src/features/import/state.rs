//! The import in progress. It belongs to the app, not to its screen: leaving the screen loses nothing.

use std::sync::Arc;

use dialdesk_core::contact::{ContactField, CustomField, CustomFieldId, CustomKind};
use dialdesk_core::import::{Binding, Checker, Checks, Column, DuplicateRule, Scanned, Scanner, Settings};
use dialdesk_core::list::ListId;
use leptos::prelude::*;

use super::ending::Ending;
use super::model::{self, Check, Checked, Choices, FileFacts, Line, Run, Source, Trouble};
use crate::api::Who;
use crate::platform::file::{Go, LocalFile};
use crate::platform::task::{self, Abort};
use crate::platform::text::BrowserDecoder;
use crate::state::{Host, Remote, Session, SignIn, Stake, Unsaved, lasting};

/// The signals of the import.
#[derive(Clone, Copy)]
pub(crate) struct ImportState {
    pub(super) session: Session,
    pub(super) host: Host,
    pub(super) file: RwSignal<Option<LocalFile>>,
    pub(super) is_dragged_over: RwSignal<bool>,
    pub(super) source: RwSignal<Source>,
    pub(super) list: RwSignal<Option<ListId>>,
    pub(super) custom: RwSignal<Remote<Vec<CustomField>>>,
    /// Custom fields that the admin has named by their numbers, where the server shows none.
    declared: RwSignal<Vec<CustomField>>,
    /// The custom fields that can be bound: the list's own, else those that were named.
    pub(super) fields: Memo<Vec<CustomField>>,
    /// How many contacts the list holds, asked when it was chosen.
    pub(super) held: RwSignal<Option<u64>>,
    pub(super) choices: RwSignal<Choices>,
    /// The fields to compare, bound or not.
    pub(super) wanted: RwSignal<DuplicateRule>,
    pub(super) lines: Memo<Vec<Line>>,
    pub(super) binding: Memo<Binding>,
    /// The fields that are compared: those wanted that are bound.
    pub(super) rule: Memo<DuplicateRule>,
    pub(super) check: RwSignal<Check>,
    pub(super) run: RwSignal<Run>,
    /// While something is sent, and after it, what was sent stays as it was.
    pub(super) is_fixed: Memo<bool>,
    pub(super) abort: StoredValue<Option<Abort>>,
    readings: StoredValue<u64>,
}

/// One reading of the file. When a later one begins, it stops and changes nothing.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    readings: StoredValue<u64>,
    number: u64,
}

impl Reading {
    /// Whether the file is still the one that was read.
    pub(super) fn is_latest(self) -> bool {
        self.readings.try_get_value() == Some(self.number)
    }

    fn go(self) -> Go {
        if self.is_latest() { Go::On } else { Go::Stop }
    }
}

impl ImportState {
    /// An import without a file.
    fn new(session: Session, host: Host) -> Self {
        let source = RwSignal::new(Source::None);
        let custom = RwSignal::new(Remote::Ready(Vec::new()));
        let declared = RwSignal::new(Vec::<CustomField>::new());
        let fields = Memo::new(move |_| match &*custom.read() {
            Remote::Ready(fields) => fields.clone(),
            Remote::Loading | Remote::Failed(_) => declared.get(),
        });
        let choices = RwSignal::new(Choices::new());
        let wanted = RwSignal::new(DuplicateRule::new([ContactField::Phone]));
        let run = RwSignal::new(Run::Idle);
        let lines = Memo::new(move |_| {
            let source = source.read();
            let Some(scan) = source.scan() else { return Vec::new() };
            model::lines(&scan.columns, &fields.read(), &choices.read())
        });
        let binding = Memo::new(move |_| model::binding(&lines.read()));
        let state = Self {
            session,
            host,
            file: RwSignal::new(None),
            is_dragged_over: RwSignal::new(false),
            source,
            list: RwSignal::new(None),
            custom,
            declared,
            fields,
            held: RwSignal::new(None),
            choices,
            wanted,
            lines,
            binding,
            rule: Memo::new(move |_| wanted.read().bound(&binding.read())),
            check: RwSignal::new(Check::Idle),
            run,
            is_fixed: Memo::new(move |_| run.read().fixes_choices()),
            abort: StoredValue::new(None),
            readings: StoredValue::new(0),
        };
        let unsaved = Unsaved::current();
        unsaved.register(Stake::UnderWay, move || state.run.read().is_under_way());
        unsaved.register(Stake::Entered, move || state.is_unsent());
        state.check_whenever_it_matters();
        state.ask_about_the_list();
        state.forget_what_is_of_another_server();
        state.forget_what_is_of_another_person();
        state
    }

    /// That of this app.
    pub(super) fn current() -> Self {
        lasting(|| Self::new(Session::current(), Host::current()))
    }

    /// Takes another file, unless one is being sent; list and duplicate fields stay.
    pub(super) fn choose_file(self, file: LocalFile) {
        if self.is_fixed.get_untracked() {
            return;
        }
        let facts = FileFacts { name: file.name(), bytes: file.size() };
        self.choices.set(Choices::new());
        self.run.set(Run::Idle);
        self.source.set(Source::Reading { file: facts.clone(), read: 0, records: 0 });
        self.file.set(Some(file.clone()));
        let reading = self.next_reading();
        task::spawn(async move {
            let outcome = self.scan(&file, &facts, reading).await;
            if reading.is_latest() {
                self.source.try_set(outcome.unwrap_or_else(|why| Source::Refused { file: facts, why }));
                // The button that chose the file is gone: the keyboard goes on at what came of it.
                self.host.focus_soon("file-outcome");
            }
        });
    }

    /// Lets go of the file, also while it is being read, and of what came of sending it.
    pub(super) fn forget_file(self) {
        self.drop_file();
        self.host.focus_soon("file-drop");
    }

    fn drop_file(self) {
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

    /// Whether there is a file that was not sent yet.
    fn is_unsent(self) -> bool {
        matches!(*self.source.read(), Source::Reading { .. } | Source::Read { .. }) && !self.is_fixed.get()
    }

    /// Whether an import is under way.
    pub(super) fn is_under_way(self) -> bool {
        self.run.try_with_untracked(Run::is_under_way).unwrap_or_default()
    }

    /// Names a custom field by its number, where the server shows none.
    pub(super) fn declare(self, id: CustomFieldId) {
        self.declared.update(|declared| {
            if declared.iter().all(|field| field.id != id) {
                declared.push(CustomField::new(id, format!("cf_{id}"), CustomKind::Text));
            }
        });
        // A column of that name is proposed; else its line waits for one.
        if untrack(|| self.lines.read().iter().all(|line| line.field != ContactField::Custom(id))) {
            self.bind(ContactField::Custom(id), None);
        }
    }

    /// Chooses the list that takes the contacts. An import that is under way keeps its own.
    pub(super) fn choose_list(self, list: Option<ListId>) {
        if self.is_under_way() || self.list.get_untracked() == list {
            return;
        }
        // An outcome that is shown is that of the list before.
        if matches!(*self.run.read_untracked(), Run::Ended(Ending::Done(..) | Ending::Unclear { .. })) {
            self.run.set(Run::Idle);
        }
        self.list.set(list);
    }

    /// The first reading of the file, which also makes the checks that are proposed for its columns. A file that turns out
    /// to be in another encoding than its beginning let suppose is read once more.
    async fn scan(self, file: &LocalFile, facts: &FileFacts, reading: Reading) -> Result<Source, Trouble> {
        let mut settings = Settings::default();
        loop {
            match self.scan_with(settings, file, facts, reading).await? {
                Scanned::Whole(scan, checked) => {
                    let checked = checked.map(|checked| {
                        let (checks, report) = *checked;
                        Arc::new(Checked { report, checks })
                    });
                    return Ok(Source::Read { file: facts.clone(), scan: Arc::from(scan), checked });
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
    ) -> Result<Scanned, Trouble> {
        let propose = |columns: &[Column]| self.proposed(columns);
        let mut scanner = Scanner::new(facts.bytes, settings, &BrowserDecoder)?.with_checks(&propose);
        file.read_from(0, |bytes, read| -> Result<Go, Trouble> {
            scanner.push(bytes)?;
            if reading.is_latest() {
                let (file, records) = (facts.clone(), scanner.records());
                self.source.try_set(Source::Reading { file, read, records });
            }
            Ok(reading.go())
        })
        .await?;
        Ok(scanner.finish()?)
    }

    /// The checks of a file with these columns before the admin has chosen anything.
    fn proposed(self, columns: &[Column]) -> Checks {
        let custom = self.fields.try_get_untracked().unwrap_or_default();
        let wanted = self.wanted.try_get_untracked().unwrap_or_default();
        model::checks(model::binding(&model::lines(columns, &custom, &Choices::new())), &wanted, &custom)
    }

    /// Checks all records when the file, the binding, the compared fields or the list's custom fields change, unless that
    /// was done when the file was read.
    fn check_whenever_it_matters(self) {
        let read = Memo::new(move |_| match &*self.source.read() {
            Source::Read { scan, checked, .. } => Some((Arc::clone(scan), checked.clone())),
            Source::None | Source::Reading { .. } | Source::Refused { .. } => None,
        });
        Effect::new(move || {
            let checks = model::checks(self.binding.get(), &self.rule.read(), &self.fields.read());
            let (Some((scan, checked)), Some(file)) = (read.get(), self.file.get_untracked()) else {
                self.check.set(Check::Idle);
                return;
            };
            let reading = self.next_reading();
            if let Some(checked) = checked.filter(|checked| checked.checks == checks) {
                self.check.set(Check::Done(checked));
                return;
            }
            self.check.set(Check::Running);
            task::spawn(async move {
                let mut second = Checker::new(&scan, &checks, &BrowserDecoder);
                let read = file
                    .read_from(scan.start(), |bytes, _| -> Result<Go, Trouble> {
                        second.push(bytes)?;
                        Ok(reading.go())
                    })
                    .await;
                let outcome = read.and_then(|()| Ok(second.finish()?));
                if reading.is_latest() {
                    self.check.try_set(match outcome {
                        Ok(report) => Check::Done(Arc::new(Checked { report, checks })),
                        Err(why) => Check::Failed(why),
                    });
                }
            });
        });
    }

    /// Reads the fields and the size of the list when another is chosen, when somebody signs in again, and before the
    /// next import into it.
    fn ask_about_the_list(self) {
        let signed_in = Memo::new(move |_| matches!(*self.session.sign_in().read(), SignIn::In(_)));
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
                self.declared.set(Vec::new());
                self.held.set(None);
            }
            task::spawn(async move {
                let fields = self.session.call(async |client| client.custom_fields(list).await).await;
                if self.still_wants(list) {
                    self.custom.try_set(fields.into());
                }
                let count = self.session.call(async |client| client.contact_count(list).await).await;
                if self.still_wants(list) {
                    self.held.try_set(count.ok().flatten());
                }
            });
            Some(list)
        });
    }

    /// List, custom fields and outcome belong to the server that they came from; the file stays.
    fn forget_what_is_of_another_server(self) {
        Effect::new(move |before: Option<String>| {
            let address = self.session.connection().server().address().to_owned();
            if before.is_some_and(|before| before != address) {
                self.list.set(None);
                self.custom.set(Remote::Ready(Vec::new()));
                self.choices.update(|choices| {
                    choices.retain(|field, _| !matches!(field, ContactField::Custom(_)));
                });
                self.run.set(Run::Idle);
            }
            address
        });
    }

    /// A file is whoever's who has chosen it.
    fn forget_what_is_of_another_person(self) {
        Effect::new(move |before: Option<Option<Who>>| {
            let before = before.flatten();
            let SignIn::In(credential) = self.session.sign_in().get() else { return before };
            let who = credential.who();
            if before.is_some_and(|before| !who.may_be(&before)) {
                self.stop();
                self.drop_file();
            }
            Some(who)
        });
    }

    /// Whether an answer about `list` may still change what is shown.
    fn still_wants(self, list: ListId) -> bool {
        self.list.try_get_untracked().flatten() == Some(list)
            && self.is_fixed.try_get_untracked() == Some(false)
    }

    fn next_reading(self) -> Reading {
        self.readings.update_value(|number| *number += 1);
        self.reading()
    }

    /// The reading of the file that is chosen now.
    pub(super) fn reading(self) -> Reading {
        Reading { readings: self.readings, number: self.readings.get_value() }
    }
}
