//! Faults that a test asks for.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use axum::body::Body;
use dialdesk_sandbox::{Options, Sandbox, serve};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::client::{BASIC, Client, column, signed};

async fn client_with(faults: Value) -> Client {
    let client = Client::seeded();
    client.put("/_sandbox/faults", faults).await.expect(204);
    client
}

fn fault(method: &str, path: &str, kind: &str) -> Value {
    json!({"method": method, "path": path, "kind": kind})
}

#[tokio::test]
async fn a_fault_strikes_only_the_request_that_it_names() {
    let client =
        client_with(json!([{"method": "GET", "path": "/api/cm/lists/*", "nth": 2, "kind": "429"}])).await;
    client.get("/api/cm/lists").await.expect(200);
    client.get("/api/cm/lists/12").await.expect(200);
    client.put("/api/cm/lists/12", json!({"name": "x"})).await.expect(200);
    client.get("/api/cm/lists/18").await.expect(429);
    client.get("/api/cm/lists/12").await.expect(200);
}

#[tokio::test]
async fn the_first_fault_that_fits_acts_and_all_of_them_count() {
    let faults = json!([
        {"method": "GET", "path": "/api/trunks", "nth": 1, "kind": "500"},
        {"method": "GET", "path": "/api/trunks", "nth": 2, "kind": "429"},
        {"method": "*", "path": "/api/**", "nth": 3, "kind": "403"},
    ]);
    let client = client_with(faults).await;
    client.get("/api/trunks").await.expect(500);
    client.get("/api/trunks").await.expect(429);
    client.get("/api/trunks").await.expect(403);
    client.get("/api/trunks").await.expect(200);
}

#[tokio::test]
async fn refusals_come_without_the_work_and_in_many_shapes() {
    for (kind, status) in [
        ("401", 401),
        ("403", 403),
        ("404", 404),
        ("405", 405),
        ("409", 409),
        ("413", 413),
        ("422", 422),
        ("429", 429),
        ("500", 500),
        ("500_html", 500),
    ] {
        let client = client_with(json!([fault("POST", "/api/cm/lists", kind)])).await;
        let answer = client.post("/api/cm/lists", json!({"name": "x"})).await.expect(status);
        match kind {
            "401" => assert_eq!(answer.header("www-authenticate"), "Basic realm=\"Motion\""),
            "403" => assert_eq!(answer.text(), "Forbidden"),
            "404" | "405" | "413" => assert!(answer.bytes.is_empty()),
            "409" => assert_eq!(answer.json()["name"], "SequelizeUniqueConstraintError"),
            "422" => assert_eq!(answer.refused_paths(), ["name"]),
            "429" => assert_eq!(answer.header("retry-after"), "1"),
            "500" => assert!(answer.json()["message"].is_string()),
            _ => assert!(answer.text().contains("<center>nginx</center>"), "{}", answer.text()),
        }
        assert_eq!(client.state().await["lists"].as_array().unwrap().len(), 6, "{kind}");
    }
}

#[tokio::test]
async fn some_faults_do_the_work_first() {
    for (kind, lists) in [("empty", 7), ("half", 7), ("drop_after", 7), ("drop_before", 6), ("hollow", 6)] {
        let client = client_with(json!([fault("POST", "/api/cm/lists", kind)])).await;
        let request = signed("POST", "/api/cm/lists").header("content-type", "application/json");
        let request = request.body(Body::from("{\"name\":\"x\"}")).unwrap();
        let answer = client.send_and_break(request).await;
        if kind == "empty" {
            assert_eq!(answer.unwrap(), Vec::<u8>::new());
        } else if kind == "hollow" {
            assert_eq!(answer.unwrap(), b"{}");
        } else {
            answer.unwrap_err();
        }
        assert_eq!(client.state().await["lists"].as_array().unwrap().len(), lists, "{kind}");
    }
}

#[tokio::test]
async fn answers_take_the_other_shapes_that_real_servers_have() {
    let faults = json!([
        fault("GET", "/api/cm/lists", "bare_arrays"),
        fault("GET", "/api/trunks", "loose_types"),
        fault("GET", "/api/cm/lists/12", "bare_arrays"),
    ]);
    let client = client_with(faults).await;
    let bare = client.get("/api/cm/lists?limit=2&offset=3&sort=id").await.expect(200);
    assert_eq!(bare.header("content-range"), "3-4/6");
    assert_eq!(column(&bare.json(), "id"), [json!(32), json!(33)]);
    assert_eq!(client.get("/api/cm/lists/12").await.expect(200).json()["id"], 12);
    let loose = client.get("/api/trunks").await.expect(200).json();
    assert_eq!(loose["count"], "2");
    assert_eq!((&loose["rows"][0]["id"], &loose["rows"][0]["active"]), (&json!("12"), &json!(1)));
}

#[tokio::test]
async fn a_fault_may_wait_before_it_acts() {
    let faults = json!([
        {"method": "GET", "path": "/api/trunks", "kind": "delay", "delay_ms": 80},
        {"method": "GET", "path": "/api/intervals", "kind": "500", "delay_ms": 80},
    ]);
    let client = client_with(faults).await;
    for (path, status) in [("/api/trunks", 200), ("/api/intervals", 500)] {
        let start = Instant::now();
        client.get(path).await.expect(status);
        assert!(start.elapsed() >= Duration::from_millis(80), "{path}");
    }
}

#[tokio::test]
async fn a_request_may_be_cut_off_and_is_then_not_recorded() {
    let client = client_with(json!([fault("POST", "/api/cm/contacts/upload", "cut")])).await;
    let request = signed("POST", "/api/cm/contacts/upload").body("name\nAda\n".into()).unwrap();
    client.send_and_break(request).await.unwrap_err();
    assert_eq!(client.get("/_sandbox/requests").await.json(), json!([]));
    assert_eq!(client.state().await["uploads"], json!([]));
}

#[tokio::test]
async fn faults_are_replaced_checked_and_reset() {
    let client = client_with(json!([fault("GET", "/api/trunks", "500")])).await;
    for wrong in [
        json!([fault("GET", "/api/trunks", "418")]),
        json!([{"method": "GET", "path": "/api/trunks", "kind": "500", "times": 2}]),
        json!([{"method": "GET", "kind": "500"}]),
        json!({"method": "GET", "path": "/api/trunks", "kind": "500"}),
    ] {
        client.put("/_sandbox/faults", wrong).await.expect(422);
    }
    client.get("/api/trunks").await.expect(500);
    client.put("/_sandbox/faults", json!([fault("GET", "/api/intervals", "500")])).await.expect(204);
    client.get("/api/trunks").await.expect(200);
    client.get("/api/intervals").await.expect(500);
    client.post("/_sandbox/reset", json!({})).await.expect(204);
    client.get("/api/intervals").await.expect(200);
}

/// What a client gets over a real connection until it is closed.
fn raw(address: SocketAddr, method: &str, path: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nhost: {address}\r\nauthorization: {BASIC}\r\ncontent-type: application/json\r\n\
         content-length: {length}\r\n\r\n{body}"
    )
    .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8(answer).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_real_connection_breaks_before_or_in_the_middle_of_the_answer() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    let sandbox = Sandbox::open(Options::default()).unwrap();
    tokio::spawn(serve(listener, sandbox, std::future::pending()));
    let answers = tokio::task::spawn_blocking(move || {
        let faults = json!([
            fault("GET", "/api/trunks", "drop_before"),
            fault("POST", "/api/cm/lists", "drop_after"),
            fault("GET", "/api/users", "half"),
        ]);
        // This one connection stays open, so it is only written to.
        let mut control = TcpStream::connect(address).unwrap();
        let body = faults.to_string();
        write!(control, "PUT /_sandbox/faults HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}", body.len()).unwrap();
        control.read_to_end(&mut Vec::new()).unwrap();
        [
            raw(address, "GET", "/api/trunks", ""),
            raw(address, "POST", "/api/cm/lists", "{\"name\":\"dropped\"}"),
            raw(address, "GET", "/api/users", ""),
        ]
    });
    let [before, after, half] = answers.await.unwrap();
    assert_eq!(before, "");
    assert_eq!(after, "");
    let (head, body) = half.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 200 OK"), "{head}");
    let promised: usize =
        head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap().parse().unwrap();
    assert!(body.starts_with("{\"count\":7,"), "{body}");
    assert_eq!(body.len(), promised / 2);
}
