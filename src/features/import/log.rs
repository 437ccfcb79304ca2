//! The import in the journal: written down before each of its requests.

use dialdesk_core::plan::{Entry, Step, Verdict};
use dialdesk_core::recipe::Past;
use leptos::prelude::*;

use super::ending::Ending;
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
}

impl Log {
    pub(super) fn new() -> Self {
        Self { journal: Journal::current(), id: StoredValue::new(None) }
    }

    fn id(self) -> Option<u64> {
        self.id.try_get_value().flatten()
    }

    /// Writes down a step before it is taken, with what is known with it.
    pub(super) fn step(self, step: Step, more: impl FnOnce(&mut Entry)) {
        if let Some(id) = self.id() {
            self.journal.go_on(id, step, more);
        }
    }
}

impl ImportState {
    /// Writes down an import that begins, and remembers its choices.
    pub(super) fn write_down(self, plan: &Plan) {
        let report = &plan.checked.report;
        let id = Journal::fresh_id();
        self.log.id.set_value(Some(id));
        self.remember(plan);
        self.log.journal.begin(Entry {
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
        });
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

    /// Writes down how it ended.
    pub(super) fn write_down_end(self, ending: &Ending, checked: Option<&Checked>) {
        let Some(id) = self.log.id() else { return };
        let (verdict, found) = ending.told();
        let after = match ending {
            Ending::Done(_, progress) | Ending::Unclear { progress, .. } => progress.now,
            Ending::NotImported(_) => None,
        };
        self.log.journal.end(id, verdict, found, after);
        if let Some(checked) = checked.filter(|_| verdict == Verdict::NotImported) {
            self.take_back_past(id, checked);
        }
    }
}
