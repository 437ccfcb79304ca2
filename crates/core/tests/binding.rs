//! Which columns are proposed for which fields. The expected tables are written by hand.

use dialdesk_core::contact::{ContactField, CustomField, CustomFieldId, CustomKind};
use dialdesk_core::import::{Column, Proposal, Reason, propose};

/// A column of 100 filled cells, of which so many are numbers or addresses.
fn column(index: usize, name: &str, numbers: u64, addresses: u64) -> Column {
    Column { index, name: name.to_owned(), filled: 100, judged: 100, numbers, addresses, samples: Vec::new() }
}

/// Columns of which nothing but the names is known.
fn headers(names: &[&str]) -> Vec<Column> {
    let empty = |(index, name): (usize, &&str)| Column { filled: 0, judged: 0, ..column(index, name, 0, 0) };
    names.iter().enumerate().map(empty).collect()
}

fn of(columns: &[Column], field: ContactField) -> Option<Proposal> {
    propose(columns, &[]).into_iter().find(|made| made.field == field)
}

/// The field proposed for a column of this name alone, by the API's name, and how surely.
fn alone(name: &str) -> Option<(String, u8)> {
    let made = propose(&headers(&[name]), &[]);
    assert!(made.len() <= 1, "{name}: {made:?}");
    made.first().map(|made| (made.field.to_string(), made.strength.percent()))
}

/// Each header with the field that takes it; `-` where none does.
fn assert_row(row: &[(&str, &str)]) {
    let names: Vec<&str> = row.iter().map(|(name, _)| *name).collect();
    let made = propose(&headers(&names), &[]);
    for (index, (name, field)) in row.iter().enumerate() {
        let found = made.iter().find(|made| made.column == index).map(|made| made.field.to_string());
        assert_eq!(found.as_deref().unwrap_or("-"), *field, "{name}");
    }
}

#[test]
fn an_english_header_is_understood() {
    assert_row(&[
        ("Customer ID", "-"),
        ("First Name", "firstName"),
        ("Last Name", "lastName"),
        ("Phone Number", "phone"),
        ("Mobile", "mobile"),
        ("Fax", "fax"),
        ("E-mail address", "email"),
        ("Street address", "street"),
        ("ZIP", "postalCode"),
        ("City", "city"),
        ("Country", "country"),
        ("Date of birth", "dateOfBirth"),
        ("Notes", "description"),
        ("Website", "url"),
        ("Priority", "priority"),
        ("Company name", "-"),
        ("Age", "-"),
    ]);
}

#[test]
fn an_italian_header_is_understood() {
    assert_row(&[
        ("Codice cliente", "-"),
        ("Nome", "firstName"),
        ("Cognome", "lastName"),
        (" telefono", "phone"),
        ("Cellulare", "mobile"),
        ("Fax", "fax"),
        ("Posta elettronica", "email"),
        ("Indirizzo", "street"),
        ("CAP", "postalCode"),
        ("Città", "city"),
        ("Nazione", "country"),
        ("Data di nascita", "dateOfBirth"),
        ("Note", "description"),
        ("Sito web", "url"),
        ("Priorità", "priority"),
        ("P. IVA", "-"),
        ("Ragione sociale", "-"),
    ]);
}

#[test]
fn a_spanish_header_is_understood() {
    assert_row(&[
        ("Código cliente", "-"),
        ("Nombre", "firstName"),
        ("Apellidos", "lastName"),
        ("Teléfono", "phone"),
        ("Móvil", "mobile"),
        ("Correo electrónico", "email"),
        ("Dirección", "street"),
        ("Código postal", "postalCode"),
        ("Población", "city"),
        ("País", "country"),
        ("Fecha de nacimiento", "dateOfBirth"),
        ("Observaciones", "description"),
        ("Página web", "url"),
        ("Prioridad", "priority"),
        ("Edad", "-"),
        ("Nombre de la empresa", "-"),
    ]);
}

#[test]
fn a_french_header_is_understood() {
    assert_row(&[
        ("Nom", "lastName"),
        ("Prénom", "firstName"),
        ("N° de téléphone", "phone"),
        ("Portable", "mobile"),
        ("Télécopie", "fax"),
        ("Courriel", "email"),
        ("Adresse", "street"),
        ("Code postal", "postalCode"),
        ("Ville", "city"),
        ("Pays", "country"),
        ("Date de naissance", "dateOfBirth"),
        ("Remarques", "description"),
        ("Site web", "url"),
        ("Priorité", "priority"),
        ("Nom de la société", "-"),
    ]);
}

#[test]
fn a_german_header_is_understood() {
    assert_row(&[
        ("Kundennr.", "-"),
        ("Name", "lastName"),
        ("Vorname", "firstName"),
        ("Telefon", "phone"),
        ("Handy", "mobile"),
        ("Telefax", "fax"),
        ("E-Mail-Adresse", "email"),
        ("Straße", "street"),
        ("PLZ", "postalCode"),
        ("Ort", "city"),
        ("Land", "country"),
        ("Geburtsdatum", "dateOfBirth"),
        ("Bemerkungen", "description"),
        ("Webseite", "url"),
        ("Priorität", "priority"),
        ("Alter", "-"),
        ("Firma", "-"),
    ]);
}

#[test]
fn a_portuguese_header_is_understood() {
    assert_row(&[
        ("Código", "-"),
        ("Nome próprio", "firstName"),
        ("Apelido", "lastName"),
        ("Telefone", "phone"),
        ("Telemóvel", "mobile"),
        ("Correio eletrónico", "email"),
        ("Morada", "street"),
        ("Código postal", "postalCode"),
        ("Localidade", "city"),
        ("País", "country"),
        ("Data de nascimento", "dateOfBirth"),
        ("Observações", "description"),
        ("Prioridade", "priority"),
        ("Idade", "-"),
        ("Nome da empresa", "-"),
    ]);
}

#[test]
fn every_field_is_known_by_the_servers_own_name() {
    for field in ContactField::STANDARD {
        assert_eq!(alone(&field.api_name()), Some((field.to_string(), 100)));
    }
    assert_eq!(alone("cf_12"), Some(("cf_12".to_owned(), 100)));
}

#[test]
fn accounts_of_other_services_and_moments_have_names_too() {
    for (name, field) in [
        ("Facebook profile", "facebook"),
        ("Twitter handle", "twitter"),
        ("Skype ID", "skype"),
        ("MS Teams", "teams"),
        ("Numero Viber", "viber"),
        ("LINE ID", "line"),
        ("WeChat", "wechat"),
        ("Telegram username", "telegram"),
        ("Data chiamata", "scheduledat"),
        ("Call date", "scheduledat"),
        ("ID azienda", "CompanyId"),
        ("Owner ID", "UserId"),
    ] {
        assert_eq!(alone(name), Some((field.to_owned(), 95)), "{name}");
    }
}

#[test]
fn a_name_among_words_that_say_whose_is_a_little_weaker() {
    for (name, field, percent) in [
        ("Telefono cellulare 1", "mobile", 80),
        ("N. di telefono", "phone", 80),
        ("Phone (home)", "phone", 80),
        ("Customer first name", "firstName", 80),
        ("customerFirstName", "firstName", 80),
        ("PHONE_1", "phone", 80),
        ("Téléphone domicile", "phone", 80),
        ("Telefon privat", "phone", 80),
        ("Teléfono de casa", "phone", 80),
        ("Nome do cliente", "firstName", 80),
        ("Email 2", "email", 70),
        ("Phone 3", "phone", 70),
        ("Telefono azienda", "phone", 60),
        ("Numero", "phone", 50),
    ] {
        assert_eq!(alone(name), Some((field.to_owned(), percent)), "{name}");
    }
}

#[test]
fn names_that_only_look_alike_are_not_taken() {
    for name in [
        "age",
        "tag",
        "Company name",
        "Account number",
        "account_number",
        "Nome azienda",
        "Product name",
        "File name",
        "Numero cliente",
        "Numero ordine",
        "Phone type",
        "Tipo telefono",
        "Email consent",
        "Stato telefono",
        "Phone verified",
        "IP address",
        "Item description",
        "",
        " ",
        "1",
        "x",
    ] {
        assert_eq!(alone(name), None, "{name}");
    }
    assert_eq!(alone("fax"), Some(("fax".to_owned(), 100)));
    assert_eq!(alone("FIRSTNAME"), Some(("firstName".to_owned(), 95)));
    assert_eq!(alone("PHONE"), Some(("phone".to_owned(), 95)));
}

#[test]
fn numbers_that_are_none_to_dial_are_not_the_phone() {
    for name in ["Account number", "Codice cliente", "Contract no.", "P. IVA", "Data", "CAP", "Company ID"] {
        assert_eq!(of(&[column(0, name, 100, 0)], ContactField::Phone), None, "{name}");
    }
}

#[test]
fn values_outrank_a_weak_name_and_a_clear_name_outranks_values() {
    let phone = |columns: &[Column]| {
        of(columns, ContactField::Phone).map(|made| (made.column, made.reason, made.strength.percent()))
    };
    let contacts = |fit| column(1, "Recapiti", fit, 0);
    assert_eq!(phone(&[column(0, "Numero", 0, 0), contacts(98)]), Some((1, Reason::Values, 98)));
    assert_eq!(phone(&[column(0, "Numero", 60, 0), contacts(98)]), Some((1, Reason::Values, 98)));
    assert_eq!(phone(&[column(0, "Numero", 95, 0), contacts(98)]), Some((0, Reason::Name, 50)));
    assert_eq!(phone(&[column(0, "Numero", 60, 0), contacts(94)]), Some((0, Reason::Name, 50)));
    assert_eq!(phone(&[column(0, "Numero", 49, 0), contacts(94)]), None);
    assert_eq!(
        phone(&[contacts(100), Column { index: 2, ..column(0, "Telefono", 60, 0) }]),
        Some((2, Reason::Name, 95))
    );
    // Excel has made 3,9E+11 of most of them: still the phone, unless another column has numbers.
    assert_eq!(phone(&[column(0, "Telefono", 10, 0), contacts(0)]), Some((0, Reason::Name, 47)));
    assert_eq!(phone(&[column(0, "Telefono", 10, 0), contacts(96)]), Some((1, Reason::Values, 96)));
}

#[test]
fn the_only_column_of_numbers_is_the_phone_too_when_it_is_called_mobile() {
    let made = |columns: &[Column]| -> Vec<(String, usize, Reason, u8)> {
        let made = propose(columns, &[]).into_iter();
        made.map(|made| (made.field.to_string(), made.column, made.reason, made.strength.percent())).collect()
    };
    let mobile = ("mobile".to_owned(), 1, Reason::Name, 95);
    let name = ("firstName".to_owned(), 0, Reason::Name, 95);
    assert_eq!(
        made(&[column(0, "Nome", 0, 0), column(1, "Cellulare", 97, 0)]),
        [name.clone(), ("phone".to_owned(), 1, Reason::Values, 97), mobile.clone()]
    );
    // Of other things than numbers nothing is dialled, and a phone of its own comes first, whatever it is called.
    assert_eq!(
        made(&[column(0, "Nome", 0, 0), column(1, "Cellulare", 94, 0)]),
        [name.clone(), mobile.clone()]
    );
    for phone in [column(2, "Telefono", 0, 0), column(2, "x", 95, 0)] {
        let made = made(&[column(0, "Nome", 0, 0), column(1, "Cellulare", 100, 0), phone]);
        assert_eq!(made.len(), 3);
        assert_eq!((made[1].0.as_str(), made[1].1, &made[2]), ("phone", 2, &mobile));
    }
}

#[test]
fn addresses_are_found_by_their_values_and_a_customer_of_numbers_is_no_name() {
    let columns = [column(0, "Cliente", 100, 0), column(1, "Account", 0, 97), column(2, "Mail", 0, 12)];
    let email = of(&columns, ContactField::Email);
    assert_eq!(
        email.map(|made| (made.column, made.reason, made.strength.percent())),
        Some((1, Reason::Values, 97))
    );
    assert_eq!(of(&columns, ContactField::FirstName), None);
}

#[test]
fn one_field_takes_one_column_and_one_column_is_proposed_once() {
    let columns = [
        column(0, "Telefono", 100, 0),
        column(1, "Telefono", 100, 0),
        column(2, "Phone (home)", 100, 0),
        column(3, "x", 100, 0),
        column(4, "Nome", 0, 0),
        column(5, "Customer first name", 0, 0),
    ];
    let made: Vec<_> = propose(&columns, &[]).into_iter().map(|made| (made.field, made.column)).collect();
    assert_eq!(made, [(ContactField::FirstName, 4), (ContactField::Phone, 0)]);
}

#[test]
fn a_name_alone_is_the_one_that_the_server_requires() {
    for name in ["Name", "Nom"] {
        assert_eq!(alone(name), Some(("firstName".to_owned(), 70)), "{name}");
    }
    assert_row(&[("Name", "firstName"), ("Surname", "lastName")]);
}

#[test]
fn the_label_of_a_custom_field_comes_before_a_usual_name() {
    let id = CustomFieldId::new(7).unwrap();
    let custom = [CustomField::new(id, "Città", CustomKind::Text)];
    let made = propose(&headers(&["citta"]), &custom);
    assert_eq!(made.len(), 1);
    assert_eq!(
        (made[0].field, made[0].reason, made[0].strength.percent()),
        (ContactField::Custom(id), Reason::Label, 100)
    );
}
