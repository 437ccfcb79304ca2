//! Files that cannot be read, each told by name and in the same way however it is sliced.

use dialdesk_core::import::{Foreign, Refusal, Scanner, Settings};
use dialdesk_core::native::NativeDecoder;

use super::{scan, scan_in};

#[test]
fn each_kind_of_unusable_file_is_refused_by_name() {
    let refusal = |file: &[u8]| scan_in(file, 5).unwrap_err();
    assert_eq!(refusal(b""), Refusal::Empty);
    assert_eq!(refusal(b"\r\n\r\n"), Refusal::Empty);
    assert_eq!(refusal(b"\xef\xbb\xbf"), Refusal::Empty);
    assert_eq!(refusal(b"sep=;\r\n"), Refusal::Empty);
    assert_eq!(refusal(b"name,phone\n"), Refusal::HeaderOnly);
    assert_eq!(refusal(b"name,phone"), Refusal::HeaderOnly);
    assert_eq!(refusal(b"name,phone\r\nAnn,1\r\nB\x00b,2\r\n"), Refusal::Binary { line: 3 });
    assert_eq!(refusal(b"PK\x03\x04\x14\x00\x08\x00"), Refusal::Foreign(Foreign::Archive));
}

#[test]
fn a_file_that_is_too_large_is_refused_before_anything_is_read() {
    let new = |bytes| Scanner::new(bytes, Settings::default(), &NativeDecoder).err();
    assert_eq!(new(62_914_561), Some(Refusal::TooLarge { bytes: 62_914_561 }));
    assert_eq!(new(4 << 30), Some(Refusal::TooLarge { bytes: 4 << 30 }));
    assert_eq!(new(62_914_560), None);
    assert_eq!(new(0), Some(Refusal::Empty));
}

#[test]
fn a_quote_that_never_closes_is_named_with_its_line() {
    let mut file = b"name,phone\nAnn,1\nBob,\"2\n".to_vec();
    file.extend(std::iter::repeat_n(&b"Cat,3\n"[..], 400_000).flatten());
    for slice in [1 << 16, 1 << 20, 1 << 30] {
        assert_eq!(scan_in(&file, slice).unwrap_err(), Refusal::RunawayQuote { line: 3 });
    }
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
fn a_record_of_fifty_megabytes_is_refused_without_being_kept() {
    let mut file = b"name,phone\nAnn,1\n".to_vec();
    file.resize(50_000_000, b'x');
    for slice in [1 << 20, 1 << 30] {
        assert_eq!(scan_in(&file, slice).unwrap_err(), Refusal::RecordTooLong { line: 3 });
    }
    file.extend(b"\nBob,2\n");
    assert_eq!(scan_in(&file, 1 << 30).unwrap_err(), Refusal::RecordTooLong { line: 3 });
    // A mebibyte is taken.
    let cell = "x".repeat((1 << 20) - 4);
    assert_eq!(scan(format!("name,phone\nAnn,{cell}\n").as_bytes()).records(), 1);
    let file = format!("name,phone\nAnn,x{cell}\n");
    assert_eq!(scan_in(file.as_bytes(), 4096).unwrap_err(), Refusal::RecordTooLong { line: 2 });
}

#[test]
fn a_million_columns_are_refused() {
    let file = "a,".repeat(1_000_000);
    for slice in [1 << 10, 1 << 16, 1 << 30] {
        assert_eq!(scan_in(file.as_bytes(), slice).unwrap_err(), Refusal::TooManyCells { line: 1 });
    }
    let widest = format!("{}z\n", "a,".repeat(16_383));
    assert_eq!(scan(format!("{widest}{widest}").as_bytes()).columns.len(), 16_384);
}

#[test]
fn more_records_than_there_may_be_are_refused() {
    let mut file = b"n\n".to_vec();
    file.extend(std::iter::repeat_n(&b"a\n"[..], 4_000_000).flatten());
    assert_eq!(scan(&file).records(), 4_000_000);
    file.extend(b"a\n");
    assert_eq!(scan_in(&file, 1 << 20).unwrap_err(), Refusal::TooManyRecords);
}

#[test]
fn whatever_is_wrong_is_wrong_in_any_slices() {
    for file in [
        &b"name,phone\nA\x00,1\n"[..],
        b"name,phone\n\"A,1\n",
        b"name\n",
        b"PK\x03\x04",
        b"\xff\xfe",
        b"\x00\x00\x00\x00",
    ] {
        let whole = scan_in(file, 1 << 20).unwrap_err();
        for slice in 1..=file.len() {
            assert_eq!(scan_in(file, slice).unwrap_err(), whole, "{file:?} in slices of {slice}");
        }
    }
}
