//! What is about to be taken away, and how far each has come.

use dialdesk_core::agent::AgentId;
use dialdesk_core::contact::ContactId;
use dialdesk_core::list::ListId;

use crate::api::ApiError;

/// Seconds in which it can be undone.
pub(crate) const UNDO_SECONDS: u64 = 8;

/// What is taken away, and from where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A contact of a list, which is deleted.
    Contact(ListId, ContactId),
    /// An agent of a list, who sees it no longer.
    Agent(ListId, AgentId),
}

/// How far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Nothing is sent yet.
    Waiting,
    /// The request is on its way.
    Sending,
    /// It is done; the screen has not been read again yet.
    Gone,
    /// It is still there, or that is not known.
    Failed(ApiError),
}

/// Something that is being taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Removal {
    pub(crate) target: Target,
    /// What people call it.
    pub(crate) name: String,
    pub(crate) stage: Stage,
    /// Which press of the button it was: a timer of an earlier one does nothing.
    ticket: u64,
}

/// All of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pending {
    removals: Vec<Removal>,
    tickets: u64,
}

impl Pending {
    /// Begins; answers the ticket for its timer, or none where it has begun already.
    pub(super) fn begin(&mut self, target: Target, name: String) -> Option<u64> {
        let is_free = |removal: &Removal| matches!(removal.stage, Stage::Failed(_));
        if self.get(target).is_some_and(|removal| !is_free(removal)) {
            return None;
        }
        self.forget(target);
        self.tickets += 1;
        self.removals.push(Removal { target, name, stage: Stage::Waiting, ticket: self.tickets });
        Some(self.tickets)
    }

    /// Takes it back, unless the request is on its way already.
    pub(super) fn undo(&mut self, target: Target) {
        self.removals.retain(|removal| removal.target != target || removal.stage != Stage::Waiting);
    }

    /// Its time has come: whether the request is to be sent now.
    pub(super) fn is_due(&mut self, target: Target, ticket: u64) -> bool {
        let found = self.removals.iter_mut().find(|removal| {
            removal.target == target && removal.ticket == ticket && removal.stage == Stage::Waiting
        });
        match found {
            Some(removal) => {
                removal.stage = Stage::Sending;
                true
            }
            None => false,
        }
    }

    /// Takes in what came of the request.
    pub(super) fn finish(&mut self, target: Target, ticket: u64, result: Result<(), ApiError>) {
        let is_it = |removal: &&mut Removal| removal.target == target && removal.ticket == ticket;
        if let Some(removal) = self.removals.iter_mut().find(is_it) {
            removal.stage = match result {
                Ok(()) => Stage::Gone,
                Err(error) => Stage::Failed(error),
            };
        }
    }

    /// Says no more about it.
    pub(super) fn forget(&mut self, target: Target) {
        self.removals.retain(|removal| removal.target != target);
    }

    /// Says no more about any. The tickets go on, so that those handed out stay good for nothing.
    pub(super) fn forget_all(&mut self) {
        self.removals.clear();
    }

    /// Says no more about those that are done, once the screen has been read again.
    pub(super) fn forget_gone(&mut self, target: Target, ticket: u64) {
        self.removals.retain(|removal| {
            removal.target != target || removal.ticket != ticket || removal.stage != Stage::Gone
        });
    }

    /// How far this one has come.
    pub(super) fn get(&self, target: Target) -> Option<&Removal> {
        self.removals.iter().find(|removal| removal.target == target)
    }

    /// Those that can still be undone.
    pub(super) fn waiting(&self) -> impl Iterator<Item = &Removal> {
        self.removals.iter().filter(|removal| removal.stage == Stage::Waiting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(id: u64) -> Target {
        Target::Contact(ListId::new(12).unwrap(), ContactId::new(id).unwrap())
    }

    #[test]
    fn what_was_undone_is_not_sent_even_when_it_began_again() {
        let mut pending = Pending::default();
        let first = pending.begin(contact(7), "Anna".into()).unwrap();
        assert_eq!(pending.begin(contact(7), "Anna".into()), None);
        pending.undo(contact(7));
        assert!(!pending.is_due(contact(7), first));
        let second = pending.begin(contact(7), "Anna".into()).unwrap();
        // The timer of the first press comes before that of the second.
        assert!(!pending.is_due(contact(7), first));
        assert!(pending.is_due(contact(7), second));
        assert!(!pending.is_due(contact(7), second));
    }

    #[test]
    fn several_wait_on_their_own_and_one_on_its_way_is_not_taken_back() {
        let mut pending = Pending::default();
        let ticket = pending.begin(contact(7), "Anna".into()).unwrap();
        pending.begin(contact(8), "Tom".into());
        assert_eq!(pending.waiting().count(), 2);
        assert!(pending.is_due(contact(7), ticket));
        pending.undo(contact(7));
        assert_eq!(pending.get(contact(7)).map(|removal| &removal.stage), Some(&Stage::Sending));
        let names: Vec<&str> = pending.waiting().map(|removal| removal.name.as_str()).collect();
        assert_eq!(names, ["Tom"]);
    }

    #[test]
    fn a_refusal_is_kept_and_can_be_tried_again() {
        let mut pending = Pending::default();
        let ticket = pending.begin(contact(7), "Anna".into()).unwrap();
        pending.is_due(contact(7), ticket);
        pending.finish(contact(7), ticket, Err(ApiError::NotOffered));
        pending.forget_gone(contact(7), ticket);
        let stage = Stage::Failed(ApiError::NotOffered);
        assert_eq!(pending.get(contact(7)).map(|removal| &removal.stage), Some(&stage));
        let again = pending.begin(contact(7), "Anna".into()).unwrap();
        pending.finish(contact(7), again, Ok(()));
        pending.forget_gone(contact(7), again);
        assert_eq!(pending.get(contact(7)), None);
    }

    #[test]
    fn a_late_answer_says_nothing_of_a_removal_that_began_after_it() {
        let mut pending = Pending::default();
        let first = pending.begin(contact(7), "Anna".into()).unwrap();
        pending.is_due(contact(7), first);
        // Somebody signs out and in again, and takes the same one away: nothing of that is sent yet.
        pending.forget_all();
        let second = pending.begin(contact(7), "Anna".into()).unwrap();
        pending.finish(contact(7), first, Ok(()));
        pending.forget_gone(contact(7), first);
        assert_eq!(pending.get(contact(7)).map(|removal| &removal.stage), Some(&Stage::Waiting));
        assert!(pending.is_due(contact(7), second));
        pending.finish(contact(7), second, Ok(()));
        pending.forget_gone(contact(7), first);
        assert_eq!(pending.get(contact(7)).map(|removal| &removal.stage), Some(&Stage::Gone));
    }
}
