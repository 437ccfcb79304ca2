//! `inspect interval`: what Asterisk makes of each line, in the form of `tests/vectors/dial-interval.jsonl`.

use std::ffi::OsString;
use std::io::{self, BufRead, BufWriter, Write};

use dialdesk_core::interval::read;
use serde::Serialize;

use crate::Failure;

/// How it is used.
pub(crate) const USAGE: &str = "\
inspect interval < LINES
  A dial interval per line in, a JSON line out with what Asterisk would make of it.
";

/// The answer to one line; the order of its fields is the order of the keys.
#[derive(Default, Serialize)]
struct Answer<'a> {
    /// The line.
    spec: &'a str,
    /// Whether Asterisk builds anything from it; where it does not, the sets are empty.
    built: bool,
    minutes: Vec<(u16, u16)>,
    weekdays: Vec<u8>,
    days: Vec<u8>,
    months: Vec<u8>,
    timezone: Option<&'a str>,
}

/// Answers each line of standard input.
pub(crate) fn run(arguments: &[OsString]) -> Result<(), Failure> {
    if let Some(argument) = arguments.first() {
        return Err(Failure::Said(format!(
            "interval takes no {}; it reads standard input.",
            argument.display()
        )));
    }
    let mut output = BufWriter::new(io::stdout().lock());
    answer(&mut io::stdin().lock(), &mut output)?;
    Ok(output.flush()?)
}

/// Answers each line of `input`. Only the newline is no part of a line; the last line may lack it. Bytes that are not
/// UTF-8 are shown and read as U+FFFD, which Asterisk would understand as little.
fn answer(input: &mut dyn BufRead, output: &mut dyn Write) -> io::Result<()> {
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let spec = String::from_utf8_lossy(line.strip_suffix(b"\n").unwrap_or(&line));
        let openings = read(&spec);
        let answer = match &openings {
            Some(openings) => Answer {
                spec: &spec,
                built: true,
                minutes: openings.minutes(),
                weekdays: openings.weekdays(),
                days: openings.days(),
                months: openings.months(),
                timezone: openings.timezone(),
            },
            None => Answer { spec: &spec, ..Answer::default() },
        };
        serde_json::to_writer(&mut *output, &answer)?;
        output.write_all(b"\n")?;
        line.clear();
    }
    Ok(())
}
