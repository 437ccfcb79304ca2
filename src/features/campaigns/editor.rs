//! A campaign that is being edited. It belongs to the app, not to its screen: leaving the screen loses nothing.

use dialdesk_core::campaign::{CampaignId, Clash, Draft, Finding, Key, Kind, Notice, Pasted, Stored};
use dialdesk_core::problem::{Problem, Severity};
use leptos::prelude::*;

use crate::api::{ApiError, CampaignRow};
use crate::platform::{intl, task};
use crate::state::{Collection, Kept, Session, Stake, Unsaved, lasting};

/// Where the draft began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Nowhere: it is a new campaign.
    New,
    /// The campaign is being read.
    Reading,
    /// There is a queue of that number which is no campaign.
    OtherQueue,
    /// The campaign cannot be read.
    Unreadable(ApiError),
    /// The campaign as it was read.
    Read(Stored),
}

/// How far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// The form.
    Editing,
    /// What will be sent.
    Reviewing,
    /// On its way.
    Sending,
    /// Not sent at all: the review with the reason above it.
    Unsent(ApiError),
    /// Refused, or not known whether it was done: the review with the reason above it.
    Failed(ApiError),
    /// Somebody else has changed the same keys meanwhile; nothing was sent.
    Clashing {
        /// The keys.
        clashes: Vec<Clash>,
        /// The campaign as it is now.
        now: Stored,
    },
    /// The form again, after it was saved.
    Saved(Saved),
}

/// What saving has come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Saved {
    /// Whether it was created.
    pub(crate) is_new: bool,
    /// Keys that the server has otherwise than they were sent; none where it cannot be read back.
    pub(crate) differing: Option<Vec<String>>,
}

/// A campaign that is being edited.
#[derive(Clone, Copy)]
pub(crate) struct Editor {
    /// Which; none for a new one.
    pub(super) id: Option<CampaignId>,
    pub(super) session: Session,
    pub(super) origin: RwSignal<Origin>,
    pub(super) draft: RwSignal<Draft>,
    pub(super) stage: RwSignal<Stage>,
    /// Whether the campaign calls, as the server last told; none where that is not known.
    pub(super) is_running: RwSignal<Option<bool>>,
    /// All campaigns, where they are known.
    campaigns: ReadSignal<Option<Vec<CampaignRow>>>,
    /// Fields that were left once: their errors are shown.
    left: RwSignal<Vec<Key>>,
    /// Whether saving was tried: all errors are shown.
    pub(super) was_tried: RwSignal<bool>,
    /// The server's refusals, each until its field changes.
    pub(super) refused: RwSignal<Vec<(Key, String)>>,
    /// How many fields pasting has filled, and what it has to say.
    pub(super) pasted: RwSignal<Option<(usize, Vec<Notice>)>>,
    /// What was said to be meant.
    pub(super) confirmed: RwSignal<Vec<(Key, Kind)>>,
}

impl Editor {
    fn new(id: Option<CampaignId>, session: Session, campaigns: Campaigns) -> Self {
        let (origin, draft) = match id {
            None => (Origin::New, Draft::new()),
            Some(_) => (Origin::Reading, Draft::new()),
        };
        Self {
            id,
            session,
            origin: RwSignal::new(origin),
            draft: RwSignal::new(draft),
            stage: RwSignal::new(Stage::Editing),
            is_running: RwSignal::new(None),
            campaigns: campaigns.rows(),
            left: RwSignal::new(Vec::new()),
            was_tried: RwSignal::new(false),
            refused: RwSignal::new(Vec::new()),
            pasted: RwSignal::new(None),
            confirmed: RwSignal::new(Vec::new()),
        }
    }

    /// The campaign as it was read, for one that exists.
    pub(super) fn stored(self) -> Option<Stored> {
        match self.origin.get() {
            Origin::Read(stored) => Some(stored),
            Origin::New | Origin::Reading | Origin::OtherQueue | Origin::Unreadable(_) => None,
        }
    }

    /// Whether something would be lost with it.
    pub(super) fn is_dirty(self) -> bool {
        self.draft.with(|draft| match &*self.origin.read() {
            Origin::New => *draft != Draft::new(),
            Origin::Read(stored) => draft != stored.draft(),
            Origin::Reading | Origin::OtherQueue | Origin::Unreadable(_) => false,
        })
    }

    /// Other campaigns of this name. The server takes them, and people mix them up.
    pub(super) fn namesakes(self) -> Vec<CampaignId> {
        let name = self.draft.with(|draft| draft.text(Key::Name).trim().to_lowercase());
        let rows = self.campaigns.read();
        let is_namesake = |row: &&CampaignRow| {
            !name.is_empty() && Some(row.id) != self.id && row.name.trim().to_lowercase() == name
        };
        rows.iter().flatten().filter(is_namesake).map(|row| row.id).collect()
    }

    /// Types `text` into a field.
    pub(super) fn set(self, key: Key, text: String) {
        self.draft.update(|draft| draft.set(key, text));
        if self.refused.with_untracked(|refused| refused.iter().any(|(at, _)| *at == key)) {
            self.refused.update(|refused| refused.retain(|(at, _)| *at != key));
        }
        self.touched();
    }

    /// Fills the form from what was pasted.
    pub(super) fn fill(self, pasted: Pasted) {
        self.draft.set(pasted.draft);
        self.pasted.set(Some((pasted.filled, pasted.notices)));
        self.refused.set(Vec::new());
        self.touched();
    }

    /// Back to what the server has, or to a new campaign.
    pub(super) fn discard(self) {
        let fresh = self.origin.with_untracked(|origin| match origin {
            Origin::Read(stored) => stored.draft().clone(),
            Origin::New | Origin::Reading | Origin::OtherQueue | Origin::Unreadable(_) => Draft::new(),
        });
        self.draft.try_set(fresh);
        self.settle(Stage::Editing);
    }

    /// Marks a field as left.
    pub(super) fn leave(self, key: Key) {
        if !self.left.with_untracked(|left| left.contains(&key)) {
            self.left.update(|left| left.push(key));
        }
    }

    /// What was saved or confirmed before holds no longer.
    fn touched(self) {
        if self.stage.with_untracked(|stage| *stage != Stage::Editing) {
            self.stage.set(Stage::Editing);
        }
        if !self.confirmed.with_untracked(Vec::is_empty) {
            self.confirmed.set(Vec::new());
        }
    }

    /// All that is to be said about the draft now.
    pub(super) fn findings(self) -> Vec<Finding> {
        let stored = self.stored();
        let mut found = self.draft.with(|draft| draft.review(stored.as_ref()));
        let zone = self.draft.with(|draft| draft.text(Key::Timezone).trim().to_owned());
        if !zone.is_empty() && !intl::knows_zone(&zone) {
            found.push(Problem::warning(Key::Timezone, Kind::ZoneUnknown));
        }
        let taken =
            self.namesakes().into_iter().map(|by| Problem::warning(Key::Name, Kind::NameTaken { by }));
        found.extend(taken.take(1));
        let refused = self.refused.get().into_iter();
        found.splice(0..0, refused.map(|(key, words)| Problem::error(key, Kind::Server(words))));
        found
    }

    /// Whether a finding is shown: errors wait until their field was left or saving was tried.
    pub(super) fn is_told(self, finding: &Finding) -> bool {
        finding.severity != Severity::Error
            || self.was_tried.get()
            || matches!(finding.kind, Kind::Server(_))
            || self.left.with(|left| left.contains(&finding.at))
    }

    /// Begins anew from `stage`, with nothing left to say of before.
    pub(super) fn settle(self, stage: Stage) {
        self.left.try_set(Vec::new());
        self.was_tried.try_set(false);
        self.refused.try_set(Vec::new());
        self.pasted.try_set(None);
        self.confirmed.try_set(Vec::new());
        self.stage.try_set(stage);
    }

    /// Takes over a campaign as it was read, and shows it.
    pub(super) fn show(self, stored: Stored, stage: Stage) {
        self.draft.try_set(stored.draft().clone());
        self.is_running.try_set(stored.is_active());
        self.origin.try_set(Origin::Read(stored));
        self.settle(stage);
    }

    /// Says no more that it was saved: whoever comes back later knows.
    pub(super) fn forget_saving(self) {
        if self.stage.try_with_untracked(|stage| matches!(stage, Stage::Saved(_))) == Some(true) {
            self.stage.try_set(Stage::Editing);
        }
    }

    /// Reads the campaign (again), unless something that was typed would be lost.
    pub(super) fn read(self) {
        let Some(id) = self.id else { return };
        if untrack(|| self.is_dirty()) {
            return;
        }
        let before = self.origin.get_untracked();
        task::spawn(async move {
            let read = self.session.call(async |client| client.campaign(id).await).await;
            // The app may be gone, and what was saved or read meanwhile is newer.
            if !self.is_alive() || self.origin.with_untracked(|now| *now != before) {
                return;
            }
            match read {
                // Typing goes on while it is read.
                Ok(stored) if untrack(|| self.is_dirty()) => self.is_running.set(stored.is_active()),
                Ok(stored) if stored.other_type().is_some() => self.origin.set(Origin::OtherQueue),
                Ok(stored) => self.show(stored, self.stage.get_untracked()),
                Err(error) if !matches!(before, Origin::Read(_)) => {
                    self.origin.set(Origin::Unreadable(error));
                }
                Err(_) => {}
            }
        });
    }

    /// Whether the app is still there.
    pub(super) fn is_alive(self) -> bool {
        self.stage.try_with_untracked(|_| ()).is_some()
    }
}

/// All campaigns that are being edited.
#[derive(Clone, Copy)]
pub(crate) struct Editors {
    session: Session,
    campaigns: Campaigns,
    owner: StoredValue<Owner>,
    kept: Kept<Editor>,
    /// A campaign that was created while whoever sent it had gone elsewhere; said on the next screen of campaigns.
    pub(super) created: RwSignal<Option<CampaignId>>,
}

impl Editors {
    /// None yet.
    fn new(session: Session, campaigns: Campaigns) -> Self {
        let owner = StoredValue::new(Owner::current().unwrap_or_default());
        let kept = Kept::new(session);
        Unsaved::current().register(Stake::Entered, move || kept.any(|editor: &Editor| editor.is_dirty()));
        Self { session, campaigns, owner, kept, created: RwSignal::new(None) }
    }

    /// Those of this app.
    pub(super) fn current() -> Self {
        lasting(|| Self::new(Session::current(), Campaigns::current()))
    }

    /// The editor of a campaign, or of the new one.
    pub(crate) fn get(self, id: Option<CampaignId>) -> Editor {
        if let Some(editor) =
            self.kept.open.with_untracked(|open| open.iter().find(|editor| editor.id == id).copied())
        {
            return editor;
        }
        // Its signals live as long as the app.
        let editor =
            self.owner.with_value(|owner| owner.with(|| Editor::new(id, self.session, self.campaigns)));
        self.kept.open.update(|open| open.push(editor));
        editor
    }
}

/// The campaigns of the server.
pub(crate) type Campaigns = Collection<CampaignRow>;
