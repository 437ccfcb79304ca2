//! Which column feeds which field.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::header::{Naming, may_be_surname, means_otherwise, named};
use super::{Column, Strength};
use crate::contact::{ContactField, CustomField};

/// Columns by the field they feed. One column may feed several fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Binding(BTreeMap<ContactField, usize>);

impl Binding {
    /// The column that feeds `field`.
    pub fn column(&self, field: ContactField) -> Option<usize> {
        self.0.get(&field).copied()
    }

    /// The bound fields with their columns, in the order of the fields.
    pub fn iter(&self) -> impl Iterator<Item = (ContactField, usize)> + '_ {
        self.0.iter().map(|(field, column)| (*field, *column))
    }

    /// Binds `field` to a column, or to none.
    pub fn set(&mut self, field: ContactField, column: Option<usize>) {
        match column {
            Some(column) => self.0.insert(field, column),
            None => self.0.remove(&field),
        };
    }

    /// How many fields are bound.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no field is bound.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(ContactField, usize)> for Binding {
    fn from_iter<I: IntoIterator<Item = (ContactField, usize)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

/// Why a column was proposed for a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its header is a usual name of the field, or the API's own, or has such a name in it.
    Name,
    /// Its header is the label of the custom field.
    Label,
    /// Its header says nothing, its values do: as many fit as the strength says.
    Values,
}

/// A proposed binding of one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The field.
    pub field: ContactField,
    /// The column's index.
    pub column: usize,
    /// Why.
    pub reason: Reason,
    /// How sure: of [`Reason::Values`] the share of the filled cells looked at that fit, else how clear the name is.
    pub strength: Strength,
}

/// Percent of the filled cells that must read as a number (or an address) for the values alone to decide.
const DECISIVE: Strength = Strength::of_percent(95);
/// Percent of the filled cells below which the values speak against a name.
const DOUBTFUL: Strength = Strength::of_percent(50);

/// What a proposal rests on, the better last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Ground {
    /// A clear name, but most of the values are something else.
    DoubtedName,
    /// A name that can mean other things, and values that fit more or less.
    WeakName,
    /// The values alone.
    Values,
    /// A clear name, or any name where nearly all values fit; the values never overrule it.
    Name,
}

/// Proposes columns for fields by their names, the custom fields' labels and what the values are.
///
/// Each column is proposed once, each field once; a person may then bind one column to several fields. Of two columns the
/// one with the better ground is taken, then the stronger, then the first. Where no column is left for the phone, the
/// one that feeds the mobile feeds it too if its values are numbers: the dialer calls nothing but the phone.
pub fn propose(columns: &[Column], custom: &[CustomField]) -> Vec<Proposal> {
    let mut possible: Vec<(Ground, Proposal)> = Vec::new();
    for column in columns {
        let naming = named(&column.name, custom);
        possible.extend(naming.and_then(|(field, naming)| of_name(column, field, naming)));
        if may_be_surname(&column.name) {
            possible.extend(of_name(column, ContactField::LastName, Naming::Fair));
        }
        possible.extend(of_values(column, naming));
    }
    possible.sort_by_key(|(ground, made)| Reverse((*ground, made.strength, Reverse(made.column))));
    let mut made: Vec<Proposal> = Vec::new();
    for (_, next) in possible {
        if made.iter().all(|other| other.field != next.field && other.column != next.column) {
            made.push(next);
        }
    }
    made.extend(phone_of_mobile(columns, &made));
    made.sort_by_key(|proposal| proposal.field);
    made
}

/// The phone out of the column for the mobile, where no other one has it.
fn phone_of_mobile(columns: &[Column], made: &[Proposal]) -> Option<Proposal> {
    if made.iter().any(|proposal| proposal.field == ContactField::Phone) {
        return None;
    }
    let mobile = made.iter().find(|proposal| proposal.field == ContactField::Mobile)?;
    let strength = fit(columns.iter().find(|column| column.index == mobile.column)?, ContactField::Phone)?;
    let phone = Proposal { field: ContactField::Phone, reason: Reason::Values, strength, ..*mobile };
    (strength >= DECISIVE).then_some(phone)
}

/// What the name of a column proposes in the light of its values.
fn of_name(column: &Column, field: ContactField, naming: Naming) -> Option<(Ground, Proposal)> {
    let fit = fit(column, field);
    let (ground, strength) = match (naming.is_good(), fit) {
        (true, Some(fit)) if fit < DOUBTFUL => (Ground::DoubtedName, naming.strength().halved()),
        (false, Some(fit)) if fit < DOUBTFUL => return None,
        (false, Some(fit)) if fit < DECISIVE => (Ground::WeakName, naming.strength()),
        (_, _) => (Ground::Name, naming.strength()),
    };
    Some((ground, Proposal { field, column: column.index, reason: naming.reason(), strength }))
}

/// What the values of a column propose by themselves, unless its name says that it is something else.
fn of_values(column: &Column, naming: Option<(ContactField, Naming)>) -> Option<(Ground, Proposal)> {
    let says_other = |fields: &[ContactField]| {
        naming.is_some_and(|(field, naming)| naming.is_good() && !fields.contains(&field))
    };
    [
        (
            ContactField::Phone,
            says_other(&[ContactField::Phone, ContactField::Mobile]) || means_otherwise(&column.name),
        ),
        (ContactField::Email, says_other(&[ContactField::Email])),
    ]
    .into_iter()
    .filter(|(_, is_other)| !is_other)
    .filter_map(|(field, _)| fit(column, field).map(|strength| (field, strength)))
    .find(|(_, strength)| *strength >= DECISIVE)
    .map(|(field, strength)| {
        (Ground::Values, Proposal { field, column: column.index, reason: Reason::Values, strength })
    })
}

/// How many of the filled cells can be values of `field`; `None` where the column is empty or the field takes anything.
fn fit(column: &Column, field: ContactField) -> Option<Strength> {
    if column.judged == 0 {
        return None;
    }
    let fitting = match field {
        ContactField::Phone | ContactField::Mobile | ContactField::Fax => column.numbers,
        ContactField::Email => column.addresses,
        ContactField::FirstName
        | ContactField::LastName
        | ContactField::Street
        | ContactField::City
        | ContactField::Country => {
            column.judged.saturating_sub(column.numbers).saturating_sub(column.addresses)
        }
        ContactField::PostalCode
        | ContactField::DateOfBirth
        | ContactField::Description
        | ContactField::Url
        | ContactField::Facebook
        | ContactField::Twitter
        | ContactField::Skype
        | ContactField::Teams
        | ContactField::Viber
        | ContactField::Line
        | ContactField::Wechat
        | ContactField::Telegram
        | ContactField::Priority
        | ContactField::ScheduledAt
        | ContactField::CompanyId
        | ContactField::UserId
        | ContactField::Custom(_) => return None,
    };
    Some(Strength::of_part(fitting, column.judged))
}
