//! What this browser has created: numbers and names of lists and campaigns, for servers that do not show them.
//!
//! It is kept between visits, for each server apart. No contact and no secret is in it.

use serde_json::{Value, json};

use crate::platform::storage::{self, Key};

/// Most that is kept; the oldest goes first.
const MOST: usize = 200;

/// Something that was created here.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    /// The address of its server, empty for that of this page.
    server: String,
    /// What it is, as the API names its collection.
    kind: String,
    /// Its number.
    id: u64,
    /// Its name.
    name: String,
}

/// Those of a kind at a server, the oldest first, as number and name.
pub(super) fn of(server: &str, kind: &str) -> Vec<(u64, String)> {
    let is_meant = |entry: &Entry| entry.server == server && entry.kind == kind;
    load().into_iter().filter(is_meant).map(|entry| (entry.id, entry.name)).collect()
}

/// Keeps one more.
pub(super) fn remember(server: &str, kind: &str, id: u64, name: &str) {
    let entry = Entry { server: server.into(), kind: kind.into(), id, name: name.into() };
    storage::set(Key::Created, &write(&with(load(), entry)));
}

/// Keeps one no longer.
pub(super) fn forget(server: &str, kind: &str, id: u64) {
    storage::set(Key::Created, &write(&without(load(), server, kind, id)));
}

fn load() -> Vec<Entry> {
    storage::get(Key::Created).map(|text| read(&text)).unwrap_or_default()
}

/// `entries` less the one of this number.
fn without(mut entries: Vec<Entry>, server: &str, kind: &str, id: u64) -> Vec<Entry> {
    entries.retain(|known| (known.server.as_str(), known.kind.as_str(), known.id) != (server, kind, id));
    entries
}

/// `entries` with one more at the end, which takes the place of an earlier one of its number.
fn with(entries: Vec<Entry>, entry: Entry) -> Vec<Entry> {
    let mut entries = without(entries, &entry.server, &entry.kind, entry.id);
    entries.push(entry);
    let surplus = entries.len().saturating_sub(MOST);
    entries.split_off(surplus)
}

/// What was kept; anything else that stands there is left out.
fn read(text: &str) -> Vec<Entry> {
    let entry = |entry: &Value| {
        let text = |key: &str| Some(entry.get(key)?.as_str()?.to_owned());
        Some(Entry {
            server: text("server")?,
            kind: text("kind")?,
            id: entry.get("id")?.as_u64()?,
            name: text("name")?,
        })
    };
    let kept = serde_json::from_str::<Value>(text).ok();
    kept.as_ref()
        .and_then(Value::as_array)
        .map(|kept| kept.iter().filter_map(entry).collect())
        .unwrap_or_default()
}

fn write(entries: &[Entry]) -> String {
    let entry = |entry: &Entry| json!({"server": entry.server, "kind": entry.kind, "id": entry.id, "name": entry.name});
    Value::Array(entries.iter().map(entry).collect()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: u64, name: &str) -> Entry {
        Entry { server: String::new(), kind: "lists".into(), id, name: name.into() }
    }

    #[test]
    fn what_is_kept_is_read_back_and_anything_else_left_out() {
        let entries = vec![
            entry(32, "Autunno"),
            Entry { server: "https://motion.example".into(), ..entry(7, "“x”\n") },
        ];
        assert_eq!(read(&write(&entries)), entries);
        for text in [
            "",
            "{}",
            "[1, null, {\"id\": 3}]",
            "[{\"server\":\"\",\"kind\":\"lists\",\"id\":-1,\"name\":\"x\"}]",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn a_number_is_kept_once_and_the_oldest_go_first() {
        let twice = with(vec![entry(1, "a"), entry(2, "b")], entry(1, "c"));
        assert_eq!(twice, [entry(2, "b"), entry(1, "c")]);
        assert_eq!(without(twice, "", "lists", 2), [entry(1, "c")]);
        let full: Vec<Entry> = (1..=200).map(|id| entry(id, "x")).collect();
        let next = with(full, entry(201, "y"));
        assert_eq!((next.len(), next.first().map(|entry| entry.id)), (200, Some(2)));
    }
}
