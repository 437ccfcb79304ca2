//! The time, and what clocks elsewhere show, as this browser knows it.

use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

use super::intl;

/// Whole seconds since 1 January 1970.
#[expect(clippy::cast_possible_truncation, reason = "a number of milliseconds is far below 2⁵³")]
pub(crate) fn now() -> i64 {
    (Date::now() / 1000.0) as i64
}

/// The name of the zone of this browser.
pub(crate) fn own() -> Option<String> {
    let format = intl::construct("DateTimeFormat", "en", &Object::new())?;
    let resolved = intl::method(&format, "resolvedOptions")?.call0(&format).ok()?;
    Reflect::get(&resolved, &JsValue::from_str("timeZone")).ok()?.as_string()
}

/// The clocks of a zone.
pub(crate) struct Clocks(Function);

impl Clocks {
    /// Those of the zone of this name; `None` where this browser does not know it.
    pub(crate) fn of(zone: &str) -> Option<Self> {
        let settings = Object::new();
        for (key, value) in [("timeZone", zone), ("timeZoneName", "longOffset")] {
            // An ordinary object takes every key.
            Reflect::set(&settings, &JsValue::from_str(key), &JsValue::from_str(value)).ok();
        }
        let format = intl::construct("DateTimeFormat", "en", &settings)?;
        Some(Self(intl::method(&format, "format")?.unchecked_into()))
    }

    /// What they add to UTC at a second, in minutes.
    #[expect(clippy::cast_precision_loss, reason = "seconds of this century are far below 2⁵³")]
    pub(crate) fn offset(&self, seconds: i64) -> Option<i32> {
        let milliseconds = Array::of1(&JsValue::from_f64(seconds as f64 * 1000.0));
        offset_in(&self.0.apply(&JsValue::UNDEFINED, &milliseconds).ok()?.as_string()?)
    }
}

/// The minutes behind `GMT` in a text such as `11/24/2026, GMT+01:00`.
fn offset_in(text: &str) -> Option<i32> {
    let (_, offset) = text.rsplit_once("GMT")?;
    let offset = offset.trim();
    let Some((hours, minutes)) = offset.get(1..).and_then(|digits| digits.split_once(':')) else {
        return offset.is_empty().then_some(0);
    };
    let minutes = hours.parse::<i32>().ok()? * 60 + minutes.parse::<i32>().ok()?;
    if offset.starts_with('+') { Some(minutes) } else { Some(-minutes) }
}

#[cfg(test)]
mod tests {
    use super::offset_in;

    #[test]
    fn a_difference_is_read_from_the_end_of_a_text() {
        assert_eq!(offset_in("11/24/2026, GMT+01:00"), Some(60));
        assert_eq!(offset_in("11/24/2026, GMT-03:30"), Some(-210));
        assert_eq!(offset_in("11/24/2026, GMT−05:00"), None);
        assert_eq!(offset_in("11/24/2026, GMT"), Some(0));
        assert_eq!(offset_in("11/24/2026, Central European Time"), None);
    }
}
