//! The classes of bugs that importers of CSV files are known for, each as a small file, and what must come out of it.
//!
//! `fixtures/README.md` says of each file what it holds and where the idea is from. Everything expected is written by hand.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may panic like tests")]

#[path = "../inspected/mod.rs"]
#[expect(unreachable_pub, reason = "shared with other tests")]
mod inspected;
mod reading;
mod values;
mod written;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("fixtures")
}

fn fixture(name: &str) -> PathBuf {
    folder().join(name)
}

/// Records from rows of texts.
fn rows<const N: usize>(rows: &[[&str; N]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn the_table_of_the_fixtures_names_each_of_them() {
    let table = fs::read_to_string(folder().join("README.md")).unwrap();
    let named: BTreeSet<String> = table
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
        .map(|(name, _)| name.to_owned())
        .collect();
    let entries = fs::read_dir(folder()).unwrap();
    let mut there: BTreeSet<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert!(there.remove("README.md"));
    assert_eq!(named, there);
}
