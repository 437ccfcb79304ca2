//! The letters of Asterisk's `Queue()` options.

/// The letters that Asterisk knows.
const LETTERS: &str = "bBcCdFhHiIkKmnrRtTxXwW";
/// The letters that may have an argument in parentheses.
const WITH_ARGUMENT: &str = "bBFm";
/// The letters that give the caller a right by keypad. In a campaign the caller is the person who was called.
const FOR_CONTACT: &str = "TX";

/// Why a text is no list of options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    /// A parenthesis is not closed: Asterisk gives up on the whole text.
    Unclosed,
    /// A comma outside of parentheses would end the options.
    Comma,
}

/// What stands in a text of options.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Options {
    /// Letters and marks that Asterisk does not know, each once.
    pub(super) unknown: String,
    /// Letters that stand there more than once, each once.
    pub(super) repeated: String,
    /// Letters that give the contact a right.
    pub(super) for_contact: String,
}

/// Reads a text of options.
pub(super) fn read(text: &str) -> Result<Options, Flaw> {
    let mut options = Options::default();
    let mut seen = String::new();
    let mut rest = text.chars();
    while let Some(letter) = rest.next() {
        if letter == ',' {
            return Err(Flaw::Comma);
        }
        let last_takes_argument = seen.chars().last().is_some_and(|last| WITH_ARGUMENT.contains(last));
        if letter == '(' {
            // Asterisk skips to the closing one, whatever stands in front.
            if !rest.any(|inside| inside == ')') {
                return Err(Flaw::Unclosed);
            }
            if !last_takes_argument {
                add(&mut options.unknown, '(');
            }
            continue;
        }
        if !LETTERS.contains(letter) {
            add(&mut options.unknown, letter);
        } else if seen.contains(letter) {
            add(&mut options.repeated, letter);
        } else if FOR_CONTACT.contains(letter) {
            add(&mut options.for_contact, letter);
        }
        seen.push(letter);
    }
    Ok(options)
}

fn add(letters: &mut String, letter: char) {
    if !letters.contains(letter) {
        letters.push(letter);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (String, String, String) {
        let options = read(text).unwrap();
        (options.unknown, options.repeated, options.for_contact)
    }

    fn some(unknown: &str, repeated: &str, for_contact: &str) -> (String, String, String) {
        (unknown.into(), repeated.into(), for_contact.into())
    }

    #[test]
    fn letters_are_told_apart_by_case() {
        assert_eq!(found("tTxX"), some("", "", "TX"));
        assert_eq!(found("tx"), some("", "", ""));
        assert_eq!(found(""), some("", "", ""));
        assert_eq!(found("tqQ t"), some("qQ ", "t", ""));
        assert_eq!(found("TT"), some("", "T", "T"));
    }

    #[test]
    fn arguments_stand_in_parentheses_behind_letters_that_take_one() {
        assert_eq!(found("m(jazz)F(out^100^1)t"), some("", "", ""));
        assert_eq!(found("b(pre,start^1)"), some("", "", ""));
        assert_eq!(found("t(x)"), some("(", "", ""));
        assert_eq!(read("tm(jazz"), Err(Flaw::Unclosed));
        assert_eq!(read("t,30"), Err(Flaw::Comma));
        assert_eq!(read("m(a),t"), Err(Flaw::Comma));
    }
}
