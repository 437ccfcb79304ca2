//! Reading JSON bodies strictly: a key that is not known, or a value of another type, is refused.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::header;
use axum::http::request::Parts;
use serde_json::{Map, Value};

use crate::answer::{Refusal, Violation};

/// The longest text of an ordinary column, in characters.
pub(crate) const TEXT_LIMIT: usize = 255;

/// A JSON body that was sent as one.
pub(crate) struct JsonBody(pub(crate) Value);

/// A body that is read as JSON whatever it was sent as: two of the documented commands leave the header out, so
/// that curl sends them as a form.
pub(crate) struct UnlabelledJson(pub(crate) Value);

impl<S: Send + Sync> FromRequest<S> for JsonBody {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let label = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_owned();
        let essence = label.split(';').next().unwrap_or_default().trim();
        if !essence.eq_ignore_ascii_case("application/json") {
            return Err(Refusal::NotJson(label));
        }
        let UnlabelledJson(value) = UnlabelledJson::from_request(request, state).await?;
        Ok(Self(value))
    }
}

impl<S: Send + Sync> FromRequest<S> for UnlabelledJson {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|rejection| Refusal::Unreadable(rejection.to_string()))?;
        serde_json::from_slice(&bytes).map(Self).map_err(|error| Refusal::Malformed(error.to_string()))
    }
}

/// The id in a path. Anything that is not a number names nothing that exists.
pub(crate) struct PathId(pub(crate) i64);

impl<S: Send + Sync> FromRequestParts<S> for PathId {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let Path(text) = Path::<String>::from_request_parts(parts, state)
            .await
            .map_err(|rejection| Refusal::Unreadable(rejection.to_string()))?;
        match text.parse() {
            Ok(id) => Ok(Self(id)),
            Err(_) => Err(Refusal::NotFound { what: "id", id: text }),
        }
    }
}

/// The keys of a JSON object, taken one by one; what is left at the end was not expected.
pub(crate) struct Keys {
    left: Map<String, Value>,
    violations: Vec<Violation>,
}

impl Keys {
    /// The keys of `value`, which must be an object.
    pub(crate) fn of_object(value: Value) -> Result<Self, Refusal> {
        if let Value::Object(left) = value {
            Ok(Self { left, violations: Vec::new() })
        } else {
            Err(Refusal::because(Violation::mistyped("body", "an object", value)))
        }
    }

    /// Takes a key.
    pub(crate) fn take(&mut self, key: &str) -> Option<Value> {
        self.left.shift_remove(key)
    }

    /// Notes a violation; the request is refused at the end with all of them.
    pub(crate) fn refuse(&mut self, violation: Violation) {
        self.violations.push(violation);
    }

    /// Whether a violation of a key is noted already.
    pub(crate) fn has_violation(&self, key: &str) -> bool {
        self.violations.iter().any(|violation| violation.path == key)
    }

    /// Takes text that must be there and not be empty.
    pub(crate) fn required_text(&mut self, key: &str) -> Option<String> {
        match self.take(key) {
            None | Some(Value::Null) => {
                self.refuse(Violation::missing(key));
                None
            }
            Some(value) => match check_text(key, value).and_then(|text| refuse_empty(key, text)) {
                Ok(text) => Some(text),
                Err(violation) => {
                    self.refuse(violation);
                    None
                }
            },
        }
    }

    /// Takes text that may be missing, but if given must be neither null nor empty.
    pub(crate) fn text_if_given(&mut self, key: &str) -> Option<String> {
        if self.left.contains_key(key) { self.required_text(key) } else { None }
    }

    /// Takes text that may be missing or null.
    pub(crate) fn optional_text(&mut self, key: &str) -> Option<Value> {
        let value = self.take(key)?;
        if value.is_null() {
            return Some(value);
        }
        match check_text(key, value) {
            Ok(text) => Some(text.into()),
            Err(violation) => {
                self.refuse(violation);
                None
            }
        }
    }

    /// Takes an id that must be there.
    pub(crate) fn required_id(&mut self, key: &str) -> Option<i64> {
        let value = self.take(key).unwrap_or_default();
        let id = as_id(&value);
        if value.is_null() {
            self.refuse(Violation::missing(key));
        } else if id.is_none() {
            self.refuse(Violation::mistyped(key, "a positive whole number", value));
        }
        id
    }

    /// Takes an id that must be there and be the one of the path.
    pub(crate) fn same_id(&mut self, key: &str, path: i64) {
        if let Some(id) = self.required_id(key)
            && id != path
        {
            self.refuse(Violation::new(key, format!("{key} must be the {path} of the path"), id.into()));
        }
    }

    /// Takes an id that may be missing, but may not be another than the one of the path.
    pub(crate) fn same_id_if_given(&mut self, key: &str, path: i64) {
        if self.left.contains_key(key) {
            self.same_id(key, path);
        }
    }

    /// The keys not taken, for a body that may have any.
    pub(crate) fn rest(self) -> Result<Map<String, Value>, Refusal> {
        if self.violations.is_empty() { Ok(self.left) } else { Err(Refusal::Invalid(self.violations)) }
    }

    /// Ends the reading: refuses the keys not taken, and everything noted before.
    pub(crate) fn finish(mut self) -> Result<(), Refusal> {
        for (key, value) in std::mem::take(&mut self.left) {
            self.violations.push(Violation::new(&key, format!("{key} is not a known key"), value));
        }
        self.rest().map(|_| ())
    }
}

/// A positive whole number, written without a point.
pub(crate) fn as_id(value: &Value) -> Option<i64> {
    value.as_i64().filter(|id| *id > 0)
}

/// Text of an ordinary column.
pub(crate) fn check_text(path: &str, value: Value) -> Result<String, Violation> {
    let Value::String(text) = value else {
        return Err(Violation::mistyped(path, "a string", value));
    };
    if text.chars().count() > TEXT_LIMIT {
        let message = format!("{path} must not be longer than {TEXT_LIMIT} characters");
        return Err(Violation::new(path, message, text.into()));
    }
    Ok(text)
}

fn refuse_empty(path: &str, text: String) -> Result<String, Violation> {
    if text.is_empty() {
        Err(Violation::new(path, format!("{path} cannot be empty"), text.into()))
    } else {
        Ok(text)
    }
}
