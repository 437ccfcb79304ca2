//! Where the parts of the form are, and which fields are shown.

use dialdesk_core::campaign::{Finding, Key, Method, Section};
use dialdesk_core::problem::Severity;

/// The id of a section's heading.
pub(super) fn heading(section: Section) -> &'static str {
    match section {
        Section::General => "section-general",
        Section::Window => "section-window",
        Section::Method => "section-method",
        Section::Machines => "section-machines",
        Section::Retries => "section-retries",
        Section::Queue => "section-queue",
    }
}

/// Whether a field takes the whole width.
pub(super) fn is_wide(key: Key) -> bool {
    matches!(key, Key::GlobalInterval | Key::GlobalMaxRetry | Key::AmdActive | Key::Method)
}

/// Whether a field is shown: where the method uses it, or where something in it has to be mended. The others are kept.
pub(super) fn is_shown(key: Key, method: &Method, found: &[Finding]) -> bool {
    method.uses(key) || found.iter().any(|finding| finding.at == key && finding.severity == Severity::Error)
}

#[cfg(test)]
mod tests {
    use dialdesk_core::campaign::Kind;
    use dialdesk_core::problem::Problem;

    use super::*;

    #[test]
    fn a_field_that_the_method_does_not_use_is_shown_only_to_be_mended() {
        let key = Key::PowerLevel;
        assert!(is_shown(key, &Method::Power, &[]));
        assert!(is_shown(key, &Method::Other("new".into()), &[]));
        assert!(!is_shown(key, &Method::Progressive, &[]));
        assert!(is_shown(key, &Method::Progressive, &[Problem::error(key, Kind::Missing)]));
        assert!(!is_shown(key, &Method::Progressive, &[Problem::hint(key, Kind::Missing)]));
    }
}
