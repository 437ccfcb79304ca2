//! One request, one answer. What they mean is the business of `api`.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use gloo_net::http::{Method, RequestBuilder};
use leptos::prelude::window_event_listener_untyped;
use wasm_bindgen::JsValue;

use super::clock;
use super::file::Bytes;
use super::task::Abort;

/// The content type of a CSV file.
pub(crate) const CSV: &str = "text/csv";

/// How long a place may take to answer before it counts as silent.
pub(crate) const SILENCE: Duration = Duration::from_secs(10);

/// How long the browser may take to say that a policy has refused a call. It says so in a task of its own.
const POLICY_WORD: Duration = Duration::from_millis(50);

/// What travels in a request.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    /// Nothing.
    Empty,
    /// Text of this content type.
    Text(&'static str, String),
    /// Bytes of this content type.
    Bytes(&'static str, Bytes),
    /// A form with a file.
    Form(Form),
}

/// The parts of a form, the last of which is a file.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    /// Those before the file: name and text.
    pub(crate) parts: Vec<(&'static str, String)>,
    /// The CSV file in the part named `file`.
    pub(crate) file: Bytes,
    /// The name of the file.
    pub(crate) name: String,
}

impl Form {
    /// The form for the browser; none where it has no room for it.
    pub(super) fn data(&self) -> Option<web_sys::FormData> {
        let data = web_sys::FormData::new().ok()?;
        for (name, text) in &self.parts {
            data.append_with_str(name, text).ok()?;
        }
        // By its name a browser takes a file for what this computer opens it with.
        let file = self.file.labelled(CSV)?;
        data.append_with_blob_and_filename("file", &file, &self.name).ok()?;
        Some(data)
    }
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

/// Sends one request. Cookies and the browser's own sign-in are left out of it, and nothing of it is kept on this
/// computer: its address may carry a key, and its answer contacts.
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
        .cache(web_sys::RequestCache::NoStore)
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
        // The browser writes the content type itself, with what divides the parts.
        Content::Form(form) => builder.body(JsValue::from(form.data().ok_or(NoAnswer::Unreachable)?)),
    };
    let answer = request.map_err(no_answer)?.send().await.map_err(no_answer)?;
    let (status, content_range) = (answer.status(), answer.headers().get("Content-Range"));
    let body = answer.text().await.ok();
    // A body that was waited for in vain is no broken one.
    if body.is_none() && abort.is_some_and(Abort::is_aborted) {
        return Err(NoAnswer::Aborted);
    }
    Ok(Answer { status, body, content_range })
}

/// What a place is found to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reached {
    /// It answers, whatever it says: a page may not look at it.
    Answer,
    /// The policy of this page lets nobody ask.
    Policy,
    /// Nothing comes back.
    Nothing,
}

/// Knocks at `url`, without a credential and without a question.
pub(crate) async fn reach(url: &str) -> Reached {
    let is_refused = Rc::new(Cell::new(false));
    let told = Rc::clone(&is_refused);
    let listener = window_event_listener_untyped("securitypolicyviolation", move |event| {
        let directive = js_sys::Reflect::get(&event, &JsValue::from_str("effectiveDirective"));
        if directive.is_ok_and(|directive| directive.as_string().as_deref() == Some("connect-src")) {
            told.set(true);
        }
    });
    let abort = Abort::after(SILENCE);
    let request = RequestBuilder::new(url)
        .mode(web_sys::RequestMode::NoCors)
        .credentials(web_sys::RequestCredentials::Omit)
        .cache(web_sys::RequestCache::NoStore)
        .abort_signal(abort.as_ref().map(Abort::signal).as_ref());
    let is_there = request.send().await.is_ok();
    if !is_there {
        clock::sleep(POLICY_WORD).await;
    }
    listener.remove();
    match (is_there, is_refused.get()) {
        (true, _) => Reached::Answer,
        (false, true) => Reached::Policy,
        (false, false) => Reached::Nothing,
    }
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
