//! `inspect csv` as a person runs it: its options, and files that nobody should have to meet.
//!
//! What it makes of odd but readable files is the matter of `bugs`.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may panic like tests")]

#[expect(unreachable_pub, reason = "shared with other tests")]
mod inspected;

use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use inspected::{exports, records, refusal, report, run, scratch, write};
use serde_json::{Value, json};

const NONE: &[&str] = &[];

/// Two people in a folder of the test's own.
fn people(test: &str) -> (PathBuf, PathBuf) {
    let folder = scratch(test);
    let file = write(&folder, "people.csv", "name,phone\nAnn,333 000 0001\nBob,+39 333 000 0001\n");
    (folder, file)
}

fn columns(report: &Value) -> Vec<&str> {
    report["columns"].as_array().unwrap().iter().map(|column| column["name"].as_str().unwrap()).collect()
}

#[test]
fn the_keys_of_the_report_stand_in_their_order() {
    let (_, file) = people("keys_in_order");
    let output = run(&file, &["--country", "IT"]);
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        concat!(
            r#"{"encoding":"utf-8","bom":false,"delimiter":"comma","header":true,"sep_line":false,"columns":["#,
            r#"{"index":0,"name":"name","filled":2,"samples":["Ann","Bob"]},"#,
            r#"{"index":1,"name":"phone","filled":2,"samples":["333 000 0001","+39 333 000 0001"]}],"#,
            r#""records":2,"binding":{"firstName":{"column":0,"reason":"name","strength":0.7},"#,
            r#""phone":{"column":1,"reason":"name","strength":1.0}},"problems":{},"#,
            r#""duplicates":{"fields":["phone"],"same_text":0,"same_number":1},"#,
            r#""left_out":0,"to_store":2,"upload":"original"}"#,
            "\n"
        )
    );
}

#[test]
fn the_report_of_the_issue_comes_out_as_it_stands_there() {
    // 400 people: two without a name, one number shortened by Excel, 50 numbers repeated as text and three in other words.
    // By hand: 400 − 2 − 50 are stored.
    let row = |n: usize| match n {
        0 | 1 => format!(";;+39333{n:07}\n"),
        2 => "n2;x;3,9E+11\n".to_owned(),
        3..347 => format!("n{n};Forl\u{ec};+39333{n:07}\n"),
        347..397 => format!("n{n};x;+39333{:07}\n", n - 340),
        _ => format!("n{n};x;333 {:07}\n", n - 390),
    };
    let text: String =
        std::iter::once("Nome;Citt\u{e0}; telefono\n".to_owned()).chain((0..400).map(row)).collect();
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let file = write(&scratch("as_in_the_issue"), "list.csv", latin);
    let report = report(&file, &["--country", "IT"]);
    assert_eq!(
        (&report["encoding"], &report["delimiter"], &report["records"]),
        (&json!("windows-1252"), &json!("semicolon"), &json!(400))
    );
    assert_eq!(report["columns"][2]["name"], " telefono");
    assert_eq!(report["problems"], json!({"no_first_name": 2, "scientific_notation": 1}));
    assert_eq!(report["duplicates"], json!({"fields": ["phone"], "same_text": 50, "same_number": 3}));
    assert_eq!((&report["left_out"], &report["to_store"]), (&json!(2), &json!(348)));
}

#[test]
fn four_gibibytes_are_refused() {
    let file = scratch("four_gibibytes").join("large.csv");
    // A sparse file: it takes no room on the disk.
    File::create(&file).unwrap().set_len(4 << 30).unwrap();
    let said = refusal(&file, NONE);
    assert!(said.contains("it has 4294967296 bytes, and the server takes 62914560 at most"), "{said}");
    assert_eq!(refusal(&file, &["--records"]), said);
    fs::remove_file(file).unwrap();
}

#[test]
fn a_record_of_fifty_megabytes_and_a_million_columns_are_refused() {
    let folder = scratch("far_too_long");
    let long = [&b"name,phone\nAnn,1\n"[..], &b"x".repeat(50_000_000), b"\nBob,2\n"].concat();
    let said = refusal(&write(&folder, "long.csv", long), NONE);
    assert!(said.contains("the record in line 3 has more than 1048576 bytes"), "{said}");
    let quoted = [&b"name,phone\nAnn,\""[..], &b"Bob,1\n".repeat(8_000_000), b"\"\n"].concat();
    let said = refusal(&write(&folder, "quoted.csv", quoted), NONE);
    assert!(said.contains("a quote that is opened in the record in line 2 is never closed"), "{said}");
    let wide = "a,".repeat(1_000_000);
    let said = refusal(&write(&folder, "wide.csv", format!("{wide}\n{wide}\n")), NONE);
    assert!(said.contains("the record in line 1 has more than 16384 cells"), "{said}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_is_no_text_is_refused_with_its_line() {
    let folder = scratch("no_text");
    for (bytes, sentence) in [
        (&b"name,phone\nAnn,1\nB\0b,2\n"[..], "line 3 has a zero byte"),
        (b"name\n\0", "line 2 has a zero byte"),
        (&[0; 4096], "line 1 has a zero byte"),
        (b"name,phone\nAnn,\"1\0", "line 2 has a zero byte"),
        (b"%PDF-1.7 and so on", "it is no CSV file but a PDF"),
        (b"PK\x03\x04 and so on", "it is no CSV file but an archive: unpack it"),
        (b"", "it is empty"),
        (b"\r\n\r\n", "it is empty"),
        (b"\xef\xbb\xbf", "it is empty"),
    ] {
        let file = write(&folder, "none.csv", bytes);
        for options in [NONE, &["--records"], &["--encoding", "windows-1252"]] {
            // To Windows-1252 a byte order mark is three letters.
            if options.len() < 2 || !bytes.starts_with(b"\xef") {
                let said = refusal(&file, options);
                assert!(said.contains(sentence), "{said}");
            }
        }
    }
}

#[test]
fn what_is_no_file_is_refused() {
    let folder = scratch("no_file");
    assert!(refusal(&folder, NONE).contains("is a folder"));
    assert!(refusal(&folder.join("missing.csv"), NONE).contains("cannot be read"));
    if cfg!(unix) {
        assert!(refusal(Path::new("/dev/null"), NONE).contains("is no file that can be read twice"));
    }
}

#[test]
fn a_header_with_nothing_below_it_has_records_but_no_report() {
    let file = write(&scratch("header_only"), "header.csv", "name,phone\n");
    assert!(refusal(&file, NONE).contains("it has names of columns and nothing below them"));
    assert_eq!(records(&file, &[]), [["name", "phone"]]);
}

#[test]
fn a_wrong_argument_is_answered_with_a_sentence() {
    let (_, file) = people("wrong_arguments");
    for (options, sentence) in [
        (&["--encoding", "utf-7"][..], "there is no encoding \"utf-7\""),
        (&["--encoding", ""], "there is no encoding \"\""),
        (&["--encoding"], "--encoding needs a value"),
        (&["--delimiter", ";"], "\";\" is no delimiter; it knows auto, comma, semicolon, tab, pipe"),
        (&["--delimiter", "colon"], "\"colon\" is no delimiter"),
        (&["--no-header=yes"], "--no-header takes no value"),
        (&["--records=1"], "--records takes no value"),
        (&["--bind", "phone"], "--bind takes field=Header, not \"phone\""),
        (&["--bind", "=phone"], "\"\" is no contact field"),
        (&["--bind", "Phone=phone"], "\"Phone\" is no contact field"),
        (&["--bind", "cf_0=phone"], "\"cf_0\" is no contact field"),
        (&["--bind", "phone= phone"], "no column is called \" phone\""),
        (&["--bind", "phone="], "no column is called \"\""),
        (&["--bind", "phone=phone", "--bind", "phone=name"], "phone is bound twice"),
        (&["--no-header", "--bind", "phone=C"], "no column is called \"C\""),
        (&["--no-header", "--bind", "phone=b"], "no column is called \"b\""),
        (&["--no-header", "--bind", "phone=phone"], "no column is called \"phone\""),
        (&["--duplicates", "phone,tel"], "\"tel\" is no contact field"),
        (&["--country", "it"], "\"it\" is no country; it takes two letters such as IT"),
        (&["--country", "ITA"], "\"ITA\" is no country"),
        (&["--country", "ZZ"], "\"ZZ\" is no country"),
        (
            &["--phone", "E164"],
            "\"E164\" is no form of a number; it knows as-written, e164, digits, national",
        ),
        (&["--clean"], "--clean needs a value"),
        (&["--rejected"], "--rejected needs a value"),
        (&["--nonsense"], "--nonsense needs a value, or is not known"),
        (&["--nonsense", "x"], "there is no option --nonsense"),
        (&["other.csv"], "one file at a time"),
    ] {
        let said = refusal(&file, options);
        assert!(said.contains(sentence), "{options:?}: {said}");
    }
    assert!(refusal(Path::new("--records"), NONE).contains("csv needs the name of a file"));
}

#[test]
fn a_value_may_stand_behind_an_equals_sign() {
    let (_, file) = people("joined_values");
    let joined =
        report(&file, &["--country=IT", "--bind=firstName=name", "--bind=phone=phone", "--delimiter=comma"]);
    let apart = report(&file, &["--country", "IT", "--bind", "firstName=name", "--bind", "phone=phone"]);
    assert_eq!(joined, apart);
    assert_eq!(joined["duplicates"]["same_number"], 1);
}

#[test]
fn a_header_is_bound_with_its_blanks_and_its_equals_signs() {
    let file = write(
        &scratch("odd_headers"),
        "odd.csv",
        "a=b, telefono ,,\"x,\"\"y\"\"\nz\"\nAnn,333 000 0001,Bee,note\n",
    );
    let binds = [
        "--bind",
        "firstName=a=b",
        "--bind",
        "phone= telefono ",
        "--bind",
        "city=",
        "--bind",
        "description=x,\"y\"\nz",
    ];
    let bound = |field, column| (field, json!({"column": column, "reason": "given", "strength": 1.0}));
    let expected: serde_json::Map<String, Value> =
        [bound("firstName", 0), bound("phone", 1), bound("city", 2), bound("description", 3)]
            .into_iter()
            .map(|(field, bound)| (field.to_owned(), bound))
            .collect();
    assert_eq!(report(&file, &binds)["binding"], Value::Object(expected));
}

#[test]
fn one_column_feeds_several_fields() {
    let (folder, file) = people("one_for_several");
    let binds = ["firstName=name", "phone=phone", "mobile=phone", "cf_3=phone"];
    let options: Vec<&str> = binds.iter().flat_map(|bind| ["--bind", bind]).collect();
    let (report, clean, _) = exports(&file, &options, &folder);
    assert_eq!(
        (&report["binding"]["phone"]["column"], &report["binding"]["mobile"]["column"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(
        clean,
        "firstName,phone,mobile,cf_3\r\nAnn,333 000 0001,333 000 0001,333 000 0001\r\n\
         Bob,+39 333 000 0001,+39 333 000 0001,+39 333 000 0001\r\n"
    );
}

#[test]
fn what_is_not_bound_is_not_proposed_beside_a_given_binding() {
    let (_, file) = people("given_alone");
    let report = report(&file, &["--bind", "firstName=name"]);
    assert_eq!(report["binding"], json!({"firstName": {"column": 0, "reason": "given", "strength": 1.0}}));
    assert_eq!(report["duplicates"]["fields"], json!([]));
}

#[test]
fn without_a_header_every_line_is_a_record_and_columns_have_letters() {
    let file = write(&scratch("no_header"), "none.csv", "name,phone\nAnn,333 000 0001\n");
    let given = report(&file, &["--no-header", "--bind", "firstName=A", "--bind", "phone=B"]);
    assert_eq!(
        (&given["header"], &given["records"], &given["to_store"]),
        (&json!(false), &json!(2), &json!(2))
    );
    assert_eq!(columns(&given), ["A", "B"]);
    assert_eq!((&given["binding"]["phone"]["column"], &given["upload"]), (&json!(1), &json!("copy")));
    let wide = format!("{}\n", "x,".repeat(27));
    let wide = report(&write(&scratch("no_header_wide"), "wide.csv", wide), &["--no-header"]);
    assert_eq!(columns(&wide)[24..], ["Y", "Z", "AA", "AB"]);
    // And the other way round: a first record that looks like a contact is a header where the admin says so.
    let file = write(&scratch("header_of_numbers"), "numbers.csv", "Ann,333 000 0001\nBob,333 000 0002\n");
    assert_eq!(report(&file, NONE)["records"], 2);
    let named = report(&file, &["--header"]);
    assert_eq!((&named["records"], columns(&named)), (&json!(1), vec!["Ann", "333 000 0001"]));
}

#[test]
fn what_the_admin_says_of_a_file_is_taken() {
    let folder = scratch("said");
    let file = write(&folder, "said.csv", b"nome;x\nZo\xeb;a,b\n");
    let expect = |options: &[&str], names: &[&str], cells: &[&str]| {
        assert_eq!(records(&file, options), [names, cells], "{options:?}");
    };
    expect(&[], &["nome", "x"], &["Zoë", "a,b"]);
    expect(&["--encoding", "auto", "--delimiter", "auto"], &["nome", "x"], &["Zoë", "a,b"]);
    expect(&["--encoding", "windows-1251"], &["nome", "x"], &["Zoл", "a,b"]);
    expect(&["--encoding", "utf-8"], &["nome", "x"], &["Zo\u{fffd}", "a,b"]);
    expect(&["--delimiter", "comma"], &["nome;x"], &["Zoë;a", "b"]);
    expect(&["--delimiter", "tab"], &["nome;x"], &["Zoë;a,b"]);
    expect(&["--delimiter", "pipe"], &["nome;x"], &["Zoë;a,b"]);
}

#[test]
fn the_fields_of_duplicates_are_chosen() {
    let file = write(
        &scratch("duplicates"),
        "twice.csv",
        "name,phone,email\nAnn,333 000 0001,a@example.com\nBob,333 000 0001,a@example.com\n\
         Cat,333 000 0001,c@example.com\nDan,333 000 0001,\n",
    );
    for (fields, named, same_text) in [
        (&["--duplicates", "phone"][..], json!(["phone"]), 3),
        (&["--duplicates", "phone,email"], json!(["phone", "email"]), 1),
        (&["--duplicates", "email,phone"], json!(["email", "phone"]), 1),
        (&["--duplicates", "email"], json!(["email"]), 1),
        (&["--duplicates", "firstName"], json!(["firstName"]), 0),
        (&["--duplicates", ""], json!([]), 0),
        // Only what is bound is compared.
        (&["--duplicates", "phone,mobile"], json!(["phone"]), 3),
        (&["--duplicates", "mobile"], json!([]), 0),
    ] {
        let report = report(&file, fields);
        assert_eq!(report["duplicates"], json!({"fields": named, "same_text": same_text, "same_number": 0}));
        assert_eq!(report["to_store"], 4 - same_text);
    }
}

#[test]
fn numbers_are_written_in_the_form_that_is_asked_for() {
    let (folder, file) = people("forms");
    for (form, ann, bob) in [
        ("as-written", "333 000 0001", "+39 333 000 0001"),
        ("e164", "+393330000001", "+393330000001"),
        ("digits", "393330000001", "393330000001"),
        ("national", "3330000001", "3330000001"),
    ] {
        let (report, clean, rejected) = exports(&file, &["--country", "IT", "--phone", form], &folder);
        // Written alike they are the same text, and the server drops the second.
        let is_alike = ann == bob;
        assert_eq!(report["duplicates"]["same_text"], i32::from(is_alike), "{form}");
        let second = if is_alike { String::new() } else { format!("Bob,{bob}\r\n") };
        assert_eq!(clean, format!("firstName,phone\r\nAnn,{ann}\r\n{second}"));
        assert_eq!(rejected.contains("3,same text as line 2,Bob,"), is_alike);
    }
    // Without a country, nothing is known of Ann's.
    let (report, clean, _) = exports(&file, &["--phone", "e164"], &folder);
    assert_eq!(report["duplicates"]["same_number"], 0);
    assert_eq!(clean, "firstName,phone\r\nAnn,333 000 0001\r\nBob,+393330000001\r\n");
}

#[test]
fn the_file_itself_is_never_written() {
    let (folder, file) = people("never_itself");
    let before = fs::read(&file).unwrap();
    let mut ways = vec![file.clone(), folder.join("..").join("never_itself").join("people.csv")];
    if cfg!(unix) {
        for (name, link) in [
            ("symbolic.csv", link_to as fn(&Path, &Path)),
            ("hard.csv", |file, link| fs::hard_link(file, link).unwrap()),
        ] {
            link(&file, &folder.join(name));
            ways.push(folder.join(name));
        }
    }
    for way in &ways {
        for option in ["--clean", "--rejected"] {
            let said = refusal(&file, &[OsStr::new(option), way.as_os_str()]);
            assert!(said.contains("would be overwritten"), "{said}");
            assert_eq!(fs::read(&file).unwrap(), before);
        }
    }
    let out = folder.join("out.csv");
    let said = refusal(&file, &["--clean".as_ref(), out.as_os_str(), "--rejected".as_ref(), out.as_os_str()]);
    assert!(said.contains("out.csv would be overwritten"), "{said}");
    assert_eq!(fs::read_to_string(&out).unwrap().lines().next(), Some("firstName,phone"));
    let nowhere = folder.join("missing").join("out.csv");
    assert!(refusal(&file, &[OsStr::new("--clean"), nowhere.as_os_str()]).contains("cannot be written"));
}

#[cfg(unix)]
fn link_to(file: &Path, link: &Path) {
    std::os::unix::fs::symlink(file, link).unwrap();
}

#[cfg(not(unix))]
fn link_to(_file: &Path, _link: &Path) {}

#[test]
fn help_names_every_option() {
    let output = run(Path::new("--help"), NONE);
    let usage = String::from_utf8(output.stdout).unwrap();
    for option in [
        "--encoding",
        "--delimiter",
        "--no-header",
        "--header",
        "--bind",
        "--duplicates",
        "--country",
        "--phone",
        "--records",
        "--clean",
        "--rejected",
    ] {
        assert!(usage.contains(&format!("{option} ")), "{option}");
    }
    assert_eq!(output.status.code(), Some(0));
}
