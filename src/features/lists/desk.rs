//! What is being done with a list. It belongs to the app, not to a screen: leaving one loses nothing that was typed.

use dialdesk_core::contact::{ContactId, CustomField, OfferedField, offered};
use dialdesk_core::list::ListId;
use leptos::prelude::*;

use super::contacts::Contacts;
use super::form::{ContactForm, Counts};
use super::grid::GridForm;
use crate::api::{Agent, ApiError, List};
use crate::features::members::Members;
use crate::platform::task;
use crate::state::{Kept, Remote, Session, Stake, Unsaved, lasting};

/// What is known of the size of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// It was not counted yet.
    Unasked,
    /// The server does not tell.
    Untold,
    /// So many contacts.
    Known(u64),
}

/// Everything about one list. What is seldom asked for stands in [`Parts`], so that passing a desk on stays cheap.
#[derive(Clone, Copy)]
pub(super) struct ListDesk {
    pub(super) id: ListId,
    pub(super) session: Session,
    pub(super) list: RwSignal<Remote<List>>,
    pub(super) held: RwSignal<Held>,
    pub(super) custom: RwSignal<Remote<Vec<CustomField>>>,
    /// The fields that a contact of this list can have.
    pub(super) fields: Memo<Vec<OfferedField>>,
    parts: StoredValue<Parts>,
}

/// What is typed and shown on the screens of a list.
#[derive(Clone, Copy)]
struct Parts {
    /// Custom fields that the admin has named by their numbers, where the server shows none.
    declared: RwSignal<Vec<CustomField>>,
    contacts: Contacts,
    form: ContactForm,
    grid: GridForm,
    agents: Members<Agent>,
    edits: StoredValue<Vec<ContactForm>>,
    owner: StoredValue<Owner>,
}

impl ListDesk {
    fn new(id: ListId, session: Session, owner: StoredValue<Owner>) -> Self {
        let custom = RwSignal::new(Remote::<Vec<CustomField>>::Loading);
        let declared = RwSignal::new(Vec::<CustomField>::new());
        let fields = Memo::new(move |_| {
            let read = custom.read();
            let mut all = read.ready().cloned().unwrap_or_default();
            // What was named by hand and is shown after all is as the server has it.
            let named = declared.get().into_iter();
            all.extend(
                named.filter(|field| read.ready().into_iter().flatten().all(|known| known.id != field.id)),
            );
            offered(&all)
        });
        let parts = Parts {
            declared,
            contacts: Contacts::new(id, session),
            form: ContactForm::new(id, None, session, fields),
            grid: GridForm::new(fields),
            agents: Members::new(),
            edits: StoredValue::new(Vec::new()),
            owner,
        };
        Self {
            id,
            session,
            list: RwSignal::new(Remote::Loading),
            held: RwSignal::new(Held::Unasked),
            custom,
            fields,
            parts: StoredValue::new(parts),
        }
    }

    /// Custom fields that the admin has named by their numbers.
    pub(super) fn declared(self) -> RwSignal<Vec<CustomField>> {
        self.parts.with_value(|parts| parts.declared)
    }

    /// The page of its contacts.
    pub(super) fn contacts(self) -> Contacts {
        self.parts.with_value(|parts| parts.contacts)
    }

    /// The form of a new contact.
    pub(super) fn form(self) -> ContactForm {
        self.parts.with_value(|parts| parts.form)
    }

    /// The grid for several.
    pub(super) fn grid(self) -> GridForm {
        self.parts.with_value(|parts| parts.grid)
    }

    /// Its agents.
    pub(super) fn agents(self) -> Members<Agent> {
        self.parts.with_value(|parts| parts.agents)
    }

    /// The form of one of its contacts.
    pub(super) fn edit(self, contact: ContactId) -> ContactForm {
        let Parts { edits, owner, .. } = self.parts.get_value();
        let known = edits.with_value(|edits| edits.iter().find(|form| form.id == Some(contact)).copied());
        known.unwrap_or_else(|| {
            let form = owner.with_value(|owner| {
                owner.with(|| ContactForm::new(self.id, Some(contact), self.session, self.fields))
            });
            edits.update_value(|edits| edits.push(form));
            form
        })
    }

    /// Reads the list, its size and its fields (again). What is known is shown until it is known better.
    pub(super) fn read(self) {
        task::spawn(async move {
            let list = self.session.call(async |client| client.list(self.id).await).await;
            self.list.try_update(|known| known.take(list));
            self.count().await;
        });
        self.read_fields();
    }

    /// Reads the custom fields (again).
    pub(super) fn read_fields(self) {
        task::spawn(async move {
            let fields = self.session.call(async |client| client.custom_fields(self.id).await).await;
            // What is typed into a field that is known must not go with it.
            self.custom.try_update(|known| known.take(fields));
        });
    }

    /// Counts the contacts (again); the number where the server tells.
    pub(super) async fn count(self) -> Option<u64> {
        let count = self.session.call(async |client| client.contact_count(self.id).await).await;
        self.held.try_set(match &count {
            Ok(Some(count)) => Held::Known(*count),
            Ok(None) => Held::Untold,
            Err(error) if error.hides() => Held::Untold,
            Err(_) => Held::Unasked,
        });
        count.ok().flatten()
    }

    /// The sizes around a call that failed with `error`, where they tell whether it was done all the same.
    pub(super) async fn counts(self, before: Option<Held>, error: &ApiError) -> Option<Counts> {
        match before {
            Some(Held::Known(before)) if error.leaves_outcome_open() => {
                self.count().await.map(|now| Counts { before, now })
            }
            _ => None,
        }
    }

    /// Reads the agents (again).
    pub(super) async fn read_agents(self) {
        let agents = self.session.call(async |client| client.list_agents(self.id).await).await;
        if let Some(members) = self.parts.try_with_value(|parts| parts.agents) {
            members.present.try_update(|known| known.take(agents));
        }
    }

    /// The phones of the contacts on screen.
    pub(super) fn known_phones(self) -> Vec<(ContactId, String)> {
        self.contacts().phones()
    }

    fn is_dirty(self) -> bool {
        let Parts { form, grid, edits, .. } = self.parts.get_value();
        form.is_dirty()
            || grid.is_dirty()
            || edits.with_value(|edits| edits.iter().any(|form| form.is_dirty()))
    }
}

/// All lists that were opened.
#[derive(Clone, Copy)]
pub(super) struct ListDesks {
    session: Session,
    owner: StoredValue<Owner>,
    kept: Kept<ListDesk>,
    /// A list that was deleted, for the screen that is shown afterwards: number and name.
    pub(super) deleted: RwSignal<Option<(ListId, String)>>,
}

impl ListDesks {
    /// None yet.
    fn new(session: Session) -> Self {
        let owner = StoredValue::new(Owner::current().unwrap_or_default());
        let kept = Kept::new(session);
        Unsaved::current().register(Stake::Entered, move || kept.any(|desk: &ListDesk| desk.is_dirty()));
        Self { session, owner, kept, deleted: RwSignal::new(None) }
    }

    /// Those of this app.
    pub(super) fn current() -> Self {
        lasting(|| Self::new(Session::current()))
    }

    /// The desk of a list.
    pub(super) fn get(self, id: ListId) -> ListDesk {
        if let Some(desk) =
            self.kept.open.with_untracked(|open| open.iter().find(|desk| desk.id == id).copied())
        {
            return desk;
        }
        // Its signals live as long as the app.
        let desk = self.owner.with_value(|owner| owner.with(|| ListDesk::new(id, self.session, self.owner)));
        self.kept.open.update(|open| open.push(desk));
        desk
    }

    /// Lets go of a list that is no more.
    pub(super) fn close(self, id: ListId) {
        self.kept.open.update(|open| open.retain(|desk| desk.id != id));
    }
}
