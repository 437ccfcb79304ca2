//! Who is signed in.

use std::future::Future;

use leptos::prelude::*;

use super::Connection;
use crate::api::{ApiError, Client, Credential, Server, Way, Who};

/// How things stand with the sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SignIn {
    /// Nobody yet.
    Out,
    /// Somebody whose sign-in the server has accepted.
    In(Credential),
    /// Somebody whose sign-in the server accepts no longer. The credential is gone: it is never tried again, because
    /// servers lock accounts. Screens stay as they are and wait for a new one.
    Expired {
        /// Who it was.
        who: Who,
    },
}

/// The one session of a mounted app.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    connection: Connection,
    sign_in: RwSignal<SignIn>,
    /// Counts the sign-outs: what was begun before one is not carried on by whoever signs in next.
    era: StoredValue<u64>,
}

/// Calls of one piece of work, which end with the sign-out of whoever began it.
#[derive(Clone, Copy)]
pub(crate) struct Lease {
    session: Session,
    era: u64,
}

impl Lease {
    /// Makes a call as [`Session::call`] does, unless somebody has signed out since.
    pub(crate) async fn call<T, F>(self, call: impl FnOnce(Client) -> F) -> Result<T, ApiError>
    where
        F: Future<Output = Result<T, ApiError>>,
    {
        if !self.is_valid() {
            return Err(ApiError::SignedOut);
        }
        self.session.call(call).await
    }

    /// Whether nobody has signed out since.
    pub(crate) fn is_valid(self) -> bool {
        self.session.era.try_get_value() == Some(self.era)
    }
}

impl Session {
    /// Nobody signed in at the server of `connection`.
    pub(crate) fn new(connection: Connection) -> Self {
        Self { connection, sign_in: RwSignal::new(SignIn::Out), era: StoredValue::new(0) }
    }

    /// The session of this app.
    pub(crate) fn current() -> Self {
        expect_context()
    }

    /// How things stand.
    pub(crate) fn sign_in(self) -> ReadSignal<SignIn> {
        self.sign_in.read_only()
    }

    /// Which server, and how it is talked to.
    pub(crate) fn connection(self) -> Connection {
        self.connection
    }

    /// The server's address, empty for the origin of this page.
    pub(crate) fn address(self) -> String {
        untrack(|| self.connection.server()).address().to_owned()
    }

    /// The way in which somebody is signed in, else the one that is chosen.
    pub(crate) fn way(self) -> Way {
        match &*self.sign_in.read() {
            SignIn::In(credential) => credential.way(),
            SignIn::Out | SignIn::Expired { .. } => self.connection.way(),
        }
    }

    /// Goes to another server. Nobody is signed in there: a credential belongs to the server that it was given for.
    pub(crate) fn move_to(self, server: Server) {
        self.era.update_value(|era| *era += 1);
        if self.sign_in.with_untracked(|now| *now != SignIn::Out) {
            self.sign_in.set(SignIn::Out);
        }
        self.connection.set_server(server);
    }

    /// Tries `credential`; it is kept when the server accepts it.
    pub(crate) async fn enter(self, credential: Credential) -> Result<(), ApiError> {
        let Some(server) = self.connection.server_now() else { return Err(ApiError::Stopped) };
        let lease = self.lease();
        Client::new(server, credential.clone()).check_sign_in().await?;
        // Whoever has signed out while the answer was on its way stays out.
        if lease.is_valid() {
            self.sign_in.try_set(SignIn::In(credential));
        }
        Ok(())
    }

    /// Calls for work that begins now.
    pub(crate) fn lease(self) -> Lease {
        Lease { session: self, era: self.era.try_get_value().unwrap_or_default() }
    }

    /// Forgets who was signed in.
    pub(crate) fn leave(self) {
        self.era.update_value(|era| *era += 1);
        self.sign_in.set(SignIn::Out);
    }

    /// Makes a call in the name of whoever is signed in; a 401 ends the session.
    pub(crate) async fn call<T, F>(self, call: impl FnOnce(Client) -> F) -> Result<T, ApiError>
    where
        F: Future<Output = Result<T, ApiError>>,
    {
        let Some(SignIn::In(credential)) = self.sign_in.try_get_untracked() else {
            return Err(ApiError::SignedOut);
        };
        let Some(server) = self.connection.server_now() else { return Err(ApiError::Stopped) };
        let result = call(Client::new(server, credential.clone())).await;
        if matches!(result, Err(ApiError::SignedOut)) {
            self.sign_in.try_update(|now| {
                // Somebody may have signed in anew while the answer was on its way.
                if *now == SignIn::In(credential.clone()) {
                    *now = SignIn::Expired { who: credential.who() };
                }
            });
        }
        result
    }
}
