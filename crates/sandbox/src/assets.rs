//! The built app's files, under the headers that a careful installation would send.

use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use axum::routing::get;
use tower_http::services::ServeDir;

use crate::state::Sandbox;

/// Allows the app its own files and nothing else; WebAssembly needs a word of its own.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'self'";

/// How a browser may keep a file.
const KEEP_FOREVER: &str = "public, max-age=31536000, immutable";
const ASK_EACH_TIME: &str = "no-cache";

/// How long a part of a name must be to count as a hash.
const HASH_LENGTH: usize = 8;

/// The headers of every answer that is not the API's.
const GUARDS: [(HeaderName, &str); 3] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
];

/// The files of `app`; without it, the way to the front page.
pub(crate) fn routes(app: Option<&Path>) -> Router<Sandbox> {
    match app {
        None => Router::new().route("/", get(|| async { Redirect::to("/_sandbox/") })),
        Some(app) => {
            let index = app.join("index.html");
            let missing =
                Router::new().fallback(async move |request: Request| answer_missing(&index, &request));
            let files = Router::new().fallback_service(ServeDir::new(app).fallback(missing));
            files.layer(from_fn(say_how_to_keep))
        }
    }
}

/// Adds the guarding headers.
pub(crate) async fn guard(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in GUARDS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// A path of the app that is no file is one of its screens, which its start page draws.
fn answer_missing(index: &Path, request: &Request) -> Response {
    if !is_screen(request.method(), request.uri(), request.headers()) {
        return StatusCode::NOT_FOUND.into_response();
    }
    match std::fs::read(index) {
        Ok(page) => Html(page).into_response(),
        Err(_) => (StatusCode::NOT_FOUND, "index.html is not there: build the app first").into_response(),
    }
}

/// A browser that goes to a page says that it takes HTML; a script that fetches a file does not.
fn is_screen(method: &Method, uri: &Uri, headers: &HeaderMap) -> bool {
    let takes_html = headers
        .get_all(header::ACCEPT)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .any(|value| value.to_ascii_lowercase().contains("text/html"));
    let has_extension = uri.path().rsplit('/').next().is_some_and(|name| name.contains('.'));
    matches!(*method, Method::GET | Method::HEAD) && takes_html && !has_extension
}

async fn say_how_to_keep(request: Request, next: Next) -> Response {
    let name = request.uri().path().rsplit('/').next().unwrap_or_default().to_owned();
    let mut response = next.run(request).await;
    if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED {
        let value = if is_hashed(&name) { KEEP_FOREVER } else { ASK_EACH_TIME };
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
    }
    response
}

/// Whether a file's name has its content's hash in it, as in `dialdesk-0123456789abcdef_bg.wasm`.
fn is_hashed(name: &str) -> bool {
    let Some((stem, _)) = name.split_once('.') else {
        return false;
    };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-').is_some_and(|(before, hash)| {
        !before.is_empty() && hash.len() >= HASH_LENGTH && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::is_hashed;

    #[test]
    fn only_names_with_a_hash_are_kept_forever() {
        assert!(is_hashed("dialdesk-0123456789abcdef.js"));
        assert!(is_hashed("dialdesk-0123456789abcdef_bg.wasm"));
        assert!(is_hashed("base-deadbeef.css"));
        assert!(!is_hashed("dialdesk.js"));
        assert!(!is_hashed("base-dead.css"));
        assert!(!is_hashed("dialdesk-element.js"));
        assert!(!is_hashed("-deadbeef.css"));
        assert!(!is_hashed("index.html"));
    }
}
