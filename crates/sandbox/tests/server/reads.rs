//! Pages, columns, order and filters of the reads.

use serde_json::json;

use crate::client::{Client, column};

#[tokio::test]
async fn a_page_has_its_rows_and_the_count_of_all() {
    let client = Client::seeded();
    let page = client.get("/api/cm/contacts?ListId=12&limit=3&offset=38&fields=id").await.expect(200).json();
    assert_eq!(page, json!({"count": 40, "rows": [{"id": 39}, {"id": 40}]}));
    let all = client.get("/api/cm/contacts?fields=id&nolimit=true").await.json();
    assert_eq!((&all["count"], all["rows"].as_array().unwrap().len()), (&json!(80), 80));
    let none = client.get("/api/cm/contacts?ListId=12&limit=0").await.json();
    assert_eq!(none, json!({"count": 40, "rows": []}));
}

#[tokio::test]
async fn without_a_limit_there_are_a_hundred_rows() {
    let client = Client::seeded();
    let contacts: Vec<_> = (0..101).map(|n| json!({"firstName": format!("n{n}"), "ListId": 32})).collect();
    client.post("/api/cm/lists/32/contacts", json!(contacts)).await.expect(201);
    let page = client.get("/api/cm/contacts?ListId=32").await.json();
    assert_eq!((&page["count"], page["rows"].as_array().unwrap().len()), (&json!(101), 100));
    let bare = client.get("/api/cm/lists/32/contacts").await.expect(200);
    assert_eq!(bare.header("content-range"), "0-99/101");
    assert_eq!(bare.json().as_array().unwrap().len(), 100);
    let bare = client.get("/api/cm/lists/32/contacts?limit=10&offset=95&fields=firstName").await;
    assert_eq!(bare.header("content-range"), "95-100/101");
    assert_eq!(bare.json()[0], json!({"firstName": "n95"}));
    assert_eq!(client.get("/api/cm/lists/33/contacts").await.header("content-range"), "*/0");
}

#[tokio::test]
async fn rows_are_sorted_and_filtered_as_asked() {
    let client = Client::seeded();
    let lists = client.get("/api/cm/lists?sort=-name&fields=name&limit=2").await.json();
    assert_eq!(column(&lists["rows"], "name"), [json!("Trade fair leads"), json!("TestList")]);
    let lists = client.get("/api/cm/lists?filter=RINNOVI&fields=id").await.json();
    assert_eq!(lists, json!({"count": 1, "rows": [{"id": 18}]}));
    let one = client.get("/api/cm/contacts?phone=%2B39%20333%20555%200100&fields=id,phone").await.json();
    assert_eq!(one, json!({"count": 1, "rows": [{"id": 1, "phone": "+39 333 555 0100"}]}));
    let last = client.get("/api/cm/contacts?ListId=12&sort=-id&limit=1&fields=id").await.json();
    assert_eq!(last["rows"], json!([{"id": 40}]));
    let custom = client.get("/api/cm/contacts?cf_3=SC-40000&fields=id,cf_3").await.json();
    assert_eq!(custom["rows"], json!([{"id": 1, "cf_3": "SC-40000"}]));
    let found = client.get("/api/cm/contacts?filter=bellandi&ListId=41&fields=lastName").await.json();
    assert_eq!(found["count"], column(&found["rows"], "lastName").len());
    let agents = client.get("/api/users?role=agent&fields=id,name,fullname,role").await.json();
    assert_eq!(column(&agents["rows"], "id"), [json!(24), json!(26), json!(29), json!(31), json!(35)]);
    assert_eq!(agents["rows"][0].as_object().unwrap().len(), 4);
}

#[tokio::test]
async fn a_column_that_does_not_exist_is_refused_instead_of_ignored() {
    let client = Client::seeded();
    for query in ["listId=12", "sort=-Name", "fields=id,Phone", "limit=ten", "offset=-1", "cf_2=a"] {
        client.get(&format!("/api/cm/contacts?{query}")).await.expect(422);
    }
    client.get("/api/cm/lists?ListId=12").await.expect(422);
    client.get("/api/voice/queues?Type=outbound").await.expect(422);
}

#[tokio::test]
async fn the_fields_of_a_list_are_its_own_and_if_asked_the_global_ones() {
    let client = Client::seeded();
    let own = client.get("/api/cm/lists/33/fields").await.expect(200).json();
    assert_eq!(column(&own["rows"], "id"), [json!(5), json!(7)]);
    let all = client.get("/api/cm/lists/33/fields?includeGlobals=true").await.json();
    assert_eq!(column(&all["rows"], "id"), [json!(1), json!(3), json!(5), json!(7)]);
    assert_eq!(
        column(&all["rows"], "type"),
        [json!("Text"), json!("Text"), json!("Select"), json!("Number")]
    );
    assert_eq!(all["rows"][2]["values"], json!(["Friday", "Saturday", "Sunday"]));
    let global = client.get("/api/cm/custom_fields?fields=id,alias").await.json();
    assert_eq!(global["rows"], json!([{"id": 1, "alias": "Notes"}, {"id": 3, "alias": "Contract number"}]));
    client.get("/api/cm/lists/999/fields").await.expect(404);
}

#[tokio::test]
async fn the_seed_has_what_the_documented_page_names() {
    let client = Client::seeded();
    assert_eq!(column(&client.get("/api/trunks").await.json()["rows"], "id"), [json!(12), json!(14)]);
    assert_eq!(column(&client.get("/api/intervals").await.json()["rows"], "id"), [json!(11), json!(13)]);
    assert_eq!(client.get("/api/intervals/11").await.json()["interval"], "09:00-17:59,mon-fri,*,*");
    assert_eq!(client.get("/api/intervals/11/sub_intervals").await.json()["rows"], json!([]));
    client.get("/api/intervals/12/sub_intervals").await.expect(404);
    assert_eq!(client.stored_list(12).await["contacts"].as_array().unwrap().len(), 40);
    for id in [32, 33] {
        assert_eq!(client.stored_list(id).await["contacts"], json!([]));
    }
    assert_eq!(client.stored_queue(59).await["dialActive"], false);
    let names = client.get("/api/cm/contacts?nolimit=true&fields=firstName,lastName").await.json();
    let mut names: Vec<_> = names["rows"].as_array().unwrap().iter().map(ToString::to_string).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 80, "everybody has a name of their own");
}

#[tokio::test]
async fn ids_that_are_not_numbers_do_not_exist() {
    let client = Client::seeded();
    client.get("/api/cm/lists/abc").await.expect(404);
    client.get("/api/voice/queues/%20").await.expect(404);
}
