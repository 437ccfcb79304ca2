//! Time that passes, and what time it is.

use std::time::Duration;

use wasm_bindgen_futures::JsFuture;

/// The moment, in milliseconds since 1970.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a whole number, long after 1970"
)]
pub(crate) fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// The beginning of something whose pace is shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Began(u64);

/// Milliseconds before which a pace would be a guess.
const PACE_AFTER: u64 = 500;

impl Began {
    /// Now.
    pub(crate) fn now() -> Self {
        Self(now())
    }

    /// How much of `amount` was done in each second since; `None` while that would be a guess.
    pub(crate) fn per_second(self, amount: u64) -> Option<u64> {
        let passed = now().saturating_sub(self.0);
        (passed >= PACE_AFTER).then(|| amount.saturating_mul(1000) / passed)
    }
}

/// Lets `duration` pass without holding the page.
pub(crate) async fn sleep(duration: Duration) {
    let milliseconds = i32::try_from(duration.as_millis()).unwrap_or(i32::MAX);
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            // It fails only where there is no event loop to wait in.
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds).ok();
        }
    });
    JsFuture::from(promise).await.ok();
}
