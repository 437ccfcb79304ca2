//! From cells to what is sent and what is said of it: text stays text.

use std::fs;

use dialdesk_core::contact::{ContactField, CustomField, CustomFieldId, CustomKind};
use dialdesk_core::import::{Checker, Checks, CopyWriter, Kind, Scanned, Scanner, Settings};
use dialdesk_core::native::NativeDecoder;
use serde_json::json;

use super::fixture;
use super::inspected::{exports, refusal, report, scratch};

#[test]
fn class_10_leading_zeros_stay() {
    let binds = [
        "--bind",
        "firstName=Nome",
        "--bind",
        "phone=Telefono",
        "--bind",
        "postalCode=CAP",
        "--bind",
        "cf_1=Codice",
        "--bind",
        "priority=Priorità",
    ];
    let (report, clean, _) = exports(&fixture("10-leading-zeros.csv"), &binds, &scratch("class_10"));
    assert_eq!(report["problems"], json!({}));
    // The one number among the fields is written as the server reads numbers.
    assert_eq!(
        clean,
        "firstName,phone,postalCode,priority,cf_1\r\nGiulia,0200000001,00042,1,007\r\n\
         Marco,00390200000002,00100,1,0000\r\n"
    );
}

#[test]
fn class_11_a_number_with_dashes_is_no_date() {
    let (report, clean, _) = exports(&fixture("11-numbers-like-dates.csv"), &[], &scratch("class_11"));
    // 43000 is what a spreadsheet makes of a day in 2017; it has too few digits for a number.
    assert_eq!(report["problems"], json!({"not_a_number": 1}));
    assert_eq!((&report["upload"], &report["to_store"]), (&json!("original"), &json!(4)));
    assert_eq!(
        clean,
        "firstName,phone,description\r\nAnn,02-00-000001,1-2-1900\r\nBob,555-01-23,12/11/2026\r\n\
         Cat,02/00000002,1900-01-02\r\nDan,43000,43000\r\n"
    );
}

#[test]
fn class_12_digits_that_are_gone_are_marked_and_never_made_up() {
    let file = fixture("12-scientific-notation.csv");
    let binds = ["--bind", "firstName=Nome", "--bind", "phone=Telefono", "--bind", "cf_1=Codice"];
    for form in ["as-written", "e164", "national"] {
        let options = [&["--country", "IT", "--phone", form], &binds[..]].concat();
        let (report, clean, rejected) = exports(&file, &options, &scratch(&format!("class_12_{form}")));
        assert_eq!(report["problems"], json!({"not_a_number": 1, "scientific_notation": 3}), "{form}");
        let last = match form {
            "as-written" => "\"3330000001,0\"",
            "e164" => "+393330000001",
            _ => "3330000001",
        };
        assert_eq!(
            clean,
            format!(
                "firstName,phone,cf_1\r\nGiulia,\"3,9333E+11\",1E5\r\nMarco,3.9333e+11,\"3,9E+11\"\r\n\
                 Luca,390000000000000000,4\r\nIda,{last},5\r\n"
            )
        );
        // The same text is the same text, even where it is no number any more: the server drops the later one.
        assert_eq!(
            rejected,
            "\u{feff}line;reason;Nome;Telefono;Codice\r\n4;same text as line 2;Anna;'3,9333E+11;2\r\n"
        );
    }
}

#[test]
fn class_15_dates_pass_as_they_are_written() {
    let file = fixture("15-dates.csv");
    let binds =
        ["--bind", "firstName=name", "--bind", "dateOfBirth=born", "--bind", "scheduledat=appointment"];
    let (report, clean, rejected) = exports(&file, &binds, &scratch("class_15"));
    // The appointment is a moment for the server, which takes no other order than year, month, day.
    assert_eq!(report["problems"], json!({"bad_value": 1}));
    assert_eq!(
        clean,
        "firstName,dateOfBirth,scheduledat\r\nAnn,01/02/03,2026-03-02 08:00\r\nBob,31/12/99,\r\n\
         Cat,12/31/1999,2026-03-02\r\n"
    );
    assert_eq!(
        rejected,
        "\u{feff}line,reason,name,born,appointment\r\n5,bad_value,Dan,'1999-02-30,'02/03/26\r\n"
    );
}

#[test]
fn class_17_everything_that_is_odd_about_a_record_is_told() {
    let file = fixture("17-many-things-wrong.csv");
    let (report, clean, rejected) = exports(&file, &["--encoding", "utf-8"], &scratch("class_17"));
    assert_eq!(
        report["problems"],
        json!({
            "no_first_name": 2, "not_a_number": 3, "bad_priority": 2, "too_long": 1, "ragged": 1,
            "damaged_text": 2, "stray_quote": 1,
        })
    );
    assert_eq!((&report["left_out"], &report["to_store"]), (&json!(3), &json!(0)));
    assert_eq!(clean, "firstName,phone,description,priority\r\n");
    let long = "x".repeat(256);
    assert_eq!(
        rejected,
        format!(
            "\u{feff}line,reason,name,phone,priority,note\r\n\
             2,\"no_first_name, not_a_number, bad_priority, stray_quote\",,none,'-1,x y\r\n\
             3,\"no_first_name, not_a_number, bad_priority, damaged_text\",,none,'-1,\u{fffd}\r\n\
             4,\"not_a_number, too_long, ragged, damaged_text\",\u{fffd},{long},1\r\n"
        )
    );
}

#[test]
fn class_21_invalid_and_repeated_are_counted_apart_and_add_up() {
    let file = fixture("21-counters.csv");
    let (report, clean, rejected) = exports(&file, &["--country", "GB"], &scratch("class_21"));
    // Two have no name. Of the others Bob repeats Ann, and Eve repeats Dan; the blank ones repeat nothing, and Fay has
    // Ann's number in other words.
    assert_eq!(
        (&report["records"], &report["left_out"], &report["to_store"]),
        (&json!(9), &json!(2), &json!(5))
    );
    assert_eq!(report["duplicates"], json!({"fields": ["phone"], "same_text": 2, "same_number": 1}));
    assert_eq!(report["problems"], json!({"no_first_name": 2, "no_number": 2, "not_a_number": 3}));
    assert_eq!(
        clean,
        "firstName,phone\r\nAnn,07700 900001\r\nBob,\r\nCat,\r\nDan,none\r\nFay,+44 7700 900001\r\n"
    );
    assert_eq!(
        rejected,
        "\u{feff}line,reason,name,phone\r\n3,no_first_name,,'07700 900001\r\n\
         4,same text as line 2,Bob,'07700 900001\r\n8,same text as line 7,Eve,none\r\n\
         10,\"no_first_name, not_a_number\",,none\r\n"
    );
}

#[test]
fn class_22_what_a_file_is_called_does_not_matter() {
    for name in ["22-CONTACTS.CSV", "22-no-extension"] {
        assert_eq!(report(&fixture(name), &[] as &[&str])["to_store"], 1, "{name}");
    }
    let said = refusal(&fixture("22-workbook.csv"), &[] as &[&str]);
    assert!(said.contains("a workbook: save it as CSV"), "{said}");
}

#[test]
fn class_23_yes_and_no_are_understood_in_every_language_of_the_headers() {
    // The command knows no custom fields, so the engine itself is asked.
    let file = fs::read(fixture("23-yes-and-no.csv")).unwrap();
    let mut scanner = Scanner::new(file.len() as u64, Settings::default(), &NativeDecoder).unwrap();
    scanner.push(&file).unwrap();
    let Scanned::Whole(scan, _) = scanner.finish().unwrap() else { panic!("it is UTF-8 from the start") };
    let switch = CustomField::new(CustomFieldId::new(5).unwrap(), "consent", CustomKind::Switch);
    let checks = Checks {
        binding: [(ContactField::FirstName, 0), (ContactField::Custom(switch.id), 1)].into_iter().collect(),
        custom: vec![switch],
        ..Checks::default()
    };
    let mut checker = Checker::new(&scan, &checks, &NativeDecoder);
    checker.push(&file).unwrap();
    let report = checker.finish().unwrap();
    let wrong: Vec<u64> = report.findings.of(Kind::BadValue).rows.iter().map(|row| scan.line(row)).collect();
    assert_eq!(wrong, [14, 16]);
    let mut copy = CopyWriter::new(&scan, &checks, &report, &NativeDecoder);
    let written = [copy.push(&file).unwrap(), copy.finish().unwrap()].concat();
    assert_eq!(
        String::from_utf8(written).unwrap(),
        "firstName,cf_5\r\nAnn,1\r\nBob,0\r\nCat,1\r\nDan,0\r\nEve,1\r\nFay,0\r\nGus,1\r\nHal,0\r\nIda,1\r\n\
         Jim,0\r\nKit,1\r\nLou,0\r\nNed,\r\n"
    );
}

#[test]
fn class_24_samples_are_the_first_different_values() {
    let report = report(&fixture("24-first-rows-empty.csv"), &[] as &[&str]);
    assert_eq!(
        report["columns"],
        json!([
            {"index": 0, "name": "name", "filled": 7, "samples": ["Ann", "Bob", "Cat"]},
            {"index": 1, "name": "phone", "filled": 5, "samples": ["07700 900001", "07700 900002", "07700 900003"]},
            {"index": 2, "name": "note", "filled": 5, "samples": ["x", "y", "z"]},
        ])
    );
}
