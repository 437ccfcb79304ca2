//! What is written for a spreadsheet: a plus is not eaten, a formula does not run, and reading undoes it exactly.

use super::fixture;
use super::inspected::{exports, records, scratch, write};

#[test]
fn class_13_a_plus_survives_and_an_apostrophe_that_guards_is_taken_off() {
    let folder = scratch("class_13");
    let (report, clean, rejected) =
        exports(&fixture("13-plus-and-apostrophe.csv"), &["--country", "GB"], &folder);
    // Ann's number and Cat's are one; Cat's has lost its plus.
    assert_eq!(
        (&report["duplicates"]["same_text"], &report["duplicates"]["same_number"]),
        (&0.into(), &1.into())
    );
    assert_eq!(report["problems"], serde_json::json!({"no_first_name": 3, "lost_plus": 1}));
    assert_eq!(
        clean,
        "firstName,phone,description\r\nAnn,+447700900001,=1+1\r\nBob,+447700900002,-5\r\n\
         Cat,447700900001,'t Hooft\r\nDan,'+447700900003,'tis\r\n'Eve,07700900004,-\r\n"
    );
    assert_eq!(
        rejected,
        "\u{feff}line,reason,name,phone,note\r\n7,no_first_name,,'+44 7700 900005,'-1\r\n\
         8,no_first_name,,'07700900006,'+39\r\n9,no_first_name,,'07700900007,''=x\r\n"
    );
    // Somebody fills in the names and imports the file: it is sent as it was meant.
    let mended = write(&folder, "mended.csv", rejected.replace(",no_first_name,,", ",,Gil,"));
    let binds = ["--bind", "firstName=name", "--bind", "phone=phone", "--bind", "description=note"];
    let (_, clean, _) = exports(&mended, &binds, &folder);
    assert_eq!(
        clean,
        "firstName,phone,description\r\nGil,+44 7700 900005,-1\r\nGil,07700900006,+39\r\nGil,07700900007,'=x\r\n"
    );
}

#[test]
fn class_14_no_cell_and_no_header_of_the_rejected_records_is_a_formula() {
    let folder = scratch("class_14");
    let (report, clean, rejected) = exports(&fixture("14-formulas.csv"), &[], &folder);
    assert_eq!((&report["left_out"], &report["to_store"]), (&9.into(), &0.into()));
    assert_eq!(clean, "firstName,phone,description\r\n");
    // Two of the records have a line end inside.
    assert_eq!(
        rejected,
        "\u{feff}line;reason;name;phone;note;'=1+1\r\n\
         2;no_first_name;;'+39 333 000 0001;\"'=HYPERLINK(\"\"http://example.com\"\";\"\"x\"\")\";a\r\n\
         3;no_first_name;;'+39 333 000 0002;'+1+1;b\r\n\
         4;no_first_name, not_a_number;;'-1;'-2+3;c\r\n\
         5;no_first_name, not_a_number;;'@x;'@SUM(A1);d\r\n\
         6;no_first_name;;'0200000001;'\tx;e\r\n\
         7;no_first_name;;'0200000002;\"'\rx\";f\r\n\
         9;no_first_name;;'0200000003;\"'\nx\";g\r\n\
         11;no_first_name;;'333 000 0003;'＝1+1;h\r\n\
         12;no_first_name;;'333 000 0004;\"a\"\";=1+1\";i\r\n"
    );
    let begins = |cell: &String| cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']);
    let read = records(&folder.join("rejected.csv"), &[]);
    assert_eq!(read.len(), 10);
    assert!(!read.iter().flatten().any(begins));

    let mended = write(&folder, "mended.csv", rejected.replace(";;'", ";Ada;'"));
    let binds = ["--bind", "firstName=name", "--bind", "phone=phone", "--bind", "description=note"];
    let (_, clean, _) = exports(&mended, &binds, &folder);
    assert_eq!(
        clean,
        "firstName,phone,description\r\n\
         Ada,+39 333 000 0001,\"=HYPERLINK(\"\"http://example.com\"\";\"\"x\"\")\"\r\n\
         Ada,+39 333 000 0002,+1+1\r\nAda,-1,-2+3\r\nAda,@x,@SUM(A1)\r\nAda,0200000001,\tx\r\n\
         Ada,0200000002,\"\rx\"\r\nAda,0200000003,\"\nx\"\r\nAda,333 000 0003,＝1+1\r\n\
         Ada,333 000 0004,\"a\"\";=1+1\"\r\n"
    );
}
