//! What of a recipe holds for a file, and what is different.

use std::collections::BTreeMap;

use super::Recipe;
use super::shape::{Shape, is_kin};
use crate::contact::ContactField;
use crate::import::{Column, by_name};

/// A recipe laid over the columns of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    /// The column of each field that the recipe knows and the file has; none for one that was left without on purpose.
    pub bound: BTreeMap<ContactField, Option<usize>>,
    /// What has changed since.
    pub drift: Drift,
}

/// How the columns of a file differ from those of a recipe.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    /// Columns that most likely have another name now. What they fed they still feed.
    pub renamed: Vec<Renamed>,
    /// Columns that are new, by their index.
    pub added: Vec<usize>,
    /// Columns that are there no longer.
    pub lost: Vec<Lost>,
    /// Whether those that are still there stand in another order.
    pub is_reordered: bool,
}

/// A column under another name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// What it was called.
    pub from: String,
    /// Its index now.
    pub to: usize,
    /// What it feeds.
    pub fields: Vec<ContactField>,
}

/// A column that does no longer feed what it fed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// How it was lost.
    pub loss: Loss,
    /// What it was called; empty where it had no name.
    pub name: String,
    /// Its index among the columns of the recipe.
    pub at: usize,
    /// What it fed.
    pub fields: Vec<ContactField>,
}

/// How a column was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// It is there no longer.
    Gone,
    /// It stands in its place and holds something else: columns have no names by which it could be found.
    OtherValues,
}

impl Drift {
    /// Whether nothing has changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The column that fed `field` and is gone.
    pub fn lost_of(&self, field: ContactField) -> Option<&Lost> {
        self.lost.iter().find(|lost| lost.fields.contains(&field))
    }
}

impl Recipe {
    /// What of it holds for a file with these columns; nothing where they are others altogether.
    pub fn fit(&self, columns: &[Column]) -> Option<Fit> {
        let now = Shape::of(columns);
        if !self.columns.is_like(&now) {
            return None;
        }
        if !now.is_named() {
            return Some(self.fit_unnamed(columns));
        }
        let mut places = self.columns.places_in(&now);
        let is_reordered = places.iter().flatten().is_sorted();
        let mut drift = Drift { is_reordered: !is_reordered, ..Drift::default() };
        let mut added: Vec<usize> = (0..columns.len()).filter(|at| !places.contains(&Some(*at))).collect();
        let known = places.clone();
        for (at, name) in self.columns.names().iter().enumerate() {
            if known.get(at).is_none_or(Option::is_some) {
                continue;
            }
            let fields = self.fed_by(at);
            let may_be = |to: &usize| {
                let column = columns.get(*to)?;
                let is_close = is_kin(name, &column.name) || gap_before(&known, at) == gap_after(&known, *to);
                (is_close && suits(column, name, &fields)).then_some(*to)
            };
            // A kindred name says more than the same place.
            let kin = |to: &&usize| columns.get(**to).is_some_and(|column| is_kin(name, &column.name));
            let best = added.iter().filter(kin).find_map(may_be).or_else(|| added.iter().find_map(may_be));
            match best {
                Some(to) => {
                    added.retain(|other| *other != to);
                    if let Some(place) = places.get_mut(at) {
                        *place = Some(to);
                    }
                    drift.renamed.push(Renamed { from: name.clone(), to, fields });
                }
                // One without a name that fed nothing is one that spreadsheets append.
                None if name.is_empty() && fields.is_empty() => {}
                None => drift.lost.push(Lost { loss: Loss::Gone, name: name.clone(), at, fields }),
            }
        }
        drift.added = added;
        Some(Fit { bound: self.bound(&places), drift })
    }

    /// What of it holds for as many columns without names: nothing but their values can tell whether they are the same.
    fn fit_unnamed(&self, columns: &[Column]) -> Fit {
        let mut drift = Drift::default();
        let place = |(at, column): (usize, &Column)| {
            let fields = self.fed_by(at);
            // A column that is empty today may be the same.
            if column.judged == 0 || suits(column, "", &fields) {
                return Some(at);
            }
            drift.lost.push(Lost { loss: Loss::OtherValues, name: String::new(), at, fields });
            None
        };
        let places: Vec<Option<usize>> = columns.iter().enumerate().map(place).collect();
        Fit { bound: self.bound(&places), drift }
    }

    /// The column of each field, from the place that each column of the recipe has now.
    fn bound(&self, places: &[Option<usize>]) -> BTreeMap<ContactField, Option<usize>> {
        let place = |(field, column): (&ContactField, &Option<usize>)| match column {
            Some(column) => Some((*field, Some((*places.get(*column)?)?))),
            None => Some((*field, None)),
        };
        self.fields.iter().filter_map(place).collect()
    }

    /// The fields that a column feeds.
    fn fed_by(&self, column: usize) -> Vec<ContactField> {
        let feeds = |(field, fed): (&ContactField, &Option<usize>)| (*fed == Some(column)).then_some(*field);
        self.fields.iter().filter_map(feeds).collect()
    }
}

/// Between which known columns of the file a column of the recipe stood.
fn gap_before(known: &[Option<usize>], at: usize) -> (Option<usize>, Option<usize>) {
    let before = known.iter().take(at).rev().find_map(|place| *place);
    (before, known.iter().skip(at + 1).find_map(|place| *place))
}

/// Between which known columns of the file a column of it stands.
fn gap_after(known: &[Option<usize>], to: usize) -> (Option<usize>, Option<usize>) {
    let places = || known.iter().flatten().copied();
    (places().filter(|place| *place < to).max(), places().filter(|place| *place > to).min())
}

/// Whether a column can be what one of this name was that fed these fields: its values and its name do not speak against it.
fn suits(column: &Column, was: &str, fields: &[ContactField]) -> bool {
    let is_half = |part: u64| column.judged > 0 && part * 2 >= column.judged;
    let holds = |field: &ContactField| {
        if matches!(field, ContactField::Phone | ContactField::Mobile | ContactField::Fax) {
            is_half(column.numbers)
        } else if *field == ContactField::Email {
            is_half(column.addresses)
        } else if matches!(field, ContactField::FirstName | ContactField::LastName) {
            !is_half(column.numbers) && !is_half(column.addresses)
        } else {
            true
        }
    };
    let field_of = |name: &str| by_name(name, &[]).map(|(field, _)| field);
    let says_other = field_of(&column.name).is_some_and(|named| {
        !fields.iter().any(|field| is_alike(*field, named)) && field_of(was) != Some(named)
    });
    !says_other && fields.iter().all(holds)
}

/// Whether a column may be called the one and feed the other: people call a telephone a mobile and the other way round.
fn is_alike(one: ContactField, other: ContactField) -> bool {
    let is_number = |field| matches!(field, ContactField::Phone | ContactField::Mobile);
    one == other || is_number(one) && is_number(other)
}
