//! Work that goes on while the page stays alive: the only place that spawns.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use js_sys::Promise;
use leptos::reactive::spawn_local_scoped_with_cancellation;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::clock;

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

/// What comes of `work`; `None` where `abort` is used before.
pub(crate) async fn unless<T>(abort: Option<&Abort>, work: impl Future<Output = T>) -> Option<T> {
    match abort {
        Some(abort) => abort.unless(work).await,
        None => Some(work.await),
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

    /// One that is used by itself once so much time has passed.
    pub(crate) fn after(duration: Duration) -> Option<Self> {
        let abort = Self::new()?;
        let late = abort.clone();
        spawn(async move {
            clock::sleep(duration).await;
            late.abort();
        });
        Some(abort)
    }

    /// Ends whatever listens.
    pub(crate) fn abort(&self) {
        self.0.abort();
    }

    /// Whether it was used.
    pub(crate) fn is_aborted(&self) -> bool {
        self.0.signal().aborted()
    }

    /// What comes of `work`, of which nothing more is done once the switch is used: then it is `None`.
    async fn unless<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        if self.is_aborted() {
            return None;
        }
        let signal = self.signal();
        let used = Promise::new(&mut |resolve, _| {
            // It fails for no function.
            signal.add_event_listener_with_callback("abort", &resolve).ok();
        });
        let (mut work, mut used) = (pin!(work), pin!(JsFuture::from(used)));
        poll_fn(|context| match work.as_mut().poll(context) {
            Poll::Ready(answer) => Poll::Ready(Some(answer)),
            Poll::Pending => used.as_mut().poll(context).map(|_used| None),
        })
        .await
    }

    pub(super) fn signal(&self) -> web_sys::AbortSignal {
        self.0.signal()
    }
}
