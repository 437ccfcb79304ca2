//! What holds for any file.

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{Checks, Delimiter, DuplicateRule, Encoding, Refusal, Settings, Upload, propose};
use dialdesk_core::native::codec;
use dialdesk_core::phone::Country;
use proptest::prelude::*;

use super::{check_in, checks, copy, scan, scan_in, scan_with};

/// Bytes that mean something to a reader, and some that mean nothing.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop::sample::select(vec![
        &b"a"[..],
        b"b",
        b",",
        b";",
        b"\t",
        b"\"",
        b"\"\"",
        b"\n",
        b"\r\n",
        b"\r",
        b" ",
        b"+39 333 000 0001",
        b"02 0000 0001",
        b"3,9E+11",
        b"'",
        b"\xe8",
        b"\xc3\xa8",
        b"\xff",
        b"\xff\xfe",
        b"\x00",
        b"sep=;",
        b"name",
        b"phone",
        b"a@example.com",
        b"=1",
    ]);
    prop::collection::vec(piece, 0..150).prop_map(|pieces| pieces.concat())
}

/// Everything that is known of a file in the end, or why it cannot be read.
fn everything(file: &[u8], slice: usize) -> Result<(super::Scan, Checks, super::Report, String), Refusal> {
    let scan = scan_in(file, slice)?;
    let mut checks = Checks {
        binding: propose(&scan.columns, &[]).into_iter().map(|made| (made.field, made.column)).collect(),
        duplicates: DuplicateRule::new([ContactField::Phone]),
        ..Checks::default()
    };
    checks.decisions.country = Country::from_code("IT");
    let report = check_in(file, &scan, &checks, slice);
    let copied = copy(file, &scan, &checks, &report, slice);
    Ok((scan, checks, report, copied))
}

/// A cell that a person might have typed.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[A-Za-z ]{0,12}",
        1 => "[a-zàèéìòù']{1,8}",
        1 => "\\+39 3[0-9]{2} [0-9]{7}",
        1 => "[\",;\n\r\t 0-9]{0,9}",
    ]
}

proptest! {
    #[test]
    fn any_slices_of_the_same_bytes_come_to_the_same(file in bytes(), slice in 1_usize..60) {
        let whole = everything(&file, usize::MAX);
        prop_assert_eq!(everything(&file, slice), whole);
    }

    #[test]
    fn the_buckets_add_up(file in bytes()) {
        if let Ok((scan, _, report, copied)) = everything(&file, usize::MAX) {
            prop_assert_eq!(report.records, scan.records());
            prop_assert_eq!(report.left_out + report.same_text.count + report.to_store(), report.records);
            prop_assert_eq!(report.skipped.len(), report.left_out + report.same_text.count);
            let mut reader = csv::Reader::from_reader(copied.as_bytes());
            prop_assert_eq!(reader.records().count() as u64, report.to_store());
        }
    }

    #[test]
    fn the_copy_read_back_is_what_was_kept(
        rows in prop::collection::vec((cell(), cell()), 1..40), slice in 1_usize..90, semicolon in any::<bool>(),
    ) {
        let delimiter = if semicolon { Delimiter::Semicolon } else { Delimiter::Comma };
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter.byte()).from_writer(Vec::new());
        writer.write_record(["vorname", "nota"]).unwrap();
        for (name, note) in &rows {
            writer.write_record([name, note]).unwrap();
        }
        let file = writer.into_inner().unwrap();
        let settings = Settings { delimiter: Some(delimiter), ..Settings::default() };
        let left = scan_with(&file, settings, slice).unwrap();
        let checks = checks(&[(ContactField::FirstName, 0), (ContactField::Description, 1)], &[]);
        let report = check_in(&file, &left, &checks, slice);
        let kept: Vec<(String, String)> =
            rows.iter().filter(|(name, _)| !name.trim().is_empty()).cloned().collect();
        prop_assert_eq!(report.records, rows.len() as u64);
        // Nothing here has an apostrophe that guards a number.
        prop_assume!(report.changed.count == 0);
        let copied = copy(&file, &left, &checks, &report, slice);
        let back: Vec<(String, String)> = csv::Reader::from_reader(copied.as_bytes())
            .records()
            .map(|row| { let row = row.unwrap(); (row[0].into(), row[1].into()) })
            .collect();
        prop_assert_eq!(&back, &kept);
        // And by the engine itself: nothing in it needs changing any more.
        if !kept.is_empty() {
            let again = scan(copied.as_bytes());
            let report = check_in(copied.as_bytes(), &again, &checks, slice);
            prop_assert_eq!(report.to_store(), kept.len() as u64);
            prop_assert_eq!(copy(copied.as_bytes(), &again, &checks, &report, slice), copied);
        }
    }

    #[test]
    fn dialect_and_encoding_of_a_plain_file_are_found(
        people in prop::collection::vec((0_usize..6, 0_usize..5, 0_u32..10_000), 3..40),
        delimiter in prop::sample::select(Delimiter::ALL.to_vec()),
        line_end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        encoding in prop::sample::select(vec![
            Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252, Encoding::MacRoman,
        ]),
        quoted in any::<bool>(),
    ) {
        let names = ["Niccolò", "Zoë", "José", "Grâce", "Jörg", "Conceição"];
        let towns = ["Forlì", "Cefalù", "Nîmes", "Köln", "Málaga"];
        let cells = |cells: [String; 3]| {
            let quote = |cell: &String| if quoted { format!("\"{cell}\"") } else { cell.clone() };
            cells.iter().map(quote).collect::<Vec<_>>().join(&char::from(delimiter.byte()).to_string()) + line_end
        };
        let mut text = cells(["nome".into(), "città".into(), "telefono".into()]);
        for (name, town, phone) in &people {
            text += &cells([names[*name].into(), towns[*town].into(), format!("+39 333 000 {phone:04}")]);
        }
        let file: Vec<u8> = match encoding {
            Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            Encoding::Utf8
            | Encoding::Windows1252
            | Encoding::Windows1250
            | Encoding::Windows1251
            | Encoding::Iso8859_15
            | Encoding::MacRoman => codec(encoding).encode(&text).0.into_owned(),
        };
        let scan = scan(&file);
        prop_assert_eq!(scan.dialect.encoding, encoding);
        prop_assert_eq!(scan.dialect.delimiter, delimiter);
        prop_assert_eq!(&scan.columns[1].name, "città");
        prop_assert_eq!(scan.records(), people.len() as u64);
        prop_assert_eq!(&scan.first_rows[0][1], towns[people[0].1]);
        let report = check_in(&file, &scan, &checks(&[(ContactField::FirstName, 0)], &[]), 50);
        let upload = Upload::decide(&scan, &report, &super::bind(&[(ContactField::FirstName, 0)]));
        let is_as_the_server_reads = encoding == Encoding::Utf8 && delimiter == Delimiter::Comma;
        prop_assert_eq!(upload == Upload::Original, is_as_the_server_reads);
    }
}
