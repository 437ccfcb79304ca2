//! Contact lists.

mod list_page;
mod model;
mod new_list;
mod page;

pub(crate) use list_page::ListPage;
pub(crate) use new_list::NewListDialog;
pub(crate) use page::ListsPage;
