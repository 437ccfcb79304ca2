//! What every screen shares: who is signed in, data read from the server, preferences.

mod collection;
mod connection;
mod host;
mod preferences;
mod records;
mod remote;
mod session;

pub(crate) use collection::Collection;
pub(crate) use connection::Connection;
pub(crate) use host::Host;
pub(crate) use preferences::{Preferences, Theme};
pub(crate) use records::Records;
pub(crate) use remote::Remote;
pub(crate) use session::{Lease, Session, SignIn};

/// The contact lists of the server.
pub(crate) type Lists = Collection<crate::api::List>;
