//! Where the project's things are.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::failure::{Failure, Outcome, read};
use crate::process;

/// The project's folders.
pub(crate) struct Project {
    /// The top folder.
    pub(crate) root: PathBuf,
    /// Cargo's target folder, which a user may keep elsewhere.
    pub(crate) target: PathBuf,
}

impl Project {
    /// Finds them.
    pub(crate) fn find() -> Outcome<Self> {
        let root = root()?;
        let mut metadata = process::cargo();
        metadata.args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(&root);
        let target = process::output(&mut metadata)
            .and_then(|json| serde_json::from_str::<Value>(&json).ok())
            .and_then(|json| json.get("target_directory")?.as_str().map(PathBuf::from))
            .ok_or_else(|| Failure::new("cargo metadata does not say where the target folder is."))?;
        Ok(Self { root, target })
    }

    /// The folder of the browser tests.
    pub(crate) fn e2e(&self) -> PathBuf {
        self.root.join("tests").join("e2e")
    }

    /// The app as a web server gets it.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The built sandbox.
    pub(crate) fn sandbox(&self) -> PathBuf {
        self.built("dialdesk-sandbox")
    }

    /// The built command line of the engine.
    pub(crate) fn inspect(&self) -> PathBuf {
        self.built("inspect")
    }

    fn built(&self, name: &str) -> PathBuf {
        self.target.join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// Builds the sandbox and gives the command that starts it.
    pub(crate) fn build_sandbox(&self) -> Outcome<Command> {
        let mut build = process::cargo();
        build.args(["build", "--package", "dialdesk-sandbox"]).current_dir(&self.root);
        process::run(&mut build, "The sandbox does not build")?;
        let mut command = process::command(self.sandbox());
        command.current_dir(&self.root);
        Ok(command)
    }

    /// Builds the command line of the engine.
    pub(crate) fn build_inspect(&self) -> Outcome {
        let mut build = process::cargo();
        build.args(["build", "--package", "dialdesk-core", "--bin", "inspect"]).current_dir(&self.root);
        process::run(&mut build, "The command inspect does not build")
    }

    /// The locked version of the crate `name`.
    pub(crate) fn locked(&self, name: &str) -> Outcome<String> {
        locked_version(&read(&self.root.join("Cargo.lock"))?, name)
            .ok_or_else(|| Failure::new(format!("Cargo.lock does not name {name}.")))
    }
}

/// Cargo names the folder of this package when it runs it; a binary started by hand looks upwards.
fn root() -> Outcome<PathBuf> {
    if let Some(package) = std::env::var_os("CARGO_MANIFEST_DIR")
        && let Some(root) = Path::new(&package).parent()
    {
        return Ok(root.to_owned());
    }
    let here = std::env::current_dir()
        .map_err(|error| Failure::new(format!("The current folder cannot be told: {error}.")))?;
    here.ancestors()
        .find(|folder| folder.join("xtask").join("Cargo.toml").is_file())
        .map(Path::to_owned)
        .ok_or_else(|| Failure::new("Run the tasks inside the project's folder."))
}

/// Reads the version of a package from the text of a Cargo.lock.
fn locked_version(lock: &str, name: &str) -> Option<String> {
    let wanted = format!("name = \"{name}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == wanted)?;
    let version = lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_locked_version() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.79\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\nsource = \"x\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.129"));
        assert_eq!(locked_version(lock, "leptos"), None);
    }

    #[test]
    fn the_lock_file_names_wasm_bindgen() {
        assert!(locked_version(include_str!("../../Cargo.lock"), "wasm-bindgen").is_some());
    }
}
