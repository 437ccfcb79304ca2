//! The app's files and the front page, and the headers they come with.

use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::http::Request;
use dialdesk_sandbox::Options;
use serde_json::json;

use crate::client::{Answer, Client};

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'self'";

/// A folder with a small app in it, gone at the end of the test.
pub(crate) struct App(PathBuf);

impl App {
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("assets-{name}"));
        std::fs::create_dir_all(folder.join("inner")).unwrap();
        for (file, content) in [
            ("index.html", "<title>app</title>"),
            ("dialdesk.js", "export {}"),
            ("dialdesk-0123456789abcdef.js", "export {}"),
            ("dialdesk-0123456789abcdef_bg.wasm", "\0asm"),
            ("inner/index.html", "<title>inner</title>"),
        ] {
            std::fs::write(folder.join(file), content).unwrap();
        }
        Self(folder)
    }

    pub(crate) fn client(&self) -> Client {
        Client::with(Options { app: Some(self.0.clone()), ..Options::default() })
    }
}

impl Drop for App {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

async fn open(client: &Client, path: &str) -> Answer {
    let accept = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";
    client.send(Request::get(path).header("accept", accept).body(Body::empty()).unwrap()).await
}

async fn fetch(client: &Client, path: &str) -> Answer {
    client.send(Request::get(path).header("accept", "*/*").body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn files_come_with_their_type_and_how_long_they_keep() {
    let app = App::new("files");
    let client = app.client();
    for (path, content_type, keep) in [
        ("/", "text/html", "no-cache"),
        ("/index.html", "text/html", "no-cache"),
        ("/dialdesk.js", "text/javascript", "no-cache"),
        ("/dialdesk-0123456789abcdef.js", "text/javascript", "public, max-age=31536000, immutable"),
        ("/dialdesk-0123456789abcdef_bg.wasm", "application/wasm", "public, max-age=31536000, immutable"),
        ("/inner/", "text/html", "no-cache"),
    ] {
        let answer = fetch(&client, path).await.expect(200);
        assert!(
            answer.header("content-type").starts_with(content_type),
            "{path}: {}",
            answer.header("content-type")
        );
        assert_eq!(answer.header("cache-control"), keep, "{path}");
    }
}

#[tokio::test]
async fn a_page_of_the_app_is_its_start_page_and_a_missing_file_is_missing() {
    let app = App::new("fallback");
    let client = app.client();
    for path in ["/campaigns/59", "/lists/", "/import?list=32"] {
        let answer = open(&client, path).await.expect(200);
        assert_eq!(answer.text(), "<title>app</title>", "{path}");
        assert_eq!(answer.header("cache-control"), "no-cache");
    }
    assert_eq!(open(&client, "/inner/").await.text(), "<title>inner</title>");
    open(&client, "/missing.js").await.expect(404);
    open(&client, "/dialdesk-fedcba9876543210_bg.wasm").await.expect(404);
    fetch(&client, "/campaigns/59").await.expect(404);
    open(&client, "/_sandbox/nowhere").await.expect(404);
    open(&client, "/api/nowhere").await.expect(401);
    open(&client, "/../Cargo.toml").await.expect(404);
}

#[tokio::test]
async fn everything_but_the_api_comes_with_the_guarding_headers() {
    let app = App::new("guard");
    let client = app.client();
    for path in
        ["/", "/dialdesk.js", "/missing.js", "/campaigns", "/_sandbox/", "/_sandbox/state", "/_sandbox/x"]
    {
        let answer = open(&client, path).await;
        assert_eq!(answer.header("content-security-policy"), POLICY, "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
    }
    assert_eq!(client.get("/api/trunks").await.header("content-security-policy"), "");
}

#[tokio::test]
async fn the_front_page_says_what_this_is_and_breaks_none_of_its_own_rules() {
    let app = App::new("front");
    let page = open(&app.client(), "/_sandbox/").await.expect(200).text();
    for text in ["not the vendor’s", "<code>admin</code>", "<code>password</code>", "href=\"/\""] {
        assert!(page.contains(text), "{text}");
    }
    for text in ["<script", "<style", " style=", " onclick="] {
        assert!(!page.contains(text), "{text}");
    }
    assert!(page.contains("href=\"/_sandbox/front.css\""));
    assert!(
        open(&app.client(), "/_sandbox/front.css")
            .await
            .expect(200)
            .header("content-type")
            .starts_with("text/css")
    );
    assert_eq!(open(&app.client(), "/_sandbox").await.header("location"), "/_sandbox/");
}

#[tokio::test]
async fn without_an_app_the_front_page_is_all_there_is() {
    let client = Client::seeded();
    assert_eq!(open(&client, "/").await.expect(303).header("location"), "/_sandbox/");
    open(&client, "/campaigns").await.expect(404);
    let page = open(&client, "/_sandbox/").await.text();
    assert!(page.contains("--app DIR") && !page.contains("href=\"/\""), "{page}");
    client.post("/_sandbox/state", json!({})).await.expect(405);
}
