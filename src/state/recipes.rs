//! How files with the same columns are imported: recipes, kept in this browser between visits.
//!
//! Names of columns and files, choices and counts; nothing that stands in the records of a file.

use dialdesk_core::kept::Kept;
use dialdesk_core::recipe::{self, Recipe, Shape};
use leptos::prelude::*;

use super::lasting;
use crate::platform::storage::{self, Key};

/// The recipes of this browser.
#[derive(Clone, Copy)]
pub(crate) struct Recipes(RwSignal<Vec<Recipe>>);

impl Recipes {
    /// Those that are kept, also as other tabs change them.
    fn new() -> Self {
        let recipes = Self(RwSignal::new(load().or_none()));
        storage::watch(Key::Recipes, move || {
            recipes.0.try_set(recipes.kept());
        });
        recipes
    }

    /// Those of this app.
    pub(crate) fn current() -> Self {
        lasting(Self::new)
    }

    /// All of them, the one that was used longest ago first.
    pub(crate) fn all(self) -> ReadSignal<Vec<Recipe>> {
        self.0.read_only()
    }

    /// The one for a file that reads by itself as having these columns.
    pub(crate) fn find(self, seen: &Shape) -> Option<Recipe> {
        recipe::find(&self.kept(), seen).cloned()
    }

    /// The one for exactly these columns.
    pub(crate) fn of(self, columns: &Shape) -> Option<Recipe> {
        self.kept().into_iter().find(|recipe| recipe.columns.is_same(columns))
    }

    /// Keeps one, in the place of the one for the same columns.
    pub(crate) fn keep(self, fresh: Recipe) {
        self.change(|recipes| recipe::with(recipes, fresh));
    }

    /// Keeps several that were handed on.
    pub(crate) fn keep_all(self, fresh: Vec<Recipe>) {
        self.change(|recipes| fresh.into_iter().fold(recipes, recipe::with));
    }

    /// Forgets the one for these columns.
    pub(crate) fn forget(self, columns: &Shape) {
        self.change(|mut recipes| {
            recipes.retain(|recipe| !recipe.columns.is_same(columns));
            recipes
        });
    }

    /// Forgets all of them.
    pub(crate) fn forget_all(self) {
        self.change(|_| Vec::new());
    }

    /// Changes what is kept now: another tab may have changed it a moment ago.
    fn change(self, change: impl FnOnce(Vec<Recipe>) -> Vec<Recipe>) {
        let recipes = change(self.kept());
        if load() != Kept::Newer {
            storage::set(Key::Recipes, &recipe::write(&recipes));
        }
        self.0.try_set(recipes);
    }

    /// What is kept now. What a later version of the app has written is left alone; this page then knows its own alone.
    fn kept(self) -> Vec<Recipe> {
        match load() {
            Kept::Read(recipes) => recipes,
            Kept::Newer => self.0.try_get_untracked().unwrap_or_default(),
        }
    }
}

fn load() -> Kept<Recipe> {
    storage::get(Key::Recipes).map_or_else(|| Kept::Read(Vec::new()), |text| recipe::read(&text))
}
