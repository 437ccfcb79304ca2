//! What an import came to, judged by the server's own counts.

/// The promise compared with what the server holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// The list grew by exactly what was promised.
    Verified {
        /// Contacts that were added.
        stored: u64,
    },
    /// The list grew by less.
    Short {
        /// Contacts that were added.
        stored: u64,
        /// Contacts that are missing.
        by: u64,
    },
    /// The list grew by more: somebody else adds to it, or an earlier import was still running.
    Over {
        /// Contacts that were added.
        stored: u64,
        /// Contacts beyond the promise.
        by: u64,
    },
    /// The server does not tell its counts, or the list shrank meanwhile.
    Unknown,
}

impl Receipt {
    /// Compares the counts before and after with what was promised.
    pub fn judge(before: Option<u64>, after: Option<u64>, promised: u64) -> Self {
        let (Some(before), Some(after)) = (before, after) else { return Self::Unknown };
        let Some(stored) = after.checked_sub(before) else { return Self::Unknown };
        match stored.cmp(&promised) {
            std::cmp::Ordering::Equal => Self::Verified { stored },
            std::cmp::Ordering::Less => Self::Short { stored, by: promised - stored },
            std::cmp::Ordering::Greater => Self::Over { stored, by: stored - promised },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_growth_of_the_list_decides() {
        assert_eq!(Receipt::judge(Some(0), Some(950), 950), Receipt::Verified { stored: 950 });
        assert_eq!(Receipt::judge(Some(40), Some(90), 60), Receipt::Short { stored: 50, by: 10 });
        assert_eq!(Receipt::judge(Some(0), Some(7), 5), Receipt::Over { stored: 7, by: 2 });
        assert_eq!(Receipt::judge(Some(9), Some(3), 5), Receipt::Unknown);
        assert_eq!(Receipt::judge(None, Some(3), 3), Receipt::Unknown);
        assert_eq!(Receipt::judge(Some(3), None, 3), Receipt::Unknown);
    }
}
