//! What is remembered of how files with the same column names are imported, so that nobody says it twice.
//!
//! A [`Recipe`] knows the names of the columns and what was chosen for them, never what stands in the records. It is found
//! again by the names, exactly or nearly ([`find`]); where they have changed since, [`Recipe::fit`] says which of its choices
//! hold and what is different. [`Past`] keeps counts of the last imports, with which the next file is compared.

mod cautions;
mod digest;
mod fit;
mod json;
mod past;
mod shape;

use std::collections::BTreeMap;

use crate::contact::ContactField;
use crate::import::{DuplicateRule, Kind, KindDecision, NumberThere, SameNumber, Settings};
use crate::list::ListId;
use crate::phone::{Country, PhoneForm};

pub use cautions::{Caution, cautions};
pub use digest::Digest;
pub use fit::{Drift, Fit, Loss, Lost, Renamed};
pub use json::{FileFault, Taken, read, read_file, write};
use past::PAST_MAX;
pub use past::Past;
pub use shape::Shape;

/// Most recipes that are kept; the one that was used longest ago goes first.
pub const RECIPES_MAX: usize = 50;

/// How files with these columns are imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// The columns, as the file is read with [`Self::settings`].
    pub columns: Shape,
    /// The columns as the file reads by itself, where that is something else.
    pub seen: Option<Shape>,
    /// The column of each field; none for one that was left without on purpose.
    pub fields: BTreeMap<ContactField, Option<usize>>,
    /// What was said of how the file is written.
    pub settings: Settings,
    /// The country of numbers that do not say theirs.
    pub country: Option<Country>,
    /// How numbers are sent.
    pub form: PhoneForm,
    /// Which of the records with one number go.
    pub same_number: SameNumber,
    /// What becomes of the records whose number the list has.
    pub number_there: NumberThere,
    /// What becomes of the records of a kind.
    pub kinds: BTreeMap<Kind, KindDecision>,
    /// The fields that are compared.
    pub duplicates: DuplicateRule,
    /// The list that took the last file.
    pub list: Option<LastList>,
    /// When it was used last, in milliseconds since 1970.
    pub used: u64,
    /// The last ten imports, the oldest first.
    pub past: Vec<Past>,
}

/// A list as it was called when a file went into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastList {
    /// The address of its server, empty for that of the page.
    pub server: String,
    /// Its number there.
    pub id: ListId,
    /// Its name, empty where it was not known.
    pub name: String,
}

impl Recipe {
    /// The columns by which a file is recognised before anything is said of it.
    fn mark(&self) -> &Shape {
        self.seen.as_ref().unwrap_or(&self.columns)
    }

    /// Adds an import to those that later files are compared with.
    pub fn note(&mut self, past: Past) {
        self.past.push(past);
        let surplus = self.past.len().saturating_sub(PAST_MAX);
        self.past.drain(..surplus);
    }
}

/// The recipe for a file that reads by itself as having these columns: the one for exactly them, else the one from which the
/// fewest differ, of those the one that was used last.
pub fn find<'a>(recipes: &'a [Recipe], seen: &Shape) -> Option<&'a Recipe> {
    let exact = recipes.iter().filter(|recipe| recipe.mark().is_same(seen));
    exact.max_by_key(|recipe| recipe.used).or_else(|| {
        let alike = recipes.iter().filter(|recipe| recipe.mark().is_like(seen));
        alike.min_by_key(|recipe| (recipe.mark().differing(seen), std::cmp::Reverse(recipe.used)))
    })
}

/// `recipes` with one more, which takes the place of the one for the same columns.
pub fn with(mut recipes: Vec<Recipe>, fresh: Recipe) -> Vec<Recipe> {
    recipes.retain(|known| !known.columns.is_same(&fresh.columns));
    recipes.push(fresh);
    recipes.sort_by_key(|recipe| recipe.used);
    let surplus = recipes.len().saturating_sub(RECIPES_MAX);
    recipes.split_off(surplus)
}
