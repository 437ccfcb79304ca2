//! What was chosen for earlier files with the same columns, as it counts now, and as it is remembered for the next.

use dialdesk_core::contact::{ContactField, CustomField};
use dialdesk_core::import::{Column, Decisions, DuplicateRule};
use dialdesk_core::recipe::{Digest, Fit, LastList, Past, Recipe, Shape};
use leptos::prelude::*;

use super::applied::Use;
use super::model::{self, Checked, Choices, Line, Why};
use super::run::Plan;
use super::state::ImportState;
use crate::platform::clock;
use crate::state::{Lists, Recipes};

/// What the import knows of earlier ones.
#[derive(Clone, Copy)]
pub(super) struct RecipeUse {
    pub(super) recipes: Recipes,
    lists: Lists,
    /// What a recipe does for this file.
    pub(super) now: RwSignal<Use>,
    /// The columns as the file reads by itself.
    pub(super) seen: StoredValue<Option<Shape>>,
    /// What tells the file from others.
    pub(super) digest: RwSignal<Option<Digest>>,
    /// The columns that were remembered when the import began.
    pub(super) kept: RwSignal<Option<Shape>>,
    /// The fields that were to be compared before anything was chosen for this file.
    pub(super) wanted: StoredValue<Option<DuplicateRule>>,
}

impl RecipeUse {
    pub(super) fn new() -> Self {
        Self {
            recipes: Recipes::current(),
            lists: Lists::current(),
            now: RwSignal::new(Use::None),
            seen: StoredValue::new(None),
            digest: RwSignal::new(None),
            kept: RwSignal::new(None),
            wanted: StoredValue::new(None),
        }
    }

    /// What of the recipe holds for these columns.
    pub(super) fn fit(self, columns: &[Column]) -> Option<Fit> {
        self.now.try_with(|now| now.recipe()?.fit(columns)).flatten()
    }

    /// The earlier imports of files with these columns, exactly or nearly.
    pub(super) fn past(self, columns: &[Column]) -> Vec<Past> {
        let of = |recipe: &Recipe| recipe.fit(columns).map(|_| recipe.past.clone());
        let exactly = self.recipes.of(&Shape::of(columns)).map(|recipe| recipe.past);
        exactly.or_else(|| self.now.try_with(|now| of(now.recipe()?)).flatten()).unwrap_or_default()
    }
}

/// The lines of the columns table: what is proposed, overlaid by what was chosen for earlier files, overlaid by what the
/// admin chose for this one.
pub(super) fn lines(
    columns: &[Column],
    custom: &[CustomField],
    fit: Option<&Fit>,
    choices: &Choices,
) -> Vec<Line> {
    let mut all: Choices = fit.map(|fit| fit.bound.clone()).unwrap_or_default();
    all.extend(choices.iter().map(|(field, column)| (*field, *column)));
    let mut lines = model::lines(columns, custom, &all);
    for line in &mut lines {
        if line.why == Some(Why::Chosen) && !choices.contains_key(&line.field) {
            line.why = Some(Why::Remembered);
        }
    }
    lines
}

/// Which column feeds which field, as a recipe keeps it: also which field was left without one on purpose, and the custom
/// fields of other lists as they were.
fn fields(lines: &[Line], decided: &Choices, custom: &[CustomField]) -> Choices {
    let is_known = |field: &ContactField| {
        let ContactField::Custom(id) = field else { return true };
        custom.iter().any(|field| field.id == *id)
    };
    let waiting = decided.iter().filter(|(field, _)| !is_known(field));
    let of_line = |line: &Line| {
        let is_meant = line.column.is_some() || decided.contains_key(&line.field);
        is_meant.then_some((line.field, line.column))
    };
    let waiting = waiting.map(|(field, column)| (*field, *column));
    waiting.chain(lines.iter().filter_map(of_line)).collect()
}

impl ImportState {
    /// Remembers what is chosen for this file, for the next with its columns. Nothing is kept of columns that look like values.
    pub(super) fn remember(self, plan: &Plan) {
        let scan = &plan.checked.scan;
        let columns = Shape::of(&scan.columns);
        if !columns.is_worth_keeping() {
            return;
        }
        let fit = self.recipe.fit(&scan.columns);
        let mut decided: Choices = fit.map(|fit| fit.bound).unwrap_or_default();
        decided.extend(self.choices.get_untracked());
        let seen = self.recipe.seen.get_value();
        // Known again by a record that was taken for names it would never be.
        let seen = seen.filter(|seen| {
            !seen.is_same(&columns) && seen.is_named() == columns.is_named() && seen.is_worth_keeping()
        });
        let Decisions { country, form, same_number, number_there, kinds, rows: _ } =
            plan.checked.checks.decisions.clone();
        self.recipe.recipes.keep(Recipe {
            fields: fields(&self.lines.get_untracked(), &decided, &plan.checked.checks.custom),
            seen,
            settings: self.settings.get_untracked(),
            country,
            form,
            same_number,
            number_there,
            kinds,
            duplicates: self.wanted.get_untracked(),
            list: Some(LastList {
                server: self.session.address(),
                id: plan.list,
                name: self.list_name(plan),
            }),
            used: clock::now(),
            past: untrack(|| self.recipe.past(&scan.columns)),
            columns: columns.clone(),
        });
        self.recipe.kept.set(Some(columns));
    }

    /// Forgets what was remembered when the import began.
    pub(super) fn forget_kept(self) {
        let Some(columns) = self.recipe.kept.get_untracked() else { return };
        self.recipe.recipes.forget(&columns);
        self.recipe.kept.set(None);
        self.host.focus_soon("import-outcome");
    }

    /// What the list of a plan is called, as far as that is known.
    pub(super) fn list_name(self, plan: &Plan) -> String {
        self.recipe.lists.get(plan.list).map(|list| list.name).unwrap_or_default()
    }

    /// The counts of the file as it would be sent.
    pub(super) fn counts(self, checked: &Checked) -> Past {
        let digest = self.recipe.digest.try_get().flatten();
        Past { digest, ..Past::counts(&checked.scan, &checked.checks, &checked.report) }
    }

    /// Adds an import that may have happened to those that later files are compared with.
    pub(super) fn note_past(self, past: Past, checked: &Checked) {
        let known = self.recipe.recipes.of(&Shape::of(&checked.scan.columns));
        if let Some(mut recipe) = known {
            // That which is repeated happens once.
            recipe.past.retain(|earlier| earlier.at != past.at);
            recipe.note(past);
            self.recipe.recipes.keep(recipe);
        }
    }

    /// Takes it away again where nothing was imported.
    pub(super) fn take_back_past(self, at: u64, checked: &Checked) {
        let known = self.recipe.recipes.of(&Shape::of(&checked.scan.columns));
        if let Some(mut recipe) = known {
            recipe.past.retain(|past| past.at != at);
            self.recipe.recipes.keep(recipe);
        }
    }
}

#[cfg(test)]
mod tests {
    use dialdesk_core::contact::{CustomFieldId, CustomKind};
    use dialdesk_core::import::{Settings, columns_of_head};
    use dialdesk_core::native::NativeDecoder;

    use super::*;

    const FILE: &str = "Nome,Telefono,Ufficio\nGiulia,3330000001,060000001\n";

    fn columns() -> Vec<Column> {
        columns_of_head(FILE.as_bytes(), FILE.len() as u64, Settings::default(), &NativeDecoder, None)
            .unwrap()
    }

    fn fit(bound: &[(ContactField, Option<usize>)]) -> Fit {
        Fit { bound: bound.iter().copied().collect(), ..Fit::default() }
    }

    fn of(lines: &[Line], field: ContactField) -> (Option<usize>, Option<Why>) {
        lines.iter().find(|line| line.field == field).map(|line| (line.column, line.why)).unwrap()
    }

    #[test]
    fn what_was_chosen_before_overrules_proposals_and_what_is_chosen_now_overrules_both() {
        let remembered = fit(&[(ContactField::Phone, Some(2)), (ContactField::FirstName, None)]);
        let chosen = Choices::from([(ContactField::LastName, Some(0))]);
        let lines = lines(&columns(), &[], Some(&remembered), &chosen);
        assert_eq!(of(&lines, ContactField::Phone), (Some(2), Some(Why::Remembered)));
        assert_eq!(of(&lines, ContactField::FirstName), (None, None));
        assert_eq!(of(&lines, ContactField::LastName), (Some(0), Some(Why::Chosen)));
        let phone = Choices::from([(ContactField::Phone, Some(1))]);
        let lines = super::lines(&columns(), &[], Some(&remembered), &phone);
        assert_eq!(of(&lines, ContactField::Phone), (Some(1), Some(Why::Chosen)));
    }

    #[test]
    fn what_feeds_nothing_is_kept_only_where_somebody_decided_so_and_other_lists_keep_their_fields() {
        let custom = |id: u64| ContactField::Custom(CustomFieldId::new(id).unwrap());
        let decided =
            Choices::from([(ContactField::FirstName, None), (custom(7), Some(2)), (custom(9), Some(0))]);
        let known = [CustomField::new(CustomFieldId::new(9).unwrap(), "x", CustomKind::Text)];
        let lines = lines(&columns(), &known, None, &decided);
        let kept = fields(&lines, &decided, &known);
        let expected = [
            (ContactField::FirstName, None),
            (ContactField::Phone, Some(1)),
            (custom(7), Some(2)),
            (custom(9), Some(0)),
        ];
        assert_eq!(kept, Choices::from(expected));
    }
}
