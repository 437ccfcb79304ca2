//! Where a file that is too large is cut: the parts hold every record once, none is larger than asked, and each knows
//! where it stood.

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{
    Delimiter, Encoding, FILE_BYTES_MAX, Foreign, Header, Kind, Part, Parts, Refusal, SPLIT_BYTES_MAX, Scan,
    Scanned, Scanner, Settings, Splitter,
};
use dialdesk_core::native::NativeDecoder;
use proptest::prelude::*;

use super::copies::rejected;
use super::{check, checks, copy, scan_with};

fn split(file: &[u8], most: u64, slice: usize) -> Result<Parts, Refusal> {
    let mut splitter = Splitter::new(file.len() as u64, most, Settings::default(), &NativeDecoder)?;
    for bytes in file.chunks(slice) {
        splitter.push(bytes)?;
    }
    splitter.finish()
}

/// The parts as files.
fn files(file: &[u8], parts: &Parts) -> Vec<Vec<u8>> {
    let place = |offset: u64| usize::try_from(offset).unwrap();
    let shared = &file[..place(parts.shared)];
    parts.parts.iter().map(|part| [shared, &file[place(part.start)..place(part.end)]].concat()).collect()
}

/// The records of a file as the `csv` crate reads them.
fn records(file: &[u8], delimiter: u8) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(file);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Asserts that the parts of a file with a header hold all its records in their order, each below its header.
fn assert_whole(file: &[u8], delimiter: u8, most: u64, slice: usize) -> Parts {
    let parts = split(file, most, slice).unwrap();
    let whole = records(file, delimiter);
    let mut below = Vec::new();
    for (part, known) in files(file, &parts).iter().zip(&parts.parts) {
        assert!(part.len() as u64 <= most, "{} bytes", part.len());
        let read = records(part, delimiter);
        assert_eq!(read[0], whole[0]);
        assert_eq!(read.len() as u64 - 1, known.records);
        below.extend_from_slice(&read[1..]);
    }
    assert_eq!(below, whole[1..]);
    parts
}

#[test]
fn cuts_stand_at_the_ends_of_records_whatever_the_slices_are() {
    // A copy may need 3 + 3 + 7 + 3 + 32 bytes for a record: below 11 bytes of header three make 155, four 203.
    let file = b"name,phone\nAn1,+39 001\nAn2,+39 002\nAn3,+39 003\nAn4,+39 004\nAn5,+39 005\n";
    for slice in [1, 7, 1000] {
        let parts = assert_whole(file, b',', 160, slice);
        assert_eq!(parts.shared, 11);
        let cuts: Vec<_> = parts.parts.iter().map(|part| (part.start, part.end, part.records)).collect();
        assert_eq!(cuts, [(11, 47, 3), (47, 71, 2)]);
        let lines: Vec<_> = parts.parts.iter().map(|part| part.cut.line).collect();
        assert_eq!(lines, [2, 5]);
        assert_eq!(parts.settings.delimiter, Some(Delimiter::Comma));
        assert_eq!(parts.settings.header, Some(Header::Present));
        assert_eq!(parts.settings.encoding, None, "nothing but ASCII says nothing");
    }
}

#[test]
fn quoted_line_ends_and_crlf_stay_within_their_record() {
    let rows = (0..40).map(|n| format!("Ann {n};\"one\r\ntwo; \"\"x\"\"\";+39 000 {n}\r\n"));
    let file: String = std::iter::once("nome;nota;tel\r\n".to_owned()).chain(rows).collect();
    for most in 200..260 {
        let parts = assert_whole(file.as_bytes(), b';', most, 13);
        for part in &parts.parts {
            let start = usize::try_from(part.start).unwrap();
            assert!(file.as_bytes()[start..].starts_with(b"Ann "));
        }
    }
}

#[test]
fn a_mark_and_a_sep_line_go_with_every_part() {
    let file = "\u{feff}sep=;\r\nnome;tel\r\nZoë;+39 000 1\r\nJosé;+39 000 2\r\nAna;+39 000 3\r\n";
    let parts = split(file.as_bytes(), 100, usize::MAX).unwrap();
    let each = files(file.as_bytes(), &parts);
    assert_eq!(each.len(), 3);
    assert_eq!(each[1], "\u{feff}sep=;\r\nnome;tel\r\nJosé;+39 000 2\r\n".as_bytes());
    assert_eq!(parts.settings.encoding, Some(Encoding::Utf8));
}

#[test]
fn a_file_without_names_repeats_nothing() {
    let file = b"Ann,+39 000 1\nBob,+39 000 2\nCat,+39 000 3\n";
    let parts = split(file, 60, 5).unwrap();
    assert_eq!((parts.shared, parts.settings.header), (0, Some(Header::Absent)));
    assert_eq!(files(file, &parts).concat(), file);
    assert_eq!(parts.parts.len(), 3);
}

#[test]
fn utf_16_is_cut_between_its_units() {
    let wide = |text: &str, unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let text = "nome;tel\r\nZoë;+39 000 1\r\n\"Ł\r\n😀\";+39 000 2\r\nAna;+39 000 3\r\nIvo;+39 000 4";
    let little = ([vec![0xff, 0xfe], wide(text, u16::to_le_bytes)].concat(), Encoding::Utf16Le);
    let big = ([vec![0xfe, 0xff], wide(text, u16::to_be_bytes)].concat(), Encoding::Utf16Be);
    let ways = [1, 2, 9, 1000].map(|slice| [(&little, slice), (&big, slice)]);
    for ((file, encoding), slice) in ways.into_iter().flatten() {
        let parts = split(file, 110, slice).unwrap();
        let each = files(file, &parts);
        assert!(each.len() > 1);
        let mut below = Vec::new();
        for part in &each {
            let scan = scan_with(part, parts.settings, usize::MAX).unwrap();
            assert_eq!(scan.dialect.encoding, *encoding);
            assert_eq!(scan.columns[0].name, "nome");
            below.extend(scan.first_rows);
        }
        let first: Vec<&str> = below.iter().map(|row| row[0].as_str()).collect();
        assert_eq!(first, ["Zoë", "Ł\r\n😀", "Ana", "Ivo"]);
    }
}

#[test]
fn the_clean_copy_of_a_part_is_no_larger_either() {
    // In a copy every comma and quote needs quotes, and every é a second byte.
    let rows = (0..60).map(|n| format!("\u{e9}\u{e9},{n};\"a\"\"b\";{n}\n"));
    let text: String = std::iter::once("nome;nota;tel\n".to_owned()).chain(rows).collect();
    let file: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let most = 600;
    let parts = split(&file, most, 100).unwrap();
    let bound = [(ContactField::FirstName, 0), (ContactField::Street, 1), (ContactField::City, 2)];
    let mut stored = 0;
    for part in files(&file, &parts) {
        let scan = scan_with(&part, parts.settings, usize::MAX).unwrap();
        let checks = checks(&bound, &[]);
        let report = check(&part, &scan, &checks);
        let copy = copy(&part, &scan, &checks, &report, usize::MAX);
        assert!(copy.len() as u64 <= most, "{} bytes", copy.len());
        stored += report.to_store();
    }
    assert_eq!(stored, 60);
}

/// A part as the app reads it: told what it was cut from.
fn scan_part(file: &[u8], settings: Settings, part: &Part) -> Scan {
    let scanner = Scanner::new(file.len() as u64, settings, &NativeDecoder).unwrap();
    let mut scanner = scanner.with_cut(Some(part.cut));
    scanner.push(file).unwrap();
    let Scanned::Whole(scan, _) = scanner.finish().unwrap() else { panic!("its encoding is known") };
    *scan
}

#[test]
fn the_lines_of_a_part_are_those_of_the_whole_file() {
    // A mark, two lines of names, then records of one, two and three lines, bare line ends of old Macs among them.
    let file = "\u{feff}name,\"phone\nor mobile\"\nAnn,1\n\"Bob\nB.\",2\n\n\"Cat\rC.\r\nD.\",3\rEve,4\n";
    let lines = [3, 4, 7, 10];
    for slice in [1, 5, 1000] {
        let parts = split(file.as_bytes(), 100, slice).unwrap();
        assert!(parts.parts.len() > 1);
        let mut found = Vec::new();
        for (bytes, part) in files(file.as_bytes(), &parts).iter().zip(&parts.parts) {
            let scan = scan_part(bytes, parts.settings, part);
            found.extend((0..u32::try_from(scan.records()).unwrap()).map(|row| scan.line(row)));
        }
        assert_eq!(found, lines);
    }
}

#[test]
fn a_record_of_a_part_that_is_taken_for_names_leaves_the_lines_of_the_others_as_they_are() {
    let file = b"Ann,x,+39 000 1\nBob,y,+39 000 2\nCat,z,+39 000 3\nDan,z,+39 000 4\n";
    let settings = Settings { header: Some(Header::Absent), ..Settings::default() };
    let parts = {
        let mut splitter = Splitter::new(file.len() as u64, 110, settings, &NativeDecoder).unwrap();
        splitter.push(file).unwrap();
        splitter.finish().unwrap()
    };
    let [_, part] = parts.parts.as_slice() else { panic!("two parts: {:?}", parts.parts) };
    let bytes = &files(file, &parts)[1];
    let named = Settings { header: Some(Header::Present), ..parts.settings };
    let scan = scan_part(bytes, named, part);
    // The part begins in line 3, which is names now.
    assert_eq!((part.cut.line, scan.records(), scan.line(0)), (3, 1, 4));
}

#[test]
fn a_part_that_is_cut_again_still_knows_the_whole_file() {
    // Without names, and the first record of the second part is short.
    let file = b"Ann,x,+39 000 1\nBob,y,+39 000 2\nCat\nDan,z,+39 000 4\nEve,z,+39 000 5\n";
    let parts = split(file, 120, usize::MAX).unwrap();
    let [_, part, _] = parts.parts.as_slice() else { panic!("three parts") };
    let bytes = &files(file, &parts)[1];
    let new = Splitter::new(bytes.len() as u64, 60, parts.settings, &NativeDecoder).unwrap();
    let mut again = new.with_cut(Some(part.cut));
    again.push(bytes).unwrap();
    let cuts: Vec<_> =
        again.finish().unwrap().parts.iter().map(|part| (part.cut.line, part.cut.columns)).collect();
    assert_eq!(cuts, [(3, 3), (4, 3)]);
}

#[test]
fn what_is_not_stored_of_a_part_has_its_line_in_the_whole_file() {
    let file = b"name,phone\nAnn,+39 001\nBob,+39 002\nCat,+39 003\n,+39 004\nEve,+39 005\nFay,+39 005\n";
    let parts = split(file, 160, usize::MAX).unwrap();
    let [_, part] = parts.parts.as_slice() else { panic!("two parts") };
    let bytes = &files(file, &parts)[1];
    let scan = scan_part(bytes, parts.settings, part);
    let checks = checks(&[(ContactField::FirstName, 0), (ContactField::Phone, 1)], &[ContactField::Phone]);
    let report = check(bytes, &scan, &checks);
    let saved = String::from_utf8(rejected(bytes, &scan, &checks, &report, usize::MAX)).unwrap();
    let expected = "\u{feff}line,why,name,phone\r\n5,no_first_name not_a_number,,'+39 004\r\n7,as in line 6,Fay,'+39 005\r\n";
    assert_eq!(saved, expected);
}

#[test]
fn a_short_record_at_the_cut_takes_no_column_from_its_part() {
    // Without names the first record of a part would say how many columns there are.
    let file = b"Ann,x,+39 000 1\nBob,y,+39 000 2\nCat\nDan,z,+39 000 4\n";
    let parts = split(file, 130, 3).unwrap();
    let starts: Vec<u64> = parts.parts.iter().map(|part| part.start).collect();
    assert_eq!(starts, [0, 32]);
    let bytes = &files(file, &parts)[1];
    let scan = scan_part(bytes, parts.settings, &parts.parts[1]);
    assert_eq!((scan.columns.len(), scan.line(0)), (3, 3));
    let checks = checks(&[(ContactField::FirstName, 0), (ContactField::Phone, 2)], &[]);
    let report = check(bytes, &scan, &checks);
    assert_eq!(report.findings.of(Kind::Ragged).rows.iter().collect::<Vec<_>>(), [0]);
    // Read with another separator it is another table.
    let settings = Settings { delimiter: Some(Delimiter::Pipe), ..parts.settings };
    assert_eq!(scan_part(bytes, settings, &parts.parts[1]).columns.len(), 1);
}

#[test]
fn bare_returns_blank_lines_and_marks_stay_whole() {
    let texts = |parts: &Parts, file: &[u8]| -> Vec<String> {
        files(file, parts).into_iter().map(|part| String::from_utf8(part).unwrap()).collect()
    };
    let old = b"name,phone\rAnn,1\rBob,2\rCat,3\r";
    let parts = split(old, 60, 2).unwrap();
    assert_eq!(texts(&parts, old), ["name,phone\rAnn,1\r", "name,phone\rBob,2\r", "name,phone\rCat,3\r"]);
    // Blank lines belong to what stands before them.
    let gaps = b"name,phone\nAnn,1\n\n\nBob,2\n\nCat,3\n\n";
    let parts = split(gaps, 60, 1).unwrap();
    assert_eq!(
        texts(&parts, gaps),
        ["name,phone\nAnn,1\n\n\n", "name,phone\nBob,2\n\n", "name,phone\nCat,3\n\n"]
    );
    assert_eq!(parts.parts.iter().map(|part| part.cut.line).collect::<Vec<_>>(), [2, 5, 7]);
    // A mark before records without names goes with every part.
    let marked = "\u{feff}Ann,+39 000 1\nBob,+39 000 2\n".as_bytes();
    let parts = split(marked, 60, 1).unwrap();
    assert_eq!(texts(&parts, marked), ["\u{feff}Ann,+39 000 1\n", "\u{feff}Bob,+39 000 2\n"]);
    assert_eq!((parts.shared, parts.parts[1].cut.start), (3, 3));
}

#[test]
fn records_are_counted_with_the_last_one() {
    let mut splitter = Splitter::new(40, 1000, Settings::default(), &NativeDecoder).unwrap();
    // The head has to be full before anything is read.
    let file = ["name,phone\n".to_owned(), "Ann,+39 001\n".repeat(6_000)].concat();
    splitter.push(file.as_bytes()).unwrap();
    splitter.push(b"").unwrap();
    assert_eq!(splitter.records(), 6_000);
}

#[test]
fn what_cannot_be_cut_is_refused() {
    let new = |bytes| Splitter::new(bytes, FILE_BYTES_MAX, Settings::default(), &NativeDecoder).err();
    assert_eq!(new(SPLIT_BYTES_MAX), None);
    let bytes = SPLIT_BYTES_MAX + 1;
    assert_eq!(new(bytes), Some(Refusal::TooLarge { bytes }));
    let refused = |file: &[u8]| split(file, 1000, 3).err();
    assert_eq!(refused(b"name,phone\n"), Some(Refusal::HeaderOnly));
    assert_eq!(refused(b"%PDF-1.7 and so on"), Some(Refusal::Foreign(Foreign::Pdf)));
    assert_eq!(refused(b"name,phone\nAnn,\"1\nBob,2\n"), Some(Refusal::RunawayQuote { line: 2 }));
}

proptest! {
    #[test]
    fn parts_of_any_file_hold_all_its_records(
        rows in proptest::collection::vec(("[a-z \"\n\r;,é]{1,12}", "[0-9]{0,9}"), 1..40),
        most in 150_u64..600,
        slice in 1_usize..200,
    ) {
        let mut out = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
        out.write_record(["nome", "tel"]).unwrap();
        for (name, phone) in &rows {
            out.write_record([name, phone]).unwrap();
        }
        assert_whole(&out.into_inner().unwrap(), b';', most, slice);
    }
}
