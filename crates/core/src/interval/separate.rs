//! Where the form sees the borders between fields.

use super::finding::Fault;
use super::read::SEPARATORS;

/// The fields of a text as they are meant.
pub(super) struct Fields<'a> {
    /// Times, weekdays, days and months; fewer where the last are missing.
    pub(super) named: Vec<&'a str>,
    /// The fifth field, where it is the last.
    pub(super) zone: Option<&'a str>,
}

/// Separates the fields of a text. Faults of that are added to `faults`; `None` where the borders are not clear.
pub(super) fn separate<'a>(text: &'a str, faults: &mut Vec<Fault>) -> Option<Fields<'a>> {
    let mut fields: Vec<&str> = text.split(SEPARATORS).collect();
    // A semicolon in a zone separates nothing that Asterisk would miss.
    if fields.iter().take(4).any(|field| field.contains(';')) {
        faults.push(Fault::Semicolons);
        let meant: Vec<&str> = text.split([',', '|', ';']).collect();
        let clear = match fields.as_slice() {
            [_] => true,
            mixed => meant.len() <= 5 && mixed.iter().all(|field| is_separated(field)),
        };
        if !clear {
            return None;
        }
        fields = meant;
    }
    let rest = fields.split_off(fields.len().min(4));
    let zone = match rest.as_slice() {
        [] => None,
        [zone] => Some(*zone),
        more => {
            let ignored = more.join(",");
            faults.push(Fault::TooManyFields { fields: 4 + more.len(), ignored });
            None
        }
    };
    Some(Fields { named: fields, zone })
}

/// Whether the semicolons of a text that also has commas can only separate fields: beside each is a star, which is
/// always a whole field, or a time on one side alone. Elsewhere one may as well have been meant to join parts, as in
/// `mon;tue`.
fn is_separated(field: &str) -> bool {
    let pieces: Vec<&str> = field.split(';').collect();
    pieces.windows(2).all(|pair| {
        let times = pair.iter().filter(|piece| piece.contains(':')).count();
        times == 1 || pair.iter().any(|piece| piece.trim() == "*")
    })
}
