//! Records, their lines and their places, against the `csv` crate.

use dialdesk_core::import::{Delimiter, Record, RecordReader, Refusal, Text};
use proptest::prelude::*;

use super::{records, scan, scan_in};

/// Cells of all records, their lines and whether a quote stands where none belongs.
type Read = Vec<(Vec<String>, u64, bool)>;

fn read(file: &[u8], slice: usize) -> (Read, Result<(), Refusal>) {
    let mut found = Vec::new();
    let mut note = |record: Record<'_>| {
        let cells = record.cells().map(std::borrow::Cow::into_owned).collect();
        found.push((cells, record.line, record.has_stray_quote));
        Ok(())
    };
    let mut reader = RecordReader::new(Delimiter::Comma, Text::UTF8, 0, 1);
    for bytes in file.chunks(slice) {
        reader.push(bytes, &mut note).unwrap();
    }
    let outcome = reader.finish(&mut note);
    (found, outcome)
}

#[test]
fn lines_are_counted_for_every_line_ending_however_the_file_is_sliced() {
    for (file, lines) in [
        (&b"a\r\nb\r\n\r\n\"c\r\nd\"\r\ne"[..], [1, 2, 4, 6]),
        (b"a\nb\n\n\"c\nd\"\ne", [1, 2, 4, 6]),
        (b"a\rb\r\r\"c\rd\"\re", [1, 2, 4, 6]),
        (b"a\n\rb\n\"c\n\r\"\re", [1, 3, 4, 7]),
    ] {
        for slice in 1..=file.len() {
            let found: Vec<u64> = read(file, slice).0.into_iter().map(|(_, line, _)| line).collect();
            assert_eq!(found, lines, "{file:?} in slices of {slice}");
        }
    }
}

#[test]
fn quotes_where_none_belong_are_text_and_named() {
    for (line, cells, is_stray) in [
        ("a,b", vec!["a", "b"], false),
        ("\"a\",\"b\"\"c\"", vec!["a", "b\"c"], false),
        ("5\" nail,b", vec!["5\" nail", "b"], true),
        ("\"a\"b,c", vec!["ab", "c"], true),
        ("\"a\" ,c", vec!["a ", "c"], true),
        ("\"a\"\"b\"c\"d,e", vec!["a\"bc\"d", "e"], true),
        (" \"a\",b", vec![" \"a\"", "b"], true),
        ("\"\",b", vec!["", "b"], false),
        ("\"\"\"\",b", vec!["\"", "b"], false),
    ] {
        for end in ["", "\n", "\r\n"] {
            let file = format!("{line}{end}");
            for slice in 1..=file.len() {
                let (found, outcome) = read(file.as_bytes(), slice);
                assert!(outcome.is_ok());
                let expected = cells.iter().map(|cell| (*cell).to_owned()).collect();
                assert_eq!(found, [(expected, 1, is_stray)], "{file:?} in slices of {slice}");
            }
        }
    }
}

#[test]
fn a_record_longer_than_a_block_is_read_like_a_short_one() {
    for length in [60, 63, 64, 65, 127, 128, 200] {
        let cell = "x".repeat(length);
        let file = format!("a,{cell},\"{cell}\"\"\n{cell}\",é\nb\n");
        for slice in [1, 3, 64, 1000] {
            let (found, _) = read(file.as_bytes(), slice);
            let cells: Vec<Vec<String>> = found.into_iter().map(|(cells, _, _)| cells).collect();
            let long = format!("{cell}\"\n{cell}");
            assert_eq!(cells, [vec!["a".into(), cell.clone(), long, "é".into()], vec!["b".to_owned()]]);
        }
    }
}

#[test]
fn records_are_found_again_in_every_encoding() {
    let text = "nome;città\r\nZoë;\"Forlì\r\n(FC)\"\r\n\r\nÀda;Nuoro\r\n";
    let expected = [["nome", "città"], ["Zoë", "Forlì\r\n(FC)"], ["Àda", "Nuoro"]];
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> =
        [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    for file in [text.as_bytes(), &latin, &little, &marked] {
        for slice in [1, 2, 3, 7, 1000] {
            let scan = scan_in(file, slice).unwrap();
            assert_eq!(records(file, &scan), expected, "{}", scan.dialect.encoding.label());
            assert_eq!((scan.line(0), scan.line(1)), (2, 5));
        }
    }
}

#[test]
fn samples_are_the_first_different_values_that_are_not_blank() {
    let scan = scan(b"a,b\n,1\n  ,1\nx,1\nx,2\ny,3\nz,4\nw,5\n");
    assert_eq!(
        (scan.columns[0].filled, &scan.columns[0].samples[..]),
        (5, &["x", "y", "z"].map(String::from)[..])
    );
}

/// Text made of the characters that make reading hard.
fn tricky() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "è",
        "😀",
        ",",
        ";",
        "\"",
        "\"\"",
        "\n",
        "\r\n",
        "\r",
        " ",
        "7",
        "xxxxxxxxxxxxxxxx",
    ]);
    prop::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

fn oracle(text: &str) -> Vec<Vec<String>> {
    let mut oracle = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    oracle.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

proptest! {
    #[test]
    fn records_are_those_of_the_csv_crate(text in tricky(), slice in 1_usize..150) {
        let mut expected = oracle(&text);
        let (found, outcome) = read(text.as_bytes(), slice);
        let found: Vec<Vec<String>> = found.into_iter().map(|(cells, _, _)| cells).collect();
        if outcome.is_err() {
            // The file ends inside quotes: the oracle takes a line end behind it as text of the last cell.
            let longer = oracle(&format!("{text}\n"));
            let (cell, last) = (expected.last().and_then(|record| record.last()).unwrap(), longer.last().unwrap());
            prop_assert_eq!(last.last().unwrap(), &format!("{cell}\n"));
            expected.pop();
        }
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn what_the_csv_crate_wrote_is_read_as_it_was(
        rows in prop::collection::vec(prop::collection::vec(tricky(), 2..6), 1..12), slice in 1_usize..200,
    ) {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let (found, outcome) = read(&writer.into_inner().unwrap(), slice);
        prop_assert!(outcome.is_ok());
        prop_assert!(found.iter().all(|(_, _, is_stray)| !is_stray));
        let found: Vec<Vec<String>> = found.into_iter().map(|(cells, _, _)| cells).collect();
        prop_assert_eq!(found, rows);
    }
}
