//! What a server has of a kind, read once and shared by the screens.

use leptos::prelude::*;

use super::{Session, SignIn, created, lasting};
use crate::api::{ApiError, Listed, Request, Row};
use crate::platform::task;

/// The rows of a kind as last read.
pub(crate) struct Collection<T: Row> {
    session: Session,
    source: fn() -> Request,
    /// Those that were created here, for servers that do not show them.
    created: fn(Session) -> Vec<T>,
    rows: RwSignal<Option<Vec<T>>>,
    failure: RwSignal<Option<ApiError>>,
    /// Numbers the readings: the answer to an earlier one changes nothing.
    loads: StoredValue<u64>,
    /// Whether a screen has asked for them since the sign-in.
    is_wanted: StoredValue<bool>,
    /// Whether they were read since the sign-in: what is known then is worth more than what was created here.
    was_read: StoredValue<bool>,
}

// Written by hand: derived, they would ask the same of `T`.
#[expect(clippy::expl_impl_clone_on_copy, reason = "see above")]
impl<T: Row> Clone for Collection<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Row> Copy for Collection<T> {}

impl<T: Row> Collection<T> {
    /// What `source` asks for: read once a screen wants it, forgotten on signing out.
    pub(super) fn new(session: Session, source: fn() -> Request, created: fn(Session) -> Vec<T>) -> Self {
        let collection = Self::unread(session, source, created);
        Effect::new(move |before: Option<u64>| {
            let era = session.era().get();
            if before.is_some_and(|before| before != era) {
                collection.forget_all();
            }
            match *session.sign_in().read() {
                // The first time nothing has changed yet: whoever wants the rows asks for them.
                SignIn::In(_) if before.is_some() && collection.is_wanted.get_value() => collection.load(),
                SignIn::Out => collection.is_wanted.set_value(false),
                SignIn::In(_) | SignIn::Expired { .. } => {}
            }
            era
        });
        collection
    }

    fn unread(session: Session, source: fn() -> Request, created: fn(Session) -> Vec<T>) -> Self {
        Self {
            session,
            source,
            created,
            rows: RwSignal::new(None),
            failure: RwSignal::new(None),
            loads: StoredValue::new(0),
            is_wanted: StoredValue::new(false),
            was_read: StoredValue::new(false),
        }
    }

    /// They are somebody else's to read now.
    fn forget_all(self) {
        self.next_load();
        self.was_read.set_value(false);
        self.rows.set(None);
        self.failure.set(None);
    }

    /// That of this app.
    pub(crate) fn current() -> Self
    where
        T: Listed,
    {
        lasting(|| {
            Self::new(Session::current(), T::all, |session| {
                let created = created::of(&session.address(), T::NAME).into_iter();
                created.filter_map(|(id, name)| T::created(id, name)).collect()
            })
        })
    }

    /// The rows that are known; `None` while none were read.
    pub(crate) fn rows(self) -> ReadSignal<Option<Vec<T>>> {
        self.rows.read_only()
    }

    /// Why they could not be read (again); rows that are known stay.
    pub(crate) fn failure(self) -> ReadSignal<Option<ApiError>> {
        self.failure.read_only()
    }

    /// Reads them, and reads them again: others change them too. To be called by every screen that shows them.
    pub(crate) fn want(self) {
        self.is_wanted.try_set_value(true);
        self.load();
    }

    /// Reads them (again).
    pub(crate) fn load(self) {
        let load = self.next_load();
        task::spawn(async move {
            let result = self.session.call(async |client| client.every::<T>(&(self.source)()).await).await;
            if self.loads.try_get_value() != Some(load) {
                return;
            }
            self.take(result);
        });
    }

    /// Takes in what a reading has shown.
    fn take(self, result: Result<Vec<T>, ApiError>) {
        match result {
            Ok(rows) => {
                self.was_read.try_set_value(true);
                self.failure.try_set(None);
                self.rows.try_set(Some(rows));
            }
            Err(error) => {
                let is_never_shown = error.hides() && self.was_read.try_get_value() == Some(false);
                self.failure.try_set(Some(error));
                if is_never_shown {
                    // Nothing that is known is not the same as nothing that is there.
                    let created = (self.created)(self.session);
                    self.rows.try_set(Some(created).filter(|rows| !rows.is_empty()));
                }
            }
        }
    }

    /// Remembers that the one of this number was created here.
    pub(crate) fn remember(self, id: u64, name: &str)
    where
        T: Listed,
    {
        if let Some(address) = self.session.address_now() {
            created::remember(&address, T::NAME, id, name);
        }
    }

    /// The one of this number is gone.
    pub(crate) fn forget(self, id: u64)
    where
        T: Listed,
    {
        if let Some(address) = self.session.address_now() {
            created::forget(&address, T::NAME, id);
        }
    }

    /// Takes in a row that was just created and is remembered.
    pub(crate) fn add(self, row: T) {
        self.rows.try_update(|rows| rows.get_or_insert_default().push(row));
        // A reading that is under way may not know it yet.
        self.load();
    }

    /// The row with this number, where it is known.
    pub(crate) fn get(self, id: T::Id) -> Option<T> {
        self.rows.read().as_ref()?.iter().find(|row| row.id() == id).cloned()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::List;
    use crate::state::{Connection, Host};

    fn list(id: u64) -> Vec<List> {
        List::created(id, "Autunno".into()).into_iter().collect()
    }

    #[test]
    fn what_was_created_here_stands_in_only_until_a_reading_has_succeeded() {
        Owner::new().with(|| {
            let session = Session::new(Connection::new("", false), Host::nowhere());
            let lists = Collection::unread(session, List::all, |_| list(7));
            let numbers = || lists.rows.get_untracked().map(|rows| rows.len());
            lists.take(Err(ApiError::Unreachable));
            assert_eq!(numbers(), None);
            lists.take(Err(ApiError::Forbidden));
            assert_eq!(numbers(), Some(1));
            lists.take(Ok([list(1), list(2)].concat()));
            lists.take(Err(ApiError::Forbidden));
            assert_eq!(numbers(), Some(2));
            // After a sign-out nothing is known of it.
            lists.forget_all();
            assert_eq!(numbers(), None);
            lists.take(Err(ApiError::NotFound));
            assert_eq!(numbers(), Some(1));
        });
    }

    #[test]
    fn nothing_that_was_created_here_is_not_an_empty_server() {
        Owner::new().with(|| {
            let session = Session::new(Connection::new("", false), Host::nowhere());
            let lists = Collection::<List>::unread(session, List::all, |_| Vec::new());
            lists.take(Err(ApiError::NotOffered));
            assert!(lists.rows.with_untracked(Option::is_none));
        });
    }
}
