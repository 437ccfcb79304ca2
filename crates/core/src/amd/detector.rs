//! What Asterisk's `AMD()` decides, frame by frame.
//!
//! The rules and their order are those of `app_amd.c` since Asterisk 14, where the limit of words has to be exceeded. They
//! are measured against recorded answers of that code (`tests/vectors/amd.jsonl`). What it does with a call that sends no
//! frames at all is left out: recordings and patterns have nothing but frames.

use super::setting::FRAME_MS;
use super::settings::Settings;

/// What the detector hears in one frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sound {
    /// The level reaches the threshold.
    Voice,
    /// It does not.
    Silence,
}

/// A rule that takes a call for a machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// Nothing was said for as long as [`Settings::initial_silence`].
    InitialSilence,
    /// All voice together is as long as [`Settings::greeting`].
    LongGreeting,
    /// Voice without a pause is as long as [`Settings::maximum_word_length`].
    MaxWordLength,
    /// There are more words than [`Settings::maximum_number_of_words`].
    MaxWords,
}

/// How it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// A person: silence after a greeting.
    Human,
    /// A machine, by this rule.
    Machine(Rule),
    /// Neither, for as long as [`Settings::total_analysis_time`].
    NotSure,
    /// The audio ended first.
    HangUp,
}

impl Verdict {
    /// Asterisk's word for it, the value of `AMDSTATUS`.
    pub fn status(self) -> &'static str {
        match self {
            Self::Human => "HUMAN",
            Self::Machine(_) => "MACHINE",
            Self::NotSure => "NOTSURE",
            Self::HangUp => "HANGUP",
        }
    }

    /// Asterisk's word for the reason, the beginning of `AMDCAUSE`; `None` where the status says all.
    pub fn cause(self) -> Option<&'static str> {
        match self {
            Self::Machine(Rule::InitialSilence) => Some("INITIALSILENCE"),
            Self::Machine(Rule::LongGreeting) => Some("LONGGREETING"),
            Self::Machine(Rule::MaxWordLength) => Some("MAXWORDLENGTH"),
            Self::Machine(Rule::MaxWords) => Some("MAXWORDS"),
            Self::NotSure => Some("TOOLONG"),
            Self::Human | Self::HangUp => None,
        }
    }
}

/// A verdict and its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decision {
    /// How it ends.
    pub verdict: Verdict,
    /// The audio that was heard until then, in milliseconds, the deciding frame included.
    pub at_ms: u32,
}

/// Where in the speech the detector believes to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// In a word, which is also how a call begins: who speaks at once has a first word that is not counted.
    Word,
    /// In a pause that is long enough to end a word.
    Pause,
}

/// The detector of one call. Times are in milliseconds.
#[derive(Clone, Debug)]
pub struct Detector {
    settings: Settings,
    place: Place,
    heard: u32,
    /// The silent frames since the last voice.
    silence: u32,
    /// The voice since the last pause that ended a word.
    word: u32,
    /// All voice; never taken back.
    voice: u32,
    words: u32,
    has_greeting: bool,
}

impl Detector {
    /// A detector that has heard nothing yet.
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            place: Place::Word,
            heard: 0,
            silence: 0,
            word: 0,
            voice: 0,
            words: 0,
            has_greeting: false,
        }
    }

    /// Hears one frame of [`FRAME_MS`]. `Some` is the decision, and ends the detector's work: what it says of further
    /// frames has no meaning.
    pub fn hear(&mut self, sound: Sound) -> Option<Verdict> {
        self.heard = self.heard.saturating_add(FRAME_MS);
        // Before all other rules, so that a limit which is not below it never decides.
        if self.heard >= self.settings.total_analysis_time {
            return Some(Verdict::NotSure);
        }
        match sound {
            Sound::Silence => self.hear_silence(),
            Sound::Voice => self.hear_voice(),
        }
    }

    fn hear_silence(&mut self) -> Option<Verdict> {
        self.silence = self.silence.saturating_add(FRAME_MS);
        if self.silence >= self.settings.between_words_silence {
            self.place = Place::Pause;
            self.word = 0;
        }
        if !self.has_greeting && self.silence >= self.settings.initial_silence {
            return Some(Verdict::Machine(Rule::InitialSilence));
        }
        (self.has_greeting && self.silence >= self.settings.after_greeting_silence).then_some(Verdict::Human)
    }

    fn hear_voice(&mut self) -> Option<Verdict> {
        self.silence = 0;
        self.word = self.word.saturating_add(FRAME_MS);
        self.voice = self.voice.saturating_add(FRAME_MS);
        let is_word = self.word >= self.settings.min_word_length;
        if is_word && self.place == Place::Pause {
            self.words = self.words.saturating_add(1);
            self.place = Place::Word;
        }
        let rule = if self.word >= self.settings.maximum_word_length {
            Some(Rule::MaxWordLength)
        } else if self.words > self.settings.maximum_number_of_words {
            Some(Rule::MaxWords)
        } else if self.has_greeting && self.voice >= self.settings.greeting {
            Some(Rule::LongGreeting)
        } else {
            None
        };
        // After the rules: the frame that begins the greeting is not yet measured against its length.
        self.has_greeting |= is_word;
        rule.map(Verdict::Machine)
    }

    /// The audio heard so far.
    pub fn heard_ms(&self) -> u32 {
        self.heard
    }

    /// All voice heard so far, which is what is held against [`Settings::greeting`].
    pub fn voice_ms(&self) -> u32 {
        self.voice
    }

    /// The words that count so far; a first word without a pause before it does not.
    pub fn words(&self) -> u32 {
        self.words
    }

    /// Whether the greeting has begun.
    pub fn has_greeting(&self) -> bool {
        self.has_greeting
    }
}

/// What is decided about a call that sends these frames and then hangs up.
pub fn decide(settings: Settings, frames: impl IntoIterator<Item = Sound>) -> Decision {
    let mut detector = Detector::new(settings);
    let verdict = frames.into_iter().find_map(|sound| detector.hear(sound)).unwrap_or(Verdict::HangUp);
    Decision { verdict, at_ms: detector.heard_ms() }
}
