//! Telephone numbers: what cells of real files hold, and the same answers as libphonenumber's for every country.

use dialdesk_core::phone::{Country, Identity, PhoneForm, PhoneProblem, PhoneReading, read, write};
use proptest::prelude::*;
use proptest::sample::select;

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

/// Where libphonenumber answers otherwise: region, text, our answer, and why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    // A zero that belongs to the number is put back; libphonenumber takes or refuses the digits without it.
    ("BF", "2049123", "+22602049123"),
    ("BF", "7012345", "+22607012345"),
    ("CG", "22212345", "+242022212345"),
    ("CI", "212345678", "+2250212345678"),
    ("IT", "6123456789", "+3906123456789"),
    ("NE", "2020123", "+22702020123"),
    ("NE", "9312345", "+22709312345"),
    ("TJ", "37212345", "+992037212345"),
    ("TJ", "91712345", "+992091712345"),
    ("VA", "6123456789", "+3906123456789"),
    // A German number with its calling code and no plus is not one of the few that begin with 49.
    ("DE", "4915123456789", "+4915123456789"),
    // 310 1234 reaches a service within Canada, from any area; from elsewhere it does not exist.
    ("CA", "310-1234", "+13101234"),
    ("CA", "3101234", "+13101234"),
    // Cocos and Christmas Islands: which local numbers may lack their area code is not kept, only that they may.
    ("CC", "41234567", "+61841234567"),
    ("CC", "89162123", "+61889162123"),
    ("CX", "41234567", "+61841234567"),
    ("CX", "89164123", "+61889164123"),
    // Colombia: libphonenumber takes 03 for the choice of a carrier, which a list of contacts does not hold.
    ("", "+57 (0) 3211234567", "+573211234567"),
    ("CO", "0321-1234567", "+573211234567"),
    ("CO", "032112345679", "+5732112345679"),
    // Gabon: numbers of the plan before 2019, which libphonenumber makes new ones of.
    ("", "+241060312349", ""),
    ("GA", "060312349", ""),
    // Hong Kong: 00 is read as the exit prefix before 8, where libphonenumber sees 008 and a country 52.
    ("HK", "00 852 21234567", "+85221234567"),
    ("HK", "00 852 51234567", "+85251234567"),
    // Norfolk Island: its local numbers are completed only without a calling code.
    ("", "+67210660", ""),
    // Three zeros begin no number of these countries.
    ("CF", "00012345", ""),
    ("KG", "000123456", ""),
];

/// Mobile numbers of Argentina have no national form without the list of its area codes, those of no country none at
/// all; 147 101 234 is a call box, and the islands' own mobile numbers are too few to be seen.
fn has_no_national_form(number: &str, text: &str) -> bool {
    ["+549", "+870", "+881", "+882"].iter().any(|begin| number.starts_with(begin)) || text == "712345678"
}

#[test]
fn every_country_is_read_as_libphonenumber_reads_it() {
    let (mut vectors, mut exceptions) = (0, 0);
    for line in include_str!("vectors/phone.tsv").lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [code, text, e164, national] = fields[..] else { panic!("{line}") };
        let found = identity(reading(text, code));
        vectors += 1;
        if let Some((.., expected)) = EXCEPTIONS.iter().find(|(c, t, _)| (*c, *t) == (code, text)) {
            exceptions += 1;
            assert_ne!(e164, *expected, "{line}: no exception any more");
            assert_eq!(found, *expected, "{line}");
        } else if text.chars().filter(char::is_ascii_digit).count() < 6 {
            // Some islands have numbers of four and five digits; without their calling code they are taken for codes.
            assert_eq!(found, "", "{line}");
        } else {
            assert_eq!(found, e164, "{line}");
            let form = written(text, code, PhoneForm::National);
            let at_home =
                country(code).is_none_or(|home| e164.starts_with(&format!("+{}", home.calling_code())));
            if !national.is_empty() && at_home && !has_no_national_form(e164, text) {
                assert_eq!(form.as_deref(), Some(national), "{line}");
            }
        }
    }
    assert_eq!((vectors, exceptions), (7824, EXCEPTIONS.len()));
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
fn a_lost_plus_is_put_back_where_the_country_has_no_such_number() {
    assert_read(
        &[
            ("393330000001", "IT", "+393330000001"),
            ("390200000001", "IT", "+390200000001"),
            ("447700900123", "GB", "+447700900123"),
            ("4915112345678", "DE", "+4915112345678"),
            ("79120000001", "RU", "+79120000001"),
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

#[test]
fn a_country_is_found_by_its_code_alone() {
    let italy = Country::from_code("IT").expect("Italy");
    assert_eq!((italy.code(), italy.calling_code()), ("IT", 39));
    assert_eq!(Country::from_code("GG").map(Country::calling_code), Some(44));
    assert_eq!(Country::from_code("ZW").map(Country::calling_code), Some(263));
    for code in ["", "it", "XX", "ITA", "001", "39"] {
        assert_eq!(Country::from_code(code), None, "{code}");
    }
    // As many as libphonenumber has.
    assert_eq!(Country::all().count(), 245);
    for country in Country::all() {
        assert_eq!(Country::from_code(country.code()), Some(country));
        assert!((1..1000).contains(&country.calling_code()), "{}", country.code());
    }
}

/// A number as digits and the country in which it is one: Italian mobile, British mobile, American, German.
fn numbers() -> impl Strategy<Value = (String, &'static str)> {
    prop_oneof![
        (0..100_u32).prop_map(|n| (format!("+393330000{n:03}"), "IT")),
        (0..1000_u32).prop_map(|n| (format!("+447700900{n:03}"), "GB")),
        (0..100_u32).prop_map(|n| (format!("+120155501{n:02}"), "US")),
        (0..1000_u32).prop_map(|n| (format!("+493023125{n:03}"), "DE")),
    ]
}

proptest! {
    #[test]
    fn separators_never_change_the_number(
        (number, code) in numbers(),
        marks in prop::collection::vec((1..16_usize, select(vec![" ", "\u{a0}", "\u{202f}", "-", ".", "\u{2011}", "\u{200b}"])), 0..4),
        zeros: bool,
        guard: bool,
        named: bool,
    ) {
        let plain = read(number.as_bytes(), country(code));
        prop_assert!(plain.identity.is_some());
        let mut text = number.clone();
        // Two dots or dashes next to each other mean nothing else, and a dash between spaces would.
        for (at, mark) in marks {
            let at = text.char_indices().map(|(at, _)| at).nth(at).unwrap_or(text.len());
            let joins = |side: Option<char>| side.is_some_and(|c| c.is_ascii_digit());
            // A single dot before the last zeros is the point of a decimal.
            if mark == "." && at + 3 > text.len() {
                continue;
            }
            let (before, after) = text.split_at(at);
            if joins(before.chars().next_back()) && joins(after.chars().next()) {
                text.insert_str(at, mark);
            }
        }
        if zeros {
            text.replace_range(..1, if code == "US" && named { "011" } else { "00" });
        }
        if guard {
            text.insert(0, '\'');
        }
        prop_assert_eq!(read(text.as_bytes(), country(if named { code } else { "" })), plain, "{}", text);
    }

    #[test]
    fn what_was_written_is_read_as_the_same_number(
        text in "[+]?[0-9 ()/.-]{5,20}",
        code in select(vec!["IT", "GB", "US", "DE", "FR", "RU", "BR", "AR", "IN", "CN", "JP", "HU", "AU", "GG", ""]),
    ) {
        let first = reading(&text, code);
        for form in [PhoneForm::E164, PhoneForm::Digits] {
            if let Some(out) = written(&text, code, form) {
                let plus = if form == PhoneForm::E164 { "" } else { "+" };
                let again = reading(&format!("{plus}{out}"), code);
                prop_assert_eq!((again.identity, again.problem), (first.identity, None), "{} {}", text, out);
            }
        }
    }

    #[test]
    fn the_national_form_is_read_as_the_same_number_at_home((number, code) in numbers()) {
        let out = written(&number, code, PhoneForm::National).expect("a number");
        prop_assert_eq!(reading(&out, code), reading(&number, ""));
    }

    #[test]
    fn a_number_that_names_its_country_is_read_as_itself_once_it_is_written(
        digits in "(\\+|00)[0-9]{1,3}0{0,4}[0-9]{2,11}",
    ) {
        if let Some(Identity::Number(number)) = read(digits.as_bytes(), None).identity {
            let written = number.to_string();
            prop_assert!((7..=16).contains(&written.len()), "a plus and 6 to 15 digits: {}", written);
            prop_assert_eq!(read(written.as_bytes(), None).identity, Some(Identity::Number(number)), "{}", written);
        }
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..120), home in 0..245_usize) {
        let reading = read(&bytes, Country::all().nth(home));
        // What has no identity has a problem, unless there is nothing.
        prop_assert!(reading.identity.is_some() || reading.problem.is_some() || !bytes.iter().any(u8::is_ascii_alphanumeric));
    }

    #[test]
    fn any_text_of_the_characters_of_numbers_is_read_without_a_panic(
        text in "[-+0-9OoIlexE#;,./()'\"= \u{a0}\u{202a}\u{ff10}-\u{ff19}\n]{0,130}",
        home in 0..245_usize,
    ) {
        let country = Country::all().nth(home);
        let reading = read(text.as_bytes(), country);
        if let Some(Identity::Number(number)) = reading.identity {
            prop_assert!((6..=15).contains(&number.digits().to_string().len()), "{}", number);
        }
        let mut out = String::new();
        let done = write(text.as_bytes(), country, PhoneForm::National, &mut out);
        prop_assert_eq!(done.is_some(), !out.is_empty());
    }
}
