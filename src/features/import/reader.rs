//! Rows of the screen, read again from the file: the app holds only those that are looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use dialdesk_core::import::{Checks, PreviewRow, Previewer, Scan};
use leptos::prelude::*;

use super::model;
use super::pieces::{Span, pieces};
use super::state::ImportState;
use crate::platform::task;
use crate::platform::text::BrowserDecoder;

/// The file, and what is asked of its rows.
#[derive(Clone, Debug)]
struct Basis {
    scan: Arc<Scan>,
    checks: Checks,
}

impl PartialEq for Basis {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.scan, &other.scan) && self.checks == other.checks
    }
}

/// A row, and under what it was read.
#[derive(Clone)]
struct ReadRow {
    under: Arc<Basis>,
    row: Arc<PreviewRow>,
}

/// The rows that are looked at. What is decided about them counts at once, also while all of them are being checked.
#[derive(Clone, Copy)]
pub(super) struct RowReader {
    read: RwSignal<BTreeMap<u32, ReadRow>>,
    /// Whether the file can no longer be read.
    pub(super) is_gone: RwSignal<bool>,
}

impl RowReader {
    /// Reads the rows that are wanted, as they change; what is no longer wanted is let go of, also while it is read.
    pub(super) fn new(wanted: Memo<Vec<u32>>) -> Self {
        let import = ImportState::current();
        let reader = Self { read: RwSignal::new(BTreeMap::new()), is_gone: RwSignal::new(false) };
        let basis = Memo::new(move |_| import.basis().map(Arc::new));
        Effect::new(move || {
            let wanted: BTreeSet<u32> = wanted.get().into_iter().collect();
            let (Some(basis), Some(file)) = (basis.get(), import.file.get_untracked()) else { return };
            let is_missing = |row: &u32| {
                reader
                    .read
                    .with_untracked(|read| read.get(row).is_none_or(|read| !Arc::ptr_eq(&read.under, &basis)))
            };
            let span = |row: u32| basis.scan.span(row).map(|(start, end)| Span { row, start, end });
            let missing = wanted.iter().copied().filter(is_missing).filter_map(span);
            let missing = pieces(missing.collect());
            task::spawn_here(async move {
                let previewer = Previewer::new(&basis.scan, &basis.checks);
                for piece in missing {
                    let Ok(bytes) = file.read(piece.start, piece.end).await else {
                        reader.is_gone.try_set(true);
                        return;
                    };
                    let row = |span: &Span| {
                        let row = previewer.row(span.row, piece.of(&bytes, *span)?, &BrowserDecoder)?;
                        Some((span.row, ReadRow { under: Arc::clone(&basis), row: Arc::new(row) }))
                    };
                    let rows = piece.rows.iter().filter_map(row);
                    reader.read.try_update(|read| {
                        read.retain(|row, _| wanted.contains(row));
                        read.extend(rows);
                    });
                }
            });
        });
        reader
    }

    /// A row, once it is read.
    pub(super) fn row(self, row: u32) -> Option<Arc<PreviewRow>> {
        self.read.with(|read| read.get(&row).map(|read| Arc::clone(&read.row)))
    }
}

impl ImportState {
    /// What is asked now; while the file is being read in another way, what was asked of it last.
    fn basis(self) -> Option<Basis> {
        let checked = self.last.get()?;
        let scan = Arc::clone(&checked.scan);
        let is_current = self.source.with(|source| source.scan().is_some_and(|now| Arc::ptr_eq(now, &scan)));
        let checks = if is_current {
            model::checks(self.binding.get(), &self.rule.read(), &self.fields.read(), &self.decisions.read())
        } else {
            checked.checks.clone()
        };
        Some(Basis { scan, checks })
    }
}
