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

    /// Whether what was said of how the one is written holds for the other.
    pub(crate) fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
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
