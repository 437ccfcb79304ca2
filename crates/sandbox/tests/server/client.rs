//! A client of the server that needs no socket.

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use dialdesk_sandbox::{Options, Sandbox, router};
use http_body_util::BodyExt as _;
use serde_json::Value;
use tower::ServiceExt as _;

/// `admin:password`.
pub(crate) const BASIC: &str = "Basic YWRtaW46cGFzc3dvcmQ=";

/// The documented campaign, to be changed by a test.
pub(crate) fn documented_queue() -> Value {
    let fixture = include_str!("../../../../tests/fixtures/documented-requests.json");
    let requests: Vec<Value> = serde_json::from_str(fixture).unwrap();
    let request = requests.iter().find(|request| request["path"] == "/api/voice/queues").unwrap();
    serde_json::from_str(request["body"].as_str().unwrap()).unwrap()
}

/// A server of its own for each test.
#[derive(Clone)]
pub(crate) struct Client {
    router: Router,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The answer, which must have this status.
    pub(crate) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }

    /// The paths of a Sequelize-like refusal.
    pub(crate) fn refused_paths(self) -> Vec<String> {
        let body = self.expect(422).json();
        assert_eq!(body["name"], "SequelizeValidationError");
        let errors = body["errors"].as_array().unwrap();
        for error in errors {
            assert!(error["message"].is_string() && error["type"].is_string(), "{error}");
            assert!(error.get("value").is_some(), "{error}");
        }
        errors.iter().map(|error| error["path"].as_str().unwrap().to_owned()).collect()
    }
}

impl Client {
    /// A server with the seed.
    pub(crate) fn seeded() -> Self {
        Self::with(Options::default())
    }

    pub(crate) fn with(options: Options) -> Self {
        Self { router: router(Sandbox::open(options).unwrap()) }
    }

    /// Sends a request as it is.
    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, bytes }
    }

    /// Sends a request of which only the headers of the answer matter, since its body may be broken.
    pub(crate) async fn send_and_break(&self, request: Request<Body>) -> Result<Vec<u8>, axum::Error> {
        let response = self.router.clone().oneshot(request).await.unwrap();
        response.into_body().collect().await.map(|body| body.to_bytes().to_vec())
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(signed("GET", path).body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.send(signed("DELETE", path).body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Answer {
        self.send_json("POST", path, body).await
    }

    pub(crate) async fn put(&self, path: &str, body: Value) -> Answer {
        self.send_json("PUT", path, body).await
    }

    async fn send_json(&self, method: &str, path: &str, body: Value) -> Answer {
        let request = signed(method, path).header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(body.to_string().into()).unwrap()).await
    }

    /// Everything that is stored.
    pub(crate) async fn state(&self) -> Value {
        self.get("/_sandbox/state").await.expect(200).json()
    }

    /// A list as it is stored, with its contacts.
    pub(crate) async fn stored_list(&self, id: i64) -> Value {
        let state = self.state().await;
        state["lists"].as_array().unwrap().iter().find(|list| list["id"] == id).unwrap().clone()
    }

    /// A campaign as it is stored, with its lists and agents.
    pub(crate) async fn stored_queue(&self, id: i64) -> Value {
        let state = self.state().await;
        state["queues"].as_array().unwrap().iter().find(|queue| queue["id"] == id).unwrap().clone()
    }

    /// Uploads a file as the documented page does it.
    pub(crate) async fn upload(&self, content: impl Into<Body>) -> Answer {
        let request = signed("POST", "/api/cm/contacts/upload")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(content.into()).unwrap()).await
    }

    /// Uploads and binds a file, waits for the import, and gives what became of it.
    pub(crate) async fn import(&self, content: impl Into<Body>, order: Value) -> Value {
        self.upload(content).await.expect(201);
        let answer = self.post("/api/cm/contacts/upload/some.csv", order).await.expect(200).json();
        self.finished(answer["pid"].as_i64().unwrap()).await
    }

    /// What became of an import, once it is at its end.
    pub(crate) async fn finished(&self, pid: i64) -> Value {
        self.import_once(|import| import["pid"] == pid && import["state"] != "running").await
    }

    /// The first import of which this is so, once there is one; half a minute is waited for it.
    pub(crate) async fn import_once(&self, is_so: impl Fn(&Value) -> bool) -> Value {
        for _ in 0..3000 {
            let state = self.state().await;
            if let Some(import) = state["imports"].as_array().unwrap().iter().find(|import| is_so(import)) {
                return import.clone();
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("no import comes to that");
    }
}

/// A request with the administrator's name and password.
pub(crate) fn signed(method: &str, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path).header(header::AUTHORIZATION, BASIC)
}

/// The values of one key of the rows of an answer or of anything else that is a list.
pub(crate) fn column(rows: &Value, key: &str) -> Vec<Value> {
    rows.as_array().unwrap().iter().map(|row| row.get(key).cloned().unwrap_or_default()).collect()
}
