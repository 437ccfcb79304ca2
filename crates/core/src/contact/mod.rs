//! Contacts: their fields, what each may hold, and the way from what is typed to what is sent.

mod custom;
mod draft;
mod field;
mod grid;
mod paste;
mod shape;
mod stored;

use crate::id::Id;

pub use custom::{CustomField, CustomFieldId, CustomKind, Scope};
pub use draft::{ContactDraft, ContactFinding, ContactProblem, NewContact};
pub use field::ContactField;
pub use grid::{Cell, CellFinding, Grid, ROWS_FIRST, ROWS_MAX};
pub use paste::{Misfit, Pasted};
pub use shape::{FieldValue, OfferedField, Shape, TEXT_MAX, WHOLE, offered};
pub use stored::{Clash, ContactChanges, StoredContact};

/// A contact, as far as its number is concerned.
#[derive(Debug)]
pub enum Contact {}

/// The server's number for a contact.
pub type ContactId = Id<Contact>;
