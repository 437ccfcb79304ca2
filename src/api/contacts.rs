//! `/api/cm/contacts`

use dialdesk_core::contact::{
    ContactChanges, ContactField, ContactId, FieldValue, NewContact, StoredContact,
};
use dialdesk_core::list::ListId;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::answer::{self, number_at};
use super::client::Client;
use super::error::ApiError;
use super::request::Request;
use super::rows::Row;

const CONTACTS: &str = "/api/cm/contacts";

/// The smallest page of a list's contacts: it is asked for its total.
pub(super) fn count(id: ListId) -> Request {
    Request::get(CONTACTS)
        .with("ListId", &id.to_string())
        .with("fields", "id")
        .with("limit", "1")
        .with("offset", "0")
}

/// A page of a list's contacts, as the server is asked for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PageAsked {
    /// The list.
    pub(crate) list: ListId,
    /// So many rows.
    pub(crate) limit: u64,
    /// After so many.
    pub(crate) offset: u64,
    /// The column that gives the order, as the server names it; with a minus in front the largest comes first.
    pub(crate) sort: String,
    /// Text that a contact must have; empty for all.
    pub(crate) filter: String,
}

/// A page as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ContactsPage {
    /// Its contacts.
    pub(crate) rows: Vec<StoredContact>,
    /// How many there are in all, where the server tells.
    pub(crate) total: Option<u64>,
}

fn page(asked: &PageAsked) -> Request {
    let request = Request::get(CONTACTS)
        .with("ListId", &asked.list.to_string())
        .page(asked.limit, asked.offset)
        .with("sort", &asked.sort);
    if asked.filter.is_empty() { request } else { request.with("filter", &asked.filter) }
}

impl Row for StoredContact {
    type Id = ContactId;

    fn id(&self) -> ContactId {
        self.id
    }

    fn read(row: &Value) -> Option<Self> {
        let id = ContactId::new(number_at(row, "id")?)?;
        let texts = row.as_object()?.iter().filter_map(|(name, value)| {
            let field = ContactField::from_api_name(name)?;
            Some((field, text_of(value)?))
        });
        Some(Self::new(id, texts.collect()))
    }
}

/// Where the list stands in the body of a contact, as the two examples of the documented page have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ListAt {
    /// In front.
    First,
    /// Between the usual fields and the custom ones.
    BeforeCustom,
}

/// The body of a contact.
struct ContactBody<'a> {
    list: ListId,
    at: ListAt,
    values: &'a [(ContactField, FieldValue)],
}

impl Serialize for ContactBody<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let is_custom = |field: ContactField| matches!(field, ContactField::Custom(_));
        if self.at == ListAt::First {
            map.serialize_entry("ListId", &self.list.get())?;
        }
        for (field, value) in self.values.iter().filter(|(field, _)| !is_custom(*field)) {
            map.serialize_entry(&field.api_name(), value)?;
        }
        if self.at == ListAt::BeforeCustom {
            map.serialize_entry("ListId", &self.list.get())?;
        }
        for (field, value) in self.values.iter().filter(|(field, _)| is_custom(*field)) {
            map.serialize_entry(&field.api_name(), value)?;
        }
        map.end()
    }
}

/// The body of a change: the keys that differ.
struct ChangesBody<'a>(&'a ContactChanges);

impl Serialize for ChangesBody<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.values().iter().map(|(field, value)| (field.api_name(), value)))
    }
}

/// A page of what some fields of a list's contacts hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ComparedPage {
    /// For each contact the fields that hold something.
    pub(crate) rows: Vec<Vec<(ContactField, String)>>,
    /// How many contacts there are in all, where the server tells.
    pub(crate) total: Option<u64>,
}

/// In the order of their numbers, so that what is added meanwhile comes last.
fn compared(list: ListId, fields: &[ContactField], limit: u64, offset: u64) -> Request {
    let names: Vec<String> = fields.iter().map(|field| field.api_name().into_owned()).collect();
    Request::get(CONTACTS)
        .with("ListId", &list.to_string())
        .with("fields", &format!("id,{}", names.join(",")))
        .page(limit, offset)
        .with("sort", "id")
}

/// Reads such a page; none where its rows do not have the fields that were asked for.
fn read_compared(answer: &Value, fields: &[ContactField]) -> Option<Vec<Vec<(ContactField, String)>>> {
    let rows = answer::rows(answer)?;
    let shows = |field: &ContactField| rows.iter().any(|row| row.get(&*field.api_name()).is_some());
    if !rows.is_empty() && !fields.iter().all(shows) {
        return None;
    }
    let texts = rows.iter().map(|row| {
        let holds = |field: &ContactField| Some((*field, text_of(row.get(&*field.api_name())?)?));
        fields.iter().filter_map(holds).collect()
    });
    Some(texts.collect())
}

/// What a field holds as text; none where it holds nothing.
fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => Some(value.to_string()),
    }
}

/// Adds a contact to a list.
pub(crate) fn create(list: ListId, contact: &NewContact) -> Request {
    Request::post(CONTACTS, &ContactBody { list, at: ListAt::BeforeCustom, values: contact.values() })
}

/// Adds several contacts to a list in one call.
pub(crate) fn create_several(list: ListId, contacts: &[NewContact]) -> Request {
    let bodies: Vec<ContactBody<'_>> = contacts
        .iter()
        .map(|contact| ContactBody { list, at: ListAt::First, values: contact.values() })
        .collect();
    Request::post(format!("/api/cm/lists/{list}/contacts"), &bodies)
}

/// Changes the fields that differ.
pub(crate) fn change(id: ContactId, changes: &ContactChanges) -> Request {
    Request::put(format!("{CONTACTS}/{id}"), &ChangesBody(changes))
}

fn one(id: ContactId) -> Request {
    Request::get(format!("{CONTACTS}/{id}"))
}

fn delete(id: ContactId) -> Request {
    Request::delete(format!("{CONTACTS}/{id}"))
}

impl Client {
    /// How many contacts a list has; `None` where the server answers without a total.
    pub(crate) async fn contact_count(&self, id: ListId) -> Result<Option<u64>, ApiError> {
        let answer = self.ask(count(id)).await?;
        Ok(answer::total(&answer.json, answer.content_range.as_deref()))
    }

    /// A page of a list's contacts.
    pub(crate) async fn contacts_page(&self, asked: &PageAsked) -> Result<ContactsPage, ApiError> {
        let answer = self.send(page(asked), None).await?;
        let rows = answer::rows(&answer.json).ok_or(ApiError::Unreadable)?;
        let total = answer::total(&answer.json, answer.content_range.as_deref());
        Ok(ContactsPage { rows: rows.iter().filter_map(StoredContact::read).collect(), total })
    }

    /// So many contacts of a list after the first `offset`, as far as these fields go.
    pub(crate) async fn compared_page(
        &self,
        list: ListId,
        fields: &[ContactField],
        limit: u64,
        offset: u64,
    ) -> Result<ComparedPage, ApiError> {
        let answer = self.send(compared(list, fields, limit, offset), None).await?;
        let rows = read_compared(&answer.json, fields).ok_or(ApiError::Unreadable)?;
        Ok(ComparedPage { rows, total: answer::total(&answer.json, answer.content_range.as_deref()) })
    }

    /// One contact.
    pub(crate) async fn contact(&self, id: ContactId) -> Result<StoredContact, ApiError> {
        let answer = self.send(one(id), None).await?;
        StoredContact::read(&answer.json).ok_or(ApiError::Unreadable)
    }

    /// Adds a contact; the answer has its number. None where the server says that it did and not which.
    pub(crate) async fn create_contact(
        &self,
        list: ListId,
        contact: &NewContact,
    ) -> Result<Option<ContactId>, ApiError> {
        let answer = self.send(create(list, contact), None).await?;
        Ok(number_at(&answer.json, "id").and_then(ContactId::new))
    }

    /// Adds several contacts.
    pub(crate) async fn create_contacts(
        &self,
        list: ListId,
        contacts: &[NewContact],
    ) -> Result<(), ApiError> {
        self.send(create_several(list, contacts), None).await.map(|_answer| ())
    }

    /// Changes a contact.
    pub(crate) async fn change_contact(
        &self,
        id: ContactId,
        changes: &ContactChanges,
    ) -> Result<(), ApiError> {
        self.send(change(id, changes), None).await.map(|_row| ())
    }

    /// Deletes a contact.
    pub(crate) async fn delete_contact(&self, id: ContactId) -> Result<(), ApiError> {
        self.send(delete(id), None).await.map(|_answer| ())
    }
}

#[cfg(test)]
mod tests {
    use dialdesk_core::contact::{ContactDraft, CustomField, CustomFieldId, CustomKind, offered};
    use serde_json::json;

    use super::super::request::Body;
    use super::*;

    const DOCUMENTED: &str = include_str!("../../tests/fixtures/documented-requests.json");

    /// The body that the documented page prints under this name.
    fn documented(name: &str) -> String {
        let all: Vec<Value> = serde_json::from_str(DOCUMENTED).unwrap();
        let one = all.iter().find(|request| request["name"] == name).unwrap();
        one["body"].as_str().unwrap().to_owned()
    }

    fn contact(texts: &[(&str, &str)]) -> NewContact {
        let custom =
            [1, 3].map(|id| CustomField::new(CustomFieldId::new(id).unwrap(), "x", CustomKind::Text));
        let mut draft = ContactDraft::default();
        for (name, text) in texts {
            draft.set(ContactField::from_api_name(name).unwrap(), (*text).to_owned());
        }
        draft.parse(&offered(&custom)).unwrap()
    }

    fn body(request: &Request) -> &str {
        let Body::Json(json) = &request.body else { panic!("no JSON") };
        &json.sent
    }

    #[test]
    fn a_contact_is_written_as_on_the_documented_page() {
        let usual = [("firstName", "John"), ("lastName", "doe"), ("phone", "1234567890")];
        let request = create(ListId::new(12).unwrap(), &contact(&usual));
        assert_eq!(request.line(), "POST /api/cm/contacts");
        // The page prints a blank after each colon and comma; nothing else differs.
        assert_eq!(body(&request), documented("create a contact").replace(": ", ":").replace(", ", ","));

        let custom = [usual.as_slice(), &[("cf_1", "some text"), ("cf_3", "some other text")]].concat();
        let request = create(ListId::new(12).unwrap(), &contact(&custom));
        let printed = documented("create a contact with custom fields");
        assert_eq!(body(&request), printed.replace(": ", ":").replace(", ", ","));
    }

    #[test]
    fn several_contacts_are_written_byte_for_byte_as_on_the_documented_page() {
        let contacts = [
            contact(&[
                ("firstName", "test1"),
                ("lastName", "asdasd"),
                ("phone", "123456789"),
                ("cf_1", "qwertyuio"),
            ]),
            contact(&[
                ("firstName", "test2"),
                ("lastName", "asdasd"),
                ("phone", "098765432"),
                ("cf_3", "asdfghjk"),
            ]),
        ];
        let request = create_several(ListId::new(32).unwrap(), &contacts);
        assert_eq!(request.line(), "POST /api/cm/lists/32/contacts");
        assert_eq!(body(&request), documented("add contacts to a list"));
    }

    #[test]
    fn a_change_has_the_fields_that_differ_and_null_for_an_emptied_one() {
        let row =
            json!({"id": "7", "firstName": "Anna", "email": "a@example.com", "priority": "2", "fax": null});
        let before = StoredContact::read(&row).unwrap();
        let fields = offered(&[]);
        let mut draft = ContactDraft::of(&before, &fields);
        draft.set(ContactField::Email, String::new());
        draft.set(ContactField::Priority, "3".into());
        let request = change(before.id, &before.changes(&draft, &fields).unwrap());
        assert_eq!(request.line(), "PUT /api/cm/contacts/7");
        assert_eq!(body(&request), r#"{"email":null,"priority":3}"#);
    }

    #[test]
    fn what_is_compared_is_asked_for_alone_and_read_leniently() {
        let fields = [ContactField::FirstName, ContactField::Phone];
        let line =
            "GET /api/cm/contacts?ListId=12&fields=id%2CfirstName%2Cphone&limit=1000&offset=2000&sort=id";
        assert_eq!(compared(ListId::new(12).unwrap(), &fields, 1_000, 2_000).line(), line);
        let rows = json!({"rows": [
            {"id": 1, "firstName": "Anna", "phone": "333"},
            {"id": 2, "firstName": null, "phone": 4, "email": "x"},
        ]});
        let (anna, number) = ("Anna".to_owned(), "4".to_owned());
        let read = vec![
            vec![(ContactField::FirstName, anna), (ContactField::Phone, "333".to_owned())],
            vec![(ContactField::Phone, number)],
        ];
        assert_eq!(read_compared(&rows, &fields), Some(read));
        // A server that does not show a field must not be taken for one whose contacts have nothing there.
        assert_eq!(read_compared(&json!([{"id": 1, "firstName": "Anna"}]), &fields), None);
        assert_eq!(read_compared(&json!([]), &fields), Some(Vec::new()));
        assert_eq!(read_compared(&json!("Forbidden"), &fields), None);
    }

    #[test]
    fn a_page_is_asked_for_with_its_order_and_its_text() {
        let asked = PageAsked {
            list: ListId::new(12).unwrap(),
            limit: 50,
            offset: 100,
            sort: "-lastName".into(),
            filter: String::new(),
        };
        let line = "GET /api/cm/contacts?ListId=12&limit=50&offset=100&sort=-lastName";
        assert_eq!(page(&asked).line(), line);
        let asked = PageAsked { filter: "+39 3".into(), ..asked };
        assert_eq!(page(&asked).line(), format!("{line}&filter=%2B39%203"));
    }
}
