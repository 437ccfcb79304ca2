//! English.

use super::{Address, AddressFault, Check, Connect, Diagnoses, Page, UploadForm, Way, Who};

pub(in crate::text) const EN: Connect = Connect {
    title: "Sign in",
    intro: |way, server| {
        let what = match way {
            Way::Password => "your name and password",
            Way::ApiKey => "an API key",
            Way::Token => "a token",
        };
        format!("Use {what} of the Motion server at {server}.")
    },
    name: "Name",
    password: "Password",
    key: "API key",
    token: "Token",
    sign_in: "Sign in",
    signing_in: "Signing in…",
    kept_nowhere: "The password stays in this page’s memory: it is gone when the page is closed or reloaded.",
    key_hint: "The server takes a key only as part of the address of each request (?apikey=…), so it may stand in the logs of the server and of proxies on the way; a password does not. This page keeps it in memory only, until it is closed or reloaded.",
    token_hint: "As the server has issued it. It stays in this page’s memory: it is gone when the page is closed or reloaded.",
    name_missing: "Enter the name with which you sign in to Motion.",
    name_colon: "A name with a colon cannot be sent with a password. Sign in with an API key or a token instead.",
    password_missing: "Enter the password.",
    key_missing: "Paste the API key. Motion makes one in the settings of a user, under API key manager.",
    token_missing: "Paste the token.",
    token_signs: "A token has letters, digits and signs without blanks or line breaks. Copy it again, from its first to its last character.",
    failed: "Sign-in failed",
    more: "Server and way of signing in",
    more_ways: "Way of signing in",
    way_legend: "Sign in with",
    way: |way| match way {
        Way::Password => "name and password",
        Way::ApiKey => "an API key",
        Way::Token => "a token",
    },
    expired_title: "Sign in again",
    expired: |who| {
        let what = match who {
            Who::Name(name) => format!("the sign-in of {name}"),
            Who::ApiKey(_) => "the API key".to_owned(),
            Who::Token(_) => "the token".to_owned(),
            Who::Host => "the portal’s sign-in".to_owned(),
        };
        format!(
            "The server no longer accepts {what}. Everything on this page is still here; sign in to go on."
        )
    },
    signed_in: |who| match who {
        Who::Name(name) => format!("Signed in as {name}"),
        Who::ApiKey(_) => "Signed in with an API key".to_owned(),
        Who::Token(_) => "Signed in with a token".to_owned(),
        Who::Host => "Signed in as the portal’s account".to_owned(),
    },
    address: Address {
        label: "Server address",
        hint: "Empty for the server from which this page comes. Otherwise for example https://motion.example",
        use_offer: |offer| format!("Use {offer}"),
        fault: |fault| {
            match fault {
                AddressFault::Blank => "An address has no blanks inside. Take them out.",
                AddressFault::NoScheme { .. } => "An address begins with https:// (or http://, where the server has no encryption).",
                AddressFault::OtherScheme => "An address begins with https:// or http:// and nothing else.",
                AddressFault::Secret => "Take out everything up to the @: addresses are shown and kept, so no name and no password belongs into one. Sign in with them instead.",
                AddressFault::Query => "Take out the ? or # and what follows. A key does not belong into the address; sign in with it instead.",
                AddressFault::Host => "The name of the server is missing or misspelt. It looks like motion.example or 192.0.2.7.",
                AddressFault::Port => "After the colon comes the port, a number from 1 to 65535.",
                AddressFault::Path => "The path after the name of the server has signs that no path has. Copy it again.",
            }
            .to_owned()
        },
        busy: "An import is under way at the present server. Wait until it has ended, then change the server.",
    },
    page: Page {
        title: "Connection",
        server: "Server",
        server_fixed: "The page around this app has set the server.",
        sign_in: "Sign-in",
        who: |who| match who {
            Who::Name(name) => format!("{name}, with a password"),
            Who::ApiKey(_) => "With an API key".to_owned(),
            Who::Token(_) => "With a token".to_owned(),
            Who::Host => "Through the portal".to_owned(),
        },
        sign_in_otherwise: "Sign in another way",
        change_server: "Change server",
        change_hint: "Changing the server signs you out. What you have not sent yet stays for the server it is meant for.",
        same_server: "This is the server you are at.",
        upload_form: "How files are uploaded",
        upload: |form| match form {
            UploadForm::Raw => "As documented",
            UploadForm::Multipart => "As a form (multipart)",
        },
        upload_hint: |form| match form {
            UploadForm::Raw => "The bytes of the file are all that is sent.",
            UploadForm::Multipart => {
                "The file is sent with its name and size, as other programs do it with Motion. Choose it when imports fail the other way."
            }
        },
        kept: "This browser keeps the server’s address, the upload form, the way of signing in, the language and the theme, and the numbers and names of the lists and campaigns that were created here. It keeps no user name, no password, no key and no token: nothing secret is stored.",
        look: "Language and theme",
    },
    check: Check {
        press: "Check the connection",
        checking: "Checking…",
        title: "What the check found",
        address: "The address answers",
        api: "The API is there",
        sign_in: "The sign-in is accepted",
        lists: "Lists can be read",
        good: "Yes",
        bad: "No",
        unknown: "Not known",
        untried: "Not tried",
        asking: "Asking…",
        no_reads: "This server offers no reading of lists. You can still work: enter numbers of lists, campaigns and agents where a screen asks for them.",
        not_told: "Without a list that can be read, the server does not say. The first thing you send will show it.",
    },
    diagnosis: Diagnoses {
        not_accepted: |way| match way {
            Way::Password => {
                "The server does not accept this name and password. Check both; some servers block an account after several wrong attempts."
            }
            Way::ApiKey => {
                "The server does not accept this API key. It may have been replaced: copy the present one from the settings of the user."
            }
            Way::Token => {
                "The server does not accept this token. Tokens end after some hours: get a new one and paste it."
            }
        },
        no_api: |server| {
            format!(
                "There is no Motion API at {server}. Check the address, above all its path: what stands there has to be followed by /api."
            )
        },
        not_json: |server| {
            format!(
                "At {server}, something answers with a page where Motion’s API answers with data: another program, or a proxy that does not pass /api on. Check the address, above all its path."
            )
        },
        policy: |server| {
            format!(
                "This page may not ask {server}: its own security policy (Content-Security-Policy, connect-src) names the servers that it may ask. Whoever runs this page can add the address there."
            )
        },
        mixed: |server| {
            format!(
                "This page is encrypted (https) and {server} is not: a browser refuses that. Use the server’s https address, or open this page by http."
            )
        },
        not_shared: |server| {
            format!(
                "{server} answers, but does not let this page read the answer (CORS). Motion itself lets no page of another address do so: serve this page and the server’s /api from one address, as the README shows."
            )
        },
        cut_off: "The server answers now, but the connection was cut off during the sign-in, or sent on to another address. Try again; if it stays so, a proxy in between wants a sign-in of its own.",
        no_connection: "It may be down, or the network may be cut. Check the address and whether it opens in another tab, then try again.",
        no_secure_connection: "Either nothing answers there, or the browser does not trust the server’s certificate; it does not tell a page which. Open the address in a new tab: a warning about the certificate can be looked at there. Then come back and try again.",
        open: |server| format!("Open {server} in a new tab"),
    },
};
