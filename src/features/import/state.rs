//! The import in progress. It belongs to the app, not to its screen: leaving the screen loses nothing.

use std::sync::Arc;

use dialdesk_core::contact::{ContactField, CustomField, CustomFieldId, CustomKind};
use dialdesk_core::import::{
    Binding, Decisions, DuplicateRule, Kind, KindDecision, NumberThere, SameNumber, Settings,
};
use dialdesk_core::list::ListId;
use dialdesk_core::phone::{Country, PhoneForm};
use leptos::prelude::*;

use super::again::{Again, Shelf};
use super::attempt::Attempt;
use super::compare::Comparing;
use super::desk::Desk;
use super::log::Log;
use super::model::{self, Check, Checked, Choices, Line, Run, Source};
use super::recipe::{self, RecipeUse};
use super::sources::Sources;
use super::undo::{Deed, Part};
use crate::api::Who;
use crate::platform::file::{Go, LocalFile};
use crate::platform::storage::{self, Key};
use crate::platform::task::Abort;
use crate::state::{Host, Remote, Session, SignIn, Stake, Unsaved, lasting};

/// The signals of the import.
#[derive(Clone, Copy)]
pub(crate) struct ImportState {
    pub(super) session: Session,
    pub(super) host: Host,
    pub(super) file: RwSignal<Option<LocalFile>>,
    pub(super) is_dragged_over: RwSignal<bool>,
    /// Files that wait for their turn, and cells that are pasted.
    pub(super) sources: Sources,
    pub(super) source: RwSignal<Source>,
    pub(super) list: RwSignal<Option<ListId>>,
    pub(super) custom: RwSignal<Remote<Vec<CustomField>>>,
    /// Custom fields that the admin has named by their numbers, where the server shows none.
    pub(super) declared: RwSignal<Vec<CustomField>>,
    /// The custom fields that can be bound: the list's own, else those that were named.
    pub(super) fields: Memo<Vec<CustomField>>,
    /// What the server says of the size of the list since it was chosen; none in it where it does not tell.
    pub(super) size: RwSignal<Remote<Option<u64>>>,
    /// How many contacts the list holds, where that is known.
    pub(super) held: Memo<Option<u64>>,
    /// Counts the questions about the list: an answer to an earlier one changes nothing.
    pub(super) questions: StoredValue<u64>,
    /// What the admin says of how the file is written.
    pub(super) settings: RwSignal<Settings>,
    pub(super) again: RwSignal<Again>,
    pub(super) choices: RwSignal<Choices>,
    /// Choices for the columns that other separators make.
    pub(super) shelf: StoredValue<Shelf>,
    pub(super) decisions: RwSignal<Decisions>,
    /// The fields to compare, bound or not.
    pub(super) wanted: RwSignal<DuplicateRule>,
    pub(super) lines: Memo<Vec<Line>>,
    pub(super) binding: Memo<Binding>,
    /// The fields that are compared: those wanted that are bound.
    pub(super) rule: Memo<DuplicateRule>,
    pub(super) check: RwSignal<Check>,
    /// What was checked last, shown until the check that is under way is done.
    pub(super) last: Memo<Option<Arc<Checked>>>,
    pub(super) run: RwSignal<Run>,
    /// While something is sent, and after it, what was sent stays as it was.
    pub(super) is_fixed: Memo<bool>,
    pub(super) abort: StoredValue<Option<Abort>>,
    /// What was chosen for earlier files with the same columns.
    pub(super) recipe: RecipeUse,
    /// The import in the journal.
    pub(super) log: Log,
    pub(super) attempt: Attempt,
    pub(super) comparing: Comparing,
    readings: StoredValue<u64>,
    pub(super) desk: Desk,
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

    pub(super) fn go(self) -> Go {
        if self.is_latest() { Go::On } else { Go::Stop }
    }
}

impl ImportState {
    /// An import without a file.
    fn new(session: Session, host: Host) -> Self {
        let source = RwSignal::new(Source::None);
        let custom = RwSignal::new(Remote::Ready(Vec::new()));
        let size = RwSignal::new(Remote::Loading);
        let declared = RwSignal::new(Vec::<CustomField>::new());
        let fields = Memo::new(move |_| match &*custom.read() {
            Remote::Ready(fields) => fields.clone(),
            Remote::Loading | Remote::Failed(_) => declared.get(),
        });
        let choices = RwSignal::new(Choices::new());
        let wanted = RwSignal::new(DuplicateRule::new([ContactField::Phone]));
        let run = RwSignal::new(Run::Idle);
        let check = RwSignal::new(Check::Idle);
        let recipe = RecipeUse::new();
        let lines = Memo::new(move |_| {
            let source = source.read();
            let Some(scan) = source.scan() else { return Vec::new() };
            let fit = recipe.fit(&scan.columns);
            recipe::lines(&scan.columns, &fields.read(), fit.as_ref(), &choices.read())
        });
        let binding = Memo::new(move |_| model::binding(&lines.read()));
        let state = Self {
            session,
            host,
            file: RwSignal::new(None),
            is_dragged_over: RwSignal::new(false),
            sources: Sources::new(),
            source,
            list: RwSignal::new(None),
            custom,
            declared,
            fields,
            size,
            held: Memo::new(move |_| size.read().ready().copied().flatten()),
            questions: StoredValue::new(0),
            settings: RwSignal::new(Settings::default()),
            again: RwSignal::new(Again::No),
            choices,
            shelf: StoredValue::new(Shelf::default()),
            decisions: RwSignal::new(Decisions {
                country: storage::get(Key::Country).and_then(|code| Country::from_code(&code)),
                ..Decisions::default()
            }),
            wanted,
            lines,
            binding,
            rule: Memo::new(move |_| wanted.read().bound(&binding.read())),
            check,
            last: Memo::new(move |before: Option<&Option<Arc<Checked>>>| match &*check.read() {
                Check::Done(checked) => Some(Arc::clone(checked)),
                Check::Running => before.cloned().flatten(),
                Check::Idle | Check::Failed(_) => None,
            }),
            run,
            is_fixed: Memo::new(move |_| run.read().fixes_choices()),
            abort: StoredValue::new(None),
            recipe,
            log: Log::new(),
            attempt: Attempt::new(),
            comparing: Comparing::new(),
            readings: StoredValue::new(0),
            desk: Desk::new(),
        };
        let unsaved = Unsaved::current();
        unsaved.register(Stake::UnderWay, move || state.run.read().is_under_way());
        unsaved.register(Stake::Entered, move || state.is_unsent());
        state.check_whenever_it_matters();
        state.ask_about_the_list();
        state.compare_small_lists();
        state.forget_what_is_of_another_server();
        state.forget_what_is_of_another_person();
        state
    }

    /// That of this app.
    pub(super) fn current() -> Self {
        lasting(|| Self::new(Session::current(), Host::current()))
    }

    /// Binds `field` to a column or to none.
    pub(super) fn bind(self, field: ContactField, column: Option<usize>) {
        self.choices.update(|choices| {
            choices.insert(field, column);
        });
    }

    /// Decides what becomes of the rows of a kind.
    pub(super) fn decide(self, kind: Kind, decision: KindDecision) {
        self.change(Deed::Kind(kind, decision), Part::Kind(kind, decision));
    }

    /// Decides what becomes of the rows that have one number, written differently.
    pub(super) fn decide_same_number(self, decision: SameNumber) {
        self.change(Deed::SameNumber, Part::SameNumber(decision));
    }

    /// Decides about rows whose number the list has.
    pub(super) fn decide_number_there(self, decision: NumberThere) {
        self.change(Deed::NumberThere, Part::NumberThere(decision));
    }

    /// Chooses the country of numbers that do not say theirs, and remembers it.
    pub(super) fn choose_country(self, country: Option<Country>) {
        storage::set(Key::Country, country.map_or("", Country::code));
        self.change(Deed::Country, Part::Country(country));
    }

    /// Chooses how numbers are sent.
    pub(super) fn choose_form(self, form: PhoneForm) {
        self.change(Deed::Form, Part::Form(form));
    }

    /// Whether there is a file that was not sent yet.
    fn is_unsent(self) -> bool {
        let is_here = matches!(*self.source.read(), Source::Reading { .. } | Source::Read { .. });
        (is_here && !self.is_fixed.get()) || self.sources.has_some()
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

    /// A file is whoever's who has chosen it.
    fn forget_what_is_of_another_person(self) {
        Effect::new(move |before: Option<Option<Who>>| {
            let before = before.flatten();
            let SignIn::In(credential) = self.session.sign_in().get() else { return before };
            let who = credential.who();
            if before.is_some_and(|before| !who.may_be(&before)) {
                // Whatever is under way ends at once: nothing of it is to come in the name of the next.
                self.stop();
                self.attempt.stop_waiting();
                self.sources.forget();
                self.drop_file();
                self.forget_answers();
                self.ask_again();
            }
            Some(who)
        });
    }

    pub(super) fn next_reading(self) -> Reading {
        self.readings.update_value(|number| *number += 1);
        self.reading()
    }

    /// The reading of the file that is chosen now.
    pub(super) fn reading(self) -> Reading {
        Reading { readings: self.readings, number: self.readings.get_value() }
    }
}
