//! Faults that a test asks for: slow answers, broken connections, refusals, and answers of another shape.

mod answers;
mod broken;

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

pub(crate) use broken::Unanswered;

use crate::state::Sandbox;

/// The faults in force.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    armed: Vec<Armed>,
}

#[derive(Debug)]
struct Armed {
    fault: Fault,
    seen: u64,
}

/// One fault, as a test writes it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fault {
    method: String,
    path: String,
    /// Which of the matching requests it strikes, counted from one; every one if absent.
    nth: Option<u64>,
    kind: Kind,
    delay_ms: Option<u64>,
}

/// What a fault does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// Nothing but the wait.
    Delay,
    /// The connection is closed without doing the work and without an answer.
    DropBefore,
    /// The work is done, then the connection is closed without an answer.
    DropAfter,
    /// The connection is closed while the body is still on its way. Such a request is not recorded.
    Cut,
    #[serde(rename = "401")]
    Unauthorized,
    #[serde(rename = "403")]
    Forbidden,
    #[serde(rename = "404")]
    NotFound,
    #[serde(rename = "405")]
    MethodNotAllowed,
    #[serde(rename = "409")]
    Conflict,
    #[serde(rename = "413")]
    TooLarge,
    #[serde(rename = "422")]
    Invalid,
    #[serde(rename = "429")]
    TooMany,
    #[serde(rename = "500")]
    Failed,
    #[serde(rename = "500_html")]
    FailedInHtml,
    /// The work is done and answered with 200 and nothing.
    Empty,
    /// The answer is 200 and an empty object, and no work is done.
    Hollow,
    /// The import that the request begins stands still after its first row.
    Stall,
    /// The import that the request begins waits first; the answer does not.
    Late,
    /// The work is done; the connection is closed in the middle of the answer.
    Half,
    /// The work is done; `{count, rows}` becomes a bare array.
    BareArrays,
    /// The work is done; in the answer numbers become strings, and booleans 0 or 1.
    LooseTypes,
}

impl Faults {
    /// The given faults instead of those before, none of which has seen a request yet.
    pub(crate) fn new(faults: Vec<Fault>) -> Self {
        Self { armed: faults.into_iter().map(|fault| Armed { fault, seen: 0 }).collect() }
    }

    /// Counts a request, and gives the first fault that strikes it, among those that strike while its body is on its
    /// way or among those that strike when it is there.
    fn meet(&mut self, method: &str, path: &str, is_on_its_way: bool) -> Option<Fault> {
        let mut struck = None;
        let is_meant =
            |fault: &Fault| (fault.kind == Kind::Cut) == is_on_its_way && fault.is_for(method, path);
        for armed in self.armed.iter_mut().filter(|armed| is_meant(&armed.fault)) {
            armed.seen += 1;
            if armed.fault.nth.is_none_or(|nth| nth == armed.seen) && struck.is_none() {
                struck = Some(armed.fault.clone());
            }
        }
        struck
    }
}

impl Fault {
    fn is_for(&self, method: &str, path: &str) -> bool {
        (self.method == "*" || self.method.eq_ignore_ascii_case(method)) && is_match(&self.path, path)
    }
}

/// Whether a path fits a pattern, in which `*` stands for one segment and a last `**` for all that follow.
fn is_match(pattern: &str, path: &str) -> bool {
    let mut segments = path.split('/');
    for wanted in pattern.split('/') {
        match (wanted, segments.next()) {
            ("**", Some(_)) => return true,
            ("*", Some(_)) => {}
            (wanted, Some(segment)) if wanted == segment => {}
            (_, Some(_) | None) => return false,
        }
    }
    segments.next().is_none()
}

/// What becomes of the import that a request begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pace {
    /// It waits this long before its first row.
    Late(Duration),
    /// It stores one row and stands still.
    Stall,
}

/// Lets the faults in force act on a request whose body is still on its way.
pub(crate) async fn cut(State(sandbox): State<Sandbox>, request: Request, next: Next) -> Response {
    let struck = sandbox.faults().meet(request.method().as_str(), request.uri().path(), true);
    if struck.is_none() {
        return next.run(request).await;
    }
    broken::interrupt(request.into_body()).await
}

/// Lets the faults in force act on a request.
pub(crate) async fn strike(State(sandbox): State<Sandbox>, mut request: Request, next: Next) -> Response {
    let query = request.uri().query().unwrap_or_default().to_owned();
    let struck = sandbox.faults().meet(request.method().as_str(), request.uri().path(), false);
    let Some(fault) = struck else {
        return next.run(request).await;
    };
    let delay = Duration::from_millis(fault.delay_ms.unwrap_or_default());
    if fault.kind != Kind::Late {
        tokio::time::sleep(delay).await;
    }
    match fault.kind {
        Kind::Delay => next.run(request).await,
        Kind::Late | Kind::Stall => {
            let pace = if fault.kind == Kind::Late { Pace::Late(delay) } else { Pace::Stall };
            request.extensions_mut().insert(pace);
            next.run(request).await
        }
        Kind::DropBefore | Kind::Cut => broken::silence(),
        Kind::DropAfter => {
            next.run(request).await;
            broken::silence()
        }
        Kind::Unauthorized => answers::unauthorized(),
        Kind::Forbidden => answers::forbidden(),
        Kind::NotFound => StatusCode::NOT_FOUND.into_response(),
        Kind::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED.into_response(),
        Kind::Conflict => answers::conflict(),
        Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
        Kind::Invalid => answers::invalid(),
        Kind::TooMany => answers::too_many(),
        Kind::Failed => answers::failed(),
        Kind::FailedInHtml => answers::failed_in_html(),
        Kind::Empty => {
            next.run(request).await;
            StatusCode::OK.into_response()
        }
        Kind::Hollow => answers::hollow(),
        Kind::Half => {
            let (parts, bytes) = whole(next.run(request).await).await;
            broken::half(parts, &bytes)
        }
        Kind::BareArrays => {
            let (parts, bytes) = whole(next.run(request).await).await;
            answers::bare(parts, bytes, &query)
        }
        Kind::LooseTypes => {
            let (parts, bytes) = whole(next.run(request).await).await;
            answers::loose(parts, bytes)
        }
    }
}

async fn whole(response: Response) -> (axum::http::response::Parts, Bytes) {
    let (parts, body): (_, Body) = response.into_parts();
    // The API's own answers are always at hand as a whole, so reading one cannot fail.
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
    (parts, bytes)
}

#[cfg(test)]
mod tests {
    use super::is_match;

    #[test]
    fn a_star_stands_for_exactly_one_segment() {
        assert!(is_match("/api/cm/lists/*/users", "/api/cm/lists/32/users"));
        assert!(!is_match("/api/cm/lists/*", "/api/cm/lists/32/users"));
        assert!(!is_match("/api/cm/lists/*", "/api/cm/lists"));
        assert!(!is_match("/api/cm/lists", "/api/cm/lists/32"));
    }

    #[test]
    fn two_stars_stand_for_the_rest() {
        assert!(is_match("/api/**", "/api/cm/lists/32/users"));
        assert!(!is_match("/api/**", "/api"));
        assert!(!is_match("/api/cm/**", "/api/voice/queues"));
    }
}
