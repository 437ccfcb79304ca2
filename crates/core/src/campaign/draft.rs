//! A campaign as typed, and what can be sent of it.

use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::{Map, Value as Json};

use super::key::{Key, TYPE, TYPE_KEY};
use super::method::Method;
use super::problem::{Finding, Kind};
use super::relations;
use super::stored::Stored;
use super::value::{self, Value};
use crate::problem::{Problem, Severity};

/// A campaign as typed: a text for every key, exactly as it stands in the form, and the keys that this app does not know.
#[derive(Clone, Debug)]
pub struct Draft {
    /// A key that was never filled is not there.
    texts: Vec<(Key, String)>,
    others: Map<String, Json>,
}

impl Draft {
    /// A new campaign: the documented body, paused.
    pub fn new() -> Self {
        Self { texts: Key::all().map(|key| (key, key.start())).collect(), others: Map::new() }
    }

    /// Nothing at all, to be filled from a row.
    pub(super) fn empty() -> Self {
        Self { texts: Vec::new(), others: Map::new() }
    }

    /// What stands under `key`.
    pub fn text(&self, key: Key) -> &str {
        self.texts.iter().find(|(known, _)| *known == key).map_or("", |(_, text)| text.as_str())
    }

    /// Replaces what stands under `key`.
    pub fn set(&mut self, key: Key, text: impl Into<String>) {
        let text = text.into();
        match self.texts.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => *known = text,
            None => self.texts.push((key, text)),
        }
    }

    /// Keys that this app does not know; they are sent as they are.
    pub fn others(&self) -> &Map<String, Json> {
        &self.others
    }

    pub(super) fn set_other(&mut self, key: String, value: Json) {
        self.others.insert(key, value);
    }

    /// The method as it stands.
    pub fn method(&self) -> Method {
        Method::parse(self.text(Key::Method).trim())
    }

    /// Whether the campaign would call.
    pub fn is_active(&self) -> bool {
        self.value(Key::Active) == Some(Value::Flag(true))
    }

    /// The value under `key`; none where it is empty or wrong.
    pub fn value(&self, key: Key) -> Option<Value> {
        self.parsed(key).ok().flatten()
    }

    /// The value under `key`, or why there is none. Empty and wrong are not the same.
    fn parsed(&self, key: Key) -> Result<Option<Value>, Kind> {
        value::parse(key, self.text(key), &self.method())
    }

    /// Takes away a key that this app does not know.
    pub fn remove_other(&mut self, name: &str) {
        self.others.remove(name);
    }

    /// Everything that is to be said about it as a new campaign, or as a change of `stored`, key by key.
    ///
    /// What is wrong in `stored` already and is not touched is not sent either: then it is said, but does not block.
    pub fn review(&self, stored: Option<&Stored>) -> Vec<Finding> {
        let method = self.method();
        let mut found: Vec<Finding> = Key::all()
            .filter_map(|key| Some(Problem::error(key, value::parse(key, self.text(key), &method).err()?)))
            .collect();
        relations::find(self, &mut found);
        if let Some(stored) = stored {
            let old = stored.draft();
            let is_same = |key| self.text(key) == old.text(key) && method.uses(key) == old.method().uses(key);
            let same_detection =
                Key::all().filter(|key| matches!(key, Key::Amd(_) | Key::AmdActive)).all(is_same);
            for finding in &mut found {
                let is_kept = match finding.severity {
                    Severity::Error => is_same(finding.at),
                    Severity::Confirm => same_detection && finding.kind != Kind::DialsAtOnce,
                    Severity::Warning | Severity::Hint => false,
                };
                if is_kept {
                    finding.severity = Severity::Warning;
                }
            }
        }
        // What is missing on the server as well is nobody's concern here, and what calls already does not begin to.
        let is_missing =
            |finding: &Finding| finding.kind == Kind::Missing && finding.severity != Severity::Error;
        let calls = stored.is_some_and(|stored| stored.draft().is_active());
        found.retain(|finding| !(is_missing(finding) || calls && finding.kind == Kind::DialsAtOnce));
        let of = |severity| found.iter().filter(move |finding| finding.severity == severity);
        Severity::ALL.into_iter().flat_map(of).cloned().collect()
    }

    /// Moves changes made to `old` onto `new`: what was not touched follows the server, what was touched stays.
    pub fn rebase(&mut self, old: &Stored, new: &Stored) {
        for key in Key::all() {
            if self.text(key) == old.draft().text(key) {
                self.set(key, new.draft().text(key));
            }
        }
    }

    /// The campaign to create.
    ///
    /// # Errors
    /// All that blocks.
    pub fn spec(&self) -> Result<Spec, Vec<Finding>> {
        errors(self.review(None))?;
        let entries = Key::all().filter_map(|key| Some((key, self.value(key)?.json()))).collect();
        Ok(Spec { entries, others: self.others.clone() })
    }

    /// The keys that differ from what the server has.
    ///
    /// # Errors
    /// All that blocks.
    pub fn changes(&self, stored: &Stored) -> Result<Changes, Vec<Finding>> {
        errors(self.review(Some(stored)))?;
        let old = stored.draft();
        let entries = Key::all()
            .filter(|key| self.text(*key) != old.text(*key) && self.parsed(*key) != old.parsed(*key))
            .map(|key| (key, self.value(key).map_or(Json::Null, |value| value.json())))
            .collect();
        let differs = |(key, value): &(&String, &Json)| stored.row().get(*key) != Some(*value);
        let others = self.others.iter().filter(differs).map(|(key, value)| (key.clone(), value.clone()));
        Ok(Changes { entries, others: others.collect() })
    }
}

impl PartialEq for Draft {
    /// A key that is not there is empty.
    fn eq(&self, other: &Self) -> bool {
        self.others == other.others && Key::all().all(|key| self.text(key) == other.text(key))
    }
}

impl Eq for Draft {}

impl Default for Draft {
    fn default() -> Self {
        Self::new()
    }
}

fn errors(mut found: Vec<Finding>) -> Result<(), Vec<Finding>> {
    found.retain(|finding| finding.severity == Severity::Error);
    if found.is_empty() { Ok(()) } else { Err(found) }
}

/// A campaign that can be sent. Serialised it is the body of `POST /api/voice/queues`, key for key in the order of the
/// documented page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    entries: Vec<(Key, Json)>,
    others: Map<String, Json>,
}

impl Spec {
    /// Names and values of all that is sent, `type` aside.
    pub fn named(&self) -> impl Iterator<Item = (&str, &Json)> {
        let others = self.others.iter().map(|(name, value)| (name.as_str(), value));
        self.entries.iter().map(|(key, value)| (key.wire(), value)).chain(others)
    }
}

impl Serialize for Spec {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in self.named() {
            map.serialize_entry(name, value)?;
            // The documented page has it in the second place.
            if name == Key::Active.wire() {
                map.serialize_entry(TYPE_KEY, TYPE)?;
            }
        }
        map.end()
    }
}

/// The keys of a campaign that are to change. Serialised it is the body of `PUT /api/voice/queues/{id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    entries: Vec<(Key, Json)>,
    others: Map<String, Json>,
}

impl Changes {
    /// Whether the campaign is switched on by it.
    pub fn switches_on(&self) -> bool {
        self.entries.contains(&(Key::Active, Json::Bool(true)))
    }

    /// Whether nothing is to change.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.others.is_empty()
    }

    /// Names and values of all that is to change; null takes a value away.
    pub fn named(&self) -> impl Iterator<Item = (&str, &Json)> {
        let others = self.others.iter().map(|(name, value)| (name.as_str(), value));
        self.entries.iter().map(|(key, value)| (key.wire(), value)).chain(others)
    }
}

impl Serialize for Changes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.named())
    }
}
