//! From the bytes of a CSV file to contacts: what the file holds, what the server will make of it, what is uploaded.
//!
//! Every part is *pushed* slices of bytes and holds an index and counts, never the rows. One pass is enough: [`Scanner`]
//! learns what the file is (dialect, columns, where each record begins) and makes the [`Checks`] that are proposed for
//! its columns on the way. [`Checker`] makes others, when the admin decides otherwise, and says what becomes of every
//! record. [`CopyWriter`] writes a clean copy where the file cannot be uploaded as it is, [`RejectedWriter`] the records
//! that are left out.

mod binding;
mod check;
mod columns;
mod copy;
mod decisions;
mod dialect;
mod duplicates;
mod encoding;
mod glance;
mod guard;
mod header;
mod intake;
mod kind;
mod known;
mod marks;
mod names;
mod preview;
mod profile;
mod reader;
mod reading;
mod receipt;
mod record;
mod refusal;
mod rejected;
mod rows;
mod rules;
mod scan;
mod seen;
mod split;
mod strength;
mod text;

pub use binding::{Binding, Proposal, Reason, propose};
pub use check::{Checker, REPEATS_MAX, Repeat, Repeats, Report};
pub(crate) use columns::looks_like_address;
pub use columns::{Column, JUDGED_RECORDS, letters};
pub(crate) use copy::strict_writer;
pub use copy::{CopyReason, CopyWriter, Upload};
pub use decisions::{Against, Decisions, KindDecision, NumberThere, RowDecision, SameNumber};
pub use dialect::{Agreement, Delimiter, Dialect, HEAD_BYTES, Header, Settings};
pub use duplicates::DuplicateRule;
pub use encoding::{Basis, ByteOrder, Decoder, Encoding, HighHalf, Judgement, Utf16, judge, judge_legacy};
pub use glance::Glance;
pub(crate) use guard::guarded;
pub(crate) use header::by_name;
pub use intake::Intake;
pub use kind::{Findings, Found, Kind, KindSet};
pub use known::{Known, KnownContacts};
pub use preview::{PreviewCell, PreviewRow, Previewer};
pub use reader::{CELLS_MAX, RECORD_BYTES_MAX, RecordReader};
pub use receipt::Receipt;
pub use record::Record;
pub use refusal::{FILE_BYTES_MAX, Foreign, Refusal};
pub use rejected::{RejectedWords, RejectedWriter, Why};
pub use rows::RowSet;
pub use rules::Checks;
pub use scan::{FOREIGN_MAX, Propose, RECORDS_MAX, Scan, Scanned, Scanner, columns_of_head};
pub use split::{Cut, Part, Parts, SPLIT_BYTES_MAX, Splitter};
pub use strength::Strength;
pub use text::Text;
