//! The grid for several contacts.

use crate::text::Count;

/// The grid for several contacts.
pub(crate) struct Grid {
    pub(crate) title: &'static str,
    pub(crate) hint: &'static str,
    pub(crate) caption: &'static str,
    pub(crate) row: &'static str,
    pub(crate) cell: fn(&str, &str) -> String,
    pub(crate) columns: &'static str,
    pub(crate) columns_legend: &'static str,
    pub(crate) add_row: &'static str,
    pub(crate) remove_row: fn(&str) -> String,
    pub(crate) full: fn(&str) -> String,
    pub(crate) import: &'static str,
    pub(crate) nothing: &'static str,
    pub(crate) summary: &'static str,
    pub(crate) more_errors: fn(&Count) -> String,
    pub(crate) at_row: fn(&str, &str) -> String,
    pub(crate) cautions: fn(&Count) -> String,
    pub(crate) add: fn(&Count) -> String,
    pub(crate) added: fn(&Count) -> String,
    pub(crate) failed: &'static str,
    pub(crate) unclear: &'static str,
    pub(crate) pasted: fn(&Count) -> String,
    pub(crate) pasted_by_name: fn(&Count, &str) -> String,
    pub(crate) misfit: &'static str,
    pub(crate) too_wide: fn(&Count) -> String,
    pub(crate) unknown: fn(&str) -> String,
    pub(crate) missing: fn(&str) -> String,
    pub(crate) too_many: fn(&Count, &str) -> String,
    pub(crate) take_with_columns: &'static str,
    pub(crate) take_fitting: &'static str,
    pub(crate) take_nothing: &'static str,
}

pub(super) const EN: Grid = Grid {
    title: "Add several contacts",
    hint: "Type, or paste cells copied from a spreadsheet into any cell; a first row with the names of columns is understood. All rows go in one request.",
    caption: "Contacts to add",
    row: "Row",
    cell: |field, row| format!("{field}, row {row}"),
    columns: "Columns",
    columns_legend: "Columns of the grid",
    add_row: "Add a row",
    remove_row: |row| format!("Remove row {row}"),
    full: |max| format!("One request takes {max} rows at most. Import a file for more."),
    import: "Import a file instead",
    nothing: "Fill in at least one row.",
    summary: "Before the contacts can be added:",
    more_errors: |n| format!("And {}, each said at its cell.", n.of("more", "more")),
    at_row: |row, field| format!("Row {row}, {field}"),
    cautions: |n| {
        format!("{}: look at the cells before sending. Nothing stops you.", n.of("caution", "cautions"))
    },
    add: |n| {
        if n.n == 0 { "Add contacts".to_owned() } else { format!("Add {}", n.of("contact", "contacts")) }
    },
    added: |n| format!("{} added", n.of("contact was", "contacts were")),
    failed: "None of the contacts was added",
    unclear: "It is not known whether the contacts were added",
    pasted: |n| format!("{} pasted.", n.of("row was", "rows were")),
    pasted_by_name: |n, names| {
        format!("{} pasted into the columns that the first row names: {names}.", n.of("row was", "rows were"))
    },
    misfit: "Not all that you pasted has a place. The grid is as it was.",
    too_wide: |n| format!("{} to the right of the last one.", n.of("column would be", "columns would be")),
    unknown: |names| format!("No field, or one that is there already: {names}."),
    missing: |names| format!("Not among the columns of the grid: {names}."),
    too_many: |n, max| format!("{} beyond the {max} rows of one request.", n.of("row goes", "rows go")),
    take_with_columns: "Add the missing columns and take in what fits",
    take_fitting: "Take in only what fits",
    take_nothing: "Leave the grid as it is",
};

pub(super) const IT: Grid = Grid {
    title: "Aggiungi più contatti",
    hint: "Scrivi, o incolla in una cella qualsiasi delle celle copiate da un foglio di calcolo; una prima riga con i nomi delle colonne viene riconosciuta. Tutte le righe vanno in una sola richiesta.",
    caption: "Contatti da aggiungere",
    row: "Riga",
    cell: |field, row| format!("{field}, riga {row}"),
    columns: "Colonne",
    columns_legend: "Colonne della griglia",
    add_row: "Aggiungi una riga",
    remove_row: |row| format!("Togli la riga {row}"),
    full: |max| {
        format!("Una richiesta accetta al massimo {max} righe. Per aggiungerne di più, importa un file.")
    },
    import: "Importa invece un file",
    nothing: "Compila almeno una riga.",
    summary: "Prima di poter aggiungere i contatti:",
    more_errors: |n| format!("E {}, dette ciascuna nella sua cella.", n.of("altra", "altre")),
    at_row: |row, field| format!("Riga {row}, {field}"),
    cautions: |n| {
        format!("{}: guarda le celle prima di inviare. Nulla ti ferma.", n.of("avvertenza", "avvertenze"))
    },
    add: |n| {
        if n.n == 0 {
            "Aggiungi contatti".to_owned()
        } else {
            format!("Aggiungi {}", n.of("contatto", "contatti"))
        }
    },
    added: |n| n.of("contatto aggiunto", "contatti aggiunti"),
    failed: "Nessun contatto è stato aggiunto",
    unclear: "Non si sa se i contatti siano stati aggiunti",
    pasted: |n| format!("{}.", n.of("riga incollata", "righe incollate")),
    pasted_by_name: |n, names| {
        format!(
            "{} nelle colonne che la prima riga nomina: {names}.",
            n.of("riga incollata", "righe incollate")
        )
    },
    misfit: "Non tutto ciò che hai incollato ha un posto. La griglia non è cambiata.",
    too_wide: |n| format!("{} a destra dell’ultima.", n.of("colonna finirebbe", "colonne finirebbero")),
    unknown: |names| format!("Nessun campo, o uno che c’è già: {names}."),
    missing: |names| format!("Non tra le colonne della griglia: {names}."),
    too_many: |n, max| format!("{} oltre le {max} righe di una richiesta.", n.of("riga va", "righe vanno")),
    take_with_columns: "Aggiungi le colonne mancanti e prendi ciò che entra",
    take_fitting: "Inserisci solo ciò che ci sta",
    take_nothing: "Lascia la griglia com’è",
};
