//! The apps that run side by side on one page. They share its address bar, so their base paths must not overlap, and
//! each has to learn where the others have gone: a browser says so only for Back and Forward.

use std::cell::RefCell;

use leptos::prelude::*;

thread_local! {
    static RUNNING: RefCell<Vec<Neighbours>> = const { RefCell::new(Vec::new()) };
}

/// One of them, as it sees the others.
#[derive(Clone, Copy)]
pub(crate) struct Neighbours {
    base: StoredValue<String>,
    /// Counts the others.
    others: RwSignal<u32>,
    /// Counts how often one of the others has changed the address bar.
    moves: RwSignal<u32>,
}

/// Another app on this page already has this base path, or one above or below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Taken(pub(crate) String);

impl Neighbours {
    /// Takes the base path `base`, which has no slash at its end, until the owner of this call is cleaned up.
    pub(crate) fn join(base: &str) -> Result<Self, Taken> {
        let running = RUNNING.with_borrow(Clone::clone);
        for other in &running {
            if other.base.try_with_value(|other| overlap(base, other)) == Some(true) {
                return Err(Taken(other.base.get_value()));
            }
        }
        let own = Self {
            base: StoredValue::new(base.to_owned()),
            others: RwSignal::new(u32::try_from(running.len()).unwrap_or(u32::MAX)),
            moves: RwSignal::new(0),
        };
        for other in running {
            other.others.try_update(|others| *others += 1);
        }
        RUNNING.with_borrow_mut(|running| running.push(own));
        on_cleanup(move || own.leave());
        Ok(own)
    }

    /// Those of this app.
    pub(crate) fn current() -> Self {
        expect_context()
    }

    /// Whether it is alone on the page.
    pub(crate) fn is_alone(self) -> bool {
        self.others.get() == 0
    }

    /// Changes when one of the others has changed the address bar.
    pub(crate) fn moves(self) -> ReadSignal<u32> {
        self.moves.read_only()
    }

    /// This one has changed the address bar.
    pub(crate) fn moved(self) {
        for other in RUNNING.with_borrow(Clone::clone) {
            if other.moves != self.moves {
                other.moves.try_update(|moves| *moves = moves.wrapping_add(1));
            }
        }
    }

    fn leave(self) {
        RUNNING.with_borrow_mut(|running| running.retain(|other| other.moves != self.moves));
        for other in RUNNING.with_borrow(Clone::clone) {
            other.others.try_update(|others| *others = others.saturating_sub(1));
        }
    }
}

/// Whether one of two base paths is the other, or above it.
fn overlap(one: &str, other: &str) -> bool {
    let is_below = |path: &str, base: &str| {
        path.strip_prefix(base).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    is_below(one, other) || is_below(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_paths_overlap_at_whole_segments_only() {
        for (one, other) in
            [("/apps/dd", "/apps/dd"), ("/apps/dd", "/apps"), ("/apps", "/apps/dd"), ("", "/apps")]
        {
            assert!(overlap(one, other), "{one} {other}");
        }
        for (one, other) in [("/apps/dd", "/apps/dd-archive"), ("/apps/one", "/apps/two")] {
            assert!(!overlap(one, other) && !overlap(other, one), "{one} {other}");
        }
    }

    #[test]
    fn each_learns_of_the_others_until_they_leave() {
        let (first_owner, second_owner) = (Owner::new(), Owner::new());
        let first = first_owner.with(|| Neighbours::join("/apps/one").unwrap());
        assert!(first_owner.with(|| first.is_alone()));
        let second = second_owner.with(|| Neighbours::join("/apps/two").unwrap());
        assert!(!first.others.get_untracked().eq(&0) && second.others.get_untracked() == 1);
        assert_eq!(
            Owner::new().with(|| Neighbours::join("/apps/two/deeper").map(|_| ())),
            Err(Taken("/apps/two".to_owned()))
        );
        second.moved();
        assert_eq!((first.moves.get_untracked(), second.moves.get_untracked()), (1, 0));
        second_owner.cleanup();
        assert_eq!(first.others.get_untracked(), 0);
        assert!(Owner::new().with(|| Neighbours::join("/apps/two").is_ok()));
        first_owner.cleanup();
    }
}
