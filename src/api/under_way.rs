//! Requests that change something and have not been answered yet.

use leptos::prelude::*;

/// How many there are; clones count together.
#[derive(Clone, Debug)]
pub(crate) struct UnderWay(ArcRwSignal<u32>);

/// One of them, until it is dropped.
pub(super) struct Counted(UnderWay);

impl UnderWay {
    /// None yet.
    pub(crate) fn new() -> Self {
        Self(ArcRwSignal::new(0))
    }

    /// Whether there is one, as it changes.
    pub(crate) fn is_any(&self) -> bool {
        self.0.get() > 0
    }

    /// Counts one more until the answer is dropped.
    pub(super) fn begin(&self) -> Counted {
        self.0.update(|count| *count += 1);
        Counted(self.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.0.update(|count| *count = count.saturating_sub(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn something_is_under_way_until_the_last_of_them_ends() {
        let under_way = UnderWay::new();
        assert!(!under_way.is_any());
        let first = under_way.begin();
        let second = under_way.clone().begin();
        drop(first);
        assert!(under_way.is_any());
        drop(second);
        assert!(!under_way.is_any());
    }
}
