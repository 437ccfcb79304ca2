//! The arguments of `inspect csv`.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{Decisions, Delimiter, DuplicateRule, Encoding, Header, Settings};
use dialdesk_core::phone::{Country, PhoneForm};

use crate::Failure;

/// How it is used.
pub(crate) const USAGE: &str = "\
inspect csv FILE
  What a CSV file is and what becomes of its records, as one JSON object.
    --encoding LABEL        utf-8, utf-16le, utf-16be, windows-1252, windows-1250, windows-1251, iso-8859-15, macintosh; else found out
    --delimiter WHICH       auto, comma, semicolon, tab, pipe
    --no-header             every line is a record; columns are called A, B, C …
    --header                the first record names the columns, whatever it looks like
    --bind FIELD=HEADER     which column feeds a contact field, by its header exactly as in the file; repeatable; else proposed
    --duplicates FIELDS     contact fields to compare, separated by commas (phone)
    --country CODE          the country of numbers that do not say theirs, such as IT
    --phone FORM            as-written, e164, digits, national: how numbers are written in the clean copy
    --records               instead: each record as a JSON array of strings, one a line, the header first
    --clean OUT             also writes the clean copy, as it would be uploaded
    --rejected OUT          also writes the records that are not stored, with their lines and reasons
";

/// What is asked.
pub(super) struct Options {
    pub(super) file: PathBuf,
    pub(super) settings: Settings,
    /// Fields with the headers of the columns that feed them; none of them means what is proposed.
    pub(super) bind: Vec<(ContactField, String)>,
    pub(super) duplicates: DuplicateRule,
    pub(super) decisions: Decisions,
    pub(super) wants_records: bool,
    pub(super) clean: Option<PathBuf>,
    pub(super) rejected: Option<PathBuf>,
}

fn said<T>(sentence: impl Into<String>) -> Result<T, Failure> {
    Err(Failure::Said(sentence.into()))
}

impl Options {
    /// Reads the arguments behind `csv`.
    pub(super) fn parse(arguments: &[OsString]) -> Result<Self, Failure> {
        let mut options = Self {
            file: PathBuf::new(),
            settings: Settings::default(),
            bind: Vec::new(),
            duplicates: DuplicateRule::new([ContactField::Phone]),
            decisions: Decisions::default(),
            wants_records: false,
            clean: None,
            rejected: None,
        };
        let mut file = None;
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let Some(name) = argument.to_str().filter(|name| name.starts_with("--")) else {
                if let Some(other) = file.replace(PathBuf::from(argument)) {
                    return said(format!(
                        "one file at a time: {} or {}.",
                        other.display(),
                        argument.display()
                    ));
                }
                continue;
            };
            // Also as one word, --name=value; the value may have more of them.
            let (name, joined) = match name.split_once('=') {
                Some((name, value)) => (name, Some(OsString::from(value))),
                None => (name, None),
            };
            if options.flag(name) {
                if joined.is_some() {
                    return said(format!("{name} takes no value."));
                }
                continue;
            }
            let value = joined.as_deref().or_else(|| rest.next().map(OsString::as_os_str));
            let Some(value) = value else { return said(format!("{name} needs a value, or is not known.")) };
            options.value(name, value)?;
        }
        let Some(file) = file else { return said("csv needs the name of a file.") };
        options.file = file;
        Ok(options)
    }

    /// Takes an option without a value; answers whether it is one.
    fn flag(&mut self, name: &str) -> bool {
        match name {
            "--no-header" => self.settings.header = Some(Header::Absent),
            "--header" => self.settings.header = Some(Header::Present),
            "--records" => self.wants_records = true,
            _ => return false,
        }
        true
    }

    fn value(&mut self, name: &str, value: &OsStr) -> Result<(), Failure> {
        let text = || match value.to_str() {
            Some(text) => Ok(text),
            None => said(format!("the value of {name} is not UTF-8.")),
        };
        match name {
            "--encoding" => self.settings.encoding = encoding(text()?)?,
            "--delimiter" => self.settings.delimiter = delimiter(text()?)?,
            "--bind" => {
                let (field, header) = binding(text()?)?;
                if self.bind.iter().any(|(bound, _)| *bound == field) {
                    return said(format!("{field} is bound twice."));
                }
                self.bind.push((field, header));
            }
            "--duplicates" => self.duplicates = duplicates(text()?)?,
            "--country" => self.decisions.country = Some(country(text()?)?),
            "--phone" => self.decisions.form = form(text()?)?,
            "--clean" => self.clean = Some(PathBuf::from(value)),
            "--rejected" => self.rejected = Some(PathBuf::from(value)),
            _ => return said(format!("there is no option {name}.")),
        }
        Ok(())
    }
}

fn encoding(label: &str) -> Result<Option<Encoding>, Failure> {
    if label == "auto" {
        return Ok(None);
    }
    let Some(encoding) = Encoding::from_label(label) else {
        let known: Vec<&str> = Encoding::ALL.into_iter().map(Encoding::label).collect();
        return said(format!("there is no encoding {label:?} here; it knows {}.", known.join(", ")));
    };
    Ok(Some(encoding))
}

fn delimiter(name: &str) -> Result<Option<Delimiter>, Failure> {
    if name == "auto" {
        return Ok(None);
    }
    match Delimiter::ALL.into_iter().find(|delimiter| delimiter.name() == name) {
        Some(delimiter) => Ok(Some(delimiter)),
        None => said(format!("{name:?} is no delimiter; it knows auto, comma, semicolon, tab, pipe.")),
    }
}

fn field(name: &str) -> Result<ContactField, Failure> {
    match ContactField::from_api_name(name) {
        Some(field) => Ok(field),
        None => said(format!(
            "{name:?} is no contact field; they are spelled as in the API: firstName, phone, cf_3."
        )),
    }
}

fn binding(pair: &str) -> Result<(ContactField, String), Failure> {
    let Some((name, header)) = pair.split_once('=') else {
        return said(format!("--bind takes field=Header, not {pair:?}."));
    };
    Ok((field(name)?, header.to_owned()))
}

fn duplicates(names: &str) -> Result<DuplicateRule, Failure> {
    let names = names.split(',').filter(|name| !name.is_empty());
    Ok(DuplicateRule::new(names.map(field).collect::<Result<Vec<_>, _>>()?))
}

fn country(code: &str) -> Result<Country, Failure> {
    match Country::from_code(code) {
        Some(country) => Ok(country),
        None => said(format!("{code:?} is no country; it takes two letters such as IT.")),
    }
}

fn form(name: &str) -> Result<PhoneForm, Failure> {
    match name {
        "as-written" => Ok(PhoneForm::AsWritten),
        "e164" => Ok(PhoneForm::E164),
        "digits" => Ok(PhoneForm::Digits),
        "national" => Ok(PhoneForm::National),
        _ => said(format!("{name:?} is no form of a number; it knows as-written, e164, digits, national.")),
    }
}
