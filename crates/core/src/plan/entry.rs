//! One import as it is written down, and what is known of it later.

use super::Verdict;
use crate::import::Receipt;
use crate::list::ListId;

/// Most imports that are kept; of those that are over the oldest goes first.
pub const ENTRIES_MAX: usize = 200;

/// How long an import that gives no sign of life is taken to be under way elsewhere, in milliseconds. Browsers let a page in
/// the background act once a minute only.
pub const LEASE: u64 = 90_000;

/// How long after it has ended the growth of a list is still taken for that of an import that fell short, in milliseconds: a
/// day.
const GROWS_FOR: u64 = 86_400_000;

/// How far an import has come: what was written down last before the next thing was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The button was pressed.
    Planned,
    /// The file is about to be uploaded.
    Uploading,
    /// It lies on the server, and nothing was made of it.
    Uploaded,
    /// The call that begins the import is about to be made.
    Binding,
    /// The server has taken it.
    Bound,
    /// The list is looked at until it has grown.
    Counting,
    /// Over.
    Ended(Verdict),
}

/// An import as it is written down. No contact and no secret is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When it began, in milliseconds since 1970; no two begin at once.
    pub id: u64,
    /// The address of the server, empty for that of the page.
    pub server: String,
    /// Who was signed in, as far as that may be told.
    pub who: String,
    /// The list.
    pub list: ListId,
    /// Its name, empty where it was not known.
    pub list_name: String,
    /// The name of the file.
    pub file: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its records, a header not counted.
    pub records: u64,
    /// Records that do not go: left out, or repeats.
    pub left_out: u64,
    /// Contacts that were promised.
    pub promised: u64,
    /// Contacts of the list before, where the server tells.
    pub before: Option<u64>,
    /// How far it has come.
    pub step: Step,
    /// When that was, in milliseconds since 1970.
    pub at: u64,
    /// The last sign of life of the page that carries it out, in milliseconds since 1970; 0 where it is gone.
    pub alive: u64,
    /// The name under which the file was staged.
    pub staged: Option<String>,
    /// The number of the server's process, where it told one.
    pub pid: Option<u64>,
    /// Contacts of the list when it was last looked at since.
    pub after: Option<u64>,
    /// Contacts that came, where that is known.
    pub found: Option<u64>,
    /// Whether somebody has said that nothing has to be done about it any more.
    pub is_settled: bool,
}

/// What is known of an import now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Under way, here or in another tab.
    UnderWay,
    /// It broke off before anything was imported.
    BrokenOff,
    /// It broke off when it may have been imported.
    Unknown,
    /// Over.
    Ended(Verdict),
    /// It broke off, and somebody has settled it.
    Settled,
}

impl Entry {
    /// What is known of it at a moment, in milliseconds since 1970.
    pub fn standing(&self, now: u64) -> Standing {
        match self.step {
            Step::Ended(verdict) => Standing::Ended(verdict),
            // A clock that was put back is no reason to call it dead.
            _ if self.alive != 0 && now.saturating_sub(self.alive) < LEASE => Standing::UnderWay,
            _ if self.is_settled => Standing::Settled,
            Step::Planned | Step::Uploading | Step::Uploaded => Standing::BrokenOff,
            Step::Binding | Step::Bound | Step::Counting => Standing::Unknown,
        }
    }

    /// Goes on to a step; `now` is in milliseconds since 1970.
    pub fn go_on(&mut self, step: Step, now: u64) {
        self.step = step;
        self.at = now;
        self.alive = now;
    }

    /// Ends it; `now` is in milliseconds since 1970.
    pub fn end(&mut self, verdict: Verdict, found: Option<u64>, now: u64) {
        self.go_on(Step::Ended(verdict), now);
        self.found = found;
    }

    /// Judges it by what its list holds at `now`, in milliseconds since 1970; `others` are all that are kept. A list that has
    /// not grown, or no more than was known, leaves it as it is: what was begun may still come. So does one that another
    /// import may have let grow since.
    pub fn judge(&mut self, holds: Option<u64>, others: &[Self], now: u64) {
        self.after = holds.or(self.after);
        if others.iter().any(|other| self.is_followed_by(other)) {
            return;
        }
        let (verdict, found) = Verdict::of(Receipt::judge(self.before, holds, self.promised));
        let counts = match self.step {
            Step::Ended(Verdict::Short | Verdict::Unknown) => {
                found > Some(self.found.unwrap_or(0)) && now.saturating_sub(self.at) <= GROWS_FOR
            }
            Step::Ended(Verdict::Verified | Verdict::Over | Verdict::NotImported) => false,
            Step::Planned
            | Step::Uploading
            | Step::Uploaded
            | Step::Binding
            | Step::Bound
            | Step::Counting => {
                self.found = found.or(self.found);
                found.is_some_and(|found| found > 0)
            }
        };
        if counts {
            // When it ended is not put off by each look.
            if !matches!(self.step, Step::Ended(_)) {
                self.at = now;
            }
            self.found = found;
            self.step = Step::Ended(verdict);
        }
    }

    /// Whether another import into the same list began later and may have come to something.
    fn is_followed_by(&self, other: &Self) -> bool {
        let may_have_come = match other.step {
            Step::Planned | Step::Uploading | Step::Uploaded | Step::Ended(Verdict::NotImported) => false,
            Step::Binding
            | Step::Bound
            | Step::Counting
            | Step::Ended(Verdict::Verified | Verdict::Short | Verdict::Over | Verdict::Unknown) => true,
        };
        other.id > self.id && other.list == self.list && other.server == self.server && may_have_come
    }

    /// Whether nothing has to be done about it any more.
    fn is_over(&self) -> bool {
        matches!(self.step, Step::Ended(_)) || self.is_settled
    }
}

/// `entries` with one more, which takes the place of an earlier state of it. Those that are over make room first.
pub fn with(mut entries: Vec<Entry>, entry: Entry) -> Vec<Entry> {
    if let Some(known) = entries.iter_mut().find(|known| known.id == entry.id) {
        *known = entry;
        return entries;
    }
    while entries.len() >= ENTRIES_MAX {
        let oldest = entries.iter().position(Entry::is_over).unwrap_or_default();
        entries.remove(oldest);
    }
    entries.push(entry);
    entries
}

/// The places of entries at `now`, in milliseconds since 1970: those that are not known the end of first, the latest of
/// each first.
pub fn standing_first(entries: &[Entry], now: u64) -> Vec<usize> {
    let is_open = |entry: &Entry| match entry.standing(now) {
        Standing::UnderWay | Standing::BrokenOff | Standing::Unknown => true,
        Standing::Ended(_) | Standing::Settled => false,
    };
    let mut places: Vec<usize> = (0..entries.len()).collect();
    places.sort_by_key(|at| entries.get(*at).map(|entry| std::cmp::Reverse((is_open(entry), entry.id))));
    places
}
