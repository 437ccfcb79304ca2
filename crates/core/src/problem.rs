//! The one shape of every finding.

/// How much a finding weighs, the heaviest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is sent while it stands.
    Error,
    /// Sent only once somebody has said that it is meant.
    Confirm,
    /// Worth a second look; never blocks.
    Warning,
    /// Worth knowing; never blocks.
    Hint,
}

impl Severity {
    /// All, the heaviest first.
    pub const ALL: [Self; 4] = [Self::Error, Self::Confirm, Self::Warning, Self::Hint];
}

/// Something found at a place: `At` says where, `Kind` says what.
///
/// Words for people are made from `kind` in one place per language; a problem holds none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem<At, Kind> {
    /// The field, column or row it concerns.
    pub at: At,
    /// What is wrong.
    pub kind: Kind,
    /// Whether it blocks.
    pub severity: Severity,
}

impl<At, Kind> Problem<At, Kind> {
    /// A finding that blocks.
    pub fn error(at: At, kind: Kind) -> Self {
        Self { at, kind, severity: Severity::Error }
    }

    /// A finding that somebody has to confirm.
    pub fn confirm(at: At, kind: Kind) -> Self {
        Self { at, kind, severity: Severity::Confirm }
    }

    /// A finding that is only said.
    pub fn warning(at: At, kind: Kind) -> Self {
        Self { at, kind, severity: Severity::Warning }
    }

    /// A finding that is good to know.
    pub fn hint(at: At, kind: Kind) -> Self {
        Self { at, kind, severity: Severity::Hint }
    }
}
