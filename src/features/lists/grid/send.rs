//! Sending all rows in one request, and finding out what became of them.

use dialdesk_core::contact::{Cell, ContactField, NewContact};
use leptos::prelude::*;

use super::super::desk::ListDesk;
use super::places::place_of;
use super::state::{GridForm, Stage};
use crate::api::{ApiError, Refused};
use crate::platform::task;

/// Where the reader is led afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// To what came of it.
    Outcome,
    /// To what stands against it.
    Summary,
}

impl GridForm {
    /// Sends every row that holds something. `done` leads on.
    pub(super) fn send(self, desk: ListDesk, done: impl Fn(Next) + 'static) {
        if self.stage.with_untracked(|stage| *stage == Stage::Sending) {
            return;
        }
        self.was_tried.set(true);
        self.refused.set(Vec::new());
        let Some(plan) = untrack(|| self.plan()) else {
            self.stage.set(Stage::Editing);
            return done(Next::Summary);
        };
        self.stage.set(Stage::Sending);
        let lease = desk.session.lease();
        task::spawn(async move {
            let (rows, contacts): (Vec<usize>, Vec<NewContact>) = plan.into_iter().unzip();
            let sent = self.grid.try_get_untracked();
            let before = desk.held.try_get_untracked();
            let list = desk.id;
            let result = lease.call(async |client| client.create_contacts(list, &contacts).await).await;
            if self.is_gone() {
                return;
            }
            match result {
                Ok(()) => {
                    // What was typed meanwhile was not sent and stays; what was sent must not go again.
                    if let Some(sent) = sent {
                        self.grid.try_update(|grid| grid.take_out(&sent));
                    }
                    self.is_full.try_set(false);
                    self.was_tried.try_set(false);
                    self.paste.try_set(None);
                    self.stage.try_set(Stage::Added(contacts.len() as u64));
                    done(Next::Outcome);
                    desk.count().await;
                }
                Err(error) if self.take_refusal(&error, &rows) => done(Next::Summary),
                Err(error) => {
                    let counts = desk.counts(before, &error).await;
                    self.stage.try_set(Stage::Failed(error, counts));
                    if !self.is_gone() {
                        done(Next::Outcome);
                    }
                }
            }
        });
    }

    /// Refusals that all name a row go to their cells; whether they did.
    fn take_refusal(self, error: &ApiError, rows: &[usize]) -> bool {
        let ApiError::Refused(Refused { faults, .. }) = error else { return false };
        let Some(columns) = self.grid.try_with_untracked(|grid| grid.columns().to_vec()) else {
            return false;
        };
        let at_cells: Option<Vec<(Cell, String)>> = faults
            .iter()
            .map(|(path, words)| {
                let place = place_of(path.as_deref(), words)?;
                // What is said of no column is said at the first.
                let field = place.field.filter(|field| columns.contains(field));
                let field = field.unwrap_or(ContactField::FirstName);
                Some((Cell { row: *rows.get(place.contact)?, field }, words.clone()))
            })
            .collect();
        let Some(at_cells) = at_cells.filter(|at_cells| !at_cells.is_empty()) else { return false };
        self.refused.try_set(at_cells);
        self.stage.try_set(Stage::Editing);
        true
    }
}
