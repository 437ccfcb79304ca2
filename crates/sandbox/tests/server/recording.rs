//! The requests as they came, without credentials.

use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};

use crate::client::{Client, column, signed};

async fn requests(client: &Client) -> Vec<Value> {
    client.get("/_sandbox/requests").await.expect(200).json().as_array().unwrap().clone()
}

#[tokio::test]
async fn a_request_is_recorded_with_its_body_and_answer() {
    let client = Client::seeded();
    client.post("/api/cm/lists?a=b", json!({"name": "x"})).await.expect(201);
    client.get("/api/nowhere").await.expect(404);
    let requests = requests(&client).await;
    assert_eq!(requests.len(), 2, "the control calls are not recorded");
    let first = &requests[0];
    assert_eq!((&first["method"], &first["path"]), (&json!("POST"), &json!("/api/cm/lists?a=b")));
    assert_eq!(first["content_type"], "application/json");
    assert_eq!((&first["body"], &first["encoding"]), (&json!("{\"name\":\"x\"}"), &json!("utf-8")));
    assert_eq!(
        (&first["size"], &first["truncated"], &first["status"]),
        (&json!(12), &json!(false), &json!(201))
    );
    assert_eq!(first["headers"]["authorization"], "Basic");
    assert_eq!(requests[1]["status"], 404);
}

#[tokio::test]
async fn no_credential_is_recorded() {
    let client = Client::seeded();
    client.post("/api/auth/local", json!({"name": "admin", "password": "password"})).await.expect(200);
    let bearer = Request::get("/api/trunks").header("authorization", "Bearer sandbox-token-1");
    client
        .send(bearer.header("cookie", "token=sandbox-token-1").body(Body::empty()).unwrap())
        .await
        .expect(200);
    let by_key = Request::get("/api/trunks?limit=1&apikey=sandbox-key&sort=id").body(Body::empty()).unwrap();
    client.send(by_key).await.expect(200);
    let escaped = Request::get("/api/trunks?api%6Bey=sandbox-key").body(Body::empty()).unwrap();
    client.send(escaped).await.expect(200);
    let naked =
        Request::get("/api/trunks").header("authorization", "sandbox-token-1").body(Body::empty()).unwrap();
    client.send(naked).await.expect(401);
    let text = client.get("/_sandbox/requests").await.text();
    for secret in ["\"password\":\"password\"", "sandbox-token", "sandbox-key", "YWRtaW46"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    let paths = column(&json!(requests(&client).await), "path");
    assert_eq!(paths[2], "/api/trunks?limit=1&apikey=[hidden]&sort=id");
}

#[tokio::test]
async fn bodies_that_are_not_text_or_are_long_are_recorded_as_far_as_they_go() {
    let client = Client::seeded();
    client.upload(vec![0xff, 0xfe, 0x00]).await.expect(201);
    // The last of the bytes kept is the first half of a character.
    let long = format!("x{}", "é".repeat(40_000));
    client.upload(long).await.expect(201);
    let requests = requests(&client).await;
    assert_eq!((&requests[0]["body"], &requests[0]["encoding"]), (&json!("//4A"), &json!("base64")));
    let kept = requests[1]["body"].as_str().unwrap();
    assert_eq!((&requests[1]["size"], &requests[1]["truncated"]), (&json!(80_001), &json!(true)));
    assert_eq!((kept.len(), &requests[1]["encoding"]), (65_535, &json!("utf-8")));
}

#[tokio::test]
async fn what_no_client_saw_answered_has_no_status() {
    let client = Client::seeded();
    let faults = json!([
        {"method": "GET", "path": "/api/trunks", "kind": "drop_after"},
        {"method": "GET", "path": "/api/users", "kind": "422"},
    ]);
    client.put("/_sandbox/faults", faults).await.expect(204);
    client.send_and_break(signed("GET", "/api/trunks").body(Body::empty()).unwrap()).await.unwrap_err();
    client.get("/api/users").await.expect(422);
    assert_eq!(column(&json!(requests(&client).await), "status"), [json!(null), json!(422)]);
}

#[tokio::test]
async fn a_reset_forgets_the_requests() {
    let client = Client::seeded();
    client.get("/api/trunks").await.expect(200);
    client.post("/_sandbox/reset", json!({})).await.expect(204);
    assert_eq!(requests(&client).await, Vec::<Value>::new());
    client.get("/api/users").await.expect(200);
    assert_eq!(requests(&client).await[0]["path"], "/api/users");
}
