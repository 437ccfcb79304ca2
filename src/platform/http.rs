//! One request, one answer. What they mean is the business of `api`.

use gloo_net::http::{Method, RequestBuilder};
use wasm_bindgen::JsValue;

use super::file::Bytes;
use super::task::Abort;

/// What travels in a request.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    /// Nothing.
    Empty,
    /// Text of this content type.
    Text(&'static str, String),
    /// Bytes of this content type.
    Bytes(&'static str, Bytes),
}

/// What came back, whatever its status.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// The HTTP status.
    pub(crate) status: u16,
    /// The body as text; `None` where the connection broke before its end.
    pub(crate) body: Option<String>,
    /// The `Content-Range` header, where the server sends and shows one.
    pub(crate) content_range: Option<String>,
}

/// Why nothing came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoAnswer {
    /// It was aborted here.
    Aborted,
    /// Network, certificate, CORS or policy: a browser does not tell them apart.
    Unreachable,
}

/// Sends one request. Cookies and the browser's own sign-in are left out of it.
pub(crate) async fn send(
    method: Method,
    url: &str,
    headers: &[(&str, &str)],
    content: Content,
    abort: Option<&Abort>,
) -> Result<Answer, NoAnswer> {
    let mut builder = RequestBuilder::new(url)
        .method(method)
        .credentials(web_sys::RequestCredentials::Omit)
        .abort_signal(abort.map(Abort::signal).as_ref());
    for (name, value) in headers {
        builder = builder.header(name, value);
    }
    let request = match content {
        Content::Empty => builder.build(),
        Content::Text(kind, text) => builder.header("Content-Type", kind).body(text),
        Content::Bytes(kind, bytes) => {
            builder.header("Content-Type", kind).body(AsRef::<JsValue>::as_ref(bytes.blob()).clone())
        }
    };
    let answer = request.map_err(no_answer)?.send().await.map_err(no_answer)?;
    Ok(Answer {
        status: answer.status(),
        content_range: answer.headers().get("Content-Range"),
        body: answer.text().await.ok(),
    })
}

fn no_answer(error: gloo_net::Error) -> NoAnswer {
    match error {
        gloo_net::Error::JsError(error) if error.name == "AbortError" => NoAnswer::Aborted,
        gloo_net::Error::JsError(_) | gloo_net::Error::SerdeError(_) | gloo_net::Error::GlooError(_) => {
            NoAnswer::Unreachable
        }
    }
}

/// The Base64 of the UTF-8 of `text`.
pub(crate) fn base64(text: &str) -> String {
    // `btoa` takes one character a byte.
    let bytes: String = text.bytes().map(char::from).collect();
    web_sys::window().and_then(|window| window.btoa(&bytes).ok()).unwrap_or_default()
}
