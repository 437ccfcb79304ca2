//! Sending a campaign, and looking afterwards at what the server made of it.

use dialdesk_core::campaign::{CampaignId, Changes, Draft, Finding, Key, Spec, Stored};
use dialdesk_core::problem::Severity;
use leptos::prelude::*;

use super::editor::{Campaigns, Editor, Editors, Origin, Saved, Stage};
use crate::api::{ApiError, Request, campaigns};
use crate::platform::task;
use crate::state::{Host, Lease};
use crate::text::HostWords;

/// What will be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Plan {
    /// A new campaign.
    Create(Spec),
    /// The keys of one that exists.
    Change(CampaignId, Changes),
}

impl Plan {
    /// The request.
    pub(super) fn request(&self) -> Request {
        match self {
            Self::Create(spec) => campaigns::create(spec),
            Self::Change(id, changes) => campaigns::change(*id, changes),
        }
    }
}

/// Where the reader is led afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// To the campaign that was created.
    Campaign(CampaignId),
    /// To the fields that the server refused.
    Form,
    /// To what was saved.
    Saved,
    /// To what two people have changed.
    Clash,
}

impl Editor {
    /// What would be sent, if nothing stands against it.
    pub(super) fn plan(self) -> Option<Plan> {
        let draft = self.draft.read();
        match (&*self.origin.read(), self.id) {
            (Origin::New, _) => draft.spec().ok().map(Plan::Create),
            (Origin::Read(stored), Some(id)) => {
                draft.changes(stored).ok().map(|changes| Plan::Change(id, changes))
            }
            (Origin::Read(_) | Origin::Reading | Origin::OtherQueue | Origin::Unreadable(_), _) => None,
        }
    }

    /// What has to be confirmed and was not.
    pub(super) fn unconfirmed(self) -> Vec<Finding> {
        let confirmed = self.confirmed.read();
        let is_open = |finding: &Finding| {
            finding.severity == Severity::Confirm
                && !confirmed.iter().any(|(key, kind)| *key == finding.at && *kind == finding.kind)
        };
        self.findings().into_iter().filter(is_open).collect()
    }

    /// Sends what the review shows. `done` leads on, where the reader is still there.
    pub(super) fn send(
        self,
        host: Host,
        editors: Editors,
        campaigns: Campaigns,
        done: impl Fn(Next) + Send + 'static,
    ) {
        let Some(plan) = untrack(|| self.plan()) else { return };
        if self.stage.with_untracked(|stage| *stage == Stage::Sending) {
            return;
        }
        self.stage.set(Stage::Sending);
        // Whoever signs in after a sign-out does not send what another has begun.
        let lease = self.session.lease();
        task::spawn(async move {
            let done = |next| {
                if self.is_alive() && lease.is_valid() {
                    done(next);
                }
            };
            match plan {
                Plan::Create(spec) => self.create(lease, &spec, host, editors, campaigns, &done).await,
                Plan::Change(id, changes) => self.change(lease, id, &changes, &done).await,
            }
            if self.is_alive() && lease.is_valid() {
                campaigns.load();
            }
        });
    }

    async fn create(
        self,
        lease: Lease,
        spec: &Spec,
        host: Host,
        editors: Editors,
        campaigns: Campaigns,
        done: &impl Fn(Next),
    ) {
        let created = lease.call(async |client| client.create_campaign(spec).await).await;
        if !lease.is_valid() {
            // Who signed out meanwhile finds it as it was, with what is known.
            self.stage.try_set(Stage::Failed(created.err().unwrap_or(ApiError::Unreadable)));
            return;
        }
        if !self.is_alive() {
            return;
        }
        match created {
            Ok(Some(id)) => {
                let name = self.draft.with_untracked(|draft| draft.text(Key::Name).trim().to_owned());
                campaigns.remember(id.get(), &name);
                host.created(HostWords::campaign_created, &name);
                let back = lease.call(async |client| client.campaign(id).await).await;
                if !self.is_alive() {
                    return;
                }
                let editor = editors.get(Some(id));
                editor.look_back(back, |stored| stored.differing(spec.named()), true);
                self.draft.try_set(Draft::new());
                self.settle(Stage::Editing);
                done(Next::Campaign(id));
            }
            // Created, but which one it is was not told: the campaigns show it.
            Ok(None) => self.failed(ApiError::Unreadable, done),
            Err(error) => self.failed(error, done),
        }
    }

    async fn change(self, lease: Lease, id: CampaignId, changes: &Changes, done: &impl Fn(Next)) {
        let Some(before) = untrack(|| self.stored()) else { return };
        let now = match lease.call(async |client| client.campaign(id).await).await {
            Ok(now) => now,
            Err(error) => {
                self.stage.try_set(Stage::Unsent(error));
                return;
            }
        };
        self.is_running.try_set(now.is_active());
        let clashes = before.clashes(changes, &now);
        if !clashes.is_empty() {
            self.stage.try_set(Stage::Clashing { clashes, now });
            done(Next::Clash);
            return;
        }
        let sent = lease.call(async |client| client.change_campaign(id, changes).await).await;
        match sent {
            Err(error) if !error.leaves_outcome_open() => self.failed(error, done),
            sent => {
                let back = lease.call(async |client| client.campaign(id).await).await;
                match (sent, back) {
                    (Ok(()), back) => {
                        self.look_back(back, |stored| stored.differing(changes.named()), false);
                        done(Next::Saved);
                    }
                    // The answer was lost, but it was done.
                    (Err(_), Ok(stored)) if stored.differing(changes.named()).is_empty() => {
                        self.look_back(Ok(stored), |_| Vec::new(), false);
                        done(Next::Saved);
                    }
                    (Err(error), _) => self.failed(error, done),
                }
            }
        }
    }

    /// Shows the campaign as the server has it now, and what of it is not as it was sent.
    fn look_back(
        self,
        back: Result<Stored, ApiError>,
        differing: impl Fn(&Stored) -> Vec<String>,
        is_new: bool,
    ) {
        match back {
            Ok(stored) => {
                let differing = Some(differing(&stored));
                self.show(stored, Stage::Saved(Saved { is_new, differing }));
            }
            Err(error) => {
                self.origin.try_set(Origin::Unreadable(error));
                self.settle(Stage::Saved(Saved { is_new, differing: None }));
            }
        }
    }

    /// Refusals that name a field go to that field, everything else above the review.
    fn failed(self, error: ApiError, done: &impl Fn(Next)) {
        if let ApiError::Refused(refused) = &error {
            let at_fields: Option<Vec<(Key, String)>> = refused
                .faults
                .iter()
                .map(|(path, words)| Some((Key::parse(path.as_deref()?)?, words.clone())))
                .collect();
            if let Some(at_fields) = at_fields.filter(|at_fields| !at_fields.is_empty()) {
                self.refused.try_set(at_fields);
                self.was_tried.try_set(true);
                self.stage.try_set(Stage::Editing);
                done(Next::Form);
                return;
            }
        }
        self.stage.try_set(Stage::Failed(error));
    }

    /// After a clash: goes on with one's own values over what the other has made.
    pub(super) fn keep_mine(self) {
        self.resolve(|_, _| {});
    }

    /// After a clash: takes the other's values where both have changed something.
    pub(super) fn take_theirs(self) {
        self.resolve(|draft, clash| match Key::parse(&clash.name) {
            Some(key) => draft.set(key, clash.now.clone()),
            None => draft.remove_other(&clash.name),
        });
    }

    fn resolve(self, settle: impl Fn(&mut Draft, &dialdesk_core::campaign::Clash)) {
        let Stage::Clashing { clashes, now } = self.stage.get_untracked() else { return };
        let Some(before) = untrack(|| self.stored()) else { return };
        self.draft.update(|draft| {
            draft.rebase(&before, &now);
            for clash in &clashes {
                settle(draft, clash);
            }
        });
        self.origin.set(Origin::Read(now));
        self.confirmed.set(Vec::new());
        self.stage.set(Stage::Editing);
    }
}
