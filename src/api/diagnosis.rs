//! What is wrong with a connection, as far as a browser can know.
//!
//! A browser tells a page little about a call without an answer. What can be found out besides: whether anything
//! answers at all, whether this page's own policy refuses, and what the server says to somebody who is not signed in.
//! None of these questions carries a credential.

use serde_json::json;

use super::client::send;
use super::error::ApiError;
use super::lists::List;
use super::request::Request;
use super::rows::Listed as _;
use super::server::Server;
use crate::platform::http::{self, Reached};
use crate::platform::page;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Diagnosis {
    /// The server does not accept the sign-in (401).
    NotAccepted,
    /// Signed in, but not allowed (403).
    NotAllowed,
    /// There is no API at this address: the path is wrong.
    NoApi,
    /// A page, or anything else, where the API's JSON belongs.
    NotJson,
    /// This page's own policy lets it ask no such address.
    Policy,
    /// The page is encrypted and the server is not: a browser refuses that.
    Mixed,
    /// The server answers, but does not let a page of another origin read it.
    NotShared,
    /// The server answers now, but this call was cut off or sent elsewhere.
    CutOff,
    /// Nothing answers.
    NoConnection,
    /// Nothing answers, or with a certificate that the browser does not trust.
    NoSecureConnection,
    /// What the server itself says.
    Server(ApiError),
}

/// What stands between this page and a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Between {
    Nothing,
    Mixed,
    Policy,
    /// Nobody answers.
    Silence,
}

/// What `error` comes from, with what is `between` a page of `origin` and `server`.
fn judge(server: &Server, origin: &str, error: ApiError, between: Between) -> Diagnosis {
    match error {
        ApiError::SignedOut => Diagnosis::NotAccepted,
        ApiError::Forbidden => Diagnosis::NotAllowed,
        ApiError::NotFound | ApiError::NotOffered => Diagnosis::NoApi,
        ApiError::Unreadable => Diagnosis::NotJson,
        ApiError::Stopped | ApiError::Busy | ApiError::Refused(_) | ApiError::Failed { .. } => {
            Diagnosis::Server(error)
        }
        ApiError::Unreachable => match between {
            Between::Mixed => Diagnosis::Mixed,
            Between::Policy => Diagnosis::Policy,
            Between::Nothing if server.is_own() => Diagnosis::CutOff,
            Between::Nothing => Diagnosis::NotShared,
            // The certificate of this page's own origin is trusted: the page has come.
            Between::Silence if !server.is_own() && server.is_encrypted(origin) => {
                Diagnosis::NoSecureConnection
            }
            Between::Silence => Diagnosis::NoConnection,
        },
    }
}

impl Server {
    /// What is behind a call to this server that ended with `error`.
    pub(crate) async fn diagnose(&self, error: ApiError) -> Diagnosis {
        let between = if error == ApiError::Unreachable { self.between().await } else { Between::Nothing };
        judge(self, &page::origin(), error, between)
    }

    /// Whether anything answers there.
    pub(crate) async fn reach(&self) -> Result<(), Diagnosis> {
        match self.between().await {
            Between::Nothing => Ok(()),
            between @ (Between::Mixed | Between::Policy | Between::Silence) => {
                Err(judge(self, &page::origin(), ApiError::Unreachable, between))
            }
        }
    }

    /// Whether the API is there, asked by nobody in particular: its refusal is a good answer.
    pub(crate) async fn find_api(&self) -> Result<(), Diagnosis> {
        match send(self, None, List::all().page(1, 0), None).await {
            // A server that offers no reads has its calls all the same.
            Err(error @ (ApiError::NotFound | ApiError::NotOffered)) => {
                if self.has_sign_in().await {
                    Ok(())
                } else {
                    Err(self.diagnose(error).await)
                }
            }
            Err(error @ (ApiError::Unreachable | ApiError::Unreadable | ApiError::Failed { .. })) => {
                Err(self.diagnose(error).await)
            }
            Ok(_)
            | Err(
                ApiError::SignedOut
                | ApiError::Forbidden
                | ApiError::Busy
                | ApiError::Refused(_)
                | ApiError::Stopped,
            ) => Ok(()),
        }
    }

    /// Whether the call is there that hands out tokens. Without a name in it, it tries nobody's password.
    pub(super) async fn has_sign_in(&self) -> bool {
        match send(self, None, Request::post("/api/auth/local", &json!({})), None).await {
            Err(ApiError::NotFound | ApiError::NotOffered | ApiError::Unreachable | ApiError::Unreadable) => {
                false
            }
            Ok(_)
            | Err(
                ApiError::SignedOut
                | ApiError::Forbidden
                | ApiError::Busy
                | ApiError::Refused(_)
                | ApiError::Failed { .. }
                | ApiError::Stopped,
            ) => true,
        }
    }

    async fn between(&self) -> Between {
        if self.is_mixed(&page::origin()) {
            return Between::Mixed;
        }
        match http::reach(&format!("{}/api/", self.address())).await {
            Reached::Answer => Between::Nothing,
            Reached::Policy => Between::Policy,
            Reached::Nothing => Between::Silence,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://dialdesk.example";

    fn of(address: &str, error: ApiError, between: Between) -> Diagnosis {
        judge(&Server::parse(address).unwrap(), PAGE, error, between)
    }

    #[test]
    fn an_answer_speaks_for_itself() {
        let failed = ApiError::Failed { status: 500, words: None };
        for (error, diagnosis) in [
            (ApiError::SignedOut, Diagnosis::NotAccepted),
            (ApiError::Forbidden, Diagnosis::NotAllowed),
            (ApiError::NotFound, Diagnosis::NoApi),
            (ApiError::NotOffered, Diagnosis::NoApi),
            (ApiError::Unreadable, Diagnosis::NotJson),
            (ApiError::Busy, Diagnosis::Server(ApiError::Busy)),
            (failed.clone(), Diagnosis::Server(failed)),
        ] {
            assert_eq!(of("https://motion.example", error.clone(), Between::Nothing), diagnosis, "{error:?}");
        }
    }

    #[test]
    fn silence_is_told_apart_by_what_else_is_known() {
        let silent = |address, between| of(address, ApiError::Unreachable, between);
        let other = "https://motion.example";
        assert_eq!(silent(other, Between::Policy), Diagnosis::Policy);
        assert_eq!(silent(other, Between::Nothing), Diagnosis::NotShared);
        assert_eq!(silent(other, Between::Silence), Diagnosis::NoSecureConnection);
        assert_eq!(silent("http://motion.example", Between::Mixed), Diagnosis::Mixed);
        assert_eq!(silent("http://127.0.0.1:9", Between::Silence), Diagnosis::NoConnection);
    }

    #[test]
    fn the_origin_of_this_page_shares_everything_and_its_certificate_is_trusted() {
        let silent = |between| of("", ApiError::Unreachable, between);
        assert_eq!(silent(Between::Nothing), Diagnosis::CutOff);
        assert_eq!(silent(Between::Silence), Diagnosis::NoConnection);
    }
}
