//! Telephone numbers of every country: the same answers as libphonenumber's.

use dialdesk_core::phone::{Country, Identity, PhoneForm, PhoneReading, read, write};

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
    // Gabon dials a zero before any of its numbers, not only before those libphonenumber knows.
    ("", "+241014412349", "+24114412349"),
    ("GA", "014412349", "+24114412349"),
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
