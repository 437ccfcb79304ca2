//! Cells copied from a spreadsheet.

use super::custom::CustomField;
use super::field::ContactField;
use super::grid::{Grid, ROWS_MAX};
use crate::import::{by_name, looks_like_address};
use crate::phone::looks_like_number;

/// Cells that were pasted: rows of texts, with the header taken off where there was one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    rows: Vec<Vec<String>>,
    header: Option<Vec<(String, Option<ContactField>)>>,
}

/// What of a paste has no place in the grid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Misfit {
    /// Filled columns to the right of the grid's last one.
    pub columns: usize,
    /// Names in the header that are no field, or a field that is there already.
    pub unknown: Vec<String>,
    /// Fields in the header that the grid does not show.
    pub missing: Vec<ContactField>,
    /// Filled rows beyond [`ROWS_MAX`].
    pub rows: usize,
}

impl Misfit {
    /// Whether everything has a place.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

impl Pasted {
    /// Reads what a spreadsheet puts on the clipboard: tabs between cells, line ends between rows. The first row is a
    /// header when it names fields rather than a contact.
    pub fn read(text: &str, custom: &[CustomField]) -> Self {
        let mut rows = cells(text);
        let header = rows.first().filter(|_| rows.len() > 1).and_then(|first| header(first, custom));
        if header.is_some() {
            rows.remove(0);
        }
        Self { rows, header }
    }

    /// How many rows there are, the header not counted.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows.
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }

    /// The fields that a header names, for each pasted column; none without a header.
    pub fn header(&self) -> Option<Vec<Option<ContactField>>> {
        self.header.as_ref().map(|header| header.iter().map(|(_, field)| *field).collect())
    }

    /// The field that each pasted column goes to when they are pasted at a column of `grid`.
    pub(super) fn targets(&self, grid: &Grid, column: usize) -> Vec<Option<ContactField>> {
        if let Some(header) = &self.header {
            header.iter().map(|(_, field)| field.filter(|field| grid.columns().contains(field))).collect()
        } else {
            let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
            (0..width).map(|at| grid.columns().get(column + at).copied()).collect()
        }
    }

    /// What has no place when they are pasted at this cell of `grid`.
    pub fn misfit(&self, grid: &Grid, row: usize, column: usize) -> Misfit {
        let mut misfit = Misfit::default();
        let is_filled =
            |at: usize| self.rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.trim().is_empty()));
        let targets = self.targets(grid, column);
        for (at, target) in targets.iter().enumerate().filter(|(at, _)| is_filled(*at)) {
            match (target, self.header.as_ref().and_then(|header| header.get(at))) {
                (Some(_), _) => {}
                (None, None) => misfit.columns += 1,
                (None, Some((_, Some(field)))) => misfit.missing.push(*field),
                (None, Some((name, None))) => misfit.unknown.push(name.clone()),
            }
        }
        // A row may be wider than the header above it.
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        misfit.columns += (targets.len()..width).filter(|at| is_filled(*at)).count();
        let room = ROWS_MAX.saturating_sub(row);
        let is_blank = |row: &&Vec<String>| row.iter().all(|cell| cell.trim().is_empty());
        misfit.rows = self.rows.iter().skip(room).filter(|row| !is_blank(row)).count();
        misfit
    }
}

/// The fields of a header: at least half of its names are known, and none reads like a number or an address.
fn header(row: &[String], custom: &[CustomField]) -> Option<Vec<(String, Option<ContactField>)>> {
    let mut fields: Vec<(String, Option<ContactField>)> = Vec::new();
    for name in row {
        if looks_like_number(name) || looks_like_address(name) {
            return None;
        }
        let field = by_name(name, custom).map(|(field, _)| field);
        // The same field twice is one column too many.
        let field = field.filter(|field| fields.iter().all(|(_, known)| known.as_ref() != Some(field)));
        fields.push((name.trim().to_owned(), field));
    }
    let named = fields.iter().filter(|(name, _)| !name.is_empty()).count();
    let known = fields.iter().filter(|(_, field)| field.is_some()).count();
    (known > 0 && known * 2 >= named).then_some(fields)
}

/// Rows of cells. A cell with a tab, a line end or a quote of its own is quoted, as spreadsheets do; any other quote is
/// part of the text.
fn cells(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    let mut rest = text;
    loop {
        let (cell, after) = quoted(rest).unwrap_or_else(|| {
            let end = rest.find(['\t', '\n', '\r']).unwrap_or(rest.len());
            let (cell, after) = rest.split_at(end);
            (cell.to_owned(), after)
        });
        row.push(cell);
        if let Some(next) = after.strip_prefix('\t') {
            rest = next;
            continue;
        }
        rows.push(std::mem::take(&mut row));
        let next = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r']));
        match next {
            // The last line end closes the last row.
            Some("") | None => return rows,
            Some(next) => rest = next,
        }
    }
}

/// A quoted cell at the beginning of `text`, and what follows it.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    let mut has_quote = false;
    loop {
        let (part, after) = rest.split_once('"')?;
        cell.push_str(part);
        if let Some(after) = after.strip_prefix('"') {
            cell.push('"');
            has_quote = true;
            rest = after;
            continue;
        }
        let is_end = after.is_empty() || after.starts_with(['\t', '\n', '\r']);
        let needs_quotes = has_quote || cell.contains(['\t', '\n', '\r']);
        return (is_end && needs_quotes).then_some((cell, after));
    }
}

#[cfg(test)]
mod tests {
    use super::super::{CustomField, CustomKind};
    use super::*;
    use crate::id::Id;

    fn field(name: &str) -> ContactField {
        ContactField::from_api_name(name).unwrap()
    }

    fn grid() -> Grid {
        Grid::new(["firstName", "lastName", "phone"].map(field).to_vec())
    }

    #[test]
    fn tabs_and_line_ends_separate_and_the_last_line_end_closes() {
        assert_eq!(cells("a\tb\r\nc\t\r\n"), [["a", "b"], ["c", ""]]);
        assert_eq!(cells("a"), [["a"]]);
        assert_eq!(cells("a\n\nb"), [["a"], [""], ["b"]]);
        assert_eq!(cells("a\rb\r"), [["a"], ["b"]]);
    }

    #[test]
    fn quoted_cells_keep_their_line_ends_and_quotes() {
        assert_eq!(
            cells("\"Via Roma 1\nBari\"\t\"say \"\"hi\"\"\"\nx"),
            [vec!["Via Roma 1\nBari", "say \"hi\""], vec!["x"]]
        );
        // Quotes that no spreadsheet has put there are text.
        assert_eq!(cells("\"hello\"\t\"half\tx\"y\"\tz"), [["\"hello\"", "\"half", "x\"y\"", "z"]]);
        assert_eq!(cells("\"open\nnext"), [["\"open"], ["next"]]);
    }

    #[test]
    fn a_header_is_known_by_its_names() {
        let custom = [CustomField::new(Id::new(3).unwrap(), "Contract number", CustomKind::Text)];
        let pasted = Pasted::read("Nome\tTelefono\tcontract number\tFoo\nAnna\t0444\tSC-1\tx", &custom);
        assert_eq!(
            pasted.header(),
            Some(vec![Some(field("firstName")), Some(field("phone")), Some(field("cf_3")), None])
        );
        assert_eq!(pasted.rows(), [["Anna", "0444", "SC-1", "x"]]);
        // A contact is no header, nor is a single row.
        assert_eq!(Pasted::read("Anna\t+39 333 555 0101\nTom\t1", &custom).header(), None);
        assert_eq!(Pasted::read("Nome\tTelefono", &custom).header(), None);
        assert_eq!(Pasted::read("Foo\tBar\tNome\n1\t2\t3", &custom).header(), None);
    }

    #[test]
    fn what_has_no_place_is_counted_and_blank_columns_are_not() {
        let pasted = Pasted::read("a\tb\tc\td\t\ne\tf\tg\th\t", &[]);
        assert_eq!(pasted.misfit(&grid(), 0, 0), Misfit { columns: 1, ..Misfit::default() });
        assert_eq!(pasted.misfit(&grid(), 0, 2), Misfit { columns: 3, ..Misfit::default() });
        let fitting = Pasted::read("a\tb\tc\nd\te\tf", &[]);
        assert!(fitting.misfit(&grid(), 0, 0).is_none());
        assert_eq!(fitting.misfit(&grid(), 499, 0), Misfit { rows: 1, ..Misfit::default() });
        assert!(fitting.misfit(&grid(), 498, 0).is_none());
        let named = Pasted::read("Phone\tE-mail\tTel\tWhat\n0444\tx\ty\tz", &[]);
        assert_eq!(
            named.misfit(&grid(), 0, 0),
            Misfit {
                unknown: vec!["Tel".into(), "What".into()],
                missing: vec![field("email")],
                ..Misfit::default()
            }
        );
    }
}
