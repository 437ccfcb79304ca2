//! Work that goes on while the page stays alive: the only place that spawns.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use js_sys::Promise;
use leptos::reactive::spawn_local_scoped_with_cancellation;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

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

/// Work that several wait for.
#[derive(Clone, Debug)]
pub(crate) struct Shared(SendWrapper<Promise>);

impl Shared {
    /// Begins `work`, which goes on whether anybody waits or not. It must touch signals by their `try_` methods only.
    pub(crate) fn begin(work: impl Future<Output = ()> + 'static) -> Self {
        Self(SendWrapper::new(future_to_promise(async move {
            work.await;
            Ok(JsValue::UNDEFINED)
        })))
    }

    /// Waits for its end.
    pub(crate) async fn done(self) {
        // It cannot be rejected.
        JsFuture::from(self.0.take()).await.ok();
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
