//! Sending a contact, and finding out what became of it.

use dialdesk_core::contact::{ContactChanges, ContactDraft, ContactField, ContactId, NewContact};
use leptos::prelude::*;

use super::super::desk::ListDesk;
use super::state::{ContactForm, Origin, Stage};
use crate::api::{ApiError, Request, contacts};
use crate::platform::task;
use crate::state::Lease;

/// What will be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Plan {
    /// A new contact.
    Create(NewContact),
    /// The fields of one that exists.
    Change(ContactId, ContactChanges),
}

/// Where the reader is led afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// To the first field, for the next contact.
    Again,
    /// To what came of it.
    Outcome,
    /// To what stands against it.
    Summary,
}

impl ContactForm {
    /// What would be sent, if nothing stands against it.
    pub(super) fn plan(self) -> Option<Plan> {
        let (draft, fields) = (self.draft.read(), self.fields.read());
        match (&*self.origin.read(), self.id) {
            (Origin::New, _) => draft.parse(&fields).ok().map(Plan::Create),
            (Origin::Read(stored), Some(id)) => {
                stored.changes(&draft, &fields).ok().map(|changes| Plan::Change(id, changes))
            }
            (Origin::Read(_) | Origin::Reading | Origin::Unreadable(_), _) => None,
        }
    }

    /// The request, if nothing stands against it and there is something to send.
    pub(super) fn request(self) -> Option<Request> {
        match self.plan()? {
            Plan::Create(contact) => Some(contacts::create(self.list, &contact)),
            Plan::Change(_, changes) if changes.is_empty() => None,
            Plan::Change(id, changes) => Some(contacts::change(id, &changes)),
        }
    }

    /// Shows what the contact has in fields that have become known only now.
    pub(super) fn take_in_fields(self) {
        self.origin.with_untracked(|origin| {
            if let Origin::Read(stored) = origin {
                let fields = self.fields.get_untracked();
                self.draft.update(|draft| draft.fill(stored, &fields));
            }
        });
    }

    /// Reads the contact that is changed (again), unless something that was typed would be lost.
    pub(super) fn read(self) {
        let Some(id) = self.id else { return };
        if untrack(|| self.is_dirty()) || self.stage.with_untracked(|stage| *stage == Stage::Sending) {
            return;
        }
        let number = self.next_read();
        task::spawn(async move {
            let read = self.session.call(async |client| client.contact(id).await).await;
            if !self.is_latest(number) || self.is_gone() || untrack(|| self.is_dirty()) {
                return;
            }
            match read {
                Ok(stored) => self.show(stored),
                Err(error) => {
                    self.origin.try_update(|origin| {
                        if !matches!(origin, Origin::Read(_)) {
                            *origin = Origin::Unreadable(error);
                        }
                    });
                }
            }
        });
    }

    fn show(self, stored: dialdesk_core::contact::StoredContact) {
        let draft = self.fields.try_with_untracked(|fields| ContactDraft::of(&stored, fields));
        self.draft.try_set(draft.unwrap_or_default());
        self.origin.try_set(Origin::Read(stored));
    }

    /// Sends what was typed. `done` leads on.
    pub(super) fn send(self, desk: ListDesk, done: impl Fn(Next) + 'static) {
        if self.stage.with_untracked(|stage| *stage == Stage::Sending) {
            return;
        }
        self.was_tried.set(true);
        self.refused.set(Vec::new());
        if !self.clashes.with_untracked(Vec::is_empty) {
            return done(Next::Outcome);
        }
        let Some(plan) = untrack(|| self.plan()) else {
            self.stage.set(Stage::Editing);
            return done(Next::Summary);
        };
        let lease = self.session.lease();
        match plan {
            Plan::Change(_, changes) if changes.is_empty() => {
                self.settle(Stage::Unchanged);
                done(Next::Outcome);
            }
            Plan::Create(contact) => {
                self.stage.set(Stage::Sending);
                task::spawn(async move { self.lead(self.create(lease, desk, &contact).await, done) });
            }
            Plan::Change(id, _) => {
                self.stage.set(Stage::Sending);
                self.next_read();
                task::spawn(async move { self.lead(self.change(lease, id).await, done) });
            }
        }
    }

    /// Leads on, where there is still somebody to be led.
    fn lead(self, next: Next, done: impl Fn(Next)) {
        if !self.is_gone() {
            done(next);
        }
    }

    async fn create(self, lease: Lease, desk: ListDesk, contact: &NewContact) -> Next {
        let sent = self.draft.try_get_untracked();
        let before = desk.held.try_get_untracked();
        let list = self.list;
        let created = lease.call(async |client| client.create_contact(list, contact).await).await;
        match created {
            Ok(id) => {
                // What was typed meanwhile belongs to the next contact; what was sent must not go again.
                if let Some(sent) = sent {
                    self.draft.try_update(|draft| draft.take_out(&sent));
                }
                self.settle(Stage::Added(id));
                task::spawn(async move {
                    desk.count().await;
                });
                Next::Again
            }
            Err(error) if self.take_refusal(&error) => Next::Summary,
            Err(error) => {
                let counts = desk.counts(before, &error).await;
                self.stage.try_set(Stage::Failed(error, counts));
                Next::Outcome
            }
        }
    }

    async fn change(self, lease: Lease, id: ContactId) -> Next {
        let now = match lease.call(async |client| client.contact(id).await).await {
            Ok(now) => now,
            Err(ApiError::NotFound) => {
                self.stage.try_set(Stage::Gone);
                return Next::Outcome;
            }
            Err(error) => {
                self.stage.try_set(Stage::Unsent(error));
                return Next::Outcome;
            }
        };
        let (Some(Origin::Read(before)), Some(draft), Some(fields)) = (
            self.origin.try_get_untracked(),
            self.draft.try_get_untracked(),
            self.fields.try_get_untracked(),
        ) else {
            return Next::Outcome;
        };
        let clashes = before.clashes(&now, &draft, &fields);
        let rebased = before.rebase(&now, &draft, &fields);
        let changes = now.changes(&rebased, &fields);
        self.draft.try_set(rebased.clone());
        self.origin.try_set(Origin::Read(now));
        if !clashes.is_empty() {
            self.clashes.try_set(clashes);
            self.stage.try_set(Stage::Editing);
            return Next::Outcome;
        }
        let Ok(changes) = changes else {
            self.stage.try_set(Stage::Editing);
            return Next::Summary;
        };
        if changes.is_empty() {
            // The other has made the same changes.
            self.settle(Stage::Saved(Some(Vec::new())));
            return Next::Outcome;
        }
        self.put(lease, id, &rebased, &changes).await
    }

    async fn put(self, lease: Lease, id: ContactId, sent: &ContactDraft, changes: &ContactChanges) -> Next {
        let answer = lease.call(async |client| client.change_contact(id, changes).await).await;
        if let Err(error) = &answer
            && self.take_refusal(error)
        {
            return Next::Summary;
        }
        let is_taken = answer.is_ok();
        if answer.is_err_and(|error| !self.is_open(error)) {
            return Next::Outcome;
        }
        // What the server has now tells whether it was done, also where the answer was lost.
        let back = lease.call(async |client| client.contact(id).await).await;
        let fields = self.fields.try_get_untracked().unwrap_or_default();
        match back {
            Ok(now) => {
                let differing = now.differing(changes, &fields);
                if is_taken || differing.is_empty() {
                    self.draft.try_update(|draft| *draft = draft.since(sent, &now, &fields));
                    self.origin.try_set(Origin::Read(now));
                    self.settle(Stage::Saved(Some(differing)));
                }
            }
            Err(_) if is_taken => {
                // What was sent is not to be sent again.
                self.origin.try_update(|origin| {
                    if let Origin::Read(before) = origin {
                        *before = before.with(changes, sent);
                    }
                });
                self.settle(Stage::Saved(None));
            }
            Err(_) => {}
        }
        Next::Outcome
    }

    /// Says that it failed; whether it may have been done all the same.
    fn is_open(self, error: ApiError) -> bool {
        let is_open = error.leaves_outcome_open();
        self.stage.try_set(Stage::Failed(error, None));
        is_open
    }

    /// After a clash: goes on with what was typed here.
    pub(super) fn keep_mine(self, field: ContactField) {
        self.clashes.update(|clashes| clashes.retain(|clash| clash.field != field));
    }

    /// After a clash: takes what the other has made of it.
    pub(super) fn take_theirs(self, field: ContactField) {
        let theirs = self.clashes.with_untracked(|clashes| {
            clashes.iter().find(|clash| clash.field == field).map(|clash| clash.now.clone())
        });
        if let Some(theirs) = theirs {
            self.set(field, theirs);
        }
        self.keep_mine(field);
    }
}
