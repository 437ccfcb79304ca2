//! Reading answers leniently: real servers differ from release to release.

use serde_json::Value;

/// A whole number, also as text: `12`, `"12"`.
pub(super) fn number(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.trim().parse().ok(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The text under `key`; absent, null and other kinds are `None`.
pub(super) fn text(row: &Value, key: &str) -> Option<String> {
    row.get(key)?.as_str().map(str::to_owned)
}

/// The whole number under `key`.
pub(super) fn number_at(row: &Value, key: &str) -> Option<u64> {
    number(row.get(key)?)
}

/// A switch: `true`, `1` or `"1"`.
pub(super) fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::String(text) if text == "true" => Some(true),
        Value::String(text) if text == "false" => Some(false),
        Value::Number(_) | Value::String(_) => number(value).map(|number| number != 0),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The rows of a collection: a bare array, or the `rows` of an object.
pub(super) fn rows(answer: &Value) -> Option<&Vec<Value>> {
    answer.as_array().or_else(|| answer.get("rows")?.as_array())
}

/// How many rows the whole collection has: the `count` of the answer, else the total of a `Content-Range`.
pub(super) fn total(answer: &Value, content_range: Option<&str>) -> Option<u64> {
    number_at(answer, "count").or_else(|| content_range?.rsplit_once('/')?.1.trim().parse().ok())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn collections_come_as_arrays_or_as_objects() {
        assert_eq!(rows(&json!([1, 2])).map(Vec::len), Some(2));
        assert_eq!(rows(&json!({"count": 2, "rows": [1, 2]})).map(Vec::len), Some(2));
        assert_eq!(rows(&json!({"rows": {}})), None);
        assert_eq!(rows(&json!("Forbidden")), None);
    }

    #[test]
    fn switches_come_as_booleans_numbers_or_text() {
        for (value, read) in [
            (json!(true), Some(true)),
            (json!(0), Some(false)),
            (json!("1"), Some(true)),
            (json!("false"), Some(false)),
            (json!(null), None),
            (json!("maybe"), None),
        ] {
            assert_eq!(flag(&value), read, "{value}");
        }
    }

    #[test]
    fn totals_come_as_numbers_as_text_or_in_a_header() {
        assert_eq!(total(&json!({"count": 7, "rows": []}), None), Some(7));
        assert_eq!(total(&json!({"count": "7"}), Some("0-0/9")), Some(7));
        assert_eq!(total(&json!([]), Some("contacts 0-0/950")), Some(950));
        assert_eq!(total(&json!([]), Some("0-0/*")), None);
        assert_eq!(total(&json!([]), None), None);
    }
}
