//! What is decided about a call.
//!
//! The truth is the recorded answers of Asterisk's own code; a second reading of its rules, slow and plain, agrees on random
//! calls.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may panic like tests")]

use dialdesk_core::amd::{
    Decision, Detector, Piece, Rule, Setting, Settings, Sound, Verdict, decide, frames, pieces,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

const VECTORS: &str = include_str!("vectors/amd.jsonl");

fn settings_of(recorded: &Value) -> Settings {
    Settings::read(|setting| recorded[setting.wire()].as_u64()?.try_into().ok()).unwrap()
}

fn pattern_of(recorded: &Value) -> Vec<Piece> {
    let piece = |piece: &Value| {
        let of = |name: &str, sound| piece[name].as_u64().map(|ms| Piece::of_ms(sound, ms).unwrap());
        of("voice", Sound::Voice).or_else(|| of("silence", Sound::Silence)).unwrap()
    };
    recorded.as_array().unwrap().iter().map(piece).collect()
}

fn ms(text: &str) -> Vec<Piece> {
    text.split(' ')
        .map(|piece| {
            let (sound, ms) = piece.split_at(1);
            let sound = if sound == "v" { Sound::Voice } else { Sound::Silence };
            Piece::of_ms(sound, ms.parse().unwrap()).unwrap()
        })
        .collect()
}

#[test]
fn all_recorded_decisions_are_met() {
    let mut lines = 0;
    for line in VECTORS.lines() {
        let recorded: Value = serde_json::from_str(line).unwrap();
        let decision = decide(settings_of(&recorded["settings"]), frames(pattern_of(&recorded["audio"])));
        assert_eq!(decision.verdict.status(), recorded["status"], "{line}");
        assert_eq!(decision.verdict.cause(), recorded["cause"].as_str(), "{line}");
        assert_eq!(decision.at_ms, recorded["decided_at_ms"], "{line}");
        lines += 1;
    }
    assert_eq!(lines, 300);
}

/// With the documented values: 2500, 1500, 800, 5000, 100, 50, 3 and 5000.
#[test]
fn each_rule_decides_in_the_frame_that_reaches_it() {
    let machine = Verdict::Machine;
    for (audio, verdict, at_ms) in [
        ("s2480 v20", Verdict::HangUp, 2_500),
        ("s2500", machine(Rule::InitialSilence), 2_500),
        // Voice that is no word ends no initial silence, but begins a new run of it.
        ("s1000 v80 s2500", machine(Rule::InitialSilence), 1_000 + 80 + 2_500),
        ("v300 s800", Verdict::Human, 1_100),
        ("v300 s780", Verdict::HangUp, 1_080),
        ("s1000 v1480 s60 v20", machine(Rule::LongGreeting), 1_000 + 1_480 + 60 + 20),
        // Four words: the first is counted because a pause stands before it, and the fourth is one too many.
        ("s60 v100 s60 v100 s60 v100 s60 v100", machine(Rule::MaxWords), 640),
        ("v100 s60 v100 s60 v100 s60 v100 s740", Verdict::HangUp, 400 + 180 + 740),
        // A pause of 40 ms ends no word.
        ("s60 v100 s40 v100 s40 v100 s40 v100 s800", Verdict::Human, 60 + 400 + 120 + 800),
        // Nothing in it is long enough for anything but the end of the time.
        ("v20 s700 v20 s700 v20 s700 v20 s700 v20 s700 v20 s700 v20 s700", Verdict::NotSure, 5_000),
    ] {
        let decision = decide(Settings::documented(), frames(ms(audio)));
        assert_eq!(decision, Decision { verdict, at_ms }, "{audio}");
    }
}

#[test]
fn a_word_that_is_too_long_decides_before_the_greeting() {
    let settings = Settings { maximum_word_length: 1_500, ..Settings::documented() };
    let at_once = Decision { verdict: Verdict::Machine(Rule::MaxWordLength), at_ms: 1_500 };
    assert_eq!(decide(settings, frames(ms("v3000"))), at_once);
}

/// A limit that is not below the total time never decides, as the total time is looked at first.
#[test]
fn the_total_time_goes_before_every_other_rule() {
    let settings = Settings { total_analysis_time: 1_500, ..Settings::documented() };
    let over = Decision { verdict: Verdict::NotSure, at_ms: 1_500 };
    assert_eq!(decide(settings, frames(ms("v3000"))), over);
    assert_eq!(decide(Settings { total_analysis_time: 0, ..settings }, frames(ms("v20"))).at_ms, 20);
}

#[test]
fn no_audio_is_a_call_that_ended() {
    let ended = Decision { verdict: Verdict::HangUp, at_ms: 0 };
    assert_eq!(decide(Settings::documented(), frames([])), ended);
}

#[test]
fn what_was_heard_so_far_can_be_shown() {
    let mut detector = Detector::new(Settings::documented());
    for sound in frames(ms("s60 v100 s60 v80")) {
        assert_eq!(detector.hear(sound), None);
    }
    assert_eq!((detector.heard_ms(), detector.voice_ms(), detector.words()), (300, 180, 1));
    assert!(detector.has_greeting());
}

#[test]
fn settings_without_one_of_the_nine_are_none() {
    for missing in Setting::ALL {
        assert_eq!(Settings::read(|setting| (setting != missing).then_some(1)), Err(missing));
    }
    assert_eq!(Settings::read(|setting| Some(setting.documented())), Ok(Settings::documented()));
}

#[test]
fn pieces_are_whole_frames() {
    assert_eq!(Piece::of_ms(Sound::Voice, 60), Some(Piece { sound: Sound::Voice, frames: 3 }));
    assert_eq!(Piece::of_ms(Sound::Voice, 0).map(Piece::ms), Some(0));
    assert_eq!(Piece::of_ms(Sound::Voice, 50), None);
    assert_eq!(Piece::of_ms(Sound::Voice, u64::MAX / 20 * 20), None);
}

#[test]
fn huge_pieces_and_thousands_of_them_are_no_trouble() {
    let day = Piece { sound: Sound::Silence, frames: u32::MAX };
    assert_eq!(decide(Settings::documented(), frames([day; 1_000])).at_ms, 2_500);
    let short = ms("v20 s20").repeat(50_000);
    assert_eq!(decide(Settings::documented(), frames(short)).verdict, Verdict::Machine(Rule::LongGreeting));
}

/// The same rules once more, after facts 1.6 and not after the code under test: every frame is judged by looking back at
/// all that came before it, nothing is kept between them but what has been counted.
fn decided_slowly(settings: Settings, call: &[Sound]) -> (&'static str, Option<&'static str>, u32) {
    let ms = |frames: usize| u32::try_from(frames).unwrap() * 20;
    let is_voice = |frame: &Sound| *frame == Sound::Voice;
    // The word that a frame belongs to: the voice since the last silence that was long enough to end one.
    let word = |until: usize| {
        let mut start = 0;
        let mut run = 0;
        for (place, sound) in call[..until].iter().enumerate() {
            run = if is_voice(sound) { 0 } else { run + 1 };
            if run > 0 && ms(run) >= settings.between_words_silence {
                start = place + 1;
            }
        }
        ms(call[start..until].iter().filter(|sound| is_voice(sound)).count())
    };
    let silence = |until: usize| ms(call[..until].iter().rev().take_while(|sound| !is_voice(sound)).count());
    let mut counted = 0;
    let mut in_silence = false;
    let mut greeting = false;
    for until in 1..=call.len() {
        let at = ms(until);
        if at >= settings.total_analysis_time {
            return ("NOTSURE", Some("TOOLONG"), at);
        }
        if silence(until) > 0 {
            in_silence |= silence(until) >= settings.between_words_silence;
            if !greeting && silence(until) >= settings.initial_silence {
                return ("MACHINE", Some("INITIALSILENCE"), at);
            }
            if greeting && silence(until) >= settings.after_greeting_silence {
                return ("HUMAN", None, at);
            }
            continue;
        }
        let long_enough = word(until) >= settings.min_word_length;
        if long_enough && in_silence {
            counted += 1;
            in_silence = false;
        }
        if word(until) >= settings.maximum_word_length {
            return ("MACHINE", Some("MAXWORDLENGTH"), at);
        }
        if counted > settings.maximum_number_of_words {
            return ("MACHINE", Some("MAXWORDS"), at);
        }
        let all = ms(call[..until].iter().filter(|sound| is_voice(sound)).count());
        if greeting && all >= settings.greeting {
            return ("MACHINE", Some("LONGGREETING"), at);
        }
        greeting |= long_enough;
    }
    ("HANGUP", None, ms(call.len()))
}

#[test]
fn the_slow_reading_meets_the_recorded_decisions_too() {
    for line in VECTORS.lines() {
        let recorded: Value = serde_json::from_str(line).unwrap();
        let call: Vec<Sound> = frames(pattern_of(&recorded["audio"])).take(500).collect();
        let (status, cause, at) = decided_slowly(settings_of(&recorded["settings"]), &call);
        assert_eq!(
            (status, cause),
            (recorded["status"].as_str().unwrap(), recorded["cause"].as_str()),
            "{line}"
        );
        assert_eq!(at, recorded["decided_at_ms"], "{line}");
    }
}

/// Limits as they are set, the ones of a frame and none, and others that are no whole frames.
fn any_settings() -> impl Strategy<Value = Settings> {
    let limit = || prop_oneof![3 => 0_u32..2_000, 1 => select(&[0, 1, 19, 20, 21, 40, 5_000][..])];
    let times = (limit(), limit(), limit(), prop_oneof![0_u32..4_000, Just(u32::MAX)]);
    let words = (0_u32..200, 0_u32..200, prop_oneof![0_u32..5, Just(u32::MAX)], limit());
    (times, words).prop_map(|((initial, greeting, after, total), (word, between, words, longest))| Settings {
        initial_silence: initial,
        greeting,
        after_greeting_silence: after,
        total_analysis_time: total,
        min_word_length: word,
        between_words_silence: between,
        maximum_number_of_words: words,
        silence_threshold: 256,
        maximum_word_length: longest,
    })
}

/// Stretches of both sounds; single frames of any.
fn any_call() -> impl Strategy<Value = Vec<Sound>> {
    let sound = select(&[Sound::Voice, Sound::Silence][..]);
    let stretches = vec((sound.clone(), 1_u32..40), 0..12);
    let stretches = stretches.prop_map(|stretches| {
        frames(stretches.into_iter().map(|(sound, frames)| Piece { sound, frames })).collect()
    });
    prop_oneof![3 => stretches, 1 => vec(sound, 0..250)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn two_readings_of_the_rules_agree(settings in any_settings(), call in any_call()) {
        let decision = decide(settings, call.iter().copied());
        let seen = (decision.verdict.status(), decision.verdict.cause(), decision.at_ms);
        prop_assert_eq!(seen, decided_slowly(settings, &call));
    }

    #[test]
    fn a_pattern_of_frames_has_the_same_frames(call in any_call()) {
        let pattern = pieces(call.iter().copied());
        prop_assert!(pattern.windows(2).all(|pair| pair[0].sound != pair[1].sound));
        prop_assert_eq!(frames(pattern).collect::<Vec<_>>(), call);
    }
}
