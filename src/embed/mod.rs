//! The border with the host page: its configuration and the handle that it holds.

mod config;

use std::sync::Once;

use js_sys::Function;
use leptos::mount::UnmountHandle;
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::*;

use crate::app::App;
use crate::platform::host::HostElement;
use crate::platform::page;
use crate::route;
use crate::state::{Connection, Host, Neighbours, Preferences, Session, Taken, Unsaved};
use config::{Config, ConfigError};

/// A running app, held by the element that shows it.
#[wasm_bindgen]
pub struct Handle {
    owner: Owner,
    view: Option<UnmountHandle<AnyViewState>>,
    asked: RwSignal<Option<String>>,
    preferences: Preferences,
    session: Session,
    unsaved: Unsaved,
}

#[wasm_bindgen]
impl Handle {
    /// Shows the screen at `path`, which is relative to the base path; false where no screen has this path.
    pub fn navigate(&self, path: &str) -> bool {
        let path = route::known_path(path);
        let is_known = path.is_some();
        if is_known {
            self.asked.set(path);
        }
        is_known
    }

    /// The host page wants this language now; an empty text leaves it to the admin.
    pub fn locale(&self, locale: &str) {
        self.preferences.host_says_lang(locale);
    }

    /// The host page wants this theme now; an empty text leaves it to the admin.
    pub fn theme(&self, theme: &str) {
        self.preferences.host_says_theme(theme);
    }

    /// The host page provides the sign-in from now on, or does no longer.
    pub fn provide(&self, is_provided: bool) {
        self.session.provide(is_provided, false);
    }

    /// Calls `answer` with whether the app may be left: at once where nothing would be lost, else as the admin says.
    #[wasm_bindgen(js_name = mayLeave)]
    pub fn may_leave(&self, answer: Function) {
        let answer = SendWrapper::new(answer);
        self.unsaved.may_leave(Callback::new(move |may_leave: bool| {
            // A listener's fault is the listener's.
            answer.call1(&JsValue::UNDEFINED, &JsValue::from_bool(may_leave)).ok();
        }));
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
    let element = HostElement::new(host, place.clone(), config.ask);
    let settings = config.settings;
    let (is_provided, is_signed_out) = (config.is_provided, config.is_signed_out);
    owner.with(|| {
        let neighbours = Neighbours::join(&settings.base).map_err(|Taken(other)| {
            JsError::new(&ConfigError::BasePathTaken { own: settings.base.clone(), other }.to_string())
        })?;
        let preferences = Preferences::new(&settings.locale, &settings.theme, &page::language());
        let host = Host::new(element, preferences, settings.standalone);
        let session = Session::new(Connection::new(&settings.api_base, settings.standalone), host);
        let unsaved = Unsaved::new(session.requests());
        provide_context(neighbours);
        provide_context(preferences);
        provide_context(host);
        provide_context(session);
        provide_context(unsaved);
        if is_provided {
            session.provide(true, is_signed_out);
        }
        let asked = RwSignal::new(None);
        let view = leptos::mount::mount_to(place, move || {
            view! { <App settings asked=asked.read_only() /> }.into_any()
        });
        let owner = owner.clone();
        Ok(Handle { owner, view: Some(view), asked, preferences, session, unsaved })
    })
}
