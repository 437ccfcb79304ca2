//! The contacts of a list.

use crate::text::Count;

/// The contacts of a list.
pub(crate) struct Contacts {
    pub(crate) caption: &'static str,
    pub(crate) id: &'static str,
    pub(crate) add_one: &'static str,
    pub(crate) add_several: &'static str,
    pub(crate) search: &'static str,
    pub(crate) find: &'static str,
    pub(crate) clear: &'static str,
    pub(crate) none: &'static str,
    pub(crate) none_hint: &'static str,
    pub(crate) no_match: fn(&str) -> String,
    pub(crate) failed: &'static str,
    /// The page that was asked for is not there; what stands below is an earlier one.
    pub(crate) stale: &'static str,
    pub(crate) failed_hint: &'static str,
    pub(crate) pages: &'static str,
    /// The first and last row on screen, and how many there are.
    pub(crate) range: fn(&str, &str, Option<&Count>) -> String,
    pub(crate) previous: &'static str,
    pub(crate) next: &'static str,
    pub(crate) delete: &'static str,
    pub(crate) will_delete: fn(&str, u64) -> String,
    pub(crate) back: &'static str,
}

pub(super) const EN: Contacts = Contacts {
    caption: "Contacts of the list",
    id: "ID",
    add_one: "Add a contact",
    add_several: "Add several",
    search: "Search name, phone or email",
    find: "Search",
    clear: "Show all contacts",
    none: "No contacts yet",
    none_hint: "Campaigns call the contacts of their lists. Add one, add several at once, or import a file.",
    no_match: |text| format!("No contact matches “{text}”"),
    failed: "The contacts of the list cannot be shown",
    stale: "These contacts could not be read. Below is what was read before",
    failed_hint: "Contacts can be added all the same.",
    pages: "Pages of contacts",
    range: |from, to, total| match total {
        Some(total) => format!("{from}–{to} of {}", total.shown),
        None => format!("{from}–{to}; the server does not tell how many there are"),
    },
    previous: "Previous",
    next: "Next",
    delete: "Delete",
    will_delete: |names, seconds| {
        format!(
            "{names} will be deleted in {seconds} seconds. Until then nothing is sent, and closing the page stops it."
        )
    },
    back: "Back to the contacts",
};

pub(super) const IT: Contacts = Contacts {
    caption: "Contatti della lista",
    id: "ID",
    add_one: "Aggiungi un contatto",
    add_several: "Aggiungi più contatti",
    search: "Cerca nome, telefono o email",
    find: "Cerca",
    clear: "Mostra tutti i contatti",
    none: "Ancora nessun contatto",
    none_hint: "Le campagne chiamano i contatti delle loro liste. Aggiungine uno, aggiungine più di uno insieme, o importa un file.",
    no_match: |text| format!("Nessun contatto corrisponde a “{text}”"),
    failed: "I contatti della lista non possono essere mostrati",
    stale: "Non è stato possibile leggere questi contatti. Sotto c’è ciò che era stato letto prima",
    failed_hint: "I contatti si possono aggiungere lo stesso.",
    pages: "Pagine dei contatti",
    range: |from, to, total| match total {
        Some(total) => format!("{from}–{to} di {}", total.shown),
        None => format!("{from}–{to}; il server non dice quanti siano"),
    },
    previous: "Precedenti",
    next: "Successivi",
    delete: "Elimina",
    will_delete: |names, seconds| {
        format!(
            "Eliminazione tra {seconds} secondi: {names}. Prima non si invia nulla; chiudere la pagina la ferma."
        )
    },
    back: "Torna ai contatti",
};
