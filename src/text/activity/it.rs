//! The activity in Italian.

use dialdesk_core::import::Delimiter;

use super::{Activity, Columns, Facts, Recipes, Standings};

pub(in crate::text) const IT: Activity = Activity {
    title: "Attività",
    intro: |zone| {
        format!(
            "Quello che è stato inviato da questo browser a questo server con questo accesso. Gli orari sono di {zone}."
        )
    },
    imports: "Importazioni",
    newer: "Una versione più recente di questa app ha conservato qui le sue importazioni",
    newer_detail: "Questa versione non sa leggerle e non le tocca: qui sta solo ciò che viene importato da questa pagina. Ricarica la pagina per avere la versione più recente.",
    not_kept: "Questo browser non conserva nulla",
    not_kept_detail: "Non ha più spazio o lo vieta: ciò che sta qui si perde quando chiudi la pagina. Salvalo come file se ti serve.",
    caption: "Importazioni, dalla più recente",
    none: "Da questo browser non è ancora stato importato nulla",
    none_hint: "Ogni importazione viene annotata qui con la sua ricevuta. I contatti no.",
    to_import: "Importa contatti",
    columns: Columns {
        began: "Iniziata",
        file: "File",
        list: "Lista",
        number: "ID lista",
        state: "Stato",
        promised: "Attesi",
        came: "Arrivati",
        left_out: "Esclusi",
        staged: "Depositato come",
    },
    show: |file| format!("Ricevuta di {file}"),
    receipt: "Ricevuta",
    facts: Facts {
        server: "Server",
        size: "Dimensione",
        records: "Record nel file",
        before: "Contatti nella lista prima",
        after: "Contatti nella lista dopo",
        process: "Numero dell’importazione sul server",
        last: "Ultima cosa nota",
    },
    not_known: "non noto",
    broken_off: |file, list| {
        format!("L’importazione di {file} in {list} si è interrotta; non è stato importato nulla")
    },
    broken_off_detail: "La chiamata che avvia l’importazione non era ancora partita. Importa di nuovo il file quando vuoi; quello che può essere rimasto caricato sul server non fa danni.",
    unknown: |file, list| format!("Non si sa se {file} è stato importato in {list}"),
    unknown_detail: "La pagina è stata chiusa o si è bloccata a metà. Nulla viene ripetuto da solo: guarda la lista prima di importare di nuovo il file.",
    unseen_detail: "È stato inviato, ma da ciò che contiene la lista non si è capito l’esito. Nulla viene ripetuto da solo: guarda la lista prima di importare di nuovo il file.",
    compare: |before, promised| {
        format!(
            "La lista aveva {}; se ne aspettavano altri {}.",
            before.of("contatto", "contatti"),
            promised.shown
        )
    },
    compare_not: "Non si sa quanti contatti aveva la lista prima, perciò guardarne la dimensione non prova nulla: cerca nella lista un contatto del file.",
    under_way: |file, list| format!("{file} è in corso di importazione in {list}"),
    under_way_detail: "Qui o in un’altra scheda. Se quella scheda non c’è più, ce ne si accorge un minuto e mezzo dopo il suo ultimo segno di vita.",
    last_known: |step, at| format!("Ultima cosa nota, {at}: {step}"),
    look: "Guarda la lista",
    looking: "Controllo della lista…",
    settle: "Segna come sistemata",
    settled: "Segnata come sistemata. Resta nella tabella qui sotto.",
    look_failed: "Non è stato possibile guardare la lista",
    list_untold: "Il server non dice quanti contatti ha la lista. Cerca nella lista un contatto del file.",
    grown: |now, came| {
        format!(
            "Adesso la lista ha {}, {} in più rispetto a prima dell’importazione.",
            now.of("contatto", "contatti"),
            came.shown
        )
    },
    others_count: "È contato anche quello che nel frattempo è stato aggiunto in altro modo.",
    not_grown: |now| {
        format!(
            "La lista non è cresciuta: ha {}. Molto probabilmente non è stato importato nulla. Se il server sta ancora lavorando, guarda di nuovo tra un minuto.",
            now.of("contatto", "contatti")
        )
    },
    nothing_to_compare: |now| {
        format!(
            "La lista ha {}, ma non si può confrontare con quanti ne aveva prima.",
            now.of("contatto", "contatti")
        )
    },
    export_csv: "Esporta in CSV",
    export_json: "Esporta in JSON",
    clear: "Svuota la cronologia…",
    clear_title: |n| format!("Togliere {} dalla cronologia?", n.of("importazione", "importazioni")),
    clear_hint: "Sparisce solo quello che è annotato in questo browser; i contatti sul server restano. Resta anche quello che è in corso.",
    clear_button: "Svuota la cronologia",
    cleared: "La cronologia è vuota.",
    file_stem: "dialdesk-attivita",
    delimiter: Delimiter::Semicolon,
    recipes: Recipes {
        title: "Ricordato per i file con le stesse colonne",
        intro: "Quale colonna alimenta che cosa, come viene letto il file, numeri, problemi, duplicati e i conteggi delle ultime importazioni. È solo in questo browser, e non contiene contatti.",
        none: "Non è ancora ricordato nulla. Succede con ogni importazione.",
        caption: "Che cosa è ricordato, dal più recente",
        columns: "Colonne",
        used: "Ultimo uso",
        list: "Ultima lista",
        imports: "Importazioni tenute",
        unnamed: |n| n.of("colonna senza nome", "colonne senza nome"),
        and_more: |names, n| format!("{names} e {}", n.of("altra", "altre")),
        forget: "Dimentica",
        forget_these: |columns| format!("Dimentica {columns}"),
        forgotten: "Dimenticato.",
        export: "Esporta tutto in un file",
        take: "Importa da un file",
        forget_all: "Dimentica tutto…",
        forget_all_title: |n| {
            format!("Dimenticare quello che è ricordato per {}?", n.of("tipo di file", "tipi di file"))
        },
        forget_all_hint: "Non si può annullare, a meno che tu non lo esporti prima in un file.",
        forget_all_button: "Dimentica tutto",
        all_forgotten: "È tutto dimenticato.",
        taken: |n| {
            format!(
                "{}. Quello che era ricordato per le stesse colonne è stato sostituito.",
                n.of("voce ripresa", "voci riprese")
            )
        },
        unread: |n| format!("{}.", n.of("voce illeggibile", "voci illeggibili")),
        not_taken: "Non è stato ripreso nulla",
        unreadable: "Non è stato possibile leggere il file. Sceglilo di nuovo.",
        too_large: |max| {
            format!(
                "Il file supera {max}, più di qualunque file esportato da Dialdesk. Scegli il file creato da “Esporta tutto in un file”."
            )
        },
        file_stem: "dialdesk-ricordato",
        not_json: "Il file non è JSON. Scegli quello creato da “Esporta tutto in un file”.",
        other_json: "Il file è JSON, ma non uno di quelli che Dialdesk esporta qui. Scegli quello creato da “Esporta tutto in un file”.",
        newer: "Il file è stato creato da una versione più recente di Dialdesk. Ricarica la pagina per averla, oppure esporta il file da questa versione.",
        nothing: "Nessuna voce del file è leggibile. Esportalo di nuovo.",
    },
    standings: Standings {
        under_way: "in corso",
        broken_off: "interrotta, nulla importato",
        unknown: "non si sa",
        settled: "sistemata",
        verified: "verificata",
        short: "meno del previsto",
        over: "più del previsto",
        not_seen: "accettata, non vista",
        not_imported: "non importata",
    },
    steps: [
        "il pulsante era stato premuto; non era stato inviato nulla.",
        "il file era in fase di caricamento.",
        "il file era caricato; non ne era stato fatto nulla.",
        "la chiamata che avvia l’importazione era in corso.",
        "il server aveva accettato l’importazione.",
        "la chiamata era stata fatta, e la lista era sotto controllo.",
    ],
};
