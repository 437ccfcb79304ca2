//! The words of the fields and of their choices.

use std::collections::BTreeSet;

use dialdesk_core::campaign::{Key, Kind, Shape};
use dialdesk_core::interval::Surprise;

use super::{LANGUAGES, assert_proper, said};

/// Longest help that is read.
const HELP_MAX: usize = 160;

#[test]
fn each_field_has_a_label_of_its_own_and_a_help() {
    for words in LANGUAGES {
        let mut labels = BTreeSet::new();
        for key in Key::all() {
            let field = (words.field)(key);
            assert_proper(field.label);
            assert_proper(field.help);
            assert!(field.help.ends_with('.'), "{}", field.help);
            assert!(field.help.chars().count() <= HELP_MAX, "{}", field.help);
            assert!(labels.insert(field.label.to_lowercase()), "{} stands twice", field.label);
        }
    }
}

#[test]
fn each_known_word_has_words_and_no_other_has() {
    for words in LANGUAGES {
        for key in Key::all() {
            assert_eq!((words.choice)(key, "sometimes"), None);
            assert_eq!((words.choice)(key, ""), None);
            let Shape::Word(vocabulary) = key.shape() else { continue };
            let mut choices = BTreeSet::new();
            for word in vocabulary.known {
                let Some(choice) = (words.choice)(key, word) else { panic!("{key:?} {word}") };
                assert_proper(choice);
                assert!(choices.insert(choice), "{choice} stands twice");
            }
        }
        // A word of another field is none of this one.
        assert_eq!((words.choice)(Key::Method, "random"), None);
    }
}

/// A reader must not take it for the check that an import makes (facts 1.3).
#[test]
fn the_duplicate_check_names_the_hopper() {
    for words in LANGUAGES {
        let field = (words.field)(Key::CheckDuplicates);
        assert!(field.label.contains("hopper") && field.help.contains("import"), "{}", field.help);
    }
}

/// Only documented words are shown as the server's own.
#[test]
fn a_guessed_word_is_not_shown() {
    for words in LANGUAGES {
        for (key, word) in
            [(Key::PredictiveOptimization, "agentBusyFactor"), (Key::Method, "bookedProgressive")]
        {
            assert!((words.choice)(key, word).is_some_and(|choice| !choice.contains(word)));
        }
    }
}

#[test]
fn both_languages_know_the_same_units() {
    use dialdesk_core::range::Unit;
    for unit in [
        Unit::None,
        Unit::Milliseconds,
        Unit::Seconds,
        Unit::Minutes,
        Unit::Percent,
        Unit::Digits,
        Unit::Calls,
        Unit::Recalls,
        Unit::Words,
        Unit::Level,
    ] {
        let [en, it] = LANGUAGES.map(|words| (words.unit)(unit));
        assert_eq!(en.is_empty(), it.is_empty(), "{unit:?}");
    }
}

/// A sentence that sends the reader to another field calls it as its label does.
#[test]
fn a_zone_in_the_dial_interval_is_sent_to_its_field() {
    let kind = Kind::Surprise(Surprise::Zone { zone: "Europe/Rome".to_owned() });
    for (words, sentence) in LANGUAGES.into_iter().zip(said(Key::GlobalInterval, &kind)) {
        let label = (words.field)(Key::Timezone).label;
        assert!(sentence.contains(&format!("“{label}”")), "{sentence}");
    }
}
