//! A recipe taken up for a file that is chosen, and done without.

use std::sync::Arc;

use dialdesk_core::import::{Column, Cut, Decisions, DuplicateRule, HEAD_BYTES, Settings, columns_of_head};
use dialdesk_core::recipe::{Recipe, Shape};
use leptos::prelude::*;

use super::list::{is_standard, standard};
use super::model::Choices;
use super::recipe::RecipeUse;
use super::state::{ImportState, Reading};
use crate::platform::file::LocalFile;
use crate::platform::text::BrowserDecoder;

/// What a recipe does for the file that is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Use {
    /// There is none.
    #[default]
    None,
    /// It is applied.
    Applied(Arc<Applied>),
    /// The admin does without it.
    Declined(Arc<Applied>),
    /// The admin has had it forgotten; what it chose for this file stays.
    Forgotten(Arc<Applied>),
}

impl Use {
    /// The recipe, whether its choices count or not.
    fn known(&self) -> Option<&Recipe> {
        match self {
            Self::Applied(applied) | Self::Declined(applied) | Self::Forgotten(applied) => {
                Some(&applied.recipe)
            }
            Self::None => None,
        }
    }

    /// The recipe whose choices count.
    pub(super) fn recipe(&self) -> Option<&Recipe> {
        match self {
            Self::Applied(applied) | Self::Forgotten(applied) => Some(&applied.recipe),
            Self::None | Self::Declined(_) => None,
        }
    }
}

/// A recipe, and what was chosen before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Applied {
    pub(super) recipe: Recipe,
    /// How the file would be read without it.
    without: Settings,
    /// How it is read with it.
    with: Settings,
    decisions: Decisions,
    wanted: DuplicateRule,
}

/// Forgets what a recipe says of custom fields: their numbers mean something else at another server.
fn forget_custom_fields(recipe: &mut Recipe) {
    recipe.fields.retain(|field, _| is_standard(field));
    recipe.duplicates = standard(&recipe.duplicates);
}

impl RecipeUse {
    /// Forgets what the recipe says of custom fields, and what was chosen about them before it.
    pub(super) fn forget_custom_fields(self) {
        self.now.update(|now| match now {
            Use::None => {}
            Use::Applied(applied) | Use::Declined(applied) | Use::Forgotten(applied) => {
                let applied = Arc::make_mut(applied);
                forget_custom_fields(&mut applied.recipe);
                applied.wanted = standard(&applied.wanted);
            }
        });
    }
}

impl ImportState {
    /// Looks for a recipe for a file and applies it; gives the settings with which the file is then read.
    pub(super) async fn take_up_recipe(
        self,
        file: &LocalFile,
        cut: Option<Cut>,
        asked: Settings,
        reading: Reading,
    ) -> Settings {
        let Ok(head) = file.read(0, file.size().min(HEAD_BYTES as u64)).await else { return asked };
        let columns = |settings| columns_of_head(&head, file.size(), settings, &BrowserDecoder, cut);
        let Some(by_itself) = columns(asked).filter(|_| reading.is_latest()) else { return asked };
        let seen = Shape::of(&by_itself);
        let found = self.recipe.recipes.find(&seen);
        self.recipe.seen.try_set_value(Some(seen));
        let Some(recipe) = found else { return asked };
        // Read as the recipe says, it has to have the columns that the recipe is for; or as it is: the same columns come
        // as pasted cells one day and in a file the next. Of cells and parts of a file it is known how they are written.
        let fits = |settings: &Settings| {
            if *settings == asked {
                recipe.fit(&by_itself).is_some()
            } else {
                columns(*settings).is_some_and(|columns| recipe.fit(&columns).is_some())
            }
        };
        let ways = if asked == Settings::default() { [recipe.settings, asked] } else { [asked, asked] };
        let Some(settings) = ways.into_iter().find(fits) else { return asked };
        self.settings.try_set(settings);
        self.apply(recipe, asked, settings);
        settings
    }

    /// Sees what a file is of which the admin has said already how it is read: it is known again by that.
    pub(super) async fn see(self, file: &LocalFile, cut: Option<Cut>, by_itself: Settings, reading: Reading) {
        let Ok(head) = file.read(0, file.size().min(HEAD_BYTES as u64)).await else { return };
        let columns = columns_of_head(&head, file.size(), by_itself, &BrowserDecoder, cut);
        if let Some(columns) = columns.filter(|_| reading.is_latest()) {
            self.recipe.seen.try_set_value(Some(Shape::of(&columns)));
        }
    }

    /// Applies a recipe to a file that is read so without it, and so with it.
    fn apply(self, mut recipe: Recipe, without: Settings, with: Settings) {
        let here = self.session.address_now();
        if recipe.list.as_ref().map(|list| &list.server) != here.as_ref() {
            forget_custom_fields(&mut recipe);
        }
        let (Some(decisions), Some(wanted)) =
            (self.decisions.try_get_untracked(), self.wanted.try_get_untracked())
        else {
            return;
        };
        let applied = Applied { recipe, without, with, decisions, wanted };
        let recipe = &applied.recipe;
        self.decisions.try_update(|decisions| {
            decisions.country = recipe.country.or(decisions.country);
            decisions.form = recipe.form;
            decisions.same_number = recipe.same_number;
            decisions.number_there = recipe.number_there;
            decisions.kinds.clone_from(&recipe.kinds);
        });
        self.wanted.try_set(recipe.duplicates.clone());
        self.recipe.now.try_set(Use::Applied(Arc::new(applied)));
    }

    /// Does without the recipe: what it chose is as it was before, unless the admin has chosen otherwise since.
    pub(super) fn decline_recipe(self) {
        let Use::Applied(applied) = self.recipe.now.get_untracked() else { return };
        self.take_back_recipe(&applied);
        self.recipe.now.set(Use::Declined(Arc::clone(&applied)));
        if applied.with != applied.without && self.settings.get_untracked() == applied.with {
            self.read_with(|settings| *settings = applied.without);
        }
        self.host.focus_soon("recipe");
    }

    /// Applies the recipe that the admin did without.
    pub(super) fn apply_again(self) {
        let Use::Declined(applied) = self.recipe.now.get_untracked() else { return };
        let (with, now) = (applied.with, self.settings.get_untracked());
        self.apply(applied.recipe.clone(), now, with);
        if with != now {
            self.read_with(|settings| *settings = with);
        }
        self.host.focus_soon("recipe");
    }

    /// Forgets the recipe; what it chose for this file stays.
    pub(super) fn forget_recipe(self) {
        let Use::Applied(applied) = self.recipe.now.get_untracked() else { return };
        self.recipe.recipes.forget(&applied.recipe.columns);
        self.recipe.now.set(Use::Forgotten(applied));
        self.host.focus_soon("recipe");
    }

    /// Lets go of the recipe with its file.
    pub(super) fn let_go_of_recipe(self) {
        self.release_recipe();
        self.recipe.kept.set(None);
        self.recipe.digest.set(None);
        self.recipe.seen.set_value(None);
    }

    /// Lets go of the recipe: what it chose is as it was before, unless the admin has chosen otherwise since.
    fn release_recipe(self) {
        if let Some(Use::Applied(applied) | Use::Forgotten(applied)) = self.recipe.now.try_get_untracked() {
            self.take_back_recipe(&applied);
        }
        self.recipe.now.try_set(Use::None);
        self.note_wanted();
    }

    /// Notes which fields are to be compared before anything is chosen for a file.
    pub(super) fn note_wanted(self) {
        self.recipe.wanted.try_set_value(self.wanted.try_get_untracked());
    }

    fn take_back_recipe(self, applied: &Applied) {
        let Applied { recipe, decisions: before, wanted, .. } = applied;
        self.decisions.try_update(|decisions| {
            if Some(decisions.country) == recipe.country.map(Some) {
                decisions.country = before.country;
            }
            if decisions.form == recipe.form {
                decisions.form = before.form;
            }
            if decisions.same_number == recipe.same_number {
                decisions.same_number = before.same_number;
            }
            if decisions.number_there == recipe.number_there {
                decisions.number_there = before.number_there;
            }
            decisions.kinds.retain(|kind, made| recipe.kinds.get(kind) != Some(made));
        });
        if self.wanted.try_with_untracked(|wanted| *wanted == recipe.duplicates) == Some(true) {
            self.wanted.try_set(wanted.clone());
        }
    }

    /// After the file was read in another way: there may be a recipe for what it is now. What was chosen already stays.
    pub(super) fn take_up_recipe_again(self, columns: &[Column]) {
        let is_free = self.recipe.now.try_with_untracked(|now| *now == Use::None) == Some(true)
            && self.choices.try_with_untracked(Choices::is_empty) == Some(true)
            && self.desk.history.try_with_untracked(|history| history.last().is_none()) == Some(true)
            && self.recipe.wanted.try_get_value().flatten() == self.wanted.try_get_untracked();
        if let Some(recipe) = self.recipe.recipes.of(&Shape::of(columns)).filter(|_| is_free) {
            self.apply_as_read(recipe);
        }
    }

    /// A file with other columns comes after another one. What is remembered of just these is taken up; what is remembered of
    /// those before is let go of then, and where it does not hold.
    pub(super) fn exchange_recipe(self, columns: &[Column]) {
        let own = self.recipe.recipes.of(&Shape::of(columns));
        let holds = |recipe: &Recipe| match &own {
            Some(own) => own.columns.is_same(&recipe.columns),
            None => recipe.fit(columns).is_some(),
        };
        if self.recipe.now.try_with_untracked(|now| now.known().is_some_and(holds)) == Some(true) {
            return;
        }
        self.release_recipe();
        if let Some(recipe) = own {
            // It knows these columns: that a field took none of those before says nothing of them.
            self.choices.try_set(Choices::new());
            self.apply_as_read(recipe);
        }
    }

    /// Applies a recipe to a file that is read already as it says.
    fn apply_as_read(self, recipe: Recipe) {
        let now = self.settings.try_get_untracked().unwrap_or_default();
        self.apply(recipe, now, now);
    }
}
