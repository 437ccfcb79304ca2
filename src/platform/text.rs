//! Text out of bytes, as the browser knows encodings.

use dialdesk_core::import::{Decoder, Encoding};
use web_sys::TextDecoder;

/// Decodes with the browser's own tables. The engine only asks for encodings of one byte, in which there are no marks
/// that a `TextDecoder` would take off.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BrowserDecoder;

impl Decoder for BrowserDecoder {
    fn decode(&self, encoding: Encoding, bytes: &[u8]) -> String {
        // Every browser has these encodings, and a decoder that is not fatal takes any bytes.
        TextDecoder::new_with_label(encoding.label())
            .and_then(|decoder| decoder.decode_with_u8_array(bytes))
            .unwrap_or_default()
    }
}
