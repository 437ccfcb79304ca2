//! `inspect amd`: what the answering machine detection decides about each line, in the form of `tests/vectors/amd.jsonl`.

use std::ffi::OsString;
use std::io::{self, BufRead, BufWriter, Write};

use dialdesk_core::amd::{FRAME_MS, Piece, Setting, Settings, Sound, decide, frames};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::Failure;

/// How it is used.
pub(crate) const USAGE: &str = "\
inspect amd < LINES
  Settings and audio as a JSON object per line in, such as
  {\"settings\":{\"dialAMDInitialSilence\":2500,…},\"audio\":[{\"silence\":400},{\"voice\":300}]},
  a JSON line out with what Asterisk would decide, and when. All nine settings are needed; pieces of
  audio are in milliseconds, in frames of 20. Other keys are passed over, and so are blank lines.
";

/// The answer to one line; the order of its fields is the order of the keys.
#[derive(Serialize)]
struct Answer {
    status: &'static str,
    cause: Option<&'static str>,
    decided_at_ms: u32,
}

/// Answers each line of standard input.
pub(crate) fn run(arguments: &[OsString]) -> Result<(), Failure> {
    if let Some(argument) = arguments.first() {
        return Err(Failure::Said(format!("amd takes no {}; it reads standard input.", argument.display())));
    }
    let mut output = BufWriter::new(io::stdout().lock());
    let answered = answer_all(&mut io::stdin().lock(), &mut output);
    // What was answered before a line that cannot be is shown.
    output.flush()?;
    answered
}

fn answer_all(input: &mut dyn BufRead, output: &mut dyn Write) -> Result<(), Failure> {
    let mut line = Vec::new();
    let mut at: u64 = 0;
    while input.read_until(b'\n', &mut line)? > 0 {
        at += 1;
        let text = line.trim_ascii();
        if !text.is_empty() {
            let answer = answer(text).map_err(|said| Failure::Said(format!("line {at}: {said}.")))?;
            serde_json::to_writer(&mut *output, &answer).map_err(io::Error::from)?;
            output.write_all(b"\n")?;
        }
        line.clear();
    }
    Ok(())
}

/// The answer to one line, or what is wrong with it: the end of a sentence.
fn answer(line: &[u8]) -> Result<Answer, String> {
    let line: Value = serde_json::from_slice(line).map_err(|error| format!("this is no JSON ({error})"))?;
    let settings =
        line.get("settings").and_then(Value::as_object).ok_or("an object \"settings\" is expected")?;
    let audio = line.get("audio").and_then(Value::as_array).ok_or("a list \"audio\" is expected")?;
    let settings = read_settings(settings)?;
    let pattern = audio.iter().enumerate().map(read_piece).collect::<Result<Vec<Piece>, String>>()?;
    let decision = decide(settings, frames(pattern));
    let verdict = decision.verdict;
    Ok(Answer { status: verdict.status(), cause: verdict.cause(), decided_at_ms: decision.at_ms })
}

fn read_settings(object: &Map<String, Value>) -> Result<Settings, String> {
    let value = |setting: Setting| object.get(setting.wire()).and_then(Value::as_u64)?.try_into().ok();
    Settings::read(value).map_err(|setting| {
        let name = setting.wire();
        match object.get(name) {
            Some(_) => format!("{name} must be a whole number from 0 to {}", u32::MAX),
            None => format!("{name} is missing from the settings"),
        }
    })
}

/// Reads a piece of the audio; `at` counts from 0.
fn read_piece((at, piece): (usize, &Value)) -> Result<Piece, String> {
    let at = at + 1;
    let wrong = || format!("{{\"voice\":…}} or {{\"silence\":…}} is expected as piece {at} of the audio");
    let object = piece.as_object().filter(|object| object.len() == 1).ok_or_else(wrong)?;
    let (name, ms) = object.iter().next().ok_or_else(wrong)?;
    let sound = match name.as_str() {
        "voice" => Sound::Voice,
        "silence" => Sound::Silence,
        _ => return Err(wrong()),
    };
    let piece = ms.as_u64().and_then(|ms| Piece::of_ms(sound, ms));
    piece.ok_or_else(|| format!("piece {at} of the audio is no whole number of frames of {FRAME_MS} ms"))
}
