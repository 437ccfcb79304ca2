//! Italian.

use super::{Address, AddressFault, Check, Connect, Diagnoses, Page, UploadForm, Way, Who};

pub(in crate::text) const IT: Connect = Connect {
    title: "Accedi",
    intro: |way, server| {
        let what = match way {
            Way::Password => "un nome e una password",
            Way::ApiKey => "una chiave API",
            Way::Token => "un token",
        };
        format!("Con {what} del server Motion all’indirizzo {server}.")
    },
    name: "Nome",
    password: "Password",
    key: "Chiave API",
    token: "Token",
    sign_in: "Accedi",
    signing_in: "Accesso in corso…",
    kept_nowhere: "La password resta nella memoria di questa pagina: sparisce quando la pagina viene chiusa o ricaricata.",
    key_hint: "Il server accetta una chiave solo come parte dell’indirizzo di ogni richiesta (?apikey=…): può quindi finire nei log del server e dei proxy lungo il percorso; una password no. Questa pagina la tiene solo in memoria, finché non viene chiusa o ricaricata.",
    token_hint: "Così come l’ha emesso il server. Resta nella memoria di questa pagina: sparisce quando la pagina viene chiusa o ricaricata.",
    name_missing: "Inserisci il nome con cui accedi a Motion.",
    name_colon: "Un nome con i due punti non si può inviare con una password. Accedi invece con una chiave API o un token.",
    password_missing: "Inserisci la password.",
    key_missing: "Incolla la chiave API. Motion la genera nelle impostazioni di un utente, alla voce API key manager.",
    token_missing: "Incolla il token.",
    token_signs: "Un token è fatto di lettere, cifre e segni senza spazi né a capo. Copialo di nuovo, dal primo all’ultimo carattere.",
    failed: "Accesso non riuscito",
    more: "Server e modo di accedere",
    more_ways: "Modo di accedere",
    way_legend: "Accedi con",
    way: |way| match way {
        Way::Password => "nome e password",
        Way::ApiKey => "una chiave API",
        Way::Token => "un token",
    },
    expired_title: "Accedi di nuovo",
    expired: |who| {
        let what = match who {
            Who::Name(name) => format!("l’accesso di {name}"),
            Who::ApiKey(_) => "la chiave API".to_owned(),
            Who::Token(_) => "il token".to_owned(),
            Who::Host => "l’accesso del portale".to_owned(),
        };
        format!(
            "Il server non accetta più {what}. Tutto ciò che è in questa pagina è ancora qui; accedi per continuare."
        )
    },
    signed_in: |who| match who {
        Who::Name(name) => format!("Connesso come {name}"),
        Who::ApiKey(_) => "Connesso con una chiave API".to_owned(),
        Who::Token(_) => "Connesso con un token".to_owned(),
        Who::Host => "Connesso come utente del portale".to_owned(),
    },
    address: Address {
        label: "Indirizzo del server",
        hint: "Vuoto per il server da cui viene questa pagina. Altrimenti per esempio https://motion.example",
        use_offer: |offer| format!("Usa {offer}"),
        fault: |fault| {
            match fault {
                AddressFault::Blank => "Un indirizzo non ha spazi all’interno. Toglili.",
                AddressFault::NoScheme { .. } => "Un indirizzo comincia con https:// (o http://, se il server non usa la cifratura).",
                AddressFault::OtherScheme => "Un indirizzo comincia con https:// o http:// e nient’altro.",
                AddressFault::Secret => "Togli tutto ciò che precede la @, compresa: gli indirizzi vengono mostrati e conservati, quindi non devono contenere né nomi né password. Usali per accedere.",
                AddressFault::Query => "Togli il ? o il # e ciò che segue. Una chiave non va nell’indirizzo; usala per accedere.",
                AddressFault::Host => "Il nome del server manca o è scritto male. Somiglia a motion.example o 192.0.2.7.",
                AddressFault::Port => "Dopo i due punti viene la porta, un numero da 1 a 65535.",
                AddressFault::Path => "Il percorso dopo il nome del server contiene segni che nessun percorso ha. Copialo di nuovo.",
            }
            .to_owned()
        },
        busy: "È in corso un’importazione sul server attuale. Aspetta che finisca, poi cambia server.",
    },
    page: Page {
        title: "Connessione",
        server: "Server",
        server_fixed: "Il server è stabilito dalla pagina che contiene questa app.",
        sign_in: "Accesso",
        who: |who| match who {
            Who::Name(name) => format!("{name}, con una password"),
            Who::ApiKey(_) => "Con una chiave API".to_owned(),
            Who::Token(_) => "Con un token".to_owned(),
            Who::Host => "Tramite il portale".to_owned(),
        },
        sign_in_otherwise: "Accedi in un altro modo",
        change_server: "Cambia server",
        change_hint: "Se cambi server, verrai disconnesso. Ciò che non hai ancora inviato resta, per il server a cui è destinato.",
        same_server: "È il server su cui sei già.",
        upload_form: "Come vengono caricati i file",
        upload: |form| match form {
            UploadForm::Raw => "Come da documentazione",
            UploadForm::Multipart => "Come modulo (multipart)",
        },
        upload_hint: |form| match form {
            UploadForm::Raw => "Vengono inviati i byte del file e nient’altro.",
            UploadForm::Multipart => {
                "Il file viene inviato con nome e dimensione, come fanno altri programmi con Motion. Sceglilo se nell’altro modo le importazioni non riescono."
            }
        },
        kept: "Questo browser conserva l’indirizzo del server, la forma del caricamento, il modo di accedere, la lingua, il tema e i numeri e i nomi delle liste e delle campagne create qui. Non conserva nomi utente, password, chiavi o token: nulla di segreto viene salvato.",
        look: "Lingua e tema",
    },
    check: Check {
        press: "Controlla la connessione",
        checking: "Controllo in corso…",
        title: "Che cosa risulta dal controllo",
        address: "L’indirizzo risponde",
        api: "L’API c’è",
        sign_in: "L’accesso è accettato",
        lists: "Le liste si possono leggere",
        good: "Sì",
        bad: "No",
        unknown: "Non si sa",
        untried: "Non provato",
        asking: "Richiesta in corso…",
        no_reads: "Questo server non permette di leggere le liste. Puoi lavorare lo stesso: inserisci i numeri di liste, campagne e operatori dove una schermata li chiede.",
        not_told: "Senza una lista da leggere il server non lo dice. Si vedrà dal primo invio.",
    },
    diagnosis: Diagnoses {
        not_accepted: |way| match way {
            Way::Password => {
                "Il server non accetta questo nome e questa password. Controllali entrambi; alcuni server bloccano un utente dopo più tentativi sbagliati."
            }
            Way::ApiKey => {
                "Il server non accetta questa chiave API. Forse è stata sostituita: copia quella attuale dalle impostazioni dell’utente."
            }
            Way::Token => {
                "Il server non accetta questo token. I token scadono dopo alcune ore: procurane uno nuovo e incollalo."
            }
        },
        no_api: |server| {
            format!(
                "All’indirizzo {server} non c’è nessuna API di Motion. Controlla l’indirizzo, soprattutto il percorso: dopo ciò che è scritto deve poter seguire /api."
            )
        },
        not_json: |server| {
            format!(
                "All’indirizzo {server} qualcosa risponde con una pagina dove l’API di Motion risponde con dati: un altro programma, o un proxy che non inoltra /api. Controlla l’indirizzo, soprattutto il percorso."
            )
        },
        policy: |server| {
            format!(
                "Questa pagina non può interrogare {server}: la sua stessa regola di sicurezza (Content-Security-Policy, connect-src) elenca i server ammessi. Chi gestisce questa pagina può aggiungervi l’indirizzo."
            )
        },
        mixed: |server| {
            format!(
                "Questa pagina è cifrata (https) e {server} no: il browser lo rifiuta. Usa l’indirizzo https del server, o apri questa pagina con http."
            )
        },
        not_shared: |server| {
            format!(
                "{server} risponde, ma non lascia leggere la risposta a questa pagina (CORS). Motion non lo permette alle pagine di altri indirizzi: servi questa pagina e /api del server da un solo indirizzo, come mostra il README."
            )
        },
        cut_off: "Ora il server risponde, ma durante l’accesso la connessione si è interrotta o è stata deviata a un altro indirizzo. Riprova; se continua, un proxy lungo il percorso vuole un accesso proprio.",
        no_connection: "Potrebbe essere spento, o la rete interrotta. Controlla l’indirizzo e se si apre in un’altra scheda, poi riprova.",
        no_secure_connection: "O lì non risponde nessuno, o il browser non si fida del certificato del server; a una pagina non dice quale dei due. Apri l’indirizzo in una nuova scheda: lì si può esaminare un avviso sul certificato. Poi torna qui e riprova.",
        open: |server| format!("Apri {server} in una nuova scheda"),
    },
};
