//! A name for a content: FNV-1a with 64 bits. It keeps caches apart and protects against nothing else; unlike the
//! hasher of std it is the same with every compiler.

/// Sixteen hex digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    format!("{:016x}", fnv1a(bytes))
}

fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From the test vectors that the authors of FNV publish.
    #[test]
    fn agrees_with_the_published_vectors() {
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(b"b"), 0xaf63_df4c_8601_f1a5);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn always_has_sixteen_digits() {
        assert_eq!(hex(b"foobar"), "85944171f73967e8");
        assert!((0..=255_u8).all(|byte| hex(&[byte]).len() == 16));
    }
}
