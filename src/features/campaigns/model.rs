//! How the table of campaigns is searched and sorted.

use crate::api::CampaignRow;
use crate::ui::{Sort, order};

/// A column by which the campaigns are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The number.
    Id,
    /// The name.
    Name,
    /// Whether it calls.
    State,
}

/// The newest first.
pub(super) const FIRST: Sort<Column> = Sort { column: Column::Id, is_descending: true };

/// The campaigns that match `search` by name or by their exact number, in order.
pub(super) fn shown(campaigns: &[CampaignRow], search: &str, sort: Sort<Column>) -> Vec<CampaignRow> {
    let wanted = search.trim().to_lowercase();
    let matches = |row: &&CampaignRow| {
        wanted.is_empty() || row.name.to_lowercase().contains(&wanted) || row.id.to_string() == wanted
    };
    let found: Vec<&CampaignRow> = campaigns.iter().filter(matches).collect();
    let key = |row: &&CampaignRow| match sort.column {
        Column::Id => String::new(),
        Column::Name => row.name.to_lowercase(),
        // Those that call come first.
        Column::State => if row.is_active == Some(true) { "0" } else { "1" }.to_owned(),
    };
    let keys = found.iter().map(|row| (key(row), row.id.get())).collect();
    order(keys, sort.is_descending)
        .into_iter()
        .filter_map(|at| found.get(at).map(|row| (*row).clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use dialdesk_core::campaign::CampaignId;

    use super::*;

    #[test]
    fn campaigns_are_found_by_name_or_number_and_sorted_by_state() {
        let rows =
            [(52, "Autunno", Some(true)), (55, "autunno due", Some(false)), (59, "Spring", Some(true))].map(
                |(id, name, is_active)| CampaignRow {
                    id: CampaignId::new(id).unwrap(),
                    name: name.into(),
                    is_active,
                    method: "progressive".into(),
                    interval: None,
                },
            );
        let ids = |search: &str, sort| -> Vec<u64> {
            shown(&rows, search, sort).iter().map(|row| row.id.get()).collect()
        };
        assert_eq!(ids("", FIRST), [59, 55, 52]);
        assert_eq!(ids(" AUTUNNO", FIRST), [55, 52]);
        assert_eq!(ids("59", FIRST), [59]);
        assert_eq!(ids("5", FIRST), [0_u64; 0]);
        assert_eq!(ids("", FIRST.pressed(Column::State)), [52, 59, 55]);
    }
}
