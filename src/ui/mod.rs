//! The small set of parts that screens are made of; each has its own file in `style/components/`.

mod field;
mod message;
mod page_title;
mod problem;

pub(crate) use field::{Kind, TextField};
pub(crate) use message::{Message, Tone};
pub(crate) use page_title::PageTitle;
pub(crate) use problem::CallFailed;
