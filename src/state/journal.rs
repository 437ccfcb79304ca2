//! The imports that this browser has made, each written down before every request, so that a crash in the middle is known
//! of afterwards.
//!
//! They belong to their server and to whoever made them. No contact and no secret is in them.

use std::collections::BTreeSet;
use std::time::Duration;

use dialdesk_core::kept::Kept;
use dialdesk_core::plan::{self, Entry, Step, Verdict};
use leptos::prelude::*;

use super::{Session, SignIn, lasting};
use crate::api::Who;
use crate::platform::storage::{self, Key};
use crate::platform::{clock, page, task};

/// How often an import that is under way gives a sign of life. See [`plan::LEASE`].
const BEAT: Duration = Duration::from_secs(10);

/// The journal of this browser.
#[derive(Clone, Copy)]
pub(crate) struct Journal {
    session: Session,
    entries: RwSignal<Vec<Entry>>,
    /// The time by which standings are judged; it passes while somebody looks.
    now: RwSignal<u64>,
    /// What this page carries out now.
    own: StoredValue<Option<u64>>,
    /// What this page has begun.
    begun: StoredValue<BTreeSet<u64>>,
    /// How often something was carried out: each time has signs of life of its own.
    turns: StoredValue<u64>,
    /// Who keeps the entries.
    keeper: RwSignal<Keeper>,
    /// Whether the page was left. What its last requests come to is none of an outcome: the browser has cut them off.
    is_left: StoredValue<bool>,
}

/// Who keeps the entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keeper {
    /// The browser: they outlive the page, and other tabs see them.
    Browser,
    /// This page alone: the browser keeps nothing, or has no room left.
    Page,
    /// This page alone: what the browser keeps is of a later version of the app, and is left alone.
    Newer,
}

impl Keeper {
    /// Who keeps them as long as nothing is written.
    fn found(kept: &Kept<Entry>) -> Self {
        match kept {
            Kept::Read(_) => Self::Browser,
            Kept::Newer => Self::Newer,
        }
    }
}

impl Journal {
    fn new(session: Session) -> Self {
        let kept = load();
        let journal = Self {
            session,
            keeper: RwSignal::new(Keeper::found(&kept)),
            entries: RwSignal::new(kept.or_none()),
            now: RwSignal::new(clock::now()),
            own: StoredValue::new(None),
            begun: StoredValue::new(BTreeSet::new()),
            turns: StoredValue::new(0),
            is_left: StoredValue::new(false),
        };
        storage::watch(Key::Activity, move || journal.look());
        // A page that is gone carries nothing on; only a crash leaves the lease to run out.
        page::when_left(move || journal.abandon());
        on_cleanup(move || journal.abandon());
        journal
    }

    /// That of this app.
    pub(crate) fn current() -> Self {
        lasting(|| Self::new(Session::current()))
    }

    /// What was sent to this server by whoever is signed in, the oldest first.
    pub(crate) fn entries(self) -> Memo<Vec<Entry>> {
        Memo::new(move |_| {
            let (server, who) = (self.session.address(), self.who());
            let is_meant = |entry: &&Entry| entry.server == server && entry.who == who;
            self.entries.read().iter().filter(is_meant).cloned().collect()
        })
    }

    /// The time by which they are judged.
    pub(crate) fn now(self) -> ReadSignal<u64> {
        self.now.read_only()
    }

    /// Looks at what is kept and at the clock.
    pub(crate) fn look(self) {
        self.entries.try_set(self.kept());
        self.now.try_set(clock::now());
    }

    /// Who keeps the entries.
    pub(crate) fn keeper(self) -> ReadSignal<Keeper> {
        self.keeper.read_only()
    }

    /// What is kept, the oldest first. What a later version of the app has written is left alone; this page then knows its
    /// own alone. Where this page could not write, what it has begun comes on top of what others could.
    fn kept(self) -> Vec<Entry> {
        let of_this_page = || self.entries.try_get_untracked().unwrap_or_default();
        match (self.keeper.try_get_untracked(), load()) {
            (_, Kept::Newer) => of_this_page(),
            (Some(Keeper::Page | Keeper::Newer), Kept::Read(entries)) => {
                let begun = self.begun.try_get_value().unwrap_or_default();
                let own = of_this_page().into_iter().filter(|entry| begun.contains(&entry.id));
                let mut all = own.fold(entries, plan::with);
                all.sort_by_key(|entry| entry.id);
                all
            }
            (Some(Keeper::Browser) | None, Kept::Read(entries)) => entries,
        }
    }

    /// Writes down an import that begins, and keeps it alive until it ends.
    pub(crate) fn begin(self, entry: Entry) {
        let id = entry.id;
        self.begun.update_value(|begun| {
            begun.insert(id);
        });
        self.change(|entries| plan::with(entries, entry));
        self.keep_alive(id);
    }

    /// Keeps an import alive that goes on after it had ended; answers whether it is still kept.
    pub(crate) fn resume(self, id: u64) -> bool {
        let is_kept = self.kept().iter().any(|entry| entry.id == id);
        if is_kept {
            self.keep_alive(id);
        }
        is_kept
    }

    fn keep_alive(self, id: u64) {
        self.own.set_value(Some(id));
        self.turns.update_value(|turns| *turns += 1);
        let turn = self.turns.get_value();
        // Whoever begins something has come back to the page.
        self.is_left.set_value(false);
        task::spawn(async move {
            loop {
                clock::sleep(BEAT).await;
                let is_mine = self.turns.try_get_value() == Some(turn);
                if !is_mine || self.own.try_get_value().flatten() != Some(id) {
                    return;
                }
                // Time that passes is that of a page which was come back to.
                self.is_left.try_set_value(false);
                self.update(id, |entry, now| entry.alive = now);
            }
        });
    }

    /// The time for an import that begins now: no two have the same.
    pub(crate) fn fresh_id(self) -> u64 {
        let latest = self.kept().last().map_or(0, |entry| entry.id);
        clock::now().max(latest + 1)
    }

    /// Writes down that an import goes on to a step; `more` is what is known with it.
    pub(crate) fn go_on(self, id: u64, step: Step, more: impl FnOnce(&mut Entry)) {
        self.update(id, |entry, now| {
            entry.go_on(step, now);
            more(entry);
        });
    }

    /// Writes down how an import ended.
    pub(crate) fn end(self, id: u64, verdict: Verdict, found: Option<u64>, after: Option<u64>) {
        self.own.try_update_value(|own| *own = own.filter(|own| *own != id));
        self.update(id, |entry, now| {
            entry.end(verdict, found, now);
            entry.after = after.or(entry.after);
        });
    }

    /// Judges an import by what its list holds.
    pub(crate) fn judge(self, id: u64, holds: u64) {
        let others = self.kept();
        self.update(id, |entry, now| entry.judge(Some(holds), &others, now));
    }

    /// Changes an entry, if it is still kept.
    pub(crate) fn update(self, id: u64, change: impl FnOnce(&mut Entry, u64)) {
        // An app that is gone changes nothing any more.
        if self.is_left.try_get_value() != Some(false) {
            return;
        }
        let now = clock::now();
        self.change(|mut entries| {
            if let Some(entry) = entries.iter_mut().find(|entry| entry.id == id) {
                change(entry, now);
            }
            entries
        });
    }

    /// Forgets what was sent to this server by whoever is signed in, apart from what is under way.
    pub(crate) fn clear(self) {
        let (server, who, now) = untrack(|| (self.session.address(), self.who(), clock::now()));
        self.change(|mut entries| {
            entries.retain(|entry| {
                entry.server != server || entry.who != who || entry.standing(now) == plan::Standing::UnderWay
            });
            entries
        });
    }

    /// Who is signed in, for an entry.
    pub(crate) fn who(self) -> String {
        match &*self.session.sign_in().read() {
            SignIn::In(credential) => label(&credential.who()),
            SignIn::Expired { who } => label(who),
            SignIn::Out => String::new(),
        }
    }

    fn abandon(self) {
        let Some(id) = self.own.try_get_value().flatten() else { return };
        self.update(id, |entry, _| entry.alive = 0);
        self.is_left.try_set_value(true);
    }

    /// Changes what is kept now: another tab may have changed it a moment ago.
    fn change(self, change: impl FnOnce(Vec<Entry>) -> Vec<Entry>) {
        let entries = change(self.kept());
        self.keeper.try_set(match load() {
            Kept::Newer => Keeper::Newer,
            Kept::Read(_) => match storage::keep(Key::Activity, &plan::write(&entries)) {
                Ok(()) => Keeper::Browser,
                Err(storage::NotKept) => Keeper::Page,
            },
        });
        self.entries.try_set(entries);
        self.now.try_set(clock::now());
    }
}

/// Who it is, as far as it is written down. A mark of a secret is as little kept as the secret.
fn label(who: &Who) -> String {
    match who {
        Who::Name(name) => format!("name:{name}"),
        Who::ApiKey(_) => "key".to_owned(),
        Who::Token(_) => "token".to_owned(),
        Who::Host => "host".to_owned(),
    }
}

fn load() -> Kept<Entry> {
    storage::get(Key::Activity).map_or_else(|| Kept::Read(Vec::new()), |text| plan::read(&text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Credential;

    #[test]
    fn what_is_written_down_of_a_person_tells_no_secret() {
        let of = |credential: Credential| label(&credential.who());
        assert_eq!(of(Credential::Basic { name: "key".into(), password: "pass".into() }), "name:key");
        assert_eq!(of(Credential::ApiKey("one".into())), of(Credential::ApiKey("other".into())));
        assert_eq!(of(Credential::Token("one".into())), "token");
    }
}
