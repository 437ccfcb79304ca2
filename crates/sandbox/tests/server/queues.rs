//! Campaigns: every documented key by its type, and unknown ones kept.

use serde_json::{Value, json};

use crate::client::{Client, column, documented_queue};

fn with(key: &str, value: Value) -> Value {
    let mut queue = documented_queue();
    queue[key] = value;
    queue
}

#[tokio::test]
async fn a_campaign_is_answered_and_stored_as_it_was_sent() {
    let client = Client::seeded();
    let made = client.post("/api/voice/queues", documented_queue()).await.expect(201).json();
    assert_eq!(made["id"], 60);
    let read = client.get("/api/voice/queues/60").await.expect(200).json();
    assert_eq!(read, made);
    for (key, value) in documented_queue().as_object().unwrap() {
        assert_eq!(read[key], *value, "{key}");
    }
}

#[tokio::test]
async fn every_documented_key_must_have_its_documented_type() {
    let client = Client::seeded();
    for (key, value) in documented_queue().as_object().unwrap() {
        let wrong = match value {
            Value::String(_) => json!(1),
            Value::Number(number) => json!(number.to_string()),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => json!("true"),
        };
        let paths = client.post("/api/voice/queues", with(key, wrong.clone())).await.refused_paths();
        assert_eq!(paths, [key.as_str()], "{key} as {wrong}");
    }
}

#[tokio::test]
async fn words_ids_and_numbers_outside_of_what_is_known_are_refused() {
    let client = Client::seeded();
    for (key, value) in [
        ("dialCheckDuplicateType", json!("sometimes")),
        ("strategy", json!("roundrobin2")),
        ("autopause", json!("true")),
        ("ringinuse", json!("all")),
        ("type", json!("Outbound")),
        ("dialOrderByScheduledAt", json!("asc")),
        ("timeout", json!(-1)),
        ("timeout", json!(3.0)),
        ("dialPowerLevel", json!(-0.5)),
        ("TrunkId", json!(99)),
        ("TrunkId", json!(null)),
        ("IntervalId", json!(99)),
        ("name", json!("")),
        ("name", json!(null)),
        ("id", json!(70)),
        ("createdAt", json!("2026-03-02T08:00:00Z")),
    ] {
        let paths = client.post("/api/voice/queues", with(key, value.clone())).await.refused_paths();
        assert_eq!(paths, [key], "{key} as {value}");
    }
    for (key, value) in [
        ("dialPowerLevel", json!(1.5)),
        ("autopause", json!("all")),
        ("IntervalId", json!(null)),
        ("dialMethod", json!("bookedProgressive")),
    ] {
        client.post("/api/voice/queues", with(key, value)).await.expect(201);
    }
    client.post("/api/voice/queues", json!({"type": "outbound"})).await.refused_paths();
    client.post("/api/voice/queues", json!({"name": "only a name"})).await.expect(201);
}

#[tokio::test]
async fn unknown_keys_survive_a_change_of_others() {
    let client = Client::seeded();
    let body = with("dialAMDActive", json!(true));
    let made = client.post("/api/voice/queues", body).await.expect(201).json();
    let path = format!("/api/voice/queues/{}", made["id"]);
    let mut after = client.put(&path, json!({"dialActive": false})).await.expect(200).json();
    assert_ne!(after["updatedAt"], made["updatedAt"]);
    after["updatedAt"] = made["updatedAt"].clone();
    let mut wanted = made.clone();
    wanted["dialActive"] = json!(false);
    assert_eq!(after, wanted);
    assert_eq!(client.put(&path, json!({"timeout": "3"})).await.refused_paths(), ["timeout"]);
    assert_eq!(client.put(&path, json!({"id": 59})).await.refused_paths(), ["id"]);
    client.put("/api/voice/queues/999", json!({})).await.expect(404);
}

#[tokio::test]
async fn campaigns_are_told_from_other_queues_by_their_type() {
    let client = Client::seeded();
    let outbound =
        client.get("/api/voice/queues?type=outbound&fields=id,name&sort=id").await.expect(200).json();
    assert_eq!(column(&outbound["rows"], "id"), [json!(52), json!(55), json!(59)]);
    let running = client.get("/api/voice/queues?type=outbound&dialActive=true").await.json();
    assert_eq!(column(&running["rows"], "id"), [json!(52)]);
}

#[tokio::test]
async fn a_deleted_campaign_is_gone() {
    let client = Client::seeded();
    client.delete("/api/voice/queues/59").await.expect(204);
    client.get("/api/voice/queues/59").await.expect(404);
    client.get("/api/voice/queues/59/lists").await.expect(404);
    client.delete("/api/voice/queues/59").await.expect(404);
}
