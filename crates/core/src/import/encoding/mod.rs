//! Which encoding a file is in, and what its bytes mean.
//!
//! A mark at the beginning decides, else strict UTF-8, else zeros where UTF-16 has them ([`judge`]). What is left is
//! one of the old encodings of one byte a character; which, only the text can tell ([`judge_legacy`]).
//!
//! Core has no tables of encodings. It takes a [`Decoder`]: `TextDecoder` in the browser, a crate natively; both follow
//! the [Encoding Standard](https://encoding.spec.whatwg.org/). Why the judgement is our own: `docs/adr/0009-encodings.md`.

mod judge;
mod languages;
mod legacy;
mod plausible;
mod utf16;

pub use judge::{Basis, Judgement, judge};
pub use legacy::judge_legacy;
pub use utf16::{ByteOrder, Utf16};

/// The encodings that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, in which everything is written today and the server reads.
    Utf8,
    /// UTF-16, the low byte first: Excel's "Unicode text".
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Western Europe on Windows; what calls itself ISO-8859-1 is read as this.
    Windows1252,
    /// Central Europe on Windows.
    Windows1250,
    /// Cyrillic on Windows.
    Windows1251,
    /// Western Europe on Unix, with a euro sign.
    Iso8859_15,
    /// Western Europe on the Macs of before 2001, and still in what Excel for Mac saves as CSV.
    MacRoman,
}

impl Encoding {
    /// Every encoding, UTF-8 first, those of one byte with the commonest first.
    pub const ALL: [Self; 8] = [
        Self::Utf8,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Windows1252,
        Self::Windows1250,
        Self::Windows1251,
        Self::Iso8859_15,
        Self::MacRoman,
    ];

    /// Those of one byte a character, the commonest first.
    pub const ONE_BYTE: [Self; 5] =
        [Self::Windows1252, Self::Windows1250, Self::Windows1251, Self::Iso8859_15, Self::MacRoman];

    /// Its label in the Encoding Standard, which `TextDecoder` takes.
    pub fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
            Self::Windows1250 => "windows-1250",
            Self::Windows1251 => "windows-1251",
            Self::Iso8859_15 => "iso-8859-15",
            Self::MacRoman => "macintosh",
        }
    }

    /// The encoding that people mean by `label`: the Encoding Standard's labels and the usual other names, in capitals
    /// or not, with any separators.
    pub fn from_label(label: &str) -> Option<Self> {
        let folded: String =
            label.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
        Self::ALL.into_iter().find(|encoding| encoding.folded_labels().contains(&folded.as_str()))
    }

    /// What it is called, in lower case and without separators.
    fn folded_labels(self) -> &'static [&'static str] {
        match self {
            Self::Utf8 => {
                &["utf8", "unicode11utf8", "unicode20utf8", "xunicode20utf8", "utf8bom", "utf8sig", "cp65001"]
            }
            Self::Utf16Le => {
                &["utf16le", "utf16", "unicode", "ucs2", "iso10646ucs2", "csunicode", "unicodefeff", "cp1200"]
            }
            Self::Utf16Be => &["utf16be", "unicodefffe", "cp1201"],
            Self::Windows1252 => &[
                "windows1252",
                "cp1252",
                "xcp1252",
                "win1252",
                "1252",
                "ansi",
                "latin1",
                "l1",
                "csisolatin1",
                "iso88591",
                "88591",
                "iso885911987",
                "isoir100",
                "ibm819",
                "cp819",
                "ascii",
                "usascii",
                "ansix341968",
            ],
            Self::Windows1250 => &["windows1250", "cp1250", "xcp1250", "win1250", "1250"],
            Self::Windows1251 => &["windows1251", "cp1251", "xcp1251", "win1251", "1251"],
            Self::Iso8859_15 => &["iso885915", "885915", "latin9", "l9", "csisolatin9", "latin0"],
            Self::MacRoman => &["macintosh", "macroman", "xmacroman", "mac", "csmacintosh"],
        }
    }

    /// Whether each byte is one character and the lower 128 are ASCII, so that delimiters can be looked for in the bytes.
    pub fn is_one_byte(self) -> bool {
        Self::ONE_BYTE.contains(&self)
    }
}

/// What turns bytes into text: `TextDecoder` in the browser, a crate natively.
pub trait Decoder {
    /// The text of `bytes`, with U+FFFD for what has no meaning. A byte order mark is a character like any other and
    /// stays (`ignoreBOM: true` of a `TextDecoder`).
    fn decode(&self, encoding: Encoding, bytes: &[u8]) -> String;
}

/// How many bytes have their highest bit set.
const UPPER: usize = 128;

/// What each of the bytes 0x80 to 0xFF means in an encoding of one byte, learnt once from a [`Decoder`].
///
/// The Encoding Standard gives the bytes without a character the control characters of Latin-1 (0x81 of windows-1252 is
/// U+0081). They are kept as they come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HighHalf([char; UPPER]);

impl HighHalf {
    /// Learns the upper bytes of `encoding`. In an encoding that is not of one byte they mean nothing alone: U+FFFD.
    pub fn of(encoding: Encoding, decoder: &dyn Decoder) -> Self {
        let mut chars = [char::REPLACEMENT_CHARACTER; UPPER];
        if encoding.is_one_byte() {
            let bytes: Vec<u8> = (0x80..=0xFF).collect();
            for (place, c) in chars.iter_mut().zip(decoder.decode(encoding, &bytes).chars()) {
                *place = c;
            }
        }
        Self(chars)
    }

    /// What one byte means; below 0x80 that is ASCII.
    pub fn char(&self, byte: u8) -> char {
        match byte.checked_sub(0x80) {
            Some(upper) => self.0.get(usize::from(upper)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
            None => char::from(byte),
        }
    }

    /// Appends the text of `bytes`.
    pub fn append(&self, bytes: &[u8], out: &mut String) {
        // Most cells are ASCII, which is text as it is.
        match str::from_utf8(bytes) {
            Ok(text) if text.is_ascii() => out.push_str(text),
            Ok(_) | Err(_) => out.extend(bytes.iter().map(|byte| self.char(*byte))),
        }
    }
}
