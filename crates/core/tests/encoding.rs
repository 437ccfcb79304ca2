//! Encodings: what is detected in files of many languages, and what bytes become.
//!
//! The oracle is `encoding_rs`, which wrote the files, and the standard library for UTF-16. The people are invented.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic like tests")]

use dialdesk_core::import::{
    Basis, ByteOrder, Decoder, Encoding, HighHalf, Judgement, Utf16, judge, judge_legacy,
};
use dialdesk_core::native::{NativeDecoder, codec};
use proptest::prelude::*;

const WESTERN: &[Encoding] = &[Encoding::Windows1252, Encoding::Iso8859_15, Encoding::MacRoman];
const CENTRAL: &[Encoding] = &[Encoding::Windows1250];
const CYRILLIC: &[Encoding] = &[Encoding::Windows1251];

/// Small files in the languages of contact lists, with the old encodings that have their letters.
const FILES: &[(&str, &[Encoding], &str)] = &[
    (
        "Italian",
        WESTERN,
        "nome;città;telefono\nNiccolò Verdi;Forlì;333 000 0001\nMosè Riva;Cefalù;333 000 0002\n",
    ),
    (
        "Spanish",
        WESTERN,
        "nombre;teléfono\nIñigo Peña;600 000 001\nLucía Ibáñez;600 000 002\nRamón Gil;600 000 003\n",
    ),
    ("French", WESTERN, "prénom;ville\nHélène Lefèvre;Besançon\nBenoît Maçon;Nîmes\nZoé Forêt;Orléans\n"),
    (
        "German",
        WESTERN,
        "Vorname;Straße\nJürgen Groß;Königsweg 1\nKäthe Müller;Am Schloß 2\nBjörn Weiß;Höhe 3\n",
    ),
    (
        "Portuguese",
        WESTERN,
        "nome;endereço\nJoão Simões;Praça 1\nConceição Leitão;Évora\nInês Magalhães;Mação\n",
    ),
    ("Danish", WESTERN, "navn;by\nSøren Kjær;Næstved\nÅse Bøgh;Tromsø\n"),
    ("Polish", CENTRAL, "imię;miasto\nMałgorzata Wójcik;Łódź\nPaweł Dąbrowski;Kraków\nZofia Żak;Gdańsk\n"),
    ("Czech", CENTRAL, "jméno;město\nJiří Dvořák;Plzeň\nŽofie Kučerová;Děčín\nTomáš Růžička;Třebíč\n"),
    ("Hungarian", CENTRAL, "név;város\nGergő Szűcs;Győr\nZsófia Őri;Kőszeg\nJenő Tóth;Pécs\n"),
    (
        "Romanian",
        CENTRAL,
        "nume;oraş\nŞtefan Bălan;Constanţa\nIonuţ Mureşan;Timişoara\nMădălina Ţepeş;Iaşi\n",
    ),
    ("Croatian", CENTRAL, "ime;grad\nŽarko Šimić;Čakovec\nĐurđa Perić;Požega\nIvan Knežević;Šibenik\n"),
    ("Russian", CYRILLIC, "имя;город\nАлексей Соколов;Казань\nМарина Белова;Тверь\n"),
    ("Ukrainian", CYRILLIC, "ім'я;місто\nОлексій Шевчук;Київ\nНаталія Ющенко;Чернігів\n"),
];

fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    if let Encoding::Utf16Le | Encoding::Utf16Be = encoding {
        let bytes = |unit: u16| {
            if encoding == Encoding::Utf16Le { unit.to_le_bytes() } else { unit.to_be_bytes() }
        };
        return text.encode_utf16().flat_map(bytes).collect();
    }
    let (bytes, _, has_gaps) = codec(encoding).encode(text);
    assert!(!has_gaps, "{text} cannot be written in {encoding:?}");
    bytes.into_owned()
}

/// The text that a judgement makes of the bytes: encodings that make the same of them are as good as each other.
fn read_as_judged(bytes: &[u8]) -> (Judgement, String) {
    let judgement = judge(bytes, &NativeDecoder);
    let text = NativeDecoder.decode(judgement.encoding, bytes.get(judgement.bom..).unwrap());
    (judgement, text)
}

#[test]
fn files_of_each_language_are_read_right_in_each_encoding_that_fits() {
    for (language, encodings, text) in FILES {
        for encoding in *encodings {
            let (judgement, read) = read_as_judged(&encoded(text, *encoding));
            assert_eq!(read, *text, "{language} in {encoding:?}: {judgement:?}");
            assert!(matches!(judgement.basis, Basis::Statistics { .. }), "{language} in {encoding:?}");
        }
    }
}

#[test]
fn capitals_alone_are_read_right_too() {
    for (language, encodings, text) in FILES {
        let text = text.to_uppercase();
        for encoding in *encodings {
            let (judgement, read) = read_as_judged(&encoded(&text, *encoding));
            assert_eq!(read, text, "{language} in {encoding:?}: {judgement:?}");
        }
    }
}

#[test]
fn three_accented_words_are_enough_in_any_line() {
    for (language, encodings, text) in FILES {
        let words: Vec<&str> = text.split([';', '\n', ' ']).filter(|word| !word.is_ascii()).collect();
        for encoding in *encodings {
            for three in words.windows(3) {
                let text = three.join(";");
                let bytes = encoded(&text, *encoding);
                let (judged, strength) = judge_legacy(&bytes, &NativeDecoder);
                assert_eq!(
                    NativeDecoder.decode(judged, &bytes),
                    text,
                    "{language} in {encoding:?}: {strength:?}"
                );
            }
        }
    }
}

#[test]
fn a_single_accented_name_is_windows_1252() {
    for name in
        ["José", "Niccolò", "Forlì", "Müller", "Núñez", "João", "Hélène", "Groß", "Cefalù", "È", "à", "Noël"]
    {
        let bytes = encoded(name, Encoding::Windows1252);
        let (judged, _) = judge_legacy(&bytes, &NativeDecoder);
        assert_eq!(judged, Encoding::Windows1252, "{name}");
    }
}

#[test]
fn text_that_is_the_same_in_several_encodings_is_of_the_commonest() {
    // ö, é and á are the same bytes in windows-1252, windows-1250 and ISO-8859-15.
    for encoding in [Encoding::Windows1250, Encoding::Iso8859_15] {
        let bytes = encoded("Török;Kéri;Gál", encoding);
        let (judged, strength) = judge_legacy(&bytes, &NativeDecoder);
        assert_eq!(judged, Encoding::Windows1252);
        assert!(strength.percent() > 90, "{strength:?}");
    }
}

#[test]
fn signs_where_they_belong_tell_the_encoding() {
    for (text, encoding) in [
        ("Anna D’Angelo;via dell’Orto – scala A;50 €", Encoding::Windows1252),
        ("“Rossi & figli”;n° 3;«prova»", Encoding::Windows1252),
        ("Rossi;50 €;100 €", Encoding::Iso8859_15),
        ("cœur;sœur;Lefèvre", Encoding::Iso8859_15),
        ("Anna D’Este;perché;50 €", Encoding::MacRoman),
        ("«Заря»;№ 5;Белова", Encoding::Windows1251),
    ] {
        let bytes = encoded(text, encoding);
        let (judged, strength) = judge_legacy(&bytes, &NativeDecoder);
        assert_eq!(judged, encoding, "{text}: {strength:?}");
    }
}

#[test]
fn little_evidence_is_weaker_than_much() {
    let strength = |text: &str| judge_legacy(&encoded(text, Encoding::Windows1250), &NativeDecoder).1;
    let much = strength("Małgorzata;Wójcik;Łódź;Paweł;Dąbrowski;Żak;Gdańsk");
    assert!(strength("Gdańsk") < much);
    assert_eq!(much.percent(), 99);
    assert_eq!(
        judge_legacy(b"Ann;1", &NativeDecoder),
        (Encoding::Windows1252, dialdesk_core::import::Strength::NONE)
    );
}

#[test]
fn any_cut_of_utf_8_is_still_utf_8() {
    let text = "città;Łódź;город;日本;😀;perché\nNiccolò";
    for cut in 0..=text.len() {
        let head = &text.as_bytes()[..cut];
        let judgement = judge(head, &NativeDecoder);
        let characters =
            text.char_indices().filter(|(at, c)| !c.is_ascii() && at + c.len_utf8() <= cut).count();
        let basis = match u32::try_from(characters).unwrap() {
            0 => Basis::Ascii,
            characters => Basis::ValidUtf8 { characters },
        };
        assert_eq!(judgement, Judgement { encoding: Encoding::Utf8, bom: 0, basis }, "{cut}");
    }
}

#[test]
fn a_mark_decides_and_is_measured() {
    for (file, encoding, bom) in [
        (&b"\xEF\xBB\xBFnome"[..], Encoding::Utf8, 3),
        (b"\xFF\xFEn\0", Encoding::Utf16Le, 2),
        (b"\xFE\xFF\0n", Encoding::Utf16Be, 2),
    ] {
        assert_eq!(judge(file, &NativeDecoder), Judgement { encoding, bom, basis: Basis::Mark });
    }
}

#[test]
fn utf_16_without_a_mark_is_known_by_its_zeros() {
    for (language, _, text) in FILES {
        for encoding in [Encoding::Utf16Le, Encoding::Utf16Be] {
            let bytes = encoded(text, encoding);
            for cut in [bytes.len(), bytes.len() - 1] {
                let judgement = judge(&bytes[..cut], &NativeDecoder);
                assert_eq!(judgement, Judgement { encoding, bom: 0, basis: Basis::Zeros }, "{language}");
            }
        }
    }
}

#[test]
fn stray_zeros_are_no_utf_16() {
    for file in [&b"name,phone\nAnn\0,1\nBob,2\nCyd,3\nDan,4\n"[..], b"name\n\0\0\0\0\0\0", b"\0", b""] {
        assert_eq!(judge(file, &NativeDecoder).encoding, Encoding::Utf8, "{file:?}");
    }
}

#[test]
fn one_damaged_place_in_much_utf_8_does_not_make_all_of_it_another_encoding() {
    let mut file = "perché;città\n".repeat(20).into_bytes();
    file.extend(b"perch\xE9\n");
    let basis = Basis::ValidUtf8 { characters: 40 };
    assert_eq!(judge(&file, &NativeDecoder), Judgement { encoding: Encoding::Utf8, bom: 0, basis });
    // Half and half is not UTF-8.
    assert_eq!(judge(b"citt\xC3\xA0;perch\xE9\n", &NativeDecoder).encoding, Encoding::Windows1252);
}

#[test]
fn each_upper_byte_means_what_the_decoder_says() {
    for encoding in Encoding::ONE_BYTE {
        let half = HighHalf::of(encoding, &NativeDecoder);
        for byte in 0x80..=0xFF {
            let mut text = String::new();
            half.append(&[b'a', byte, b'b'], &mut text);
            assert_eq!(
                text,
                codec(encoding).decode_without_bom_handling(&[b'a', byte, b'b']).0,
                "{encoding:?} {byte:x}"
            );
        }
    }
    // From the mapping tables that Unicode publishes.
    for (encoding, byte, c) in [
        (Encoding::Windows1252, 0x80, '€'),
        (Encoding::Windows1250, 0xB3, 'ł'),
        (Encoding::Windows1251, 0xC6, 'Ж'),
        (Encoding::Iso8859_15, 0xA4, '€'),
        (Encoding::MacRoman, 0x8E, 'é'),
    ] {
        assert_eq!(HighHalf::of(encoding, &NativeDecoder).char(byte), c);
    }
}

#[test]
fn bytes_without_an_encoding_of_their_own_mean_nothing_alone() {
    for encoding in [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be] {
        let mut text = String::new();
        HighHalf::of(encoding, &NativeDecoder).append(b"a\xE9", &mut text);
        assert_eq!(text, "a\u{fffd}");
    }
}

#[test]
fn labels_lead_back_to_their_encodings_and_agree_with_the_standard() {
    for encoding in Encoding::ALL {
        assert_eq!(Encoding::from_label(encoding.label()), Some(encoding));
        assert_eq!(codec(encoding).name().to_ascii_lowercase(), encoding.label());
    }
    for (label, encoding) in [
        ("latin1", Encoding::Windows1252),
        ("ISO-8859-1", Encoding::Windows1252),
        ("CP1252", Encoding::Windows1252),
        ("latin-9", Encoding::Iso8859_15),
        ("Mac-Roman", Encoding::MacRoman),
        ("x-mac-roman", Encoding::MacRoman),
        (" UTF8 ", Encoding::Utf8),
        ("utf-16", Encoding::Utf16Le),
        ("win1250", Encoding::Windows1250),
        ("cp1251", Encoding::Windows1251),
    ] {
        assert_eq!(Encoding::from_label(label), Some(encoding), "{label}");
    }
    for label in ["", "koi8-r", "utf-7", "-"] {
        assert_eq!(Encoding::from_label(label), None, "{label}");
    }
}

fn utf16(bytes: &[u8], order: ByteOrder, slice: usize) -> (String, u64) {
    let mut reader = Utf16::new(order);
    let mut text = Vec::new();
    for part in bytes.chunks(slice) {
        reader.push(part, &mut text);
    }
    reader.finish(&mut text);
    (String::from_utf8_lossy(&text).into_owned(), reader.replaced())
}

#[test]
fn half_pairs_and_odd_bytes_of_utf_16_are_replaced_and_counted() {
    for (bytes, text, replaced) in [
        (&b"\x3D\xD8\x00\xDE"[..], "😀", 0),
        (b"\x3D\xD8a\0", "\u{fffd}a", 1),
        (b"\x00\xDEa\0", "\u{fffd}a", 1),
        (b"\x3D\xD8\x3D\xD8\x00\xDE", "\u{fffd}😀", 1),
        (b"a\0\x3D\xD8", "a\u{fffd}", 1),
        (b"a\0b", "a\u{fffd}", 1),
        (b"\x3D\xD8\x00", "\u{fffd}", 1),
        (b"\xFF\xFEa\0", "\u{feff}a", 0),
        (b"", "", 0),
    ] {
        assert_eq!(utf16(bytes, ByteOrder::Little, 1), (text.to_owned(), replaced), "{bytes:?}");
    }
}

/// Units with many surrogates among them.
fn units() -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(prop_oneof![any::<u16>(), 0xD800..0xE000_u16, 0x20..0x7F_u16], 0..60)
}

proptest! {
    #[test]
    fn utf_16_becomes_what_the_standard_library_makes_of_it(units in units(), slice in 1..9_usize) {
        let text = String::from_utf16_lossy(&units);
        // What was U+FFFD before is not replaced.
        let replaced = char::decode_utf16(units.iter().copied()).filter(Result::is_err).count() as u64;
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        prop_assert_eq!(utf16(&little, ByteOrder::Little, slice), (text.clone(), replaced));
        prop_assert_eq!(utf16(&big, ByteOrder::Big, slice), (text, replaced));
    }

    #[test]
    fn any_bytes_become_what_the_encoding_standard_makes_of_them(bytes in prop::collection::vec(any::<u8>(), 0..40), slice in 1..9_usize) {
        let text = NativeDecoder.decode(Encoding::Utf16Le, &bytes);
        prop_assert_eq!(utf16(&bytes, ByteOrder::Little, slice).0, text);
    }

    #[test]
    fn no_bytes_are_beyond_judgement(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let judgement = judge(&bytes, &NativeDecoder);
        prop_assert!(judgement.bom <= bytes.len());
        let (legacy, _) = judge_legacy(&bytes, &NativeDecoder);
        prop_assert!(legacy.is_one_byte());
    }
}
