//! How an import ended, judged by what the server said and by what its list holds.

use dialdesk_core::import::Receipt;
use dialdesk_core::list::ListId;
use dialdesk_core::plan::Verdict;

use super::model::Trouble;
use crate::api::ApiError;

/// What was promised, and what the list was seen to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Progress {
    /// The list that takes the contacts.
    pub(crate) list: ListId,
    /// Contacts in it before the import, where the server tells.
    pub(crate) before: Option<u64>,
    /// Contacts in it when last seen since; `None` while it was not seen.
    pub(crate) now: Option<u64>,
    /// Contacts that were promised.
    pub(crate) promised: u64,
    /// Whether the server leaves out contacts that the list has already.
    pub(crate) drops_known: bool,
    /// Why the list was not seen any more, where that is known.
    pub(crate) unseen: Option<Unseen>,
}

/// Why a list is not seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unseen {
    /// The server does not let it be read.
    Hidden,
    /// The sign-in has ended.
    SignedOut,
    /// It is there no longer.
    Gone,
}

impl Unseen {
    /// What an error of looking says for good; none where the next look may do better.
    pub(crate) fn after(error: &ApiError) -> Option<Self> {
        match error {
            ApiError::Forbidden | ApiError::NotFound | ApiError::NotOffered => Some(Self::Hidden),
            ApiError::SignedOut => Some(Self::SignedOut),
            ApiError::Unreachable
            | ApiError::Stopped
            | ApiError::Refused(_)
            | ApiError::Busy
            | ApiError::Failed { .. }
            | ApiError::Unreadable => None,
        }
    }
}

/// Why it is not certain that the import began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// The call that begins it ended so.
    Error(ApiError),
    /// The call was made before, and again, and ended so. Whatever it says now, it may have been carried out then: a
    /// server that has done so knows the uploaded file no longer.
    Again(ApiError),
    /// The server answered it without the number of a process.
    NoPid,
}

impl Doubt {
    fn began(&self) -> Began {
        match self {
            Self::Error(error) => Began::after(error),
            Self::Again(_) | Self::NoPid => Began::Perhaps,
        }
    }

    /// Whether nobody wanted to wait for the answer any longer.
    pub(crate) fn is_of_waiting(&self) -> bool {
        matches!(self, Self::Error(ApiError::Stopped) | Self::Again(ApiError::Stopped))
    }

    /// Whether the import hardly began.
    pub(crate) fn is_refusal(&self) -> bool {
        self.began() == Began::Hardly
    }
}

impl Progress {
    /// Contacts added so far.
    pub(crate) fn added(&self) -> Option<u64> {
        self.now?.checked_sub(self.before?)
    }

    /// Whether contacts may be missing because the list had them before.
    pub(crate) fn may_have_had_some(&self) -> bool {
        self.drops_known && self.before.is_some_and(|before| before > 0)
    }
}

/// How sending ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The import began; the list's growth says what came of it.
    Done(Receipt, Progress),
    /// Nothing was imported.
    NotImported(NotImported),
    /// The second call got no clear answer, and the list does not tell either.
    Unclear {
        /// What came back instead.
        doubt: Doubt,
        /// The list.
        progress: Progress,
    },
}

/// Why nothing was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NotImported {
    /// The file could not be read again.
    File(Trouble),
    /// The clean copy is larger than what the server takes; those of parts of so many bytes of the file are not.
    CopyTooLarge {
        /// Bytes of a part.
        part: u64,
    },
    /// The upload failed or was stopped.
    Upload(ApiError),
    /// The server refused to bind the uploaded file.
    Bind(ApiError),
    /// The list was deleted meanwhile, with whatever was in it.
    ListGone,
}

impl NotImported {
    /// The copy became too large once so many bytes of the file were read: a part of nine tenths of them has room to spare.
    pub(crate) fn copy_too_large(read: u64) -> Self {
        Self::CopyTooLarge { part: read / 10 * 9 }
    }
}

/// Whether the import began although the call that begins it ended with an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Began {
    /// Certainly not.
    No,
    /// Hardly. But a browser sends a call again when its connection closes without an answer, and the second one is
    /// refused where the first was carried out: a short look at the list tells.
    Hardly,
    /// Nobody knows.
    Perhaps,
}

impl Began {
    /// What an error of the bind call says about it.
    pub(crate) fn after(error: &ApiError) -> Self {
        match error {
            ApiError::SignedOut | ApiError::Forbidden | ApiError::NotOffered | ApiError::Busy => Self::No,
            ApiError::NotFound | ApiError::Refused(_) => Self::Hardly,
            ApiError::Unreachable | ApiError::Stopped | ApiError::Failed { .. } | ApiError::Unreadable => {
                Self::Perhaps
            }
        }
    }
}

impl Ending {
    /// Judges by the list; `doubt` is what the call that begins the import left open.
    pub(crate) fn judge(doubt: Option<Doubt>, progress: Progress) -> Self {
        if progress.unseen == Some(Unseen::Gone) {
            return Self::NotImported(NotImported::ListGone);
        }
        let receipt = Receipt::judge(progress.before, progress.now, progress.promised);
        let Some(doubt) = doubt else { return Self::Done(receipt, progress) };
        let began = doubt.began();
        match (progress.added(), began, doubt) {
            // The import began, whatever was answered.
            (Some(1..), ..) => Self::Done(receipt, progress),
            (_, Began::No, Doubt::Error(error)) | (Some(0), Began::Hardly, Doubt::Error(error)) => {
                Self::NotImported(NotImported::Bind(error))
            }
            (_, _, doubt) => Self::Unclear { doubt, progress },
        }
    }
}

impl Ending {
    /// What was seen of the list, where it was looked at.
    pub(crate) fn progress(&self) -> Option<Progress> {
        match self {
            Self::Done(_, progress) | Self::Unclear { progress, .. } => Some(*progress),
            Self::NotImported(_) => None,
        }
    }

    /// What the host page is told and what is written down: the verdict, and how many contacts came, where that is known.
    /// Where nothing came of repeating an import, that is what came of it `before`.
    pub(crate) fn told(&self, before: Option<&Self>) -> (Verdict, Option<u64>) {
        match self {
            Self::NotImported(NotImported::ListGone) => (Verdict::NotImported, Some(0)),
            Self::NotImported(_) => {
                before.map_or((Verdict::NotImported, Some(0)), |before| before.told(None))
            }
            Self::Done(Receipt::Verified { stored }, _) => (Verdict::Verified, Some(*stored)),
            Self::Done(Receipt::Short { stored, .. }, _) => (Verdict::Short, Some(*stored)),
            Self::Done(Receipt::Over { stored, .. }, _) => (Verdict::Over, Some(*stored)),
            Self::Done(Receipt::Unknown, _) | Self::Unclear { .. } => (Verdict::Unknown, None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Refused;

    fn progress(before: Option<u64>, now: Option<u64>) -> Progress {
        Progress { list: ListId::new(32).unwrap(), before, now, promised: 3, drops_known: true, unseen: None }
    }

    const LOST: Option<Doubt> = Some(Doubt::Error(ApiError::Unreachable));

    fn refused() -> ApiError {
        ApiError::Refused(Refused { status: 422, faults: Vec::new() })
    }

    fn refusal() -> Doubt {
        Doubt::Error(refused())
    }

    #[test]
    fn an_answer_without_a_process_counts_only_with_growth() {
        let grown = progress(Some(7), Some(10));
        assert_eq!(
            Ending::judge(Some(Doubt::NoPid), grown),
            Ending::Done(Receipt::Verified { stored: 3 }, grown)
        );
        for still in [progress(Some(7), Some(7)), progress(Some(7), None)] {
            let unclear = Ending::Unclear { doubt: Doubt::NoPid, progress: still };
            assert_eq!(Ending::judge(Some(Doubt::NoPid), still), unclear);
        }
    }

    #[test]
    fn a_refusal_of_the_repeated_call_says_nothing_of_the_first_one() {
        let again = || Some(Doubt::Again(ApiError::NotFound));
        let still = progress(Some(7), Some(7));
        let unclear = Ending::Unclear { doubt: Doubt::Again(ApiError::NotFound), progress: still };
        assert_eq!(Ending::judge(again(), still), unclear);
        let grown = progress(Some(7), Some(10));
        assert_eq!(Ending::judge(again(), grown), Ending::Done(Receipt::Verified { stored: 3 }, grown));
    }

    #[test]
    fn of_a_list_that_is_gone_nothing_is_left() {
        let gone = Progress { unseen: Some(Unseen::Gone), ..progress(Some(7), Some(0)) };
        for doubt in [None, LOST, Some(refusal()), Some(Doubt::NoPid)] {
            assert_eq!(Ending::judge(doubt, gone), Ending::NotImported(NotImported::ListGone));
        }
    }

    #[test]
    fn a_lost_answer_is_judged_by_the_growth_of_the_list() {
        let grown = progress(Some(0), Some(3));
        assert_eq!(Ending::judge(LOST, grown), Ending::Done(Receipt::Verified { stored: 3 }, grown));
        let partly = progress(Some(0), Some(2));
        assert_eq!(Ending::judge(LOST, partly), Ending::Done(Receipt::Short { stored: 2, by: 1 }, partly));
        for unseen in [progress(Some(7), Some(7)), progress(Some(7), None), progress(None, Some(7))] {
            let unclear = Ending::Unclear { doubt: Doubt::Error(ApiError::Unreachable), progress: unseen };
            assert_eq!(Ending::judge(LOST, unseen), unclear);
        }
    }

    #[test]
    fn a_refusal_counts_unless_the_list_has_grown() {
        let same = progress(Some(7), Some(7));
        assert_eq!(Ending::judge(Some(refusal()), same), Ending::NotImported(NotImported::Bind(refused())));
        let grown = progress(Some(7), Some(10));
        assert_eq!(
            Ending::judge(Some(refusal()), grown),
            Ending::Done(Receipt::Verified { stored: 3 }, grown)
        );
    }

    #[test]
    fn a_part_is_smaller_than_what_was_too_much() {
        let too_large = NotImported::copy_too_large(20_000_000);
        assert_eq!(too_large, NotImported::CopyTooLarge { part: 18_000_000 });
        assert_eq!(Ending::NotImported(too_large).told(None), (Verdict::NotImported, Some(0)));
    }

    #[test]
    fn the_host_page_is_told_no_more_than_is_known() {
        let told = |error, now| Ending::judge(error, progress(Some(7), now)).told(None);
        assert_eq!(told(None, Some(10)), (Verdict::Verified, Some(3)));
        assert_eq!(told(None, Some(9)), (Verdict::Short, Some(2)));
        assert_eq!(told(None, Some(11)), (Verdict::Over, Some(4)));
        assert_eq!(told(None, None), (Verdict::Unknown, None));
        assert_eq!(told(LOST, Some(7)), (Verdict::Unknown, None));
        assert_eq!(told(Some(refusal()), Some(7)), (Verdict::NotImported, Some(0)));
    }

    #[test]
    fn nothing_more_is_not_nothing() {
        let failed = Ending::NotImported(NotImported::Upload(ApiError::Unreachable));
        assert_eq!(failed.told(None), (Verdict::NotImported, Some(0)));
        // Two of three had come.
        let short = Ending::judge(None, progress(Some(7), Some(9)));
        assert_eq!(failed.told(Some(&short)), (Verdict::Short, Some(2)));
        let unclear = Ending::judge(LOST, progress(Some(7), Some(7)));
        assert_eq!(failed.told(Some(&unclear)), (Verdict::Unknown, None));
        // With its list, what had come is gone.
        let gone = Ending::NotImported(NotImported::ListGone);
        assert_eq!(gone.told(Some(&short)), (Verdict::NotImported, Some(0)));
    }

    #[test]
    fn without_a_look_nothing_is_claimed() {
        let unseen = progress(Some(7), None);
        assert_eq!(Ending::judge(None, unseen), Ending::Done(Receipt::Unknown, unseen));
        assert_eq!(unseen.added(), None);
    }

    #[test]
    fn only_four_errors_make_it_certain_that_nothing_began() {
        for error in [ApiError::SignedOut, ApiError::Forbidden, ApiError::NotOffered, ApiError::Busy] {
            assert_eq!(Began::after(&error), Began::No);
        }
        assert_eq!(Began::after(&ApiError::NotFound), Began::Hardly);
        assert_eq!(Began::after(&refused()), Began::Hardly);
        assert_eq!(Began::after(&ApiError::Failed { status: 500, words: None }), Began::Perhaps);
    }

    #[test]
    fn contacts_may_only_have_been_there_where_the_server_looks_for_them() {
        assert!(progress(Some(1), None).may_have_had_some());
        assert!(!progress(Some(0), None).may_have_had_some());
        assert!(!Progress { drops_known: false, ..progress(Some(1), None) }.may_have_had_some());
    }
}
