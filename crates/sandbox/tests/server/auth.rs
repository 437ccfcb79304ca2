//! Who may use the API.

use axum::body::Body;
use axum::http::Request;
use serde_json::json;

use crate::client::{Answer, BASIC, Client};

async fn get(client: &Client, path: &str, authorization: Option<&str>) -> Answer {
    let mut request = Request::get(path);
    if let Some(value) = authorization {
        request = request.header("authorization", value);
    }
    client.send(request.body(Body::empty()).unwrap()).await
}

fn assert_challenged(answer: Answer) {
    let answer = answer.expect(401);
    assert_eq!(answer.header("www-authenticate"), "Basic realm=\"Motion\"");
    assert!(answer.json()["message"].is_string());
}

#[tokio::test]
async fn each_of_the_three_ways_opens_the_api() {
    let client = Client::seeded();
    get(&client, "/api/trunks", Some(BASIC)).await.expect(200);
    get(&client, "/api/trunks?apikey=sandbox-key", None).await.expect(200);
    let token = client
        .post("/api/auth/local", json!({"name": "admin", "password": "password"}))
        .await
        .expect(200)
        .json();
    let bearer = format!("Bearer {}", token["token"].as_str().unwrap());
    get(&client, "/api/trunks", Some(&bearer)).await.expect(200);
}

#[tokio::test]
async fn missing_and_wrong_credentials_are_challenged() {
    let client = Client::seeded();
    assert_challenged(get(&client, "/api/trunks", None).await);
    // admin:wrong
    assert_challenged(get(&client, "/api/trunks", Some("Basic YWRtaW46d3Jvbmc=")).await);
    assert_challenged(get(&client, "/api/trunks", Some("Bearer sandbox-token-1")).await);
    assert_challenged(get(&client, "/api/trunks?apikey=other", None).await);
    assert_challenged(get(&client, "/api/trunks?apikey=sandbox-key", Some("Bearer expired")).await);
    assert_challenged(get(&client, "/api/nowhere", None).await);
}

#[tokio::test]
async fn a_wrong_sign_in_is_refused_without_a_challenge() {
    let client = Client::seeded();
    let request = Request::post("/api/auth/local")
        .header("content-type", "application/json")
        .body(json!({"name": "admin", "password": "wrong"}).to_string().into())
        .unwrap();
    let answer = client.send(request).await.expect(401);
    assert_eq!(answer.header("www-authenticate"), "");
    assert!(answer.json()["message"].is_string());
    // The login field is `name`; `email` is what other servers call it.
    let paths = client.post("/api/auth/local", json!({"email": "admin", "password": "password"})).await;
    assert_eq!(paths.refused_paths(), ["name", "email"]);
}

#[tokio::test]
async fn a_reset_ends_every_token() {
    let client = Client::seeded();
    client.post("/api/auth/local", json!({"name": "admin", "password": "password"})).await.expect(200);
    get(&client, "/api/trunks", Some("Bearer sandbox-token-1")).await.expect(200);
    client.post("/_sandbox/reset", json!({})).await.expect(204);
    get(&client, "/api/trunks", Some("Bearer sandbox-token-1")).await.expect(401);
}

#[tokio::test]
async fn unknown_paths_and_methods_are_told_apart() {
    let client = Client::seeded();
    let answer = client.get("/api/nowhere").await.expect(404);
    assert!(answer.bytes.is_empty());
    client.delete("/api/trunks").await.expect(405);
    client.put("/api/cm/lists", json!({})).await.expect(405);
}
