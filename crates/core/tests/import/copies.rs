//! What goes up, and what is left behind.

use dialdesk_core::contact::{ContactField, CustomFieldId};
use dialdesk_core::import::{
    Checks, CopyReason, Delimiter, Encoding, Header, Kind, RejectedWords, RejectedWriter, Report,
    RowDecision, SameNumber, Scan, Settings, Upload, Why, propose,
};
use dialdesk_core::native::NativeDecoder;
use dialdesk_core::phone::Country;

use super::{check, check_in, checks, copy, from_start, records, scan, scan_with};

const NAME_PHONE: [(ContactField, usize); 2] = [(ContactField::FirstName, 0), (ContactField::Phone, 1)];

pub(super) fn rejected(file: &[u8], scan: &Scan, checks: &Checks, report: &Report, slice: usize) -> Vec<u8> {
    let say = |why: Why| match why {
        Why::Findings(kinds) => kinds.iter().map(Kind::name).collect::<Vec<_>>().join(" "),
        Why::SameText(line) => format!("as in line {line}"),
        Why::SameNumber(line) => format!("number of line {line}"),
        Why::AlreadyThere => "there".to_owned(),
        Why::NumberThere => "number there".to_owned(),
    };
    let words = RejectedWords { line: "line", reason: "why", say: &say };
    let (mut writer, mut written) = RejectedWriter::new(scan, checks, report, words, &NativeDecoder);
    for bytes in from_start(file, scan).chunks(slice) {
        written.extend(writer.push(bytes).unwrap());
    }
    written.extend(writer.finish().unwrap());
    written
}

#[test]
fn the_documented_pages_binding_keeps_the_leading_blank() {
    let file = b"Nome, telefono\r\nGiulia,3335550101\r\nMarco,3335550102\r\n";
    let scan = scan(file);
    assert_eq!(scan.columns[1].name, " telefono");
    let pairs: Vec<_> =
        propose(&scan.columns, &[]).into_iter().map(|made| (made.field, made.column)).collect();
    let checks = checks(&pairs, &[ContactField::Phone]);
    let report = check_in(file, &scan, &checks, 7);
    let upload = Upload::decide(&scan, &report, &checks.binding);
    assert_eq!(upload, Upload::Original);
    assert_eq!(
        upload.headers(&scan, &checks.binding),
        [(ContactField::FirstName, "Nome".to_owned()), (ContactField::Phone, " telefono".to_owned())]
    );
    assert_eq!(report.to_store(), 2);
}

#[test]
fn what_the_file_is_decides_between_the_original_and_a_copy() {
    let reasons = |file: &[u8]| {
        let scan = scan(file);
        let checks = checks(&NAME_PHONE, &[ContactField::Phone]);
        let report = check(file, &scan, &checks);
        match Upload::decide(&scan, &report, &checks.binding) {
            Upload::Original => Vec::new(),
            Upload::Copy(reasons) => reasons,
        }
    };
    assert_eq!(reasons(b"n,p\nAnn,1\nBob,1\n"), []);
    assert_eq!(reasons(b"\xef\xbb\xbfn,p\nAnn,1\n"), [CopyReason::Bom]);
    assert_eq!(reasons(b"n,p\nAnn,1\nZo\xeb,2\n"), [CopyReason::Encoding(Encoding::Windows1252)]);
    assert_eq!(reasons(b"n;p\nAnn;1\n"), [CopyReason::Delimiter(Delimiter::Semicolon)]);
    assert_eq!(reasons(b"sep=,\nn,p\nAnn,1\n"), [CopyReason::SepLine]);
    assert_eq!(reasons(b"Ann,333 000 0001\n"), [CopyReason::NoHeader]);
    assert_eq!(
        reasons(b"n,p,p,p,q,q\nAnn,1,2,3,4,5\n"),
        [CopyReason::NameTwice("p".into()), CopyReason::NameTwice("q".into())]
    );
    assert_eq!(reasons(b"n,\nAnn,1\n"), [CopyReason::NameEmpty]);
    assert_eq!(reasons(b"n,p\nAnn,1\nBob\n"), [CopyReason::Ragged(1)]);
    assert_eq!(reasons(b"n,p\nAnn,1\nBob 5\",2\n"), [CopyReason::StrayQuotes(1)]);
    assert_eq!(reasons(b"n,p\nAnn,1\nBob,'+2\n"), [CopyReason::Changed(1)]);
    assert_eq!(reasons(b"n,p\nAnn,1\n ,2\n"), [CopyReason::LeftOut(1)]);
}

#[test]
fn the_copy_is_strict_and_names_columns_like_the_fields() {
    let file = b"\xef\xbb\xbf\nTel;Nome;x\n1;\"Rossi, \"\"Bob\"\"\";a\n2;;b\n3;\"two\nlines\";c\n3;Ada;d\n";
    let scan = scan(file);
    let cf_3 = ContactField::Custom(CustomFieldId::new(3).unwrap());
    let checks =
        checks(&[(ContactField::FirstName, 1), (ContactField::Phone, 0), (cf_3, 0)], &[ContactField::Phone]);
    let report = check(file, &scan, &checks);
    // The last record repeats a number as text: the server would drop it, so it is not sent.
    let expected = "firstName,phone,cf_3\r\n\"Rossi, \"\"Bob\"\"\",1,1\r\n\"two\nlines\",3,3\r\n";
    for slice in [1, 2, 3, 5, 100] {
        assert_eq!(copy(file, &scan, &checks, &report, slice), expected, "slices of {slice}");
    }
}

#[test]
fn the_copy_of_another_encoding_is_utf8() {
    let file = b"nome;tel\nZo\xeb;1\nFran\xe7ois \x80;2\n";
    let scan = scan(file);
    let checks = checks(&NAME_PHONE, &[]);
    let report = check(file, &scan, &checks);
    assert_eq!(copy(file, &scan, &checks, &report, 3), "firstName,phone\r\nZoë,1\r\nFrançois €,2\r\n");
}

#[test]
fn what_is_left_out_goes_to_a_file_that_a_spreadsheet_leaves_alone() {
    let file = b"nome;tel;nota\nAnn;+39 333 000 0001;=1+1\n;0200000002;\"a;b\"\nBob;+39 333 000 0001;@x\nCat;1;2;3\n;\n";
    let scan = scan(file);
    let checks = checks(&NAME_PHONE, &[ContactField::Phone]);
    let report = check(file, &scan, &checks);
    // The apostrophes: Excel would eat the plus and the leading zero and run the formula.
    let expected = "\u{feff}line;why;nome;tel;nota\r\n\
                    3;no_first_name;;'0200000002;\"a;b\"\r\n\
                    4;as in line 2;Bob;'+39 333 000 0001;'@x\r\n\
                    6;no_first_name no_number ragged;;\r\n";
    for slice in [1, 7, 1000] {
        assert_eq!(String::from_utf8(rejected(file, &scan, &checks, &report, slice)).unwrap(), expected);
    }
}

#[test]
fn a_header_that_is_a_formula_does_not_run_either() {
    let file = b"name,=1+1,+39\n,a,b\n";
    let settings = Settings { header: Some(Header::Present), ..Settings::default() };
    let scan = scan_with(file, settings, 5).unwrap();
    let checks = checks(&[(ContactField::FirstName, 0)], &[]);
    let report = check(file, &scan, &checks);
    let written = String::from_utf8(rejected(file, &scan, &checks, &report, 9)).unwrap();
    assert_eq!(written, "\u{feff}line,why,name,'=1+1,'+39\r\n2,no_first_name,,a,b\r\n");
}

#[test]
fn a_record_that_gives_way_to_another_names_it() {
    let file = b"nome,tel\nAnn,333 000 0001\nBob,+39 333 000 0001\nCat,0039 333 000 0001\nDan,333 000 0001\n";
    let scan = scan(file);
    let mut checks = checks(&NAME_PHONE, &[ContactField::Phone]);
    checks.decisions.country = Country::from_code("IT");
    for (same_number, expected) in [
        (SameNumber::KeepFirst, ["3,number of line 2", "4,number of line 2", "5,as in line 2"]),
        (SameNumber::KeepLast, ["2,number of line 4", "3,number of line 4", "5,as in line 2"]),
    ] {
        checks.decisions.same_number = same_number;
        let report = check(file, &scan, &checks);
        let written = String::from_utf8(rejected(file, &scan, &checks, &report, 9)).unwrap();
        let reasons: Vec<String> = written
            .lines()
            .skip(1)
            .map(|line| line.split(',').take(2).collect::<Vec<_>>().join(","))
            .collect();
        assert_eq!(reasons, expected);
    }
}

#[test]
fn what_was_left_out_is_read_back_as_it_was() {
    let file = b"nome,tel\n,'+39 333 000 0001\n,0200000001\n,'Ndr\n,\"x\r\ny\"\n";
    let left = scan(file);
    let checks = checks(&NAME_PHONE, &[]);
    let report = check(file, &left, &checks);
    assert_eq!(report.left_out, 4);
    let written = rejected(file, &left, &checks, &report, 100);
    let back = scan(&written);
    assert_eq!(back.columns[3].name, "tel");
    // Whoever mends the file fills in the names; the values that would be sent are those of the original.
    let mended = String::from_utf8(written).unwrap().replace(",no_first_name,,", ",,Ada,");
    let mended = mended.replace(",no_first_name not_a_number,,", ",,Ada,").into_bytes();
    let sent = |file: &[u8], columns: &[(ContactField, usize)]| {
        let scan = scan(file);
        let mut checks = super::checks(columns, &[]);
        checks.decisions.country = Country::from_code("IT");
        let report = check(file, &scan, &checks);
        copy(file, &scan, &checks, &report, 100)
    };
    let named: Vec<u8> = String::from_utf8(file.to_vec()).unwrap().replace("\n,", "\nAda,").into_bytes();
    assert_eq!(
        sent(&mended, &[(ContactField::FirstName, 2), (ContactField::Phone, 3)]),
        sent(&named, &NAME_PHONE)
    );
    assert_eq!(records(&mended, &scan(&mended)).len(), 5);
}

#[test]
fn what_the_admin_typed_is_in_the_file_of_what_is_left_out() {
    let file = b"name,note,phone\n,x,333 000 0001\nBob,y\nCat,z,333 000 0003\n";
    let scan = scan(file);
    let mut checks = checks(&[(ContactField::FirstName, 0), (ContactField::Phone, 2)], &[]);
    let typed = |texts: &[(ContactField, &str)], is_left_out| RowDecision {
        is_left_out,
        texts: texts.iter().map(|(field, text)| (*field, (*text).to_owned())).collect(),
    };
    checks.decisions.rows = [
        // Still without a name, and with another number; a number where the file has no cell; a name that comes to nothing.
        (0, typed(&[(ContactField::Phone, "+39 333 000 0009")], false)),
        (1, typed(&[(ContactField::Phone, "333 000 0002")], true)),
        (2, typed(&[(ContactField::FirstName, " ")], false)),
    ]
    .into_iter()
    .collect();
    let report = check(file, &scan, &checks);
    let expected = "\u{feff}line,why,name,note,phone\r\n\
                    2,no_first_name,,x,'+39 333 000 0009\r\n\
                    3,ragged,Bob,y,'333 000 0002\r\n\
                    4,no_first_name, ,z,'333 000 0003\r\n";
    assert_eq!(String::from_utf8(rejected(file, &scan, &checks, &report, 9)).unwrap(), expected);
}
