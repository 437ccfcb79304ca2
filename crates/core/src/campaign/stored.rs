//! A campaign as the server has it.

use serde_json::{Map, Value as Json};

use super::draft::{Changes, Draft};
use super::key::{Key, TYPE, TYPE_KEY};
use super::value::{Value, parse, text_of};

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
    pub(super) fn row(&self) -> &Map<String, Json> {
        &self.row
    }

    /// Whether it calls; none where the server does not tell.
    pub fn is_active(&self) -> Option<bool> {
        match self.draft.value(Key::Active)? {
            Value::Flag(flag) => Some(flag),
            Value::Whole(_) | Value::Decimal(_) | Value::Text(_) => None,
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
    /// the other's may be overwritten unseen. A campaign that was switched on meanwhile is said as well, as whatever is
    /// changed in it now changes what is called.
    pub fn clashes(&self, changes: &Changes, now: &Self) -> Vec<Clash> {
        let clash = |name: &str, mine: String| Clash {
            name: name.to_owned(),
            was: self.shown(name),
            now: now.shown(name),
            mine,
        };
        let is_clash = |name: &str, mine: &Json| {
            // Whether somebody has changed it, and to something else.
            self.shown(name) != now.shown(name) && !now.has(name, mine)
        };
        let mut clashes: Vec<Clash> = changes
            .named()
            .filter(|(name, mine)| is_clash(name, mine))
            .map(|(name, mine)| clash(name, shown(name, mine)))
            .collect();
        let active = Key::Active.wire();
        let is_touched = changes.named().any(|(name, _)| name == active);
        if !is_touched && self.is_active() != Some(true) && now.is_active() == Some(true) {
            clashes.push(clash(active, String::new()));
        }
        clashes
    }

    /// The names of what was sent and is not there as it was sent.
    pub fn differing<'a>(&self, sent: impl Iterator<Item = (&'a str, &'a Json)>) -> Vec<String> {
        sent.filter(|(name, value)| !self.has(name, value)).map(|(name, _)| name.to_owned()).collect()
    }

    /// Whether `value` stands under this name, however it is written; null is the same as absent.
    fn has(&self, name: &str, value: &Json) -> bool {
        match Key::parse(name) {
            Some(key) => {
                let method = self.draft.method();
                parse(key, self.draft.text(key), &method) == parse(key, &text_of(key, value), &method)
            }
            None => self.row.get(name).unwrap_or(&Json::Null) == value,
        }
    }

    /// What stands under this name, as the form shows it.
    pub fn shown(&self, name: &str) -> String {
        self.row.get(name).map(|value| shown(name, value)).unwrap_or_default()
    }
}

/// A value as the form shows it.
pub fn shown(name: &str, value: &Json) -> String {
    match (Key::parse(name), value) {
        (Some(key), _) => text_of(key, value),
        (None, Json::Null) => String::new(),
        (None, Json::String(text)) => text.clone(),
        (None, Json::Bool(_) | Json::Number(_) | Json::Array(_) | Json::Object(_)) => value.to_string(),
    }
}

/// A key that two people have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The API's name of it.
    pub name: String,
    /// What it was when it was read.
    pub was: String,
    /// What it is on the server now.
    pub now: String,
    /// What is to be sent; empty where nothing is.
    pub mine: String,
}

/// Whether the server keeps this key itself, or it is given elsewhere.
pub(super) fn is_kept_by_server(name: &str) -> bool {
    KEPT_BY_SERVER.contains(&name) || name == TYPE_KEY
}
