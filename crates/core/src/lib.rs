//! All of Dialdesk that is true without a browser.
//!
//! No I/O, no clock of its own, no `web_sys`: bytes and text go in, findings come out. The browser app and the tests
//! use the same code, so that what a screen promises is what the request will do.

pub mod agent;
pub mod amd;
pub mod campaign;
pub mod contact;
mod fold;
pub mod id;
pub mod import;
pub mod interval;
pub mod kept;
pub mod list;
#[cfg(not(target_arch = "wasm32"))]
pub mod native;
pub mod phone;
pub mod plan;
pub mod problem;
pub mod range;
pub mod recipe;
