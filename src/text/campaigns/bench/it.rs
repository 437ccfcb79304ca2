//! The bench, in Italian.

use dialdesk_core::amd::{FRAME_MS, WavRefusal};

use super::Bench;

pub(in crate::text::campaigns) const IT: Bench = Bench {
    title: "Prova sulle voci",
    intro: "Che cosa viene deciso di queste chiamate, frame per frame come fa Asterisk. Premi una voce per vederne l’andamento.",
    off: "Il riconoscimento è spento: questi numeri non fanno nulla finché non lo accendi.",
    no_value: |label| {
        format!(
            "“{label}” non ha un valore utilizzabile, quindi non si può decidere nulla. Correggilo qui sopra."
        )
    },

    presets: "Valori per uno scopo:",
    documented: "Come documentato",
    documented_cost: "I valori della documentazione del server. Chi dice nome e azienda viene spesso preso per una segreteria.",
    people: "Proteggi le persone",
    people_cost: "Saluti fino a 2,5 s di voce e sei parole sono di persone. Il prezzo: più segreterie arrivano agli agenti, e un saluto lungo viene notato un secondo più tardi.",
    machines: "Scopri le segreterie",
    machines_cost: "Pause fino a 1,2 s non chiudono un saluto, e 1,2 s di voce sono di una segreteria. Il prezzo: chi risponde aspetta 0,4 s in più, e più persone dal saluto lungo vengono prese per segreterie.",
    undo: "Torna ai valori di prima",

    caption: "Che cosa viene deciso di ogni voce",
    voice: "Voce",
    saved: "Valori salvati",
    as_documented: "Come documentato",
    changed: "Con le tue modifiche",
    short_hello: "“Pronto” breve",
    named_hello: "Saluto con nome e azienda",
    silence: "Silenzio",
    long_greeting: "Segreteria, saluto lungo",
    paused_greeting: "Segreteria con una pausa",
    music: "Musica",
    own: "Schema tuo",
    recording: |name| format!("Registrazione: {name}"),
    after: |ms| format!("dopo {ms} ms"),
    wrong: "sbagliato",

    timeline: |voice| format!("{voice}, con le tue modifiche"),
    heard: "Si sente",
    setting: "Valore",
    course: "Andamento",
    reached: "Raggiunto",
    of_ms: |reached, limit| format!("{reached} di {limit} ms"),
    of_words: |reached, limit| format!("{reached} di {limit} parole"),
    of_level: |loudest, limit| format!("al massimo {loudest}, silenzio sotto {limit}"),
    no_level: "solo per le registrazioni",
    decides: "decide",

    own_text: "Schema tuo in millisecondi",
    own_hint: "Silenzio e voce a turno, prima il silenzio: 400 420 2000. Ognuno è un multiplo di 20; inizia con 0 se qualcuno parla subito.",
    paint_hint: "Oppure disegna su “Si sente” con il mouse o il dito: sul silenzio disegni voce, sulla voce silenzio.",
    not_number: |at| format!("Il numero {at} non è un numero. Scrivi millisecondi interi, come 400."),
    not_frames: |at| {
        format!("Il numero {at} non è un multiplo di {FRAME_MS}, la durata di un frame. Arrotondalo.")
    },
    too_long: |seconds| format!("Insieme superano {seconds} s, e nessuna analisi è così lunga. Accorciali."),
    pieces: "Pezzi",
    piece: |is_voice, at| format!("{} {at}, ms", if is_voice { "Voce" } else { "Silenzio" }),
    remove_piece: |at| format!("Togli il pezzo {at}"),
    add_piece: "Aggiungi un pezzo",
    more_pieces: |n| format!("{} nel testo qui sopra.", n.of("altro pezzo è", "altri pezzi sono")),

    drop: "Trascina qui la registrazione di una chiamata",
    browse: "Scegli una registrazione",
    drop_hint: "Viene misurata in questo browser e non è inviata da nessuna parte. Il WAV a 16 bit è letto direttamente, gli altri formati se il browser li conosce.",
    measuring: |name, percent| format!("Misuro {name}: {percent}"),
    not_measured: |name| format!("{name} non è stato misurato"),
    gone: "Il file non si può più leggere: è stato cambiato, spostato o cancellato. Sceglilo di nuovo.",
    too_large: |max| {
        format!(
            "I file diversi dal WAV a 16 bit si decodificano solo fino a {max}. Ritagliane l’inizio della chiamata, o salvalo come WAV a 16 bit."
        )
    },
    measured: |ms, loudest| format!("Sono misurati {ms} ms; il frame più forte ha il livello {loudest}."),
    all_silent: |threshold| {
        format!(
            "Nulla raggiunge la soglia del silenzio di {threshold}: vale tutto come silenzio. Abbassa la soglia, o registra a volume più alto."
        )
    },
    cut: |seconds| format!("Sono misurati solo i primi {seconds} s, perché nessuna analisi è più lunga."),
    refusal: |refusal, number| {
        match refusal {
        WavRefusal::NotWav => "Non è un file WAV, e nulla che questo browser sappia decodificare. Salva la chiamata come WAV a 16 bit.".to_owned(),
        WavRefusal::NoFormat => "Il file WAV è danneggiato: non dice come sono scritti i suoi campioni. Esportalo di nuovo.".to_owned(),
        WavRefusal::NotPcm { tag } => format!(
            "I campioni del file WAV sono compressi (formato {}), e questo browser non li sa decodificare. Salvalo come WAV a 16 bit.",
            number(tag.into())
        ),
        WavRefusal::Bits { bits } => format!(
            "I suoi campioni hanno {} bit, e questo browser non li sa decodificare. Salvalo come WAV a 16 bit.",
            number(bits.into())
        ),
        WavRefusal::Channels { channels } => format!(
            "Ha {} canali, e questo browser non lo sa decodificare. Salvalo con uno o due.",
            number(channels.into())
        ),
        WavRefusal::Rate { rate } => format!(
            "Ha {} campioni al secondo, e questo browser non lo sa decodificare. Salvalo con 8.000 o più.",
            number(rate)
        ),
        WavRefusal::TooShort => format!("È più corto di un frame di {FRAME_MS} ms, quindi non c’è nulla da decidere. Scegline uno più lungo."),
    }
    },
};
