//! The border with the host page: its configuration and the handle that it holds.

mod config;

use std::sync::Once;

use leptos::mount::UnmountHandle;
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use wasm_bindgen::prelude::*;

use crate::app::App;
use crate::platform::host::HostElement;
use config::Config;

/// A running app, held by the element that shows it.
#[wasm_bindgen]
pub struct Handle {
    owner: Owner,
    view: Option<UnmountHandle<AnyViewState>>,
    navigate: Callback<String>,
}

#[wasm_bindgen]
impl Handle {
    /// Shows the screen at `path`, which is relative to the base path.
    pub fn navigate(&self, path: String) {
        self.navigate.run(path);
    }

    /// Stops the app and takes back every listener.
    ///
    /// The router keeps a clone of the owner it was made under (in a static hook of `server_fn`), so that dropping the
    /// view is not enough: the owner around it is cleaned up by hand.
    pub fn unmount(mut self) {
        drop(self.view.take());
        self.owner.cleanup();
    }
}

/// Shows the app inside `place`, which stands in the shadow root of `host`.
///
/// # Errors
/// A sentence for the developer of the host page when `config` cannot work.
pub(crate) fn mount(
    host: web_sys::HtmlElement,
    place: web_sys::HtmlElement,
    config: &JsValue,
) -> Result<Handle, JsError> {
    let config = Config::read(config).map_err(|error| JsError::new(&error.to_string()))?;
    if let Some(fatal) = config.fatal {
        // Once for the page: the hook belongs to the module, which tells every element.
        static HOOK: Once = Once::new();
        HOOK.call_once(|| {
            std::panic::set_hook(Box::new(move |panic| {
                // The instance is dead after this: the elements' own script takes over.
                fatal.call1(&JsValue::UNDEFINED, &JsValue::from_str(&panic.to_string())).ok();
            }));
        });
    }
    let owner = Owner::new();
    let element = HostElement::new(host, place.clone());
    let settings = config.settings;
    let (view, navigate) = owner.with(|| {
        let asked = RwSignal::new(None);
        let navigate = Callback::new(move |path: String| asked.set(Some(path)));
        let view = leptos::mount::mount_to(place, move || {
            view! { <App element settings asked=asked.read_only() /> }.into_any()
        });
        (view, navigate)
    });
    Ok(Handle { owner, view: Some(view), navigate })
}
