//! What can be found wrong with a campaign, in Italian.

use dialdesk_core::amd::{FRAME_MS, Relation};
use dialdesk_core::campaign::{DecimalRange, Key, Kind, Shape, rules};
use dialdesk_core::interval::{self, Fault, Surprise};
use dialdesk_core::range::Range;

use super::fields::{self, Number, known_words};
use super::fields_it::measure;

#[expect(clippy::too_many_lines, reason = "one arm for each kind of finding")]
pub(super) fn finding(key: Key, kind: &Kind, number: Number) -> String {
    let n = |n: u32| number(n.into());
    let long = |n: usize| number(u64::try_from(n).unwrap_or(u64::MAX));
    let sentence = match kind {
        Kind::Missing => return missing(key, number),
        Kind::NotWhole(range) => {
            return format!("{} Usa solo cifre, senza separatori.", enter(*range, number));
        }
        Kind::OutOfRange(range) => return enter(*range, number),
        Kind::NotDecimal(range) | Kind::OutOfDecimalRange(range) => return enter_decimal(*range, number),
        Kind::TooLong { max, characters } => return too_long(&long(*characters), &long(*max)),
        Kind::UnknownWord => {
            return format!("Il server non accetta questa parola. {}", choose(key));
        }
        Kind::UndocumentedWord => {
            "La documentazione del server non ha questa parola; viene inviata così com’è. Controlla sul server che sia stata accettata."
        }
        Kind::Interval(refused) => {
            return fields::refused(
                refused,
                |one| fault(one, &long),
                "Così non partirebbe mai nessuna chiamata.",
                |repair| format!("Scrivi “{repair}”."),
                "Dalle 7 alle 22 nei giorni feriali, per esempio, è “07:00-22:00,mon-fri,*,*”.",
            );
        }
        Kind::Surprise(surprise) => return surprising(surprise),
        Kind::Rewritten(text) => {
            return format!("Viene inviato come “{text}”, che significa lo stesso.");
        }
        Kind::OptionsUnclosed => {
            "Una parentesi non è chiusa, e Asterisk smette di leggere lì. Chiudila, o toglila."
        }
        Kind::OptionsComma => "Una virgola fuori dalle parentesi potrebbe chiudere le opzioni. Toglila.",
        Kind::OptionsUnknown(letters) => {
            return format!(
                "Asterisk non conosce “{letters}” in questo punto e lo ignora. Toglilo, o controlla maiuscole e minuscole."
            );
        }
        Kind::OptionsRepeated(letters) => {
            return format!("“{letters}” compare più di una volta. Lascialo una volta sola.");
        }
        Kind::OptionsForContact(letters) => {
            return format!(
                "“{letters}” permette a chi figura come chiamante di trasferire (T) o registrare (X) la chiamata da tastiera, e presumibilmente è il contatto. Toglilo, se non è voluto."
            );
        }
        Kind::Server(words) => {
            return format!("Il server l’ha rifiutato e dice: “{words}”. Modificalo e salva di nuovo.");
        }
        Kind::Amd(relation) => return related(*relation, &n),
        Kind::DialsAtOnce => {
            "Le chiamate partono appena viene salvata, dentro la finestra di chiamata. Disattivala per salvarla senza chiamare."
        }
        Kind::NameLong => {
            return format!(
                "Alcune tabelle di Asterisk ne contengono solo {} caratteri. Accorcialo a quel numero.",
                long(rules::NAME_ADVISED)
            );
        }
        Kind::NameMarks => {
            return format!(
                "Contiene uno di {}. Nel dialplan di Asterisk hanno un significato, e presumibilmente il nome ci passa. Toglilo.",
                rules::NAME_MARKS.map(String::from).join(" ")
            );
        }
        Kind::TrunkTwice => {
            "È il trunk principale: se quello cade non resta niente. Scegline un altro, o lascialo vuoto."
        }
        Kind::IntervalMissing => {
            "Non ne è scelto nessuno: presumibilmente solo l’intervallo di chiamata limita quando si chiama. Scegline uno per sicurezza."
        }
        Kind::PowerHigh => {
            return format!(
                "Con più di {} chiamate per operatore libero, molti che rispondono non trovano nessuno. Abbassa il valore.",
                n(rules::POWER_ADVISED)
            );
        }
        Kind::DropRateHigh => {
            return format!(
                "Con più del {}%, molti che rispondono non trovano nessuno. Abbassala.",
                n(rules::DROP_RATE_ADVISED)
            );
        }
        Kind::BusyFactorLow => {
            return format!(
                "Con meno del {}%, gli operatori restano a lungo inattivi. Alzala, o scegli il drop rate come obiettivo.",
                n(rules::BUSY_FACTOR_ADVISED)
            );
        }
        Kind::StatisticsStep => {
            return format!(
                "Il server potrebbe accettare solo multipli di {}. Inseriscine uno per sicurezza.",
                n(rules::STATISTICS_STEP)
            );
        }
        Kind::Unlimited => {
            "Questo metodo chiama più contatti di quanti operatori sono liberi, e nulla lo limita. Inserisci quante chiamate regge il trunk."
        }
        Kind::RingShort => {
            return format!(
                "Sotto i {} secondi molti contatti non fanno in tempo a rispondere. Alzalo.",
                n(rules::RING_SHORT)
            );
        }
        Kind::RingLong => {
            return format!(
                "Dopo {} secondi non risponde quasi più nessuno, e la linea resta impegnata. Abbassalo.",
                n(rules::RING_LONG)
            );
        }
        Kind::QueueBelowTimeout => {
            "Il telefono dell’operatore smette di squillare dopo questo tempo, prima del timeout operatore. Alzalo, o abbassa il timeout operatore."
        }
        Kind::OneAttempt { needed } => {
            return format!(
                "Il telefono degli operatori squilla una volta sola. Per un secondo tentativo inserisci almeno {} secondi.",
                n(*needed)
            );
        }
        Kind::LongSilence { seconds } => {
            return format!(
                "Rilevamento e attesa possono tenere in silenzio chi risponde per {} secondi; più di {} sono tanti. Abbassalo, o accorcia l’analisi.",
                n(*seconds),
                n(rules::WAIT_ADVISED)
            );
        }
        Kind::RetryZero => {
            return format!(
                "0 non è “nessuna pausa”: Asterisk prende {} secondi. Inserisci la pausa che vuoi.",
                n(rules::RETRY_OF_ASTERISK)
            );
        }
        Kind::WeightHigh => {
            return format!(
                "Più di {} è insolito. Conta solo quale peso è maggiore; abbassalo.",
                n(rules::WEIGHT_ADVISED)
            );
        }
        Kind::CauseAboveGlobal { global } => {
            return format!(
                "Con {} richiamate per qualsiasi causa il contatto viene chiuso, quindi questo limite non si raggiunge mai. Abbassalo, o alza l’altro.",
                n(*global)
            );
        }
        Kind::WaitZero | Kind::WaitShort => {
            return format!(
                "Il contatto viene richiamato quasi subito. Inserisci almeno {} minuti.",
                n(rules::WAIT_SHORT)
            );
        }
        Kind::WaitBeyondWindow { window } => {
            return format!(
                "L’intervallo di chiamata è aperto {} minuti al giorno: la richiamata cade in un giorno successivo. Abbassala per richiamare in giornata.",
                n(*window)
            );
        }
        Kind::MoreThanCallerNumber { digits } => {
            return format!(
                "Le cifre del numero del chiamante sono solo {}. Inseriscine al massimo altrettante.",
                n(*digits)
            );
        }
        Kind::NameTaken { by } => {
            return format!(
                "La campagna {by} ha già questo nome. Una seconda è permessa, ma difficile da distinguere."
            );
        }
        Kind::ZoneUnknown => {
            "Questo browser non conosce un fuso orario con quel nome, e Asterisk prende per GMT un nome che non conosce. Scrivilo come in Europe/Rome."
        }
        Kind::PrefixNotDigits => {
            "Di solito un prefisso ha solo cifre. Togli il resto, se non serve al trunk."
        }
        Kind::AmdOff => {
            "Il rilevamento non è attivo, quindi le sue impostazioni cambiate presumibilmente non fanno nulla. Attivalo per usarle."
        }
        Kind::RingInUseProgressive => {
            "Il produttore lo sconsiglia con il metodo progressive: agli operatori squilla mentre parlano. Scegli No."
        }
    };
    sentence.to_owned()
}

fn missing(key: Key, number: Number) -> String {
    match key.shape() {
        Shape::Whole(range) => enter(range, number),
        Shape::Decimal(range) => enter_decimal(range, number),
        Shape::Record(_) => "Scegline uno: senza, non può partire nessuna chiamata.".to_owned(),
        Shape::Switch | Shape::Word(_) => choose(key),
        Shape::Text(_) | Shape::Interval | Shape::QueueOptions => {
            "Inserisci un nome per la campagna.".to_owned()
        }
    }
}

fn enter(range: Range, number: Number) -> String {
    let (min, max) = (number(range.min.into()), number(range.max.into()));
    format!("Inserisci un numero intero da {min} a {max}{}.", measure(range.unit))
}

fn enter_decimal(range: DecimalRange, number: Number) -> String {
    let (min, max) = (number(range.min.into()), number(range.max.into()));
    format!("Inserisci un numero da {min} a {max} con al massimo due decimali.")
}

fn choose(key: Key) -> String {
    format!("Scegli tra questi: {}.", known_words(key))
}

fn too_long(has: &str, max: &str) -> String {
    format!("Accorcia a {max} caratteri; ne ha {has}.")
}

fn related(relation: Relation, n: &dyn Fn(u32) -> String) -> String {
    let sentence = match relation {
        Relation::InitialSilenceNeverDecides => {
            "Una linea muta resta indecisa: l’analisi finisce prima. Abbassalo sotto il tempo totale di analisi."
        }
        Relation::GreetingNeverDecides => {
            "Un saluto lungo resta indeciso: l’analisi finisce prima. Abbassalo sotto il tempo totale di analisi."
        }
        Relation::PersonNeverFound => {
            "Nessuno viene mai riconosciuto come persona: l’analisi finisce prima. Abbassalo sotto il tempo totale di analisi."
        }
        Relation::PersonNeverFoundAfterAWord => {
            "Nessuno viene mai riconosciuto come persona: anche dopo la parola più breve l’analisi finisce prima. Abbassalo, o alza il tempo totale di analisi."
        }
        Relation::GreetingShorterThanAWord => {
            return format!(
                "Chiunque dica una parola viene preso per una segreteria. Alzalo sopra la durata minima di una parola, di più di {} ms.",
                n(FRAME_MS)
            );
        }
        Relation::WordLimitsCrossed => {
            "Chiunque dica una parola viene preso per una segreteria. Alzala sopra la durata minima di una parola."
        }
        Relation::WordsNeverCounted => {
            "Una chiamata viene presa per una persona prima che conti una seconda parola, quindi il numero di parole non decide mai. Abbassalo sotto il silenzio dopo il saluto."
        }
        Relation::LongestWordNeverDecides => {
            "Questa regola è spenta, come di solito: l’analisi finisce prima. Abbassala sotto il tempo totale di analisi per usarla."
        }
        Relation::LongestWordDecidesFirst => {
            "È sotto il saluto, quindi chi parla senza pause viene preso prima per una segreteria. Alzala fino al saluto, se non è voluto."
        }
        Relation::FirstWordIsMachine => {
            "Chiunque viene preso per una segreteria alla prima parola che conta. Permettine almeno una."
        }
        Relation::ShorterThanAFrame => {
            return format!(
                "Di solito Asterisk ascolta a passi di {} ms e non distingue di meno. Inserisci almeno quel valore.",
                n(FRAME_MS)
            );
        }
    };
    sentence.to_owned()
}

fn surprising(surprise: &Surprise) -> String {
    match surprise {
        Surprise::WeekdayNumbers { written, meaning } => format!(
            "“{written}” significa {meaning}: Asterisk conta i giorni dalla domenica, che è 1. Scrivi i nomi, se intendevi altri giorni."
        ),
        Surprise::WrapsMidnight { part, .. } => format!(
            "“{part}” supera la mezzanotte, e le ore dopo la mezzanotte valgono per i giorni scelti stessi, non per quelli seguenti. Scegli i giorni per entrambe le parti della notte."
        ),
        Surprise::Single { field, part } => format!(
            "“{part}” apre per {} solo. Scrivi una fine successiva, se intendi di più.",
            match field {
                interval::Field::Times => "un minuto",
                interval::Field::Weekdays => "un giorno della settimana",
                interval::Field::Days => "un giorno del mese",
                interval::Field::Months | interval::Field::Zone => "un mese",
            }
        ),
        Surprise::RangeWraps { field, part } => format!(
            "“{part}” supera la fine {} e prosegue dal suo inizio. Scambia i due estremi, se intendevi il resto.",
            match field {
                interval::Field::Weekdays => "della settimana",
                interval::Field::Days => "del mese",
                interval::Field::Months => "dell’anno",
                interval::Field::Times | interval::Field::Zone => "del giorno",
            }
        ),
        Surprise::Zone { zone } => format!(
            "Il fuso orario “{zone}” nel testo resta, ma Asterisk prende per GMT un nome che non conosce. Spostalo nel campo “Fuso orario”."
        ),
    }
}

/// What Asterisk makes of a part that is refused; what to write instead is said once, at the end.
fn fault(fault: &Fault, long: &dyn Fn(usize) -> String) -> String {
    match fault {
        Fault::Empty => {
            "Senza un testo non parte mai nessuna chiamata. Inserisci * se si può chiamare in ogni momento."
                .to_owned()
        }
        Fault::TooLong { characters } => too_long(&long(*characters), &long(interval::TEXT_MAX)),
        Fault::Arrangement => {
            "Asterisk vuole prima gli orari, poi giorni della settimana, giorni del mese e mesi, separati da virgole."
                .to_owned()
        }
        Fault::Semicolons => "Asterisk non separa con “;” e tralascia ciò che segue.".to_owned(),
        Fault::TooManyFields { fields, ignored } => {
            format!("I campi sono {}; Asterisk ignora “{ignored}”.", long(*fields))
        }
        Fault::Blank { text, .. } => format!("Asterisk inciampa in uno spazio in “{text}”."),
        Fault::EmptyElement { .. } => "Accanto a un “&” non c’è nulla.".to_owned(),
        Fault::StarInList { text, .. } => {
            format!("Asterisk salta “{text}”: un asterisco deve stare da solo.")
        }
        Fault::Name { text, meant, .. } => match meant {
            Some(meant) => format!("Asterisk non conosce “{text}”, solo “{meant}”."),
            None => format!("Asterisk non conosce “{text}”, solo tre lettere inglesi come “mon” o “jan”."),
        },
        Fault::NumberOutOfRange { field, text } => format!(
            "Non esiste {} “{text}”, e Asterisk lo salta.",
            match field {
                interval::Field::Weekdays => "un giorno della settimana",
                interval::Field::Days => "un giorno del mese",
                interval::Field::Months => "un mese",
                interval::Field::Times | interval::Field::Zone => "un orario",
            }
        ),
        Fault::TimeOutOfRange { text } => format!("Non esiste un orario “{text}”, e Asterisk lo salta."),
        Fault::TimeWithoutColon { text } => {
            format!("Asterisk salta “{text}”: a un orario servono i due punti.")
        }
        Fault::HalfDay { text } => format!("“{text}”: Asterisk non conosce am e pm, solo le 24 ore."),
        Fault::Seconds { text } => format!("Asterisk ignora i secondi di “{text}”."),
        Fault::Dash { text, .. } => format!("Asterisk non conosce il trattino lungo in “{text}”, solo “-”."),
        Fault::SecondDash { text, .. } => format!("“{text}” ha più di un “-”, e Asterisk non legge oltre."),
        Fault::HalfRange { text, .. } => {
            format!("Asterisk salta “{text}”: servono un inizio e una fine.")
        }
        Fault::TextIgnored { text, ignored, .. } => format!("Asterisk ignora “{ignored}” in “{text}”."),
        Fault::Unreadable { text, .. } => format!("Asterisk non riesce a leggere “{text}”."),
        Fault::NoSuchDate => {
            "Nessun mese scelto ha uno dei giorni scelti, quindi non parte mai nessuna chiamata.".to_owned()
        }
        Fault::NeverMatches { .. } => String::new(),
    }
}
