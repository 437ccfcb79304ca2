//! What was measured, as a table and as JSON.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::failure::{Failure, Outcome};

/// The engine's name in the table; everything is compared with it.
const OURS: &str = "ours";
/// The name of reading the file in the slices in which the app reads it.
const FLOOR: &str = "floor";

/// A whole run.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Report {
    browser: String,
    cores: u32,
    rounds: u32,
    sizes: Vec<Size>,
}

/// What was measured on one file.
#[derive(Debug, Deserialize, Serialize)]
struct Size {
    records: u64,
    bytes: u64,
    contenders: Vec<Contender>,
}

/// What was measured of one contender on one file: times in milliseconds, memory in bytes.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct Contender {
    name: String,
    /// Nothing for a floor.
    counts: Option<Counts>,
    /// In the order of the rounds.
    ms: Vec<f64>,
    #[serde(default)]
    median: f64,
    #[serde(default)]
    min: f64,
    #[serde(default)]
    max: f64,
    /// Its median as a multiple of the engine's.
    #[serde(default)]
    times_ours: f64,
    longest_task: f64,
    memory_held: Option<f64>,
    memory_peak: Option<f64>,
}

/// On what all have to agree.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Counts {
    records: u64,
    filled: u64,
    no_first_name: u64,
    same_text: u64,
    same_number: u64,
}

impl Counts {
    fn named(self) -> [(&'static str, u64); 5] {
        [
            ("records", self.records),
            ("cells that are not blank", self.filled),
            ("records without a first name", self.no_first_name),
            ("repeats of a text", self.same_text),
            ("repeats of a number", self.same_number),
        ]
    }
}

impl Report {
    /// Reads what the page has written and works out what compares the contenders.
    pub(super) fn read(rounds: &str) -> Outcome<Self> {
        let mut report: Self = serde_json::from_str(rounds)
            .map_err(|error| Failure::new(format!("What the page has measured cannot be read: {error}.")))?;
        for size in &mut report.sizes {
            size.contenders.iter_mut().for_each(Contender::sum_up);
            let ours =
                size.median_of(OURS).ok_or_else(|| Failure::new("The page has not timed the engine."))?;
            for contender in &mut size.contenders {
                contender.times_ours = contender.median / ours;
            }
        }
        Ok(report)
    }

    /// The file for other programs.
    pub(super) fn json(&self) -> Outcome<String> {
        serde_json::to_string_pretty(self)
            .map_err(|error| Failure::new(format!("The figures cannot be written: {error}.")))
    }

    /// The table for the terminal.
    pub(super) fn table(&self) -> String {
        let mut table = format!(
            "{}, {} cores, {} rounds\n\n\
             records  contender           median ms       min - max  x ours  longest task  MB held  MB peak\n",
            self.browser, self.cores, self.rounds
        );
        for size in &self.sizes {
            for contender in &size.contenders {
                let Contender { name, median, min, max, times_ours, longest_task, .. } = contender;
                let range = format!("{min:.0} - {max:.0}");
                let held = megabytes(contender.memory_held);
                let peak = megabytes(contender.memory_peak);
                // Writing to a text cannot fail.
                writeln!(
                    table,
                    "{:>7}  {name:<18}  {median:>9.0}  {range:>14}  {times_ours:>6.2}  {longest_task:>9.0} ms  {held:>7}  {peak:>7}",
                    size.records
                )
                .ok();
            }
            if let (Some(ours), Some(floor)) = (size.median_of(OURS), size.median_of(FLOOR)) {
                writeln!(table, "         ours takes {:.2} times the floor\n", ours / floor).ok();
            }
        }
        table.push_str(
            "Longest task: the largest gap in a heartbeat of messages during two further rounds, or the longest\n\
             task of 50 ms and more that the browser reported in any round, whichever is longer.\n\
             MB held: by how much the engine's memory grew, or what is left of the JavaScript heap after a collection\n\
             with the result still there. MB peak: the JavaScript heap between two chunks, garbage included.\n",
        );
        table
    }

    /// Fails where the contenders have not done the same work.
    pub(super) fn agree(&self) -> Outcome {
        let mut differences = String::new();
        for size in &self.sizes {
            let Some(ours) = size.named(OURS).and_then(|contender| contender.counts) else {
                return Err(Failure::new("The engine has counted nothing."));
            };
            for contender in &size.contenders {
                let Some(counts) = contender.counts else { continue };
                for ((what, own), (_, other)) in ours.named().into_iter().zip(counts.named()) {
                    if own != other {
                        let (records, name) = (size.records, &contender.name);
                        write!(differences, "\nOf {records} records, {what}: {name} {other}, ours {own}.")
                            .ok();
                    }
                }
            }
        }
        if differences.is_empty() {
            Ok(())
        } else {
            Err(Failure::new(format!("The figures are void, as the work was not the same.{differences}")))
        }
    }
}

impl Size {
    fn named(&self, name: &str) -> Option<&Contender> {
        self.contenders.iter().find(|contender| contender.name == name)
    }

    /// The median of a contender that was timed.
    fn median_of(&self, name: &str) -> Option<f64> {
        self.named(name).map(|contender| contender.median).filter(|median| *median > 0.0)
    }
}

impl Contender {
    fn sum_up(&mut self) {
        let mut sorted = self.ms.clone();
        sorted.sort_by(f64::total_cmp);
        self.min = sorted.first().copied().unwrap_or_default();
        self.max = sorted.last().copied().unwrap_or_default();
        let at = |index: usize| sorted.get(index).copied().unwrap_or_default();
        let half = sorted.len() / 2;
        self.median = if sorted.len() % 2 == 1 {
            at(half)
        } else {
            f64::midpoint(at(half.saturating_sub(1)), at(half))
        };
    }
}

/// Millions of bytes, or nothing where nothing was measured.
fn megabytes(bytes: Option<f64>) -> String {
    bytes.map(|bytes| format!("{:.1}", bytes / 1e6)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounds(peer_filled: u64) -> String {
        format!(
            r#"{{"browser": "Chromium 1", "cores": 2, "rounds": 4, "sizes": [{{"records": 50, "bytes": 6000, "contenders": [
                {{"name": "ours", "counts": {{"records": 50, "filled": 480, "noFirstName": 2, "sameText": 3, "sameNumber": 1}},
                  "ms": [40, 10, 30, 20], "longestTask": 12.4, "memoryHeld": 4100000, "memoryPeak": null}},
                {{"name": "uDSV", "counts": {{"records": 50, "filled": {peer_filled}, "noFirstName": 2, "sameText": 3, "sameNumber": 1}},
                  "ms": [100, 50, 300], "longestTask": 800, "memoryHeld": 2000000, "memoryPeak": 9900000}},
                {{"name": "floor", "counts": null, "ms": [10], "longestTask": 1, "memoryHeld": null, "memoryPeak": null}}
            ]}}]}}"#
        )
    }

    #[test]
    fn the_table_compares_medians() {
        let table = Report::read(&rounds(480)).unwrap().table();
        for line in [
            "Chromium 1, 2 cores, 4 rounds\n",
            "     50  ours                       25         10 - 40    1.00         12 ms      4.1         \n",
            "     50  uDSV                      100        50 - 300    4.00        800 ms      2.0      9.9\n",
            "     50  floor                      10         10 - 10    0.40          1 ms                  \n",
            "ours takes 2.50 times the floor\n",
        ] {
            assert!(table.contains(line), "{line}\n{table}");
        }
    }

    #[test]
    fn the_json_has_the_rounds_and_what_was_worked_out() {
        let json = Report::read(&rounds(480)).unwrap().json().unwrap();
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let peer = json.pointer("/sizes/0/contenders/1").unwrap();
        assert_eq!(peer.pointer("/ms").unwrap(), &serde_json::json!([100.0, 50.0, 300.0]));
        assert_eq!(peer.pointer("/timesOurs").unwrap(), 4.0);
        assert_eq!(peer.pointer("/counts/filled").unwrap(), 480);
        assert_eq!(json.pointer("/browser").unwrap(), "Chromium 1");
    }

    #[test]
    fn unequal_work_is_named() {
        assert_eq!(Report::read(&rounds(480)).unwrap().agree(), Ok(()));
        let failure = Report::read(&rounds(479)).unwrap().agree().unwrap_err().to_string();
        assert!(
            failure.ends_with("\nOf 50 records, cells that are not blank: uDSV 479, ours 480."),
            "{failure}"
        );
    }

    #[test]
    fn a_run_without_the_engine_is_refused() {
        let other = rounds(480).replace("\"ours\"", "\"theirs\"");
        assert!(Report::read(&other).is_err());
        assert!(Report::read("{}").is_err());
    }
}
