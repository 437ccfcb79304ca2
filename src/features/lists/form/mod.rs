//! The form of a contact: a new one, or one that is changed.

mod clash;
mod control;
mod declare;
mod edit_page;
mod new_page;
mod outcome;
mod send;
mod state;
mod view;

pub(super) use declare::Declare;
pub(super) use edit_page::EditContact;
pub(super) use new_page::NewContactPage;
pub(super) use outcome::Counted;
pub(super) use state::{ContactForm, Counts};
pub(super) use view::field_name;
