//! How the bytes of a file are read, what speaks for it, and the admin's say in it.

use dialdesk_core::import::{Agreement, Basis, Column, Delimiter, Dialect, Header};

use crate::text::Count;

/// Encoding, separator and header: what was found, and what can be chosen.
pub(crate) struct Reading {
    pub(crate) legend: &'static str,
    pub(crate) encoding: &'static str,
    pub(crate) delimiter: &'static str,
    pub(crate) header: &'static str,
    pub(crate) found: fn(&str) -> String,
    pub(crate) automatic: &'static str,
    pub(crate) names: &'static str,
    pub(crate) no_names: &'static str,
    pub(crate) chosen: &'static str,
    pub(crate) check_these: &'static str,
    pub(crate) again: &'static str,
    pub(crate) refused_again: &'static str,
    /// Takes how many rows there are for which something was decided and that are none now.
    pub(crate) rows_aside: fn(&Count) -> String,
    pub(crate) read_otherwise: &'static str,
    mark: &'static str,
    ascii: &'static str,
    valid_utf8: fn(&Count) -> String,
    zeros: &'static str,
    statistics: fn(&str) -> String,
    further_down: &'static str,
    sep_line: &'static str,
    /// Takes the number of columns, how many rows have it, and how many were looked at.
    records_agree: fn(&Count, &Count, &Count) -> String,
    /// Takes what was said, the next separator, and the columns that it gives.
    next_gives: fn(&str, &str, &Count) -> String,
    one_column: &'static str,
    reads_like_names: &'static str,
    words_above_numbers: &'static str,
    reads_like_contact: &'static str,
    /// In the order of [`Delimiter::ALL`].
    delimiters: [&'static str; 4],
}

impl Reading {
    /// What speaks for the encoding that was found.
    pub(crate) fn encoding_evidence(
        &self,
        basis: Option<Basis>,
        count: impl Fn(u64) -> Count,
        percent: impl Fn(u64) -> String,
    ) -> String {
        match basis {
            Some(Basis::Mark) => self.mark.to_owned(),
            Some(Basis::Ascii) => self.ascii.to_owned(),
            Some(Basis::ValidUtf8 { characters }) => (self.valid_utf8)(&count(u64::from(characters))),
            Some(Basis::Zeros) => self.zeros.to_owned(),
            Some(Basis::Statistics { strength }) => {
                (self.statistics)(&percent(u64::from(strength.percent())))
            }
            None => self.further_down.to_owned(),
        }
    }

    /// What speaks for the separator that was found.
    pub(crate) fn delimiter_evidence(&self, dialect: &Dialect, count: impl Fn(u64) -> Count) -> String {
        if dialect.has_sep_line {
            return self.sep_line.to_owned();
        }
        let Some(Agreement { columns, agreeing, records, next }) = dialect.agreement else {
            return self.one_column.to_owned();
        };
        let n = |n: usize| count(n as u64);
        let said = (self.records_agree)(&n(columns), &n(agreeing), &n(records));
        (self.next_gives)(&said, self.delimiter_name(next.0), &n(next.1))
    }

    /// What speaks for a header or against it.
    pub(crate) fn header_evidence(&self, header: Header, columns: &[Column]) -> &'static str {
        let has_numbers = columns.iter().any(|column| column.numbers + column.addresses > 0);
        match header {
            Header::Present if has_numbers => self.words_above_numbers,
            Header::Present => self.reads_like_names,
            Header::Absent => self.reads_like_contact,
        }
    }

    /// A separator as a choice.
    pub(crate) fn delimiter_name(&self, delimiter: Delimiter) -> &'static str {
        let [comma, semicolon, tab, pipe] = self.delimiters;
        match delimiter {
            Delimiter::Comma => comma,
            Delimiter::Semicolon => semicolon,
            Delimiter::Tab => tab,
            Delimiter::Pipe => pipe,
        }
    }

    /// A header as a choice.
    pub(crate) fn header_name(&self, header: Header) -> &'static str {
        match header {
            Header::Present => self.names,
            Header::Absent => self.no_names,
        }
    }
}

pub(super) const EN: Reading = Reading {
    legend: "How the file is read",
    encoding: "Encoding",
    delimiter: "Separator",
    header: "First line",
    found: |what| format!("Found: {what}"),
    automatic: "Find out",
    names: "Names of the columns",
    no_names: "A contact already",
    chosen: "your choice",
    check_these: "Do these read right? If not, choose another encoding:",
    again: "Reading the file again…",
    refused_again: "The file cannot be read that way, so it is read as before",
    rows_aside: |n| {
        format!(
            "{} not among the records as the file is read now. What you decided waits, and holds again once it is read as before.",
            n.of("row that you changed or left out is", "rows that you changed or left out are")
        )
    },
    read_otherwise: "If it should be read in another way:",
    mark: "by the byte order mark at its beginning",
    ascii: "no accents so far; every encoding agrees",
    valid_utf8: |n| format!("by {} that UTF-8 explains", n.of("special character", "special characters")),
    zeros: "by its zero bytes, where UTF-16 has them",
    statistics: |percent| format!("its text makes most sense so ({percent} sure)"),
    further_down: "by the characters further down in the file",
    sep_line: "named by the line “sep=” above everything",
    records_agree: |columns, agreeing, records| {
        format!(
            "gives {} in {} of {}",
            columns.of("column", "columns"),
            agreeing.shown,
            records.of("row", "rows")
        )
    },
    next_gives: |said, next, columns| format!("{said} ({next} gives {})", columns.shown),
    one_column: "no separator found: one column",
    reads_like_names: "it reads like names",
    words_above_numbers: "it has words where the rows below have numbers or addresses",
    reads_like_contact: "it has a number or an address in it",
    delimiters: ["Comma ,", "Semicolon ;", "Tab", "Bar |"],
};

pub(super) const IT: Reading = Reading {
    legend: "Come viene letto il file",
    encoding: "Codifica",
    delimiter: "Separatore",
    header: "Prima riga",
    found: |what| format!("Rilevato: {what}"),
    automatic: "Riconosci",
    names: "Nomi delle colonne",
    no_names: "Già un contatto",
    chosen: "scelta tua",
    check_these: "Si leggono bene? Altrimenti scegli un’altra codifica:",
    again: "Il file viene riletto…",
    refused_again: "Così il file non si può leggere, perciò resta letto come prima",
    rows_aside: |n| {
        format!(
            "{} tra i record con cui il file viene letto ora. Ciò che hai deciso resta in attesa e varrà di nuovo quando lo leggerai come prima.",
            n.of("riga che hai modificato o escluso non è", "righe che hai modificato o escluso non sono")
        )
    },
    read_otherwise: "Se va letto in un altro modo:",
    mark: "dal byte order mark all’inizio",
    ascii: "finora senza accenti; tutte le codifiche concordano",
    valid_utf8: |n| format!("da {} in UTF-8", n.of("carattere speciale", "caratteri speciali")),
    zeros: "dai byte zero, dove li ha UTF-16",
    statistics: |percent| format!("così il testo ha più senso (sicuro al {percent})"),
    further_down: "dai caratteri più avanti nel file",
    sep_line: "indicato dalla riga “sep=” in cima",
    records_agree: |columns, agreeing, records| {
        format!(
            "{} in {} su {}",
            columns.of("colonna", "colonne"),
            agreeing.shown,
            records.of("riga", "righe")
        )
    },
    next_gives: |said, next, columns| format!("{said} ({next} ne dà {})", columns.shown),
    one_column: "nessun separatore trovato: una colonna",
    reads_like_names: "si legge come nomi",
    words_above_numbers: "ha parole dove le righe sotto hanno numeri o indirizzi",
    reads_like_contact: "contiene un numero o un indirizzo",
    delimiters: ["Virgola ,", "Punto e virgola ;", "Tabulazione", "Barra |"],
};
