//! Reading how many tests passed from what the runners print.

use serde_json::Value;

/// What a suite has come to.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// Tests that passed.
    pub(super) passed: u64,
    /// Tests that failed.
    pub(super) failed: u64,
    /// Sentences for the table.
    pub(super) notes: Vec<String>,
}

impl Tally {
    /// One failure, said on the terminal now and in the table later.
    pub(super) fn failure(sentence: &str) -> Self {
        eprintln!("{sentence}");
        Self { failed: 1, notes: vec![sentence.to_owned()], ..Self::default() }
    }

    /// Adds another.
    pub(super) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.notes.extend(other.notes);
    }
}

/// Reads "test result: ok. 3 passed; 0 failed; ..." of cargo; any other line counts nothing.
pub(super) fn cargo_line(line: &str) -> Tally {
    let Some(result) = plain(line).strip_prefix("test result: ").map(str::to_owned) else {
        return Tally::default();
    };
    let words: Vec<&str> = result.split([' ', ';']).filter(|word| !word.is_empty()).collect();
    let before = |label: &str| {
        let pair = words.windows(2).find(|pair| pair.last() == Some(&label))?;
        pair.first()?.parse().ok()
    };
    Tally { passed: before("passed").unwrap_or(0), failed: before("failed").unwrap_or(0), notes: Vec::new() }
}

/// Reads Playwright's JSON report. A test that only passed when tried again has failed.
pub(super) fn playwright(report: &str) -> Option<Tally> {
    let report: Value = serde_json::from_str(report).ok()?;
    let stats = report.get("stats")?;
    let number = |key: &str| stats.get(key)?.as_u64();
    let errors = report.get("errors").and_then(Value::as_array).map_or(0, Vec::len);
    let mut tally = Tally {
        passed: number("expected")?,
        failed: number("unexpected")? + number("flaky")?,
        notes: Vec::new(),
    };
    // A file that does not load is an error of no test.
    if errors > 0 && tally.failed == 0 {
        tally.failed = 1;
    }
    if number("skipped")? > 0 {
        tally.notes.push(format!("{} skipped", number("skipped")?));
    }
    Some(tally)
}

/// Without the colours of a terminal.
fn plain(line: &str) -> String {
    let mut out = String::new();
    let mut chars = line.chars();
    while let Some(char) = chars.next() {
        if char == '\u{1b}' {
            chars.by_ref().find(char::is_ascii_alphabetic);
        } else {
            out.push(char);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(passed: u64, failed: u64) -> Tally {
        Tally { passed, failed, notes: Vec::new() }
    }

    #[test]
    fn counts_the_results_of_cargo() {
        let ok =
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.02s";
        assert_eq!(cargo_line(ok), tally(12, 0));
        let failed = "test result: \u{1b}[31mFAILED\u{1b}[0m. 1 passed; 2 failed; 0 ignored";
        assert_eq!(cargo_line(failed), tally(1, 2));
        assert_eq!(cargo_line("test import::reads ... ok"), tally(0, 0));
        assert_eq!(cargo_line("a test result: ok. 5 passed; 0 failed"), tally(0, 0));
    }

    #[test]
    fn counts_the_report_of_playwright() {
        let report = |stats: &str| playwright(&format!("{{\"errors\": [], \"stats\": {stats}}}"));
        let fine = r#"{"expected": 4, "skipped": 0, "unexpected": 0, "flaky": 0}"#;
        assert_eq!(report(fine), Some(tally(4, 0)));
        let bad = r#"{"expected": 4, "skipped": 2, "unexpected": 1, "flaky": 1}"#;
        assert_eq!(report(bad), Some(Tally { passed: 4, failed: 2, notes: vec!["2 skipped".into()] }));
        let broken =
            r#"{"errors": [{}], "stats": {"expected": 0, "skipped": 0, "unexpected": 0, "flaky": 0}}"#;
        assert_eq!(playwright(broken), Some(tally(0, 1)));
        assert_eq!(playwright("{}"), None);
        assert_eq!(playwright(""), None);
    }
}
