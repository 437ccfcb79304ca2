//! What is typed to sign in, and what a check of the connection finds.

use crate::api::{AddressFault, ApiError, Credential, Diagnosis, Server, Way};

/// A field of the sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// The name.
    Name,
    /// The password.
    Password,
    /// The API key.
    Key,
    /// The token.
    Token,
    /// The server's address.
    Address,
}

impl Field {
    /// The id of its input.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Name => "sign-in-name",
            Self::Password => "sign-in-password",
            Self::Key => "sign-in-key",
            Self::Token => "sign-in-token",
            Self::Address => "server-address",
        }
    }

    /// The one that takes the secret of a way.
    pub(crate) fn secret(way: Way) -> Self {
        match way {
            Way::Password => Self::Password,
            Way::ApiKey => Self::Key,
            Way::Token => Self::Token,
        }
    }
}

/// What stands against a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Nothing is in it.
    Missing,
    /// A name with a colon: the password would be taken to begin there.
    Colon,
    /// Signs that no token has, and no header takes.
    Signs,
    /// The address is none.
    Address(AddressFault),
    /// An import is under way at the present server.
    Busy,
}

/// What is typed, as it is.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Typed {
    pub(crate) name: String,
    pub(crate) password: String,
    pub(crate) key: String,
    pub(crate) token: String,
}

impl Typed {
    /// The credential for a way, or what stands against it in the order of the fields.
    ///
    /// Keys and tokens are pasted: blanks around them are not theirs, nor is the word in front of a token.
    pub(crate) fn read(&self, way: Way) -> Result<Credential, Vec<(Field, Fault)>> {
        let mut faults = Vec::new();
        let mut hold = |is_fault: bool, field, fault| {
            if is_fault {
                faults.push((field, fault));
            }
        };
        let credential = match way {
            Way::Password => {
                hold(self.name.is_empty(), Field::Name, Fault::Missing);
                hold(self.name.contains(':'), Field::Name, Fault::Colon);
                hold(self.password.is_empty(), Field::Password, Fault::Missing);
                Credential::Basic { name: self.name.clone(), password: self.password.clone() }
            }
            Way::ApiKey => {
                let key = self.key.trim();
                hold(key.is_empty(), Field::Key, Fault::Missing);
                Credential::ApiKey(key.to_owned())
            }
            Way::Token => {
                let pasted = self.token.trim();
                let token = match pasted.split_once(char::is_whitespace) {
                    Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => token.trim_start(),
                    _ => pasted,
                };
                hold(token.is_empty(), Field::Token, Fault::Missing);
                hold(!token.bytes().all(|byte| byte.is_ascii_graphic()), Field::Token, Fault::Signs);
                Credential::Token(token.to_owned())
            }
        };
        if faults.is_empty() { Ok(credential) } else { Err(faults) }
    }
}

/// A step of a check, each of which needs the ones before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Something answers at the address.
    Address,
    /// The API is there.
    Api,
    /// The sign-in is accepted.
    SignIn,
    /// Lists can be read.
    Lists,
}

/// What is known of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// It is being asked.
    Asking,
    /// It is well.
    Good,
    /// It is not.
    Bad(Diagnosis),
    /// The server does not tell.
    NotTold,
    /// The server lets nobody read lists; it can be worked with all the same.
    NoReads,
}

/// What is known of the connection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known {
    /// Why the last sign-in failed.
    pub(crate) failure: Option<Diagnosis>,
    /// What a check has found.
    pub(crate) checked: Option<Checked>,
    /// Numbers the checks: what an earlier one still finds, perhaps at another server, is not of the present one.
    checks: u64,
}

impl Known {
    /// Begins a check and gives its number.
    pub(crate) fn begin(&mut self) -> u64 {
        self.checks += 1;
        self.checked = Some(Checked::default());
        self.checks
    }

    /// What the check of this number has found, while it is the one that counts.
    pub(crate) fn running(&mut self, check: u64) -> Option<&mut Checked> {
        self.checked.as_mut().filter(|_| self.checks == check)
    }

    /// Whether a check is going on.
    pub(crate) fn is_running(&self) -> bool {
        self.checked.as_ref().is_some_and(Checked::is_running)
    }
}

/// What a check has found so far; steps that are not in it were not tried.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Checked(Vec<(Step, Found)>);

impl Checked {
    /// Every step in order.
    pub(crate) const STEPS: [Step; 4] = [Step::Address, Step::Api, Step::SignIn, Step::Lists];

    /// Takes in what is known of a step now.
    pub(crate) fn put(&mut self, step: Step, found: Found) {
        self.0.retain(|(at, _)| *at != step);
        self.0.push((step, found));
    }

    /// What is known of a step.
    pub(crate) fn get(&self, step: Step) -> Option<&Found> {
        self.0.iter().find(|(at, _)| *at == step).map(|(_, found)| found)
    }

    /// Whether it is still going on.
    fn is_running(&self) -> bool {
        self.0.iter().any(|(_, found)| *found == Found::Asking)
    }

    /// What reading the lists in somebody's name has shown; other errors need a diagnosis.
    pub(crate) fn put_reading(&mut self, read: &Result<(), ApiError>) {
        match read {
            Ok(()) => {
                self.put(Step::SignIn, Found::Good);
                self.put(Step::Lists, Found::Good);
            }
            // Whoever is not allowed is known.
            Err(ApiError::Forbidden) => {
                self.put(Step::SignIn, Found::Good);
                self.put(Step::Lists, Found::Bad(Diagnosis::NotAllowed));
            }
            Err(ApiError::NotFound | ApiError::NotOffered) => {
                self.put(Step::SignIn, Found::NotTold);
                self.put(Step::Lists, Found::NoReads);
            }
            Err(
                ApiError::SignedOut
                | ApiError::Unreachable
                | ApiError::Stopped
                | ApiError::Refused(_)
                | ApiError::Busy
                | ApiError::Failed { .. }
                | ApiError::Unreadable,
            ) => {}
        }
    }
}

/// The server that is typed, and what stands against it while something is `busy` at `present`.
pub(crate) fn server(typed: &str, present: &Server, busy: bool) -> Result<Server, Fault> {
    let server = Server::parse(typed).map_err(Fault::Address)?;
    if busy && server != *present { Err(Fault::Busy) } else { Ok(server) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_that_was_begun_before_another_tells_it_nothing() {
        let mut known = Known::default();
        let first = known.begin();
        // The server was changed.
        known.checked = None;
        assert_eq!(known.running(first), None);
        let second = known.begin();
        assert_eq!(known.running(first), None);
        known.running(second).unwrap().put(Step::Api, Found::Good);
        assert_eq!(known.checked.as_ref().and_then(|checked| checked.get(Step::Api)), Some(&Found::Good));
    }

    fn typed() -> Typed {
        Typed {
            name: "admin".into(),
            password: " pass word ".into(),
            key: " sandbox-key\n".into(),
            token: "Bearer  abc.def_1=".into(),
        }
    }

    #[test]
    fn each_way_reads_its_own_fields() {
        let typed = typed();
        // A password is sent as it is typed.
        let basic = Credential::Basic { name: "admin".into(), password: " pass word ".into() };
        assert!(typed.read(Way::Password) == Ok(basic));
        assert!(typed.read(Way::ApiKey) == Ok(Credential::ApiKey("sandbox-key".into())));
        assert!(typed.read(Way::Token) == Ok(Credential::Token("abc.def_1=".into())));
    }

    #[test]
    fn what_is_missing_is_said_in_the_order_of_the_fields() {
        let faults = |way| Typed::default().read(way).unwrap_err();
        assert_eq!(faults(Way::Password), [(Field::Name, Fault::Missing), (Field::Password, Fault::Missing)]);
        assert_eq!(faults(Way::ApiKey), [(Field::Key, Fault::Missing)]);
        assert_eq!(faults(Way::Token), [(Field::Token, Fault::Missing)]);
        let blank = Typed { key: "  ".into(), token: " \n".into(), ..Typed::default() };
        assert_eq!(blank.read(Way::ApiKey).unwrap_err(), [(Field::Key, Fault::Missing)]);
        assert_eq!(blank.read(Way::Token).unwrap_err(), [(Field::Token, Fault::Missing)]);
    }

    #[test]
    fn what_cannot_travel_is_not_sent() {
        let colon = Typed { name: "a:b".into(), ..typed() };
        assert_eq!(colon.read(Way::Password).unwrap_err(), [(Field::Name, Fault::Colon)]);
        for token in ["two words", "line\nbreak", "più", "Basic abc"] {
            let typed = Typed { token: token.into(), ..typed() };
            assert_eq!(typed.read(Way::Token).unwrap_err(), [(Field::Token, Fault::Signs)], "{token}");
        }
    }

    #[test]
    fn reading_the_lists_tells_about_the_sign_in_too() {
        for (read, sign_in, lists) in [
            (Ok(()), Some(Found::Good), Some(Found::Good)),
            (Err(ApiError::Forbidden), Some(Found::Good), Some(Found::Bad(Diagnosis::NotAllowed))),
            (Err(ApiError::NotFound), Some(Found::NotTold), Some(Found::NoReads)),
            (Err(ApiError::NotOffered), Some(Found::NotTold), Some(Found::NoReads)),
            (Err(ApiError::SignedOut), None, None),
        ] {
            let mut checked = Checked::default();
            checked.put_reading(&read);
            assert_eq!(checked.get(Step::SignIn), sign_in.as_ref(), "{read:?}");
            assert_eq!(checked.get(Step::Lists), lists.as_ref(), "{read:?}");
        }
    }

    #[test]
    fn a_check_runs_until_nothing_is_asked_any_more() {
        let mut checked = Checked::default();
        checked.put(Step::Address, Found::Asking);
        assert!(checked.is_running());
        checked.put(Step::Address, Found::Good);
        assert!(!checked.is_running());
        assert_eq!(checked.get(Step::Address), Some(&Found::Good));
        assert_eq!(checked.get(Step::Api), None);
    }

    #[test]
    fn a_server_is_not_left_while_something_is_under_way_there() {
        let present = Server::parse("https://motion.example").unwrap();
        assert_eq!(server("https://other.example", &present, true), Err(Fault::Busy));
        assert_eq!(server("https://motion.example/", &present, true), Ok(present.clone()));
        assert_eq!(server("", &present, false), Ok(Server::default()));
        assert_eq!(server("a b", &present, false), Err(Fault::Address(AddressFault::Blank)));
    }
}
