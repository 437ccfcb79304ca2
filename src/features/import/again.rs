//! Reading the same file in another way: what of the admin's choices still holds.

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{Delimiter, Refusal, Scan};

use super::model::{Choices, SoFar, Trouble};

/// How far reading the file in another way has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Again {
    /// It is read as the settings say.
    No,
    /// Under way, so far; what was known of the file stays meanwhile.
    Reading(SoFar),
    /// It could not be read in that way, and is read as before.
    Refused(Trouble),
}

/// Whether a file that was refused may be readable in another way.
pub(crate) fn may_help(why: &Trouble) -> bool {
    match why {
        Trouble::Refused(refusal) => match refusal {
            Refusal::Binary { .. }
            | Refusal::HeaderOnly
            | Refusal::RecordTooLong { .. }
            | Refusal::TooManyCells { .. }
            | Refusal::RunawayQuote { .. } => true,
            Refusal::Empty | Refusal::TooLarge { .. } | Refusal::Foreign(_) | Refusal::TooManyRecords => {
                false
            }
        },
        Trouble::Gone => false,
    }
}

/// What the admin chose for the columns that other separators make of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shelf(Vec<(Delimiter, Choices)>);

impl Shelf {
    /// Keeps of the choices those for such fields.
    pub(crate) fn retain(&mut self, is_meant: impl Fn(&ContactField) -> bool) {
        for (_, choices) in &mut self.0 {
            choices.retain(|field, _| is_meant(field));
        }
    }

    /// The choices that hold once a file that was cut by `before` is read as `after`.
    ///
    /// With the same separator a column stays where it is. Another one makes other columns: what was chosen for them
    /// before comes back, else only that a field takes none still means the same, and the rest is proposed anew.
    pub(crate) fn exchange(&mut self, choices: Choices, before: Delimiter, after: &Scan) -> Choices {
        let now = after.dialect.delimiter;
        let kept = if now == before {
            choices
        } else {
            let nones = choices.iter().filter(|(_, column)| column.is_none());
            let nones: Choices = nones.map(|(field, column)| (*field, *column)).collect();
            self.0.retain(|(delimiter, _)| *delimiter != before);
            self.0.push((before, choices));
            let earlier = self.0.iter().find(|(delimiter, _)| *delimiter == now);
            earlier.map_or(nones, |(_, choices)| choices.clone())
        };
        let is_there = |column: &Option<usize>| column.is_none_or(|column| column < after.columns.len());
        kept.into_iter().filter(|(_, column)| is_there(column)).collect()
    }
}

#[cfg(test)]
mod tests {
    use dialdesk_core::contact::CustomFieldId;
    use dialdesk_core::import::{Foreign, Header, Scanned, Scanner, Settings};
    use dialdesk_core::native::NativeDecoder;

    use super::*;

    const FILE: &str = "Nome;Telefono,Cellulare;Note\nGiulia;06 000;x\nMarco;02 000;y\n";

    fn read(settings: Settings) -> Scan {
        let mut scanner = Scanner::new(FILE.len() as u64, settings, &NativeDecoder).unwrap();
        scanner.push(FILE.as_bytes()).unwrap();
        let Scanned::Whole(scan, _) = scanner.finish().unwrap() else { panic!("plain text is read once") };
        *scan
    }

    fn cut(delimiter: Delimiter) -> Settings {
        Settings { delimiter: Some(delimiter), ..Settings::default() }
    }

    #[test]
    fn with_the_same_separator_a_choice_keeps_its_column_also_where_it_has_no_name_any_more() {
        let after = read(Settings { header: Some(Header::Absent), ..cut(Delimiter::Semicolon) });
        let choices = Choices::from([
            (ContactField::FirstName, Some(2)),
            (ContactField::Phone, None),
            (ContactField::Fax, Some(3)),
        ]);
        // Three columns, so that there is no fourth.
        assert_eq!(
            Shelf::default().exchange(choices, Delimiter::Semicolon, &after),
            Choices::from([(ContactField::FirstName, Some(2)), (ContactField::Phone, None)])
        );
    }

    #[test]
    fn a_choice_waits_for_its_separator_to_come_back() {
        let mut shelf = Shelf::default();
        let choices = Choices::from([(ContactField::FirstName, Some(2)), (ContactField::Phone, None)]);
        let by_bars = shelf.exchange(choices.clone(), Delimiter::Semicolon, &read(cut(Delimiter::Pipe)));
        assert_eq!(by_bars, Choices::from([(ContactField::Phone, None)]));
        let again = shelf.exchange(by_bars.clone(), Delimiter::Pipe, &read(cut(Delimiter::Semicolon)));
        assert_eq!(again, choices);
        let bars_again = shelf.exchange(again, Delimiter::Semicolon, &read(cut(Delimiter::Pipe)));
        assert_eq!(bars_again, by_bars);
    }

    #[test]
    fn choices_for_some_fields_can_be_let_go_of() {
        let mut shelf = Shelf::default();
        let third = ContactField::Custom(CustomFieldId::new(3).unwrap());
        let choices = Choices::from([(ContactField::FirstName, Some(2)), (third, Some(1))]);
        let by_bars = shelf.exchange(choices, Delimiter::Semicolon, &read(cut(Delimiter::Pipe)));
        shelf.retain(|field| *field != third);
        let again = shelf.exchange(by_bars, Delimiter::Pipe, &read(cut(Delimiter::Semicolon)));
        assert_eq!(again, Choices::from([(ContactField::FirstName, Some(2))]));
    }

    #[test]
    fn another_way_of_reading_helps_only_where_reading_was_the_trouble() {
        assert!(may_help(&Trouble::Refused(Refusal::RunawayQuote { line: 2 })));
        assert!(may_help(&Trouble::Refused(Refusal::HeaderOnly)));
        assert!(!may_help(&Trouble::Refused(Refusal::Foreign(Foreign::Pdf))));
        assert!(!may_help(&Trouble::Gone));
    }
}
