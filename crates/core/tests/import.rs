//! The import engine, from the bytes of a file to what is uploaded.
//!
//! The oracle for reading is the `csv` crate on the whole file at once; counts are worked out by hand.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may panic like tests")]

use dialdesk_core::contact::{ContactField, CustomField, CustomFieldId, CustomKind};
use dialdesk_core::import::{
    Binding, Checker, CopyReason, CopyWriter, Delimiter, DuplicateRule, Foreign, Reason, Record,
    RecordReader, Refusal, Report, Scan, Scanner, Upload, propose, record_cells,
};
use proptest::prelude::*;

fn scan_in(file: &[u8], slice: usize) -> Result<Scan, Refusal> {
    let mut scanner = Scanner::new(file.len() as u64)?;
    for bytes in file.chunks(slice) {
        scanner.push(bytes)?;
    }
    scanner.finish()
}

fn scan(file: &[u8]) -> Scan {
    scan_in(file, usize::MAX).unwrap()
}

fn bind(pairs: &[(ContactField, usize)]) -> Binding {
    pairs.iter().copied().collect()
}

fn check(file: &[u8], scan: &Scan, binding: &Binding, rule: &DuplicateRule, slice: usize) -> Report {
    let mut checker = Checker::new(scan, binding.clone(), rule);
    for bytes in file[usize::try_from(scan.header_offset).unwrap()..].chunks(slice) {
        checker.push(bytes).unwrap();
    }
    checker.finish().unwrap()
}

fn copy(file: &[u8], scan: &Scan, binding: &Binding, slice: usize) -> String {
    let mut writer = CopyWriter::new(scan, binding.clone());
    let mut written = Vec::new();
    for bytes in file[usize::try_from(scan.header_offset).unwrap()..].chunks(slice) {
        written.extend(writer.push(bytes).unwrap());
    }
    written.extend(writer.finish().unwrap());
    String::from_utf8(written).unwrap()
}

fn phone_only() -> DuplicateRule {
    DuplicateRule::new([ContactField::Phone])
}

#[test]
fn the_documented_pages_binding_keeps_the_leading_blank() {
    let file = b"Nome, telefono\r\nGiulia,3335550101\r\nMarco,3335550102\r\n";
    let scan = scan(file);
    assert_eq!(scan.columns[1].name, " telefono");
    let binding: Binding =
        propose(&scan.columns, &[]).into_iter().map(|made| (made.field, made.column)).collect();
    let report = check(file, &scan, &binding, &phone_only(), 7);
    let upload = Upload::decide(&scan, &report, &binding);
    assert_eq!(upload, Upload::Original);
    assert_eq!(
        upload.headers(&scan, &binding),
        [(ContactField::FirstName, "Nome".to_owned()), (ContactField::Phone, " telefono".to_owned())]
    );
    assert_eq!(report.to_store(), 2);
}

#[test]
fn the_buckets_add_up_to_the_records() {
    // By hand: 7 records; one without a name; Ann's number comes three times, the blank one never repeats.
    let file = b"name,phone\nAnn,+44 7700 900001\n,+44 7700 900001\nBob,+44 7700 900001\nCat,\nDan,\n\
                 Eve,+44 7700 900001\nFay,447700900001\n";
    let scan = scan(file);
    let binding = bind(&[(ContactField::FirstName, 0), (ContactField::Phone, 1)]);
    let report = check(file, &scan, &binding, &phone_only(), 3);
    assert_eq!((report.records, report.no_first_name, report.same_text), (7, 1, 2));
    assert_eq!((report.left_out(), report.sent(), report.to_store()), (1, 6, 4));
    let shown: Vec<_> = report.shown_repeats.iter().map(|row| (row.line, row.first_line)).collect();
    assert_eq!(shown, [(4, 2), (7, 2)]);
    assert_eq!(report.shown_no_name.iter().map(|row| row.line).collect::<Vec<_>>(), [3]);
}

#[test]
fn a_row_that_is_left_out_is_not_the_first_of_its_number() {
    let file = b"name,phone\n,1111111\nAnn,1111111\n";
    let scan = scan(file);
    let binding = bind(&[(ContactField::FirstName, 0), (ContactField::Phone, 1)]);
    let report = check(file, &scan, &binding, &phone_only(), 100);
    assert_eq!((report.same_text, report.to_store()), (0, 1));
}

#[test]
fn with_several_fields_all_must_be_equal_and_lengths_keep_them_apart() {
    let file = b"name,phone,email\nA,ab,c\nA,a,bc\nA,ab,c\nA,ab,\nA,ab,\n";
    let scan = scan(file);
    let binding = bind(&[(ContactField::FirstName, 0), (ContactField::Phone, 1), (ContactField::Email, 2)]);
    let both = DuplicateRule::new([ContactField::Phone, ContactField::Email]);
    assert_eq!(check(file, &scan, &binding, &both, 100).same_text, 1);
    assert_eq!(check(file, &scan, &binding, &phone_only(), 100).same_text, 3);
    assert_eq!(check(file, &scan, &binding, &DuplicateRule::default(), 100).same_text, 0);
    let unbound = DuplicateRule::new([ContactField::Mobile]);
    assert_eq!(check(file, &scan, &binding, &unbound, 100).same_text, 0);
    // A field that no column feeds takes no part; the request does not name it either.
    let half = DuplicateRule::new([ContactField::Mobile, ContactField::Phone]);
    assert_eq!(check(file, &scan, &binding, &half, 100).same_text, 3);
    assert_eq!(half.bound(&binding), phone_only());
    assert!(unbound.bound(&binding).is_empty());
}

#[test]
fn what_the_file_is_decides_between_the_original_and_a_copy() {
    let binding = bind(&[(ContactField::FirstName, 0), (ContactField::Phone, 1)]);
    let reasons = |file: &[u8]| {
        let scan = scan(file);
        let report = check(file, &scan, &binding, &phone_only(), 100);
        match Upload::decide(&scan, &report, &binding) {
            Upload::Original => Vec::new(),
            Upload::Copy(reasons) => reasons,
        }
    };
    assert_eq!(reasons(b"n,p\nAnn,1\nBob,1\n"), []);
    assert_eq!(reasons(b"\xef\xbb\xbfn,p\nAnn,1\n"), [CopyReason::Bom]);
    assert_eq!(reasons(b"n;p\nAnn;1\n"), [CopyReason::Delimiter(Delimiter::Semicolon)]);
    assert_eq!(reasons(b"n,p,p\nAnn,1,2\n"), [CopyReason::NameTwice("p".into())]);
    assert_eq!(reasons(b"n,\nAnn,1\n"), [CopyReason::NameEmpty]);
    assert_eq!(reasons(b"n,p\nAnn,1\nBob\n"), [CopyReason::Ragged(1)]);
    assert_eq!(reasons(b"n,p\nAnn,1\n ,2\n"), [CopyReason::LeftOut(1)]);
}

#[test]
fn the_copy_is_strict_and_names_columns_like_the_fields() {
    let file = b"\xef\xbb\xbf\nTel;Nome;x\n1;\"Rossi, \"\"Bob\"\"\";a\n2;;b\n3;\"two\nlines\";c\n";
    let scan = scan(file);
    assert!(scan.bom);
    let cf_3 = ContactField::Custom(CustomFieldId::new(3).unwrap());
    let binding = bind(&[(ContactField::FirstName, 1), (ContactField::Phone, 0), (cf_3, 0)]);
    let expected = "firstName,phone,cf_3\r\n\"Rossi, \"\"Bob\"\"\",1,1\r\n\"two\nlines\",3,3\r\n";
    for slice in [1, 2, 3, 5, 100] {
        assert_eq!(copy(file, &scan, &binding, slice), expected, "slices of {slice}");
    }
}

#[test]
fn each_kind_of_unusable_file_is_refused_by_name() {
    let refusal = |file: &[u8]| scan_in(file, 5).unwrap_err();
    assert_eq!(refusal(b""), Refusal::Empty);
    assert_eq!(refusal(b"\r\n\r\n"), Refusal::Empty);
    assert_eq!(refusal(b"name,phone\n"), Refusal::HeaderOnly);
    assert_eq!(refusal(b"name,phone"), Refusal::HeaderOnly);
    assert_eq!(
        refusal(b"Giulia,3335550101\nMarco,3335550102\n"),
        Refusal::NoHeader { cell: "3335550101".into() }
    );
    assert_eq!(
        refusal(b"Ann,ann@example.com\nBob,bob@example.com\n"),
        Refusal::NoHeader { cell: "ann@example.com".into() }
    );
    assert_eq!(refusal(b"name,phone\r\nAnn,1\r\nB\x00b,2\r\n"), Refusal::Binary { line: 3 });
    assert_eq!(refusal(b"name,phone\nJos\xe9,1\n"), Refusal::NotUtf8 { line: 2 });
    // The two halves of one character in two cells.
    assert_eq!(refusal(b"name,phone\nx\xc3,\xa9\n"), Refusal::NotUtf8 { line: 2 });
    assert_eq!(Scanner::new(62_914_561).err(), Some(Refusal::TooLarge { bytes: 62_914_561 }));
    assert!(Scanner::new(62_914_560).is_ok());
    let zip = scan_in(b"PK\x03\x04\x14\x00\x08\x00", 100).unwrap_err();
    assert_eq!(zip, Refusal::Foreign(Foreign::Archive));
}

#[test]
fn a_quote_that_never_closes_is_named_with_its_line() {
    let mut file = b"name,phone\nAnn,1\nBob,\"2\n".to_vec();
    file.extend(std::iter::repeat_n(&b"Cat,3\n"[..], 400_000).flatten());
    assert_eq!(scan_in(&file, 1 << 20).unwrap_err(), Refusal::RunawayQuote { line: 3 });
    // Also when little is swallowed, at the end of the file or just before it.
    for file in [
        &b"name,phone\nAnn,1\nBob,\"2\nCat,3\n"[..],
        b"name,phone\nAnn,1\nBob,\"",
        b"name,phone\nAnn,1\nBob,\"2",
    ] {
        for slice in 1..=file.len() {
            assert_eq!(scan_in(file, slice).unwrap_err(), Refusal::RunawayQuote { line: 3 });
        }
    }
    // A quote inside a cell is text, and one that closes at the very end is closed.
    for file in [&b"name,size\nAnn,5\" nail"[..], b"name,size\nAnn,\"5\"", b"name,size\nAnn,\"5\"\"\""] {
        assert_eq!(scan(file).records(), 1);
    }
}

#[test]
fn columns_are_proposed_by_name_by_label_and_by_value() {
    let file = "E-mail;X;CITTÀ;Numero contratto;Nome;y\n\
                a@example.com;+39 333 555 0101;Roma;7;Giulia;q\n;0039 333 555 0102;;8;Marco;\n";
    let scan = scan(file.as_bytes());
    let cf = CustomFieldId::new(3).unwrap();
    let custom = [CustomField::new(cf, "numero  contratto", CustomKind::Text)];
    let made: Vec<_> = propose(&scan.columns, &custom)
        .into_iter()
        .map(|made| (made.field, made.column, made.reason))
        .collect();
    assert_eq!(
        made,
        [
            (ContactField::FirstName, 4, Reason::Name),
            (ContactField::Phone, 1, Reason::Values),
            (ContactField::Email, 0, Reason::Name),
            (ContactField::City, 2, Reason::Name),
            (ContactField::Custom(cf), 3, Reason::Label),
        ]
    );
    // One column in twenty may be odd, two may not.
    let rows = |odd: usize| {
        let row = |n| if n < odd { format!("n{n},none\n") } else { format!("n{n},07700 9000{n:02}\n") };
        std::iter::once("who,x\n".to_owned()).chain((0..20).map(row)).collect::<String>()
    };
    let phone = |odd| {
        let file = rows(odd);
        propose(&scan_in(file.as_bytes(), 64).unwrap().columns, &[])
            .into_iter()
            .find(|made| made.field == ContactField::Phone)
            .map(|made| (made.reason, made.strength.percent()))
    };
    assert_eq!(phone(1), Some((Reason::Values, 95)));
    assert_eq!(phone(2), None);
}

#[test]
fn samples_are_the_first_different_values_that_are_not_blank() {
    let scan = scan(b"a,b\n,1\n  ,1\nx,1\nx,2\ny,3\nz,4\nw,5\n");
    assert_eq!(
        (scan.columns[0].filled, &scan.columns[0].samples[..]),
        (5, &["x", "y", "z"].map(String::from)[..])
    );
}

#[test]
fn lines_are_counted_for_every_line_ending_however_the_file_is_sliced() {
    for (file, lines) in [
        (&b"a\r\nb\r\n\r\n\"c\r\nd\"\r\ne"[..], [1, 2, 4, 6]),
        (b"a\nb\n\n\"c\nd\"\ne", [1, 2, 4, 6]),
        (b"a\rb\r\r\"c\rd\"\re", [1, 2, 4, 6]),
    ] {
        for slice in 1..=file.len() {
            let mut found = Vec::new();
            let mut note = |record: Record<'_>| {
                found.push(record.line);
                Ok(())
            };
            let mut reader = RecordReader::new(Delimiter::Comma, 0, 1);
            for bytes in file.chunks(slice) {
                reader.push(bytes, &mut note).unwrap();
            }
            reader.finish(&mut note).unwrap();
            assert_eq!(found, lines, "{file:?} in slices of {slice}");
        }
    }
}

/// Text made of the characters that make reading hard.
fn tricky() -> impl Strategy<Value = String> {
    let piece =
        prop::sample::select(vec!["a", "è", "😀", ",", ";", "\"", "\"\"", "\n", "\r\n", "\r", " ", "7"]);
    prop::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn records_and_offsets_are_those_of_the_csv_crate(text in tricky(), slice in 1_usize..40) {
        let file = text.as_bytes();
        let mut expected = Vec::new();
        let mut oracle = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(file);
        for record in oracle.records() {
            expected.push(record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
        }
        let mut read = Vec::new();
        let mut offsets = Vec::new();
        let mut reader = RecordReader::new(Delimiter::Comma, 0, 1);
        let mut note = |record: Record<'_>| {
            offsets.push(usize::try_from(record.offset).unwrap());
            read.push(record.cells().map(str::to_owned).collect::<Vec<_>>());
            Ok(())
        };
        for bytes in file.chunks(slice) {
            reader.push(bytes, &mut note).unwrap();
        }
        if reader.finish(&mut note).is_err() {
            // The file ends inside quotes: the oracle takes a line end behind it as text of the last cell.
            let longer = format!("{text}\n");
            let mut oracle = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(longer.as_bytes());
            let last = oracle.records().last().unwrap().unwrap();
            let cell = expected.last().and_then(|record| record.last()).unwrap();
            prop_assert_eq!(last.iter().next_back().unwrap(), format!("{cell}\n"));
            expected.pop();
        }
        prop_assert_eq!(&read, &expected);
        for (offset, cells) in offsets.into_iter().zip(&expected) {
            prop_assert_eq!(&record_cells(&file[offset..], Delimiter::Comma), cells);
        }
    }

    #[test]
    fn the_copy_read_back_is_what_was_sent(
        rows in prop::collection::vec((tricky(), tricky()), 1..30), slice in 1_usize..60,
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
        writer.write_record(["vorname", "tel"]).unwrap();
        for (name, phone) in &rows {
            writer.write_record([name, phone]).unwrap();
        }
        let file = writer.into_inner().unwrap();
        let mut scanner = Scanner::new(file.len() as u64).unwrap();
        scanner.push(&file).unwrap();
        let scan = scanner.finish().unwrap();
        // A text full of commas can make the comma the better guess; then there is nothing to compare.
        prop_assume!(scan.delimiter == Delimiter::Semicolon && scan.columns.len() == 2);
        let binding = bind(&[(ContactField::FirstName, 0), (ContactField::Phone, 1)]);
        let report = check(&file, &scan, &binding, &phone_only(), slice);
        let kept: Vec<_> = rows.iter().filter(|(name, _)| !name.trim().is_empty()).cloned().collect();
        prop_assert_eq!(report.records, rows.len() as u64);
        prop_assert_eq!(report.sent(), kept.len() as u64);
        prop_assert_eq!(report.left_out() + report.same_text + report.to_store(), report.records);
        let copied = copy(&file, &scan, &binding, slice);
        let mut back = csv::Reader::from_reader(copied.as_bytes());
        let back: Vec<(String, String)> =
            back.records().map(|row| { let row = row.unwrap(); (row[0].into(), row[1].into()) }).collect();
        prop_assert_eq!(back, kept);
    }
}
