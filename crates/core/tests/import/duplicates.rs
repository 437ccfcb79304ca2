//! What repeats.

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::DuplicateRule;
use dialdesk_core::phone::{Country, PhoneForm};

use super::{bind, check, checks, scan};

const NAME_PHONE: [(ContactField, usize); 2] = [(ContactField::FirstName, 0), (ContactField::Phone, 1)];

#[test]
fn a_row_that_is_left_out_is_not_the_first_of_its_number() {
    let file = b"name,phone\n,1111111\nAnn,1111111\n";
    let report = check(file, &scan(file), &checks(&NAME_PHONE, &[ContactField::Phone]));
    assert_eq!((report.same_text.count, report.to_store()), (0, 1));
}

#[test]
fn with_several_fields_all_must_be_equal_and_lengths_keep_them_apart() {
    let file = b"name,phone,email\nA,ab,c\nA,a,bc\nA,ab,c\nA,ab,\nA,ab,\n";
    let scan = scan(file);
    let bound = [(ContactField::FirstName, 0), (ContactField::Phone, 1), (ContactField::Email, 2)];
    let same_text = |compared: &[ContactField]| check(file, &scan, &checks(&bound, compared)).same_text.count;
    assert_eq!(same_text(&[ContactField::Phone, ContactField::Email]), 1);
    assert_eq!(same_text(&[ContactField::Phone]), 3);
    assert_eq!(same_text(&[]), 0);
    // A field that no column feeds takes no part; the request does not name it either.
    assert_eq!(same_text(&[ContactField::Mobile]), 0);
    assert_eq!(same_text(&[ContactField::Mobile, ContactField::Phone]), 3);
    let half = DuplicateRule::new([ContactField::Mobile, ContactField::Phone]);
    assert_eq!(half.bound(&bind(&bound)), DuplicateRule::new([ContactField::Phone]));
}

#[test]
fn the_same_number_with_another_field_is_the_same_only_where_that_is_too() {
    let file = b"name,phone,email\nA,+39 333 000 0001,a@example.com\nB,3330000001,a@example.com\nC,3330000001,b@example.com\n\
                 D,3330000001,b@example.com\nE,333 0000001,a@example.com\n";
    let mut checks = checks(
        &[(ContactField::FirstName, 0), (ContactField::Phone, 1), (ContactField::Email, 2)],
        &[ContactField::Phone, ContactField::Email],
    );
    checks.decisions.country = Country::from_code("IT");
    let report = check(file, &scan(file), &checks);
    let pairs = |repeats: &dialdesk_core::import::Repeats| -> Vec<(u32, u32)> {
        repeats.shown.iter().map(|repeat| (repeat.row, repeat.first)).collect()
    };
    assert_eq!(pairs(&report.same_text), [(3, 2)]);
    assert_eq!(pairs(&report.same_number), [(1, 0), (4, 0)]);
}

#[test]
fn cells_that_are_no_numbers_repeat_only_as_text() {
    let file = b"name,phone\nA,none\nB,None\nC,none\nD, none\nE,\"3,9E+11\"\nF,\"3,9E+11\"\n";
    let report = check(file, &scan(file), &checks(&NAME_PHONE, &[ContactField::Phone]));
    assert_eq!((report.same_text.count, report.same_number.count), (2, 0));
}

#[test]
fn without_a_country_digits_are_compared_as_digits_and_never_with_an_international_number() {
    let file = b"name,phone\nA,333 000 0001\nB,3330000001\nC,+39 333 000 0001\nD,00393330000001\n";
    let report = check(file, &scan(file), &checks(&NAME_PHONE, &[ContactField::Phone]));
    let pairs: Vec<_> = report.same_number.shown.iter().map(|repeat| (repeat.row, repeat.first)).collect();
    assert_eq!(pairs, [(1, 0), (3, 2)]);
}

#[test]
fn numbers_that_become_the_same_text_in_their_new_form_repeat_as_text() {
    // Without a country nothing says that the second is the first; sent, both are the same digits, and the server drops
    // the later one.
    let cases = [
        (PhoneForm::Digits, &b"name,phone\nA,+39 333 000 0001\nB,393330000001\nC,+39 333 000 0002\n"[..]),
        (PhoneForm::National, b"name,phone\nA,+39 02 0000 0001\nB,+41 20 000 00 01\nC,+39 333 000 0002\n"),
        (PhoneForm::National, b"name,phone\nA,+39 02 0000 0001\nB,0200000001\nC,0039 333 000 0002\n"),
    ];
    for (form, file) in cases {
        let mut checks = checks(&NAME_PHONE, &[ContactField::Phone]);
        checks.decisions.form = form;
        let report = check(file, &scan(file), &checks);
        assert_eq!((report.same_text.count, report.to_store()), (1, 2), "{form:?}");
    }
}
