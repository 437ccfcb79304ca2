//! Every field that holds a number: its limits, and texts that are no number.

use dialdesk_core::amd::Setting;
use dialdesk_core::campaign::{Cause, Key, Kind, Shape};

use super::{LANGUAGES, draft, error_at, errors, numbers_in, plain, said};

/// What an integer column of the server's database holds, where nothing else limits a number.
const OPEN: u64 = 2_147_483_647;

/// The limits of facts 1.2, 1.5, 1.6, 1.7 and 6.1.
const LIMITS: [(Key, u64, u64); 40] = [
    (Key::Trunk, 1, OPEN),
    (Key::TrunkBackup, 1, OPEN),
    (Key::Interval, 1, OPEN),
    (Key::CutDigits, 0, OPEN),
    (Key::RandomLastDigits, 0, OPEN),
    (Key::PowerLevel, 1, 10),
    (Key::PredictivePercentage, 0, 100),
    (Key::PredictiveInterval, 1, OPEN),
    (Key::LimitQueue, 0, OPEN),
    (Key::OriginateTimeout, 1, OPEN),
    (Key::QueueTimeout, 1, OPEN),
    (Key::Timeout, 1, OPEN),
    (Key::Retry, 0, OPEN),
    (Key::Weight, 0, OPEN),
    (Key::GlobalMaxRetry, 0, OPEN),
    (Key::MaxRetry(Cause::Congestion), 0, OPEN),
    (Key::MaxRetry(Cause::Busy), 0, OPEN),
    (Key::MaxRetry(Cause::NoAnswer), 0, OPEN),
    (Key::MaxRetry(Cause::NoSuchNumber), 0, OPEN),
    (Key::MaxRetry(Cause::Drop), 0, OPEN),
    (Key::MaxRetry(Cause::Abandoned), 0, OPEN),
    (Key::MaxRetry(Cause::Machine), 0, OPEN),
    (Key::MaxRetry(Cause::AgentReject), 0, OPEN),
    (Key::RetryWait(Cause::Congestion), 0, OPEN),
    (Key::RetryWait(Cause::Busy), 0, OPEN),
    (Key::RetryWait(Cause::NoAnswer), 0, OPEN),
    (Key::RetryWait(Cause::NoSuchNumber), 0, OPEN),
    (Key::RetryWait(Cause::Drop), 0, OPEN),
    (Key::RetryWait(Cause::Abandoned), 0, OPEN),
    (Key::RetryWait(Cause::Machine), 0, OPEN),
    (Key::RetryWait(Cause::AgentReject), 0, OPEN),
    (Key::Amd(Setting::InitialSilence), 1, 60_000),
    (Key::Amd(Setting::Greeting), 1, 60_000),
    (Key::Amd(Setting::AfterGreetingSilence), 1, 60_000),
    (Key::Amd(Setting::TotalAnalysisTime), 1, 60_000),
    (Key::Amd(Setting::MinWordLength), 1, 60_000),
    (Key::Amd(Setting::BetweenWordsSilence), 1, 60_000),
    (Key::Amd(Setting::MaximumNumberOfWords), 0, 100),
    (Key::Amd(Setting::SilenceThreshold), 0, 32_767),
    (Key::Amd(Setting::MaximumWordLength), 1, 60_000),
];

/// A method under which `key` plays a part (facts 1.4, 1.5).
fn method_for(key: Key) -> &'static str {
    let methods = [
        (Key::PowerLevel, "power"),
        (Key::PredictivePercentage, "predictive"),
        (Key::PredictiveInterval, "predictive"),
        (Key::MaxRetry(Cause::AgentReject), "preview"),
        (Key::RetryWait(Cause::AgentReject), "preview"),
    ];
    methods.into_iter().find(|(of, _)| *of == key).map_or("progressive", |(_, method)| method)
}

/// What blocks where `text` stands under `key` and all else is in order.
fn found(key: Key, text: &str) -> Option<Kind> {
    error_at(key, &draft(&[(Key::Method, method_for(key)), (key, text)]))
}

fn is_decimal(key: Key) -> bool {
    key == Key::PowerLevel
}

/// Whether a campaign can do without (facts 1.2, 1.5: what the documented body does not have or what may be null).
fn may_be_empty(key: Key) -> bool {
    let newer = [Cause::NoSuchNumber, Cause::Drop, Cause::Abandoned, Cause::Machine, Cause::AgentReject];
    let is_newer = |cause| key == Key::MaxRetry(cause) || key == Key::RetryWait(cause);
    matches!(key, Key::Interval | Key::TrunkBackup) || newer.into_iter().any(is_newer)
}

#[test]
fn the_table_has_every_field_that_holds_a_number() {
    let is_number = |key: &Key| matches!(key.shape(), Shape::Whole(_) | Shape::Decimal(_) | Shape::Record(_));
    let mut expected: Vec<Key> = Key::all().filter(is_number).collect();
    let mut has = LIMITS.map(|(key, ..)| key).to_vec();
    expected.sort_unstable();
    has.sort_unstable();
    assert_eq!(has, expected);
    assert!(LIMITS.iter().all(|(key, ..)| matches!(key.shape(), Shape::Decimal(_)) == is_decimal(*key)));
}

#[test]
fn each_number_is_taken_at_its_limits_and_refused_beyond_them() {
    for (key, min, max) in LIMITS {
        for inside in [min.to_string(), max.to_string()] {
            assert_eq!(found(key, &inside), None, "{key:?} {inside}");
        }
        let below = min.checked_sub(1).map_or("-1".to_owned(), plain);
        for outside in [below, plain(max + 1)] {
            let kind = found(key, &outside).unwrap_or_else(|| panic!("{key:?} {outside} is taken"));
            assert!(matches!(kind, Kind::OutOfRange(_) | Kind::OutOfDecimalRange(_)), "{key:?} {kind:?}");
            for sentence in said(key, &kind) {
                assert_eq!(numbers_in(&sentence), [plain(min), plain(max)], "{key:?} {sentence}");
            }
        }
    }
}

#[test]
fn calls_for_each_agent_have_decimals_up_to_their_limits() {
    for (text, is_taken) in [("1.5", true), ("2,25", true), ("9.99", true), ("0.99", false), ("10.01", false)]
    {
        assert_eq!(found(Key::PowerLevel, text).is_none(), is_taken, "{text}");
    }
}

#[test]
fn the_sentence_of_a_range_names_the_limits_that_are_the_servers() {
    for (key, min, max) in LIMITS {
        let limits = if max == OPEN { vec![plain(min)] } else { vec![plain(min), plain(max)] };
        for words in LANGUAGES {
            let sentence = if let Shape::Whole(range) = key.shape() {
                (words.range)(range, &plain)
            } else if let Shape::Decimal(range) = key.shape() {
                (words.decimal_range)(range, &plain)
            } else {
                continue;
            };
            assert_eq!(numbers_in(&sentence), limits, "{key:?} {sentence}");
            super::assert_proper(&sentence);
        }
    }
}

/// A number is written as the reader writes it: the sentences do not print it themselves.
#[test]
fn every_number_of_a_sentence_is_written_by_the_language() {
    let grouped = |number: u64| format!("<{number}>");
    let Some(kind) = found(Key::Amd(Setting::Greeting), "60001") else { panic!("it is taken") };
    for words in LANGUAGES {
        let sentence = (words.finding)(Key::Amd(Setting::Greeting), &kind, &grouped);
        assert!(sentence.contains("<1>") && sentence.contains("<60000>"), "{sentence}");
    }
}

/// What is expected of a text that is hardly a number.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Expected {
    Taken,
    Missing,
    NoNumber,
    Outside,
}

#[test]
fn texts_that_are_no_number_are_told_from_numbers_that_do_not_fit() {
    use Expected::{Missing, NoNumber, Outside, Taken};
    let bad = [
        ("", Missing),
        ("abc", NoNumber),
        ("-5", Outside),
        ("1.5", NoNumber),
        ("1,000", NoNumber),
        ("１２", NoNumber),
        ("99999999999999999999", Outside),
        (" 30 ", Taken),
    ];
    for (key, ..) in LIMITS {
        for (text, expected) in bad {
            let expected = match (is_decimal(key), text) {
                (true, "1.5") => Taken,
                // More than the limit, but a number.
                (true, " 30 ") => Outside,
                (_, "") if may_be_empty(key) => Taken,
                _ => expected,
            };
            let kind = found(key, text);
            let is = match &kind {
                None => Taken,
                Some(Kind::Missing) => Missing,
                Some(Kind::NotWhole(_) | Kind::NotDecimal(_)) => NoNumber,
                Some(Kind::OutOfRange(_) | Kind::OutOfDecimalRange(_)) => Outside,
                Some(other) => panic!("{key:?} {text:?} {other:?}"),
            };
            assert_eq!(is, expected, "{key:?} {text:?}");
            if let Some(kind) = kind {
                said(key, &kind);
            }
        }
    }
}

/// The limits of the fields of a method hold under that method (facts 6.1: “when power”, “when predictive”).
#[test]
fn a_field_that_the_method_does_not_use_does_not_stop_anybody() {
    for (key, text) in [
        (Key::PowerLevel, "0"),
        (Key::PowerLevel, "11"),
        (Key::PredictiveInterval, "0"),
        (Key::PredictivePercentage, "101"),
    ] {
        let draft = draft(&[(Key::Method, "progressive"), (key, text)]);
        assert_eq!(errors(&draft), [], "{key:?} {text}");
    }
}
