//! How plausible a character is where it stands. Everything is a cost in nats: the negative natural logarithm of how often
//! that is met, roughly, and more for what is hardly met at all.

use super::languages::{LANGUAGES, Language, Script};

/// A letter that a language does not have: about one in 8,000 of those outside of ASCII, in a foreign name.
const FOREIGN: f32 = 9.0;
/// A letter of another script than the language's.
const OTHER_SCRIPT: f32 = 12.0;
/// A Cyrillic letter beside a letter of ASCII.
const MIXED_SCRIPTS: f32 = 6.0;
/// A Cyrillic word of one letter: Italian, French and Portuguese have `è` and `à` alone as often.
const LONE_LETTER: f32 = 3.0;
/// A place that a letter of no known habits is in.
const ANY_PLACE: f32 = 1.5;
/// A capital after a small letter, or a small letter among capitals.
const ODD_CASE: f32 = 5.0;
/// A quotation mark, dash or other sign where it belongs.
const SIGN: f32 = 3.5;
/// The same where it does not belong, or a sign that is rare everywhere.
const ODD_SIGN: f32 = 9.0;
/// A sign between two letters.
const SIGN_IN_WORD: f32 = 11.0;
/// What is no character of a text.
const NO_TEXT: f32 = 15.0;

/// A character with what stands around it; blanks where the text begins or ends.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) before: char,
    pub(super) this: char,
    pub(super) after: char,
    /// How many letters of ASCII stand right before it.
    pub(super) ascii_before: usize,
    /// The character before `before`, and the one after `after`.
    pub(super) around: (char, char),
}

/// The languages with their letters ready to be looked up.
pub(super) struct Languages(Vec<Known>);

struct Known {
    language: &'static Language,
    letters: Vec<Letter>,
}

struct Letter {
    c: char,
    cost: f32,
    /// By what stands before it and after it: nothing, a vowel, a consonant.
    places: Vec<f32>,
}

impl Languages {
    pub(super) fn new() -> Self {
        let known = |language: &'static Language| Known {
            language,
            letters: language.letters.split_ascii_whitespace().filter_map(letter).collect(),
        };
        Self(LANGUAGES.iter().map(known).collect())
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// What a letter outside of ASCII costs in each language, added to `costs`.
    pub(super) fn add(&self, place: &Place, costs: &mut [f32]) {
        let seen = Seen::of(place);
        for (known, cost) in self.0.iter().zip(costs) {
            *cost += known.cost(&seen);
        }
    }
}

/// What every language asks of a place.
struct Seen {
    small: char,
    script: Script,
    /// By what stands before it and after it.
    kinds: usize,
    /// Whether another letter outside of ASCII stands before it.
    is_second: bool,
    /// What a Cyrillic letter costs there.
    among: f32,
}

impl Seen {
    fn of(place: &Place) -> Self {
        let Place { before, this, after, .. } = *place;
        let small = lower(this);
        let mixed = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
        let lone = !is_letter(before) && !is_letter(after);
        Self {
            small,
            script: if is_cyrillic(small) { Script::Cyrillic } else { Script::Latin },
            kinds: kind(before) * 3 + kind(after),
            is_second: !before.is_ascii() && is_letter(before),
            among: if mixed { MIXED_SCRIPTS } else { 0.0 } + if lone { LONE_LETTER } else { 0.0 },
        }
    }
}

/// Reads `è2599399196`.
fn letter(word: &'static str) -> Option<Letter> {
    let mut chars = word.chars();
    let c = chars.next()?;
    let mut digits =
        chars.filter_map(|digit| digit.to_digit(10)).filter_map(|digit| u8::try_from(digit).ok());
    let cost = f32::from(digits.next()?);
    Some(Letter { c, cost, places: digits.map(|half| f32::from(half) / 2.0).collect() })
}

impl Known {
    fn cost(&self, seen: &Seen) -> f32 {
        if self.language.script != seen.script {
            return OTHER_SCRIPT;
        }
        let found = self.letters.iter().find(|letter| letter.c == seen.small);
        let habit = match seen.script {
            Script::Cyrillic => seen.among,
            Script::Latin => {
                found.and_then(|letter| letter.places.get(seen.kinds).copied()).unwrap_or(ANY_PLACE)
            }
        };
        let together = if seen.is_second { f32::from(self.language.accents_together) } else { 0.0 };
        found.map_or(FOREIGN, |letter| letter.cost) + habit + together
    }
}

/// 0 for no letter, 1 for a vowel, 2 for a consonant.
fn kind(c: char) -> usize {
    if !is_letter(c) {
        return 0;
    }
    let vowels = "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœąęăěůőű";
    if vowels.contains(lower(c)) { 1 } else { 2 }
}

/// A letter of a word; the ordinals `ª` and `º`, which Unicode calls letters, are signs here.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, 'ª' | 'º' | 'ƒ')
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{4ff}')
}

fn lower(c: char) -> char {
    let mut small = c.to_lowercase();
    match (small.next(), small.next()) {
        (Some(small), None) => small,
        (_, _) => c,
    }
}

/// What a letter costs for being a capital or not, in any language.
pub(super) fn case(place: &Place) -> f32 {
    let Place { before, this, after, around: (earlier, _), .. } = *place;
    let odd = if this.is_uppercase() {
        before.is_lowercase() || (before.is_uppercase() && after.is_lowercase())
    } else if this.is_lowercase() {
        before.is_uppercase() && (after.is_uppercase() || earlier.is_uppercase())
    } else {
        false
    };
    if odd { ODD_CASE } else { 0.0 }
}

/// What a character that is no letter costs.
pub(super) fn sign(place: &Place) -> f32 {
    let Place { before, this, after, around, ascii_before } = *place;
    let word = |c: char| is_letter(c) || c.is_ascii_digit();
    let fits = match this {
        '\u{a0}' => !(is_letter(before) && is_letter(after) && before.is_lowercase() && after.is_lowercase()),
        '\u{2018}' | '\u{2019}' if is_letter(before) && is_letter(after) => elision(place),
        '\u{2018}' | '\u{201c}' | '\u{201e}' | '«' | '‹' | '¡' | '¿' => !word(before) && word(after),
        '\u{2019}' | '\u{201d}' | '»' | '›' => {
            !is_letter(after) && before != ' ' || this == '\u{2019}' && !word(before)
        }
        '–' | '—' | '•' | '·' | '§' => !is_letter(before) && !is_letter(after),
        '…' => !word(after),
        '°' | 'º' | 'ª' => {
            (before.is_ascii_digit() || matches!(before, 'n' | 'N' | 'M' | '.'))
                && !is_letter(after)
                && ascii_before < 2
        }
        '€' | '£' => {
            let near = [before, after, around.0, around.1];
            !is_letter(before) && !is_letter(after) && near.into_iter().any(|c| c.is_ascii_digit())
        }
        '½' | '¼' | '¾' | '²' | '³' => before.is_ascii_digit() || before == 'm' && ascii_before < 3,
        '©' | '®' | '™' | '´' => !(is_letter(before) && is_letter(after)),
        '\u{fffd}' | '\u{80}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}' => return NO_TEXT,
        _ => false,
    };
    match (fits, is_letter(before) && is_letter(after)) {
        (true, _) => SIGN,
        (false, true) => SIGN_IN_WORD,
        (false, false) => ODD_SIGN,
    }
}

/// Whether an apostrophe between two letters stands for a letter that was left out: `d'Este`, `dell'Orto`, `qu'elle`.
fn elision(place: &Place) -> bool {
    let short = place.ascii_before == 1
        || matches!((place.around.0, place.before), ('l' | 'L', 'l' | 'L') | ('q', 'u') | ('u', 'n'));
    let possessive = place.after == 's' && !is_letter(place.around.1);
    possessive || short && (place.after.is_uppercase() || kind(place.after) == 1 || lower(place.after) == 'h')
}
