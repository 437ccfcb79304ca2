//! Who is signed in. Secrets live here, in memory, and nowhere else.

use std::fmt;

use super::token::{Scheme, Token};
use crate::platform::http::base64;

/// What proves to the server who asks. It is never shown, stored or logged.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Credential {
    /// Name and password, sent with every request as the documented page does (`-u name:password`).
    Basic {
        /// The name.
        name: String,
        /// The password.
        password: String,
    },
    /// What the host page's token provider gave.
    Host(Token),
}

impl Credential {
    /// Who it is, for people; empty where no name is known.
    pub(crate) fn who(&self) -> &str {
        match self {
            Self::Basic { name, .. } => name,
            Self::Host(_) => "",
        }
    }

    /// The value of the `Authorization` header.
    pub(super) fn authorization(&self) -> String {
        match self {
            Self::Basic { name, password } => {
                format!("{} {}", Scheme::Basic.name(), base64(&format!("{name}:{password}")))
            }
            Self::Host(token) => token.authorization(),
        }
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credential(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credential_does_not_print_its_secret() {
        let credential = Credential::Basic { name: "admin".into(), password: "s3cret".into() };
        assert!(!format!("{credential:?}").contains("s3cret"));
        let credential = Credential::Host(Token::read("Bearer", "s3cret").unwrap());
        assert!(!format!("{credential:?}").contains("s3cret"));
    }
}
