//! How an import ended.

use crate::import::Receipt;

/// How an import ended, judged by the growth of its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The list has grown as promised.
    Verified,
    /// By less.
    Short,
    /// By more.
    Over,
    /// It is not known by how much.
    Unknown,
    /// Nothing was imported.
    NotImported,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 5] = [Self::Verified, Self::Short, Self::Over, Self::Unknown, Self::NotImported];

    /// Its name, for programs: also in the contract with the host page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Short => "short",
            Self::Over => "over",
            Self::Unknown => "unknown",
            Self::NotImported => "not-imported",
        }
    }

    /// What a receipt says, and how many contacts came, where that is known.
    pub fn of(receipt: Receipt) -> (Self, Option<u64>) {
        match receipt {
            Receipt::Verified { stored } => (Self::Verified, Some(stored)),
            Receipt::Short { stored, .. } => (Self::Short, Some(stored)),
            Receipt::Over { stored, .. } => (Self::Over, Some(stored)),
            Receipt::Unknown => (Self::Unknown, None),
        }
    }
}
