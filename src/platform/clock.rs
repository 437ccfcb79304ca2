//! Time that passes.

use std::time::Duration;

use wasm_bindgen_futures::JsFuture;

/// Milliseconds since 1970, as the clock of this computer has it.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number, far below 2⁵³")]
pub(crate) fn now() -> u64 {
    js_sys::Date::now() as u64
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
