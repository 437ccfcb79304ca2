//! What can go wrong with a call, as far as a person can act on it.

use serde_json::Value;

/// Most characters of a server's own words that are kept.
const WORDS_MAX: usize = 300;

/// Why a call did not end well. Made once, at the border; screens turn it into words in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ApiError {
    /// No answer: server down, network, certificate or CORS. For a call that changes something the outcome is unknown.
    Unreachable,
    /// The admin stopped it.
    Stopped,
    /// Nobody is signed in, or the server does not accept the sign-in (401).
    SignedOut,
    /// Signed in, but not allowed (403).
    Forbidden,
    /// What was asked for is not there (404), or this server does not offer it.
    NotFound,
    /// The server does not offer this (405).
    NotOffered,
    /// The server found fault with what was sent (400, 409, 413, 422, or a 500 that names fields).
    Refused(Refused),
    /// The server asks to wait (429).
    Busy,
    /// The server failed (other 5xx, or a status that means nothing here).
    Failed {
        /// The HTTP status.
        status: u16,
        /// The server's own words, where they were for people and not a page of HTML.
        words: Option<String>,
    },
    /// A success whose content is not what it should be.
    Unreadable,
}

/// What the server found fault with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    /// The HTTP status.
    pub(crate) status: u16,
    /// One line for each fault: the field, where named, and the server's words.
    pub(crate) faults: Vec<(Option<String>, String)>,
}

impl ApiError {
    /// Whether a call that was to change something may have done so all the same.
    pub(crate) fn leaves_outcome_open(&self) -> bool {
        match self {
            Self::Unreachable | Self::Stopped | Self::Failed { .. } | Self::Unreadable => true,
            Self::SignedOut
            | Self::Forbidden
            | Self::NotFound
            | Self::NotOffered
            | Self::Refused(_)
            | Self::Busy => false,
        }
    }

    /// Whether a server that answers a reading so does not let this be read at all.
    pub(crate) fn hides(&self) -> bool {
        match self {
            Self::Forbidden | Self::NotFound | Self::NotOffered => true,
            Self::Unreachable
            | Self::Stopped
            | Self::SignedOut
            | Self::Refused(_)
            | Self::Busy
            | Self::Failed { .. }
            | Self::Unreadable => false,
        }
    }

    /// Reads a status that is no success, with whatever body came along.
    pub(super) fn from_answer(status: u16, body: &str) -> Self {
        let json = serde_json::from_str::<Value>(body).ok();
        let faults = json.as_ref().map(faults).unwrap_or_default();
        match status {
            401 => Self::SignedOut,
            403 => Self::Forbidden,
            404 => Self::NotFound,
            405 => Self::NotOffered,
            429 => Self::Busy,
            400 | 409 | 413 | 422 => {
                let faults = if faults.is_empty() {
                    plain_words(body).into_iter().map(|words| (None, words)).collect()
                } else {
                    faults
                };
                Self::Refused(Refused { status, faults })
            }
            // Sequelize's validation errors also come as 500; they name the field.
            500 if faults.iter().any(|(path, _)| path.is_some()) => Self::Refused(Refused { status, faults }),
            _ => {
                let words = faults.into_iter().map(|(_, words)| words).next().or_else(|| plain_words(body));
                Self::Failed { status, words }
            }
        }
    }
}

/// `{errors:[{message,path}]}`, `{message}`, `{error:{message}}`, `{error:"…"}` or a bare string.
fn faults(json: &Value) -> Vec<(Option<String>, String)> {
    if let Some(errors) = json.get("errors").and_then(Value::as_array) {
        let named: Vec<_> = errors
            .iter()
            .filter_map(|error| {
                let path = error.get("path").and_then(Value::as_str).map(str::to_owned);
                Some((path, shortened(error.get("message")?.as_str()?)))
            })
            .collect();
        if !named.is_empty() {
            return named;
        }
    }
    let message = json
        .get("message")
        .or_else(|| json.get("error")?.get("message"))
        .or_else(|| json.get("error"))
        .unwrap_or(json);
    message.as_str().map(|words| (None, shortened(words))).into_iter().collect()
}

/// A body that is a sentence: not HTML, not JSON, not empty.
fn plain_words(body: &str) -> Option<String> {
    let body = body.trim();
    let markup = body.starts_with(['<', '{', '[']) || body.contains("</");
    (!body.is_empty() && !markup).then(|| shortened(body))
}

fn shortened(words: &str) -> String {
    words.trim().chars().take(WORDS_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(status: u16, faults: &[(Option<&str>, &str)]) -> ApiError {
        let faults = faults.iter().map(|(path, words)| (path.map(str::to_owned), (*words).to_owned()));
        ApiError::Refused(Refused { status, faults: faults.collect() })
    }

    #[test]
    fn sequelize_faults_keep_their_fields_under_422_and_500() {
        let body = r#"{"name":"SequelizeValidationError","message":"Validation error",
            "errors":[{"message":"name cannot be null","type":"notNull Violation","path":"name","value":null}]}"#;
        for status in [422, 500] {
            assert_eq!(
                ApiError::from_answer(status, body),
                refused(status, &[(Some("name"), "name cannot be null")])
            );
        }
    }

    #[test]
    fn other_shapes_of_words_are_found() {
        for body in [
            r#"{"message":"taken"}"#,
            r#"{"error":{"message":"taken"}}"#,
            r#"{"error":"taken"}"#,
            "taken",
            "\"taken\"",
        ] {
            assert_eq!(ApiError::from_answer(409, body), refused(409, &[(None, "taken")]), "{body}");
        }
    }

    #[test]
    fn a_page_of_html_is_never_quoted() {
        let page = "<html><body><h1>502 Bad Gateway</h1></body></html>";
        assert_eq!(ApiError::from_answer(502, page), ApiError::Failed { status: 502, words: None });
        assert_eq!(ApiError::from_answer(500, ""), ApiError::Failed { status: 500, words: None });
        let told = ApiError::Failed { status: 500, words: Some("disk full".into()) };
        assert_eq!(ApiError::from_answer(500, r#"{"message":"disk full"}"#), told);
    }

    #[test]
    fn the_status_alone_decides_where_the_body_says_nothing() {
        for (status, expected) in [
            (401, ApiError::SignedOut),
            (403, ApiError::Forbidden),
            (404, ApiError::NotFound),
            (405, ApiError::NotOffered),
            (429, ApiError::Busy),
        ] {
            assert_eq!(ApiError::from_answer(status, "Forbidden"), expected);
        }
    }
}
