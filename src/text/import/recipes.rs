//! What is remembered of earlier files with the same columns, and what is unusual beside them.

use dialdesk_core::recipe::Caution;

use crate::text::{Count, Words};

/// Words of what is remembered.
pub(crate) struct Recipes {
    pub(crate) as_last_time: &'static str,
    /// Takes the moment.
    pub(crate) applied: fn(&str) -> String,
    /// Takes the moment.
    pub(crate) applied_in_part: fn(&str) -> String,
    pub(crate) which: &'static str,
    pub(crate) no_longer: &'static str,
    pub(crate) do_without: &'static str,
    pub(crate) forget: &'static str,
    /// Takes the moment.
    pub(crate) declined: fn(&str) -> String,
    pub(crate) apply: &'static str,
    pub(crate) forgotten: &'static str,
    pub(crate) forgotten_hint: &'static str,
    /// Takes the name before and the column now.
    pub(crate) renamed: fn(&str, &str) -> String,
    /// Takes the names of the fields.
    pub(crate) still_feeds: fn(&str) -> String,
    pub(crate) added: fn(&str) -> String,
    pub(crate) lost: fn(&str) -> String,
    /// Takes the name of the column and those of the fields.
    pub(crate) lost_fed: fn(&str, &str) -> String,
    /// A column without a name that holds something else: takes its place and the names of the fields.
    pub(crate) other_values: fn(&str, &str) -> String,
    pub(crate) reordered: &'static str,
    /// Takes the name of the column.
    pub(crate) lost_here: fn(&str) -> String,
    pub(crate) other_values_here: &'static str,
    /// Takes the name of the list.
    pub(crate) last_list: fn(&str) -> String,
    pub(crate) use_list: &'static str,
    pub(crate) kept: &'static str,
    pub(crate) guards: &'static str,
    pub(crate) guards_hint: &'static str,
    /// Takes the name of the file, the moment and the list.
    same_file: fn(&str, &str, &str) -> String,
    no_name: &'static str,
    /// Takes how many it has and how many are usual.
    far_fewer: fn(&Count, &Count) -> String,
    /// Takes the field, and of how many rows how many were filled before.
    empty_now: fn(&str, &Count, &Count) -> String,
    /// Takes the shares now and before.
    more_left_out: fn(&str, &str) -> String,
}

impl Recipes {
    /// What is unusual, in words; `field` names a field.
    pub(crate) fn caution(
        &self,
        caution: &Caution,
        words: &Words,
        field: impl Fn(dialdesk_core::contact::ContactField) -> String,
    ) -> String {
        match caution {
            Caution::SameFile { at, file, list } => {
                let list = if list.is_empty() { self.no_name } else { list };
                (self.same_file)(file, &words.moment(*at), list)
            }
            Caution::FarFewer { usual, now } => (self.far_fewer)(&words.count(*now), &words.count(*usual)),
            Caution::EmptyNow { field: empty, before, of } => {
                (self.empty_now)(&field(*empty), &words.count(*before), &words.count(*of))
            }
            Caution::MoreLeftOut { before, now } => {
                let share = |(part, whole): (u64, u64)| words.percent(part, whole);
                (self.more_left_out)(&share(*now), &share(*before))
            }
        }
    }
}

pub(super) const EN: Recipes = Recipes {
    as_last_time: "as last time",
    applied: |at| format!("Your choices of {at} for files with these columns were applied"),
    applied_in_part: |at| {
        format!("Your choices of {at} were applied as far as they fit: the columns have changed")
    },
    which: "Columns, how the file is read, numbers, problems and duplicates are as you chose them then. Everything can be changed.",
    no_longer: "No rows of that file are remembered.",
    do_without: "Do not use them here",
    forget: "Forget them for good",
    declined: |at| format!("Your choices of {at} are not applied"),
    apply: "Apply them again",
    forgotten: "Your choices are forgotten",
    forgotten_hint: "For this file they stay as they are. Importing it remembers them anew.",
    renamed: |from, to| format!("“{from}” is most likely {to} now."),
    still_feeds: |fields| format!("It still feeds {fields}."),
    added: |column| format!("{column} is new."),
    lost: |name| format!("“{name}” is gone; it fed nothing."),
    lost_fed: |name, fields| format!("“{name}” is gone; it fed {fields}."),
    other_values: |column, fields| format!("{column} holds something else than before; it fed {fields}."),
    reordered: "The columns stand in another order. Each was found by its name.",
    lost_here: |name| {
        format!(
            "“{name}”, which fed this field, is not in the file any more. Choose the column that holds it now."
        )
    },
    other_values_here: "The column that fed this field holds something else now. Check what feeds it.",
    last_list: |list| format!("The last file went into {list}."),
    use_list: "Import into this list again",
    kept: "These choices are remembered in this browser for files with the same columns; no contacts are.",
    guards: "Compared with your earlier files",
    guards_hint: "You can import all the same.",
    same_file: |file, at, list| {
        format!("The same contents were imported already, as {file}, {at}, into {list}.")
    },
    no_name: "a list",
    far_fewer: |now, usual| {
        format!("It has {}; your earlier files had {} as a rule.", now.of("record", "records"), usual.shown)
    },
    empty_now: |field, before, of| {
        format!(
            "{field} is empty in every row, for the first time: in the last file it was filled in {} of {}.",
            before.shown,
            of.of("row", "rows")
        )
    },
    more_left_out: |now, before| {
        format!("{now} of the rows are left out; it was never more than {before} before.")
    },
};

pub(super) const IT: Recipes = Recipes {
    as_last_time: "come l’ultima volta",
    applied: |at| {
        format!("Sono state applicate le tue scelte per i file con queste colonne (ultima volta: {at})")
    },
    applied_in_part: |at| {
        format!(
            "Le tue scelte (ultima volta: {at}) sono state applicate fin dove possibile: le colonne sono cambiate"
        )
    },
    which: "Colonne, lettura del file, numeri, problemi e duplicati sono come li avevi scelti allora. Puoi cambiare tutto.",
    no_longer: "Di quel file non è ricordata nessuna riga.",
    do_without: "Non usarle qui",
    forget: "Dimenticale",
    declined: |at| format!("Le tue scelte (ultima volta: {at}) non sono applicate"),
    apply: "Applicale di nuovo",
    forgotten: "Le tue scelte sono dimenticate",
    forgotten_hint: "Per questo file restano come sono. Se lo importi, vengono ricordate di nuovo.",
    renamed: |from, to| format!("“{from}” adesso è molto probabilmente {to}."),
    still_feeds: |fields| format!("Alimenta ancora {fields}."),
    added: |column| format!("{column} è nuova."),
    lost: |name| format!("“{name}” non c’è più; non alimentava nulla."),
    lost_fed: |name, fields| format!("“{name}” non c’è più; alimentava {fields}."),
    other_values: |column, fields| format!("{column} contiene altro rispetto a prima; alimentava {fields}."),
    reordered: "Le colonne sono in un altro ordine. Ognuna è stata ritrovata dal nome.",
    lost_here: |name| {
        format!(
            "“{name}”, che alimentava questo campo, non è più nel file. Scegli la colonna che lo contiene adesso."
        )
    },
    other_values_here: "La colonna che alimentava questo campo contiene altro adesso. Controlla che cosa lo alimenta.",
    last_list: |list| format!("L’ultimo file è andato in {list}."),
    use_list: "Importa di nuovo in questa lista",
    kept: "Queste scelte sono ricordate in questo browser per i file con le stesse colonne; i contatti no.",
    guards: "Rispetto ai tuoi file precedenti",
    guards_hint: "Puoi importare lo stesso.",
    same_file: |file, at, list| {
        format!("Lo stesso contenuto è già stato importato, come {file}, {at}, in {list}.")
    },
    no_name: "una lista",
    far_fewer: |now, usual| {
        format!(
            "Ha {}; i tuoi file precedenti di solito ne avevano {}.",
            now.of("record", "record"),
            usual.shown
        )
    },
    empty_now: |field, before, of| {
        format!(
            "{field} è vuoto in ogni riga, per la prima volta: nell’ultimo file era compilato in {} su {}.",
            before.of("riga", "righe"),
            of.shown
        )
    },
    more_left_out: |now, before| {
        format!("Righe escluse: {now} del totale; prima non erano mai più di {before}.")
    },
};
