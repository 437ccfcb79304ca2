//! Calls in the name of whoever began a piece of work.

use std::pin::Pin;

use super::Session;
use crate::api::{ApiError, Client, Credential};

/// Calls of one piece of work, which end with the sign-out of whoever began it.
#[derive(Clone, Copy)]
pub(crate) struct Lease {
    session: Session,
    era: u64,
}

impl Lease {
    /// For work that begins in this era of the session.
    pub(super) fn new(session: Session, era: u64) -> Self {
        Self { session, era }
    }

    /// Makes a call in the name of whoever began the work, unless somebody has signed out since.
    ///
    /// A 401 ends the session; where the host page provides the sign-in, it is asked for a fresh one, and the call is
    /// made once more with that. This is safe for a call that changes something: a 401 means that it was not done. So
    /// such a call is one request.
    pub(crate) async fn call<T>(
        self,
        call: impl AsyncFn(Client) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let mut attempts = Attempts { lease: self, refused: None, is_last: false };
        loop {
            let client = attempts.next().await?;
            // In one place only, and little around it: this is compiled once for every kind of call.
            match call(client).await {
                Err(ApiError::SignedOut) => {}
                result => return result,
            }
        }
    }

    /// Whether nobody has signed out since, and nobody else has signed in.
    pub(crate) fn is_valid(self) -> bool {
        self.session.era_now() == Some(self.era)
    }
}

/// The attempts at one call: asked for the next one, the one before has got a 401.
struct Attempts {
    /// On whose behalf all of them are made.
    lease: Lease,
    /// In whose name the one before was made.
    refused: Option<Credential>,
    is_last: bool,
}

impl Attempts {
    /// In whose name the next one is made; an error ends them.
    fn next(&mut self) -> Pin<Box<dyn Future<Output = Result<Client, ApiError>> + '_>> {
        Box::pin(async {
            let session = self.lease.session;
            let client = match self.refused.take() {
                None => session.client_of_now().await?,
                Some(refused) if self.is_last => {
                    session.give_up(&refused);
                    return Err(ApiError::SignedOut);
                }
                Some(refused) => {
                    self.is_last = true;
                    session.renewed(&refused).await.ok_or(ApiError::SignedOut)?
                }
            };
            // Somebody else may have signed in while it waited: then it is not made in that name.
            if !self.lease.is_valid() {
                return Err(ApiError::SignedOut);
            }
            self.refused = Some(client.credential().clone());
            Ok(client)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use leptos::prelude::*;

    use super::*;
    use crate::api::Token;
    use crate::state::{Connection, Host, SignIn};

    fn basic(name: &str) -> Credential {
        Credential::Basic { name: name.into(), password: "x".into() }
    }

    fn host(value: &str) -> Credential {
        Credential::Host(Token::read("Bearer", value).unwrap())
    }

    fn session() -> Session {
        Session::new(Connection::new("", false), Host::nowhere())
    }

    /// Whether what was begun before goes on after these have signed in, the first of them before it was begun.
    fn goes_on(session: Session, first: Credential, next: Credential) -> bool {
        session.take_in(first);
        let lease = session.lease();
        session.take_in(next);
        lease.is_valid()
    }

    #[test]
    fn work_goes_on_with_a_renewed_sign_in_and_ends_with_somebody_elses() {
        Owner::new().with(|| {
            assert!(goes_on(session(), basic("admin"), basic("admin")));
            assert!(!goes_on(session(), basic("admin"), basic("giulia")));
            assert!(!goes_on(session(), basic("admin"), Credential::ApiKey("key".into())));
            assert!(goes_on(session(), Credential::Token("a".into()), Credential::Token("b".into())));
            assert!(goes_on(session(), host("a"), host("b")));
            assert!(!goes_on(session(), basic("admin"), host("a")));
        });
    }

    #[test]
    fn a_call_of_somebody_who_is_gone_is_not_made() {
        Owner::new().with(|| {
            let session = session();
            session.take_in(basic("admin"));
            // The host page would have a sign-in for it.
            session.provide(true, false);
            let lease = session.lease();
            let mut allowed = pin!(lease.call(async |_client| Ok(())));
            let mut context = Context::from_waker(Waker::noop());
            assert_eq!(allowed.as_mut().poll(&mut context), Poll::Ready(Ok(())));
            // A 401 that comes when somebody else is signed in already.
            let mut late = pin!(lease.call(async |client: Client| {
                if *client.credential() == basic("admin") {
                    session.take_in(basic("giulia"));
                    Err(ApiError::SignedOut)
                } else {
                    Ok(())
                }
            }));
            assert_eq!(late.as_mut().poll(&mut context), Poll::Ready(Err(ApiError::SignedOut)));
            assert_eq!(session.sign_in().get_untracked(), SignIn::In(basic("giulia")));
        });
    }

    #[test]
    fn what_was_refused_does_not_stay_where_nobody_is_left_to_ask() {
        Owner::new().with(|| {
            let session = session();
            session.take_in(host("a"));
            session.provide(true, false);
            session.remember(&host("a"));
            session.provide(false, false);
            assert_eq!(session.sign_in().get_untracked(), SignIn::Expired { who: host("a").who() });
        });
    }
}
