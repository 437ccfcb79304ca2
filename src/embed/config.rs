//! What the host page says about itself.

use js_sys::{Function, Reflect};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast as _, JsValue};

use crate::app::Settings;

/// The configuration of one element.
pub(super) struct Config {
    /// What the app needs of it.
    pub(super) settings: Settings,
    /// Asks the host page for a sign-in.
    pub(super) ask: Option<SendWrapper<Function>>,
    /// Whether the host page provides the sign-in.
    pub(super) is_provided: bool,
    /// Whether somebody has just signed out: then nobody is asked unasked.
    pub(super) is_signed_out: bool,
    /// Called once with a message when the app has panicked.
    pub(super) fatal: Option<SendWrapper<Function>>,
}

/// A configuration that cannot work, told to the developer of the host page.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum ConfigError {
    /// The app would take over every link of the page.
    #[error("base-path must name a path of its own, such as /apps/dialdesk, unless the page is standalone")]
    NoBasePath,
    /// The path is no path.
    #[error("base-path must begin with a slash")]
    RelativeBasePath,
    /// Another app on this page has it, or one above or below it.
    #[error("base-path {own} overlaps with the base-path {other} of another dialdesk-app on this page")]
    BasePathTaken {
        /// The one of this element.
        own: String,
        /// The other one's.
        other: String,
    },
}

impl Config {
    /// Reads the object that `dialdesk.js` makes of the element's attributes.
    pub(super) fn read(config: &JsValue) -> Result<Self, ConfigError> {
        let text = |key: &str| get(config, key).as_string().unwrap_or_default();
        let flag = |key: &str| get(config, key).as_bool().unwrap_or_default();
        let function = |key: &str| get(config, key).dyn_into().ok().map(SendWrapper::new);
        let standalone = flag("standalone");
        Ok(Self {
            settings: Settings {
                api_base: text("apiBase"),
                base: base_path(&text("basePath"), standalone)?,
                standalone,
                view: text("view"),
                locale: text("locale"),
                theme: text("theme"),
            },
            ask: function("ask"),
            is_provided: flag("provided"),
            is_signed_out: flag("signedOut"),
            fatal: function("fatal"),
        })
    }
}

fn get(config: &JsValue, key: &str) -> JsValue {
    Reflect::get(config, &JsValue::from_str(key)).unwrap_or_default()
}

/// The base path without a slash at its end: empty for the whole site.
fn base_path(given: &str, standalone: bool) -> Result<String, ConfigError> {
    let base = given.trim_end_matches('/');
    if base.is_empty() {
        return if standalone { Ok(String::new()) } else { Err(ConfigError::NoBasePath) };
    }
    if !base.starts_with('/') {
        return Err(ConfigError::RelativeBasePath);
    }
    Ok(base.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_page_of_our_own_may_be_taken_over_whole() {
        assert_eq!(base_path("/", true), Ok(String::new()));
        for whole in ["", "/", "//"] {
            assert_eq!(base_path(whole, false), Err(ConfigError::NoBasePath), "{whole}");
        }
        assert_eq!(base_path("/apps/dialdesk/", false), Ok("/apps/dialdesk".into()));
        assert_eq!(base_path("/apps/dialdesk", false), Ok("/apps/dialdesk".into()));
        assert_eq!(base_path("apps", false), Err(ConfigError::RelativeBasePath));
    }
}
