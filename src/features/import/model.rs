//! What an import is, apart from any screen.

use std::collections::BTreeMap;
use std::sync::Arc;

use dialdesk_core::contact::{ContactField, CustomField};
use dialdesk_core::import::{
    Binding, Checks, Column, Decisions, DuplicateRule, Proposal, Report, Scan, propose,
};
use dialdesk_core::list::ListId;

use super::ending::{Ending, Progress};
pub(crate) use super::source::{FileFacts, Look, Origin, SoFar, Source, Trouble};
use super::transfer::Transfer;
use crate::state::Remote;

/// What becomes of the records, with what was asked of which file: only what was checked is ever sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Checked {
    /// What was checked; the fields to compare are all bound.
    pub(crate) checks: Checks,
    /// The outcome.
    pub(crate) report: Report,
    /// The file.
    pub(crate) scan: Arc<Scan>,
}

/// The checks of a binding.
pub(crate) fn checks(
    binding: Binding,
    wanted: &DuplicateRule,
    custom: &[CustomField],
    decisions: &Decisions,
) -> Checks {
    let duplicates = wanted.bound(&binding);
    Checks { binding, duplicates, custom: custom.to_vec(), decisions: decisions.clone() }
}

/// How far the check of all records under the present binding has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Check {
    /// There is nothing to check yet.
    Idle,
    /// Under way.
    Running,
    /// Done.
    Done(Arc<Checked>),
    /// The file could not be read again.
    Failed(Trouble),
}

impl Check {
    /// The outcome, once there.
    pub(crate) fn done(&self) -> Option<&Arc<Checked>> {
        match self {
            Self::Done(checked) => Some(checked),
            Self::Idle | Self::Running | Self::Failed(_) => None,
        }
    }
}

/// How far sending has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Run {
    /// Not begun.
    Idle,
    /// Reading the file once more to write the clean copy.
    Copying(Transfer),
    /// On its way to the server; can still be stopped.
    Uploading(Transfer),
    /// The second call is under way.
    Binding,
    /// The server is importing.
    Importing(Progress),
    /// Over.
    Ended(Ending),
}

impl Run {
    /// Whether what was chosen stays as it was sent: from the beginning until the outcome was read, unless nothing
    /// came of it.
    pub(crate) fn fixes_choices(&self) -> bool {
        match self {
            Self::Idle => false,
            Self::Copying(_) | Self::Uploading(_) | Self::Binding | Self::Importing(_) => true,
            Self::Ended(ending) => !matches!(ending, Ending::NotImported(_)),
        }
    }

    /// Whether something is under way.
    pub(crate) fn is_under_way(&self) -> bool {
        match self {
            Self::Copying(_) | Self::Uploading(_) | Self::Binding | Self::Importing(_) => true,
            Self::Idle | Self::Ended(_) => false,
        }
    }
}

/// What the admin decided about single fields: a column, or none.
pub(crate) type Choices = BTreeMap<ContactField, Option<usize>>;

/// Why a field has the column it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// The admin chose it.
    Chosen,
    /// It was so for an earlier file with the same columns.
    Remembered,
    /// It was proposed.
    Proposed(Proposal),
}

/// One line of the columns table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// The field.
    pub(crate) field: ContactField,
    /// Its column; `None` for a field that is shown because it matters or because the admin unbound it.
    pub(crate) column: Option<usize>,
    /// Why it has this column; `None` without one.
    pub(crate) why: Option<Why>,
}

/// The fields that are shown even while nothing feeds them.
const ALWAYS: [ContactField; 3] = [ContactField::FirstName, ContactField::LastName, ContactField::Phone];

/// The lines of the columns table: what is proposed, overlaid by what the admin chose.
///
/// Choices for custom fields that the list does not have are kept, but do not count.
pub(crate) fn lines(columns: &[Column], custom: &[CustomField], choices: &Choices) -> Vec<Line> {
    let mut lines: BTreeMap<ContactField, Line> = BTreeMap::new();
    for field in ALWAYS {
        lines.insert(field, Line { field, column: None, why: None });
    }
    for made in propose(columns, custom) {
        let line = Line { field: made.field, column: Some(made.column), why: Some(Why::Proposed(made)) };
        lines.insert(made.field, line);
    }
    for (field, choice) in choices {
        if !offered(*field, custom) {
            continue;
        }
        let column = choice.filter(|column| *column < columns.len());
        lines.insert(*field, Line { field: *field, column, why: column.map(|_| Why::Chosen) });
    }
    lines.into_values().collect()
}

/// Whether the list has this field.
fn offered(field: ContactField, custom: &[CustomField]) -> bool {
    let ContactField::Custom(id) = field else { return true };
    custom.iter().any(|field| field.id == id)
}

/// The binding that the lines make.
pub(crate) fn binding(lines: &[Line]) -> Binding {
    lines.iter().filter_map(|line| Some((line.field, line.column?))).collect()
}

/// What has to be done before anything can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Obstacle {
    /// No list is chosen.
    NoList,
    /// The custom fields of the list are still being read: what feeds them would not be sent.
    FieldsLoading,
    /// No column feeds the first name.
    NoFirstName,
    /// Every row is left out.
    NothingToSend,
    /// The records are still being checked.
    StillChecking,
    /// The file can no longer be read.
    FileGone,
}

/// What stands in the way of sending into a list with these custom fields.
pub(crate) fn obstacles(
    list: Option<ListId>,
    custom: &Remote<Vec<CustomField>>,
    binding: &Binding,
    check: &Check,
) -> Vec<Obstacle> {
    let of_list = match (list, custom) {
        (None, _) => Some(Obstacle::NoList),
        (Some(_), Remote::Loading) => Some(Obstacle::FieldsLoading),
        (Some(_), Remote::Ready(_) | Remote::Failed(_)) => None,
    };
    let of_rows = if binding.column(ContactField::FirstName).is_none() {
        Some(Obstacle::NoFirstName)
    } else {
        match check {
            Check::Done(checked) => (checked.report.to_store() == 0).then_some(Obstacle::NothingToSend),
            Check::Idle | Check::Running => Some(Obstacle::StillChecking),
            Check::Failed(_) => Some(Obstacle::FileGone),
        }
    };
    of_list.into_iter().chain(of_rows).collect()
}

#[cfg(test)]
mod tests {
    use dialdesk_core::contact::{CustomFieldId, CustomKind};
    use dialdesk_core::import::{Scanned, Scanner, Settings};
    use dialdesk_core::native::NativeDecoder;

    use super::*;
    use crate::api::ApiError;

    fn scan(file: &str) -> Scan {
        let mut scanner = Scanner::new(file.len() as u64, Settings::default(), &NativeDecoder).unwrap();
        scanner.push(file.as_bytes()).unwrap();
        let Scanned::Whole(scan, _) = scanner.finish().unwrap() else { panic!("plain text is read once") };
        *scan
    }

    fn columns(file: &str) -> Vec<Column> {
        scan(file).columns
    }

    fn custom(id: u64, label: &str) -> CustomField {
        CustomField::new(CustomFieldId::new(id).unwrap(), label, CustomKind::Text)
    }

    fn shown(lines: &[Line]) -> Vec<(String, Option<usize>)> {
        lines.iter().map(|line| (line.field.to_string(), line.column)).collect()
    }

    #[test]
    fn a_choice_overrides_a_proposal_and_can_be_none() {
        let columns = columns("Nome,Telefono,Ufficio\nGiulia,3335550101,065550101\n");
        let lines = lines(
            &columns,
            &[],
            &Choices::from([(ContactField::Phone, Some(2)), (ContactField::Mobile, Some(1))]),
        );
        assert_eq!(
            shown(&lines),
            [
                ("firstName".to_owned(), Some(0)),
                ("lastName".to_owned(), None),
                ("phone".to_owned(), Some(2)),
                ("mobile".to_owned(), Some(1)),
            ]
        );
        let unbound = super::lines(&columns, &[], &Choices::from([(ContactField::FirstName, None)]));
        assert_eq!(binding(&unbound).column(ContactField::FirstName), None);
    }

    #[test]
    fn choices_for_fields_of_another_list_wait_without_counting() {
        let columns = columns("Nome,Contratto\nGiulia,7\n");
        let cf_7 = ContactField::Custom(CustomFieldId::new(7).unwrap());
        let choices = Choices::from([(cf_7, Some(1))]);
        assert_eq!(binding(&lines(&columns, &[], &choices)).column(cf_7), None);
        assert_eq!(binding(&lines(&columns, &[custom(7, "x")], &choices)).column(cf_7), Some(1));
    }

    #[test]
    fn the_label_of_a_custom_field_proposes_its_column() {
        let columns = columns("Nome,Contratto\nGiulia,7\n");
        let lines = lines(&columns, &[custom(3, "contratto")], &Choices::new());
        assert_eq!(shown(&lines).last(), Some(&("cf_3".to_owned(), Some(1))));
    }

    #[test]
    fn obstacles_are_named_one_by_one() {
        let none = Binding::default();
        let fields = Remote::Ready(Vec::new());
        assert_eq!(obstacles(None, &fields, &none, &Check::Idle), [Obstacle::NoList, Obstacle::NoFirstName]);
        let named: Binding = [(ContactField::FirstName, 0)].into_iter().collect();
        let done = |report: Report| {
            let checks = checks(named.clone(), &DuplicateRule::default(), &[], &Decisions::default());
            Check::Done(Arc::new(Checked { checks, report, scan: Arc::new(scan("name\nAnn\nBob\n")) }))
        };
        let list = ListId::new(32);
        let good = Report { records: 2, left_out: 1, ..Report::default() };
        assert_eq!(obstacles(list, &fields, &named, &done(good.clone())), []);
        let empty = Report { records: 2, left_out: 2, ..Report::default() };
        assert_eq!(obstacles(list, &fields, &named, &done(empty)), [Obstacle::NothingToSend]);
        assert_eq!(obstacles(list, &fields, &named, &Check::Running), [Obstacle::StillChecking]);
        assert_eq!(obstacles(list, &fields, &named, &Check::Failed(Trouble::Gone)), [Obstacle::FileGone]);
        // Before they are known, a column would feed nothing; fields that are not to be had keep nobody waiting.
        assert_eq!(obstacles(list, &Remote::Loading, &named, &done(good.clone())), [Obstacle::FieldsLoading]);
        assert_eq!(obstacles(list, &Remote::Failed(ApiError::Forbidden), &named, &done(good)), []);
    }
}
