//! The server's REST endpoints: the only place with URLs, and with the server's spelling of things.
//!
//! Requests have exactly the paths, methods, keys and JSON types of the documented page. Answers are read leniently:
//! bare arrays or `{count, rows}`, numbers as strings, unknown keys.

pub(crate) mod agents;
mod answer;
pub(crate) mod campaigns;
mod client;
pub(crate) mod contacts;
mod credential;
mod error;
mod fields;
mod imports;
pub(crate) mod lists;
mod members;
pub(crate) mod records;
mod request;
mod rows;

pub(crate) use agents::Agent;
pub(crate) use campaigns::CampaignRow;
pub(crate) use client::{Client, Server};
pub(crate) use contacts::PageAsked;
pub(crate) use credential::Credential;
pub(crate) use error::{ApiError, Refused};
pub(crate) use imports::{Bind, upload as upload_of};
pub(crate) use lists::List;
pub(crate) use records::Named;
pub(crate) use request::{Request, curl};
pub(crate) use rows::Row;
