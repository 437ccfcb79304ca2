//! Running other programs.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::failure::{Failure, Outcome};

/// A command without what cargo tells this program about itself: a cargo started below would take it for its own.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"]
            .iter()
            .any(|prefix| text.starts_with(prefix))
        {
            command.env_remove(&name);
        }
    }
    command
}

/// The cargo that runs this program.
pub(crate) fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs to the end with the terminal; a failure says `sentence` and how the program ended.
pub(crate) fn run(command: &mut Command, sentence: &str) -> Outcome {
    let status = command
        .status()
        .map_err(|error| Failure::new(format!("{sentence}: {} ({error}).", name(command))))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!("{sentence}: {} ended with {status}.", name(command))))
    }
}

/// What a program prints, or `None` when it is missing or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs to the end, showing every line of its output as it comes and giving it to `read`; true when it succeeds.
pub(crate) fn follow(command: &mut Command, mut read: impl FnMut(&str)) -> Outcome<bool> {
    let failed = |error: std::io::Error| Failure::new(format!("{error}."));
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(failed)?;
    if let Some(output) = child.stdout.take() {
        let mut output = BufReader::new(output);
        let mut line = Vec::new();
        // Bytes, not text: a test may print what is no UTF-8.
        while output.read_until(b'\n', &mut line).map_err(failed)? > 0 {
            let text = String::from_utf8_lossy(&line);
            print!("{text}");
            read(text.trim_end());
            line.clear();
        }
    }
    Ok(child.wait().map_err(failed)?.success())
}

/// The program's name as a person would say it.
fn name(command: &Command) -> String {
    let path = std::path::Path::new(command.get_program());
    path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
