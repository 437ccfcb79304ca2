//! The journal as a table for spreadsheets.

use super::{Entry, Standing};
use crate::import::{Delimiter, guarded, strict_writer};

/// The words of the table.
pub struct TableWords<'a> {
    /// Its columns: began, file, list, list number, state, promised, found, left out, staged name.
    pub columns: [&'a str; 9],
    /// What separates them: spreadsheets want another one where the comma is the decimal sign.
    pub delimiter: Delimiter,
    /// A moment in milliseconds since 1970.
    pub moment: &'a dyn Fn(u64) -> String,
    /// What is known of an import.
    pub standing: &'a dyn Fn(Standing) -> &'static str,
}

/// The entries as CSV, which a spreadsheet opens unharmed; `now`, in milliseconds since 1970, is when they are judged.
pub fn table(entries: &[Entry], now: u64, words: &TableWords<'_>) -> Vec<u8> {
    let mut writer = strict_writer(words.delimiter);
    // Nothing that writes into memory fails.
    writer.write_record(words.columns).ok();
    for entry in entries {
        let number = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
        let row = [
            (words.moment)(entry.id),
            entry.file.clone(),
            entry.list_name.clone(),
            entry.list.to_string(),
            (words.standing)(entry.standing(now)).to_owned(),
            entry.promised.to_string(),
            number(entry.found),
            entry.left_out.to_string(),
            entry.staged.clone().unwrap_or_default(),
        ];
        writer.write_record(row.iter().map(|cell| guarded(cell).into_owned())).ok();
    }
    [b"\xef\xbb\xbf", writer.into_inner().unwrap_or_default().as_slice()].concat()
}
