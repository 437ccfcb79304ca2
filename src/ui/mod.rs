//! The small set of parts that screens are made of; their styles are in `style/components/`.

mod chip;
mod field;
mod leave;
mod listing;
mod long_table;
mod message;
mod open_by_number;
mod page_title;
mod problem;
mod radio;
mod request;
mod search;
mod select;
mod sort;
mod window;

pub(crate) use chip::{Chip, Mood};
pub(crate) use field::{Kind, TextField};
pub(crate) use leave::LeaveDialog;
pub(crate) use listing::{Listing, NotShown};
pub(crate) use long_table::{LongTable, Place};
pub(crate) use message::{Message, Tone};
pub(crate) use open_by_number::OpenByNumber;
pub(crate) use page_title::PageTitle;
pub(crate) use problem::{CallFailed, ChangeFailed};
pub(crate) use radio::Radio;
pub(crate) use request::RequestDetails;
pub(crate) use search::{NoMatch, SearchField};
pub(crate) use select::SelectField;
pub(crate) use sort::{Sort, SortHeader, order};
