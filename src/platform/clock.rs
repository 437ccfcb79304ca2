//! Time that passes.

use std::time::Duration;

use wasm_bindgen_futures::JsFuture;

/// The beginning of something whose pace is shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Began(f64);

impl Began {
    /// Now.
    pub(crate) fn now() -> Self {
        Self(js_sys::Date::now())
    }

    /// How much of `amount` was done in each second since; `None` while that would be a guess.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a pace is rounded to be shown"
    )]
    pub(crate) fn per_second(self, amount: u64) -> Option<u64> {
        let seconds = (js_sys::Date::now() - self.0) / 1000.0;
        (seconds >= 0.5).then(|| (amount as f64 / seconds) as u64)
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
