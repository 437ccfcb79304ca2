//! What is odd about rows, what becomes of them, and the file of those that are left out.

use dialdesk_core::import::{Kind, KindDecision, SameNumber, Why};

use super::Review;
use crate::text::Count;

/// Rows with something odd, by kind.
pub(crate) struct Problems {
    pub(crate) none: &'static str,
    pub(crate) intro: &'static str,
    pub(crate) no_phone: &'static str,
    pub(crate) caption: &'static str,
    pub(crate) rows: &'static str,
    pub(crate) what: &'static str,
    pub(crate) fate: &'static str,
    pub(crate) fate_of: fn(&str) -> String,
    pub(crate) left_out: &'static str,
    pub(crate) refused: &'static str,
    pub(crate) show: &'static str,
    pub(crate) hide: &'static str,
    /// Takes what the rows have.
    pub(crate) rows_that: fn(&str) -> String,
    pub(crate) total: fn(&Count) -> String,
    pub(crate) some_are_sent: &'static str,
    send: &'static str,
    leave_out: &'static str,
    repair: &'static str,
    keep_first: &'static str,
}

/// Rows that have the same number, written differently.
pub(crate) struct SameNumbers {
    pub(crate) found: fn(&Count) -> String,
    pub(crate) none_now: &'static str,
    pub(crate) caption: &'static str,
    pub(crate) legend: &'static str,
    pub(crate) left_out: fn(&Count) -> &'static str,
    send_all: &'static str,
    keep_first: &'static str,
    keep_last: &'static str,
}

/// The file of what is left out.
pub(crate) struct LeftOut {
    pub(crate) save: fn(&Count) -> String,
    pub(crate) saving: &'static str,
    pub(crate) saved: fn(&str) -> String,
    pub(crate) hint: &'static str,
    /// What is put behind the name of the source.
    pub(crate) suffix: &'static str,
    pub(crate) line: &'static str,
    pub(crate) reason: &'static str,
    same_text: fn(u64) -> String,
    same_number: fn(u64) -> String,
    already_there: &'static str,
    number_there: &'static str,
    by_choice: &'static str,
}

impl Problems {
    /// A decision about a kind as a choice.
    pub(crate) fn decision(&self, kind: Kind, decision: KindDecision) -> &'static str {
        match decision {
            KindDecision::Send => self.send,
            KindDecision::LeaveOut => self.leave_out,
            KindDecision::Repair if kind == Kind::SeveralNumbers => self.keep_first,
            KindDecision::Repair => self.repair,
        }
    }
}

impl SameNumbers {
    /// A decision about them as a choice.
    pub(crate) fn decision(&self, decision: SameNumber) -> &'static str {
        match decision {
            SameNumber::SendAll => self.send_all,
            SameNumber::KeepFirst => self.keep_first,
            SameNumber::KeepLast => self.keep_last,
        }
    }
}

impl LeftOut {
    /// Why one record is left out, for a cell of that file. Numbers in a file are not grouped.
    pub(crate) fn why(&self, why: Why, review: &Review) -> String {
        match why {
            Why::Findings(kinds) if kinds.is_empty() => self.by_choice.to_owned(),
            Why::Findings(kinds) => {
                let one = Count { n: 1, shown: String::new() };
                kinds.iter().map(|kind| review.kind(kind, &one)).collect::<Vec<_>>().join("; ")
            }
            Why::SameText(line) => (self.same_text)(line),
            Why::SameNumber(line) => (self.same_number)(line),
            Why::AlreadyThere => self.already_there.to_owned(),
            Why::NumberThere => self.number_there.to_owned(),
        }
    }
}

pub(super) const EN: Problems = Problems {
    none: "Nothing is odd about the rows.",
    intro: "Each kind has its own choice. A row with several problems is counted with each, and left out once.",
    no_phone: "No column feeds the phone, so numbers are not looked at.",
    caption: "Problems by kind",
    rows: "Rows",
    what: "What is odd",
    fate: "What becomes of them",
    fate_of: |what| format!("What becomes of the rows that {what}"),
    left_out: "Left out",
    refused: "left out: the server refuses them",
    show: "Show rows",
    hide: "Hide rows",
    rows_that: |what| format!("Rows that {what}"),
    total: |n| format!("{} left out for problems.", n.of("row is", "rows are")),
    some_are_sent: "Some rows are sent although something is odd about them: see Problems.",
    send: "Send as they are",
    leave_out: "Leave out",
    repair: "Repair and send",
    keep_first: "Keep the first number",
};

pub(super) const IT: Problems = Problems {
    none: "Nelle righe non c’è nulla di strano.",
    intro: "Ogni tipo ha la sua scelta. Una riga con più problemi è contata in ognuno, ed esclusa una volta sola.",
    no_phone: "Nessuna colonna alimenta il telefono, perciò i numeri non vengono controllati.",
    caption: "Problemi per tipo",
    rows: "Righe",
    what: "Che cosa c’è di strano",
    fate: "Che cosa ne sarà",
    fate_of: |what| format!("Che cosa ne sarà delle righe che {what}"),
    left_out: "Escluse",
    refused: "escluse: il server le rifiuta",
    show: "Mostra le righe",
    hide: "Nascondi le righe",
    rows_that: |what| format!("Righe che {what}"),
    total: |n| format!("{} per problemi.", n.of("riga esclusa", "righe escluse")),
    some_are_sent: "Alcune righe vengono inviate anche se c’è qualcosa di strano: vedi Problemi.",
    send: "Invia così come sono",
    leave_out: "Escludi",
    repair: "Correggi e invia",
    keep_first: "Tieni il primo numero",
};

pub(super) const SAME_EN: SameNumbers = SameNumbers {
    found: |n| {
        format!("{} of another, written differently", n.of("row has the number", "rows have the number"))
    },
    none_now: "No two rows have the same number, written differently, now.",
    caption: "Rows with the same number, written differently",
    legend: "The server does not notice these. What becomes of them?",
    left_out: |n| {
        n.pick(
            "has the number of another row, written differently, and is left out as you chose",
            "have the number of another row, written differently, and are left out as you chose",
        )
    },
    send_all: "Send all of them",
    keep_first: "Keep the first of each number",
    keep_last: "Keep the last of each number",
};

pub(super) const SAME_IT: SameNumbers = SameNumbers {
    found: |n| {
        format!(
            "{} di un’altra, scritto in un altro modo",
            n.of("riga ha il numero", "righe hanno il numero")
        )
    },
    none_now: "Ora non ci sono righe con lo stesso numero, scritto in un altro modo.",
    caption: "Righe con lo stesso numero, scritto in un altro modo",
    legend: "Il server non se ne accorge. Che cosa ne sarà?",
    left_out: |n| {
        n.pick(
            "ha il numero di un’altra riga, scritto in un altro modo, e viene escluso come hai scelto",
            "hanno il numero di un’altra riga, scritto in un altro modo, e vengono esclusi come hai scelto",
        )
    },
    send_all: "Inviale tutte",
    keep_first: "Tieni la prima di ogni numero",
    keep_last: "Tieni l’ultima di ogni numero",
};

pub(super) const LEFT_EN: LeftOut = LeftOut {
    save: |n| format!("Download the {} that {} not stored", n.of("row", "rows"), n.pick("is", "are")),
    saving: "Writing the file…",
    saved: |name| format!("{name} was handed to the browser."),
    hint: "A CSV file with the line and the reason of each; a spreadsheet opens it unharmed, and it can be imported again.",
    suffix: "left-out",
    line: "Line in the file",
    reason: "Why it was left out",
    same_text: |line| format!("repeats the row in line {line}"),
    same_number: |line| format!("has the number of the row in line {line}, written differently"),
    already_there: "is in the list already",
    number_there: "has a number that the list has already, written differently",
    by_choice: "left out by choice",
};

pub(super) const LEFT_IT: LeftOut = LeftOut {
    save: |n| {
        format!(
            "Scarica {}",
            n.pick("la riga che non viene salvata", &format!("le {} righe che non vengono salvate", n.shown))
        )
    },
    saving: "Scrittura del file…",
    saved: |name| format!("{name} è stato passato al browser."),
    hint: "Un file CSV con la riga e il motivo di ognuna; un foglio di calcolo lo apre senza danni, e si può importare di nuovo.",
    suffix: "escluse",
    line: "Riga nel file",
    reason: "Perché è stata esclusa",
    same_text: |line| format!("ripete la riga {line}"),
    same_number: |line| format!("ha il numero della riga {line}, scritto in un altro modo"),
    already_there: "è già nella lista",
    number_there: "ha un numero che la lista ha già, scritto in altro modo",
    by_choice: "esclusa per scelta",
};
