//! The bench for answering machine detection.

mod en;
mod it;

use dialdesk_core::amd::WavRefusal;

use crate::text::Count;

pub(super) use en::EN;
pub(super) use it::IT;

/// Words of the bench.
pub(crate) struct Bench {
    pub(crate) title: &'static str,
    pub(crate) intro: &'static str,
    pub(crate) off: &'static str,
    /// Takes the name of a field that holds no value.
    pub(crate) no_value: fn(&str) -> String,

    // Settings for a purpose: names, and what they cost.
    pub(crate) presets: &'static str,
    pub(crate) documented: &'static str,
    pub(crate) documented_cost: &'static str,
    pub(crate) people: &'static str,
    pub(crate) people_cost: &'static str,
    pub(crate) machines: &'static str,
    pub(crate) machines_cost: &'static str,
    pub(crate) undo: &'static str,

    // The table.
    pub(crate) caption: &'static str,
    pub(crate) voice: &'static str,
    pub(crate) saved: &'static str,
    pub(crate) as_documented: &'static str,
    pub(crate) changed: &'static str,
    pub(crate) short_hello: &'static str,
    pub(crate) named_hello: &'static str,
    pub(crate) silence: &'static str,
    pub(crate) long_greeting: &'static str,
    pub(crate) paused_greeting: &'static str,
    pub(crate) music: &'static str,
    pub(crate) own: &'static str,
    pub(crate) recording: fn(&str) -> String,
    /// Milliseconds.
    pub(crate) after: fn(&str) -> String,
    pub(crate) wrong: &'static str,

    // The timeline.
    pub(crate) timeline: fn(&str) -> String,
    pub(crate) heard: &'static str,
    pub(crate) setting: &'static str,
    pub(crate) course: &'static str,
    pub(crate) reached: &'static str,
    /// How far, and the limit.
    pub(crate) of_ms: fn(&str, &str) -> String,
    pub(crate) of_words: fn(&str, &str) -> String,
    /// The loudest level, and the threshold.
    pub(crate) of_level: fn(&str, &str) -> String,
    /// In place of that where only voice and silence are known.
    pub(crate) no_level: &'static str,
    pub(crate) decides: &'static str,

    // The own pattern.
    pub(crate) own_text: &'static str,
    pub(crate) own_hint: &'static str,
    pub(crate) paint_hint: &'static str,
    pub(crate) not_number: fn(usize) -> String,
    pub(crate) not_frames: fn(usize) -> String,
    /// The longest pattern, in seconds.
    pub(crate) too_long: fn(&str) -> String,
    pub(crate) pieces: &'static str,
    /// What a field is called: the sound, and which piece it is.
    pub(crate) piece: fn(bool, usize) -> String,
    pub(crate) remove_piece: fn(usize) -> String,
    pub(crate) add_piece: &'static str,
    pub(crate) more_pieces: fn(&Count) -> String,

    // A recording.
    pub(crate) drop: &'static str,
    pub(crate) browse: &'static str,
    pub(crate) drop_hint: &'static str,
    /// The name of the file, and how much of it is read.
    pub(crate) measuring: fn(&str, &str) -> String,
    pub(crate) not_measured: fn(&str) -> String,
    pub(crate) gone: &'static str,
    /// The largest file.
    pub(crate) too_large: fn(&str) -> String,
    /// How long it is in milliseconds, and the loudest level.
    pub(crate) measured: fn(&str, &str) -> String,
    /// The threshold.
    pub(crate) all_silent: fn(&str) -> String,
    /// How much is measured, in seconds.
    pub(crate) cut: fn(&str) -> String,
    pub(crate) refusal: fn(WavRefusal, &dyn Fn(u32) -> String) -> String,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each refusal has a sentence of its own, with the number that was found.
    #[test]
    fn each_refusal_is_said_with_what_to_do() {
        let number = |n: u32| n.to_string();
        for words in [EN, IT] {
            let mut said = std::collections::BTreeSet::new();
            for (refusal, named) in [
                (WavRefusal::NotWav, ""),
                (WavRefusal::NoFormat, ""),
                (WavRefusal::NotPcm { tag: 7 }, "7"),
                (WavRefusal::Bits { bits: 24 }, "24"),
                (WavRefusal::Channels { channels: 6 }, "6"),
                (WavRefusal::Rate { rate: 6_000 }, "6000"),
                (WavRefusal::TooShort, "20"),
            ] {
                let sentence = (words.refusal)(refusal, &number);
                assert!(sentence.ends_with('.') && sentence.contains(named), "{sentence}");
                assert!(sentence.matches(". ").count() >= 1, "what happened, and what to do: {sentence}");
                assert!(said.insert(sentence));
            }
        }
    }
}
