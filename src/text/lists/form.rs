//! The form of a contact.

use dialdesk_core::contact::{ContactProblem, TEXT_MAX};

/// The form of a contact.
pub(crate) struct Form {
    pub(crate) new_title: &'static str,
    pub(crate) edit_title: fn(&str) -> String,
    pub(crate) more: &'static str,
    pub(crate) add: &'static str,
    pub(crate) adding: &'static str,
    pub(crate) save: &'static str,
    pub(crate) saving: &'static str,
    pub(crate) add_summary: &'static str,
    pub(crate) save_summary: &'static str,
    pub(crate) added: fn(Option<&str>) -> String,
    pub(crate) saved: &'static str,
    pub(crate) not_read_back: &'static str,
    /// The names of the fields that the server has otherwise.
    pub(crate) differing: fn(&str) -> String,
    pub(crate) unchanged: &'static str,
    pub(crate) add_failed: &'static str,
    pub(crate) add_unclear: &'static str,
    pub(crate) save_failed: &'static str,
    pub(crate) save_unclear: &'static str,
    pub(crate) read_failed: &'static str,
    pub(crate) gone: &'static str,
    pub(crate) gone_hint: &'static str,
    /// How many contacts the list had and has.
    pub(crate) counted: fn(&str, &str) -> String,
    pub(crate) clash_title: &'static str,
    pub(crate) clash_hint: &'static str,
    pub(crate) clash: fn(&str, &str, &str) -> String,
    pub(crate) keep_mine: &'static str,
    pub(crate) take_theirs: &'static str,
    pub(crate) not_chosen: &'static str,
    pub(crate) name_hint: &'static str,
    pub(crate) phone_hint: &'static str,
    pub(crate) moment_hint: &'static str,
    pub(crate) link_hint: &'static str,
    pub(crate) whole_hint: fn(&str, &str) -> String,
    pub(crate) missing: &'static str,
    pub(crate) too_long: fn(usize, usize) -> String,
    pub(crate) not_whole: fn(&str, &str) -> String,
    pub(crate) not_moment: &'static str,
    pub(crate) not_choice: &'static str,
    pub(crate) not_switch: &'static str,
    pub(crate) no_phone: &'static str,
    pub(crate) phone_unlikely: &'static str,
    pub(crate) phone_taken: fn(&str) -> String,
    pub(crate) phone_twice: fn(&str) -> String,
    pub(crate) not_https: &'static str,
    pub(crate) server: fn(&str) -> String,
    pub(crate) declare: &'static str,
    pub(crate) declare_hint: &'static str,
    pub(crate) declare_number: &'static str,
    pub(crate) declare_kind: &'static str,
    pub(crate) declare_add: &'static str,
    pub(crate) declare_wrong: &'static str,
    pub(crate) declare_twice: &'static str,
}

impl Form {
    /// What is found in a field, in words. `number` writes a number as the reader does.
    pub(crate) fn problem(&self, problem: &ContactProblem, number: &dyn Fn(i64) -> String) -> String {
        match problem {
            ContactProblem::Missing => self.missing.to_owned(),
            ContactProblem::TooLong { characters } => (self.too_long)(*characters, TEXT_MAX),
            ContactProblem::NotWhole { min, max } => (self.not_whole)(&number(*min), &number(*max)),
            ContactProblem::NotMoment => self.not_moment.to_owned(),
            ContactProblem::NotChoice => self.not_choice.to_owned(),
            ContactProblem::NotSwitch => self.not_switch.to_owned(),
            ContactProblem::NoPhone => self.no_phone.to_owned(),
            ContactProblem::PhoneUnlikely => self.phone_unlikely.to_owned(),
            ContactProblem::PhoneTaken { by } => (self.phone_taken)(&by.to_string()),
            ContactProblem::PhoneTwice { row } => (self.phone_twice)(&row.to_string()),
            ContactProblem::NotHttps => self.not_https.to_owned(),
            ContactProblem::Server(words) => (self.server)(words),
        }
    }
}

pub(super) const EN: Form = Form {
    new_title: "Add a contact",
    edit_title: |id| format!("Contact {id}"),
    more: "More fields",
    add: "Add contact",
    adding: "Adding…",
    save: "Save contact",
    saving: "Saving…",
    add_summary: "Before the contact can be added:",
    save_summary: "Before the contact can be saved:",
    added: |id| match id {
        Some(id) => format!("Contact {id} was added. The form is ready for the next."),
        None => "The contact was added; the server did not tell its number. The form is ready for the next."
            .to_owned(),
    },
    saved: "The contact was saved",
    not_read_back: "It could not be read back, so what the server made of it is not known.",
    differing: |fields| {
        format!("The server has these otherwise than they were sent: {fields}. Below is what it has.")
    },
    unchanged: "Nothing has changed: there is nothing to save.",
    add_failed: "The contact was not added",
    add_unclear: "It is not known whether the contact was added",
    save_failed: "The contact was not saved",
    save_unclear: "It is not known whether the contact was saved",
    read_failed: "The contact cannot be shown",
    gone: "The contact is not there any more",
    gone_hint: "Somebody has deleted it meanwhile, or this server does not show single contacts. Nothing was sent; what you typed stays here.",
    counted: |before, now| {
        format!("The list had {before} contacts when it was last counted and has {now} now.")
    },
    clash_title: "Somebody else has changed the contact meanwhile",
    clash_hint: "Nothing was sent. Decide for each field, then save again. What others have changed in other fields is kept either way.",
    clash: |field, theirs, mine| format!("{field}: they changed it to “{theirs}”, yours is “{mine}”."),
    keep_mine: "Keep mine",
    take_theirs: "Take theirs",
    not_chosen: "Not chosen",
    name_hint: "The server requires it.",
    phone_hint: "The number that campaigns call, sent exactly as typed.",
    moment_hint: "In UTC, for example 2026-03-02 08:00.",
    link_hint: "Beginning with https://.",
    whole_hint: |min, max| format!("A whole number from {min} to {max}."),
    missing: "Fill it in: a contact must have it.",
    too_long: |has, max| format!("Shorten it to {max} characters; it has {has}."),
    not_whole: |min, max| format!("Enter a whole number from {min} to {max}."),
    not_moment: "Enter a day that exists and a time, in this order: 2026-03-02 08:00.",
    not_choice: "Choose one of the field’s own choices, written exactly so.",
    not_switch: "Enter 1 for yes or 0 for no.",
    no_phone: "Without a phone number campaigns cannot call this contact.",
    phone_unlikely: "This does not look like one phone number. It is sent as it is.",
    phone_taken: |id| format!("Contact {id} of this list has the same number."),
    phone_twice: |row| format!("Row {row} has the same number."),
    not_https: "It does not begin with https://, so the server may refuse it or not make it a link.",
    server: |words| format!("The server refused it and says: “{words}”."),
    declare: "Add a custom field by its number",
    declare_hint: "The server does not show the custom fields of this list. Whoever runs it knows their numbers: cf_7 has number 7.",
    declare_number: "Number of the field",
    declare_kind: "What it holds",
    declare_add: "Add field",
    declare_wrong: "Enter a whole number from 1.",
    declare_twice: "That field is here already.",
};

pub(super) const IT: Form = Form {
    new_title: "Aggiungi un contatto",
    edit_title: |id| format!("Contatto {id}"),
    more: "Altri campi",
    add: "Aggiungi contatto",
    adding: "Aggiunta…",
    save: "Salva contatto",
    saving: "Salvataggio…",
    add_summary: "Prima di poter aggiungere il contatto:",
    save_summary: "Prima di poter salvare il contatto:",
    added: |id| {
        match id {
        Some(id) => format!("Il contatto {id} è stato aggiunto. Il modulo è pronto per il prossimo."),
        None => "Il contatto è stato aggiunto; il server non ha detto il suo numero. Il modulo è pronto per il prossimo.".to_owned(),
    }
    },
    saved: "Il contatto è stato salvato",
    not_read_back: "Non è stato possibile rileggerlo, quindi non si sa che cosa ne abbia fatto il server.",
    differing: |fields| {
        format!("Il server ha questi valori diversi da quelli inviati: {fields}. Sotto c’è ciò che ha.")
    },
    unchanged: "Nulla è cambiato: non c’è niente da salvare.",
    add_failed: "Il contatto non è stato aggiunto",
    add_unclear: "Non si sa se il contatto sia stato aggiunto",
    save_failed: "Il contatto non è stato salvato",
    save_unclear: "Non si sa se il contatto sia stato salvato",
    read_failed: "Il contatto non può essere mostrato",
    gone: "Il contatto non c’è più",
    gone_hint: "Qualcuno l’ha eliminato nel frattempo, o questo server non mostra singoli contatti. Nulla è stato inviato; ciò che hai scritto resta qui.",
    counted: |before, now| {
        format!("All’ultimo conteggio la lista aveva {before} contatti e ora ne ha {now}.")
    },
    clash_title: "Nel frattempo qualcun altro ha modificato il contatto",
    clash_hint: "Nulla è stato inviato. Decidi per ogni campo, poi salva di nuovo. Ciò che altri hanno cambiato in altri campi resta comunque.",
    clash: |field, theirs, mine| format!("{field}: l’hanno cambiato in “{theirs}”, il tuo è “{mine}”."),
    keep_mine: "Tieni il mio",
    take_theirs: "Prendi il loro",
    not_chosen: "Non scelto",
    name_hint: "Il server lo richiede.",
    phone_hint: "Il numero che le campagne chiamano, inviato esattamente come scritto.",
    moment_hint: "In UTC, per esempio 2026-03-02 08:00.",
    link_hint: "Che inizia con https://.",
    whole_hint: |min, max| format!("Un numero intero da {min} a {max}."),
    missing: "Compilalo: un contatto deve averlo.",
    too_long: |has, max| format!("Accorcia a {max} caratteri; ne ha {has}."),
    not_whole: |min, max| format!("Inserisci un numero intero da {min} a {max}."),
    not_moment: "Inserisci un giorno che esiste e un’ora, in quest’ordine: 2026-03-02 08:00.",
    not_choice: "Scegli una delle scelte del campo, scritta esattamente così.",
    not_switch: "Inserisci 1 per sì o 0 per no.",
    no_phone: "Senza un numero di telefono le campagne non possono chiamare questo contatto.",
    phone_unlikely: "Questo non sembra un solo numero di telefono. Viene inviato così com’è.",
    phone_taken: |id| format!("Il contatto {id} di questa lista ha lo stesso numero."),
    phone_twice: |row| format!("La riga {row} ha lo stesso numero."),
    not_https: "Non inizia con https://, quindi il server potrebbe rifiutarlo o non farne un link.",
    server: |words| format!("Il server l’ha rifiutato e dice: “{words}”."),
    declare: "Aggiungi un campo personalizzato tramite il suo numero",
    declare_hint: "Il server non mostra i campi personalizzati di questa lista. Chi lo gestisce conosce i loro numeri: cf_7 ha il numero 7.",
    declare_number: "Numero del campo",
    declare_kind: "Cosa contiene",
    declare_add: "Aggiungi campo",
    declare_wrong: "Inserisci un numero intero da 1.",
    declare_twice: "Quel campo è già qui.",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_named_from_the_constants_that_check_them() {
        let number = |number: i64| number.to_string();
        for words in [EN, IT] {
            let long = words.problem(&ContactProblem::TooLong { characters: 300 }, &number);
            assert!(long.contains("255") && long.contains("300"), "{long}");
            let whole = words.problem(&ContactProblem::NotWhole { min: -8, max: 7 }, &number);
            assert!(whole.contains("-8") && whole.contains('7'), "{whole}");
            let row = words.problem(&ContactProblem::PhoneTwice { row: 4 }, &number);
            assert!(row.contains('4'), "{row}");
        }
    }
}
