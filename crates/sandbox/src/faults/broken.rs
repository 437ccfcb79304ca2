//! Answers that end in a broken connection.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::http::response::Parts;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use http_body::Frame;
use http_body_util::BodyExt as _;

/// How much of a body is taken before the connection is closed: enough to be its beginning only.
const TAKEN: usize = 64 * 1024;

/// Marks a response that no client will see.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unanswered;

/// The connection is meant to break here.
#[derive(Debug, thiserror::Error)]
#[error("the connection is dropped because a test asked for it")]
struct Dropped;

/// A body that gives some bytes, or none, and then fails. The HTTP library answers a failed body by closing the
/// connection, and it has sent nothing yet if the body fails at once.
enum Broken {
    Sending(Bytes),
    Flushing,
    Failing,
}

impl HttpBody for Broken {
    type Data = Bytes;
    type Error = Dropped;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Dropped>>> {
        match std::mem::replace(&mut *self, Self::Failing) {
            Self::Sending(bytes) => {
                *self = Self::Flushing;
                Poll::Ready(Some(Ok(Frame::data(bytes))))
            }
            // Waiting for one turn lets the library write out what it has; failing at once would discard it.
            Self::Flushing => {
                context.waker().wake_by_ref();
                Poll::Pending
            }
            Self::Failing => Poll::Ready(Some(Err(Dropped))),
        }
    }
}

/// No answer at all.
pub(crate) fn silence() -> Response {
    let mut response = Response::new(Body::new(Broken::Failing));
    response.extensions_mut().insert(Unanswered);
    response
}

/// No answer at all, and the connection is closed in the middle of what comes.
pub(crate) async fn interrupt(mut body: Body) -> Response {
    let mut taken = 0;
    while taken < TAKEN
        && let Some(Ok(frame)) = body.frame().await
    {
        taken += frame.data_ref().map_or(0, Bytes::len);
    }
    silence()
}

/// The first half of an answer that promises the whole.
pub(crate) fn half(mut parts: Parts, whole: &Bytes) -> Response {
    let half = whole.slice(..whole.len() / 2);
    if half.is_empty() {
        return silence();
    }
    parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(whole.len()));
    Response::from_parts(parts, Body::new(Broken::Sending(half)))
}
