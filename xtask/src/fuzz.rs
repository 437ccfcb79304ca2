//! `cargo xtask fuzz`: the fuzz target of the import engine, which is a test of `dialdesk-core`.

use crate::args::Mutations;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::project::Project;

/// Runs the mutations that are asked for. The development profile compiles the core for speed and checks all arithmetic.
pub(crate) fn run(project: &Project, mutations: &Mutations) -> Outcome {
    let mut command = process::cargo();
    command.current_dir(&project.root);
    command.args(["test", "--quiet", "--package", "dialdesk-core", "--test", "fuzz"]);
    command.args(["--", "--ignored", "--nocapture"]);
    if let Some(runs) = mutations.runs {
        command.env("DIALDESK_FUZZ_RUNS", runs.to_string());
    }
    if let Some(seed) = mutations.seed {
        command.env("DIALDESK_FUZZ_SEED", seed.to_string());
    }
    if let Some(file) = &mutations.file {
        // The test runs in the folder of its package.
        let file = std::path::absolute(file)
            .map_err(|error| Failure::new(format!("{} has no place: {error}.", file.display())))?;
        command.env("DIALDESK_FUZZ_FILE", file);
    }
    process::run(&mut command, "The engine broke a promise")
}
