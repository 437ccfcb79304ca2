//! Filling a form from JSON.

use serde_json::{Map, Value as Json};

use super::draft::Draft;
use super::key::{Key, TYPE, TYPE_KEY};
use super::stored::is_kept_by_server;
use super::value::text_of;

/// Why a text fills nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasteError {
    /// There is no `{`.
    NoObject,
    /// It is no JSON from here on.
    NotJson {
        /// The line, counted from 1.
        line: usize,
        /// The character in that line, counted from 1.
        column: usize,
    },
}

/// What is worth saying after a form was filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The text would have the campaign call; it stays paused.
    StaysPaused,
    /// The campaign is active, and the text would have it paused: it was switched off.
    SwitchedOff,
    /// The text is of another type than a campaign; that was left aside.
    OtherType(String),
    /// These keys are given by the server; they were left aside.
    KeptByServer(Vec<String>),
    /// This app does not know these keys; they are sent as they are.
    Unknown(Vec<String>),
}

/// What became of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// The form, filled; keys that the text does not have are as before.
    pub draft: Draft,
    /// How many fields were filled.
    pub filled: usize,
    /// What is worth saying.
    pub notices: Vec<Notice>,
}

impl Draft {
    /// Fills the form from a JSON object, as the documented page prints one: with comments behind `//`, and with a
    /// command or a heading around it.
    ///
    /// A campaign is never switched on by it.
    ///
    /// # Errors
    /// Where the text is no JSON object.
    pub fn paste(&self, text: &str) -> Result<Pasted, PasteError> {
        let row = read(text)?;
        let mut draft = self.clone();
        let (mut filled, mut notices) = (0, Vec::new());
        let (mut kept, mut unknown) = (Vec::new(), Vec::new());
        for (name, value) in row {
            if let Some(key) = Key::parse(&name) {
                filled += 1;
                let text = text_of(key, &value);
                if key == Key::Active && text == "true" && !self.is_active() {
                    notices.push(Notice::StaysPaused);
                } else {
                    if key == Key::Active && text == "false" && self.is_active() {
                        notices.push(Notice::SwitchedOff);
                    }
                    draft.set(key, text);
                }
            } else if name == TYPE_KEY {
                let is_ours = value.as_str() == Some(TYPE);
                if !is_ours {
                    notices.push(Notice::OtherType(
                        value.as_str().map_or_else(|| value.to_string(), str::to_owned),
                    ));
                }
            } else if is_kept_by_server(&name) {
                kept.push(name);
            } else {
                unknown.push(name.clone());
                draft.set_other(name, value);
            }
        }
        if !kept.is_empty() {
            notices.push(Notice::KeptByServer(kept));
        }
        if !unknown.is_empty() {
            notices.push(Notice::Unknown(unknown));
        }
        Ok(Pasted { draft, filled, notices })
    }
}

/// The object that begins at the first `{`.
fn read(text: &str) -> Result<Map<String, Json>, PasteError> {
    // A command for a shell writes a quote inside of quotes like that.
    let text = without_comments(&text.replace(r"'\''", "'"));
    let begin = text.find('{').ok_or(PasteError::NoObject)?;
    let object = text.get(begin..).unwrap_or_default();
    // To a `Value` and not to a map: a typed reading brings the words of serde's type errors along, 7 kB of the browser's
    // download. What follows the object is none of its business.
    let first = serde_json::Deserializer::from_str(object).into_iter::<Json>().next();
    match first.ok_or(PasteError::NoObject)? {
        Ok(Json::Object(row)) => Ok(row),
        Ok(Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Array(_)) => {
            Err(PasteError::NoObject)
        }
        Err(error) => {
            // The object may begin in the middle of a line of the text.
            let above = text.get(..begin).unwrap_or_default();
            let columns_above = above.rsplit('\n').next().map_or(0, |line| line.chars().count());
            Err(PasteError::NotJson {
                line: error.line() + above.matches('\n').count(),
                column: error.column() + if error.line() == 1 { columns_above } else { 0 },
            })
        }
    }
}

/// The text with everything from `//` to the end of its line blanked out, except inside quotes.
fn without_comments(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    let (mut in_quotes, mut in_comment) = (false, false);
    while let Some(character) = characters.next() {
        match character {
            '\n' => (in_quotes, in_comment) = (false, false),
            _ if in_comment => continue,
            '"' => in_quotes = !in_quotes,
            '\\' if in_quotes => {
                plain.push(character);
                plain.extend(characters.next());
                continue;
            }
            // An address in front of the object is none: `https://…`.
            '/' if !in_quotes && characters.peek() == Some(&'/') && plain.contains('{') => {
                in_comment = true;
                continue;
            }
            _ => {}
        }
        plain.push(character);
    }
    plain
}
