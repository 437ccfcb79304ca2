//! Several contacts, typed or pasted into rows and columns.

use super::ContactId;
use super::draft::{ContactDraft, ContactProblem, NewContact};
use super::field::ContactField;
use super::paste::Pasted;
use super::shape::OfferedField;
use crate::problem::Problem;

/// Rows that a grid begins with.
pub const ROWS_FIRST: usize = 5;
/// Most rows of a grid, which go in one request; a file takes any number.
pub const ROWS_MAX: usize = 500;

/// A cell of a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its row, from 0.
    pub row: usize,
    /// Its column.
    pub field: ContactField,
}

/// A finding at a cell.
pub type CellFinding = Problem<Cell, ContactProblem>;

/// Rows of contacts as typed. A column that is taken away keeps its texts, which are not sent, for when it comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    columns: Vec<ContactField>,
    rows: Vec<ContactDraft>,
}

impl Grid {
    /// Blank rows with these columns.
    pub fn new(columns: Vec<ContactField>) -> Self {
        Self { columns, rows: vec![ContactDraft::default(); ROWS_FIRST] }
    }

    /// The columns.
    pub fn columns(&self) -> &[ContactField] {
        &self.columns
    }

    /// The rows.
    pub fn rows(&self) -> &[ContactDraft] {
        &self.rows
    }

    /// Shows a column, or takes it away.
    pub fn show(&mut self, field: ContactField, is_shown: bool) {
        self.columns.retain(|known| *known != field);
        if is_shown {
            self.columns.push(field);
        }
    }

    /// What is typed into a cell.
    pub fn text(&self, cell: Cell) -> &str {
        self.rows.get(cell.row).map_or("", |row| row.text(cell.field))
    }

    /// Types `text` into a cell.
    pub fn set(&mut self, cell: Cell, text: String) {
        if let Some(row) = self.rows.get_mut(cell.row) {
            row.set(cell.field, text);
        }
    }

    /// Adds a blank row; false where there are [`ROWS_MAX`] already.
    pub fn add_row(&mut self) -> bool {
        let has_room = self.rows.len() < ROWS_MAX;
        if has_room {
            self.rows.push(ContactDraft::default());
        }
        has_room
    }

    /// Takes a row away.
    pub fn remove_row(&mut self, row: usize) {
        if row < self.rows.len() {
            self.rows.remove(row);
        }
    }

    /// Empties every row that still is as it was `sent`; those that were changed or added since stay in their places.
    /// Once nothing is left the grid is as it began.
    pub fn take_out(&mut self, sent: &Self) {
        for was in sent.rows.iter().filter(|row| !row.is_blank_in(&sent.columns)) {
            // Rows move when one above them is taken away.
            if let Some(row) = self.rows.iter_mut().find(|row| row.is_like(was)) {
                *row = ContactDraft::default();
            }
        }
        if self.rows.iter().all(ContactDraft::is_blank) {
            self.rows = vec![ContactDraft::default(); ROWS_FIRST];
        }
    }

    /// Whether nothing is typed into any column.
    pub fn is_blank(&self) -> bool {
        self.rows.iter().all(|row| row.is_blank_in(&self.columns))
    }

    /// How many rows hold something.
    pub fn filled(&self) -> usize {
        self.rows.iter().filter(|row| !row.is_blank_in(&self.columns)).count()
    }

    /// Puts pasted cells at and below a cell. What has no place ([`Pasted::misfit`]) is left out; answers how many
    /// rows have brought something in.
    pub fn take(&mut self, pasted: &Pasted, row: usize, column: usize) -> usize {
        let targets = pasted.targets(self, column);
        let mut taken = 0;
        for (down, cells) in pasted.rows().iter().enumerate() {
            let at = row + down;
            while self.rows.len() <= at && self.add_row() {}
            let mut has_some = false;
            for (cell, target) in cells.iter().zip(&targets) {
                if let Some(field) = target {
                    self.set(Cell { row: at, field: *field }, cell.clone());
                    has_some |= !cell.trim().is_empty();
                }
            }
            taken += usize::from(has_some && at < self.rows.len());
        }
        taken
    }

    /// The contacts to send, each with its row; blank rows are passed over.
    ///
    /// # Errors
    /// All that stands against it, row by row.
    pub fn parse(&self, fields: &[OfferedField]) -> Result<Vec<(usize, NewContact)>, Vec<CellFinding>> {
        let (mut contacts, mut found) = (Vec::new(), Vec::new());
        for (at, row) in self.typed(fields) {
            match row.parse(fields) {
                Ok(contact) => contacts.push((at, contact)),
                Err(problems) => found.extend(
                    problems
                        .into_iter()
                        .map(|problem| Problem::error(Cell { row: at, field: problem.at }, problem.kind)),
                ),
            }
        }
        if found.is_empty() { Ok(contacts) } else { Err(found) }
    }

    /// What is worth a second look and stops nobody: rows of the same phone among it.
    pub fn cautions(&self, fields: &[OfferedField], known: &[(ContactId, String)]) -> Vec<CellFinding> {
        let mut found: Vec<CellFinding> = Vec::new();
        let mut phones: Vec<(usize, String)> = Vec::new();
        for (at, row) in self.typed(fields) {
            let cell = |field| Cell { row: at, field };
            let known = known.iter().map(|(id, phone)| (*id, phone.as_str()));
            found.extend(
                row.cautions(fields, known)
                    .into_iter()
                    .map(|problem| Problem::warning(cell(problem.at), problem.kind)),
            );
            let phone = row.text(ContactField::Phone).trim();
            if phone.is_empty() {
                continue;
            }
            match phones.iter().find(|(_, known)| known == phone) {
                Some((first, _)) => {
                    let kind = ContactProblem::PhoneTwice { row: first + 1 };
                    found.push(Problem::warning(cell(ContactField::Phone), kind));
                }
                None => phones.push((at, phone.to_owned())),
            }
        }
        found
    }

    /// The rows that hold something, as far as the columns show it.
    fn typed(&self, fields: &[OfferedField]) -> Vec<(usize, ContactDraft)> {
        let is_shown = |field: ContactField| self.columns.contains(&field);
        self.rows
            .iter()
            .enumerate()
            .filter(|(_, row)| !row.is_blank_in(&self.columns))
            .map(|(at, row)| {
                let mut shown = ContactDraft::default();
                for offered in fields.iter().filter(|offered| is_shown(offered.field)) {
                    shown.set(offered.field, row.text(offered.field).to_owned());
                }
                (at, shown)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{CustomField, CustomKind, FieldValue, offered};
    use super::*;
    use crate::id::Id;

    fn field(name: &str) -> ContactField {
        ContactField::from_api_name(name).unwrap()
    }

    fn fields() -> Vec<OfferedField> {
        offered(&[CustomField::new(Id::new(7).unwrap(), "Employees", CustomKind::Number)])
    }

    fn grid(text: &str) -> Grid {
        let mut grid = Grid::new(["firstName", "phone", "cf_7"].map(field).to_vec());
        grid.take(&Pasted::read(text, &[]), 0, 0);
        grid
    }

    #[test]
    fn blank_rows_are_passed_over_and_the_others_keep_their_places() {
        let contacts = grid("Anna\t0444\n \t\t \nTom\t0555\t3").parse(&fields()).unwrap();
        let rows: Vec<usize> = contacts.iter().map(|(row, _)| *row).collect();
        assert_eq!(rows, [0, 2]);
        let last = contacts.last().unwrap().1.values().last().unwrap();
        assert_eq!(*last, (field("cf_7"), FieldValue::Whole(3)));
    }

    #[test]
    fn what_is_wrong_is_found_at_its_cell() {
        let long = "x".repeat(256);
        let found = grid(&format!("{long}\t0444\n\t0555\nTom\t\tmany")).parse(&fields()).unwrap_err();
        let at: Vec<(usize, String)> =
            found.iter().map(|found| (found.at.row, found.at.field.to_string())).collect();
        assert_eq!(at, [(0, "firstName".into()), (1, "firstName".into()), (2, "cf_7".into())]);
        assert_eq!(found[0].kind, ContactProblem::TooLong { characters: 256 });
    }

    #[test]
    fn a_phone_that_repeats_is_said_at_the_later_row() {
        let by = ContactId::new(9).unwrap();
        let known = [(by, "0555".to_owned())];
        let found = grid("A\t044 456 78\nB\t0555\nC\t044 456 78").cautions(&fields(), &known);
        let kinds: Vec<(usize, ContactProblem)> =
            found.into_iter().map(|found| (found.at.row, found.kind)).collect();
        assert_eq!(
            kinds,
            [
                (1, ContactProblem::PhoneUnlikely),
                (1, ContactProblem::PhoneTaken { by }),
                (2, ContactProblem::PhoneTwice { row: 1 })
            ]
        );
    }

    #[test]
    fn a_column_that_is_taken_away_is_not_sent_and_comes_back_with_its_texts() {
        let mut grid = grid("Anna\t0444\t3");
        grid.show(field("cf_7"), false);
        assert_eq!(grid.parse(&fields()).unwrap()[0].1.values().len(), 2);
        grid.show(field("cf_7"), true);
        assert_eq!(grid.parse(&fields()).unwrap()[0].1.values().len(), 3);
    }

    #[test]
    fn rows_that_were_sent_are_emptied_and_those_changed_since_stay() {
        let sent = grid("Anna\t0444\nTom\t0555\nTom\t0555");
        let mut now = sent.clone();
        now.take_out(&sent);
        assert_eq!((now.filled(), now.rows().len()), (0, ROWS_FIRST));

        // The first row is taken away while they are on their way, and the second of the two equal ones is changed.
        let mut now = sent.clone();
        now.remove_row(0);
        now.set(Cell { row: 1, field: field("phone") }, "0556".into());
        now.set(Cell { row: 3, field: field("firstName") }, "Ida".into());
        // Typed and taken back: as it was.
        now.set(Cell { row: 0, field: field("lastName") }, String::new());
        now.take_out(&sent);
        let texts = |name| {
            (0..4).map(|row| now.text(Cell { row, field: field(name) }).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(texts("firstName"), ["", "Tom", "", "Ida"]);
        assert_eq!(texts("phone"), ["", "0556", "", ""]);
    }

    #[test]
    fn only_rows_that_bring_something_in_are_counted() {
        let mut grid = grid("");
        assert_eq!(grid.take(&Pasted::read("a\tb\n\t\nc\td", &[]), 0, 0), 2);
        // All to the right of the last column.
        assert_eq!(grid.take(&Pasted::read("a\nb\nc", &[]), 0, 3), 0);
        // The last two rows of the largest grid.
        assert_eq!(grid.take(&Pasted::read("a\nb\nc", &[]), 498, 0), 2);
    }

    #[test]
    fn pasting_adds_rows_up_to_the_limit_and_leaves_other_cells_alone() {
        let mut grid = grid("Anna\t0444");
        let many = (0..600).map(|n| n.to_string()).collect::<Vec<_>>().join("\n");
        grid.take(&Pasted::read(&many, &[]), 1, 1);
        assert_eq!(grid.rows().len(), 500);
        assert_eq!(grid.text(Cell { row: 0, field: field("phone") }), "0444");
        assert_eq!(grid.text(Cell { row: 499, field: field("phone") }), "498");
        assert!(!grid.add_row());
    }

    #[test]
    fn a_header_decides_the_columns() {
        let grid = grid("Telefono\tNome\n0444\tAnna");
        assert_eq!(grid.text(Cell { row: 0, field: field("firstName") }), "Anna");
        assert_eq!(grid.text(Cell { row: 0, field: field("phone") }), "0444");
    }
}
