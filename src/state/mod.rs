//! What every screen shares: who is signed in, data read from the server, preferences.

mod collection;
mod connection;
mod created;
mod custody;
mod host;
mod journal;
mod lasting;
mod lease;
mod neighbours;
mod preferences;
mod provider;
mod recipes;
mod records;
mod remote;
mod session;
mod unsaved;

pub(crate) use collection::Collection;
pub(crate) use connection::Connection;
pub(crate) use custody::Kept;
pub(crate) use host::Host;
pub(crate) use journal::{Journal, Keeper};
pub(crate) use lasting::{keep_lasting, lasting};
pub(crate) use lease::Lease;
pub(crate) use neighbours::{Neighbours, Taken};
pub(crate) use preferences::{Preferences, Theme};
pub(crate) use provider::{NoSignIn, Provider};
pub(crate) use recipes::Recipes;
pub(crate) use records::Records;
pub(crate) use remote::Remote;
pub(crate) use session::{Session, SignIn};
pub(crate) use unsaved::{Stake, Unsaved};

/// The contact lists of the server.
pub(crate) type Lists = Collection<crate::api::List>;
