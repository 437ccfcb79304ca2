//! The part of the import's address that says which rows of the file are shown: `?show=lost-zero`.

use dialdesk_core::import::Kind;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use super::{Base, Place, Screen, options};

/// The key in the query.
const SHOW: &str = "show";

/// Rows of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rows {
    /// Those of a kind.
    Kind(Kind),
    /// Those with something odd about them.
    Odd,
    /// Those that the admin has changed or left out one by one.
    Decided,
    /// Those that the list has already, by the text of what is compared.
    AlreadyThere,
    /// Those whose number the list has already, written differently.
    NumberThere,
    /// All of them.
    All,
}

impl Rows {
    /// Its name in the address.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Kind(kind) => kind.name().replace('_', "-"),
            Self::Odd => "odd".to_owned(),
            Self::Decided => "changed".to_owned(),
            Self::AlreadyThere => "already-there".to_owned(),
            Self::NumberThere => "number-there".to_owned(),
            Self::All => "all".to_owned(),
        }
    }

    /// The rows of this name.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        let kinds = Kind::ALL.into_iter().map(Self::Kind);
        let others = [Self::Odd, Self::Decided, Self::AlreadyThere, Self::NumberThere, Self::All];
        kinds.chain(others).find(|rows| rows.name() == name)
    }
}

/// How the address changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Visit {
    /// Back leads to where it was.
    New,
    /// As if it had been so before.
    Same,
}

/// The rows that the address names; what it does not know is none. Outside the import what it named last.
pub(crate) fn use_rows() -> Memo<Option<Rows>> {
    let location = use_location();
    let Base(base) = Base::current();
    Memo::new(move |before: Option<&Option<Rows>>| {
        let place = base.with_value(|base| Place::of(&location.pathname.read(), base));
        match place {
            Place::At(Screen::Import | Screen::ImportInto(_)) => {
                location.query.read().get_str(SHOW).and_then(Rows::parse)
            }
            // On the way to another screen this one is still there for a moment.
            Place::At(_) | Place::Nowhere | Place::Elsewhere => before.copied().flatten(),
        }
    })
}

/// Puts rows into the address. The rest of it stays.
pub(crate) fn use_show_rows() -> impl Fn(Option<Rows>, Visit) + Clone + Send + Sync + 'static {
    let location = use_location();
    let navigate = use_navigate();
    move |rows: Option<Rows>, visit: Visit| {
        let mut query = location.query.get_untracked();
        query.remove(SHOW);
        if let Some(rows) = rows {
            query.insert(SHOW, rows.name());
        }
        let address = format!("{}{}", location.pathname.get_untracked(), query.to_query_string());
        navigate(&address, NavigateOptions { replace: visit == Visit::Same, ..options() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_their_names_and_nothing_else_is() {
        assert_eq!(Rows::parse("lost-zero"), Some(Rows::Kind(Kind::LostZero)));
        assert_eq!(Rows::Kind(Kind::NoFirstName).name(), "no-first-name");
        for rows in [Rows::Odd, Rows::Decided, Rows::AlreadyThere, Rows::NumberThere, Rows::All] {
            assert_eq!(Rows::parse(&rows.name()), Some(rows));
        }
        for name in ["", "lost_zero", "LOST-ZERO", "odd ", "everything"] {
            assert_eq!(Rows::parse(name), None, "{name}");
        }
    }
}
