//! The import.

mod compare;
mod en;
mod fit;
mod it;
mod numbers;
mod problems;
mod reading;
mod recipes;
mod rows;
mod sending;
mod sources;

use dialdesk_core::import::{
    CELLS_MAX, CopyReason, Delimiter, Dialect, Encoding, FILE_BYTES_MAX, Foreign, Kind, RECORD_BYTES_MAX,
    RECORDS_MAX, Refusal, SPLIT_BYTES_MAX,
};

use super::Count;

use compare::Compare;
pub(super) use en::EN;
use fit::Fit;
pub(super) use it::IT;
use numbers::Numbers;
use problems::{LeftOut, Problems, SameNumbers};
use reading::Reading;
use recipes::Recipes;
use rows::Rows;
use sending::{Copying, Receipt, Sending};
use sources::Sources;

/// Words of the import.
pub(crate) struct Import {
    pub(crate) title: &'static str,
    pub(crate) intro: &'static str,
    pub(crate) steps: Steps,
    pub(crate) file: File,
    pub(crate) reading: Reading,
    pub(crate) recipes: Recipes,
    pub(crate) sources: Sources,
    pub(crate) refusal: Refusals,
    pub(crate) columns: Columns,
    pub(crate) fit: Fit,
    pub(crate) numbers: Numbers,
    pub(crate) problems: Problems,
    pub(crate) rows: Rows,
    pub(crate) duplicates: Duplicates,
    pub(crate) same_numbers: SameNumbers,
    pub(crate) left_out: LeftOut,
    pub(crate) review: Review,
    pub(crate) run: Run,
    pub(crate) compare: Compare,
    pub(crate) sending: Sending,
    pub(crate) receipt: Receipt,
    pub(crate) copying: Copying,
}

/// The names of the steps.
#[derive(Clone, Copy)]
pub(crate) struct Steps {
    pub(crate) file: &'static str,
    pub(crate) columns: &'static str,
    pub(crate) problems: &'static str,
    pub(crate) duplicates: &'static str,
    pub(crate) review: &'static str,
}

/// Choosing a file.
pub(crate) struct File {
    pub(crate) drop: &'static str,
    pub(crate) browse: &'static str,
    pub(crate) limits: fn(&str) -> String,
    pub(crate) reading: fn(&str) -> String,
    pub(crate) read_so_far: fn(&str, &str, &Count) -> String,
    pub(crate) at_a_pace: fn(&str, &str) -> String,
    pub(crate) other: &'static str,
    pub(crate) refused: fn(&str) -> String,
    pub(crate) records: fn(&Count) -> String,
    pub(crate) columns: fn(&Count) -> String,
    pub(crate) no_header: &'static str,
    pub(crate) first_rows: &'static str,
    pub(crate) unnamed: fn(&str) -> String,
    pub(crate) gone: &'static str,
    delimiters: [&'static str; 4],
    /// In the order of [`Encoding::ALL`].
    encodings: [&'static str; 8],
    with_mark: fn(&str) -> String,
}

/// Why a file cannot be imported, and what to do.
pub(crate) struct Refusals {
    empty: &'static str,
    too_large: fn(&str, &str) -> String,
    /// What to do with a file that is larger than what can be split here.
    too_large_to_split: fn(&str) -> String,
    spreadsheet: &'static str,
    archive: &'static str,
    image: &'static str,
    pdf: &'static str,
    binary: fn(&Count) -> String,
    header_only: &'static str,
    runaway_quote: fn(&Count) -> String,
    /// Takes the line and the limit.
    record_too_long: fn(&Count, &str) -> String,
    /// Takes the line and the limit.
    too_many_cells: fn(&Count, &Count) -> String,
    too_many_records: fn(&Count) -> String,
}

/// Binding columns.
pub(crate) struct Columns {
    pub(crate) into_list: &'static str,
    pub(crate) choose_list: &'static str,
    pub(crate) new_list: &'static str,
    pub(crate) holds: fn(&Count) -> String,
    pub(crate) fields_failed: &'static str,
    pub(crate) caption: &'static str,
    pub(crate) field: &'static str,
    pub(crate) takes: &'static str,
    pub(crate) takes_for: fn(&str) -> String,
    pub(crate) values: &'static str,
    pub(crate) filled: &'static str,
    pub(crate) why: &'static str,
    pub(crate) none: &'static str,
    pub(crate) empty: fn(&Count) -> String,
    pub(crate) chosen: &'static str,
    pub(crate) blank_around: &'static str,
    pub(crate) dialled: &'static str,
    pub(crate) custom: &'static str,
    pub(crate) add: &'static str,
    pub(crate) add_now: &'static str,
    pub(crate) left_out: &'static str,
    pub(crate) nothing_left_out: &'static str,
    pub(crate) no_phone: &'static str,
}

/// Duplicates.
pub(crate) struct Duplicates {
    pub(crate) intro: &'static str,
    pub(crate) legend: &'static str,
    pub(crate) not_compared: &'static str,
    pub(crate) none: &'static str,
    pub(crate) found: fn(&Count) -> String,
    pub(crate) several: &'static str,
    pub(crate) caption: &'static str,
    pub(crate) only_first: fn(&Count, &Count) -> String,
    pub(crate) checking: &'static str,
}

/// Before sending.
pub(crate) struct Review {
    pub(crate) becomes: fn(&Count) -> String,
    pub(crate) stored: fn(&Count) -> &'static str,
    pub(crate) stored_empty: fn(&Count) -> &'static str,
    /// Where it is not known how many the list holds.
    pub(crate) stored_untold: fn(&Count) -> &'static str,
    /// Takes how many are stored and how many the list holds.
    pub(crate) stored_at_most: fn(&Count, &Count) -> String,
    pub(crate) repeats: fn(&Count) -> &'static str,
    /// Takes how many there are, what they have, and the lines of the first ones.
    pub(crate) is_left_out: fn(&Count, &str, &str) -> String,
    pub(crate) original: &'static str,
    pub(crate) original_why: &'static str,
    pub(crate) copy: &'static str,
    pub(crate) copy_why: &'static str,
    pub(crate) copy_is: &'static str,
    pub(crate) requests: &'static str,
    pub(crate) staged_name: &'static str,
    pub(crate) curl: &'static str,
    pub(crate) obstacles: &'static str,
    pub(crate) no_list: &'static str,
    pub(crate) fields_loading: &'static str,
    pub(crate) no_first_name: &'static str,
    pub(crate) nothing: &'static str,
    pub(crate) import: fn(&Count, &str) -> String,
    pub(crate) import_at_most: fn(&Count, &str) -> String,
    pub(crate) import_plain: &'static str,
    pub(crate) nothing_sent: &'static str,
    bom: &'static str,
    encoding: fn(&str) -> String,
    sep_line: &'static str,
    no_header: &'static str,
    delimiter: fn(&str) -> String,
    name_twice: fn(&str) -> String,
    name_empty: &'static str,
    ragged: fn(&Count) -> String,
    stray_quotes: fn(&Count) -> String,
    damaged_text: fn(&Count) -> String,
    changed: fn(&Count) -> String,
    left_out: fn(&Count) -> String,
    /// What one record, and what several have that are of a kind, in the order of [`Kind::ALL`].
    kinds: [(&'static str, &'static str); 14],
}

/// Sending and its outcome.
pub(crate) struct Run {
    pub(crate) copying: &'static str,
    pub(crate) uploading: &'static str,
    pub(crate) binding: &'static str,
    pub(crate) importing: &'static str,
    pub(crate) so_far: fn(&Count, &Count) -> String,
    pub(crate) stop: &'static str,
    pub(crate) cannot_stop: &'static str,
    pub(crate) verified: fn(&Count) -> String,
    pub(crate) verified_detail: fn(&Count) -> String,
    pub(crate) short: fn(&Count, &Count) -> String,
    pub(crate) short_known: &'static str,
    pub(crate) short_unknown: &'static str,
    pub(crate) over: fn(&Count, &Count) -> String,
    pub(crate) over_detail: &'static str,
    pub(crate) unknown: &'static str,
    pub(crate) unknown_detail: &'static str,
    pub(crate) unclear: &'static str,
    pub(crate) unclear_detail: &'static str,
    pub(crate) not_grown: fn(&Count) -> String,
    pub(crate) not_seen: &'static str,
    pub(crate) look_again: &'static str,
    pub(crate) not_imported: &'static str,
    pub(crate) nothing_changed: &'static str,
    pub(crate) again: &'static str,
    pub(crate) another: &'static str,
    pub(crate) to_list: &'static str,
    pub(crate) stopped: &'static str,
    pub(crate) signed_out: &'static str,
}

impl Import {
    /// The names of the steps, first to last.
    pub(crate) fn steps_in_order(&self) -> [&'static str; 5] {
        let Steps { file, columns, problems, duplicates, review } = self.steps;
        [file, columns, problems, duplicates, review]
    }
}

impl File {
    /// The name of a delimiter.
    pub(crate) fn delimiter(&self, delimiter: Delimiter) -> &'static str {
        let [comma, semicolon, tab, pipe] = self.delimiters;
        match delimiter {
            Delimiter::Comma => comma,
            Delimiter::Semicolon => semicolon,
            Delimiter::Tab => tab,
            Delimiter::Pipe => pipe,
        }
    }
}

impl Refusals {
    /// Why, and what to do. `count` and `bytes` write numbers and sizes.
    pub(crate) fn sentence(
        &self,
        refusal: &Refusal,
        count: impl Fn(u64) -> Count,
        bytes: impl Fn(u64) -> String,
    ) -> String {
        match refusal {
            Refusal::Empty => self.empty.to_owned(),
            Refusal::TooLarge { bytes: has } => {
                let said = (self.too_large)(&bytes(*has), &bytes(FILE_BYTES_MAX));
                if *has <= SPLIT_BYTES_MAX {
                    return said;
                }
                format!("{said} {}", (self.too_large_to_split)(&bytes(SPLIT_BYTES_MAX)))
            }
            Refusal::Foreign(foreign) => match foreign {
                Foreign::Spreadsheet => self.spreadsheet,
                Foreign::Archive => self.archive,
                Foreign::Image => self.image,
                Foreign::Pdf => self.pdf,
            }
            .to_owned(),
            Refusal::Binary { line } => (self.binary)(&count(*line)),
            Refusal::HeaderOnly => self.header_only.to_owned(),
            Refusal::RunawayQuote { line } => (self.runaway_quote)(&count(*line)),
            Refusal::RecordTooLong { line } => {
                (self.record_too_long)(&count(*line), &bytes(RECORD_BYTES_MAX as u64))
            }
            Refusal::TooManyCells { line } => (self.too_many_cells)(&count(*line), &count(CELLS_MAX as u64)),
            Refusal::TooManyRecords => (self.too_many_records)(&count(u64::from(RECORDS_MAX))),
        }
    }
}

impl File {
    /// How the bytes of a file are read.
    pub(crate) fn encoding(&self, dialect: &Dialect) -> String {
        let name = self.encoding_name(dialect.encoding);
        if dialect.has_bom { (self.with_mark)(name) } else { name.to_owned() }
    }

    /// The name of an encoding.
    pub(crate) fn encoding_name(&self, encoding: Encoding) -> &'static str {
        let named = Encoding::ALL.into_iter().zip(self.encodings).find(|(known, _)| *known == encoding);
        named.map_or(encoding.label(), |(_, name)| name)
    }
}

impl Review {
    /// What so many records of a kind have.
    pub(crate) fn kind(&self, kind: Kind, n: &Count) -> &'static str {
        let named = Kind::ALL.into_iter().zip(self.kinds).find(|(known, _)| *known == kind);
        named.map_or(kind.name(), |(_, (one, many))| n.pick(one, many))
    }

    /// Why a copy is needed.
    pub(crate) fn reason(&self, reason: &CopyReason, file: &File, count: impl Fn(u64) -> Count) -> String {
        match reason {
            CopyReason::Bom => self.bom.to_owned(),
            CopyReason::Encoding(encoding) => (self.encoding)(file.encoding_name(*encoding)),
            CopyReason::SepLine => self.sep_line.to_owned(),
            CopyReason::NoHeader => self.no_header.to_owned(),
            CopyReason::StrayQuotes(n) => (self.stray_quotes)(&count(*n)),
            CopyReason::DamagedText(n) => (self.damaged_text)(&count(*n)),
            CopyReason::Changed(n) => (self.changed)(&count(*n)),
            CopyReason::Delimiter(delimiter) => (self.delimiter)(file.delimiter(*delimiter)),
            CopyReason::NameTwice(name) => (self.name_twice)(name),
            CopyReason::NameEmpty => self.name_empty.to_owned(),
            CopyReason::Ragged(n) => (self.ragged)(&count(*n)),
            CopyReason::LeftOut(n) => (self.left_out)(&count(*n)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_limit_is_named_from_the_constant_that_checks_it() {
        let said = EN.refusal.sentence(
            &Refusal::TooLarge { bytes: 70_000_000 },
            |n| Count { n, shown: n.to_string() },
            |bytes| format!("{bytes} B"),
        );
        assert!(said.contains("70000000 B") && said.contains("62914560 B"), "{said}");
    }
}
