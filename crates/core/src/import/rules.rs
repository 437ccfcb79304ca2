//! What is sent of each cell, and what is odd about it.

use std::borrow::Cow;

use super::decisions::{Decisions, KindDecision};
use super::guard::unguarded;
use super::kind::{Kind, KindSet};
use super::record::Record;
use super::{Binding, DuplicateRule, RowSet};
use crate::contact::{ContactField, CustomField, FieldValue, OfferedField, Shape, TEXT_MAX, offered};
use crate::phone::{self, Identity, PhoneForm, PhoneProblem};

/// What is asked of the records of a file: which column feeds which field, what repeats, what the admin decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checks {
    /// Which column feeds which field.
    pub binding: Binding,
    /// Which fields are compared. Those that are not bound are not.
    pub duplicates: DuplicateRule,
    /// The custom fields of the list, as far as they are known: what they may hold.
    pub custom: Vec<CustomField>,
    /// What the admin decided.
    pub decisions: Decisions,
}

/// The checks, made ready for many records.
pub(super) struct Rules {
    bounds: Vec<Bound>,
    decisions: Decisions,
    /// The records about which something was decided.
    decided: RowSet,
    columns: usize,
}

/// A bound field.
pub(super) struct Bound {
    pub(super) field: ContactField,
    pub(super) column: usize,
    /// Whether it takes part in the comparison for duplicates.
    pub(super) is_compared: bool,
    rule: Rule,
}

/// What a field holds, as far as cells are concerned.
enum Rule {
    /// Text of at most [`TEXT_MAX`] characters.
    Text,
    /// Text of any length.
    LongText,
    /// A telephone number, as text.
    Number,
    /// Something else; the kind of finding where it is not.
    Shaped(Shape, Kind),
}

/// What a cell comes to.
pub(super) struct Cell<'a> {
    /// What is sent, in UTF-8.
    pub(super) bytes: Cow<'a, [u8]>,
    /// Whether that is something else than the file has.
    pub(super) is_changed: bool,
    /// What is odd about it.
    pub(super) kinds: KindSet,
    /// What was odd about it and is put right in what is sent.
    pub(super) repaired: KindSet,
    /// The number in what is sent, where it is one. Equal texts have equal numbers.
    pub(super) number: Option<Identity>,
}

impl Rules {
    /// The rules for a file with this many columns.
    pub(super) fn new(checks: &Checks, columns: usize) -> Self {
        let offered = offered(&checks.custom);
        let bounds = checks
            .binding
            .iter()
            .map(|(field, column)| Bound {
                field,
                column,
                is_compared: checks.duplicates.has(field),
                rule: Rule::of(field, &offered),
            })
            .collect();
        let decisions = checks.decisions.clone();
        let decided = decisions.rows.keys().copied().collect();
        Self { bounds, decisions, decided, columns }
    }

    /// The bound fields, in the order in which they are sent.
    pub(super) fn bounds(&self) -> &[Bound] {
        &self.bounds
    }

    /// What the admin decided.
    pub(super) fn decisions(&self) -> &Decisions {
        &self.decisions
    }

    /// What is odd about a record apart from its cells.
    #[inline]
    pub(super) fn of_record(&self, record: &Record<'_>) -> KindSet {
        let mut kinds = KindSet::default();
        if record.len() != self.columns {
            kinds.insert(Kind::Ragged);
        }
        if record.is_damaged() {
            kinds.insert(Kind::DamagedText);
        }
        if record.has_stray_quote {
            kinds.insert(Kind::StrayQuote);
        }
        kinds
    }

    /// Whether nothing can be odd about the cell of a bound field and nothing but its bytes is sent. Most cells are so, and
    /// need not be looked at.
    #[inline]
    pub(super) fn is_plain(&self, record: &Record<'_>, row: u32, bound: &Bound) -> bool {
        let Some(cell) = record.span(bound.column) else { return false };
        match bound.rule {
            // One byte of another encoding may become three of UTF-8, but stays one character.
            Rule::Text => cell.is_regular() && cell.len() <= TEXT_MAX && self.is_as_it_is(row, bound),
            Rule::LongText => cell.is_regular() && self.is_as_it_is(row, bound),
            Rule::Number | Rule::Shaped(..) => false,
        }
    }

    /// Whether neither the admin nor the comparison has an interest in a cell.
    #[inline]
    fn is_as_it_is(&self, row: u32, bound: &Bound) -> bool {
        !bound.is_compared && !self.decided.has(row)
    }

    /// What the cell of a bound field comes to. A record that is too short has a blank there.
    #[inline]
    pub(super) fn cell<'a>(&'a self, record: &Record<'a>, row: u32, bound: &Bound) -> Cell<'a> {
        if self.decided.has(row)
            && let Some(fixed) = self.decisions.fixed(row, bound.field)
        {
            return self.judge(bound, Cow::Borrowed(fixed.as_bytes()), true);
        }
        let raw = record.raw(bound.column).unwrap_or_default();
        let bare = unguarded(raw);
        self.judge(bound, record.utf8(bare), bare.len() != raw.len())
    }

    #[inline]
    fn judge<'a>(&self, bound: &Bound, bytes: Cow<'a, [u8]>, is_changed: bool) -> Cell<'a> {
        let mut cell = Cell { is_changed, ..Cell::as_it_is(bytes) };
        match &bound.rule {
            Rule::Text => cell.refuse_long(),
            Rule::LongText => {}
            Rule::Number => {
                self.keep_first_number(&mut cell);
                self.judge_number(&mut cell, bound.field);
                cell.refuse_long();
            }
            Rule::Shaped(shape, kind) => cell.judge_shape(shape, *kind),
        }
        if bound.field == ContactField::FirstName && is_blank(&cell.bytes) {
            cell.kinds.insert(Kind::NoFirstName);
        }
        cell
    }

    /// A text that the server has in a field. Nothing of it is put right: of several numbers it has all.
    pub(super) fn text_there<'a>(&self, bound: &Bound, text: &'a str) -> Cell<'a> {
        let mut cell = Cell::as_it_is(Cow::Borrowed(text.as_bytes()));
        if bound.is_number() {
            self.judge_number(&mut cell, bound.field);
        }
        Cell { number: cell.number, ..Cell::as_it_is(Cow::Borrowed(text.as_bytes())) }
    }

    /// Keeps the first of several numbers, where that was decided and it can be told. It is then looked at like any other:
    /// it may have lost its zero.
    #[inline]
    fn keep_first_number(&self, cell: &mut Cell<'_>) {
        let country = self.decisions.country;
        if self.decisions.of_kind(Kind::SeveralNumbers) == KindDecision::Repair
            && phone::read(&cell.bytes, country).problem == Some(PhoneProblem::Several)
            && let Some(first) = phone::first(&cell.bytes, country)
        {
            cell.bytes = Cow::Owned(first.to_vec());
            cell.is_changed = true;
            cell.repaired.insert(Kind::SeveralNumbers);
        }
    }

    #[inline]
    fn judge_number(&self, cell: &mut Cell<'_>, field: ContactField) {
        let Decisions { country, form, .. } = self.decisions;
        let reading = phone::read(&cell.bytes, country);
        cell.number = reading.identity;
        let kind = match reading.problem {
            Some(PhoneProblem::NotANumber) => Some(Kind::NotANumber),
            Some(PhoneProblem::ScientificNotation) => Some(Kind::ScientificNotation),
            Some(PhoneProblem::Several) => Some(Kind::SeveralNumbers),
            Some(PhoneProblem::LostZero) => Some(Kind::LostZero),
            Some(PhoneProblem::LostPlus) => Some(Kind::LostPlus),
            None if reading.identity.is_none() && field == ContactField::Phone => Some(Kind::NoNumber),
            None => None,
        };
        let is_repaired = kind.is_some_and(|kind| {
            matches!(kind, Kind::LostZero | Kind::LostPlus)
                && self.decisions.of_kind(kind) == KindDecision::Repair
        });
        if let Some(kind) = kind {
            let to = if is_repaired { &mut cell.repaired } else { &mut cell.kinds };
            to.insert(kind);
        }
        let form = if is_repaired && form == PhoneForm::AsWritten { PhoneForm::E164 } else { form };
        if form == PhoneForm::AsWritten {
            return;
        }
        let mut written = String::new();
        if phone::write(&cell.bytes, country, form, &mut written).is_some() {
            cell.replace(written);
        } else if matches!(reading.identity, Some(Identity::Number(_))) {
            return;
        }
        // The server compares what is sent, in which a number may have lost its country: `+39 02…` and `+41 2…` come to
        // the same digits, and so does a cell that has never named its country.
        cell.number = phone::read(&cell.bytes, None).identity;
    }
}

impl Bound {
    /// Whether it holds a telephone number.
    #[inline]
    pub(super) fn is_number(&self) -> bool {
        matches!(self.rule, Rule::Number)
    }
}

impl Rule {
    fn of(field: ContactField, offered: &[OfferedField]) -> Self {
        if matches!(field, ContactField::Phone | ContactField::Mobile | ContactField::Fax) {
            return Self::Number;
        }
        let shape =
            offered.iter().find(|offered| offered.field == field).map(|offered| offered.shape.clone());
        match shape {
            Some(Shape::Text) => Self::Text,
            // Of a custom field that is not known nothing can be asked.
            Some(Shape::LongText | Shape::Link) | None => Self::LongText,
            Some(shape @ Shape::Choice(_)) => Self::Shaped(shape, Kind::NotAChoice),
            Some(shape @ Shape::Whole { .. }) if field == ContactField::Priority => {
                Self::Shaped(shape, Kind::BadPriority)
            }
            Some(shape @ (Shape::Whole { .. } | Shape::Moment | Shape::Switch)) => {
                Self::Shaped(shape, Kind::BadValue)
            }
        }
    }
}

impl<'a> Cell<'a> {
    /// A cell of which nothing is asked yet.
    #[inline]
    fn as_it_is(bytes: Cow<'a, [u8]>) -> Self {
        Self {
            bytes,
            is_changed: false,
            kinds: KindSet::default(),
            repaired: KindSet::default(),
            number: None,
        }
    }

    /// As many bytes as characters may be there cannot be too many.
    #[inline]
    fn refuse_long(&mut self) {
        if self.bytes.len() > TEXT_MAX && String::from_utf8_lossy(&self.bytes).chars().count() > TEXT_MAX {
            self.kinds.insert(Kind::TooLong);
        }
    }

    /// A value that is no text is sent as the server writes it: a switch as 1 or 0, a number without blanks around it.
    fn judge_shape(&mut self, shape: &Shape, kind: Kind) {
        let text = String::from_utf8_lossy(&self.bytes).into_owned();
        match shape.read(&text) {
            Ok(None) => self.replace(String::new()),
            Ok(Some(FieldValue::Whole(number))) => self.replace(number.to_string()),
            // A moment stays as it is written: the server takes it with and without a time.
            Ok(Some(FieldValue::Text(_))) if *shape == Shape::Moment => self.replace(text.trim().to_owned()),
            Ok(Some(FieldValue::Text(choice))) => self.replace(choice),
            Err(_wrong) => self.kinds.insert(kind),
        }
    }

    fn replace(&mut self, text: String) {
        if text.as_bytes() != &*self.bytes {
            self.bytes = Cow::Owned(text.into_bytes());
            self.is_changed = true;
        }
    }

    /// Whether nothing is sent.
    #[inline]
    pub(super) fn is_blank(&self) -> bool {
        is_blank(&self.bytes)
    }
}

/// Whether a cell counts as having no value: empty, or white space only.
#[inline]
pub(super) fn is_blank(bytes: &[u8]) -> bool {
    match bytes.first() {
        None => true,
        Some(first) if first.is_ascii_graphic() => false,
        Some(_) => String::from_utf8_lossy(bytes).trim().is_empty(),
    }
}
