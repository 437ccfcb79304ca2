//! How files are written, as it is found out and as the admin says.

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{Basis, Delimiter, Encoding, Header, Kind, Settings};

use super::{check, checks, records, scan, scan_in, scan_with};

#[test]
fn a_mark_is_no_part_of_the_first_header() {
    let scan = scan(b"\xef\xbb\xbfname,phone\nAnn,1\n");
    assert!(scan.dialect.has_bom);
    assert_eq!(scan.columns[0].name, "name");
}

#[test]
fn a_sep_line_says_the_delimiter_and_is_no_record() {
    for (file, line) in [
        (&b"sep=;\r\nname,x;phone\r\nAnn;1\r\n"[..], 3),
        (b"SEP=;\nname,x;phone\nAnn;1\n", 3),
        (b"\xef\xbb\xbfsep=;\rname,x;phone\rAnn;1\r", 3),
    ] {
        let scan = scan_in(file, 3).unwrap();
        assert!(scan.dialect.has_sep_line);
        assert_eq!(scan.dialect.delimiter, Delimiter::Semicolon);
        assert_eq!(records(file, &scan), [["name,x", "phone"], ["Ann", "1"]]);
        assert_eq!(scan.line(0), line);
    }
    // What only looks like one is a header.
    for file in [&b"sep=a\nx\n"[..], b"sep=,name\nx,y\n", b"sep\nx\n"] {
        assert!(!scan(file).dialect.has_sep_line);
    }
}

#[test]
fn a_first_record_with_a_number_or_an_address_is_a_contact() {
    for file in [&b"Giulia,3330000001\nMarco,3330000002\n"[..], b"Ann,ann@example.com\nBob,bob@example.com\n"]
    {
        let scan = scan(file);
        assert_eq!(scan.dialect.header, Header::Absent);
        assert_eq!((scan.records(), scan.line(0)), (2, 1));
        assert!(scan.columns.iter().all(|column| column.name.is_empty()));
    }
    assert_eq!(scan(b"Nome,Anno 2026\nAnn,1\n").dialect.header, Header::Present);
}

#[test]
fn the_admin_says_what_cannot_be_known() {
    let file = b"Ann;Rome\nBob;Oslo, N\n";
    let without =
        scan_with(file, Settings { header: Some(Header::Absent), ..Settings::default() }, 4).unwrap();
    assert_eq!((without.records(), without.columns.len()), (2, 2));
    let comma =
        scan_with(file, Settings { delimiter: Some(Delimiter::Comma), ..Settings::default() }, 4).unwrap();
    assert_eq!(comma.columns[0].name, "Ann;Rome");
    let file = b"name,town\nAnn,Forl\xec\n";
    let chosen = Settings { encoding: Some(Encoding::MacRoman), ..Settings::default() };
    let scan = scan_with(file, chosen, 4).unwrap();
    assert_eq!((scan.dialect.encoding, scan.dialect.basis), (Encoding::MacRoman, None));
    assert_eq!(records(file, &scan)[1][1], "ForlÏ");
}

#[test]
fn text_that_is_not_in_the_chosen_encoding_is_counted_and_stands_out() {
    let file = b"name,town\nAnn,Forl\xec\nBob,Roma\n";
    let chosen = Settings { encoding: Some(Encoding::Utf8), ..Settings::default() };
    let scan = scan_with(file, chosen, 4).unwrap();
    assert_eq!(records(file, &scan)[1][1], "Forl\u{fffd}");
    let report = check(file, &scan, &checks(&[(ContactField::FirstName, 0)], &[]));
    assert_eq!(report.findings.of(Kind::DamagedText).rows.iter().collect::<Vec<_>>(), [0]);
    // The two halves of one character in two cells are none.
    let file = b"name,phone\nx\xc3,\xa9\n";
    let report =
        check(file, &scan_with(file, chosen, 9).unwrap(), &checks(&[(ContactField::FirstName, 0)], &[]));
    assert_eq!(report.findings.of(Kind::DamagedText).count, 1);
}

#[test]
fn half_a_pair_of_utf_16_is_damage_and_the_records_behind_it_are_found() {
    let units = |text: &str| text.encode_utf16().collect::<Vec<_>>();
    let text = [
        units("name;town\nA"),
        vec![0xd83d],
        units("n;Rome\nBob;"),
        vec![0xdc00],
        units("\nZo\u{fffd};Bra\nCat;x"),
    ];
    let mut file = vec![0xff, 0xfe];
    file.extend(text.concat().into_iter().flat_map(u16::to_le_bytes));
    // And half a unit at the end.
    file.push(b'y');
    for slice in [1, 2, 5, 1000] {
        let scan = scan_in(&file, slice).unwrap();
        let expected = [
            ["name", "town"],
            ["A\u{fffd}n", "Rome"],
            ["Bob", "\u{fffd}"],
            ["Zo\u{fffd}", "Bra"],
            ["Cat", "x\u{fffd}"],
        ];
        assert_eq!(records(&file, &scan), expected);
        let report = check(&file, &scan, &checks(&[(ContactField::FirstName, 0)], &[]));
        // A character that says itself that something was lost is text.
        assert_eq!(report.findings.of(Kind::DamagedText).rows.iter().collect::<Vec<_>>(), [0, 1, 3]);
    }
}

#[test]
fn a_no_break_space_is_a_space_in_every_encoding() {
    // 0xA0 is one in windows-1252, in UTF-8 it is the second of two bytes.
    let latin = b"Zo\xeb;333\xa0000\xa00001\n\xa0;333\xa0000\xa00002\nM\xfcller;\xa0\n";
    let text: String = latin.iter().map(|byte| char::from(*byte)).collect();
    for file in [&latin[..], text.as_bytes()] {
        let scan = scan(file);
        assert_eq!(scan.dialect.header, Header::Absent, "a number is no name of a column");
        let filled: Vec<u64> = scan.columns.iter().map(|column| column.filled).collect();
        assert_eq!(filled, [2, 2], "{:?}", scan.dialect.encoding);
        let checks = checks(&[(ContactField::FirstName, 0), (ContactField::Phone, 1)], &[]);
        let report = check(file, &scan, &checks);
        assert_eq!(report.findings.of(Kind::NoFirstName).rows.iter().collect::<Vec<_>>(), [1]);
        assert_eq!(report.findings.of(Kind::NoNumber).rows.iter().collect::<Vec<_>>(), [2]);
    }
}

#[test]
fn a_sep_line_is_known_in_utf_16() {
    let text = "sep=;\r\nname,x;phone\r\nAnn;1\r\n";
    let little: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for file in [little, big] {
        for slice in [1, 3, 1000] {
            let scan = scan_in(&file, slice).unwrap();
            assert!(scan.dialect.has_sep_line);
            assert_eq!(records(&file, &scan), [["name,x", "phone"], ["Ann", "1"]]);
            assert_eq!(scan.line(0), 3);
        }
    }
}

#[test]
fn accents_that_come_late_are_read_as_they_are_meant() {
    let plain = "Ann;Roma\n".repeat(20_000);
    let late = |accent: &[u8]| {
        [b"nome;citt\n", plain.as_bytes(), b"Bob;Forl", accent, b"\nZo", accent, b";Bra\n"].concat()
    };
    let latin = late(b"\xec");
    let scan = scan_in(&latin, 1 << 16).unwrap();
    assert_eq!(scan.dialect.encoding, Encoding::Windows1252);
    assert_eq!(records(&latin, &scan)[20_001], ["Bob", "Forlì"]);
    let utf8 = late("ì".as_bytes());
    let scan = scan_in(&utf8, 1 << 16).unwrap();
    assert_eq!((scan.dialect.encoding, scan.dialect.basis), (Encoding::Utf8, Some(Basis::Ascii)));
}

#[test]
fn one_damaged_cell_among_many_does_not_turn_a_file_of_utf8_into_another() {
    let mut file = "name,town\n".to_owned() + &"Zoë,Forlì\n".repeat(30);
    file.push_str("Ann,Rom");
    let file = [file.as_bytes(), b"\xe0\nBob,Bra\n"].concat();
    for slice in [1, 50, 1 << 20] {
        let scan = scan_in(&file, slice).unwrap();
        let report = check(&file, &scan, &checks(&[(ContactField::FirstName, 0)], &[]));
        assert_eq!(scan.dialect.encoding, Encoding::Utf8);
        assert_eq!(report.findings.of(Kind::DamagedText).rows.iter().collect::<Vec<_>>(), [30]);
    }
}

#[test]
fn a_decimal_comma_or_a_comma_in_a_name_does_not_pass_for_a_delimiter() {
    for (file, expected) in [
        (&b"Cognome, nome;Importo\nRossi, Ada;1,50\nNeri, Ugo;2,75\n"[..], Delimiter::Semicolon),
        (b"Nome;Importo\nAda;1,50\nUgo;2,75\n", Delimiter::Semicolon),
        (b"\"a\",\"b;c\",\"d\"\n\"1\",\"2;3\",\"4\"\n", Delimiter::Comma),
        (b"list of may\n\nname;phone\nAnn;1\nBob;2\nCat;3\n", Delimiter::Semicolon),
        (b"name\tnote\nAnn\t\"a, b, c\"\nBob\tx, y\n", Delimiter::Tab),
        (b"name|phone\nAnn|1\n", Delimiter::Pipe),
        (b"phone\n1\n2\n", Delimiter::Comma),
    ] {
        assert_eq!(scan(file).dialect.delimiter, expected, "{}", String::from_utf8_lossy(file));
    }
}
