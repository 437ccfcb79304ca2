//! Signing in.

/// Words of signing in.
pub(crate) struct Connect {
    pub(crate) title: &'static str,
    pub(crate) intro: fn(&str) -> String,
    pub(crate) name: &'static str,
    pub(crate) password: &'static str,
    pub(crate) sign_in: &'static str,
    pub(crate) signing_in: &'static str,
    pub(crate) kept_nowhere: &'static str,
    pub(crate) name_missing: &'static str,
    pub(crate) password_missing: &'static str,
    pub(crate) failed: &'static str,
    pub(crate) wrong: &'static str,
    pub(crate) expired_title: &'static str,
    pub(crate) expired: fn(&str) -> String,
    pub(crate) page_title: &'static str,
    pub(crate) server: &'static str,
    pub(crate) upload_form: &'static str,
    pub(crate) upload_raw: &'static str,
}

pub(super) const EN: Connect = Connect {
    title: "Sign in",
    intro: |server| format!("Use your name and password of the Motion server at {server}."),
    name: "Name",
    password: "Password",
    sign_in: "Sign in",
    signing_in: "Signing in…",
    kept_nowhere: "The password stays in this page’s memory: it is gone when the page is closed or reloaded.",
    name_missing: "Enter the name with which you sign in to Motion.",
    password_missing: "Enter the password.",
    failed: "Sign-in failed",
    wrong: "The server does not accept this name and password. Check both; some servers block an account after several wrong attempts.",
    expired_title: "Sign in again",
    expired: |who| {
        format!(
            "The server no longer accepts the sign-in of {who}. Everything on this page is still here; sign in to go on."
        )
    },
    page_title: "Connection",
    server: "Server",
    upload_form: "How files are uploaded",
    upload_raw: "As documented: the bytes of the file as they are",
};

pub(super) const IT: Connect = Connect {
    title: "Accedi",
    intro: |server| format!("Con un nome e una password del server Motion all’indirizzo {server}."),
    name: "Nome",
    password: "Password",
    sign_in: "Accedi",
    signing_in: "Accesso in corso…",
    kept_nowhere: "La password resta nella memoria di questa pagina: sparisce quando la pagina viene chiusa o ricaricata.",
    name_missing: "Inserisci il nome con cui accedi a Motion.",
    password_missing: "Inserisci la password.",
    failed: "Accesso non riuscito",
    wrong: "Il server non accetta questo nome e questa password. Controllali entrambi; alcuni server bloccano un utente dopo più tentativi sbagliati.",
    expired_title: "Accedi di nuovo",
    expired: |who| {
        format!(
            "Il server non accetta più l’accesso di {who}. Tutto ciò che è in questa pagina è ancora qui; accedi per continuare."
        )
    },
    page_title: "Connessione",
    server: "Server",
    upload_form: "Come vengono caricati i file",
    upload_raw: "Come da documentazione: i byte del file così come sono",
};
