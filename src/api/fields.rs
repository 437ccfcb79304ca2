//! `/api/cm/lists/{id}/fields`

use dialdesk_core::contact::{CustomField, CustomFieldId, CustomKind, Scope};
use dialdesk_core::list::ListId;
use serde_json::Value;

use super::answer::{flag, number_at, text};
use super::request::Request;

/// The custom fields of a list, those of all lists included.
pub(super) fn of_list(id: ListId) -> Request {
    Request::get(format!("/api/cm/lists/{id}/fields")).with("includeGlobals", "true")
}

/// Reads one row: the label is the `alias`, else the `name`.
pub(super) fn read(row: &Value) -> Option<CustomField> {
    let id = CustomFieldId::new(number_at(row, "id")?)?;
    let label = text(row, "alias").or_else(|| text(row, "name")).unwrap_or_default();
    let kind = text(row, "type").unwrap_or_else(|| "Text".to_owned());
    Some(CustomField {
        id,
        label,
        kind: CustomKind::named(&kind, row.get("values").map(choices).unwrap_or_default()),
        is_required: row.get("required").and_then(flag).unwrap_or_default(),
        scope: match row.get("ListId") {
            None => Scope::Unknown,
            Some(Value::Null) => Scope::Global,
            Some(_) => Scope::List,
        },
    })
}

/// The choices of a select: an array of texts, or such an array written as a text.
fn choices(values: &Value) -> Vec<String> {
    let written = values.as_str().and_then(|text| serde_json::from_str::<Value>(text).ok());
    let values = written.as_ref().unwrap_or(values).as_array();
    values.into_iter().flatten().filter_map(|value| value.as_str().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_field_is_read_with_its_type_and_leniently() {
        let field = read(&json!({
            "id": "5", "alias": "Fair day", "type": "Select", "values": ["Friday"], "required": 1, "ListId": 33
        }));
        let field = field.unwrap();
        assert_eq!((field.id.get(), field.label.as_str(), field.is_required), (5, "Fair day", true));
        assert_eq!((field.kind, field.scope), (CustomKind::Select(vec!["Friday".into()]), Scope::List));
        let field = read(&json!({"id": 7, "name": "cf_7", "type": "Select", "values": "[\"a\"]"})).unwrap();
        assert_eq!(field.kind, CustomKind::Select(vec!["a".into()]));
        assert_eq!((field.label.as_str(), field.scope, field.is_required), ("cf_7", Scope::Unknown, false));
        assert_eq!(read(&json!({"id": 1, "ListId": null})).unwrap().scope, Scope::Global);
    }
}
