//! Which columns are proposed for which fields, and that the one pass makes the same of them as a second one.

use dialdesk_core::contact::{ContactField, CustomField, CustomFieldId, CustomKind};
use dialdesk_core::import::{
    Checks, Column, Delimiter, DuplicateRule, HEAD_BYTES, Reason, Report, Scan, Scanned, Scanner, Settings,
    propose,
};
use dialdesk_core::native::NativeDecoder;

use super::{check, scan, scan_in};

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
}

#[test]
fn one_cell_in_twenty_may_be_odd_two_may_not() {
    let rows = |odd: usize| {
        let row = |n| if n < odd { format!("n{n},none\n") } else { format!("n{n},07700 9000{n:02}\n") };
        std::iter::once("who,x\n".to_owned()).chain((0..20).map(row)).collect::<String>()
    };
    let phone = |odd| {
        let file = rows(odd);
        propose(&scan_in(file.as_bytes(), 64).unwrap().columns, &[])
            .into_iter()
            .any(|made| made.field == ContactField::Phone && made.reason == Reason::Values)
    };
    assert!(phone(1));
    assert!(!phone(2));
}

/// Scans a file and asks for checks in the same pass.
fn one_pass(file: &[u8]) -> (Scan, Option<Box<(Checks, Report)>>) {
    let make = |columns: &[Column]| Checks {
        binding: propose(columns, &[]).into_iter().map(|made| (made.field, made.column)).collect(),
        ..Checks::default()
    };
    let mut scanner =
        Scanner::new(file.len() as u64, Settings::default(), &NativeDecoder).unwrap().with_checks(&make);
    scanner.push(file).unwrap();
    let Scanned::Whole(scan, checked) = scanner.finish().unwrap() else { panic!("it is read once") };
    (*scan, checked)
}

#[test]
fn one_pass_makes_the_checks_that_a_second_one_would() {
    let row = |n: u32| format!("n{};+39 333 {:07};x{}\n", n % 70, n * 7919 % 9000, n % 11);
    let file: String = std::iter::once("nome;tel;nota\n".to_owned()).chain((0..9_000).map(row)).collect();
    let file = file.as_bytes();
    let make = |columns: &[Column]| Checks {
        binding: propose(columns, &[]).into_iter().map(|made| (made.field, made.column)).collect(),
        duplicates: DuplicateRule::new([ContactField::Phone]),
        ..Checks::default()
    };
    for slice in [1_000, 100_000, 1 << 20] {
        let mut scanner =
            Scanner::new(file.len() as u64, Settings::default(), &NativeDecoder).unwrap().with_checks(&make);
        for bytes in file.chunks(slice) {
            scanner.push(bytes).unwrap();
        }
        let Scanned::Whole(scan, Some(checked)) = scanner.finish().unwrap() else { panic!("it was checked") };
        let (checks, report) = *checked;
        assert_eq!(*scan, super::scan(file));
        assert_eq!(checks, make(&scan.columns));
        assert_eq!(report, check(file, &scan, &checks));
        // 7919 and 9000 have no common divisor: every remainder comes once.
        assert_eq!(report.same_text.count, 0);
        assert_eq!(report.records, 9_000);
    }
}

#[test]
fn one_pass_makes_the_checks_of_a_file_whose_only_record_has_no_line_end() {
    let file = b"Ann,+39 333 000 0001";
    let (scan, checked) = one_pass(file);
    let (checks, report) = *checked.unwrap();
    assert_eq!(checks.binding.column(ContactField::Phone), Some(1));
    assert_eq!(report, check(file, &scan, &checks));
    assert_eq!((report.records, report.findings.iter().count()), (1, 0));
}

#[test]
fn one_pass_leaves_the_checks_to_a_second_where_the_first_record_is_longer_than_the_head() {
    // 64 KiB decide what a file is.
    let long = format!("\"{}\",phone\nAnn,+39 333 000 0001\n", "x".repeat(64 * 1024));
    let late = format!("{}name,phone\nAnn,+39 333 000 0001\n", "\n".repeat(64 * 1024));
    for file in [long, late] {
        let (scan, checked) = one_pass(file.as_bytes());
        assert_eq!((scan.columns.len(), scan.records()), (2, 1));
        assert!(checked.is_none(), "nothing was known of the columns in time");
    }
}

#[test]
fn a_glance_at_the_head_shows_the_first_rows_before_anything_else_is_pushed() {
    let rows = (0..5_000).map(|n| format!("Ann {n};\"two\nlines\";+39 000 {n}\n"));
    let file: String = std::iter::once("nome;nota;tel\n".to_owned()).chain(rows).collect();
    let mut scanner = Scanner::new(file.len() as u64, Settings::default(), &NativeDecoder).unwrap();
    scanner.push(&file.as_bytes()[..HEAD_BYTES - 1]).unwrap();
    assert!(scanner.take_glance().is_none());
    scanner.push(&file.as_bytes()[HEAD_BYTES - 1..HEAD_BYTES]).unwrap();
    let glance = scanner.take_glance().unwrap();
    assert_eq!(glance.dialect.delimiter, Delimiter::Semicolon);
    let names: Vec<&str> = glance.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["nome", "nota", "tel"]);
    assert_eq!(glance.first_rows.len(), 5);
    assert_eq!(glance.first_rows[4], ["Ann 4", "two\nlines", "+39 000 4"]);
    assert!(scanner.take_glance().is_none(), "it is handed out once");
}

#[test]
fn a_file_that_ends_in_its_head_needs_no_glance() {
    let mut scanner = Scanner::new(24, Settings::default(), &NativeDecoder).unwrap();
    scanner.push(b"name,phone\nAnn,+39 000 1\n").unwrap();
    assert!(scanner.take_glance().is_none());
}
