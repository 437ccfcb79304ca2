//! The contacts of a list, page by page.

mod model;
mod state;
mod tab;
mod table;

pub(super) use state::Contacts;
pub(super) use tab::ContactsTab;
