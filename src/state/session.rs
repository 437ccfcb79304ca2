//! Who is signed in.

use leptos::prelude::*;

use super::provider::{self, NoSignIn, Provider};
use super::{Connection, Host, Lease};
use crate::api::{ApiError, Client, Credential, Server, UnderWay, Way, Who};
use crate::platform::task::Shared;

/// How things stand with the sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SignIn {
    /// Nobody yet.
    Out,
    /// Somebody whose sign-in the server has accepted, or whom the host page has named.
    In(Credential),
    /// Somebody whose sign-in the server accepts no longer. The credential is gone: it is never tried again, because
    /// servers lock accounts. Screens stay as they are and wait for a new one.
    Expired {
        /// Who it was.
        who: Who,
    },
}

/// The one session of a mounted app.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    sign_in: RwSignal<SignIn>,
    /// Counts the changes of person: sign-outs, and sign-ins of somebody else after one that has ended. What was begun
    /// before one is not carried on by whoever signs in next.
    era: RwSignal<u64>,
    parts: StoredValue<Parts>,
}

/// What else belongs to a session, apart so that handles of it stay small.
#[derive(Clone, Copy)]
struct Parts {
    connection: Connection,
    host: Host,
    provider: RwSignal<Provider>,
    asking: StoredValue<Asking>,
    /// What the server has refused of the host page's sign-ins.
    refused: StoredValue<Vec<Credential>>,
    requests: StoredValue<UnderWay>,
}

/// The questions to the host page.
#[derive(Clone, Default)]
struct Asking {
    /// Numbers them: the answer to an earlier one changes nothing.
    number: u64,
    /// The one that is under way: whoever needs a sign-in meanwhile waits for its answer.
    under_way: Option<Shared>,
}

impl Session {
    /// Nobody signed in at the server of `connection`.
    pub(crate) fn new(connection: Connection, host: Host) -> Self {
        let parts = Parts {
            connection,
            host,
            provider: RwSignal::new(Provider::Absent),
            asking: StoredValue::new(Asking::default()),
            refused: StoredValue::new(Vec::new()),
            requests: StoredValue::new(UnderWay::new()),
        };
        Self { sign_in: RwSignal::new(SignIn::Out), era: RwSignal::new(0), parts: StoredValue::new(parts) }
    }

    /// The session of this app.
    pub(crate) fn current() -> Self {
        expect_context()
    }

    /// How things stand.
    pub(crate) fn sign_in(self) -> ReadSignal<SignIn> {
        self.sign_in.read_only()
    }

    /// How things stand with a host page that provides the sign-in.
    pub(crate) fn provider(self) -> ReadSignal<Provider> {
        self.parts.get_value().provider.read_only()
    }

    /// Why somebody has to sign in now; nothing while nobody has to, or while the host page is being asked.
    pub(crate) fn wants(self) -> Option<&'static str> {
        match (self.provider().get(), &*self.sign_in.read()) {
            (Provider::Asked, _) | (_, SignIn::In(_)) => None,
            (_, SignIn::Out) => Some(START),
            (_, SignIn::Expired { .. }) => Some(EXPIRED),
        }
    }

    /// Which server, and how it is talked to.
    pub(crate) fn connection(self) -> Connection {
        self.parts.get_value().connection
    }

    /// The server's address, empty for the origin of this page.
    pub(crate) fn address(self) -> String {
        self.address_now().unwrap_or_default()
    }

    /// The same for work that outlives its screen; none where the app is gone.
    pub(crate) fn address_now(self) -> Option<String> {
        let server = self.parts.try_get_value()?.connection.server_now()?;
        Some(server.address().to_owned())
    }

    /// Which stretch of one person's work this is: whatever belongs to a person is made anew when it changes.
    pub(crate) fn era(self) -> ReadSignal<u64> {
        self.era.read_only()
    }

    /// The requests that change something and are under way.
    pub(crate) fn requests(self) -> UnderWay {
        self.parts.get_value().requests.get_value()
    }

    /// The way in which somebody is signed in, else the one that is chosen.
    pub(crate) fn way(self) -> Way {
        match &*self.sign_in.read() {
            SignIn::In(credential) => credential.way(),
            SignIn::Out | SignIn::Expired { .. } => self.connection().way(),
        }
    }

    /// Goes to another server. Nobody is signed in there: a credential belongs to the server that it was given for.
    pub(crate) fn move_to(self, server: Server) {
        self.forget();
        self.connection().set_server(server);
    }

    /// Forgets who is signed in, and whom the host page is asked for.
    fn forget(self) {
        self.next_era();
        if self.sign_in.with_untracked(|now| *now != SignIn::Out) {
            self.sign_in.set(SignIn::Out);
        }
        self.stop_asking();
    }

    fn next_era(self) {
        self.era.try_update(|era| *era += 1);
    }

    /// Takes no answer any longer to what the host page was asked.
    fn stop_asking(self) {
        if let Some(parts) = self.parts.try_get_value() {
            parts.asking.try_update_value(|asking| asking.under_way = None);
        }
    }

    /// Takes in whoever has signed in. Somebody else than before carries on nothing of theirs.
    pub(super) fn take_in(self, fresh: Credential) {
        let is_other = self.sign_in.try_with_untracked(|now| match now {
            SignIn::Out => false,
            SignIn::In(old) => !fresh.who().may_be(&old.who()),
            SignIn::Expired { who } => !fresh.who().may_be(who),
        });
        if is_other == Some(true) {
            self.next_era();
        }
        self.sign_in.try_set(SignIn::In(fresh));
    }

    /// Tries `credential`; it is kept when the server accepts it.
    pub(crate) async fn enter(self, credential: Credential) -> Result<(), ApiError> {
        let lease = self.lease();
        self.client(credential.clone())?.check_sign_in().await?;
        // Whoever has signed out while the answer was on its way stays out.
        if lease.is_valid() {
            self.take_in(credential);
        }
        Ok(())
    }

    /// Calls for work that begins now.
    pub(crate) fn lease(self) -> Lease {
        Lease::new(self, self.era_now().unwrap_or_default())
    }

    /// The era as it is now; none where the app is gone.
    pub(super) fn era_now(self) -> Option<u64> {
        self.era.try_get_untracked()
    }

    /// Forgets who was signed in.
    pub(crate) fn leave(self) {
        self.forget();
        let parts = self.parts.get_value();
        if parts.provider.get_untracked() != Provider::Absent {
            parts.provider.set(Provider::SignedOut);
        }
    }

    /// The host page provides the sign-in from now on, or does no longer. It is asked at once where one is missing,
    /// unless somebody has just signed out. What it gives is for its own server only.
    pub(crate) fn provide(self, is_provided: bool, is_signed_out: bool) {
        let Parts { provider, connection, .. } = self.parts.get_value();
        if connection.set_provided(is_provided) {
            self.forget();
        }
        match (is_provided, provider.get_untracked()) {
            (false, _) => {
                self.stop_asking();
                self.expire_refused();
                provider.set(Provider::Absent);
            }
            (true, Provider::Asked) => {}
            (true, _) if is_signed_out => provider.set(Provider::SignedOut),
            (true, _) if matches!(*self.sign_in.read_untracked(), SignIn::In(_)) => {
                provider.set(Provider::Given);
            }
            (true, _) => self.ask(),
        }
    }

    /// Asks the host page for a sign-in, unless it is being asked already.
    pub(crate) fn ask(self) {
        // It goes on by itself; whoever needs its answer waits for it.
        drop(self.asking());
    }

    /// Makes a call in the name of whoever is signed in, as [`Lease::call`] does.
    pub(crate) fn call<T>(
        self,
        call: impl AsyncFn(Client) -> Result<T, ApiError>,
    ) -> impl Future<Output = Result<T, ApiError>> {
        self.lease().call(call)
    }

    /// Calls in the name of whoever is signed in, once a question that is under way was answered.
    pub(super) async fn client_of_now(self) -> Result<Client, ApiError> {
        if let Some(asking) =
            self.parts.try_get_value().and_then(|parts| parts.asking.try_get_value()?.under_way)
        {
            asking.done().await;
        }
        match self.sign_in.try_get_untracked() {
            Some(SignIn::In(credential)) => self.client(credential),
            Some(SignIn::Out | SignIn::Expired { .. }) | None => Err(ApiError::SignedOut),
        }
    }

    fn client(self, credential: Credential) -> Result<Client, ApiError> {
        let parts = self.parts.try_get_value();
        let client = parts.and_then(|parts| {
            Some(Client::new(parts.connection.server_now()?, credential, parts.requests.try_get_value()?))
        });
        client.ok_or(ApiError::Stopped)
    }

    /// Calls with a fresh sign-in in place of the one that was refused; nothing where there is none to be had.
    pub(super) async fn renewed(self, refused: &Credential) -> Option<Client> {
        if self.parts.try_get_value()?.provider.try_get_untracked()? == Provider::Absent {
            self.expire(refused);
            return None;
        }
        self.remember(refused);
        // Another call may have asked meanwhile.
        if self.is_signed_in_with(refused) {
            self.asking()?.done().await;
        }
        match self.sign_in.try_get_untracked()? {
            SignIn::In(fresh) if fresh != *refused => self.client(fresh).ok(),
            SignIn::In(_) | SignIn::Out | SignIn::Expired { .. } => None,
        }
    }

    /// Asks the host page once for all that wait.
    fn asking(self) -> Option<Shared> {
        let parts = self.parts.try_get_value()?;
        let Asking { number, under_way } = parts.asking.try_get_value()?;
        Some(under_way.unwrap_or_else(|| {
            let number = number + 1;
            let asking = Shared::begin(self.ask_once(parts, number));
            parts.asking.set_value(Asking { number, under_way: Some(asking.clone()) });
            // At once, so that no form is shown before.
            parts.provider.set(Provider::Asked);
            asking
        }))
    }

    async fn ask_once(self, parts: Parts, number: u64) {
        let Some(before) = self.sign_in.try_get_untracked() else { return };
        let reason = if before == SignIn::Out { START } else { EXPIRED };
        let answer = parts.host.ask(reason).await;
        // Whoever has signed out meanwhile stays out, and another question may be under way.
        let is_awaited = parts
            .asking
            .try_update_value(|asking| asking.number == number && asking.under_way.take().is_some());
        let Some(refused) = parts.refused.try_get_value().filter(|_| is_awaited == Some(true)) else {
            return;
        };
        match (provider::judge(answer, &refused), before) {
            (Ok(fresh), before) => {
                let is_silent = matches!(before, SignIn::In(old) if fresh.who().may_be(&old.who()));
                parts.provider.try_set(Provider::Given);
                if is_silent {
                    // Nobody is told: what waits for it goes on by itself, and everything else is up to date.
                    self.sign_in.try_update_untracked(|now| *now = SignIn::In(fresh));
                } else {
                    self.take_in(fresh);
                }
            }
            (Err(why), before) => {
                if let SignIn::In(old) = before {
                    self.expire(&old);
                }
                parts.provider.try_set(Provider::Failed(why));
            }
        }
    }

    /// The fresh sign-in was refused as well: the host page is asked again only when somebody wants that.
    pub(super) fn give_up(self, refused: &Credential) {
        self.remember(refused);
        if self.is_signed_in_with(refused) {
            self.expire(refused);
            if let Some(parts) = self.parts.try_get_value() {
                parts.provider.try_set(Provider::Failed(NoSignIn::Refused));
            }
        }
    }

    pub(super) fn remember(self, refused: &Credential) {
        let Some(parts) = self.parts.try_get_value() else { return };
        parts.refused.try_update_value(|known| {
            if !known.contains(refused) {
                known.push(refused.clone());
            }
        });
    }

    /// Ends the session of `refused`; somebody may have signed in anew meanwhile.
    fn expire(self, refused: &Credential) {
        if self.is_signed_in_with(refused) {
            self.sign_in.try_set(SignIn::Expired { who: refused.who() });
        }
    }

    /// The same for whoever is signed in with what the server has refused: nobody is left to ask for another.
    fn expire_refused(self) {
        let refused = self.parts.try_get_value().and_then(|parts| parts.refused.try_get_value());
        for refused in refused.unwrap_or_default() {
            self.expire(&refused);
        }
    }

    fn is_signed_in_with(self, credential: &Credential) -> bool {
        self.sign_in.try_with_untracked(|now| matches!(now, SignIn::In(known) if known == credential))
            == Some(true)
    }
}

/// Why a sign-in is needed, in the words of the contract with the host page: nobody is signed in.
const START: &str = "start";
/// The server accepts the sign-in no longer.
const EXPIRED: &str = "expired";
