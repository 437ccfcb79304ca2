//! An input: sixteen bytes that say how a file is read, then the file.

use std::collections::BTreeMap;

use dialdesk_core::contact::{ContactField, CustomField, CustomFieldId, CustomKind};
use dialdesk_core::import::{
    Binding, Checks, Column, Decisions, Delimiter, DuplicateRule, Encoding, Header, Kind, KindDecision,
    NumberThere, RowDecision, SameNumber, Settings, propose,
};
use dialdesk_core::phone::{Country, PhoneForm};

/// Bytes before the file. Each chooses one thing: `0` what is usual, the next bytes the others in turn.
pub(crate) const CHOICES: usize = 16;
/// The choice of what stands before the file, so that the border of the head falls into it.
pub(crate) const FILLER: usize = 11;

/// Sizes of the slices in which the file is pushed the second time: one byte, across what belongs together, around a
/// block of the reader, all at once but for the end.
const SLICES: [usize; 10] = [1, 2, 3, 5, 16, 63, 64, 65, 997, 4096];
/// Countries with different habits: numbers with their own zero, long trunks, none, short exit prefixes, shared codes.
const COUNTRIES: [&str; 10] = ["IT", "GB", "DE", "US", "AR", "HU", "RU", "SM", "BR", "JP"];
/// Texts that an admin might put in the place of a cell.
const FIXES: [&str; 5] = ["Ada", "+39 333 000 0001", "'=1+1", " ", "\"x\",\r\n'"];
/// How much of a file is read before it is known what it is.
const HEAD: usize = 64 * 1024;

/// What is made of an input.
pub(crate) struct Case {
    /// The bytes of the file.
    pub(crate) file: Vec<u8>,
    /// What the admin says of the file.
    pub(crate) settings: Settings,
    /// How many bytes are pushed at once.
    pub(crate) slice: usize,
    /// What the admin decides.
    pub(crate) decisions: Decisions,
    compared: Vec<ContactField>,
    binding: u8,
}

impl Case {
    /// Every input is a case.
    pub(crate) fn of(input: &[u8]) -> Self {
        let choice = |place: usize| input.get(place).map_or(0, |byte| byte.wrapping_sub(b'0'));
        let file = input.get(CHOICES..).unwrap_or_default();
        let is_long = (1..=4).contains(&choice(FILLER));
        Self {
            file: at_the_border(file, choice(FILLER), usize::from(choice(FILLER + 1))),
            settings: Settings {
                encoding: other_than_none(&Encoding::ALL, choice(0)),
                delimiter: other_than_none(&Delimiter::ALL, choice(1)),
                header: other_than_none(&[Header::Present, Header::Absent], choice(2)),
            },
            // Each line end inside quotes makes the reader begin the record anew: byte by byte that takes minutes.
            slice: one_of(&SLICES, choice(3)).max(if is_long { 997 } else { 1 }),
            decisions: Decisions {
                number_there: NumberThere::default(),
                country: other_than_none(&COUNTRIES, choice(4)).and_then(Country::from_code),
                form: one_of(
                    &[PhoneForm::AsWritten, PhoneForm::E164, PhoneForm::Digits, PhoneForm::National],
                    choice(5),
                ),
                same_number: one_of(
                    &[SameNumber::SendAll, SameNumber::KeepFirst, SameNumber::KeepLast],
                    choice(6),
                ),
                kinds: kinds(choice(7)),
                rows: rows(choice(8)),
            },
            compared: compared(choice(9)),
            binding: choice(10),
        }
    }

    /// What is asked of the records of a file with these columns.
    pub(crate) fn checks(&self, columns: &[Column]) -> Checks {
        let custom = custom();
        let binding = match self.binding % 4 {
            0 => propose(columns, &custom).into_iter().map(|made| (made.field, made.column)).collect(),
            1 => bind(&[ContactField::FirstName, ContactField::Phone, ContactField::Email]),
            2 => {
                let fields = [ContactField::Priority, ContactField::ScheduledAt, ContactField::Mobile];
                bind(&fields.into_iter().chain(custom.iter().map(own)).collect::<Vec<_>>())
            }
            // One column for all of them, and one that no file has.
            _ => [(ContactField::FirstName, 0), (ContactField::Phone, 0), (ContactField::City, 20_000)]
                .into_iter()
                .collect(),
        };
        Checks {
            binding,
            duplicates: DuplicateRule::new(self.compared.iter().copied()),
            custom,
            decisions: self.decisions.clone(),
        }
    }
}

fn one_of<T: Copy>(all: &[T], choice: u8) -> T {
    all[usize::from(choice) % all.len()]
}

fn other_than_none<T: Copy>(all: &[T], choice: u8) -> Option<T> {
    let place = (usize::from(choice) % (all.len() + 1)).checked_sub(1)?;
    all.get(place).copied()
}

/// A field for each column in turn.
fn bind(fields: &[ContactField]) -> Binding {
    fields.iter().copied().zip(0..).collect()
}

fn own(field: &CustomField) -> ContactField {
    ContactField::Custom(field.id)
}

fn custom() -> Vec<CustomField> {
    let kinds = [
        CustomKind::Text,
        CustomKind::Select(vec!["Basic".into(), "Plus".into()]),
        CustomKind::Number,
        CustomKind::Switch,
        CustomKind::DateTime,
        CustomKind::Url,
    ];
    let field = |(number, kind)| {
        CustomField::new(CustomFieldId::new(number).unwrap(), format!("field {number}"), kind)
    };
    (1..).zip(kinds).map(field).collect()
}

fn kinds(choice: u8) -> BTreeMap<Kind, KindDecision> {
    let all = |decision| Kind::ALL.into_iter().map(|kind| (kind, decision)).collect();
    match choice % 32 {
        0 => BTreeMap::new(),
        1 => all(KindDecision::Repair),
        2 => all(KindDecision::LeaveOut),
        other => BTreeMap::from([(
            one_of(&Kind::ALL, other),
            if other % 2 == 0 { KindDecision::LeaveOut } else { KindDecision::Repair },
        )]),
    }
}

fn rows(choice: u8) -> BTreeMap<u32, RowDecision> {
    let fix = |field, text: &str| RowDecision::with_texts(BTreeMap::from([(field, text.to_owned())]));
    match choice % 8 {
        0 => BTreeMap::new(),
        1 => BTreeMap::from([(0, RowDecision::left_out()), (2, RowDecision::left_out())]),
        2 => BTreeMap::from([(1_000_000, RowDecision::left_out())]),
        // What was typed into a record that is left out is kept.
        7 => {
            let typed = fix(ContactField::Phone, one_of(&FIXES, choice / 8));
            BTreeMap::from([(1, RowDecision { is_left_out: true, ..typed })])
        }
        other => BTreeMap::from([
            (1, fix(ContactField::FirstName, one_of(&FIXES, other))),
            (2, fix(ContactField::Phone, one_of(&FIXES, other))),
        ]),
    }
}

fn compared(choice: u8) -> Vec<ContactField> {
    match choice % 6 {
        0 => vec![ContactField::Phone],
        1 => Vec::new(),
        2 => vec![ContactField::Phone, ContactField::Email],
        3 => vec![ContactField::FirstName],
        4 => vec![ContactField::Mobile, ContactField::Phone],
        _ => vec![ContactField::FirstName, ContactField::Phone, ContactField::Priority],
    }
}

/// The file with so much before it that the border of the head falls into its first bytes. Rarely asked: it takes time.
fn at_the_border(file: &[u8], choice: u8, before: usize) -> Vec<u8> {
    let filler: &[u8] = match choice {
        1 => b"\n",
        2 => b"name,phone\r\n",
        3 => b"x",
        4 => b"\"\n",
        _ => return file.to_vec(),
    };
    let length = HEAD.saturating_sub(before);
    let mut whole: Vec<u8> = filler.iter().copied().cycle().take(length).collect();
    if choice == 4 {
        // One open quote and then line ends within it.
        whole = [b"\"".as_slice(), &vec![b'\n'; length.saturating_sub(1)]].concat();
    }
    whole.extend_from_slice(file);
    whole
}
