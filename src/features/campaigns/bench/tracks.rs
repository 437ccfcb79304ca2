//! How far each setting got in a call: what the timeline draws.

use dialdesk_core::amd::{Decision, Detector, FRAME_MS, Setting, Settings, Sound, Verdict};

use super::table::decisive;

/// A setting in a call, in milliseconds of it: where it begins to count, how far it got, and its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Track {
    pub(super) setting: Setting,
    pub(super) from: u32,
    pub(super) reached: u32,
    pub(super) limit: u32,
    /// Whether it decided.
    pub(super) decides: bool,
}

/// The longest stretch of something so far.
#[derive(Clone, Copy, Default)]
struct Longest {
    from: u32,
    length: u32,
}

impl Longest {
    fn take(&mut self, from: u32, length: u32) {
        if length > self.length {
            *self = Self { from, length };
        }
    }
}

/// What is decided about a call, and the settings on the way there: those that are lengths of time, then the number of words.
pub(super) fn tracks(settings: Settings, sounds: &[Sound]) -> (Decision, Vec<Track>) {
    let mut detector = Detector::new(settings);
    let [mut before, mut pause, mut after, mut word] = [Longest::default(); 4];
    let (mut silence, mut spoken) = (0, 0);
    let (mut first_voice, mut word_from) = (None, 0);
    let mut verdict = Verdict::HangUp;
    for sound in sounds {
        let start = detector.heard_ms();
        let had_greeting = detector.has_greeting();
        let decided = detector.hear(*sound);
        match sound {
            Sound::Silence => {
                silence += FRAME_MS;
                let from = start + FRAME_MS - silence;
                // A pause that ends a word takes back what was counted of it.
                if silence >= settings.between_words_silence {
                    spoken = 0;
                }
                if first_voice.is_some() {
                    pause.take(from, silence.min(settings.between_words_silence));
                }
                if had_greeting { after.take(from, silence) } else { before.take(from, silence) }
            }
            Sound::Voice => {
                silence = 0;
                if spoken == 0 {
                    word_from = start;
                }
                spoken += FRAME_MS;
                word.take(word_from, spoken);
                first_voice = first_voice.or(Some(start));
            }
        }
        if let Some(decided) = decided {
            verdict = decided;
            break;
        }
    }
    let decision = Decision { verdict, at_ms: detector.heard_ms() };
    let rule = decisive(verdict);
    let start = first_voice.unwrap_or_default();
    let track = |setting, from, reached, limit| Track {
        setting,
        from,
        reached,
        limit,
        decides: rule == Some(setting),
    };
    let tracks = vec![
        track(Setting::InitialSilence, before.from, before.length, settings.initial_silence),
        track(
            Setting::MinWordLength,
            start,
            word.length.min(settings.min_word_length),
            settings.min_word_length,
        ),
        track(Setting::Greeting, start, detector.voice_ms(), settings.greeting),
        track(Setting::MaximumWordLength, word.from, word.length, settings.maximum_word_length),
        track(Setting::BetweenWordsSilence, pause.from, pause.length, settings.between_words_silence),
        track(Setting::AfterGreetingSilence, after.from, after.length, settings.after_greeting_silence),
        track(Setting::TotalAnalysisTime, 0, decision.at_ms, settings.total_analysis_time),
        track(Setting::MaximumNumberOfWords, start, detector.words(), settings.maximum_number_of_words),
    ];
    (decision, tracks)
}

#[cfg(test)]
mod tests {
    use dialdesk_core::amd::{Piece, frames};

    use super::super::own;
    use super::*;

    fn of(text: &str, setting: Setting) -> (u32, u32, u32, bool) {
        let pattern: Vec<Piece> = own::read(text).unwrap();
        let sounds: Vec<Sound> = frames(pattern).collect();
        let (_, tracks) = tracks(Settings::documented(), &sounds);
        let track = tracks.into_iter().find(|track| track.setting == setting).unwrap();
        (track.from, track.reached, track.limit, track.decides)
    }

    #[test]
    fn each_setting_gets_as_far_as_the_call_lets_it() {
        // Silence, a word of 300 with a pause of 40 in it, a pause of 100, a word of 200, silence.
        let call = "400 200 40 100 100 200 2000";
        assert_eq!(of(call, Setting::InitialSilence), (0, 400, 2_500, false));
        assert_eq!(of(call, Setting::MinWordLength), (400, 100, 100, false));
        assert_eq!(of(call, Setting::Greeting), (400, 500, 1_500, false));
        assert_eq!(of(call, Setting::MaximumWordLength), (400, 300, 5_000, false));
        assert_eq!(of(call, Setting::BetweenWordsSilence), (740, 50, 50, false));
        assert_eq!(of(call, Setting::AfterGreetingSilence), (1_040, 800, 800, true));
        assert_eq!(of(call, Setting::TotalAnalysisTime), (0, 1_840, 5_000, false));
        // Each stands behind a silence that is long enough.
        assert_eq!(of(call, Setting::MaximumNumberOfWords), (400, 2, 3, false));
        assert_eq!(of("0 8000", Setting::Greeting), (0, 1_500, 1_500, true));
        assert_eq!(of("", Setting::TotalAnalysisTime), (0, 0, 5_000, false));
    }
}
