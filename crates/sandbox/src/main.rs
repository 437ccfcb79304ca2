//! A stand-in Motion server.
fn main() {}
