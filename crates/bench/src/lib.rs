//! What the page of `cargo xtask bench` calls: the import engine on a `File`, driven as the app drives it.

mod engine;
/// How the app reads files: the very same source.
#[path = "../../../src/platform/file.rs"]
#[expect(dead_code, reason = "the app does more with files")]
mod file;

use dialdesk_core::import::Refusal;
use wasm_bindgen::prelude::*;

/// What the engine counted in a file; the peers count the same.
#[wasm_bindgen]
#[derive(Clone, Copy, Debug)]
pub struct Counts {
    /// Records below the header.
    pub records: f64,
    /// Cells that are not blank, the header not counted.
    pub filled: f64,
    /// Records without a first name.
    #[wasm_bindgen(js_name = noFirstName)]
    pub no_first_name: f64,
    /// Records with a first name whose phone an earlier one has in the same writing.
    #[wasm_bindgen(js_name = sameText)]
    pub same_text: f64,
    /// Records with a first name whose phone is the number of an earlier one in another writing.
    #[wasm_bindgen(js_name = sameNumber)]
    pub same_number: f64,
}

/// Reads and checks `file` with the engine.
///
/// # Errors
/// What the engine or the browser has against the file.
#[wasm_bindgen]
pub async fn analyse(file: web_sys::File) -> Result<Counts, JsError> {
    engine::analyse(file).await
}

/// Reads as much of `file` as its first rows take; answers how many there are.
///
/// # Errors
/// What the engine or the browser has against the file.
#[wasm_bindgen(js_name = firstRows)]
pub async fn first_rows(file: web_sys::File) -> Result<usize, JsError> {
    engine::first_rows(file).await
}

/// What the engine has against a file, for the page.
fn refused(refusal: Refusal) -> JsError {
    JsError::new(&refusal.to_string())
}
