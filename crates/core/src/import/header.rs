//! What a header says: words in, a field out.

use super::binding::Reason;
use super::names::{NAME_OR_SURNAME, NAMES, NEUTRAL, OTHERWISE};
use super::strength::Strength;
use crate::contact::{ContactField, CustomField};
use crate::fold::{fold, fold_char};

/// How a header names a field, the surest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Naming {
    /// It is a word that can mean other things as well.
    Weak,
    /// The field's name is in it, among words that are not known.
    Loose,
    /// The field's name is in it, with the number of one that is not the first; or it is the name of a person, who may
    /// have a column for the first name beside it.
    Fair,
    /// The field's name is in it, and the other words only say whose.
    Composite,
    /// It is a usual name of the field.
    Usual,
    /// It is the label of the custom field.
    Label,
    /// It is the API's own name of the field.
    Key,
}

impl Naming {
    /// Whether it needs no values that speak for it.
    pub(super) fn is_good(self) -> bool {
        self >= Self::Fair
    }

    pub(super) fn strength(self) -> Strength {
        Strength::of_percent(match self {
            Self::Weak => 50,
            Self::Loose => 60,
            Self::Fair => 70,
            Self::Composite => 80,
            Self::Usual => 95,
            Self::Label | Self::Key => 100,
        })
    }

    pub(super) fn reason(self) -> Reason {
        match self {
            Self::Label => Reason::Label,
            Self::Weak | Self::Loose | Self::Fair | Self::Composite | Self::Usual | Self::Key => Reason::Name,
        }
    }
}

/// The field that people mean by the name of a column, and whether it is a usual name or a custom field's label.
pub(crate) fn by_name(name: &str, custom: &[CustomField]) -> Option<(ContactField, Reason)> {
    whole(name.trim(), custom).map(|(field, naming)| (field, naming.reason()))
}

/// The field that a header names, as a whole or with some of its words, and how.
pub(super) fn named(name: &str, custom: &[CustomField]) -> Option<(ContactField, Naming)> {
    let name = name.trim();
    whole(name, custom).or_else(|| composite(&words(name)))
}

/// Whether the header is the family name where another column has the first name.
pub(super) fn may_be_surname(name: &str) -> bool {
    NAME_OR_SURNAME.contains(&fold(name).as_str())
}

/// Whether a word of the header says that its numbers are none to dial.
pub(super) fn means_otherwise(name: &str) -> bool {
    words(name).iter().any(|word| has(OTHERWISE, word))
}

fn whole(name: &str, custom: &[CustomField]) -> Option<(ContactField, Naming)> {
    if let Some(field) = ContactField::from_api_name(name) {
        return Some((field, Naming::Key));
    }
    let folded = fold(name);
    if folded.is_empty() {
        return None;
    }
    if let Some(field) = custom.iter().find(|field| fold(&field.label) == folded) {
        return Some((ContactField::Custom(field.id), Naming::Label));
    }
    if NAME_OR_SURNAME.contains(&folded.as_str()) {
        return Some((ContactField::FirstName, Naming::Fair));
    }
    if let Some(field) = usual(&folded) {
        return Some((field, Naming::Usual));
    }
    NAMES.iter().find(|names| has(names.weak, &folded)).map(|names| (names.field, Naming::Weak))
}

/// The field with the longest usual name among the words, if the others do not make something else of it.
fn composite(words: &[String]) -> Option<(ContactField, Naming)> {
    let mut best: Option<(ContactField, usize, usize)> = None;
    for from in 0..words.len() {
        for (more, _) in words.iter().skip(from).enumerate() {
            let taken = more + 1;
            let phrase: String = words.iter().skip(from).take(taken).map(String::as_str).collect();
            let Some(field) = usual(&phrase) else { continue };
            if best.is_none_or(|(_, _, most)| taken > most) {
                best = Some((field, from, taken));
            }
        }
    }
    let (field, from, taken) = best?;
    let others = || {
        let others = words.iter().enumerate().filter(move |(at, _)| !(from..from + taken).contains(at));
        others.map(|(_, word)| word.as_str())
    };
    let is_number = |word: &str| word.chars().all(|c| c.is_ascii_digit());
    if others().any(|word| has(OTHERWISE, word)) {
        return None;
    }
    let naming = if !others().all(|word| is_number(word) || has(NEUTRAL, word)) {
        Naming::Loose
    } else if others().any(|word| is_number(word) && word != "1") {
        Naming::Fair
    } else {
        Naming::Composite
    };
    // Of "Product name" the name says nothing about a person; of "Phone of the caretaker" the phone does.
    let speaks_for_itself =
        matches!(field, ContactField::Phone | ContactField::Mobile | ContactField::Fax | ContactField::Email);
    (naming > Naming::Loose || speaks_for_itself).then_some((field, naming))
}

fn usual(folded: &str) -> Option<ContactField> {
    NAMES.iter().find(|names| has(names.usual, folded)).map(|names| names.field)
}

fn has(names: &str, folded: &str) -> bool {
    names.split_ascii_whitespace().any(|name| name == folded)
}

/// The folded words of a header: `Customer firstName`, `PHONE_1` and `Tel.2` are of three, two and two.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut last = ' ';
    for c in name.chars() {
        let is_next = !c.is_alphanumeric()
            || (last.is_lowercase() && c.is_uppercase())
            || last.is_ascii_digit() != c.is_ascii_digit();
        if is_next {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            fold_char(c, word);
        }
        last = c;
    }
    words.retain(|word| !word.is_empty());
    words.truncate(WORDS_MAX);
    words
}

/// Words of a header that are looked at; a longer one is no name.
const WORDS_MAX: usize = 8;
