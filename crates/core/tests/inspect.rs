//! The binary `inspect`, run as a person runs it.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic like tests")]

use std::io::Write;
use std::process::{Child, Command, Output, Stdio};
use std::thread;

use serde_json::Value;

const VECTORS: &str = include_str!("vectors/dial-interval.jsonl");

fn start(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_inspect"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Runs it to its end; the input is written aside, so that neither side waits for the other.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = start(arguments);
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.to_vec());
    // It may end without reading its input.
    let writer = thread::spawn(move || stdin.write_all(&input).ok());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn lines(input: &[u8]) -> Vec<String> {
    let output = run(&["interval"], input);
    assert!(output.status.success() && output.stderr.is_empty());
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn it_answers_as_was_recorded() {
    let recorded: Vec<Value> = VECTORS.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let on_one_line: Vec<&Value> =
        recorded.iter().filter(|answer| !answer["spec"].as_str().unwrap().contains('\n')).collect();
    assert!(on_one_line.len() > 390);
    let mut input = String::new();
    for answer in &on_one_line {
        input.push_str(answer["spec"].as_str().unwrap());
        input.push('\n');
    }
    let answers = lines(input.as_bytes());
    assert_eq!(answers.len(), on_one_line.len());
    for (answer, expected) in answers.iter().zip(on_one_line) {
        assert_eq!(serde_json::from_str::<Value>(answer).unwrap(), *expected);
    }
}

#[test]
fn the_keys_stand_in_their_order() {
    let all = "[0,1,2,3,4,5,6]";
    assert_eq!(
        lines(b"22:00-02:00,*,28-31,feb\n"),
        [format!(
            r#"{{"spec":"22:00-02:00,*,28-31,feb","built":true,"minutes":[[0,120],[1320,1439]],"weekdays":{all},"days":[28,29,30,31],"months":[2],"timezone":null}}"#
        )]
    );
}

#[test]
fn each_line_is_a_text_and_only_the_newline_ends_it() {
    assert_eq!(lines(b""), [] as [&str; 0]);
    let empty =
        r#"{"spec":"","built":false,"minutes":[],"weekdays":[],"days":[],"months":[],"timezone":null}"#;
    assert_eq!(lines(b"\n"), [empty]);
    assert_eq!(lines(b"\n\n"), [empty, empty]);
    let answers = lines(b"*,*,*,*\r\n*,*,*,*");
    assert_eq!(answers.len(), 2);
    let answers: Vec<Value> = answers.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers[0]["spec"], "*,*,*,*\r");
    assert_eq!(answers[0]["months"], Value::Array(Vec::new()), "a star with a return is no star");
    assert_eq!(answers[1]["spec"], "*,*,*,*");
    assert_eq!(answers[1]["months"].as_array().unwrap().len(), 12);
}

#[test]
fn what_is_not_utf8_is_answered_in_one_line_too() {
    let answers = lines(b"07:00-22:00,mon&\xff\xfe,*,*\n*\n");
    assert_eq!(answers.len(), 2);
    let answer: Value = serde_json::from_str(&answers[0]).unwrap();
    assert_eq!(answer["spec"], "07:00-22:00,mon&\u{fffd}\u{fffd},*,*");
    assert_eq!(answer["weekdays"], serde_json::json!([1]));
}

#[test]
fn without_a_known_subcommand_it_says_what_it_knows() {
    for arguments in [&[][..], &["intervals"], &["interval", "more"]] {
        let output = run(arguments, b"*\n");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty());
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.contains("interval"), "{said}");
    }
}

#[test]
fn help_shows_the_subcommands() {
    for arguments in [&["--help"][..], &["interval", "--help"]] {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(0));
        assert!(String::from_utf8(output.stdout).unwrap().contains("interval"));
        assert!(output.stderr.is_empty());
    }
}

#[test]
fn a_reader_that_leaves_ends_it_quietly() {
    let mut child = start(&["interval"]);
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    let writer = thread::spawn(move || stdin.write_all(&b"*,*,*,*\n".repeat(50_000)).ok());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}
