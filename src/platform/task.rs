//! Work that goes on while the page stays alive: the only place that spawns.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use leptos::reactive::spawn_local_scoped_with_cancellation;
use send_wrapper::SendWrapper;

/// Runs `work`, which outlives the screen that began it. It must touch signals by their `try_` methods only.
pub(crate) fn spawn(work: impl Future<Output = ()> + 'static) {
    leptos::task::spawn_local(work);
}

/// Runs `work` until the screen that began it is gone.
pub(crate) fn spawn_here(work: impl Future<Output = ()> + 'static) {
    spawn_local_scoped_with_cancellation(work);
}

/// What `work` answers if it does so at once; `None` if it would have to wait.
pub(crate) fn at_once<T>(mut work: Pin<Box<dyn Future<Output = T>>>) -> Option<T> {
    match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => Some(answer),
        Poll::Pending => None,
    }
}

/// A switch that ends a request in flight.
#[derive(Clone, Debug)]
pub(crate) struct Abort(SendWrapper<web_sys::AbortController>);

impl Abort {
    /// A fresh one; `None` where the browser is too old to have it.
    pub(crate) fn new() -> Option<Self> {
        web_sys::AbortController::new().ok().map(|controller| Self(SendWrapper::new(controller)))
    }

    /// Ends whatever listens.
    pub(crate) fn abort(&self) {
        self.0.abort();
    }

    /// Whether it was used.
    pub(crate) fn is_aborted(&self) -> bool {
        self.0.signal().aborted()
    }

    pub(super) fn signal(&self) -> web_sys::AbortSignal {
        self.0.signal()
    }
}
