//! How loud each frame of a recording is, as Asterisk measures it.

use super::detector::Sound;
use super::setting::{FRAME_MS, Setting};

/// Samples of a second, as a telephone call has them.
pub const SAMPLE_RATE: u32 = 8_000;
/// Samples of a frame.
pub const FRAME_SAMPLES: u32 = SAMPLE_RATE / 1_000 * FRAME_MS;

/// The most frames that are measured, a minute: no analysis may be longer, see [`Setting::range`].
pub fn frames_max() -> usize {
    usize::try_from(Setting::TotalAnalysisTime.range().max / FRAME_MS).unwrap_or(usize::MAX)
}

/// The levels of a recording: for each frame the mean absolute value of its samples, rounded down (`dsp.c`), from 0 to
/// 32768. A last frame that is not whole is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    levels: Vec<u16>,
    is_cut: bool,
}

impl Levels {
    /// One level for each frame, at most [`frames_max`].
    pub fn levels(&self) -> &[u16] {
        &self.levels
    }

    /// Whether the recording goes on after what was measured.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// What a detector hears at a threshold: a level below it is silence. Nothing is silent at 0, and at 32,767 all that a
    /// telephone can carry is.
    pub fn sounds(&self, threshold: u32) -> impl Iterator<Item = Sound> {
        self.levels.iter().map(
            move |level| {
                if u32::from(*level) < threshold { Sound::Silence } else { Sound::Voice }
            },
        )
    }
}

/// Measures samples of 16 bits, one channel of [`SAMPLE_RATE`], in bounded memory.
#[derive(Clone, Debug, Default)]
pub struct Meter {
    done: Levels,
    /// The absolute values of the frame that is under way: at most 160 times 32,768.
    sum: u32,
    samples: u32,
}

impl Meter {
    /// One that has heard nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Measures the next sample.
    pub fn push(&mut self, sample: i16) {
        if self.is_full() {
            self.done.is_cut = true;
            return;
        }
        self.sum += u32::from(sample.unsigned_abs());
        self.samples += 1;
        if self.samples == FRAME_SAMPLES {
            // A mean of values up to 32,768 is at most that.
            self.done.levels.push(u16::try_from(self.sum / FRAME_SAMPLES).unwrap_or(u16::MAX));
            (self.sum, self.samples) = (0, 0);
        }
    }

    /// Whether it needs no more samples.
    pub fn is_full(&self) -> bool {
        self.done.levels.len() >= frames_max()
    }

    /// The levels of all whole frames.
    pub fn finish(self) -> Levels {
        self.done
    }
}
