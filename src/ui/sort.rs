//! Sorting a table by its headers.

use leptos::prelude::*;

/// Column and direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sort<Column> {
    /// The column.
    pub(crate) column: Column,
    /// Whether the largest comes first.
    pub(crate) is_descending: bool,
}

/// The places of rows in order of their keys, where keys are alike in order of their numbers.
///
/// One function for all tables: every kind of row that is sorted by itself costs the browser's download 2 kB.
pub(crate) fn order(keys: Vec<(String, u64)>, is_descending: bool) -> Vec<usize> {
    let mut places: Vec<((String, u64), usize)> = keys.into_iter().zip(0..).collect();
    places.sort_unstable();
    let places = places.into_iter().map(|(_, place)| place);
    if is_descending { places.rev().collect() } else { places.collect() }
}

impl<Column: Copy + PartialEq> Sort<Column> {
    /// The sort after a press on a header: the same column turns round, another begins ascending.
    pub(crate) fn pressed(self, column: Column) -> Self {
        Self { column, is_descending: self.column == column && !self.is_descending }
    }

    /// The value of `aria-sort` for a header.
    pub(crate) fn aria(self, column: Column) -> &'static str {
        match (self.column == column, self.is_descending) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        }
    }
}

/// The header of a column by which a table can be sorted.
#[component]
pub(crate) fn SortHeader<Column>(
    column: Column,
    label: &'static str,
    sort: RwSignal<Sort<Column>>,
) -> impl IntoView
where
    Column: Copy + PartialEq + Send + Sync + 'static,
{
    let aria = Signal::derive(move || sort.get().aria(column));
    view! {
        <th scope="col" aria-sort=aria>
            <button type="button" class="sort" on:click=move |_| sort.update(|sort| *sort = sort.pressed(column))>
                {label}
                <span aria-hidden="true">
                    {move || match aria.get() {
                        "ascending" => " ↑",
                        "descending" => " ↓",
                        _ => "",
                    }}
                </span>
            </button>
        </th>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_alike_are_in_order_of_their_numbers() {
        let keys = || vec![("b".to_owned(), 7), ("a".to_owned(), 9), ("b".to_owned(), 3)];
        assert_eq!(order(keys(), false), [1, 2, 0]);
        assert_eq!(order(keys(), true), [0, 2, 1]);
    }

    #[test]
    fn a_second_press_turns_the_order_round() {
        let sort = Sort { column: 'a', is_descending: true }.pressed('b');
        assert_eq!((sort.aria('b'), sort.aria('a')), ("ascending", "none"));
        assert_eq!(sort.pressed('b').aria('b'), "descending");
    }
}
