//! How long to wait for a server that imports in the background and does not tell when it is done.

use std::time::Duration;

/// Waits between two looks at the list, the last one again and again.
const WAITS: [Duration; 5] = [
    Duration::from_millis(200),
    Duration::from_millis(300),
    Duration::from_millis(500),
    Duration::from_secs(1),
    Duration::from_secs(2),
];

/// How many looks without any growth end the waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Patience {
    /// For an import that began: about eight seconds.
    Long,
    /// For one that hardly began: about a second.
    Short,
}

impl Patience {
    fn looks(self) -> u32 {
        match self {
            Self::Long => 6,
            Self::Short => 2,
        }
    }
}

/// Decides when to look next at a list that grows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Waiting {
    goal: Option<u64>,
    last: Option<u64>,
    looks: usize,
    still: u32,
    patience: Patience,
}

/// What to do after a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Look again after this time.
    Look(Duration),
    /// Everything promised is there, or the list has stood still for long.
    Over,
}

impl Waiting {
    /// Waits for a list of `before` contacts to grow by `promised`.
    pub(super) fn new(before: Option<u64>, promised: u64, patience: Patience) -> Self {
        Self { goal: before.map(|before| before + promised), last: before, looks: 0, still: 0, patience }
    }

    /// Takes account of what a look has shown; `None` is a look that failed.
    pub(super) fn seen(&mut self, count: Option<u64>) -> Next {
        if count.is_some() && self.goal.is_some() && count >= self.goal {
            return Next::Over;
        }
        if count.is_some() && count != self.last {
            self.last = count;
            self.still = 0;
            // The server is at work: look often again.
            self.looks = 1;
        } else {
            self.still += 1;
        }
        if self.still > self.patience.looks() {
            return Next::Over;
        }
        let wait = WAITS.get(self.looks.min(WAITS.len() - 1)).copied().unwrap_or_default();
        self.looks += 1;
        Next::Look(wait)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_over_as_soon_as_the_promise_is_kept() {
        let mut waiting = Waiting::new(Some(40), 10, Patience::Long);
        assert_eq!(waiting.seen(Some(40)), Next::Look(Duration::from_millis(200)));
        assert_eq!(waiting.seen(Some(49)), Next::Look(Duration::from_millis(300)));
        assert_eq!(waiting.seen(Some(50)), Next::Over);
    }

    #[test]
    fn a_list_that_stands_still_is_given_up_after_seven_looks() {
        let mut waiting = Waiting::new(Some(0), 10, Patience::Long);
        let looks = (0..20).take_while(|_| waiting.seen(Some(3)) != Next::Over).count();
        // The first look shows growth, the next six stand still.
        assert_eq!(looks, 7);
    }

    #[test]
    fn growth_makes_it_look_often_again() {
        let mut waiting = Waiting::new(Some(0), 10, Patience::Long);
        for _ in 0..5 {
            waiting.seen(Some(0));
        }
        assert_eq!(waiting.seen(Some(1)), Next::Look(Duration::from_millis(300)));
    }

    #[test]
    fn without_counts_it_ends_too() {
        let mut waiting = Waiting::new(None, 10, Patience::Long);
        let looks = (0..20).take_while(|_| waiting.seen(None) != Next::Over).count();
        assert_eq!(looks, 6);
    }

    #[test]
    fn a_short_patience_ends_after_three_looks() {
        let mut waiting = Waiting::new(Some(5), 10, Patience::Short);
        let looks = (0..20).take_while(|_| waiting.seen(Some(5)) != Next::Over).count();
        assert_eq!(looks, 2);
    }
}
