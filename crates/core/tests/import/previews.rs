//! One record as a person looks at it, and what is told of the whole file.

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{
    Against, Decisions, FOREIGN_MAX, Kind, KindDecision, Previewer, RowDecision, Settings,
};
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
    let shown = Previewer::new(&scan, &checks).row(row, bytes, &NativeDecoder).unwrap();
    shown.cells.into_iter().map(|cell| (cell.text, cell.sent, cell.kinds.iter().collect())).collect()
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
    assert_eq!(report.repaired.of(Kind::LostPlus).rows.iter().collect::<Vec<_>>(), [0, 2]);
    assert_eq!(report.rewritten, 2);
}

#[test]
fn of_several_numbers_the_first_is_kept_and_looked_at_like_any_other() {
    let file =
        b"name,phone\nAnn,333 000 0001 / 333 000 0002\nBob,393330000003 - 393330000004\nCat,3E+9/3E+9\n";
    let mut decisions = italy(PhoneForm::AsWritten);
    assert_eq!(previewed(file, decisions.clone(), 0)[1].2, [Kind::SeveralNumbers]);
    decisions.kinds.insert(Kind::SeveralNumbers, KindDecision::Repair);
    assert_eq!(
        previewed(file, decisions.clone(), 0)[1],
        ("333 000 0001 / 333 000 0002".to_owned(), Some("333 000 0001".to_owned()), vec![])
    );
    assert_eq!(
        previewed(file, decisions.clone(), 1)[1],
        ("393330000003 - 393330000004".to_owned(), Some("393330000003".to_owned()), vec![Kind::LostPlus])
    );
    decisions.kinds.insert(Kind::LostPlus, KindDecision::Repair);
    assert_eq!(previewed(file, decisions.clone(), 1)[1].1.as_deref(), Some("+393330000003"));
    let mut checks = checks(&NAME_PHONE, &[]);
    checks.decisions = decisions;
    let report = check(file, &scan(file), &checks);
    assert_eq!(report.repaired.of(Kind::SeveralNumbers).rows.iter().collect::<Vec<_>>(), [0, 1]);
    assert_eq!(report.repaired.of(Kind::LostPlus).rows.iter().collect::<Vec<_>>(), [1]);
    // Digits that are gone are never made up.
    assert!(report.repaired.iter().all(|(_, found)| !found.rows.has(2)));
    assert_eq!(report.odd().iter().collect::<Vec<_>>(), [0, 1, 2]);
}

#[test]
fn a_record_says_what_stands_against_sending_it() {
    let file = b"name,phone\nAnn,333 000 0001\n,333 000 0002\nCat\n";
    let scan = scan(file);
    let mut checks = checks(&NAME_PHONE, &[]);
    let shown = |checks: &dialdesk_core::import::Checks, row: u32| {
        let (start, end) = scan.span(row).unwrap();
        let bytes = &file[usize::try_from(start).unwrap()..usize::try_from(end).unwrap()];
        Previewer::new(&scan, checks).row(row, bytes, &NativeDecoder).unwrap()
    };
    assert_eq!(shown(&checks, 0).against, None);
    assert_eq!(shown(&checks, 1).against, Some(Against::Kind(Kind::NoFirstName)));
    assert_eq!(shown(&checks, 2).kinds.iter().collect::<Vec<_>>(), [Kind::Ragged]);
    checks.decisions.rows.insert(0, RowDecision::left_out());
    let name = [(ContactField::FirstName, "Bob".to_owned())].into_iter().collect();
    checks.decisions.rows.insert(1, RowDecision::with_texts(name));
    assert_eq!(shown(&checks, 0).against, Some(Against::Row));
    let fixed = shown(&checks, 1);
    assert_eq!((fixed.against, fixed.cells[0].sent.as_deref()), (None, Some("Bob")));
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
