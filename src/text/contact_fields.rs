//! What people call the fields of a contact.

use dialdesk_core::contact::ContactField;

/// The names of the fields that every installation has.
pub(crate) struct ContactFields {
    names: [&'static str; 25],
}

impl ContactFields {
    /// What people call a field of every installation; a custom field has a label of its own.
    pub(crate) fn name(&self, field: ContactField) -> Option<&'static str> {
        let at = ContactField::STANDARD.iter().position(|standard| *standard == field)?;
        self.names.get(at).copied()
    }
}

pub(super) const EN: ContactFields = ContactFields {
    names: [
        "First name",
        "Last name",
        "Phone",
        "Mobile",
        "Fax",
        "Email",
        "Street",
        "Postal code",
        "City",
        "Country",
        "Date of birth",
        "Description",
        "Web address",
        "Facebook",
        "Twitter",
        "Skype",
        "Teams",
        "Viber",
        "Line",
        "WeChat",
        "Telegram",
        "Priority",
        "First call at",
        "Company (number)",
        "Owner (number)",
    ],
};

pub(super) const IT: ContactFields = ContactFields {
    names: [
        "Nome",
        "Cognome",
        "Telefono",
        "Cellulare",
        "Fax",
        "Email",
        "Via",
        "CAP",
        "Città",
        "Paese",
        "Data di nascita",
        "Descrizione",
        "Sito web",
        "Facebook",
        "Twitter",
        "Skype",
        "Teams",
        "Viber",
        "Line",
        "WeChat",
        "Telegram",
        "Priorità",
        "Prima chiamata",
        "Azienda (numero)",
        "Proprietario (numero)",
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_standard_field_has_a_name_in_both_languages() {
        for words in [EN, IT] {
            for field in ContactField::STANDARD {
                assert!(words.name(*field).is_some_and(|name| !name.is_empty()), "{field}");
            }
        }
        assert_eq!(EN.name(ContactField::Phone), Some("Phone"));
        assert_eq!(IT.name(ContactField::UserId), Some("Proprietario (numero)"));
    }
}
