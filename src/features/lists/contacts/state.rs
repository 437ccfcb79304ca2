//! The page of contacts that is on screen.

use dialdesk_core::contact::{ContactField, ContactId, StoredContact};
use dialdesk_core::list::ListId;
use leptos::prelude::*;

use super::model::{Column, FIRST, PAGE, Pager, wire};
use crate::api::{ApiError, PageAsked};
use crate::platform::task;
use crate::state::{Remote, Session};
use crate::ui::Sort;

/// The page and how it was asked for.
#[derive(Clone, Copy)]
pub(crate) struct Contacts {
    list: ListId,
    session: Session,
    pub(super) rows: RwSignal<Remote<Vec<StoredContact>>>,
    pub(super) pager: RwSignal<Pager>,
    pub(super) sort: RwSignal<Sort<Column>>,
    /// What is typed into the search.
    pub(super) search: RwSignal<String>,
    /// What was searched for.
    pub(super) sought: RwSignal<String>,
    pub(super) is_loading: RwSignal<bool>,
    /// Why the page that was asked for last could not be read: the rows are still those before it.
    pub(super) failure: RwSignal<Option<ApiError>>,
    /// Which one that was.
    wanted: StoredValue<Pager>,
    /// Numbers the readings: the answer to an earlier one changes nothing.
    loads: StoredValue<u64>,
}

impl Contacts {
    /// Nothing read yet.
    pub(crate) fn new(list: ListId, session: Session) -> Self {
        Self {
            list,
            session,
            rows: RwSignal::new(Remote::Loading),
            pager: RwSignal::new(Pager::default()),
            sort: RwSignal::new(FIRST),
            search: RwSignal::new(String::new()),
            sought: RwSignal::new(String::new()),
            is_loading: RwSignal::new(false),
            failure: RwSignal::new(None),
            wanted: StoredValue::new(Pager::default()),
            loads: StoredValue::new(0),
        }
    }

    /// Reads a page and shows it; an empty one after others shows the one before it again.
    pub(super) async fn read(self, wanted: Pager) {
        let Some(load) = self.loads.try_update_value(|load| {
            *load += 1;
            *load
        }) else {
            return;
        };
        let mut pager = wanted;
        self.is_loading.try_set(true);
        loop {
            let (Some(sort), Some(filter)) = (self.sort.try_get_untracked(), self.sought.try_get_untracked())
            else {
                return;
            };
            let asked =
                PageAsked { list: self.list, limit: PAGE, offset: pager.offset, sort: wire(sort), filter };
            let result = self.session.call(async |client| client.contacts_page(&asked).await).await;
            if self.loads.try_get_value() != Some(load) {
                return;
            }
            match result {
                Ok(page) => {
                    if page.rows.is_empty()
                        && let Some(before) = pager.back_from_nothing()
                    {
                        pager = before;
                        continue;
                    }
                    pager.take(page.rows.len() as u64, page.total);
                    self.pager.try_set(pager);
                    self.failure.try_set(None);
                    self.rows.try_set(Remote::Ready(page.rows));
                }
                Err(error) => {
                    self.wanted.try_set_value(pager);
                    self.failure.try_set(Some(error.clone()));
                    self.rows.try_update(|rows| rows.take(Err(error)));
                }
            }
            self.is_loading.try_set(false);
            return;
        }
    }

    /// Reads the page on screen again.
    pub(crate) async fn read_again(self) {
        let pager = self.pager.try_with_untracked(Pager::at_its_place);
        if let Some(pager) = pager {
            self.read(pager).await;
        }
    }

    /// As [`Self::read`], while the screen goes on.
    pub(super) fn go_to(self, pager: Pager) {
        task::spawn(self.read(pager));
    }

    /// Reads the page that could not be read once more.
    pub(super) fn retry(self) {
        self.go_to(self.wanted.get_value());
    }

    /// Searches for what is typed, from the first page.
    pub(super) fn search(self) {
        self.sought.set(self.search.with_untracked(|search| search.trim().to_owned()));
        self.go_to(Pager::default());
    }

    /// The phones of the contacts on screen.
    pub(crate) fn phones(self) -> Vec<(ContactId, String)> {
        self.rows.with(|rows| {
            let rows = rows.ready().map(Vec::as_slice).unwrap_or_default();
            rows.iter().map(|row| (row.id, row.text(ContactField::Phone).to_owned())).collect()
        })
    }
}
