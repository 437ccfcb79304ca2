//! The eleven commands of the documented page, as they stand there. What is expected comes from the page.

use std::process::Command;

use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};

use crate::client::{Client, column, signed};
use crate::program::Program;

const REQUESTS: &str = include_str!("../../../../tests/fixtures/documented-requests.json");
const COMMANDS: &str = include_str!("../../../../tests/fixtures/documented-curl.txt");
const FILE: &str = include_str!("../../../../tests/fixtures/documented-list.csv");
const FILE_PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/documented-list.csv");

fn requests() -> Vec<Value> {
    serde_json::from_str(REQUESTS).unwrap()
}

/// Everything that the page says is stored after its commands, in order, on the call centre of the seed.
fn assert_stored(state: &Value) {
    let find = |kind: &str, key: &str, value: Value| {
        state[kind].as_array().unwrap().iter().rfind(|row| row[key] == value).unwrap().clone()
    };
    let list1 = find("lists", "name", json!("list1"));
    assert_eq!(list1["description"], "A brief description of my list");
    assert!(find("lists", "name", json!("TestList")).get("description").is_none());

    let list12 = find("lists", "id", json!(12));
    let [.., first, second] = list12["contacts"].as_array().unwrap().as_slice() else { panic!("too few") };
    for contact in [first, second] {
        assert_eq!(
            (&contact["firstName"], &contact["lastName"], &contact["phone"]),
            (&json!("John"), &json!("doe"), &json!("1234567890"))
        );
    }
    assert_eq!((first.get("cf_1"), first.get("cf_3")), (None, None));
    assert_eq!((&second["cf_1"], &second["cf_3"]), (&json!("some text"), &json!("some other text")));

    let queue = find("queues", "name", json!("TestCampaign"));
    let sent =
        requests().iter().find(|request| request["path"] == "/api/voice/queues").unwrap()["body"].clone();
    let sent: Value = serde_json::from_str(sent.as_str().unwrap()).unwrap();
    for (key, value) in sent.as_object().unwrap() {
        assert_eq!(queue[key], *value, "{key}");
    }

    let queue = find("queues", "id", json!(59));
    assert_eq!(queue["lists"], json!([12, 32, 33]), "12 is of the seed");
    assert_eq!(
        queue["users"],
        json!([
            {"id": 24, "penalty": 0}, {"id": 26, "penalty": 0}, {"id": 29, "penalty": 2}, {"id": 31, "penalty": 0},
        ]),
        "29 is of the seed"
    );

    let list32 = find("lists", "id", json!(32));
    assert_eq!(list32["users"], json!([24, 26, 31]));
    let contacts = &list32["contacts"];
    // The page's two, then the file's, without the number that comes twice and the one that was there already.
    assert_eq!(
        column(contacts, "firstName"),
        ["test1", "test2", "Anna", "Bruno", "Carla, detta \"Lalla\"", "Senza numero"].map(Value::from)
    );
    assert_eq!(
        column(contacts, "phone"),
        ["123456789", "098765432", "+39 333 555 0141", "+39 333 555 0142", "+39 333 555 0143", ""]
            .map(Value::from)
    );
    assert_eq!(column(contacts, "lastName")[..2], [json!("asdasd"), json!("asdasd")]);
    assert_eq!((&contacts[0]["cf_1"], &contacts[1]["cf_3"]), (&json!("qwertyuio"), &json!("asdfghjk")));
    assert_eq!(contacts[2].get("city"), None, "only what is bound is stored");

    let import = &state["imports"][0];
    assert_eq!(
        (&import["rows"], &import["stored"], &import["duplicates"]),
        (&json!(6), &json!(4), &json!(2))
    );
    assert_eq!(state["uploads"][0]["claimed"], "mylist.csv");
}

#[tokio::test]
async fn the_documented_requests_are_taken_and_stored() {
    let client = Client::seeded();
    let requests = requests();
    assert_eq!(requests.len(), 11);
    for request in &requests {
        let mut sent = Request::builder()
            .method(request["method"].as_str().unwrap())
            .uri(request["path"].as_str().unwrap());
        for (name, value) in request["headers"].as_object().unwrap() {
            sent = sent.header(name, value.as_str().unwrap());
        }
        let body = request["body"].as_str().unwrap_or(FILE).to_owned();
        let answer = client.send(sent.body(Body::from(body)).unwrap()).await;
        assert!(answer.status.is_success(), "{}: {}", request["name"], answer.text());
    }
    client.finished(1).await;
    assert_stored(&client.state().await);
}

#[tokio::test]
async fn the_answers_are_those_of_the_page() {
    let client = Client::seeded();
    let send = async |number: usize| {
        let request = &requests()[number];
        let body = request["body"].as_str().unwrap().to_owned();
        let sent =
            signed("POST", request["path"].as_str().unwrap()).header("content-type", "application/json");
        client.send(sent.body(Body::from(body)).unwrap()).await.expect(201).json()
    };
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&send(0).await), ["id", "name", "description", "updatedAt", "createdAt"]);
    assert_eq!(keys(&send(4).await), ["id", "name", "updatedAt", "createdAt"]);
    assert!(send(3).await["id"].is_i64());
}

#[test]
fn the_two_fixtures_say_the_same() {
    let commands: Vec<&str> = COMMANDS.lines().collect();
    assert_eq!(commands.len(), 11);
    for (command, request) in commands.iter().zip(requests()) {
        let path = request["path"].as_str().unwrap();
        assert!(command.starts_with(&format!("curl {{server}}{path} ")), "{command}");
        assert!(command.ends_with("-X POST"), "{command}");
        if let Some(body) = request["body"].as_str() {
            assert!(command.contains(&format!(" -d '{body}' ")), "{command}");
        }
    }
}

#[test]
fn the_documented_commands_run_in_a_shell() {
    if Command::new("curl").arg("--version").output().is_err() {
        eprintln!("curl is not installed: only the fixture with the requests is sent, by the other test");
        return;
    }
    let program = Program::start(&[]);
    for printed in COMMANDS.lines() {
        // What a reader of the page must fill in or mend: the host, the sign-in, the file, and a lost blank.
        let command = printed
            .replace("{server}", &program.address)
            .replace("{name}:{password}", "admin:password")
            .replace("/usr/tmp/mylist.csv", FILE_PATH)
            .replace("'--data-binary", "' --data-binary");
        let output = Command::new("sh").args(["-c", &command]).output().unwrap();
        // `-v` is in every command of the page; it prints the status among much else.
        let told = String::from_utf8_lossy(&output.stderr);
        let status = told.lines().find_map(|line| line.strip_prefix("< HTTP/1.1 ")).unwrap_or("no answer");
        assert!(status.starts_with('2'), "{status}\n{command}\n{}", String::from_utf8_lossy(&output.stdout));
    }
    let read = || -> Value {
        let output = Command::new("curl")
            .args(["-s", &format!("{}/_sandbox/state", program.address)])
            .output()
            .unwrap();
        serde_json::from_slice(&output.stdout).unwrap()
    };
    while read()["imports"][0]["state"] == "running" {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    assert_stored(&read());
}
