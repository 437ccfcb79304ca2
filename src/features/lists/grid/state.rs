//! What is typed into the grid, and how far sending it has come.

use dialdesk_core::contact::{
    Cell, CellFinding, ContactField, ContactId, ContactProblem, Grid, Misfit, NewContact, OfferedField,
    Pasted,
};
use dialdesk_core::problem::Problem;
use leptos::prelude::*;

use super::super::form::Counts;
use crate::api::ApiError;

/// The columns that a grid begins with.
const FIRST_COLUMNS: [ContactField; 3] =
    [ContactField::FirstName, ContactField::LastName, ContactField::Phone];

/// How far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// The grid.
    Editing,
    /// On its way.
    Sending,
    /// So many were added.
    Added(u64),
    /// None was added, or that is not known; then with the sizes of the list, where it counts.
    Failed(ApiError, Option<Counts>),
}

/// What came of pasting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Paste {
    /// So many rows were taken in, into the columns that a header named.
    Taken(usize, Vec<ContactField>),
    /// Not all of it has a place: it waits for a decision, and where it was pasted.
    Waiting { pasted: Pasted, misfit: Misfit, row: usize, column: usize },
}

/// The grid of a list.
#[derive(Clone, Copy)]
pub(crate) struct GridForm {
    pub(super) fields: Memo<Vec<OfferedField>>,
    pub(super) grid: RwSignal<Grid>,
    pub(super) stage: RwSignal<Stage>,
    pub(super) paste: RwSignal<Option<Paste>>,
    /// Whether sending was tried: errors are shown.
    pub(super) was_tried: RwSignal<bool>,
    /// The server's refusals, each until its cell changes.
    pub(super) refused: RwSignal<Vec<(Cell, String)>>,
    pub(super) shows_columns: RwSignal<bool>,
    /// Whether there is no room for another row.
    pub(super) is_full: RwSignal<bool>,
}

impl GridForm {
    /// An empty grid.
    pub(crate) fn new(fields: Memo<Vec<OfferedField>>) -> Self {
        Self {
            fields,
            grid: RwSignal::new(Grid::new(FIRST_COLUMNS.to_vec())),
            stage: RwSignal::new(Stage::Editing),
            paste: RwSignal::new(None),
            was_tried: RwSignal::new(false),
            refused: RwSignal::new(Vec::new()),
            shows_columns: RwSignal::new(false),
            is_full: RwSignal::new(false),
        }
    }

    /// Whether something that was typed would be lost.
    pub(crate) fn is_dirty(self) -> bool {
        self.grid.with(|grid| !grid.is_blank())
    }

    /// Whether the app that the grid belongs to was taken away meanwhile.
    pub(super) fn is_gone(self) -> bool {
        self.stage.try_with_untracked(|_| ()).is_none()
    }

    /// Whether this column cannot be taken away.
    pub(super) fn is_needed(self, field: ContactField) -> bool {
        self.fields.with(|fields| fields.iter().any(|offered| offered.field == field && offered.is_required))
    }

    /// Shows the columns without which no contact of the list can be sent.
    pub(super) fn show_needed(self) {
        let missing: Vec<ContactField> = self.fields.with_untracked(|fields| {
            let needed = fields.iter().filter(|offered| offered.is_required).map(|offered| offered.field);
            self.grid.with_untracked(|grid| needed.filter(|field| !grid.columns().contains(field)).collect())
        });
        for field in missing {
            self.grid.update(|grid| grid.show(field, true));
        }
    }

    /// Types `text` into a cell.
    pub(super) fn set(self, cell: Cell, text: String) {
        self.grid.update(|grid| grid.set(cell, text));
        if self.refused.with_untracked(|refused| refused.iter().any(|(at, _)| *at == cell)) {
            self.refused.update(|refused| refused.retain(|(at, _)| *at != cell));
        }
        self.touched();
    }

    /// What came of the ones before is over when others are begun.
    fn touched(self) {
        if self.stage.with_untracked(|stage| !matches!(stage, Stage::Editing | Stage::Sending)) {
            self.stage.set(Stage::Editing);
        }
        if self.paste.with_untracked(|paste| matches!(paste, Some(Paste::Taken(..)))) {
            self.paste.set(None);
        }
    }

    /// Adds a row; whether there was room.
    pub(super) fn add_row(self) -> bool {
        let has_room = self.grid.try_update(Grid::add_row) == Some(true);
        self.is_full.set(!has_room);
        has_room
    }

    /// Takes a row away.
    pub(super) fn remove_row(self, row: usize) {
        self.grid.update(|grid| grid.remove_row(row));
        self.refused.set(Vec::new());
        self.is_full.set(false);
        self.touched();
    }

    /// Takes in what was pasted, unless something of it has no place.
    pub(super) fn paste(self, pasted: Pasted, row: usize, column: usize) {
        let misfit = self.grid.with_untracked(|grid| pasted.misfit(grid, row, column));
        if misfit.is_none() {
            self.take(&pasted, row, column);
        } else {
            self.paste.set(Some(Paste::Waiting { pasted, misfit, row, column }));
        }
    }

    /// Takes in what of it has a place.
    pub(super) fn take(self, pasted: &Pasted, row: usize, column: usize) {
        let taken = self.grid.try_update(|grid| grid.take(pasted, row, column)).unwrap_or_default();
        self.refused.set(Vec::new());
        self.touched();
        let named = pasted.header().unwrap_or_default().into_iter().flatten();
        let named =
            self.grid.with_untracked(|grid| named.filter(|field| grid.columns().contains(field)).collect());
        self.paste.set(Some(Paste::Taken(taken, named)));
    }

    /// What will be sent, each contact with its row.
    pub(super) fn plan(self) -> Option<Vec<(usize, NewContact)>> {
        let (grid, fields) = (self.grid.read(), self.fields.read());
        grid.parse(&fields).ok().filter(|contacts| !contacts.is_empty())
    }

    /// Everything that stands against sending it.
    pub(super) fn errors(self) -> Vec<CellFinding> {
        let (grid, fields) = (self.grid.read(), self.fields.read());
        let refused = self.refused.get().into_iter();
        let refused = refused.map(|(cell, words)| Problem::error(cell, ContactProblem::Server(words)));
        refused.chain(grid.parse(&fields).err().unwrap_or_default()).collect()
    }

    /// What is worth a second look.
    pub(super) fn cautions(self, known: &[(ContactId, String)]) -> Vec<CellFinding> {
        let (grid, fields) = (self.grid.read(), self.fields.read());
        grid.cautions(&fields, known)
    }
}
