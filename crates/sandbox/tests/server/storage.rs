//! What is kept, and what a new or reset database contains.

use std::path::Path;

use dialdesk_sandbox::{OpenError, Options, Sandbox, Seed, Storage};
use serde_json::json;

use crate::client::{Client, column};

fn options(name: &str) -> Options {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if path.exists() {
        std::fs::remove_file(&path).unwrap();
    }
    Options { storage: Storage::File(path), ..Options::default() }
}

#[tokio::test]
async fn a_data_file_outlives_the_server_and_is_seeded_once() {
    let options = options("outlives.sqlite");
    let client = Client::with(options.clone());
    client.post("/api/cm/lists", json!({"name": "kept"})).await.expect(201);
    client.delete("/api/cm/lists/12").await.expect(204);
    client.upload("name\na\n").await.expect(201);
    drop(client);

    let client = Client::with(options);
    let lists = client.get("/api/cm/lists").await.json();
    assert_eq!(column(&lists["rows"], "id"), [18, 27, 32, 33, 41, 42].map(|id| json!(id)));
    // The clock goes on, and the upload still waits.
    let made = client.post("/api/cm/lists", json!({"name": "next"})).await.expect(201).json();
    assert_eq!(made["createdAt"], "2026-03-02T08:00:04Z");
    let order = json!({"id": "a", "binding": {"firstName": "name"}, "ListId": 42});
    client.post("/api/cm/contacts/upload/a", order).await.expect(200);
}

#[tokio::test]
async fn a_reset_brings_the_seed_back() {
    for options in [Options::default(), options("reset.sqlite")] {
        let client = Client::with(options);
        let before = client.state().await;
        client.post("/api/cm/lists", json!({"name": "x"})).await.expect(201);
        client.delete("/api/voice/queues/59").await.expect(204);
        client.upload("name\na\n").await.expect(201);
        assert_ne!(client.state().await, before);
        client.post("/_sandbox/reset", json!({})).await.expect(204);
        assert_eq!(client.state().await, before);
        let made = client.post("/api/cm/lists", json!({"name": "x"})).await.expect(201).json();
        assert_eq!(made["createdAt"], "2026-03-02T08:00:01Z");
    }
}

#[tokio::test]
async fn an_empty_server_has_nobody_but_the_administrator() {
    let client = Client::with(Options { seed: Seed::Empty, ..Options::default() });
    client.post("/api/cm/lists", json!({"name": "x"})).await.expect(201);
    client.post("/_sandbox/reset", json!({})).await.expect(204);
    let state = client.state().await;
    assert_eq!(column(&state["users"], "role"), [json!("admin")]);
    for key in ["lists", "custom_fields", "trunks", "intervals", "queues", "uploads", "imports"] {
        assert_eq!(state[key], json!([]), "{key}");
    }
    let made = client.post("/api/cm/lists", json!({"name": "first"})).await.expect(201).json();
    assert_eq!(made["id"], 1);
}

#[test]
fn a_file_of_something_else_is_refused() {
    let options = options("other.sqlite");
    let Storage::File(path) = &options.storage else { panic!("not a file") };
    std::fs::write(
        path,
        "this is no database, only text that is long enough to be looked at as one ".repeat(9),
    )
    .unwrap();
    assert!(matches!(Sandbox::open(options.clone()), Err(OpenError::Database(_))));
    let nowhere = Options { storage: Storage::File(path.join("below-a-file")), ..options };
    assert!(matches!(Sandbox::open(nowhere), Err(OpenError::File { .. })));
}
