//! The fields of a campaign in Italian.

use dialdesk_core::amd::Setting;
use dialdesk_core::campaign::{Cause, DecimalRange, Key};
use dialdesk_core::range::{Range, Unit};

use super::fields::{Field, Fields, Number, is_known};
use super::findings_it::finding;

pub(super) const IT: Fields = Fields { field, choice, range, decimal_range, unit, finding };

#[expect(clippy::too_many_lines, reason = "one arm for each field")]
fn field(key: Key) -> Field {
    let (label, help) = match key {
        Key::Amd(setting) => setting_of_amd(setting),
        Key::MaxRetry(cause) => most_recalls(cause),
        Key::RetryWait(cause) => {
            (wait(cause), "Dopo quanto tempo da una chiamata così il contatto può essere richiamato.")
        }
        Key::Name => ("Nome", "Come si chiama la campagna sul server."),
        Key::Description => ("Descrizione", "A cosa serve la campagna."),
        Key::Active => ("Attiva", "Se la campagna chiama. Disattivarla non chiude le chiamate in corso."),
        Key::Trunk => ("Trunk", "Il trunk SIP da cui partono le chiamate."),
        Key::TrunkBackup => {
            ("Trunk di riserva", "Viene usato quando il trunk principale non è raggiungibile.")
        }
        Key::CallerName => ("Nome del chiamante", "Il nome che esce con la chiamata."),
        Key::CallerNumber => ("Numero del chiamante", "Il numero che esce con la chiamata."),
        Key::CutDigits => (
            "Cifre tagliate",
            "Quante cifre del numero del chiamante vengono tolte per mascherarlo; con 0 nessuna.",
        ),
        Key::RandomLastDigits => (
            "Ultime cifre casuali",
            "A giudicare dal nome, quante ultime cifre del numero del chiamante sono estratte a caso; 0 lo disattiva.",
        ),
        Key::Prefix => ("Prefisso", "Per quanto si sa, ciò che viene composto prima di ogni numero."),
        Key::CheckDuplicates => (
            "Controllo duplicati dell’hopper",
            "Quali numeri non vengono ricaricati per essere chiamati. Il controllo duplicati di un’importazione è un’altra cosa.",
        ),
        Key::HopperOrder => (
            "Ordine dell’hopper",
            "In che ordine di orario programmato i contatti vengono presi dall’hopper.",
        ),
        Key::GlobalInterval => (
            "Intervallo di chiamata",
            "Quando si può chiamare: orari, giorni della settimana, giorni del mese, mesi. Un intervallo del server può solo restringerlo.",
        ),
        Key::Interval => (
            "Intervallo del server",
            "Si chiama solo quando sono aperti sia questo sia l’intervallo di chiamata.",
        ),
        Key::Timezone => (
            "Fuso orario",
            "Presumibilmente quello dell’intervallo di chiamata, per esempio Europe/Rome; se vuoto, quello del server.",
        ),
        Key::Method => ("Metodo di chiamata", "Quante chiamate partono per quanti operatori liberi."),
        Key::PowerLevel => (
            "Chiamate per operatore libero",
            "Alzandolo gli operatori restano più occupati, e più persone che rispondono non trovano nessuno.",
        ),
        Key::PredictiveOptimization => {
            ("Obiettivo del predictive", "Che cosa il metodo predictive mantiene costante.")
        }
        Key::PredictivePercentage => (
            "Percentuale obiettivo",
            "Bassa per il drop rate (poche chiamate perse), alta per l’occupazione degli operatori (poco tempo inattivo).",
        ),
        Key::PredictiveInterval => (
            "Periodo delle statistiche",
            "Quanto indietro guarda il metodo predictive per calcolare quanti chiamare. L’unità, i minuti, è presunta.",
        ),
        Key::LimitQueue => (
            "Chiamate contemporanee massime",
            "Per quanto si sa, quante chiamate di questa campagna al massimo nello stesso momento; 0 è senza limite.",
        ),
        Key::OriginateTimeout => (
            "Squillo del contatto",
            "Per quanto squilla il telefono di un contatto prima che la chiamata valga come senza risposta.",
        ),
        Key::QueueTimeout => (
            "Timeout di coda",
            "Quanto un contatto che ha risposto attende un operatore prima che la chiamata venga chiusa (drop).",
        ),
        Key::QueueOptions => (
            "Opzioni di coda",
            "Lettere per Queue() di Asterisk: con t, per esempio, l’operatore può trasferire la chiamata.",
        ),
        Key::Strategy => ("Strategia di squillo", "Come viene scelto l’operatore per un contatto."),
        Key::Timeout => ("Timeout operatore", "Per quanto squilla il telefono di un operatore."),
        Key::Retry => {
            ("Pausa tra i tentativi", "Quanto attendere prima di far squillare di nuovo gli operatori.")
        }
        Key::Weight => (
            "Peso",
            "Tra più code con gli stessi operatori, li riceve per prima quella con il peso maggiore.",
        ),
        Key::Autopause => {
            ("Pausa automatica", "Se un operatore che perde una chiamata viene messo in pausa, e dove.")
        }
        Key::RingInUse => {
            ("Squillo se in uso", "Se squilla anche agli operatori il cui telefono è già in uso.")
        }
        Key::TimeoutRestart => (
            "Riavvio del timeout",
            "Se il tempo dell’operatore per rispondere riparte da capo in caso di occupato o congestione.",
        ),
        Key::SetInterfaceVar => (
            "Variabili dell’operatore",
            "Se le variabili di canale MEMBER… vengono impostate subito prima di collegare contatto e operatore.",
        ),
        Key::SetQueueVar => (
            "Variabili della coda",
            "Se vengono impostate le variabili di canale QUEUENAME, QUEUEMAX e simili.",
        ),
        Key::SetQueueEntryVar => (
            "Variabili d’ingresso in coda",
            "Se vengono impostate le variabili di canale QEHOLDTIME e QEORIGINALPOS.",
        ),
        Key::GlobalMaxRetry => (
            "Richiamate massime in tutto",
            "Quante volte un contatto viene richiamato, per qualsiasi causa. Poi il contatto viene chiuso.",
        ),
        Key::AmdActive => (
            "Rilevamento segreterie (AMD)",
            "Se il dialer ascolta per riconoscere le segreterie. Se vuoto, presumibilmente è spento.",
        ),
    };
    Field { label, help }
}

fn setting_of_amd(setting: Setting) -> (&'static str, &'static str) {
    match setting {
        Setting::InitialSilence => (
            "Silenzio iniziale",
            "Un silenzio così lungo all’inizio indica una segreteria. Alzandolo si salva chi parla tardi; le linee mute durano di più.",
        ),
        Setting::Greeting => (
            "Saluto",
            "Tanta voce in tutto indica una segreteria. Alzandolo si salva chi dice di più; i messaggi brevi passano agli operatori.",
        ),
        Setting::AfterGreetingSilence => (
            "Silenzio dopo il saluto",
            "Un silenzio così lungo dopo un saluto indica una persona. Alzandolo si scoprono segreterie con pause; si attende di più.",
        ),
        Setting::TotalAnalysisTime => (
            "Tempo totale di analisi",
            "Poi la chiamata resta indecisa. Alzandolo restano meno chiamate indecise; qualcuno attende di più.",
        ),
        Setting::MinWordLength => (
            "Durata minima di una parola",
            "Una voce più breve non è una parola. Alzandola si ignorano scatti e colpi di tosse; può sfuggire un “sì”.",
        ),
        Setting::BetweenWordsSilence => (
            "Silenzio tra le parole",
            "Dopo, la voce è una nuova parola. Alzandolo si contano meno parole alle persone; quelle delle segreterie si fondono.",
        ),
        Setting::MaximumNumberOfWords => (
            "Numero massimo di parole",
            "Più parole indicano una segreteria; prima di Asterisk 14, già tante. Alzandolo si salva chi parla molto; passano più segreterie.",
        ),
        Setting::SilenceThreshold => (
            "Soglia del silenzio",
            "Sotto questo livello un suono è silenzio. Alzandola si ignora il rumore di linea; le voci basse non si sentono.",
        ),
        Setting::MaximumWordLength => (
            "Durata massima di una parola",
            "Una voce così lunga senza pause indica una segreteria. Alzandola si salva chi parla in fretta; la musica si scopre più tardi.",
        ),
    }
}

fn most_recalls(cause: Cause) -> (&'static str, &'static str) {
    match cause {
        Cause::Congestion => (
            "Richiamate massime per congestione",
            "Quante volte un contatto viene richiamato dopo guasti del trunk e simili.",
        ),
        Cause::Busy => {
            ("Richiamate massime per occupato", "Quante volte viene richiamato un contatto che era occupato.")
        }
        Cause::NoAnswer => (
            "Richiamate massime per mancata risposta",
            "Quante volte viene richiamato un contatto che non ha risposto.",
        ),
        Cause::NoSuchNumber => (
            "Richiamate massime per numero inesistente",
            "Quante volte viene richiamato un contatto il cui numero non esiste.",
        ),
        Cause::Drop => (
            "Richiamate massime per drop",
            "Quante volte viene richiamato un contatto che ha risposto senza trovare un operatore entro il timeout di coda.",
        ),
        Cause::Abandoned => (
            "Richiamate massime per abbandono",
            "Quante volte viene richiamato un contatto che ha riagganciato prima di avere un operatore.",
        ),
        Cause::Machine => (
            "Richiamate massime per segreteria",
            "Quante volte viene richiamato un contatto a cui ha risposto una segreteria; serve il rilevamento.",
        ),
        Cause::AgentReject => (
            "Richiamate massime per rifiuto dell’operatore",
            "Quante volte viene richiamato un contatto accettato da un operatore che ha riagganciato prima della risposta.",
        ),
    }
}

fn wait(cause: Cause) -> &'static str {
    match cause {
        Cause::Congestion => "Attesa prima della richiamata per congestione",
        Cause::Busy => "Attesa prima della richiamata per occupato",
        Cause::NoAnswer => "Attesa prima della richiamata per mancata risposta",
        Cause::NoSuchNumber => "Attesa prima della richiamata per numero inesistente",
        Cause::Drop => "Attesa prima della richiamata per drop",
        Cause::Abandoned => "Attesa prima della richiamata per abbandono",
        Cause::Machine => "Attesa prima della richiamata per segreteria",
        Cause::AgentReject => "Attesa prima della richiamata per rifiuto dell’operatore",
    }
}

fn choice(key: Key, word: &str) -> Option<&'static str> {
    if !is_known(key, word) {
        return None;
    }
    Some(match word {
        "yes" if key == Key::Autopause => "Pausa in questa campagna (yes)",
        "yes" => "Sì",
        "no" => "No",
        "all" => "Pausa in tutte le code (all)",
        "always" => "Salta i numeri che sono nell’hopper o già conclusi (always)",
        "onlyIfOpen" => "Salta i numeri che sono nell’hopper; i conclusi si ricaricano (onlyIfOpen)",
        "never" => "Carica ogni numero, anche più volte (never)",
        "ASC" => "Per orario programmato, crescente (ASC)",
        "DESC" => "Per orario programmato, decrescente (DESC)",
        "progressive" => "Progressive: una chiamata appena un operatore è libero",
        "power" => "Power: più chiamate per ogni operatore libero",
        "predictive" => "Predictive: tante chiamate quante ne suggeriscono le statistiche recenti",
        "preview" => "Preview: l’operatore vede il contatto e avvia la chiamata",
        "bookedProgressive" => "Booked progressive: un operatore viene prenotato prima della chiamata",
        "dropRate" => "Drop rate: la quota di chi risponde e non trova nessuno (dropRate)",
        "agentBusyFactor" => "Occupazione: la quota di tempo in cui gli operatori sono occupati",
        "rrmemory" => "A turno, ricordando l’ultimo (rrmemory)",
        "rrordered" => "A turno, nell’ordine proprio degli operatori (rrordered)",
        "leastrecent" => "Chi è da più tempo senza chiamate (leastrecent)",
        "fewestcalls" => "Chi ha meno chiamate (fewestcalls)",
        "random" => "A caso (random)",
        "wrandom" => "A caso, pesato con la penalità (wrandom)",
        "linear" => "Sempre a partire dal primo operatore (linear)",
        "ringall" => "Tutti insieme (ringall)",
        _ => return None,
    })
}

fn range(range: Range, number: Number) -> String {
    let (min, measure) = (number(range.min.into()), measure(range.unit));
    if range.is_open() {
        format!("Un numero intero a partire da {min}{measure}.")
    } else {
        format!("Un numero intero da {min} a {}{measure}.", number(range.max.into()))
    }
}

/// What a whole number counts, where the label does not say so.
pub(super) fn measure(unit: Unit) -> &'static str {
    match unit {
        Unit::Milliseconds => ", in millisecondi",
        Unit::Seconds => ", in secondi",
        Unit::Minutes => ", in minuti",
        Unit::Percent => ", in percentuale",
        Unit::None | Unit::Digits | Unit::Calls | Unit::Recalls | Unit::Words | Unit::Level => "",
    }
}

fn decimal_range(range: DecimalRange, number: Number) -> String {
    let (min, max) = (number(range.min.into()), number(range.max.into()));
    format!("Un numero da {min} a {max} con al massimo due decimali.")
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Milliseconds => "ms",
        Unit::Seconds => "s",
        Unit::Minutes => "min",
        Unit::Percent => "%",
        Unit::Digits => "cifre",
        Unit::Calls => "chiamate",
        Unit::Recalls => "richiamate",
        Unit::Words => "parole",
        Unit::None | Unit::Level => "",
    }
}
