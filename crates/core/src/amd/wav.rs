//! Recordings as WAV files: 16-bit PCM, one channel or two, pushed in slices of any size.
//!
//! Other formats are for the decoder of the browser. A file is read only as far as any analysis can go, so that a recording
//! of half an hour costs no more than one of a minute.

use super::levels::Levels;
use super::resample::Resampler;

/// The lowest rate that is read, in samples of a second: a telephone call's own.
pub const RATE_MIN: u32 = super::levels::SAMPLE_RATE;
/// The highest rate that is read, in samples of a second.
pub const RATE_MAX: u32 = 384_000;

/// The tag of plain samples in the format chunk.
const PCM: u16 = 1;
/// The tag that says that the true one is in the extension.
const EXTENSIBLE: u16 = 0xfffe;
/// The bytes of a format chunk that has the extension; those of a plain one are 16.
const FORMAT_MAX: u32 = 40;

/// Why a recording is not measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WavRefusal {
    /// It is no WAV file.
    NotWav,
    /// It is one, but says nothing of what its samples are, or not enough.
    NoFormat,
    /// Its samples are not plain ones, such as A-law, mu-law or floating point.
    NotPcm {
        /// The format's number, as registered for WAV files.
        tag: u16,
    },
    /// Its samples do not have 16 bits.
    Bits {
        /// How many they have.
        bits: u16,
    },
    /// It has neither one channel nor two.
    Channels {
        /// How many it has.
        channels: u16,
    },
    /// Its rate is below [`RATE_MIN`] or above [`RATE_MAX`].
    Rate {
        /// Samples of a second.
        rate: u32,
    },
    /// It has not one whole frame of samples.
    TooShort,
}

/// Whether more of a file is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// The next slice.
    More,
    /// Nothing more; the rest of the file changes nothing.
    Nothing,
}

#[derive(Clone, Debug)]
enum State {
    /// Before the twelve bytes that every file begins with.
    Start,
    /// Before the eight bytes that every chunk begins with.
    Chunk,
    /// In the format chunk, with its length.
    Format(u32),
    /// In a chunk that is of no interest, with the bytes that are left of it.
    Skip(u64),
    /// In the samples, with the bytes that are left of them.
    Samples(Samples, u64),
    /// Behind the samples.
    End(Samples),
}

/// Reads a file that is pushed in slices. It holds at most [`frames_max`](super::frames_max) levels.
#[derive(Clone, Debug)]
pub struct WavReader {
    state: State,
    /// What has come of a piece that is needed whole.
    piece: Vec<u8>,
    /// What the format chunk said.
    format: Option<Samples>,
}

impl Default for WavReader {
    fn default() -> Self {
        Self::new()
    }
}

impl WavReader {
    /// One that has read nothing.
    pub fn new() -> Self {
        Self { state: State::Start, piece: Vec::new(), format: None }
    }

    /// Takes the next bytes of the file.
    ///
    /// # Errors
    /// Why the recording is not measured, as soon as that is known.
    pub fn push(&mut self, mut bytes: &[u8]) -> Result<Wanted, WavRefusal> {
        loop {
            match &mut self.state {
                State::Start => {
                    let Some(piece) = take(&mut self.piece, 12, &mut bytes) else { return Ok(Wanted::More) };
                    if !(piece.starts_with(b"RIFF") && piece.ends_with(b"WAVE")) {
                        return Err(WavRefusal::NotWav);
                    }
                    self.state = State::Chunk;
                }
                State::Chunk => {
                    let Some(piece) = take(&mut self.piece, 8, &mut bytes) else { return Ok(Wanted::More) };
                    let length = number(&piece, 4).ok_or(WavRefusal::NoFormat)?;
                    self.state = if piece.starts_with(b"fmt ") {
                        State::Format(length)
                    } else if piece.starts_with(b"data") {
                        let samples = self.format.take().ok_or(WavRefusal::NoFormat)?;
                        State::Samples(samples, u64::from(length))
                    } else {
                        State::Skip(padded(length))
                    };
                }
                State::Format(length) => {
                    let length = *length;
                    let head = length.min(FORMAT_MAX);
                    let Some(piece) = take(&mut self.piece, head, &mut bytes) else {
                        return Ok(Wanted::More);
                    };
                    self.format = Some(Samples::read_format(&piece)?);
                    self.state = State::Skip(padded(length) - u64::from(head));
                }
                State::Skip(left) => {
                    bytes = skip(left, bytes).1;
                    if *left > 0 {
                        return Ok(Wanted::More);
                    }
                    self.state = State::Chunk;
                }
                State::Samples(samples, left) => {
                    let (now, rest) = skip(left, bytes);
                    bytes = rest;
                    if samples.read(now) == Wanted::Nothing || *left == 0 {
                        self.state = State::End(samples.clone());
                    } else {
                        return Ok(Wanted::More);
                    }
                }
                State::End(_) => return Ok(Wanted::Nothing),
            }
        }
    }

    /// The levels, once the file has ended or nothing more is wanted. A file may end before its samples do.
    ///
    /// # Errors
    /// Why the recording is not measured.
    pub fn finish(self) -> Result<Levels, WavRefusal> {
        match self.state {
            State::Samples(samples, _) | State::End(samples) => {
                let levels = samples.resampler.finish();
                if levels.levels().is_empty() { Err(WavRefusal::TooShort) } else { Ok(levels) }
            }
            State::Start => Err(WavRefusal::NotWav),
            State::Chunk | State::Skip(_) if self.format.is_some() => Err(WavRefusal::TooShort),
            State::Chunk | State::Skip(_) | State::Format(_) => Err(WavRefusal::NoFormat),
        }
    }
}

/// A piece of so many bytes, once all of it has come; `piece` holds its beginning until then.
fn take(piece: &mut Vec<u8>, length: u32, bytes: &mut &[u8]) -> Option<Vec<u8>> {
    let length = usize::try_from(length).ok()?;
    let missing = length.saturating_sub(piece.len()).min(bytes.len());
    let (now, rest) = bytes.split_at_checked(missing)?;
    piece.extend_from_slice(now);
    *bytes = rest;
    (piece.len() == length).then(|| std::mem::take(piece))
}

/// The bytes that belong to a chunk with `left` bytes to come, and those behind it; `left` becomes less by them.
fn skip<'a>(left: &mut u64, bytes: &'a [u8]) -> (&'a [u8], &'a [u8]) {
    let length = usize::try_from(*left).unwrap_or(usize::MAX).min(bytes.len());
    let (now, rest) = bytes.split_at_checked(length).unwrap_or((bytes, &[]));
    *left = left.saturating_sub(u64::try_from(now.len()).unwrap_or(u64::MAX));
    (now, rest)
}

/// A chunk of odd length is followed by a byte of padding.
fn padded(length: u32) -> u64 {
    u64::from(length) + u64::from(length % 2)
}

/// The number of four bytes, the lowest first, at a place.
fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// The number of two bytes, the lowest first, at a place.
fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// The samples of a file, on their way to its levels.
#[derive(Clone, Debug)]
struct Samples {
    resampler: Resampler,
    channels: u16,
    /// The first byte of a sample whose second has not come.
    low: Option<u8>,
    /// The samples of this moment so far, and how many they are.
    mixed: i32,
    heard: u16,
}

impl Samples {
    fn read_format(format: &[u8]) -> Result<Self, WavRefusal> {
        let field = |at| short(format, at).ok_or(WavRefusal::NoFormat);
        let (tag, channels, bits) = (field(0)?, field(2)?, field(14)?);
        let rate = number(format, 4).ok_or(WavRefusal::NoFormat)?;
        let tag = if tag == EXTENSIBLE { field(24)? } else { tag };
        if tag != PCM {
            return Err(WavRefusal::NotPcm { tag });
        }
        if bits != 16 {
            return Err(WavRefusal::Bits { bits });
        }
        if !matches!(channels, 1 | 2) {
            return Err(WavRefusal::Channels { channels });
        }
        if !(RATE_MIN..=RATE_MAX).contains(&rate) {
            return Err(WavRefusal::Rate { rate });
        }
        Ok(Self { resampler: Resampler::new(rate, channels), channels, low: None, mixed: 0, heard: 0 })
    }

    fn read(&mut self, bytes: &[u8]) -> Wanted {
        for byte in bytes {
            let Some(low) = self.low.take() else {
                self.low = Some(*byte);
                continue;
            };
            self.mixed += i32::from(i16::from_le_bytes([low, *byte]));
            self.heard += 1;
            if self.heard == self.channels {
                let was_full = self.resampler.is_full();
                self.resampler.push(self.mixed);
                (self.mixed, self.heard) = (0, 0);
                if was_full {
                    return Wanted::Nothing;
                }
            }
        }
        Wanted::More
    }
}
