//! The columns of a file as far as a recipe knows them.

use crate::fold::fold;
use crate::import::Column;
use crate::phone::DIGITS_MIN;

/// Most columns that are remembered.
const COLUMNS_MAX: usize = 500;
/// Most characters of a name that is remembered.
const NAME_CHARS_MAX: usize = 200;

/// The names of the columns, in order, exactly as in the file. In a file without a header they are all empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape(Vec<String>);

impl Shape {
    /// That of these columns.
    pub fn of(columns: &[Column]) -> Self {
        Self(columns.iter().map(|column| column.name.clone()).collect())
    }

    /// That of these names.
    pub(super) fn new(names: Vec<String>) -> Self {
        Self(names)
    }

    /// The names.
    pub fn names(&self) -> &[String] {
        &self.0
    }

    /// Whether the columns have names at all.
    pub fn is_named(&self) -> bool {
        self.0.iter().any(|name| !name.trim().is_empty())
    }

    /// Whether it may be kept: there is something to know it by, and nothing that may be a value of a contact. A first record
    /// that was taken for names has numbers and addresses in it, also several in one cell or with a word before.
    pub fn is_worth_keeping(&self) -> bool {
        let digits = |name: &str| name.chars().filter(|c| c.is_numeric()).count();
        let is_name = |name: &String| {
            digits(name) < DIGITS_MIN && !name.contains('@') && name.chars().count() <= NAME_CHARS_MAX
        };
        !self.0.is_empty() && self.0.len() <= COLUMNS_MAX && self.0.iter().all(is_name)
    }

    /// Whether the names are the same, in the same order; case and blanks around make no difference.
    pub fn is_same(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(|(a, b)| plain(a) == plain(b))
    }

    /// How many columns of this one the other has too, by their names.
    fn in_common(&self, other: &Self) -> usize {
        self.places_in(other).iter().flatten().count()
    }

    /// How many columns only one of the two has.
    pub(super) fn differing(&self, other: &Self) -> usize {
        self.0.len() + other.0.len() - 2 * self.in_common(other)
    }

    /// Whether most columns of both are the same. Without names nothing is like anything else.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.is_same(other)
            || (self.is_named()
                && other.is_named()
                && self.in_common(other) * 2 > self.0.len().max(other.0.len()))
    }

    /// Where each column stands in the other one, by its name; of names alike the first is the first.
    pub(super) fn places_in(&self, other: &Self) -> Vec<Option<usize>> {
        let mut free: Vec<Option<String>> = other.0.iter().map(|name| Some(plain(name))).collect();
        let mut take = |name: &String| {
            let name = plain(name);
            let at = free.iter().position(|other| other.as_ref() == Some(&name))?;
            if let Some(taken) = free.get_mut(at) {
                *taken = None;
            }
            Some(at)
        };
        self.0.iter().map(&mut take).collect()
    }
}

/// A name as names are compared.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether one name may be the other written anew: the same letters, or one within the other.
pub(super) fn is_kin(one: &str, other: &str) -> bool {
    let (one, other) = (fold(one), fold(other));
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short == long && !short.is_empty() || short.len() > 2 && long.contains(&short)
}
