//! Campaigns, in Italian.

use dialdesk_core::campaign::{Record, Section};

use crate::text::ListingWords;

use super::{Campaigns, bench, fields_it, window};

pub(in crate::text) const IT: Campaigns = Campaigns {
    fields: fields_it::IT,
    dial_window: window::IT,
    bench: bench::IT,

    title: "Campagne",
    listing: ListingWords {
        read_failed: "Le campagne non possono essere mostrate",
        hidden: "Questo server non mostra le sue campagne",
        hidden_hint: "Puoi creare campagne e, aprendone una con il suo ID, darle liste e operatori; le sue impostazioni non si possono modificare. Quelle create in questo browser sono elencate.",
        none: "Ancora nessuna campagna",
        none_hint: "Una campagna chiama i contatti delle sue liste e passa chi risponde ai suoi operatori. Creane una, poi assegnale liste e operatori.",
        search: "Cerca nome o ID",
        no_match: |search| format!("Nessuna campagna corrisponde a “{search}”"),
        clear_search: "Mostra tutte le campagne",
    },
    how_many: |all, active| {
        format!("{}, {}", all.of("campagna in uscita", "campagne in uscita"), active.of("attiva", "attive"))
    },
    found_of: |found, all| {
        format!("{} di {}", found.shown, all.of("campagna in uscita", "campagne in uscita"))
    },
    new: "Nuova campagna",
    caption: "Campagne in uscita",
    name: "Nome",
    number: "ID",
    state: "Stato",
    method: "Metodo",
    window: "Intervallo di chiamata",
    never: "non chiama mai",
    active: "Attiva",
    paused: "In pausa",
    state_unknown: "Stato non noto",
    open_label: "ID della campagna",
    open_hint: "Una campagna che il server non elenca si può aprire con il suo ID.",
    open: "Apri campagna",
    no_number: "Inserisci un numero intero da 1.",

    campaign_number: |id| format!("Campagna {id}"),
    new_hint: "Parte dai valori della documentazione del server, e in pausa.",
    tabs: "Parti della campagna",
    settings: "Impostazioni",
    lists: "Liste",
    agents: "Operatori",
    one_read_failed: "Le impostazioni della campagna non possono essere mostrate",
    other_queue: "Questa non è una campagna",
    other_queue_hint: "Il server ha con questo ID una coda che riceve chiamate invece di farle. Qui non viene modificata.",

    section: |section| match section {
        Section::General => ("Generale", "Come si chiama, e attraverso quali linee chiama."),
        Section::Window => (
            "Finestra di chiamata",
            "Quando può chiamare. Gli orari sono nel fuso del server se non ne indichi un altro; il minuto di chiusura è incluso.",
        ),
        Section::Method => (
            "Metodo e ritmo",
            "Quante chiamate si fanno per quanti operatori liberi. I campi che il metodo non usa restano salvati e non si vedono.",
        ),
        Section::Machines => (
            "Segreterie",
            "Come si distingue una segreteria da una persona: si misurano silenzio e voce prima di chiamare un operatore.",
        ),
        Section::Retries => (
            "Richiamate",
            "Quante volte un contatto viene richiamato, e dopo quanto. Il limite raggiunto per primo, della causa o generale, chiude il contatto.",
        ),
        Section::Queue => {
            ("Coda", "Che cosa succede a un contatto che ha risposto, finché non arriva un operatore.")
        }
    },
    sections_label: "Sezioni del modulo",
    on: "Sì",
    off: "No",
    not_chosen: "Non scelto",
    none: "Nessuno",
    choose: "Scegli…",
    type_number: "Scrivi un ID…",
    choose_from_list: "Scegli invece tra quelli del server",
    strange_record: |record, id| match record {
        Record::Trunk => format!("Il server non elenca un trunk {id}."),
        Record::Interval => format!("Il server non elenca un intervallo {id}."),
    },
    use_instead: "Usa",
    summary: "Prima di poter inviare la campagna:",
    findings: "Osservazioni",
    counted: |errors, warnings, hints| {
        format!(
            "{}, {}, {}. Solo gli errori ti fermano.",
            errors.of("errore", "errori"),
            warnings.of("avviso", "avvisi"),
            hints.of("nota", "note")
        )
    },
    error: "Errore",
    to_confirm: "Da confermare",
    warning: "Avviso",
    hint: "Nota",
    review: "Rivedi prima di inviare",
    discard: "Scarta le modifiche",
    unsaved: "Modificata, non inviata.",
    nothing_changed: "Non è cambiato nulla: non c’è nulla da inviare.",

    paste: "Incolla JSON…",
    paste_title: "Compila il modulo da JSON",
    paste_label: "Corpo JSON di una campagna",
    paste_hint: "Come lo stampa la documentazione del server; commenti o un comando curl intorno non danno fastidio. I campi che non contiene restano come sono, e niente viene attivato.",
    fill: "Compila il modulo",
    paste_no_object: "Non contiene un oggetto JSON. Incolla il corpo dalla { alla }.",
    paste_not_json: |line, column| {
        format!(
            "Qui smette di essere JSON: riga {line}, carattere {column}. Correggi in quel punto e riprova."
        )
    },
    pasted: |n| n.of("campo compilato", "campi compilati"),
    switched_off: "Il testo vuole la campagna in pausa, quindi qui è stata disattivata.",
    stays_paused: "Il testo vorrebbe la campagna attiva. Resta in pausa; attivala tu se lo vuoi davvero.",
    other_type: |other| {
        format!("Il testo è di tipo “{other}”. Questa viene comunque inviata come campagna in uscita.")
    },
    kept_by_server: |keys| format!("Assegnate dal server, quindi lasciate da parte: {keys}."),
    unknown_keys: |keys| format!("Non conosciute qui, quindi inviate come sono: {keys}."),
    to_switch: "Vai all’interruttore",

    review_title: "Riepilogo",
    starts_paused: "Sarà in pausa. Non chiama nessuno finché non la attivi.",
    changes: "Che cosa cambia",
    field: "Campo",
    was: "Era",
    will_be: "Sarà",
    is_now: "Ora sul server",
    yours: "Il tuo",
    confirm_title: "È voluto?",
    confirm_missing: "Spunta prima la casella, per dire che è voluto.",
    warnings: |n| n.of("avviso resta", "avvisi restano"),
    create: |name| format!("Crea la campagna “{name}”, in pausa"),
    create_and_call: |name| format!("Crea la campagna “{name}” e inizia a chiamare"),
    save: |n, name| format!("Salva {} in “{name}”", n.of("modifica", "modifiche")),
    save_and_call: |name| format!("Salva “{name}” e inizia a chiamare"),
    back: "Torna al modulo",
    save_failed: "La campagna non è stata salvata",
    save_unclear: "Non si sa se la campagna sia stata salvata",
    clash_title: "Qualcun altro ha cambiato la campagna nel frattempo",
    clash: "Non è stato inviato nulla. Ciò che altri hanno cambiato in altri campi resta in ogni caso.",
    keep_mine: "Continua con i miei",
    take_theirs: "Prendi i loro",

    created: "La campagna è stata creata",
    saved: "La campagna è stata salvata",
    as_sent: "Riletta dal server: tutto è come è stato inviato.",
    not_read_back: "Non è stato possibile rileggerla, quindi non si sa che cosa ne abbia fatto il server.",
    differing: |keys| {
        format!("Il server ha questi valori diversi da quelli inviati: {keys}. Sotto c’è ciò che ha.")
    },

    attached_title: "Liste che chiama",
    attached_caption: "Liste della campagna",
    attached_failed: "Le liste della campagna non possono essere mostrate",
    attached_none: "Non ha ancora liste, quindi non chiama nessuno.",
    attach_lists: "Collega liste",
    attach_legend: "Liste da collegare",
    typed_lists: "ID di altre liste",
    no_list: "Scegli almeno una lista, o scrivi il suo ID.",
    no_list_left: "Tutte le liste che il server mostra sono già collegate.",
    attach: |n| {
        if n.n == 0 { "Collega liste".to_owned() } else { format!("Collega {}", n.of("lista", "liste")) }
    },
    attach_and_call: |n| {
        if n.n == 0 {
            "Collega liste".to_owned()
        } else {
            format!("Collega {} e chiama i contatti", n.of("lista", "liste"))
        }
    },
    attached: |n| n.of("lista collegata", "liste collegate"),
    will_call: "La campagna è attiva: chiamerà i contatti di queste liste. È quello che voglio.",
    may_call: "Non si sa se la campagna sia attiva. Se lo è, chiamerà i contatti di queste liste. È quello che voglio.",
    agents_title: "Operatori che prendono le sue chiamate",
    agents_caption: "Operatori della campagna",
    agents_failed: "Gli operatori della campagna non possono essere mostrati",
    agents_none: "Non ha ancora operatori.",
    penalty: "Penalità",
    penalty_hint: "Per tutti gli operatori aggiunti ora. Si preferisce chi ha la penalità più bassa; una più alta si prova quando nessuno più basso è libero.",
    penalty_wrong: |min| format!("Inserisci un numero intero da {min}."),
    penalty_high: |limit| format!("Oltre {limit} è insolito: questi operatori vengono per ultimi."),
    agents_active: "La campagna è attiva: con più operatori liberi chiama più contatti.",
    detach: "Scollega",
    detached: |name| format!("“{name}” è stata scollegata. Si può ricollegare qui sotto."),
    open_namesake: |id| format!("La campagna {id} ha questo nome: guardala"),
};
