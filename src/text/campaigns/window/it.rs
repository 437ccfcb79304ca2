//! The dialling window, in Italian.

use super::{EN, Window};

pub(in crate::text::campaigns) const IT: Window = Window {
    rows: "Giorni e orari",
    presets: "Finestre tipiche:",
    undo: "Torna alla finestra di prima",
    weekdays_to_evening: "Lun–ven, 9–20",
    weekdays_with_break: "Lun–ven, 9–13 e 14–20",
    with_saturday: "Lun–sab, 9–13",
    daily: "Ogni giorno, 7–22",
    always: "Sempre",
    times: "Orari",
    times_hint: "Valgono per tutti i giorni scelti: una finestra non può avere altri orari il sabato. Il minuto di chiusura è compreso.",
    any_time: "A qualsiasi ora del giorno.",
    from: "Dalle",
    to: "Alle",
    of_time: |word, at| format!("{word}, orario {at}"),
    closes: |time| format!("chiude alle {time}"),
    half_typed: |stays| format!("Completa l’orario. Fino ad allora resta {stays}."),
    add_time: "Aggiungi un orario",
    set_time: "Imposta gli orari",
    remove_time: |at| format!("Togli l’orario {at}"),
    make_any_time: "A qualsiasi ora",
    days: "Giorni della settimana",
    month_days: "Giorni del mese",
    months: "Mesi",
    all: "tutti",
    take_all: "Prendili tutti",
    last_one: "Almeno uno deve restare. Prima scegline un altro.",
    no_rows: "Questo testo non ha giorni e orari da mostrare qui",
    no_rows_hint: "Resta com’è. Correggilo qui sotto, prendi la correzione proposta lì, o parti da una finestra tipica.",
    move_zone: |zone| format!("Sposta “{zone}” nel campo “Fuso orario”"),

    week: "La settimana",
    week_repaired: |text| format!("La settimana, una volta che è “{text}”"),
    week_as_read: "La settimana, come Asterisk legge il testo",
    nothing_drawn: "Il testo non apre nulla: non c’è una settimana da mostrare.",
    week_caption: "Quando è aperta, per giorno della settimana",
    day: "Giorno",
    open_from_to: "Aperta",
    together: "In tutto",
    closed: "chiusa",
    all_day: "tutto il giorno",
    a_week: |n, hours| format!("{} a settimana ({hours}).", n.of("minuto", "minuti")),
    at_most_a_week: |n, hours| {
        format!(
            "Al massimo {} a settimana ({hours}): giorni del mese o mesi ne escludono alcune.",
            n.of("minuto", "minuti")
        )
    },
    duration: EN.duration,

    open_now: "Aperta ora",
    closed_now: "Chiusa ora",
    open_always: "Sempre aperta",
    never_opens: "Non apre mai",
    until: |when| format!("fino a {when}"),
    opens: |when| format!("apre {when}"),
    for_you: |zone, when| format!("{when} per te, in {zone}"),
    zone_unknown: |zone| {
        format!(
            "Non è indicato un fuso orario, e quello del server qui non si conosce. I giorni e gli orari qui sotto valgono se è {zone}, come in questo browser."
        )
    },
    zone_strange: |zone| {
        format!(
            "Questo browser non conosce il fuso orario “{zone}”: non può dire quando la finestra è aperta."
        )
    },
    today: "oggi",
    next_days: "I prossimi 14 giorni",
    next_days_caption: "Quando è aperta, giorno per giorno",
    open_for: "Aperta per",
    clocks_change: |day, before, after| format!("{day}: gli orologi passano dalle {before} alle {after}."),
    no_change: "In questi giorni gli orologi non cambiano.",

    server_reading: "L’intervallo del server è in lettura.",
    server_hidden: "Il server non mostra che cosa apre il suo intervallo. Può solo restringere quello che è disegnato qui.",
    server_opens: |described| format!("L’intervallo del server: {described}."),
    both_open: |described| format!("Aperti insieme, tratteggiati qui sotto: {described}."),
    nothing_left: "Non resta nulla: non partirebbe mai una chiamata",
    nothing_left_hint: "L’intervallo di chiamata e quello del server non sono mai aperti insieme. Cambiane uno, o non scegliere un intervallo del server.",
    zones_presumed: "L’intervallo del server segue gli orologi del server. Questo vale se segnano la stessa ora del fuso della campagna.",
    own_zone_presumed: "L’intervallo del server indica un proprio fuso orario. Ciò che è aperto insieme è calcolato come se i suoi orologi segnassero la stessa ora di quelli qui sopra.",

    weekdays: ["domenica", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato"],
    weekdays_short: ["dom", "lun", "mar", "mer", "gio", "ven", "sab"],
    month_names: [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
    months_short: ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"],
    and: "e",
    every_day: "ogni giorno",
    at_any_time: "a qualsiasi ora",
    range: |first, last| format!("da {first} a {last}"),
    time_range: |first, last| format!("dalle {first} alle {last}"),
    only_days: |days, is_one| {
        format!("solo {} {days} del mese", if is_one { "il giorno" } else { "nei giorni" })
    },
    only_months: |months| format!("solo {months}"),
    month: |month| format!("a {month}"),
};
