//! Who may use the API: Basic, a token from the sign-in call, or an API key in the query.

use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::answer::{self, Refusal};
use crate::body::{JsonBody, Keys};
use crate::page::pairs;
use crate::state::Sandbox;
use crate::{ADMIN_NAME, ADMIN_PASSWORD, API_KEY};

/// The one call that needs no credentials, since it hands them out.
pub(crate) const SIGN_IN: &str = "/api/auth/local";

/// The tokens handed out since the last reset.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    issued: Vec<Token>,
}

#[derive(Debug)]
struct Token {
    value: String,
    /// When it is accepted no longer.
    end: Option<Instant>,
}

impl Tokens {
    /// A token that is accepted until the next reset, or for `life`.
    pub(crate) fn issue(&mut self, life: Option<Duration>) -> String {
        let value = format!("sandbox-token-{}", self.issued.len() + 1);
        let end = life.and_then(|life| Instant::now().checked_add(life));
        self.issued.push(Token { value: value.clone(), end });
        value
    }

    /// Ends all that were handed out so far.
    pub(crate) fn end(&mut self) {
        let now = Instant::now();
        for token in &mut self.issued {
            token.end = Some(now);
        }
    }

    fn admit(&self, value: &str) -> bool {
        let now = Instant::now();
        self.issued.iter().any(|token| token.value == value && token.end.is_none_or(|end| now < end))
    }
}

pub(crate) fn routes() -> Router<Sandbox> {
    Router::new().route(SIGN_IN, post(sign_in))
}

async fn sign_in(State(sandbox): State<Sandbox>, JsonBody(body): JsonBody) -> Result<Response, Refusal> {
    let mut keys = Keys::of_object(body)?;
    let name = keys.required_text("name");
    let password = keys.required_text("password");
    keys.finish()?;
    if name.as_deref() == Some(ADMIN_NAME) && password.as_deref() == Some(ADMIN_PASSWORD) {
        let token = sandbox.tokens().issue(None);
        Ok(answer::json(StatusCode::OK, &json!({"token": token})))
    } else {
        Err(Refusal::WrongSignIn)
    }
}

/// Lets a request pass only with valid credentials.
pub(crate) async fn require(State(sandbox): State<Sandbox>, request: Request, next: Next) -> Response {
    let is_sign_in = request.method() == Method::POST && request.uri().path() == SIGN_IN;
    if is_sign_in || is_admin(&sandbox, request.headers(), request.uri().query().unwrap_or_default()) {
        next.run(request).await
    } else {
        Refusal::Unauthorized.into_response()
    }
}

fn is_admin(sandbox: &Sandbox, headers: &HeaderMap, query: &str) -> bool {
    // An Authorization header decides alone: a good API key beside a wrong password would hide the mistake.
    match headers.get(header::AUTHORIZATION) {
        Some(value) => value
            .to_str()
            .ok()
            .and_then(|value| value.split_once(' '))
            .is_some_and(|(scheme, credentials)| admits(sandbox, scheme, credentials)),
        None => pairs(query)
            .is_some_and(|pairs| pairs.iter().any(|(key, value)| key == "apikey" && value == API_KEY)),
    }
}

fn admits(sandbox: &Sandbox, scheme: &str, credentials: &str) -> bool {
    if scheme.eq_ignore_ascii_case("basic") {
        STANDARD
            .decode(credentials)
            .is_ok_and(|decoded| decoded == format!("{ADMIN_NAME}:{ADMIN_PASSWORD}").into_bytes())
    } else if scheme.eq_ignore_ascii_case("bearer") {
        sandbox.tokens().admit(credentials)
    } else {
        false
    }
}
