//! Where the server is.

/// Where the server's `/api` is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Server {
    address: String,
}

/// Why what was typed is no address of a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum AddressFault {
    /// A blank or a line break inside.
    Blank,
    /// It does not begin with `https://`; with it, it would be this address.
    NoScheme {
        /// The address that may be meant.
        offer: String,
    },
    /// It begins with something else than `http://` or `https://`.
    OtherScheme,
    /// A name or a password in it. Secrets do not belong into an address, which is shown and kept.
    Secret,
    /// A question mark or a hash: what follows is no part of where a server is.
    Query,
    /// The name of the server is missing or misspelt.
    Host,
    /// The port is no number from 1 to 65535.
    Port,
    /// The path has something in it that no path has.
    Path,
}

impl Server {
    /// The server at the `address` that a host page names; empty means the origin of this page.
    pub(crate) fn new(address: &str) -> Self {
        Self { address: address.trim_end_matches('/').to_owned() }
    }

    /// Reads what a person types: nothing for the origin of this page, else scheme, host, port and path, in one
    /// spelling and without the `/api` that is appended anyway.
    pub(crate) fn parse(typed: &str) -> Result<Self, AddressFault> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(Self::default());
        }
        if typed.contains(|c: char| c.is_whitespace() || c.is_control()) {
            return Err(AddressFault::Blank);
        }
        // Anywhere, as a password may have a slash in it.
        if typed.contains('@') {
            return Err(AddressFault::Secret);
        }
        let Some((scheme, rest)) = typed.split_once("://") else {
            let (scheme, rest) = match typed.split_once(':') {
                Some((scheme, rest)) if is_http(scheme) => (scheme, rest),
                _ => ("https", typed),
            };
            return Err(AddressFault::NoScheme { offer: read(scheme, rest.trim_start_matches('/'))? });
        };
        if !is_http(scheme) {
            return Err(AddressFault::OtherScheme);
        }
        Ok(Self { address: read(scheme, rest)? })
    }

    /// The address in front of `/api`, empty for the origin of this page.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Whether it is where this page comes from.
    pub(crate) fn is_own(&self) -> bool {
        self.address.is_empty()
    }

    /// Whether what is said to it is encrypted, for a page that comes from `origin`.
    pub(crate) fn is_encrypted(&self, origin: &str) -> bool {
        let address = if self.is_own() { origin } else { &self.address };
        address.starts_with("https://")
    }

    /// Whether a browser refuses it to a page of `origin`, which is encrypted while the server is not. Servers on the
    /// same computer are excepted.
    pub(crate) fn is_mixed(&self, origin: &str) -> bool {
        let Some(rest) = self.address.strip_prefix("http://") else { return false };
        let host = rest.split(['/', ':']).next().unwrap_or_default();
        let is_local = host == "localhost"
            || host.ends_with(".localhost")
            || host.starts_with("127.")
            || rest.starts_with("[::1]");
        origin.starts_with("https://") && !is_local
    }
}

fn is_http(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

/// The address of this scheme with this rest, in one spelling.
fn read(scheme: &str, rest: &str) -> Result<String, AddressFault> {
    if rest.contains(['?', '#']) {
        return Err(AddressFault::Query);
    }
    let scheme = scheme.to_ascii_lowercase();
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let (host, port) = match authority.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, port)) if is_v6(host) => (format!("[{host}]"), port),
        Some(_) => return Err(AddressFault::Host),
        None => match authority.split_once(':') {
            Some((host, _)) => (host.to_owned(), authority.strip_prefix(host).unwrap_or_default()),
            None => (authority.to_owned(), ""),
        },
    };
    let is_host = host.starts_with('[') || host.split('.').all(is_label);
    if !is_host {
        return Err(AddressFault::Host);
    }
    let port = read_port(&scheme, port)?;
    let path = read_path(path)?;
    Ok(format!("{scheme}://{}{port}{path}", host.to_lowercase()))
}

/// A letter or digit, or what may be one in another alphabet: a browser knows, and tables of them are heavy.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii()
}

fn is_label(label: &str) -> bool {
    !label.is_empty() && label.chars().all(|c| is_letter(c) || matches!(c, '-' | '_'))
}

fn is_v6(host: &str) -> bool {
    host.contains(':') && host.chars().all(|c| c.is_ascii_hexdigit() || matches!(c, ':' | '.'))
}

/// The port with its colon; nothing for the one that the scheme has anyway.
fn read_port(scheme: &str, text: &str) -> Result<String, AddressFault> {
    if text.is_empty() || text == ":" {
        return Ok(String::new());
    }
    let digits = text.strip_prefix(':').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let port: u16 = digits.and_then(|digits| digits.parse().ok()).unwrap_or_default();
    match (scheme, port) {
        (_, 0) => Err(AddressFault::Port),
        ("http", 80) | ("https", 443) => Ok(String::new()),
        (_, port) => Ok(format!(":{port}")),
    }
}

/// The path with a slash before each segment, without an `api` at its end.
fn read_path(text: &str) -> Result<String, AddressFault> {
    let mut segments: Vec<&str> = text.split('/').filter(|segment| !segment.is_empty()).collect();
    let is_segment = |segment: &&str| {
        !matches!(*segment, "." | "..")
            && segment.chars().all(|c| is_letter(c) || "-._~!$&'()*+,;=:%".contains(c))
    };
    if !segments.iter().all(is_segment) {
        return Err(AddressFault::Path);
    }
    if segments.last().is_some_and(|last| last.eq_ignore_ascii_case("api")) {
        segments.pop();
    }
    Ok(segments.iter().fold(String::new(), |path, segment| path + "/" + segment))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(typed: &str) -> String {
        Server::parse(typed).unwrap().address
    }

    fn fault(typed: &str) -> AddressFault {
        Server::parse(typed).unwrap_err()
    }

    #[test]
    fn an_address_is_brought_into_one_spelling() {
        for (typed, expected) in [
            ("", ""),
            ("  ", ""),
            ("https://motion.example", "https://motion.example"),
            (" https://motion.example/ ", "https://motion.example"),
            ("HTTPS://Motion.Example:443/", "https://motion.example"),
            ("http://motion.example:80", "http://motion.example"),
            ("http://motion.example:443", "http://motion.example:443"),
            ("https://motion.example:08443/", "https://motion.example:8443"),
            ("https://intranet.example/Motion/", "https://intranet.example/Motion"),
            ("https://motion.example/api", "https://motion.example"),
            ("https://motion.example/api/", "https://motion.example"),
            ("https://intranet.example//motion//API//", "https://intranet.example/motion"),
            ("https://motion.example/apis", "https://motion.example/apis"),
            ("http://127.0.0.1:4600", "http://127.0.0.1:4600"),
            ("http://[::1]:4600/", "http://[::1]:4600"),
            ("https://[2001:db8::7]", "https://[2001:db8::7]"),
            ("https://città.example", "https://città.example"),
            ("http://motion", "http://motion"),
        ] {
            assert_eq!(address(typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_missing_scheme_is_offered_and_not_guessed() {
        for (typed, offer) in [
            ("motion.example", "https://motion.example"),
            ("motion.example:8443/api", "https://motion.example:8443"),
            ("//motion.example", "https://motion.example"),
            ("https:motion.example", "https://motion.example"),
            ("HTTP:/motion.example", "http://motion.example"),
        ] {
            assert_eq!(fault(typed), AddressFault::NoScheme { offer: offer.into() }, "{typed}");
        }
        // Nothing is offered that would be refused afterwards.
        assert_eq!(fault("motion.example?x"), AddressFault::Query);
        assert_eq!(fault("javascript:alert(1)"), AddressFault::Port);
    }

    #[test]
    fn secrets_are_refused_wherever_they_stand() {
        for typed in [
            "https://admin:password@motion.example",
            "https://admin@motion.example",
            "https://admin:1/2@motion.example",
            "admin:password@motion.example",
        ] {
            assert_eq!(fault(typed), AddressFault::Secret, "{typed}");
        }
        assert_eq!(fault("https://motion.example/api?apikey=K"), AddressFault::Query);
    }

    #[test]
    fn what_is_no_address_says_why() {
        for (typed, expected) in [
            ("https://motion .example", AddressFault::Blank),
            ("https://motion.example/a\tb", AddressFault::Blank),
            ("ftp://motion.example", AddressFault::OtherScheme),
            ("https://motion.example#x", AddressFault::Query),
            ("https://", AddressFault::Host),
            ("https:///motion", AddressFault::Host),
            ("https://motion..example", AddressFault::Host),
            ("https://motion.example\\x", AddressFault::Host),
            ("https://[motion]", AddressFault::Host),
            ("https://motion.example:0", AddressFault::Port),
            ("https://motion.example:65536", AddressFault::Port),
            ("https://motion.example:+80", AddressFault::Port),
            ("https://[::1]x", AddressFault::Port),
            ("https://motion.example/../x", AddressFault::Path),
            ("https://motion.example/<b>", AddressFault::Path),
            ("https://motion.example/a\\b", AddressFault::Path),
        ] {
            assert_eq!(fault(typed), expected, "{typed}");
        }
    }

    #[test]
    fn an_address_that_was_accepted_is_read_back_as_it_is() {
        for typed in ["HTTPS://Motion.example:8443/a//api", "http://[::1]:4600", ""] {
            let server = Server::parse(typed).unwrap();
            assert_eq!(Server::parse(server.address()), Ok(server.clone()), "{typed}");
        }
    }

    #[test]
    fn an_encrypted_page_may_not_ask_a_server_that_is_not() {
        let mixed = |typed: &str| Server::parse(typed).unwrap().is_mixed("https://portal.example");
        assert!(mixed("http://motion.example"));
        assert!(mixed("http://motion.example:8080/x"));
        assert!(mixed("http://10.0.0.1"));
        for fine in
            ["", "https://motion.example", "http://localhost:4600", "http://127.0.0.1", "http://[::1]"]
        {
            assert!(!mixed(fine), "{fine}");
        }
        assert!(!Server::parse("http://motion.example").unwrap().is_mixed("http://portal.example"));
    }
}
