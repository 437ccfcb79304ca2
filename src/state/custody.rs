//! Whose work is open: what somebody has begun to edit, at the server where it was begun.

use leptos::prelude::*;

use super::{Session, SignIn};
use crate::api::Who;

/// What is open for whoever is signed in. It outlives a sign-out, and is closed when somebody else signs in. At another
/// server it waits until its own is there again.
pub(crate) struct Kept<E: 'static> {
    /// What is open here and now.
    pub(crate) open: RwSignal<Vec<E>>,
    custody: StoredValue<Custody<E>>,
}

// Written by hand: derived, they would ask the same of `E`.
impl<E> Copy for Kept<E> {}
impl<E> Clone for Kept<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E: Send + Sync> Kept<E> {
    /// Nothing yet.
    pub(crate) fn new(session: Session) -> Self {
        let kept = Self { open: RwSignal::new(Vec::new()), custody: StoredValue::new(Custody::default()) };
        Effect::new(move || match session.sign_in().get() {
            SignIn::Out => kept.custody.update_value(Custody::signed_out),
            SignIn::Expired { .. } => kept.custody.update_value(Custody::expired),
            SignIn::In(credential) => {
                let now = Last { address: session.address(), who: credential.who() };
                kept.open.update(|open| {
                    kept.custody.update_value(|custody| custody.hand_over(now, open));
                });
            }
        });
        kept
    }

    /// Whether anything is so, here or at another server.
    pub(crate) fn any(self, is_so: fn(&E) -> bool) -> bool {
        self.open.with(|open| open.iter().any(is_so))
            || self.custody.with_value(|custody| custody.parked().flatten().any(is_so))
    }
}

/// Who was signed in, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Last {
    /// The address of the server.
    address: String,
    /// Who.
    who: Who,
}

/// Whose the open things are, and those of other servers, whose numbers mean nothing here.
struct Custody<E> {
    last: Option<Last>,
    /// Whether the sign-in has ended by itself since.
    is_expired: bool,
    parked: Vec<(Last, Vec<E>)>,
}

impl<E> Default for Custody<E> {
    fn default() -> Self {
        Self { last: None, is_expired: false, parked: Vec::new() }
    }
}

impl<E> Custody<E> {
    /// Somebody has signed out.
    fn signed_out(&mut self) {
        self.is_expired = false;
    }

    /// The sign-in has ended by itself: whoever signs in next goes on with it.
    fn expired(&mut self) {
        self.is_expired = true;
    }

    /// Those of other servers.
    fn parked(&self) -> impl Iterator<Item = &[E]> {
        self.parked.iter().map(|(_, editors)| editors.as_slice())
    }

    /// Keeps, parks or closes what is `open` when somebody signs in.
    fn hand_over(&mut self, now: Last, open: &mut Vec<E>) {
        let Some(last) = self.last.replace(now.clone()) else { return };
        if last.address != now.address {
            self.parked.push((last, std::mem::take(open)));
            if let Some(at) = self.parked.iter().position(|(left, _)| left.address == now.address) {
                let (left, editors) = self.parked.swap_remove(at);
                // What somebody else has left at this server is closed.
                if left.who == now.who {
                    *open = editors;
                }
            }
        } else if last.who != now.who && !(self.is_expired && now.who.may_be(&last.who)) {
            open.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Credential;

    fn at(address: &str, who: Who) -> Last {
        Last { address: address.into(), who }
    }

    fn named(name: &str) -> Who {
        Who::Name(name.into())
    }

    fn token(token: &str) -> Who {
        Credential::Token(token.into()).who()
    }

    /// What stays open of one editor when `next` signs in after `first`.
    fn left(first: Last, is_expired: bool, next: Last) -> usize {
        let mut custody = Custody::default();
        let mut open = Vec::new();
        custody.hand_over(first, &mut open);
        open.push(59);
        if is_expired {
            custody.expired();
        } else {
            custody.signed_out();
        }
        custody.hand_over(next, &mut open);
        open.len()
    }

    #[test]
    fn the_same_person_goes_on_and_somebody_else_begins_anew() {
        for is_expired in [false, true] {
            assert_eq!(left(at("", named("admin")), is_expired, at("", named("admin"))), 1);
            assert_eq!(left(at("", named("admin")), is_expired, at("", named("giulia"))), 0);
            assert_eq!(left(at("", token("a")), is_expired, at("", token("a"))), 1);
            assert_eq!(left(at("", named("admin")), is_expired, at("", token("a"))), 0);
        }
    }

    #[test]
    fn another_token_is_the_same_person_only_where_the_sign_in_has_ended_by_itself() {
        assert_eq!(left(at("", token("a")), true, at("", token("b"))), 1);
        assert_eq!(left(at("", token("a")), false, at("", token("b"))), 0);
    }

    #[test]
    fn what_is_edited_waits_for_its_own_server_and_its_own_person() {
        for (back, expected) in [(named("admin"), vec![59]), (named("giulia"), vec![])] {
            let mut custody = Custody::default();
            let mut open = Vec::new();
            custody.hand_over(at("", named("admin")), &mut open);
            open.push(59);
            custody.hand_over(at("https://other.example", named("admin")), &mut open);
            assert!(open.is_empty());
            assert_eq!(custody.parked().map(<[i32]>::len).sum::<usize>(), 1);
            open.push(7);
            custody.hand_over(at("", back), &mut open);
            assert_eq!(open, expected);
        }
    }
}
