//! A sample portal that embeds the app, as a company's intranet would: pages, menu, styles and router of its own, and a
//! back end that hands out tokens.
//!
//! It stands on the same server as the API, as a portal does behind one reverse proxy, and under the same policy.

use std::path::Path;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::IntoResponse as _;
use axum::response::{Html, Redirect, Response};
use axum::routing::{get, post};
use serde_json::json;

use crate::answer;
use crate::state::Sandbox;

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("portal.css");
const SCRIPTS: [(&str, &str); 3] = [
    ("/portal/portal.js", include_str!("portal.js")),
    ("/portal/pages.js", include_str!("pages.js")),
    ("/portal/words.js", include_str!("words.js")),
];

/// How long a token of the portal is good for: short, so that one that is still in use has to be renewed.
const TOKEN_LIFE: Duration = Duration::from_mins(5);

/// The portal, where there is an app to embed. Every path of it is one page, as its router draws them all: also those
/// below the app's base path.
pub(crate) fn routes(app: Option<&Path>) -> Router<Sandbox> {
    if app.is_none() {
        return Router::new();
    }
    let mut router = Router::new()
        .route("/portal", get(|| async { Redirect::permanent("/portal/") }))
        .route("/portal/", get(page))
        .route("/portal/{*rest}", get(page))
        .route("/portal/token", post(token))
        .route("/portal/portal.css", get(|| async { typed("text/css; charset=utf-8", STYLE) }));
    for (path, script) in SCRIPTS {
        router =
            router.route(path, get(move || async move { typed("text/javascript; charset=utf-8", script) }));
    }
    router
}

async fn page() -> Response {
    (NOT_KEPT, Html(PAGE)).into_response()
}

/// A fresh token for whoever asks: this portal is a sample, and what it opens is a stand-in whose password is on its
/// front page. A real one would first look who is signed in.
async fn token(State(sandbox): State<Sandbox>) -> Response {
    let token = sandbox.tokens().issue(Some(TOKEN_LIFE));
    let body = json!({"token": token, "seconds": TOKEN_LIFE.as_secs()});
    let mut response = answer::json(StatusCode::OK, &body);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn typed(kind: &'static str, text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, kind)], NOT_KEPT, text).into_response()
}

const NOT_KEPT: [(HeaderName, &str); 1] = [(header::CACHE_CONTROL, "no-cache")];
