//! Contact lists.

use crate::id::Id;
use crate::problem::Problem;

/// A contact list, as far as its number is concerned.
#[derive(Debug)]
pub enum List {}

/// The server's number for a list.
pub type ListId = Id<List>;

/// Most characters that a list's name or description may have (a `varchar(255)` in every schema seen).
pub const TEXT_MAX: usize = 255;

/// A new list as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListDraft {
    /// Its name.
    pub name: String,
    /// What it is for; may stay empty.
    pub description: String,
}

/// The fields of a [`ListDraft`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListField {
    /// `name`
    Name,
    /// `description`
    Description,
}

/// What can be wrong with a [`ListDraft`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListProblem {
    /// The name is blank.
    NameMissing,
    /// The text is longer than [`TEXT_MAX`] characters.
    TooLong {
        /// How many it has.
        characters: usize,
    },
    /// A list of this name exists already. The server would take it, and people would mix the two up.
    NameTaken {
        /// That other list.
        by: ListId,
    },
}

/// A list that can be sent: a name without blanks around it, and a description only where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewList {
    name: String,
    description: Option<String>,
}

impl NewList {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its description, where it has one.
    pub fn description(&self) -> Option<&str> {
        self.description.as_deref()
    }
}

/// The keys of a list that change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListChanges {
    /// The new name.
    pub name: Option<String>,
    /// The new description; an empty one takes it away.
    pub description: Option<String>,
}

impl ListChanges {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A finding about a [`ListDraft`].
pub type ListFinding = Problem<ListField, ListProblem>;

impl ListDraft {
    /// Turns what was typed into what can be sent.
    ///
    /// # Errors
    /// All that stands against it, in the order of the fields.
    pub fn parse(&self) -> Result<NewList, Vec<ListFinding>> {
        let name = self.name.trim();
        let description = self.description.trim();
        let mut found = Vec::new();
        if name.is_empty() {
            found.push(Problem::error(ListField::Name, ListProblem::NameMissing));
        }
        for (at, text) in [(ListField::Name, name), (ListField::Description, description)] {
            let characters = text.chars().count();
            if characters > TEXT_MAX {
                found.push(Problem::error(at, ListProblem::TooLong { characters }));
            }
        }
        if found.is_empty() {
            let description = (!description.is_empty()).then(|| description.to_owned());
            Ok(NewList { name: name.to_owned(), description })
        } else {
            Err(found)
        }
    }

    /// What differs from `before`, both without blanks around.
    ///
    /// # Errors
    /// As [`Self::parse`].
    pub fn changes(&self, before: &Self) -> Result<ListChanges, Vec<ListFinding>> {
        let list = self.parse()?;
        let is_new = |now: &str, before: &str| now != before.trim();
        let description = list.description.unwrap_or_default();
        Ok(ListChanges {
            description: is_new(&description, &before.description).then_some(description),
            name: is_new(&list.name, &before.name).then_some(list.name),
        })
    }

    /// The draft, made over `before`, carried over to the list as it is `now`: what was typed here stays, all else is
    /// as another has left it. Blanks around a text are no change, as in [`Self::changes`].
    #[must_use]
    pub fn rebase(&self, before: &Self, now: &Self) -> Self {
        let text = |mine: &str, before: &str, now: &str| {
            if mine.trim() == before.trim() { now.to_owned() } else { mine.to_owned() }
        };
        Self {
            name: text(&self.name, &before.name, &now.name),
            description: text(&self.description, &before.description, &now.description),
        }
    }

    /// The warning that another list has this name, compared without regard to case or blanks around it.
    pub fn name_taken<'a>(
        &self,
        existing: impl IntoIterator<Item = (ListId, &'a str)>,
    ) -> Option<ListFinding> {
        let wanted = self.name.trim().to_lowercase();
        existing
            .into_iter()
            .find(|(_, name)| !wanted.is_empty() && name.trim().to_lowercase() == wanted)
            .map(|(by, _)| Problem::warning(ListField::Name, ListProblem::NameTaken { by }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(name: &str, description: &str) -> ListDraft {
        ListDraft { name: name.into(), description: description.into() }
    }

    #[test]
    fn blanks_around_are_trimmed_and_an_empty_description_is_absent() {
        let list = draft("  Autunno 24 ", " ").parse().unwrap();
        assert_eq!((list.name(), list.description()), ("Autunno 24", None));
        let list = draft("list1", "A brief description of my list").parse().unwrap();
        assert_eq!(list.description(), Some("A brief description of my list"));
    }

    #[test]
    fn what_another_has_changed_elsewhere_is_never_put_back() {
        let (before, now) = (draft("Spring", "Old"), draft("Autumn", "New"));
        let mine = draft("Summer", " Old ").rebase(&before, &now);
        assert_eq!(mine, draft("Summer", "New"));
        let changes = mine.changes(&now).unwrap();
        assert_eq!((changes.name.as_deref(), changes.description), (Some("Summer"), None));
        assert_eq!(draft("Spring", "Mine").rebase(&before, &now), draft("Autumn", "Mine"));
    }

    #[test]
    fn a_blank_name_and_both_lengths_are_errors_at_their_fields() {
        assert_eq!(
            draft(" \t", "").parse().unwrap_err(),
            [Problem::error(ListField::Name, ListProblem::NameMissing)]
        );
        let at_limit = "é".repeat(255);
        assert!(draft(&at_limit, &at_limit).parse().is_ok());
        let over = "é".repeat(256);
        let found = draft(&over, &over).parse().unwrap_err();
        assert_eq!(
            found.iter().map(|p| (p.at, p.kind.clone())).collect::<Vec<_>>(),
            [
                (ListField::Name, ListProblem::TooLong { characters: 256 }),
                (ListField::Description, ListProblem::TooLong { characters: 256 })
            ]
        );
    }

    #[test]
    fn only_what_differs_changes_and_an_emptied_description_is_taken_away() {
        let before = draft("Autunno", "old");
        assert!(draft(" Autunno", "old ").changes(&before).unwrap().is_empty());
        let changes = draft("Inverno", "").changes(&before).unwrap();
        assert_eq!(changes, ListChanges { name: Some("Inverno".into()), description: Some(String::new()) });
        let changes = draft("Autunno", "new").changes(&before).unwrap();
        assert_eq!(changes, ListChanges { name: None, description: Some("new".into()) });
        assert!(draft(" ", "").changes(&before).is_err());
    }

    #[test]
    fn a_taken_name_is_a_warning_whatever_its_case() {
        let id = ListId::new(32).unwrap();
        let found = draft("autunno ", "").name_taken([(id, "Autunno")]).unwrap();
        assert_eq!(found, Problem::warning(ListField::Name, ListProblem::NameTaken { by: id }));
        assert_eq!(draft("Autunno 2", "").name_taken([(id, "Autunno")]), None);
        assert_eq!(draft("", "").name_taken([(id, "")]), None);
    }
}
