//! Who is signed in. Secrets live here, in memory, and nowhere else.

use std::fmt;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::request::encode;
use super::token::{Scheme, Token};
use crate::platform::http::base64;

/// A way to prove who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Name and password, as the documented page has it.
    Password,
    /// An API key.
    ApiKey,
    /// A token.
    Token,
}

impl Way {
    /// Every way.
    pub(crate) const ALL: [Self; 3] = [Self::Password, Self::ApiKey, Self::Token];

    /// Its name where it is kept.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::ApiKey => "apikey",
            Self::Token => "token",
        }
    }

    /// The way of this name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.name() == name)
    }
}

/// Who is signed in, as far as it may be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// The account of this name.
    Name(String),
    /// Whoever has an API key.
    ApiKey(Mark),
    /// Whoever has a token.
    Token(Mark),
    /// Whom the host page has named; it tells no name.
    Host,
}

/// Tells two secrets apart without telling either.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark(u64);

impl Mark {
    fn of(secret: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        secret.hash(&mut hasher);
        Self(hasher.finish())
    }
}

impl fmt::Debug for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mark(hidden)")
    }
}

impl Who {
    /// Whether `other` may be the same person who has only renewed the sign-in: tokens end and keys are replaced.
    pub(crate) fn may_be(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Name(one), Self::Name(other)) => one == other,
            (Self::ApiKey(_), Self::ApiKey(_))
            | (Self::Token(_), Self::Token(_))
            | (Self::Host, Self::Host) => true,
            (Self::Name(_) | Self::ApiKey(_) | Self::Token(_) | Self::Host, _) => false,
        }
    }
}

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
    /// A key, sent in the query of every request: servers take it nowhere else.
    ApiKey(String),
    /// A token, sent in a header with every request.
    Token(String),
    /// What the host page's token provider gave.
    Host(Token),
}

impl Credential {
    /// Who it is.
    pub(crate) fn who(&self) -> Who {
        match self {
            Self::Basic { name, .. } => Who::Name(name.clone()),
            Self::ApiKey(key) => Who::ApiKey(Mark::of(key)),
            Self::Token(token) => Who::Token(Mark::of(token)),
            Self::Host(_) => Who::Host,
        }
    }

    /// The way it is.
    pub(crate) fn way(&self) -> Way {
        match self {
            Self::Basic { .. } => Way::Password,
            Self::ApiKey(_) => Way::ApiKey,
            Self::Token(_) => Way::Token,
            Self::Host(token) => token.way(),
        }
    }

    /// The value of the `Authorization` header.
    pub(super) fn authorization(&self) -> Option<String> {
        match self {
            Self::Basic { name, password } => {
                Some(format!("{} {}", Scheme::Basic.name(), base64(&format!("{name}:{password}"))))
            }
            Self::Token(token) => Some(format!("{} {token}", Scheme::Bearer.name())),
            Self::Host(token) => Some(token.authorization()),
            Self::ApiKey(_) => None,
        }
    }

    /// `path` as it is sent. An API key comes in only here, so that no request that is kept or shown has it.
    pub(super) fn signed(&self, path: String) -> String {
        match self {
            Self::ApiKey(key) => with_key(&path, &encode(key)),
            Self::Basic { .. } | Self::Token(_) | Self::Host(_) => path,
        }
    }
}

/// `path` with `key` in its query.
pub(super) fn with_key(path: &str, key: &str) -> String {
    let mark = if path.contains('?') { '&' } else { '?' };
    format!("{path}{mark}apikey={key}")
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credential(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn basic(name: &str) -> Credential {
        Credential::Basic { name: name.into(), password: "s3cret".into() }
    }

    #[test]
    fn nothing_about_a_credential_prints_its_secret() {
        for credential in [
            basic("admin"),
            Credential::ApiKey("s3cret".into()),
            Credential::Token("s3cret".into()),
            Credential::Host(Token::read("Bearer", "s3cret").unwrap()),
        ] {
            let printed = format!("{credential:?} {:?} {:?}", credential.who(), credential.way());
            assert!(!printed.contains("s3cret"), "{printed}");
            // Nor what could be tried against lists of secrets.
            assert!(!printed.chars().any(|c| c.is_ascii_digit()), "{printed}");
        }
    }

    #[test]
    fn a_key_goes_into_the_query_and_the_others_do_not() {
        let key = Credential::ApiKey("a&b=c d".into());
        assert_eq!(key.signed("/api/cm/lists".into()), "/api/cm/lists?apikey=a%26b%3Dc%20d");
        assert_eq!(key.signed("/api/cm/lists?limit=1".into()), "/api/cm/lists?limit=1&apikey=a%26b%3Dc%20d");
        assert_eq!(key.authorization(), None);
        let token = Credential::Token("t".into());
        assert_eq!(token.authorization().as_deref(), Some("Bearer t"));
        for other in [token, basic("admin")] {
            assert_eq!(other.signed("/api/cm/lists".into()), "/api/cm/lists");
        }
    }

    #[test]
    fn the_same_secret_is_the_same_person_and_another_one_may_be() {
        let key = |key: &str| Credential::ApiKey(key.into()).who();
        let token = |token: &str| Credential::Token(token.into()).who();
        assert_eq!(key("a"), key("a"));
        assert_ne!(key("a"), key("b"));
        assert!(key("a").may_be(&key("b")) && token("a").may_be(&token("b")));
        assert!(!key("a").may_be(&token("a")));
        assert!(!basic("admin").who().may_be(&basic("giulia").who()));
        assert!(basic("admin").who().may_be(&basic("admin").who()));
    }

    #[test]
    fn every_way_is_found_by_its_name() {
        for way in Way::ALL {
            assert_eq!(Way::from_name(way.name()), Some(way));
        }
        assert_eq!(Way::from_name("Basic"), None);
    }
}
