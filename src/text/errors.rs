//! What went wrong with a call, and what to do: one sentence or two for each kind.

use crate::api::{ApiError, Refused};

/// Words for errors of calls.
pub(crate) struct Errors {
    pub(crate) unreachable: &'static str,
    /// What to do then.
    pub(crate) unreachable_advice: &'static str,
    pub(crate) stopped: &'static str,
    pub(crate) signed_out: &'static str,
    pub(crate) forbidden: &'static str,
    pub(crate) not_found: &'static str,
    pub(crate) not_offered: &'static str,
    pub(crate) busy: &'static str,
    pub(crate) refused: fn(u16) -> String,
    pub(crate) too_large: &'static str,
    pub(crate) failed: fn(u16) -> String,
    /// What to do then.
    pub(crate) failed_advice: &'static str,
    pub(crate) failed_saying: fn(u16, &str) -> String,
    pub(crate) unreadable: &'static str,
    pub(crate) says: &'static str,
    /// Added where the lost call may have changed something.
    pub(crate) outcome_unknown: &'static str,
}

impl Errors {
    /// What `error` means and what to do about it.
    pub(crate) fn sentence(&self, error: &ApiError) -> String {
        let reason = self.reason(error);
        match error {
            ApiError::Unreachable => format!("{reason} {}", self.unreachable_advice),
            ApiError::Failed { words: None, .. } => format!("{reason} {}", self.failed_advice),
            ApiError::Stopped
            | ApiError::SignedOut
            | ApiError::Forbidden
            | ApiError::NotFound
            | ApiError::NotOffered
            | ApiError::Busy
            | ApiError::Refused(_)
            | ApiError::Failed { .. }
            | ApiError::Unreadable => reason,
        }
    }

    /// What `error` means, without a word about trying again.
    pub(crate) fn reason(&self, error: &ApiError) -> String {
        match error {
            ApiError::Unreachable => self.unreachable.to_owned(),
            ApiError::Stopped => self.stopped.to_owned(),
            ApiError::SignedOut => self.signed_out.to_owned(),
            ApiError::Forbidden => self.forbidden.to_owned(),
            ApiError::NotFound => self.not_found.to_owned(),
            ApiError::NotOffered => self.not_offered.to_owned(),
            ApiError::Busy => self.busy.to_owned(),
            ApiError::Refused(refused) => self.refusal(refused),
            ApiError::Failed { status, words: None } => (self.failed)(*status),
            ApiError::Failed { status, words: Some(words) } => (self.failed_saying)(*status, words),
            ApiError::Unreadable => self.unreadable.to_owned(),
        }
    }

    fn refusal(&self, refused: &Refused) -> String {
        if refused.status == 413 {
            return self.too_large.to_owned();
        }
        let mut sentence = (self.refused)(refused.status);
        let faults: Vec<String> = refused
            .faults
            .iter()
            .map(|(path, words)| match path {
                Some(path) => format!("{path}: {words}"),
                None => words.clone(),
            })
            .collect();
        if !faults.is_empty() {
            sentence.push(' ');
            sentence.push_str(self.says);
            sentence.push(' ');
            sentence.push('“');
            sentence.push_str(&faults.join("; "));
            sentence.push_str("”.");
        }
        sentence
    }
}

pub(super) const EN: Errors = Errors {
    unreachable: "The server did not answer.",
    unreachable_advice: "It may be down, the network may be cut, or the browser may not trust its certificate. Check that the server’s own address opens in another tab, then try again.",
    stopped: "You stopped it.",
    signed_out: "The server does not accept the sign-in. Sign in again; everything entered here stays.",
    forbidden: "This account may not do that. Ask for the permission on the server, or sign in with another account.",
    not_found: "The server does not have it. It may have been deleted meanwhile, or this server does not offer it.",
    not_offered: "This server does not offer that.",
    busy: "The server asks to wait because of too many requests. Try again in a minute.",
    refused: |status| format!("The server refused what was sent (status {status})."),
    too_large: "The file is too large for the server. Split it and import the parts one after another.",
    failed: |status| format!("The server failed with status {status} and gave no reason."),
    failed_advice: "Try again; if it keeps failing, tell whoever runs the server.",
    failed_saying: |status, words| format!("The server failed with status {status} and says: “{words}”."),
    unreadable: "The server answered with something that is not its usual JSON. A proxy in between may have answered instead.",
    says: "It says:",
    outcome_unknown: "Whether the server still did it is not known. Look before you repeat it.",
};

pub(super) const IT: Errors = Errors {
    unreachable: "Il server non ha risposto.",
    unreachable_advice: "Potrebbe essere spento, la rete interrotta, o il browser potrebbe non fidarsi del suo certificato. Controlla che l’indirizzo del server si apra in un’altra scheda, poi riprova.",
    stopped: "L’hai interrotto tu.",
    signed_out: "Il server non accetta l’accesso. Accedi di nuovo; tutto ciò che hai inserito resta qui.",
    forbidden: "Questo utente non è autorizzato. Chiedi il permesso sul server, o accedi con un altro utente.",
    not_found: "Il server non lo trova. Potrebbe essere stato eliminato nel frattempo, o questo server non lo offre.",
    not_offered: "Questo server non lo offre.",
    busy: "Il server chiede di attendere per le troppe richieste. Riprova tra un minuto.",
    refused: |status| format!("Il server ha rifiutato ciò che è stato inviato (stato {status})."),
    too_large: "Il file è troppo grande per il server. Dividilo e importa le parti una dopo l’altra.",
    failed: |status| format!("Il server ha avuto un errore con stato {status} e non ha detto perché."),
    failed_advice: "Riprova; se continua, avvisa chi gestisce il server.",
    failed_saying: |status, words| {
        format!("Il server ha avuto un errore con stato {status} e dice: “{words}”.")
    },
    unreadable: "Il server ha risposto con qualcosa che non è il suo solito JSON. Forse ha risposto un proxy al suo posto.",
    says: "Dice:",
    outcome_unknown: "Non si sa se il server l’abbia fatto lo stesso. Controlla prima di ripetere.",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_quotes_the_servers_words_with_their_field() {
        let faults = vec![(Some("name".to_owned()), "name cannot be null".to_owned())];
        let error = ApiError::Refused(Refused { status: 422, faults });
        assert_eq!(
            EN.sentence(&error),
            "The server refused what was sent (status 422). It says: “name: name cannot be null”."
        );
        assert_eq!(
            IT.sentence(&error),
            "Il server ha rifiutato ciò che è stato inviato (stato 422). Dice: “name: name cannot be null”."
        );
    }
}
