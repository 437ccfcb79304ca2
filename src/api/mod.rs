//! The server's REST endpoints: the only place with URLs, and with the server's spelling of things.
//!
//! Requests have exactly the paths, methods, keys and JSON types of the documented page. Answers are read leniently:
//! bare arrays or `{count, rows}`, numbers as strings, unknown keys.

mod agents;
mod answer;
pub(crate) mod campaigns;
mod client;
pub(crate) mod contacts;
mod credential;
mod diagnosis;
mod error;
mod fields;
mod imports;
pub(crate) mod lists;
mod members;
pub(crate) mod records;
mod request;
mod rows;
mod server;
mod token;
mod under_way;

pub(crate) use agents::Agent;
pub(crate) use campaigns::CampaignRow;
pub(crate) use client::Client;
pub(crate) use contacts::PageAsked;
pub(crate) use credential::{Credential, Way, Who};
pub(crate) use diagnosis::Diagnosis;
pub(crate) use error::{ApiError, Refused};
pub(crate) use imports::{Bind, Started, UploadForm, upload as upload_of, upload_shown};
pub(crate) use lists::List;
pub(crate) use records::Named;
pub(crate) use request::{Request, curl};
pub(crate) use rows::{Listed, Row};
pub(crate) use server::{AddressFault, Server};
pub(crate) use token::Token;
pub(crate) use under_way::UnderWay;
