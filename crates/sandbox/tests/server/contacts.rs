//! Contacts, one by one and several at once.

use axum::http::header;
use serde_json::{Value, json};

use crate::client::{Client, column, signed};

fn contact(more: Value) -> Value {
    let mut contact = json!({"firstName": "Ada", "ListId": 33});
    contact.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    contact
}

#[tokio::test]
async fn a_contact_is_stored_with_its_values_as_they_are() {
    let client = Client::seeded();
    let body = contact(json!({"phone": " +44 7700 900123 ", "cf_1": "a", "cf_5": "Friday", "cf_7": 12}));
    let made = client.post("/api/cm/contacts", body).await.expect(201).json();
    assert_eq!(made["phone"], " +44 7700 900123 ");
    assert_eq!((&made["cf_1"], &made["cf_5"], &made["cf_7"]), (&json!("a"), &json!("Friday"), &json!(12)));
    assert_eq!(
        (&made["cf_3"], &made["lastName"], &made["priority"]),
        (&json!(null), &json!(null), &json!(2))
    );
    let read = client.get(&format!("/api/cm/contacts/{}", made["id"])).await.expect(200).json();
    assert_eq!(read, made);
}

#[tokio::test]
async fn the_content_type_of_a_single_contact_does_not_matter() {
    let client = Client::seeded();
    for label in ["application/x-www-form-urlencoded", "application/json", "text/plain"] {
        let request = signed("POST", "/api/cm/contacts").header(header::CONTENT_TYPE, label);
        client.send(request.body(contact(json!({})).to_string().into()).unwrap()).await.expect(201);
    }
    let request = signed("POST", "/api/cm/contacts").body("firstName=Ada&ListId=33".into()).unwrap();
    client.send(request).await.expect(400);
}

#[tokio::test]
async fn what_a_contact_cannot_be_is_refused() {
    let client = Client::seeded();
    for (body, path) in [
        (json!({"ListId": 33}), "firstName"),
        (json!({"firstName": "", "ListId": 33}), "firstName"),
        (json!({"firstName": null, "ListId": 33}), "firstName"),
        (json!({"firstName": 5, "ListId": 33}), "firstName"),
        (json!({"firstName": "Ada"}), "ListId"),
        (json!({"firstName": "Ada", "ListId": "33"}), "ListId"),
        (contact(json!({"phone": 3_335_550_100_i64})), "phone"),
        (contact(json!({"lastName": "x".repeat(256)})), "lastName"),
        (contact(json!({"Phone": "1"})), "Phone"),
        (contact(json!({"priority": 0})), "priority"),
        (contact(json!({"priority": "2"})), "priority"),
        (contact(json!({"scheduledat": "tomorrow"})), "scheduledat"),
        (contact(json!({"cf_2": "a"})), "cf_2"),
        (contact(json!({"cf_01": "a"})), "cf_01"),
        (contact(json!({"cf_1": 5})), "cf_1"),
        (contact(json!({"cf_5": "Monday"})), "cf_5"),
        (contact(json!({"cf_7": "12"})), "cf_7"),
        (contact(json!({"cf_7": 1.5})), "cf_7"),
        // A field of another list.
        (contact(json!({"cf_9": true})), "cf_9"),
    ] {
        let paths = client.post("/api/cm/contacts", body.clone()).await.refused_paths();
        assert_eq!(paths, [path], "{body}");
    }
    client.post("/api/cm/contacts", json!({"firstName": "Ada", "ListId": 999})).await.expect(404);
    assert_eq!(client.stored_list(33).await["contacts"], json!([]));
}

#[tokio::test]
async fn a_switch_takes_booleans_and_the_two_numbers_that_stand_for_them() {
    let client = Client::seeded();
    for (given, stored) in [(json!(true), true), (json!(0), false), (json!(1), true)] {
        let body = json!({"firstName": "Ada", "ListId": 27, "cf_9": given});
        assert_eq!(client.post("/api/cm/contacts", body).await.expect(201).json()["cf_9"], stored);
    }
    let body = json!({"firstName": "Ada", "ListId": 27, "cf_9": "true"});
    assert_eq!(client.post("/api/cm/contacts", body).await.refused_paths(), ["cf_9"]);
}

#[tokio::test]
async fn several_contacts_are_stored_together_or_not_at_all() {
    let client = Client::seeded();
    let answer = client
        .post("/api/cm/lists/33/contacts", json!([contact(json!({})), contact(json!({"phone": 5}))]))
        .await
        .expect(422)
        .json();
    assert_eq!(answer["errors"][0]["path"], "phone");
    assert_eq!(answer["errors"][0]["message"], "contact 2: phone must be a string");
    assert_eq!(client.stored_list(33).await["contacts"], json!([]));

    let both = json!([contact(json!({})), contact(json!({"firstName": "Ben"}))]);
    let made = client.post("/api/cm/lists/33/contacts", both).await.expect(201).json();
    assert_eq!(column(&made, "firstName"), [json!("Ada"), json!("Ben")]);
    assert_eq!(column(&client.stored_list(33).await["contacts"], "firstName"), [json!("Ada"), json!("Ben")]);
}

#[tokio::test]
async fn the_list_of_several_contacts_is_that_of_the_path() {
    let client = Client::seeded();
    let paths = client.post("/api/cm/lists/32/contacts", json!([contact(json!({}))])).await.refused_paths();
    assert_eq!(paths, ["ListId"]);
    let paths = client.post("/api/cm/lists/32/contacts", json!([{"firstName": "Ada"}])).await.refused_paths();
    assert_eq!(paths, ["ListId"]);
    let paths = client.post("/api/cm/lists/33/contacts", contact(json!({}))).await.refused_paths();
    assert_eq!(paths, ["body"]);
    client.post("/api/cm/lists/999/contacts", json!([])).await.expect(404);
}

#[tokio::test]
async fn a_contact_is_changed_where_it_is_told_and_deleted_softly() {
    let client = Client::seeded();
    let before = client.get("/api/cm/contacts/1").await.expect(200).json();
    let changes = json!({"phone": "+44 7700 900500", "cf_1": "called"});
    let after = client.put("/api/cm/contacts/1", changes).await.expect(200).json();
    assert_eq!((&after["phone"], &after["cf_1"]), (&json!("+44 7700 900500"), &json!("called")));
    assert_eq!((&after["firstName"], &after["cf_3"]), (&before["firstName"], &before["cf_3"]));
    assert_eq!(
        client.put("/api/cm/contacts/1", json!({"firstName": null})).await.refused_paths(),
        ["firstName"]
    );
    assert_eq!(client.put("/api/cm/contacts/1", json!({"ListId": 18})).await.refused_paths(), ["ListId"]);
    client.delete("/api/cm/contacts/1").await.expect(204);
    client.get("/api/cm/contacts/1").await.expect(404);
    client.put("/api/cm/contacts/1", json!({})).await.expect(404);
    client.delete("/api/cm/contacts/1").await.expect(404);
    assert_eq!(client.get("/api/cm/contacts?ListId=12&limit=1").await.json()["count"], 39);
    let stored = client.stored_list(12).await;
    assert!(stored["contacts"][0]["deletedAt"].is_string());
}
