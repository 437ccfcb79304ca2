//! Lists.

mod agents;
mod contacts;
mod fields;
mod form;
mod grid;

use dialdesk_core::list::{ListProblem, TEXT_MAX};

use super::{Count, ListingWords};

pub(crate) use agents::Agents;
pub(crate) use contacts::Contacts;
pub(crate) use fields::Fields;
pub(crate) use form::Form;
pub(crate) use grid::Grid;

/// Words of the lists.
pub(crate) struct Lists {
    pub(crate) title: &'static str,
    pub(crate) how_many: fn(&Count) -> String,
    pub(crate) found_of: fn(&Count, &Count) -> String,
    pub(crate) listing: ListingWords,
    pub(crate) new: &'static str,
    pub(crate) name: &'static str,
    pub(crate) id: &'static str,
    pub(crate) description: &'static str,
    pub(crate) created: &'static str,
    pub(crate) caption: &'static str,
    pub(crate) new_title: &'static str,
    pub(crate) name_hint: &'static str,
    pub(crate) description_hint: &'static str,
    pub(crate) create: &'static str,
    pub(crate) creating: &'static str,
    pub(crate) create_failed: &'static str,
    pub(crate) create_unclear: &'static str,
    pub(crate) summary: &'static str,
    pub(crate) name_missing: &'static str,
    pub(crate) too_long: fn(usize, usize) -> String,
    pub(crate) name_taken: fn(&str) -> String,
    pub(crate) list_number: fn(&str) -> String,
    pub(crate) contact_count: fn(&Count) -> String,
    pub(crate) contacts_unknown: &'static str,
    pub(crate) import_into: &'static str,
    pub(crate) open_list: &'static str,
    pub(crate) number_label: &'static str,
    pub(crate) number_hint: &'static str,
    pub(crate) no_number: &'static str,
    pub(crate) use_list: &'static str,
    pub(crate) created_notice: fn(&str, &str) -> String,
    pub(crate) tabs: &'static str,
    pub(crate) tab_contacts: &'static str,
    pub(crate) tab_fields: &'static str,
    pub(crate) tab_agents: &'static str,
    pub(crate) one_failed: &'static str,
    pub(crate) edit: &'static str,
    pub(crate) edit_title: &'static str,
    pub(crate) edit_summary: &'static str,
    pub(crate) save: &'static str,
    pub(crate) saving: &'static str,
    pub(crate) saved: &'static str,
    pub(crate) save_failed: &'static str,
    pub(crate) save_unclear: &'static str,
    pub(crate) unchanged: &'static str,
    /// The field and what somebody else has made of it.
    pub(crate) changed_meanwhile: fn(&str, &str) -> String,
    pub(crate) delete: &'static str,
    pub(crate) delete_title: fn(&str) -> String,
    /// How many contacts go with it, where that is known.
    pub(crate) delete_what: fn(Option<&Count>) -> String,
    pub(crate) delete_button: fn(&str) -> String,
    pub(crate) deleting: &'static str,
    pub(crate) delete_failed: &'static str,
    pub(crate) delete_unclear: &'static str,
    pub(crate) deleted_notice: fn(&str, &str) -> String,
    /// Its contacts.
    pub(crate) contacts: Contacts,
    /// The form of a contact.
    pub(crate) form: Form,
    /// The grid for several.
    pub(crate) grid: Grid,
    /// Its custom fields.
    pub(crate) fields: Fields,
    /// Its agents.
    pub(crate) agents: Agents,
}

impl Lists {
    /// What is wrong with a draft, in words.
    pub(crate) fn problem(&self, problem: &ListProblem) -> String {
        match problem {
            ListProblem::NameMissing => self.name_missing.to_owned(),
            ListProblem::TooLong { characters } => (self.too_long)(*characters, TEXT_MAX),
            ListProblem::NameTaken { by } => (self.name_taken)(&by.to_string()),
        }
    }
}

pub(super) const EN: Lists = Lists {
    title: "Lists",
    how_many: |n| n.of("contact list", "contact lists"),
    found_of: |found, all| format!("{} of {}", found.shown, all.of("contact list", "contact lists")),
    listing: ListingWords {
        search: "Search name or ID",
        none: "No lists yet",
        none_hint: "A list holds the contacts that campaigns call. Create one, then import a file into it.",
        no_match: |search| format!("No list matches “{search}”"),
        clear_search: "Show all lists",
        read_failed: "The lists cannot be shown",
        hidden: "This server does not show its lists",
        hidden_hint: "Lists can be created, and one that is used by its ID takes contacts and agents. Those that were created in this browser are listed.",
    },
    new: "New list",
    name: "Name",
    id: "ID",
    description: "Description",
    created: "Created (UTC)",
    caption: "Contact lists",
    new_title: "New list",
    name_hint: "As your agents will see it.",
    description_hint: "What the list is for, or where its contacts come from.",
    create: "Create list",
    creating: "Creating…",
    create_failed: "The list was not created",
    create_unclear: "It is not known whether the list was created",
    summary: "Before the list can be created:",
    name_missing: "Enter a name for the list.",
    too_long: |has, max| format!("Shorten it to {max} characters; it has {has}."),
    name_taken: |id| {
        format!("List {id} has this name already. A second one is allowed, but hard to tell apart.")
    },
    list_number: |id| format!("List {id}"),
    contact_count: |n| n.of("contact", "contacts"),
    contacts_unknown: "The server does not tell how many contacts it has.",
    import_into: "Import contacts into this list",
    open_list: "Open the list",
    number_label: "List ID",
    number_hint: "A list that the server does not show can be used by its ID.",
    no_number: "Enter a whole number from 1.",
    use_list: "Use this list",
    created_notice: |name, id| format!("List {id}, “{name}”, was created."),
    tabs: "Parts of the list",
    tab_contacts: "Contacts",
    tab_fields: "Fields",
    tab_agents: "Agents",
    one_failed: "The list cannot be shown",
    edit: "Edit list",
    edit_title: "Edit list",
    edit_summary: "Before the list can be saved:",
    save: "Save list",
    saving: "Saving…",
    saved: "The list was saved",
    save_failed: "The list was not saved",
    save_unclear: "It is not known whether the list was saved",
    unchanged: "Nothing has changed: there is nothing to save.",
    changed_meanwhile: |field, theirs| {
        format!(
            "Somebody else has changed “{field}” meanwhile to “{theirs}”. Nothing was saved. Save again to put yours in its place."
        )
    },
    delete: "Delete list…",
    delete_title: |name| format!("Delete the list “{name}”?"),
    delete_what: |n| {
        let contacts = match n {
            Some(n) if n.n == 0 => "It has no contacts.".to_owned(),
            Some(n) => format!("Its {} with it.", n.of("contact goes", "contacts go")),
            None => "Its contacts go with it; the server does not tell how many there are.".to_owned(),
        };
        format!("{contacts} Campaigns that call it lose it. This cannot be undone here.")
    },
    delete_button: |name| format!("Delete “{name}”"),
    deleting: "Deleting…",
    delete_failed: "The list was not deleted",
    delete_unclear: "It is not known whether the list was deleted",
    deleted_notice: |name, id| format!("List {id}, “{name}”, was deleted."),
    contacts: contacts::EN,
    form: form::EN,
    grid: grid::EN,
    fields: fields::EN,
    agents: agents::EN,
};

pub(super) const IT: Lists = Lists {
    title: "Liste",
    how_many: |n| n.of("lista di contatti", "liste di contatti"),
    found_of: |found, all| format!("{} di {}", found.shown, all.of("lista di contatti", "liste di contatti")),
    listing: ListingWords {
        search: "Cerca nome o ID",
        none: "Ancora nessuna lista",
        none_hint: "Una lista contiene i contatti che le campagne chiamano. Creane una, poi importaci un file.",
        no_match: |search| format!("Nessuna lista corrisponde a “{search}”"),
        clear_search: "Mostra tutte le liste",
        read_failed: "Le liste non possono essere mostrate",
        hidden: "Questo server non mostra le sue liste",
        hidden_hint: "Puoi creare liste e, usandone una con il suo ID, aggiungerle contatti e operatori. Quelle create in questo browser sono elencate.",
    },
    new: "Nuova lista",
    name: "Nome",
    id: "ID",
    description: "Descrizione",
    created: "Creata (UTC)",
    caption: "Liste di contatti",
    new_title: "Nuova lista",
    name_hint: "Come la vedranno gli operatori.",
    description_hint: "A cosa serve la lista, o da dove vengono i suoi contatti.",
    create: "Crea lista",
    creating: "Creazione…",
    create_failed: "La lista non è stata creata",
    create_unclear: "Non si sa se la lista sia stata creata",
    summary: "Prima di poter creare la lista:",
    name_missing: "Inserisci un nome per la lista.",
    too_long: |has, max| format!("Accorcia a {max} caratteri; ne ha {has}."),
    name_taken: |id| {
        format!("La lista {id} ha già questo nome. Una seconda è permessa, ma difficile da distinguere.")
    },
    list_number: |id| format!("Lista {id}"),
    contact_count: |n| n.of("contatto", "contatti"),
    contacts_unknown: "Il server non dice quanti contatti contiene.",
    import_into: "Importa contatti in questa lista",
    open_list: "Apri la lista",
    number_label: "ID della lista",
    number_hint: "Una lista che il server non mostra si può usare con il suo ID.",
    no_number: "Inserisci un numero intero da 1.",
    use_list: "Usa questa lista",
    created_notice: |name, id| format!("La lista {id}, “{name}”, è stata creata."),
    tabs: "Parti della lista",
    tab_contacts: "Contatti",
    tab_fields: "Campi",
    tab_agents: "Operatori",
    one_failed: "La lista non può essere mostrata",
    edit: "Modifica lista",
    edit_title: "Modifica lista",
    edit_summary: "Prima di poter salvare la lista:",
    save: "Salva lista",
    saving: "Salvataggio…",
    saved: "La lista è stata salvata",
    save_failed: "La lista non è stata salvata",
    save_unclear: "Non si sa se la lista sia stata salvata",
    unchanged: "Nulla è cambiato: non c’è niente da salvare.",
    changed_meanwhile: |field, theirs| {
        format!(
            "Nel frattempo qualcun altro ha cambiato “{field}” in “{theirs}”. Nulla è stato salvato. Salva di nuovo per mettere il tuo al suo posto."
        )
    },
    delete: "Elimina lista…",
    delete_title: |name| format!("Eliminare la lista “{name}”?"),
    delete_what: |n| {
        let contacts = match n {
            Some(n) if n.n == 0 => "Non ha contatti.".to_owned(),
            Some(n) => {
                let verb = n.pick("viene eliminato", "vengono eliminati");
                format!("Insieme alla lista {verb} {}.", n.of("contatto", "contatti"))
            }
            None => "Insieme alla lista vengono eliminati i suoi contatti; il server non dice quanti siano."
                .to_owned(),
        };
        format!("{contacts} Le campagne che la chiamano la perdono. Da qui non si può annullare.")
    },
    delete_button: |name| format!("Elimina “{name}”"),
    deleting: "Eliminazione…",
    delete_failed: "La lista non è stata eliminata",
    delete_unclear: "Non si sa se la lista sia stata eliminata",
    deleted_notice: |name, id| format!("La lista {id}, “{name}”, è stata eliminata."),
    contacts: contacts::IT,
    form: form::IT,
    grid: grid::IT,
    fields: fields::IT,
    agents: agents::IT,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_limit_is_named_from_the_constant_that_checks_it() {
        let problem = ListProblem::TooLong { characters: 300 };
        for words in [EN, IT] {
            let text = words.problem(&problem);
            assert!(text.contains("255") && text.contains("300"), "{text}");
        }
    }
}
