//! The command line: words in, a task or a sentence out.

use std::path::PathBuf;

/// The port of the sandbox, also in Trunk.toml.
pub(crate) const SANDBOX_PORT: u16 = 4600;
/// The port of trunk's own server, also in Trunk.toml.
pub(crate) const TRUNK_PORT: u16 = 8080;

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Print this text.
    Help(&'static str),
    /// Build everything and start the sandbox with the app.
    Run {
        /// Where the sandbox listens.
        port: u16,
    },
    /// Serve the app with live reload.
    Dev {
        /// Where trunk listens.
        port: u16,
    },
    /// Finish trunk's build; trunk calls it.
    Assemble,
    /// Build the folder to deploy.
    Dist {
        /// Another folder than `dist`.
        out: Option<PathBuf>,
    },
    /// Weigh the app.
    Size,
    /// Run the import engine on mutations of files that once mattered.
    Fuzz(Mutations),
    /// Run the test suites.
    Test(Request),
    /// Measure the import engine against its peers.
    Bench(Trial),
}

/// What is measured.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Trial {
    /// Records of each generated file.
    pub(crate) records: Vec<u32>,
    /// How often each contender is timed on each file.
    pub(crate) rounds: u32,
}

impl Default for Trial {
    /// A usual morning's file, and about the largest that the server takes.
    fn default() -> Self {
        Self { records: vec![50_000, 500_000], rounds: 5 }
    }
}

/// Which suites to run, and which part of them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Request {
    /// One suite instead of all.
    pub(crate) only: Option<Suite>,
    /// Handed on: Playwright's paths, or the filter of `cargo test`.
    pub(crate) rest: Vec<String>,
}

/// Which mutations to run; what is `None` is as the fuzz target has it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Mutations {
    /// How many.
    pub(crate) runs: Option<u64>,
    /// What they begin with: the same are made for the same seed.
    pub(crate) seed: Option<u64>,
    /// One input instead, which an earlier run has left.
    pub(crate) file: Option<PathBuf>,
}

/// A test suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Suite {
    /// Format and lints.
    Lint,
    /// The tests of `dialdesk-core`.
    Core,
    /// The tests of `dialdesk-sandbox`.
    Sandbox,
    /// What of the browser package, and of these tasks, runs without a browser.
    Web,
    /// The app in a real browser.
    E2e,
}

impl Suite {
    /// Every suite, in the order in which they run.
    pub(crate) const ALL: [Self; 5] = [Self::Lint, Self::Core, Self::Sandbox, Self::Web, Self::E2e];

    /// The name on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Lint => "lint",
            Self::Core => "core",
            Self::Sandbox => "sandbox",
            Self::Web => "web",
            Self::E2e => "e2e",
        }
    }
}

const HELP: &str = "\
The tasks of Dialdesk. Each takes --help.

  cargo xtask run       build the app and try it against the sandbox
  cargo xtask dev       the same with live reload, for working on it
  cargo xtask test      run the test suites
  cargo xtask dist      build the folder to deploy
  cargo xtask size      weigh the app against budget.json
  cargo xtask bench     measure the import engine in Chromium
  cargo xtask fuzz      run the import engine on mutations of files that once mattered
  cargo xtask assemble  finish a build of trunk (trunk calls it)
";

const RUN: &str = "\
cargo xtask run [--port N]

Sets up what is missing (trunk, wasm-bindgen, wasm-opt) in .tools/, builds the app and the sandbox and
starts the sandbox with the app on 127.0.0.1, port 4600 or N. DIALDESK_TOOLS names another folder than .tools/.
";

const DEV: &str = "\
cargo xtask dev [--port N]

Starts a sandbox on port 4600 and trunk's server on port 8080 or N. A change in the sources builds the app
again and reloads the page. Ctrl-C ends both.
";

const ASSEMBLE: &str = "\
cargo xtask assemble

Finishes the build in TRUNK_STAGING_DIR: cuts the WebAssembly into parts, optimises them, joins the styles, gives
the files their hashed names and writes dialdesk.js, index.html and manifest.json. trunk calls it after every build.
";

const DIST: &str = "\
cargo xtask dist [--out DIR]

Builds the app for a web server into dist/ or DIR and says what to do with it.
";

const SIZE: &str = "\
cargo xtask size

Builds the app for a web server and weighs every file of the first load and of the parts that come later. Fails
more than 2% above a figure of budget.json, or above its ceiling.
";

const FUZZ: &str = "\
cargo xtask fuzz [--runs N] [--seed N] [--file FILE]

Runs the import engine on a million or N mutations of crates/core/tests/fuzz/corpus, with checks of arithmetic, and holds it
to what is promised for any bytes. The same seed, 1 or N, makes the same mutations. What fails is cut down and written to a
file under target/, which --file runs once more.
";

const TEST: &str = "\
cargo xtask test [--only lint|core|sandbox|web|e2e] [-- PATH...]

Runs the suites in that order, all of them even when one fails. With --only, what follows -- goes to the suite:
paths for e2e (-- tests/e2e/import), a filter of cargo test for core, sandbox and web.
";

const BENCH: &str = "\
cargo xtask bench [--records N,...] [--rounds R]

Times the import engine in Chromium against PapaParse, uDSV and merely reading the file, on generated files of 50,000
and 500,000 records or of N each, in turn, 5 or R times. Prints a table and writes target/bench/import.json. Fails where
they do not all count the same. Then builds the app and measures its screens with the largest file: how soon the first
rows are there, and whether the page stays alive while it reads and is scrolled. Let nothing else run meanwhile.
";

/// Reads the words after the program's name; an error is a sentence.
pub(crate) fn parse(words: impl Iterator<Item = String>) -> Result<Task, String> {
    let mut words = words.peekable();
    let Some(name) = words.next() else { return Ok(Task::Help(HELP)) };
    let help = match name.as_str() {
        "--help" | "-h" | "help" => return Ok(Task::Help(HELP)),
        "run" => RUN,
        "dev" => DEV,
        "assemble" => ASSEMBLE,
        "dist" => DIST,
        "size" => SIZE,
        "fuzz" => FUZZ,
        "test" => TEST,
        "bench" => BENCH,
        other => return Err(format!("There is no task \"{other}\"; cargo xtask --help lists them.")),
    };
    let mut port = None;
    let mut out = None;
    let mut request = Request::default();
    let mut trial = Trial::default();
    let mut mutations = Mutations::default();
    while let Some(word) = words.next() {
        let (option, joined) = match word.split_once('=') {
            Some((option, value)) => (option, Some(value.to_owned())),
            None => (word.as_str(), None),
        };
        let mut value = || {
            joined.clone().or_else(|| words.next()).ok_or_else(|| format!("{option} needs a value after it."))
        };
        match (name.as_str(), option) {
            (_, "--help" | "-h") => return Ok(Task::Help(help)),
            ("run" | "dev", "--port") => port = Some(self::port(&value()?)?),
            ("dist", "--out") => out = Some(PathBuf::from(value()?)),
            ("bench", "--records") => {
                trial.records = value()?.split(',').map(at_least_one).collect::<Result<_, _>>()?;
            }
            ("bench", "--rounds") => trial.rounds = at_least_one(&value()?)?,
            ("fuzz", "--runs") => mutations.runs = Some(count(&value()?)?),
            ("fuzz", "--seed") => mutations.seed = Some(count(&value()?)?),
            ("fuzz", "--file") => mutations.file = Some(PathBuf::from(value()?)),
            ("test", "--only") => request.only = Some(suite(&value()?)?),
            ("test", "--") => request.rest = words.by_ref().collect(),
            _ => return Err(format!("cargo xtask {name} does not know \"{word}\"; see --help.")),
        }
    }
    if !request.rest.is_empty() && matches!(request.only, None | Some(Suite::Lint)) {
        return Err(
            "What follows -- goes to one suite: name it with --only core, sandbox, web or e2e.".into()
        );
    }
    Ok(match name.as_str() {
        "run" => Task::Run { port: port.unwrap_or(SANDBOX_PORT) },
        "dev" => Task::Dev { port: port.unwrap_or(TRUNK_PORT) },
        "assemble" => Task::Assemble,
        "dist" => Task::Dist { out },
        "size" => Task::Size,
        "bench" => Task::Bench(trial),
        "fuzz" => Task::Fuzz(mutations),
        _ => Task::Test(request),
    })
}

fn port(word: &str) -> Result<u16, String> {
    word.parse().map_err(|error| format!("\"{word}\" is no port from 0 to 65535 ({error})."))
}

fn at_least_one(word: &str) -> Result<u32, String> {
    let number = word.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| format!("\"{word}\" is no number of at least 1."))
}

fn count(word: &str) -> Result<u64, String> {
    word.parse().map_err(|error| format!("\"{word}\" is no whole number ({error})."))
}

fn suite(word: &str) -> Result<Suite, String> {
    Suite::ALL.into_iter().find(|suite| suite.name() == word).ok_or_else(|| {
        format!("There is no suite \"{word}\"; the suites are lint, core, sandbox, web and e2e.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(line: &str) -> Result<Task, String> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn reads_every_task() {
        assert_eq!(task("run"), Ok(Task::Run { port: 4600 }));
        assert_eq!(task("run --port 0"), Ok(Task::Run { port: 0 }));
        assert_eq!(task("dev --port=9000"), Ok(Task::Dev { port: 9000 }));
        assert_eq!(task("assemble"), Ok(Task::Assemble));
        assert_eq!(task("dist"), Ok(Task::Dist { out: None }));
        assert_eq!(task("dist --out site"), Ok(Task::Dist { out: Some("site".into()) }));
        assert_eq!(task("size"), Ok(Task::Size));
        assert_eq!(task("fuzz"), Ok(Task::Fuzz(Mutations::default())));
        let mutations = Mutations { runs: Some(20), seed: Some(7), file: Some("x.csv".into()) };
        assert_eq!(task("fuzz --runs 20 --seed=7 --file x.csv"), Ok(Task::Fuzz(mutations)));
        assert_eq!(task("test"), Ok(Task::Test(Request::default())));
        assert_eq!(task("bench"), Ok(Task::Bench(Trial { records: vec![50_000, 500_000], rounds: 5 })));
        let trial = Trial { records: vec![1_000, 20_000], rounds: 3 };
        assert_eq!(task("bench --records 1000,20000 --rounds=3"), Ok(Task::Bench(trial)));
    }

    #[test]
    fn hands_on_what_follows_the_dashes() {
        let only_e2e = |rest: &[&str]| {
            Task::Test(Request {
                only: Some(Suite::E2e),
                rest: rest.iter().map(|word| (*word).to_owned()).collect(),
            })
        };
        assert_eq!(task("test --only e2e"), Ok(only_e2e(&[])));
        let line = "test --only e2e -- tests/e2e/import --headed --only=x";
        assert_eq!(task(line), Ok(only_e2e(&["tests/e2e/import", "--headed", "--only=x"])));
        assert!(task("test -- tests/e2e/import").is_err());
        assert!(task("test --only lint -- x").is_err());
    }

    #[test]
    fn answers_a_call_for_help() {
        assert_eq!(task(""), Ok(Task::Help(HELP)));
        assert_eq!(task("--help"), Ok(Task::Help(HELP)));
        assert_eq!(task("run --port 1 --help"), Ok(Task::Help(RUN)));
        for name in ["run", "dev", "assemble", "dist", "size", "fuzz", "test", "bench"] {
            assert!(matches!(task(&format!("{name} --help")), Ok(Task::Help(_))), "{name}");
        }
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        for line in [
            "fly",
            "run fast",
            "run --only core",
            "run --port",
            "run --port x",
            "run --port 70000",
            "test --only x",
            "bench --records",
            "bench --records 0",
            "bench --records 1000,",
            "bench --records=many",
            "bench --rounds 0",
            "fuzz --runs many",
            "fuzz --port 1",
        ] {
            assert!(task(line).is_err(), "{line}");
        }
    }

    #[test]
    fn names_the_ports_of_the_trunk_configuration() {
        let config = include_str!("../../Trunk.toml");
        assert!(config.contains(&format!("port = {TRUNK_PORT}\n")));
        assert_eq!(config.matches(&format!("http://127.0.0.1:{SANDBOX_PORT}/")).count(), 2);
    }
}
