//! Where the contacts come from: several files, pasted cells, parts of a large file.

use crate::text::Count;

/// Files that wait, cells that are pasted, a file in parts.
pub(crate) struct Sources {
    /// Takes the number of the file, how many there are, and its name.
    pub(crate) place: fn(&Count, &Count, &str) -> String,
    pub(crate) waiting: &'static str,
    pub(crate) remove: &'static str,
    pub(crate) remove_file: fn(&str) -> String,
    pub(crate) skip: fn(&str) -> String,
    pub(crate) go_on: fn(&str) -> String,
    pub(crate) same_columns: fn(&str) -> String,
    pub(crate) other_columns_title: &'static str,
    pub(crate) other_columns: fn(&str) -> String,
    pub(crate) changed_title: &'static str,
    pub(crate) changed: fn(&str) -> String,
    /// Takes the names of files that were chosen while another one was worked on.
    pub(crate) put_off: fn(&str) -> String,
    pub(crate) repeats_across: &'static str,
    pub(crate) paste: &'static str,
    pub(crate) paste_label: &'static str,
    pub(crate) paste_hint: &'static str,
    pub(crate) paste_empty: &'static str,
    pub(crate) paste_take: &'static str,
    pub(crate) pasted_name: &'static str,
    pub(crate) pasted_delimiter: &'static str,
    pub(crate) of_whole_file: &'static str,
    pub(crate) split: &'static str,
    /// Takes how many parts there are at least, and the most bytes of one.
    pub(crate) split_hint: fn(&Count, &str) -> String,
    /// Takes the name without its ending, the number of the part, how many there are, and the ending.
    pub(crate) part_name: fn(&str, &Count, &Count, &str) -> String,
}

pub(super) const EN: Sources = Sources {
    place: |number, of, name| format!("{} of {}: {name}", number.shown, of.shown),
    waiting: "Next:",
    remove: "Remove",
    remove_file: |name| format!("Remove {name} from the files that wait"),
    skip: |next| format!("Leave it out and go on with {next}"),
    go_on: |next| format!("Go on with the next file: {next}"),
    same_columns: |from| {
        format!("Its columns are called as those of {from}, so your choices for them were taken over.")
    },
    other_columns_title: "This file has other columns",
    other_columns: |from| {
        format!(
            "They are not called as those of {from}, so your choices for columns were not taken over. Look at step 2 before you import."
        )
    },
    changed_title: "This file has changed since",
    changed: |from| {
        format!(
            "Your columns and other choices for {from} were taken over. Rows that you had changed or left out one by one were not: the file is no longer the same, and its rows may be others. Look at step 3 again."
        )
    },
    put_off: |names| {
        format!("{names}: kept for afterwards, so that nothing you have decided for the file below is lost.")
    },
    repeats_across: "Repeats are looked for within this part. A contact that an earlier part has already is left out by the server where a field is compared; the list then grows by less than this part promises.",
    paste: "Paste cells",
    paste_label: "Cells from a spreadsheet",
    paste_hint: "Select them in Excel, Google Sheets or LibreOffice, best with the column names, copy them, and press Ctrl+V here (⌘V on a Mac).",
    paste_empty: "There are no cells here yet. Copy them in the spreadsheet, then press Ctrl+V in this field.",
    paste_take: "Take these cells",
    pasted_name: "pasted-cells.txt",
    pasted_delimiter: "as spreadsheets copy cells",
    of_whole_file: "as in the whole file",
    split: "Split into parts",
    split_hint: |parts, most| {
        format!(
            "It can be split here, between rows, into {} parts or more of up to {most}, each with the column names. You look at each part and import it by itself; nothing is sent before.",
            parts.shown
        )
    },
    part_name: |stem, number, of, ending| format!("{stem} part {} of {}.{ending}", number.n, of.n),
};

pub(super) const IT: Sources = Sources {
    place: |number, of, name| format!("{} di {}: {name}", number.shown, of.shown),
    waiting: "Poi:",
    remove: "Togli",
    remove_file: |name| format!("Togli {name} dai file in attesa"),
    skip: |next| format!("Lascialo fuori e continua con {next}"),
    go_on: |next| format!("Continua con il prossimo file: {next}"),
    same_columns: |from| {
        format!(
            "Le sue colonne si chiamano come quelle di {from}, perciò valgono le scelte che hai fatto lì."
        )
    },
    other_columns_title: "Questo file ha altre colonne",
    other_columns: |from| {
        format!(
            "Non si chiamano come quelle di {from}, perciò le tue scelte per le colonne non valgono qui. Guarda il passo 2 prima di importare."
        )
    },
    changed_title: "Questo file nel frattempo è cambiato",
    changed: |from| {
        format!(
            "Le colonne e le altre scelte fatte per {from} valgono ancora. Le righe che avevi cambiato o escluso una per una no: il file non è più lo stesso, e le sue righe possono essere altre. Guarda di nuovo il passo 3."
        )
    },
    put_off: |names| {
        format!(
            "{names}: da importare dopo, così non si perde nulla di ciò che hai deciso per il file qui sotto."
        )
    },
    repeats_across: "I duplicati si cercano dentro questa parte. Un contatto già presente in una parte precedente viene escluso dal server dove si confronta un campo; la lista allora cresce meno di quanto questa parte promette.",
    paste: "Incolla celle",
    paste_label: "Celle di un foglio di calcolo",
    paste_hint: "Selezionale in Excel, Fogli Google o LibreOffice, meglio con i nomi delle colonne, copiale e premi qui Ctrl+V (⌘V su Mac).",
    paste_empty: "Qui non ci sono ancora celle. Copiale nel foglio di calcolo, poi premi Ctrl+V in questo campo.",
    paste_take: "Prendi queste celle",
    pasted_name: "celle-incollate.txt",
    pasted_delimiter: "come i fogli di calcolo copiano le celle",
    of_whole_file: "come in tutto il file",
    split: "Dividi in parti",
    split_hint: |parts, most| {
        format!(
            "Si può dividere qui, tra una riga e l’altra, in almeno {} parti fino a {most}, ognuna con i nomi delle colonne. Guardi ogni parte e la importi da sola; prima non viene inviato nulla.",
            parts.shown
        )
    },
    part_name: |stem, number, of, ending| format!("{stem} parte {} di {}.{ending}", number.n, of.n),
};
