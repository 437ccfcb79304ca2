//! How the table of lists is searched and sorted.

use crate::api::List;
use crate::ui::{Sort, order};

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

/// The newest first.
pub(super) const FIRST: Sort<Column> = Sort { column: Column::Id, is_descending: true };

/// The lists that match `search` by name or by their exact number, in order.
pub(super) fn shown(lists: &[List], search: &str, sort: Sort<Column>) -> Vec<List> {
    let wanted = search.trim().to_lowercase();
    let matches = |list: &&List| {
        wanted.is_empty() || list.name.to_lowercase().contains(&wanted) || list.id.to_string() == wanted
    };
    let found: Vec<&List> = lists.iter().filter(matches).collect();
    let key = |list: &&List| match sort.column {
        Column::Id => String::new(),
        Column::Name => list.name.to_lowercase(),
        Column::Created => list.created_at.clone().unwrap_or_default(),
    };
    let keys = found.iter().map(|list| (key(list), list.id.get())).collect();
    order(keys, sort.is_descending)
        .into_iter()
        .filter_map(|at| found.get(at).map(|list| (*list).clone()))
        .collect()
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

    fn ids(search: &str, sort: Sort<Column>) -> Vec<u64> {
        shown(&lists(), search, sort).iter().map(|list| list.id.get()).collect()
    }

    #[test]
    fn a_search_takes_part_of_the_name_or_the_whole_number() {
        assert_eq!(ids(" AUTUNNO", FIRST), [33, 7]);
        assert_eq!(ids("12", FIRST), [12]);
        assert_eq!(ids("3", FIRST), [0_u64; 0]);
    }

    #[test]
    fn a_second_press_turns_the_order_round() {
        let by_name = FIRST.pressed(Column::Name);
        assert_eq!(ids("", by_name), [33, 7, 12]);
        let turned = by_name.pressed(Column::Name);
        assert_eq!(ids("", turned), [12, 7, 33]);
    }
}
