//! Telephone numbers: what the cells of real files hold.

use dialdesk_core::phone::{Country, Identity, PhoneForm, PhoneProblem, PhoneReading, read, write};

fn country(code: &str) -> Option<Country> {
    let country = Country::from_code(code);
    assert_eq!(country.is_none(), code.is_empty(), "{code}");
    country
}

fn reading(text: &str, code: &str) -> PhoneReading {
    read(text.as_bytes(), country(code))
}

/// The number as text, digits without a country as text without a plus, nothing as nothing.
fn identity(reading: PhoneReading) -> String {
    match reading.identity {
        Some(Identity::Number(number)) => number.to_string(),
        Some(Identity::Digits(digits)) => digits.to_string(),
        None => String::new(),
    }
}

fn assert_read(cells: &[(&str, &str, &str)], problem: Option<PhoneProblem>) {
    for (text, code, expected) in cells {
        let reading = reading(text, code);
        assert_eq!(
            (identity(reading).as_str(), reading.problem),
            (*expected, problem),
            "{text:?} in {code:?}"
        );
    }
}

fn written(text: &str, code: &str, form: PhoneForm) -> Option<String> {
    let mut out = String::new();
    let done = write(text.as_bytes(), country(code), form, &mut out);
    assert_eq!(done.is_some(), !out.is_empty(), "{text:?}");
    done.map(|()| out)
}

#[test]
fn numbers_are_read_however_people_write_them() {
    assert_read(
        &[
            ("+39 02 0000 0001", "", "+390200000001"),
            ("0039 02 0000 0001", "", "+390200000001"),
            ("+39.02.00000001", "GB", "+390200000001"),
            ("02/00000001", "IT", "+390200000001"),
            ("02 - 00000001", "IT", "+390200000001"),
            ("+39 (02) 0000-0001", "IT", "+390200000001"),
            ("(+39) 02 00000001", "", "+390200000001"),
            (" 333 000 0001 ", "IT", "+393330000001"),
            ("07700 900123", "GB", "+447700900123"),
            ("+44 020 7946 0123", "IT", "+442079460123"),
            ("(201) 555-0123", "US", "+12015550123"),
            ("1-201-555-0123", "US", "+12015550123"),
            ("8 (495) 000-00-01", "RU", "+74950000001"),
            ("06 20 000 0001", "HU", "+36200000001"),
            ("011 15 0000-0001", "AR", "+5491100000001"),
            ("011 44 7700 900123", "US", "+447700900123"),
        ],
        None,
    );
}

#[test]
fn what_programs_put_around_and_into_a_number_is_no_part_of_it() {
    assert_read(
        &[
            ("333\u{a0}000\u{202f}0001", "IT", "+393330000001"),
            ("333\u{2009}000\u{2011}0001", "IT", "+393330000001"),
            ("333\u{2013}0000001", "IT", "+393330000001"),
            ("\u{202a}+39 333 000 0001\u{202c}", "IT", "+393330000001"),
            ("\u{feff}3330000001\u{200b}", "IT", "+393330000001"),
            ("'+393330000001", "IT", "+393330000001"),
            ("'3330000001", "IT", "+393330000001"),
            ("\u{2019}3330000001", "IT", "+393330000001"),
            ("=\"3330000001\"", "IT", "+393330000001"),
            ("=\"+393330000001\"", "", "+393330000001"),
            ("tel:+39-333-0000001", "", "+393330000001"),
            ("Tel.: 333 0000001", "IT", "+393330000001"),
            ("\u{ff0b}\u{ff13}\u{ff19} 333 0000001", "", "+393330000001"),
            ("\u{663}\u{663}\u{663}0000001", "IT", "+393330000001"),
            ("\u{6f3}\u{6f3}\u{6f3}0000001", "IT", "+393330000001"),
            ("333 0000001;", "IT", "+393330000001"),
        ],
        None,
    );
}

#[test]
fn the_letters_o_and_l_among_digits_are_digits() {
    assert_read(
        &[
            ("333 OOO OO01", "IT", "+393330000001"),
            ("O2 0000 000I", "IT", "+390200000001"),
            ("333o00000l", "IT", "+393330000001"),
        ],
        None,
    );
    assert_read(
        &[("lo 333 0000001", "IT", ""), ("Olio 333000", "IT", ""), ("lOOOOOO", "IT", "")],
        Some(PhoneProblem::NotANumber),
    );
}

#[test]
fn an_extension_is_no_part_of_the_number() {
    for extension in [
        " ext 12",
        " ext. 12",
        ", ext 12",
        " Ext:12",
        "x12",
        " x 12",
        " X12",
        "#12",
        " int. 12",
        " int 12",
        " interno 12",
        ";ext=12",
        " (ext. 12)",
        " - extension 12",
    ] {
        let text = format!("02 0000 0001{extension}");
        assert_read(&[(&text, "IT", "+390200000001")], None);
    }
    // Eight digits are another number, and five before the mark are none.
    assert_read(&[("02 0000 0001 x 333 0000001", "IT", "")], Some(PhoneProblem::Several));
    assert_read(&[("12345 ext 12", "IT", "")], Some(PhoneProblem::NotANumber));
}

#[test]
fn a_zero_in_parentheses_is_dialled_only_at_home() {
    assert_read(
        &[
            ("+44 (0)20 7946 0123", "", "+442079460123"),
            ("0044 (0) 7700 900123", "", "+447700900123"),
            ("+49(0)30 23125 000", "", "+493023125000"),
            // Italy dials it from everywhere, Spain and Denmark from nowhere.
            ("+39 (0)2 00000001", "", "+390200000001"),
            ("+34 (0)600 000 001", "", "+34600000001"),
            ("+45 (0)32 00 00 01", "", "+4532000001"),
        ],
        None,
    );
}

#[test]
fn two_numbers_in_a_cell_are_never_made_one() {
    for code in ["IT", ""] {
        for text in [
            "333 000 0001 / 02 0000 0001",
            "3330000001/0200000001",
            "3330000001/2",
            "333 000 0001 - 02 0000 0001",
            "333 000 0001 \u{2013} 02 0000 0001",
            "3330000001-0200000001",
            "333 000 0001; 02 0000 0001",
            "333 000 0001, 02 0000 0001",
            "333 000 0001 | 02 0000 0001",
            "333 000 0001 or 02 0000 0001",
            "333 000 0001 o 02 0000 0001",
            "333 000 0001\n02 0000 0001",
            "333 000 0001\r\n02 0000 0001",
            "3330000001 0200000001",
            "3330000001-02000001",
            "+39 333 000 0001 +39 02 0000 0001",
            "+393330000001/+390200000001",
            "casa 02 0000 0001, cell. 333 000 0001",
            "333 000 0001 / 333 000 0002 / 333 000 0003",
        ] {
            assert_read(&[(text, code, "")], Some(PhoneProblem::Several));
        }
    }
}

#[test]
fn a_slash_and_a_dash_after_an_area_code_separate_nothing() {
    assert_read(
        &[
            ("02/0000001", "IT", "+39020000001"),
            ("0541 - 000 001", "IT", "+390541000001"),
            ("033203/00001", "DE", "+493320300001"),
            ("+49 33203/00001", "", "+493320300001"),
            ("0049 33203/00001", "", "+493320300001"),
            ("201 555 - 0123", "US", "+12015550123"),
            ("+1 (201) 555 - 0123", "", "+12015550123"),
        ],
        None,
    );
}

#[test]
fn digits_that_a_spreadsheet_has_thrown_away_are_not_invented() {
    for text in
        ["3,9E+11", "3.9E+11", "3,93330E+11", "3.93330e+11", "4E+11", " 3,9E+11 ", "'3,9E+11", "3,9E11"]
    {
        for code in ["IT", ""] {
            assert_read(&[(text, code, "")], Some(PhoneProblem::ScientificNotation));
        }
    }
}

#[test]
fn a_whole_number_written_as_a_decimal_has_lost_nothing() {
    assert_read(
        &[
            ("3330000001.0", "IT", "+393330000001"),
            ("3330000001.00", "IT", "+393330000001"),
            ("3330000001,00", "IT", "+393330000001"),
            ("3,330,000,001", "IT", "+393330000001"),
            ("393330000001,00", "", "393330000001"),
        ],
        None,
    );
    // Anything else behind the comma is something else.
    assert_read(
        &[
            ("3330000001,5", "IT", ""),
            ("02,0000001", "IT", ""),
            ("1.234.567,89", "IT", ""),
            ("333,0000,001", "IT", ""),
        ],
        Some(PhoneProblem::NotANumber),
    );
}

#[test]
fn what_is_no_number_has_no_identity() {
    for text in [
        "n/a",
        "-",
        "telefono",
        "24/12/2026",
        "24-12-26 10:30",
        "2026-12-24",
        "24.12.2026",
        "24/12/26",
        "12345",
        "118",
        "+39",
        "+999 123456789",
        "+0 123456789",
        "+39 1234567890123",
        "++39333000001",
        "1234567890123456789012",
        "10.50 EUR",
        "someone@example.org",
        "333-CALL-NOW",
        "333 0000001 Rossi",
        "003780",
        "\u{fffd}3330000001",
        "+1 201 555",
    ] {
        assert_read(&[(text, "IT", ""), (text, "", "")], Some(PhoneProblem::NotANumber));
    }
    assert_eq!(read(b"333\xff0000001", None), reading("x", ""));
}

#[test]
fn a_blank_cell_is_neither_a_number_nor_a_problem() {
    for text in ["", " ", "\u{a0}\u{200b}", "'", "=\"\"", "\"\"", " ' "] {
        assert_read(&[(text, "IT", ""), (text, "", "")], None);
    }
}

#[test]
fn a_cell_that_is_too_long_for_a_number_is_judged_by_its_beginning() {
    let far = format!("{}3330000001", "\u{a0}".repeat(100));
    assert_read(&[(&far, "IT", "")], Some(PhoneProblem::NotANumber));
    let many = ["333 0000001"; 20].join(", ");
    assert_read(&[(&many, "IT", "")], Some(PhoneProblem::Several));
    let spread = format!("333{}0000001", " ".repeat(200));
    assert_read(&[(&spread, "IT", "+393330000001")], None);
}

#[test]
fn a_lost_plus_is_put_back_where_the_country_has_no_such_number() {
    assert_read(
        &[
            ("393330000001", "IT", "+393330000001"),
            ("390200000001", "IT", "+390200000001"),
            ("447700900123", "GB", "+447700900123"),
            ("4915112345678", "DE", "+4915112345678"),
            ("79120000001", "RU", "+79120000001"),
            ("541150000001", "AR", "+541150000001"),
            ("447700900123", "IT", "+447700900123"),
        ],
        Some(PhoneProblem::LostPlus),
    );
    // 393 is also the beginning of Italian mobile numbers, and 1 is dialled at home in America.
    assert_read(&[("3930000001", "IT", "+393930000001"), ("12015550123", "US", "+12015550123")], None);
}

#[test]
fn a_lost_zero_is_put_back_where_the_country_needs_it() {
    assert_read(
        &[
            ("7700900123", "GB", "+447700900123"),
            ("2079460123", "GB", "+442079460123"),
            ("612345678", "FR", "+33612345678"),
            ("200000001", "IT", "+390200000001"),
            ("541000001", "IT", "+390541000001"),
            ("6200000001", "HU", "+36200000001"),
            ("1012345678", "CN", "+861012345678"),
        ],
        Some(PhoneProblem::LostZero),
    );
    // Where none is written there is none to lose.
    assert_read(
        &[
            ("3330000001", "IT", "+393330000001"),
            ("800123456", "IT", "+39800123456"),
            ("600000001", "ES", "+34600000001"),
            ("2015550123", "US", "+12015550123"),
            ("13123456789", "CN", "+8613123456789"),
        ],
        None,
    );
}

#[test]
fn a_range_that_is_new_is_a_number_and_a_length_that_no_number_has_is_not() {
    // Great Britain has no numbers that begin with 6, the American ones none that begin with 1.
    assert_read(&[("06123 456789", "GB", "+446123456789"), ("+1 1015550123", "", "+11015550123")], None);
    assert_read(
        &[("+3312345678", "", ""), ("+331234567890", "", ""), ("+1 201 555 01", "", "")],
        Some(PhoneProblem::NotANumber),
    );
}

#[test]
fn without_a_country_digits_stay_digits() {
    assert_read(
        &[
            ("333 000 0001", "", "3330000001"),
            ("02/0000 0001", "", "0200000001"),
            ("393330000001", "", "393330000001"),
            ("7700900123", "", "7700900123"),
        ],
        None,
    );
    let keys = ["0200000001", "200000001", "00390200000001", "390200000001"]
        .map(|text| reading(text, "").identity.expect(text).key());
    for (at, key) in keys.iter().enumerate() {
        assert!(keys.iter().skip(at + 1).all(|other| other != key), "{keys:?}");
    }
}

#[test]
fn a_number_is_written_in_the_form_that_is_asked_for() {
    let text = "+39 02 0000-0001";
    assert_eq!(written(text, "IT", PhoneForm::E164).as_deref(), Some("+390200000001"));
    assert_eq!(written(text, "IT", PhoneForm::Digits).as_deref(), Some("390200000001"));
    assert_eq!(written(text, "IT", PhoneForm::National).as_deref(), Some("0200000001"));
    assert_eq!(written(text, "", PhoneForm::National).as_deref(), Some("0200000001"));
    assert_eq!(written(text, "IT", PhoneForm::AsWritten), None);
    assert_eq!(written("+44 7700 900123", "GB", PhoneForm::National).as_deref(), Some("07700900123"));
    assert_eq!(written("7700900123", "GB", PhoneForm::National).as_deref(), Some("07700900123"));
    assert_eq!(written("+1 201 555 0123", "US", PhoneForm::National).as_deref(), Some("2015550123"));
    assert_eq!(written("+36 20 000 0001", "HU", PhoneForm::National).as_deref(), Some("06200000001"));
}

#[test]
fn a_number_of_another_country_keeps_its_country_in_the_national_form() {
    assert_eq!(written("+44 7700 900123", "IT", PhoneForm::National).as_deref(), Some("00447700900123"));
    assert_eq!(written("+44 7700 900123", "US", PhoneForm::National).as_deref(), Some("011447700900123"));
    assert_eq!(written("+1 876 555 0123", "US", PhoneForm::National).as_deref(), Some("8765550123"));
}

#[test]
fn a_cell_without_a_single_known_number_is_written_as_it_is() {
    for form in [PhoneForm::E164, PhoneForm::Digits, PhoneForm::National] {
        for (text, code) in [
            ("", "IT"),
            ("3,9E+11", "IT"),
            ("n/a", "IT"),
            ("3330000001/0200000001", "IT"),
            ("3330000001", ""),
        ] {
            assert_eq!(written(text, code, form), None, "{text:?}");
        }
    }
    // The national forms of these are not in the tables.
    assert_eq!(written("+54 9 11 0000 0001", "AR", PhoneForm::National), None);
    assert_eq!(written("+870 301 234 567", "", PhoneForm::National), None);
}
