//! A campaign that is being edited. It belongs to the app, not to its screen: leaving the screen loses nothing.

use dialdesk_core::campaign::{CampaignId, Clash, Draft, Finding, Key, Kind, Notice, Stored};
use dialdesk_core::problem::{Problem, Severity};
use leptos::prelude::*;

use crate::api::{ApiError, CampaignRow};
use crate::platform::{intl, task};
use crate::state::{Collection, Session, SignIn};

/// Where the draft began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Nowhere: it is a new campaign.
    New,
    /// The campaign is being read.
    Reading,
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
    /// Not sent, or not known whether: the review with the reason above it.
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
    /// Fields that were left once: their errors are shown.
    left: RwSignal<Vec<Key>>,
    /// Whether saving was tried: all errors are shown.
    pub(super) was_tried: RwSignal<bool>,
    /// The server's refusals, each until its field changes.
    pub(super) refused: RwSignal<Vec<(Key, String)>>,
    /// What pasting has to say.
    pub(super) notices: RwSignal<Vec<Notice>>,
    /// What was said to be meant.
    pub(super) confirmed: RwSignal<Vec<(Key, Kind)>>,
}

impl Editor {
    fn new(id: Option<CampaignId>, session: Session) -> Self {
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
            left: RwSignal::new(Vec::new()),
            was_tried: RwSignal::new(false),
            refused: RwSignal::new(Vec::new()),
            notices: RwSignal::new(Vec::new()),
            confirmed: RwSignal::new(Vec::new()),
        }
    }

    /// The campaign as it was read, for one that exists.
    pub(super) fn stored(self) -> Option<Stored> {
        match self.origin.get() {
            Origin::Read(stored) => Some(stored),
            Origin::New | Origin::Reading | Origin::Unreadable(_) => None,
        }
    }

    /// Whether something would be lost with it.
    pub(crate) fn is_dirty(self) -> bool {
        self.draft.with(|draft| match &*self.origin.read() {
            Origin::New => *draft != Draft::new(),
            Origin::Read(stored) => draft != stored.draft(),
            Origin::Reading | Origin::Unreadable(_) => false,
        })
    }

    /// Whether the campaign calls on the server; none where that is not known.
    pub(super) fn is_running(self) -> Option<bool> {
        self.origin.with(|origin| match origin {
            Origin::Read(stored) => Some(stored.draft().is_active()),
            Origin::New | Origin::Reading | Origin::Unreadable(_) => None,
        })
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
    pub(super) fn fill(self, draft: Draft, notices: Vec<Notice>) {
        self.draft.set(draft);
        self.notices.set(notices);
        self.refused.set(Vec::new());
        self.touched();
    }

    /// Back to what the server has, or to a new campaign.
    pub(super) fn discard(self) {
        let fresh = self.origin.with_untracked(|origin| match origin {
            Origin::Read(stored) => stored.draft().clone(),
            Origin::New | Origin::Reading | Origin::Unreadable(_) => Draft::new(),
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
        self.notices.try_set(Vec::new());
        self.confirmed.try_set(Vec::new());
        self.stage.try_set(stage);
    }

    /// Takes over a campaign as it was read, and shows it.
    pub(super) fn show(self, stored: Stored, stage: Stage) {
        self.draft.try_set(stored.draft().clone());
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
        let stage = self.stage.get_untracked();
        task::spawn(async move {
            match self.session.call(async |client| client.campaign(id).await).await {
                // Typing goes on while it is read.
                Ok(_) if untrack(|| self.is_dirty()) => {}
                Ok(stored) => self.show(stored, stage),
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
}

/// All campaigns that are being edited.
#[derive(Clone, Copy)]
pub(crate) struct Editors {
    session: Session,
    owner: StoredValue<Owner>,
    open: RwSignal<Vec<Editor>>,
}

impl Editors {
    /// None yet; they are closed when somebody signs out.
    pub(crate) fn new(session: Session) -> Self {
        let owner = StoredValue::new(Owner::current().unwrap_or_default());
        let editors = Self { session, owner, open: RwSignal::new(Vec::new()) };
        Effect::new(move || {
            if *session.sign_in().read() == SignIn::Out {
                editors.open.set(Vec::new());
            }
        });
        editors
    }

    /// Those of this app.
    pub(crate) fn current() -> Self {
        expect_context()
    }

    /// The editor of a campaign, or of the new one.
    pub(crate) fn get(self, id: Option<CampaignId>) -> Editor {
        if let Some(editor) =
            self.open.with_untracked(|open| open.iter().find(|editor| editor.id == id).copied())
        {
            return editor;
        }
        // Its signals live as long as the app.
        let editor = self.owner.with_value(|owner| owner.with(|| Editor::new(id, self.session)));
        self.open.update(|open| open.push(editor));
        editor
    }

    /// Whether anything would be lost.
    pub(crate) fn is_dirty(self) -> bool {
        self.open.with(|open| open.iter().any(|editor| editor.is_dirty()))
    }
}

/// The campaigns of the server.
pub(crate) type Campaigns = Collection<CampaignRow>;
