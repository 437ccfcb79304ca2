//! Shows what the engine of Dialdesk makes of its inputs: text comes in on standard input, JSON lines go out.
//!
//! Each subcommand is a module with a `run` from a reader to a writer.

use std::env;
use std::io::{self, BufRead, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

mod interval;

/// A subcommand: it reads its input to the end and writes its findings.
struct Subcommand {
    name: &'static str,
    /// What it reads and writes, in one line.
    what: &'static str,
    run: fn(&mut dyn BufRead, &mut dyn Write) -> io::Result<()>,
}

const SUBCOMMANDS: [Subcommand; 1] = [Subcommand {
    name: "interval",
    what: "a dial interval per line in, a JSON line out with what Asterisk would make of it",
    run: interval::run,
}];

fn main() -> ExitCode {
    let arguments: Vec<String> =
        env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    if arguments.iter().any(|argument| matches!(argument.as_str(), "--help" | "-h")) {
        return exit_code(io::stdout().write_all(usage().as_bytes()));
    }
    let [name] = arguments.as_slice() else {
        return refuse("one subcommand is expected");
    };
    match SUBCOMMANDS.iter().find(|subcommand| subcommand.name == name) {
        Some(subcommand) => {
            let mut output = BufWriter::new(io::stdout().lock());
            let run = (subcommand.run)(&mut io::stdin().lock(), &mut output);
            exit_code(run.and_then(|()| output.flush()))
        }
        None => refuse(&format!("there is no subcommand {name:?}")),
    }
}

fn usage() -> String {
    let subcommands: Vec<String> = SUBCOMMANDS
        .iter()
        .map(|subcommand| format!("  {}  {}\n", subcommand.name, subcommand.what))
        .collect();
    format!("Usage: inspect SUBCOMMAND < INPUT\n\nSubcommands:\n{}", subcommands.concat())
}

/// Says in one sentence why nothing was done, and which subcommands there are.
fn refuse(why: &str) -> ExitCode {
    let names: Vec<&str> = SUBCOMMANDS.iter().map(|subcommand| subcommand.name).collect();
    eprintln!("inspect: {why}; it knows {}.", names.join(", "));
    ExitCode::from(2)
}

/// A reader that has seen enough is no failure.
fn exit_code(result: io::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("inspect: {error}");
            ExitCode::FAILURE
        }
    }
}
