//! What is odd about records, and what the admin decides about them.

use std::collections::BTreeMap;

use dialdesk_core::contact::{ContactField, CustomField, CustomFieldId, CustomKind};
use dialdesk_core::import::{Checks, Decisions, Kind, KindDecision, Report, RowDecision, SameNumber};
use dialdesk_core::phone::{Country, PhoneForm};

use super::{check, check_in, checks, copy, scan};

const NAME_PHONE: [(ContactField, usize); 2] = [(ContactField::FirstName, 0), (ContactField::Phone, 1)];

fn found(report: &Report) -> Vec<(&'static str, u64, Vec<u32>)> {
    report
        .findings
        .iter()
        .map(|(kind, found)| (kind.name(), found.count, found.rows.iter().collect()))
        .collect()
}

fn italy() -> Option<Country> {
    Country::from_code("IT")
}

#[test]
fn the_buckets_add_up_to_the_records() {
    // By hand: 7 records; one without a name; Ann's number comes three times as text and once without its plus, the
    // blank one never repeats.
    let file = b"name,phone\nAnn,+44 7700 900001\n,+44 7700 900001\nBob,+44 7700 900001\nCat,\nDan,\n\
                 Eve,+44 7700 900001\nFay,447700900001\n";
    let scan = scan(file);
    let mut checks = checks(&NAME_PHONE, &[ContactField::Phone]);
    checks.decisions.country = Country::from_code("GB");
    let report = check_in(file, &scan, &checks, 3);
    assert_eq!((report.records, report.left_out, report.same_text.count), (7, 1, 2));
    assert_eq!(report.to_store(), 4);
    let pairs = |repeats: &dialdesk_core::import::Repeats| -> Vec<(u64, u64)> {
        repeats.shown.iter().map(|repeat| (scan.line(repeat.row), scan.line(repeat.first))).collect()
    };
    assert_eq!(pairs(&report.same_text), [(4, 2), (7, 2)]);
    assert_eq!(pairs(&report.same_number), [(8, 2)]);
    assert_eq!(
        found(&report),
        [("no_first_name", 1, vec![1]), ("no_number", 2, vec![3, 4]), ("lost_plus", 1, vec![6])]
    );
    let skipped: Vec<u32> = (0..7).filter(|row| report.skipped.has(*row)).collect();
    assert_eq!(skipped, [1, 2, 5]);
}

#[test]
fn each_kind_of_number_is_told_apart() {
    let file = "name,phone\n\
                A,333 000 0001\nB,\nC,none\nD,\"3,9E+11\"\nE,393330000002\nF,333 000 0003 / 333 000 0004\nG,x,y\n"
        .as_bytes();
    let scan = scan(file);
    let mut checks = checks(&NAME_PHONE, &[]);
    checks.decisions.country = italy();
    let report = check(file, &scan, &checks);
    assert_eq!(
        found(&report),
        [
            ("no_number", 1, vec![1]),
            ("not_a_number", 2, vec![2, 6]),
            ("scientific_notation", 1, vec![3]),
            ("lost_plus", 1, vec![4]),
            ("several_numbers", 1, vec![5]),
            ("ragged", 1, vec![6]),
        ]
    );
    assert_eq!((report.left_out, report.to_store()), (0, 7));
}

#[test]
fn what_the_server_refuses_is_left_out_and_what_it_takes_differently_is_written_as_it_takes_it() {
    let choice = CustomField::new(
        CustomFieldId::new(4).unwrap(),
        "tariff",
        CustomKind::Select(vec!["Basic".into(), "Plus".into()]),
    );
    let switch = CustomField::new(CustomFieldId::new(5).unwrap(), "consent", CustomKind::Switch);
    let long = "x".repeat(256);
    let file = format!(
        "name,priority,tariff,consent\n\
         Ann,1,Basic,1\nBob,0,Basic,1\nCat,high,Plus,0\nDan, 007 ,plus,no\nEve,,,\nFay,3, Plus ,s\u{ec}\nGus,2,Gold,1\n{long},2,Plus,1\nHal,2,Plus,maybe\n"
    );
    let file = file.as_bytes();
    let scan = scan(file);
    let (cf_4, cf_5) = (ContactField::Custom(choice.id), ContactField::Custom(switch.id));
    let checks = Checks {
        custom: vec![choice, switch],
        ..checks(&[(ContactField::FirstName, 0), (ContactField::Priority, 1), (cf_4, 2), (cf_5, 3)], &[])
    };
    let report = check(file, &scan, &checks);
    assert_eq!(
        found(&report),
        [
            ("too_long", 1, vec![7]),
            ("bad_priority", 2, vec![1, 2]),
            ("not_a_choice", 2, vec![3, 6]),
            ("bad_value", 1, vec![8]),
        ]
    );
    assert_eq!((report.left_out, report.to_store()), (6, 3));
    assert_eq!(
        copy(file, &scan, &checks, &report, 11),
        "firstName,priority,cf_4,cf_5\r\nAnn,1,Basic,1\r\nEve,,,\r\nFay,3,Plus,1\r\n"
    );
}

#[test]
fn a_record_may_be_odd_in_several_ways_and_is_left_out_once() {
    let file = b"name,phone\n,none,x\n";
    let scan = scan(file);
    let report = check(file, &scan, &checks(&NAME_PHONE, &[]));
    assert_eq!(
        found(&report),
        [("no_first_name", 1, vec![0]), ("not_a_number", 1, vec![0]), ("ragged", 1, vec![0])]
    );
    assert_eq!((report.left_out, report.to_store()), (1, 0));
}

#[test]
fn the_admin_repairs_a_kind_or_leaves_it_out() {
    let file = b"name,phone\nAnn,393330000001\nBob,333 000 0002\nCat,none\n";
    let scan = scan(file);
    let mut checks = checks(&NAME_PHONE, &[]);
    checks.decisions = Decisions {
        country: italy(),
        kinds: BTreeMap::from([
            (Kind::LostPlus, KindDecision::Repair),
            (Kind::NotANumber, KindDecision::LeaveOut),
        ]),
        ..Decisions::default()
    };
    let report = check(file, &scan, &checks);
    assert_eq!(found(&report), [("not_a_number", 1, vec![2])]);
    assert_eq!((report.left_out, report.changed.count, report.to_store()), (1, 1, 2));
    assert_eq!(
        copy(file, &scan, &checks, &report, 100),
        "firstName,phone\r\nAnn,+393330000001\r\nBob,333 000 0002\r\n"
    );
}

#[test]
fn the_admin_mends_one_record_or_leaves_it_out() {
    let file = b"name,phone\n,333 000 0001\nBob,333 000 0002\nCat,333 000 0003\n";
    let scan = scan(file);
    let mut checks = checks(&NAME_PHONE, &[ContactField::Phone]);
    checks.decisions.rows = BTreeMap::from([
        (0, RowDecision::with_texts(BTreeMap::from([(ContactField::FirstName, "Ada, née Roe".to_owned())]))),
        (1, RowDecision::left_out()),
        (2, RowDecision::with_texts(BTreeMap::from([(ContactField::Phone, "333 000 0001".to_owned())]))),
    ]);
    let report = check(file, &scan, &checks);
    // The third now repeats the first, which has a name now.
    assert_eq!((report.left_out, report.same_text.count, report.to_store()), (1, 1, 1));
    assert_eq!(found(&report), []);
    assert_eq!(report.changed.rows.iter().collect::<Vec<_>>(), [0, 2]);
    assert_eq!(
        copy(file, &scan, &checks, &report, 5),
        "firstName,phone\r\n\"Ada, née Roe\",333 000 0001\r\n"
    );
}

#[test]
fn numbers_are_written_in_the_form_that_is_asked() {
    let file = b"name,phone\nAnn,0039 333 000 0001\nBob,333/0000002\nCat,none\nDan,+44 7700 900001\n";
    let scan = scan(file);
    let phones = |form| {
        let mut checks = checks(&NAME_PHONE, &[]);
        checks.decisions = Decisions { country: italy(), form, ..Decisions::default() };
        let report = check(file, &scan, &checks);
        let copied = copy(file, &scan, &checks, &report, 100);
        let phones: Vec<String> =
            copied.lines().skip(1).map(|line| line.split(',').nth(1).unwrap().to_owned()).collect();
        (phones.join("|"), report.changed.count)
    };
    let expected = [
        (PhoneForm::AsWritten, "0039 333 000 0001|333/0000002|none|+44 7700 900001", 0),
        (PhoneForm::E164, "+393330000001|+393330000002|none|+447700900001", 3),
        (PhoneForm::Digits, "393330000001|393330000002|none|447700900001", 3),
        (PhoneForm::National, "3330000001|3330000002|none|00447700900001", 3),
    ];
    for (form, written, changed) in expected {
        assert_eq!(phones(form), (written.to_owned(), changed), "{form:?}");
    }
}

#[test]
fn of_one_number_written_differently_the_first_the_last_or_all_go() {
    // Ann and Cat have the same text, Bob and Dan write the same number in two other ways.
    let file = b"name,phone\nAnn,333 000 0001\nBob,+39 333 000 0001\nCat,333 000 0001\nDan,0039 333 0000001\nEve,333 000 0005\n";
    let scan = scan(file);
    let stored = |same_number| {
        let mut checks = checks(&NAME_PHONE, &[ContactField::Phone]);
        checks.decisions = Decisions { country: italy(), same_number, ..Decisions::default() };
        let report = check(file, &scan, &checks);
        assert_eq!((report.same_text.count, report.same_number.count), (1, 2));
        assert_eq!(report.left_out + report.same_text.count + report.to_store(), 5);
        let copied = copy(file, &scan, &checks, &report, 7);
        copied
            .lines()
            .skip(1)
            .map(|line| line.split(',').next().unwrap().to_owned())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(stored(SameNumber::SendAll), "Ann Bob Dan Eve");
    assert_eq!(stored(SameNumber::KeepFirst), "Ann Eve");
    assert_eq!(stored(SameNumber::KeepLast), "Dan Eve");
}

#[test]
fn an_apostrophe_that_guards_a_cell_from_a_spreadsheet_is_taken_off() {
    let file = b"name,phone,note\n'Ann,'0200000001,'=x\nBob,\"'+390200000001\",'t Hooft\n";
    let scan = scan(file);
    let mut checks = checks(
        &[(ContactField::FirstName, 0), (ContactField::Phone, 1), (ContactField::Description, 2)],
        &[ContactField::Phone],
    );
    checks.decisions.country = italy();
    let report = check(file, &scan, &checks);
    assert_eq!((report.changed.count, report.same_number.count), (2, 1));
    assert_eq!(
        copy(file, &scan, &checks, &report, 100),
        "firstName,phone,description\r\n'Ann,0200000001,=x\r\nBob,+390200000001,'t Hooft\r\n"
    );
}

#[test]
fn a_number_is_measured_as_it_is_sent() {
    // 240 blanks between two numbers; what is sent of them is the first, or shorter than the cell.
    let file =
        format!("name,phone\nAnn,333 000 0001 /{:60}333 000 0002\nBob,+39 333{:250}000 0003\n", "", "");
    let scan = scan(file.as_bytes());
    let mut checks = checks(&NAME_PHONE, &[]);
    checks.decisions.country = italy();
    checks.decisions.kinds.insert(Kind::SeveralNumbers, KindDecision::Repair);
    let report = check(file.as_bytes(), &scan, &checks);
    assert_eq!(report.findings.of(Kind::TooLong).rows.iter().collect::<Vec<_>>(), [1]);
    checks.decisions.form = PhoneForm::E164;
    let report = check(file.as_bytes(), &scan, &checks);
    assert_eq!((report.findings.of(Kind::TooLong).count, report.to_store()), (0, 2));
    let copied = copy(file.as_bytes(), &scan, &checks, &report, 100);
    assert_eq!(copied, "firstName,phone\r\nAnn,+393330000001\r\nBob,+393330000003\r\n");
}

#[test]
fn only_what_may_go_counts_as_changed() {
    let file = b"name,phone\nAnn,0039 333 000 0001\n,0039 333 000 0002\n";
    let scan = scan(file);
    let mut checks = checks(&NAME_PHONE, &[]);
    checks.decisions.form = PhoneForm::E164;
    let report = check(file, &scan, &checks);
    assert_eq!((report.rewritten, report.changed.rows.iter().collect::<Vec<_>>()), (1, vec![0]));
}

#[test]
fn numbers_of_repeats_are_not_counted_among_those_that_are_sent_anew() {
    // In one writing the second and the third are the first, which they are not as the file has them.
    let file = b"name,phone,mobile\nAnn,0039 333 000 0001,0039 333 000 0002\nAnn,+39 3330000001,+39 333 000 0002\nAnn,+39 333 0000001,\n";
    let scan = scan(file);
    let fields = [(ContactField::FirstName, 0), (ContactField::Phone, 1), (ContactField::Mobile, 2)];
    let mut checks = checks(&fields, &[ContactField::Phone]);
    checks.decisions.form = PhoneForm::E164;
    let report = check(file, &scan, &checks);
    assert_eq!((report.same_text.count, report.to_store()), (2, 1));
    assert_eq!((report.rewritten, report.changed.count), (2, 3));
}

#[test]
fn what_is_replaced_is_replaced_by_the_one_that_goes() {
    let file = b"name,phone\nAnn,+39 333 000 0001\nBob,+39 333 0000001\nCat,+393330000001\n";
    let scan = scan(file);
    let mut checks = checks(&NAME_PHONE, &[ContactField::Phone]);
    checks.decisions.same_number = SameNumber::KeepLast;
    let report = check(file, &scan, &checks);
    let pairs: Vec<_> = report.replaced.shown.iter().map(|repeat| (repeat.row, repeat.first)).collect();
    assert_eq!(pairs, [(0, 2), (1, 2)]);
}
