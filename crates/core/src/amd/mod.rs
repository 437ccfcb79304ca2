//! Answering machine detection: the nine settings of Asterisk's `AMD()`, their limits, how they belong together, and what
//! is decided by them.
//!
//! Meanings follow Asterisk's `app_amd.c`. The server itself only refuses negative numbers, as far as is known.
//!
//! A call is heard in frames of [`FRAME_MS`], each of which is [`Sound::Voice`] or [`Sound::Silence`]. They come from a
//! drawn pattern ([`Piece`]) or from a recording ([`WavReader`], or a [`Meter`] for samples that something else decoded),
//! and [`decide`] says what becomes of them.

mod detector;
mod levels;
mod pattern;
mod relations;
mod resample;
mod setting;
mod settings;
mod wav;

pub use detector::{Decision, Detector, Rule, Sound, Verdict, decide};
pub use levels::{FRAME_SAMPLES, Levels, Meter, SAMPLE_RATE, frames_max};
pub use pattern::{Piece, frames, pieces};
pub use relations::{Relation, relations};
pub use setting::{FRAME_MS, Setting};
pub use settings::Settings;
pub use wav::{RATE_MAX, RATE_MIN, Wanted, WavReader, WavRefusal};
