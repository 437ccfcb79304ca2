//! Comparing a file with the contacts that its list has already.

use crate::text::Count;

/// Words for what the list has already.
pub(crate) struct Compare {
    pub(crate) why: &'static str,
    pub(crate) begin: fn(&Count) -> String,
    /// Where it is not known how many there are.
    pub(crate) begin_untold: &'static str,
    pub(crate) again: fn(&Count) -> String,
    /// Takes how many were read and how many there are.
    pub(crate) reading: fn(&Count, &Count) -> String,
    pub(crate) reading_untold: fn(&Count) -> String,
    pub(crate) bar: &'static str,
    pub(crate) stop: &'static str,
    pub(crate) hidden: &'static str,
    pub(crate) failed: &'static str,
    pub(crate) compared: fn(&Count) -> String,
    pub(crate) there: fn(&Count) -> String,
    pub(crate) number_there: fn(&Count) -> String,
    pub(crate) numbers_left_out: fn(&Count) -> String,
    pub(crate) leave_numbers_out: &'static str,
    pub(crate) new: fn(&Count) -> String,
    pub(crate) not_whole: fn(&Count) -> String,
    /// The same in the funnel, behind the number.
    pub(crate) are_there: fn(&Count) -> &'static str,
    pub(crate) numbers_are_there: fn(&Count) -> &'static str,
    pub(crate) numbers_are_left_out: fn(&Count) -> &'static str,
}

pub(super) const EN: Compare = Compare {
    why: "The server leaves out what the list has already. Which rows these are can be found out before.",
    begin: |n| format!("Compare with {} of this list", n.of("contact", "contacts")),
    begin_untold: "Compare with the contacts of this list",
    again: |n| format!("Compare again with {} of this list", n.of("contact", "contacts")),
    reading: |read, all| format!("Reading the contacts of the list: {} of {}", read.shown, all.shown),
    reading_untold: |read| format!("Reading the contacts of the list: {} so far", read.shown),
    bar: "Reading the contacts of the list",
    stop: "Stop comparing",
    hidden: "The server does not let the contacts of this list be read: which rows it has already shows only after the import.",
    failed: "The contacts of the list could not be read",
    compared: |n| format!("Compared with {} of the list", n.of("contact", "contacts")),
    there: |n| {
        format!(
            "{} in the list already, written the same; the server leaves {} out",
            n.of("row is", "rows are"),
            n.pick("it", "them")
        )
    },
    number_there: |n| {
        format!(
            "{} a number that is in the list already, written differently; the server does not notice and stores {}",
            n.of("row has", "rows have"),
            n.pick("it", "them")
        )
    },
    numbers_left_out: |n| {
        format!(
            "{} a number that is in the list already, written differently, and {} left out as you chose",
            n.of("row has", "rows have"),
            n.pick("is", "are")
        )
    },
    leave_numbers_out: "Leave out rows whose number is in the list already, written differently",
    new: |n| format!("{} new to the list", n.of("row is", "rows are")),
    not_whole: |n| {
        format!("Of the list, {} were read and no more; the rest may have further rows of the file.", n.shown)
    },
    are_there: |n| {
        n.pick(
            "is in the list already; the server leaves it out",
            "are in the list already; the server leaves them out",
        )
    },
    numbers_are_there: |n| {
        n.pick(
            "of these has a number that the list has already, written differently",
            "of these have a number that the list has already, written differently",
        )
    },
    numbers_are_left_out: |n| {
        n.pick(
            "has a number that the list has already, written differently, and is left out as you chose",
            "have a number that the list has already, written differently, and are left out as you chose",
        )
    },
};

pub(super) const IT: Compare = Compare {
    why: "Il server esclude ciò che la lista ha già. Quali righe siano si può sapere prima.",
    begin: |n| format!("Confronta con {} di questa lista", n.of("contatto", "contatti")),
    begin_untold: "Confronta con i contatti di questa lista",
    again: |n| format!("Confronta di nuovo con {} di questa lista", n.of("contatto", "contatti")),
    reading: |read, all| format!("Lettura dei contatti della lista: {} di {}", read.shown, all.shown),
    reading_untold: |read| format!("Lettura dei contatti della lista: {} finora", read.shown),
    bar: "Lettura dei contatti della lista",
    stop: "Interrompi il confronto",
    hidden: "Il server non lascia leggere i contatti di questa lista: quali righe abbia già si vede solo dopo l’importazione.",
    failed: "Non si sono potuti leggere i contatti della lista",
    compared: |n| format!("Confronto fatto con {} della lista", n.of("contatto", "contatti")),
    there: |n| {
        format!(
            "{} già nella lista, con lo stesso testo; il server {} esclude",
            n.of("riga è", "righe sono"),
            n.pick("la", "le")
        )
    },
    number_there: |n| {
        format!(
            "{} un numero che è già nella lista, scritto in altro modo; il server non se ne accorge e {} salva",
            n.of("riga ha", "righe hanno"),
            n.pick("la", "le")
        )
    },
    numbers_left_out: |n| {
        format!(
            "{} un numero che è già nella lista, scritto in altro modo, e {} come hai scelto",
            n.of("riga ha", "righe hanno"),
            n.pick("viene esclusa", "vengono escluse")
        )
    },
    leave_numbers_out: "Escludi le righe il cui numero è già nella lista, scritto in altro modo",
    new: |n| format!("{} per la lista", n.of("riga è nuova", "righe sono nuove")),
    not_whole: |n| {
        format!(
            "Della lista sono stati letti {} e non di più; il resto può avere altre righe del file.",
            n.of("contatto", "contatti")
        )
    },
    are_there: |n| {
        n.pick("è già nella lista; il server lo esclude", "sono già nella lista; il server li esclude")
    },
    numbers_are_there: |n| {
        n.pick(
            "di questi ha un numero che la lista ha già, scritto in altro modo",
            "di questi hanno un numero che la lista ha già, scritto in altro modo",
        )
    },
    numbers_are_left_out: |n| {
        n.pick(
            "ha un numero che la lista ha già, scritto in altro modo, e viene escluso come hai scelto",
            "hanno un numero che la lista ha già, scritto in altro modo, e vengono esclusi come hai scelto",
        )
    },
};
