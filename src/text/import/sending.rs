//! An import under way, its receipt, and what is offered when something went wrong.

use crate::text::Count;

/// Words for what is being sent and what came of it.
pub(crate) struct Sending {
    /// Takes what has gone, all of it, and the share.
    pub(crate) part: fn(&str, &str, &str) -> String,
    pub(crate) rate: fn(&str) -> String,
    /// Takes what is being done and how much of it is done.
    pub(crate) announced: fn(&str, &str) -> String,
    pub(crate) arrived: &'static str,
    pub(crate) stop_what: &'static str,
    pub(crate) waited: fn(&str) -> String,
    pub(crate) may_leave: &'static str,
    pub(crate) no_answer_yet: &'static str,
    pub(crate) stop_and_look: &'static str,
    pub(crate) takes_long: &'static str,
    pub(crate) stop_waiting: &'static str,
    pub(crate) stopped_waiting: &'static str,
    pub(crate) nothing_more: &'static str,
    pub(crate) kept_before: &'static str,
    pub(crate) upload_harmless: &'static str,
    pub(crate) on_server: &'static str,
    pub(crate) list_gone: &'static str,
    /// Takes how much the server takes.
    pub(crate) copy_too_large: fn(&str) -> String,
    pub(crate) no_pid: &'static str,
    pub(crate) sign_in_ended: &'static str,
    pub(crate) upload_again: &'static str,
    pub(crate) bind_again: &'static str,
    pub(crate) import_again: &'static str,
    pub(crate) attach: &'static str,
    /// Takes the compared fields.
    pub(crate) repeat_safe: fn(&str) -> String,
    /// Takes the compared fields and the contacts without one of them.
    pub(crate) repeat_safe_but: fn(&str, &Count) -> String,
    pub(crate) repeat_doubles: &'static str,
    pub(crate) look_first: &'static str,
    /// What the list held when the import began: takes how many are stored and how many it held.
    pub(crate) stored_at_most: fn(&Count, &Count) -> String,
}

/// Words of a receipt.
pub(crate) struct Receipt {
    pub(crate) title: &'static str,
    pub(crate) verdict: &'static str,
    pub(crate) file: &'static str,
    pub(crate) list: &'static str,
    pub(crate) began: &'static str,
    pub(crate) before: &'static str,
    pub(crate) expected: &'static str,
    pub(crate) at_most: fn(&str) -> String,
    pub(crate) found: &'static str,
    /// What the list holds more than before.
    pub(crate) added: &'static str,
    pub(crate) difference: &'static str,
    pub(crate) none: &'static str,
    pub(crate) not_seen: &'static str,
    pub(crate) compared: &'static str,
    pub(crate) assumed: &'static str,
    pub(crate) copy: &'static str,
}

/// Words for copying a text.
pub(crate) struct Copying {
    pub(crate) done: &'static str,
    pub(crate) refused: &'static str,
    pub(crate) requests: &'static str,
    pub(crate) commands: &'static str,
}

pub(super) const EN: Sending = Sending {
    part: |sent, of, share| format!("{sent} of {of} ({share})"),
    rate: |bytes| format!("{bytes} a second"),
    announced: |what, share| format!("{what} {share}"),
    arrived: "All of it has gone; the server has not answered yet.",
    stop_what: "Nothing is imported before the server has the whole file and is told to: an upload that is stopped leaves no contact behind.",
    waited: |seconds| format!("for {seconds} s"),
    may_leave: "You may go to another screen: the import goes on, and its outcome will stand here. Even with this page closed the server goes on; only nobody compares then.",
    no_answer_yet: "The server has not answered the call that starts the import yet, so that nobody knows whether it has begun. The call is not repeated by itself.",
    stop_and_look: "Stop waiting and look at the list",
    takes_long: "It takes long. To stop waiting ends nothing on the server; the list can be looked at again later.",
    stop_waiting: "Stop waiting",
    stopped_waiting: "The server had not answered when you stopped waiting.",
    nothing_more: "Nothing more was imported",
    kept_before: "What was imported before is still there, and so are the file and your choices.",
    upload_harmless: "An upload alone stores no contact, so it can be repeated.",
    on_server: "The file is on the server already and need not be uploaded again.",
    copy_too_large: |most| {
        format!(
            "The clean copy of the file would be larger than the {most} that the server takes. Split the file into parts, which keeps your choices but for those about single rows. Where one column feeds several fields, fewer of them also make the copy smaller."
        )
    },
    list_gone: "The list was deleted meanwhile, with whatever was in it. Choose another list in step 2 or make one; the file and your choices are still here.",
    no_pid: "The server answered, but did not confirm that an import began: it named no number of one.",
    sign_in_ended: "The sign-in ended meanwhile. Sign in again and look at the list.",
    upload_again: "Upload again",
    bind_again: "Start the import again",
    import_again: "Import the same file again",
    attach: "Attach the list to a campaign",
    repeat_safe: |fields| {
        format!(
            "When the list has stopped growing you can safely import again: the server compares {fields} and adds only what is missing."
        )
    },
    repeat_safe_but: |fields, n| {
        format!(
            "If it is repeated, the server compares {fields} and leaves out what the list has already. {} nothing there and would be stored a second time if the import began after all.",
            n.of("contact has", "contacts have")
        )
    },
    repeat_doubles: "No field is compared: if the import began after all, repeating it stores every contact a second time. Look at the list until you are sure.",
    look_first: "The list cannot be seen from here: look at it on the server before you repeat anything.",
    stored_at_most: |_, held| {
        format!(
            "to be stored at most: the list held {} then, and the server leaves out what it had",
            held.of("contact", "contacts")
        )
    },
};

pub(super) const IT: Sending = Sending {
    part: |sent, of, share| format!("{sent} di {of} ({share})"),
    rate: |bytes| format!("{bytes} al secondo"),
    announced: |what, share| format!("{what} {share}"),
    arrived: "È partito tutto; il server non ha ancora risposto.",
    stop_what: "Nulla viene importato prima che il server abbia tutto il file e l’ordine di importarlo: un caricamento interrotto non lascia nessun contatto.",
    waited: |seconds| format!("da {seconds} s"),
    may_leave: "Puoi passare a un’altra schermata: l’importazione continua, e l’esito resterà qui. Il server continua anche se chiudi la pagina; solo che allora nessuno confronta.",
    no_answer_yet: "Il server non ha ancora risposto alla chiamata che avvia l’importazione: non si sa se sia iniziata. La chiamata non si ripete da sola.",
    stop_and_look: "Smetti di aspettare e guarda la lista",
    takes_long: "Ci vuole molto. Smettere di aspettare non ferma nulla sul server; la lista si può guardare di nuovo più tardi.",
    stop_waiting: "Smetti di aspettare",
    stopped_waiting: "Il server non aveva ancora risposto quando hai smesso di aspettare.",
    nothing_more: "Non è stato importato altro",
    kept_before: "Ciò che era già stato importato c’è ancora, e così il file e le tue scelte.",
    upload_harmless: "Il solo caricamento non salva nessun contatto, quindi si può ripetere.",
    on_server: "Il file è già sul server e non va caricato di nuovo.",
    copy_too_large: |most| {
        format!(
            "La copia pulita del file supererebbe i {most} che il server accetta. Dividi il file in parti, il che conserva le tue scelte tranne quelle sulle singole righe. Dove una colonna alimenta più campi, anche alimentarne meno rende la copia più piccola."
        )
    },
    list_gone: "Intanto la lista è stata eliminata, con tutto ciò che conteneva. Scegli un’altra lista al passo 2 o creane una; il file e le tue scelte sono ancora qui.",
    no_pid: "Il server ha risposto, ma non ha confermato l’avvio dell’importazione: non ne ha dato il numero.",
    sign_in_ended: "Intanto l’accesso è scaduto. Accedi di nuovo e guarda la lista.",
    upload_again: "Carica di nuovo",
    bind_again: "Avvia di nuovo l’importazione",
    import_again: "Importa di nuovo lo stesso file",
    attach: "Collega la lista a una campagna",
    repeat_safe: |fields| {
        format!(
            "Quando la lista non cresce più, ripetere è sicuro: il server confronta {fields} ed esclude ciò che la lista ha già, così si aggiunge solo ciò che manca."
        )
    },
    repeat_safe_but: |fields, n| {
        format!(
            "Se si ripete, il server confronta {fields} ed esclude ciò che la lista ha già. Lì {} una seconda volta se l’importazione era iniziata.",
            n.of("contatto non ha nulla e verrebbe salvato", "contatti non hanno nulla e verrebbero salvati")
        )
    },
    repeat_doubles: "Nessun campo viene confrontato: se l’importazione era iniziata, ripeterla salva ogni contatto una seconda volta. Guarda la lista finché non sei sicuro.",
    look_first: "Da qui la lista non si vede: guardala sul server prima di ripetere qualcosa.",
    stored_at_most: |_, held| {
        format!(
            "da salvare al massimo: allora la lista conteneva {}, e il server esclude quelli che aveva",
            held.of("contatto", "contatti")
        )
    },
};

pub(super) const RECEIPT_EN: Receipt = Receipt {
    title: "Receipt",
    verdict: "Outcome",
    file: "File",
    list: "List",
    began: "Sent",
    before: "In the list before",
    expected: "Expected to be added",
    at_most: |n| format!("{n} at most"),
    found: "In the list now",
    added: "Added",
    difference: "Difference",
    none: "none",
    not_seen: "could not be read",
    compared: "Compared for duplicates",
    assumed: "Assumed: a contact is a duplicate when all of these are equal. The server’s documentation does not say so.",
    copy: "Copy the receipt",
};

pub(super) const RECEIPT_IT: Receipt = Receipt {
    title: "Ricevuta",
    verdict: "Esito",
    file: "File",
    list: "Lista",
    began: "Inviato",
    before: "Contatti prima",
    expected: "Attesi in più",
    at_most: |n| format!("{n} al massimo"),
    found: "Ora nella lista",
    added: "Aggiunti",
    difference: "Differenza",
    none: "nessuna",
    not_seen: "non leggibile",
    compared: "Confrontati per i duplicati",
    assumed: "Si assume che un contatto sia un duplicato quando tutti questi sono uguali. La documentazione del server non lo dice.",
    copy: "Copia la ricevuta",
};

pub(super) const COPYING_EN: Copying = Copying {
    done: "Copied.",
    refused: "This browser does not let this page copy. Select the text below and copy it yourself.",
    requests: "Copy the requests",
    commands: "Copy the commands",
};

pub(super) const COPYING_IT: Copying = Copying {
    done: "Copiato.",
    refused: "Questo browser non lascia copiare a questa pagina. Seleziona il testo qui sotto e copialo tu.",
    requests: "Copia le richieste",
    commands: "Copia i comandi",
};
