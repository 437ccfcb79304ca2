//! The sign-in as it is typed. It belongs to the app, not to its view, which a change of language makes anew.

use leptos::prelude::*;

use super::model::{Checked, Fault, Field, Found, Known, Step, Typed, server};
use crate::api::{Diagnosis, Server, Way};
use crate::platform::task;
use crate::state::{Connection, Host, Session, SignIn};

/// What is typed, and how far trying it has come. Secrets are emptied as soon as they were accepted or refused.
#[derive(Clone, Copy)]
pub(crate) struct Entry {
    pub(super) session: Session,
    host: Host,
    pub(super) name: RwSignal<String>,
    pub(super) password: RwSignal<String>,
    pub(super) key: RwSignal<String>,
    pub(super) token: RwSignal<String>,
    pub(super) address: RwSignal<String>,
    /// Whether server and way are shown.
    pub(super) is_open: RwSignal<bool>,
    /// Errors wait until it was sent once.
    was_sent: RwSignal<bool>,
    /// The same for the address on the connection screen.
    pub(super) was_moved: RwSignal<bool>,
    pub(super) is_waiting: RwSignal<bool>,
    pub(super) known: RwSignal<Known>,
    /// Whether something is under way at the present server.
    is_busy: Signal<bool>,
}

impl Entry {
    /// Nothing typed but the address that is known.
    pub(crate) fn new(session: Session, host: Host, is_busy: Signal<bool>) -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            session,
            host,
            name: empty(),
            password: empty(),
            key: empty(),
            token: empty(),
            address: RwSignal::new(session.address()),
            is_open: RwSignal::new(false),
            was_sent: RwSignal::new(false),
            was_moved: RwSignal::new(false),
            is_waiting: RwSignal::new(false),
            known: RwSignal::new(Known::default()),
            is_busy,
        }
    }

    /// That of this app.
    pub(crate) fn current() -> Self {
        expect_context()
    }

    /// Which server, and how it is talked to.
    pub(super) fn connection(self) -> Connection {
        self.session.connection()
    }

    /// Chooses another way of signing in.
    pub(super) fn choose_way(self, way: Way) {
        self.connection().set_way(way);
        self.fail(None);
        self.was_sent.set(false);
    }

    fn fail(self, failure: Option<Diagnosis>) {
        self.known.try_update(|known| known.failure = failure);
    }

    fn forget_check(self) {
        self.known.try_update(|known| known.checked = None);
    }

    /// Whether the address is asked for: only while nobody is signed in, and where nobody else has set it.
    pub(super) fn asks_address(self) -> bool {
        self.connection().is_free() && *self.session.sign_in().read() == SignIn::Out
    }

    /// The server that is typed.
    fn server(self) -> Result<Server, Fault> {
        server(&self.address.read(), &self.connection().server(), self.is_busy.get())
    }

    fn typed(self) -> Typed {
        Typed {
            name: self.name.get(),
            password: self.password.get(),
            key: self.key.get(),
            token: self.token.get(),
        }
    }

    /// What stands against the sign-in, in the order of the fields; nothing before it was sent.
    pub(super) fn faults(self) -> Vec<(Field, Fault)> {
        if !self.was_sent.get() {
            return Vec::new();
        }
        let mut faults = self.typed().read(self.connection().way()).err().unwrap_or_default();
        if self.asks_address() {
            faults.extend(self.server().err().map(|fault| (Field::Address, fault)));
        }
        faults
    }

    /// Signs in with what is typed.
    pub(super) fn submit(self) {
        if self.is_waiting.get_untracked() {
            return;
        }
        self.was_sent.set(true);
        self.fail(None);
        if let Some((field, _)) = untrack(|| self.faults()).first() {
            if *field == Field::Address {
                self.is_open.set(true);
            }
            return self.host.focus_soon(field.id());
        }
        if untrack(|| self.asks_address())
            && let Ok(server) = untrack(|| self.server())
        {
            self.go_to(server);
        }
        let way = untrack(|| self.connection().way());
        let Ok(credential) = untrack(|| self.typed()).read(way) else { return };
        self.is_waiting.set(true);
        // Before the wait: the app may be gone after it.
        let connection = self.connection();
        task::spawn(async move {
            let result = self.session.enter(credential).await;
            let failure = match result {
                Ok(()) => None,
                Err(error) => {
                    let Some(server) = connection.server_now() else { return };
                    Some(server.diagnose(error).await)
                }
            };
            self.is_waiting.try_set(false);
            self.tried(way, failure);
        });
    }

    /// What follows a try.
    fn tried(self, way: Way, failure: Option<Diagnosis>) {
        let Some(diagnosis) = failure else {
            // Kept with the session now, and nowhere else.
            self.forget_secrets();
            self.was_sent.try_set(false);
            self.is_open.try_set(false);
            self.forget_check();
            return;
        };
        if diagnosis == Diagnosis::NotAccepted {
            // A refused secret is not tried again: servers lock accounts.
            self.forget_secrets();
            self.was_sent.try_set(false);
            self.host.focus_soon(Field::secret(way).id());
        } else {
            // Most of what else can be wrong is the address.
            self.is_open.try_set(true);
            self.host.focus_soon("sign-in-failed");
        }
        self.fail(Some(diagnosis));
    }

    fn forget_secrets(self) {
        for secret in [self.password, self.key, self.token] {
            secret.try_set(String::new());
        }
    }

    /// Signs out to sign in otherwise.
    pub(super) fn sign_in_otherwise(self) {
        self.is_open.set(true);
        self.session.leave();
    }

    /// What stands against the address on the connection screen, once it was to be changed.
    pub(super) fn move_fault(self) -> Option<Fault> {
        if self.was_moved.get() { self.server().err() } else { None }
    }

    /// Goes to the server that is typed. It signs out.
    pub(super) fn change_server(self) {
        self.was_moved.set(true);
        match untrack(|| self.server()) {
            Ok(server) if untrack(|| self.connection().server()) != server => {
                self.was_moved.set(false);
                self.forget_check();
                self.go_to(server);
            }
            Ok(_) | Err(_) => self.host.focus_soon(Field::Address.id()),
        }
    }

    fn go_to(self, server: Server) {
        // In the spelling that is used.
        self.address.set(server.address().to_owned());
        if untrack(|| self.connection().server()) != server {
            self.session.move_to(server);
        }
    }

    /// Looks at the connection, step by step, as far as each step lets.
    pub(super) fn check(self) {
        if self.known.with_untracked(Known::is_running) {
            return;
        }
        let Some(check) = self.known.try_update(Known::begin) else { return };
        let server = untrack(|| self.connection().server());
        let lease = self.session.lease();
        task::spawn(async move {
            self.put(check, Step::Address, Found::Asking);
            if !self.found(check, Step::Address, server.reach().await) {
                return;
            }
            self.put(check, Step::Api, Found::Asking);
            if !self.found(check, Step::Api, server.find_api().await) {
                return;
            }
            self.put(check, Step::SignIn, Found::Asking);
            let read = lease.call(async |client| client.read_lists().await).await;
            self.update(check, |checked| checked.put_reading(&read));
            if let Err(error) = read
                && self.is_asking(check, Step::SignIn)
            {
                let diagnosis = server.diagnose(error).await;
                self.put(check, Step::SignIn, Found::Bad(diagnosis));
            }
        });
    }

    /// Takes in how a step went, and tells whether it went well and the check goes on.
    fn found(self, check: u64, step: Step, result: Result<(), Diagnosis>) -> bool {
        let is_good = result.is_ok();
        self.put(check, step, result.map_or_else(Found::Bad, |()| Found::Good)) && is_good
    }

    /// Takes in what is known of a step, unless the check is no longer the one that counts.
    fn put(self, check: u64, step: Step, found: Found) -> bool {
        self.update(check, |checked| checked.put(step, found))
    }

    fn update(self, check: u64, change: impl FnOnce(&mut Checked)) -> bool {
        let done = self.known.try_update(|known| known.running(check).map(change));
        done.flatten().is_some()
    }

    fn is_asking(self, check: u64, step: Step) -> bool {
        let found = self.known.try_update_untracked(|known| known.running(check)?.get(step).cloned());
        found.flatten() == Some(Found::Asking)
    }
}
