//! What would be lost with the page: the one place where closing, leaving and the host page's questions look.

use leptos::prelude::*;

use crate::api::UnderWay;
use crate::platform::page;

/// What a part of the app has at stake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stake {
    /// Something was entered that is not on the server yet.
    Entered,
    /// Something is under way, and its outcome would not be seen.
    UnderWay,
}

/// A part that has said what it has at stake.
#[derive(Clone, Copy)]
struct Holder {
    stake: Stake,
    holds: Memo<bool>,
}

/// What would be lost. Every part of the app that can lose something registers here when it is made.
#[derive(Clone, Copy)]
pub(crate) struct Unsaved {
    holders: RwSignal<Vec<Holder>>,
    requests: StoredValue<UnderWay>,
    /// Whoever waits for the admin's answer.
    waiting: RwSignal<Vec<Callback<bool>>>,
}

impl Unsaved {
    /// Nothing yet, except the `requests` that are under way. The browser asks before the page is closed or reloaded
    /// while something would be lost.
    pub(crate) fn new(requests: UnderWay) -> Self {
        let unsaved = Self {
            holders: RwSignal::new(Vec::new()),
            requests: StoredValue::new(requests),
            waiting: RwSignal::new(Vec::new()),
        };
        page::ask_before_leaving(move || untrack(|| unsaved.would_lose()));
        unsaved
    }

    /// Those of this app.
    pub(crate) fn current() -> Self {
        expect_context()
    }

    /// Has a part of the app asked from now on; `holds` says whether it has something at stake, as that changes.
    pub(crate) fn register(self, stake: Stake, holds: impl Fn() -> bool + Send + Sync + 'static) {
        let holds = Memo::new(move |_| holds());
        self.holders.update(|holders| holders.push(Holder { stake, holds }));
    }

    /// Whether something that was entered would be lost.
    pub(crate) fn is_dirty(self) -> bool {
        self.any(Stake::Entered)
    }

    /// Whether something is under way.
    pub(crate) fn is_busy(self) -> bool {
        self.requests.with_value(UnderWay::is_any) || self.any(Stake::UnderWay)
    }

    /// Whether anything would be lost with the page.
    pub(crate) fn would_lose(self) -> bool {
        // Both, so that a change of either is noticed.
        let (dirty, busy) = (self.is_dirty(), self.is_busy());
        dirty || busy
    }

    /// Answers whether the app may be left: at once where nothing would be lost, else as the admin says.
    pub(crate) fn may_leave(self, answer: Callback<bool>) {
        if untrack(|| self.would_lose()) {
            self.waiting.update(|waiting| waiting.push(answer));
        } else {
            answer.run(true);
        }
    }

    /// Whether the admin is being asked.
    pub(crate) fn is_asked(self) -> bool {
        self.waiting.with(|waiting| !waiting.is_empty())
    }

    /// The admin's answer.
    pub(crate) fn answer(self, may_leave: bool) {
        let waiting = self.waiting.try_update(std::mem::take).unwrap_or_default();
        for answer in waiting {
            answer.run(may_leave);
        }
    }

    fn any(self, stake: Stake) -> bool {
        let is_held = |holder: &Holder| holder.stake == stake && holder.holds.try_get().unwrap_or_default();
        // A part that is gone holds nothing. All are asked, so that a change of any is noticed.
        self.holders.with(|holders| holders.iter().filter(|holder| is_held(holder)).count() > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The answers that came, in their order.
    fn asked(unsaved: Unsaved) -> RwSignal<Vec<bool>> {
        let answers = RwSignal::new(Vec::new());
        unsaved.may_leave(Callback::new(move |answer| answers.update(|answers| answers.push(answer))));
        answers
    }

    fn unsaved() -> (Owner, Unsaved) {
        let owner = Owner::new();
        let unsaved = owner.with(|| Unsaved {
            holders: RwSignal::new(Vec::new()),
            requests: StoredValue::new(UnderWay::new()),
            waiting: RwSignal::new(Vec::new()),
        });
        (owner, unsaved)
    }

    #[test]
    fn nothing_to_lose_is_answered_at_once() {
        let (owner, unsaved) = unsaved();
        owner.with(|| {
            unsaved.register(Stake::Entered, || false);
            assert_eq!(asked(unsaved).get_untracked(), [true]);
            assert!(!unsaved.is_asked());
        });
    }

    #[test]
    fn whoever_would_lose_something_is_asked_once_for_all_that_wait() {
        let (owner, unsaved) = unsaved();
        owner.with(|| {
            let draft = RwSignal::new(true);
            unsaved.register(Stake::Entered, move || draft.get());
            let (first, second) = (asked(unsaved), asked(unsaved));
            assert!(unsaved.is_asked() && unsaved.is_dirty() && !unsaved.is_busy());
            assert!(first.get_untracked().is_empty());
            unsaved.answer(false);
            assert_eq!((first.get_untracked(), second.get_untracked()), (vec![false], vec![false]));
            assert!(!unsaved.is_asked());
            draft.set(false);
            assert!(!unsaved.would_lose());
            assert_eq!(asked(unsaved).get_untracked(), [true]);
        });
    }

    #[test]
    fn what_is_under_way_is_busy_and_not_dirty() {
        let (owner, unsaved) = unsaved();
        owner.with(|| {
            unsaved.register(Stake::UnderWay, || true);
            assert!(unsaved.is_busy() && !unsaved.is_dirty() && unsaved.would_lose());
        });
    }

    #[test]
    fn a_part_that_is_gone_holds_nothing() {
        let (owner, unsaved) = unsaved();
        let part = owner.with(Owner::new);
        part.with(|| unsaved.register(Stake::Entered, || true));
        assert!(owner.with(|| unsaved.would_lose()));
        part.cleanup();
        assert!(!owner.with(|| unsaved.would_lose()));
    }
}
