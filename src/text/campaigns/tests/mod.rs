//! The fields of a campaign and what is found in them, said in both languages.
//!
//! What is expected is typed by hand from what is known of the server, not taken from the code that checks it.

mod numbers;
mod relations;
mod texts;
mod words;

use dialdesk_core::campaign::{Draft, Finding, Key, Kind};
use dialdesk_core::problem::Severity;

use super::fields::Fields;
use super::{fields_en, fields_it};

const LANGUAGES: [Fields; 2] = [fields_en::EN, fields_it::IT];

/// A number in plain digits.
fn plain(number: u64) -> String {
    number.to_string()
}

/// A draft that is in order, with some fields set.
fn draft(fields: &[(Key, &str)]) -> Draft {
    let mut draft = Draft::new();
    for (key, text) in [(Key::Name, "x"), (Key::Trunk, "12")].iter().chain(fields) {
        draft.set(*key, *text);
    }
    draft
}

fn errors(draft: &Draft) -> Vec<Finding> {
    let mut found = draft.review(None);
    found.retain(|finding| finding.severity == Severity::Error);
    found
}

/// What is found at `key` and blocks; nothing else may block.
fn error_at(key: Key, draft: &Draft) -> Option<Kind> {
    let errors = errors(draft);
    assert!(errors.iter().all(|finding| finding.at == key), "{errors:?}");
    assert!(errors.len() <= 1, "{errors:?}");
    errors.into_iter().next().map(|finding| finding.kind)
}

/// The sentences about a finding, in each language.
fn said(key: Key, kind: &Kind) -> [String; 2] {
    LANGUAGES.map(|words| {
        let sentence = (words.finding)(key, kind, &plain);
        assert_proper(&sentence);
        assert!(sentence.ends_with('.'), "{sentence}");
        sentence
    })
}

/// Asserts what holds for every text.
fn assert_proper(text: &str) {
    assert!(!text.trim().is_empty());
    assert_eq!(text, text.trim());
    assert!(!text.contains("  "), "{text}");
    // Typographic ones only.
    assert!(!text.contains(['\'', '"']), "{text}");
    let lower = text.to_lowercase();
    for word in ["invalid", "please", "oops", "non valid", "per favore"] {
        assert!(!lower.contains(word), "{text}");
    }
}

/// The runs of digits in a text.
fn numbers_in(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect()
}
