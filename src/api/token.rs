//! What a host page's token provider may answer.

use std::fmt;

use super::credential::Way;

/// How a credential is sent in the `Authorization` header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    /// A token.
    Bearer,
    /// The Base64 of `name:password`.
    Basic,
}

impl Scheme {
    const ALL: [Self; 2] = [Self::Bearer, Self::Basic];

    /// Its name on the wire and in the contract with the host page.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Bearer => "Bearer",
            Self::Basic => "Basic",
        }
    }
}

/// A sign-in from the host page. It is never shown, stored or logged.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Token {
    scheme: Scheme,
    value: String,
}

impl Token {
    /// What was answered, where it is of the contract: `Bearer` or `Basic`, and a value that fits into a header.
    pub(crate) fn read(scheme: &str, value: &str) -> Option<Self> {
        let scheme = Scheme::ALL.into_iter().find(|known| known.name() == scheme)?;
        let fits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_graphic());
        fits.then(|| Self { scheme, value: value.to_owned() })
    }

    /// The way of signing in that comes to the same.
    pub(super) fn way(&self) -> Way {
        match self.scheme {
            Scheme::Bearer => Way::Token,
            Scheme::Basic => Way::Password,
        }
    }

    /// The value of the `Authorization` header.
    pub(super) fn authorization(&self) -> String {
        format!("{} {}", self.scheme.name(), self.value)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_sent_as_it_was_given() {
        let sent = |scheme, value| Token::read(scheme, value).map(|token| token.authorization());
        assert_eq!(sent("Bearer", "abc.DEF-1_2~+/=").as_deref(), Some("Bearer abc.DEF-1_2~+/="));
        assert_eq!(sent("Basic", "YWRtaW46cGFzc3dvcmQ=").as_deref(), Some("Basic YWRtaW46cGFzc3dvcmQ="));
    }

    #[test]
    fn what_is_not_of_the_contract_is_no_token() {
        for (scheme, value) in [
            ("bearer", "x"),
            ("Digest", "x"),
            ("", "x"),
            ("Bearer", ""),
            ("Bearer", "a b"),
            ("Bearer", "a\nb"),
            ("Bearer", "é"),
        ] {
            assert_eq!(Token::read(scheme, value), None, "{scheme} {value}");
        }
    }

    #[test]
    fn a_token_does_not_print_its_secret() {
        assert!(!format!("{:?}", Token::read("Bearer", "s3cret")).contains("s3cret"));
    }
}
