//! Recipes: which is found, what of it holds, what is unusual about a file beside the earlier ones.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic like tests")]

use std::collections::BTreeMap;

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{
    Column, Decoder, Delimiter, DuplicateRule, Encoding, Header, Kind, KindDecision, NumberThere, SameNumber,
    Settings, columns_of_head,
};
use dialdesk_core::kept::Kept;
use dialdesk_core::list::ListId;
use dialdesk_core::native::NativeDecoder;
use dialdesk_core::phone::{Country, PhoneForm};
use dialdesk_core::recipe::{
    Caution, Digest, FileFault, LastList, Loss, Past, RECIPES_MAX, Recipe, Shape, cautions, find, read,
    read_file, with, write,
};

use ContactField::{Email, FirstName, LastName, Phone};

fn columns(file: &str) -> Vec<Column> {
    let decoder: &dyn Decoder = &NativeDecoder;
    columns_of_head(file.as_bytes(), file.len() as u64, Settings::default(), decoder, None).unwrap()
}

fn recipe(file: &str, fields: &[(ContactField, Option<usize>)]) -> Recipe {
    Recipe {
        columns: Shape::of(&columns(file)),
        seen: None,
        fields: fields.iter().copied().collect(),
        settings: Settings::default(),
        country: None,
        form: PhoneForm::AsWritten,
        same_number: SameNumber::SendAll,
        number_there: NumberThere::Send,
        kinds: BTreeMap::new(),
        duplicates: DuplicateRule::default(),
        list: None,
        used: 1,
        past: Vec::new(),
    }
}

const FILE: &str = "Nome,Cognome,Recapito,Note\nAda,Costa,333 000 0001,x\nIda,Conti,333 000 0002,y\n";

/// The usual binding of [`FILE`].
fn usual() -> Recipe {
    recipe(FILE, &[(FirstName, Some(0)), (LastName, Some(1)), (Phone, Some(2)), (Email, None)])
}

#[test]
fn the_same_names_are_found_whatever_their_case_and_the_blanks_around_them() {
    let recipes = [usual(), recipe("a,b,c\n1,2,3\n", &[])];
    let seen = |file| Shape::of(&columns(file));
    assert_eq!(find(&recipes, &seen("nome, Cognome ,RECAPITO,note\nx,y,333 000 0001,z\n")), recipes.first());
    assert_eq!(find(&recipes, &seen("other,names,altogether,here\n1,2,3,4\n")), None);
    // Half of them is not most of them.
    assert_eq!(find(&recipes, &seen("Nome,Cognome,Via,Cap\nx,y,z,w\n")), None);
    assert_eq!(find(&recipes, &seen("Nome,Cognome,Via,Note\nx,y,z,w\n")), recipes.first());
}

#[test]
fn the_same_columns_go_before_more_of_them_then_the_fewest_differences_then_the_later() {
    let narrow = Recipe { used: 9, ..recipe("Nome,Cognome,Recapito\nx,y,z\n", &[]) };
    let both = [usual(), narrow.clone()];
    let seen = |file| Shape::of(&columns(file));
    assert_eq!(find(&both, &seen(FILE)), Some(&usual()));
    assert_eq!(find(&both, &seen("Nome,Cognome,Recapito\nx,y,z\n")), Some(&narrow));
    // Both have three of these four, but the other one has a fourth.
    assert_eq!(find(&both, &seen("Nome,Cognome,Recapito,Via\nx,y,z,w\n")), Some(&narrow));
    let later = Recipe { used: 12, ..recipe("Nome,Cognome,Recapito,Cap\nx,y,z,w\n", &[]) };
    let both = [usual(), later.clone()];
    assert_eq!(find(&both, &seen("Nome,Cognome,Recapito,Via\nx,y,z,w\n")), Some(&later));
}

#[test]
fn without_names_only_as_many_columns_are_the_same() {
    let bare = recipe("333 000 0001,Ada\n333 000 0002,Ida\n", &[(Phone, Some(0)), (FirstName, Some(1))]);
    assert!(!bare.columns.is_named());
    let two = columns("333 000 0003,Eva\n");
    assert_eq!(find(std::slice::from_ref(&bare), &Shape::of(&two)), Some(&bare));
    let fit = bare.fit(&two).unwrap();
    assert_eq!(fit.bound, BTreeMap::from([(Phone, Some(0)), (FirstName, Some(1))]));
    assert!(fit.drift.is_empty());
    assert_eq!(bare.fit(&columns("333 000 0003,Eva,x\n")), None);
}

#[test]
fn without_names_a_column_is_the_same_only_where_its_values_suit() {
    let bare = recipe(
        "333 000 0001,Ada,x\n333 000 0002,Ida,y\n",
        &[(Phone, Some(0)), (FirstName, Some(1)), (Email, Some(2))],
    );
    // Names where the numbers were, the other way round, and a column that is empty today.
    let turned = bare.fit(&columns("Eva,333 000 0003,\nUgo,333 000 0004,\n")).unwrap();
    assert_eq!(turned.bound, BTreeMap::from([(Email, Some(2))]));
    let lost: Vec<_> = turned.drift.lost.iter().map(|lost| (lost.at, lost.fields.as_slice())).collect();
    assert_eq!(lost, [(0, &[Phone][..]), (1, &[FirstName][..])]);
    assert_eq!(turned.drift.lost_of(Phone).map(|lost| lost.name.as_str()), Some(""));
    // What no field is fed from may hold anything.
    let part = recipe("333 000 0001,Ada\n", &[(Phone, Some(0))]);
    assert!(part.fit(&columns("333 000 0003,333 000 0004\n")).unwrap().drift.is_empty());
}

#[test]
fn empty_columns_that_a_spreadsheet_appends_are_not_missed() {
    let appended = recipe(
        "nome,cognome,telefono,,\nAda,Costa,333 000 0001,,\n",
        &[(FirstName, Some(0)), (Phone, Some(2))],
    );
    let fit = appended.fit(&columns("nome,cognome,telefono\nIda,Conti,333 000 0002\n")).unwrap();
    assert!(fit.drift.is_empty(), "{:?}", fit.drift);
    // One that fed something is, and it is gone, not filled otherwise.
    let fed =
        recipe("nome,telefono,\nAda,333 000 0001,Costa\n", &[(FirstName, Some(0)), (LastName, Some(2))]);
    let fit = fed.fit(&columns("nome,telefono\nIda,333 000 0002\n")).unwrap();
    assert_eq!(fit.drift.lost_of(LastName).map(|lost| (lost.loss, lost.at)), Some((Loss::Gone, 2)));
}

#[test]
fn a_file_that_is_as_before_takes_everything_over() {
    let fit = usual().fit(&columns(FILE)).unwrap();
    assert_eq!(
        fit.bound,
        BTreeMap::from([(FirstName, Some(0)), (LastName, Some(1)), (Phone, Some(2)), (Email, None)])
    );
    assert!(fit.drift.is_empty());
}

#[test]
fn a_renamed_column_feeds_what_it_fed() {
    let file = "Nome,Cognome,Numero nuovo,Note\nAda,Costa,333 000 0001,x\n";
    let fit = usual().fit(&columns(file)).unwrap();
    assert_eq!(fit.bound.get(&Phone), Some(&Some(2)));
    let [renamed] = fit.drift.renamed.as_slice() else { panic!("one is renamed: {:?}", fit.drift) };
    assert_eq!((renamed.from.as_str(), renamed.to, renamed.fields.as_slice()), ("Recapito", 2, &[Phone][..]));
    assert!(fit.drift.added.is_empty() && fit.drift.lost.is_empty() && !fit.drift.is_reordered);
}

#[test]
fn a_column_in_the_same_place_that_holds_something_else_is_none_that_was_renamed() {
    let file = "Nome,Cognome,Orario,Note\nAda,Costa,mattina,x\n";
    let fit = usual().fit(&columns(file)).unwrap();
    assert_eq!(fit.bound.get(&Phone), None);
    assert_eq!(fit.drift.lost_of(Phone).map(|lost| lost.name.as_str()), Some("Recapito"));
    assert_eq!(fit.drift.added, [2]);
    // Its name says that it is another field, whatever stands in it.
    let file = "Nome,Cognome,Recapito,Email\nAda,Costa,333 000 0001,ada@example.com\n";
    let fit = usual().fit(&columns(file)).unwrap();
    assert_eq!((fit.drift.renamed.len(), fit.drift.added.as_slice()), (0, &[3][..]));
    assert_eq!(fit.drift.lost.first().map(|lost| lost.fields.len()), Some(0));
}

#[test]
fn columns_that_have_moved_are_found_by_their_names() {
    let file = "Note,Recapito,Nome,Cognome,Età\nx,333 000 0001,Ada,Costa,40\n";
    let fit = usual().fit(&columns(file)).unwrap();
    assert_eq!(
        fit.bound,
        BTreeMap::from([(FirstName, Some(2)), (LastName, Some(3)), (Phone, Some(1)), (Email, None)])
    );
    assert!(fit.drift.is_reordered);
    assert_eq!(fit.drift.added, [4]);
}

#[test]
fn of_names_alike_the_first_is_the_first() {
    let file = "Nome,Tel,Tel\nAda,333 000 0001,333 000 0002\n";
    let second = recipe(file, &[(FirstName, Some(0)), (Phone, Some(2))]);
    assert_eq!(second.fit(&columns(file)).unwrap().bound.get(&Phone), Some(&Some(2)));
    let moved = "Tel,Nome,Tel\n333 000 0001,Ada,333 000 0002\n";
    assert_eq!(second.fit(&columns(moved)).unwrap().bound.get(&Phone), Some(&Some(2)));
}

fn past(records: u64, left_out: u64, filled: &[(ContactField, u64)]) -> Past {
    Past {
        at: 7,
        file: "monday.csv".into(),
        bytes: 100,
        digest: Digest::parse(&format!("{records:016x}")),
        server: String::new(),
        list: "Autumn".into(),
        records,
        left_out,
        filled: filled.iter().copied().collect(),
    }
}

#[test]
fn below_half_of_the_median_of_three_is_far_fewer() {
    let three = [past(900, 0, &[]), past(1_000, 0, &[]), past(5_000, 0, &[])];
    let far = Caution::FarFewer { usual: 1_000, now: 499 };
    assert_eq!(cautions(&three, &past(499, 0, &[])), [far]);
    assert_eq!(cautions(&three, &past(500, 0, &[])), []);
    assert_eq!(cautions(&three[..2], &past(1, 0, &[])), []);
}

#[test]
fn the_same_bytes_are_the_same_file_whatever_it_is_called() {
    let now = Past { file: "again.csv".into(), ..past(900, 0, &[]) };
    let same = Caution::SameFile { at: 7, file: "monday.csv".into(), list: "Autumn".into() };
    assert_eq!(cautions(&[past(900, 0, &[])], &now), [same]);
    assert_eq!(cautions(&[past(900, 0, &[])], &Past { digest: None, ..now.clone() }), []);
    assert_eq!(cautions(&[past(900, 0, &[])], &Past { bytes: 101, ..now }), []);
}

#[test]
fn a_field_is_empty_for_the_first_time_only() {
    let filled = past(10, 0, &[(Phone, 9), (Email, 4)]);
    let now = past(12, 0, &[(Phone, 12), (Email, 0)]);
    let empty = Caution::EmptyNow { field: Email, before: 4, of: 10 };
    assert_eq!(cautions(std::slice::from_ref(&filled), &now), [empty]);
    assert_eq!(cautions(&[past(10, 0, &[(Email, 0)]), filled], &now), []);
    assert_eq!(cautions(&[past(10, 0, &[(Phone, 9)])], &now), []);
}

#[test]
fn many_more_left_out_is_twice_the_worst_so_far_and_ten_per_cent() {
    let before = [past(100, 1, &[]), past(50, 2, &[])];
    let more = |left_out| Caution::MoreLeftOut { before: (2, 50), now: (left_out, 200) };
    // 4% were left out at worst: 14% is the border.
    assert_eq!(cautions(&before, &past(200, 28, &[])), []);
    assert_eq!(cautions(&before, &past(200, 29, &[])), [more(29)]);
    let many = [past(100, 40, &[])];
    assert_eq!(cautions(&many, &past(200, 160, &[])), []);
    assert_eq!(cautions(&[], &past(200, 160, &[])), []);
}

#[test]
fn a_digest_is_of_the_bytes_and_not_of_the_slices() {
    let of = |slices: &[&[u8]]| {
        let mut digester = Digest::begin();
        for slice in slices {
            digester.push(slice);
        }
        digester.finish()
    };

    assert_eq!(of(&[b"name,p", b"", b"h"]), of(&[b"name,ph"]));
    assert_ne!(of(&[b"name,ph"]), of(&[b"name,pi"]));
    let digest = of(&[b"name,ph"]);
    assert_eq!(Digest::parse(&digest.to_string()), Some(digest));
    assert_eq!(Digest::parse("x"), None);
}

/// One with everything in it.
fn full() -> Recipe {
    Recipe {
        seen: Some(Shape::of(&columns("Nome;Cognome;Recapito;Note\n1;2;3;4\n"))),
        settings: Settings {
            encoding: Some(Encoding::Windows1250),
            delimiter: Some(Delimiter::Tab),
            header: Some(Header::Present),
        },
        country: Country::from_code("IT"),
        form: PhoneForm::National,
        same_number: SameNumber::KeepLast,
        kinds: BTreeMap::from([
            (Kind::LostZero, KindDecision::Repair),
            (Kind::NotANumber, KindDecision::LeaveOut),
        ]),
        duplicates: DuplicateRule::new([Email, Phone]),
        list: Some(LastList {
            server: "https://motion.example".into(),
            id: ListId::new(32).unwrap(),
            name: "“Autunno”\n".into(),
        }),
        used: 1_795_000_000_000,
        past: vec![past(900, 3, &[(Phone, 7)])],
        ..usual()
    }
}

#[test]
fn what_is_kept_is_read_back() {
    let all = vec![usual(), full()];
    assert_eq!(read(&write(&all)), Kept::Read(all));
    assert_eq!(read(&write(&[])), Kept::Read(Vec::new()));
}

#[test]
fn anything_else_is_left_out_or_refused_by_its_name() {
    for text in ["", "{", "[]", "null", "{\"version\":1}"] {
        assert_eq!(read(text), Kept::Read(Vec::new()), "{text}");
    }
    assert_eq!(read("{\"kind\":\"dialdesk-recipes\",\"version\":2}"), Kept::Newer);
    let fault = |text: &str| read_file(text).unwrap_err();
    assert_eq!(fault("name,phone\n"), FileFault::NotJson);
    assert_eq!(fault("{\"recipes\":[]}"), FileFault::NotRecipes);
    assert_eq!(fault("{\"kind\":\"dialdesk-recipes\",\"version\":2,\"recipes\":[]}"), FileFault::Newer);
    for version in ["0", "\"1\"", "-1", "1.5", "null"] {
        let text = format!("{{\"kind\":\"dialdesk-recipes\",\"version\":{version},\"recipes\":[]}}");
        assert_eq!(fault(&text), FileFault::NotRecipes, "{version}");
    }
    assert_eq!(fault("{\"kind\":\"dialdesk-recipes\",\"recipes\":[]}"), FileFault::NotRecipes);
    assert_eq!(fault("{\"kind\":\"dialdesk-recipes\",\"version\":1,\"recipes\":[7]}"), FileFault::Nothing);
    let text = write(&[full()]).replace("\"recipes\":[", "\"recipes\":[7,{\"columns\":[]},");
    let taken = read_file(&text).unwrap();
    assert_eq!((taken.recipes, taken.unread), (vec![full()], 2));
    // A column that the file does not have, a kind and a field that nobody knows.
    let text = write(&[usual()]).replace("\"firstName\":0", "\"firstName\":4,\"shoeSize\":1");
    let read = read(&text).or_none();
    assert_eq!(read.first().unwrap().fields.get(&FirstName), None);
    assert_eq!(read.first().unwrap().fields.len(), 3);
}

/// What version 1 of kept recipes is, to the letter: an app that reads it otherwise loses what was kept.
const VERSION_1: &str = r#"{"kind":"dialdesk-recipes","version":1,"recipes":[{
    "columns":["Nome","Cognome","Recapito","Note"],
    "seen":["Nome","Cognome","Recapito","Note"],
    "fields":{"email":null,"firstName":0,"lastName":1,"phone":2},
    "encoding":"windows-1250","delimiter":"tab","header":true,
    "country":"IT","form":"national","sameNumber":"keep-last",
    "kinds":{"lost_zero":"repair","not_a_number":"leave-out"},
    "duplicates":["email","phone"],
    "list":{"server":"https://motion.example","id":32,"name":"“Autunno”\n"},
    "used":1795000000000,
    "past":[{"at":7,"file":"monday.csv","bytes":100,"digest":"0000000000000384","server":"","list":"Autumn",
        "records":900,"leftOut":3,"filled":{"phone":7}}]
}]}"#;

#[test]
fn version_1_is_read_and_written_as_it_was() {
    assert_eq!(read(VERSION_1), Kept::Read(vec![full()]));
    let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let mut known = value(VERSION_1);
    // What came later, and may be missing.
    known["recipes"][0]["numberThere"] = "send".into();
    assert_eq!(value(&write(&[full()])), known);
}

#[test]
fn nothing_that_looks_like_a_contact_is_kept_as_the_name_of_a_column() {
    let of = |file| Shape::of(&columns(file)).is_worth_keeping();
    assert!(of(FILE));
    let named = |name: &str| {
        let settings = Settings { header: Some(Header::Present), ..Settings::default() };
        let file = format!("Nome,{name}\nAda,x\n");
        let columns =
            columns_of_head(file.as_bytes(), file.len() as u64, settings, &NativeDecoder, None).unwrap();
        Shape::of(&columns).is_worth_keeping()
    };
    assert!(named("Telefono 2") && named(&"x".repeat(200)));
    assert!(!named("333 000 0001") && !named("ada@example.com") && !named(&"x".repeat(201)));
    // More than a value, or less: several numbers in a cell, a word before one, an address in a sentence.
    assert!(
        !named("333 000 0001 / 333 000 0002") && !named("tel. 333 000 0001") && !named("Ada <ada@example>")
    );
    assert!(named("Umsatz 2026") && !named("Umsatz 24.12.2026"));
}

#[test]
fn one_recipe_for_the_same_columns_and_fifty_at_most() {
    let other = recipe("a,b\n1,2\n", &[]);
    let later = Recipe { used: 5, ..usual() };
    assert_eq!(with(vec![usual(), other.clone()], later.clone()), [other, later]);
    let many: Vec<Recipe> =
        (0..60).map(|n| Recipe { used: n, ..recipe(&format!("a{n},b\nx,y\n"), &[]) }).fold(Vec::new(), with);
    assert_eq!(many.len(), RECIPES_MAX);
    assert_eq!((many.first().unwrap().used, many.last().unwrap().used), (10, 59));
}

#[test]
fn ten_imports_are_kept_of_a_recipe() {
    let mut recipe = usual();
    (1..=12).for_each(|n| recipe.note(past(n, 0, &[])));
    assert_eq!(recipe.past.iter().map(|past| past.records).collect::<Vec<_>>(), (3..=12).collect::<Vec<_>>());
}
