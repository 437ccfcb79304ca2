//! What is put before the detector: voices that everybody has met, an own pattern, a recording.

use dialdesk_core::amd::{Decision, Levels, Piece, Settings, Sound, decide, frames};

/// Voices that come with the bench.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// A person who says hello.
    ShortHello,
    /// A person who says name and company.
    NamedHello,
    /// Nobody says anything.
    Silence,
    /// A machine that goes on speaking.
    LongGreeting,
    /// A machine that says something, waits, and goes on.
    PausedGreeting,
    /// Music without a pause.
    Music,
}

impl Voice {
    /// All of them, in the order of the table.
    pub(super) const ALL: [Self; 6] = [
        Self::ShortHello,
        Self::NamedHello,
        Self::Silence,
        Self::LongGreeting,
        Self::PausedGreeting,
        Self::Music,
    ];

    /// Milliseconds of silence and voice in turns, silence first.
    fn turns(self) -> &'static [u64] {
        match self {
            Self::ShortHello => &[400, 420, 6_000],
            Self::NamedHello => &[420, 520, 140, 480, 140, 580, 6_000],
            Self::Silence => &[8_000],
            Self::LongGreeting => &[300, 900, 200, 1_200, 160, 1_400, 200, 1_100, 2_000],
            Self::PausedGreeting => &[300, 760, 1_000, 1_400, 300, 1_800, 2_000],
            Self::Music => &[0, 8_000],
        }
    }

    /// Whether a person speaks.
    pub(super) fn is_person(self) -> bool {
        match self {
            Self::ShortHello | Self::NamedHello => true,
            Self::Silence | Self::LongGreeting | Self::PausedGreeting | Self::Music => false,
        }
    }

    /// It as a pattern.
    pub(super) fn pattern(self) -> Vec<Piece> {
        in_turns(self.turns())
    }
}

/// Lengths in milliseconds as pieces, silence first; what is no whole number of frames is rounded down.
fn in_turns(lengths: &[u64]) -> Vec<Piece> {
    let sounds = [Sound::Silence, Sound::Voice].into_iter().cycle();
    let pieces = sounds.zip(lengths).filter_map(|(sound, ms)| Piece::of_ms(sound, ms - ms % 20));
    pieces.filter(|piece| piece.frames > 0).collect()
}

/// What the detector is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// Voice and silence, whatever the level.
    Pattern(Vec<Piece>),
    /// How loud a recording is.
    Recording(Levels),
}

impl Heard {
    /// Voice and silence at a threshold.
    pub(super) fn sounds(&self, threshold: u32) -> Vec<Sound> {
        match self {
            Self::Pattern(pieces) => frames(pieces.iter().copied()).collect(),
            Self::Recording(levels) => levels.sounds(threshold).collect(),
        }
    }

    /// What is decided about it.
    pub(super) fn decide(&self, settings: Settings) -> Decision {
        decide(settings, self.sounds(settings.silence_threshold))
    }
}

#[cfg(test)]
mod tests {
    use dialdesk_core::amd::{Rule, Verdict};

    use super::*;

    /// By hand, with the documented values: 2500, 1500, 800, 5000, 100, 50, 3 and 5000.
    #[test]
    fn each_voice_is_decided_as_computed_by_hand() {
        let machine = Verdict::Machine;
        for (voice, verdict, at_ms) in [
            (Voice::ShortHello, Verdict::Human, 400 + 420 + 800),
            // 520 + 480 + 500 of voice, with the three silences around them.
            (Voice::NamedHello, machine(Rule::LongGreeting), 420 + 520 + 140 + 480 + 140 + 500),
            (Voice::Silence, machine(Rule::InitialSilence), 2_500),
            (Voice::LongGreeting, machine(Rule::LongGreeting), 300 + 900 + 200 + 600),
            (Voice::PausedGreeting, Verdict::Human, 300 + 760 + 800),
            (Voice::Music, machine(Rule::LongGreeting), 1_500),
        ] {
            let decision = Heard::Pattern(voice.pattern()).decide(Settings::documented());
            assert_eq!(decision, Decision { verdict, at_ms }, "{voice:?}");
        }
        let patient = Settings { greeting: 1_900, ..Settings::documented() };
        let decision = Heard::Pattern(Voice::NamedHello.pattern()).decide(patient);
        assert_eq!(
            decision,
            Decision { verdict: Verdict::Human, at_ms: 420 + 520 + 140 + 480 + 140 + 580 + 800 }
        );
    }
}
