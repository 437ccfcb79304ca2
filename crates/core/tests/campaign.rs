//! Campaigns: what is sent is what the documented page prints, and nothing that was not meant.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

use dialdesk_core::campaign::{Cause, Draft, Key, Kind, Notice, PasteError, Stored, TYPE_KEY};
use dialdesk_core::problem::Severity;
use serde_json::{Value, json};

/// The body of the documented curl command, as the page prints it (`tests/fixtures/README.md`).
fn documented() -> String {
    let requests = include_str!("../../../tests/fixtures/documented-requests.json");
    let requests: Vec<Value> = serde_json::from_str(requests).unwrap();
    let create = requests.iter().find(|request| request["path"] == "/api/voice/queues").expect("it is there");
    create["body"].as_str().unwrap().to_owned()
}

/// A draft that can be sent.
fn ready() -> Draft {
    let mut draft = Draft::new();
    draft.set(Key::Name, "x");
    draft.set(Key::Trunk, "12");
    draft
}

fn sent(draft: &Draft) -> String {
    serde_json::to_string(&draft.spec().unwrap()).unwrap()
}

fn stored(row: &Value) -> Stored {
    Stored::read(row.as_object().unwrap().clone())
}

fn changes(draft: &Draft, stored: &Stored) -> String {
    serde_json::to_string(&draft.changes(stored).unwrap()).unwrap()
}

#[test]
fn the_keys_are_those_of_the_documented_body_and_each_stands_once() {
    let body: Value = serde_json::from_str(&documented()).unwrap();
    let body = body.as_object().unwrap();
    assert_eq!(body.len(), 45);
    for name in body.keys() {
        assert!(name == TYPE_KEY || Key::parse(name).is_some_and(Key::is_documented), "{name}");
    }
    let mut names: Vec<&str> = Key::all().map(Key::wire).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Key::DOCUMENTED.len() + Key::OPTIONAL.len());
    assert_eq!((Key::DOCUMENTED.len(), Key::OPTIONAL.len()), (44, 17));
}

#[test]
fn the_documented_body_pasted_and_switched_on_is_sent_as_it_is_printed() {
    let mut pasted = Draft::new().paste(&documented()).unwrap();
    assert_eq!((pasted.filled, pasted.notices), (44, vec![Notice::StaysPaused]));
    let errors: Vec<_> =
        pasted.draft.review(None).into_iter().filter(|found| found.severity == Severity::Error).collect();
    assert_eq!(errors, []);
    assert!(!pasted.draft.is_active());
    assert_eq!(sent(&pasted.draft), documented().replacen("true", "false", 1));
    pasted.draft.set(Key::Active, "true");
    assert_eq!(sent(&pasted.draft), documented());
}

#[test]
fn a_new_form_with_a_name_and_its_records_is_sent_as_the_documented_body_is_printed() {
    let mut draft = Draft::new();
    for (key, text) in
        [(Key::Active, "true"), (Key::Name, "TestCampaign"), (Key::Trunk, "12"), (Key::Interval, "11")]
    {
        draft.set(key, text);
    }
    assert_eq!(sent(&draft), documented());
}

#[test]
fn a_new_campaign_lacks_only_its_name_and_its_trunk() {
    let found = Draft::new().review(None);
    let missing: Vec<_> = found.iter().filter(|found| found.severity == Severity::Error).collect();
    assert_eq!(missing.iter().map(|found| found.at).collect::<Vec<_>>(), [Key::Name, Key::Trunk]);
    assert!(missing.iter().all(|found| found.kind == Kind::Missing));
    let body: Value = serde_json::from_str(&sent(&ready())).unwrap();
    assert_eq!(body["dialActive"], json!(false));
    assert_eq!(
        body.as_object().unwrap().len(),
        44,
        "all documented keys but the interval, which was not chosen"
    );
}

#[test]
fn the_page_itself_with_its_comment_and_the_whole_command_can_be_pasted() {
    let page = "BODY:\n{\n\"dialActive\":true,\n\"dialCheckDuplicateType\":\"always\", //this field specify: {x}\n\
                \"name\":\"a // b \\\" // c\"\n}\nYou'll get";
    let pasted = Draft::new().paste(page).unwrap();
    assert_eq!(pasted.draft.text(Key::Name), "a // b \" // c");
    let command = format!("curl https://yourserver.example/api/voice/queues -d '{}' -X POST", documented());
    assert_eq!(Draft::new().paste(&command).unwrap().filled, 44);
    let quoted = r#"curl 'https://motion.example' -d '{"name":"Dell'\''Orto"}' -u 'name:password'"#;
    assert_eq!(Draft::new().paste(quoted).unwrap().draft.text(Key::Name), "Dell'Orto");
    let with_answer =
        format!("{}\nYou'll get a response containing the id\n{{ ... \"id\":59 }}", documented());
    assert_eq!(Draft::new().paste(&with_answer).unwrap().filled, 44);
}

#[test]
fn what_is_no_json_is_said_with_its_place() {
    assert_eq!(Draft::new().paste("dialActive: true"), Err(PasteError::NoObject));
    assert_eq!(Draft::new().paste(""), Err(PasteError::NoObject));
    let broken = "BODY:\n{\n\"name\": 'x'\n}";
    assert_eq!(Draft::new().paste(broken), Err(PasteError::NotJson { line: 3, column: 9 }));
    assert_eq!(Draft::new().paste("  {\"a\" 1}"), Err(PasteError::NotJson { line: 1, column: 8 }));
    assert!(matches!(Draft::new().paste("{"), Err(PasteError::NotJson { line: 1, .. })));
    assert!(matches!(Draft::new().paste("} {"), Err(PasteError::NotJson { .. })));
}

#[test]
fn pasting_keeps_unknown_keys_and_leaves_aside_what_the_server_gives() {
    let text = r#"{"id":59,"createdAt":"x","type":"inbound","wrapuptime":1.5,"big":18446744073709551615,
        "musiconhold":null,"timeout":"20","ringinuse":true,"retry":[1]}"#;
    let pasted = ready().paste(text).unwrap();
    assert_eq!(
        pasted.notices,
        [
            Notice::OtherType("inbound".into()),
            Notice::KeptByServer(vec!["createdAt".into(), "id".into()]),
            Notice::Unknown(vec!["big".into(), "musiconhold".into(), "wrapuptime".into()]),
        ]
    );
    let mut draft = pasted.draft;
    assert_eq!((draft.text(Key::Timeout), draft.text(Key::RingInUse)), ("20", "yes"));
    // What cannot be read is not lost, and does not pass either.
    assert_eq!(draft.text(Key::Retry), "[1]");
    assert!(draft.spec().is_err());
    draft.set(Key::Retry, "3");
    let body = sent(&draft);
    assert!(body.ends_with(r#""big":18446744073709551615,"musiconhold":null,"wrapuptime":1.5}"#), "{body}");
    assert!(body.contains(r#""type":"outbound""#));
}

#[test]
fn optional_keys_are_absent_until_they_are_set() {
    let mut draft = ready();
    let plain = sent(&draft);
    for key in Key::OPTIONAL {
        assert!(!plain.contains(key.wire()), "{}", key.wire());
    }
    draft.set(Key::AmdActive, "true");
    draft.set(Key::PowerLevel, "2.50");
    draft.set(Key::MaxRetry(Cause::Drop), " 2 ");
    draft.set(Key::CallerNumber, "+39 000 1");
    let body: Value = serde_json::from_str(&sent(&draft)).unwrap();
    assert_eq!(body["dialAMDActive"], json!(true));
    assert_eq!(body["dialPowerLevel"].to_string(), "2.5");
    assert_eq!(body["dialDropMaxRetry"], json!(2));
    assert_eq!(body["dialOriginateCallerIdNumber"], json!("+39 000 1"));
}

#[test]
fn the_interval_is_sent_in_its_canonical_form_and_never_when_it_never_opens() {
    let mut draft = ready();
    draft.set(Key::GlobalInterval, "9:00-20:00|MON-fri");
    assert!(sent(&draft).contains(r#""dialGlobalInterval":"09:00-20:00,mon-fri,*,*""#));
    for never in ["", "7-22,*,*,*", "07:00-22:00, mon,*,*", "00:00-24:00"] {
        draft.set(Key::GlobalInterval, never);
        let found = draft.spec().unwrap_err();
        assert!(
            matches!(&found[..], [found] if found.at == Key::GlobalInterval && matches!(found.kind, Kind::Interval(_))),
            "{never}"
        );
    }
}

/// A row as a server has it: of the documented body, loosely typed, with keys that nobody here knows.
fn row() -> Value {
    let mut row: Value = serde_json::from_str(&documented()).unwrap();
    row["id"] = json!(59);
    row["timeout"] = json!("3");
    row["dialActive"] = json!(1);
    row["wrapuptime"] = json!(7);
    row["updatedAt"] = json!("2026-03-02T08:00:00Z");
    row
}

#[test]
fn what_the_server_does_not_tell_is_not_known() {
    let mut queue = row();
    assert_eq!((stored(&queue).is_active(), stored(&queue).other_type()), (Some(true), None));
    queue.as_object_mut().unwrap().remove("dialActive");
    queue["type"] = json!("inbound");
    assert_eq!((stored(&queue).is_active(), stored(&queue).other_type()), (None, Some("inbound")));
}

#[test]
fn only_what_was_changed_is_put() {
    let stored = stored(&row());
    let mut draft = stored.draft().clone();
    assert_eq!(changes(&draft, &stored), "{}");
    draft.set(Key::Timeout, " 3");
    assert_eq!(changes(&draft, &stored), "{}", "the same number");
    draft.set(Key::Timeout, "20");
    draft.set(Key::Interval, "");
    draft.set(Key::AmdActive, "true");
    assert_eq!(changes(&draft, &stored), r#"{"timeout":20,"IntervalId":null,"dialAMDActive":true}"#);
}

#[test]
fn what_was_wrong_on_the_server_before_does_not_block_other_changes() {
    let mut row = row();
    row["timeout"] = json!(-1);
    row["dialGlobalInterval"] = json!("7-22");
    row["strategy"] = json!("roundrobin");
    let stored = stored(&row);
    let mut draft = stored.draft().clone();
    draft.set(Key::Name, "Autunno");
    assert_eq!(changes(&draft, &stored), r#"{"name":"Autunno"}"#);
    let warned: Vec<Key> = draft
        .review(Some(&stored))
        .into_iter()
        .filter(|found| found.severity == Severity::Warning)
        .map(|found| found.at)
        .collect();
    for key in [Key::Timeout, Key::GlobalInterval, Key::Strategy] {
        assert!(warned.contains(&key), "{key:?}");
    }
    draft.set(Key::Timeout, "-2");
    assert_eq!(draft.changes(&stored).unwrap_err()[0].at, Key::Timeout);
}

#[test]
fn a_value_that_no_method_used_blocks_once_one_does() {
    let mut row = row();
    row["dialPowerLevel"] = json!(0);
    let stored = stored(&row);
    let mut draft = stored.draft().clone();
    draft.set(Key::Weight, "2");
    assert_eq!(changes(&draft, &stored), r#"{"weight":2}"#);
    draft.set(Key::Method, "power");
    assert_eq!(draft.changes(&stored).unwrap_err()[0].at, Key::PowerLevel);
}

#[test]
fn switching_on_has_to_be_confirmed_and_staying_on_has_not() {
    let confirmed = |found: Vec<dialdesk_core::campaign::Finding>| {
        found.into_iter().any(|found| found.kind == Kind::DialsAtOnce && found.severity == Severity::Confirm)
    };
    let mut draft = ready();
    assert!(!confirmed(draft.review(None)));
    draft.set(Key::Active, "true");
    assert!(confirmed(draft.review(None)));
    let running = stored(&row());
    assert!(!confirmed(running.draft().review(Some(&running))));
    let mut paused = row();
    paused["dialActive"] = json!(false);
    let paused = stored(&paused);
    let mut draft = paused.draft().clone();
    draft.set(Key::Active, "true");
    assert!(confirmed(draft.review(Some(&paused))));
    // However it is written.
    for text in [r#"{"dialActive":" true"}"#, r#"{"dialActive":"1 "}"#] {
        let pasted = ready().paste(text).unwrap();
        assert_eq!((pasted.notices, pasted.draft.is_active()), (vec![Notice::StaysPaused], false), "{text}");
    }
    draft.set(Key::Active, " true ");
    assert!(draft.is_active() && confirmed(draft.review(Some(&paused))));
    // Pasting never switches on, and never off unasked.
    assert!(!paused.draft().paste(r#"{"dialActive":1}"#).unwrap().draft.is_active());
    assert!(running.draft().paste(r#"{"dialActive":true}"#).unwrap().draft.is_active());
    let switched_off = running.draft().paste(r#"{"dialActive":false}"#).unwrap();
    assert!(!switched_off.draft.is_active());
    assert_eq!(switched_off.notices, [Notice::SwitchedOff]);
}

#[test]
fn what_another_has_changed_meanwhile_is_never_overwritten_unseen() {
    let before = stored(&row());
    let mut draft = before.draft().clone();
    draft.set(Key::Timeout, "20");
    draft.set(Key::Weight, "5");
    let mine = draft.changes(&before).unwrap();
    let now = |key: &str, value: Value| {
        let mut row = row();
        row[key] = value;
        stored(&row)
    };
    assert_eq!(before.clashes(&mine, &now("retry", json!(9))), [], "another key");
    assert_eq!(before.clashes(&mine, &now("weight", json!(5))), [], "the same value");
    let clashes = before.clashes(&mine, &now("timeout", json!(15)));
    assert_eq!(clashes.len(), 1);
    let clash = &clashes[0];
    assert_eq!(
        (clash.name.as_str(), clash.was.as_str(), clash.now.as_str(), clash.mine.as_str()),
        ("timeout", "3", "15", "20")
    );
    // Moved onto what the other has made, only the own changes remain.
    let mut theirs = row();
    theirs["timeout"] = json!(15);
    theirs["retry"] = json!(9);
    let theirs = stored(&theirs);
    draft.rebase(&before, &theirs);
    assert_eq!(draft.text(Key::Retry), "9");
    assert_eq!(changes(&draft, &theirs), r#"{"timeout":20,"weight":5}"#);
}

#[test]
fn keys_that_nobody_here_knows_clash_as_well_and_so_does_a_campaign_that_calls_by_now() {
    let mut before = row();
    before["dialActive"] = json!(false);
    let before = stored(&before);
    let draft = before.draft().paste(r#"{"wrapuptime":9}"#).unwrap().draft;
    let mine = draft.changes(&before).unwrap();
    let now = |key: &str, value: Value| {
        let mut row = row();
        row["dialActive"] = json!(false);
        row[key] = value;
        stored(&row)
    };
    let clash = |now: &Stored| -> Vec<(String, String, String, String)> {
        let clashes = before.clashes(&mine, now).into_iter();
        clashes.map(|clash| (clash.name, clash.was, clash.now, clash.mine)).collect()
    };
    let text = |name: &str, was: &str, now: &str, mine: &str| {
        vec![(name.to_owned(), was.to_owned(), now.to_owned(), mine.to_owned())]
    };
    assert_eq!(clash(&now("wrapuptime", json!(8))), text("wrapuptime", "7", "8", "9"));
    assert_eq!(clash(&now("wrapuptime", json!(9))), []);
    assert_eq!(clash(&now("dialActive", json!(true))), text("dialActive", "false", "true", ""));
}

#[test]
fn a_wrong_value_on_the_server_can_be_taken_away() {
    let mut row = row();
    row["TrunkBackupId"] = json!(0);
    let stored = stored(&row);
    let mut draft = stored.draft().clone();
    draft.set(Key::TrunkBackup, "");
    assert_eq!(changes(&draft, &stored), r#"{"TrunkBackupId":null}"#);
}

#[test]
fn switching_detection_on_has_to_be_confirmed_where_it_would_find_no_person() {
    let mut row = row();
    row["dialAMDActive"] = json!(false);
    row["dialAMDAfterGreetingSilence"] = json!(5_000);
    let stored = stored(&row);
    let has_to_be =
        |draft: &Draft| draft.review(Some(&stored)).iter().any(|found| found.severity == Severity::Confirm);
    let mut draft = stored.draft().clone();
    draft.set(Key::Weight, "2");
    assert!(!has_to_be(&draft));
    draft.set(Key::AmdActive, "true");
    assert!(has_to_be(&draft));
}

#[test]
fn what_the_server_did_not_take_is_named() {
    let before = stored(&row());
    let mut draft = before.draft().clone();
    draft.set(Key::Timeout, "20");
    draft.set(Key::Weight, "5");
    let sent = draft.changes(&before).unwrap();
    let mut after = row();
    after["timeout"] = json!(20);
    assert_eq!(stored(&after).differing(sent.named()), ["weight"]);
    after["weight"] = json!("5");
    assert_eq!(stored(&after).differing(sent.named()), [""; 0]);
    draft.set(Key::PowerLevel, "2,5");
    let sent = draft.changes(&before).unwrap();
    after["dialPowerLevel"] = json!("2.50");
    assert_eq!(stored(&after).differing(sent.named()), [""; 0], "the same number as text");
}
