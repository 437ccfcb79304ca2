//! `inspect amd`, run as a person runs it.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic like tests")]

use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::thread;

use serde_json::Value;

const VECTORS: &str = include_str!("vectors/amd.jsonl");

/// Runs it to its end; the input is written aside, so that neither side waits for the other.
fn run(arguments: &[&str], input: impl Into<Vec<u8>>) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_inspect"))
        .arg("amd")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.into());
    // It may end without reading its input.
    let writer = thread::spawn(move || stdin.write_all(&input).ok());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn lines(input: &str) -> Vec<String> {
    let output = run(&[], input);
    assert!(output.status.success() && output.stderr.is_empty());
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

/// What it says of input that it cannot answer: one sentence, and the code 2. The answers before it are shown.
fn refusal(arguments: &[&str], input: &str) -> (String, String) {
    let output = run(arguments, input);
    assert_eq!(output.status.code(), Some(2), "{input}");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("inspect: ") && said.ends_with(".\n") && said.lines().count() == 1, "{said}");
    (said, String::from_utf8(output.stdout).unwrap())
}

#[test]
fn it_decides_as_was_recorded() {
    let answers = lines(VECTORS);
    assert_eq!(answers.len(), 300);
    for (answer, recorded) in answers.iter().zip(VECTORS.lines()) {
        let recorded: Value = serde_json::from_str(recorded).unwrap();
        let (status, cause, at) = (&recorded["status"], &recorded["cause"], &recorded["decided_at_ms"]);
        let expected = format!(r#"{{"status":{status},"cause":{cause},"decided_at_ms":{at}}}"#);
        assert_eq!(*answer, expected, "{recorded}");
    }
}

/// The settings of the documented body.
fn documented() -> String {
    let names = ["InitialSilence", "Greeting", "AfterGreetingSilence", "TotalAnalysisTime", "MinWordLength"];
    let more = ["BetweenWordsSilence", "MaximumNumberOfWords", "SilenceThreshold", "MaximumWordLength"];
    let values = [2_500, 1_500, 800, 5_000, 100, 50, 3, 256, 5_000];
    let pairs = names.iter().chain(&more).zip(values);
    pairs.map(|(name, value)| format!(r#""dialAMD{name}":{value}"#)).collect::<Vec<_>>().join(",")
}

fn line(audio: &str) -> String {
    format!(r#"{{"settings":{{{}}},"audio":[{audio}]}}"#, documented())
}

#[test]
fn a_person_and_a_call_that_ended_have_no_cause() {
    let human = r#"{"status":"HUMAN","cause":null,"decided_at_ms":1100}"#;
    assert_eq!(lines(&line(r#"{"voice":300},{"silence":9000}"#)), [human]);
    let ended = r#"{"status":"HANGUP","cause":null,"decided_at_ms":300}"#;
    // Carriage returns and blank lines are no trouble.
    let text = format!("\r\n{}\r\n\n{}", line(r#"{"voice":300}"#), line(""));
    assert_eq!(lines(&text), [ended, r#"{"status":"HANGUP","cause":null,"decided_at_ms":0}"#]);
    assert_eq!(lines(""), [] as [&str; 0]);
}

#[test]
fn a_thousand_pieces_are_one_call() {
    let pieces = vec![r#"{"silence":60},{"voice":40}"#; 500].join(",");
    assert_eq!(lines(&line(&pieces)), [r#"{"status":"NOTSURE","cause":"TOOLONG","decided_at_ms":5000}"#]);
}

#[test]
fn what_it_cannot_read_is_answered_with_a_sentence() {
    for (input, about) in [
        ("{", "no JSON"),
        ("nonsense", "no JSON"),
        ("[]", "settings"),
        (r#"{"settings":{}}"#, "audio"),
        (r#"{"settings":{},"audio":[]}"#, "dialAMDInitialSilence is missing"),
        (&line("").replace("1500", "-1"), "dialAMDGreeting must be"),
        (&line("").replace("1500", "1500.5"), "dialAMDGreeting must be"),
        (&line("").replace("1500", "\"1500\""), "dialAMDGreeting must be"),
        (&line("").replace("1500", "4294967296"), "dialAMDGreeting must be"),
        (&line(r#"{"voice":20},{"voice":50}"#), "piece 2 of the audio is no whole number"),
        (&line(r#"{"voice":-20}"#), "piece 1 of the audio is no whole number"),
        (&line(r#"{"noise":20}"#), "as piece 1 of the audio"),
        (&line(r#"{"voice":20,"silence":20}"#), "as piece 1 of the audio"),
        (&line("20"), "as piece 1 of the audio"),
    ] {
        let (said, answers) = refusal(&[], &format!("{}\n{input}\n", line("")));
        assert!(said.contains("line 2: ") && said.contains(about), "{said}");
        assert_eq!(answers.lines().count(), 1, "the line before it is answered");
    }
    assert!(refusal(&["more"], "").0.contains("more"));
}

#[test]
fn bytes_that_are_no_text_are_answered_with_a_sentence() {
    let output = run(&[], b"{\"settings\":\xff\xfe}\n".to_vec());
    assert_eq!(output.status.code(), Some(2));
}
