//! A stand-in Motion contact-centre server, to try Dialdesk with and to test it against.
//!
//! It is written from the vendor's documented API page and from what is publicly known of the server, with
//! its own handling of JSON: it shares no types with the app, so that a wrong key fails here instead of
//! agreeing with itself. Where the page is silent the choice made here is named in a comment beside it.
//!
//! [`router`] is the whole server as a service, for tests; [`serve`] puts it on a socket.

mod answer;
mod assets;
mod associations;
mod auth;
mod body;
mod clock;
pub mod command;
mod contacts;
mod control;
mod database;
mod faults;
mod fields;
mod intervals;
mod lists;
mod page;
mod portal;
mod queues;
mod recording;
mod records;
mod seed;
mod state;
mod trunks;
mod uploads;
mod users;

use std::future::Future;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::any;
use tokio::net::TcpListener;

pub use seed::Seed;
pub use state::{OpenError, Options, Sandbox, Storage};

/// The largest upload, in bytes: the vendor documents 60 MB, and the clients seen send chunks of 60 MiB.
pub const UPLOAD_LIMIT: usize = 62_914_560;

/// The name of the only account that may sign in.
pub const ADMIN_NAME: &str = "admin";
/// The password of [`ADMIN_NAME`].
pub const ADMIN_PASSWORD: &str = "password";
/// The API key of [`ADMIN_NAME`].
pub const API_KEY: &str = "sandbox-key";

/// The whole server: the API, the control routes under `/_sandbox/`, and the app's files if there are any, with a
/// sample portal under `/portal/` that embeds it.
pub fn router(sandbox: Sandbox) -> Router {
    // The layers run from the last one added to the first: a request may be cut off, is recorded, may be struck by a
    // fault, and only then has to prove who sent it.
    let api = Router::new()
        .merge(auth::routes())
        .merge(lists::routes())
        .merge(contacts::routes())
        .merge(uploads::routes())
        .merge(fields::routes())
        .merge(queues::routes())
        .merge(users::routes())
        .merge(trunks::routes())
        .merge(intervals::routes())
        .route("/api", any(unknown_path))
        .route("/api/", any(unknown_path))
        .route("/api/{*rest}", any(unknown_path))
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(sandbox.clone(), auth::require))
        .layer(from_fn_with_state(sandbox.clone(), faults::strike))
        .layer(from_fn_with_state(sandbox.clone(), recording::record))
        .layer(from_fn_with_state(sandbox.clone(), faults::cut));
    let pages = control::routes()
        .merge(portal::routes(sandbox.app()))
        .merge(assets::routes(sandbox.app()))
        .layer(from_fn(assets::guard));
    api.merge(pages).with_state(sandbox)
}

/// Answers on `listener` until `stop` is ready.
///
/// # Errors
///
/// What the socket reports.
pub async fn serve(
    listener: TcpListener,
    sandbox: Sandbox,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let app = router(sandbox).into_make_service();
    let server = std::future::IntoFuture::into_future(axum::serve(listener, app));
    // Not a graceful shutdown: a browser keeps its connections open, and Ctrl-C must not wait for it.
    tokio::select! {
        result = server => result,
        () = stop => Ok(()),
    }
}

async fn unknown_path() -> StatusCode {
    StatusCode::NOT_FOUND
}
