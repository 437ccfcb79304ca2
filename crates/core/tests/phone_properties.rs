//! What holds for every cell: how a number is written never makes it another one.

use dialdesk_core::phone::{Country, Identity, PhoneForm, PhoneReading, read, write};
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

fn written(text: &str, code: &str, form: PhoneForm) -> Option<String> {
    let mut out = String::new();
    let done = write(text.as_bytes(), country(code), form, &mut out);
    assert_eq!(done.is_some(), !out.is_empty(), "{text:?}");
    done.map(|()| out)
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
            let (before, after) = text.split_at(at);
            // A single dot before the last two digits is the point of a decimal, where they are zeros.
            if mark == "." && after.chars().filter(char::is_ascii_digit).count() < 3 {
                continue;
            }
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
