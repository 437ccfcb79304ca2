//! The records that campaigns refer to.

use dialdesk_core::campaign::Record;

use super::{Collection, Session, lasting};
use crate::api::{Named, records};

/// Trunks and intervals of the server.
#[derive(Clone, Copy)]
pub(crate) struct Records {
    trunks: Collection<Named>,
    intervals: Collection<Named>,
}

impl Records {
    /// Read once a screen wants them.
    fn new(session: Session) -> Self {
        Self {
            trunks: Collection::new(session, || records::all(Record::Trunk), |_| Vec::new()),
            intervals: Collection::new(session, || records::all(Record::Interval), |_| Vec::new()),
        }
    }

    /// Those of this app.
    pub(crate) fn current() -> Self {
        lasting(|| Self::new(Session::current()))
    }

    /// Reads both.
    pub(crate) fn want(self) {
        self.trunks.want();
        self.intervals.want();
    }

    /// Those of a kind.
    pub(crate) fn of(self, record: Record) -> Collection<Named> {
        match record {
            Record::Trunk => self.trunks,
            Record::Interval => self.intervals,
        }
    }
}
