//! From any rate and number of channels to what a telephone call has.

use super::levels::{Levels, Meter, SAMPLE_RATE};

/// Mixes the channels of each moment and makes [`SAMPLE_RATE`] of any higher rate.
///
/// Each sample that comes out is the mean of the piece of time it stands for; a sample at the border of two pieces belongs
/// to both in proportion. That smears nothing over the borders of frames, and of the noise of a recording it leaves as
/// much as a telephone's narrower band would. Sharp sounds above 4 kHz are weakened but not gone, as they would be on
/// a line.
#[derive(Clone, Debug)]
pub(super) struct Resampler {
    meter: Meter,
    /// Samples of a second, of one channel; at least [`SAMPLE_RATE`].
    rate: u32,
    channels: u32,
    /// The samples so far of the piece that is under way, each by its share of time.
    sum: i64,
    /// The time that is missing from the piece, in parts of which one sample of the input has [`SAMPLE_RATE`] and one of
    /// the output has `rate`.
    missing: u32,
}

impl Resampler {
    pub(super) fn new(rate: u32, channels: u16) -> Self {
        Self { meter: Meter::new(), rate, channels: u32::from(channels), sum: 0, missing: rate }
    }

    /// Takes one moment: the sum of its samples over all channels.
    pub(super) fn push(&mut self, mixed: i32) {
        if self.is_full() {
            // The meter only notes that there was more.
            self.meter.push(0);
            return;
        }
        let now = SAMPLE_RATE.min(self.missing);
        self.add(mixed, now);
        // No more than one piece ends in a sample, as a piece is at least as long.
        self.add(mixed, SAMPLE_RATE - now);
    }

    fn add(&mut self, mixed: i32, time: u32) {
        self.sum += i64::from(mixed) * i64::from(time);
        self.missing -= time;
        if self.missing == 0 {
            let parts = i64::from(self.rate) * i64::from(self.channels);
            let half = if self.sum < 0 { -(parts / 2) } else { parts / 2 };
            // A mean of samples is a sample.
            let sample = i16::try_from((self.sum + half) / parts).unwrap_or(i16::MAX);
            self.meter.push(sample);
            (self.sum, self.missing) = (0, self.rate);
        }
    }

    pub(super) fn is_full(&self) -> bool {
        self.meter.is_full()
    }

    pub(super) fn finish(self) -> Levels {
        self.meter.finish()
    }
}
