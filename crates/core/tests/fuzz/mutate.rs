//! From inputs that matter to others that might.

use proptest::prelude::RngExt as _;
use proptest::test_runner::{RngAlgorithm, TestRng};

use super::case::{CHOICES, FILLER};

/// Longest input; what needs more is asked for by the choices.
const LONGEST: usize = 2_000;

/// What means something to the engine.
const TOKENS: [&[u8]; 62] = [
    b",",
    b";",
    b"\t",
    b"|",
    b"\"",
    b"\"\"",
    b"\"\"\"",
    b"\",\"",
    b"\"\n",
    b"\n",
    b"\r\n",
    b"\r",
    b"\n\r",
    b"\n\n",
    b" ",
    b"\xc2\xa0",
    b"'",
    b"''",
    b"'=",
    b"=",
    b"+",
    b"-",
    b"@",
    b"=1+1",
    b"sep=;\r\n",
    b"sep=,\n",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\x00",
    b"a\x00",
    b"\x00a",
    b"\xe8",
    b"\xc3\xa8",
    b"\xc3",
    b"\xa8",
    b"\xff",
    b"\x80",
    b"\x8e",
    b"\xd8\x3d\xde\x00",
    b"\xf0\x9f\x98\x80",
    b"\xef\xbf\xbd",
    b"firstName",
    b"phone",
    b"Nome, telefono\r\n",
    b"Ann,+39 333 000 0001\n",
    b"Bob,3330000001\n",
    b"\n,02 0000 0001\n",
    b"0039 333 000 0001",
    b"+44 (0)7700 900001",
    b"447700900001",
    b"(202) 555-0101",
    b"3,9E+11",
    b"3,9E+11;",
    b"333 000 0001 / 333 000 0002",
    b"tel: 02 0000 0001 ext. 12",
    b"24/12/2026",
    b"ann@example.com",
    b"Plus",
    b"yes",
    b"0",
    b"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
];

/// A stream of inputs, the same for the same seed.
pub(crate) struct Mutator(TestRng);

impl Mutator {
    /// The stream of this seed.
    pub(crate) fn new(seed: u64) -> Self {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        // A generator that begins with nothing but zeros stays there.
        bytes[8] = 1;
        Self(TestRng::from_seed(RngAlgorithm::XorShift, &bytes))
    }

    /// Another input, made of those in `pool`.
    pub(crate) fn next(&mut self, pool: &[Vec<u8>]) -> Vec<u8> {
        let mut input = pool[self.below(pool.len())].clone();
        input.resize(input.len().max(CHOICES), b'0');
        if self.below(50) > 0 {
            input[FILLER] = b'0';
        }
        for _ in 0..=self.below(5) {
            self.change(&mut input, pool);
        }
        input.truncate(LONGEST);
        input
    }

    fn change(&mut self, input: &mut Vec<u8>, pool: &[Vec<u8>]) {
        let at = self.place(input);
        match self.below(10) {
            0 => self.choose(input),
            1 => {
                if let Some(byte) = input.get_mut(at) {
                    *byte ^= 1 << self.below(8);
                }
            }
            2 => {
                let range = self.range(input, at);
                input.drain(range);
            }
            3 => input.truncate(at),
            4 => {
                let copy = input[self.range(input, at)].to_vec();
                let times = if self.below(8) == 0 { self.below(20) } else { 1 };
                insert(input, at, &copy.repeat(times));
            }
            5 => {
                let other = &pool[self.below(pool.len())];
                let from = self.place(other);
                let piece = other.get(self.range(other, from)).unwrap_or_default();
                insert(input, at, piece);
            }
            6 => {
                // The beginning of one and the end of another.
                let other = &pool[self.below(pool.len())];
                let from = self.place(other);
                input.truncate(at);
                input.extend_from_slice(other.get(from..).unwrap_or_default());
            }
            7 => {
                let token = TOKENS[self.below(TOKENS.len())];
                let end = (at + token.len()).min(input.len());
                input.splice(at..end, token.iter().copied());
            }
            _ => insert(input, at, TOKENS[self.below(TOKENS.len())]),
        }
    }

    /// Another choice, mostly of those that cost little.
    fn choose(&mut self, input: &mut [u8]) {
        let place = if self.below(300) == 0 { FILLER + self.below(2) } else { self.below(FILLER) };
        let choice = b'0' + u8::try_from(self.below(32)).unwrap();
        input[place] = choice;
    }

    /// A place in the file of an input.
    fn place(&mut self, input: &[u8]) -> usize {
        CHOICES + self.below(input.len().saturating_sub(CHOICES) + 1)
    }

    /// Some bytes from a place on, mostly few.
    fn range(&mut self, input: &[u8], at: usize) -> std::ops::Range<usize> {
        let most = if self.below(4) == 0 { input.len() } else { 12 };
        at..(at + self.below(most + 1)).min(input.len()).max(at)
    }

    fn below(&mut self, end: usize) -> usize {
        self.0.random_range(0..end)
    }
}

fn insert(input: &mut Vec<u8>, at: usize, piece: &[u8]) {
    input.splice(at..at, piece.iter().copied());
}
