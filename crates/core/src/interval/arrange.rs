//! Texts whose pieces are clear, but not where Asterisk looks for them: `lun-ven 9-20`, `mon-fri, 9:00-18:00`.

use super::Field;
use super::clock::is_tail;
use super::dash;
use super::parts::{Notes, understand};

/// Words that stand for a `-` between two ends, in the five languages of names.
const TO: &[&str] = &["to", "until", "till", "a", "al", "alle", "à", "au", "hasta", "bis"];
/// Words that join two parts.
const AND: &[&str] = &["and", "e", "y", "et", "und"];
/// Words before a first end, which say nothing.
const FROM: &[&str] = &["from", "dal", "dalle", "da", "del", "de", "du", "von"];
/// What separates pieces beside blanks.
const SEPARATORS: [char; 3] = [',', '|', ';'];

/// The first four fields of a text that has them in another order, or without commas between; `None` where that is not
/// clear. It never is without times, because days alone would mean that calls are made at night, and never with a star,
/// which belongs to no field in particular.
///
/// The fields are as they were written: they still have to be understood.
pub(super) fn arrange(text: &str) -> Option<[String; 4]> {
    if text.contains('*') {
        return None;
    }
    let text = tighten(&dash::plain(text).unwrap_or_else(|| text.to_owned()));
    let mut fields: [String; 4] = Default::default();
    let [times, weekdays, _, months] = &mut fields;
    let (mut last, mut bare) = (None, None);
    for piece in text.split(|c: char| c.is_whitespace() || SEPARATORS.contains(&c)).filter(|p| !p.is_empty())
    {
        let kind = kind_of(piece)?;
        let field = match kind {
            Kind::Times { .. } => &mut *times,
            Kind::Weekdays => &mut *weekdays,
            Kind::Months => &mut *months,
        };
        if let Kind::Times { is_bare } = kind {
            bare = Some(is_bare);
        }
        if field.is_empty() {
            piece.clone_into(field);
        } else if last == Some(kind) && matches!(kind, Kind::Times { .. }) {
            // Several times a day, one after the other. Times for some days and others for others are no text at all, and
            // beside a time with a colon bare numbers may as well be days of the month.
            field.push('&');
            field.push_str(piece);
        } else {
            return None;
        }
        last = Some(kind);
    }
    // In a text of many fields, bare numbers may be meant for any.
    let is_clear = bare? == Bare::No || text.split(SEPARATORS).count() <= 2;
    is_clear.then_some(fields)
}

/// Whether times are whole hours without any sign of what they are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bare {
    Yes,
    No,
}

/// What a piece can only be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Times { is_bare: Bare },
    Weekdays,
    Months,
}

fn kind_of(piece: &str) -> Option<Kind> {
    let understood = |field| understand(field, piece, &mut Notes::default()).is_some();
    if piece.starts_with(|c: char| c.is_ascii_digit()) {
        // A lone time may be a start or an end.
        let are_ranges = piece.split('&').all(|part| part.contains('-'));
        let is_bare = piece.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '&'));
        let is_bare = if is_bare { Bare::Yes } else { Bare::No };
        return (are_ranges && understood(Field::Times)).then_some(Kind::Times { is_bare });
    }
    if piece.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // `mar` is a month, and Tuesday in three languages.
    match (understood(Field::Weekdays), understood(Field::Months)) {
        (true, false) => Some(Kind::Weekdays),
        (false, true) => Some(Kind::Months),
        (true, true) | (false, false) => None,
    }
}

/// The same text with the words between ends and parts as signs, and no blanks around signs or before what ends a time, so
/// that blanks only separate.
fn tighten(text: &str) -> String {
    let mut tight = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        // A comma after a word belongs to what follows it.
        let lower = word.to_lowercase();
        if FROM.contains(&lower.as_str()) {
            continue;
        }
        let is_sign = |c: char| matches!(c, '-' | '&');
        let word = if is_linking(&tight) && TO.contains(&lower.as_str()) {
            "-"
        } else if is_linking(&tight) && AND.contains(&lower.as_str()) {
            "&"
        } else {
            word
        };
        let tail = word.split(|c: char| is_sign(c) || SEPARATORS.contains(&c)).next().unwrap_or_default();
        let ends_a_time = tight.ends_with(|c: char| c.is_ascii_digit()) && is_tail(tail);
        let is_joined =
            tight.is_empty() || tight.ends_with(is_sign) || word.starts_with(is_sign) || ends_a_time;
        if !is_joined {
            tight.push(' ');
        }
        tight.push_str(word);
    }
    tight
}

/// Whether a word for a sign may follow: something to link is there.
fn is_linking(before: &str) -> bool {
    before.ends_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_only_separate_in_a_tight_text() {
        for (text, tight) in [
            ("  lun - ven   9 -20 ", "lun-ven 9-20"),
            ("mon & tue 9:00- 18:00", "mon&tue 9:00-18:00"),
            ("from Monday to Friday, 9 am to 5 pm", "Monday-Friday, 9am-5pm"),
            ("da lunedì a venerdì dalle 9 alle 18", "lunedì-venerdì 9-18"),
            ("sab e dom 9h-12h", "sab&dom 9h-12h"),
            ("von 9 bis 17 Uhr", "9-17Uhr"),
            ("a 9", "a 9"),
        ] {
            assert_eq!(tighten(text), tight);
        }
    }

    #[test]
    fn the_kinds_of_pieces_do_not_overlap() {
        assert!(kind_of("mar").is_none() && kind_of("9").is_none() && kind_of("mon-5").is_none());
        assert!(kind_of("mar-ven") == Some(Kind::Weekdays) && kind_of("mar-mag") == Some(Kind::Months));
        assert!(kind_of("9-20") == Some(Kind::Times { is_bare: Bare::Yes }));
        assert!(kind_of("9:00-20") == Some(Kind::Times { is_bare: Bare::No }));
    }
}
