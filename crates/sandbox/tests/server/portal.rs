//! The sample portal: its pages, and the tokens of its back end.

use axum::body::Body;
use axum::http::Request;
use dialdesk_sandbox::Options;
use serde_json::{Value, json};

use crate::assets::App;
use crate::client::{Answer, Client};

async fn get(client: &Client, path: &str) -> Answer {
    client.send(Request::get(path).header("accept", "text/html").body(Body::empty()).unwrap()).await
}

async fn fresh(client: &Client) -> String {
    let answer = client.send(Request::post("/portal/token").body(Body::empty()).unwrap()).await.expect(200);
    assert_eq!(answer.header("cache-control"), "no-store");
    let body = answer.json();
    assert_eq!(body["seconds"], 300);
    body["token"].as_str().unwrap().to_owned()
}

async fn trunks(client: &Client, token: &str) -> Answer {
    let request = Request::get("/api/trunks").header("authorization", format!("Bearer {token}"));
    client.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn every_address_of_the_portal_is_its_page() {
    let app = App::new("portal-pages");
    let client = app.client();
    let page = get(&client, "/portal/").await.expect(200).text();
    assert!(page.contains("Ortensia Energia") && page.contains("/dialdesk.js"), "{page}");
    for path in
        ["/portal/news", "/portal/apps/dialdesk/lists/32", "/portal/apps/dialdesk-archive", "/portal/x"]
    {
        assert_eq!(get(&client, path).await.expect(200).text(), page, "{path}");
    }
    assert_eq!(get(&client, "/portal").await.header("location"), "/portal/");
    for (path, kind) in [("/portal/portal.js", "text/javascript"), ("/portal/portal.css", "text/css")] {
        let answer = get(&client, path).await.expect(200);
        assert!(answer.header("content-type").starts_with(kind), "{path}");
        assert_eq!(answer.header("cache-control"), "no-cache");
    }
    assert!(get(&client, "/_sandbox/").await.text().contains("href=\"/portal/\""));
}

#[tokio::test]
async fn a_token_of_the_portal_opens_the_api_until_it_is_ended() {
    let app = App::new("portal-token");
    let client = app.client();
    let first = fresh(&client).await;
    trunks(&client, &first).await.expect(200);
    client.delete("/_sandbox/tokens").await.expect(204);
    trunks(&client, &first).await.expect(401);
    let second = fresh(&client).await;
    assert_ne!(first, second);
    trunks(&client, &second).await.expect(200);
    // What the portal does is none of the API's requests.
    let requests = client.get("/_sandbox/requests").await.json();
    let seen: Vec<Value> =
        requests.as_array().unwrap().iter().map(|seen| json!([seen["path"], seen["status"]])).collect();
    assert_eq!(seen, [json!(["/api/trunks", 200]), json!(["/api/trunks", 401]), json!(["/api/trunks", 200])]);
}

#[tokio::test]
async fn without_an_app_there_is_no_portal() {
    let client = Client::with(Options::default());
    get(&client, "/portal/").await.expect(404);
    client.post("/portal/token", json!({})).await.expect(404);
    assert!(!get(&client, "/_sandbox/").await.text().contains("portal"));
}
