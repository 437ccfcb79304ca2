//! Signing in, and the connection to the server.

mod en;
mod it;

use crate::api::{AddressFault, Diagnosis, UploadForm, Way, Who};

use super::Errors;

pub(super) use en::EN;
pub(super) use it::IT;

/// Words of signing in and of the connection.
pub(crate) struct Connect {
    pub(crate) title: &'static str,
    pub(crate) intro: fn(Way, &str) -> String,
    pub(crate) name: &'static str,
    pub(crate) password: &'static str,
    pub(crate) key: &'static str,
    pub(crate) token: &'static str,
    pub(crate) sign_in: &'static str,
    pub(crate) signing_in: &'static str,
    pub(crate) kept_nowhere: &'static str,
    pub(crate) key_hint: &'static str,
    pub(crate) token_hint: &'static str,
    pub(crate) name_missing: &'static str,
    pub(crate) name_colon: &'static str,
    pub(crate) password_missing: &'static str,
    pub(crate) key_missing: &'static str,
    pub(crate) token_missing: &'static str,
    pub(crate) token_signs: &'static str,
    pub(crate) failed: &'static str,
    pub(crate) more: &'static str,
    pub(crate) more_ways: &'static str,
    pub(crate) way_legend: &'static str,
    pub(crate) way: fn(Way) -> &'static str,
    pub(crate) expired_title: &'static str,
    pub(crate) expired: fn(&Who) -> String,
    pub(crate) signed_in: fn(&Who) -> String,
    pub(crate) address: Address,
    pub(crate) page: Page,
    pub(crate) check: Check,
    diagnosis: Diagnoses,
}

/// The field for the server's address.
pub(crate) struct Address {
    pub(crate) label: &'static str,
    pub(crate) hint: &'static str,
    pub(crate) use_offer: fn(&str) -> String,
    pub(crate) fault: fn(&AddressFault) -> String,
    pub(crate) busy: &'static str,
}

/// The connection screen.
pub(crate) struct Page {
    pub(crate) title: &'static str,
    pub(crate) server: &'static str,
    pub(crate) server_fixed: &'static str,
    pub(crate) sign_in: &'static str,
    pub(crate) who: fn(&Who) -> String,
    pub(crate) sign_in_otherwise: &'static str,
    pub(crate) change_server: &'static str,
    pub(crate) change_hint: &'static str,
    pub(crate) same_server: &'static str,
    pub(crate) upload_form: &'static str,
    pub(crate) upload: fn(UploadForm) -> &'static str,
    pub(crate) upload_hint: fn(UploadForm) -> &'static str,
    pub(crate) kept: &'static str,
    pub(crate) look: &'static str,
}

/// Checking the connection.
pub(crate) struct Check {
    pub(crate) press: &'static str,
    pub(crate) checking: &'static str,
    pub(crate) title: &'static str,
    pub(crate) address: &'static str,
    pub(crate) api: &'static str,
    pub(crate) sign_in: &'static str,
    pub(crate) lists: &'static str,
    pub(crate) good: &'static str,
    pub(crate) bad: &'static str,
    pub(crate) unknown: &'static str,
    pub(crate) untried: &'static str,
    pub(crate) asking: &'static str,
    pub(crate) no_reads: &'static str,
    pub(crate) not_told: &'static str,
}

/// What is wrong with a connection, and what to do.
struct Diagnoses {
    not_accepted: fn(Way) -> &'static str,
    no_api: fn(&str) -> String,
    not_json: fn(&str) -> String,
    policy: fn(&str) -> String,
    mixed: fn(&str) -> String,
    not_shared: fn(&str) -> String,
    cut_off: &'static str,
    no_connection: &'static str,
    no_secure_connection: &'static str,
    open: fn(&str) -> String,
}

impl Connect {
    /// What a diagnosis means and what to do about it, for a sign-in of this way at this address.
    pub(crate) fn diagnosis(
        &self,
        diagnosis: &Diagnosis,
        way: Way,
        address: &str,
        errors: &Errors,
    ) -> String {
        let words = &self.diagnosis;
        match diagnosis {
            Diagnosis::NotAccepted => (words.not_accepted)(way).to_owned(),
            Diagnosis::NotAllowed => errors.forbidden.to_owned(),
            Diagnosis::NoApi => (words.no_api)(address),
            Diagnosis::NotJson => (words.not_json)(address),
            Diagnosis::Policy => (words.policy)(address),
            Diagnosis::Mixed => (words.mixed)(address),
            Diagnosis::NotShared => (words.not_shared)(address),
            Diagnosis::CutOff => words.cut_off.to_owned(),
            Diagnosis::NoConnection => format!("{} {}", errors.unreachable, words.no_connection),
            Diagnosis::NoSecureConnection => format!("{} {}", errors.unreachable, words.no_secure_connection),
            Diagnosis::Server(error) => errors.sentence(error),
        }
    }

    /// The link that opens the address, where looking at it tells more than a page may know.
    pub(crate) fn open(&self, diagnosis: &Diagnosis, address: &str) -> Option<String> {
        match diagnosis {
            Diagnosis::NoConnection
            | Diagnosis::NoSecureConnection
            | Diagnosis::NotJson
            | Diagnosis::NoApi => Some((self.diagnosis.open)(address)),
            Diagnosis::NotAccepted
            | Diagnosis::NotAllowed
            | Diagnosis::Policy
            | Diagnosis::Mixed
            | Diagnosis::NotShared
            | Diagnosis::CutOff
            | Diagnosis::Server(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Lang, Words};
    use super::*;
    use crate::api::{ApiError, Server};

    const AT: &str = "https://motion.example";

    fn diagnoses() -> Vec<Diagnosis> {
        vec![
            Diagnosis::NotAccepted,
            Diagnosis::NotAllowed,
            Diagnosis::NoApi,
            Diagnosis::NotJson,
            Diagnosis::Policy,
            Diagnosis::Mixed,
            Diagnosis::NotShared,
            Diagnosis::CutOff,
            Diagnosis::NoConnection,
            Diagnosis::NoSecureConnection,
            Diagnosis::Server(ApiError::Failed { status: 500, words: None }),
        ]
    }

    #[test]
    fn no_two_faults_of_a_connection_read_alike() {
        for lang in Lang::ALL {
            let Words { connect, errors, .. } = lang.words();
            let mut told: Vec<String> = diagnoses()
                .iter()
                .map(|diagnosis| connect.diagnosis(diagnosis, Way::Password, AT, errors))
                .collect();
            let all = told.len();
            told.sort_unstable();
            told.dedup();
            assert_eq!(told.len(), all);
            let ways = Way::ALL.map(|way| connect.diagnosis(&Diagnosis::NotAccepted, way, AT, errors));
            assert!(ways[0] != ways[1] && ways[1] != ways[2] && ways[0] != ways[2]);
        }
    }

    #[test]
    fn only_the_advice_for_an_encrypted_address_speaks_of_certificates() {
        let Words { connect, errors, .. } = Lang::En.words();
        for diagnosis in diagnoses() {
            let told = connect.diagnosis(&diagnosis, Way::Password, AT, errors);
            let is_about_trust = matches!(diagnosis, Diagnosis::NoSecureConnection);
            assert_eq!(told.contains("certificate"), is_about_trust, "{told}");
        }
    }

    #[test]
    fn every_fault_of_an_address_says_something_of_its_own() {
        let faults = [
            "a b",
            "motion",
            "ftp://x",
            "https://a@b",
            "https://a?b",
            "https://",
            "https://a:0",
            "https://a/<",
        ]
        .map(|typed| Server::parse(typed).unwrap_err());
        for lang in Lang::ALL {
            let mut told: Vec<String> =
                faults.iter().map(|fault| (lang.words().connect.address.fault)(fault)).collect();
            told.sort_unstable();
            told.dedup();
            assert_eq!(told.len(), faults.len());
        }
    }
}
