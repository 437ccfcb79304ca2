//! The server's REST endpoints: the only place with URLs, and with the server's spelling of things.
//!
//! Requests have exactly the paths, methods, keys and JSON types of the documented page. Answers are read leniently:
//! bare arrays or `{count, rows}`, numbers as strings, unknown keys.

mod answer;
mod client;
mod contacts;
mod credential;
mod error;
mod fields;
mod imports;
mod lists;
mod request;

pub(crate) use client::{Client, Server};
pub(crate) use credential::Credential;
pub(crate) use error::{ApiError, Refused};
pub(crate) use imports::{Bind, upload as upload_of};
pub(crate) use lists::List;
pub(crate) use request::curl;
