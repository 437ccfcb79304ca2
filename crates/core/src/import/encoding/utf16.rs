//! UTF-16 into UTF-8, slice by slice.

/// Which byte of a unit of UTF-16 comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByteOrder {
    /// The low one, as on Windows.
    Little,
    /// The high one.
    Big,
}

/// Turns bytes of UTF-16 into UTF-8. They are pushed in slices of any size.
///
/// A surrogate without its other half becomes U+FFFD, and so does what is cut off at the end: one odd byte, half a pair,
/// or both together, as in the Encoding Standard. It is written as a byte that no UTF-8 has, which is read as U+FFFD and,
/// other than that character, still tells that something is damaged. A byte order mark is a character like any other.
#[derive(Clone, Debug)]
pub struct Utf16 {
    order: ByteOrder,
    /// The first byte of a unit whose second has not come yet.
    odd: Option<u8>,
    /// The first half of a pair, 0xD800 to 0xDBFF, whose second has not come yet.
    high: Option<u16>,
    replaced: u64,
}

/// A byte that no UTF-8 has. As a leading byte of two it counts as one unit of UTF-16, like what it stands for.
const DAMAGED: u8 = 0xC0;
/// The first of the units that are second halves of a pair.
const LOW: u16 = 0xDC00;
/// The first of the units that are first halves of a pair.
const HIGH: u16 = 0xD800;

impl Utf16 {
    /// Nothing read yet.
    pub fn new(order: ByteOrder) -> Self {
        Self { order, odd: None, high: None, replaced: 0 }
    }

    /// Takes the next bytes, and appends their text to `out` as far as it is complete.
    pub fn push(&mut self, bytes: &[u8], out: &mut Vec<u8>) {
        let mut bytes = bytes;
        if let (Some(odd), Some((first, rest))) = (self.odd, bytes.split_first()) {
            self.odd = None;
            self.unit([odd, *first], out);
            bytes = rest;
        }
        let (pairs, rest) = bytes.as_chunks::<2>();
        for pair in pairs {
            self.unit(*pair, out);
        }
        if let Some(odd) = rest.first() {
            self.odd = Some(*odd);
        }
    }

    /// Ends the text: what is incomplete is read as one U+FFFD.
    pub fn finish(&mut self, out: &mut Vec<u8>) {
        if self.odd.take().is_some() | self.high.take().is_some() {
            self.replace(out);
        }
    }

    /// How many characters of the text so far stand for something that had no meaning.
    pub fn replaced(&self) -> u64 {
        self.replaced
    }

    fn unit(&mut self, pair: [u8; 2], out: &mut Vec<u8>) {
        let unit = match self.order {
            ByteOrder::Little => u16::from_le_bytes(pair),
            ByteOrder::Big => u16::from_be_bytes(pair),
        };
        if let (None, Ok(byte @ 0..=0x7F)) = (self.high, u8::try_from(unit)) {
            out.push(byte);
            return;
        }
        if let Some(high) = self.high.take() {
            if let LOW..=0xDFFF = unit {
                let code = 0x1_0000 + (u32::from(high - HIGH) << 10) + u32::from(unit - LOW);
                append(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), out);
                return;
            }
            self.replace(out);
        }
        match (unit, char::from_u32(u32::from(unit))) {
            (HIGH..LOW, _) => self.high = Some(unit),
            (_, Some(c)) => append(c, out),
            (_, None) => self.replace(out),
        }
    }

    fn replace(&mut self, out: &mut Vec<u8>) {
        self.replaced += 1;
        out.push(DAMAGED);
    }
}

fn append(c: char, out: &mut Vec<u8>) {
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}
