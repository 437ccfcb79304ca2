//! Paging through rows of a server whose pages may be of another size, and which may not tell how many there are.

use dialdesk_core::contact::{ContactField, CustomField, StoredContact};

use crate::ui::Sort;

/// Rows asked for at a time.
pub(super) const PAGE: u64 = 50;
/// Most custom fields that get a column.
const CUSTOM_COLUMNS: usize = 4;

/// A column by which the server sorts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The number.
    Id,
    /// The first name.
    FirstName,
    /// The last name.
    LastName,
    /// The phone.
    Phone,
}

/// The oldest first.
pub(super) const FIRST: Sort<Column> = Sort { column: Column::Id, is_descending: false };

/// The order as the server is asked for it: `lastName`, or `-lastName` with the largest first.
pub(super) fn wire(sort: Sort<Column>) -> String {
    let column = match sort.column {
        Column::Id => "id",
        Column::FirstName => "firstName",
        Column::LastName => "lastName",
        Column::Phone => "phone",
    };
    if sort.is_descending { format!("-{column}") } else { column.to_owned() }
}

/// Where the page on screen stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pager {
    /// Rows before it.
    pub(super) offset: u64,
    /// Where each page before it began.
    trail: Vec<u64>,
    /// Rows on it.
    received: u64,
    /// Rows in all, where the server tells.
    pub(super) total: Option<u64>,
    /// Whether the next page was looked for and is empty.
    is_over: bool,
}

impl Pager {
    /// Takes in the page at its offset.
    pub(super) fn take(&mut self, received: u64, total: Option<u64>) {
        // A larger page than was asked for is believed, and so is a smaller one.
        self.received = received;
        self.total = total;
    }

    /// The same page, to be read again.
    pub(super) fn at_its_place(&self) -> Self {
        Self { offset: self.offset, trail: self.trail.clone(), ..Self::default() }
    }

    /// The page after it, where there may be one.
    pub(super) fn next(&self) -> Option<Self> {
        let next = self.offset + self.received;
        // Without a total, a page is full when it has what was asked for, or as much as the one before.
        let before = self.trail.last().and_then(|before| self.offset.checked_sub(*before));
        let is_full = self.received >= PAGE || before == Some(self.received);
        let may_follow = self.total.map_or(is_full, |total| next < total);
        let mut trail = self.trail.clone();
        trail.push(self.offset);
        (may_follow && self.received > 0 && !self.is_over).then(|| Self {
            offset: next,
            trail,
            ..Self::default()
        })
    }

    /// The page before it.
    pub(super) fn previous(&self) -> Option<Self> {
        let mut trail = self.trail.clone();
        let offset = trail.pop()?;
        Some(Self { offset, trail, ..Self::default() })
    }

    /// The page before it, after which nothing comes.
    pub(super) fn back_from_nothing(&self) -> Option<Self> {
        self.previous().map(|before| Self { is_over: true, ..before })
    }

    /// The numbers of its first and last row, from 1; none for an empty page.
    pub(super) fn range(&self) -> Option<(u64, u64)> {
        (self.received > 0).then_some((self.offset + 1, self.offset + self.received))
    }
}

/// The custom fields that get a column: those that hold something in one of `rows`, a few at the most.
pub(super) fn custom_columns(rows: &[StoredContact], custom: &[CustomField]) -> Vec<(ContactField, String)> {
    let mut found: Vec<(ContactField, String)> = Vec::new();
    for row in rows {
        for field in row.filled() {
            if let ContactField::Custom(id) = field
                && !found.iter().any(|(known, _)| *known == field)
            {
                let known = custom.iter().find(|custom| custom.id == id);
                let label = known.map_or_else(|| field.to_string(), |custom| custom.label.clone());
                found.push((field, label));
            }
        }
    }
    found.sort();
    found.truncate(CUSTOM_COLUMNS);
    found
}

#[cfg(test)]
mod tests {
    use dialdesk_core::contact::{ContactId, CustomFieldId, CustomKind};

    use super::*;

    fn at(offset: u64, received: u64, total: Option<u64>) -> Pager {
        let mut pager = Pager { offset, ..Pager::default() };
        pager.take(received, total);
        pager
    }

    #[test]
    fn a_known_total_decides_whether_a_page_follows() {
        let first = at(0, 50, Some(120));
        assert_eq!((first.range(), first.previous()), (Some((1, 50)), None));
        let mut second = first.next().unwrap();
        assert_eq!(second.offset, 50);
        second.take(50, Some(120));
        let mut third = second.next().unwrap();
        third.take(20, Some(120));
        assert_eq!((third.range(), third.next()), (Some((101, 120)), None));
        assert_eq!(third.previous().unwrap().offset, 50);
        assert_eq!(at(0, 50, Some(50)).next(), None);
    }

    #[test]
    fn another_page_size_of_the_server_is_believed() {
        let mut second = at(0, 20, Some(45)).next().unwrap();
        assert_eq!(second.offset, 20);
        second.take(20, Some(45));
        assert_eq!(second.range(), Some((21, 40)));
        assert_eq!(second.next().unwrap().offset, 40);
        // All at once.
        assert_eq!(at(0, 120, Some(120)).next(), None);
        assert_eq!(at(0, 120, Some(120)).range(), Some((1, 120)));
    }

    #[test]
    fn without_a_total_a_full_page_may_be_followed_by_another() {
        assert_eq!(at(0, 49, None).next(), None);
        let mut second = at(0, 50, None).next().unwrap();
        second.take(0, None);
        assert_eq!((second.range(), second.next()), (None, None));
        let mut back = second.back_from_nothing().unwrap();
        back.take(50, None);
        assert_eq!((back.offset, back.next()), (0, None));
    }

    #[test]
    fn the_order_is_asked_for_as_the_server_spells_it() {
        assert_eq!(wire(FIRST), "id");
        let by_name = FIRST.pressed(Column::LastName);
        assert_eq!(wire(by_name), "lastName");
        assert_eq!(wire(by_name.pressed(Column::LastName)), "-lastName");
    }

    #[test]
    fn custom_fields_get_a_column_when_they_hold_something() {
        let field = |id| ContactField::Custom(CustomFieldId::new(id).unwrap());
        let row = |id, texts: &[(u64, &str)]| {
            let texts = texts.iter().map(|(id, text)| (field(*id), (*text).to_owned())).collect();
            StoredContact::new(ContactId::new(id).unwrap(), texts)
        };
        let rows = [row(1, &[(3, " "), (7, "12")]), row(2, &[(5, "Friday")])];
        let custom = [CustomField::new(CustomFieldId::new(5).unwrap(), "Fair day", CustomKind::Text)];
        let columns = custom_columns(&rows, &custom);
        assert_eq!(columns, [(field(5), "Fair day".to_owned()), (field(7), "cf_7".to_owned())]);
        let many = [row(1, &[(1, "a"), (2, "b"), (3, "c"), (4, "d"), (5, "e")])];
        assert_eq!(custom_columns(&many, &[]).len(), 4);
    }
}
