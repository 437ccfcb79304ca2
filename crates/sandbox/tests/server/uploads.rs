//! Files: uploaded in both ways, bound, imported.

use std::fmt::Write as _;

use axum::http::header;
use serde_json::{Value, json};

use crate::client::{Client, column, signed};

fn order(list: i64, binding: Value, duplicates: Option<Value>) -> Value {
    let mut order = json!({"id": "some.csv", "binding": binding, "ListId": list});
    if let Some(duplicates) = duplicates {
        order["duplicates"] = duplicates;
    }
    order
}

fn by_phone(list: i64) -> Value {
    order(list, json!({"firstName": "name", "phone": "phone"}), Some(json!(["phone"])))
}

fn counts(import: &Value) -> [i64; 4] {
    ["rows", "stored", "duplicates", "failed"].map(|key| import[key].as_i64().unwrap())
}

async fn bind(client: &Client, order: Value) -> crate::client::Answer {
    client.post("/api/cm/contacts/upload/some.csv", order).await
}

fn form(parts: &[(&str, Option<&str>, &str)]) -> String {
    let mut body = String::new();
    for (name, file, content) in parts {
        let file =
            file.map_or_else(String::new, |file| format!("; filename=\"{file}\"\r\nContent-Type: text/csv"));
        write!(body, "--XX\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{content}\r\n")
            .unwrap();
    }
    body + "--XX--\r\n"
}

async fn send_form(client: &Client, parts: &[(&str, Option<&str>, &str)]) -> crate::client::Answer {
    let request = signed("POST", "/api/cm/contacts/upload")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=XX")
        .body(form(parts).into())
        .unwrap();
    client.send(request).await
}

#[tokio::test]
async fn values_are_stored_exactly_as_they_stand_in_the_file() {
    let client = Client::seeded();
    let file = "name,phone,unbound\r\n Ada ,\" +39 333 555 0100\",x\r\n\"Bo \"\"B\"\" \nC\",,y\r\nCy\r\n";
    let import = client.import(file, by_phone(32)).await;
    assert_eq!(counts(&import), [3, 3, 0, 0]);
    let contacts = &client.stored_list(32).await["contacts"];
    assert_eq!(column(contacts, "firstName"), [json!(" Ada "), json!("Bo \"B\" \nC"), json!("Cy")]);
    assert_eq!(column(contacts, "phone"), [json!(" +39 333 555 0100"), json!(""), json!("")]);
}

#[tokio::test]
async fn duplicates_are_dropped_against_the_file_and_the_list() {
    let client = Client::seeded();
    client
        .post("/api/cm/lists/32/contacts", json!([
            {"firstName": "old", "phone": "1", "ListId": 32}, {"firstName": "gone", "phone": "2", "ListId": 32},
        ]))
        .await
        .expect(201);
    let gone = client.get("/api/cm/contacts?firstName=gone").await.json()["rows"][0]["id"].clone();
    client.delete(&format!("/api/cm/contacts/{gone}")).await.expect(204);
    // Exactly as text: neither `01` nor ` 1` is `1`. No name, so not stored: then not the first of its number.
    let file = "name,phone\na,1\nb,2\nc,2\nd,01\ne, 1\nf,\ng,\nh, \ni, \n,3\nj,3\nk,3\n";
    let import = client.import(file, by_phone(32)).await;
    assert_eq!(counts(&import), [12, 8, 3, 1]);
    let stored = client.get("/api/cm/lists/32/contacts").await.json();
    let wanted: Vec<Value> = ["old", "b", "d", "e", "f", "g", "h", "i", "j"].map(Value::from).to_vec();
    assert_eq!(column(&stored, "firstName"), wanted);
    // The same file again: only those without a number come again. That one has no name is not even looked at now.
    assert_eq!(counts(&client.import(file, by_phone(32)).await), [12, 4, 8, 0]);
}

#[tokio::test]
async fn with_several_fields_all_must_be_equal() {
    let client = Client::seeded();
    let binding = json!({"firstName": "name", "phone": "phone", "email": "email"});
    let file = "name,phone,email\na,1,x\nb,1,y\nc,2,x\nd,1,x\ne,11,x\ne,1,\ne,1,\n";
    let import = client.import(file, order(32, binding, Some(json!(["phone", "email"])))).await;
    assert_eq!(counts(&import), [7, 6, 1, 0]);
}

#[tokio::test]
async fn without_duplicate_fields_nothing_is_dropped() {
    let client = Client::seeded();
    let binding = json!({"firstName": "name", "phone": "phone"});
    let file = "name,phone\na,1\na,1\n";
    assert_eq!(counts(&client.import(file, order(32, binding.clone(), None)).await), [2, 2, 0, 0]);
    assert_eq!(counts(&client.import(file, order(32, binding, Some(json!([])))).await), [2, 2, 0, 0]);
}

#[tokio::test]
async fn custom_fields_are_stored_by_their_type_and_bad_values_fail() {
    let client = Client::seeded();
    let binding = json!({"firstName": "n", "cf_1": "t", "cf_5": "day", "cf_7": "staff", "priority": "p"});
    let file = "n,t,day,staff,p\na, x ,Friday,12,\nb,,,,7\nc,,Monday,,\nd,,,1.5,\ne,,,,0\nf,,,99999999999,\n";
    let import = client.import(file, order(33, binding, None)).await;
    assert_eq!(counts(&import), [6, 2, 0, 4]);
    let contacts = &client.stored_list(33).await["contacts"];
    assert_eq!(column(contacts, "cf_1"), [json!(" x "), json!("")]);
    assert_eq!(column(contacts, "cf_5"), [json!("Friday"), json!(null)]);
    assert_eq!(column(contacts, "cf_7"), [json!(12), json!(null)]);
    assert_eq!(column(contacts, "priority"), [json!(2), json!(7)]);
}

#[tokio::test]
async fn rows_that_the_database_cannot_hold_fail() {
    let client = Client::seeded();
    let mut file = format!("name,phone\n{},1\n{},2\n", "é".repeat(255), "x".repeat(256)).into_bytes();
    file.extend_from_slice(b"\xff\xfe,3\n\n\n,4\n");
    // Blank lines are no rows.
    assert_eq!(counts(&client.import(file, by_phone(32)).await), [4, 1, 0, 3]);
}

#[tokio::test]
async fn headers_are_matched_as_they_stand_in_the_file() {
    let client = Client::seeded();
    for (file, header) in [
        ("name, phone\na,1\n", "phone"),
        ("Name,phone\na,1\n", "name"),
        ("\u{feff}name,phone\na,1\n", "name"),
        ("name;phone\na;1\n", "name"),
        ("name,phone,phone\na,1,2\n", "phone"),
        ("", "name"),
    ] {
        client.upload(file).await.expect(201);
        let answer = bind(&client, by_phone(32)).await.expect(422).json();
        let message = answer["errors"][0]["message"].as_str().unwrap();
        assert!(message.contains(&format!("{header:?}")), "{message}");
    }
    // A header that occurs twice is no harm while it is not bound, and one column may go into two fields.
    let binding = json!({"firstName": "name", "lastName": "name"});
    assert_eq!(counts(&client.import("name,x,x\na,1,2\n", order(32, binding, None)).await), [1, 1, 0, 0]);
}

#[tokio::test]
async fn what_cannot_be_bound_is_refused_and_leaves_the_file_waiting() {
    let client = Client::seeded();
    client.upload("name,phone\na,1\n").await.expect(201);
    let name = json!({"firstName": "name"});
    for (order, path) in [
        (json!({"binding": name, "ListId": 32}), "id"),
        (json!({"id": "f", "ListId": 32}), "binding"),
        (json!({"id": "f", "binding": {"phone": "phone"}, "ListId": 32}), "binding.firstName"),
        (
            json!({"id": "f", "binding": {"firstName": "name", "Phone": "phone"}, "ListId": 32}),
            "binding.Phone",
        ),
        (
            json!({"id": "f", "binding": {"firstName": "name", "ListId": "phone"}, "ListId": 32}),
            "binding.ListId",
        ),
        (json!({"id": "f", "binding": {"firstName": "name", "cf_2": "phone"}, "ListId": 32}), "binding.cf_2"),
        (json!({"id": "f", "binding": {"firstName": "name", "cf_5": "phone"}, "ListId": 32}), "binding.cf_5"),
        (json!({"id": "f", "binding": {"firstName": 0}, "ListId": 32}), "binding.firstName"),
        (json!({"id": "f", "binding": name, "ListId": "32"}), "ListId"),
        (json!({"id": "f", "binding": name, "ListId": 32, "duplicates": ["phone"]}), "duplicates"),
        (json!({"id": "f", "binding": name, "ListId": 32, "duplicates": "firstName"}), "duplicates"),
        (json!({"id": "f", "binding": name, "ListId": 32, "delimiter": ";"}), "delimiter"),
        (json!({"id": "f", "binding": name, "ListId": 32, "socket_timestamp": "1"}), "socket_timestamp"),
    ] {
        assert_eq!(bind(&client, order.clone()).await.refused_paths(), [path], "{order}");
    }
    bind(&client, by_phone(999)).await.expect(404);
    bind(&client, by_phone(32)).await.expect(200);
    bind(&client, by_phone(32)).await.expect(404);
}

#[tokio::test]
async fn a_raw_upload_has_no_name_until_the_newest_is_claimed() {
    let client = Client::seeded();
    let answer = client.upload("name,phone\nolder,1\n").await.expect(201).json();
    assert_eq!(answer, json!({"status": "staged", "size": 19}));
    client.upload("name,phone\nnewer,2\n").await.expect(201);
    let pid = client.post("/api/cm/contacts/upload/my%20list.csv", by_phone(32)).await.expect(200).json();
    client.finished(pid["pid"].as_i64().unwrap()).await;
    assert_eq!(column(&client.stored_list(32).await["contacts"], "firstName"), [json!("newer")]);
    let uploads = &client.state().await["uploads"];
    assert_eq!(column(uploads, "claimed"), [json!(null), json!("my list.csv")]);
    assert_eq!(column(uploads, "size"), [json!(19), json!(19)]);
}

#[tokio::test]
async fn an_upload_by_form_gets_a_name_of_the_servers_own() {
    let client = Client::seeded();
    let file = "name,phone\na,1\n";
    let parts = [
        ("flowChunkNumber", None, "1"),
        ("flowChunkSize", None, "62914560"),
        ("flowTotalSize", None, "15"),
        ("flowIdentifier", None, "15-mylistcsv"),
        ("flowFilename", None, "mylist.csv"),
        ("flowTotalChunks", None, "1"),
        ("file", Some("mylist.csv"), file),
    ];
    let answer = send_form(&client, &parts).await.expect(200).json();
    let name = answer["file"]["name"].as_str().unwrap();
    assert_ne!(name, "mylist.csv");
    // A file with a name is not to be had under another.
    client.post("/api/cm/contacts/upload/mylist.csv", by_phone(32)).await.expect(404);
    let pid = client.post(&format!("/api/cm/contacts/upload/{name}"), by_phone(32)).await.expect(200).json();
    assert_eq!(counts(&client.finished(pid["pid"].as_i64().unwrap()).await), [1, 1, 0, 0]);
}

#[tokio::test]
async fn a_form_that_does_not_hold_one_whole_file_is_refused() {
    let client = Client::seeded();
    let file = ("file", Some("a.csv"), "name\na\n");
    for (parts, path) in [
        (vec![("flowTotalChunks", None, "2"), file], "flowTotalChunks"),
        (vec![("flowTotalSize", None, "99"), file], "flowTotalSize"),
        (vec![("flowTotalSize", None, "7")], "file"),
        (vec![("File", Some("a.csv"), "name\na\n")], "File"),
        (vec![("file", None, "name\na\n")], "file"),
    ] {
        assert_eq!(send_form(&client, &parts).await.refused_paths(), [path]);
    }
    assert_eq!(client.state().await["uploads"], json!([]));
}

#[tokio::test]
async fn an_upload_may_have_sixty_mebibytes_and_no_byte_more() {
    let client = Client::seeded();
    let mut content = vec![b'x'; 62_914_560];
    client.upload(content.clone()).await.expect(201);
    content.push(b'x');
    let answer = client.upload(content.clone()).await.expect(413);
    assert!(answer.json()["message"].is_string());
    let content = String::from_utf8(content).unwrap();
    send_form(&client, &[("file", Some("a.csv"), &content)]).await.expect(413);
    send_form(&client, &[("file", Some("a.csv"), content.get(1..).unwrap())]).await.expect(200);
    assert_eq!(column(&client.state().await["uploads"], "size"), [json!(62_914_560), json!(62_914_560)]);
}

#[tokio::test]
async fn an_import_grows_while_it_runs_and_can_be_read_meanwhile() {
    let client = Client::seeded();
    let mut file = "name,phone\n".to_owned();
    for number in 0..20_000 {
        writeln!(file, "n{number},{}", number % 15_000).unwrap();
    }
    client.upload(file).await.expect(201);
    let pid = bind(&client, by_phone(32)).await.expect(200).json()["pid"].as_i64().unwrap();
    let mut seen = Vec::new();
    while client.state().await["imports"][0]["state"] == "running" {
        seen.push(
            client.get("/api/cm/contacts?ListId=32&limit=1&fields=id").await.json()["count"]
                .as_i64()
                .unwrap(),
        );
    }
    assert_eq!(counts(&client.finished(pid).await), [20_000, 15_000, 5_000, 0]);
    assert!(seen.iter().any(|&count| count > 0 && count < 15_000), "{seen:?}");
    let list = client.get("/_sandbox/state?list=32").await.expect(200).json();
    assert_eq!(list["list"]["id"], 32);
    assert_eq!(list["contacts"].as_array().unwrap().len(), 15_000);
}

#[tokio::test]
async fn a_reset_stops_an_import() {
    let client = Client::seeded();
    let mut file = "name,phone\n".to_owned();
    for number in 0..20_000 {
        writeln!(file, "n{number},{number}").unwrap();
    }
    client.upload(file).await.expect(201);
    bind(&client, by_phone(32)).await.expect(200);
    client.post("/_sandbox/reset", json!({})).await.expect(204);
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    assert_eq!(client.stored_list(32).await["contacts"], json!([]));
    assert_eq!(client.state().await["imports"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_stands_still_or_begins_late_where_a_test_wants_it() {
    let file = "name,phone\na,1\nb,2\nc,3\n";
    for (kind, before, after) in [("stall", 1, "running"), ("late", 0, "done")] {
        let client = Client::seeded();
        let path = "/api/cm/contacts/upload/*";
        let fault = json!([{"method": "POST", "path": path, "kind": kind, "delay_ms": 1_000}]);
        client.put("/_sandbox/faults", fault).await.expect(204);
        client.upload(file).await.expect(201);
        bind(&client, by_phone(32)).await.expect(200);
        let import = async || client.state().await["imports"][0].clone();
        if kind == "stall" {
            client.import_once(|import| import["stored"] != 0).await;
        }
        assert_eq!(counts(&import().await)[1], before, "{kind}");
        assert_eq!(import().await["state"], "running", "{kind}");
        client.import_once(|import| import["state"] == after).await;
        assert_eq!(counts(&import().await)[1], if kind == "late" { 3 } else { 1 }, "{kind}");
    }
}
