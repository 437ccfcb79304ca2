//! The tools that build the app: found on the PATH or installed into the project's own folder.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::project::Project;

/// The newest trunk that the project's compiler can build.
const TRUNK: &str = "0.21.14";
/// What the browser runs.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The tools, ready for use.
pub(crate) struct Tools {
    path: OsString,
}

impl Tools {
    /// Installs what is missing, saying so.
    pub(crate) fn ready(project: &Project) -> Outcome<Self> {
        add_wasm_target(project)?;
        let folder = folder(project);
        let path = search_path(&folder)?;
        let bindgen = project.locked("wasm-bindgen")?;
        Tool { name: "trunk", package: "trunk", version: TRUNK, features: &["rustls"], minutes: "6" }
            .ready(project, &folder, &path)?;
        // The generated glue and the crate must match exactly, so the lock file decides.
        Tool {
            name: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: &bindgen,
            features: &[],
            minutes: "3",
        }
        .ready(project, &folder, &path)?;
        Ok(Self { path })
    }

    /// The PATH on which they come first.
    pub(crate) fn path(&self) -> &OsString {
        &self.path
    }

    /// A command for one of them.
    pub(crate) fn command(&self, name: &str) -> Command {
        let mut command = process::command(name);
        command.env("PATH", &self.path);
        command
    }
}

struct Tool<'a> {
    name: &'a str,
    package: &'a str,
    version: &'a str,
    features: &'a [&'a str],
    minutes: &'a str,
}

impl Tool<'_> {
    fn ready(&self, project: &Project, folder: &Path, path: &OsString) -> Outcome {
        let mut ask = process::command(self.name);
        let printed = process::output(ask.arg("--version").env("PATH", path));
        if printed.is_some_and(|printed| is_version(&printed, self.version)) {
            return Ok(());
        }
        println!(
            "Installing {} {} into {} (once, about {} minutes on two cores).",
            self.package,
            self.version,
            folder.display(),
            self.minutes
        );
        process::run(&mut self.install(project, folder), &format!("{} cannot be installed", self.package))
    }

    /// Its own release profile would take twice as long to build a tool that nobody waits for.
    fn install(&self, project: &Project, folder: &Path) -> Command {
        let mut install = process::cargo();
        install
            .args(["install", self.package, "--version", self.version, "--locked", "--force"])
            .arg("--root")
            .arg(folder)
            .current_dir(&project.root)
            // In a folder of its own: the project's target folder is locked while something else builds.
            .env_remove("CARGO_TARGET_DIR")
            .env_remove("CARGO_BUILD_TARGET_DIR")
            .env_remove("CARGO_BUILD_TARGET")
            .env("CARGO_PROFILE_RELEASE_LTO", "false")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        if !self.features.is_empty() {
            install.args(["--no-default-features", "--features", &self.features.join(",")]);
        }
        install
    }
}

/// `.tools` of the project, unless `DIALDESK_TOOLS` names another folder.
fn folder(project: &Project) -> PathBuf {
    std::env::var_os("DIALDESK_TOOLS").map_or_else(|| project.root.join(".tools"), PathBuf::from)
}

fn search_path(folder: &Path) -> Outcome<OsString> {
    let own = std::iter::once(folder.join("bin"));
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(own.chain(std::env::split_paths(&inherited)))
        .map_err(|error| Failure::new(format!("{} cannot be put on the PATH: {error}.", folder.display())))
}

/// `rustup` may have been told not to install on its own what rust-toolchain.toml names.
fn add_wasm_target(project: &Project) -> Outcome {
    let mut ask = process::command("rustc");
    let sysroot = process::output(ask.args(["--print", "sysroot"]).current_dir(&project.root));
    let present = sysroot.is_some_and(|sysroot| {
        Path::new(sysroot.trim()).join("lib").join("rustlib").join(WASM).join("lib").is_dir()
    });
    if present {
        return Ok(());
    }
    println!("Adding the compiler's target {WASM} (20 MB).");
    let mut rustup = process::command("rustup");
    process::run(
        rustup.args(["target", "add", WASM]).current_dir(&project.root),
        &format!("The compiler lacks the target {WASM} and it cannot be added"),
    )
}

/// Reads "trunk 0.21.14".
fn is_version(printed: &str, wanted: &str) -> bool {
    printed.split_whitespace().nth(1) == Some(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_tool_says_of_itself() {
        assert!(is_version("trunk 0.21.14\n", "0.21.14"));
        assert!(is_version("wasm-bindgen 0.2.129 (0a1b2c3)\n", "0.2.129"));
        assert!(!is_version("trunk 0.21.1\n", "0.21.14"));
        assert!(!is_version("", "0.21.14"));
    }

    #[test]
    fn asks_for_the_trunk_of_the_configuration() {
        assert!(include_str!("../../Trunk.toml").contains(&format!("trunk-version = \"^{TRUNK}\"\n")));
    }
}
