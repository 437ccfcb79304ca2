//! What words there are for the fields of a campaign, and for what is found in them.

use std::mem::discriminant;

use dialdesk_core::campaign::{DecimalRange, Key, Kind, Shape};
use dialdesk_core::interval::{Fault, Refused};
use dialdesk_core::range::{Range, Unit};

/// A field in words.
pub(crate) struct Field {
    pub(crate) label: &'static str,
    pub(crate) help: &'static str,
}

/// How numbers are written in the language at hand.
pub(crate) type Number<'a> = &'a dyn Fn(u64) -> String;

/// Words of the fields.
pub(crate) struct Fields {
    pub(crate) field: fn(Key) -> Field,
    /// The words of a choice; none for a word that is not known, which is then shown as it is.
    pub(crate) choice: fn(Key, &str) -> Option<&'static str>,
    /// The limits of a whole number as a sentence.
    pub(crate) range: fn(Range, Number) -> String,
    /// The limits of a number with decimals as a sentence.
    pub(crate) decimal_range: fn(DecimalRange, Number) -> String,
    /// The word behind an input.
    pub(crate) unit: fn(Unit) -> &'static str,
    /// What was found at a key.
    pub(crate) finding: fn(Key, &Kind, Number) -> String,
}

/// The words that a key may hold, as the server writes them.
pub(super) fn known_words(key: Key) -> String {
    match key.shape() {
        Shape::Switch => "true, false".to_owned(),
        Shape::Word(words) => words.known.join(", "),
        Shape::Whole(_)
        | Shape::Decimal(_)
        | Shape::Record(_)
        | Shape::Text(_)
        | Shape::Interval
        | Shape::QueueOptions => String::new(),
    }
}

/// Whether this is a word of the key.
pub(super) fn is_known(key: Key, word: &str) -> bool {
    known_words(key).split(", ").any(|known| known == word)
}

/// The sentences about a refused dial interval: the first fault of each kind in the words of `fault`, then `never` where
/// it never opens, then `repair` or, where there is none, `example`.
pub(super) fn refused(
    refused: &Refused,
    fault: impl Fn(&Fault) -> String,
    never: &str,
    repair: impl Fn(&str) -> String,
    example: &str,
) -> String {
    let faults = refused.faults();
    let is_never = |fault: &Fault| matches!(fault, Fault::NeverMatches { .. });
    let mut shown: Vec<&Fault> = Vec::new();
    for fault in faults.iter().filter(|fault| !is_never(fault)) {
        if !shown.iter().any(|other| discriminant(*other) == discriminant(fault)) {
            shown.push(fault);
        }
    }
    let mut sentences: Vec<String> = shown.into_iter().take(SHOWN_FAULTS).map(fault).collect();
    if faults.iter().any(is_never) {
        sentences.push(never.to_owned());
    }
    let is_told = matches!(faults, [Fault::Empty | Fault::TooLong { .. }]);
    match refused.repair() {
        Some(text) => sentences.push(repair(text)),
        None if is_told => {}
        None => sentences.push(example.to_owned()),
    }
    sentences.join(" ")
}

/// So many faults are told at once; the others are told when these are gone.
const SHOWN_FAULTS: usize = 3;
