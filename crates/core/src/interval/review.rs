//! How a form treats a text (facts 2.5).

use super::arrange::arrange;
use super::finding::{Fault, Surprise};
use super::openings::Openings;
use super::parts::{Meaning, Notes, spell, understand};
use super::read::read;
use super::rows::Rows;
use super::separate::{Fields, separate};
use super::{Field, TEXT_MAX};

/// The fields that say when, in their order.
const FIELDS: [Field; 4] = [Field::Times, Field::Weekdays, Field::Days, Field::Months];

/// What a form makes of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Review {
    /// It may be sent, in its canonical spelling.
    Taken(Taken),
    /// It may not be sent.
    Refused(Refused),
}

/// A text that may be sent: Asterisk opens by it exactly as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    canonical: String,
    rewritten: bool,
    rows: Rows,
    surprises: Vec<Surprise>,
    openings: Openings,
}

impl Taken {
    /// The spelling to send: four fields separated by commas, or five where a zone is kept. No blanks, lower case,
    /// `HH:MM-HH:MM`, three-letter names, `*` for a field that opens always. The parts stay in their order.
    pub fn canonical(&self) -> &str {
        &self.canonical
    }

    /// Whether the canonical spelling is another one than the text had. It opens at the same moments.
    pub fn is_rewritten(&self) -> bool {
        self.rewritten
    }

    /// The zone of a fifth field, which is kept. An empty fifth field is none: both mean the zone of the server.
    pub fn zone(&self) -> Option<&str> {
        self.rows.zone()
    }

    /// The parts of its fields, for an editor.
    pub fn rows(&self) -> &Rows {
        &self.rows
    }

    /// What is worth saying about it: first what concerns one field, in their order, then what concerns several.
    pub fn surprises(&self) -> &[Surprise] {
        &self.surprises
    }

    /// When it opens.
    pub fn openings(&self) -> &Openings {
        &self.openings
    }
}

/// A text that may not be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    faults: Vec<Fault>,
    repair: Option<String>,
    opens: Option<Openings>,
}

impl Refused {
    /// Why, at least one: first what concerns the whole text, then the faults of each field in their order, then the
    /// fields that never match.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// A canonical text that means what was clearly meant. It is taken without being rewritten, and its review may hold
    /// surprises.
    pub fn repair(&self) -> Option<&str> {
        self.repair.as_deref()
    }

    /// When Asterisk would open by the text as it is; `None` where it builds nothing from it.
    pub fn opens(&self) -> Option<&Openings> {
        self.opens.as_ref()
    }
}

/// Says how a form treats a text.
///
/// A text is taken only where [`read`] opens at the same moments for it and for its canonical spelling, in the same
/// zone; all else is refused, with a repair only where it is clear what was meant.
pub fn review(text: &str) -> Review {
    let characters = text.chars().count();
    if characters > TEXT_MAX {
        return refused(vec![Fault::TooLong { characters }], None, read(text));
    }
    if text.trim().is_empty() {
        return refused(vec![Fault::Empty], None, read(text));
    }
    let mut notes = Notes::default();
    let mut meant = separate(text, &mut notes.faults).and_then(|fields| understand_all(&fields, &mut notes));
    if meant.is_none()
        && let Some((arranged, found)) = understand_arranged(text)
    {
        (meant, notes) = (Some(arranged), found);
    }
    let opens = read(text);
    note_never(opens.as_ref(), &mut notes.faults);
    let characters = meant.as_ref().map_or(0, |meant| meant.canonical.chars().count());
    if characters > TEXT_MAX && notes.faults.is_empty() {
        notes.faults.push(Fault::TooLong { characters });
    }
    // A text that means dates which no year has, such as 31 February, is no repair either.
    let has_date = |meant: &Meant| read(&meant.canonical).is_some_and(|openings| !openings.is_never());
    if meant.as_ref().is_some_and(|meant| !has_date(meant)) {
        notes.faults.push(Fault::NoSuchDate);
    }
    match (meant.filter(|meant| characters <= TEXT_MAX && has_date(meant)), opens) {
        (Some(Meant { canonical, rows }), Some(openings)) if notes.faults.is_empty() => {
            let (rewritten, surprises) = (canonical != text, notes.surprises);
            Review::Taken(Taken { canonical, rewritten, rows, surprises, openings })
        }
        (meant, opens) => refused(notes.faults, meant.map(|meant| meant.canonical), opens),
    }
}

fn refused(faults: Vec<Fault>, repair: Option<String>, opens: Option<Openings>) -> Review {
    Review::Refused(Refused { faults, repair, opens })
}

/// A text as a person means it.
struct Meant {
    canonical: String,
    rows: Rows,
}

/// Reads all fields as a person means them; `None` where one is not clear.
fn understand_all(fields: &Fields<'_>, notes: &mut Notes) -> Option<Meant> {
    // Fields that are missing at the end open always, as empty ones do.
    let texts = fields.named.iter().copied().chain(std::iter::repeat(""));
    // All are read for their faults before one that is not clear ends it.
    let meanings: Vec<Option<Meaning>> =
        FIELDS.into_iter().zip(texts).map(|(field, text)| understand(field, text, notes)).collect();
    let zone = fields.zone.map_or(Some(None), |zone| understand_zone(zone, notes));
    let meanings: Vec<Meaning> = meanings.into_iter().collect::<Option<_>>()?;
    let zone = zone?;
    note_midnight(&meanings, notes);
    let rows = Rows::new(meanings.try_into().ok()?, zone);
    Some(Meant { canonical: rows.text(), rows })
}

/// Reads a text whose pieces are not where they belong; the faults are those of the pieces in their places.
fn understand_arranged(text: &str) -> Option<(Meant, Notes)> {
    let fields = arrange(text)?;
    let mut notes = Notes { faults: vec![Fault::Arrangement], surprises: Vec::new() };
    let fields = Fields { named: fields.iter().map(String::as_str).collect(), zone: None };
    Some((understand_all(&fields, &mut notes)?, notes))
}

/// Reads the fifth field: the zone, `Some(None)` where it is empty and `None` where it cannot be one.
#[expect(clippy::option_option, reason = "the outer one means what it means for the other fields")]
fn understand_zone(text: &str, notes: &mut Notes) -> Option<Option<String>> {
    let zone = text.trim();
    if zone.contains(char::is_control) {
        notes.faults.push(Fault::Unreadable { field: Field::Zone, text: text.to_owned() });
        return None;
    }
    if zone != text {
        notes.faults.push(Fault::Blank { field: Field::Zone, text: text.to_owned() });
    }
    if zone.is_empty() {
        return Some(None);
    }
    notes.surprises.push(Surprise::Zone { zone: zone.to_owned() });
    Some(Some(zone.to_owned()))
}

/// Notes the ranges of times that run past midnight while the days are restricted.
fn note_midnight(meanings: &[Meaning], notes: &mut Notes) {
    let mut fields = FIELDS.into_iter().zip(meanings);
    let Some((times, Meaning::Parts(spans))) = fields.next() else { return };
    let Some((restricted, _)) = fields.find(|(_, meaning)| matches!(meaning, Meaning::Parts(_))) else {
        return;
    };
    for span in spans.iter().filter(|span| span.first > span.last) {
        notes.surprises.push(Surprise::WrapsMidnight { part: spell(times, *span), restricted });
    }
}

/// Notes the fields of which Asterisk leaves nothing.
fn note_never(opens: Option<&Openings>, faults: &mut Vec<Fault>) {
    let Some(opens) = opens else { return };
    let empty =
        [opens.minutes.is_empty(), opens.weekdays.is_empty(), opens.days.is_empty(), opens.months.is_empty()];
    for (field, _) in FIELDS.into_iter().zip(empty).filter(|(_, empty)| *empty) {
        faults.push(Fault::NeverMatches { field });
    }
}
