//! One record as a person looks at it, and what is told of the whole file.

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{Decisions, FOREIGN_MAX, Kind, KindDecision, Settings};
use dialdesk_core::native::NativeDecoder;
use dialdesk_core::phone::{Country, PhoneForm};

use super::{check, checks, scan, scan_with};

const NAME_PHONE: [(ContactField, usize); 2] = [(ContactField::FirstName, 0), (ContactField::Phone, 1)];

/// What is previewed of a record: text, what is sent instead, what is odd.
fn previewed(file: &[u8], decisions: Decisions, row: u32) -> Vec<(String, Option<String>, Vec<Kind>)> {
    let scan = scan(file);
    let mut checks = checks(&NAME_PHONE, &[]);
    checks.decisions = decisions;
    let (start, end) = scan.span(row).unwrap();
    let bytes = &file[usize::try_from(start).unwrap()..usize::try_from(end).unwrap()];
    let cells = scan.preview(row, bytes, &checks, &NativeDecoder);
    cells.into_iter().map(|cell| (cell.text, cell.sent, cell.kinds.iter().collect())).collect()
}

fn italy(form: PhoneForm) -> Decisions {
    Decisions { country: Country::from_code("IT"), form, ..Decisions::default() }
}

#[test]
fn a_record_shows_what_it_has_and_what_is_sent_instead() {
    let file = b"name,phone\nAnn,333 000 0001\n,393330000002\nBob\n";
    assert_eq!(
        previewed(file, italy(PhoneForm::E164), 0),
        [
            ("Ann".to_owned(), None, vec![]),
            ("333 000 0001".to_owned(), Some("+393330000001".to_owned()), vec![])
        ]
    );
    assert_eq!(
        previewed(file, italy(PhoneForm::AsWritten), 1),
        [
            (String::new(), None, vec![Kind::NoFirstName]),
            ("393330000002".to_owned(), None, vec![Kind::LostPlus])
        ]
    );
    // A record that is too short has blanks.
    assert_eq!(
        previewed(file, italy(PhoneForm::AsWritten), 2),
        [("Bob".to_owned(), None, vec![]), (String::new(), None, vec![Kind::NoNumber])]
    );
}

#[test]
fn a_preview_and_the_counts_agree_on_what_is_repaired() {
    let file = b"name,phone\nAnn,393330000001\nBob,+39 333 000 0002\nCat,393330000003\n";
    let mut decisions = italy(PhoneForm::AsWritten);
    decisions.kinds.insert(Kind::LostPlus, KindDecision::Repair);
    assert_eq!(
        previewed(file, decisions.clone(), 2)[1],
        ("393330000003".to_owned(), Some("+393330000003".to_owned()), vec![])
    );
    let mut checks = checks(&NAME_PHONE, &[]);
    checks.decisions = decisions;
    let report = check(file, &scan(file), &checks);
    assert_eq!(report.findings.of(Kind::LostPlus).count, 0);
    assert_eq!(report.repaired.of(Kind::LostPlus).rows, [0, 2]);
    assert_eq!(report.rewritten, 2);
}

#[test]
fn numbers_that_are_written_as_asked_already_are_not_rewritten() {
    let file = b"name,phone\nAnn,+393330000001\nBob,333 000 0002\nCat,none\nDan,\n";
    let mut checks = checks(&NAME_PHONE, &[]);
    checks.decisions = italy(PhoneForm::E164);
    assert_eq!(check(file, &scan(file), &checks).rewritten, 1);
    checks.decisions.form = PhoneForm::AsWritten;
    assert_eq!(check(file, &scan(file), &checks).rewritten, 0);
}

#[test]
fn cells_beyond_ascii_are_kept_for_a_person_to_look_at() {
    let file = "nome,città\nJosé,Roma\nAnn,Forlì\nJosé,Cefalù\n".as_bytes();
    assert_eq!(scan(file).foreign, ["città", "José", "Forlì", "Cefalù"]);
    let many: Vec<String> = (0..20).map(|n| format!("è{n},x\n")).collect();
    let many = scan(format!("a,b\n{}", many.concat()).as_bytes());
    assert_eq!((many.foreign.len(), many.foreign[5].as_str()), (FOREIGN_MAX, "è5"));
}

#[test]
fn the_same_bytes_are_shown_as_the_chosen_encoding_has_them() {
    // Byte E8 is è in windows-1252 and č in windows-1250, by the tables of both.
    let file = b"nome,x\nNi\xe8,1\n";
    let read = |label| {
        let encoding = dialdesk_core::import::Encoding::from_label(label);
        scan_with(file, Settings { encoding, ..Settings::default() }, usize::MAX).unwrap().foreign
    };
    assert_eq!(read("windows-1252"), ["Niè"]);
    assert_eq!(read("windows-1250"), ["Nič"]);
}
