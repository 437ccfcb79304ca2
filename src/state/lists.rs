//! The lists of the server, read once and shared by the screens.

use dialdesk_core::list::ListId;
use leptos::prelude::*;

use super::{Remote, Session};
use crate::api::List;
use crate::platform::task;

/// The lists as last read.
#[derive(Clone, Copy)]
pub(crate) struct Lists {
    session: Session,
    rows: RwSignal<Remote<Vec<List>>>,
}

impl Lists {
    /// Nothing read yet.
    pub(crate) fn new(session: Session) -> Self {
        Self { session, rows: RwSignal::new(Remote::Loading) }
    }

    /// Those of this app.
    pub(crate) fn current() -> Self {
        expect_context()
    }

    /// The lists.
    pub(crate) fn rows(self) -> Signal<Remote<Vec<List>>> {
        self.rows.into()
    }

    /// Reads them (again). Rows that are shown stay until the new ones are there.
    pub(crate) fn load(self) {
        self.rows.update(|rows| {
            if matches!(rows, Remote::Failed(_)) {
                *rows = Remote::Loading;
            }
        });
        task::spawn(async move {
            let result = self.session.call(async |client| client.lists().await).await;
            self.rows.try_set(result.into());
        });
    }

    /// Takes in a list that was just created.
    pub(crate) fn add(self, list: List) {
        self.rows.update(|rows| match rows {
            Remote::Ready(rows) => rows.push(list),
            // A server that cannot be read: at least what was created here is known.
            Remote::Loading | Remote::Failed(_) => *rows = Remote::Ready(vec![list]),
        });
    }

    /// The list with this number, where it is known.
    pub(crate) fn get(self, id: ListId) -> Option<List> {
        self.rows.with(|rows| rows.ready()?.iter().find(|list| list.id == id).cloned())
    }
}
