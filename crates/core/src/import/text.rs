//! How the bytes of a cell are read as text.

use std::borrow::Cow;

use super::encoding::{Decoder, Encoding, HighHalf};
use super::marks::first_high;
use super::record::Validity;

/// The encoding of the bytes that a reader works on. UTF-16 is turned into UTF-8 before.
#[derive(Clone)]
pub struct Text(Kind);

#[derive(Clone)]
enum Kind {
    Utf8,
    OneByte(Box<HighHalf>),
}

impl Text {
    /// Text in UTF-8.
    pub const UTF8: Self = Self(Kind::Utf8);

    /// Text in `encoding`, as `decoder` knows it.
    pub fn new(encoding: Encoding, decoder: &dyn Decoder) -> Self {
        match encoding {
            Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => Self::UTF8,
            Encoding::Windows1252
            | Encoding::Windows1250
            | Encoding::Windows1251
            | Encoding::Iso8859_15
            | Encoding::MacRoman => Self(Kind::OneByte(Box::new(HighHalf::of(encoding, decoder)))),
        }
    }

    /// The text of these bytes; U+FFFD where they are none.
    pub(super) fn read<'a>(&self, bytes: &'a [u8]) -> Cow<'a, str> {
        match &self.0 {
            Kind::Utf8 => String::from_utf8_lossy(bytes),
            Kind::OneByte(_) if bytes.is_ascii() => String::from_utf8_lossy(bytes),
            Kind::OneByte(high) => {
                let mut text = String::with_capacity(bytes.len() * 2);
                high.append(bytes, &mut text);
                Cow::Owned(text)
            }
        }
    }

    /// The bytes of that text in UTF-8, for a cell of a record of this validity.
    pub(super) fn utf8<'a>(&self, cell: &'a [u8], validity: Validity) -> Cow<'a, [u8]> {
        if matches!(self.0, Kind::Utf8) && validity != Validity::Damaged {
            return Cow::Borrowed(cell);
        }
        match self.read(cell) {
            Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
            Cow::Owned(text) => Cow::Owned(text.into_bytes()),
        }
    }

    /// Whether the bytes of a whole record are text.
    pub(super) fn validity(&self, bytes: &[u8]) -> Validity {
        let Some(first) = first_high(bytes) else { return Validity::Ascii };
        let from_first = bytes.get(first..).unwrap_or_default();
        if self.is_valid(from_first) { Validity::Valid } else { Validity::Damaged }
    }

    fn is_valid(&self, bytes: &[u8]) -> bool {
        match &self.0 {
            Kind::Utf8 => is_utf8(bytes),
            // Decoders give the bytes that mean nothing a replacement or a control character of Latin-1.
            Kind::OneByte(_) => {
                !self.read(bytes).contains(|c| matches!(c, char::REPLACEMENT_CHARACTER | '\u{80}'..='\u{9f}'))
            }
        }
    }
}

/// Whether bytes are UTF-8. A character beyond ASCII has no ASCII byte in it, so each run of others has to be right by
/// itself; between them are long stretches that are passed over sixteen bytes at a time.
fn is_utf8(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(first) = first_high(rest) {
        let from_first = rest.get(first..).unwrap_or_default();
        let length = from_first.iter().take_while(|byte| !byte.is_ascii()).count();
        let (run, behind) = from_first.split_at(length);
        if std::str::from_utf8(run).is_err() {
            return false;
        }
        rest = behind;
    }
    true
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn utf8_is_what_the_standard_library_takes_for_it(
            pieces in prop::collection::vec(
                prop::sample::select(vec![
                    &b"a"[..], b"0123456789abcdef", "è".as_bytes(), "€".as_bytes(), "😀".as_bytes(), b"\xc3", b"\xa8", b"\xed\xa0\x80",
                    b"\xf4\x90\x80\x80", b"\xc0\x80",
                ]),
                0..30,
            ),
        ) {
            let bytes = pieces.concat();
            prop_assert_eq!(is_utf8(&bytes), std::str::from_utf8(&bytes).is_ok());
        }
    }
}
