//! What this browser has sent, and what it remembers.

mod en;
mod it;

use dialdesk_core::import::Delimiter;
use dialdesk_core::plan::{Standing, Step, Verdict};
use dialdesk_core::recipe::FileFault;

use super::Count;

pub(super) use en::EN;
pub(super) use it::IT;

/// Words of the activity.
pub(crate) struct Activity {
    pub(crate) title: &'static str,
    /// Takes the zone.
    pub(crate) intro: fn(&str) -> String,
    pub(crate) imports: &'static str,
    pub(crate) newer: &'static str,
    pub(crate) newer_detail: &'static str,
    pub(crate) not_kept: &'static str,
    pub(crate) not_kept_detail: &'static str,
    pub(crate) caption: &'static str,
    pub(crate) none: &'static str,
    pub(crate) none_hint: &'static str,
    pub(crate) to_import: &'static str,
    pub(crate) columns: Columns,
    pub(crate) show: fn(&str) -> String,
    pub(crate) receipt: &'static str,
    pub(crate) facts: Facts,
    pub(crate) not_known: &'static str,
    /// Takes the file and the list.
    pub(crate) broken_off: fn(&str, &str) -> String,
    pub(crate) broken_off_detail: &'static str,
    /// Takes the file and the list.
    pub(crate) unknown: fn(&str, &str) -> String,
    pub(crate) unknown_detail: &'static str,
    /// The same where it was carried out to its end.
    pub(crate) unseen_detail: &'static str,
    /// Takes what the list held before and what was promised.
    pub(crate) compare: fn(&Count, &Count) -> String,
    pub(crate) compare_not: &'static str,
    /// Takes the file and the list.
    pub(crate) under_way: fn(&str, &str) -> String,
    pub(crate) under_way_detail: &'static str,
    /// Takes a step in words and its moment.
    pub(crate) last_known: fn(&str, &str) -> String,
    pub(crate) look: &'static str,
    pub(crate) looking: &'static str,
    pub(crate) settle: &'static str,
    pub(crate) settled: &'static str,
    pub(crate) look_failed: &'static str,
    pub(crate) list_untold: &'static str,
    /// Takes what the list holds and how many came.
    pub(crate) grown: fn(&Count, &Count) -> String,
    pub(crate) others_count: &'static str,
    /// Takes what the list holds.
    pub(crate) not_grown: fn(&Count) -> String,
    pub(crate) nothing_to_compare: fn(&Count) -> String,
    pub(crate) export_csv: &'static str,
    pub(crate) export_json: &'static str,
    pub(crate) clear: &'static str,
    pub(crate) clear_title: fn(&Count) -> String,
    pub(crate) clear_hint: &'static str,
    pub(crate) clear_button: &'static str,
    pub(crate) cleared: &'static str,
    /// What files are called.
    pub(crate) file_stem: &'static str,
    /// What separates the columns of a table for the spreadsheets of this language.
    pub(crate) delimiter: Delimiter,
    pub(crate) recipes: Recipes,
    standings: Standings,
    steps: [&'static str; 6],
}

/// The columns of the table.
pub(crate) struct Columns {
    pub(crate) began: &'static str,
    pub(crate) file: &'static str,
    pub(crate) list: &'static str,
    pub(crate) number: &'static str,
    pub(crate) state: &'static str,
    pub(crate) promised: &'static str,
    pub(crate) came: &'static str,
    pub(crate) left_out: &'static str,
    pub(crate) staged: &'static str,
}

/// What else a receipt tells.
pub(crate) struct Facts {
    pub(crate) server: &'static str,
    pub(crate) size: &'static str,
    pub(crate) records: &'static str,
    pub(crate) before: &'static str,
    pub(crate) after: &'static str,
    pub(crate) process: &'static str,
    pub(crate) last: &'static str,
}

struct Standings {
    under_way: &'static str,
    broken_off: &'static str,
    unknown: &'static str,
    settled: &'static str,
    verified: &'static str,
    short: &'static str,
    over: &'static str,
    not_seen: &'static str,
    not_imported: &'static str,
}

/// What is remembered of files with the same columns.
pub(crate) struct Recipes {
    pub(crate) title: &'static str,
    pub(crate) intro: &'static str,
    pub(crate) none: &'static str,
    pub(crate) caption: &'static str,
    pub(crate) columns: &'static str,
    pub(crate) used: &'static str,
    pub(crate) list: &'static str,
    pub(crate) imports: &'static str,
    pub(crate) unnamed: fn(&Count) -> String,
    /// Takes the first names and how many more there are.
    pub(crate) and_more: fn(&str, &Count) -> String,
    pub(crate) forget: &'static str,
    /// Takes the columns.
    pub(crate) forget_these: fn(&str) -> String,
    pub(crate) forgotten: &'static str,
    pub(crate) export: &'static str,
    pub(crate) take: &'static str,
    pub(crate) forget_all: &'static str,
    pub(crate) forget_all_title: fn(&Count) -> String,
    pub(crate) forget_all_hint: &'static str,
    pub(crate) forget_all_button: &'static str,
    pub(crate) all_forgotten: &'static str,
    pub(crate) taken: fn(&Count) -> String,
    pub(crate) unread: fn(&Count) -> String,
    pub(crate) not_taken: &'static str,
    pub(crate) unreadable: &'static str,
    /// Takes the most.
    pub(crate) too_large: fn(&str) -> String,
    pub(crate) file_stem: &'static str,
    not_json: &'static str,
    other_json: &'static str,
    newer: &'static str,
    nothing: &'static str,
}

impl Activity {
    /// What is known of an import, in a word or two.
    pub(crate) fn standing(&self, standing: Standing) -> &'static str {
        let words = &self.standings;
        match standing {
            Standing::UnderWay => words.under_way,
            Standing::BrokenOff => words.broken_off,
            Standing::Unknown => words.unknown,
            Standing::Settled => words.settled,
            Standing::Ended(Verdict::Verified) => words.verified,
            Standing::Ended(Verdict::Short) => words.short,
            Standing::Ended(Verdict::Over) => words.over,
            Standing::Ended(Verdict::Unknown) => words.not_seen,
            Standing::Ended(Verdict::NotImported) => words.not_imported,
        }
    }

    /// The last step that was written down.
    pub(crate) fn step(&self, step: Step) -> &'static str {
        let [planned, uploading, uploaded, binding, bound, counting] = self.steps;
        match step {
            Step::Planned => planned,
            Step::Uploading => uploading,
            Step::Uploaded => uploaded,
            Step::Binding => binding,
            Step::Bound => bound,
            Step::Counting => counting,
            Step::Ended(verdict) => self.standing(Standing::Ended(verdict)),
        }
    }
}

impl Recipes {
    /// Why a file of recipes is not taken.
    pub(crate) fn fault(&self, fault: FileFault) -> &'static str {
        match fault {
            FileFault::NotJson => self.not_json,
            FileFault::NotRecipes => self.other_json,
            FileFault::Newer => self.newer,
            FileFault::Nothing => self.nothing,
        }
    }
}
