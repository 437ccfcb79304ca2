//! Several contacts at once: a small grid, and pasting into it.

mod cells;
mod page;
mod paste;
mod places;
mod send;
mod state;

pub(super) use page::SeveralPage;
pub(super) use state::GridForm;
