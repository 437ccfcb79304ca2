//! What is known of each column after one reading.

use super::record::Record;
use crate::phone::looks_like_number;

/// Samples that are kept of a column.
const SAMPLES_MAX: usize = 3;
/// Records whose cells are looked at for what they hold; of the others only whether they are filled is counted.
pub const JUDGED_RECORDS: u64 = 5_000;
/// Characters that are kept of a sample.
const SAMPLE_CHARS: usize = 40;

/// A column of the file. It is known by its index; its name is a label, which may be empty or occur twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its place in the record, from 0.
    pub index: usize,
    /// Its header, exactly as in the file, blanks included.
    pub name: String,
    /// Cells that are not blank.
    pub filled: u64,
    /// Filled cells among the first [`JUDGED_RECORDS`] records.
    pub judged: u64,
    /// Those of them that read as a telephone number.
    pub numbers: u64,
    /// Those of them that read as an e-mail address.
    pub addresses: u64,
    /// The first three different values that are not blank.
    pub samples: Vec<String>,
}

/// The place of a column, from 0, as a spreadsheet names it: A, B … Z, AA.
pub fn letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(b'A' + u8::try_from(rest % 26).unwrap_or_default());
        rest /= 26;
    }
    letters.iter().rev().map(|byte| char::from(*byte)).collect()
}

impl Column {
    pub(super) fn new(index: usize, name: String) -> Self {
        Self {
            index,
            name,
            filled: 0,
            judged: 0,
            numbers: 0,
            addresses: 0,
            samples: Vec::with_capacity(SAMPLES_MAX),
        }
    }

    /// Its place as a spreadsheet names it: A, B … Z, AA.
    pub fn letters(&self) -> String {
        letters(self.index)
    }

    /// Takes account of what a cell holds.
    fn judge(&mut self, cell: &str) {
        self.judged += 1;
        self.numbers += u64::from(looks_like_number(cell));
        self.addresses += u64::from(looks_like_address(cell));
        if self.samples.len() < SAMPLES_MAX {
            let sample = sample(cell);
            if !self.samples.contains(&sample) {
                self.samples.push(sample);
            }
        }
    }
}

/// As much of a cell as is shown as a sample.
pub(super) fn sample(cell: &str) -> String {
    cell.chars().take(SAMPLE_CHARS).collect()
}

/// Takes account of a record; `row` is its number, a header not counted.
#[inline]
pub(super) fn note(columns: &mut [Column], record: &Record<'_>, row: u64) {
    for (column, span) in columns.iter_mut().zip(record.spans) {
        column.filled += u64::from(record.is_filled(*span));
    }
    if row < JUDGED_RECORDS {
        for (column, span) in
            columns.iter_mut().zip(record.spans).filter(|(_, span)| record.is_filled(**span))
        {
            column.judge(&record.text.read(record.at(*span)));
        }
    }
}

/// Whether `text` reads as an e-mail address: something, an `@`, something with a dot, no blanks.
pub(crate) fn looks_like_address(text: &str) -> bool {
    let text = text.trim();
    let Some((name, domain)) = text.split_once('@') else { return false };
    !name.is_empty()
        && !text.chars().any(char::is_whitespace)
        && !domain.contains('@')
        && domain.split_once('.').is_some_and(|(host, rest)| !host.is_empty() && !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (index, expected) in [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(Column::new(index, String::new()).letters(), expected);
        }
    }
}
