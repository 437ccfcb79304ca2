//! What is being taken away belongs to the app: whoever changes the screen meanwhile loses neither it nor the undo.

use std::time::Duration;

use leptos::prelude::*;

use super::model::{Pending, Stage, Target, UNDO_SECONDS};
use crate::api::{ApiError, Client};
use crate::platform::{clock, task};
use crate::state::{Lease, Session, SignIn, lasting};

/// Everything that is being taken away.
#[derive(Clone, Copy)]
pub(crate) struct Removals {
    session: Session,
    pending: RwSignal<Pending>,
}

impl Removals {
    /// Nothing yet. A sign-out takes everything back that was not sent.
    fn new(session: Session) -> Self {
        let removals = Self { session, pending: RwSignal::new(Pending::default()) };
        Effect::new(move || {
            if *session.sign_in().read() == SignIn::Out {
                removals.pending.update(Pending::forget_all);
            }
        });
        removals
    }

    /// Those of this app.
    pub(crate) fn current() -> Self {
        lasting(|| Self::new(Session::current()))
    }

    /// Takes it away in [`UNDO_SECONDS`]. `read_again` is awaited afterwards, whatever came of it.
    pub(crate) fn begin<F>(self, target: Target, name: String, read_again: impl FnOnce() -> F + 'static)
    where
        F: Future<Output = ()>,
    {
        let Some(ticket) = self.pending.try_update(|pending| pending.begin(target, name)).flatten() else {
            return;
        };
        let lease = self.session.lease();
        task::spawn(async move {
            clock::sleep(Duration::from_secs(UNDO_SECONDS)).await;
            if self.pending.try_update(|pending| pending.is_due(target, ticket)) != Some(true) {
                return;
            }
            let result = carry_out(lease, target).await;
            self.pending.try_update(|pending| pending.finish(target, ticket, result));
            read_again().await;
            self.pending.try_update(|pending| pending.forget_gone(target, ticket));
        });
    }

    /// Takes it back.
    pub(crate) fn undo(self, target: Target) {
        self.pending.update(|pending| pending.undo(target));
    }

    /// How far this one has come.
    pub(crate) fn stage(self, target: Target) -> Option<Stage> {
        self.pending.with(|pending| pending.get(target).map(|removal| removal.stage.clone()))
    }

    /// Those that can still be undone, with what people call them.
    pub(crate) fn waiting(self) -> Vec<(Target, String)> {
        self.pending
            .with(|pending| pending.waiting().map(|removal| (removal.target, removal.name.clone())).collect())
    }
}

async fn carry_out(lease: Lease, target: Target) -> Result<(), ApiError> {
    match lease.call(async |client| send(&client, target).await).await {
        // The answer was lost; whether it is still there tells what was done.
        Err(error) if error.leaves_outcome_open() => {
            match lease.call(async |client| is_there(&client, target).await).await {
                Ok(false) => Ok(()),
                Ok(true) | Err(_) => Err(error),
            }
        }
        result => result,
    }
}

async fn send(client: &Client, target: Target) -> Result<(), ApiError> {
    match target {
        Target::Contact(_, contact) => client.delete_contact(contact).await,
        Target::Agent(list, agent) => client.remove_list_agent(list, agent).await,
    }
}

async fn is_there(client: &Client, target: Target) -> Result<bool, ApiError> {
    match target {
        Target::Contact(_, contact) => match client.contact(contact).await {
            Ok(_) => Ok(true),
            Err(ApiError::NotFound) => Ok(false),
            Err(error) => Err(error),
        },
        Target::Agent(list, agent) => {
            Ok(client.list_agents(list).await?.iter().any(|known| known.id == agent))
        }
    }
}
