//! What the head of a file says about its encoding.

use std::str;

use super::{ByteOrder, Decoder, Encoding, Utf16, judge_legacy};
use crate::import::Strength;

/// What a file is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Its encoding.
    pub encoding: Encoding,
    /// Bytes of the byte order mark before the text; 0 where there is none.
    pub bom: usize,
    /// What speaks for it.
    pub basis: Basis,
}

/// What speaks for an encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The byte order mark.
    Mark,
    /// Nothing but ASCII so far: UTF-8 until something else comes.
    Ascii,
    /// The bytes above ASCII are UTF-8, which does not happen by chance: all, or all but a few damaged ones.
    ValidUtf8 {
        /// Characters that are not ASCII.
        characters: u32,
    },
    /// Zeros where UTF-16 without a mark has them.
    Zeros,
    /// Of the encodings of one byte it makes the most plausible text.
    Statistics {
        /// How far ahead of those that would make another text.
        strength: Strength,
    },
}

const MARKS: [(&[u8], Encoding); 3] =
    [(b"\xEF\xBB\xBF", Encoding::Utf8), (b"\xFF\xFE", Encoding::Utf16Le), (b"\xFE\xFF", Encoding::Utf16Be)];

/// One damaged place in so many characters leaves a file UTF-8: a name cut off in the middle of a character, or a line
/// that was added by another program. Text in another encoding is hardly ever UTF-8 by chance.
const CHARACTERS_TO_A_DAMAGE: u32 = 20;

/// Of so many units of UTF-16 at least one has a zero byte: digits, delimiters and line ends do in every script.
const UNITS_TO_A_ZERO: usize = 16;
/// Zeros on the one side to a zero on the other: letters whose low byte is zero, such as U+0100, are rare.
const ZEROS_TO_A_STRAY: usize = 16;

/// Judges the encoding of a file by its head: the first 64 KiB, or all of it. It may end inside a character.
///
/// What is judged to be UTF-8 can still hold bytes that are not, further on or in a few damaged places; then the reader
/// says where, and [`judge_legacy`] judges a file of which the head was nothing but ASCII.
pub fn judge(head: &[u8], decoder: &dyn Decoder) -> Judgement {
    if let Some((mark, encoding)) = MARKS.into_iter().find(|(mark, _)| head.starts_with(mark)) {
        return Judgement { encoding, bom: mark.len(), basis: Basis::Mark };
    }
    let (encoding, basis) = without_mark(head, decoder);
    Judgement { encoding, bom: 0, basis }
}

fn without_mark(head: &[u8], decoder: &dyn Decoder) -> (Encoding, Basis) {
    if let Some(order) = zeros(head) {
        let encoding = match order {
            ByteOrder::Little => Encoding::Utf16Le,
            ByteOrder::Big => Encoding::Utf16Be,
        };
        return (encoding, Basis::Zeros);
    }
    let Utf8 { characters, damaged } = utf8(head);
    if damaged.saturating_mul(CHARACTERS_TO_A_DAMAGE) <= characters {
        let basis = if characters == 0 { Basis::Ascii } else { Basis::ValidUtf8 { characters } };
        return (Encoding::Utf8, basis);
    }
    let (encoding, strength) = judge_legacy(head, decoder);
    (encoding, Basis::Statistics { strength })
}

/// What of some bytes is UTF-8.
struct Utf8 {
    /// Characters that are not ASCII.
    characters: u32,
    /// Places that are not UTF-8. A character that is cut off at the end is none.
    damaged: u32,
}

fn utf8(bytes: &[u8]) -> Utf8 {
    let mut found = Utf8 { characters: 0, damaged: 0 };
    let mut rest = bytes;
    while !rest.is_empty() {
        let (valid, invalid) = match str::from_utf8(rest) {
            Ok(text) => (text, None),
            Err(error) => {
                let (valid, after) = rest.split_at(error.valid_up_to());
                let after = error.error_len().and_then(|length| after.get(length..));
                (str::from_utf8(valid).unwrap_or_default(), after)
            }
        };
        let characters = valid.chars().filter(|c| !c.is_ascii()).count();
        found.characters = found.characters.saturating_add(u32::try_from(characters).unwrap_or(u32::MAX));
        found.damaged = found.damaged.saturating_add(u32::from(invalid.is_some()));
        rest = invalid.unwrap_or_default();
    }
    found
}

/// The byte order of which the zeros in `head` speak: text in UTF-16 has them nearly all on one side, other text has none.
fn zeros(head: &[u8]) -> Option<ByteOrder> {
    let (units, _) = head.as_chunks::<2>();
    let (mut first, mut second, mut printable) = (0, 0, 0);
    for [a, b] in units {
        first += usize::from(*a == 0);
        second += usize::from(*b == 0);
        printable += usize::from(a.is_ascii_graphic() && b.is_ascii_graphic());
    }
    // Two letters of ASCII would be a Chinese character: then a zero is rather binary data among text.
    if printable > first + second {
        return None;
    }
    let enough = |zeros: usize, others: usize| {
        zeros > 0 && zeros * UNITS_TO_A_ZERO >= units.len() && others * ZEROS_TO_A_STRAY <= zeros
    };
    let order = if enough(second, first) {
        ByteOrder::Little
    } else if enough(first, second) {
        ByteOrder::Big
    } else {
        return None;
    };
    // Chance makes surrogates without their other halves soon.
    let mut reader = Utf16::new(order);
    let mut text = Vec::with_capacity(head.len());
    reader.push(head, &mut text);
    (reader.replaced() == 0).then_some(order)
}
