//! From bytes to cells: marks, encodings, delimiters, headers, ragged records, quotes.

use std::fs;

use serde_json::json;

use super::inspected::{exports, records, refusal, report, scratch, write};
use super::{fixture, rows};

#[test]
fn class_1_a_byte_order_mark_is_read_and_never_written() {
    let (report, clean, _) =
        exports(&fixture("01-byte-order-mark.csv"), &[], &scratch("class_1_byte_order_mark"));
    assert_eq!(report["bom"], true);
    assert_eq!(report["columns"][0]["name"], "firstName");
    assert_eq!(report["binding"]["firstName"]["column"], 0);
    assert_eq!((&report["upload"], &report["to_store"]), (&json!("copy"), &json!(2)));
    assert_eq!(clean, "firstName,phone\r\nGiulia,+39 333 000 0001\r\nZoë,+39 333 000 0002\r\n");
    // Before a quote the mark would make text of it.
    assert_eq!(
        records(&fixture("01-mark-before-a-quote.csv"), &[]),
        rows(&[["name", "phone"], ["Ann, Lee", "07700 900001"]])
    );
}

#[test]
fn class_1_the_mark_that_is_written_for_a_spreadsheet_is_read_back() {
    let folder = scratch("class_1_own_export");
    let (_, _, rejected) = exports(&fixture("21-counters.csv"), &[], &folder);
    assert!(rejected.starts_with("\u{feff}line,reason,name,phone\r\n"));
    let back = report(&folder.join("rejected.csv"), &[] as &[&str]);
    assert_eq!((&back["bom"], &back["columns"][0]["name"]), (&json!(true), &json!("line")));
}

#[test]
fn class_2_text_is_read_in_the_encoding_that_it_has() {
    let polish = [
        ["Imię", "Nazwisko", "Miasto", "Telefon"],
        ["Stanisław", "Święcicki", "Łódź", "+48 22 000 00 01"],
        ["Małgorzata", "Żółtowska", "Kraków", "+48 22 000 00 02"],
        ["Grażyna", "Wójcik", "Gdańsk", "+48 22 000 00 03"],
    ];
    let western = [
        ["Nome", "Città", "Telefono"],
        ["Zoë", "Forlì", "333 000 0001"],
        ["José", "Cefalù", "333 000 0002"],
        ["Niccolò", "San Donà – € 5", "333 000 0003"],
    ];
    let utf16 = [
        ["Nome", "Città", "Telefono"],
        ["Zoë", "Forlì", "333 000 0001"],
        ["李雷", "東京 😀", "333 000 0002"],
    ];
    for (name, encoding, expected) in [
        ("02-windows-1250.csv", "windows-1250", rows(&polish)),
        ("02-windows-1252.csv", "windows-1252", rows(&western)),
        ("02-utf-8.csv", "utf-8", rows(&[western[0], western[1], western[3]])),
        ("02-utf-16.txt", "utf-16le", rows(&utf16)),
    ] {
        let file = fixture(name);
        assert_eq!(report(&file, &[] as &[&str])["encoding"], encoding, "{name}");
        assert_eq!(records(&file, &[]), expected, "{name}");
    }
}

#[test]
fn class_2_the_admin_switches_the_encoding_and_it_is_what_goes_up() {
    // By the tables of Windows-1252 and MacRoman: EB is ë and Î, EC is ì and Ï.
    let binds = ["--encoding", "macintosh", "--bind", "firstName=Nome", "--bind", "phone=Telefono"];
    let (report, clean, _) = exports(&fixture("02-windows-1252.csv"), &binds, &scratch("class_2_switched"));
    assert_eq!(report["encoding"], "macintosh");
    assert_eq!(clean.lines().nth(1), Some("ZoÎ,333 000 0001"));
    let read = records(&fixture("02-windows-1252.csv"), &["--encoding", "macintosh"]);
    assert_eq!(read[1], ["ZoÎ", "ForlÏ", "333 000 0001"]);
    let read = records(&fixture("02-utf-8.csv"), &["--encoding", "windows-1252"]);
    assert_eq!(read[1], ["ZoÃ«", "ForlÃ¬", "333 000 0001"]);
}

#[test]
fn class_3_a_character_may_be_cut_anywhere_by_the_end_of_a_slice() {
    let folder = scratch("class_3");
    let fixture = fs::read(fixture("03-characters-of-many-bytes.csv")).unwrap();
    let (header, row) = fixture.split_at(b"name,town\n".len());
    // The beginning that decides what the file is, and a slice, end in the middle of the row: of each of its characters.
    for border in [64 * 1024, 1024 * 1024] {
        for behind in 1..=9 {
            let filling = border - behind - header.len();
            let rest = format!("{}\n", "y".repeat(filling % 4 + 3));
            let filler = b"x,y\n".repeat(filling / 4 - 1);
            let file = [header, &filler, rest.as_bytes(), row].concat();
            assert_eq!(file.len() - row.len(), border - behind);
            let file = write(&folder, "cut.csv", file);
            let last = records(&file, &[]).pop();
            assert_eq!(last.unwrap(), ["😀é€", "Łódź李"], "{behind} bytes before {border}");
            let report = report(&file, &[] as &[&str]);
            assert_eq!(
                (&report["encoding"], &report["problems"]["damaged_text"]),
                (&json!("utf-8"), &json!(null))
            );
        }
    }
}

#[test]
fn class_4_commas_newlines_and_sentences_do_not_pass_for_the_delimiter() {
    for (name, delimiter, expected) in [
        (
            "04-commas-in-the-header.csv",
            "semicolon",
            rows(&[
                ["Cognome, nome", "Telefono, casa", "Note"],
                ["Rossi, Ada", "02 0000 0001", "uno, due, tre"],
                ["Neri, Ugo", "02 0000 0002", "a, b\r\n, c; d"],
                ["Bianchi", "02 0000 0003", ""],
            ]),
        ),
        (
            "04-newlines-in-quotes.csv",
            "comma",
            rows(&[
                ["name", "note", "phone"],
                ["Ann", "first; line\nsecond; line; of; many\n;;;;\n", "07700 900001"],
                ["Bob", "x;y\n;", "07700 900002"],
            ]),
        ),
        (
            "04-tabs-with-commas.csv",
            "tab",
            rows(&[
                ["name", "street", "phone"],
                ["Ann", "1, High Street, Ayton", "07700 900001"],
                ["Bob", "2, Low Road", "07700 900002"],
            ]),
        ),
        ("04-sep-line.csv", "pipe", rows(&[["name;x", "phone"], ["Ann", "07700 900001"]])),
    ] {
        let file = fixture(name);
        assert_eq!(report(&file, &[] as &[&str])["delimiter"], delimiter, "{name}");
        assert_eq!(records(&file, &[]), expected, "{name}");
    }
}

#[test]
fn class_4_a_comment_above_the_header_is_a_record_and_shows() {
    let file = fixture("04-comment-line.csv");
    let report = report(&file, &[] as &[&str]);
    assert_eq!((&report["delimiter"], &report["records"]), (&json!("semicolon"), &json!(4)));
    assert_eq!(report["problems"], json!({"ragged": 4}));
    let read = records(&file, &[]);
    assert_eq!(read[0], ["# exported 2026-03-02, by the shop, for all"]);
    assert_eq!(
        read[1..],
        rows(
            &[["name", "phone"], ["Ann", "07700 900001"], ["Bob", "07700 900002"], ["Cat", "07700 900003"],]
        )
    );
}

#[test]
fn class_5_what_is_shown_and_what_goes_up_are_read_in_the_same_way() {
    let file = fixture("05-two-ways-to-read.csv");
    for (delimiter, binds, shown, clean) in [
        (
            "comma",
            ["firstName=a", "description=b;c"],
            [["a", "b;c"], ["1", "2;3"], ["4", "5;6"]],
            "firstName,description\r\n1,2;3\r\n4,5;6\r\n",
        ),
        (
            "semicolon",
            ["firstName=a,b", "description=c"],
            [["a,b", "c"], ["1,2", "3"], ["4,5", "6"]],
            "firstName,description\r\n\"1,2\",3\r\n\"4,5\",6\r\n",
        ),
    ] {
        assert_eq!(records(&file, &["--delimiter", delimiter]), rows(&shown));
        let options = ["--delimiter", delimiter, "--bind", binds[0], "--bind", binds[1]];
        let (report, copy, _) = exports(&file, &options, &scratch(&format!("class_5_{delimiter}")));
        assert_eq!(copy, clean);
        assert_eq!(report["columns"][1]["samples"], json!([shown[1][1], shown[2][1]]));
    }
}

#[test]
fn class_6_headers_alike_or_empty_change_nothing_in_the_records() {
    let file = fixture("06-headers-alike.csv");
    assert_eq!(
        records(&file, &[]),
        rows(&[
            ["name", "phone", "phone", "", "phone_1", ""],
            ["Ann", "07700 900001", "07700 900002", "x", "phone", "phone_1"],
            ["phone", "07700 900003", "", "", "name", ""],
        ])
    );
    let (report, clean, _) = exports(&file, &[], &scratch("class_6"));
    let names: Vec<&str> =
        report["columns"].as_array().unwrap().iter().map(|column| column["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["name", "phone", "phone", "", "phone_1", ""]);
    assert_eq!(report["binding"]["phone"]["column"], 1);
    assert_eq!(report["upload"], "copy");
    assert_eq!(clean, "firstName,phone\r\nAnn,07700 900001\r\nphone,07700 900003\r\n");
    // A name that two columns have says nothing.
    assert!(refusal(&file, &["--bind", "phone=phone"]).contains("more than one column is called \"phone\""));
}

#[test]
fn class_7_the_blanks_of_a_header_are_kept() {
    let file = fixture("07-blanks-in-headers.csv");
    let proposed = report(&file, &[] as &[&str]);
    assert_eq!(proposed["columns"][1]["name"], " telefono ");
    assert_eq!(proposed["binding"]["phone"]["column"], 1);
    assert_eq!(proposed["upload"], "original");
    let bound = report(&file, &["--bind", "firstName=Nome", "--bind", "phone= telefono "]);
    assert_eq!(bound["binding"]["phone"], json!({"column": 1, "reason": "given", "strength": 1.0}));
    assert!(refusal(&file, &["--bind", "phone=telefono"]).contains("no column is called \"telefono\""));
}

#[test]
fn class_8_ragged_and_blank_records_keep_the_lines_of_the_file() {
    let file = fixture("08-ragged.csv");
    let ragged: Vec<Vec<String>> = [
        &["name", "phone", "town", "", ""][..],
        &["Ann", "07700 900001", "Ayton", "", ""],
        &["Bob"],
        &["", "", "", "", ""],
        &["Cat", "07700 900002", "Bee", "", "", "", "", ""],
        &["Dan", "07700 900003", "two\r\nlines\rthree", "", ""],
        &["", "07700 900004", "last", "", ""],
    ]
    .iter()
    .map(|row| row.iter().map(ToString::to_string).collect())
    .collect();
    assert_eq!(records(&file, &[]), ragged);
    let (report, clean, rejected) = exports(&file, &[], &scratch("class_8"));
    assert_eq!(report["problems"], json!({"no_first_name": 2, "no_number": 2, "ragged": 2}));
    assert_eq!((&report["left_out"], &report["to_store"]), (&json!(2), &json!(4)));
    assert_eq!(
        clean,
        "firstName,phone,city\r\nAnn,07700 900001,Ayton\r\nBob,,\r\nCat,07700 900002,Bee\r\n\
         Dan,07700 900003,\"two\r\nlines\rthree\"\r\n"
    );
    // Two blank lines stand above these, two between, and a record of three lines.
    assert_eq!(
        rejected,
        "\u{feff}line,reason,name,phone,town,,\r\n6,\"no_first_name, no_number\",,,,,\r\n\
         13,no_first_name,,'07700 900004,last,,\r\n"
    );
}

#[test]
fn class_9_quotes_are_read_leniently_and_written_strictly() {
    let file = fixture("09-quotes.csv");
    assert_eq!(
        records(&file, &[]),
        rows(&[
            ["name", "size", "phone"],
            ["Ann ", "5\" nail", "07700 900001"],
            [" \"Bob\"", "a \"b\" c", "07700 900002"],
            ["C\"at", "\"", "07700 900003"],
            ["Dan\"\"", "x", "07700 900004"],
            ["", "a,\"b\",\n\nc", "07700 900005"],
        ])
    );
    let binds = ["--bind", "firstName=name", "--bind", "description=size"];
    let (report, clean, rejected) = exports(&file, &binds, &scratch("class_9"));
    assert_eq!(report["problems"], json!({"no_first_name": 1, "stray_quote": 3}));
    assert_eq!(
        clean,
        "firstName,description\r\nAnn ,\"5\"\" nail\"\r\n\" \"\"Bob\"\"\",\"a \"\"b\"\" c\"\r\n\
         \"C\"\"at\",\"\"\"\"\r\n\"Dan\"\"\"\"\",x\r\n"
    );
    assert_eq!(
        rejected,
        "\u{feff}line,reason,name,size,phone\r\n6,no_first_name,,\"a,\"\"b\"\",\n\nc\",'07700 900005\r\n"
    );
}

#[test]
fn class_9_a_quote_that_is_not_closed_is_named_with_its_line() {
    let said = refusal(&fixture("09-unterminated-at-the-end.csv"), &[] as &[&str]);
    assert!(said.contains("line 3") && said.contains("never closed"), "{said}");
    // Where a later quote closes it, the swallowed records are one cell, which is odd in two ways.
    let file = fixture("09-unterminated-then-closed.csv");
    assert_eq!(
        records(&file, &[]),
        rows(&[
            ["name", "phone"],
            ["Ann", "07700 900001\nBob,07700 900002\nCat,07700 900003\""],
            ["Dan", "07700 900004"],
        ])
    );
    assert_eq!(report(&file, &[] as &[&str])["problems"], json!({"several_numbers": 1, "stray_quote": 1}));
}
