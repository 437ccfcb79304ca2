//! Answering machine detection: the nine settings of Asterisk's `AMD()`, their limits, and how they belong together.
//!
//! Meanings follow Asterisk's `app_amd.c`. The server itself only refuses negative numbers, as far as is known.

mod relations;
mod setting;

pub use relations::{Relation, relations};
pub use setting::{FRAME_MS, Setting};
