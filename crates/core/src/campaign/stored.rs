//! A campaign as the server has it.

use serde_json::{Map, Value as Json};

use super::draft::{Changes, Draft};
use super::key::{Key, TYPE, TYPE_KEY};
use super::value::text_of;

/// Keys that the server keeps itself.
const KEPT_BY_SERVER: [&str; 4] = ["id", "createdAt", "updatedAt", "deletedAt"];

/// A row as it was read, and the texts of a form that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    row: Map<String, Json>,
    draft: Draft,
}

impl Stored {
    /// Reads a row. Keys that this app does not know stay in it and are never sent back.
    pub fn read(row: Map<String, Json>) -> Self {
        let mut draft = Draft::empty();
        for (name, value) in &row {
            if let Some(key) = Key::parse(name) {
                draft.set(key, text_of(key, value));
            }
        }
        Self { row, draft }
    }

    /// The row as it was read.
    pub fn row(&self) -> &Map<String, Json> {
        &self.row
    }

    /// Whether it calls; none where the server does not tell.
    pub fn is_active(&self) -> Option<bool> {
        match self.draft.text(Key::Active) {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }

    /// The type of a queue that is no campaign.
    pub fn other_type(&self) -> Option<&str> {
        self.row.get(TYPE_KEY)?.as_str().filter(|kind| *kind != TYPE)
    }

    /// The form that shows it.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Where `changes`, made to this row, meet values that somebody else has changed since, as `now` shows: nothing of
    /// the other's may be overwritten unseen.
    pub fn clashes(&self, changes: &Changes, now: &Self) -> Vec<Clash> {
        changes
            .entries()
            .iter()
            .filter(|(key, _)| self.draft.text(*key) != now.draft.text(*key))
            // The other wants the same.
            .filter(|(key, mine)| now.draft.text(*key) != text_of(*key, mine))
            .map(|(key, mine)| Clash {
                key: *key,
                was: self.draft.text(*key).to_owned(),
                now: now.draft.text(*key).to_owned(),
                mine: text_of(*key, mine),
            })
            .collect()
    }

    /// The names of what was sent and is not there as it was sent.
    pub fn differing<'a>(&self, sent: impl Iterator<Item = (&'a str, &'a Json)>) -> Vec<String> {
        let is_as_sent = |name: &str, value: &Json| match Key::parse(name) {
            Some(key) => self.draft.text(key) == text_of(key, value),
            None => self.row.get(name) == Some(value),
        };
        sent.filter(|(name, value)| !is_as_sent(name, value)).map(|(name, _)| name.to_owned()).collect()
    }
}

/// A key that two people have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// Which.
    pub key: Key,
    /// What it was when it was read.
    pub was: String,
    /// What it is on the server now.
    pub now: String,
    /// What is to be sent.
    pub mine: String,
}

/// Whether the server keeps this key itself, or it is given elsewhere.
pub(super) fn is_kept_by_server(name: &str) -> bool {
    KEPT_BY_SERVER.contains(&name) || name == TYPE_KEY
}
