//! Any bytes at all: the import engine on mutations of files that once mattered.
//!
//! `cargo-fuzz` and its kind need a nightly compiler, or `unsafe` for the hooks that measure coverage. What runs on the
//! stable one does not mutate a corpus: `bolero` replays it and then makes bytes from nothing, `arbtest` has none. So the
//! loop is our own (docs/adr/0011-fuzzing.md). Its runs are the same for the same seed; an input that makes the engine
//! say something new is kept and mutated further, which stands in for coverage.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "the tests themselves")]

mod case;
mod engine;
mod laws;
mod list;
mod mutate;
mod novelty;
mod shrink;

use std::path::PathBuf;
use std::time::Instant;
use std::{env, fs};

use mutate::Mutator;
use novelty::Novelty;
use shrink::{attempt, shrunk};

/// Runs of the ordinary tests.
const RUNS: u64 = 20_000;
/// Runs when more are asked for and nobody says how many.
const MANY_RUNS: u64 = 1_000_000;

/// The folder of the corpus.
const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fuzz/corpus");

/// The files of the corpus with their names, in order.
fn corpus() -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(CORPUS)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}

/// Runs so many mutations and answers how many inputs are then in the pool; a failure is written to a file, as short as
/// it can be made.
fn fuzz(runs: u64, seed: u64) -> usize {
    let mut mutator = Mutator::new(seed);
    let mut pool: Vec<Vec<u8>> = corpus().into_iter().map(|(_, input)| input).collect();
    let mut novelty = Novelty::default();
    for run in 0..runs {
        let input = mutator.next(&pool);
        match attempt(&input) {
            Ok(outcome) => {
                if novelty.is_new(&outcome) {
                    pool.push(input);
                }
            }
            Err(why) => fail(&input, &why, &format!("run {run} of seed {seed}")),
        }
    }
    pool.len()
}

/// Says how an input fails and where it is kept.
fn fail(input: &[u8], why: &str, which: &str) -> ! {
    let short = shrunk(input);
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{}.csv", short.len()));
    fs::write(&path, &short).unwrap();
    panic!(
        "{which}: {why}\n\nThe shortest input found that fails has {} bytes: {}\nOnce more: cargo xtask fuzz --file {}\n",
        short.len(),
        short.escape_ascii(),
        path.display()
    );
}

#[test]
fn every_file_of_the_corpus_keeps_the_laws() {
    let files = corpus();
    assert!(files.len() > 50, "the corpus is there");
    for (name, input) in files {
        if let Err(why) = attempt(&input) {
            panic!("{name}: {why}");
        }
    }
}

#[test]
fn mutations_of_the_corpus_keep_the_laws() {
    let pool = fuzz(RUNS, 1);
    // What is mutated reaches more than the corpus does.
    assert!(pool > 10 * corpus().len(), "{pool} inputs in the pool");
}

/// `cargo xtask fuzz`.
#[test]
#[ignore = "as many runs as are asked for"]
fn as_many_mutations_as_are_asked_for_keep_the_laws() {
    let number = |name| env::var(name).ok().map(|text| text.parse::<u64>().unwrap());
    if let Ok(file) = env::var("DIALDESK_FUZZ_FILE") {
        let input = fs::read(&file).unwrap();
        if let Err(why) = attempt(&input) {
            panic!("{file}: {why}\n\n{}", input.escape_ascii());
        }
        return;
    }
    let runs = number("DIALDESK_FUZZ_RUNS").unwrap_or(MANY_RUNS);
    let seed = number("DIALDESK_FUZZ_SEED").unwrap_or(1);
    let start = Instant::now();
    let pool = fuzz(runs, seed);
    let seconds = start.elapsed().as_secs_f64();
    let kilo = u32::try_from(runs / 1_000).map_or(f64::INFINITY, f64::from);
    println!(
        "{runs} runs of seed {seed} in {seconds:.0} s ({:.1} thousand a second), {pool} inputs in the pool",
        kilo / seconds
    );
}
