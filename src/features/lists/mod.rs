//! Contact lists: all of them, and one with its contacts, fields and agents.

mod agents_tab;
mod contacts;
mod delete_list;
mod desk;
mod edit_list;
mod fields_tab;
mod form;
mod grid;
mod list_form;
mod list_page;
mod model;
mod new_list;
mod page;

pub(crate) use list_page::ListPage;
pub(crate) use new_list::NewListDialog;
pub(crate) use page::ListsPage;
