//! The import in the journal: written down before each of its requests.

use dialdesk_core::plan::{Entry, Step, Verdict};
use dialdesk_core::recipe::Past;
use leptos::prelude::*;

use super::model::Checked;
use super::run::Plan;
use super::state::ImportState;
use crate::state::Journal;

/// The import's place in the journal.
#[derive(Clone, Copy)]
pub(super) struct Log {
    journal: Journal,
    /// The import that is under way, or was last.
    id: StoredValue<Option<u64>>,
    /// Whether it may have happened already.
    trial: StoredValue<Trial>,
}

/// Which attempt at an import it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trial {
    /// The first one.
    First,
    /// A later one, after one that may have imported something.
    Later,
}

impl Trial {
    /// The step that is written down for one that is about to be taken. What may have happened before is not undone by
    /// beginning anew.
    fn written(self, step: Step) -> Step {
        match (self, step) {
            (Self::Later, Step::Planned | Step::Uploading | Step::Uploaded) => Step::Binding,
            (Self::First | Self::Later, step) => step,
        }
    }
}

impl Log {
    pub(super) fn new() -> Self {
        Self {
            journal: Journal::current(),
            id: StoredValue::new(None),
            trial: StoredValue::new(Trial::First),
        }
    }

    fn id(self) -> Option<u64> {
        self.id.try_get_value().flatten()
    }

    /// Writes down a step before it is taken, with what is known with it.
    pub(super) fn step(self, step: Step, more: impl FnOnce(&mut Entry)) {
        if let (Some(id), Some(trial)) = (self.id(), self.trial.try_get_value()) {
            self.journal.go_on(id, trial.written(step), more);
        }
    }
}

impl ImportState {
    /// Writes down an import that begins, and remembers its choices.
    pub(super) fn write_down(self, plan: &Plan) {
        let id = self.log.journal.fresh_id();
        self.log.id.set_value(Some(id));
        self.log.trial.set_value(Trial::First);
        self.remember(plan);
        self.log.journal.begin(self.entry(plan, id));
    }

    /// Writes down that an import is repeated which may have happened, into a list that held so many contacts `before` the
    /// first attempt.
    pub(super) fn write_down_again(self, plan: &Plan, before: Option<u64>) {
        let id = self.log.id().unwrap_or_else(|| self.log.journal.fresh_id());
        self.log.id.set_value(Some(id));
        self.log.trial.set_value(Trial::Later);
        if self.log.journal.resume(id) {
            self.log.step(Step::Planned, |entry| entry.is_settled = false);
        } else {
            // It was cleared away meanwhile.
            let step = Trial::Later.written(Step::Planned);
            self.log.journal.begin(Entry { before, step, ..self.entry(plan, id) });
        }
    }

    /// An import that begins now.
    fn entry(self, plan: &Plan, id: u64) -> Entry {
        let report = &plan.checked.report;
        Entry {
            id,
            server: self.session.address(),
            who: self.log.journal.who(),
            list: plan.list,
            list_name: self.list_name(plan),
            file: plan.file.name(),
            bytes: plan.file.size(),
            records: report.records,
            left_out: report.records - report.to_store(),
            promised: report.to_store(),
            before: None,
            step: Step::Planned,
            at: id,
            alive: id,
            staged: None,
            pid: None,
            after: None,
            found: None,
            is_settled: false,
        }
    }

    /// Writes down that the call which begins the import is made now: from here on it may have happened.
    pub(super) fn write_down_binding(self, plan: &Plan) {
        self.log.step(Step::Binding, |_| ());
        let (Some(at), Some(server)) = (self.log.id(), self.session.address_now()) else { return };
        let past = Past {
            at,
            file: plan.file.name(),
            server,
            list: untrack(|| self.list_name(plan)),
            ..untrack(|| self.counts(&plan.checked))
        };
        self.note_past(past, &plan.checked);
    }

    /// Writes down how it ended, with what its list holds where that is known. `first` is what was to go with the first
    /// attempt, where this is the end of one.
    pub(super) fn write_down_end(
        self,
        verdict: Verdict,
        found: Option<u64>,
        after: Option<u64>,
        first: Option<&Checked>,
    ) {
        let Some(id) = self.log.id() else { return };
        self.log.journal.end(id, verdict, found, after);
        if let Some(checked) = first.filter(|_| verdict == Verdict::NotImported) {
            self.take_back_past(id, checked);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_attempt_never_looks_as_if_nothing_had_been_sent() {
        let early = [Step::Planned, Step::Uploading, Step::Uploaded];
        assert_eq!(early.map(|step| Trial::First.written(step)), early);
        assert_eq!(early.map(|step| Trial::Later.written(step)), [Step::Binding; 3]);
        for step in [Step::Binding, Step::Bound, Step::Counting] {
            assert_eq!(Trial::Later.written(step), step);
        }
    }
}
