//! A host page that provides the sign-in.

use crate::api::{Credential, Token};
use crate::platform::host::Asked;

/// How things stand with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Provider {
    /// The host page provides none: people sign in here.
    Absent,
    /// It is not asked, because whoever was signed in has signed out.
    SignedOut,
    /// It is being asked.
    Asked,
    /// It has given a sign-in that nobody has refused so far.
    Given,
    /// No sign-in came of asking.
    Failed(NoSignIn),
}

/// Why the host page gave no sign-in that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoSignIn {
    /// It threw, or rejected.
    Failed,
    /// It did not answer in time.
    Silent,
    /// It answered with something else.
    Nonsense,
    /// It gave one that the server has refused before; it was not sent again.
    Same,
    /// The server does not accept the fresh one either.
    Refused,
}

/// What an answer is worth, after the server has refused these.
pub(super) fn judge(answer: Asked, refused: &[Credential]) -> Result<Credential, NoSignIn> {
    match answer {
        Asked::Answer(scheme, value) => {
            let token = Token::read(&scheme, &value).ok_or(NoSignIn::Nonsense)?;
            let credential = Credential::Host(token);
            if refused.contains(&credential) { Err(NoSignIn::Same) } else { Ok(credential) }
        }
        Asked::Nonsense => Err(NoSignIn::Nonsense),
        Asked::Silence => Err(NoSignIn::Silent),
        Asked::Failure => Err(NoSignIn::Failed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bearer(value: &str) -> Credential {
        Credential::Host(Token::read("Bearer", value).unwrap())
    }

    fn answer(scheme: &str, value: &str) -> Asked {
        Asked::Answer(scheme.to_owned(), value.to_owned())
    }

    #[test]
    fn a_fresh_sign_in_is_taken_and_a_refused_one_is_not() {
        let refused = [bearer("one"), bearer("two")];
        assert_eq!(judge(answer("Bearer", "three"), &refused), Ok(bearer("three")));
        assert_eq!(judge(answer("Bearer", "one"), &refused), Err(NoSignIn::Same));
        // Another scheme is another sign-in.
        assert!(judge(answer("Basic", "one"), &refused).is_ok());
    }

    #[test]
    fn what_the_host_page_gives_is_never_written_out() {
        assert!(!format!("{:?}", answer("Bearer", "sesame")).contains("sesame"));
    }

    #[test]
    fn everything_else_is_told_apart() {
        assert_eq!(judge(answer("Digest", "x"), &[]), Err(NoSignIn::Nonsense));
        assert_eq!(judge(Asked::Nonsense, &[]), Err(NoSignIn::Nonsense));
        assert_eq!(judge(Asked::Silence, &[]), Err(NoSignIn::Silent));
        assert_eq!(judge(Asked::Failure, &[]), Err(NoSignIn::Failed));
    }
}
