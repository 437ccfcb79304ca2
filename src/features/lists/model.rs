//! How the table of lists is searched and sorted.

use crate::api::List;

/// A column by which the lists are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The number.
    Id,
    /// The name.
    Name,
    /// When it was made.
    Created,
}

/// Column and direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sort {
    /// The column.
    pub(super) column: Column,
    /// Whether the largest comes first.
    pub(super) is_descending: bool,
}

impl Sort {
    /// The newest first.
    pub(super) const FIRST: Self = Self { column: Column::Id, is_descending: true };

    /// The sort after a press on a header: the same column turns round, another begins ascending.
    pub(super) fn pressed(self, column: Column) -> Self {
        Self { column, is_descending: self.column == column && !self.is_descending }
    }

    /// The value of `aria-sort` for a header.
    pub(super) fn aria(self, column: Column) -> &'static str {
        match (self.column == column, self.is_descending) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        }
    }
}

/// The lists that match `search` by name or by their exact number, in order.
pub(super) fn shown(lists: &[List], search: &str, sort: Sort) -> Vec<List> {
    let wanted = search.trim().to_lowercase();
    let matches = |list: &&List| {
        wanted.is_empty() || list.name.to_lowercase().contains(&wanted) || list.id.to_string() == wanted
    };
    let mut found: Vec<List> = lists.iter().filter(matches).cloned().collect();
    found.sort_by(|a, b| {
        let order = match sort.column {
            Column::Id => a.id.cmp(&b.id),
            Column::Name => a.name.to_lowercase().cmp(&b.name.to_lowercase()),
            Column::Created => a.created_at.cmp(&b.created_at),
        };
        let order = order.then(a.id.cmp(&b.id));
        if sort.is_descending { order.reverse() } else { order }
    });
    found
}

#[cfg(test)]
mod tests {
    use dialdesk_core::list::ListId;

    use super::*;

    fn lists() -> Vec<List> {
        [(12, "list1"), (33, "Autunno"), (7, "autunno vecchio")]
            .map(|(id, name)| List {
                id: ListId::new(id).unwrap(),
                name: name.into(),
                description: None,
                created_at: None,
            })
            .to_vec()
    }

    fn ids(search: &str, sort: Sort) -> Vec<u64> {
        shown(&lists(), search, sort).iter().map(|list| list.id.get()).collect()
    }

    #[test]
    fn a_search_takes_part_of_the_name_or_the_whole_number() {
        assert_eq!(ids(" AUTUNNO", Sort::FIRST), [33, 7]);
        assert_eq!(ids("12", Sort::FIRST), [12]);
        assert_eq!(ids("3", Sort::FIRST), [0_u64; 0]);
    }

    #[test]
    fn a_second_press_turns_the_order_round() {
        let by_name = Sort::FIRST.pressed(Column::Name);
        assert_eq!(ids("", by_name), [33, 7, 12]);
        assert_eq!(by_name.aria(Column::Name), "ascending");
        let turned = by_name.pressed(Column::Name);
        assert_eq!(ids("", turned), [12, 7, 33]);
        assert_eq!((turned.aria(Column::Name), turned.aria(Column::Id)), ("descending", "none"));
    }
}
