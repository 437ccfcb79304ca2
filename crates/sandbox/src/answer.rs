//! What the server answers: JSON, and refusals shaped like those of the Sequelize library.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// Why a request is refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    #[error("the body is not valid JSON: {0}")]
    Malformed(String),
    #[error("the name or the password is wrong")]
    WrongSignIn,
    #[error("sign in first")]
    Unauthorized,
    #[error("{what} {id} does not exist")]
    NotFound { what: &'static str, id: String },
    #[error("there is no uploaded file waiting under the name {0:?}")]
    NothingUploaded(String),
    #[error("the body is larger than {} bytes", crate::UPLOAD_LIMIT)]
    TooLarge,
    #[error("the body must be sent as application/json, not as {0:?}")]
    NotJson(String),
    #[error("the body could not be read: {0}")]
    Unreadable(String),
    #[error("validation failed")]
    Invalid(Vec<Violation>),
    #[error("the database failed: {0}")]
    Database(#[from] rusqlite::Error),
    #[error("a stored value is not JSON: {0}")]
    Stored(#[from] serde_json::Error),
}

impl Refusal {
    /// A refusal because of a single value.
    pub(crate) fn because(violation: Violation) -> Self {
        Self::Invalid(vec![violation])
    }
}

/// What kind of rule a value breaks, in Sequelize's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    NotNull,
    Text,
    Validation,
}

impl Rule {
    fn name(self) -> &'static str {
        match self {
            Self::NotNull => "notNull Violation",
            Self::Text => "string violation",
            Self::Validation => "Validation error",
        }
    }
}

/// One value that breaks a rule.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Violation {
    pub(crate) rule: Rule,
    pub(crate) path: String,
    pub(crate) message: String,
    /// Boxed, since a violation is the error of many functions that hardly ever fail.
    pub(crate) value: Box<Value>,
}

impl Violation {
    /// A value that breaks a rule of its own.
    pub(crate) fn new(path: &str, message: impl Into<String>, value: Value) -> Self {
        Self { rule: Rule::Validation, path: path.to_owned(), message: message.into(), value: value.into() }
    }

    /// A value of the wrong JSON type.
    pub(crate) fn mistyped(path: &str, wanted: &str, value: Value) -> Self {
        Self {
            rule: Rule::Text,
            path: path.to_owned(),
            message: format!("{path} must be {wanted}"),
            value: value.into(),
        }
    }

    /// A value that is missing, or null where null is not allowed.
    pub(crate) fn missing(path: &str) -> Self {
        Self {
            rule: Rule::NotNull,
            path: path.to_owned(),
            message: format!("{path} cannot be null"),
            value: Value::Null.into(),
        }
    }

    /// The same violation in a body with several contacts, the first of which is number one.
    pub(crate) fn of_contact(mut self, number: usize) -> Self {
        self.message = format!("contact {number}: {}", self.message);
        self
    }

    fn to_json(&self) -> Value {
        json!({"message": self.message, "type": self.rule.name(), "path": self.path, "value": self.value})
    }
}

/// The body of a refusal as Sequelize serialises it.
pub(crate) fn validation_error(violations: &[Violation]) -> Value {
    let message: Vec<String> =
        violations.iter().map(|v| format!("{}: {}", v.rule.name(), v.message)).collect();
    json!({
        "name": "SequelizeValidationError",
        "message": message.join(",\n"),
        "errors": violations.iter().map(Violation::to_json).collect::<Vec<_>>(),
    })
}

/// A JSON answer.
pub(crate) fn json(status: StatusCode, body: &Value) -> Response {
    let headers = [(header::CONTENT_TYPE, HeaderValue::from_static("application/json; charset=utf-8"))];
    (status, headers, body.to_string()).into_response()
}

/// A 401 that names the ways to sign in.
pub(crate) fn unauthorized(message: &str) -> Response {
    let mut response = json(StatusCode::UNAUTHORIZED, &json!({"message": message}));
    response
        .headers_mut()
        .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Basic realm=\"Motion\""));
    response
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let message = json!({"message": self.to_string()});
        match self {
            Self::Unauthorized => unauthorized(&Self::Unauthorized.to_string()),
            // A wrong password at the login form is not a challenge: the browser must not open its own prompt.
            Self::WrongSignIn => json(StatusCode::UNAUTHORIZED, &message),
            Self::Malformed(_) | Self::Unreadable(_) => json(StatusCode::BAD_REQUEST, &message),
            Self::NotFound { .. } | Self::NothingUploaded(_) => json(StatusCode::NOT_FOUND, &message),
            Self::TooLarge => json(StatusCode::PAYLOAD_TOO_LARGE, &message),
            Self::NotJson(_) => json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &message),
            Self::Invalid(violations) => {
                json(StatusCode::UNPROCESSABLE_ENTITY, &validation_error(&violations))
            }
            Self::Database(error) => json(
                StatusCode::INTERNAL_SERVER_ERROR,
                &json!({"name": "SequelizeDatabaseError", "message": error.to_string()}),
            ),
            Self::Stored(_) => json(StatusCode::INTERNAL_SERVER_ERROR, &message),
        }
    }
}
