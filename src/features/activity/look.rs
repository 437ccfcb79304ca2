//! Looking at the list of an import that broke off or was not seen.

use dialdesk_core::plan::Entry;
use leptos::prelude::*;

use crate::api::ApiError;
use crate::platform::task;
use crate::state::{Host, Journal, Session, lasting};

/// What came of the last thing that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// Nothing was done.
    Nothing,
    /// A list is being looked at.
    Looking,
    /// It holds so many contacts, and so many came; none where that cannot be told.
    Seen {
        /// Contacts in it.
        holds: u64,
        /// Contacts that came.
        came: Option<u64>,
    },
    /// The server does not tell.
    Untold,
    /// It could not be looked at.
    Failed(ApiError),
    /// An import was marked as settled.
    Settled,
    /// The history was cleared.
    Cleared,
}

/// The journal with what is done about it.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) journal: Journal,
    pub(super) said: RwSignal<Said>,
    /// What is shown: this server's, of whoever is signed in.
    pub(super) entries: Memo<Vec<Entry>>,
    session: Session,
    host: Host,
}

impl Desk {
    fn new() -> Self {
        let journal = Journal::current();
        Self {
            journal,
            said: RwSignal::new(Said::Nothing),
            entries: journal.entries(),
            session: Session::current(),
            host: Host::current(),
        }
    }

    /// That of this app.
    pub(super) fn current() -> Self {
        lasting(Self::new)
    }

    /// Says what was done, where the keyboard then goes on.
    pub(super) fn say(self, said: Said) {
        if self.said.try_set(said).is_none() {
            self.host.focus_soon("activity-said");
        }
    }

    /// Looks at the list of an import and judges it by what it holds.
    pub(super) fn look(self, entry: &Entry) {
        if self.said.get_untracked() == Said::Looking {
            return;
        }
        self.said.set(Said::Looking);
        let (id, list, lease) = (entry.id, entry.list, self.session.lease());
        let before = entry.before;
        task::spawn(async move {
            let said = match lease.call(async |client| client.contact_count(list).await).await {
                Ok(Some(holds)) => {
                    self.journal.judge(id, holds);
                    Said::Seen { holds, came: before.and_then(|before| holds.checked_sub(before)) }
                }
                Ok(None) => Said::Untold,
                Err(error) if error.hides() => Said::Untold,
                Err(error) => Said::Failed(error),
            };
            self.say(said);
        });
    }

    /// Nothing has to be done about an import any more.
    pub(super) fn settle(self, id: u64) {
        self.journal.update(id, |entry, _| entry.is_settled = true);
        self.say(Said::Settled);
    }
}
