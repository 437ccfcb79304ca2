//! The e2e suite: the release of the app, its size, then Playwright.

use super::count::{self, Tally};
use crate::chromium::{self, Browser};
use crate::failure::{Failure, Outcome, read, remove};
use crate::node;
use crate::process;
use crate::project::Project;
use crate::size;
use crate::tools::Tools;
use crate::trunk;

pub(super) fn run(project: &Project, paths: &[String]) -> Outcome<Tally> {
    node::install(project)?;
    let browser = chromium::ready(project)?;
    let tools = Tools::ready(project)?;
    trunk::build(project, &tools, None)?;
    project.build_sandbox()?;
    project.build_inspect()?;

    let mut tally = Tally::default();
    // Neither a heavy app nor a wrong type keeps the tests from running.
    for check in [size::check(project), check_types(project)] {
        if let Err(failure) = check {
            tally.add(Tally::failure(&failure.to_string()));
        }
    }
    tally.add(playwright(project, &tools, &browser, paths)?);
    Ok(tally)
}

fn check_types(project: &Project) -> Outcome {
    let mut npm = node::script("npm");
    npm.args(["run", "--silent", "check"]).current_dir(project.e2e());
    process::run(&mut npm, "The types of the browser tests do not fit")
}

fn playwright(project: &Project, tools: &Tools, browser: &Browser, paths: &[String]) -> Outcome<Tally> {
    let report = project.target.join("e2e").join("report.json");
    if report.is_file() {
        remove(&report)?;
    }
    let mut playwright = node::script("npx");
    playwright
        .args(["playwright", "test"])
        .args(paths)
        .current_dir(project.e2e())
        .env("PATH", tools.path())
        .env("DIALDESK_SANDBOX", project.sandbox())
        .env("DIALDESK_INSPECT", project.inspect())
        .env("DIALDESK_REPORT", &report);
    match browser {
        Browser::At(program) => playwright.env("DIALDESK_CHROMIUM", program),
        Browser::OfPlaywright => playwright.env_remove("DIALDESK_CHROMIUM"),
    };
    let ended = process::run(&mut playwright, "The browser tests failed");
    let counted = read(&report).ok().and_then(|report| count::playwright(&report));
    let mut tally = counted.ok_or_else(|| Failure::new("Playwright has left no report."))?;
    if tally.passed == 0 && tally.failed == 0 {
        tally.add(Tally::failure("No test has passed."));
    }
    if let (Err(failure), 0) = (ended, tally.failed) {
        tally.add(Tally::failure(&failure.to_string()));
    }
    Ok(tally)
}
