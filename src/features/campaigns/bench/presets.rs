//! Settings for what matters most.

use dialdesk_core::amd::Setting;

/// A set of values for all nine settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Preset {
    /// Those of the documented page.
    Documented,
    /// Few people are taken for machines.
    People,
    /// Few machines are taken for people.
    Machines,
}

impl Preset {
    /// All of them, in the order of their buttons.
    pub(super) const ALL: [Self; 3] = [Self::Documented, Self::People, Self::Machines];

    /// Its value of a setting.
    pub(super) fn value(self, setting: Setting) -> u32 {
        match (self, setting) {
            (Self::People, Setting::InitialSilence) => 3_500,
            (Self::People, Setting::Greeting) => 2_500,
            (Self::People, Setting::MaximumNumberOfWords) => 6,
            (Self::Machines, Setting::InitialSilence) => 2_000,
            (Self::Machines, Setting::Greeting | Setting::AfterGreetingSilence) => 1_200,
            (Self::People | Self::Machines | Self::Documented, other) => other.documented(),
        }
    }
}

#[cfg(test)]
mod tests {
    use dialdesk_core::amd::{Decision, Rule, Settings, Verdict, relations};
    use dialdesk_core::problem::Severity;

    use super::super::voices::{Heard, Voice};
    use super::*;

    #[test]
    fn each_keeps_all_relations() {
        for preset in Preset::ALL {
            let found = relations(|setting| Some(preset.value(setting)));
            assert!(found.iter().all(|problem| problem.severity == Severity::Hint), "{preset:?}: {found:?}");
        }
    }

    /// What the words of each promise, by hand: who says name and company, and a machine that pauses for a second.
    #[test]
    fn each_does_what_it_is_for() {
        let decide = |preset: Preset, voice: Voice| {
            let settings = Settings::read(|setting| Some(preset.value(setting))).unwrap();
            Heard::Pattern(voice.pattern()).decide(settings)
        };
        let named = Decision { verdict: Verdict::Human, at_ms: 420 + 520 + 140 + 480 + 140 + 580 + 800 };
        assert_eq!(decide(Preset::People, Voice::NamedHello), named);
        let goes_on =
            Decision { verdict: Verdict::Machine(Rule::LongGreeting), at_ms: 300 + 760 + 1_000 + 440 };
        assert_eq!(decide(Preset::Machines, Voice::PausedGreeting), goes_on);
        // Its cost: who answers is heard 400 ms longer.
        assert_eq!(decide(Preset::Machines, Voice::ShortHello).at_ms, 400 + 420 + 1_200);
        assert_eq!(decide(Preset::Documented, Voice::ShortHello).at_ms, 400 + 420 + 800);
    }
}
