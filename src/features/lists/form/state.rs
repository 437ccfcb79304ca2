//! What is typed into the form of a contact, and how far sending it has come.

use std::time::Duration;

use dialdesk_core::contact::{
    Clash, ContactDraft, ContactField, ContactFinding, ContactId, ContactProblem, OfferedField, StoredContact,
};
use dialdesk_core::list::ListId;
use dialdesk_core::problem::{Problem, Severity};
use leptos::prelude::*;

use crate::api::{ApiError, Refused};
use crate::platform::{clock, task};
use crate::state::Session;

/// How long a press of a button takes at the most.
const PRESS: Duration = Duration::from_millis(250);

/// The sizes of a list before and after a call whose outcome is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) before: u64,
    pub(crate) now: u64,
}

/// How far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// The form.
    Editing,
    /// On its way.
    Sending,
    /// A contact was added, with its number where the server told it.
    Added(Option<ContactId>),
    /// The changes were saved; the fields that the server has otherwise than they were sent, where it could be seen.
    Saved(Option<Vec<ContactField>>),
    /// Saving was asked for where nothing has changed.
    Unchanged,
    /// The contact is not there any more; nothing was sent.
    Gone,
    /// It could not be read before it was to be changed; nothing was sent.
    Unsent(ApiError),
    /// Refused, or not known whether it was done; then with the sizes of the list, where it counts.
    Failed(ApiError, Option<Counts>),
}

/// The contact that is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// There is none: it is a new contact.
    New,
    /// It is being read.
    Reading,
    /// It cannot be read.
    Unreadable(ApiError),
    /// As it was read.
    Read(StoredContact),
}

/// The form of a contact.
#[derive(Clone, Copy)]
pub(crate) struct ContactForm {
    /// Its list.
    pub(super) list: ListId,
    /// Which; none for a new one.
    pub(crate) id: Option<ContactId>,
    pub(super) session: Session,
    pub(super) fields: Memo<Vec<OfferedField>>,
    pub(super) origin: RwSignal<Origin>,
    pub(super) draft: RwSignal<ContactDraft>,
    pub(super) stage: RwSignal<Stage>,
    /// What two people have changed and nobody has decided yet.
    pub(super) clashes: RwSignal<Vec<Clash>>,
    /// Fields that were left once: their errors are shown.
    left: RwSignal<Vec<ContactField>>,
    /// Counts the beginnings: a field that was left before one says nothing after it.
    round: StoredValue<u32>,
    /// Whether sending was tried: all errors are shown.
    pub(super) was_tried: RwSignal<bool>,
    /// The server's refusals, each until its field changes.
    pub(super) refused: RwSignal<Vec<(ContactField, String)>>,
    /// Whether the fields that few need are shown.
    pub(super) shows_more: RwSignal<bool>,
    /// Numbers the readings: the answer to one that began before a later one, or before a saving, changes nothing.
    reads: StoredValue<u64>,
}

impl ContactForm {
    /// An empty form, or one whose contact was not read yet.
    pub(crate) fn new(
        list: ListId,
        id: Option<ContactId>,
        session: Session,
        fields: Memo<Vec<OfferedField>>,
    ) -> Self {
        Self {
            list,
            id,
            session,
            fields,
            origin: RwSignal::new(if id.is_some() { Origin::Reading } else { Origin::New }),
            draft: RwSignal::new(ContactDraft::default()),
            stage: RwSignal::new(Stage::Editing),
            clashes: RwSignal::new(Vec::new()),
            left: RwSignal::new(Vec::new()),
            round: StoredValue::new(0),
            was_tried: RwSignal::new(false),
            refused: RwSignal::new(Vec::new()),
            shows_more: RwSignal::new(false),
            reads: StoredValue::new(0),
        }
    }

    /// Whether something that was typed would be lost.
    pub(crate) fn is_dirty(self) -> bool {
        self.origin.with(|origin| match origin {
            Origin::New => !self.draft.with(ContactDraft::is_blank),
            Origin::Read(stored) => {
                self.fields.with(|fields| self.draft.with(|draft| stored.is_changed(draft, fields)))
            }
            Origin::Reading | Origin::Unreadable(_) => false,
        })
    }

    /// Types `text` into a field.
    pub(super) fn set(self, field: ContactField, text: String) {
        self.draft.update(|draft| draft.set(field, text));
        if self.refused.with_untracked(|refused| refused.iter().any(|(at, _)| *at == field)) {
            self.refused.update(|refused| refused.retain(|(at, _)| *at != field));
        }
        // What was said of the one before is over when the next is begun.
        let is_over = |stage: &Stage| !matches!(stage, Stage::Editing | Stage::Sending);
        if self.stage.with_untracked(is_over) {
            self.stage.set(Stage::Editing);
        }
    }

    /// Marks a field as left, a moment later: what is said then moves the page, and must not move a button away from under
    /// the press that has left the field.
    pub(super) fn leave(self, field: ContactField) {
        let round = self.round.get_value();
        task::spawn(async move {
            clock::sleep(PRESS).await;
            if self.round.try_get_value() != Some(round) {
                return;
            }
            if self.left.try_with_untracked(|left| left.contains(&field)) == Some(false) {
                self.left.try_update(|left| left.push(field));
            }
        });
    }

    /// Whether the app that the form belongs to was taken away meanwhile: nobody is left to be led anywhere.
    pub(super) fn is_gone(self) -> bool {
        self.stage.try_with_untracked(|_| ()).is_none()
    }

    /// A reading begins, or the contact is about to change: what earlier readings bring is of yesterday.
    pub(super) fn next_read(self) -> Option<u64> {
        self.reads.try_update_value(|reads| {
            *reads += 1;
            *reads
        })
    }

    /// Whether this is the latest reading.
    pub(super) fn is_latest(self, read: Option<u64>) -> bool {
        read.is_some() && self.reads.try_get_value() == read
    }

    /// Begins anew, with nothing left to say of before.
    pub(super) fn settle(self, stage: Stage) {
        self.round.try_update_value(|round| *round += 1);
        self.left.try_set(Vec::new());
        self.was_tried.try_set(false);
        self.refused.try_set(Vec::new());
        self.clashes.try_set(Vec::new());
        self.stage.try_set(stage);
    }

    /// Everything that stands against sending it.
    pub(super) fn errors(self) -> Vec<ContactFinding> {
        let (draft, fields) = (self.draft.read(), self.fields.read());
        let mut found: Vec<ContactFinding> = self
            .refused
            .get()
            .into_iter()
            .map(|(field, words)| Problem::error(field, ContactProblem::Server(words)))
            .collect();
        found.extend(match &*self.origin.read() {
            Origin::New => draft.parse(&fields).err().unwrap_or_default(),
            Origin::Read(stored) => stored.changes(&draft, &fields).err().unwrap_or_default(),
            Origin::Reading | Origin::Unreadable(_) => Vec::new(),
        });
        found
    }

    /// What is shown at the fields: errors wait until their field was left or sending was tried.
    pub(super) fn told(self, known: &[(ContactId, String)]) -> Vec<ContactFinding> {
        let was_tried = self.was_tried.get();
        let mut found = self.errors();
        found.retain(|finding| {
            was_tried
                || matches!(finding.kind, ContactProblem::Server(_))
                || self.left.with(|left| left.contains(&finding.at))
        });
        let others = known.iter().filter(|(id, _)| Some(*id) != self.id);
        let others = others.map(|(id, phone)| (*id, phone.as_str()));
        let cautions = self.draft.read().cautions(&self.fields.read(), others);
        found.extend(cautions.into_iter().filter(|finding| {
            // That there is no number yet is said when the field was left without one.
            finding.severity == Severity::Warning
                && (finding.kind != ContactProblem::NoPhone
                    || was_tried
                    || self.left.with(|left| left.contains(&finding.at)))
        }));
        found
    }

    /// Refusals that all name a field of the form go to those fields; whether they did.
    pub(super) fn take_refusal(self, error: &ApiError) -> bool {
        let ApiError::Refused(Refused { faults, .. }) = error else { return false };
        let is_offered = |field: &ContactField| {
            let is_here = |fields: &Vec<OfferedField>| fields.iter().any(|offered| offered.field == *field);
            self.fields.try_with_untracked(is_here) == Some(true)
        };
        let at_fields: Option<Vec<(ContactField, String)>> = faults
            .iter()
            .map(|(path, words)| {
                let field = ContactField::from_api_name(path.as_deref()?).filter(is_offered)?;
                Some((field, words.clone()))
            })
            .collect();
        let Some(at_fields) = at_fields.filter(|at_fields| !at_fields.is_empty()) else { return false };
        self.refused.try_set(at_fields);
        self.was_tried.try_set(true);
        self.stage.try_set(Stage::Editing);
        true
    }
}
