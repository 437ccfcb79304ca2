//! The server's numbers for things.

use std::fmt;
use std::marker::PhantomData;
use std::num::NonZeroU64;

/// The server's number for a `T`. The server numbers from 1.
pub struct Id<T>(NonZeroU64, PhantomData<fn() -> T>);

impl<T> Id<T> {
    /// The id with this number; none for 0.
    pub fn new(number: u64) -> Option<Self> {
        NonZeroU64::new(number).map(|number| Self(number, PhantomData))
    }

    /// Reads an id as a person types it or a path holds it.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        // `u64` would also take a leading plus.
        if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        text.parse().ok().and_then(Self::new)
    }

    /// Reads several ids: `32, 33`, `32 33` or one a line. Repeats count once, the order stays.
    ///
    /// # Errors
    /// The first piece that is no id.
    pub fn parse_several(text: &str) -> Result<Vec<Self>, String> {
        let mut ids: Vec<Self> = Vec::new();
        let separates = |c: char| c.is_whitespace() || matches!(c, ',' | ';');
        for piece in text.split(separates).filter(|piece| !piece.is_empty()) {
            let id = Self::parse(piece).ok_or_else(|| piece.to_owned())?;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        Ok(ids)
    }

    /// The number on the wire.
    pub fn get(self) -> u64 {
        self.0.get()
    }
}

// Written by hand: derived, they would ask the same of `T`.
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> std::hash::Hash for Id<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Thing;

    #[test]
    fn ids_are_whole_numbers_from_one() {
        assert_eq!(Id::<Thing>::parse(" 32 ").map(Id::get), Some(32));
        for text in ["0", "", "-1", "+3", "3.5", "３", "x", "99999999999999999999"] {
            assert_eq!(Id::<Thing>::parse(text), None, "{text}");
        }
    }

    #[test]
    fn several_ids_are_separated_by_anything_but_digits_of_their_own() {
        let read = |text| Id::<Thing>::parse_several(text).map(|ids| ids.into_iter().map(Id::get).collect());
        assert_eq!(read("32, 33;41\n32  24"), Ok(vec![32, 33, 41, 24]));
        assert_eq!(read("  "), Ok(Vec::new()));
        assert_eq!(read("32, x3"), Err("x3".to_owned()));
        assert_eq!(read("32, 0"), Err("0".to_owned()));
    }
}
