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
