//! The bytes that give a CSV its shape, found sixteen at a time.

use wide::u8x16;

use super::Delimiter;

/// Bytes that are looked at together.
pub(super) const BLOCK: usize = 64;

/// Finds the bytes that matter: the delimiter, quotes, both line ends, and zero bytes, which no text has.
#[derive(Clone)]
pub(super) struct MarkFinder {
    delimiter: u8x16,
}

/// One bit for each byte of a block, the lowest for the first.
#[derive(Clone, Copy)]
pub(super) struct Marks {
    /// The bytes that give shape.
    pub(super) shape: u64,
    /// The bytes that are no ASCII.
    pub(super) high: u64,
}

impl MarkFinder {
    pub(super) fn new(delimiter: Delimiter) -> Self {
        Self { delimiter: u8x16::splat(delimiter.byte()) }
    }

    /// The marks of a block, which may be shorter than [`BLOCK`].
    #[inline]
    pub(super) fn find(&self, block: &[u8]) -> Marks {
        let mut marks = Marks { shape: 0, high: 0 };
        let (lanes, rest) = block.as_chunks::<16>();
        for (place, lane) in lanes.iter().enumerate() {
            marks.add(place, self.shape(u8x16::new(*lane)));
        }
        if !rest.is_empty() {
            // Blanks behind the end are no marks.
            let mut lane = [b' '; 16];
            for (to, from) in lane.iter_mut().zip(rest) {
                *to = *from;
            }
            marks.add(lanes.len(), self.shape(u8x16::new(lane)));
        }
        marks
    }

    #[inline]
    fn shape(&self, bytes: u8x16) -> (u32, u32) {
        let is = |byte: u8| bytes.simd_eq(u8x16::splat(byte));
        let shape = bytes.simd_eq(self.delimiter) | is(b'"') | is(b'\n') | is(b'\r') | is(0);
        (shape.to_bitmask(), bytes.to_bitmask())
    }
}

impl Marks {
    #[inline]
    fn add(&mut self, lane: usize, (shape, high): (u32, u32)) {
        self.shape |= u64::from(shape) << (lane * 16);
        self.high |= u64::from(high) << (lane * 16);
    }
}

/// Where the first byte is that is no ASCII.
#[inline]
pub(super) fn first_high(bytes: &[u8]) -> Option<usize> {
    let (lanes, rest) = bytes.as_chunks::<16>();
    let highs = lanes.iter().map(|lane| u8x16::new(*lane).to_bitmask());
    if let Some((lane, high)) = highs.enumerate().find(|(_, high)| *high != 0) {
        return Some(lane * 16 + high.trailing_zeros() as usize);
    }
    rest.iter().position(|byte| !byte.is_ascii()).map(|at| lanes.len() * 16 + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_byte_that_is_no_ascii_is_found_wherever_it_is() {
        for length in 0..50 {
            assert_eq!(first_high(&vec![b'a'; length]), None);
            for place in 0..length {
                let mut bytes = vec![b'a'; length];
                bytes[place..].fill(0x80);
                assert_eq!(first_high(&bytes), Some(place));
            }
        }
    }

    #[test]
    fn every_place_of_a_block_of_every_length_is_looked_at() {
        for length in 0..=BLOCK {
            let finder = MarkFinder::new(Delimiter::Semicolon);
            for place in 0..length {
                for (byte, shape, high) in [
                    (b';', 1, 0),
                    (b'"', 1, 0),
                    (b'\n', 1, 0),
                    (b'\r', 1, 0),
                    (0, 1, 0),
                    (0xe9, 0, 1),
                    (b',', 0, 0),
                    (0xbb, 0, 1),
                ] {
                    let mut block = vec![b'a'; length];
                    block[place] = byte;
                    let marks = finder.find(&block);
                    assert_eq!((marks.shape, marks.high), (shape << place, high << place));
                }
            }
        }
    }
}
