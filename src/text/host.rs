//! What concerns the page around the app.

use super::{Count, Words};

/// Words for the host page, and about it.
pub(crate) struct HostWords {
    pub(crate) asking: &'static str,
    pub(crate) none_title: &'static str,
    pub(crate) failed: &'static str,
    pub(crate) silent: fn(u64) -> String,
    pub(crate) nonsense: &'static str,
    pub(crate) same: &'static str,
    pub(crate) refused: &'static str,
    pub(crate) kept: &'static str,
    pub(crate) ask_again: &'static str,
    pub(crate) signed_out_title: &'static str,
    pub(crate) signed_out: &'static str,
    pub(crate) sign_in: &'static str,
    pub(crate) leave_title: &'static str,
    pub(crate) leave_dirty: &'static str,
    pub(crate) leave_busy: &'static str,
    pub(crate) stay: &'static str,
    pub(crate) leave: &'static str,
    pub(crate) region: &'static str,
    pub(crate) elsewhere: fn(&str) -> String,
    pub(crate) go_there: &'static str,
    pub(crate) imported: fn(&str, &Count, &Count) -> String,
    pub(crate) import_unknown: fn(&str) -> String,
    pub(crate) not_imported: fn(&str) -> String,
    list_created: fn(&str) -> String,
    campaign_created: fn(&str) -> String,
}

impl HostWords {
    /// A list of this name was created.
    pub(crate) fn list_created(words: &Words, name: &str) -> String {
        (words.host.list_created)(name)
    }

    /// A campaign of this name was created.
    pub(crate) fn campaign_created(words: &Words, name: &str) -> String {
        (words.host.campaign_created)(name)
    }
}

pub(super) const EN: HostWords = HostWords {
    asking: "The portal is being asked for the sign-in…",
    none_title: "The portal gave no sign-in",
    failed: "The portal could not provide a sign-in. You may have to sign in to the portal again.",
    silent: |seconds| {
        format!(
            "The portal did not answer within {seconds} seconds. It may be down, or wait for something elsewhere."
        )
    },
    nonsense: "The portal answered with something that is not a sign-in. Tell whoever looks after the portal.",
    same: "The portal gave the same sign-in that the server has just refused. It was not used again, because servers block accounts after several wrong attempts. Sign in to the portal again, then ask once more.",
    refused: "The server does not accept the sign-in that the portal has just given. Sign in to the portal again, or ask whoever looks after it whether your account may use this server.",
    kept: "Everything on this page is still here.",
    ask_again: "Ask the portal again",
    signed_out_title: "You are signed out",
    signed_out: "Nothing more is read or sent in your name.",
    sign_in: "Sign in through the portal",
    leave_title: "Leave Dialdesk?",
    leave_dirty: "What was entered here and is not on the server yet would be lost.",
    leave_busy: "Something is still being sent. It may be carried out all the same, but what came of it would not be shown.",
    stay: "Stay",
    leave: "Leave",
    region: "Dialdesk",
    elsewhere: |path| format!("Another Dialdesk on this page is in use. This one begins at {path}."),
    go_there: "Go there",
    imported: |list, found, expected| {
        format!(
            "The import into list {list} has ended: {} of {} contacts were added.",
            found.shown, expected.shown
        )
    },
    import_unknown: |list| {
        format!(
            "The import into list {list} has ended, but it is not known what was added. Look at the list before you repeat it."
        )
    },
    not_imported: |list| format!("Nothing was imported into list {list}."),
    list_created: |name| format!("The list “{name}” was created."),
    campaign_created: |name| format!("The campaign “{name}” was created."),
};

pub(super) const IT: HostWords = HostWords {
    asking: "Sto chiedendo l’accesso al portale…",
    none_title: "Il portale non ha fornito l’accesso",
    failed: "Il portale non è riuscito a fornire l’accesso. Forse devi accedere di nuovo al portale.",
    silent: |seconds| {
        format!(
            "Il portale non ha risposto entro {seconds} secondi. Potrebbe essere fermo, o in attesa di qualcosa altrove."
        )
    },
    nonsense: "Il portale ha risposto con qualcosa che non è un accesso. Avvisa chi lo gestisce.",
    same: "Il portale ha dato lo stesso accesso che il server ha appena rifiutato. Non è stato usato di nuovo, perché i server bloccano un utente dopo più tentativi sbagliati. Accedi di nuovo al portale, poi richiedilo.",
    refused: "Il server non accetta l’accesso che il portale ha appena dato. Accedi di nuovo al portale, o chiedi a chi lo gestisce se il tuo utente può usare questo server.",
    kept: "Tutto ciò che è in questa pagina è ancora qui.",
    ask_again: "Chiedi di nuovo al portale",
    signed_out_title: "Sei uscito",
    signed_out: "Nulla viene più letto o inviato a tuo nome.",
    sign_in: "Accedi tramite il portale",
    leave_title: "Lasciare Dialdesk?",
    leave_dirty: "Ciò che hai inserito qui e non è ancora sul server andrebbe perso.",
    leave_busy: "Un invio è ancora in corso. Potrebbe essere eseguito lo stesso, ma non vedresti com’è andato.",
    stay: "Resta",
    leave: "Lascia",
    region: "Dialdesk",
    elsewhere: |path| format!("In questa pagina è in uso un altro Dialdesk. Questo comincia da {path}."),
    go_there: "Vai lì",
    imported: |list, found, expected| {
        format!(
            "L’importazione nella lista {list} è finita: aggiunti {} contatti su {}.",
            found.shown, expected.shown
        )
    },
    import_unknown: |list| {
        format!(
            "L’importazione nella lista {list} è finita, ma non si sa che cosa sia stato aggiunto. Guarda la lista prima di ripeterla."
        )
    },
    not_imported: |list| format!("Nulla è stato importato nella lista {list}."),
    list_created: |name| format!("La lista “{name}” è stata creata."),
    campaign_created: |name| format!("La campagna “{name}” è stata creata."),
};
