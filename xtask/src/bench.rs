//! Measuring the import engine in Chromium: `crates/bench` is compiled as the app is, `tests/bench` runs it next to its
//! peers, and the figures become a table and `target/bench/import.json`; then the app itself is measured.

mod report;
mod screens;

use std::path::{Path, PathBuf};

use crate::args::Trial;
use crate::assemble;
use crate::chromium::{self, Browser};
use crate::failure::{Failure, Outcome, read, remove, write};
use crate::node;
use crate::process;
use crate::project::Project;
use crate::tools::{Tools, WASM};
use report::Report;

/// `cargo xtask bench`.
pub(crate) fn run(project: &Project, trial: &Trial) -> Outcome {
    node::install(project)?;
    let browser = chromium::ready(project)?;
    let tools = Tools::ready(project)?;
    let folder = project.target.join("bench");
    let json = folder.join("import.json");
    if json.is_file() {
        // A run that fails must not leave the figures of an earlier one.
        remove(&json)?;
    }
    let engine = build(project, &tools, &folder)?;
    let report = Report::read(&measure(project, &browser, trial, &engine, &folder)?)?;
    // Figures of unequal work are shown to nobody.
    report.agree()?;
    write(&json, report.json()?)?;
    print!("\n{}", report.table());
    println!("\nThe same in {}.\n", json.display());
    if let Some(records) = trial.records.iter().copied().max() {
        let screens = screens::measure(project, &tools, &browser, &folder, trial.rounds, records)?;
        print!("\n{}", screens.table());
    }
    Ok(())
}

/// Compiles the engine and answers the folder with the module and its glue.
fn build(project: &Project, tools: &Tools, folder: &Path) -> Outcome<PathBuf> {
    let config = read(&project.root.join(".cargo").join("config.toml"))?;
    let flags = flags(&config)
        .ok_or_else(|| Failure::new(".cargo/config.toml does not name the app's rustflags on one line."))?;
    let mut cargo = process::cargo();
    cargo
        .args(["build", "--release", "--target", WASM, "--package", "dialdesk-bench"])
        .current_dir(&project.root)
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    process::run(&mut cargo, "The engine does not build")?;

    let engine = folder.join("engine");
    let mut bindgen = tools.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--out-dir"]).arg(&engine);
    bindgen.arg(project.target.join(WASM).join("release").join("dialdesk_bench.wasm"));
    process::run(&mut bindgen, "The engine gets no glue")?;
    if assemble::optimise(project, &engine.join("dialdesk_bench_bg.wasm"))? {
        Ok(engine)
    } else {
        Err(Failure::new("Without wasm-opt it would not be the engine of the app that is measured."))
    }
}

/// The compiler's flags for the app without `--emit-relocs`: only cutting it into parts needs the relocations, and
/// wasm-opt can do little with a module that has them.
fn flags(config: &str) -> Option<Vec<String>> {
    let list = config.lines().find_map(|line| line.strip_prefix("rustflags = "))?;
    // A list of texts on one line is the same in TOML and in JSON.
    let words: Vec<String> = serde_json::from_str(list).ok()?;
    let mut flags: Vec<String> = Vec::new();
    for word in words {
        if word == "link-args=--emit-relocs" {
            // Its `-C`.
            flags.pop();
        } else {
            flags.push(word);
        }
    }
    Some(flags)
}

/// Lets the page measure and answers what it wrote.
fn measure(
    project: &Project,
    browser: &Browser,
    trial: &Trial,
    engine: &Path,
    folder: &Path,
) -> Outcome<String> {
    let raw = folder.join("rounds.json");
    let script: PathBuf = ["tests", "bench", "run.mjs"].iter().collect();
    let mut node = process::command("node");
    node.arg(project.root.join(script)).arg(engine).arg(&raw).arg(trial.rounds.to_string());
    node.args(trial.records.iter().map(u32::to_string));
    match browser {
        Browser::At(program) => node.env("DIALDESK_CHROMIUM", program),
        Browser::OfPlaywright => node.env_remove("DIALDESK_CHROMIUM"),
    };
    process::run(&mut node, "The page did not measure to the end")?;
    read(&raw)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flags_are_those_of_the_app_without_relocations() {
        let config = include_str!("../../.cargo/config.toml");
        assert!(config.contains("\"link-args=--emit-relocs\""));
        let flags = flags(config).unwrap();
        assert!(flags.join(" ").starts_with("--cfg erase_components"), "{flags:?}");
        assert!(
            !flags.iter().any(|flag| flag.contains("relocs")) && flags.last().unwrap() != "-C",
            "{flags:?}"
        );
    }

    #[test]
    fn flags_in_another_form_are_noticed() {
        assert_eq!(flags("[target]\nrustflags = [\n  \"-C\",\n]\n"), None);
        assert_eq!(flags("[target]\n"), None);
    }
}
