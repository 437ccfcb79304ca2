//! What the admin decides about the records of a file.

use std::collections::BTreeMap;

use super::{Kind, KindSet};
use crate::contact::ContactField;
use crate::phone::{Country, PhoneForm};

/// What becomes of the records of a kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KindDecision {
    /// They go as they are. Those that the server would refuse do not go all the same.
    #[default]
    Send,
    /// They are left out.
    LeaveOut,
    /// What is wrong is put right: a lost zero or plus; of several numbers the first is kept. Kinds that cannot be repaired
    /// go as they are.
    Repair,
}

/// What is decided about one record. Both may be: a record that is left out keeps what was typed into it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowDecision {
    /// Whether it is left out.
    pub is_left_out: bool,
    /// The texts that fields have instead of those in the file.
    pub texts: BTreeMap<ContactField, String>,
}

impl RowDecision {
    /// It is left out.
    pub fn left_out() -> Self {
        Self { is_left_out: true, ..Self::default() }
    }

    /// These fields have these texts.
    pub fn with_texts(texts: BTreeMap<ContactField, String>) -> Self {
        Self { texts, ..Self::default() }
    }

    /// Whether it goes as the file has it.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// Which of the records that have the same number, written differently, go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SameNumber {
    /// All of them; the server will not notice.
    #[default]
    SendAll,
    /// The first.
    KeepFirst,
    /// The last.
    KeepLast,
}

/// What becomes of the records whose number the list has already, written differently only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberThere {
    /// They go; the server will not notice.
    #[default]
    Send,
    /// They are left out.
    LeaveOut,
}

/// What stands against sending a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The first kind of finding that is a reason.
    Kind(Kind),
    /// The admin has left out this very record.
    Row,
}

/// Everything that the admin decides about the records of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    /// The country of numbers that do not say theirs.
    pub country: Option<Country>,
    /// How numbers are written in what is sent.
    pub form: PhoneForm,
    /// Which of several records with the same number go.
    pub same_number: SameNumber,
    /// What becomes of records whose number the list has.
    pub number_there: NumberThere,
    /// By kind; a kind that is not there goes as [`KindDecision::default`] says.
    pub kinds: BTreeMap<Kind, KindDecision>,
    /// By record: its number, from 0, a header not counted.
    pub rows: BTreeMap<u32, RowDecision>,
}

impl Decisions {
    /// What becomes of the records of a kind.
    pub fn of_kind(&self, kind: Kind) -> KindDecision {
        self.kinds.get(&kind).copied().unwrap_or_default()
    }

    /// The text that a field of a record has instead of the file's.
    pub(super) fn fixed(&self, row: u32, field: ContactField) -> Option<&str> {
        self.rows.get(&row)?.texts.get(&field).map(String::as_str)
    }

    /// Why a record with these findings does not go; `None` where it does.
    pub(super) fn against(&self, row: u32, kinds: KindSet) -> Option<Against> {
        let is_kept_back = |kind: &Kind| kind.is_refused() || self.of_kind(*kind) == KindDecision::LeaveOut;
        if self.rows.get(&row).is_some_and(|decision| decision.is_left_out) {
            return Some(Against::Row);
        }
        kinds.iter().find(is_kept_back).map(Against::Kind)
    }
}
