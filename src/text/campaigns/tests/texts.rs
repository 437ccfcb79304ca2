//! Fields that hold text: their length, their words, the queue options and the dial interval.

use dialdesk_core::campaign::{Draft, Key, Kind, Shape};
use dialdesk_core::problem::Severity;

use super::{draft, error_at, errors, numbers_in, said};

/// The texts of facts 1.2, all `varchar(255)`.
const TEXTS: [Key; 6] =
    [Key::Name, Key::Description, Key::CallerName, Key::CallerNumber, Key::Timezone, Key::Prefix];

const YES_NO: &[&str] = &["yes", "no"];
/// The words that the server takes alone (facts 1.2, 1.3, 1.7).
const CLOSED: [(Key, &[&str]); 9] = [
    (Key::CheckDuplicates, &["always", "never", "onlyIfOpen"]),
    (Key::HopperOrder, &["ASC", "DESC"]),
    (Key::Autopause, &["yes", "no", "all"]),
    (Key::RingInUse, YES_NO),
    (Key::TimeoutRestart, YES_NO),
    (Key::SetInterfaceVar, YES_NO),
    (Key::SetQueueVar, YES_NO),
    (Key::SetQueueEntryVar, YES_NO),
    (
        Key::Strategy,
        &["ringall", "leastrecent", "fewestcalls", "random", "rrmemory", "linear", "wrandom", "rrordered"],
    ),
];
/// The words whose set is not documented (facts 1.2, 1.4).
const OPEN: [(Key, &[&str]); 2] = [
    (Key::Method, &["progressive", "power", "predictive", "preview", "bookedProgressive"]),
    (Key::PredictiveOptimization, &["dropRate", "agentBusyFactor"]),
];
const SWITCHES: [Key; 2] = [Key::Active, Key::AmdActive];

/// The kinds found at `key`, whatever their weight.
fn kinds_at(key: Key, draft: &Draft) -> Vec<Kind> {
    draft.review(None).into_iter().filter(|found| found.at == key).map(|found| found.kind).collect()
}

#[test]
fn the_tables_have_every_text_and_every_word() {
    for key in Key::all() {
        let in_closed = CLOSED.iter().any(|(closed, _)| *closed == key);
        let in_open = OPEN.iter().any(|(open, _)| *open == key);
        let shape = key.shape();
        assert_eq!(matches!(shape, Shape::Text(_)), TEXTS.contains(&key), "{key:?}");
        assert_eq!(matches!(shape, Shape::Switch), SWITCHES.contains(&key), "{key:?}");
        assert_eq!(matches!(shape, Shape::Word(_)), in_closed || in_open, "{key:?}");
        if let Shape::Word(words) = shape {
            assert_eq!(words.is_closed, in_closed, "{key:?}");
        }
    }
}

#[test]
fn a_text_has_255_characters_and_not_one_more() {
    for key in TEXTS {
        // Of two bytes each.
        let (fits, longer) = ("è".repeat(255), "è".repeat(256));
        assert_eq!(error_at(key, &draft(&[(key, &fits)])), None, "{key:?}");
        let kind = error_at(key, &draft(&[(key, &longer)]));
        assert_eq!(kind, Some(Kind::TooLong { max: 255, characters: 256 }), "{key:?}");
        for sentence in said(key, &kind.unwrap()) {
            assert_eq!(numbers_in(&sentence), ["255", "256"], "{sentence}");
        }
    }
}

#[test]
fn a_dial_interval_has_255_characters_and_not_one_more() {
    let times = ["07:00-08:00"; 20].join("&");
    let fits = format!("{times},*,1&2&3&4&5&6,*");
    let longer = format!("{times},*,10&2&3&4&5&6,*");
    assert_eq!((fits.len(), longer.len()), (255, 256));
    assert_eq!(error_at(Key::GlobalInterval, &draft(&[(Key::GlobalInterval, &fits)])), None);
    let kind = error_at(Key::GlobalInterval, &draft(&[(Key::GlobalInterval, &longer)])).unwrap();
    for sentence in said(Key::GlobalInterval, &kind) {
        assert_eq!(numbers_in(&sentence), ["255", "256"], "{sentence}");
    }
}

#[test]
fn a_name_is_needed_and_best_has_80_characters_without_marks() {
    for (name, expected) in [
        ("x".repeat(80), vec![]),
        ("x".repeat(81), vec![Kind::NameLong]),
        ("a b-c_d.è".to_owned(), vec![]),
        ("a,b".to_owned(), vec![Kind::NameMarks]),
        ("a|b".to_owned(), vec![Kind::NameMarks]),
        ("a/b".to_owned(), vec![Kind::NameMarks]),
        ("a&b".to_owned(), vec![Kind::NameMarks]),
        ("a^b".to_owned(), vec![Kind::NameMarks]),
        ("a;b".to_owned(), vec![Kind::NameMarks]),
        (String::new(), vec![Kind::Missing]),
        (" \t".to_owned(), vec![Kind::Missing]),
    ] {
        let draft = draft(&[(Key::Name, &name)]);
        assert_eq!(kinds_at(Key::Name, &draft), expected, "{name}");
        assert_eq!(errors(&draft).is_empty(), expected != [Kind::Missing], "{name}");
    }
    for sentence in said(Key::Name, &Kind::NameLong) {
        assert_eq!(numbers_in(&sentence), ["80"]);
    }
    for sentence in said(Key::Name, &Kind::NameMarks) {
        assert!([',', '|', '/', '&', '^', ';'].iter().all(|mark| sentence.contains(*mark)), "{sentence}");
    }
}

#[test]
fn the_letters_of_the_queue_options_are_those_of_asterisk() {
    let letters = |text: &str| text.to_owned();
    let for_contact = Kind::OptionsForContact(letters("TX"));
    for (text, expected) in [
        ("", vec![]),
        ("tx", vec![]),
        ("tTxX", vec![for_contact.clone()]),
        ("bBCcdFhHiIkKmnrRtTxXwW", vec![for_contact]),
        ("T", vec![Kind::OptionsForContact(letters("T"))]),
        ("m(jazz)", vec![]),
        ("b(pre,start^1)B(x)F(out^100^1)", vec![]),
        ("tq", vec![Kind::OptionsUnknown(letters("q"))]),
        ("t t", vec![Kind::OptionsUnknown(letters(" ")), Kind::OptionsRepeated(letters("t"))]),
        ("tt", vec![Kind::OptionsRepeated(letters("t"))]),
        ("m(jazz", vec![Kind::OptionsUnclosed]),
        ("t,30", vec![Kind::OptionsComma]),
        ("m(a),t", vec![Kind::OptionsComma]),
    ] {
        let draft = draft(&[(Key::QueueOptions, text)]);
        let kinds = kinds_at(Key::QueueOptions, &draft);
        assert_eq!(kinds, expected, "{text}");
        let is_refused =
            expected.iter().any(|kind| matches!(kind, Kind::OptionsUnclosed | Kind::OptionsComma));
        assert_eq!(!errors(&draft).is_empty(), is_refused, "{text}");
        for kind in kinds {
            said(Key::QueueOptions, &kind);
        }
    }
}

#[test]
fn a_closed_set_of_words_takes_no_other() {
    for (key, words) in CLOSED.into_iter().chain(SWITCHES.map(|key| (key, &["true", "false"][..]))) {
        for word in words {
            assert_eq!(error_at(key, &draft(&[(key, word)])), None, "{key:?} {word}");
        }
        let kind = error_at(key, &draft(&[(key, "sometimes")]));
        assert_eq!(kind, Some(Kind::UnknownWord), "{key:?}");
        for sentence in said(key, &Kind::UnknownWord) {
            assert!(words.iter().all(|word| sentence.contains(word)), "{sentence}");
        }
    }
}

#[test]
fn an_open_set_of_words_takes_any() {
    for (key, words) in OPEN {
        for word in words.iter().chain(&["sometimes"]) {
            let draft = draft(&[(Key::Method, "predictive"), (key, word)]);
            assert_eq!(errors(&draft), [], "{key:?} {word}");
            // Only these two stand in the documentation (facts 1.2, 1.4).
            let is_documented = ["progressive", "dropRate"].contains(word);
            let found = draft.review(None);
            let hint = found.iter().find(|found| found.at == key && found.kind == Kind::UndocumentedWord);
            assert_eq!(hint.is_none(), is_documented, "{key:?} {word}");
            assert!(hint.is_none_or(|hint| hint.severity == Severity::Hint));
        }
        let kind = error_at(key, &draft(&[(Key::Method, "predictive"), (key, "")]));
        assert_eq!(kind, Some(Kind::Missing));
        said(key, &Kind::Missing);
    }
}

#[test]
fn the_servers_words_are_quoted() {
    for sentence in said(Key::Name, &Kind::Server("name must be unique".to_owned())) {
        assert!(sentence.contains("“name must be unique”"), "{sentence}");
    }
}

/// The texts of facts 2.4 and 2.5 that are refused, with what to write instead where that is clear.
#[test]
fn a_refused_dial_interval_says_what_to_write() {
    for (text, repair) in [
        ("", None),
        ("  ", None),
        ("7-22,*,*,*", Some("07:00-22:00,*,*,*")),
        ("0700-2200,*,*,*", Some("07:00-22:00,*,*,*")),
        ("007:00-22:00,*,*,*", None),
        ("00:00-24:00,*,*,*", Some("*,*,*,*")),
        ("07:60-08:00,*,*,*", None),
        ("07:00am-10:00pm,*,*,*", Some("07:00-22:00,*,*,*")),
        ("07:00:30-22:00:59,*,*,*", Some("07:00-22:00,*,*,*")),
        ("07:00-22:00-23:00,*,*,*", Some("07:00-22:00,*,*,*")),
        ("07:00-22:00, *, *, *", Some("07:00-22:00,*,*,*")),
        ("07:00-22:00, mon,*,*", Some("07:00-22:00,mon,*,*")),
        ("07:00-22:00,monday-friday,*,*", Some("07:00-22:00,mon-fri,*,*")),
        ("07:00-22:00,*,*,january", Some("07:00-22:00,*,*,jan")),
        ("07:00-22:00,lun-ven,*,*", Some("07:00-22:00,mon-fri,*,*")),
        ("07:00-22:00,do,*,*", None),
        ("07:00–22:00,mon–fri,*,*", Some("07:00-22:00,mon-fri,*,*")),
        ("lun-ven 9-20", Some("09:00-20:00,mon-fri,*,*")),
        ("mon-fri, 9:00-18:00", Some("09:00-18:00,mon-fri,*,*")),
        ("9h-20h,Mo-Fr", Some("09:00-20:00,mon-fri,*,*")),
        ("9-5,mon-fri", None),
        ("lun-ven", None),
        ("07:00-22:00,0,*,*", None),
        ("07:00-22:00,*,32,*", None),
        ("07:00-22:00,mon,0,*", None),
        ("07:00-22:00,*,*,13", None),
        ("07:00-22:00,*,1st,*", Some("07:00-22:00,*,1,*")),
        ("07:00-22:00,mon-wed-fri,*,*", None),
        ("07:00-22:00,mon&&fri,*,*", Some("07:00-22:00,mon&fri,*,*")),
        ("07:00-22:00&*,*,*,*", None),
        ("07:00-22:00,*&mon,*,*", None),
        ("07:00-,*,*,*", None),
        ("x,*,*,*", None),
        ("07:00-22:00;mon-fri;*;*", Some("07:00-22:00,mon-fri,*,*")),
        ("07:00-22:00,mon,*,*,Europe/Rome,x", Some("07:00-22:00,mon,*,*")),
        ("07:00-22:00,mon,*,*, Europe/Rome", Some("07:00-22:00,mon,*,*,Europe/Rome")),
    ] {
        let kind = error_at(Key::GlobalInterval, &draft(&[(Key::GlobalInterval, text)]));
        let Some(kind) = kind else { panic!("{text} is taken") };
        let Kind::Interval(refused) = &kind else { panic!("{text}: {kind:?}") };
        assert_eq!(refused.repair(), repair, "{text}");
        // Where nothing is clear there is an example.
        let written = repair.unwrap_or("07:00-22:00,mon-fri,*,*");
        let any_time = text.trim().is_empty();
        for sentence in said(Key::GlobalInterval, &kind) {
            assert!(any_time || sentence.ends_with(&format!(" “{written}”.")), "{text}: {sentence}");
        }
        if let Some(repair) = repair {
            assert_eq!(error_at(Key::GlobalInterval, &draft(&[(Key::GlobalInterval, repair)])), None);
        }
    }
}

/// The repair alone does not tell an administrator why `lun-ven 9-20` never opened.
#[test]
fn a_dial_interval_out_of_order_or_with_long_dashes_says_so() {
    for (text, words) in [
        ("lun-ven 9-20", ["with commas between", "separati da virgole"]),
        ("07:00–22:00,*,*,*", ["long dash in “07:00–22:00”", "trattino lungo in “07:00–22:00”"]),
    ] {
        let kind = error_at(Key::GlobalInterval, &draft(&[(Key::GlobalInterval, text)])).unwrap();
        for (sentence, words) in said(Key::GlobalInterval, &kind).into_iter().zip(words) {
            assert!(sentence.contains(words), "{sentence}");
        }
    }
}

/// Two faults of one kind are said once, and of many not all at a time: the repair holds for all of them.
#[test]
fn a_refused_dial_interval_says_each_thing_once() {
    let text = "7-22&8.00-9, lunedì &mon,0&32,xyz";
    let kind = error_at(Key::GlobalInterval, &draft(&[(Key::GlobalInterval, text)])).unwrap();
    for sentence in said(Key::GlobalInterval, &kind) {
        assert!(sentence.contains("“7”") && !sentence.contains("“22”"), "{sentence}");
        assert!(sentence.chars().count() < 400, "{sentence}");
    }
}
