//! Shows what the engine of Dialdesk makes of its inputs.
//!
//! Each subcommand is a module with a `run` from its arguments to an exit code: 0 with an answer, 2 with a sentence on
//! standard error for what cannot be answered.

use std::env;
use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

mod amd;
mod csv;
mod interval;

/// A subcommand.
struct Subcommand {
    name: &'static str,
    /// What it is for, and how it is used.
    usage: &'static str,
    run: fn(&[OsString]) -> Result<(), Failure>,
}

const SUBCOMMANDS: [Subcommand; 3] = [
    Subcommand { name: "interval", usage: interval::USAGE, run: interval::run },
    Subcommand { name: "amd", usage: amd::USAGE, run: amd::run },
    Subcommand { name: "csv", usage: csv::USAGE, run: csv::run },
];

/// Why a subcommand gives no answer.
enum Failure {
    /// A sentence for whoever called it.
    Said(String),
    /// Standard output, or a file, does not take what is written.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--help" || argument == "-h") {
        return exit_code(io::stdout().write_all(usage().as_bytes()).map_err(Failure::Output));
    }
    let Some((name, rest)) = arguments.split_first() else {
        return exit_code(Err(Failure::Said(format!("a subcommand is expected; {}", known()))));
    };
    match SUBCOMMANDS.iter().find(|subcommand| name == subcommand.name) {
        Some(subcommand) => exit_code((subcommand.run)(rest)),
        None => exit_code(Err(Failure::Said(format!(
            "there is no subcommand {:?}; {}",
            name.to_string_lossy(),
            known()
        )))),
    }
}

fn usage() -> String {
    let subcommands: Vec<&str> = SUBCOMMANDS.iter().map(|subcommand| subcommand.usage).collect();
    format!("Usage: inspect SUBCOMMAND …\n\n{}", subcommands.join("\n"))
}

/// Which subcommands there are.
fn known() -> String {
    let names: Vec<&str> = SUBCOMMANDS.iter().map(|subcommand| subcommand.name).collect();
    format!("it knows {}.", names.join(", "))
}

/// A reader that has seen enough is no failure.
fn exit_code(result: Result<(), Failure>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Output(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Output(error)) => {
            eprintln!("inspect: {error}.");
            ExitCode::FAILURE
        }
        Err(Failure::Said(sentence)) => {
            eprintln!("inspect: {sentence}");
            ExitCode::from(2)
        }
    }
}
