//! Runs `inspect csv` as a person runs it.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A folder for the files that one test makes. It stays under the target folder, and is empty at the start.
pub fn scratch(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A file with these bytes.
pub fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let file = folder.join(name);
    fs::write(&file, bytes).unwrap();
    file
}

/// Runs it to its end.
pub fn run<A: AsRef<OsStr>>(file: &Path, options: &[A]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_inspect")).arg("csv").arg(file).args(options).output().unwrap()
}

fn answer<A: AsRef<OsStr>>(file: &Path, options: &[A]) -> String {
    let output = run(file, options);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), said.as_str()), (Some(0), ""), "{}", file.display());
    String::from_utf8(output.stdout).unwrap()
}

/// The report on a file: one JSON object on one line, whose buckets add up.
pub fn report<A: AsRef<OsStr>>(file: &Path, options: &[A]) -> Value {
    let answer = answer(file, options);
    assert_eq!(answer.lines().count(), 1, "{answer}");
    let report: Value = serde_json::from_str(&answer).unwrap();
    let count = |value: &Value| value.as_u64().unwrap();
    assert_eq!(
        count(&report["left_out"]) + count(&report["duplicates"]["same_text"]) + count(&report["to_store"]),
        count(&report["records"])
    );
    report
}

/// The records of a file, its header among them.
pub fn records(file: &Path, options: &[&str]) -> Vec<Vec<String>> {
    let options: Vec<&str> = [&["--records"], options].concat();
    answer(file, &options).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What it says of a file that gives no answer: one sentence on standard error, nothing else, and the code 2.
pub fn refusal<A: AsRef<OsStr>>(file: &Path, options: &[A]) -> String {
    let output = run(file, options);
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), &b""[..]), "{}", file.display());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("inspect: ") && said.ends_with(".\n") && said.lines().count() == 1, "{said}");
    said
}

/// The report on a file with the clean copy and the rejected records, as text.
pub fn exports(file: &Path, options: &[&str], folder: &Path) -> (Value, String, String) {
    let (clean, rejected) = (folder.join("clean.csv"), folder.join("rejected.csv"));
    let mut all: Vec<&OsStr> = options.iter().map(OsStr::new).collect();
    all.extend(["--clean".as_ref(), clean.as_os_str(), "--rejected".as_ref(), rejected.as_os_str()]);
    let report = report(file, &all);
    (report, fs::read_to_string(clean).unwrap(), fs::read_to_string(rejected).unwrap())
}
