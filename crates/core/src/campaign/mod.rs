//! Dialer campaigns: `POST /api/voice/queues` with all of its keys.
//!
//! A [`Draft`] holds texts as typed. [`Draft::review`] says all that is to be said about them; [`Draft::spec`] and
//! [`Draft::changes`] give what can be sent, if nothing stands against it. What each key may hold is data
//! ([`Key::shape`], [`rules`]), read by the checks, the help texts and the tests alike.

mod cause;
mod draft;
mod key;
mod method;
mod paste;
mod problem;
mod queue_options;
mod relations;
pub mod rules;
mod section;
mod shape;
mod stored;
mod value;

use crate::id::Id;

pub use cause::Cause;
pub use draft::{Changes, Draft, Spec};
pub use key::{Key, TYPE, TYPE_KEY};
pub use method::{Method, Optimization};
pub use paste::{Notice, PasteError, Pasted};
pub use problem::{Finding, Kind};
pub use section::Section;
pub use shape::{DecimalRange, Record, Shape, TEXT_MAX, Vocabulary};
pub use stored::{Clash, Stored, shown};
pub use value::{Hundredths, Value};

/// A campaign, as far as its number is concerned.
#[derive(Debug)]
pub enum Campaign {}

/// The server's number for a campaign.
pub type CampaignId = Id<Campaign>;
