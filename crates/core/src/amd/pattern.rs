//! A call as a pattern: pieces of voice and of silence.

use super::detector::Sound;
use super::setting::FRAME_MS;

/// A stretch of one sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Piece {
    /// What is heard.
    pub sound: Sound,
    /// For how many frames of [`FRAME_MS`].
    pub frames: u32,
}

impl Piece {
    /// A stretch of so many milliseconds; `None` where they are no whole number of frames, or too many.
    pub fn of_ms(sound: Sound, ms: u64) -> Option<Self> {
        let frame = u64::from(FRAME_MS);
        let frames = u32::try_from(ms / frame).ok().filter(|_| ms.is_multiple_of(frame))?;
        Some(Self { sound, frames })
    }

    /// How long it is, in milliseconds.
    pub fn ms(self) -> u64 {
        u64::from(self.frames) * u64::from(FRAME_MS)
    }
}

/// The frames of a pattern, one after the other.
pub fn frames(pattern: impl IntoIterator<Item = Piece>) -> impl Iterator<Item = Sound> {
    pattern.into_iter().flat_map(|piece| (0..piece.frames).map(move |_| piece.sound))
}

/// The pattern of frames; no piece sounds like the one before it.
pub fn pieces(frames: impl IntoIterator<Item = Sound>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for sound in frames {
        match pieces.last_mut() {
            Some(last) if last.sound == sound && last.frames < u32::MAX => last.frames += 1,
            Some(_) | None => pieces.push(Piece { sound, frames: 1 }),
        }
    }
    pieces
}
