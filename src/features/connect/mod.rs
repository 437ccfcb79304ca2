//! Who is signed in where, and how the app looks.

mod form;
mod host;
mod page;

pub(crate) use host::{SignInAgainByHost, SignInByHost};
pub(crate) use page::{ConnectPage, SignInAgain, SignInPage};
