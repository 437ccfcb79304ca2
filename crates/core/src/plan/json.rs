//! The journal as it is kept.

use serde_json::{Value, json};

use super::{ENTRIES_MAX, Entry, Step, Verdict};
use crate::kept::Kept;
use crate::list::ListId;

/// The version that is written.
const VERSION: u64 = 1;

/// `entries` as a text.
pub fn write(entries: &[Entry]) -> String {
    let entries: Vec<Value> = entries.iter().map(entry).collect();
    json!({"kind": "dialdesk-activity", "version": VERSION, "imports": entries}).to_string()
}

/// What was kept; anything else that stands there is left out.
pub fn read(text: &str) -> Kept<Entry> {
    let kept: Value = serde_json::from_str(text).unwrap_or_default();
    match number(&kept, "version") {
        Some(VERSION) => {}
        Some(later) if later > VERSION => return Kept::Newer,
        Some(_) | None => return Kept::Read(Vec::new()),
    }
    let Some(all) = kept.get("imports").and_then(Value::as_array) else { return Kept::Read(Vec::new()) };
    Kept::Read(all.iter().skip(all.len().saturating_sub(ENTRIES_MAX)).filter_map(read_entry).collect())
}

fn entry(entry: &Entry) -> Value {
    json!({
        "id": entry.id,
        "server": entry.server,
        "who": entry.who,
        "list": entry.list.get(),
        "listName": entry.list_name,
        "file": entry.file,
        "bytes": entry.bytes,
        "records": entry.records,
        "leftOut": entry.left_out,
        "promised": entry.promised,
        "before": entry.before,
        "step": step_name(entry.step),
        "at": entry.at,
        "alive": entry.alive,
        "staged": entry.staged,
        "pid": entry.pid,
        "after": entry.after,
        "found": entry.found,
        "settled": entry.is_settled,
    })
}

fn read_entry(from: &Value) -> Option<Entry> {
    let text = |key: &str| Some(from.get(key)?.as_str()?.to_owned());
    let name = text("step")?;
    Some(Entry {
        id: number(from, "id")?,
        server: text("server")?,
        who: text("who")?,
        list: ListId::new(number(from, "list")?)?,
        list_name: text("listName").unwrap_or_default(),
        file: text("file")?,
        bytes: number(from, "bytes")?,
        records: number(from, "records")?,
        left_out: number(from, "leftOut")?,
        promised: number(from, "promised")?,
        before: number(from, "before"),
        step: steps().find(|step| step_name(*step) == name)?,
        at: number(from, "at")?,
        alive: number(from, "alive").unwrap_or_default(),
        staged: text("staged"),
        pid: number(from, "pid"),
        after: number(from, "after"),
        found: number(from, "found"),
        is_settled: from.get("settled").and_then(Value::as_bool).unwrap_or_default(),
    })
}

fn number(from: &Value, key: &str) -> Option<u64> {
    from.get(key)?.as_u64()
}

fn steps() -> impl Iterator<Item = Step> {
    let on_the_way =
        [Step::Planned, Step::Uploading, Step::Uploaded, Step::Binding, Step::Bound, Step::Counting];
    on_the_way.into_iter().chain(Verdict::ALL.map(Step::Ended))
}

/// The name of a step, for programs. No verdict is called like a step.
fn step_name(step: Step) -> &'static str {
    match step {
        Step::Planned => "planned",
        Step::Uploading => "uploading",
        Step::Uploaded => "uploaded",
        Step::Binding => "binding",
        Step::Bound => "bound",
        Step::Counting => "counting",
        Step::Ended(verdict) => verdict.name(),
    }
}
