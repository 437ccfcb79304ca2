//! What every screen shares: who is signed in, data read from the server, preferences.

mod host;
mod lists;
mod preferences;
mod remote;
mod session;

pub(crate) use host::Host;
pub(crate) use lists::Lists;
pub(crate) use preferences::{Preferences, Theme};
pub(crate) use remote::Remote;
pub(crate) use session::{Lease, Session, SignIn};
