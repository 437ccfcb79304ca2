//! Numbers and moments as the reader's language writes them.

use std::cell::RefCell;

use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

/// A whole number with the language's grouping: `1,234` or `1.234`.
pub(crate) fn number(tag: &str, n: u64) -> String {
    // Counts stay far below 2⁵³, up to which `f64` is exact.
    #[expect(clippy::cast_precision_loss, reason = "see above")]
    let value = n as f64;
    COUNTS.with_borrow_mut(|made| match made {
        Some((of, format)) if of == tag => text(format, value),
        _ => {
            let (_, format) = made.insert((tag.to_owned(), formatter(tag, &[("useGrouping", "always")])));
            text(format, value)
        }
    })
}

thread_local! {
    /// What writes counts in the language that they were asked for last: to make one takes longer than to write with it,
    /// and a table asks for one with each row.
    static COUNTS: RefCell<Option<(String, Function)>> = const { RefCell::new(None) };
}

/// A size as file managers show it, 1,024 bytes to the kB: `61.1 MB`, `3 kB`. The server's limit is a whole `60 MB`.
pub(crate) fn bytes(tag: &str, bytes: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a size that is rounded anyway")]
    let size = bytes as f64;
    let (value, unit, display) = match bytes {
        0..1_024 => (size, "byte", "long"),
        1_024..1_048_576 => (size / 1_024.0, "kilobyte", "short"),
        _ => (size / 1_048_576.0, "megabyte", "short"),
    };
    let value =
        if unit == "kilobyte" && value >= 10.0 { value.round() } else { (value * 10.0).round() / 10.0 };
    format(tag, value, &[("style", "unit"), ("unit", unit), ("unitDisplay", display)])
}

/// A share of a whole in percent, rounded down to one decimal, so that "100%" means all.
pub(crate) fn percent(tag: &str, part: u64, whole: u64) -> String {
    let per_mille = (part * 1000).checked_div(whole).unwrap_or(0);
    #[expect(clippy::cast_precision_loss, reason = "at most 1000")]
    let share = per_mille as f64 / 1000.0;
    format(tag, share, &[("style", "percent"), ("maximumFractionDigits", "1")])
}

/// What the language calls the countries of these codes, in the order of their names. A code of which the browser knows no
/// name stands for itself.
pub(crate) fn countries(tag: &str, codes: &[&'static str]) -> Vec<(&'static str, String)> {
    let settings = Object::new();
    // An ordinary object takes every key.
    Reflect::set(&settings, &JsValue::from_str("type"), &JsValue::from_str("region")).ok();
    let names = construct("DisplayNames", tag, &settings);
    let of = names.as_ref().and_then(|names| method(names, "of"));
    let name = |code: &str| of.as_ref()?.call1(names.as_ref()?, &JsValue::from_str(code)).ok()?.as_string();
    let mut countries: Vec<(&'static str, String)> =
        codes.iter().map(|code| (*code, name(code).unwrap_or_else(|| (*code).to_owned()))).collect();
    let compare =
        construct("Collator", tag, &Object::new()).and_then(|collator| method(&collator, "compare"));
    let order = |a: &str, b: &str| {
        let order =
            compare.as_ref()?.call2(&JsValue::UNDEFINED, &JsValue::from_str(a), &JsValue::from_str(b));
        order.ok()?.as_f64()?.partial_cmp(&0.0)
    };
    countries.sort_by(|(_, a), (_, b)| order(a, b).unwrap_or_else(|| a.cmp(b)));
    countries
}

/// An object of `Intl` for a language, by hand, as typed constructors let errors through.
pub(super) fn construct(name: &str, tag: &str, settings: &Object) -> Option<JsValue> {
    let intl = Reflect::get(&js_sys::global(), &JsValue::from_str("Intl")).ok()?;
    let maker: Function = Reflect::get(&intl, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
    Reflect::construct(&maker, &Array::of2(&JsValue::from_str(tag), settings)).ok()
}

pub(super) fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &JsValue::from_str(name)).ok()?.dyn_into().ok()
}

/// A moment, in milliseconds since 1970, as the language writes it, with the name of the zone that this browser is set to.
pub(crate) fn moment(tag: &str, at: u64) -> String {
    let settings = Object::new();
    for (key, value) in [
        ("year", "numeric"),
        ("month", "short"),
        ("day", "numeric"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
        ("second", "2-digit"),
        ("hourCycle", "h23"),
        ("timeZoneName", "short"),
    ] {
        // An ordinary object takes every key.
        Reflect::set(&settings, &JsValue::from_str(key), &JsValue::from_str(value)).ok();
    }
    // Far below 2⁵³, up to which `f64` is exact.
    #[expect(clippy::cast_precision_loss, reason = "see above")]
    let at = JsValue::from_f64(at as f64);
    construct("DateTimeFormat", tag, &settings)
        .and_then(|format| method(&format, "format")?.call1(&format, &at).ok()?.as_string())
        .unwrap_or_default()
}

/// The name of the time zone that this browser is set to.
pub(crate) fn zone() -> String {
    construct("DateTimeFormat", "en", &Object::new())
        .and_then(|format| method(&format, "resolvedOptions")?.call0(&format).ok())
        .and_then(|options| Reflect::get(&options, &JsValue::from_str("timeZone")).ok()?.as_string())
        .unwrap_or_default()
}

/// Whether this browser knows a time zone of this name.
pub(crate) fn knows_zone(name: &str) -> bool {
    let settings = Object::new();
    let is_set = Reflect::set(&settings, &JsValue::from_str("timeZone"), &JsValue::from_str(name)).is_ok();
    is_set && construct("DateTimeFormat", "en", &settings).is_some()
}

fn format(tag: &str, value: f64, options: &[(&str, &str)]) -> String {
    text(&formatter(tag, options), value)
}

/// What writes numbers in a language.
fn formatter(tag: &str, options: &[(&str, &str)]) -> Function {
    let settings = Object::new();
    for (key, value) in options {
        // An ordinary object takes every key.
        Reflect::set(&settings, &JsValue::from_str(key), &JsValue::from_str(value)).ok();
    }
    Intl::NumberFormat::new(&Array::of1(&JsValue::from_str(tag)), &settings).format()
}

fn text(format: &Function, value: f64) -> String {
    let text = format.call1(&JsValue::UNDEFINED, &JsValue::from_f64(value));
    text.ok().and_then(|text| text.as_string()).unwrap_or_default()
}
