//! Where something ends just where something else begins: blocks, slices, the head, the longest record.

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{
    Delimiter, Encoding, Kind, RECORD_BYTES_MAX, Record, RecordReader, Refusal, SameNumber, Settings, Text,
};
use dialdesk_core::phone::Country;

use super::{check, check_in, checks, copy, records, scan, scan_in, scan_with};

fn cells(file: &[u8], slice: usize) -> (Vec<Vec<String>>, Result<(), Refusal>) {
    let mut found = Vec::new();
    let mut note = |record: Record<'_>| {
        found.push(record.cells().map(std::borrow::Cow::into_owned).collect());
        Ok(())
    };
    let mut reader = RecordReader::new(Delimiter::Comma, Text::UTF8, 0, 1);
    for bytes in file.chunks(slice) {
        reader.push(bytes, &mut note).unwrap();
    }
    let outcome = reader.finish(&mut note);
    (found, outcome)
}

/// Every text of so many of the bytes that give a file its shape, and one that gives none.
fn every_text(length: u32) -> impl Iterator<Item = Vec<u8>> {
    let bytes = b"a,\"\n\r";
    (0..5_usize.pow(length))
        .map(move |number| (0..length).map(|place| bytes[number / 5_usize.pow(place) % 5]).collect())
}

#[test]
fn every_short_text_is_read_as_the_csv_crate_reads_it_also_across_a_block_and_a_slice() {
    for text in every_text(6) {
        // A block has 64 bytes: it ends behind the third byte of the text.
        for before in [0, 61] {
            let file = [&b"x".repeat(before)[..], &text].concat();
            let mut oracle =
                csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(&file[..]);
            let expected: Vec<Vec<String>> =
                oracle.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
            for slice in [1, 2, before + 3, 100] {
                let (found, outcome) = cells(&file, slice);
                let expected = if outcome.is_ok() { &expected[..] } else { expected.split_last().unwrap().1 };
                assert_eq!(found, expected, "{} in slices of {slice}", file.escape_ascii());
            }
        }
    }
}

#[test]
fn the_head_may_end_within_anything() {
    // 64 KiB decide what a file is; the rest of it is read by what they say.
    let tail = "Zoë 😀,\"a\r\n\"\"b\"\"\",1\r\n\r\nBob,,\"2\"\r\n";
    let expected = [["Zoë 😀", "a\r\n\"b\"", "1"], ["Bob", "", "2"]];
    let line = "Ann,x,0\r\n";
    for encoding in [Encoding::Utf8, Encoding::Utf16Le] {
        let encoded = |text: &str| -> Vec<u8> {
            if encoding == Encoding::Utf16Le {
                text.encode_utf16().flat_map(u16::to_le_bytes).collect()
            } else {
                text.as_bytes().to_vec()
            }
        };
        let tail = encoded(tail);
        let lines = encoded(&line.repeat(64 * 1024 / line.len()));
        for place in 0..tail.len() {
            let header = "name,note,number\r\n";
            let width = encoded("a").len();
            // The header is as long as it takes for the head to end at this place of the tail.
            let short = 64 * 1024 - place;
            let kept = (short - encoded(header).len()) / encoded(line).len() * encoded(line).len();
            let missing = (short - encoded(header).len() - kept) / width;
            let header = encoded(&header.replace("note", &format!("note{}", "e".repeat(missing))));
            let file = [&header[..], &lines[..kept], &tail].concat();
            for slice in [1000, 64 * 1024, usize::MAX] {
                let scan = scan_in(&file, slice).unwrap();
                assert_eq!(scan.dialect.encoding, encoding);
                let found = records(&file, &scan);
                assert_eq!(found[found.len() - 2..], expected, "{place} of {encoding:?}");
                assert_eq!(found.len(), kept / encoded(line).len() + 3);
            }
        }
    }
}

#[test]
fn the_longest_record_is_taken_and_one_byte_more_is_not_however_it_comes() {
    let file = |length: usize, end: &str| {
        let cell = "x".repeat(length - "Ann,\"\n\"".len());
        format!("name,note\nAnn,\"\n{cell}\"{end}").into_bytes()
    };
    for end in ["", "\n", "\r\n", "\r", "\nBob,2", "\r\n\r\nBob,2\r\n"] {
        let longest = file(RECORD_BYTES_MAX, end);
        let longer = file(RECORD_BYTES_MAX + 1, end);
        for slice in [4096, 1 << 16, RECORD_BYTES_MAX - 1, RECORD_BYTES_MAX, RECORD_BYTES_MAX + 1, 1 << 22] {
            let records = if end.contains("Bob") { 2 } else { 1 };
            assert_eq!(scan_in(&longest, slice).unwrap().records(), records, "{end:?} {slice}");
            // Its quote is closed behind the last byte that is looked at.
            let runaway = Refusal::RunawayQuote { line: 2 };
            assert_eq!(scan_in(&longer, slice).unwrap_err(), runaway, "{end:?} {slice}");
            let plain: Vec<u8> = longer.iter().map(|byte| if *byte == b'"' { b'x' } else { *byte }).collect();
            let plain = [&plain[..15], b"x", &plain[16..]].concat();
            let too_long = Refusal::RecordTooLong { line: 2 };
            assert_eq!(scan_in(&plain, slice).unwrap_err(), too_long, "{end:?} {slice}");
        }
    }
}

#[test]
fn a_zero_byte_just_within_and_just_behind_the_longest_record_is_told_in_any_slices() {
    for (place, refusal) in [
        (RECORD_BYTES_MAX - 1, Refusal::Binary { line: 2 }),
        (RECORD_BYTES_MAX, Refusal::Binary { line: 2 }),
        (RECORD_BYTES_MAX + 1, Refusal::RecordTooLong { line: 2 }),
    ] {
        let mut file = b"name\n".to_vec();
        file.extend(std::iter::repeat_n(b'x', place));
        file.push(0);
        file.extend(b"xx\nBob\n");
        for slice in [4096, 65_521, RECORD_BYTES_MAX - 1, RECORD_BYTES_MAX, RECORD_BYTES_MAX + 1, 1 << 22] {
            assert_eq!(scan_in(&file, slice).unwrap_err(), refusal, "{place} in slices of {slice}");
        }
    }
}

#[test]
fn bytes_that_mean_nothing_in_an_encoding_of_one_byte_are_damage() {
    // By the Encoding Standard: windows-1252 has no character at 0x81, ISO-8859-15 has control characters at 0x80 to
    // 0x9F, windows-1251 has none at 0x98, MacRoman one everywhere.
    for (encoding, byte, is_damaged) in [
        (Encoding::Windows1252, 0x81, true),
        (Encoding::Windows1252, 0x80, false),
        (Encoding::Windows1250, 0x83, true),
        (Encoding::Windows1251, 0x98, true),
        (Encoding::Iso8859_15, 0x80, true),
        (Encoding::Iso8859_15, 0xa4, false),
        (Encoding::MacRoman, 0x81, false),
    ] {
        let file = [&b"name,town\nAnn,x"[..], &[byte], b"\n"].concat();
        let chosen = Settings { encoding: Some(encoding), ..Settings::default() };
        let scan = scan_with(&file, chosen, 7).unwrap();
        let report = check(&file, &scan, &checks(&[(ContactField::FirstName, 0)], &[]));
        let rows: &[u32] = if is_damaged { &[0] } else { &[] };
        assert_eq!(
            report.findings.of(Kind::DamagedText).rows.iter().collect::<Vec<_>>(),
            rows,
            "{byte:#x} of {encoding:?}"
        );
    }
}

#[test]
fn whichever_of_the_same_number_is_kept_it_is_one_whatever_order_they_come_in() {
    // Two ways to write one number, in every order of five records.
    let ways = ["333 000 0001", "+39 333 000 0001"];
    for order in 0..32_u32 {
        let row = |place: u32| format!("N{place},{}\n", ways[(order >> place & 1) as usize]);
        let file = "name,phone\n".to_owned() + &(0..5).map(row).collect::<String>();
        let scan = scan(file.as_bytes());
        for same_number in [SameNumber::KeepFirst, SameNumber::KeepLast] {
            let mut checks =
                checks(&[(ContactField::FirstName, 0), (ContactField::Phone, 1)], &[ContactField::Phone]);
            checks.decisions.country = Country::from_code("IT");
            checks.decisions.same_number = same_number;
            let report = check_in(file.as_bytes(), &scan, &checks, 9);
            assert_eq!(report.to_store(), 1, "{file}");
            let copied = copy(file.as_bytes(), &scan, &checks, &report, 100);
            // Of records with the same text the server keeps the first; of the two texts the first or the last goes.
            let is_last = same_number == SameNumber::KeepLast;
            let kept = (0..5).find(|place| is_last && order >> place & 1 != order & 1).unwrap_or(0);
            assert!(copied.contains(&format!("N{kept},")), "{file} came to {copied}");
        }
    }
}
