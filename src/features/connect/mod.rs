//! Who is signed in where, and how the app looks.

mod check;
mod entry;
mod form;
mod host;
mod model;
mod page;
mod settings;
mod told;

pub(crate) use entry::Entry;
pub(crate) use host::{SignInAgainByHost, SignInByHost};
pub(crate) use page::{SignInAgain, SignInPage};
pub(crate) use settings::ConnectPage;
