//! The server, seen from outside: what it answers, and what is stored afterwards.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may panic like tests")]

mod assets;
mod associations;
mod auth;
mod client;
mod contacts;
mod documented;
mod faults;
mod lists;
mod portal;
mod program;
mod queues;
mod reads;
mod recording;
mod storage;
mod uploads;
