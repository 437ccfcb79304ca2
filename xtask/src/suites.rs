//! The test suites, their counts and the table at the end.

mod browser;
mod count;
mod lint;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::args::{Request, Suite};
use crate::failure::Outcome;
use crate::process;
use crate::project::Project;
use count::Tally;

/// `cargo xtask test`.
pub(crate) fn run(project: &Project, request: &Request) -> ExitCode {
    let mut rows = Vec::new();
    for suite in Suite::ALL {
        if request.only.is_some_and(|only| only != suite) {
            continue;
        }
        println!("\n== {} ==", suite.name());
        let start = Instant::now();
        let tally = perform(project, suite, &request.rest);
        rows.push((suite, judged(suite, tally), start.elapsed()));
    }
    print!("{}", table(&rows));
    let failed = rows.iter().any(|(_, tally, _)| tally.failed > 0);
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// A failure on the way to the tests counts as one failed test, so that the later suites still run.
fn perform(project: &Project, suite: Suite, rest: &[String]) -> Tally {
    let outcome = match suite {
        Suite::Lint => Ok(lint::run(project)),
        Suite::Core => cargo_test(project, &["dialdesk-core"], rest),
        Suite::Sandbox => cargo_test(project, &["dialdesk-sandbox"], rest),
        Suite::Web => cargo_test(project, &["dialdesk", "xtask"], rest),
        Suite::E2e => browser::run(project, rest),
    };
    outcome.unwrap_or_else(|failure| Tally::failure(&failure.to_string()))
}

/// A suite that has run nothing has proved nothing.
fn judged(suite: Suite, mut tally: Tally) -> Tally {
    if suite != Suite::Lint && tally.passed == 0 && tally.failed == 0 {
        tally.add(Tally::failure("No test has passed."));
    }
    tally
}

fn cargo_test(project: &Project, packages: &[&str], filter: &[String]) -> Outcome<Tally> {
    let mut command = process::cargo();
    command.current_dir(&project.root).args(["test", "--no-fail-fast"]);
    for package in packages {
        command.args(["--package", package]);
    }
    if !filter.is_empty() {
        command.arg("--").args(filter);
    }
    let mut tally = Tally::default();
    let succeeded = process::follow(&mut command, |line| tally.add(count::cargo_line(line)))?;
    // Something does not compile, or a test took the whole process with it.
    if !succeeded && tally.failed == 0 {
        tally.add(Tally::failure("cargo test failed before its tests were through."));
    }
    Ok(tally)
}

fn table(rows: &[(Suite, Tally, Duration)]) -> String {
    let mut lines =
        vec![String::new(), format!("{:<10} {:>8} {:>8} {:>10}", "suite", "passed", "failed", "seconds")];
    let mut sum = Tally::default();
    for (suite, tally, time) in rows {
        let (name, seconds) = (suite.name(), time.as_secs_f64());
        lines.push(format!("{name:<10} {:>8} {:>8} {seconds:>10.1}", tally.passed, tally.failed));
        lines.extend(tally.notes.iter().map(|note| format!("           {note}")));
        sum.passed += tally.passed;
        sum.failed += tally.failed;
    }
    lines.push(format!("\n{} passed, {} failed\n", sum.passed, sum.failed));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_is_the_sum() {
        let rows = [
            (Suite::Lint, Tally { passed: 3, ..Tally::default() }, Duration::from_millis(1500)),
            (Suite::Core, Tally::failure("No test has passed."), Duration::ZERO),
        ];
        let table = table(&rows);
        assert!(table.contains("lint              3        0        1.5\n"), "{table}");
        assert!(table.contains("No test has passed."));
        assert!(table.ends_with("\n\n3 passed, 1 failed\n"));
    }

    #[test]
    fn a_suite_without_tests_has_failed() {
        assert_eq!(judged(Suite::Core, Tally::default()).failed, 1);
        assert_eq!(judged(Suite::Lint, Tally::default()).failed, 0);
        assert_eq!(judged(Suite::E2e, Tally::failure("x")).failed, 1);
        assert_eq!(judged(Suite::Web, Tally { passed: 1, ..Tally::default() }).failed, 0);
    }
}
