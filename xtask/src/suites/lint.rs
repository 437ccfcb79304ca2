//! The lint suite: each check counts as one test.

use std::process::Command;

use super::count::Tally;
use crate::process;
use crate::project::Project;
use crate::tools::WASM;

/// Name, component that it needs, words for cargo.
const CHECKS: [(&str, &str, &[&str]); 3] = [
    ("format", "rustfmt", &["fmt", "--all", "--check"]),
    ("clippy", "clippy", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    (
        "clippy for the browser",
        "clippy",
        &["clippy", "-p", "dialdesk", "-p", "dialdesk-bench", "--target", WASM, "--", "-D", "warnings"],
    ),
];

pub(super) fn run(project: &Project) -> Tally {
    let mut tally = Tally::default();
    for (name, component, words) in CHECKS {
        if !available(project, component) {
            tally.notes.push(format!("{name} left out: {component} is not installed"));
            continue;
        }
        println!("-- {name}");
        let mut check = process::cargo();
        match process::run(check.args(words).current_dir(&project.root), &format!("Failed: {name}")) {
            Ok(()) => tally.passed += 1,
            Err(failure) => tally.add(Tally::failure(&failure.to_string())),
        }
    }
    tally
}

/// Adds the component when it is missing and can be had; a compiler from elsewhere may come without.
fn available(project: &Project, component: &str) -> bool {
    let word = if component == "rustfmt" { "fmt" } else { component };
    let present = || {
        let mut ask: Command = process::cargo();
        process::output(ask.args([word, "--version"]).current_dir(&project.root)).is_some()
    };
    if present() {
        return true;
    }
    println!("Adding the compiler's component {component}.");
    let mut rustup = process::command("rustup");
    let added = process::run(
        rustup.args(["component", "add", component]).current_dir(&project.root),
        &format!("{component} cannot be added"),
    );
    if let Err(failure) = added {
        println!("{failure}");
        return false;
    }
    present()
}
