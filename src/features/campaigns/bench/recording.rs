//! Measuring a recording. It is read in this browser, no further than any analysis goes, and sent nowhere.

use dialdesk_core::amd::{FRAME_SAMPLES, Levels, Meter, Wanted, WavReader, WavRefusal, frames_max};

use crate::platform::audio;
use crate::platform::file::{FileGone, Go, LocalFile};

/// The largest file that the browser decodes as a whole: 64 MiB.
pub(super) const DECODE_MAX: u64 = 64 << 20;

/// Why a recording is not measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// The file can no longer be read.
    Gone,
    /// It is no WAV file that is read directly, and the browser cannot decode it either.
    Wav(WavRefusal),
    /// It is too large for the browser to decode.
    TooLarge,
    /// Somebody has stopped it.
    Stopped,
}

impl From<FileGone> for Trouble {
    fn from(_: FileGone) -> Self {
        Self::Gone
    }
}

impl From<WavRefusal> for Trouble {
    fn from(refusal: WavRefusal) -> Self {
        Self::Wav(refusal)
    }
}

/// Measures a file. `progress` is told how many bytes are read, and answers whether to go on.
pub(super) async fn measure(
    file: &LocalFile,
    mut progress: impl FnMut(u64) -> Go,
) -> Result<Levels, Trouble> {
    let mut reader = WavReader::new();
    let read = file
        .read_from(0, |bytes, end| -> Result<Go, Trouble> {
            if progress(end) == Go::Stop {
                return Err(Trouble::Stopped);
            }
            Ok(if reader.push(bytes)? == Wanted::More { Go::On } else { Go::Stop })
        })
        .await;
    let refusal = match read.and_then(|()| Ok(reader.finish()?)) {
        Err(Trouble::Wav(refusal)) if may_be_decoded(refusal) => refusal,
        other => return other,
    };
    if file.size() > DECODE_MAX {
        return Err(Trouble::TooLarge);
    }
    // One sample more than is measured tells that there is more.
    let wanted = frames_max() * usize::try_from(FRAME_SAMPLES).unwrap_or_default() + 1;
    let samples = audio::decode(&file.bytes(), dialdesk_core::amd::SAMPLE_RATE, wanted).await;
    if progress(file.size()) == Go::Stop {
        return Err(Trouble::Stopped);
    }
    let mut meter = Meter::new();
    for sample in samples.ok_or(refusal)? {
        meter.push(sample);
    }
    let levels = meter.finish();
    if levels.levels().is_empty() { Err(WavRefusal::TooShort.into()) } else { Ok(levels) }
}

/// Whether the browser may know better: a WAV file without samples stays one.
fn may_be_decoded(refusal: WavRefusal) -> bool {
    match refusal {
        WavRefusal::NotWav
        | WavRefusal::NotPcm { .. }
        | WavRefusal::Bits { .. }
        | WavRefusal::Channels { .. }
        | WavRefusal::Rate { .. } => true,
        WavRefusal::NoFormat | WavRefusal::TooShort => false,
    }
}
