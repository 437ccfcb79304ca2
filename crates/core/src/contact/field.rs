//! The fields of a contact, as the server names them.

use std::borrow::Cow;
use std::fmt;

use super::custom::CustomFieldId;

macro_rules! contact_fields {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// A field of a contact that a column can be bound to.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ContactField {
            $($(#[$doc])* $variant,)*
            /// A custom field, `cf_N`.
            Custom(CustomFieldId),
        }

        impl ContactField {
            /// The fields every installation has, in the order in which a person expects them.
            pub const STANDARD: &[Self] = &[$(Self::$variant,)*];

            /// Its key in the JSON of a contact and in a binding.
            pub fn api_name(self) -> Cow<'static, str> {
                match self {
                    $(Self::$variant => Cow::Borrowed($name),)*
                    Self::Custom(id) => Cow::Owned(format!("cf_{}", id.get())),
                }
            }
        }
    };
}

contact_fields! {
    /// The given name; the one field that the server requires.
    FirstName = "firstName",
    /// The family name.
    LastName = "lastName",
    /// The number that is dialled.
    Phone = "phone",
    /// A second number.
    Mobile = "mobile",
    /// A fax number.
    Fax = "fax",
    /// An e-mail address.
    Email = "email",
    /// Street and house number.
    Street = "street",
    /// Postal code.
    PostalCode = "postalCode",
    /// Town.
    City = "city",
    /// Country, as free text.
    Country = "country",
    /// Date of birth, as free text.
    DateOfBirth = "dateOfBirth",
    /// Notes.
    Description = "description",
    /// Web address.
    Url = "url",
    /// Facebook name.
    Facebook = "facebook",
    /// Twitter name.
    Twitter = "twitter",
    /// Skype name.
    Skype = "skype",
    /// Teams name.
    Teams = "teams",
    /// Viber number.
    Viber = "viber",
    /// Line name.
    Line = "line",
    /// `WeChat` name.
    Wechat = "wechat",
    /// Telegram name.
    Telegram = "telegram",
    /// Dialling priority: a whole number above 0; the server takes 2 where none is given.
    Priority = "priority",
    /// When the contact is to be dialled first.
    ScheduledAt = "scheduledat",
    /// The company's number.
    CompanyId = "CompanyId",
    /// The owner's number.
    UserId = "UserId",
}

impl ContactField {
    /// The field with this key.
    pub fn from_api_name(name: &str) -> Option<Self> {
        if let Some(number) = name.strip_prefix("cf_") {
            // `cf_01` is no key of the server's.
            let id = number.parse().ok().and_then(CustomFieldId::new)?;
            return (id.get().to_string() == number).then_some(Self::Custom(id));
        }
        Self::STANDARD.iter().copied().find(|field| field.api_name() == name)
    }
}

impl fmt::Display for ContactField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.api_name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_spelled_as_the_server_spells_them() {
        for key in ["firstName", "lastName", "phone", "postalCode", "scheduledat", "CompanyId", "cf_3"] {
            let field = ContactField::from_api_name(key).unwrap();
            assert_eq!(field.api_name(), key);
        }
    }

    #[test]
    fn other_spellings_are_no_fields() {
        for key in ["firstname", "Phone", "cf_0", "cf_01", "cf_", "cf_x", "ListId", "id", ""] {
            assert_eq!(ContactField::from_api_name(key), None, "{key}");
        }
    }
}
