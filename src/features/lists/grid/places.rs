//! Where in a request with several contacts the server found fault.

use dialdesk_core::contact::ContactField;

/// A contact of the request, from 0, and the field of it where that is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) contact: usize,
    pub(super) field: Option<ContactField>,
}

/// The place that a fault names: in its path as `[1].phone` or `1.phone`, counted from 0, or in its words as
/// `contact 2: …`, counted from 1.
pub(super) fn place_of(path: Option<&str>, words: &str) -> Option<Place> {
    let path = path.unwrap_or_default();
    let field = |name: &str| ContactField::from_api_name(name);
    if let Some((number, rest)) = path.trim_start_matches('[').split_once([']', '.'])
        && let Ok(contact) = number.parse()
    {
        return Some(Place { contact, field: field(rest.trim_start_matches('.')) });
    }
    let said = words.strip_prefix("contact ").or_else(|| words.strip_prefix("Contact "))?;
    let number: usize = said.split_once(':')?.0.trim().parse().ok()?;
    Some(Place { contact: number.checked_sub(1)?, field: field(path) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_from_paths_and_from_words() {
        let phone = Some(ContactField::Phone);
        for (path, words, contact, field) in [
            (Some("phone"), "contact 2: phone must be a string", 1, phone),
            (Some("[1].phone"), "wrong", 1, phone),
            (Some("1.phone"), "wrong", 1, phone),
            (Some("[0]"), "wrong", 0, None),
            (None, "contact 1: not there", 0, None),
            (Some("ListId"), "contact 3: wrong", 2, None),
        ] {
            assert_eq!(place_of(path, words), Some(Place { contact, field }), "{path:?} {words}");
        }
    }

    #[test]
    fn what_names_no_place_is_left_to_be_quoted() {
        for (path, words) in [
            (Some("phone"), "phone is wrong"),
            (None, "contact 0: x"),
            (None, "contact x: y"),
            (Some("a.b"), "z"),
        ] {
            assert_eq!(place_of(path, words), None, "{path:?} {words}");
        }
    }
}
