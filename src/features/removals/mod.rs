//! Taking things away with time to undo it: the request goes out some seconds later.

mod model;
mod state;
mod view;

pub(crate) use model::{Stage, Target};
pub(crate) use state::Removals;
pub(crate) use view::{RemoveButton, WaitingNote};
