//! Bytes that the person keeps as a file.

use std::time::Duration;

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;

use super::file::Bytes;
use super::{clock, task};

/// How long bytes stay there for a browser that saves them: it may ask the person first where to.
const KEPT_FOR_SAVING: Duration = Duration::from_mins(1);

impl Bytes {
    /// Hands them to the browser as a file of this name, to be kept where it keeps what is downloaded.
    pub(crate) fn save_as(&self, name: &str) {
        let Ok(address) = web_sys::Url::create_object_url_with_blob(self.blob()) else { return };
        let link: Option<web_sys::HtmlAnchorElement> =
            document().create_element("a").ok().and_then(|link| link.dyn_into().ok());
        if let Some(link) = link {
            link.set_href(&address);
            link.set_download(name);
            link.click();
        }
        // The browser takes the bytes when it comes to it, and never says when it did.
        task::spawn(async move {
            clock::sleep(KEPT_FOR_SAVING).await;
            web_sys::Url::revoke_object_url(&address).ok();
        });
    }
}
