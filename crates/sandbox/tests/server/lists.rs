//! Lists: made, read, changed and deleted.

use axum::http::header;
use serde_json::json;

use crate::client::{Client, column, signed};

#[tokio::test]
async fn a_new_list_is_answered_as_documented() {
    let client = Client::seeded();
    let with =
        client.post("/api/cm/lists", json!({"name": "one", "description": "two"})).await.expect(201).json();
    assert_eq!(
        with,
        json!({
            "id": 42, "name": "one", "description": "two",
            "updatedAt": "2026-03-02T08:00:01Z", "createdAt": "2026-03-02T08:00:01Z",
        })
    );
    let without = client.post("/api/cm/lists", json!({"name": "one"})).await.expect(201).json();
    assert_eq!(without["id"], 43);
    assert!(without.get("description").is_none(), "{without}");
}

#[tokio::test]
async fn what_a_list_cannot_be_is_refused() {
    let client = Client::seeded();
    for (body, path) in [
        (json!({}), "name"),
        (json!({"name": null}), "name"),
        (json!({"name": ""}), "name"),
        (json!({"name": 5}), "name"),
        (json!({"name": "a".repeat(256)}), "name"),
        (json!({"name": "a", "description": ["b"]}), "description"),
        (json!({"name": "a", "Description": "b"}), "Description"),
        (json!({"name": "a", "id": 7}), "id"),
        (json!([{"name": "a"}]), "body"),
    ] {
        let paths = client.post("/api/cm/lists", body.clone()).await.refused_paths();
        assert_eq!(paths, [path], "{body}");
    }
    client.post("/api/cm/lists", json!({"name": "é".repeat(255)})).await.expect(201);
    assert_eq!(client.state().await["lists"].as_array().unwrap().len(), 7);
}

#[tokio::test]
async fn a_body_that_is_not_json_is_refused() {
    let client = Client::seeded();
    let request = signed("POST", "/api/cm/lists").header(header::CONTENT_TYPE, "application/json");
    let answer = client.send(request.body("{\"name\": ".into()).unwrap()).await.expect(400);
    assert!(answer.json()["message"].is_string());
    let request = signed("POST", "/api/cm/lists").header(header::CONTENT_TYPE, "text/plain");
    client.send(request.body("{\"name\": \"a\"}".into()).unwrap()).await.expect(415);
}

#[tokio::test]
async fn a_list_is_changed_where_it_is_told() {
    let client = Client::seeded();
    let before = client.get("/api/cm/lists/12").await.expect(200).json();
    let after = client.put("/api/cm/lists/12", json!({"description": null})).await.expect(200).json();
    assert_eq!(after["name"], before["name"]);
    assert_eq!(after["description"], json!(null));
    assert_ne!(after["updatedAt"], before["updatedAt"]);
    assert_eq!(after["createdAt"], before["createdAt"]);
    assert_eq!(client.put("/api/cm/lists/12", json!({"name": null})).await.refused_paths(), ["name"]);
    assert_eq!(client.put("/api/cm/lists/12", json!({"id": 18})).await.refused_paths(), ["id"]);
    client.put("/api/cm/lists/999", json!({"name": "a"})).await.expect(404);
}

#[tokio::test]
async fn a_deleted_list_is_gone_with_its_contacts_but_kept_in_the_database() {
    let client = Client::seeded();
    client.delete("/api/cm/lists/12").await.expect(204);
    client.get("/api/cm/lists/12").await.expect(404);
    client.delete("/api/cm/lists/12").await.expect(404);
    client.get("/api/cm/lists/12/contacts").await.expect(404);
    assert_eq!(client.get("/api/cm/contacts?ListId=12").await.json()["count"], 0);
    assert_eq!(client.stored_queue(59).await["lists"], json!([]));
    let stored = client.stored_list(12).await;
    assert!(stored["deletedAt"].is_string());
    assert_eq!(stored["contacts"].as_array().unwrap().len(), 40);
    let lists = client.get("/api/cm/lists").await.json();
    assert!(!column(&lists["rows"], "id").contains(&json!(12)));
    // Its id is not given out again, nor is that of the last list.
    client.delete("/api/cm/lists/41").await.expect(204);
    let next = client.post("/api/cm/lists", json!({"name": "next"})).await.expect(201).json();
    assert_eq!(next["id"], 42);
}
