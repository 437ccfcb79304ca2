//! Node, the packages of tests/e2e, and wasm-opt among them.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::project::Project;

/// Playwright and wasm-opt need this Node.
const OLDEST: u32 = 20;

/// Says why Node cannot be used, if so.
pub(crate) fn check() -> Outcome {
    let printed = process::output(process::command("node").arg("--version"));
    match printed.as_deref().map(str::trim) {
        None => Err(Failure::new(format!("Node is not installed: install Node {OLDEST} or newer."))),
        Some(version) if major(version).is_some_and(|major| major >= OLDEST) => Ok(()),
        Some(version) => {
            Err(Failure::new(format!("Node {version} is too old: install Node {OLDEST} or newer.")))
        }
    }
}

/// Installs the locked packages of tests/e2e when they are missing or older than their lock file.
pub(crate) fn install(project: &Project) -> Outcome {
    check()?;
    let folder = project.e2e();
    let lock = modified(&folder.join("package-lock.json"));
    let installed = modified(&folder.join("node_modules").join(".package-lock.json"));
    if installed.is_some() && installed >= lock {
        return Ok(());
    }
    println!("Installing the packages of tests/e2e with npm (half a minute, 150 MB).");
    let mut npm = script("npm");
    // A browser is found or installed later, and only for the tests.
    npm.arg("ci").current_dir(&folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    process::run(&mut npm, "The packages of tests/e2e cannot be installed")
}

/// Installs wasm-opt with them; without it the app only gets bigger, so that is no failure.
pub(crate) fn install_wasm_opt(project: &Project) {
    if let Err(failure) = install(project) {
        println!("{failure} wasm-opt is left out: the app works, but is larger.");
    }
}

/// The command for wasm-opt, when it is installed.
pub(crate) fn wasm_opt(project: &Project) -> Option<Command> {
    let program: PathBuf = ["node_modules", "binaryen", "bin", "wasm-opt"].iter().collect();
    let program = project.e2e().join(program);
    (program.is_file() && check().is_ok()).then(|| {
        // By way of node: the script's own first line means nothing to Windows.
        let mut command = process::command("node");
        command.arg(program);
        command
    })
}

/// A command for one of Node's scripts, which Windows only finds by their full name.
pub(crate) fn script(name: &str) -> Command {
    process::command(if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() })
}

fn modified(path: &Path) -> Option<std::time::SystemTime> {
    path.metadata().ok()?.modified().ok()
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_version_of_node() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("20.20.2"), None);
        assert_eq!(major(""), None);
    }
}
