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

/// Looks without any growth before which no list is given up: a server that is at work may take long to answer one.
const LOOKS_MIN: u32 = 3;

/// The most that counts as waiting between two looks: a computer may have slept meanwhile.
const BETWEEN_LOOKS_MAX: Duration = Duration::from_secs(15);

/// How long to wait for an import that began, of a few contacts and by a server that is not slow.
const USUAL: Duration = Duration::from_secs(8);

/// How long to wait at the most.
const LONGEST: Duration = Duration::from_secs(30);

/// For so many contacts a second more.
const A_SECOND_FOR: u64 = 5_000;

/// A list that stood still once may do so again, and so many times as long.
const AS_LONG_AGAIN: u32 = 4;

/// How long a list may stand still before the waiting ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Patience {
    /// For an import that began: from eight to thirty seconds, by the size of the import and by the pace of the server.
    Long,
    /// For one that hardly began: about half a second.
    Short,
}

/// Decides when to look next at a list that grows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Waiting {
    goal: Option<u64>,
    last: Option<u64>,
    promised: u64,
    looks: usize,
    still_looks: u32,
    still: Duration,
    /// The longest that it stood still and then grew.
    longest_pause: Duration,
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
        Self {
            goal: before.map(|before| before + promised),
            last: before,
            promised,
            looks: 0,
            still_looks: 0,
            still: Duration::ZERO,
            longest_pause: Duration::ZERO,
            patience,
        }
    }

    /// How long the list may stand still.
    fn limit(&self) -> Duration {
        match self.patience {
            Patience::Short => Duration::from_millis(500),
            Patience::Long => {
                let by_size = USUAL + Duration::from_secs(self.promised / A_SECOND_FOR);
                by_size.max(self.longest_pause * AS_LONG_AGAIN).min(LONGEST)
            }
        }
    }

    /// Takes account of what a look has shown, and of the time that has passed since the look before it; `None` is a look
    /// that failed.
    pub(super) fn seen(&mut self, count: Option<u64>, passed: Duration) -> Next {
        if count.is_some() && self.goal.is_some() && count >= self.goal {
            return Next::Over;
        }
        self.still += passed.min(BETWEEN_LOOKS_MAX);
        if count.is_some() && count != self.last {
            self.last = count;
            self.longest_pause = self.longest_pause.max(self.still);
            self.still = Duration::ZERO;
            self.still_looks = 0;
            // The server is at work: look often again.
            self.looks = 1;
        } else {
            self.still_looks += 1;
        }
        if self.still >= self.limit() && self.still_looks >= LOOKS_MIN {
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

    /// Looks from now on at a list that stands still, each of which takes `look`; gives the time until it is given up.
    fn given_up_after(waiting: &mut Waiting, count: Option<u64>, look: Duration) -> Duration {
        let (mut passed, mut all) = (Duration::ZERO, Duration::ZERO);
        while let Next::Look(wait) = waiting.seen(count, passed) {
            passed = wait + look;
            all += passed;
        }
        all
    }

    fn still(promised: u64) -> Duration {
        let mut waiting = Waiting::new(Some(0), promised, Patience::Long);
        given_up_after(&mut waiting, Some(0), Duration::ZERO)
    }

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn it_is_over_as_soon_as_the_promise_is_kept() {
        let mut waiting = Waiting::new(Some(40), 10, Patience::Long);
        assert_eq!(waiting.seen(Some(40), Duration::ZERO), Next::Look(Duration::from_millis(200)));
        assert_eq!(waiting.seen(Some(49), SECOND), Next::Look(Duration::from_millis(300)));
        assert_eq!(waiting.seen(Some(50), SECOND), Next::Over);
    }

    #[test]
    fn a_small_list_that_stands_still_is_given_up_after_eight_seconds_and_a_large_one_after_thirty() {
        // 0.2 + 0.3 + 0.5 + 1 + 2 + 2 + 2.
        assert_eq!(still(10), Duration::from_secs(8));
        // Eight, and one for each five thousand; looked at every two seconds.
        assert_eq!(still(50_000), Duration::from_secs(18));
        assert_eq!(still(1_000_000), Duration::from_secs(30));
    }

    #[test]
    fn a_server_that_pauses_is_given_four_times_its_longest_pause() {
        let mut waiting = Waiting::new(Some(0), 10, Patience::Long);
        waiting.seen(Some(0), Duration::ZERO);
        waiting.seen(Some(1), SECOND * 5);
        // Four times five; 0.5 + 1 + ten times 2 is the first that is not less.
        assert_eq!(given_up_after(&mut waiting, Some(1), Duration::ZERO), Duration::from_millis(21_500));
    }

    #[test]
    fn growth_makes_it_look_often_again() {
        let mut waiting = Waiting::new(Some(0), 10, Patience::Long);
        for _ in 0..5 {
            waiting.seen(Some(0), SECOND);
        }
        assert_eq!(waiting.seen(Some(1), SECOND), Next::Look(Duration::from_millis(300)));
    }

    #[test]
    fn without_counts_it_ends_too_but_not_after_a_single_silence() {
        let mut waiting = Waiting::new(None, 10, Patience::Long);
        assert_eq!(given_up_after(&mut waiting, None, Duration::ZERO), Duration::from_secs(8));
        // Looks of ten seconds each: the third one without an answer is the last.
        let mut silent = Waiting::new(None, 10, Patience::Long);
        assert_eq!(given_up_after(&mut silent, None, SECOND * 10), Duration::from_millis(20_500));
    }

    #[test]
    fn a_night_in_which_the_computer_slept_is_no_patience() {
        let mut waiting = Waiting::new(Some(0), 1_000_000, Patience::Long);
        waiting.seen(Some(0), Duration::ZERO);
        assert_eq!(waiting.seen(Some(0), SECOND * 30_000), Next::Look(Duration::from_millis(300)));
    }

    #[test]
    fn a_short_patience_ends_after_three_looks() {
        let mut waiting = Waiting::new(Some(5), 10, Patience::Short);
        assert_eq!(given_up_after(&mut waiting, Some(5), Duration::ZERO), Duration::from_millis(500));
    }
}
