//! A request as a value, so that what is sent can be shown and tested without sending it.

use std::fmt::Write as _;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::credential::{Way, with_key};
use crate::platform::file::Bytes;
use crate::platform::http::{CSV, Form};

/// What a request does to the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    /// Reads.
    Get,
    /// Creates or acts.
    Post,
    /// Changes.
    Put,
    /// Takes away.
    Delete,
}

impl Method {
    /// Its name on the wire.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// What a request carries.
#[derive(Clone, Debug)]
pub(crate) enum Body {
    /// Nothing.
    Empty,
    /// JSON, keys in the order of the documented page.
    Json(Json),
    /// A file as it is.
    File(Bytes),
    /// A file among the parts of a form.
    Form(Form),
}

/// A JSON body: as it travels, and as people read it.
#[derive(Clone, Debug)]
pub(crate) struct Json {
    pub(super) sent: String,
    shown: String,
}

/// The content type of a JSON body.
pub(crate) const JSON: &str = "application/json";
/// The content type under which the documented page uploads a CSV file.
pub(super) const RAW_UPLOAD: &str = "application/x-www-form-urlencoded";

/// The content type of a form with a file; a browser adds what divides the parts.
pub(super) const FORM: &str = "multipart/form-data";
/// What a form takes for an answer.
pub(super) const ANY: &str = "*/*";

/// Everything but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// `text` as one segment of a path or one value of a query.
pub(super) fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// A request to the server, without its address and without credentials.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(super) method: Method,
    /// Path and query, beginning with `/api/`.
    pub(super) path: String,
    pub(super) body: Body,
}

impl Request {
    pub(super) fn get(path: impl Into<String>) -> Self {
        Self { method: Method::Get, path: path.into(), body: Body::Empty }
    }

    pub(super) fn post(path: impl Into<String>, body: &impl Serialize) -> Self {
        Self::with_json(Method::Post, path.into(), body)
    }

    pub(super) fn put(path: impl Into<String>, body: &impl Serialize) -> Self {
        Self::with_json(Method::Put, path.into(), body)
    }

    pub(super) fn delete(path: impl Into<String>) -> Self {
        Self { method: Method::Delete, path: path.into(), body: Body::Empty }
    }

    fn with_json(method: Method, path: String, body: &impl Serialize) -> Self {
        // Bodies are texts, numbers and switches under text keys, which always become JSON.
        let sent = serde_json::to_string(body).unwrap_or_default();
        let shown = serde_json::to_string_pretty(body).unwrap_or_default();
        Self { method, path, body: Body::Json(Json { sent, shown }) }
    }

    /// Asks for `limit` rows from `offset` on.
    pub(super) fn page(self, limit: u64, offset: u64) -> Self {
        self.with("limit", &limit.to_string()).with("offset", &offset.to_string())
    }

    /// Adds `name=value` to the query.
    pub(super) fn with(mut self, name: &str, value: &str) -> Self {
        let mark = if self.path.contains('?') { '&' } else { '?' };
        // Writing to a `String` cannot fail.
        write!(self.path, "{mark}{name}={}", encode(value)).ok();
        self
    }

    /// Its first line as people write it: `POST /api/cm/lists`.
    pub(crate) fn line(&self) -> String {
        format!("{} {}", self.method.name(), self.path)
    }

    /// Its JSON body, indented.
    pub(crate) fn json(&self) -> Option<&str> {
        match &self.body {
            Body::Json(json) => Some(&json.shown),
            Body::Empty | Body::File(_) | Body::Form(_) => None,
        }
    }
}

/// The commands that do by hand what the app is about to do, for a way of signing in, with the secret left out.
///
/// `file` is the name of the file that an upload would send.
pub(crate) fn curl(address: &str, request: &Request, file: &str, way: Way) -> String {
    let (path, proof) = match way {
        Way::Password => (request.path.clone(), " -u 'name:password'"),
        Way::Token => (request.path.clone(), " -H 'Authorization: Bearer TOKEN'"),
        Way::ApiKey => (with_key(&request.path, "KEY"), ""),
    };
    let url = quote(&format!("{address}{path}"));
    let method = request.method.name();
    let body = match &request.body {
        Body::Empty => String::new(),
        Body::Json(json) => format!(" -H 'Content-Type: {JSON}' -d {}", quote(&json.sent)),
        Body::File(_) => {
            format!(" -H 'Content-Type: {RAW_UPLOAD}' --data-binary {}", quote(&format!("@{file}")))
        }
        Body::Form(form) => curl_form(&form.parts, file),
    };
    format!("curl {url}{body}{proof} -X {method}")
}

/// The parts of a form for curl, which reads a meaning into some signs of a `-F`.
fn curl_form(parts: &[(&str, String)], file: &str) -> String {
    let mut text = String::new();
    for (name, value) in parts {
        let is_plain = value.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let option = if is_plain { "-F" } else { "--form-string" };
        // Writing to a `String` cannot fail.
        write!(text, " {option} {}", quote(&format!("{name}={value}"))).ok();
    }
    let file = file.replace('\\', r"\\").replace('"', r#"\""#);
    write!(text, " -F {}", quote(&format!("file=@\"{file}\";type={CSV}"))).ok();
    text
}

/// `text` as one word of a POSIX shell.
fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_curl_command_survives_the_shell_and_holds_no_secret() {
        let request = Request::post("/api/cm/lists", &json!({"name": "Dell'Orto"}));
        assert_eq!(
            curl("https://motion.example", &request, "x.csv", Way::Password),
            r#"curl 'https://motion.example/api/cm/lists' -H 'Content-Type: application/json' -d '{"name":"Dell'\''Orto"}' -u 'name:password' -X POST"#
        );
    }

    #[test]
    fn a_curl_command_has_the_place_of_the_proof_for_each_way() {
        let request = Request::get("/api/cm/lists").page(1, 0);
        let command = |way| curl("https://motion.example", &request, "", way);
        let url = "https://motion.example/api/cm/lists?limit=1&offset=0";
        assert_eq!(command(Way::Password), format!("curl '{url}' -u 'name:password' -X GET"));
        assert_eq!(command(Way::Token), format!("curl '{url}' -H 'Authorization: Bearer TOKEN' -X GET"));
        assert_eq!(command(Way::ApiKey), format!("curl '{url}&apikey=KEY' -X GET"));
    }

    #[test]
    fn a_form_survives_curl_and_the_shell() {
        let parts = [("flowTotalChunks", "1".to_owned()), ("flowFilename", "@dell'orto;1.csv".to_owned())];
        assert_eq!(
            curl_form(&parts, r#"a "b"\c;1.csv"#),
            r#" -F 'flowTotalChunks=1' --form-string 'flowFilename=@dell'\''orto;1.csv' -F 'file=@"a \"b\"\\c;1.csv";type=text/csv'"#
        );
    }
}
