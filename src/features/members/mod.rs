//! Members of a campaign or of a list: who is there, choosing more, adding them.

mod agents;
mod pick;
mod present;

pub(crate) use agents::PickAgents;
pub(crate) use pick::{Choice, Pick};
pub(crate) use present::{Added, Adding, Deed, Members, Present, Said, TakeAway, said};
