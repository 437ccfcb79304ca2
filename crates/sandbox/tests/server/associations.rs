//! The lists and agents of campaigns, and the agents of lists.

use serde_json::json;

use crate::client::{Client, column};

#[tokio::test]
async fn lists_are_attached_once_however_often_it_is_asked() {
    let client = Client::seeded();
    for _ in 0..2 {
        client.post("/api/voice/queues/59/lists", json!({"id": 59, "ids": [32, 33]})).await.expect(200);
    }
    assert_eq!(client.stored_queue(59).await["lists"], json!([12, 32, 33]));
    let lists = client.get("/api/voice/queues/59/lists").await.expect(200).json();
    assert_eq!(lists["count"], 3);
    assert_eq!(
        column(&lists["rows"], "name"),
        [json!("Spring renewals"), json!("TestList"), json!("Trade fair leads")]
    );
}

#[tokio::test]
async fn the_penalty_is_a_string_and_the_last_one_counts() {
    let client = Client::seeded();
    let path = "/api/voice/queues/59/users";
    for penalty in [json!(0), json!("-1"), json!("1.5"), json!(""), json!("one"), json!("+1"), json!(null)] {
        let body = json!({"id": 59, "ids": [24], "penalty": penalty});
        assert_eq!(client.post(path, body.clone()).await.refused_paths(), ["penalty"], "{body}");
    }
    assert_eq!(client.post(path, json!({"id": 59, "ids": [24]})).await.refused_paths(), ["penalty"]);
    client.post(path, json!({"id": 59, "ids": [24, 26], "penalty": "0"})).await.expect(200);
    client.post(path, json!({"id": 59, "ids": [26], "penalty": "5"})).await.expect(200);
    let users = client.get(path).await.expect(200).json();
    assert_eq!(column(&users["rows"], "id"), [json!(24), json!(26), json!(29)]);
    assert_eq!(column(&users["rows"], "penalty"), [json!(0), json!(5), json!(2)]);
}

#[tokio::test]
async fn what_does_not_fit_is_refused_and_nothing_is_tied() {
    let client = Client::seeded();
    let path = "/api/cm/lists/32/users";
    for (body, refused) in [
        (json!({"id": 33, "ids": [24]}), "id"),
        (json!({"id": "32", "ids": [24]}), "id"),
        (json!({"ids": [24]}), "id"),
        (json!({"id": 32}), "ids"),
        (json!({"id": 32, "ids": []}), "ids"),
        (json!({"id": 32, "ids": ["24"]}), "ids"),
        (json!({"id": 32, "ids": 24}), "ids"),
        // Only the agents of a campaign have one.
        (json!({"id": 32, "ids": [24], "penalty": "0"}), "penalty"),
    ] {
        assert_eq!(client.post(path, body.clone()).await.refused_paths(), [refused], "{body}");
    }
    // One that is not there, and one who is not an agent.
    for ids in [json!([24, 999]), json!([24, 1])] {
        let answer = client.post(path, json!({"id": 32, "ids": ids})).await.expect(404);
        assert!(answer.json()["message"].is_string());
    }
    client.post("/api/cm/lists/999/users", json!({"id": 999, "ids": [24]})).await.expect(404);
    client.post("/api/voice/queues/59/lists", json!({"id": 59, "ids": [999]})).await.expect(404);
    client.post("/api/voice/queues/999/lists", json!({"id": 999, "ids": [32]})).await.expect(404);
    assert_eq!(client.stored_list(32).await["users"], json!([]));
}

#[tokio::test]
async fn members_are_untied_by_repeated_ids() {
    let client = Client::seeded();
    client.post("/api/cm/lists/32/users", json!({"id": 32, "ids": [24, 26, 31]})).await.expect(200);
    client.delete("/api/cm/lists/32/users?ids=24&ids=31").await.expect(204);
    assert_eq!(client.stored_list(32).await["users"], json!([26]));
    client.delete("/api/voice/queues/59/lists?ids=12").await.expect(204);
    assert_eq!(client.stored_queue(59).await["lists"], json!([]));
    client.delete("/api/voice/queues/59/users?ids=29").await.expect(204);
    assert_eq!(client.stored_queue(59).await["users"], json!([]));
    for query in ["", "?ids=", "?ids=26,31", "?id=26"] {
        client.delete(&format!("/api/cm/lists/32/users{query}")).await.expect(422);
    }
    assert_eq!(client.stored_list(32).await["users"], json!([26]));
    client.delete("/api/cm/lists/999/users?ids=26").await.expect(404);
}
