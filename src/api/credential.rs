//! Who is signed in. Secrets live here, in memory, and nowhere else.

use std::fmt;

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
}

impl Credential {
    /// Who it is, for people.
    pub(crate) fn who(&self) -> &str {
        match self {
            Self::Basic { name, .. } => name,
        }
    }

    /// The value of the `Authorization` header.
    pub(super) fn authorization(&self) -> String {
        match self {
            Self::Basic { name, password } => format!("Basic {}", base64(&format!("{name}:{password}"))),
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
    }
}
