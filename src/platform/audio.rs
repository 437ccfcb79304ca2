//! Recordings in the formats that the browser knows.

use js_sys::ArrayBuffer;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AudioBuffer, OfflineAudioContext};

use super::file::Bytes;

/// The first samples of a recording at a rate, all channels mixed into one; `None` where the browser cannot decode it.
///
/// The browser holds the file and all that it decodes; only what is wanted comes here.
pub(crate) async fn decode(bytes: &Bytes, rate: u32, wanted: usize) -> Option<Vec<i16>> {
    #[expect(clippy::cast_precision_loss, reason = "rates are far below 2²⁴")]
    let context =
        OfflineAudioContext::new_with_number_of_channels_and_length_and_sample_rate(1, 1, rate as f32);
    let file: ArrayBuffer = JsFuture::from(bytes.blob().array_buffer()).await.ok()?.dyn_into().ok()?;
    let decoding = context.ok()?.decode_audio_data(&file).ok()?;
    let buffer: AudioBuffer = JsFuture::from(decoding).await.ok()?.dyn_into().ok()?;
    let length = wanted.min(usize::try_from(buffer.length()).ok()?);
    let channels = buffer.number_of_channels();
    let (mut mixed, mut one) = (vec![0_f32; length], vec![0_f32; length]);
    for channel in 0..channels {
        buffer.copy_from_channel(&mut one, i32::try_from(channel).ok()?).ok()?;
        for (sum, sample) in mixed.iter_mut().zip(&one) {
            *sum += sample;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a few channels")]
    let share = 32_768.0 / channels.max(1) as f32;
    Some(mixed.into_iter().map(|sum| whole(sum * share)).collect())
}

/// A sample of 16 bits; what is louder than that is as loud as can be.
#[expect(clippy::cast_possible_truncation, reason = "clamped; what is no number becomes 0")]
fn whole(sample: f32) -> i16 {
    sample.round().clamp(-32_768.0, 32_767.0) as i16
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn samples_are_rounded_and_kept_in_their_range() {
        let samples = [0.4, -0.6, 255.5, 40_000.0, -40_000.0, f32::NAN].map(whole);
        assert_eq!(samples, [0, -1, 256, 32_767, -32_768, 0]);
    }
}
