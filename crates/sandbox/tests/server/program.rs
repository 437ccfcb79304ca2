//! The program: its one line, its exits, its end.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Output, Stdio};

/// A running server, ended with the test.
pub(crate) struct Program {
    child: Child,
    out: BufReader<ChildStdout>,
    line: String,
    pub(crate) address: String,
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dialdesk-sandbox"));
    command.args(arguments);
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

impl Program {
    /// Starts the program on a free port and waits for its line.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut child = command(arguments).args(["--port", "0"]).stdout(Stdio::piped()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        let address = line.split_whitespace().find(|word| word.starts_with("http://")).unwrap().to_owned();
        Self { child, out, line, address }
    }

    fn port(&self) -> &str {
        self.address.rsplit(':').next().unwrap()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended already, as it should have in one of the tests.
        self.child.kill().unwrap_or_default();
        self.child.wait().unwrap();
    }
}

#[test]
fn it_says_where_it_is_in_one_line_and_ends_quietly() {
    let mut program = Program::start(&[]);
    let port = program.port();
    assert!(port.parse::<u16>().unwrap() > 0);
    assert_eq!(
        program.line,
        format!("Dialdesk sandbox on http://127.0.0.1:{port} (sign in: admin / password)\n")
    );
    let id = program.child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    assert!(program.child.wait().unwrap().success());
    let mut rest = String::new();
    program.out.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "");
}

#[test]
fn a_port_in_use_is_said_in_a_sentence() {
    let program = Program::start(&["--empty"]);
    let output = run(&["--port", program.port()]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains(&format!("port {} is in use", program.port())), "{said}");
    assert!(output.stdout.is_empty());
}

#[test]
fn arguments_that_make_no_sense_are_said_in_a_sentence() {
    for (arguments, text) in [
        (&[][..], "--port N"),
        (&["--port", "http"], "\"http\""),
        (&["--port", "0", "--verbose"], "\"--verbose\""),
        (&["--port", "0", "--app", "not-there"], "not-there"),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(text), "{said}");
    }
    let output = run(&["--help"]);
    assert!(output.status.success() && String::from_utf8(output.stdout).unwrap().contains("--data FILE"));
}

#[test]
fn a_data_file_that_cannot_be_made_is_said_in_a_sentence() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-such-folder").join("data.sqlite");
    let output = run(&["--port", "0", "--data", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("no-such-folder"));
}
