//! The dialling window: its days and times beside its text, the week that it opens, and when.

mod ahead;
mod edit;
mod places;
mod rows;
mod server;
mod shown;
mod week;
mod when;

pub(super) use rows::WindowRows;
pub(super) use week::WindowWeek;
