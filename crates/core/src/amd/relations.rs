//! How the settings belong together: rules that can never decide, and rules that decide too early.
//!
//! The detector looks at its rules in a fixed order on every frame, the total time first, so that a limit that is not
//! below it never comes to anything. Found by running Asterisk's own code.

use super::setting::{FRAME_MS, Setting};
use crate::problem::Problem;

/// A relation that does not hold, named by what follows from that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The initial silence is not below the total time: dead air ends undecided.
    InitialSilenceNeverDecides,
    /// The greeting is not below the total time: a long greeting ends undecided.
    GreetingNeverDecides,
    /// The silence after the greeting is not below the total time: nobody is ever taken for a person.
    PersonNeverFound,
    /// Not even the shortest word leaves time for the silence after it: nobody is ever taken for a person.
    PersonNeverFoundAfterAWord,
    /// The greeting is not a frame longer than the shortest word: every word is a machine.
    GreetingShorterThanAWord,
    /// The longest word is not longer than the shortest: every word is a machine.
    WordLimitsCrossed,
    /// The pause between words is not below the silence after the greeting: no second word is ever counted.
    WordsNeverCounted,
    /// The longest word is not below the total time: its rule is off, as it is in the documented body.
    LongestWordNeverDecides,
    /// The longest word is below the greeting: it decides first.
    LongestWordDecidesFirst,
    /// No words are allowed: the first one that is counted is a machine.
    FirstWordIsMachine,
    /// The time is shorter than a frame, which is the least that the detector can tell apart.
    ShorterThanAFrame,
}

/// All relations that do not hold. A setting without a known value takes part in none.
pub fn relations(value: impl Fn(Setting) -> Option<u32>) -> Vec<Problem<Setting, Relation>> {
    let mut found = Vec::new();
    let total = value(Setting::TotalAnalysisTime);
    let word = value(Setting::MinWordLength);
    let longest = value(Setting::MaximumWordLength);
    let greeting = value(Setting::Greeting);
    let after = value(Setting::AfterGreetingSilence);
    let reaches = |limit: Option<u32>, other: Option<u32>| matches!((limit, other), (Some(limit), Some(other)) if limit >= other);

    if reaches(value(Setting::InitialSilence), total) {
        found.push(Problem::warning(Setting::InitialSilence, Relation::InitialSilenceNeverDecides));
    }
    if reaches(greeting, total) {
        found.push(Problem::warning(Setting::Greeting, Relation::GreetingNeverDecides));
    }
    if reaches(after, total) {
        found.push(Problem::confirm(Setting::AfterGreetingSilence, Relation::PersonNeverFound));
    } else if reaches(sum(word, after), total) {
        found.push(Problem::confirm(Setting::AfterGreetingSilence, Relation::PersonNeverFoundAfterAWord));
    }
    if reaches(sum(word, Some(FRAME_MS)), greeting) {
        found.push(Problem::confirm(Setting::Greeting, Relation::GreetingShorterThanAWord));
    }
    if reaches(word, longest) {
        found.push(Problem::confirm(Setting::MaximumWordLength, Relation::WordLimitsCrossed));
    }
    if reaches(value(Setting::BetweenWordsSilence), after) {
        found.push(Problem::warning(Setting::BetweenWordsSilence, Relation::WordsNeverCounted));
    }
    if reaches(longest, total) {
        found.push(Problem::hint(Setting::MaximumWordLength, Relation::LongestWordNeverDecides));
    }
    if matches!((longest, greeting), (Some(longest), Some(greeting)) if longest < greeting) {
        found.push(Problem::hint(Setting::MaximumWordLength, Relation::LongestWordDecidesFirst));
    }
    if value(Setting::MaximumNumberOfWords) == Some(0) {
        found.push(Problem::warning(Setting::MaximumNumberOfWords, Relation::FirstWordIsMachine));
    }
    for setting in Setting::ALL {
        let is_time = setting.range().unit == crate::range::Unit::Milliseconds;
        if is_time && value(setting).is_some_and(|value| value < FRAME_MS) {
            found.push(Problem::warning(setting, Relation::ShorterThanAFrame));
        }
    }
    found
}

fn sum(a: Option<u32>, b: Option<u32>) -> Option<u32> {
    Some(a?.saturating_add(b?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Severity;

    /// The documented values, with some in their place.
    fn with(changes: &[(Setting, u32)]) -> Vec<(Setting, Relation, Severity)> {
        let value = |setting: Setting| {
            let own = changes.iter().find(|(changed, _)| *changed == setting);
            Some(own.map_or_else(|| setting.documented(), |(_, value)| *value))
        };
        relations(value).into_iter().map(|problem| (problem.at, problem.kind, problem.severity)).collect()
    }

    #[test]
    fn the_documented_values_only_have_a_rule_that_is_off() {
        let off = (Setting::MaximumWordLength, Relation::LongestWordNeverDecides, Severity::Hint);
        assert_eq!(with(&[]), [off]);
    }

    /// Each relation of the table on the last value that keeps it and on the first that breaks it.
    #[test]
    fn each_relation_breaks_at_its_limit_and_not_before() {
        use Relation as R;
        use Setting as S;
        // Values that break nothing, so that each line shows its own relation alone.
        let calm = [(S::MaximumWordLength, 4_999)];
        let cases: [(S, u32, u32, R, Severity); 11] = [
            (S::InitialSilence, 4_999, 5_000, R::InitialSilenceNeverDecides, Severity::Warning),
            (S::Greeting, 4_999, 5_000, R::GreetingNeverDecides, Severity::Warning),
            (S::AfterGreetingSilence, 4_899, 4_900, R::PersonNeverFoundAfterAWord, Severity::Confirm),
            (S::AfterGreetingSilence, 4_899, 5_000, R::PersonNeverFound, Severity::Confirm),
            (S::Greeting, 121, 120, R::GreetingShorterThanAWord, Severity::Confirm),
            (S::MaximumWordLength, 101, 100, R::WordLimitsCrossed, Severity::Confirm),
            (S::BetweenWordsSilence, 799, 800, R::WordsNeverCounted, Severity::Warning),
            (S::MaximumWordLength, 4_999, 5_000, R::LongestWordNeverDecides, Severity::Hint),
            (S::MaximumWordLength, 1_500, 1_499, R::LongestWordDecidesFirst, Severity::Hint),
            (S::MaximumNumberOfWords, 1, 0, R::FirstWordIsMachine, Severity::Warning),
            (S::BetweenWordsSilence, 20, 19, R::ShorterThanAFrame, Severity::Warning),
        ];
        for (setting, holds, breaks, relation, severity) in cases {
            let tried = |value| {
                let mut changes = vec![(setting, value)];
                changes.extend(calm.iter().filter(|(other, _)| *other != setting));
                with(&changes)
            };
            assert!(!tried(holds).iter().any(|found| found.1 == relation), "{relation:?} at {holds}");
            assert!(tried(breaks).contains(&(setting, relation, severity)), "{relation:?} at {breaks}");
        }
    }

    #[test]
    fn a_value_that_is_not_known_is_in_no_relation() {
        assert_eq!(relations(|_| None), []);
        let only_total = |setting| (setting == Setting::TotalAnalysisTime).then_some(1);
        let found: Vec<_> = relations(only_total).into_iter().map(|problem| problem.kind).collect();
        assert_eq!(found, [Relation::ShorterThanAFrame]);
    }
}
