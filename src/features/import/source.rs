//! How far the file of an import is known.

use std::sync::Arc;

use dialdesk_core::import::{Column, Cut, Dialect, Glance, Refusal, Scan, Settings};

use super::model::Checked;
use crate::platform::file::FileGone;

/// Where a file comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The admin's computer.
    #[default]
    File,
    /// Cells of a spreadsheet that were pasted.
    Pasted,
    /// A larger file, of which it is a part.
    Part(Cut),
}

impl Origin {
    /// What a part has to be told of the file that it was cut from.
    pub(crate) fn cut(self) -> Option<Cut> {
        match self {
            Self::Part(cut) => Some(cut),
            Self::File | Self::Pasted => None,
        }
    }

    /// How a file from here is read that comes after another one, of which is known where it is from and what the admin
    /// said of how it is written; `own` is what is known of this one by itself.
    pub(crate) fn after(self, before: Self, said: Settings, own: Settings) -> Settings {
        match (self, before) {
            (Self::File, Self::File) | (Self::Pasted, Self::Pasted) => said,
            // The first line is the same in all parts, or in none: that was settled when their file was cut.
            (Self::Part(_), Self::Part(_)) => Settings { header: own.header, ..said },
            (Self::File | Self::Pasted | Self::Part(_), _) => own,
        }
    }
}

/// What is known of a file without reading it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct FileFacts {
    /// Its name.
    pub(crate) name: String,
    /// Its size.
    pub(crate) bytes: u64,
    /// Where it comes from.
    pub(crate) origin: Origin,
}

/// Why a file cannot be worked with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// What it holds.
    Refused(Refusal),
    /// It was changed, moved or deleted since it was chosen.
    Gone,
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<FileGone> for Trouble {
    fn from(_: FileGone) -> Self {
        Self::Gone
    }
}

/// How far reading a file has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SoFar {
    /// Bytes read.
    pub(crate) read: u64,
    /// Records found.
    pub(crate) records: u64,
    /// Bytes read in each second, once that can be said.
    pub(crate) per_second: Option<u64>,
    /// What its beginning shows, once that is read.
    pub(crate) glance: Option<Arc<Glance>>,
}

/// What is shown of a file, as soon as its beginning is known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look<'a> {
    /// How it is written.
    pub(crate) dialect: &'a Dialect,
    /// Its columns.
    pub(crate) columns: &'a [Column],
    /// Its first records.
    pub(crate) first_rows: &'a [Vec<String>],
}

/// How far the file is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// No file yet.
    None,
    /// Being read for the first time.
    Reading {
        /// The file.
        file: FileFacts,
        /// What the admin said of it.
        settings: Settings,
        /// How far that has come.
        so_far: SoFar,
    },
    /// It cannot be imported.
    Refused {
        /// The file.
        file: FileFacts,
        /// Why.
        why: Trouble,
    },
    /// Read.
    Read {
        /// The file.
        file: FileFacts,
        /// What the admin said of it.
        settings: Settings,
        /// What it is.
        scan: Arc<Scan>,
        /// What became of its records in the same reading, under the checks that were proposed then.
        checked: Option<Arc<Checked>>,
    },
}

impl Source {
    /// The file, once chosen.
    pub(crate) fn facts(&self) -> Option<&FileFacts> {
        match self {
            Self::None => None,
            Self::Reading { file, .. } | Self::Refused { file, .. } | Self::Read { file, .. } => Some(file),
        }
    }

    /// What the admin said of the file when it was read.
    pub(crate) fn settings(&self) -> Settings {
        match self {
            Self::Reading { settings, .. } | Self::Read { settings, .. } => *settings,
            Self::None | Self::Refused { .. } => Settings::default(),
        }
    }

    /// How far reading has come, while it goes on.
    pub(crate) fn so_far(&self) -> Option<&SoFar> {
        match self {
            Self::Reading { so_far, .. } => Some(so_far),
            Self::None | Self::Refused { .. } | Self::Read { .. } => None,
        }
    }

    /// What can be shown of the file: of its beginning while the rest is read, else of all of it.
    pub(crate) fn look(&self) -> Option<Look<'_>> {
        match self {
            Self::Reading { so_far, .. } => so_far.glance.as_ref().map(|seen| Look {
                dialect: &seen.dialect,
                columns: &seen.columns,
                first_rows: &seen.first_rows,
            }),
            Self::Read { scan, .. } => {
                Some(Look { dialect: &scan.dialect, columns: &scan.columns, first_rows: &scan.first_rows })
            }
            Self::None | Self::Refused { .. } => None,
        }
    }

    /// What the file is, once read.
    pub(crate) fn scan(&self) -> Option<&Arc<Scan>> {
        match self {
            Self::Read { scan, .. } => Some(scan),
            Self::None | Self::Reading { .. } | Self::Refused { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use dialdesk_core::import::{Delimiter, Encoding, Header};

    use super::*;

    const PART: Origin = Origin::Part(Cut { start: 0, line: 1, columns: 2, delimiter: Delimiter::Comma });

    #[test]
    fn what_was_said_of_one_file_holds_for_the_next_from_the_same_place() {
        let said = Settings { encoding: Some(Encoding::Utf8), delimiter: None, header: Some(Header::Absent) };
        let own = Settings::default();
        assert_eq!(Origin::File.after(Origin::File, said, own), said);
        assert_eq!(Origin::Pasted.after(Origin::Pasted, said, own), said);
        assert_eq!(Origin::File.after(Origin::Pasted, said, own), own);
        assert_eq!(PART.after(Origin::File, said, own), own);
        assert_eq!(Origin::File.after(PART, said, own), own);
    }

    #[test]
    fn what_was_said_of_the_first_line_of_a_part_does_not_hold_for_the_next_part() {
        for (own, said) in [(Header::Present, Header::Absent), (Header::Absent, Header::Present)] {
            let of = |encoding, header| Settings { encoding, delimiter: None, header: Some(header) };
            let read = PART.after(PART, of(Some(Encoding::Utf8), said), of(None, own));
            assert_eq!(read, of(Some(Encoding::Utf8), own));
        }
    }
}
