//! The answers that faults give in place of the real one, and the shapes they bend it into.

use axum::body::Bytes;
use axum::http::response::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};
use serde_json::{Value, json};

use crate::answer::{self, Violation};
use crate::page::{content_range, pairs};

/// What a proxy in front of the server says when the server is gone.
const PROXY_PAGE: &str = "<html>\r\n<head><title>500 Internal Server Error</title></head>\r\n<body>\r\n\
    <center><h1>500 Internal Server Error</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";

pub(crate) fn unauthorized() -> Response {
    answer::unauthorized("the token has expired")
}

pub(crate) fn forbidden() -> Response {
    // As the scaffold that the real server resembles does it: plain text.
    (StatusCode::FORBIDDEN, "Forbidden").into_response()
}

pub(crate) fn conflict() -> Response {
    let body = json!({
        "name": "SequelizeUniqueConstraintError",
        "message": "Validation error",
        "errors": [{
            "message": "name must be unique", "type": "unique violation", "path": "name", "value": "taken",
        }],
        "fields": {"name": "taken"},
    });
    answer::json(StatusCode::CONFLICT, &body)
}

pub(crate) fn invalid() -> Response {
    let violation = Violation::new("name", "name is not acceptable", Value::Null);
    answer::json(StatusCode::UNPROCESSABLE_ENTITY, &answer::validation_error(&[violation]))
}

pub(crate) fn too_many() -> Response {
    let mut response = answer::json(StatusCode::TOO_MANY_REQUESTS, &json!({"message": "too many requests"}));
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
    response
}

pub(crate) fn failed() -> Response {
    answer::json(StatusCode::INTERNAL_SERVER_ERROR, &json!({"message": "something went wrong"}))
}

pub(crate) fn failed_in_html() -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, Html(PROXY_PAGE)).into_response()
}

pub(crate) fn hollow() -> Response {
    answer::json(StatusCode::OK, &json!({}))
}

/// The rows alone, with their number in a header. Any other answer stays as it is.
pub(crate) fn bare(parts: Parts, bytes: Bytes, query: &str) -> Response {
    let Ok(Value::Object(mut body)) = serde_json::from_slice(&bytes) else {
        return Response::from_parts(parts, bytes.into());
    };
    let (Some(count), Some(Value::Array(rows))) =
        (body.get("count").and_then(Value::as_u64), body.remove("rows"))
    else {
        return Response::from_parts(parts, bytes.into());
    };
    let offset = pairs(query)
        .into_iter()
        .flatten()
        .find_map(|(key, value)| if key == "offset" { value.parse().ok() } else { None })
        .unwrap_or(0);
    let range = content_range(offset, rows.len(), count);
    let mut response = answer::json(parts.status, &Value::Array(rows));
    if let Ok(range) = HeaderValue::from_str(&range) {
        response.headers_mut().insert(header::CONTENT_RANGE, range);
    }
    response
}

/// The same answer with numbers as strings and booleans as numbers.
pub(crate) fn loose(mut parts: Parts, bytes: Bytes) -> Response {
    match serde_json::from_slice::<Value>(&bytes) {
        Ok(body) => {
            parts.headers.remove(header::CONTENT_LENGTH);
            Response::from_parts(parts, loosen(body).to_string().into())
        }
        Err(_) => Response::from_parts(parts, bytes.into()),
    }
}

fn loosen(value: Value) -> Value {
    match value {
        Value::Number(number) => number.to_string().into(),
        Value::Bool(is_set) => u8::from(is_set).into(),
        Value::Array(values) => values.into_iter().map(loosen).collect(),
        Value::Object(object) => object.into_iter().map(|(key, value)| (key, loosen(value))).collect(),
        Value::Null | Value::String(_) => value,
    }
}
