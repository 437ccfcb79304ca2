//! What the browser has and a program of its own has not: for `inspect` and the tests. Not compiled for the browser.

use encoding_rs::{
    ISO_8859_15, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252,
};

use crate::import::{Decoder, Encoding};

/// Decodes with `encoding_rs`, which follows the same standard as the `TextDecoder` of the browser.
#[derive(Clone, Copy, Debug, Default)]
pub struct NativeDecoder;

impl Decoder for NativeDecoder {
    fn decode(&self, encoding: Encoding, bytes: &[u8]) -> String {
        codec(encoding).decode_without_bom_handling(bytes).0.into_owned()
    }
}

/// The implementation of an encoding, which can also write it.
pub fn codec(encoding: Encoding) -> &'static encoding_rs::Encoding {
    match encoding {
        Encoding::Utf8 => UTF_8,
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
        Encoding::Windows1252 => WINDOWS_1252,
        Encoding::Windows1250 => WINDOWS_1250,
        Encoding::Windows1251 => WINDOWS_1251,
        Encoding::Iso8859_15 => ISO_8859_15,
        Encoding::MacRoman => MACINTOSH,
    }
}
