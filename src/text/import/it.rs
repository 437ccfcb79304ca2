//! The import in Italian.

use super::{
    Columns, Duplicates, File, Import, Refusals, Review, Run, Steps, compare, fit, numbers, problems,
    reading, recipes, rows, sending, sources,
};

pub(in crate::text) const IT: Import = Import {
    title: "Importa contatti",
    intro: "Un file CSV diventa contatti di una lista. Nulla viene inviato prima che tu prema l’ultimo pulsante.",
    steps: Steps {
        file: "File",
        columns: "Colonne",
        problems: "Problemi",
        duplicates: "Duplicati",
        review: "Controlla e importa",
    },
    file: File {
        drop: "Trascina qui un file CSV",
        browse: "Scegli un file",
        limits: |max| {
            format!(
                "Fino a {max}, meglio se con i nomi delle colonne nella prima riga. Viene letto in questo browser."
            )
        },
        reading: |name| format!("Lettura di {name}…"),
        read_so_far: |read, all, records| {
            format!("{read} di {all}, finora {}", records.of("record", "record"))
        },
        at_a_pace: |said, pace| format!("{said}, {pace} al secondo"),
        other: "Scegli un altro file",
        refused: |name| format!("{name} non può essere importato"),
        records: |n| n.of("record", "record"),
        columns: |n| n.of("colonna", "colonne"),
        no_header: "senza nomi di colonne: la prima riga è già un contatto",
        first_rows: "Le prime righe",
        unnamed: |letter| format!("Colonna {letter}, senza nome"),
        gone: "Il file non si può più leggere: è stato modificato, spostato o eliminato dopo la scelta. Sceglilo di nuovo; colonne e lista restano come sono, e le righe che hai cambiato se il file è ancora lo stesso.",
        delimiters: [
            "separato da virgole",
            "separato da punti e virgola",
            "separato da tabulazioni",
            "separato da barre verticali",
        ],
        encodings: [
            "UTF-8",
            "UTF-16",
            "UTF-16 (big-endian)",
            "Europa occidentale (windows-1252)",
            "Europa centrale (windows-1250)",
            "Cirillico (windows-1251)",
            "Europa occidentale (ISO-8859-15)",
            "Europa occidentale (Mac)",
        ],
        with_mark: |encoding| format!("{encoding} con byte order mark"),
    },
    reading: reading::IT,
    recipes: recipes::IT,
    sources: sources::IT,
    refusal: Refusals {
        empty: "Il file è vuoto. Esportalo di nuovo e controlla che abbia delle righe.",
        too_large: |has, max| format!("È di {has}; il server ne accetta al massimo {max}."),
        too_large_to_split: |max| {
            format!("Qui si divide in parti un file fino a {max}; esportalo in file più piccoli.")
        },
        spreadsheet: "Questa è una cartella di lavoro, non un file CSV. Aprila in Excel o LibreOffice, scegli “Salva con nome” e lì “CSV UTF-8 (delimitato da virgole)”.",
        archive: "Questo è un archivio. Estrailo e scegli il file CSV che contiene.",
        image: "Questa è un’immagine, non un file CSV.",
        pdf: "Questo è un PDF, non un file CSV. Chiedi la tabella in CSV a chi l’ha prodotta.",
        binary: |line| {
            format!(
                "La riga {} contiene dati binari, che nessun testo ha. Il file potrebbe essere danneggiato; esportalo di nuovo.",
                line.shown
            )
        },
        header_only: "Il file ha i nomi delle colonne, ma nessun contatto sotto. Esportalo di nuovo e controlla che abbia delle righe.",
        runaway_quote: |line| {
            format!(
                "Le virgolette aperte nel record alla riga {} non vengono mai chiuse, così tutto ciò che segue diventa una sola cella. Correggi quella riga e scegli di nuovo il file.",
                line.shown
            )
        },
        record_too_long: |line, max| {
            format!(
                "Il record alla riga {} supera {max}; nessun contatto è così lungo. Guarda quella riga, e le virgolette prima di essa.",
                line.shown
            )
        },
        too_many_cells: |line, max| {
            format!(
                "Il record alla riga {} ha più di {} celle, più delle colonne di un foglio. Guarda quella riga, o esporta di nuovo il file.",
                line.shown, max.shown
            )
        },
        too_many_records: |max| {
            format!("Ha più di {} record, il massimo che si importa in una volta.", max.shown)
        },
    },
    columns: Columns {
        into_list: "Lista di destinazione",
        choose_list: "Scegli una lista…",
        new_list: "Nuova lista",
        holds: |n| format!("ora contiene {}", n.of("contatto", "contatti")),
        fields_failed: "I campi personalizzati di questa lista non possono essere mostrati",
        caption: "Quale colonna alimenta quale campo del contatto",
        field: "Campo del contatto",
        takes: "Prende la colonna",
        takes_for: |field| format!("Colonna per {field}"),
        values: "Valori",
        filled: "Compilati",
        why: "Perché",
        none: "Nessuna colonna",
        empty: |n| n.of("vuota", "vuote"),
        chosen: "scelta tua",
        blank_around: "Il nome ha spazi intorno; viene inviato così com’è.",
        dialled: "il numero da chiamare",
        custom: "personalizzato",
        add: "Aggiungi un campo…",
        add_now: "Aggiungi questo campo",
        left_out: "Escluse:",
        nothing_left_out: "Tutte le colonne sono usate.",
        no_phone: "Nessuna colonna alimenta il telefono: i contatti vengono salvati, ma le campagne non possono chiamarli.",
    },
    fit: fit::IT,
    numbers: numbers::IT,
    problems: problems::IT,
    rows: rows::IT,
    duplicates: Duplicates {
        intro: "Il server esclude una riga i cui valori ha già visto in questo file o nella lista, scritti esattamente uguali. Resta la prima. La regola sui duplicati di una campagna è un’altra cosa.",
        legend: "Una riga è un duplicato quando questi sono uguali",
        not_compared: "Non si confronta nulla: ogni riga viene salvata, anche due volte.",
        none: "Nessuna riga ne ripete una precedente.",
        found: |n| format!("{} una precedente", n.of("riga ripete", "righe ripetono")),
        several: "Con più campi devono essere tutti uguali. La documentazione del server non lo dice; è un’ipotesi.",
        caption: "Righe che ne ripetono una precedente",
        only_first: |shown, all| format!("Sono mostrate le prime {} di {}.", shown.shown, all.shown),
        checking: "Controllo di tutte le righe…",
    },
    same_numbers: problems::SAME_IT,
    left_out: problems::LEFT_IT,
    review: Review {
        becomes: |n| format!("Che cosa diventano {}", n.of("record", "record")),
        stored: |n| n.pick("verrà salvato nella lista", "verranno salvati nella lista"),
        stored_empty: |n| {
            n.pick(
                "verrà salvato nella lista, che ora è vuota",
                "verranno salvati nella lista, che ora è vuota",
            )
        },
        stored_untold: |n| {
            n.pick(
                "verrà salvato al massimo: non si sa che cosa contiene la lista, e il server esclude ciò che ha già",
                "verranno salvati al massimo: non si sa che cosa contiene la lista, e il server esclude ciò che ha già",
            )
        },
        stored_at_most: |n, holds| {
            format!(
                "{} al massimo: la lista ora contiene {}, e il server esclude quelli che ha già",
                n.pick("verrà salvato", "verranno salvati"),
                holds.of("contatto", "contatti")
            )
        },
        repeats: |n| {
            n.pick(
                "ripete una riga precedente; il server lo esclude",
                "ripetono una riga precedente; il server li esclude",
            )
        },
        is_left_out: |n, has, lines| {
            let out = n.pick("e viene escluso", "e vengono esclusi");
            format!("{has}, {out} ({} {lines})", n.pick("riga", "righe"))
        },
        original: "Il file viene caricato così com’è",
        original_why: "Nulla va cambiato. Le colonne vengono indicate al server esattamente come le chiama il file.",
        copy: "Viene caricata una copia pulita",
        copy_why: "Perché:",
        copy_is: "La copia è in UTF-8 con virgole e ha solo le colonne usate, chiamate come i campi del contatto. Il tuo file non viene modificato.",
        requests: "Le due richieste",
        staged_name: "Se il server dà al file caricato un nome proprio, viene inviato quel nome.",
        curl: "Come comandi curl",
        obstacles: "Prima di poter importare:",
        no_list: "Scegli la lista che riceve i contatti.",
        fields_loading: "I campi personalizzati della lista sono ancora in lettura; premi di nuovo tra un attimo.",
        no_first_name: "Scegli una colonna per il nome; il server lo richiede.",
        nothing: "Non resta nessuna riga da importare: sono tutte escluse o già nella lista.",
        import: |n, list| format!("Importa {} in {list}", n.of("contatto", "contatti")),
        import_at_most: |n, list| format!("Importa fino a {} in {list}", n.of("contatto", "contatti")),
        import_plain: "Importa contatti",
        nothing_sent: "Non è stato inviato nulla.",
        bom: "inizia con un byte order mark, che diventerebbe parte del nome della prima colonna",
        encoding: |which| format!("la sua codifica è {which}, e il server legge UTF-8"),
        sep_line: "la sua prima riga indica solo il separatore",
        no_header: "non dà nomi alle colonne",
        delimiter: |which| format!("è {which}, e il server legge virgole"),
        name_twice: |name| format!("due colonne si chiamano “{name}”"),
        name_empty: "una colonna usata non ha nome",
        ragged: |n| {
            format!("{} un numero di celle diverso da quello delle colonne", n.of("riga ha", "righe hanno"))
        },
        stray_quotes: |n| {
            format!(
                "{} virgolette fuori posto, che ogni programma legge a modo suo",
                n.of("riga ha", "righe hanno")
            )
        },
        damaged_text: |n| {
            format!("{} caratteri che non si sono potuti leggere", n.of("riga ha", "righe hanno"))
        },
        changed: |n| {
            format!(
                "{} con qualcosa di diverso da ciò che ha il file",
                n.of("riga viene inviata", "righe vengono inviate")
            )
        },
        left_out: |n| n.of("riga viene esclusa", "righe vengono escluse"),
        kinds: [
            ("non ha il nome, che il server richiede", "non hanno il nome, che il server richiede"),
            (
                "non ha un numero di telefono, e le campagne non possono chiamarlo",
                "non hanno un numero di telefono, e le campagne non possono chiamarli",
            ),
            ("ha qualcos’altro al posto del numero", "hanno qualcos’altro al posto del numero"),
            (
                "ha un numero abbreviato da Excel (3,9E+11): le cifre sono perse",
                "hanno un numero abbreviato da Excel (3,9E+11): le cifre sono perse",
            ),
            ("ha un numero senza lo zero iniziale", "hanno un numero senza lo zero iniziale"),
            ("ha un numero internazionale senza il più", "hanno un numero internazionale senza il più"),
            ("ha più numeri in una cella", "hanno più numeri in una cella"),
            ("ha più di 255 caratteri in un campo", "hanno più di 255 caratteri in un campo"),
            (
                "ha una priorità che non è un numero intero maggiore di 0",
                "hanno una priorità che non è un numero intero maggiore di 0",
            ),
            (
                "ha un valore che non è tra le scelte del campo",
                "hanno un valore che non è tra le scelte del campo",
            ),
            ("ha un valore che il campo non può contenere", "hanno un valore che il campo non può contenere"),
            (
                "ha un numero di celle diverso da quello delle colonne",
                "hanno un numero di celle diverso da quello delle colonne",
            ),
            ("ha caratteri che non si sono potuti leggere", "hanno caratteri che non si sono potuti leggere"),
            ("ha virgolette fuori posto", "hanno virgolette fuori posto"),
        ],
    },
    compare: compare::IT,
    sending: sending::IT,
    receipt: sending::RECEIPT_IT,
    copying: sending::COPYING_IT,
    run: Run {
        copying: "Preparazione del caricamento…",
        uploading: "Caricamento del file…",
        binding: "Comunicazione al server del significato delle colonne…",
        importing: "Osservazione della lista mentre il server importa",
        so_far: |now, all| format!("{} di {} contatti sono nella lista", now.shown, all.shown),
        stop: "Interrompi il caricamento",
        cannot_stop: "Ora il file è sul server; da qui l’importazione non si può interrompere.",
        verified: |n| n.of("contatto importato", "contatti importati"),
        verified_detail: |n| {
            format!(
                "Verificato: la lista è cresciuta esattamente di quanto promesso e ora contiene {}.",
                n.of("contatto", "contatti")
            )
        },
        short: |n, by| {
            format!("{}, {} in meno del previsto", n.of("contatto importato", "contatti importati"), by.shown)
        },
        short_known: "La lista conteneva già dei contatti: molto probabilmente aveva già quelli mancanti, e il server li ha esclusi come duplicati.",
        short_unknown: "Il server potrebbe stare ancora importando, o aver rifiutato le righe mancanti. Ricontrolla la lista tra un po’.",
        over: |n, by| {
            format!("{}, {} in più del previsto", n.of("contatto aggiunto", "contatti aggiunti"), by.shown)
        },
        over_detail: "Forse qualcun altro ha aggiunto contatti nello stesso momento. Guarda la lista prima di importare di nuovo.",
        unknown: "Il server ha accettato l’importazione; l’esito non si è potuto vedere",
        unknown_detail: "Da qui non si è potuto leggere quanti contatti contiene la lista, quindi nulla è verificato. Ricontrolla la lista, qui o sul server.",
        unclear: "Non si sa se l’importazione sia iniziata",
        unclear_detail: "Il file è sul server, ma la chiamata che avvia l’importazione non ha avuto una risposta chiara.",
        not_grown: |n| {
            format!(
                "Finora la lista non è cresciuta: contiene {}. Guarda di nuovo tra un po’; importa di nuovo solo se resta così.",
                n.of("contatto", "contatti")
            )
        },
        not_seen: "Nemmeno quanti contatti contiene la lista si è potuto vedere. Guarda di nuovo tra un po’, o guarda la lista sul server, prima di importare di nuovo.",
        look_again: "Ricontrolla la lista",
        not_imported: "Non è stato importato nulla",
        nothing_changed: "La lista è com’era. Il file e le tue scelte sono ancora qui.",
        again: "Modifica e importa di nuovo",
        another: "Importa un altro file",
        to_list: "Apri la lista",
        stopped: "Hai interrotto il caricamento.",
        signed_out: "L’accesso era scaduto. Con uno nuovo, si può ripetere ciò che non è riuscito.",
    },
};
