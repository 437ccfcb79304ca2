//! Who is signed in where, and how the app looks.

mod form;
mod page;

pub(crate) use page::{ConnectPage, SignInAgain, SignInPage};
