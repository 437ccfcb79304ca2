//! Measuring the app itself: how soon a file is on the screen, and whether the page stays alive.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use serde::Deserialize;

use crate::chromium::Browser;
use crate::failure::{Failure, Outcome, read};
use crate::process;
use crate::project::Project;
use crate::tools::Tools;
use crate::trunk;

/// What the page has measured.
#[derive(Debug, Deserialize)]
pub(super) struct Screens {
    records: u64,
    rounds: Vec<Round>,
}

/// One round, in milliseconds.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Round {
    /// From the choice of the file to its first rows.
    first_rows: f64,
    /// From the choice of the file to what becomes of all rows.
    all_rows: f64,
    /// The longest task of 50 ms and more meanwhile; 0 where there was none.
    reading_task: f64,
    /// The same while all rows are scrolled.
    scrolling_task: f64,
    /// 95 of 100 frames take no longer where nothing happens.
    idle_frame: f64,
    /// The same while all rows are scrolled as by a wheel: a row and a quarter a frame.
    wheel_frame: f64,
    /// The same while all rows are scrolled as by dragging the bar: ninety rows a frame.
    scrolling_frame: f64,
}

/// A sandbox that ends with its owner.
struct Sandbox(Child);

impl Drop for Sandbox {
    fn drop(&mut self) {
        // It may have ended already, which is all that is wanted.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Builds the app, and lets a browser measure it with a file of so many records.
pub(super) fn measure(
    project: &Project,
    tools: &Tools,
    browser: &Browser,
    folder: &Path,
    rounds: u32,
    records: u32,
) -> Outcome<Screens> {
    trunk::build(project, tools, None)?;
    let mut command = project.build_sandbox()?;
    command.args(["--port", "0", "--app"]).arg(project.dist()).stdout(Stdio::piped());
    let child =
        command.spawn().map_err(|error| Failure::new(format!("The sandbox does not start: {error}.")))?;
    let mut sandbox = Sandbox(child);
    let address = address(&mut sandbox)?;
    let raw = folder.join("screens.json");
    let script: PathBuf = ["tests", "bench", "screens.mjs"].iter().collect();
    let mut node = process::command("node");
    node.arg(project.root.join(script)).arg(address).arg(&raw);
    node.args([rounds.to_string(), records.to_string()]);
    match browser {
        Browser::At(program) => node.env("DIALDESK_CHROMIUM", program),
        Browser::OfPlaywright => node.env_remove("DIALDESK_CHROMIUM"),
    };
    process::run(&mut node, "The screens were not measured to the end")?;
    Screens::read(&read(&raw)?)
}

/// The address that the sandbox prints once it listens.
fn address(sandbox: &mut Sandbox) -> Outcome<String> {
    let silent = || Failure::new("The sandbox ended before it named its address.");
    let out = sandbox.0.stdout.take().ok_or_else(silent)?;
    let lines = BufReader::new(out).lines().map_while(Result::ok);
    let is_address = |word: &&str| word.starts_with("http://127.0.0.1:");
    let mut named = lines.filter_map(|line| line.split_whitespace().find(is_address).map(str::to_owned));
    named.next().map(|address| address.trim_end_matches('/').to_owned()).ok_or_else(silent)
}

impl Screens {
    fn read(text: &str) -> Outcome<Self> {
        serde_json::from_str(text).map_err(|error| {
            Failure::new(format!("What was measured of the screens cannot be read: {error}."))
        })
    }

    /// The table for the terminal: medians of the rounds, and how they stand to their peers of the same run.
    pub(super) fn table(&self) -> String {
        let of = |figure: fn(&Round) -> f64| {
            let mut sorted: Vec<f64> = self.rounds.iter().map(figure).collect();
            sorted.sort_by(f64::total_cmp);
            sorted.get(sorted.len() / 2).copied().unwrap_or_default()
        };
        let (first, all) = (of(|round| round.first_rows), of(|round| round.all_rows));
        let idle = of(|round| round.idle_frame).max(1.0);
        let (wheel, bar) = (of(|round| round.wheel_frame), of(|round| round.scrolling_frame));
        let mut table =
            format!("The screens, {} records, {} rounds, medians\n\n", self.records, self.rounds.len());
        let lines = [
            (
                "first rows after choosing the file",
                first,
                format!("{:.2} of reading it all", first / all.max(1.0)),
            ),
            ("what becomes of all rows", all, String::new()),
            (
                "longest task meanwhile",
                of(|round| round.reading_task),
                "0: none of 50 ms and more".to_owned(),
            ),
            ("a frame while rows are wheeled by", wheel, format!("{:.2} times an idle one", wheel / idle)),
            ("a frame while the bar is dragged", bar, format!("{:.2} times an idle one", bar / idle)),
            (
                "longest task meanwhile",
                of(|round| round.scrolling_task),
                "0: none of 50 ms and more".to_owned(),
            ),
        ];
        for (what, ms, more) in lines {
            // Writing to a text cannot fail.
            writeln!(table, "{what:<38} {ms:>7.0} ms  {more}").ok();
        }
        table.push_str("A frame: 95 of 100 take no longer.\n");
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_medians_and_what_they_stand_to() {
        let round = |first: u32, frame: u32| {
            format!(
                r#"{{"firstRows": {first}, "allRows": 400, "readingTask": 0, "scrollingTask": 61, "idleFrame": 20, "wheelFrame": 22, "scrollingFrame": {frame}}}"#
            )
        };
        let text = format!(
            r#"{{"records": 500, "rounds": [{}, {}, {}]}}"#,
            round(100, 30),
            round(40, 25),
            round(20, 50)
        );
        let table = Screens::read(&text).unwrap().table();
        for line in [
            "The screens, 500 records, 3 rounds, medians\n",
            "first rows after choosing the file          40 ms  0.10 of reading it all\n",
            "a frame while rows are wheeled by           22 ms  1.10 times an idle one\n",
            "a frame while the bar is dragged            30 ms  1.50 times an idle one\n",
        ] {
            assert!(table.contains(line), "{line}\n{table}");
        }
        assert!(Screens::read("{}").is_err());
    }
}
