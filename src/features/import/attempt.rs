//! What an import began with, for its receipt and for beginning it again.

use std::sync::Arc;
use std::time::Duration;

use dialdesk_core::import::{DuplicateRule, Upload};
use dialdesk_core::list::ListId;
use dialdesk_core::plan::Verdict;
use leptos::prelude::*;

use super::ending::{Ending, Progress};
use super::model::Checked;
use super::run::Plan;
use crate::platform::clock;
use crate::platform::task::{self, Abort};

/// Without an answer for so long, a way out is offered.
const LONG: Duration = Duration::from_secs(10);

/// What was said when the button was pressed. It stays as it was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Deal {
    /// The name of the file.
    pub(crate) file: String,
    /// The list that takes the contacts.
    pub(crate) list: ListId,
    /// When, in milliseconds since 1970.
    pub(crate) began: u64,
    /// Contacts that were promised.
    pub(crate) promised: u64,
    /// How firmly.
    pub(crate) firmness: Firmness,
    /// The fields that the server compares.
    pub(crate) compared: DuplicateRule,
    /// Contacts with nothing in one of these fields, which the server stores each time.
    pub(crate) uncompared: u64,
}

/// How firmly contacts are promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Firmness {
    /// So many.
    Exactly,
    /// So many at most: the list may have some of them.
    AtMost,
}

impl Firmness {
    /// What can be promised of a list that holds so many contacts. One of which that is not known may have any.
    pub(crate) fn of(checked: &Checked, held: Option<u64>) -> Self {
        let may_have_some = held.is_none_or(|held| held > checked.report.known.unwrap_or_default());
        if may_have_some && !checked.checks.duplicates.is_empty() { Self::AtMost } else { Self::Exactly }
    }
}

/// What comes of sending the same once more, where the import began after all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Repeat {
    /// Nothing: the server leaves out what the list has.
    Safe,
    /// The same for all but so many.
    SafeBut(u64),
    /// Every contact a second time.
    Doubles,
}

impl Deal {
    /// What comes of sending the same once more.
    pub(crate) fn repeat(&self) -> Repeat {
        match (self.compared.is_empty(), self.uncompared) {
            (true, _) => Repeat::Doubles,
            (false, 0) => Repeat::Safe,
            (false, some) => Repeat::SafeBut(some),
        }
    }
}

/// A file on the server that was perhaps not bound.
#[derive(Clone, Debug)]
pub(super) struct Staged {
    /// Its name there.
    pub(super) name: String,
    /// What it was made of.
    plan: Plan,
}

impl Staged {
    /// A file that went up so.
    pub(super) fn new(name: String, plan: Plan) -> Self {
        Self { name, plan }
    }

    /// Whether its bytes are what this plan would send, whichever list it is for.
    fn fits(&self, plan: &Plan) -> bool {
        let (mine, other) = (&self.plan.checked, &plan.checked);
        let is_same = match (&self.plan.upload, &plan.upload) {
            (Upload::Original, Upload::Original) => true,
            // The same rows, written in the same way. What only this list has besides changes nothing.
            (Upload::Copy(_), Upload::Copy(_)) => {
                mine.checks.binding == other.checks.binding
                    && mine.checks.decisions == other.checks.decisions
                    && mine.report.skipped == other.report.skipped
            }
            (Upload::Original, Upload::Copy(_)) | (Upload::Copy(_), Upload::Original) => false,
        };
        Arc::ptr_eq(&mine.scan, &other.scan) && is_same
    }
}

/// The last attempt.
#[derive(Clone, Copy)]
pub(super) struct Attempt {
    pub(super) deal: RwSignal<Option<Deal>>,
    staged: RwSignal<Option<Staged>>,
    /// Seconds since the server has the word to import.
    pub(super) waited: RwSignal<u64>,
    /// Whether what is waited for takes long.
    pub(super) takes_long: RwSignal<bool>,
    /// Ends the waiting.
    stop: StoredValue<Option<Abort>>,
    /// How often something was waited for.
    waits: StoredValue<u64>,
    /// How it ended where it may have imported something.
    before: StoredValue<Option<Ending>>,
}

impl Attempt {
    /// None yet.
    pub(super) fn new() -> Self {
        Self {
            deal: RwSignal::new(None),
            staged: RwSignal::new(None),
            waited: RwSignal::new(0),
            takes_long: RwSignal::new(false),
            stop: StoredValue::new(None),
            waits: StoredValue::new(0),
            before: StoredValue::new(None),
        }
    }

    /// From now on something is waited for; what ends that is answered. After a while it is said that it takes long.
    pub(super) fn begin_waiting(self) -> Option<Abort> {
        let stop = Abort::new()?;
        self.takes_long.try_set(false);
        self.stop.try_update_value(|mine| *mine = Some(stop.clone()));
        let this = self.waits.try_update_value(|waits| {
            *waits += 1;
            *waits
        })?;
        task::spawn(async move {
            clock::sleep(LONG).await;
            if self.waits.try_get_value() == Some(this) {
                self.takes_long.try_set(true);
            }
        });
        Some(stop)
    }

    /// Ends the waiting.
    pub(super) fn stop_waiting(self) {
        self.stop.with_value(|stop| stop.iter().for_each(Abort::abort));
    }

    /// What is waited for is there, or is given up: it takes long no more.
    pub(super) fn end_waiting(self) {
        self.waits.try_update_value(|waits| *waits += 1);
        self.takes_long.try_set(false);
    }

    /// Remembers a file that went up; nothing is left of it once it was bound.
    pub(super) fn keep(self, staged: Option<Staged>) {
        self.staged.try_set(staged);
    }

    /// The name on the server of what this plan would send.
    pub(super) fn staged(self, plan: &Plan) -> Option<String> {
        self.staged
            .with(|staged| staged.as_ref().filter(|staged| staged.fits(plan)).map(|it| it.name.clone()))
    }

    /// What was sent and lies unbound on the server.
    pub(super) fn sent(self) -> Option<Arc<Checked>> {
        self.staged
            .try_with_untracked(|staged| staged.as_ref().map(|staged| Arc::clone(&staged.plan.checked)))
            .flatten()
    }

    /// Remembers an import that ended so; answers the verdict, and how many contacts came, where that is known.
    pub(super) fn ended(self, ending: &Ending) -> (Verdict, Option<u64>) {
        let before = self.before.try_get_value().flatten();
        // Where nothing came of it, what came before is as it was.
        if ending.progress().is_some() {
            self.before.try_update_value(|before| *before = Some(ending.clone()));
        }
        ending.told(before.as_ref())
    }

    /// What the list held before the first attempt at this plan, and what was promised then: what was imported since
    /// counts for the next attempt too.
    pub(super) fn baseline(self, plan: &Plan) -> Option<Progress> {
        let promised = plan.checked.report.to_store();
        let before = self.before.with_value(|before| before.as_ref().and_then(Ending::progress));
        before.filter(|before| before.list == plan.list && before.promised == promised)
    }

    /// Whether something may have been imported by an attempt before the one that is shown.
    pub(super) fn is_repeated(self) -> bool {
        self.before.try_with_value(Option::is_some).unwrap_or_default()
    }

    /// What is done now is no repetition.
    pub(super) fn begin(self) {
        self.before.try_update_value(|before| *before = None);
    }

    /// Begins anew.
    pub(super) fn forget(self) {
        self.deal.set(None);
        self.staged.set(None);
        self.begin();
    }
}

#[cfg(test)]
mod tests {
    use dialdesk_core::contact::ContactField;

    use super::*;

    #[test]
    fn a_repetition_is_as_safe_as_what_the_server_compares() {
        let phone = DuplicateRule::new([ContactField::Phone]);
        let deal = |compared: &DuplicateRule, uncompared| Deal {
            file: "a.csv".into(),
            list: ListId::new(32).unwrap(),
            began: 0,
            promised: 3,
            firmness: Firmness::Exactly,
            compared: compared.clone(),
            uncompared,
        };
        assert_eq!(deal(&phone, 0).repeat(), Repeat::Safe);
        assert_eq!(deal(&phone, 2).repeat(), Repeat::SafeBut(2));
        assert_eq!(deal(&DuplicateRule::default(), 0).repeat(), Repeat::Doubles);
    }
}
