//! Which column feeds which field.

use std::collections::BTreeMap;

use super::Column;
use crate::contact::{ContactField, CustomField};

/// Columns by the field they feed. One column may feed several fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Binding(BTreeMap<ContactField, usize>);

impl Binding {
    /// The column that feeds `field`.
    pub fn column(&self, field: ContactField) -> Option<usize> {
        self.0.get(&field).copied()
    }

    /// The bound fields with their columns, in the order of the fields.
    pub fn iter(&self) -> impl Iterator<Item = (ContactField, usize)> + '_ {
        self.0.iter().map(|(field, column)| (*field, *column))
    }

    /// Binds `field` to a column, or to none.
    pub fn set(&mut self, field: ContactField, column: Option<usize>) {
        match column {
            Some(column) => self.0.insert(field, column),
            None => self.0.remove(&field),
        };
    }

    /// How many fields are bound.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no field is bound.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(ContactField, usize)> for Binding {
    fn from_iter<I: IntoIterator<Item = (ContactField, usize)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

/// Why a column was proposed for a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its header is a usual name of the field, or the API's own.
    Name,
    /// Its header is the label of the custom field.
    Label,
    /// Its header says nothing, its values do: this many percent fit.
    Values {
        /// Percent of the filled cells, rounded down.
        percent: u8,
    },
}

/// A proposed binding of one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The field.
    pub field: ContactField,
    /// The column's index.
    pub column: usize,
    /// Why.
    pub reason: Reason,
}

/// Percent of the filled cells that must read as a number (or an address) for the values alone to decide.
const VALUES_PERCENT: u64 = 95;

/// Names that people give to a column, folded: lower case, without accents and separators.
const NAMES: &[(ContactField, &[&str])] = &[
    (
        ContactField::FirstName,
        &[
            "firstname",
            "name",
            "fullname",
            "givenname",
            "forename",
            "contactname",
            "nome",
            "nomecliente",
            "nominativo",
            "nombre",
            "prenom",
            "vorname",
            "primeironome",
            "customer",
            "cliente",
        ],
    ),
    (
        ContactField::LastName,
        &["lastname", "surname", "familyname", "cognome", "apellido", "apellidos", "nachname", "sobrenome"],
    ),
    (
        ContactField::Phone,
        &[
            "phone",
            "phonenumber",
            "phone1",
            "telephone",
            "tel",
            "number",
            "telefono",
            "telefono1",
            "numero",
            "numerotelefono",
            "numeroditelefono",
            "telefon",
            "telefonnummer",
            "rufnummer",
            "numerodetelefono",
            "telefone",
        ],
    ),
    (
        ContactField::Mobile,
        &[
            "mobile",
            "mobilephone",
            "cell",
            "cellphone",
            "cellulare",
            "movil",
            "portable",
            "handy",
            "telemovel",
        ],
    ),
    (ContactField::Fax, &["fax", "telefax"]),
    (ContactField::Email, &["email", "emailaddress", "mail", "postaelettronica", "correo", "courriel"]),
    (
        ContactField::Street,
        &[
            "street",
            "address",
            "streetaddress",
            "via",
            "indirizzo",
            "direccion",
            "adresse",
            "strasse",
            "endereco",
        ],
    ),
    (
        ContactField::PostalCode,
        &[
            "postalcode",
            "postcode",
            "zip",
            "zipcode",
            "cap",
            "codicepostale",
            "codigopostal",
            "codepostal",
            "plz",
        ],
    ),
    (
        ContactField::City,
        &["city", "town", "citta", "comune", "localita", "ciudad", "ville", "stadt", "cidade"],
    ),
    (ContactField::Country, &["country", "paese", "nazione", "stato", "pais", "pays", "land"]),
    (
        ContactField::DateOfBirth,
        &["dateofbirth", "birthdate", "birthday", "dob", "datadinascita", "datanascita", "geburtsdatum"],
    ),
    (ContactField::Description, &["description", "notes", "note", "descrizione", "annotazioni", "comments"]),
    (ContactField::Url, &["url", "website", "web", "sito", "sitoweb"]),
    (ContactField::Priority, &["priority", "priorita", "prioridad", "priorite", "prioritat"]),
];

/// Proposes columns for fields: by name first, then by the custom fields' labels, then by what the values are.
///
/// Each column is proposed once, each field once; a person may then bind one column to several fields.
pub fn propose(columns: &[Column], custom: &[CustomField]) -> Vec<Proposal> {
    let mut made: Vec<Proposal> = Vec::new();
    for column in columns {
        let Some((field, reason)) = by_name(&column.name, custom) else { continue };
        if made.iter().all(|proposal| proposal.field != field) {
            made.push(Proposal { field, column: column.index, reason });
        }
    }
    for (field, fit) in [
        (ContactField::Phone, (|column| column.numbers) as fn(&Column) -> u64),
        (ContactField::Email, |column| column.addresses),
    ] {
        if made.iter().any(|proposal| proposal.field == field) {
            continue;
        }
        let free = |column: &&Column| made.iter().all(|proposal| proposal.column != column.index);
        let best = columns
            .iter()
            .filter(free)
            .filter(|column| column.filled > 0 && fit(column) * 100 >= column.filled * VALUES_PERCENT)
            .max_by_key(|column| (fit(column), std::cmp::Reverse(column.index)));
        if let Some(column) = best {
            let percent = u8::try_from(fit(column) * 100 / column.filled).unwrap_or(100);
            made.push(Proposal { field, column: column.index, reason: Reason::Values { percent } });
        }
    }
    made.sort_by_key(|proposal| proposal.field);
    made
}

/// The field that people mean by the name of a column, and whether it is a usual name or a custom field's label.
pub(crate) fn by_name(name: &str, custom: &[CustomField]) -> Option<(ContactField, Reason)> {
    let trimmed = name.trim();
    if let Some(field) = ContactField::from_api_name(trimmed) {
        return Some((field, Reason::Name));
    }
    let folded = fold(trimmed);
    if folded.is_empty() {
        return None;
    }
    if let Some(field) = custom.iter().find(|field| fold(&field.label) == folded) {
        return Some((ContactField::Custom(field.id), Reason::Label));
    }
    NAMES.iter().find(|(_, names)| names.contains(&folded.as_str())).map(|(field, _)| (*field, Reason::Name))
}

/// Lower case, accents off, letters and digits only: `"E-Mail "` and `email`, `Città` and `citta` are the same.
fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => folded.push('a'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            'ç' => folded.push('c'),
            'ñ' => folded.push('n'),
            'ß' => folded.push_str("ss"),
            other if other.is_alphanumeric() => folded.push(other),
            _ => {}
        }
    }
    folded
}
