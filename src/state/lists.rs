//! The lists of the server, read once and shared by the screens.

use dialdesk_core::list::ListId;
use leptos::prelude::*;

use super::{Session, SignIn};
use crate::api::{ApiError, List};
use crate::platform::task;

/// The lists as last read.
#[derive(Clone, Copy)]
pub(crate) struct Lists {
    session: Session,
    rows: RwSignal<Option<Vec<List>>>,
    failure: RwSignal<Option<ApiError>>,
    /// Numbers the readings: the answer to an earlier one changes nothing.
    loads: StoredValue<u64>,
}

impl Lists {
    /// Read whenever somebody signs in, forgotten when they sign out.
    pub(crate) fn new(session: Session) -> Self {
        let lists = Self {
            session,
            rows: RwSignal::new(None),
            failure: RwSignal::new(None),
            loads: StoredValue::new(0),
        };
        Effect::new(move || match *session.sign_in().read() {
            SignIn::In(_) => lists.load(),
            SignIn::Out => {
                lists.next_load();
                lists.rows.set(None);
                lists.failure.set(None);
            }
            SignIn::Expired { .. } => {}
        });
        lists
    }

    /// Those of this app.
    pub(crate) fn current() -> Self {
        expect_context()
    }

    /// The lists that are known; `None` while none were read.
    pub(crate) fn rows(self) -> ReadSignal<Option<Vec<List>>> {
        self.rows.read_only()
    }

    /// Why they could not be read (again); rows that are known stay.
    pub(crate) fn failure(self) -> ReadSignal<Option<ApiError>> {
        self.failure.read_only()
    }

    /// Reads them (again).
    pub(crate) fn load(self) {
        let load = self.next_load();
        task::spawn(async move {
            let result = self.session.call(async |client| client.lists().await).await;
            if self.loads.try_get_value() != Some(load) {
                return;
            }
            match result {
                Ok(rows) => {
                    self.failure.try_set(None);
                    self.rows.try_set(Some(rows));
                }
                Err(error) => {
                    self.failure.try_set(Some(error));
                }
            }
        });
    }

    /// Reads them again where they are known: others make lists too.
    pub(crate) fn refresh(self) {
        if self.rows.with_untracked(Option::is_some) {
            self.load();
        }
    }

    /// Takes in a list that was just created.
    pub(crate) fn add(self, list: List) {
        self.rows.try_update(|rows| rows.get_or_insert_default().push(list));
        // A reading that is under way may not know it yet.
        self.load();
    }

    /// The list with this number, where it is known.
    pub(crate) fn get(self, id: ListId) -> Option<List> {
        self.rows.read().as_ref()?.iter().find(|list| list.id == id).cloned()
    }

    fn next_load(self) -> u64 {
        self.loads
            .try_update_value(|load| {
                *load += 1;
                *load
            })
            .unwrap_or_default()
    }
}
