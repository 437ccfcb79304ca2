//! What a list has already.

use std::sync::Arc;

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{
    Checker, Checks, Kind, KindDecision, Known, KnownContacts, NumberThere, Report, SameNumber, Scan,
};
use dialdesk_core::native::NativeDecoder;
use dialdesk_core::phone::{Country, PhoneForm};

use super::copies::rejected;
use super::{checks, copy, scan};

const NAME_PHONE: [(ContactField, usize); 2] = [(ContactField::FirstName, 0), (ContactField::Phone, 1)];

fn known(checks: &Checks, contacts: &[(&str, &str)]) -> Known {
    let mut gathered = KnownContacts::new(checks);
    for (name, phone) in contacts {
        gathered.add(|field| Some(if field == ContactField::Phone { *phone } else { *name }));
    }
    gathered.finish()
}

fn compared(file: &[u8], scan: &Scan, checks: &Checks, known: Known) -> Report {
    let mut checker = Checker::new(scan, checks, &NativeDecoder).with_known(Some(Arc::new(known)), checks);
    checker.push(&file[usize::try_from(scan.start()).unwrap()..]).unwrap();
    checker.finish().unwrap()
}

#[test]
fn the_list_has_a_record_by_its_text_or_by_its_number_alone_and_the_buckets_add_up() {
    // By hand: Ann is there as she is written and comes again, Bob without the blanks, Cat is new, Dan has no number,
    // Eve has no name, and Fay's number is there, but is left out for it.
    let file = b"name,phone\nAnn,+39 333 000 0001\nAnn,+39 333 000 0001\nBob,+39 333 000 0002\n\
                 Cat,+39 333 000 0003\nDan,\n,+39 333 000 0001\nFay,333 000 0001\n";
    let scan = scan(file);
    let mut checks = checks(&NAME_PHONE, &[ContactField::Phone]);
    checks.decisions.country = Country::from_code("IT");
    checks.decisions.same_number = SameNumber::KeepFirst;
    let list = [("Ann", "+39 333 000 0001"), ("B.", "+393330000002"), ("Zoe", ""), ("Zed", "none")];
    let report = compared(file, &scan, &checks, known(&checks, &list));
    assert_eq!(report.known, Some(4));
    assert_eq!(
        (report.already_there.count, report.already_there.rows.iter().collect::<Vec<_>>()),
        (1, vec![0])
    );
    assert_eq!(
        (report.number_there.count, report.number_there.rows.iter().collect::<Vec<_>>()),
        (1, vec![2])
    );
    assert_eq!((report.records, report.left_out, report.same_text.count, report.uncompared), (7, 2, 1, 1));
    // Bob, Cat and Dan.
    assert_eq!(report.to_store(), 3);
}

#[test]
fn with_several_fields_all_have_to_be_equal() {
    let file = b"name,phone\nAnn,0001\nBob,0001\n";
    let scan = scan(file);
    let checks = checks(&NAME_PHONE, &[ContactField::Phone, ContactField::FirstName]);
    let report = compared(file, &scan, &checks, known(&checks, &[("Ann", "0001"), ("Bob", "0002")]));
    assert_eq!((report.already_there.count, report.to_store()), (1, 1));
}

#[test]
fn what_was_gathered_for_other_checks_is_not_asked() {
    let file = b"name,phone\nAnn,0001\n";
    let scan = scan(file);
    let by_phone = checks(&NAME_PHONE, &[ContactField::Phone]);
    let list = known(&by_phone, &[("Ann", "0001")]);
    let by_name = checks(&NAME_PHONE, &[ContactField::FirstName]);
    let mut elsewhere = by_phone.clone();
    elsewhere.decisions.country = Country::from_code("IT");
    let mut otherwise = by_phone.clone();
    otherwise.decisions.form = PhoneForm::E164;
    for other in [by_name, elsewhere, otherwise, checks(&NAME_PHONE, &[])] {
        assert!(!list.fits(&other));
        let report = compared(file, &scan, &other, list.clone());
        assert_eq!((report.known, report.to_store()), (None, 1));
    }
    assert_eq!(compared(file, &scan, &by_phone, list).to_store(), 0);
}

#[test]
fn what_is_there_is_neither_in_the_copy_nor_missing_from_what_is_not_stored() {
    // By hand: Ann is there as she is written, Bob is there written differently, Cat repeats Ann, Dan is new.
    let file = b"name;phone\nAnn;+39 333 000 0001\nBob;+39 333 000 0002\nCat;+39 333 000 0001\nDan;+39 333 000 0003\n";
    let scan = scan(file);
    let mut checks = checks(&NAME_PHONE, &[ContactField::Phone]);
    let list = known(&checks, &[("A.", "+39 333 000 0001"), ("B.", "+393330000002")]);
    let report = compared(file, &scan, &checks, list.clone());
    let rows = |report: &Report| report.skipped.iter().collect::<Vec<_>>();
    assert_eq!((rows(&report), report.left_out, report.to_store()), (vec![0, 2], 0, 2));
    let copied = copy(file, &scan, &checks, &report, 7);
    assert_eq!(copied, "firstName,phone\r\nBob,+39 333 000 0002\r\nDan,+39 333 000 0003\r\n");
    let saved = String::from_utf8(rejected(file, &scan, &checks, &report, 7)).unwrap();
    assert_eq!(
        saved,
        "\u{feff}line;why;name;phone\r\n2;there;Ann;'+39 333 000 0001\r\n\
         4;as in line 2;Cat;'+39 333 000 0001\r\n"
    );
    // The admin does not want Bob twice.
    checks.decisions.number_there = NumberThere::LeaveOut;
    let report = compared(file, &scan, &checks, list);
    assert_eq!((rows(&report), report.left_out, report.to_store()), (vec![0, 1, 2], 1, 1));
    assert_eq!((report.number_there.count, report.already_there.count), (1, 1));
    assert_eq!(copy(file, &scan, &checks, &report, 7), "firstName,phone\r\nDan,+39 333 000 0003\r\n");
    let saved = String::from_utf8(rejected(file, &scan, &checks, &report, 7)).unwrap();
    assert!(saved.contains("\r\n3;number there;Bob;'+39 333 000 0002\r\n"), "{saved}");
}

#[test]
fn what_is_sent_is_compared_and_not_what_the_file_has() {
    // The server has the texts that are sent: E.164, however the file writes them.
    let file = b"name,phone\nAnn,333 000 0001\nBob,0039 333 000 0002\nCat,333 000 0003\n";
    let scan = scan(file);
    let mut checks = checks(&NAME_PHONE, &[ContactField::Phone]);
    checks.decisions.country = Country::from_code("IT");
    checks.decisions.form = PhoneForm::E164;
    let list = [("A.", "+393330000001"), ("B.", "+393330000002"), ("C.", "333 000 0003")];
    let report = compared(file, &scan, &checks, known(&checks, &list));
    assert_eq!(report.already_there.rows.iter().collect::<Vec<_>>(), [0, 1]);
    assert_eq!(report.number_there.rows.iter().collect::<Vec<_>>(), [2]);
}

#[test]
fn several_numbers_of_a_contact_are_not_its_first() {
    let file = b"name,phone\nAnn,333 000 0001\n";
    let scan = scan(file);
    let mut checks = checks(&NAME_PHONE, &[ContactField::Phone]);
    checks.decisions.country = Country::from_code("IT");
    checks.decisions.kinds.insert(Kind::SeveralNumbers, KindDecision::Repair);
    let list = known(&checks, &[("A.", "333 000 0001 / 333 000 0002")]);
    let report = compared(file, &scan, &checks, list);
    assert_eq!((report.number_there.count, report.already_there.count), (0, 0));
}
